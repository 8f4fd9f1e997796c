"""A text as words with a tag each: the form in which the rules of attribution read it.

One letter a word, so that a phrase is a regular expression over the tags of a sentence:

    N name   W other word   K genitive   U number   D determiner   O possessive pronoun
    R pronoun   H relative pronoun   P preposition   M infinitive mark   S subordinator   C coordinator
    B form of be   A auxiliary   V other verb   G other participle   Y adverb   T word of time
    X verb of speech, x its participle   Z verb of thought, z its participle
    q quoted   , ; : - ( ) . punctuation, each as itself   ~ anything else
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from digest.attribute.incises import broken
from digest.attribute.quotations import Quotation, quotations
from digest.attribute.tagging import is_headline, tag_sentence
from digest.languages._cues import Cues
from digest.models import Sentence, Span

Phrase = tuple[int, int]
"""First word and the word after the last, as positions in a `Reading`."""

_BEGINNINGS = frozenset(["“", "„", "«", "»", '"', "``", "''", "‘", "'", ":", "—", "–", "…", "...", "?", "!", "."])
_LONGEST = 1500  # characters of a sentence
_PLAIN = r"[^\W_]++(?=\s)"  # what all other kinds of words agree on, tried first
_WORD = (
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?|(?<![\w.])[A-Z]\.(?=\s?[A-Z])"
    r"|[\w$€£@#%]+(?:[’'.,&/-](?=\w)[\w%]+)*(?:[’'](?=\s)(?<=s[’']))?"
    r"|``|''|--|\.\.\.|[^\w\s\u200b-\u200d\u2060\ufeff]"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a text; `quoted` holds each word's quotation or -1.

    `bounds` holds the words of each sentence, `headlines` whether it is one, `vocabulary` each different word.
    """

    text: str
    cues: Cues
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    words: tuple[str, ...]
    low: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quoted: tuple[int, ...]
    bounds: tuple[Phrase, ...]
    headlines: tuple[bool, ...]
    tags: str
    vocabulary: frozenset[str]

    def phrase(self, phrase: Phrase) -> str:
        """Give the words of a phrase as the text has them, on one line."""
        first, last = phrase
        return " ".join(self.text[self.starts[first] : self.ends[last - 1]].split())

    def sentence_of(self, word: int) -> int:
        """Give the number of the sentence that a word stands in."""
        return bisect_right(self.bounds, (word, len(self.words) + 1)) - 1

    def opens_paragraph(self, sentence: int) -> bool:
        """Whether a sentence is the first of its paragraph."""
        return not sentence or self.sentences[sentence - 1].paragraph != self.sentences[sentence].paragraph

    def quotations_in(self, span: Span, *, names: bool = False) -> Iterator[Quotation]:
        """Yield the quotations that share a character with a span; names of works only where asked for."""
        first = max(0, bisect_right(self.quotations, span[0], key=lambda quotation: quotation.start) - 1)
        for at in range(first, len(self.quotations)):  # a slice would copy the rest of a long text each time
            quotation = self.quotations[at]
            if quotation.start >= span[1]:
                break
            if quotation.end > span[0] and (names or not quotation.name):
                yield quotation


def read(text: str, sentences: Sequence[Sentence], cues: Cues) -> Reading:
    """Part a text into tagged words; a sentence beyond all measure is read in pieces, which keep its index."""
    marks = broken(text, quotations(text, _paragraphs(sentences)), cues)
    sentences = [piece for sentence in sentences for piece in _pieces(sentence)]
    pattern = _word_pattern(cues)
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    bounds: list[Phrase] = []
    for sentence in sentences:
        first = len(words)
        for match in pattern.finditer(text, sentence.start, sentence.end):
            words.append(match.group())
            starts.append(match.start())
            ends.append(match.end())
        bounds.append((first, len(words)))
    low = list(map(str.lower, words))
    if "’" in text:
        low = [word.replace("’", "'") for word in low]
    quoted = _quotation_of(starts, marks)
    named = _names(words, bounds)
    headlines = tuple(is_headline(words[first:last], cues) for first, last in bounds)
    tags = "".join(
        tag_sentence(words, low, bound, quoted=quoted, marks=marks, headline=headline, named=named, cues=cues)
        for bound, headline in zip(bounds, headlines, strict=True)
    )
    return Reading(
        text, cues, tuple(sentences), marks, tuple(words), tuple(low), tuple(starts), tuple(ends), quoted,
        tuple(bounds), headlines, tags, frozenset(words),
    )  # fmt: skip


def _pieces(sentence: Sentence) -> Iterator[Sentence]:
    """Yield a sentence, parted at white space where it is too long for rules that look back to its beginning."""
    start = sentence.start
    while sentence.end - start > _LONGEST:
        cut = sentence.text.rfind(" ", start - sentence.start, start - sentence.start + _LONGEST)
        end = sentence.start + cut if cut > start - sentence.start else start + _LONGEST
        yield replace(sentence, start=start, end=end, text=sentence.text[start - sentence.start : end - sentence.start])
        start = end
    yield (
        replace(sentence, start=start, text=sentence.text[start - sentence.start :])
        if start > sentence.start
        else sentence
    )


@cache
def _word_pattern(cues: Cues) -> re.Pattern[str]:
    """Make the pattern of a language's words; what an apostrophe or a hyphen joins stands alone."""
    parts = sorted(re.escape(part.rstrip("'")) for part in cues.elisions)
    elided = rf"(?<!\w)(?i:{'|'.join(parts)})[’'](?=\w)|" if parts else ""
    joined = "|".join(sorted(map(re.escape, cues.enclitics), key=len, reverse=True))
    verbs = rf"(?:{joined})\b|[^\W\d_]{{3,}}(?=(?:{joined})\b)|" if joined else ""
    stopped = "|".join(cues.stopped)
    titles = rf"(?:{stopped})\.|(?:{stopped.upper()})\.(?=\s[A-Z])|"
    return re.compile(rf"(?=\S)(?:{_PLAIN}|{elided}{verbs}{titles}{_WORD})")


def _paragraphs(sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """Give each paragraph's span, from its first sentence to its last."""
    spans: dict[int, Span] = {}
    for sentence in sentences:
        start, _ = spans.get(sentence.paragraph, (sentence.start, 0))
        spans[sentence.paragraph] = (start, sentence.end)
    return tuple(spans.values())


def _quotation_of(starts: Sequence[int], marks: Sequence[Quotation]) -> tuple[int, ...]:
    """Give for each word the number of the quotation it stands in, or -1."""
    found = [-1] * len(starts)
    for number, mark in enumerate(marks):
        first, last = bisect_left(starts, mark.start), bisect_left(starts, mark.end)
        found[first:last] = [number] * (last - first)
    return tuple(found)


def _names(words: Sequence[str], bounds: Sequence[Phrase]) -> frozenset[str]:
    """Give the words that have a capital where no sentence begins, nor what somebody says."""
    pairs = (
        zip(words[first : last - 1], words[first + 1 : last], strict=True) for first, last in bounds if last > first
    )
    return frozenset(word for pair in pairs for ahead, word in pair if word[0].isupper() and ahead not in _BEGINNINGS)
