"""Hearsay that names nobody: phrases such as French `on dit que`, and verbs whose form keeps a distance."""

from __future__ import annotations

import re

from digest.attribute.reading import Phrase, Reading
from digest.attribute.reports import Report
from digest.attribute.subjects import subject_before

_CLAUSE = re.compile(r"[^,;:.q]*")
_THERE = re.compile(r"[YR](?:(?<=R)|[AY]*B)[DYUW]*$")
_COMPLETED = re.compile(r"[ABYR]*(?P<verb>[WVXZGN])")


def is_rumour(reading: Reading, sentence: int, at: int) -> bool:
    """Whether a noun of reporting is only said to exist: there have been claims that."""
    first, _ = reading.bounds[sentence]
    if reading.low[at] not in reading.cues.rumour_nouns:
        return False
    there = _THERE.search(reading.tags, first, at)
    return there is not None and reading.low[there.start()] in reading.cues.there


def distanced(reading: Reading, sentence: int, at: int) -> Report | None:
    """Read an auxiliary with a perfect by which a newspaper passes on what it does not know itself.

    German `soll … gesehen haben` names nobody, `will … gesehen haben` its subject; French `aurait cédé` and
    Spanish `habría cedido` name nobody. What is unreal beside them, as behind `if`, is not reported.
    """
    cues = reading.cues
    first, last = reading.bounds[sentence]
    if reading.words[last - 1] in '?»”"' or not cues.unreal.isdisjoint(reading.low[first:last]):
        return None
    cue = _german(reading, at, last) if cues.perfect else _romance(reading, at, last)
    if cue is None:
        return None
    if cues.distancing[reading.low[at]] == "hearsay":
        return Report(sentence, cue, "hearsay")
    subject = subject_before(reading, at)
    return Report(sentence, cue, "verb", subject.phrase, supported=True) if subject.shape == "direct" else None


def _german(reading: Reading, at: int, last: int) -> Phrase | None:
    """Find the infinitive of a perfect at the end of the clause: soll … gesehen haben, soll … gekommen sein."""
    clause = _CLAUSE.match(reading.tags, at + 1, last)
    end = clause.end() if clause else at
    if end - at < 3:  # noqa: PLR2004 - the auxiliary and both parts of the perfect
        return None
    participle, helper = reading.low[end - 2], reading.low[end - 1]
    seen = helper in reading.cues.perfect and participle.endswith(reading.cues.perfect_endings)
    gone = helper in reading.cues.being and participle in reading.cues.moved
    return (at, at + 1) if seen or gone else None


def _romance(reading: Reading, at: int, last: int) -> Phrase | None:
    """Find the participle behind the auxiliary: aurait cédé, habrían entrado."""
    match = _COMPLETED.match(reading.tags, at + 1, last)
    if not match:
        return None
    verb = match.start("verb")
    done = reading.low[verb].endswith(reading.cues.completed) and reading.low[verb] not in reading.cues.unreal
    return (at, at + 1) if done else None


def is_impersonal(reading: Reading, at: int) -> bool:
    """Whether a verb with `that` stands behind a word that leaves nobody who says it: Spanish se cree que."""
    cues, low = reading.cues, reading.low
    if not at or low[at - 1] not in cues.impersonal or low[at + 1 : at + 2] == () or low[at + 1] not in cues.that:
        return False
    return lemma(reading, at) not in cues.reflexive


def lemma(reading: Reading, at: int) -> str | None:
    """Give the dictionary form of a verb of speech or thought."""
    return reading.cues.speech.get(reading.low[at]) or reading.cues.thought.get(reading.low[at])
