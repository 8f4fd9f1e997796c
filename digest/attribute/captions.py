"""`NAME: “…”` in languages whose words of reporting are not known: whether what stands there is a name.

Nothing tells a verb there, so that only what is a name by its form is taken: `Ha detto: “…”` names nobody.
"""

from __future__ import annotations

import re
from functools import lru_cache

from digest.attribute.reading import Phrase, Reading
from digest.languages._cues import given_names
from digest.languages._scripts import GIVEN_NAMES, SAID_FIRST, SAID_TO, SAYING, SAYING_FIRST, TITLES

_CAPITALS = re.compile(r"N+")
_NAMED = re.compile(r"N?W{1,3}(?P<name>N{2,3})")
_PARTICLE = re.compile(r"N(?:W{1,2}N)+")
_FULL = 2  # words of a full name
_LONGEST = 4
_PLACES = 20
_BEGINNING = 50_000  # characters
_REMEMBERED = 256
_WORD = 40  # characters in which the word before lies
_SMALL = 3  # letters of the words that stand in lower case within names: de, van, bin


def caption(reading: Reading, first: int, colon: int) -> Phrase | None:
    """Find the name that fills a sentence up to its colon."""
    words = reading.words[first:colon]
    text = "".join(words)
    if words and text.lower() == text.upper():
        return _behind_verb(reading, first, colon) or _without_capitals(reading, first, colon)
    if not words or len(words) > _LONGEST + 1:
        return None
    tags = "".join("N" if word[0].isupper() else "W" for word in words)
    joined = _PARTICLE.fullmatch(tags) and all(len(word) <= _SMALL for word in words if not word[0].isupper())
    if not (_CAPITALS.fullmatch(tags) or joined):
        return _described(reading, first, tags)
    return (first, colon) if len(words) >= _FULL or is_surname(reading, words[0]) else None


def _described(reading: Reading, first: int, tags: str) -> Phrase | None:
    """Find the name behind what somebody is, by its given name: La sindaca Carla Donati."""
    named = _NAMED.fullmatch(tags)
    if not named:
        return None
    begin, end = first + named.start("name"), first + named.end("name")
    known = any(reading.low[begin] in names for names in given_names(GIVEN_NAMES))
    role = len(reading.words[begin - 1]) > _SMALL  # no preposition: a casa di Carla Donati
    return (begin, end) if known and role else None


def _behind_verb(reading: Reading, first: int, colon: int) -> Phrase | None:
    """Find the name behind a verb that stands before its subject, without a title: وقالت المديرة د. سلمى الحوراني."""
    verb = reading.words[first]
    if verb not in SAID_FIRST and verb[1:] not in SAID_FIRST:  # with “and” as its first letter
        return None
    end = next((at for at in range(first + 1, colon) if reading.words[at] in SAID_TO), colon)
    begin = first + 1
    for at in range(begin, end):
        shortened = reading.words[at] == "." and len(reading.words[at - 1]) == 1
        begin = at + 1 if shortened or reading.words[at] in TITLES else begin
    plain = all(word[0].isalnum() for word in reading.words[begin:end])
    return (begin, end) if plain and _FULL <= end - begin <= _LONGEST + 1 else None


def _without_capitals(reading: Reading, first: int, colon: int) -> Phrase | None:
    """Take a short line in a script without capitals, unless a word of it says that somebody says something."""
    words = reading.words[first:colon]
    opens = first == 0 or "\n" in reading.text[reading.ends[first - 1] : reading.starts[first]]
    said = words[-1].endswith(SAYING) or words[0].startswith(SAYING_FIRST)
    plain = all(word[0].isalnum() for word in words)
    return (first, colon) if opens and plain and not said and len(words) < _LONGEST else None


def is_surname(reading: Reading, word: str) -> bool:
    """Whether a single word ends a longer name elsewhere in the article, which is looked for in its beginning."""
    return _ends_a_name(reading.text[:_BEGINNING], word)


@lru_cache(_REMEMBERED)
def _ends_a_name(text: str, word: str) -> bool:
    """Whether a word with a capital stands before a word; its first few places are looked at."""
    at = -1
    for _ in range(_PLACES):
        at = text.find(f" {word}", at + 1)
        if at < 0:
            return False
        before = text[max(0, at - _WORD) : at].rsplit(maxsplit=1)
        ends = not text[at + len(word) + 1 : at + len(word) + 2].isalnum()
        if ends and before and before[-1][0].isupper() and before[-1][-1].isalnum():
            return True
    return False
