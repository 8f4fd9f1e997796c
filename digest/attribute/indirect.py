"""Whose words go on without a cue and without marks: in the subjunctive, or behind a dash that begins a speech."""

from __future__ import annotations

from digest.attribute.moods import telling_verb
from digest.attribute.reading import Reading

_DASHES = ("—", "–", "―")
_REACH = 6  # sentences of a speech behind its dash


def goes_on(reading: Reading, sentence: int) -> bool:
    """Whether a sentence tells another's words by its verb alone, as German does: Der Wert liege bei zehn Euro.

    Where its main clause is in the indicative, somebody else has the word: Max Orth tönte, er werde gewinnen.
    """
    cues = reading.cues
    first, last = reading.bounds[sentence]
    if not cues.subjunctive or not cues.unreal.isdisjoint(reading.low[first:last]):
        return False
    if telling_verb(reading, sentence) is not None:
        return False
    return any(reading.low[at] in cues.subjunctive and reading.tags[at] not in "qN" for at in range(first, last))


def in_dialogue(reading: Reading, sentence: int) -> bool:
    """Whether a sentence stands in a paragraph that begins with the dash of a speech."""
    if not reading.cues.dialogue:
        return False
    paragraph = reading.sentences[sentence].paragraph
    for at in range(sentence, max(-1, sentence - _REACH), -1):
        before = reading.sentences[at - 1].paragraph if at else None
        if before != paragraph:
            return reading.sentences[at].text.startswith(_DASHES)
    return False
