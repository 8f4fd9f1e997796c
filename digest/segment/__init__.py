"""Article text to sentences: slices, in order, that lose only white space."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase

from digest.languages import get
from digest.models import Sentence
from digest.segment._blocks import blocks
from digest.segment._boundaries import boundaries

__all__ = ["segment"]

_CAPITALS = 0.004  # share of all letters


def segment(text: str, language: str) -> tuple[Sentence, ...]:
    """Cut a text into sentences.

    Every character that is not white space lies in exactly one sentence. `paragraph` counts the
    paragraphs, which end at a line break, unless the lines are those of a hard-wrapped text. Time
    is linear in the length of the text.
    """
    known = get(language)
    cased = has_case(text)
    found: list[Sentence] = []
    for paragraph, (start, end) in enumerate(blocks(text)):
        for left, right in _cut(text, start, boundaries(text[start:end], known, cased=cased), end):
            found.append(Sentence(len(found), left, right, text[left:right], paragraph))
    return tuple(found)


def has_case(text: str) -> bool:
    """Tell whether capitals mean anything: not in a text without, as corpora in lower case are."""
    if sum(map(text.count, ascii_uppercase)) > _CAPITALS * len(text):
        return True  # what most texts show at once: the rest of this function is slow
    capitals = sum(map(str.isupper, text))
    return capitals > 0 and capitals > _CAPITALS * (capitals + sum(map(str.islower, text)))


def _cut(text: str, start: int, cuts: list[int], end: int) -> Iterator[tuple[int, int]]:
    """Give the slices between cuts (relative to start) without the white space at their ends."""
    left = start
    for right in [*(start + cut for cut in cuts), end]:
        piece = text[left:right]
        first = left + len(piece) - len(piece.lstrip())
        last = left + len(piece.rstrip())
        if first < last:
            yield first, last
        left = right
