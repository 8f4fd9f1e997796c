"""Luhn, by sumy: clusters of frequent words (Luhn 1958, "The Automatic Creation of Literature Abstracts")."""

from __future__ import annotations

from digest.summarizers._sumy import rank_with
from digest.terms import Segmented


def rank(segmented: Segmented) -> tuple[float, ...]:
    """Score sentences."""
    return rank_with("luhn", segmented)
