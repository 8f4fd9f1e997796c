"""Three sentences at a time: what they have together that none of them has alone."""

from __future__ import annotations

from functools import cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from digest.summarizers._features import NAMES, Array, Features
from digest.summarizers._overlap import Places

SIZE = 3
_POOL = 9  # sentences of which all sets are looked at: 84 sets; 12 gained nothing
_POOL_LEAD = 4  # the first usable ones are among them, whatever their score
_LOG_WORDS = NAMES.index("log_words")

SET_NAMES = (
    "like_mean", "like_most", "log_length", "too_short", "too_long", "far_too_long",
    "neighbours", "opens", "in_lead", "span", "least_alone", "most_alone", "opens_titled", "opens_cased",
    "shared_words", "shared_pairs",
)  # fmt: skip


def pool(alone: Array, usable: NDArray[np.bool_]) -> Places:
    """Choose the sentences whose sets are looked at: the first usable ones and those that score highest alone."""
    places = np.flatnonzero(usable)
    lead = places[:_POOL_LEAD]
    others = places[_POOL_LEAD:]
    best = others[np.argsort(-alone[others], kind="stable")[: _POOL - _POOL_LEAD]]
    return np.sort(np.concatenate([lead, best]))


@cache
def triples(count: int) -> Places:
    """List the sets of three of so many."""
    return np.array(list(combinations(range(count), SIZE)), dtype=np.intp).reshape(-1, SIZE)


def together(features: Features, alone: Array, places: Places, *, titled: bool, cased: bool) -> Array:
    """Measure sets of sentences, a row a set, a column for each of SET_NAMES but the last two.

    Those are what is expected to be shared with a summary by people, in hundredths of ROUGE-1 and ROUGE-2.
    `places` rise within each row; `titled` tells that the article has a title, `cased` that its text has capitals:
    where these are lost, there often are captions and place lines before the first sentence proper.
    """
    first, second, third = places.T
    likeness = features.likeness
    pairs = np.stack([likeness[first, second], likeness[first, third], likeness[second, third]], axis=1)
    length = np.expm1(features.values[:, _LOG_WORDS])[places].sum(axis=1)
    scores = alone[places]
    columns = (
        pairs.mean(axis=1),
        pairs.max(axis=1),
        np.log1p(length),
        np.maximum(0.0, 45 - length) / 10,  # references have some 50 words
        np.maximum(0.0, length - 60) / 10,
        np.maximum(0.0, length - 90) / 10,
        (second - first == 1).astype(float) + (third - second == 1),
        (first == 0).astype(float),
        (places < SIZE).sum(axis=1),
        np.log1p(third - first),
        scores.min(axis=1),
        scores.max(axis=1),
        (first == 0) & titled,
        (first == 0) & cased,
    )
    return np.column_stack(columns)
