"""What stands behind a quotation: any verb with somebody for its subject tells who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.attribute.agents import has_name, is_person, may_speak, subject_behind
from digest.attribute.indirect import in_dialogue
from digest.attribute.phrases import FINITE
from digest.attribute.reading import Phrase, Reading
from digest.attribute.reports import Report
from digest.attribute.subjects import clause_subject
from digest.attribute.weighing import leads

_BEFORE = re.compile(r"q(?:,|-|,-)?[ABYR]{0,3}$")
_BEFORE_VERB = "q,-ABYR"
_ENDED = tuple(",!?…—–")  # what ends a quotation that its sentence goes on behind
_LED = 0.4  # likelihood that a quotation is said by the subject of the sentence before
_LEAST = 2  # words of a quotation, unless a name stands behind it
_MARKS = "\"'“”„«»‹›’‘"


def tagged(reading: Reading, sentence: int, at: int) -> Report | None:
    """Read `“…”, VERB NAME` for a verb that no list knows; only quotations that end in a comma or a stop count."""
    first, last = reading.bounds[sentence]
    if at == first or reading.tags[at - 1] not in _BEFORE_VERB:
        return None
    before = _BEFORE.search(reading.tags[first:at])
    words = _ended(reading, first + before.start()) if before else int(_is_behind_dash(reading, sentence, at))
    if at + 1 >= last or not words or reading.words[at][0].isupper():
        return None
    source = subject_behind(reading, at + 1)
    if source is None or not _is_somebody(reading, source) or (words < _LEAST and not has_name(reading, source)):
        return None
    if reading.cues.pronouns.get(reading.low[source[0]]) == "thing":
        return None  # „…“, heißt es
    return Report(sentence, (at, at + 1), "inverted", source, behind=True, supported=True)


def trailing(reading: Reading, sentence: int, at: int) -> Report | None:
    """Read a verb behind a comma that ends its sentence and leaves out who says it, as in Spanish: …, argumentó."""
    first, last = reading.bounds[sentence]
    dropping = reading.cues.dialogue and not reading.cues.enclitics
    if not dropping or at + 2 != last or at == first or reading.tags[at - 1] != "," or reading.tags[at] != "X":
        return None
    return Report(sentence, (at, at + 1), "verb", behind=True, supported=True)


def introductions(reading: Reading, reports: Sequence[Report]) -> Iterator[Report]:
    """Yield for each sentence that reports nothing and leads to a quotation the person that it is about."""
    if not reading.cues.gendered:
        return
    reporting = {report.sentence for report in reports}
    for sentence, (first, last) in enumerate(reading.bounds):
        verb = FINITE.search(reading.tags, first, last)
        if sentence in reporting or verb is None or not leads(reading, sentence):
            continue
        subject = clause_subject(reading, first, verb.start())
        if is_person(reading, subject):
            yield Report(sentence, verb.span(), "verb", subject, likelihood=_LED)


def _is_behind_dash(reading: Reading, sentence: int, at: int) -> bool:
    """Whether a word stands behind the dash that breaks off a speech: —No me voy —bufó Gil."""
    first, _ = reading.bounds[sentence]
    return at > first + 1 and reading.tags[at - 1] == "-" and in_dialogue(reading, sentence)


def _ended(reading: Reading, closing: int) -> int:
    """Count the words of a quotation that a comma or a stop parts from what stands behind its last mark, else 0."""
    quoted = closing
    while quoted > 0 and reading.tags[quoted - 1] == "q":
        quoted -= 1
    inside = [word for word in reading.words[quoted : closing + 1] if word not in _MARKS]
    parted = reading.words[closing + 1] in _ENDED or (len(inside) > 0 and inside[-1] in _ENDED)
    return len(inside) if parted else 0


def _is_somebody(reading: Reading, phrase: Phrase) -> bool:
    """Whether words name somebody: a pronoun, a name, or a noun of persons or bodies."""
    tags = reading.tags[phrase[0] : phrase[1]]
    if reading.cues.capital_nouns and tags[-1] == "N" and len(tags) == 1:
        return reading.tags[phrase[1] : phrase[1] + 1] in (".", ",", ";", "P", "T", "")
    return may_speak(reading, phrase) or tags[0] == "D"
