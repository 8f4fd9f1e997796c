"""Who says what in an article: sources, cues and contents, found by rules over tagged words, without a parser.

The order that works: quotations, then cues with the words of their sources, then whom these words mean,
then the sentences that go on without a cue. The terms are those of PARC (Pareti 2012) and PolNeAR
(Newell et al. 2018).
"""

from __future__ import annotations

from collections.abc import Sequence

from digest.attribute.claims import claims_of
from digest.attribute.contents import with_contents
from digest.attribute.continuation import continued
from digest.attribute.cues import find_reports
from digest.attribute.descriptions import Descriptions
from digest.attribute.mentions import mentions
from digest.attribute.names import Names
from digest.attribute.reading import read
from digest.attribute.resolution import resolve
from digest.attribute.spoken import introductions
from digest.attribute.weighing import parted
from digest.languages import get
from digest.languages._cues import Cues
from digest.models import Claim, Sentence

__all__ = ["attribute"]

_NO_CUES = Cues()


def attribute(text: str, sentences: Sequence[Sentence], language: str, title: str = "") -> tuple[Claim, ...]:
    """Find the claims of an article, in the order of the text.

    `sentences` are slices of `text` in order. In a language without cues, quotations and `Name: “…”`
    are found all the same. A source is None where nobody is named or the words cannot be led back to
    somebody; `mention` then holds those words.
    """
    reading = read(text, sentences, get(language).cues or _NO_CUES)
    described = Descriptions(reading, Names(reading.cues, mentions(reading), title))
    likely, leading = parted(reading, find_reports(reading))
    resolved = resolve(described, with_contents(reading, likely))
    led = sorted((*leading, *introductions(reading, (*likely, *leading))), key=lambda report: report.cue)
    doubtful = resolve(described, with_contents(reading, led))
    return claims_of(reading, resolved, continued(reading, resolved, doubtful))
