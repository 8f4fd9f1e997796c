"""Who speaks in sentences without a cue of their own: quotations that go on, and blocks that a colon hands over.

The order of looking for the speaker: the same sentence; another sentence of the same quotation; an earlier
cue in the paragraph; the quotation that the paragraph before left open; a later cue in the paragraph;
the last speaker.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from digest.attribute.echoes import echoed
from digest.attribute.indirect import goes_on, in_dialogue
from digest.attribute.quotations import Quotation
from digest.attribute.reading import Reading
from digest.attribute.resolution import Resolved
from digest.models import Span

_LEAST = 12  # quoted characters that make a sentence a quotation
_SHARE = 0.25  # of a sentence that must be quoted before it looks for a speaker
_MOST = 0.5  # of a sentence that must be quoted where no speaker is in it
_BARE = 0.6  # of a sentence that must be quoted for a claim of nobody
_UNKNOWN = 0.4  # the same where the words that report are not known and take their share
_REACH = 6  # sentences within which a quotation's other sentences are looked at
_FAR = 200  # sentences of a paragraph among which a cue is looked for
_MANY = ("plural", "thing")
_PERSONS = ("m", "f", "person")
_RECENT = 3  # sentences after which the last speaker is forgotten
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
        self.by_sentence: dict[int, list[Resolved]] = {}
        for item in resolved:
            if item.report.form != "hearsay":
                self.by_sentence.setdefault(item.report.sentence, []).append(item)
        self.last: Resolved | None = None
        self.last_sentence = 0
        self.handed: tuple[int, Resolved] | None = None

    def run(self) -> Iterator[Continued]:
        """Yield the continued sentences in order."""
        for sentence in range(len(self.reading.sentences)):
            speakers = self._speakers(sentence)
            found = self._quoted(sentence, speakers) or self._block(sentence, speakers) or self._unmarked(sentence)
            if found:
                yield found
            self._remember(sentence, self._voice(speakers) if speakers else found.speaker if found else None)
            self._hand_over(sentence, speakers)

    def _remember(self, sentence: int, speaker: Resolved | None) -> None:
        """Note who has spoken, and where."""
        if speaker and (speaker.source or speaker.mention or self.last is None):
            self.last = speaker
        if speaker:
            self.last_sentence = sentence

    def _speakers(self, sentence: int) -> list[Resolved]:
        """Give those who are named in a sentence; a report with a verb comes before `according to`."""
        named = [item for item in self.by_sentence.get(sentence, []) if item.source or item.mention]
        verbs = [item for item in named if item.report.form != "according"]
        return verbs or named

    def _voice(self, items: Sequence[Resolved]) -> Resolved:
        """Choose among the speakers of a sentence: not one of whom another tells, and one who is quoted first."""
        outer = [item for item in items if not any(self._tells(other, item) for other in items)] or items
        quoting = [
            item for item in outer if any(True for span in item.content for _ in self.reading.quotations_in(span))
        ]
        return (quoting or outer)[-1]

    def _tells(self, other: Resolved, item: Resolved) -> bool:
        """Whether what one says holds the report of another."""
        at = self.reading.starts[item.report.cue[0]]
        return other is not item and any(start <= at < end for start, end in other.content)

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
        speaker = self._leading(sentence) or (self._voice(speakers) if speakers else self._speaker(sentence))
        if speaker is None or (length < _MOST * size and not speakers):
            share = _BARE if self.reading.cues.speech else _UNKNOWN
            return Continued(sentence, tuple(parts), None) if length >= share * size else None
        return Continued(sentence, tuple(parts), speaker)

    def _held(self, sentence: int, parts: Sequence[Span]) -> int:
        """Count the quoted characters that the sentence's best report holds already."""
        reports = self.by_sentence.get(sentence, [])
        return max((_overlap(parts, item.content) for item in reports), default=0)

    def _speaker(self, sentence: int) -> Resolved | None:
        """Find the speaker of a quoted sentence without a cue."""
        same = self._same_quotation(sentence)
        if not self.reading.cues.speech:  # who speaks is not known, unless a name and a colon stand before
            return same
        return (
            same
            or self._introduced(sentence)
            or self._earlier(sentence)
            or (None if self._left_open(sentence) or self._just_spoken(sentence) else self._later(sentence))
            or self._last(sentence)
        )

    def _introduced(self, sentence: int) -> Resolved | None:
        """Find who is in charge of the sentence before where it ends a paragraph and leads to this one."""
        before = sentence - 1
        if before < 0 or self._same_paragraph(before, sentence):
            return None
        doubtful = self.doubtful.get(before)
        if self.reading.sentences[before].text.rstrip().endswith(":"):
            speakers = self._speakers(before)
            return self._voice(speakers) if speakers else doubtful
        return doubtful if doubtful and doubtful.kind in _PERSONS and not self._speakers(before) else None

    def _just_spoken(self, sentence: int) -> bool:
        """Whether the sentence before is said by somebody."""
        return self.last is not None and sentence - self.last_sentence == 1

    def _last(self, sentence: int) -> Resolved | None:
        """Find who spoke last, in the paragraph before or a few sentences back; beyond that nobody can be sure."""
        here, there = self.reading.sentences[sentence], self.reading.sentences[self.last_sentence]
        near = here.paragraph - there.paragraph <= 1 or sentence - self.last_sentence <= _RECENT
        if self.last is None or not near:
            return None
        return self.last if self._goes_on(sentence) else replace(self.last, source=None, mention=None)

    def _goes_on(self, sentence: int) -> bool:
        """Whether the last speaker is likely to speak again: no group, and behind a gap only who was not quoted yet."""
        if self.last is None or self.last.kind in _MANY:
            return False
        if self._just_spoken(sentence):
            return True
        paragraphs = self.reading.sentences[sentence].paragraph - self.reading.sentences[self.last_sentence].paragraph
        quoted = any(True for span in self.last.content for _ in self.reading.quotations_in(span))
        return paragraphs > 1 and self.last.kind in _PERSONS and not quoted

    def _leading(self, sentence: int) -> Resolved | None:
        """Find the cue in the next sentence where one quotation runs into it: “…. …,” she said."""
        following = sentence + 1
        if following >= len(self.reading.sentences) or not self._same_paragraph(sentence, following):
            return None
        here = self.reading.sentences[sentence]
        begins = self.reading.sentences[following].start
        runs_on = any(quotation.end > begins for quotation in self.reading.quotations_in((here.start, here.end)))
        items = self.by_sentence.get(following, [])
        return items[0] if runs_on and items and items[0].report.behind else None

    def _same_quotation(self, sentence: int) -> Resolved | None:
        """Find a cue in a sentence that shares this one's quotation."""
        here = self.reading.sentences[sentence]
        quotations = list(self.reading.quotations_in((here.start, here.end)))
        total = len(self.reading.sentences)
        before = range(sentence - 1, max(-1, sentence - _REACH - 1), -1)
        for other in (*before, *range(sentence + 1, min(total, sentence + _REACH + 1))):
            items = self._speakers(other)
            if items and _shares(quotations, self.reading, other):
                spans = [(quotation.start, quotation.end) for quotation in quotations]
                holding = [item for item in items if _overlap(spans, item.content)] or items
                return holding[0] if other > sentence else holding[-1]
        return None

    def _earlier(self, sentence: int) -> Resolved | None:
        """Find the last cue before in the paragraph."""
        for other in range(sentence - 1, max(-1, sentence - _FAR), -1):
            if not self._same_paragraph(sentence, other):
                return None
            items = self._speakers(other)
            if items:
                return self._voice(items)
        return None

    def _later(self, sentence: int) -> Resolved | None:
        """Find the first cue after in the paragraph."""
        for other in range(sentence + 1, min(sentence + _FAR, len(self.reading.sentences))):
            if not self._same_paragraph(sentence, other):
                return None
            items = [item for item in self._speakers(other) if item.report.form in ("verb", "inverted")]
            if items:
                return items[0]
        return None

    def _left_open(self, sentence: int) -> bool:
        """Whether the paragraph before ends inside a quotation."""
        paragraph = self.reading.sentences[sentence].paragraph
        other = sentence - 1
        while other >= 0 and self.reading.sentences[other].paragraph == paragraph:
            other -= 1
        if other < 0 or self.reading.sentences[other].paragraph != paragraph - 1:
            return False
        span = self.reading.sentences[other]
        return any(
            quotation.open and quotation.end >= span.end - 1
            for quotation in self.reading.quotations_in((span.start, span.end))
        )

    def _block(self, sentence: int, speakers: list[Resolved]) -> Continued | None:
        """Read an unquoted sentence of the paragraph that `X said:` has handed over."""
        span = self.reading.sentences[sentence]
        if (
            self.handed is None
            or speakers
            or span.text.rstrip().endswith(":")
            or span.paragraph != self.handed[0] + 1
            or span.end - span.start <= _BLOCK
        ):
            return None
        return Continued(sentence, ((span.start, span.end),), self.handed[1], quoted=False)

    def _unmarked(self, sentence: int) -> Continued | None:
        """Read a sentence that goes on with the words of the one before without marks."""
        span = self.reading.sentences[sentence]
        if sentence in self.by_sentence or not self._just_spoken(sentence):
            return None
        spoken = self._same_paragraph(sentence - 1, sentence) and in_dialogue(self.reading, sentence)
        if not (spoken or goes_on(self.reading, sentence)):
            return None
        return Continued(sentence, ((span.start, span.end),), self.last, quoted=spoken)

    def _hand_over(self, sentence: int, speakers: list[Resolved]) -> None:
        """Remember a speaker whose sentence ends in a colon, for the next paragraph."""
        span = self.reading.sentences[sentence]
        if self.handed and span.paragraph > self.handed[0] + 1:
            self.handed = None
        if span.text.rstrip().endswith(":") and speakers:
            self.handed = (span.paragraph, self._voice(speakers))

    def _same_paragraph(self, a: int, b: int) -> bool:
        """Whether two sentences stand in one paragraph."""
        return self.reading.sentences[a].paragraph == self.reading.sentences[b].paragraph


def _is_voice(item: Resolved) -> bool:
    """Whether the source of a doubtful report may speak: a person, or a body that a verb is told of."""
    return item.kind in _PERSONS or (item.kind == "body" and item.report.form != "colon")


def _overlap(parts: Sequence[Span], others: Sequence[Span]) -> int:
    """Count the characters two lists of spans share."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in parts for b in others)


def _shares(quotations: Sequence[Quotation], reading: Reading, sentence: int) -> bool:
    """Whether one of some quotations reaches into a sentence."""
    span = reading.sentences[sentence]
    return any(quotation.start < span.end and quotation.end > span.start for quotation in quotations)
