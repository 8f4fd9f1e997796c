"""The subject of a verb that has none of its own words: shared with another verb, or told in the clause behind."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from digest.attribute.phrases import FINITE, head_of
from digest.attribute.reading import Phrase, Reading
from digest.attribute.reports import Report
from digest.attribute.subjects import clause_subject, subject_before
from digest.attribute.verbs import may_speak

_VERBS = 6  # verbs before one that shares a subject


def shared_subject(reading: Reading, report: Report, before: Sequence[Report]) -> Phrase | None:
    """Find the subject that a verb shares: of the report before in its sentence, else of the clause."""
    for other in reversed(before):
        if other.sentence != report.sentence:
            break
        if other.source and other.form != "according":
            return other.source
    first, _ = reading.bounds[report.sentence]
    subject = clause_subject(reading, first, report.cue[0])
    if subject and (may_speak(reading, subject) or _is_agent(reading, subject)):
        return subject
    return _of_verb_before(reading, first, report.cue[0]) or subject


def subject_to_come(reading: Reading, report: Report, behind: Sequence[Report]) -> Phrase | None:
    """Find the subject of the main clause for a participle that opens the sentence: `Noting that …, Lee added`."""
    first, _ = reading.bounds[report.sentence]
    if report.form != "participle" or report.cue[0] - first > 1:
        return None
    return next((other.source for other in behind if other.sentence == report.sentence), None)


def _is_agent(reading: Reading, phrase: Phrase) -> bool:
    """Whether the head of a phrase ends as words for persons do: narrator."""
    return reading.low[head_of(reading, phrase)].endswith(reading.cues.agent_endings or ("\0",))


def _of_verb_before(reading: Reading, first: int, cue: int) -> Phrase | None:
    """Find the subject of the nearest verb before a cue whose subject may speak: `when Lee took the floor and said`."""
    for match in islice(reversed(list(FINITE.finditer(reading.tags, first, cue))), _VERBS):
        subject = subject_before(reading, match.start())
        if subject.phrase and subject.shape not in ("relative", "shared") and may_speak(reading, subject.phrase):
            return subject.phrase
    return None
