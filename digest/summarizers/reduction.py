"""Reduction, by sumy: sentences that share most words with all others.

Jagadeesh, Pingali and Varma 2005, "Sentence Extraction Based Single Document Summarization".
"""

from __future__ import annotations

from digest.summarizers._sumy import rank_with
from digest.terms import Segmented


def rank(segmented: Segmented) -> tuple[float, ...]:
    """Score sentences."""
    return rank_with("reduction", segmented)
