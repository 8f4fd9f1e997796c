"""Whose words a clause in the subjunctive tells, whatever the verb before it: Max Orth tönte, er werde gewinnen."""

from __future__ import annotations

import re

from digest.attribute.reading import Phrase, Reading
from digest.attribute.reports import Report
from digest.attribute.subjects import subject_after, subject_before

_OPENING = re.compile(r"[YC]*")
_CLAUSE = re.compile(r"Y?(?:R|[DO]?[WU]*N+)Y?")
_ENDED = tuple(",YPT")  # what may stand behind a subject that follows its verb
_REACH = 12  # words between a verb and the comma before its clause


def told_in_subjunctive(reading: Reading, sentence: int) -> dict[int, Report]:
    """Read a sentence whose main clause has a verb that no list of cues holds; the report by that verb."""
    verb = telling_verb(reading, sentence)
    if verb is None or reading.tags[verb] not in "WV":
        return {}
    source = _source(reading, sentence, verb)
    return {verb: Report(sentence, (verb, verb + 1), "verb", source, supported=True, sure=True)} if source else {}


def telling_verb(reading: Reading, sentence: int) -> int | None:
    """Find the first verb of a main clause behind whose comma stands a clause in the subjunctive, else None.

    It is in the indicative; any word in lower case that no list holds may be one.
    """
    cues = reading.cues
    if not cues.subjunctive:
        return None
    first, last = reading.bounds[sentence]
    comma = reading.tags.find(",", first, last)
    if comma < 0 or "q" in reading.tags[first:last]:
        return None
    clause = _CLAUSE.match(reading.tags, comma + 1, last)
    if not clause or clause.end() >= last or reading.low[clause.end()] not in cues.subjunctive:
        return None
    verb = next((at for at in range(first, comma) if _may_be_verb(reading, at)), None)
    told = verb is not None and comma - verb <= _REACH and reading.low[verb] not in cues.subjunctive
    return verb if told else None


def _may_be_verb(reading: Reading, at: int) -> bool:
    """Whether a word in lower case may be the verb of a main clause; behind an article it is an adjective."""
    between = reading.tags[at - 1 : at] in ("D", "O", "P") if at else True
    return reading.tags[at] in "WVXZAB" and reading.words[at].islower() and not between


def _source(reading: Reading, sentence: int, verb: int) -> Phrase | None:
    """Find the subject before a verb, which begins the sentence, else the one right behind it."""
    first, last = reading.bounds[sentence]
    opening = _OPENING.match(reading.tags, first, last)
    begin = opening.end() if opening else first
    subject = subject_before(reading, verb)
    phrase = subject.phrase if subject.phrase == (begin, verb) else None
    if subject.phrase is None:
        behind = subject_after(reading, verb + 1, linked=False)
        phrase = behind if behind and reading.tags[behind[1] : behind[1] + 1] in _ENDED else None
    cues = reading.cues
    return phrase if phrase and cues.pronouns.get(reading.low[phrase[0]]) not in ("thing", "speaker") else None
