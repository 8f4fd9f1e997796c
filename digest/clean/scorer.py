"""How likely each line of a text is to be body: a logistic regression, and a small network over its answers.

The weights lie in `line_weights.json`; `benchmarks/train_lines.py` made them and prints what they reach.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate
from operator import mul

from digest.clean.line import Line
from digest.clean.surroundings import NAMES, best_run, features
from digest.languages import detect, get

REACH = 4
MEANS = (3, 8, 20)
CERTAIN = 5.0
"""Log odds beyond this count as this."""

EVEN = 0.5

VOCABULARY = ("words mean", "words sum", "first word")
FIRST = (*NAMES, *VOCABULARY)
JUDGED = (
    "odds", *(f"odds at {offset}" for offset in range(-REACH, REACH + 1) if offset), "in run", "before run",
    "after run", *(f"odds within {reach}" for reach in MEANS), "body before", "body after", "surer neighbour",
    "less sure neighbour", "surest before", "surest after",
)  # fmt: skip
SECOND = (*JUDGED, *FIRST)


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned. `words` holds log odds by which a word speaks for furniture or body.

    `hidden` are the network's hidden units, each with its weight in the sum; `second` leads past them.
    `threshold` is for texts that are mostly body and for those that are mostly furniture.
    """

    first: tuple[float, ...]
    second: tuple[float, ...]
    hidden: tuple[tuple[float, tuple[float, ...]], ...]
    words: Mapping[str, float]
    threshold: tuple[float, float]


def body_scores(lines: Sequence[Line]) -> list[float]:
    """Give each line, none of them blank, its probability of being body, 0..1."""
    weights = load()
    rows = first_features(lines, weights.words)
    judged = second_features(lines, [linear(weights.first, row) for row in rows])
    return [chance(network(weights, (*context, *row))) for context, row in zip(judged, rows, strict=True)]


def threshold(scores: Sequence[float]) -> float:
    """Say from which probability a line of a text with these scores is kept: a whole page wants a lower one."""
    return load().threshold[mostly_furniture(scores)]


def mostly_furniture(scores: Sequence[float]) -> bool:
    """Tell whether more than half of the lines seem to be furniture, as on a whole page."""
    return 2 * sum(score < EVEN for score in scores) > len(scores)


def first_features(lines: Sequence[Line], words: Mapping[str, float]) -> list[tuple[float, ...]]:
    """Give each line the numbers named in `FIRST`."""
    stop_words = get(detect("\n".join(line.text for line in lines if line.prose))).stop_words
    rows = features(lines, stop_words)
    return [(*row, *vocabulary(line, words)) for line, row in zip(lines, rows, strict=True)]


def vocabulary(line: Line, words: Mapping[str, float]) -> tuple[float, float, float]:
    """Say what a line's words were found in: the mean, the sum, and the first word's log odds."""
    known = [words[word] for word in line.words if word in words]
    total = sum(known)
    first = words.get(line.words[0], 0.0) if line.words else 0.0
    return total / (len(known) + 1), max(-CERTAIN, min(CERTAIN, total)), first


def second_features(lines: Sequence[Line], odds: Sequence[float]) -> list[tuple[float, ...]]:
    """Give each line the numbers named in `JUDGED`."""
    sure = [max(-CERTAIN, min(CERTAIN, value)) for value in odds]
    total = len(sure)
    padded = [-CERTAIN] * REACH + sure + [-CERTAIN] * REACH
    start, end = best_run([value * line.size for value, line in zip(sure, lines, strict=True)])
    sums = list(accumulate(sure, initial=0.0))
    words = list(accumulate((chance(o) * len(line.words) for o, line in zip(sure, lines, strict=True)), initial=0.0))
    before = list(accumulate(sure, max, initial=-CERTAIN))
    after = list(accumulate(reversed(sure), max, initial=-CERTAIN))[::-1]
    rows = []
    for at, own in enumerate(sure):
        near = padded[at : at + 2 * REACH + 1]
        row = [own, *near[:REACH], *near[REACH + 1 :]]
        row += [start <= at < end, math.log1p(max(0, start - at)), math.log1p(max(0, at - end + 1))]
        for reach in MEANS:
            low, high = max(0, at - reach), min(total, at + reach + 1)
            row.append((sums[high] - sums[low] - own) / max(1, high - low - 1))
        row += [words[at] / (words[-1] + 1), (words[-1] - words[at + 1]) / (words[-1] + 1)]
        row += [max(near[REACH - 1], near[REACH + 1]), min(near[REACH - 1], near[REACH + 1])]
        row += [before[at], after[at + 1]]
        rows.append(tuple(map(float, row)))
    return rows


def network(weights: Weights, row: Sequence[float]) -> float:
    """Weigh a row by hidden units, and past them."""
    units = (weight * math.tanh(linear(unit, row)) for weight, unit in weights.hidden)
    return linear(weights.second, row) + sum(units)


def linear(weights: Sequence[float], row: Sequence[float]) -> float:
    """Weigh a row; the last weight stands alone."""
    total: float = sum(map(mul, weights, row))
    return total + weights[-1]


def chance(odds: float) -> float:
    """Turn log odds into a probability."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


@cache
def load() -> Weights:
    """Read the weights, once."""
    source = json.loads(files("digest.clean").joinpath("line_weights.json").read_text(encoding="utf-8"))
    first = tuple(source["first"][name] for name in (*FIRST, "constant"))
    second = tuple(source["second"][name] for name in (*SECOND, "constant"))
    hidden = tuple((unit["weight"], tuple(unit["inputs"])) for unit in source["hidden"])
    return Weights(first, second, hidden, source["words"], tuple(source["threshold"]))
