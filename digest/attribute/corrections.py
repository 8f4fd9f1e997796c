"""What an article tells of itself: `An earlier version of this article said that …` is nobody's claim."""

from __future__ import annotations

from functools import cache

from digest.attribute.reading import Reading
from digest.languages._cues import Cues

_NEAR = 3  # words between such a noun and the word that points to the article


def corrected(reading: Reading) -> frozenset[int]:
    """Give the sentences that are corrections."""
    if _known(reading.cues).isdisjoint(reading.vocabulary):
        return frozenset()
    return frozenset(at for at in range(len(reading.bounds)) if _corrects(reading, at))


@cache
def _known(cues: Cues) -> frozenset[str]:
    """Give the nouns of corrections as a text may write them."""
    words = cues.editions | cues.corrections
    return words.union(map(str.capitalize, words), map(str.upper, words))


def _corrects(reading: Reading, sentence: int) -> bool:
    """Whether a sentence is headed as a correction, or has a noun such as `version` and points to its article."""
    first, last = reading.bounds[sentence]
    cues, low = reading.cues, reading.low
    if low[first:last] and low[first] in cues.corrections and reading.tags[first + 1 : first + 2] == ":":
        return True
    editions = (at for at in range(first, last) if low[at] in cues.editions and reading.tags[at] != "q")
    return any(not cues.itself.isdisjoint(low[at + 1 : min(last, at + 1 + _NEAR)]) for at in editions)
