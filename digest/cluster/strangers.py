"""Articles alike in words that tell of different things: a fire in Hamburg and one in Antwerp, two firms' results.

Reports of one kind share most of their words. What they are about is named in their titles, and where neither
article speaks anywhere of what the other's title names, they are strangers, however alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from digest.cluster.stories import STEM
from digest.models import Article

_WORD = re.compile(r"[^\W\d_]{2,}")
_LONGEST = 20_000  # characters of a text that are looked at


@dataclass(frozen=True, slots=True)
class _Subject:
    """The names in an article's title, and all its words; both folded."""

    names: frozenset[str]
    words: frozenset[str]


def strangers(articles: Sequence[Article]) -> Callable[[int, int], bool]:
    """Tell of two articles by their places whether each title names something of which the other never speaks."""

    @cache
    def subject(place: int) -> _Subject:
        return _subject(articles[place])

    def apart(one: int, other: int) -> bool:
        left, right = subject(one), subject(other)
        return bool(left.names and right.names) and not (left.names & right.words or right.names & left.words)

    return apart


def _subject(article: Article) -> _Subject:
    """Find the words of a title that the text has with a capital only."""
    text = article.text[:_LONGEST]
    large: set[str] = set()
    small: set[str] = set()
    for word in _WORD.findall(text):
        (large if word[0].isupper() else small).add(_fold(word))
    title = {_fold(word) for word in _WORD.findall(article.title) if word[0].isupper()}
    words = {_fold(word) for word in _WORD.findall(f"{article.title}\n{text}")}
    return _Subject(frozenset(title & large - small), frozenset(words))


def _fold(word: str) -> str:
    """Give what counts of a word."""
    return word.casefold()[:STEM]
