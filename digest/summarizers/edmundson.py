"""Edmundson, by sumy: cue words, title words and place (Edmundson 1969, "New Methods in Automatic Extracting")."""

from __future__ import annotations

from digest.summarizers._sumy import rank_with
from digest.terms import Segmented


def rank(segmented: Segmented) -> tuple[float, ...]:
    """Score sentences."""
    return rank_with("edmundson", segmented)
