"""Openings that point to the sentence before: pronouns, connectives and phrases."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from digest.languages import Language, get

TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
QUOTE = re.compile(r"^[\s(]*([\"“”„«»]|[‘'`](?=\w))")
_Kind = Literal["connective_phrases", "expletives", "announcing", "disclaiming"]
_ANNOUNCES = 20  # words up to which a sentence that opens like an announcement says nothing else
_REACH = 80  # characters: phrases are shorter


def opening(text: str, language: Language) -> str:
    """Give the words at the start of a sentence that point to the one before, if it opens with such."""
    if language.pointing:
        return next((pointer.strip() for pointer in language.pointing if text.startswith(pointer)), "")
    start = text[:_REACH].replace("’", "'")
    first = TOKEN.search(start)
    head = first.group().lower() if first else ""
    if first is None or _heads(head).isdisjoint(_openers(language.code)):
        return ""
    found: list[str] = TOKEN.findall(start)
    low = tuple(word.lower() for word in found)
    if head in language.reporting and start.startswith(",", first.end()):
        return found[0]
    return " ".join(found[: _pointing(found, low, language, quoted=QUOTE.match(text) is not None)])


def _pointing(found: Sequence[str], low: tuple[str, ...], language: Language, *, quoted: bool) -> int:
    """Give the number of words that point back."""
    heads = _heads(low[0])
    if heads & language.articles and is_article(found, language):
        return 0
    if quoted:
        return int(bool(heads & language.personal))
    if _longest(_phrases(language.code, "expletives"), low):
        return 0
    present = len(low) > 1 and low[1] in language.times  # this week
    if (heads & language.pronouns and not present) or heads & language.connectives:
        return 1
    return _longest(_phrases(language.code, "connective_phrases"), low)


def _heads(word: str) -> frozenset[str]:
    """Give a word with and without what an apostrophe adds to it."""
    return frozenset((word, word.partition("'")[0]))


def announces(found: Sequence[str], language: Language) -> bool:
    """Tell whether the words of a sentence only say that something follows, or ask the reader to do something."""
    if 0 < len(found) <= _ANNOUNCES and _longest(_phrases(language.code, "announcing"), found):
        return True
    known = _phrases(language.code, "disclaiming")
    if known.keys().isdisjoint(found):
        return False
    return any(_longest(known, found[at:]) for at in range(len(found)))


def is_article(found: Sequence[str], language: Language) -> bool:
    """Tell whether a word that may be a pronoun is an article here: no verb stands right behind it."""
    if len(found) == 1:
        return False
    second = found[1]
    if second.lower() in language.finite:
        return False
    verbal = second.islower() and bool(language.finite_endings) and second.endswith(language.finite_endings)
    return not verbal or second in language.stop_words


def _longest(known: dict[str, list[tuple[str, ...]]], low: Sequence[str]) -> int:
    """Give the number of words of the longest phrase that words begin with, or 0."""
    phrases = known.get(low[0], ())
    return next((len(phrase) for phrase in phrases if tuple(low[: len(phrase)]) == phrase), 0)


@cache
def _openers(code: str) -> frozenset[str]:
    """Give the words that may make an opening one that points back."""
    language = get(code)
    return frozenset(
        language.articles | language.personal | language.reporting | language.pronouns | language.connectives
        | _phrases(code, "connective_phrases").keys()
    )  # fmt: skip


@cache
def _phrases(code: str, kind: _Kind) -> dict[str, list[tuple[str, ...]]]:
    """Cut a language's phrases of one kind into words, and find them by the first, longest ones first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(getattr(get(code), kind), key=len, reverse=True):
        cut = tuple(map(str, TOKEN.findall(phrase)))
        found.setdefault(cut[0], []).append(cut)
    return found
