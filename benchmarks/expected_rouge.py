"""Make the expected ROUGE of sets of three sentences as high as it gets.

A set is drawn by softmax of its worth: what its words and pairs of words are expected to share with a summary
by people, and a linear score of its sentences. The gradient of the mean ROUGE that this gives goes back through
all of it, to the weights with which a word's chance is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from digest.summarizers._features import Array
from digest.summarizers._overlap import Places, from_words

ROUNDS = 6  # times that all articles are gone through
BATCH = 32
STEP = 0.004
SHRINK = 0.1  # penalty on the squares of the linear score's weights, in points of ROUGE
EXPECTED = 2  # how many of a set's columns are what it is expected to share


@dataclass(frozen=True, slots=True)
class Case:
    """An article's sets of three: what describes them, and the ROUGE-1, 2 and L of each.

    `rows` has a row a set, and `given` what was set by hand of its worth; `words` and `pairs` a row for each word or
    pair of any set, `ends` the words of each pair; `with_words` and `with_pairs` tell which of them each set holds,
    `each` what one shared is worth.
    """

    rows: Array
    given: Array
    words: Array
    pairs: Array
    ends: Places
    with_words: NDArray[np.float32]
    with_pairs: NDArray[np.float32]
    each: Array
    rouge: Array
    in_summary: Array
    paired_in_summary: Array
    lead: tuple[float, ...]


@dataclass(slots=True)
class Scale:
    """Means and deviations by which columns are made alike, so that one step fits all."""

    words: tuple[Array, Array]
    pairs: tuple[Array, Array]
    rows: Array

    @classmethod
    def of(cls, cases: Sequence[Case]) -> Scale:
        """Measure the columns; those of sets within each article, since only its own sets compete."""
        words = np.concatenate([case.words for case in cases])
        pairs = np.concatenate([case.pairs for case in cases])
        within = np.sqrt(np.mean([case.rows.var(axis=0) for case in cases], axis=0))
        return cls((words.mean(axis=0), spread(words)), (pairs.mean(axis=0), spread(pairs)), floor(within))


@dataclass(slots=True)
class Model:
    """Weights on columns made alike; the last one of `words` and of `pairs` is the bias."""

    words: Array
    pairs: Array
    shared: Array
    rows: Array

    def all(self) -> tuple[Array, ...]:
        """List the arrays."""
        return self.words, self.pairs, self.shared, self.rows


@dataclass(slots=True)
class Ready:
    """A case whose columns were made alike."""

    case: Case
    words: Array
    pairs: Array
    rows: Array
    weight: float = 1.0
    goal: Array = field(default_factory=lambda: np.zeros(0))


def ready(case: Case, scale: Scale, weight: float = 1.0) -> Ready:
    """Make an article's columns alike."""
    return Ready(
        case,
        with_one((case.words - scale.words[0]) / scale.words[1]),
        (case.pairs - scale.pairs[0]) / scale.pairs[1],
        (case.rows - case.rows.mean(axis=0)) / scale.rows,
        weight,
        case.rouge.mean(axis=1) * 100,
    )


def learn(cases: Sequence[Case], others: Sequence[Case], weight: float) -> tuple[Scale, Model]:
    """Learn from two kinds of articles; one of `others` counts as much as `weight` of the first."""
    scale = Scale.of(cases)
    articles = [*(ready(case, scale) for case in cases), *(ready(case, scale, weight) for case in others)]
    return scale, climb(start(articles[: len(cases)]), articles)


def start(articles: Sequence[Ready]) -> Model:
    """Begin with each word's and each pair's own chance, by logistic regression."""
    words = regress(
        np.concatenate([article.words for article in articles]),
        np.concatenate([article.case.in_summary for article in articles]),
    )
    pairs = regress(
        np.concatenate([pair_rows(article, article.words @ words) for article in articles]),
        np.concatenate([article.case.paired_in_summary for article in articles]),
    )
    return Model(words, pairs, np.ones(EXPECTED), np.zeros(articles[0].rows.shape[1]))


def climb(model: Model, articles: Sequence[Ready]) -> Model:
    """Follow the gradient in steps that get smaller; give the mean of the last weights."""
    order = np.random.default_rng(0)
    movers = [Mover(array) for array in model.all()]
    batches = -(-len(articles) // BATCH)
    for step in range(1, ROUNDS * batches + 1):
        if (step - 1) % batches == 0:
            shuffled = order.permutation(len(articles))
        chosen = shuffled[(step - 1) % batches * BATCH :][:BATCH]
        slopes = [sum(each) / BATCH for each in zip(*(gradient(model, articles[at]) for at in chosen), strict=True)]
        slopes[-1] = slopes[-1] - 2 * SHRINK * model.rows
        pace = STEP * (0.05 + 0.475 * (1 + np.cos(np.pi * step / (ROUNDS * batches))))
        for mover, slope in zip(movers, slopes, strict=True):
            mover.move(slope, step, pace)
    return Model(*(mover.mean for mover in movers))


class Mover:
    """Adam (Kingma and Ba 2015) for one array of weights, which is changed in place; keeps a running mean of it."""

    def __init__(self, array: Array) -> None:
        self.array = array
        self.mean = array.copy()
        self.first = np.zeros_like(array)
        self.second = np.zeros_like(array)

    def move(self, slope: Array, step: int, pace: float) -> None:
        """Go a step uphill; steps are counted from one."""
        self.first += 0.1 * (slope - self.first)
        self.second += 0.001 * (slope * slope - self.second)
        direction = self.first / (1 - 0.9**step) / (np.sqrt(self.second / (1 - 0.999**step)) + 1e-8)
        self.array += pace * direction
        self.mean += (1 - min(0.99, step / (step + 10))) * (self.array - self.mean)


def worth(model: Model, article: Ready) -> Array:
    """Tell how good each set is."""
    return forward(model, article)[0]


def forward(model: Model, article: Ready) -> tuple[Array, Array, Array, Array]:
    """Give the sets' worth, the words' odds, and the chances of words and pairs."""
    case = article.case
    odds = article.words @ model.words
    words = 1 / (1 + np.exp(-odds))
    pairs = 1 / (1 + np.exp(-(pair_rows(article, odds) @ model.pairs)))
    shared = np.column_stack([case.with_words @ words, case.with_pairs @ pairs]) * case.each[:, None]
    return article.rows @ model.rows + shared @ model.shared, odds, words, pairs


def gradient(model: Model, article: Ready) -> tuple[Array, ...]:
    """Give the slope of the expected ROUGE for each weight of the model."""
    case = article.case
    value, odds, words, pairs = forward(model, article)
    drawn = np.exp(value - value.max())
    drawn /= drawn.sum()
    pull = drawn * (article.goal - drawn @ article.goal) * article.weight
    each = pull * case.each
    by_word, by_pair = each @ case.with_words, each @ case.with_pairs
    pair_slope = model.shared[1] * by_pair * pairs * (1 - pairs)
    word_slope = model.shared[0] * by_word * words * (1 - words)
    total, lesser, greater = model.pairs[-4:-1]
    one, other = case.ends.T
    first_less = odds[one] < odds[other]
    np.add.at(word_slope, one, pair_slope * (total + np.where(first_less, lesser, greater)))
    np.add.at(word_slope, other, pair_slope * (total + np.where(first_less, greater, lesser)))
    return (
        word_slope @ article.words,
        pair_slope @ pair_rows(article, odds),
        np.array([by_word @ words, by_pair @ pairs]),
        pull @ article.rows,
    )


def pair_rows(article: Ready, odds: Array) -> Array:
    """Describe pairs by their own columns and those of their words."""
    return with_one(np.column_stack([article.pairs, from_words(odds, article.case.ends)]))


def regress(rows: Array, chances: Array, penalty: float = 10.0) -> Array:
    """Fit a logistic regression by Newton's method; the last column is constant and not held back."""
    held = np.diag([penalty] * (rows.shape[1] - 1) + [0.0])
    weights = np.zeros(rows.shape[1])
    for _ in range(10):
        guess = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (guess - chances) + held @ weights
        weights -= np.linalg.solve((rows * (guess * (1 - guess))[:, None]).T @ rows + held, slope)
    return weights


def plain(model: Model, scale: Scale) -> tuple[Array, Array, Array]:
    """Turn weights on columns made alike into weights on the columns themselves: words, pairs, sets."""
    words, pairs = model.words.copy(), model.pairs.copy()
    words[:-1] /= scale.words[1]
    words[-1] -= words[:-1] @ scale.words[0]
    own = len(scale.pairs[0])
    pairs[:own] /= scale.pairs[1]
    pairs[-1] -= pairs[:own] @ scale.pairs[0]
    return words, pairs, np.concatenate([model.rows / scale.rows, model.shared])


def with_one(rows: Array) -> Array:
    """Add a constant column."""
    return np.column_stack([rows, np.ones(len(rows))])


def spread(rows: Array) -> Array:
    """Give the standard deviation of each column, one where it is constant."""
    return floor(rows.std(axis=0))


def floor(deviations: Array) -> NDArray[np.float64]:
    """Put one for what is nothing, so that it can be divided by."""
    return np.where(deviations < 1e-6, 1.0, deviations)
