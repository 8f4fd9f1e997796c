"""Who is quoted or cited by another is the source: the Post quoted Lee as saying, the Post reported, citing Lee."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from digest.attribute.agents import may_speak
from digest.attribute.reading import Phrase, Reading
from digest.attribute.reports import Report
from digest.attribute.subjects import subject_after

_AS = re.compile(r"(?:,[^,;:.VXZBA]*,|P[DO]?[WNUK]*[NW]|[YT])*[SP](?=x)")  # quoted Lee, the mayor, as saying
_AFTER_VERB = 6  # words within which such a clause follows a passive: was quoted by the Post as saying


def with_cited(reading: Reading, reports: Sequence[Report]) -> list[Report]:
    """Put who is cited in place of who cites, in the reports of one sentence."""
    found = list(reports)
    for report in reports:
        if _lemma(reading, report) not in reading.cues.citing:
            continue
        if report.form == "passive":
            found = _without(found, _said_so(reading, report, report.cue[1]))
            continue
        cited = subject_after(reading, report.cue[1], linked=False) if report.cue[1] < len(reading.low) else None
        if cited is None or not may_speak(reading, cited):
            continue
        said = _said_so(reading, report, cited[1])
        if said:
            found = _without(found, said)
            found[found.index(report)] = replace(report, source=cited, shared=False, supported=True, sure=True)
        elif reading.tags[report.cue[0]].islower() and not _is_text(reading, cited):
            found = _relayed(reading, found, report, cited)
    return found


def _relayed(reading: Reading, found: list[Report], report: Report, cited: Phrase) -> list[Report]:
    """Give what somebody passes on to who is cited for it, and drop the clause that tells so."""
    quoting = _lemma(reading, report) in reading.cues.repeating
    relayed = next((other for other in found if other is not report and _relays(reading, other, quoting)), None)
    if relayed is None:
        return found
    if report.supported:  # quoting Lee: “…”
        found = [other for other in found if other is not relayed]
        return [replace(other, source=cited, shared=False) if other is report else other for other in found]
    found[found.index(relayed)] = replace(relayed, source=cited, shared=False)
    return [other for other in found if other is not report]


def _is_text(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase is of a document, which an outlet has read itself."""
    head = next((at for at in range(phrase[0] + 1, phrase[1]) if reading.tags[at] == "P"), phrase[1]) - 1
    return bool({reading.low[head], reading.low[head].removesuffix("s")} & reading.cues.texts)


def _relays(reading: Reading, report: Report, quoting: bool) -> bool:
    """Whether a report passes on what others say: an outlet's, or anybody's who is `quoting` them."""
    if report.source is None or report.form not in ("verb", "inverted"):
        return False
    return quoting or _lemma(reading, report) in reading.cues.relaying


def _said_so(reading: Reading, report: Report, at: int) -> int | None:
    """Find the verb of `as saying` behind who is quoted."""
    _, last = reading.bounds[report.sentence]
    clause = _AS.match(reading.tags, at, last)
    if clause:
        return clause.end()
    near = range(at, min(last, at + _AFTER_VERB)) if report.form == "passive" else ()
    return next((word + 1 for word in near if reading.tags[word : word + 2] in ("Sx", "Px")), None)


def _without(found: list[Report], at: int | None) -> list[Report]:
    """Leave out the report whose cue is at a word."""
    return [other for other in found if other.cue[0] != at]


def _lemma(reading: Reading, report: Report) -> str | None:
    """Give the dictionary form of a cue."""
    low = reading.low[report.cue[0]]
    return reading.cues.speech.get(low) or reading.cues.thought.get(low)
