"""What is known of names and speech whatever the language of a text: names come from all of them."""

from __future__ import annotations

SAYING = (  # what ends or begins a line that says that somebody says something, in scripts without capitals
    "说", "說", "表示", "称", "稱", "指出", "写道", "问", "問", "道", "は", "が", "も", "で", "と", "に",
    "는", "은", "이", "가",
)  # fmt: skip
SAYING_FIRST = ("قال", "وقال", "أكد", "وأكد", "أضاف", "وأضاف", "صرح", "وصرح", "أمر", "ויאמר", "אמר", "אמרה")
SAID_FIRST = frozenset([  # verbs of saying whose subject stands right behind them, as in Arabic and Hebrew
    "قال", "قالت", "أكد", "أكدت", "أضاف", "أضافت", "صرح", "صرحت", "أوضح", "أوضحت", "ذكر", "ذكرت", "أعلن", "أعلنت",
    "أشار", "أشارت", "تابع", "تابعت", "علق", "علقت", "كتب", "كتبت",
    "אמר", "אמרה", "הוסיף", "הוסיפה", "הסביר", "הסבירה", "הודיע", "הודיעה",
])  # fmt: skip
SAID_TO = frozenset([  # what such a subject ends before, or what stands there and is none: in, from, on, today
    "في", "من", "على", "إلى", "عن", "مع", "خلال", "عبر", "بعد", "قبل", "إن", "أن", "إنه", "إنها", "اليوم", "أمس",
    "له", "لها",
])  # fmt: skip
TITLES = frozenset([  # before a name in a script without capitals
    "الدكتور", "الدكتورة", "السيد", "السيدة", "المهندس", "المهندسة", "الأستاذ", "الأستاذة", "الشيخ",
])  # fmt: skip
GIVEN_NAMES = "given-names.txt given-names-de.txt given-names-es.txt given-names-fr.txt"
JOINING = frozenset(["of", "the", "for", "and", "in", "at", "des"])  # within names of bodies
PARTICLES = frozenset(["de", "van", "von", "der", "la", "le", "al", "du"])  # within those of persons too
SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "kc", "qc", "obe", "mbe", "cbe"])
CLIPPED = ("em", "til", "cause", "tis", "twas", "n")  # words that begin with an apostrophe
POINTING = {  # openings that point to the sentence before, in languages without a file
    "zh": (
        "他", "她", "它", "这", "這", "那些", "那个", "那個", "此", "其中", "但是", "但他", "但她", "但这", "不过",
        "不過", "然而", "因此", "所以", "同时", "同時", "另外", "而且",
    ),
    "ja": (
        "彼は", "彼が", "彼の", "彼女", "彼ら", "これ", "それ", "この", "その", "しかし", "だが", "また、", "さらに",
        "一方", "ただし",
    ),
    "hi": (
        "वह ", "वे ", "यह ", "ये ", "उन्होंने ", "उसने ", "इसने ", "इन्होंने ", "उनका ", "उनकी ", "उनके ", "उसका ", "उसकी ",
        "उसके ", "इसका ", "इसकी ", "इसके ", "उन्हें ", "उसे ", "इसे ", "लेकिन ", "इसलिए ", "हालांकि ", "हालाँकि ",
    ),
    "ar": (
        "هو ", "هي ", "هم ", "هن ", "وهو ", "وهي ", "وهم ", "هذا ", "هذه ", "وهذا ", "وهذه ", "لكن ", "ولكن ", "لكنه ",
        "لكنها ", "قال إن ", "وقال إن ", "وقالت إن ", "وأضاف أن ", "وأضافت أن ", "وأوضح أن ", "وأوضحت أن ", "وأكد أن ",
        "وأكدت أن ", "وأشار إلى ", "وأشارت إلى ",
    ),
}  # fmt: skip
