"""Verbs in the passive: who speaks stands behind `by`, or is left out: is said to, was described by Lee as."""

from __future__ import annotations

import re

from digest.attribute.reading import Phrase, Reading
from digest.attribute.reports import Report
from digest.attribute.subjects import Subject, subject_after

_DATE = re.compile(r"P?[DU]*T[TU]*[.,;]")


def passive(reading: Reading, sentence: int, at: int, subject: Subject, *, backed: bool) -> Report | None:
    """Read `is said to`, `was described by SOURCE as`, `was quoted as saying`."""
    cues, last = reading.cues, reading.bounds[sentence][1]
    low = reading.low[at]
    if cues.speech.get(low) == "quote":
        return Report(sentence, (at, at + 1), "passive", subject.phrase, subject.phrase is None, supported=True)
    for agent in range(at + 1, min(last, at + 6)):
        if reading.tags[agent] in "VXZBA,;" or reading.low[agent] in cues.that:
            break
        if reading.low[agent] in cues.agents:
            if reading.tags[agent + 1 : agent + 2] == "G":  # reminded by reading it
                return None
            source = subject_after(reading, agent + 1) if agent + 1 < last else None
            source = source and _without_reason(reading, source)
            return Report(sentence, (at, at + 1), "passive", source, supported=backed)
    unnamed = (
        subject.shape == "pronoun" and at + 1 < last and reading.low[at + 1] in cues.that and reading.tags[at] == "X"
    )
    dated = _DATE.match(reading.tags, at + 1, last)  # is expected on Saturday
    if (low in cues.passive and not dated) or unnamed:
        return Report(sentence, (at, at + 1), "hearsay")
    return None


def _without_reason(reading: Reading, phrase: Phrase) -> Phrase:
    """Cut from an agent what it speaks for or about: rebuked by opponents for his plan."""
    for at in range(phrase[0] + 1, phrase[1]):
        tags = reading.tags[at - 1 : at + 2]
        if tags[1] == "P" and reading.low[at] not in reading.cues.partitives and tags != "NPN":
            return phrase[0], at
    return phrase


def has_agent(reading: Reading, at: int) -> bool:
    """Whether a participle behind a comma names its agent: `the plan, first reported by the Herald, is`."""
    before = reading.tags[max(0, at - 4) : at].rstrip("Y")[-1:]
    agent = reading.low[at + 1 : at + 2]
    if before != "," or reading.tags[at] != "X" or not agent or agent[0] not in reading.cues.agents:
        return False
    return bool(re.match(r"D?N", reading.tags[at + 2 : at + 4]))
