"""Who stands behind a verb in languages that put the subject there: « … », a indiqué à la presse le commissaire."""

from __future__ import annotations

import re

from digest.attribute.reading import Phrase, Reading
from digest.attribute.subjects import Subject, subject_after
from digest.languages._cues import given_names

_BETWEEN = re.compile(r"(?:Y|P?D?T+|P[DO]?[WUKG]*[NW])+(?=D|N|O)")  # whom it is told, and when


def subject_behind(reading: Reading, at: int) -> Phrase | None:
    """Find the subject that begins at a word, over whom it is told and when."""
    _, last = reading.bounds[reading.sentence_of(at)]
    source = subject_after(reading, at)
    if source is not None or not reading.cues.gendered:
        return source
    between = _BETWEEN.match(reading.tags, at, last)
    return subject_after(reading, between.end()) if between else None


def object_first(reading: Reading, at: int, subject: Subject) -> Phrase | None:
    """Find a person behind a German verb whose object stands before it: Gerüchte wies Wahlleiter Lee zurück."""
    if not reading.cues.capital_nouns or subject.shape != "direct" or is_person(reading, subject.phrase):
        return None
    source = subject_after(reading, at + 1)
    return source if source and is_person(reading, source) and reading.tags[source[0]] != "D" else None


def is_person(reading: Reading, phrase: Phrase | None) -> bool:
    """Whether a given name or a title stands in a phrase."""
    if phrase is None:
        return False
    men, women = given_names(reading.cues.names)
    known = (reading.cues.titles, reading.cues.people, men, women)
    return any(word in words for word in reading.low[phrase[0] : phrase[1]] for words in known)


def has_name(reading: Reading, phrase: Phrase | None) -> bool:
    """Whether a name stands in a phrase."""
    return phrase is not None and "N" in reading.tags[phrase[0] : phrase[1]]
