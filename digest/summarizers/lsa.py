"""LSA, by sumy: sentences that stand for the main topics of a singular value decomposition.

Steinberger and Ježek 2004, "Using Latent Semantic Analysis in Text Summarization".
"""

from __future__ import annotations

from digest.summarizers._sumy import rank_with
from digest.terms import Segmented


def rank(segmented: Segmented) -> tuple[float, ...]:
    """Score sentences."""
    return rank_with("lsa", segmented)
