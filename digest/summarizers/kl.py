"""KL-Sum, by sumy: sentences that bring the summary's words nearest to the article's.

Haghighi and Vanderwende 2009, "Exploring Content Models for Multi-Document Summarization".
"""

from __future__ import annotations

from digest.summarizers._sumy import rank_with
from digest.terms import Segmented


def rank(segmented: Segmented) -> tuple[float, ...]:
    """Score sentences."""
    return rank_with("kl", segmented)
