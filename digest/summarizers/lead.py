"""The first sentences: what a news writer put on top.

The baseline that is hardest to beat on news (Nenkova 2005, "Automatic Text Summarization of Newswire").
"""

from __future__ import annotations

from digest.terms import Segmented


def rank(segmented: Segmented) -> tuple[float, ...]:
    """Score sentences by their place."""
    return tuple(1.0 / (1 + position) for position in range(len(segmented.sentences)))
