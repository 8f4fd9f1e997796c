"""What a key point must not be: judged a sentence at a time, with the words that `--explain` shows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digest.condense._forms import LITTLE, form, label
from digest.condense._openings import TOKEN, announces, opening
from digest.languages import Language, get
from digest.models import Article, Claim, Sentence
from digest.terms import Segmented, words

_TITLE = 0.8  # share of words in common with the title from which a sentence is the title
_TWIN = 0.6  # the same for two key points
_CONTAINED = 0.85  # share of the shorter one's terms that the other has
_TOLD = 2  # words
_FEW_TERMS = 4
_ALL_QUOTED = re.compile(r"^\s*(?:\"[^\"]+\"|“[^”]+”|„[^“”]+[“”]|«[^»]+»|‘.+[.,!?…]’|'.+[.,!?…]')\s*$", re.DOTALL)
_QUOTED = re.compile(r"\"[^\"]+\"|“[^”“]+[”“]|„[^“”]+[“”]|«[^»]+»|”[^”]+”|»[^«»]+[«»]|「[^」]+」")
_ANY_QUOTE = re.compile(r"[\"“”„«»]")
_CAPTION = re.compile(r"\b[A-Z][a-z]+\.? \d{1,2}, (?:19|20)\d\d\.?$")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a sentence is never a key point, or only where nothing better is left; both empty: nothing against it."""

    never: str = ""
    late: str = ""

    @property
    def order(self) -> int:
        """When it is taken: 0 with the good ones, 1 where these are used up, 2 where nothing better is left at all."""
        return (1 if self.late == LITTLE else 2) if self.late else 0


def main_claims(claims: Sequence[Claim]) -> dict[int, Claim]:
    """Give each sentence its main claim: the one that reports most, the first of equals."""
    main: dict[int, Claim] = {}
    for claim in claims:
        known = main.get(claim.sentence)
        if known is None or _extent(claim) > _extent(known):
            main[claim.sentence] = claim
    return main


def judge(
    article: Article,
    sentences: Sequence[Sentence],
    found: Sequence[Sequence[str]],
    main: Mapping[int, Claim],
    *,
    max_chars: int,
    strict: bool,
) -> tuple[Verdict, ...]:
    """Judge sentences: length and title always, the rules of points that stand on their own with `strict`.

    `found` are the words of each sentence, `main` is its main claim, by its number, where it has one.
    """
    title = frozenset(words(article.title, article.language))
    paragraphs = Counter(sentence.paragraph for sentence in sentences)
    language = get(article.language)
    verdicts: list[Verdict] = []
    for sentence, its_words in zip(sentences, found, strict=True):
        never = _always(sentence, its_words, title, max_chars)
        late = ""
        if strict and not never:
            claim = main.get(sentence.index)
            pointer = opening(sentence.text, language)
            alone = paragraphs[sentence.paragraph] == 1 and len(paragraphs) > 1
            size = len(its_words)
            never = label(sentence.text, size) or _half_quotation(sentence.text, claim, language)
            never = never or _dangling(pointer, claim, language)
            late = "" if never else _blemish(sentence, its_words, pointer, claim, language, alone=alone)
            if not late and claim is None and paragraphs[sentence.paragraph] == 1 and _CAPTION.search(sentence.text):
                late = "it reads like a caption"
        verdicts.append(Verdict(never, late))
    return tuple(verdicts)


def repeats(segmented: Segmented, one: int, other: int) -> bool:
    """Tell whether two sentences say the same: most words in common, or the terms of one among the other's."""
    left, right = set(segmented.words[one]), set(segmented.words[other])
    if len(left & right) >= _TWIN * len(left | right):
        return True
    terms, others = segmented.terms(one), segmented.terms(other)
    fewer = min(len(terms), len(others))
    return fewer >= _FEW_TERMS and len(terms & others) >= _CONTAINED * fewer


def tells(text: str) -> bool:
    """Tell whether something like a name stands beside a quotation, for languages whose reports are not read."""
    beside = TOKEN.findall(_QUOTED.sub(" ", text))
    if text.upper() == text.lower():  # a script without capitals
        return bool(beside)
    return any(word[0].isupper() for word in beside[1:])


def _extent(claim: Claim) -> int:
    """Count the characters of what is said."""
    return sum(min(end, claim.end) - max(start, claim.start) for start, end in claim.attribution.content) or 1


def _always(sentence: Sentence, found: Sequence[str], title: frozenset[str], max_chars: int) -> str:
    """Give the reason that holds for every method, if there is one."""
    if len(sentence.text) > max_chars:
        return f"too long: {len(sentence.text)} characters, {max_chars} allowed"
    if not TOKEN.search(sentence.text):
        return "holds no word"
    if title:
        shared = len(title.intersection(found))
        return "is the title" if shared >= _TITLE * len(title.union(found)) else ""
    return ""


def _half_quotation(text: str, claim: Claim | None, language: Language) -> str:
    """Tell of quotation marks without their partner, and of quotations nobody says."""
    if text.count('"') % 2 or not _paired(text, "«", "»"):
        return "half a quotation"
    low, left, right = text.count("„"), text.count("“"), text.count("”")
    if low != left + right if low else not _paired(text, "“", "”"):
        return "half a quotation"
    named = claim is not None and claim.attribution.source is not None
    said = claim is not None and claim.attribution.found == "continued" and not (language.cues is None and tells(text))
    if not named and (said or _ALL_QUOTED.match(text)):
        return "a quotation, and nobody is named beside it"
    return ""


def _paired(text: str, opening: str, closing: str) -> bool:
    """Tell whether each opening mark has its closing one; where there are only closing ones, they stand on both sides.

    So do Swedish and Finnish set them: ”…” and »…».
    """
    first, last = text.count(opening), text.count(closing)
    return first == last if first else last % 2 == 0


def _dangling(pointer: str, claim: Claim | None, language: Language) -> str:
    """Tell of an opening that needs the sentence before, unless a source is named beside it."""
    if claim is not None and _is_name(claim.attribution.source, language):
        return ""
    return f"opens with “{pointer}”, and nobody is named beside it" if pointer else ""


def _is_name(source: str | None, language: Language) -> bool:
    """Tell whether a source holds a name: a word with a capital that is no pronoun, article or the like."""
    found = TOKEN.findall(source or "")
    return any(_is_capital(word[0]) and word.lower() not in language.stop_words for word in found)


def _is_capital(letter: str) -> bool:
    """Tell whether a name may begin with a letter: a capital, or any where there are none."""
    return letter.isupper() or (letter.isalpha() and letter.lower() == letter.upper())


def _blemish(
    sentence: Sentence, found: Sequence[str], pointer: str, claim: Claim | None, language: Language, *, alone: bool
) -> str:
    """Give the reason why a sentence should only be taken where nothing better is left.

    `pointer` are the words at its start that point back; `alone` tells that it is a paragraph of its own.
    """
    unnamed = _unnamed(sentence, claim, language)
    if unnamed:
        return f"nobody but “{unnamed}” is named"
    if pointer and claim is not None and not _names(pointer, claim, language):
        return f"it opens with “{pointer}”"
    if announces(found, language):
        return "it only announces or asks for something"
    return form(sentence, found, language, alone=alone)


def _unnamed(sentence: Sentence, claim: Claim | None, language: Language) -> str:
    """Give the words for who says a sentence where they name nobody, and nobody before them in it is named."""
    if claim is None or claim.attribution.source is not None:
        return ""
    mention = claim.attribution.mention or ""
    named = mention.lower() in language.first_person or (mention and _introduced(mention, sentence, claim, language))
    return "" if named else mention


def _introduced(mention: str, sentence: Sentence, claim: Claim, language: Language) -> bool:
    """Tell whether a sentence names somebody before the pronoun that speaks, and what is said comes after it.

    A capital tells a name, but not at the head of a sentence. In a text without capitals, and before a clause that is
    joined to another (`the crews went out, but they say`), words of meaning stand for one.
    """
    text = sentence.text
    place = re.search(rf"\b{re.escape(mention)}\b", text, re.IGNORECASE)
    if place is None or any(start < sentence.start + place.start() for start, _ in claim.attribution.content):
        return False
    spoken = TOKEN.findall(text[: place.start()])
    passed_over = language.stop_words | language.times
    told = [word for word in spoken if word.lower() not in passed_over]
    if not told or _ANY_QUOTE.search(text[: place.start()]):
        return False
    if text.islower() or spoken[-1].lower() in language.connectives:
        return len(told) >= _TOLD
    if told[0] == spoken[0]:
        told = told[1:]
    return any(word[0].isupper() for word in told)


def _names(pointer: str, claim: Claim, language: Language) -> bool:
    """Tell whether the source beside a sentence makes up for its opening: it is who the pronoun means, or it speaks."""
    word = pointer.lower().partition("'")[0]
    if word not in language.pronouns:
        return True
    return word in (claim.attribution.mention or "").lower().split() or claim.attribution.found == "continued"
