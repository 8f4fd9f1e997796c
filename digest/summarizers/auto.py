"""Our own: weights learned from human summaries, applied to sets of three sentences.

Each sentence is described by its place, length, likeness to the rest and words; a linear score of these
picks the candidates. Each of their words, and each two neighbouring ones, has a chance to be in a summary
that somebody would write (`_overlap`). All sets of three candidates are then compared by what they are
expected to share with such a summary, for their length, and by what they have together: repetition, place,
the sum of their sentences. The best set comes first, ordered by what each of its sentences is expected to
share, with the article's first sentence at the head if it is among them; all other sentences follow by their
own score. The weights are those that make the expected ROUGE of the chosen set highest, after Paulus et al.
2018, "A Deep Reinforced Model for Abstractive Summarization", with the expectation taken over all sets
instead of a sample. `benchmarks/learn_summaries.py` learned them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import TYPE_CHECKING

from digest.terms import Segmented

if TYPE_CHECKING:
    from digest.summarizers._features import Array, Features
    from digest.summarizers._overlap import Places

# Every two sentences are compared: those beyond, far from any news article's end, rank below all others in order.
_MOST = 400
_MOST_WORDS = 20_000  # twice those of so many sentences: memory grows with sentences times different words
_SHOWN = ("log_position", "log_words", "weighted_centrality", "repeated_pairs", "like_lead", "later_share")
_FAR = 50.0  # beyond which a score's chance is nothing or all, and its exponential overflows
_DIGITS = 9  # beyond which processors differ


@dataclass(frozen=True, slots=True)
class Weights:
    """What a feature counts: for a sentence alone, a word, a pair of words, a sentence of a set, and the set."""

    bias: float
    alone: Mapping[str, float]
    words: Mapping[str, float]
    pairs: Mapping[str, float]
    member: Mapping[str, float]
    together: Mapping[str, float]


def rank(segmented: Segmented) -> tuple[float, ...]:
    """Score sentences in 0..1: above a half the best set of three, below it all others."""
    total = len(segmented.sentences)
    near = _near(segmented)
    if not near.sentences:
        return ()
    scores, chosen = _scores(near)
    ranked = [(1 + chosen[at] if at in chosen else score) / 2 for at, score in enumerate(scores)]
    lowest = min(ranked)
    return (*ranked, *(lowest * (total - at) / total for at in range(len(ranked), total)))


def features(segmented: Segmented) -> tuple[Mapping[str, float], ...]:
    """Tell what of each sentence went into its score: the features that count most."""
    from digest.summarizers._features import NAMES

    near = _near(segmented)
    if not near.sentences:
        return ()
    described, alone = _alone(near)
    columns = {name: described.values[:, NAMES.index(name)] for name in _SHOWN}
    columns["likely_words"] = _likely_words(near, described, alone)
    rows = [{name: round(float(column[at]), 3) for name, column in columns.items()} for at in range(len(alone))]
    return (*rows, *({} for _ in range(len(rows), len(segmented.sentences))))


def _near(segmented: Segmented) -> Segmented:
    """Leave off what lies beyond the limits; the first sentence always stays."""
    up_to = accumulate(len(words) for words in segmented.words[:_MOST])
    near = max(1, sum(size <= _MOST_WORDS for size in up_to))
    if near >= len(segmented.sentences):
        return segmented
    return replace(
        segmented,
        sentences=segmented.sentences[:near],
        usable=segmented.usable[:near],
        cut=segmented.words[:near],
    )


def _scores(segmented: Segmented) -> tuple[list[float], dict[int, float]]:
    """Score each sentence alone, in 0..1, and choose the best set of three usable ones, if there are as many."""
    import numpy as np

    from digest.summarizers._sets import SIZE, pool

    described, alone = _alone(segmented)
    likely: Array = np.round(1 / (1 + np.exp(-alone)), _DIGITS)
    places = pool(alone, np.array(segmented.usable, dtype=bool))
    return likely.tolist(), _best(segmented, described, alone, places) if len(places) >= SIZE else {}


def _alone(segmented: Segmented) -> tuple[Features, Array]:
    """Describe the sentences, and score each by itself."""
    import numpy as np

    from digest.summarizers._features import NAMES, measure

    weights = _weights()
    described = measure(segmented)
    scores = described.values @ _row(weights.alone, NAMES) + weights.bias
    return described, np.clip(scores, -_FAR, _FAR)


def _likely_words(segmented: Segmented, described: Features, alone: Array) -> Array:
    """Give the share of each sentence's words that is expected to be in a summary, 0..1."""
    import numpy as np

    from digest.summarizers._overlap import chances, overlap

    weights = _weights()
    found = overlap(segmented, described, alone, np.arange(len(alone)), paired=False)
    of_words, _ = chances(found, weights.words, weights.pairs)
    share: Array = found.holds_word @ of_words / np.maximum(1, found.holds_word.sum(axis=1))
    return share


def _best(segmented: Segmented, described: Features, alone: Array, places: Places) -> dict[int, float]:
    """Choose the best set by all that is known of it; tell what each of its sentences is expected to share by itself.

    That is ROUGE-1 F1, 0..1, by which they are ordered: the first of a set tells most, whoever picked it. The very
    first sentence counts as much as the best where the text kept its capitals, and so no captions stand before it.
    """
    import numpy as np

    from digest.summarizers._features import NAMES
    from digest.summarizers._overlap import chances, overlap
    from digest.summarizers._sets import SET_NAMES, together, triples

    weights = _weights()
    sets = places[triples(len(places))]
    found = overlap(segmented, described, alone, places)
    of_words, of_pairs = chances(found, weights.words, weights.pairs)
    words, pairs, each = found.sets(sets)
    whole = together(described, alone, sets, titled=bool(segmented.title), cased=segmented.cased)
    rows = np.column_stack([whole, words @ of_words * each, pairs @ of_pairs * each])
    member = described.values @ _row(weights.member, NAMES)
    worth = member[sets].sum(axis=1) + rows @ _row(weights.together, SET_NAMES)
    best = sets[int(np.argmax(np.round(worth, _DIGITS)))]
    words, _, each = found.sets(best[:, None])
    share = np.round(np.minimum(words @ of_words * each / 100, 1), _DIGITS)
    if best[0] == 0 and segmented.cased:
        share[0] = share.max()
    return dict(zip(best.tolist(), share.tolist(), strict=True))


def _row(weights: Mapping[str, float], names: tuple[str, ...]) -> Array:
    """Put weights in the order of the features."""
    import numpy as np

    return np.array([weights[name] for name in names])


@cache
def _weights() -> Weights:
    """Read what was learned."""
    return Weights(**json.loads(files("digest.summarizers").joinpath("auto.json").read_text(encoding="utf-8")))
