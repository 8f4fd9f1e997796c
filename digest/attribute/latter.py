"""Whom a language names as the last of those just named: French ce dernier and celle-ci, English the latter."""

from __future__ import annotations

from digest.attribute.descriptions import Descriptions
from digest.attribute.pronouns import FITTING
from digest.attribute.reading import Phrase, Reading

_ANYBODY = frozenset({"m", "f", "person"})  # where the phrase tells no sex: the latter


def latter(reading: Reading, phrase: Phrase) -> tuple[str, str] | None:
    """Give the words of a phrase that stand for the last one named, with their class; else None.

    A word beside the phrase may belong to them, since the parts of `ce dernier` are other words too.
    """
    begin, end = phrase
    for first, last in ((begin - 1, end), (begin, end), (begin, end + 1)):
        kind = reading.cues.latter.get(" ".join(reading.low[max(0, first) : last]))
        if kind:
            return reading.phrase((max(0, first), last)), kind
    return None


def last_named(described: Descriptions, at: int, kind: str) -> str | None:
    """Find the person of a class that is named last in the sentence before a word.

    None where one without a name stands behind: Ana Gil met the driver. The latter said …
    """
    reading, names = described.reading, described.names
    first, last = reading.bounds[max(0, reading.sentence_of(at) - 1)]
    named = names.between(first, min(last, at))
    person = names.person(named[-1].name) if named else None
    if person is None:
        return None
    cues = names.cues
    roles = cues.people | cues.titles | cues.male | cues.female | cues.bodies | cues.crowds | cues.texts
    full = names.full(person)
    unnamed = not roles.isdisjoint(reading.low[named[-1].words[1] : last])
    return full if described.kind(full) in FITTING.get(kind, _ANYBODY) and not unnamed else None
