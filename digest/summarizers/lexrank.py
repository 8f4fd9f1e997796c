"""LexRank, by sumy: sentences alike to many others.

Erkan and Radev 2004, "LexRank: Graph-based Lexical Centrality as Salience in Text Summarization".
"""

from __future__ import annotations

from digest.summarizers._sumy import rank_with
from digest.terms import Segmented


def rank(segmented: Segmented) -> tuple[float, ...]:
    """Score sentences."""
    return rank_with("lexrank", segmented)
