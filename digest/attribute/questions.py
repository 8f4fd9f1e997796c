"""Who answers a question by a pronoun: whoever was asked, and neither who asks nor whom the question is about."""

from __future__ import annotations

from digest.attribute.pronouns import Candidate
from digest.attribute.reading import Reading
from digest.attribute.reports import Report

_OWNED = tuple("NWUKGD")  # tags behind a possessive pronoun


def answering(
    reading: Reading, report: Report, pronoun: str, asker: str | None, those: list[Candidate]
) -> list[Candidate]:
    """Leave out who cannot answer, where the sentence before a report tells that somebody asks.

    `asker` is the source of that sentence, if it has one. Behind `she was asked` nobody answers whom the question
    names; behind `Lee asked her` or `Lee asked: “…?”` it is not Lee.
    """
    first, last = reading.bounds[report.sentence]
    if report.sentence == 0 or reading.low[report.cue[0]] in reading.cues.asking or "?" in reading.low[first:last]:
        return those
    begin, end = reading.bounds[report.sentence - 1]
    asked = next((at for at in range(end - 1, begin - 1, -1) if _asks(reading, at)), None)
    if asked is None:
        return those
    if reading.tags[begin:asked].rstrip("YA").endswith("B"):  # she was asked
        return [candidate for candidate in those if not asked < candidate.at < end]
    asks = reading.tags[begin:asked].rstrip("ABY")[-1:] in tuple("NWR)K")  # and not: asked whether she would, Lee
    if not (asks and _asks_another(reading, asked, end, pronoun)):
        return those
    return [candidate for candidate in those if candidate.name != asker and not begin <= candidate.at < asked]


def _asks(reading: Reading, at: int) -> bool:
    """Whether a word is a form of ask outside quotations."""
    return reading.low[at] in reading.cues.asking and reading.tags[at] != "q"


def _asks_another(reading: Reading, asked: int, end: int, pronoun: str) -> bool:
    """Whether a question up to a word is put to somebody: it is quoted, or a pronoun of a class stands in it."""
    quoted = "?" in reading.low[asked + 1 : end] and "q" in reading.tags[asked + 1 : end]
    return quoted or any(_stands_for(reading, at, pronoun) for at in range(asked + 1, end))


def _stands_for(reading: Reading, at: int, pronoun: str) -> bool:
    """Whether a word is a pronoun of a class, and not the owner of what stands behind it: asked her son."""
    if reading.cues.pronouns.get(reading.low[at], reading.cues.possessives.get(reading.low[at])) != pronoun:
        return False
    return reading.tags[at] == "R" or (reading.tags[at] == "O" and reading.tags[at + 1 : at + 2] not in _OWNED)
