"""Subjects before what is inserted between them and their verb: Ann Lee, who …, a …, said."""

from __future__ import annotations

import re
from typing import Literal

from digest.attribute.openings import clause_start
from digest.attribute.phrases import CORE, FINITE, LONGEST, may_introduce, phrase_ending
from digest.attribute.reading import Phrase, Reading

Before = Literal["apposition", "insertion", "shared", "none"]

_ONE_OF = re.compile(r"[DU]PR,(?P<name>N{1,4}),$")  # one of them, Ann Lee, said
_NAMED_WITHIN = re.compile(r"(?:DW{0,3})?(?P<name>N{1,4})(?=,|$|\(|(?<=NN)P)")
_HEADING = re.compile(rf"[YC]*(?P<phrase>{CORE}(?:P{CORE})*(?:C{CORE})?)(?=[,(-])")
_BREAK = re.compile(r"q{7,}|[;.:]")
_INSERTIONS = 12  # commas before a verb that may begin an insertion


def over_insertion(reading: Reading, first: int, stop: int) -> tuple[Phrase | None, Before]:
    """Find the subject before what stands between commas, dashes or brackets up to `stop`."""
    tags = reading.tags
    one = _ONE_OF.search(tags[: stop + 1], first)
    if one:
        return one.span("name"), "apposition"
    heading = clause_head(reading, first, stop)
    if heading:
        return heading, "insertion"
    opening = "(" if tags[stop] == ")" else tags[stop]
    at = stop
    for _ in range(_INSERTIONS):
        at = tags.rfind(opening, first, at)
        if at <= first:
            break
        if tags[at - 1] == ")":
            at = max(first, tags.rfind("(", first, at))
        phrase = phrase_ending(reading, first, at) if tags[at - 1] not in "q,-" else None
        if phrase and not _is_setting(reading, first, phrase):
            if is_description(reading, first, phrase):
                continue
            return _with_name_behind(reading, phrase, at, stop), "apposition"
    return None, "shared" if FINITE.search(tags[first:stop]) else "none"


def clause_head(reading: Reading, first: int, stop: int) -> Phrase | None:
    """Find a noun phrase at the head of the clause that an insertion follows: `Ann Lee, who …, a …, said`."""
    boundaries = [match.end() for match in _BREAK.finditer(reading.tags, first, stop)]
    start = max(boundaries[-1] if boundaries else first, _bracket(reading.tags, first, stop))
    start += clause_start(reading.tags[start : stop + 1])
    match = _HEADING.match(reading.tags, start, stop + 1)
    if not match:
        return None
    begin, end = match.span("phrase")
    if reading.cues.capital_nouns and (reading.words[end - 1][0].islower() or "NW" in reading.tags[begin:end]):
        return None  # a verb that no list knows: Die Brücke bröckele, sagte
    inserted = re.sub(r"[HSVG][^,]*|M[XZVWB]", "", reading.tags[end + 1 : stop])
    return None if FINITE.search(inserted) else _with_name_behind(reading, (begin, end), end, stop)


def _bracket(tags: str, first: int, stop: int) -> int:
    """Give the word behind a bracket that is still open, or the first of all."""
    opened = tags.rfind("(", first, stop)
    return opened + 1 if opened >= 0 and tags.find(")", opened, stop + 1) < 0 else first


def _is_setting(reading: Reading, first: int, phrase: Phrase) -> bool:
    """Whether a phrase tells when or where: it hangs on a preposition at the head of its clause."""
    begin = phrase[0]
    if begin <= first:
        return False
    setting = reading.tags[begin - 1] == "P" or reading.low[begin - 1] in reading.cues.roles
    return setting and (begin - 1 == first or reading.tags[begin - 2] in ",;:-q(")


def is_description(reading: Reading, first: int, phrase: Phrase) -> bool:
    """Whether a phrase describes somebody named before a comma: `Ann Lee, a supporter of …, told`."""
    begin = phrase[0]
    if begin - 1 <= first or reading.tags[begin - 1] != ",":
        return False
    described = reading.tags[begin] in "DWU" and reading.low[begin] not in reading.cues.definite
    return described and reading.tags[begin - 2] in "NW)" and not FINITE.search(reading.tags[first : begin - 1])


def _with_name_behind(reading: Reading, phrase: Phrase, comma: int, stop: int) -> Phrase:
    """Take in the name that a description introduces: `the pollster, Ann Lee, says`, `a spokesman, Ann Lee, said`."""
    spoken_for = any(word in reading.cues.voices for word in reading.low[comma + 1 : comma + 5])
    if spoken_for and stop - phrase[0] <= LONGEST:
        return (phrase[0], stop)
    named = _NAMED_WITHIN.match(reading.tags, comma + 1, stop)
    return (phrase[0], named.end()) if named and may_introduce(reading, phrase, named.span("name")) else phrase
