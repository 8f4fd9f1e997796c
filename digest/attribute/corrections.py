"""What an article tells of itself: `An earlier version of this article said that …` is nobody's claim."""

from __future__ import annotations

from digest.attribute.reading import Reading

_NEAR = 3  # words between such a noun and the word that points to the article


def corrected(reading: Reading) -> frozenset[int]:
    """Give the sentences that are corrections."""
    known = reading.cues.editions | reading.cues.corrections
    if known.isdisjoint(word.lower() for word in reading.vocabulary):
        return frozenset()
    return frozenset(at for at in range(len(reading.bounds)) if _corrects(reading, at))


def _corrects(reading: Reading, sentence: int) -> bool:
    """Whether a sentence is headed as a correction, or has a noun such as `version` and points to its article."""
    first, last = reading.bounds[sentence]
    cues, low = reading.cues, reading.low
    if low[first:last] and low[first] in cues.corrections and reading.tags[first + 1 : first + 2] == ":":
        return True
    editions = (at for at in range(first, last) if low[at] in cues.editions and reading.tags[at] != "q")
    return any(not cues.itself.isdisjoint(low[at + 1 : min(last, at + 1 + _NEAR)]) for at in editions)
