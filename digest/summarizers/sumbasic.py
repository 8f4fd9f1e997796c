"""SumBasic, by sumy: frequent words, each counting less once told.

Nenkova and Vanderwende 2005, "The Impact of Frequency on Summarization".
"""

from __future__ import annotations

from digest.summarizers._sumy import rank_with
from digest.terms import Segmented


def rank(segmented: Segmented) -> tuple[float, ...]:
    """Score sentences."""
    return rank_with("sumbasic", segmented)
