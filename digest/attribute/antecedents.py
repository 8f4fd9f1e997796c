"""Who stands before a pronoun and may be meant: names, speakers, and persons who are given no name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from digest.attribute.descriptions import Descriptions
from digest.attribute.phrases import FINITE
from digest.attribute.pronouns import Candidate
from digest.attribute.reading import Phrase, Reading
from digest.attribute.spelling import plain
from digest.languages._cues import Cues

_NEAR = 5  # sentences a pronoun may look back
_NEAREST = 2  # the same for who has no name
_SPEAKERS = 6  # speakers before that a pronoun may mean
_UNNAMED = re.compile(r"[DOU][WUYGKN]*W(?!N|,(?:D?W+)?N+(?:[,.]|$))")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody who has spoken: the name, where it stands, and the sentence and the words of the source."""

    name: str
    at: int
    sentence: int
    words: Phrase | None


def candidates(described: Descriptions, at: int, spoken: Iterable[Spoken]) -> list[Candidate]:
    """Gather who a pronoun at a word may mean: names, speakers and unnamed persons, each once, at its nearest place.

    `spoken` are the speakers before, the last one first.
    """
    reading, names = described.reading, described.names
    sentence = reading.sentence_of(at)
    found: dict[tuple[str, ...], Candidate] = {}
    earliest = reading.bounds[max(0, sentence - _NEAR)][0]
    for mention in names.between(earliest, at):
        if mention.name.lower() in names.cues.demonyms or _is_hearer(reading, mention.words[0], sentence):
            continue
        name = names.full(mention.name)
        office = mention.possessive and not names.person(name)  # the District Attorney's Office
        if _is_place(described, name, mention.words[0]) or (office and described.kind(name) == "person"):
            continue
        if _is_thing(described, name, mention.words):
            continue
        found[plain(name)] = _candidate(described, name, mention.words[0], sentence, possessive=mention.possessive)
    speakers = list(islice((item for item in spoken if item.at < at), _SPEAKERS))
    for rank, item in enumerate(speakers):
        known = found.get(plain(item.name))
        if known is None or known.speaker is None:
            place = max(item.at, known.at) if known else item.at
            base = _candidate(described, item.name, place, sentence, possessive=False)
            found[plain(item.name)] = base.spoken(rank, item.sentence, sentence)
    for first, last in _unnamed(described, at, speakers):
        text = reading.phrase((first, last))
        if plain(text) in found and found[plain(text)].speaker is not None:
            continue
        base = _candidate(described, text, first, sentence, possessive=False)
        several = _are_persons(reading.low[last - 1], names.cues)
        found[plain(text)] = replace(base, unnamed=True, kind="plural" if several else base.kind)
    return list(found.values())


def _is_place(described: Descriptions, name: str, at: int) -> bool:
    """Whether a name stands where places do, and is no person's that is known for one: in Fort Davis."""
    before = described.reading.low[at - 1] if at else ""
    return before in described.names.cues.locating and described.kind(name) == "person"


def _is_thing(described: Descriptions, name: str, words: Phrase) -> bool:
    """Whether a name is a title or part of a body's: her novel, The Salt Ledger; St Aldhelm’s Hospital."""
    reading, cues = described.reading, described.names.cues
    begin, end = words
    owned = reading.tags[end - 1] == "K" and reading.low[end : end + 1] and reading.low[end] in cues.bodies
    if owned and reading.words[end][0].isupper():
        return True
    if begin == 0 or reading.low[begin - 1] not in cues.definite or described.kind(name) != "person":
        return False
    several = end - begin > 1 and reading.low[begin].rstrip(".") not in cues.titles  # the Harbour Prize
    opens = begin - 1 == reading.bounds[reading.sentence_of(begin)][0]
    return several or (not opens and reading.words[begin - 1][0].isupper())


def _is_hearer(reading: Reading, at: int, sentence: int) -> bool:
    """Whether a name is told something in the sentence of the pronoun, and so does not tell it."""
    first, last = reading.bounds[sentence]
    before = reading.low[at - 1] if first < at < last else ""
    return reading.cues.speech.get(before) in reading.cues.telling


def _unnamed(described: Descriptions, at: int, speakers: Sequence[Spoken]) -> Iterator[Phrase]:
    """Yield the persons without a name who are the subjects of the last sentences: `a worker`, `the victim`.

    Left out are those who have spoken, and who may be one of the article's names: `Ann Lee, the mayor,`.
    """
    reading, cues = described.reading, described.names.cues
    sentence = reading.sentence_of(at)
    persons = (cues.people | cues.male | cues.female) - cues.pronouns.keys()
    for number in range(max(0, sentence - _NEAREST), sentence + 1):
        first, last = reading.bounds[number]
        for match in _UNNAMED.finditer(reading.tags, first, min(last, at)):
            begin, end = match.span()
            head = reading.low[end - 1]
            if FINITE.search(reading.tags, first, begin):
                break
            told = any(item.words and item.words[0] <= begin < item.words[1] for item in speakers)
            apposed = reading.tags[max(first, begin - 2) : begin] in ("N,", "),") or reading.tags[begin - 1] == "P"
            known = reading.low[begin] in cues.demonstratives and head in described.described
            if (head in persons or _are_persons(head, cues)) and not (told or (begin > first and apposed) or known):
                yield begin, end


def _are_persons(head: str, cues: Cues) -> bool:
    """Whether a noun tells of several persons: councillors, police."""
    singular = (head.removesuffix(ending) for ending in cues.plural_endings if head.endswith(ending))
    known = (cues.people, cues.male, cues.female)
    return head in cues.crowds or any(word in words for word in singular for words in known)


def _candidate(described: Descriptions, name: str, at: int, sentence: int, *, possessive: bool) -> Candidate:
    """Describe one whom a pronoun may mean."""
    reading, names = described.reading, described.names
    here = reading.sentence_of(at)
    first, _ = reading.bounds[here]
    paragraphs = reading.sentences[sentence].paragraph - reading.sentences[here].paragraph
    words = plain(name)
    return Candidate(
        name=name,
        kind=described.kind(name),
        at=at,
        distance=sentence - here,
        paragraphs=paragraphs,
        subject=not FINITE.search(reading.tags, first, at),
        prepositional=reading.tags[at - 1 : at] == "P",
        possessive=possessive,
        count=names.counts.get(words[-1], 0) if words else 0,
        official=any(word in names.cues.bodies or word in names.cues.places for word in words),
    )
