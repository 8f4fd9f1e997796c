from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest import languages
from digest.segment import segment

CASES = {
    "initials": ("en", ["He met J. F. Kennedy there.", "George W. Bush came too."]),
    "an abbreviation that goes on": ("en", ["The U.S. Army came.", "Apple Inc. said so."]),
    "an abbreviation that ends": ("en", ["He moved to the U.S.", "The army followed at 5 p.m.", "Then it rained."]),
    "titles": ("en", ["Mr. Bean met Dr. Who and Gen. Lee.", "Prof. Ash stayed."]),
    "numbers": ("en", ["See Fig. 3 and No. 5 of Jan. 12 again.", "The price was 3.5 marks.", "45 people paid."]),
    "a word that is an abbreviation elsewhere": (
        "en",
        ["The answer was no.", "Nobody sat.", "He felt ill.", "Rain fell."],
    ),
    "an ellipsis": ("en", ["He came... and went.", "Then nothing…", "Silence fell."]),
    "a quotation of several sentences": ("en", ["“I saw it. It was red. It flew,” she said.", "He nodded."]),
    "a quotation on its own": ("en", ["“We won. At last.”", "He left."]),
    "a question and who asks": ("en", ["“Where is it?” asked Tom.", "“Stop!” Ms Lee said.", "She ran."]),
    "single quotation marks": ("en", ["'I saw it. It was red,' she said.", "He nodded."]),
    "straight marks": ("en", ['"I saw it. It was red," she said.', "He nodded."]),
    "a mark without its partner": ("en", ['"I saw it.', "It was red.", "It flew."]),
    "a pronoun behind a question": (
        "en",
        ["“Is it safe?”", "He asked that for years.", "“Why?” he cried.", "“So?” I said."],
    ),
    "two apostrophes": (
        "en",
        [
            "''We went out. It was dark,'' she said.",
            "''Never again!'' wrote a man called Bo Ash.",
            "Another, Tom Bell, wrote: ''It was dark.''",
            "They left.",
        ],
    ),
    "two accents": ("en", ["He mocked it.", "``We went out. It was dark,'' she said.", "They left."]),
    "a word set as code": ("en", ["The summary is in `reference`.", "`case` names the trap."]),
    "brackets behind an abbreviation": (
        "en",
        ["Bob Ash Jr. (28) and Tom Bell met in Corran, Fla. (AP) on May 3.", "He came from Vint, Fla.", "(He left.)"],
    ),
    "initials with hyphens": ("en", ["The actor J.-P. Roy met H.-J. Kern and Lt.-Gen. Bell.", "He left."]),
    "an abbreviation in brackets": (
        "en",
        ["Lt. Col. (ret.) Bram Ash sat with Judge Ada Voss [ret.] Bell.", "“Sure?”", "(No.)", "Tom Bell left."],
    ),
    "more titles": (
        "en",
        ["Cllr. Voss and Sec. Bell met Br. Tom, Pc. Roy and Ald. Ash.", "It took 5 sec.", "Nobody saw it."],
    ),
    "an hour in two parts": (
        "en",
        ["It shut at 6 p. m. Monday and opened at 7 a. m. Corran time.", "Police Const. Bell left."],
    ),
    "words that are titles elsewhere": (
        "en",
        ["He won in SC.", "Southern towns bought a PC.", "Bo Ash lent it to Max.", "Nobody asked."],
    ),
    "before a figure": ("en", ["It has ca. 40 rooms, incl. 3 halls, and holds max. $40 or min. 3 dogs."]),
    "a dateline": ("en", ["CORRAN, 24 Nov. - A fire destroyed the school.", "It rained."]),
    "a dateline in brackets": ("en", ["Vint, Corran (24 Nov.) - A fire destroyed the school.", "It rained."]),
    "no dateline": ("en", ["He came on Monday, 24 May (a holiday).", "The town was quiet - and grey.", "It rained."]),
    "a day in brackets": ("en", ["It opened on 3 Oct. (a Sunday) and shut.", "It rained."]),
    "an hour that opens a sentence": (
        "en",
        [
            "It shut at 6 p.m.",
            "At about 6 p.m. Sheriff Al Dunn came.",
            "It was 6 p.m.",
            "The mayor left at 7 p.m.",
            "Lee sat.",
        ],
    ),
    "and so on": ("en", ["They sold bread, wine, etc.", "Voss bought none."]),
    "parentheses": ("en", ["The mayor (who had slept. Badly.) came.", "She spoke."]),
    "file names and addresses": ("en", ["It runs on node.js and at example.com.", "Write to a.b@example.org."]),
    "lower case": ("en", ["the mayor of st. alban met mr. ash of the u.s. army.", "she spoke.", "he left."]),
    "German": ("de", ["Am 3. Oktober kam z. B. Herr Dr. Ott.", "Ca. 20 Leute sahen zu.", "Das war 2010.", "Gut."]),
    "French": ("fr", ["M. Le Gall est venu avec Mme. Roy.", "L'art. 5 ne vaut pas.", "« C'est vrai. Oui », dit-il."]),
    "Spanish": ("es", ["El Sr. Vega llegó a EE.UU. con la Dra. Paz.", "¿Quién lo vio?", "Nadie."]),
    "Italian": ("it", ["Il sig. Rossi ha visto l'avv. Neri.", "«È vero», ha detto."]),
    "Portuguese": ("pt", ["O Sr. Silva chegou com a Dra. Reis.", "O art. 5 não vale."]),
    "Dutch": ("nl", ["Dhr. De Wit zei o.a. dat het goed was.", "Dr. Jansen niet."]),
    "Swedish": ("sv", ["Han kom bl.a. från Vint.", "Enligt prof. Berg var det t.ex. fel."]),
    "Russian": ("ru", ["Г. Орлов приехал в 2020 г. в город.", "А. С. Белов родился здесь."]),
    "Ukrainian": ("uk", ["У 2020 р. він приїхав до міста.", "«Так», — сказав він."]),
    "Turkish": ("tr", ["Prof. Dr. Ayşe Ak geldi.", "3. Bölge açıkladı."]),
    "Polish": ("pl", ["Prof. Lis przyjechał 3 maja 2020 r. do miasta.", "Np. tak było."]),
    "Czech": ("cs", ["Dr. Novák přijel 3. května 2020.", "Např. tak to bylo."]),
    "Finnish": ("fi", ["Prof. Salo saapui 3. toukokuuta.", "Esim. näin oli."]),
    "German titles": ("de", ["Dr. med. vet. Ute Lamm kam mit Univ.-Prof. Ott, H.-J. Kern und Mag. Roy.", "Gut."]),
    "ordinals in Roman figures": (
        "de",
        ["II. Liga oder III. Liga, fragte Johannes XXIII. Ott.", "Das war Otto IV.", "Er ging."],
    ),
    "German figures": ("de", ["Es kostet 5 Mio. Euro, resp. 6 Mio.", "Die Stadt zahlt."]),
    "French abbreviations": ("fr", ["Selon l'art. 3, al. 2, J.-P. Roy, c.-à-d. lui, vend du vin, etc.", "Nadège rit."]),
    "French dates": ("fr", ["La ville date de l'an 50 av. J.-C.", "Le maire, M. J.-C. Le Gall, le sait.", "Il rit."]),
    "numbers that end": ("sv", ["Det var klart kl. 5.", "Sedan for han."]),
    "units that are titles elsewhere": ("nl", ["Het duurde 5 min.", "De stad wacht op min. Jansen."]),
    "centuries": ("uk", ["Це було в XX ст.", "У місті чекають на ст. Біле."]),
    "Spanish abbreviations": ("es", ["La alcaldesa Mª. Luisa Prat vende pan, etc.", "Nadie compró."]),
    "Spanish dateline": ("es", ["Vint, 24 nov. (Agencia Mar).- Un incendio dejó sin luz a todos.", "Llovió."]),
    "Portuguese dateline": ("pt", ["PORTO LUME, 24 nov. (Marnova) - A Câmara reabriu a praia.", "Choveu."]),
    "Polish time and money": ("pl", ["W ub. r. Sejmik dał 5 tys. zł.", "Gmina dała 3 zł w 2020 r.", "Kos wyszedł."]),
    "Polish year that opens": ("pl", ["W maju 2020 r. Sejmik dał zgodę.", "Płk (rez.) Lis wyszedł."]),
    "Czech money": ("cs", ["Stojí to 18 mil. Kč.", "Obec platí stavbu, opravy apod.", "Kraj mlčí."]),
    "Czech dateline": ("cs", ["LIPNICE 24. list. (ČTX) - Obec koupila pivovar.", "Pršelo."]),
    "Ukrainian money": ("uk", ["Це коштує 210 млн грн.", "Місто платить з 2020 р.", "Влада мовчить."]),
    "Russian money": (
        "ru",
        ["Цена 5 руб. 20 коп. за кг.", "Мост стоил 310 млн руб.", "Белов осуждён в 2015 г.", "Он жив."],
    ),
    "Russian dateline": ("ru", ["ОРЛОВО, 24 нояб. (Север) — В городе открыли мост.", "Шёл дождь."]),
    "Finnish and so on": ("fi", ["Paikalla oli lapsia, koiria ym.", "Kunta maksaa."]),
    "Turkish and so on": ("tr", ["Kalem, defter vs. alındı, kurs vb.", "Belediye ödeyecek."]),
    "Russian agency": ("ru", ["ОРЛОВО, 24 нояб. /Север/. В городе открыли мост.", "Шёл дождь."]),
    "Hindi agency": ("hi", ["नयानगर, 24 नवंबर (समाचार)। गाँव ने केंद्र शुरू किया।", "वह आता है।"]),
    "Hindi dateline": ("hi", ["सूरजपुरी, 24 नवंबर। गाँव के किसानों ने केंद्र शुरू किया।", "वह आता है।"]),
    "parts of an abbreviation with a space between": (
        "es",
        ["Vinieron todos, p. ej. Ana, a las 5 p. m.", "El juez habló."],
    ),
    "Russian parts": (
        "ru",
        ["Это был мэр, т. е. Белов, ген. Лисов и зам. Орлова.", "Шёл дождь и т. д.", "Город ждёт."],
    ),
    "Swedish parts": ("sv", ["Han såg t. ex. Berg och dir. Lund.", "Den är min.", "Nu är det sent."]),
    "Dutch names": ("nl", ["Ds. Jansen zag max. 40 mensen bij Max.", "Zij liep weg."]),
    "Turkish titles": ("tr", ["Uzm. Dr. Ayşe Ak, II. Bölge ve yak. 40 kişi geldi.", "Karar yok."]),
    "Polish ranks": ("pl", ["Nadkom. Lis, mł. asp. Kos i adw. Ptak przyszli, tj. Lis i Kos.", "Kos wyszedł."]),
    "Czech titles": ("cs", ["Pplk. Lis a MVDr. Kos pili 5 dl, resp. 40 ml.", "Potom šli."]),
    "Portuguese titles": ("pt", ["O Des. Silva viu a Profª. Ana e, p. ex. Gil, no séc. XX.", "Choveu."]),
    "Chinese": ("zh", ["我去了。", "你呢？", "他走了。"]),
    "Hindi": ("hi", ["मैं घर जाता हूँ।", "वह आता है।"]),
}


@pytest.mark.parametrize("name", CASES)
def test_hard_cases(name: str) -> None:
    language, expected = CASES[name]
    joint = "" if language == "zh" else " "
    assert [sentence.text for sentence in segment(joint.join(expected), language)] == expected


def test_a_stop_without_space_ends_a_sentence() -> None:
    found = segment("He left.Then she came.“Good.”But Mr.Ash stayed.", "en")
    assert [sentence.text for sentence in found] == ["He left.", "Then she came.", "“Good.”", "But Mr.Ash stayed."]


def test_a_heading_without_a_stop_is_a_sentence_of_its_own() -> None:
    found = segment("The harbour\nIt froze over. Ships wait.\n\nThe town\nNobody came.", "en")
    assert [(sentence.text, sentence.paragraph) for sentence in found] == [
        ("The harbour", 0),
        ("It froze over.", 1),
        ("Ships wait.", 1),
        ("The town", 2),
        ("Nobody came.", 3),
    ]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The harbour froze over on Monday for the first time in thirty\n"
        "years, and the ferry stayed at the quay. Nobody could say when\n"
        "it would sail again.\n\nThe baker waited."
    )
    found = segment(text, "en")
    assert [sentence.paragraph for sentence in found] == [0, 0, 1]
    assert found[0].text.endswith("thirty\nyears, and the ferry stayed at the quay.")


@pytest.mark.parametrize(
    ("language", "opener"),
    [("en", "Oct. 3 of that year"), ("en", "J. Bell, a farmer,"), ("de", "3. Oktober"), ("en", "- once a street -")],
)
def test_a_wrapped_line_may_begin_with_what_looks_like_an_item(language: str, opener: str) -> None:
    text = f"The road was shut for a second time because the slide on the\n{opener} swept away the digger and a van."
    assert [sentence.text for sentence in segment(text, language)] == [text]


@pytest.mark.parametrize("mark", ["- ", "1. ", "a) "])
def test_lists_are_not_joined(mark: str) -> None:
    lines = [
        "Bring these things for the walk, said the club on Sunday:",
        f"{mark}a map of all of the island and its paths",
    ]
    assert [sentence.text for sentence in segment("\n".join(lines), "en")] == lines


def test_lines_that_their_author_ended_stay_apart() -> None:
    text = (
        "The harbour froze over on Monday for the first time.\nNobody came.\nThe ferry stayed at the quay until Friday."
    )
    assert [sentence.paragraph for sentence in segment(text, "en")] == [0, 1, 2]


def test_a_long_quotation_is_cut_into_its_sentences() -> None:
    inner = "We looked at the ice all morning and could not see its end. " * 8
    assert len(segment(f"“{inner.strip()}” He left.", "en")) == 9


@pytest.mark.parametrize("text", ["", " \n\t ", "\ufeff"])
def test_empty_texts(text: str) -> None:
    assert "".join(sentence.text for sentence in segment(text, "en")) == text.strip()


@pytest.mark.parametrize(
    "line",
    [
        *("a " * 300_000, "a. " * 10_000, '"( ' * 50_000, "x.Y" * 10_000, "“a. " * 10_000, "(Ret.) Bell " * 30_000),
        *("." * 200_000 + "x", "!?" * 100_000 + "x", "…" * 200_000),
        *("at 6 p.m. Bell " * 20_000, "was The man " * 50_000, "p. e. f. Lee " * 20_000),
    ],
)
def test_long_lines_are_cut_whole(line: str) -> None:
    found = segment(line, "en")
    assert sum(len("".join(sentence.text.split())) for sentence in found) == len("".join(line.split()))


PIECES = st.sampled_from(
    ["Mr.", "U.S.", "said", "“", "”", '"', "'", "(", ")", ".", "...", "?", "!", "\n", "\n\n", " ", "\u2028", "The",
     "he", "3.", "J.", "。", "é", "😀", "»", "«", "a.m.", "\r\n", "\x1c", "И", "x.y"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=40).map("".join)),
    st.sampled_from([*languages.known(), "xx"]),
)
def test_sentences_are_slices_in_order_that_lose_only_white_space(text: str, language: str) -> None:
    found = segment(text, language)
    assert [sentence.index for sentence in found] == list(range(len(found)))
    assert all(text[sentence.start : sentence.end] == sentence.text == sentence.text.strip() for sentence in found)
    assert all(sentence.text for sentence in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert re.sub(r"\s+", "", "".join(sentence.text for sentence in found)) == re.sub(r"\s+", "", text)
    assert [sentence.paragraph for sentence in found] == sorted(sentence.paragraph for sentence in found)
    assert segment(text, language) == found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The call came at 3:10 a.m. Feltham said he had been asleep.", 2),
        ("It opened at 9 a.m. Monday in Vint.", 1),
        ("It ends at 11 p.m. EST on Friday.", 1),
        ("It ends at 11 p.m. Corran time on Friday.", 1),
        ("It was signed on Dec. 9. In a speech he praised it.", 2),
        ("He left Orlo Inc. Menon said it was over.", 2),
        ("The sale by Orlo Inc. Chairman Tom Voss failed.", 1),
        ("Shares of Orlo Corp. Chief Executive Kay Mills fell.", 1),
    ],
)
def test_hours_dates_and_companies_end_sentences_before_names(text: str, count: int) -> None:
    assert len(segment(text, "en")) == count


LONG = (
    "The council of Corran looked at the plan for the old harbour wall and its seven gates, "
    "which nobody had seen since the great storm of that winter"
)


def test_a_sentence_too_long_for_a_key_point_is_cut_where_it_lost_its_full_stop() -> None:
    parts = [
        f"{LONG} broke the northern gates",
        f"But it found no money, so that {LONG.lower()}",
        f"It waits for {LONG.lower()}.",
    ]
    text = " ".join(parts)
    found = [sentence.text for sentence in segment(text, "en")]
    assert found == parts


@pytest.mark.parametrize(
    "inner",
    ["in a film called The Wall", "in “a long film The wall of it” there", "by the The wall", "by a long IT crew"],
)
def test_titles_quotations_and_small_words_are_no_lost_full_stops(inner: str) -> None:
    text = f"{LONG} and asked for years, {inner} and {LONG[0].lower()}{LONG[1:]}, " * 2
    assert len(segment(text, "en")) == 1


def test_a_sentence_short_enough_for_a_key_point_keeps_its_lost_full_stop() -> None:
    assert len(segment("The wall was mended for four years The mayor said it was paid.", "en")) == 1
