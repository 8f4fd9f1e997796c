"""Who speaks in sentences without a cue of their own: quotations that go on, and blocks that a colon hands over.

The order of looking for the speaker: the same sentence; another sentence of the same quotation; an earlier
cue in the paragraph; the quotation that the paragraph before left open; a later cue in the paragraph;
the last speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from digest.attribute.echoes import echoed
from digest.attribute.indirect import goes_on, in_dialogue
from digest.attribute.reading import Reading
from digest.attribute.resolution import Resolved
from digest.attribute.speakers import Speakers, overlap
from digest.attribute.spelling import surname
from digest.attribute.weighing import leads
from digest.models import Span

_LEAST = 12  # quoted characters that make a sentence a quotation
_SHARE = 0.25  # of a sentence that must be quoted before it looks for a speaker
_MOST = 0.5  # of a sentence that must be quoted where no speaker is in it
_BARE = 0.6  # of a sentence that must be quoted for a claim of nobody
_UNKNOWN = 0.4  # the same where the words that report are not known and take their share
_LED_BY_COLON = re.compile(r"[^q:]*[VXZBA][^q:]*:q")
_MANY = ("plural", "thing")
_PERSONS = ("m", "f", "person")
_RECENT = 3  # sentences after which the last speaker is forgotten
_CROSSHEAD = 7  # words that are too many for one
_BLOCK = 25  # characters of a sentence that a colon may hand over


@dataclass(frozen=True, slots=True)
class Continued:
    """A sentence spoken by a speaker named elsewhere; `speaker` is None where nobody is found."""

    sentence: int
    content: tuple[Span, ...]
    speaker: Resolved | None
    quoted: bool = True


def continued(
    reading: Reading, resolved: Sequence[Resolved], doubtful: Sequence[Resolved] = ()
) -> tuple[Continued, ...]:
    """Find the sentences that are said by somebody whose cue stands elsewhere.

    `doubtful` are reports too unlikely for a claim of their own, whose source may all the same speak next.
    """
    found = tuple(_Search(reading, resolved, doubtful).run())
    told = {item.report.sentence for item in resolved} | {item.sentence for item in found}
    said = [(item, item.content) for item in resolved]
    said += [(item.speaker, item.content) for item in found if item.speaker]
    echoes = [Continued(sentence, (span,), speaker) for sentence, span, speaker in echoed(reading, said, told)]
    return tuple(sorted((*found, *echoes), key=lambda item: item.sentence))


class _Search:
    """One pass over the sentences, with who spoke last and what a colon has handed over."""

    def __init__(self, reading: Reading, resolved: Sequence[Resolved], doubtful: Sequence[Resolved]) -> None:
        self.reading = reading
        self.doubtful = {item.report.sentence: item for item in doubtful if item.source and _is_voice(item)}
        self.double = any(not _is_single(reading.text, quotation.start) for quotation in reading.quotations)
        self.speakers = Speakers.of(reading, resolved, self.doubtful)
        self.last: Resolved | None = None
        self.last_sentence = 0
        self.handed: tuple[int, Resolved] | None = None

    def run(self) -> Iterator[Continued]:
        """Yield the continued sentences in order."""
        for sentence in range(len(self.reading.sentences)):
            speakers = self.speakers.named(sentence)
            heading = self._is_crosshead(sentence)
            found = None if heading else self._quoted(sentence, speakers) or self._block(sentence, speakers)
            found = found or self._unmarked(sentence)
            if found:
                yield found
            self._remember(sentence, self.speakers.voice(speakers) if speakers else found.speaker if found else None)
            self._hand_over(sentence, speakers)

    def _remember(self, sentence: int, speaker: Resolved | None) -> None:
        """Note who has spoken, and where."""
        if speaker and (speaker.source or speaker.mention or self.last is None):
            self.last = speaker
        if speaker:
            self.last_sentence = sentence

    def _quoted(self, sentence: int, speakers: list[Resolved]) -> Continued | None:
        """Read a sentence with quoted words that no report of its own holds."""
        span = self.reading.sentences[sentence]
        bounds = (span.start, span.end)
        parts = [
            (max(span.start, quotation.start), min(span.end, quotation.end))
            for quotation in self.reading.quotations_in(bounds)
        ]
        length = sum(end - start for start, end in parts)
        size = span.end - span.start
        free = length - self._held(sentence, parts)
        if length < _LEAST or free < (_MOST * size if speakers else _LEAST) or length < _SHARE * size:
            return None
        speaker = self.speakers.leading(sentence) or (
            self.speakers.voice(speakers) if speakers else self._speaker(sentence)
        )
        if speaker is None or (length < _MOST * size and not speakers):
            share = _BARE if self.reading.cues.speech else _UNKNOWN
            return Continued(sentence, tuple(parts), None) if length >= share * size else None
        return Continued(sentence, tuple(parts), speaker)

    def _is_crosshead(self, sentence: int) -> bool:
        """Whether a few words in single marks are a paragraph between others, in a text that quotes in double ones."""
        span = self.reading.sentences[sentence]
        if not _is_single(self.reading.text, span.start) or span.text.count(" ") >= _CROSSHEAD:
            return False
        near = [other for other in (sentence - 1, sentence + 1) if 0 <= other < len(self.reading.sentences)]
        alone = not any(self.speakers.same_paragraph(sentence, other) for other in near)
        return alone and self.double

    def _held(self, sentence: int, parts: Sequence[Span]) -> int:
        """Count the quoted characters that the sentence's best report holds already."""
        reports = self.speakers.by_sentence.get(sentence, [])
        return max((overlap(parts, item.content) for item in reports), default=0)

    def _speaker(self, sentence: int) -> Resolved | None:
        """Find the speaker of a quoted sentence without a cue."""
        same = self.speakers.same_quotation(sentence)
        if same is None and self._has_another(sentence):
            return None
        if not self.reading.cues.speech:  # who speaks is not known, unless a name and a colon stand before
            return same
        return (
            same
            or self.speakers.teller(sentence)
            or self._introduced(sentence)
            or self.speakers.earlier(sentence)
            or self._led(sentence)
            or (
                None
                if self.speakers.left_open(sentence) or self._just_spoken(sentence)
                else self.speakers.later(sentence)
            )
            or self._last(sentence)
        )

    def _has_another(self, sentence: int) -> bool:
        """Whether a colon after words of its own leads to the quotation: A note makes that clear: “…”."""
        first, last = self.reading.bounds[sentence]
        return _LED_BY_COLON.match(self.reading.tags, first, last) is not None

    def _introduced(self, sentence: int) -> Resolved | None:
        """Find who is in charge of the sentence before where it ends a paragraph and leads to this one."""
        before = sentence - 1
        doubtful = self._leading(sentence)
        if before < 0 or (self.speakers.same_paragraph(before, sentence) and not (doubtful and self._nods(doubtful))):
            return None
        if self.reading.sentences[before].text.rstrip().endswith(":"):
            speakers = self.speakers.named(before)
            return self.speakers.voice(speakers) if speakers else doubtful
        return doubtful if doubtful and doubtful.kind in _PERSONS and not self.speakers.named(before) else None

    def _leading(self, sentence: int) -> Resolved | None:
        """Give the doubtful report of the sentence before, where that leads to a quotation."""
        return self.doubtful.get(sentence - 1) if sentence and leads(self.reading, sentence - 1) else None

    def _nods(self, item: Resolved) -> bool:
        """Whether a sentence ends in its cue, with nothing said: Lee agreed."""
        _, last = self.reading.bounds[item.report.sentence]
        return self.reading.tags[item.report.cue[1] : last].strip(".") == "" and not item.report.behind

    def _led(self, sentence: int) -> Resolved | None:
        """Find who is in charge of the sentence before in the paragraph: Lee thanked the town. “We …”."""
        doubtful = self._leading(sentence)
        near = doubtful and self.speakers.same_paragraph(sentence - 1, sentence) and doubtful.kind in _PERSONS
        first, last = self.reading.bounds[sentence]
        whole = set(self.reading.tags[first:last]) == {"q"}  # and not: “…” is a saying here
        return doubtful if near and whole and not self._just_spoken(sentence) else None

    def _just_spoken(self, sentence: int) -> bool:
        """Whether the sentence before is said by somebody."""
        return self.last is not None and sentence - self.last_sentence == 1

    def _last(self, sentence: int) -> Resolved | None:
        """Find who spoke last, in the paragraph before or a few sentences back; beyond that nobody can be sure."""
        here, there = self.reading.sentences[sentence], self.reading.sentences[self.last_sentence]
        near = here.paragraph - there.paragraph <= 1 or sentence - self.last_sentence <= _RECENT
        if self.last is None or not near:
            return None
        if not self._goes_on(sentence):
            return replace(self.last, source=None, mention=None)
        return self.speakers.unless_told_of(self.last, sentence)

    def _goes_on(self, sentence: int) -> bool:
        """Whether the last speaker is likely to speak again: no group, and behind a gap only who was not quoted yet."""
        if self.last is None or self.last.kind in _MANY:
            return False
        if self._just_spoken(sentence):
            return True
        paragraphs = self.reading.sentences[sentence].paragraph - self.reading.sentences[self.last_sentence].paragraph
        quoted = any(True for span in self.last.content for _ in self.reading.quotations_in(span))
        return paragraphs > 1 and self.last.kind in _PERSONS and not quoted

    def _block(self, sentence: int, speakers: list[Resolved]) -> Continued | None:
        """Read an unquoted sentence of the paragraph that `X said:` has handed over."""
        span = self.reading.sentences[sentence]
        line = self.speakers.line(sentence)
        if line and not speakers:
            return Continued(sentence, ((span.start, span.end),), line, quoted=False)
        if (
            self.handed is None
            or speakers
            or span.text.rstrip().endswith(":")
            or span.text.startswith("<")
            or span.paragraph != self.handed[0] + 1
            or span.end - span.start <= _BLOCK
        ):
            return None
        if self._names(sentence, self.handed[1]):  # Lee wrote: … / Lee lives in Corran.
            self.handed = None
            return None
        return Continued(sentence, ((span.start, span.end),), self.handed[1], quoted=False)

    def _names(self, sentence: int, speaker: Resolved) -> bool:
        """Whether a sentence tells of a speaker by name, and so is not theirs."""
        first, last = self.reading.bounds[sentence]
        return speaker.kind in _PERSONS and surname(speaker.source or "") in self.reading.low[first:last]

    def _unmarked(self, sentence: int) -> Continued | None:
        """Read a sentence that goes on with the words of the one before without marks."""
        span = self.reading.sentences[sentence]
        if sentence in self.speakers.by_sentence or not self._just_spoken(sentence):
            return None
        spoken = self.speakers.same_paragraph(sentence - 1, sentence) and in_dialogue(self.reading, sentence)
        if not (spoken or goes_on(self.reading, sentence)):
            return None
        return Continued(sentence, ((span.start, span.end),), self.last, quoted=spoken)

    def _hand_over(self, sentence: int, speakers: list[Resolved]) -> None:
        """Remember a speaker whose sentence ends in a colon, for the next paragraph."""
        span = self.reading.sentences[sentence]
        if self.handed and span.paragraph > self.handed[0] + 1:
            self.handed = None
        if span.text.rstrip().endswith(":") and speakers:
            self.handed = (span.paragraph, self.speakers.voice(speakers))


def _is_voice(item: Resolved) -> bool:
    """Whether the source of a doubtful report may speak: a person, or a body that a verb is told of."""
    return item.kind in _PERSONS or (item.kind == "body" and item.report.form != "colon")


def _is_single(text: str, at: int) -> bool:
    """Whether a single mark opens a quotation at an offset."""
    return text.startswith(("'", "‘"), at) and not text.startswith("''", at)
