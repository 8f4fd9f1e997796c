"""Headlines and standfirsts: a sentence that quotes what the text below says somebody has said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from digest.attribute.reading import Reading
from digest.attribute.resolution import Resolved
from digest.models import Span

_HEAD = 2  # sentences at the head of an article that may quote what it tells
_LEAST = 2  # spaces between words that are no chance likeness: three words
_COMPARED = 500  # claims whose words are compared
_WORDS = re.compile(r"\w+")


def echoed(
    reading: Reading, said: Sequence[tuple[Resolved, Sequence[Span]]], told: frozenset[int] | set[int]
) -> Iterator[tuple[int, Span, Resolved]]:
    """Yield the sentences not `told` yet that quote another's words, with the quotation and the speaker."""
    known = [
        (_letters(reading.text[start:end]), item)
        for item, content in islice(said, _COMPARED)
        if item.source
        for start, end in content
    ]
    for number, sentence in enumerate(reading.sentences[:_HEAD]):
        if number in told:
            continue
        for quotation in reading.quotations_in((sentence.start, sentence.end)):
            shown = reading.text[quotation.start : quotation.end]
            words = _letters(shown)
            if shown.istitle() or words.count(" ") < _LEAST or quotation.end > sentence.end:
                continue
            speaker = next((item for text, item in known if words in text), None)
            if speaker:
                yield number, (quotation.start, quotation.end), speaker
                break


def _letters(text: str) -> str:
    """Give the words of a text in lower case, parted by single spaces."""
    return " ".join(_WORDS.findall(text.lower()))
