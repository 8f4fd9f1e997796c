"""Reports whose words leave no doubt, however rare they are: a jury heard that, a study found, Lee accepts that."""

from __future__ import annotations

import re
from dataclasses import replace

from digest.attribute.agents import may_speak
from digest.attribute.phrases import head_of
from digest.attribute.reading import Phrase, Reading
from digest.attribute.reports import Report
from digest.attribute.subjects import subject_before

_CLAUSE = re.compile(r"[YT]{0,2}(?:R|[DO]?[WNUKG]*[NW](?:P[DO]?[WNUKG]*[NW])*)[YT]*[BAVXZ]")
_INTERROGATIVE = re.compile(r"[SH]")
_ENDS = re.compile(r"(?:P?[DO]?W?T)?\.?$")


def heard(reading: Reading, sentence: int, at: int) -> Report | None:
    """Read what a court or an inquiry heard or was told, which stands for who spoke there."""
    low, cues = reading.low[at], reading.cues
    told = cues.speech.get(low) in cues.telling
    if not (low in cues.hearing or told) or reading.tags[at] == "q":
        return None
    subject = subject_before(reading, at)
    if subject.phrase is None or not _is_court(reading, subject.phrase) or subject.passive != told:
        return None
    behind = _stands_behind(reading, sentence, at, subject.phrase)
    if not (behind or _tells(reading, sentence, at)):
        return None
    return Report(sentence, (at, at + 1), "verb", subject.phrase, behind=behind, supported=not behind, sure=True)


def assured(reading: Reading, report: Report) -> Report:
    """Make a report sure where a study finds something, or somebody concedes with `that` what others say."""
    low, cues = reading.low[report.cue[0]], reading.cues
    if report.source is None or report.form != "verb" or report.behind:
        return report
    found = low in cues.finding and _head(reading, report.source) in cues.studies
    conceded = low in cues.conceding and may_speak(reading, report.source)
    behind = report.cue[1]
    that = behind < len(reading.low) and reading.low[behind] in cues.that
    if conceded:  # accepted that it was late, and not: accepted that prize
        sure = that and _tells(reading, report.sentence, behind)
    else:
        sure = found and _tells(reading, report.sentence, report.cue[0])
    return replace(report, sure=True) if sure else report


def _is_court(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase names a body before which people speak."""
    return _head(reading, phrase) in reading.cues.courts


def _head(reading: Reading, phrase: Phrase) -> str:
    """Give the head of a phrase in lower case."""
    return reading.low[head_of(reading, phrase)]


def _tells(reading: Reading, sentence: int, at: int) -> bool:
    """Whether a clause stands behind a verb: that it was late, it was late, how it was."""
    _, last = reading.bounds[sentence]
    if at + 1 >= last:
        return False
    asked = _INTERROGATIVE.match(reading.tags, at + 1, last)
    return asked is not None or _CLAUSE.match(reading.tags, at + 1, last) is not None


def _stands_behind(reading: Reading, sentence: int, at: int, source: Phrase) -> bool:
    """Whether a verb with its source ends the sentence that it reports: He was late, the court heard."""
    first, last = reading.bounds[sentence]
    parted = source[0] > first and reading.tags[source[0] - 1] in ",q"
    return parted and _ENDS.fullmatch(reading.tags, at + 1, last) is not None
