"""Where the words of a report are there, and nobody says anything: if Lee says that, it is fair to say that."""

from __future__ import annotations

import re

from digest.attribute.agents import may_speak
from digest.attribute.reading import Phrase, Reading
from digest.attribute.reports import Report
from digest.attribute.weighing import leads

_NAMED = re.compile(r"[DN]N*(?=(?P<joined>C)|[-,.;:()XZVBAMP]|$)")
_REQUEST = re.compile(r"(?:R|[DO]?[WNUK]*[NW])?P")  # for a copy, the school for a copy
_EXPLETIVE = re.compile(r"[ABY]*BY*WM")  # it is fair to say
_SAYS_LATER = re.compile(r",[AY]*[XZ]")
_ASKED = re.compile(r"[MPSH]")  # behind a participle: asked to leave, asked by Lee, asked why


def says_nothing(reading: Reading, report: Report) -> bool:
    """Whether a verb with its source reports nothing."""
    if report.source is None:
        return False
    of_source = (_is_supposed, _is_idle, _gives_a_name, _is_inquiry, _is_described)
    if any(rule(reading, report, report.source) for rule in of_source):
        return True
    return _is_asked(reading, report) or _goes_on(reading, report)


def _is_supposed(reading: Reading, report: Report, source: Phrase) -> bool:
    """Whether somebody is only supposed to say so, or asked about: `if Lee says that`, `should Lee say that …?`."""
    first, last = reading.bounds[report.sentence]
    comma = reading.tags.find(",", report.cue[1], last)
    clause = reading.tags[first : comma if comma > 0 else last]
    if "q" in clause:
        return False
    ahead = source[0] - 1
    if ahead < first:
        return False
    asked = ahead == first and reading.tags[ahead] in "AB" and reading.words[last - 1] == "?"
    return asked or reading.low[ahead] in reading.cues.conditions


def _is_idle(reading: Reading, report: Report, source: Phrase) -> bool:
    """Whether an infinitive hangs on what cannot speak: fair to say, nothing in Lee's file to suggest that."""
    begin, end = source
    owner = reading.tags.rfind("K", begin, end - 1)
    setting = (at for at in range(begin + 1, end) if reading.tags[at] == "P")
    stop = next((at for at in setting if reading.low[at] not in reading.cues.linking), end)
    between = reading.tags[end : report.cue[0]]
    if reading.cues.pronouns.get(reading.low[begin]) == "thing" and _EXPLETIVE.fullmatch(between):
        return True
    return between.rstrip("Y") == "M" and not may_speak(reading, (max(begin, owner + 1), stop))


def _gives_a_name(reading: Reading, report: Report, source: Phrase) -> bool:
    """Whether a participle only tells what something is called: a space called The Hub."""
    at = report.cue[0]
    if reading.low[at] not in reading.cues.naming:
        return False
    if source[1] != at and reading.tags[at - 1] != "W":
        return False
    _, last = reading.bounds[report.sentence]
    named = _NAMED.match(reading.tags, at + 1, last)
    if named is None or (named["joined"] and may_speak(reading, source)):
        return False  # officials called Lee and Bell
    return reading.words[at + 1][0].isupper()


def _is_asked(reading: Reading, report: Report) -> bool:
    """Whether a participle behind a comma tells what its subject was asked: most people, asked to name one, would."""
    begin, end = report.cue
    _, last = reading.bounds[report.sentence]
    if reading.low[begin] not in reading.cues.asking:
        return False
    if reading.tags[end : end + 1] in ("X", "Z", "A", "B"):
        return True  # most people asked said it was late
    if reading.tags[begin - 1] != ",":
        return False
    if report.source and report.source[1] < begin - 1 and not _SAYS_LATER.search(reading.tags, end, last):
        return False  # Ann Lee, the mayor of Corran, asked why the road, which was new, was shut
    return _ASKED.match(reading.tags, end, last) is not None and reading.tags.find(",", end, last) > 0


def _is_inquiry(reading: Reading, report: Report, source: Phrase) -> bool:
    """Whether whoever writes tells that they asked for something: I asked the school for a copy."""
    first, last = reading.bounds[report.sentence]
    begin, end = source
    writer = end - begin == 1 and reading.cues.pronouns.get(reading.low[begin]) == "speaker"
    asks = reading.low[report.cue[0]] in reading.cues.asking and "q" not in reading.tags[first:last]
    return writer and asks and _REQUEST.match(reading.tags, report.cue[1], last) is not None


def _is_described(reading: Reading, report: Report, source: Phrase) -> bool:
    """Whether a participle tells what others say of its noun: his team, said to be rich; a move described as wise."""
    begin, end = report.cue
    _, last = reading.bounds[report.sentence]
    inserted = reading.tags[begin - 1] == "," and end < last
    if inserted and reading.low[begin] in reading.cues.passive:
        return reading.tags[end] == "M"
    if inserted and reading.tags[begin] == "X" and source[1] == begin - 1:
        return reading.low[end] in reading.cues.roles
    thing = source[1] == begin and not may_speak(reading, source)
    return thing and end < last and reading.low[end] in reading.cues.roles


def _goes_on(reading: Reading, report: Report) -> bool:
    """Whether a verb tells that something goes on, and not how somebody goes on speaking: she continued her tour."""
    lemma = reading.cues.speech.get(reading.low[report.cue[0]])
    beside = report.supported or leads(reading, report.sentence)
    return lemma in reading.cues.continuing and not beside
