"""Where a verb of speech reports nothing: n'a pas confirmé, sagte nicht, no respondió, habe zugesagt."""

from __future__ import annotations

from digest.attribute.agents import framed
from digest.attribute.reading import Reading

_FINITE = "BAVXZ"  # tags of a verb whose subject stands before it
_ENDS = ",;:.q-S"  # tags that part the clause of a verb from others


def is_denied(reading: Reading, sentence: int, at: int) -> bool:
    """Whether a word beside a verb denies that anything was said, or its form leaves that to somebody else."""
    negations = reading.cues.negations
    if _says_nothing(reading, sentence, at):
        return True
    if not negations:
        return False
    if _is_no_statement(reading, at):
        return True
    if reading.low[framed(reading, at)] in reading.cues.subjunctive:
        return True  # somebody else tells it: Der Minister habe das zugesagt
    first, last = reading.bounds[sentence]
    begin = at
    while begin > first and reading.tags[begin - 1] not in _ENDS:
        begin -= 1
    end = at + 1
    while end < last and reading.cues.capital_nouns and reading.tags[end] not in _ENDS:
        end += 1
    around = [*range(begin, at), *range(at + 1, end)]
    return any(reading.low[word] in negations and reading.tags[word] != "q" for word in around)


def _says_nothing(reading: Reading, sentence: int, at: int) -> bool:
    """Whether `nothing` is all that is said: said nothing about it, but not: said nothing would change."""
    _, last = reading.bounds[sentence]
    behind = at + 1 < last and reading.low[at + 1] in reading.cues.nothing
    return behind and reading.tags[at + 2 : at + 3] not in tuple(_FINITE)


def _is_no_statement(reading: Reading, at: int) -> bool:
    """Whether a verb of a Romance language is an infinitive, or tells by a participle who was asked."""
    cues, low = reading.cues, reading.low[at]
    if not cues.dialogue:
        return False
    asked = reading.tags[at - 1 : at] == "," and low.endswith(cues.completed)
    return cues.speech.get(low) == low or (asked and not cues.agents.isdisjoint(reading.low[at + 1 : at + 2]))
