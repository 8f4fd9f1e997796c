"""What a word may be by itself: closed classes from the language's lists, the rest by form."""

from __future__ import annotations

import re
from functools import cache

from digest.languages._cues import Cues

_PUNCTUATION = {
    ",": ",", ";": ";", ":": ":", "—": "-", "–": "-", "-": "-", "--": "-", "―": "-", "(": "(", ")": ")", "[": "(",
    "]": ")", ".": ".", "?": ".", "!": ".", "…": ".", "...": ".", "&": "C",
    "：": ":", "，": ",", "、": ",", "،": ",", "؛": ";", "；": ";", "。": ".", "！": ".", "？": ".", "؟": ".", "۔": ".",
}  # fmt: skip
_NUMBER = re.compile(r"[$€£#]?\d[\d.,:/%-]*(?:st|nd|rd|th|s|am|pm|m|bn|k)?")
_REMEMBERED = 1 << 15  # unknown words whose tags are not found again


class _Tags(dict[str, str]):
    """The tags of words in lower case: those of a language's lists, and others that were met, by their form."""

    def __init__(self, cues: Cues) -> None:
        super().__init__(_table(cues))
        self.cues = cues
        self.most = len(self) + _REMEMBERED

    def __missing__(self, low: str) -> str:
        """Tag a word that is in no list."""
        tag = _by_form(low, self.cues)
        if len(self) < self.most:
            self[low] = tag
        return tag


@cache
def tags_of(cues: Cues) -> _Tags:
    """Give the tags of a language's words, which articles share."""
    return _Tags(cues)


def _by_form(low: str, cues: Cues) -> str:
    """Tag a word by its ending or its signs."""
    if cues.genitive_endings and low.endswith(cues.genitive_endings):
        return "K"
    if _NUMBER.fullmatch(low):
        return "U"
    if not low[0].isalnum() and low[0] not in "@#$€£":
        return "~"
    if low.endswith(cues.adverb_endings) and low not in cues.not_adverbs:
        return "Y"
    return "G" if low.endswith(cues.participle_endings) and len(low) > 5 else "W"  # noqa: PLR2004 - king, thing


def _table(cues: Cues) -> dict[str, str]:
    """Put the word lists of a language in one table; a list further down wins."""
    table: dict[str, str] = dict(_PUNCTUATION)
    ing = cues.participle_endings
    lists = (
        ("V", cues.verbs), ("Z", cues.thought), ("X", cues.speech), ("Y", cues.adverbs | cues.hearsay),
        ("T", cues.times), ("C", cues.coordinators), ("P", cues.prepositions), ("S", cues.subordinators),
        ("D", cues.determiners), ("M", cues.infinitive), ("A", cues.auxiliaries), ("B", cues.be),
        ("H", cues.relatives), ("S", cues.that), ("O", cues.possessives), ("R", cues.pronouns),
        ("R", [short for short, full in cues.contractions.items() if full in cues.pronouns]),
        ("H", [short for short, full in cues.contractions.items() if full in cues.relatives]),
    )  # fmt: skip
    for tag, forms in lists:
        for form in forms:
            participle = tag in "XZ" and ing and form.endswith(ing)
            table[form] = tag.lower() if participle else tag
    return table
