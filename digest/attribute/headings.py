"""Titles and crossheads: they tell what people do as often as what they say."""

from __future__ import annotations

from digest.attribute.agents import may_speak
from digest.attribute.reading import Reading
from digest.attribute.reports import Report


def is_heading(reading: Reading, sentence: int) -> bool:
    """Whether a sentence is a paragraph of its own that ends in a word, without a stop."""
    here = reading.sentences[sentence]
    around = (sentence - 1, sentence + 1)
    near = [reading.sentences[at] for at in around if 0 <= at < len(reading.sentences)]
    return here.text.rstrip()[-1:].isalnum() and all(other.paragraph != here.paragraph for other in near)


def tells_an_act(reading: Reading, report: Report) -> bool:
    """Whether a report in a heading is none: its source cannot speak, or its verb is as much an act as a statement."""
    if report.supported or report.source is None or not is_heading(reading, report.sentence):
        return False
    lemma = reading.cues.speech.get(reading.low[report.cue[0]])
    return lemma is None or lemma in reading.cues.acts or not may_speak(reading, report.source)
