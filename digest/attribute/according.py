"""Who stands behind `according to`, from the first word of the source to where a clause begins."""

from __future__ import annotations

import re

from digest.attribute.reading import Reading
from digest.attribute.reports import Report
from digest.attribute.subjects import subject_after, with_name

_VERB_NEXT = re.compile(r"[ABYR]*[XZ](?=[YTDON])")  # behind `according to`, with its subject
_SCARE = re.compile(r"[DO][WNU]*q{3,8}[WNXZ]+")
_OWN_SUBJECT = re.compile(r"(?<![PDO])[DO]")  # figures her campaign released
_THROUGH = re.compile(r"W+P(?=[DNUW])")
OPENING = 1  # words before `according to` that leave it at the head of its sentence: And, according to


def according_report(reading: Reading, sentence: int, at: int, length: int) -> Report | None:
    """Read `according to SOURCE`."""
    _, last = reading.bounds[sentence]
    cues, begin = reading.cues, at + length
    if begin >= last:
        return None
    verb = _VERB_NEXT.match(reading.tags, begin, last) if cues.gendered else None
    if verb:
        return _according_verb(reading, sentence, at, verb.end())
    through = _THROUGH.match(reading.tags, begin, last) if reading.low[begin] in cues.talks else None
    begin = through.end() if through else begin  # according to interviews with Lee
    match = re.match(r"(?:[^,;:.()q~-]|,(?=[DNWK]+,))*", reading.tags[begin:last])
    end = begin + (match.end() if match else 0)
    scare = _SCARE.match(reading.tags, begin, last)  # her “clawback” plan
    end = scare.end() if scare else _cut_clause(reading, begin, end)
    if end <= begin or _is_no_source(reading, begin, end):
        return None
    _, end = with_name(reading, (begin, end), last)
    return Report(sentence, (at, begin), "according", (begin, end), behind=_is_behind(reading, sentence, at))


def _according_verb(reading: Reading, sentence: int, at: int, end: int) -> Report | None:
    """Read `according to` with a verb, whose subject stands behind it: Spanish según anunció SOURCE."""
    _, last = reading.bounds[sentence]
    source = subject_after(reading, end) if end < last else None
    behind = _is_behind(reading, sentence, at)
    return Report(sentence, (at, end), "according", source, behind=behind, supported=True) if source else None


def _is_behind(reading: Reading, sentence: int, at: int) -> bool:
    """Whether words of what is said stand before `according to`."""
    first, _ = reading.bounds[sentence]
    return sum(map(str.isalpha, reading.tags[first:at])) > OPENING


def _is_no_source(reading: Reading, begin: int, end: int) -> bool:
    """Whether what follows `according to` is a bare common noun: a plan, not somebody."""
    cues, low = reading.cues, reading.low[begin]
    if (
        reading.tags[begin:end] not in ("W", "X", "Z")
        or cues.capital_nouns
        or low.endswith(cues.plural_endings or ("\0",))
    ):
        return False
    return low not in cues.people | cues.crowds | cues.texts | cues.bodies


def _cut_clause(reading: Reading, begin: int, end: int) -> int:
    """Cut a relative clause, a participle, an adverb or a conjunction from the end of a source's words."""
    for at in range(begin + 1, end):
        tags = reading.tags[at : at + 2]
        if reading.cues.capital_nouns and reading.tags[at - 1 : at + 1] == "NW":
            return at
        if at == end - 1 and reading.low[at] in reading.cues.texts:
            return end  # according to the police report
        if (
            _begins_clause(reading, at)
            or _is_published(reading, begin, at)
            or tags[0] in "HSVXAB"
            or (tags[0] == "C" and "N" not in reading.tags[at + 1 : end])
        ):
            return at
        if (tags[0] == "," and at - begin > 1) or tags in ("YP", "PT", "YT") or (tags[0] in "YT" and at == end - 1):
            return at
    return end


def _is_published(reading: Reading, begin: int, at: int) -> bool:
    """Whether a participle without an agent tells when a text came out: according to a poll released last week."""
    cues, low = reading.cues, reading.low
    past = reading.tags[at] in "WZXV" and low[at].endswith(cues.past_endings or ("\0",))
    if not past or low[at - 1] not in cues.texts | cues.studies | cues.bodies:
        return False
    owned = _OWN_SUBJECT.search(reading.tags, begin + 1, at)
    return owned is None and cues.agents.isdisjoint(low[at + 1 : at + 2])


def _begins_clause(reading: Reading, at: int) -> bool:
    """Whether a subject stands behind the noun of a source: according to police the man left, her website Lee left."""
    if reading.tags[at] == "N":
        return reading.low[at - 1] in reading.cues.texts
    opens = reading.tags[at] in "OR" or reading.low[at] in reading.cues.articles
    return opens and (reading.tags[at - 1] == "W" or (reading.tags[at - 1] == "N" and reading.tags[at] == "R"))
