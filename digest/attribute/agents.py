"""Who stands behind a verb in languages that put the subject there: « … », a indiqué à la presse le commissaire."""

from __future__ import annotations

import re

from digest.attribute.reading import Phrase, Reading
from digest.attribute.subjects import Subject, subject_after
from digest.languages._cues import given_names

_CLAUSE_ENDS = (".", ",", ";", ":", "C", "")  # what may stand behind the last word of a clause
# Whom it is told, when and how: explicó ayer a los periodistas el comisario; conclut, fataliste, Marc Dubreuil.
_BETWEEN = re.compile(r"(?:(?:Y|P?D?T|P[DO]?[WUKG]*[NW])+|,[WYGP]{1,4},)(?=D|N|O)")


def subject_behind(reading: Reading, at: int) -> Phrase | None:
    """Find the subject that begins at a word, over whom it is told and when."""
    _, last = reading.bounds[reading.sentence_of(at)]
    source = subject_after(reading, at)
    if source is not None or not reading.cues.gendered:
        return _without_adverb(reading, source)
    if reading.low[at] in reading.cues.whence:
        return subject_after(reading, at + 1) if at + 1 < last else None
    between = _BETWEEN.match(reading.tags, at, last)
    return subject_after(reading, between.end()) if between else None


def _without_adverb(reading: Reading, phrase: Phrase | None) -> Phrase | None:
    """Cut what stands in lower case behind a German name: sagte Jost leise."""
    if phrase is None or not reading.cues.capital_nouns:
        return phrase
    adverb = reading.tags.find("NW", phrase[0], phrase[1])
    return (phrase[0], adverb + 1) if adverb >= 0 else phrase


def framed(reading: Reading, at: int) -> int:
    """Give the auxiliary of a German participle that ends its clause, behind which stands all else; else the word."""
    if not reading.cues.capital_nouns or reading.tags[at + 1 : at + 2] not in _CLAUSE_ENDS:
        return at
    first, _ = reading.bounds[reading.sentence_of(at)]
    for before in range(at - 1, first - 1, -1):
        if reading.tags[before] in ",;:":
            break
        if reading.tags[before] == "A" and reading.low[before] in reading.cues.auxiliaries:
            return before
    return at


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


def may_speak(reading: Reading, phrase: Phrase) -> bool:
    """Whether words are those of somebody rather than of a thing: `tighter controls` are announced, and say nothing."""
    cues, first = reading.cues, phrase[0]
    if set("NR") & set(reading.tags[first : phrase[1]]):
        return True
    head = next((at for at in range(first + 1, phrase[1]) if reading.tags[at] in "PH,("), phrase[1]) - 1
    if reading.tags[head] in "DU":
        head = phrase[1] - 1  # one of his friends
    forms = {reading.low[head], reading.low[head].removesuffix("s")}
    known = (cues.people, cues.crowds, cues.bodies, cues.texts, cues.voices, cues.titles)
    return not all(map(forms.isdisjoint, known))
