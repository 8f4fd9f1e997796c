"""Clauses beside a quotation that only its speaker has, whatever their verb: “Never,” Lee crowed.

Where a quotation ends in a comma, a question mark or an exclamation mark within its marks, the sentence is
not over, and a name with a verb that follows tells who speaks. No list of verbs is needed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from digest.attribute.agents import may_speak
from digest.attribute.reading import Phrase, Reading
from digest.attribute.reports import Form, Report

_SOURCE = r"(?P<source>R|(?:[DO][NWKU]*)?[NWKU]*[NW])"
_BEFORE = re.compile(rf"(?<=q),?{_SOURCE}Y?(?P<verb>[VWXZ])(?=[-.,;:YPTDOSMRCGq]|$)")
_BEHIND = re.compile(r"(?<=q),?Y?(?P<verb>[VWXZ])(?P<source>(?:[DO][NWKU]*)?[NWKU]*[NW])(?=[-.,;:HPTYSC]|$)")
_ALONE = re.compile(rf"{_SOURCE}Y?(?P<verb>[VWXZ])Y?\.?")
_FINITE = re.compile(r"[VXZBA]")
_GOES_ON = frozenset({",", "?", "!"})  # marks before the closing one that leave a sentence unfinished
_ENDS = frozenset({"?", "!"})  # the same where a program may see the end of a sentence
_MARKS = frozenset({"”", '"', "’", "'", "''", "»"})
_LEAST = 10  # quoted words and marks that make no name or title
_HEAD = re.compile(r"[CY~:;.-]*")


def clauses_beside(reading: Reading, sentence: int) -> Mapping[int, Report]:
    """Find such clauses in a sentence, or the whole sentence as one behind a quotation; the reports by their cues."""
    cues = reading.cues
    first, last = reading.bounds[sentence]
    if cues.gendered or cues.capital_nouns or not cues.speech or first == last:
        return {}
    if "q" not in reading.tags[first:last]:
        return _whole(reading, sentence)
    found: dict[int, Report] = {}
    for pattern in (_BEFORE, _BEHIND):
        for match in pattern.finditer(reading.tags, first, last):
            at, behind = match.start("verb"), pattern is _BEHIND
            if _ended(reading, match.start(), _GOES_ON) and _is_long(reading, first, match.start()):
                report = _report(reading, sentence, at, match.span("source"), behind=behind)
                if report:
                    found.setdefault(at, report)
    return found


def _whole(reading: Reading, sentence: int) -> Mapping[int, Report]:
    """Read a sentence of a name and a verb behind a question or a cry in its paragraph: “Never!” Lee raged."""
    first, last = reading.bounds[sentence]
    if reading.opens_paragraph(sentence) or not _ended(reading, first, _ENDS):
        return {}
    match = _ALONE.fullmatch(reading.tags, first, last)
    if not match:
        return {}
    report = _report(reading, sentence, match.start("verb"), match.span("source"), behind=False)
    return {report.cue[0]: report} if report else {}


def _ended(reading: Reading, at: int, marks: frozenset[str]) -> bool:
    """Whether a quotation that ends before a word has one of some marks last."""
    before = at
    while before and reading.words[before - 1] in _MARKS:
        before -= 1
    return 0 < before < at and reading.tags[at - 1] == "q" and reading.words[before - 1] in marks


def _is_long(reading: Reading, first: int, at: int) -> bool:
    """Whether the quotation before a word opens its sentence, or is too long for a name."""
    begin = first + len(reading.tags[first:at].rstrip("q"))
    return at - begin >= _LEAST or _HEAD.fullmatch(reading.tags, first, begin) is not None


def _report(reading: Reading, sentence: int, at: int, source: Phrase, *, behind: bool) -> Report | None:
    """Make the report of a verb with its source, unless it is no verb or its source nobody."""
    if not _is_verb(reading, sentence, at, source, behind=behind) or not may_speak(reading, source):
        return None
    form: Form = "inverted" if behind else "verb"
    return Report(sentence, (at, at + 1), form, source, behind=True, supported=True, sure=True)


def _is_verb(reading: Reading, sentence: int, at: int, source: Phrase, *, behind: bool) -> bool:
    """Whether a word is a verb: by a list, by its ending, or since nothing else in its clause is one."""
    cues, low, last = reading.cues, reading.low[at], reading.bounds[sentence][1]
    if not reading.words[at].isalpha() or not reading.words[at].islower():
        return False
    if reading.tags[at] != "W" or low.endswith(cues.past_endings or ("\0",)):
        return True
    if any(low in words for words in (cues.people, cues.titles, cues.male, cues.female, cues.crowds, cues.bodies)):
        return False
    named = set(reading.tags[source[0] : source[1]]) <= set("NR")
    rest = reading.tags[max(at + 1, source[1]) : last].partition("q")[0]
    return named and (not behind or source[1] - source[0] > 1) and not _FINITE.search(rest)
