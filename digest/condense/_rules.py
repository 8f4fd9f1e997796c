"""What a key point must not be: judged a sentence at a time, with the words that `--explain` shows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from digest.languages import Language, get
from digest.models import Article, Claim, Sentence
from digest.terms import Segmented, words

_TITLE = 0.8  # share of words in common with the title from which a sentence is the title
_TWIN = 0.6  # the same for two key points
_CONTAINED = 0.85  # share of the shorter one's terms that the other has
_FEW_WORDS = 5
_ASKS_MUCH = 12  # words from which a question near the start tells what the article is about
_NEAR_START = 4  # sentences
_LOST_STOP = 12  # words from which a sentence may have lost its full stop, if it reads like prose
_PROSE = 0.25  # share of stop words from which it does
_IN_CAPITALS = 0.5  # share of its longer words with a capital from which it is a heading
_LONGER = 4  # letters
_LABEL = 2  # words up to which something without a full stop is a button or a label
_FEW_TERMS = 4
_QUOTE = re.compile(r"^[\s(]*([\"“”„«»]|[‘'`](?=\w))")
_ALL_QUOTED = re.compile(r"^\s*(?:\"[^\"]+\"|“[^”]+”|„[^“”]+[“”]|«[^»]+»|‘.+[.,!?…]’|'.+[.,!?…]')\s*$", re.DOTALL)
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ANY_QUOTE = re.compile(r"[\"“”„«»]")
_WORD_LAST = re.compile(r"[\w'’\"”»)]\s*$")
_ENDS = re.compile(r"[.!?…。！？।][\"'”’»)\]“]*$")
_QUESTION = re.compile(r"[?？][\"'”’»)\]]*$")
_CAPTION = re.compile(r"\b[A-Z][a-z]+\.? \d{1,2}, (?:19|20)\d\d\.?$")
_SIGN = re.compile(r"[]\[{}<>=\\|;^~@]|\((?<=\w\()|[*/](?<= .)(?= )|//|::|[?:]-")
_FEW_SIGNS = 4  # signs of code up to which something may be prose
_CODE = 0.09  # share of such signs from which it is code
_ASIDE = re.compile(r"^\[[^]]*\]\W*$|^(?:[^|•]+?(?:[|•]| · )){2}")
_ADDRESS = re.compile(r"https?://|www\.|@\w+\.\w")
_ANY_SIGN = re.compile(r"[](){}<>=\[\\|;^~@*/:?•·]|www\.")  # what the rules of `_no_prose` look for


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a sentence is never a key point, or only where nothing better is left; both empty: nothing against it."""

    never: str = ""
    late: str = ""


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
            opening = _opening(sentence.text, language)
            size = len(its_words)
            never = _label(sentence.text, size) or _half_quotation(sentence.text, claim)
            never = never or _dangling(opening, claim, language)
            late = "" if never else _blemish(sentence, its_words, opening, claim, language)
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


def _extent(claim: Claim) -> int:
    """Count the characters of what is said."""
    return sum(min(end, claim.end) - max(start, claim.start) for start, end in claim.attribution.content) or 1


def _always(sentence: Sentence, found: Sequence[str], title: frozenset[str], max_chars: int) -> str:
    """Give the reason that holds for every method, if there is one."""
    if len(sentence.text) > max_chars:
        return f"too long: {len(sentence.text)} characters, {max_chars} allowed"
    if not _TOKEN.search(sentence.text):
        return "holds no word"
    if title:
        shared = len(title.intersection(found))
        return "is the title" if shared >= _TITLE * len(title.union(found)) else ""
    return ""


def _label(text: str, size: int) -> str:
    """Tell of what has too few words to say anything."""
    return "is a label" if size <= 1 or (size <= _LABEL and not _ENDS.search(text.rstrip())) else ""


def _half_quotation(text: str, claim: Claim | None) -> str:
    """Tell of quotation marks without their partner, and of quotations nobody says."""
    if text.count('"') % 2 or text.count("«") != text.count("»"):
        return "half a quotation"
    low, left, right = text.count("„"), text.count("“"), text.count("”")
    if low != left + right if low else left != right:
        return "half a quotation"
    named = claim is not None and claim.attribution.source is not None
    if not named and (_ALL_QUOTED.match(text) or (claim is not None and claim.attribution.found == "continued")):
        return "a quotation, and nobody is named beside it"
    return ""


def _dangling(opening: str, claim: Claim | None, language: Language) -> str:
    """Tell of an opening that needs the sentence before, unless a source is named beside it."""
    if claim is not None and _is_name(claim.attribution.source, language):
        return ""
    return f"opens with “{opening}”, and nobody is named beside it" if opening else ""


def _is_name(source: str | None, language: Language) -> bool:
    """Tell whether a source holds a name: a word with a capital that is no pronoun, article or the like."""
    found = _TOKEN.findall(source or "")
    return any(word[0].isupper() and word.lower() not in language.stop_words for word in found)


def _opening(text: str, language: Language) -> str:
    """Give the words at the start of a sentence that point to the one before, if it opens with such."""
    opening = text[:80].replace("’", "'")
    first = _TOKEN.search(opening)
    if not first:
        return ""
    head = first.group().lower()
    heads = {head, head.partition("'")[0]}
    if _QUOTE.match(text):
        return first.group() if heads & language.personal else ""
    phrases = _phrases(language.code).get(head, ())
    if not (phrases or heads & language.pronouns or heads & language.connectives):
        return ""
    found: list[str] = _TOKEN.findall(opening)
    low = tuple(word.lower() for word in found)
    if heads & language.pronouns and not (len(low) > 1 and low[1] in language.times):
        return found[0]
    if heads & language.connectives:
        return found[0]
    length = next((len(phrase) for phrase in phrases if low[: len(phrase)] == phrase), 0)
    return " ".join(found[:length])


@cache
def _phrases(code: str) -> dict[str, list[tuple[str, ...]]]:
    """Cut a language's connective phrases into words, and find them by the first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in get(code).connective_phrases:
        cut = tuple(map(str, _TOKEN.findall(phrase)))
        found.setdefault(cut[0], []).append(cut)
    return found


def _blemish(sentence: Sentence, found: Sequence[str], opening: str, claim: Claim | None, language: Language) -> str:
    """Give the reason why a sentence should only be taken where nothing better is left."""
    text, size = sentence.text, len(found)
    mention = claim.attribution.mention if claim is not None and claim.attribution.source is None else None
    if claim and mention and mention.lower() not in language.first_person and not _introduced(mention, sentence, claim):
        return f"nobody but “{mention}” is named"
    if opening and claim is not None and not _names(opening, claim, language):
        return f"it opens with “{opening}”"
    if _QUESTION.search(text) and (sentence.index >= _NEAR_START or size < _ASKS_MUCH or _is_heading(text)):
        return "it asks"
    if size < _FEW_WORDS or not (_ENDS.search(text.rstrip()) or _lost_stop(text, found, language)):
        return "it is no whole sentence"
    return _no_prose(text)


def _introduced(mention: str, sentence: Sentence, claim: Claim) -> bool:
    """Tell whether a sentence names somebody before the pronoun that speaks, and what is said comes after it."""
    at = max(0, sentence.text.lower().find(mention.lower()))
    said_after = all(start >= sentence.start + at for start, _ in claim.attribution.content)
    return said_after and bool(_TOKEN.search(sentence.text[:at])) and not _ANY_QUOTE.search(sentence.text[:at])


def _lost_stop(text: str, found: Sequence[str], language: Language) -> bool:
    """Tell whether something without a full stop reads like a sentence that lost it, not like a list or a heading."""
    if len(found) < _LOST_STOP or not _WORD_LAST.search(text) or not (text[:1].isalnum() or _QUOTE.match(text)):
        return False
    stops = sum(word in language.stop_words for word in found)
    return stops >= _PROSE * len(found) and not _is_heading(text)


def _is_heading(text: str) -> bool:
    """Tell whether most of the longer words have capitals, as English sets headings."""
    longer = [word for word in _TOKEN.findall(text) if len(word) >= _LONGER and word[0].isalpha()]
    capitals: int = sum(word[0].isupper() for word in longer)
    return capitals > _IN_CAPITALS * len(longer)


def _no_prose(text: str) -> str:
    """Tell of what is written in the form of something else than a sentence."""
    if not _ANY_SIGN.search(text):
        return ""
    if text.count("(") != text.count(")") or text.count("[") != text.count("]"):
        return "it holds half a bracket"
    if _ASIDE.search(text):
        return "it reads like a list of links"
    signs = len(_SIGN.findall(text))
    if signs >= _FEW_SIGNS and signs > _CODE * len(text):
        return "it reads like code"
    return "it holds an address" if _ADDRESS.search(text) else ""


def _names(opening: str, claim: Claim, language: Language) -> bool:
    """Tell whether the source beside a sentence makes up for its opening: it is who the pronoun means, or it speaks."""
    word = opening.lower().partition("'")[0]
    if word not in language.pronouns:
        return True
    return word in (claim.attribution.mention or "").lower().split() or claim.attribution.found == "continued"
