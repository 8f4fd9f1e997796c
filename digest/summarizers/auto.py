"""Our own: weights learned from human summaries, applied to sets of three sentences.

Each sentence is described by its place, length, likeness to the rest and words; a linear score of these
picks the candidates. All sets of three candidates are then compared by what they have together: little
repetition, a fitting length, and the sum of their sentences. The best set comes first, ordered by score;
all other sentences follow by their own score. The weights are those that make the expected ROUGE of the
chosen set highest, after Paulus et al. 2018, "A Deep Reinforced Model for Abstractive Summarization",
with the expectation taken over all sets instead of a sample. `benchmarks/learn_summaries.py` learned them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from digest.terms import Segmented

if TYPE_CHECKING:
    from digest.summarizers._features import Array

# Every two sentences are compared: those beyond, far from any news article's end, rank below all others in order.
_MOST = 400
_SHOWN = ("log_position", "log_words", "weighted_centrality", "repeated_pairs", "like_lead", "later_share")
_DIGITS = 9  # beyond which processors differ


@dataclass(frozen=True, slots=True)
class Weights:
    """What a feature counts: for a sentence alone, as one of a set, and for the set."""

    bias: float
    alone: Mapping[str, float]
    member: Mapping[str, float]
    together: Mapping[str, float]


def rank(segmented: Segmented) -> tuple[float, ...]:
    """Score sentences in 0..1: above a half the best set of three, below it all others."""
    total = len(segmented.sentences)
    near = _near(segmented)
    if not near.sentences:
        return ()
    scores, chosen = _scores(near)
    ranked = [(1 + score if at in chosen else score) / 2 for at, score in enumerate(scores)]
    lowest = min(ranked)
    return (*ranked, *(lowest * (total - at) / total for at in range(len(ranked), total)))


def features(segmented: Segmented) -> tuple[Mapping[str, float], ...]:
    """Tell what of each sentence went into its score: the features that count most."""
    from digest.summarizers._features import NAMES, measure

    near = _near(segmented)
    if not near.sentences:
        return ()
    values = measure(near).values
    columns = {name: NAMES.index(name) for name in _SHOWN}
    rows = [{name: round(float(row[at]), 3) for name, at in columns.items()} for row in values]
    return (*rows, *({} for _ in range(len(rows), len(segmented.sentences))))


def _near(segmented: Segmented) -> Segmented:
    """Leave off what lies beyond the limit."""
    if len(segmented.sentences) <= _MOST:
        return segmented
    return Segmented(segmented.title, segmented.sentences[:_MOST], segmented.language, segmented.usable[:_MOST])


def _scores(segmented: Segmented) -> tuple[list[float], frozenset[int]]:
    """Score each sentence alone, in 0..1, and choose the best set of three usable ones, if there are as many."""
    import numpy as np

    from digest.summarizers._features import NAMES, measure
    from digest.summarizers._sets import SET_NAMES, SIZE, pool, together, triples

    weights = _weights()
    described = measure(segmented)
    alone = described.values @ _row(weights.alone, NAMES) + weights.bias
    likely: Array = np.round(1 / (1 + np.exp(-alone)), _DIGITS)
    places = pool(alone, np.array(segmented.usable, dtype=bool))
    if len(places) < SIZE:
        return likely.tolist(), frozenset()
    sets = places[triples(len(places))]
    member = described.values @ _row(weights.member, NAMES)
    value = member[sets].sum(axis=1) + together(described, alone, sets) @ _row(weights.together, SET_NAMES)
    best = int(np.argmax(np.round(value, _DIGITS)))
    return likely.tolist(), frozenset(sets[best].tolist())


def _row(weights: Mapping[str, float], names: tuple[str, ...]) -> Array:
    """Put weights in the order of the features."""
    import numpy as np

    return np.array([weights[name] for name in names])


@cache
def _weights() -> Weights:
    """Read what was learned."""
    return Weights(**json.loads(files("digest.summarizers").joinpath("auto.json").read_text(encoding="utf-8")))
