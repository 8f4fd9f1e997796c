"""Sentences that lost the full stop between them, as captions do that run into the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.languages import Language

_JOINT = re.compile(r"(?<=\s)(?P<last>[^\W\d_]+(?:[-'’][^\W\d_]+)*) (?=(?P<first>[^\W\d_]+) (?P<second>[^\W\d_]))")
LONGEST = 320
"""Characters: a longer sentence could be no key point anyway, so that a wrong cut takes nothing away."""


def joints(sentence: str, language: Language) -> Iterator[int]:
    """Give the places in a sentence where another seems to begin without a full stop.

    As in `… for four years The mother said`: the word before is in lower case and may end a sentence;
    the word behind is one that seldom has a capital within one, and what follows it is in lower case,
    so that names and titles are passed over.
    """
    for match in _JOINT.finditer(sentence):
        last, first = match["last"], match["first"]
        opens = first.istitle() and first.lower() in language.fused_starters and match["second"].islower()
        if opens and last.islower() and last not in language.stop_words:
            yield match.end()
