"""What is said: the spans of a sentence that belong to each of its reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from digest.attribute.agents import framed
from digest.attribute.reading import Reading
from digest.attribute.reports import Report
from digest.attribute.verbs import told_clause
from digest.models import Span

_ADDED = re.compile(r"(?:;|[,q-][CS])[^,;q\-VXZBAH]*$")  # the same behind `that`, whose clause may hold commas
_THAT = 4  # words within which `that` follows a cue
_BESIDE = re.compile(r"[,;q-][^,;q\-VXZBAH]*$")  # a boundary, and no verb between it and the next report

_HEARER = re.compile(r"(?:R|[DO]?[WNUK]*[NW])(?:T|P?D?W?T)?")  # told Ann Lee on Monday that
_RELATIVE = re.compile(r",?H[^,;]*")
_GOES_ON_SO = re.compile(r",[^HDSC.]")  # any clause but a relative one: Die Mauer, sagte Feld, halte noch zehn Jahre
_GOES_ON = re.compile(r",(?:[YMP]?[BAVXZ]|W?M|Y?S)")  # a predicate, or a clause that hangs on what is said


@dataclass(frozen=True, slots=True)
class Stated:
    """A report with the spans of its content."""

    report: Report
    content: tuple[Span, ...]


def with_contents(reading: Reading, reports: Sequence[Report]) -> tuple[Stated, ...]:
    """Part the words of each sentence among its reports; hearsay yields to who is named."""
    found: list[Stated] = []
    for _, group in groupby(reports, key=lambda report: report.sentence):
        here = list(group)
        here = [report for number, report in enumerate(here) if not _is_aside(reading, report, here[number + 1 :])]
        named = [report for report in here if report.form != "hearsay" and not _is_rumoured(reading, report, here)]
        found += _parted(reading, named or [report for report in here if report.form == "hearsay"] or here)
    return tuple(found)


def _is_rumoured(reading: Reading, report: Report, here: Sequence[Report]) -> bool:
    """Whether somebody is only said to report: `the two are said to have declared that …`."""
    ends = (other.cue[1] for other in here if other.form == "hearsay")
    return any(re.fullmatch(r"M[ABY]*", reading.tags[end : report.cue[0]]) for end in ends)


def _is_aside(reading: Reading, report: Report, later: Sequence[Report]) -> bool:
    """Whether a relative clause only tells of somebody who says something behind it: `who asked not to be named`."""
    before = (
        reading.tags[max(0, report.cue[0] - 6) : report.cue[0]].rstrip("ABY")
        if report.source and not report.supported
        else ""
    )
    return before.endswith("H") and any(other.source == report.source for other in later)


def _parted(reading: Reading, found: Sequence[Report]) -> Iterator[Stated]:
    """Yield reports with content that ends where the next one of the same rank begins."""
    for number, report in enumerate(found):
        whole = _content(reading, report, found[:number])
        cut = next(
            (_begin(reading, later) for later in found[number + 1 :] if _is_new_clause(reading, report, later)), None
        )
        if cut is None or report.behind or _governs(report):
            yield Stated(report, whole)
            continue
        content = tuple((start, min(end, cut)) for start, end in whole if start < cut)
        yield Stated(report, content or whole)


def _governs(report: Report) -> bool:
    """Whether `according to SOURCE` opens the sentence, so that all of it is the source's."""
    return report.form == "according" and not report.behind


def _begin(reading: Reading, report: Report) -> int:
    """Give the offset where a report's own words begin."""
    return reading.starts[min(report.cue[0], report.source[0] if report.source else report.cue[0])]


def _is_new_clause(reading: Reading, before: Report, report: Report) -> bool:
    """Whether a report stands beside the one before it rather than within it."""
    if report.form == "according" or (report.form == "colon" and report.sure):
        return True
    if report.source is None or report.form not in ("verb", "inverted", "participle"):
        return False
    begin = min(report.source[0], report.cue[0])
    between = reading.tags[before.cue[1] : begin]
    that = any(word in reading.cues.that for word in reading.low[before.cue[1] : before.cue[1] + _THAT])
    return bool((_ADDED if that else _BESIDE).search(between))


def _content(reading: Reading, report: Report, before: Sequence[Report]) -> tuple[Span, ...]:
    """Give the spans of what is said, within the sentence."""
    sentence = reading.sentences[report.sentence]
    cue_start, cue_end = reading.starts[report.cue[0]], reading.ends[report.cue[1] - 1]
    if report.form in ("hearsay", "passive"):
        return ((sentence.start, sentence.end),)
    source_start = reading.starts[report.source[0]] if report.source else cue_start
    source_end = reading.ends[report.source[1] - 1] if report.source else cue_end
    after = (max(cue_end, source_end), sentence.end)
    head = framed(reading, report.cue[0])
    if not report.behind and head < report.cue[0]:  # hat den Plan als Unsinn bezeichnet
        return ((max(reading.ends[head], source_end if source_end < cue_start else 0), sentence.end),)
    if (
        not report.behind
        and source_start > cue_end
        and not any(map(str.isalnum, reading.text[source_end : sentence.end]))
    ):
        comma = reading.text.rfind(",", cue_end, source_start)  # said that …, quoting Lee
        return ((_past_hearer(reading, report) or cue_end, comma if comma > 0 else source_start),)
    if not report.behind:
        return ((_past_hearer(reading, report) or after[0], sentence.end),)
    if report.form == "according" or _within(reading, report):
        return ((sentence.start, min(cue_start, source_start)), (_past_relative(reading, report) or after[0], after[1]))
    quoted = tuple(
        (max(quotation.start, after[0]), min(quotation.end, after[1]))
        for quotation in reading.quotations_in(after)
        if quotation.end > after[0] + 2
    )
    start = next((reading.ends[other.cue[1] - 1] for other in reversed(before) if other.behind), sentence.start)
    return ((start, min(cue_start, source_start)), *quoted)


def _past_hearer(reading: Reading, report: Report) -> int | None:
    """Give the offset of what stands behind who is told: `told the council that`, `told the council it would`."""
    low = reading.low[report.cue[0]]
    _, last = reading.bounds[report.sentence]
    hearer = _HEARER.match(reading.tags, report.cue[1], last)
    if reading.cues.speech.get(low) not in reading.cues.telling or not hearer or hearer.end() >= last:
        return None
    clause = told_clause(reading, hearer.end(), last)
    if clause is not None:
        return reading.starts[clause]
    return reading.starts[hearer.end()] if reading.low[hearer.end()] in reading.cues.that else None


def _past_relative(reading: Reading, report: Report) -> int | None:
    """Give the offset behind a relative clause that tells of the source: `according to a trial whose …`."""
    _, last = reading.bounds[report.sentence]
    clause = _RELATIVE.match(reading.tags, max(report.cue[1], report.source[1] if report.source else 0), last)
    return reading.ends[clause.end() - 1] if clause else None


def _within(reading: Reading, report: Report) -> bool:
    """Whether a report stands in the middle of what it reports: `The eel, biologists say, has become rare`."""
    first, last = reading.bounds[report.sentence]
    end = max(report.cue[1], report.source[1] if report.source else 0)
    if reading.cues.gendered and "q" in reading.tags[first : report.cue[0]][-3:]:
        return False  # a quotation ended before the cue
    if reading.cues.gendered and report.form == "inverted" and reading.tags[report.cue[0] - 1 : report.cue[0]] == ",":
        return bool(_GOES_ON_SO.match(reading.tags, end, last))
    rest = reading.tags[end:last]
    return "q" not in rest and bool(_GOES_ON.match(rest))
