"""Who is in charge of a verb: the subject before it, over what is inserted, or behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from digest.attribute.insertions import clause_head, is_description, over_insertion
from digest.attribute.openings import FIRST, clause_start, past_dateline
from digest.attribute.phrases import (
    CORE,
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
_BEFORE_VERB = re.compile(r"(?:[YABM]|(?<=A)[SD]|(?<=[NR])D|(?<=A)PU|P?D?W?T+U?|,Y+,|,P?D?W?T+U?,)*$")
_CHAIN = re.compile(r"(?:[VZX]|(?<=[AB])[WxzG]|(?<=[AB]Y)[WxzG])W?$")
_INSERTED = re.compile(r"[YABT]*[XZ],[YABMVXZ]")
_BESIDE_QUOTATION = re.compile(r"q(?P<phrase>[DO]?[WNUKG]*[NW](?:C[DO]?[WNUKG]*[NW])?(?:[PC]D?[WNUKG]*[NW])+)$")
_FAR = 40  # words before a verb that may be auxiliaries, adverbs and times
_SCARE = 6  # quoted words and marks that may be part of a description


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
    at = clause_start(tags)
    match = FIRST.search(tags, at)
    while match and match.start() > 0 and (tags[match.start() - 1] in "PM" or _is_date(tags, match)):
        match = FIRST.search(tags, match.end())
    if not match:
        return None
    if match.group() == "O":
        return _possessed(reading, first + match.start(), cue)
    phrase = trimmed(reading, (first + match.start(), first + match.end()))
    return with_name(reading, phrase, cue) if phrase else None


def _is_date(tags: str, match: re.Match[str]) -> bool:
    """Whether a number belongs to a date: `On July 6, 2015, Lee …`."""
    return set(match.group()) == {"U"} and bool(re.search(r"T(?:U,)?$", tags[: match.start()]))


def _possessed(reading: Reading, at: int, cue: int) -> Phrase:
    """Give the whole of `his office` with a name behind it, or the possessive alone."""
    match = re.match(CORE, reading.tags[at:cue])
    return with_name(reading, (at, at + match.end()), cue) if match else (at, at + 1)


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
        heading = clause_head(reading, first, stop - 1) if len(tags) - len(tags.rstrip("q")) <= _SCARE else None
        return (heading, "insertion") if heading else (None, "quotation")
    if final in ",-)":
        return over_insertion(reading, first, stop - 1)
    phrase = phrase_ending(reading, first, stop) or (reduced_clause(reading, first, stop) if final == "V" else None)
    inserted = _INSERTED.match(reading.tags, stop)  # The plan, a source said, is
    if phrase and reading.tags[phrase[0]] == "D" and not inserted and is_description(reading, first, phrase):
        heading = clause_head(reading, first, phrase[0] - 1)
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


def _without_setting(reading: Reading, phrase: Phrase) -> Phrase:
    """Cut `in Washington` from a phrase behind its verb."""
    first, last = phrase
    for at in range(first + 1, last):
        if reading.tags[at] == "P" and reading.low[at] not in reading.cues.linking:
            inside_name = reading.tags[at - 1] == "N"
            if inside_name or reading.low[at] in reading.cues.setting:
                return (first, at)
    return phrase
