"""Summaries by people, and how much of them a choice of sentences shares: ROUGE as the learning script counts it."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import Stemmer

from digest.terms import words

_STEM = Stemmer.Stemmer("porter")


class Reference:
    """A human summary, ready to be compared with."""

    def __init__(self, tokens: list[str]) -> None:
        self.size = len(tokens)
        self.single = Counter(tokens)
        self.double = Counter(pairwise(tokens))
        self.masks: dict[str, int] = {}
        for at, token in enumerate(tokens):
            self.masks[token] = self.masks.get(token, 0) | 1 << at

    def scores(self, tokens: list[str]) -> tuple[float, float, float]:
        """F1 of ROUGE-1, ROUGE-2 and ROUGE-L (Lin 2004)."""
        single = (self.single & Counter(tokens)).total()
        double = (self.double & Counter(pairwise(tokens))).total()
        sizes = ((single, 0), (double, 1), (self.common(tokens), 0))
        one, two, longest = (f1(hits, self.size - less, len(tokens) - less) for hits, less in sizes)
        return one, two, longest

    def common(self, tokens: list[str]) -> int:
        """Length of the longest common subsequence, a bit a token of the reference (Hyyrö 2004)."""
        full = (1 << self.size) - 1
        row = full
        for token in tokens:
            hit = row & self.masks.get(token, 0)
            row = ((row + hit) | (row - hit)) & full
        return self.size - row.bit_count()


def f1(hits: int, wanted: int, given: int) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * hits / (wanted + given) if hits else 0.0


def tokens(text: str) -> list[str]:
    """Cut a text as ROUGE does: stems of words."""
    return [str(stem) for stem in _STEM.stemWords([word for run in words(text, "en") for word in run.split("'")])]
