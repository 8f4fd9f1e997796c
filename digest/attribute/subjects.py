"""Who is in charge of a verb: the subject before it, over what is inserted, or behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from digest.attribute.phrases import (
    CORE,
    FINITE,
    LONGEST,
    antecedent,
    may_introduce,
    name_before,
    phrase_ending,
    reduced_clause,
    trimmed,
)
from digest.attribute.reading import Phrase, Reading
from digest.attribute.relatives import ruling_head

Shape = Literal["pronoun", "direct", "relative", "apposition", "insertion", "shared", "quotation", "none"]

_PARTITIVE = re.compile(r"(?:[DWUYP]{0,4}[DWUY])[PM][RH]$")
_SOME = re.compile(r"(?:[DWNUY]*[DWNU]P)?D+$")  # some, one in five
_RIGHT = re.compile(
    r"(?:Y|D?T)*(?P<phrase>(?:DP)?(?:[DO]+Y?)?[WNUKG]*[NWU](?:P[DO]?[WNUKG]*[NWU])*(?:C[DO]?[WNUKG]*N(?:W(?=[-.,;:PT]|$))?)?)"
)
_NAMED_BEHIND = re.compile(r",(?P<name>N{1,4})(?=[,.;(HT]|PT|$)")
_ONE_OF = re.compile(r"[DU]PR,(?P<name>N{1,4}),$")  # one of them, Ann Lee, said
_NAMED_WITHIN = re.compile(r"(?:DW{0,3})?(?P<name>N{1,4})(?=,|$|\(|(?<=NN)P)")
_BEFORE_VERB = re.compile(r"(?:[YABM]|(?<=A)[SD]|(?<=[NR])D|(?<=A)PU|P?D?W?T+U?|,Y+,|,P?D?W?T+U?,)*$")
_CHAIN = re.compile(r"(?:[VZX]|(?<=[AB])[WxzG]|(?<=[AB]Y)[WxzG])W?$")
_DATELINE = re.compile(r"N[N,.]*(?:,?[TUN.]+)*(?:\(N+\))?-")
_HEADING = re.compile(rf"[YC]*(?P<phrase>{CORE}(?:P{CORE})*(?:C{CORE})?)(?=[,(-])")
_INSERTED = re.compile(r"[YABT]*[XZ],[YABMVXZ]")
_BESIDE_QUOTATION = re.compile(r"q(?P<phrase>[DO]?[WNUKG]*[NW](?:C[DO]?[WNUKG]*[NW])?(?:[PC]D?[WNUKG]*[NW])+)$")
_BREAK = re.compile(r"q{7,}|[;.:]")
_FAR = 40  # words before a verb that may be auxiliaries, adverbs and times
_INSERTIONS = 12  # commas before a verb that may begin an insertion
_SCARE = 6  # quoted words and marks that may be part of a description
_FIRST = re.compile(rf"[RO]|{CORE}(?:P{CORE})*(?:C{CORE})?")


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is grammatically in charge of a verb; `phrase` is None where no words say so."""

    phrase: Phrase | None
    shape: Shape
    passive: bool = False


def subject_before(reading: Reading, cue: int) -> Subject:
    """Find the subject that stands before a verb."""
    first = past_dateline(reading, reading.sentence_of(cue), cue)
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
    head = ruling_head(reading, first, stop) if shape == "direct" else None
    return Subject(head or phrase, shape, passive)


def past_dateline(reading: Reading, sentence: int, at: int) -> int:
    """Give the first word of a sentence behind its place and day, if these lead it: CORRAN, Nov. 3 (AP) -."""
    first, _ = reading.bounds[sentence]
    match = _DATELINE.match(reading.tags, first, at)
    dated = match and (not {"U", "T", "("}.isdisjoint(match.group()) or reading.words[first].isupper())
    return match.end() if match and dated else first


def _without_helpers(reading: Reading, first: int, stop: int) -> int:
    """Step back over auxiliaries, adverbs and words of time before a verb."""
    begin = max(first, stop - _FAR)
    helpers = _BEFORE_VERB.search(reading.tags[begin:stop])
    at = begin + helpers.start() if helpers else stop
    cues = reading.cues
    told = at < stop and reading.tags[at] == "W" and reading.low[at] in cues.people | cues.crowds | cues.bodies
    return at + told  # a judge Friday said


def subject_after(reading: Reading, at: int, *, linked: bool = True) -> Phrase | None:
    """Find the noun phrase or pronoun that begins at a word, as in “…,” said the senator from Ohio."""
    _, last = reading.bounds[reading.sentence_of(at)]
    tags = reading.tags[at:last]
    if tags[:1] == "R":
        return (at, at + 1)
    if reading.low[at] in reading.cues.some and re.match(r"D(?:[.,;]|$)", tags):
        named = _NAMED_BEHIND.match(tags, 1)  # “…,” wrote one, or wrote one, Ann Lee
        return (at + named.start("name"), at + named.end("name")) if named else (at, at + 1)
    match = _RIGHT.match(tags)
    if not match:
        return None
    begin, end = match.span("phrase")
    phrase = _without_setting(reading, (at + begin, at + end)) if linked else (at + begin, at + end)
    return with_name(reading, phrase, last) if phrase[1] == at + end else phrase


def with_name(reading: Reading, phrase: Phrase, last: int) -> Phrase:
    """Take in the name behind a description that ends a clause, as in `said the chair, Ann Lee`."""
    named = _NAMED_BEHIND.match(reading.tags, phrase[1], last)
    if not named or not may_introduce(reading, phrase, named.span("name")):
        return phrase
    return (phrase[0], named.end("name"))


def clause_subject(reading: Reading, first: int, cue: int) -> Phrase | None:
    """Find the subject of the clause that begins at a word: its first pronoun or noun phrase."""
    tags = reading.tags[first:cue]
    at = _clause_start(tags)
    match = _FIRST.search(tags, at)
    while match and match.start() > 0 and (tags[match.start() - 1] in "PM" or _is_date(tags, match)):
        match = _FIRST.search(tags, match.end())
    if not match:
        return None
    if match.group() == "O":
        return _possessed(reading, first + match.start(), cue)
    phrase = trimmed(reading, (first + match.start(), first + match.end()))
    return with_name(reading, phrase, cue) if phrase else None


def _is_date(tags: str, match: re.Match[str]) -> bool:
    """Whether a number belongs to a date: `On July 6, 2015, Lee …`."""
    return set(match.group()) == {"U"} and bool(re.search(r"T(?:U,)?$", tags[: match.start()]))


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
            setting and not rest.startswith("H") and re.fullmatch(r"N{1,3}|P.*", part)
        )
        if comma < 0 or not _FIRST.search(rest) or rest.startswith("U,") or (part and not skipped):
            return at
        setting = "P" in part
        at = comma + 1


def _possessed(reading: Reading, at: int, cue: int) -> Phrase:
    """Give the whole of `his office`, or the possessive alone."""
    match = re.match(CORE, reading.tags[at:cue])
    return (at, at + match.end()) if match else (at, at + 1)


def _is_passive(reading: Reading, first: int, cue: int) -> bool:
    """Whether a form of `be` stands among the helpers and the cue is no participle of the present."""
    return ("B" in reading.tags[first:cue] or _is_shortened(reading, first, cue)) and not reading.tags[cue].islower()


def _is_shortened(reading: Reading, first: int, cue: int) -> bool:
    """Whether a form of `be` is part of the pronoun before a verb: it's thought that, he's believed to."""
    low, cues = reading.low[first - 1] if first else "", reading.cues
    if reading.low[cue] not in cues.passive or not low.endswith(cues.be_endings) or low not in cues.contractions:
        return False
    return cues.pronouns.get(cues.contractions[low]) == "thing" or reading.tags[cue + 1 : cue + 2] == "M"


def _subject_ending(  # noqa: PLR0911 - one return for each kind of last word
    reading: Reading, first: int, stop: int
) -> tuple[Phrase | None, Shape]:
    """Find the subject whose last word stands just before `stop`."""
    tags = reading.tags[first:stop]
    if not tags:
        return None, "none"
    final = tags[-1]
    if final == "R" and tags[-2:-1] in ("N", "W") and reading.low[stop - 1] in reading.cues.emphatic:
        return _subject_ending(reading, first, stop - 1)
    if final == "R":
        partitive = _PARTITIVE.search(tags)
        return ((first + partitive.start(), stop), "direct") if partitive else ((stop - 1, stop), "pronoun")
    whole = _counted(reading, first, stop) or _beside_quotation(reading, first, stop)
    if whole:
        return whole, "direct"
    if final == "H" or (final == "S" and reading.low[stop - 1] in reading.cues.that and len(tags) > 1):
        return antecedent(reading, first, stop - 1), "relative"
    if final == "q":
        heading = _heading(reading, first, stop - 1) if len(tags) - len(tags.rstrip("q")) <= _SCARE else None
        return (heading, "insertion") if heading else (None, "quotation")
    if final in ",-)":
        return _over_insertion(reading, first, stop - 1)
    phrase = phrase_ending(reading, first, stop) or (reduced_clause(reading, first, stop) if final == "V" else None)
    inserted = _INSERTED.match(reading.tags, stop)  # The plan, a source said, is
    if phrase and reading.tags[phrase[0]] == "D" and not inserted and _is_description(reading, first, phrase):
        heading = _heading(reading, first, phrase[0] - 1)
        phrase = heading or phrase
    phrase = (phrase and not inserted and name_before(reading, first, phrase)) or phrase
    if phrase:
        paired = tags[: phrase[0] - first].endswith("RC")  # he and Ann Lee said
        return (phrase[0] - 2, phrase[1]) if paired else phrase, "direct"
    return None, "shared" if final in "MCVXZxzGYABP" else "none"


def _counted(reading: Reading, first: int, stop: int) -> Phrase | None:
    """Find a number or the like that stands for people: `many of whom`, `some`, `one in five`."""
    tags = reading.tags[first:stop]
    if tags[-1] == "D" and reading.low[stop - 1] in reading.cues.some:
        match = _SOME.search(tags)
    else:
        match = _PARTITIVE.search(tags) if tags[-1] == "H" else None
    return (first + match.start(), stop) if match else None


def _beside_quotation(reading: Reading, first: int, stop: int) -> Phrase | None:
    """Find two who speak, or somebody from somewhere, behind a quotation: “…,” Lee and Orr of Corran Bank said."""
    match = _BESIDE_QUOTATION.search(reading.tags, first, stop)
    return match.span("phrase") if match and len(match["phrase"]) <= LONGEST else None


def _over_insertion(reading: Reading, first: int, stop: int) -> tuple[Phrase | None, Shape]:
    """Find the subject before what stands between commas, dashes or brackets up to `stop`."""
    tags = reading.tags
    one = _ONE_OF.search(tags[: stop + 1], first)
    if one:
        return one.span("name"), "apposition"
    heading = _heading(reading, first, stop)
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
            if _is_description(reading, first, phrase):
                continue
            return _with_name_behind(reading, phrase, at, stop), "apposition"
    return None, "shared" if FINITE.search(tags[first:stop]) else "none"


def _heading(reading: Reading, first: int, stop: int) -> Phrase | None:
    """Find a noun phrase at the head of the clause that an insertion follows: `Ann Lee, who …, a …, said`."""
    boundaries = [match.end() for match in _BREAK.finditer(reading.tags, first, stop)]
    start = max(boundaries[-1] if boundaries else first, _bracket(reading.tags, first, stop))
    start += _clause_start(reading.tags[start : stop + 1])
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


def _is_description(reading: Reading, first: int, phrase: Phrase) -> bool:
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


def _without_setting(reading: Reading, phrase: Phrase) -> Phrase:
    """Cut `in Washington` from a phrase behind its verb."""
    first, last = phrase
    for at in range(first + 1, last):
        if reading.tags[at] == "P" and reading.low[at] not in reading.cues.linking:
            inside_name = reading.tags[at - 1] == "N"
            if inside_name or reading.low[at] in reading.cues.setting:
                return (first, at)
    return phrase
