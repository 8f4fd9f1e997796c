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
_REACH = 80  # characters: phrases are shorter


def opening(text: str, language: Language) -> str:
    """Give the words at the start of a sentence that point to the one before, if it opens with such."""
    start = text[:_REACH].replace("’", "'")
    first = TOKEN.search(start)
    head = first.group().lower() if first else ""
    heads = {head, head.partition("'")[0]}
    if heads.isdisjoint(_openers(language.code)):
        return ""
    found: list[str] = TOKEN.findall(start)
    low = tuple(word.lower() for word in found)
    if heads & language.articles and is_article(found, language):
        return ""
    if QUOTE.match(text):
        return found[0] if heads & language.personal else ""
    if _longest(_phrases(language.code, "expletives"), low):
        return ""
    present = len(low) > 1 and low[1] in language.times  # this week
    if (heads & language.pronouns and not present) or heads & language.connectives:
        return found[0]
    return " ".join(found[: _longest(_phrases(language.code, "connective_phrases"), low)])


def announces(found: Sequence[str], language: Language) -> bool:
    """Tell whether the words of a sentence only say that something follows, or ask the reader to do something."""
    if found and _longest(_phrases(language.code, "announcing"), found):
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
        language.articles | language.personal | language.pronouns | language.connectives
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
