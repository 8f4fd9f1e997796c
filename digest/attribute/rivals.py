"""Whom a pronoun does not mean, whatever else speaks for them, and who answers an accusation."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from digest.attribute.descriptions import Descriptions
from digest.attribute.phrases import FINITE
from digest.attribute.pronouns import FITTING, Candidate
from digest.attribute.reading import Phrase, Reading
from digest.attribute.reports import Report
from digest.attribute.spelling import is_acronym, plain
from digest.attribute.subjects import clause_subject, subject_after, subject_before
from digest.models import Span

_OBJECT = 3  # words behind a verb in which the noun of its object stands
_NAME = re.compile(r"N+")
_BESIDE = "PVXZW"  # tags before a pronoun that is the object of a verb or preposition
_OWNING = "NWUKGD"  # tags behind a possessive pronoun
_LINE = 3  # paragraphs of a transcript that one speaks


def unbarred(
    reading: Reading, report: Report, content: Sequence[Span], line: tuple[Report, str] | None, those: list[Candidate]
) -> list[Candidate]:
    """Leave out who is named in the words that a pronoun says, and whose line of a transcript it stands in.

    `line` is the last label of the transcript before, with whom it names.
    """
    own = {word for span in content for word in _said(reading, span, report.cue[1])}
    speaker = None
    if line:
        paragraphs = [reading.sentences[other.sentence].paragraph for other in (report, line[0])]
        speaker = plain(line[1]) if paragraphs[0] - paragraphs[1] < _LINE else None
    return [
        candidate
        for candidate in those
        if not own.intersection(plain(candidate.name)[-1:]) and plain(candidate.name) != speaker
    ]


def _said(reading: Reading, span: Span, cue: int) -> set[str]:
    """Give the words with a capital in a span that are quoted or stand behind a cue, in lower case, no genitives."""
    first, last = bisect_left(reading.starts, span[0]), bisect_left(reading.starts, span[1])
    return {
        reading.low[at].removesuffix("'s")
        for at in range(first, last)
        if reading.words[at][0].isupper() and (at >= cue or reading.tags[at] == "q")
    }


def accused(described: Descriptions, report: Report, pronoun: str, at: int) -> str | None:
    """Find the person who denies something by a pronoun at a word: whom somebody accuses just before."""
    reading, cues = described.reading, described.reading.cues
    if _lemma(reading, report) not in cues.denying or not _denies_charge(reading, report):
        return None
    first, _ = reading.bounds[max(0, report.sentence - 1)]
    for word in range(at - 1, first - 1, -1):
        if reading.low[word] in cues.accusing and reading.tags[word] != "q":
            phrase = _object_of(reading, word)
            name = described.names.person(reading.phrase(phrase)) if phrase else None
            full = described.names.full(name) if name else None
            return full if full and described.kind(full) in FITTING.get(pronoun, ()) else None
    return None


def _denies_charge(reading: Reading, report: Report) -> bool:
    """Whether a verb that denies has a charge for its object, where it may have others: dismissed calls."""
    cues, behind = reading.cues, report.cue[1]
    sure = not cues.charges or _lemma(reading, report) in cues.disowning
    return sure or not cues.charges.isdisjoint(reading.low[behind : behind + _OBJECT])


def _object_of(reading: Reading, verb: int) -> Phrase | None:
    """Find the name of whom somebody accuses, or who is accused."""
    _, last = reading.bounds[reading.sentence_of(verb)]
    subject = subject_before(reading, verb)
    phrase = subject.phrase
    if not subject.passive:
        behind = verb + 1 + (reading.cues.gendered and reading.tags[verb + 1 : verb + 2] == "P")  # acusó a Pablo Mena
        phrase = subject_after(reading, behind, linked=False) if behind < last else None
    name = _NAME.search(reading.tags, *phrase) if phrase else None
    return name.span() if name else None


def _lemma(reading: Reading, report: Report) -> str | None:
    """Give the dictionary form of a cue."""
    low = reading.low[report.cue[0]]
    return reading.cues.speech.get(low) or reading.cues.thought.get(low)


def has_rival(described: Descriptions, report: Report, choice: Candidate, pronoun: str) -> bool:
    """Whether the pronoun of a report may as well mean the subject of the sentence before: `Lee disagreed with her`.

    That sentence then has a pronoun of the same sex for its object, and a name that may be of that sex for its subject.
    """
    reading = described.reading
    first, last = reading.bounds[max(0, report.sentence - 1)]
    verb = FINITE.search(reading.tags, first, last)
    subject = clause_subject(reading, first, verb.start()) if verb else None
    if subject is None or not any(_is_object(reading, word, pronoun) for word in range(subject[1], last)):
        return False
    name = reading.phrase(subject)
    if plain(name)[-1:] == plain(choice.name)[-1:]:
        return False
    person = described.names.person(name)
    if person:
        return described.kind(described.names.full(person)) in FITTING.get(pronoun, ())
    return subject[1] - subject[0] == 1 and _may_be_surname(reading, subject[0])


def _may_be_surname(reading: Reading, at: int) -> bool:
    """Whether a word with a capital, though at the head of its sentence, is none of the article's other words."""
    word, low, cues = reading.words[at], reading.low[at], reading.cues
    common = (reading.vocabulary, cues.bodies, cues.places, cues.demonyms, cues.people, cues.crowds, cues.starters)
    return (
        word[0].isupper()
        and reading.tags[at] in "NW"
        and not any(low in words for words in common)
        and not low.endswith(cues.plural_endings or ("\0",))
        and not is_acronym(word)
    )


def _is_object(reading: Reading, at: int, pronoun: str) -> bool:
    """Whether a word is a pronoun of a class and the object of the word before."""
    low, cues = reading.low[at], reading.cues
    if pronoun not in (cues.pronouns.get(low), cues.possessives.get(low)) or reading.tags[at - 1] not in _BESIDE:
        return False
    return reading.tags[at] == "R" or (reading.tags[at] == "O" and reading.tags[at + 1 : at + 2] not in tuple(_OWNING))


def has_asked(
    described: Descriptions, report: Report, name: str, pronoun: str, last: tuple[Report, str | None] | None
) -> bool:
    """Whether a choice for the pronoun of a report has asked, accused or told of another, who may be the one to answer.

    `last` is the last report before, with its source. Who denies something may be another person named there.
    """
    reading, names = described.reading, described.names
    if last is None or last[1] != name or report.sentence - last[0].sentence != 1:
        return False
    cue = reading.low[last[0].cue[0]]
    asked = cue in reading.cues.asking | reading.cues.accusing
    denies = _lemma(reading, report) in reading.cues.denying and _lemma(reading, last[0]) not in reading.cues.denying
    named = names.between(last[0].cue[1], reading.bounds[last[0].sentence][1]) if asked or denies else ()
    others = {names.full(person) for mention in named if (person := names.person(mention.name))} - {name}
    return any(described.kind(other) in FITTING.get(pronoun, ()) for other in others)
