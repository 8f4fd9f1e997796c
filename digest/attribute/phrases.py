"""Where a source's words begin and end: noun phrases around a verb, found by tags alone.

No parser: a phrase is a regular expression over the tags of `reading`, its clause ends at punctuation,
subordinators and quotations, and what stands between commas is stepped over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from digest.attribute.reading import Phrase, Reading

Shape = Literal["pronoun", "direct", "relative", "apposition", "insertion", "shared", "quotation", "none"]

_CORE = r"(?:[DO]+[WNUKGYE]*[WNUT]|[WNUKGY]*[NWU]|[DO](?=P))"
_NOUN = rf"{_CORE}(?:[PM]{_CORE})*"
_LEFT = re.compile(rf"(?P<phrase>{_NOUN}(?:,{_NOUN})*(?:,?C{_NOUN})?)$")
_PARTITIVE = re.compile(r"(?:[DWUYP]{0,4}[DWU])P[RH]$")
_RIGHT = re.compile(r"(?:Y|D?T)*(?P<phrase>[DO]*[WNUKG]*[NWU](?:P[DO]?[WNUKG]*[NWU])*(?:C[DO]?[WNUKG]*N)?)")
_NAMED_BEHIND = re.compile(r",(?P<name>N{2,4})(?=[,.;]|$)")
_BEFORE_VERB = re.compile(r"(?:[YABM]|(?<=A)[SD]|P?D?W?T+U?|,Y+,|,P?D?W?T+U?,)*$")
_CHAIN = re.compile(r"(?:[VZX]|(?<=[AB])[WxzG]|(?<=[AB]Y)[WxzG])W?$")
_FINITE = re.compile(r"[VXZBA]")
_CLAUSE = re.compile(r"[,;:\-()qSC.]")
_DATELINE = re.compile(r"N[N,.]*(?:,?[TU.]+)*(?:\(N+\))?-")
_HEADING = re.compile(rf"[YC]*(?P<phrase>{_CORE}(?:P{_CORE})*(?:C{_CORE})?)(?=[,(-])")
_BREAK = re.compile(r"q{7,}|[;.:]")
_SCARE = 6  # quoted words and marks that may be part of a description
_FIRST = re.compile(rf"[RO]|{_CORE}(?:P{_CORE})*(?:C{_CORE})?")
_LONGEST = 18  # words in a source
_NOT_LINKED = "in on at during after before via with about by to as from".split()


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is grammatically in charge of a verb; `phrase` is None where no words say so."""

    phrase: Phrase | None
    shape: Shape
    passive: bool = False


def subject_before(reading: Reading, cue: int) -> Subject:
    """Find the subject that stands before a verb."""
    first, _ = reading.bounds[reading.sentence_of(cue)]
    stop = _without_helpers(reading, first, cue)
    passive = _is_passive(reading, stop, cue)
    chain = (
        _CHAIN.search(reading.tags, first, stop)
        if reading.tags[cue].islower() or "M" in reading.tags[stop:cue]
        else None
    )
    if chain:
        phrase, shape = _subject_ending(reading, first, _without_helpers(reading, first, chain.start()))
        if shape in ("pronoun", "direct", "relative"):
            return Subject(phrase, shape)
    phrase, shape = _subject_ending(reading, first, stop)
    return Subject(phrase, shape, passive)


def _without_helpers(reading: Reading, first: int, stop: int) -> int:
    """Step back over auxiliaries, adverbs and words of time before a verb."""
    helpers = _BEFORE_VERB.search(reading.tags[first:stop])
    return first + helpers.start() if helpers else stop


def subject_after(reading: Reading, at: int, *, linked: bool = True) -> Phrase | None:
    """Find the noun phrase or pronoun that begins at a word, as in “…,” said the senator from Ohio."""
    _, last = reading.bounds[reading.sentence_of(at)]
    tags = reading.tags[at:last]
    if tags[:1] == "R":
        return (at, at + 1)
    match = _RIGHT.match(tags)
    if not match:
        return None
    begin, end = match.span("phrase")
    phrase = _without_setting(reading, (at + begin, at + end)) if linked else (at + begin, at + end)
    named = _NAMED_BEHIND.match(reading.tags, phrase[1], last)
    described = reading.tags[phrase[0]] in "DO" and phrase[1] == at + end
    return (phrase[0], named.end("name")) if named and described else phrase


def clause_subject(reading: Reading, first: int, cue: int) -> Phrase | None:
    """Find the subject of the clause that begins at a word: its first pronoun or noun phrase."""
    tags = reading.tags[first:cue]
    at = _clause_start(tags)
    match = _FIRST.search(tags, at)
    while match and match.start() > 0 and tags[match.start() - 1] in "PM":
        match = _FIRST.search(tags, match.end())
    if not match:
        return None
    if match.group() == "O":
        return _possessed(reading, first + match.start(), cue)
    return _trimmed(reading, (first + match.start(), first + match.end()))


def _clause_start(tags: str) -> int:
    """Step over a dateline, settings and subordinate clauses before the main clause, each closed by a comma."""
    dateline = _DATELINE.match(tags)
    at = dateline.end() if dateline else 0
    setting = False
    while True:
        comma = tags.find(",", at)
        part = tags[at:comma].lstrip("-~C.:q") if comma >= 0 else ""
        rest = tags[comma + 1 :]
        skipped = re.match(r"Y*(?:$|[PSGxzT]|[DU]*W*T)|V[^VXZBA]*$", part) or (
            setting and re.fullmatch(r"N{1,3}|P.*", part)
        )
        if comma < 0 or not _FIRST.search(rest) or (part and not skipped):
            return at
        setting = bool(part)
        at = comma + 1


def _possessed(reading: Reading, at: int, cue: int) -> Phrase:
    """Give the whole of `his office`, or the possessive alone."""
    match = re.match(_CORE, reading.tags[at:cue])
    return (at, at + match.end()) if match else (at, at + 1)


def _is_passive(reading: Reading, first: int, cue: int) -> bool:
    """Whether a form of `be` stands among the helpers and the cue is no participle of the present."""
    return "B" in reading.tags[first:cue] and not reading.tags[cue].islower()


def _subject_ending(reading: Reading, first: int, stop: int) -> tuple[Phrase | None, Shape]:
    """Find the subject whose last word stands just before `stop`."""
    tags = reading.tags[first:stop]
    if not tags:
        return None, "none"
    final = tags[-1]
    if final == "R":
        partitive = _PARTITIVE.search(tags)
        return ((first + partitive.start(), stop), "direct") if partitive else ((stop - 1, stop), "pronoun")
    partitive = _PARTITIVE.search(tags) if final == "H" else None
    if partitive:
        return (first + partitive.start(), stop), "direct"
    if final == "H" or (final == "S" and reading.low[stop - 1] in reading.cues.that and len(tags) > 1):
        return _antecedent(reading, first, stop - 1), "relative"
    if final == "q":
        heading = _heading(reading, first, stop - 1) if len(tags) - len(tags.rstrip("q")) <= _SCARE else None
        return (heading, "insertion") if heading else (None, "quotation")
    if final in ",-)":
        return _over_insertion(reading, first, stop - 1)
    phrase = _ending_at(reading, first, stop) or (_reduced(reading, first, stop) if final == "V" else None)
    if phrase and _is_description(reading, first, phrase):
        heading = _heading(reading, first, phrase[0] - 1)
        phrase = heading or phrase
    if phrase:
        return phrase, "direct"
    return None, "shared" if final in "MCVXZxzGYABP" else "none"


def _reduced(reading: Reading, first: int, stop: int) -> Phrase | None:
    """Find the noun of a participle without words behind it: `disclosures filed on Sunday showed`."""
    if not reading.low[stop - 1].endswith(reading.cues.past_endings or ("\0",)):
        return None
    phrase = _ending_at(reading, first, stop - 1)
    return phrase if phrase and (phrase[0] == first or reading.tags[phrase[0] - 1] in ",;:-qSC(") else None


def _antecedent(reading: Reading, first: int, stop: int) -> Phrase | None:
    """Find the noun phrase that a relative pronoun takes up."""
    if stop > first and reading.tags[stop - 1] == ",":
        stop -= 1
        inserted, _ = _over_insertion(reading, first, stop) if reading.tags[stop - 1] == ")" else (None, None)
        if inserted:
            return inserted
    if stop > first and reading.tags[stop - 1] in "P":
        stop -= 1
    match = re.search(rf"(?:{_CORE}(?:P{_CORE})*K?|[DOU]+)$", reading.tags[first:stop])
    if not match:
        return None
    return _trimmed(reading, (first + match.start(), stop))


def _ending_at(reading: Reading, first: int, stop: int) -> Phrase | None:
    """Find the noun phrase that ends before `stop` and may be a subject."""
    tags = reading.tags[first:stop]
    match = _LEFT.search(tags)
    if not match:
        return None
    begin = match.start()
    joined = max(match.group().rfind(","), match.group().rfind("C"))
    previous = tags[begin - 1] if begin else ""
    if joined > 0 and (previous in tuple("VXZxzPGMBA") or not _is_list(reading, first + begin, stop)):
        begin += joined + 1
        previous = ""
    if previous and previous in "PM":
        return _after_setting(reading, first, first + begin, stop)
    if previous and previous in "VXZBA":
        return _head_of_clause(reading, first, first + begin, stop)
    return _trimmed(reading, (first + begin, stop))


def _is_list(reading: Reading, begin: int, stop: int) -> bool:
    """Whether a phrase with commas or `and` is a list of names rather than two clauses or an apposition."""
    parts = re.split(r",C|[,C]", reading.tags[begin:stop])
    commas = reading.tags[begin:stop].count(",")
    joined = "C" in reading.tags[begin:stop]
    return joined and all(parts) and (commas == 0 or all(part[-1] in "N" for part in parts))


def _after_setting(reading: Reading, first: int, begin: int, stop: int) -> Phrase | None:
    """Part `in a statement Trump` or `in Ohio the senator`: the subject comes after the setting."""
    tags = reading.tags[begin:stop]
    for match in re.finditer(r"(?<=[WT])(?=N+$)|(?<=[NWUT])(?=[DO][^DO]*$)", tags):
        if match.start():
            return _trimmed(reading, (begin + match.start(), stop))
    head = _LEFT.search(reading.tags[first : begin - 1])
    if head:
        return _trimmed(reading, (first + head.start(), stop))
    return _head_of_clause(reading, first, begin, stop)


def _head_of_clause(reading: Reading, first: int, begin: int, stop: int) -> Phrase | None:
    """Step from the object of a clause to its subject: `officials who asked for anonymity said`."""
    tags = reading.tags[first:begin]
    relative = tags.rfind("H")
    if relative > 0 and not _CLAUSE.search(tags, relative):
        return _described(reading, _antecedent(reading, first, first + relative), stop)
    boundaries = [match.end() for match in _CLAUSE.finditer(tags)]
    start = first + (boundaries[-1] if boundaries else 0)
    match = re.match(rf"[YC]*(?P<head>{_CORE}(?:P{_CORE})*)(?=V|G|$)", reading.tags[start:begin])
    if match and not _FINITE.search(reading.tags[start + match.end() + 1 : begin]):
        return _trimmed(reading, (start + match.start("head"), start + match.end("head")))
    return _trimmed(reading, (begin, stop)) if begin < stop else None


def _described(reading: Reading, phrase: Phrase | None, stop: int) -> Phrase | None:
    """Keep the clause with a head that says nothing alone: `those who fear war`."""
    alone = phrase is not None and set(reading.tags[phrase[0] : phrase[1]]) <= {"D"}
    return (phrase[0], stop) if phrase and alone else phrase


def _over_insertion(reading: Reading, first: int, stop: int) -> tuple[Phrase | None, Shape]:
    """Find the subject before what stands between commas, dashes or brackets up to `stop`."""
    tags = reading.tags
    heading = _heading(reading, first, stop)
    if heading:
        return heading, "insertion"
    opening = "(" if tags[stop] == ")" else tags[stop]
    at = stop
    while at > first:
        at = tags.rfind(opening, first, at)
        if at <= first:
            break
        if tags[at - 1] == ")":
            at = max(first, tags.rfind("(", first, at))
        phrase = _ending_at(reading, first, at) if tags[at - 1] not in "q,-" else None
        if phrase and not _is_setting(reading, first, phrase):
            if _is_description(reading, first, phrase):
                continue
            return _with_name_behind(reading, phrase, at, stop), "apposition"
    return None, "shared" if _FINITE.search(tags[first:stop]) else "none"


def _heading(reading: Reading, first: int, stop: int) -> Phrase | None:
    """Find a noun phrase at the head of the clause that an insertion follows: `Ann Lee, who …, a …, said`."""
    boundaries = [match.end() for match in _BREAK.finditer(reading.tags, first, stop)]
    start = max(boundaries[-1] if boundaries else first, _bracket(reading.tags, first, stop))
    start += _clause_start(reading.tags[start : stop + 1])
    match = _HEADING.match(reading.tags, start, stop + 1)
    if not match:
        return None
    begin, end = match.span("phrase")
    inserted = re.sub(r"[HSVG][^,]*|M[XZVWB]", "", reading.tags[end + 1 : stop])
    return None if _FINITE.search(inserted) else _with_name_behind(reading, (begin, end), end, stop)


def _bracket(tags: str, first: int, stop: int) -> int:
    """Give the word behind a bracket that is still open, or the first of all."""
    opened = tags.rfind("(", first, stop)
    return opened + 1 if opened >= 0 and tags.find(")", opened, stop + 1) < 0 else first


def _is_setting(reading: Reading, first: int, phrase: Phrase) -> bool:
    """Whether a phrase tells when or where: it hangs on a preposition at the head of its clause."""
    begin = phrase[0]
    if begin <= first:
        return False
    return reading.tags[begin - 1] in "PS" and (begin - 1 == first or reading.tags[begin - 2] in ",;:-q(")


def _is_description(reading: Reading, first: int, phrase: Phrase) -> bool:
    """Whether a phrase describes somebody named before a comma: `Ann Lee, a supporter of …, told`."""
    begin = phrase[0]
    if begin - 1 <= first or reading.tags[begin - 1] != ",":
        return False
    described = reading.tags[begin] in "DWU" and reading.low[begin] not in ("the", "this", "that")
    return described and reading.tags[begin - 2] in "NW)" and not _FINITE.search(reading.tags[first : begin - 1])


def _with_name_behind(reading: Reading, phrase: Phrase, comma: int, stop: int) -> Phrase:
    """Take in the name that a description introduces: `the pollster, Ann Lee, says`."""
    tags = reading.tags[comma + 1 : stop]
    described = reading.tags[phrase[0]] in "DOKW" and "W" in reading.tags[phrase[0] : phrase[1]]
    spoken_for = any(word in reading.cues.voices for word in reading.low[comma + 1 : comma + 5])
    if spoken_for and stop - phrase[0] <= _LONGEST:
        return (phrase[0], stop)
    return (phrase[0], stop) if described and re.fullmatch(r"N{2,4}", tags) else phrase


def _without_setting(reading: Reading, phrase: Phrase) -> Phrase:
    """Cut `in Washington` from a phrase behind its verb."""
    first, last = phrase
    for at in range(first + 1, last):
        if reading.tags[at] == "P" and reading.low[at] not in ("of", "for"):
            inside_name = reading.tags[at - 1] == "N"
            if inside_name or reading.low[at] in _NOT_LINKED:
                return (first, at)
    return phrase


def _trimmed(reading: Reading, phrase: Phrase) -> Phrase | None:
    """Cut adverbs, conjunctions and words of time from the head of a phrase, and bound its length."""
    first, last = phrase
    while first < last and reading.tags[first] in "YCT~G.,-" and last - first > 1:
        first += 1
    if reading.cues.capital_nouns:
        verb = reading.tags.find("NW", first, last)
        last = verb + 1 if verb >= 0 else last
    if last - first > _LONGEST:
        first = last - _LONGEST
    return (first, last) if last > first else None
