"""Copies of an article: same address, same text, or text that was syndicated and hardly changed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from digest.addresses import canonical
from digest.models import Article

SHINGLE = 5
"""Words in a row that are compared (Broder 1997, On the resemblance and containment of documents)."""

CONTAINED = 0.6
"""Share of the shorter text's shingles in the longer one from which it is a copy. Articles of the same event by
different writers share less than 0.2, agency copy that an editor shortened 0.7 and more."""

ENOUGH = 30
"""Shingles below which chance decides: a shorter text is a copy only when it is contained whole."""

BEGINNING = 300
"""Words that are compared; whole articles would tell no more and cost several times as much."""

COMMON = 40
"""A shingle in more articles than this is a house style's formula, not a copy."""

LABEL = 40
"""Characters up to which a text alone makes no copy: “Comments” is all that many entries of one feed hold."""

WORD = re.compile(r"\w+")


def copies(articles: Sequence[Article]) -> list[list[int]]:
    """Part indexes into groups of copies, in the order of their first."""
    parent = list(range(len(articles)))
    for one, other in (*same_key(articles), *near_copies(articles)):
        low, high = sorted((root(parent, one), root(parent, other)))
        parent[high] = low
    groups: dict[int, list[int]] = defaultdict(list)
    for index in range(len(articles)):
        groups[root(parent, index)].append(index)
    return list(groups.values())


def root(parent: list[int], index: int) -> int:
    """Find the group's first, shortening the way there."""
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index


def same_key(articles: Sequence[Article]) -> Iterator[tuple[int, int]]:
    """Pair articles of one address or of one text, white space, case and punctuation aside."""
    first: dict[tuple[str, str], int] = {}
    for index, article in enumerate(articles):
        told = " ".join(WORD.findall(article.text.casefold()))
        keys = [("text", told if len(told) > LABEL else f"{article.title.casefold()}: {told}")]
        if article.url:
            keys.append(("url", canonical(article.url)))
        for key in keys:
            yield first.setdefault(key, index), index


def near_copies(articles: Sequence[Article]) -> Iterator[tuple[int, int]]:
    """Pair articles of which one holds most of the other."""
    sketches = [sketch(article.text) for article in articles]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, marks in enumerate(sketches):
        for mark in marks:
            holders[mark].append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for places in holders.values():
        if 1 < len(places) <= COMMON:
            shared.update((one, other) for at, one in enumerate(places) for other in places[at + 1 :])
    for (one, other), count in sorted(shared.items()):
        least = min(len(sketches[one]), len(sketches[other]))
        if count >= (CONTAINED if least >= ENOUGH else 1.0) * least:
            yield one, other


def sketch(text: str) -> frozenset[tuple[str, ...]]:
    """Take the shingles of a text's beginning, where an agency's copy is least changed."""
    words = WORD.findall(text.casefold())[:BEGINNING]
    return frozenset(zip(*(words[at:] for at in range(SHINGLE)), strict=False))
