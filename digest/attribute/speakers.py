"""Whose cues stand around a sentence: in it, in its quotation, and in its paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from digest.attribute.quotations import Quotation
from digest.attribute.reading import Reading
from digest.attribute.resolution import Resolved
from digest.attribute.subjects import clause_subject
from digest.models import Span

_TOLD_OF = re.compile(r"[YC]*(?P<name>N{1,4})[ABY]*[VXZ][^q]*q")
_ASKED = re.compile(r"[?!]\W+$")
_FAR = 200  # sentences of a paragraph among which a cue is looked for
_REACH = 6  # sentences within which a quotation's other sentences are looked at


@dataclass(frozen=True, slots=True)
class Speakers:
    """The reports of an article by sentence, hearsay left out."""

    reading: Reading
    by_sentence: Mapping[int, list[Resolved]]
    doubtful: Mapping[int, Resolved]  # reports too unlikely for a claim, by sentence
    openings: Mapping[int, int]  # the first sentence of each paragraph

    @classmethod
    def of(cls, reading: Reading, resolved: Sequence[Resolved], doubtful: Mapping[int, Resolved]) -> Speakers:
        """Sort reports by sentence."""
        by_sentence: dict[int, list[Resolved]] = {}
        for item in resolved:
            if item.report.form != "hearsay":
                by_sentence.setdefault(item.report.sentence, []).append(item)
        numbered = enumerate(reading.sentences)
        openings = {sentence.paragraph: at for at, sentence in numbered if reading.opens_paragraph(at)}
        return cls(reading, by_sentence, doubtful, openings)

    def named(self, sentence: int) -> list[Resolved]:
        """Give those who are named in a sentence; a report with a verb comes before `according to`."""
        named = [item for item in self.by_sentence.get(sentence, []) if item.source or item.mention]
        verbs = [item for item in named if item.report.form != "according"]
        return verbs or named

    def voice(self, items: Sequence[Resolved]) -> Resolved:
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

    def leading(self, sentence: int) -> Resolved | None:
        """Find the cue in the next sentence where one quotation runs into it: “…. …,” she said."""
        following = sentence + 1
        if following >= len(self.reading.sentences) or not self.same_paragraph(sentence, following):
            return None
        here = self.reading.sentences[sentence]
        begins = self.reading.sentences[following].start
        runs_on = any(quotation.end > begins for quotation in self.reading.quotations_in((here.start, here.end)))
        items = self.by_sentence.get(following, [])
        tagged = runs_on and items and items[0].report.behind
        return items[0] if tagged or (items and self._asks(sentence, items[0])) else None

    def _asks(self, sentence: int, item: Resolved) -> bool:
        """Whether the next sentence only tells who has asked or cried this quotation: “Never!” Lee said of the plan."""
        report, tags = item.report, self.reading.tags
        first, last = self.reading.bounds[sentence]
        asked = set(tags[first:last]) == {"q"} and bool(_ASKED.search(self.reading.sentences[sentence].text))
        opens = report.source is not None and report.source[0] == last and report.cue[0] == report.source[1]
        return asked and opens and report.form == "verb" and not report.supported

    def same_quotation(self, sentence: int) -> Resolved | None:
        """Find a cue in a sentence that shares this one's quotation."""
        here = self.reading.sentences[sentence]
        quotations = list(self.reading.quotations_in((here.start, here.end)))
        total = len(self.reading.sentences)
        before = range(sentence - 1, max(-1, sentence - _REACH - 1), -1)
        for other in (*before, *range(sentence + 1, min(total, sentence + _REACH + 1))):
            items = self.named(other)
            if items and _shares(quotations, self.reading, other):
                spans = [(quotation.start, quotation.end) for quotation in quotations]
                holding = [item for item in items if overlap(spans, item.content)] or items
                return holding[0] if other > sentence else holding[-1]
        return None

    def earlier(self, sentence: int) -> Resolved | None:
        """Find the last cue before in the paragraph."""
        for other in range(sentence - 1, max(-1, sentence - _FAR), -1):
            if not self.same_paragraph(sentence, other):
                return None
            items = self.named(other)
            if items:
                speaker = self._unless_another_acts(self.voice(items), range(other + 1, sentence))
                return self.unless_told_of(speaker, sentence)
        return None

    def teller(self, sentence: int) -> Resolved | None:
        """Find the doubtful report of whom a sentence tells before it quotes: Lee thanked him for “coming so far”."""
        own = self.doubtful.get(sentence)
        return own if own and own.at == self._told_of(sentence)[0] else None

    def unless_told_of(self, speaker: Resolved, sentence: int) -> Resolved:
        """Take the name from a speaker where a sentence tells of another before it quotes: unclear."""
        at, name = self._told_of(sentence)
        known = {word.lower() for word in (speaker.source or "").split()}
        return speaker if at < 0 or name in known else replace(speaker, source=None, mention=None)

    def _told_of(self, sentence: int) -> tuple[int, str]:
        """Give where the name of whom a sentence tells before it quotes begins, or -1, and its last word."""
        told = _TOLD_OF.match(self.reading.tags, *self.reading.bounds[sentence])
        return (told.start("name"), self.reading.low[told.end("name") - 1]) if told else (-1, "")

    def _unless_another_acts(self, speaker: Resolved, between: Iterable[int]) -> Resolved:
        """Take the name from a speaker where somebody else has had the floor since: unclear."""
        known = {word.lower() for word in (speaker.source or "").split()}
        for sentence in between:
            first, last = self.reading.bounds[sentence]
            subject = clause_subject(self.reading, first, last)
            named = subject and set(self.reading.tags[subject[0] : subject[1]]) == {"N"}
            if subject and named and self.reading.low[subject[1] - 1] not in known:
                return replace(speaker, source=None, mention=None)
        return speaker

    def later(self, sentence: int) -> Resolved | None:
        """Find the first cue after in the paragraph."""
        for other in range(sentence + 1, min(sentence + _FAR, len(self.reading.sentences))):
            if not self.same_paragraph(sentence, other):
                return None
            items = [item for item in self.named(other) if item.report.form in ("verb", "inverted")]
            if items:
                return items[0]
        return None

    def left_open(self, sentence: int) -> bool:
        """Whether the paragraph before ends inside a quotation."""
        paragraph = self.reading.sentences[sentence].paragraph
        other = self.openings[paragraph] - 1
        if other < 0 or self.reading.sentences[other].paragraph != paragraph - 1:
            return False
        span = self.reading.sentences[other]
        return any(
            quotation.open and quotation.end >= span.end - 1
            for quotation in self.reading.quotations_in((span.start, span.end))
        )

    def line(self, sentence: int) -> Resolved | None:
        """Find whose line of a transcript a sentence goes on with."""
        first = self.openings[self.reading.sentences[sentence].paragraph]
        items = self.by_sentence.get(first, [])
        begins = self.reading.bounds[first][0]
        return next(
            (
                item
                for item in items
                if item.report.sure
                and item.report.form == "colon"
                and item.report.source
                and item.report.source[0] == begins
                and self.reading.tags[item.report.cue[1]] != "q"
            ),
            None,
        )

    def same_paragraph(self, a: int, b: int) -> bool:
        """Whether two sentences stand in one paragraph."""
        return self.reading.sentences[a].paragraph == self.reading.sentences[b].paragraph


def overlap(parts: Sequence[Span], others: Sequence[Span]) -> int:
    """Count the characters two lists of spans share."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in parts for b in others)


def _shares(quotations: Sequence[Quotation], reading: Reading, sentence: int) -> bool:
    """Whether one of some quotations reaches into a sentence."""
    span = reading.sentences[sentence]
    return any(quotation.start < span.end and quotation.end > span.start for quotation in quotations)
