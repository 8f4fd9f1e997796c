"""Names with a colon or a dash that say what stands beside them: `Lee: “…”`, lines of a transcript, `“…” – Lee`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from digest.attribute.agents import may_speak
from digest.attribute.captions import caption
from digest.attribute.reading import Phrase, Reading
from digest.attribute.reports import Report
from digest.attribute.subjects import clause_subject, subject_before
from digest.languages._cues import Cues

_OWNED = re.compile(r"(?:^|(?<=[,SC]))(?P<owner>D?[NW]*K|O)[WY]{1,3}B$")  # Ann Lee’s answer was: “…”
_ORIGIN = re.compile(r"P(?P<name>D?N{1,4}(?:CN{1,4})?)$")
_ACTING = re.compile(r"(?:^|(?<=[,;]))[CY]*(?P<who>R|N{1,4}|[DO]W+)[ABY]*VY*$")
_SIGNED = re.compile(r"-(?P<name>N{1,4})(?:,[^VXZBA.]*)?\.?")
_PREDICATE = re.compile(r"(?:,[^,]*,)?Y*[VXZBA]")
_NAME = r"(?P<name>N{1,4}|W)"
_CODED = re.compile(r"^(?!(?:Mac|Mc|De|Di|Du|La|Le|Van|Fitz|O)[A-Z]).*[a-z][A-Z]|\d|_")  # WebSearch, but McKay
_QUOTED = re.compile(rf"(?:^|(?<=-)){_NAME}:(?=q)")
_LINE = re.compile(rf"{_NAME}:(?=[^q])")


def labels(reading: Reading) -> Mapping[int, Report]:
    """Find such labels outside quotations; the reports by their colons."""
    found: list[tuple[int, Phrase]] = []
    lines: list[tuple[int, Phrase]] = []
    if not reading.cues.speech:  # a colon may then stand behind a verb
        return {}
    for sentence, (first, last) in enumerate(reading.bounds):
        tags = reading.tags[first:last]
        if ":" not in tags:
            continue
        found += ((sentence, _name(match, first)) for match in _QUOTED.finditer(tags))
        line = _LINE.match(tags) if reading.opens_paragraph(sentence) else None
        if line:
            lines.append((sentence, _name(line, first)))
    found += _transcript(reading, lines)
    return {name[1]: _report(sentence, name) for sentence, name in found if _is_name(reading, name)}


def _name(match: re.Match[str], first: int) -> Phrase:
    """Give the words of a label in a sentence that begins at a word."""
    return first + match.start("name"), first + match.end("name")


def _transcript(reading: Reading, lines: list[tuple[int, Phrase]]) -> Iterator[tuple[int, Phrase]]:
    """Yield the lines of a transcript: several speakers, who come again or say I, we or you; else it is a list."""
    spoken = Counter(_last(reading, name) for _, name in lines)
    told = Counter(reading.low)
    known = [
        (sentence, name)
        for sentence, name in lines
        if (told if _is_known(reading, name) else spoken)[_last(reading, name)] > 1
    ]
    several = len({_last(reading, name) for _, name in known}) > 1
    again = any(spoken[_last(reading, name)] > 1 for _, name in known)
    personal = 2 * sum(_is_personal(reading, sentence) for sentence, _ in known) >= len(known)
    if several and (again or personal) and any(_is_known(reading, name) for _, name in known):
        yield from known


def _last(reading: Reading, name: Phrase) -> str:
    """Give the last word of a label in lower case."""
    return reading.low[name[1] - 1]


def _is_personal(reading: Reading, sentence: int) -> bool:
    """Whether a sentence speaks of its speaker or hearer."""
    first, last = reading.bounds[sentence]
    cues = reading.cues
    plain = (cues.contractions.get(low, low) for low in reading.low[first:last])
    return any("speaker" in (cues.pronouns.get(low), cues.possessives.get(low)) for low in plain)


def _is_known(reading: Reading, name: Phrase) -> bool:
    """Whether a label is tagged as a name rather than a word with a capital."""
    return reading.tags[name[0]] == "N"


def _is_name(reading: Reading, name: Phrase) -> bool:
    """Whether a label may be somebody's: its last word has a capital wherever it stands, and is no common noun."""
    word, low, cues = reading.words[name[1] - 1], reading.low[name[1] - 1], reading.cues
    if len(word) == 1 or not word[0].isupper() or cues.capital_nouns or _CODED.search(word):
        return False
    return low not in _common(cues) and (low not in reading.vocabulary or low == word)


@cache
def _common(cues: Cues) -> frozenset[str]:
    """Give the common nouns that stand before a colon."""
    return cues.texts | cues.reports | cues.times | cues.starters


def _report(sentence: int, name: Phrase) -> Report:
    """Make the report of a label."""
    return Report(sentence, (name[1], name[1] + 1), "colon", name, supported=True, sure=True)


def colon_report(reading: Reading, sentence: int, at: int, found: Sequence[Report]) -> Report | None:
    """Read `NAME: “…”` where no verb reports it."""
    first, last = reading.bounds[sentence]
    if not reading.cues.speech:
        quoted = reading.tags[at + 1 : at + 2] == "q"
        return Report(sentence, (at, at + 1), "colon", caption(reading, first, at), supported=True) if quoted else None
    if at + 1 == last and not found and reading.tags[last : last + 1] == "q":
        source = clause_subject(reading, first, at)  # Lee had a comment:
        return Report(sentence, (at, at + 1), "colon", source, supported=True) if source else None
    if at + 1 >= last or reading.tags[at + 1] != "q" or any(report.supported for report in found[-1:]):
        return None
    named = _named_before(reading, first, at)
    if named:
        return Report(sentence, (at, at + 1), "colon", named, supported=True)
    owner = _OWNED.search(reading.tags[first:at])
    if owner:
        begin, end = first + owner.start("owner"), first + owner.end("owner")
        return Report(sentence, (end, at + 1), "colon", (begin, end), supported=True)
    subject = subject_before(reading, at)
    begin = subject.phrase[0] if subject.phrase else at
    heads = reading.tags[begin - 1 : begin] in ("-", ".") and set(reading.tags[begin:at]) == {"N"}
    alone = subject.phrase is not None and (begin == first or heads)
    source = subject.phrase if alone else _teller(reading, first, at)
    sure = source is not None and not alone
    return Report(sentence, (at, at + 1), "colon", source, shared=source is None, supported=True, sure=sure)


def _named_before(reading: Reading, first: int, at: int) -> Phrase | None:
    """Find whom a clause before a colon names: More from Ann Lee: “…”, or asked about it, she demurred: “…”."""
    origin = _ORIGIN.search(reading.tags, first, at)
    if origin and reading.low[origin.start()] in reading.cues.origins:
        return origin.span("name")
    acting = _ACTING.search(reading.tags, first, at)
    return acting.span("who") if acting and may_speak(reading, acting.span("who")) else None


def _teller(reading: Reading, first: int, at: int) -> Phrase | None:
    """Find who is in charge of a clause before a colon and may speak: The ministry was even blunter: “…”."""
    teller = clause_subject(reading, first, at)
    if not teller or not may_speak(reading, teller) or not _PREDICATE.match(reading.tags, teller[1], at):
        return None
    return teller


def dash_report(reading: Reading, sentence: int, at: int) -> Report | None:
    """Read `“…” – Name` at the end of a sentence, or `– Name, what she is` as the next one."""
    first, last = reading.bounds[sentence]
    signed = _SIGNED.fullmatch(reading.tags, at, last)
    if at == 0 or reading.tags[at - 1] != "q" or not signed:
        return None
    end = signed.end("name")
    spoken = sentence - 1 if at == first else sentence
    return Report(spoken, (at, at + 1), "dash", (at + 1, end), behind=True, supported=True)
