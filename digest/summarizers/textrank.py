"""TextRank, by sumy: a random walk over sentences that share words.

Mihalcea and Tarau 2004, "TextRank: Bringing Order into Texts".
"""

from __future__ import annotations

from digest.summarizers._sumy import rank_with
from digest.terms import Segmented


def rank(segmented: Segmented) -> tuple[float, ...]:
    """Score sentences."""
    return rank_with("textrank", segmented)
