"""The subject of a verb that has none of its own words: shared with another verb, or told in the clause behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from digest.attribute.agents import may_speak
from digest.attribute.phrases import FINITE, antecedent, head_of
from digest.attribute.reading import Phrase, Reading
from digest.attribute.reports import Report
from digest.attribute.subjects import clause_subject, subject_before

_NEXT = re.compile(r";C?|,C")  # begins another clause of the same rank
_OPENING = re.compile(r"[YTC]*,?[SP]?Y?|.")  # Now, after arguing that …, Lee went
_MAIN = re.compile(r"[,q](?P<who>R|N{1,4}|[DO]W*[WN])Y*[BAVXZ]")
_SUBORDINATE = re.compile(r"S(?P<who>R|N{1,4})[ABY]*[VXZ][^,;:\-()qSHVXZ]*$")
_RELATIVE = re.compile(r"H[ABY]*[VXZWG][^,;:\-()qSHVXZ]*[SP]$")  # a guard who was sacked after condemning it
_VERBS = 6  # verbs before one that shares a subject


def shared_subject(reading: Reading, report: Report, before: Sequence[Report]) -> Phrase | None:
    """Find the subject that a verb shares: of the report before in its sentence, else of the clause."""
    for other in reversed(before):
        if other.sentence != report.sentence:
            break
        if other.source and other.form != "according":
            return other.source
    first, _ = reading.bounds[report.sentence]
    nearest = _of_nearest_clause(reading, first, report.cue[0]) if reading.tags[report.cue[0]].islower() else None
    if nearest:
        return nearest
    if report.form == "participle":
        first = _clause_before(reading, first, report.cue[0])
    subject = clause_subject(reading, first, report.cue[0])
    if subject and (may_speak(reading, subject) or _is_agent(reading, subject)):
        return subject
    return _of_verb_before(reading, first, report.cue[0]) or subject


def subject_to_come(reading: Reading, report: Report, behind: Sequence[Report]) -> Phrase | None:
    """Find the subject of the main clause for a participle that opens the sentence: `Noting that …, Lee added`."""
    first, _ = reading.bounds[report.sentence]
    if report.form != "participle" or not _OPENING.fullmatch(reading.tags, first, report.cue[0]):
        return None
    told = next((other.source for other in behind if other.sentence == report.sentence), None)
    main = _MAIN.search(reading.tags, report.cue[1], reading.bounds[report.sentence][1])
    return told or (main.span("who") if main else None)


def _clause_before(reading: Reading, first: int, cue: int) -> int:
    """Find where the last of several clauses begins that stands before a participle and has a subject that may speak.

    `Lee spoke of trade, but Orr came back to the bridge, asking Lee to …`
    """
    for match in reversed(list(_NEXT.finditer(reading.tags, first, cue))):
        verb = FINITE.search(reading.tags, match.end(), cue)
        subject = clause_subject(reading, match.end(), verb.start()) if verb else None
        if verb and subject and subject[1] <= verb.start() and may_speak(reading, subject):
            return match.end()
    return first


def _of_nearest_clause(reading: Reading, first: int, cue: int) -> Phrase | None:
    """Find the subject of the subordinate clause that a participle stands in: waited until she left saying."""
    clause = _SUBORDINATE.search(reading.tags, first, cue)
    if clause:
        return clause.span("who")
    relative = _RELATIVE.search(reading.tags, first, cue)
    return antecedent(reading, first, relative.start()) if relative else None


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
