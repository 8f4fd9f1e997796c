"""How a line is worded: what tells a title, a caption, a price or code from a sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from digest.clean.line import Line

CONTENT = 4
"""Letters from which a word that is no stop word may carry a title's capital."""

TITLED = 0.6
SHORT = 6

TAIL_CREDIT = re.compile(
    r"(?:\([^()]{2,60}\)|(?:photo|image|picture|credit|courtesy|source|getty|reuters|ap photo|via)\b[^.]{0,60})"
    r"[.\"”]?\s*$",
    re.IGNORECASE,
)
TAIL_PARENTHESIS = re.compile(r"\([^()]{2,80}\)[.\"”]?\s*$")
CODE = re.compile(r"[{}<>=;$\\`~^|]|//|::|\(\)")
PRICE = re.compile(r"[$€£]\s?\d")
NUMBERED = re.compile(r"^\s*(?:#?\d{1,3}[.):]|[•·*\-–])\s*\S")
DASH = re.compile(r" [–-] |—")
MAX_CODE = 8

AUXILIARIES = frozenset({
    "is", "are", "was", "were", "be", "been", "am", "has", "have", "had", "do", "does", "did", "will", "would", "can",
    "could", "may", "might", "must", "shall", "should", "isn't", "wasn't", "aren't", "weren't", "don't", "didn't",
    "won't", "can't", "couldn't", "it's", "that's", "i'm", "he's", "she's", "they're", "we're", "you're",
})  # fmt: skip

WORDING = (
    "titled", "much titled", "all capitals", "tail credit", "tail parenthesis", "code", "price", "numbered",
    "colon inside", "dash", "begins with stop word", "ends with stop word",
)  # fmt: skip
VERBS = ("auxiliaries", "no auxiliary", "six words without auxiliary", "inflected", "no verb")


def wording(line: Line, stop_words: Collection[str]) -> Iterator[float]:
    """Yield the numbers named in `WORDING`."""
    text, words = line.text, line.words
    titled, shouted = capital_shares(line, stop_words)
    yield from (titled, titled > TITLED, shouted)
    yield from (found(TAIL_CREDIT, text[-200:]), found(TAIL_PARENTHESIS, text[-200:]))
    yield min(MAX_CODE, len(CODE.findall(text))) / 3
    yield from (found(PRICE, text), found(NUMBERED, text), ":" in text[:-1], found(DASH, text))
    yield from (bool(words) and words[0] in stop_words, bool(words) and words[-1] in stop_words)


def capital_shares(line: Line, stop_words: Collection[str]) -> tuple[float, float]:
    """Give the share of a line's content words that begin with a capital, and of its words in capitals alone."""
    content = [word for word in line.written[1:] if len(word) >= CONTENT and word.casefold() not in stop_words]
    titled = sum(word[0].isupper() for word in content) / (len(content) + 1)
    return titled, sum(len(word) > 1 and word.isupper() for word in line.written) / (len(line.written) + 1)


def verbs(line: Line) -> Iterator[float]:
    """Yield the numbers named in `VERBS`; they mean something in English only."""
    count = len(line.words)
    auxiliaries = sum(is_auxiliary(word) for word in line.words)
    inflected = sum(len(word) > CONTENT and word.endswith(("ed", "ing")) for word in line.words)
    yield from (auxiliaries / (count + 1), auxiliaries == 0, auxiliaries == 0 and count >= SHORT)
    yield from (inflected / (count + 1), auxiliaries == 0 and inflected == 0)


def is_auxiliary(word: str) -> bool:
    """Tell whether a folded word is one of the small verbs that most English sentences have."""
    return word.replace("’", "'") in AUXILIARIES


def found(pattern: re.Pattern[str], text: str) -> bool:
    """Tell whether a pattern is anywhere in a text."""
    return pattern.search(text) is not None
