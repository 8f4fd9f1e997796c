"""Where the names of an article stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from digest.attribute.reading import Phrase, Reading
from digest.languages._cues import given_names

_RUN = re.compile(r"N+(?:P(?:D?N+))*K?|K")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at a place; `possessive` as in `Trump's`."""

    words: Phrase
    name: str
    possessive: bool = False


def mentions(reading: Reading) -> tuple[Mention, ...]:
    """Find the names outside quotations, in order."""
    found = []
    for first, last in reading.bounds:
        for match in _RUN.finditer(reading.tags, first, last):
            found += [mention for part in _parts(reading, match.span()) if (mention := _mention(reading, part))]
    return tuple(found)


def _parts(reading: Reading, run: Phrase) -> Iterator[Phrase]:
    """Yield the names of a run: prepositions join the names of bodies, not what follows a given name."""
    first, last = run
    men, women = given_names(reading.cues.names)
    begin = first
    for at in range(first + 1, last):
        if at < begin:
            continue
        joined = reading.tags[at] != "P" or reading.low[at] in reading.cues.joining
        given = reading.low[min(begin + (reading.low[begin] in reading.cues.titles), last - 1)]
        if not joined or (reading.tags[at] == "P" and (given in men or given in women)):
            yield (begin, at)
            begin = at + 1
            while begin < last and reading.tags[begin] in "PD":
                begin += 1
    if begin < last:
        yield (begin, last)


def _mention(reading: Reading, phrase: Phrase) -> Mention | None:
    """Read a run of capitals as a name, without the genitive's ending."""
    possessive = reading.tags[phrase[1] - 1] == "K"
    text = reading.phrase(phrase)
    if not text[0].isupper():
        return None
    name = re.sub(r"['’]s?$", "", text) if possessive else text
    return Mention(phrase, name.strip(' ,“”"‘’'), possessive)
