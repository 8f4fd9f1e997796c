"""The small network over the lines' numbers that `train_lines.py` fits: one hidden layer, by Adam, in numpy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

HIDDEN, EPOCHS, BATCH = 48, 25, 512
DECAY, PAST_DECAY = 2e-3, 6e-4  # of the hidden units' weights, and of those that lead past them
RATE, LAST_RATE = 3e-3, 1e-5
LEFT_OUT = 0.1  # share of the inputs that the network does not see at each step (dropout)
MOMENTUM, SPREADING, LEAST = 0.9, 0.999, 1e-8  # of Adam, as its authors advise

Array = NDArray[np.float64]


@dataclass
class Network:
    """One hidden layer of tanh units; inputs as they come, the last weight of each unit stands alone."""

    units: Array  # (hidden, inputs + 1)
    out: Array
    past: Array  # (inputs + 1): leads past the hidden layer

    def odds(self, rows: Array) -> Array:
        """Give each row its log odds."""
        hidden = np.tanh(rows @ self.units[:, :-1].T + self.units[:, -1])
        result: Array = hidden @ self.out + rows @ self.past[:-1] + self.past[-1]
        return result


def fit_network(rows: Array, labels: Array, weights: Array) -> Network:
    """Fit a network by Adam (Kingma and Ba 2015) with a falling rate; always the same from the same data."""
    random = np.random.default_rng(0)
    mean = np.average(rows, axis=0, weights=weights)
    spread = np.sqrt(np.average((rows - mean) ** 2, axis=0, weights=weights))
    spread[spread < 1e-9] = np.inf
    scaled = ((rows - mean) / spread).astype(np.float32)
    labels, weights = labels.astype(np.float32), (weights / weights.mean()).astype(np.float32)
    count, size = scaled.shape
    descent = Descent.begin(size, random)
    for epoch in range(EPOCHS):
        rate = RATE * (1 - epoch / EPOCHS) + LAST_RATE
        order = random.permutation(count)
        for start in range(0, count, BATCH):
            batch = order[start : start + BATCH]
            seen = random.random((len(batch), size), dtype=np.float32) >= LEFT_OUT
            descent.step(scaled[batch] * seen / (1 - LEFT_OUT), labels[batch], weights[batch], rate)
    inner, shift, out, past, constant = (part.astype(np.float64) for part in descent.parts)
    inner, past = inner / spread[:, None], past / spread
    units = np.hstack([inner.T, (shift - mean @ inner)[:, None]])
    return Network(units, out, np.append(past, constant[0] - mean @ past))


@dataclass
class Descent:
    """A network being fitted: its parts (inner, shift, out, past, constant), and Adam's two moments of each."""

    parts: list[Array]
    first: list[Array]
    second: list[Array]
    steps: int = 0

    @classmethod
    def begin(cls, size: int, random: np.random.Generator) -> Descent:
        """Begin with small random weights in the hidden layer."""
        parts = [
            random.normal(0, size**-0.5, (size, HIDDEN)),
            np.zeros(HIDDEN),
            random.normal(0, HIDDEN**-0.5, HIDDEN),
            np.zeros(size),
            np.zeros(1),
        ]
        parts = [part.astype(np.float32) for part in parts]
        return cls(parts, [np.zeros_like(part) for part in parts], [np.zeros_like(part) for part in parts])

    def step(self, rows: Array, labels: Array, weights: Array, rate: float) -> None:
        """Go down the slope of the loss on some rows."""
        self.steps += 1
        for at, slope in enumerate(self.slopes(rows, labels, weights)):
            self.first[at] += (1 - MOMENTUM) * (slope - self.first[at])
            self.second[at] += (1 - SPREADING) * (slope**2 - self.second[at])
            mean = self.first[at] / (1 - MOMENTUM**self.steps)
            size = np.sqrt(self.second[at] / (1 - SPREADING**self.steps)) + LEAST
            self.parts[at] -= rate * mean / size

    def slopes(self, rows: Array, labels: Array, weights: Array) -> list[Array]:
        """Give the slope of the loss, decay included, by each part."""
        inner, shift, out, past, constant = self.parts
        hidden = np.tanh(rows @ inner + shift)
        odds = hidden @ out + rows @ past + constant
        error = weights * (1 / (1 + np.exp(-np.clip(odds, -30, 30))) - labels) / len(rows)
        back = np.outer(error, out) * (1 - hidden**2)
        return [
            rows.T @ back + DECAY * inner,
            back.sum(axis=0),
            hidden.T @ error + DECAY * out,
            rows.T @ error + PAST_DECAY * past,
            np.array([error.sum()]),
        ]
