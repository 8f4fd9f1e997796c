"""Our own: place in the article and likeness to what the whole article is about."""

from __future__ import annotations

import math
from collections import Counter

from digest.terms import Segmented


def rank(segmented: Segmented) -> tuple[float, ...]:
    """Score sentences."""
    counts = Counter(term for terms in segmented.terms for term in set(terms))
    scores = []
    for position, terms in enumerate(segmented.terms):
        own = set(terms)
        central = sum(counts[term] - 1 for term in own) / (1 + len(own)) / (1 + len(segmented.terms) ** 0.5)
        scores.append((math.exp(-position / 4) + central) / 2)
    return tuple(scores)
