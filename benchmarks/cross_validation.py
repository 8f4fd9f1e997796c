"""How good learned weights are on articles that they were not learned from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from expected_rouge import Case, Model, Scale, learn, ready, worth

from digest.summarizers._features import Array


def judge_folds(
    cases: Sequence[Case], others: Mapping[str, Sequence[Case]], folds: int, weight: float, divisions: int
) -> None:
    """Print how good weights are on articles of the other sets that they were not learned from.

    Each article counts by the mean over several divisions into folds; what each of these gives is printed too.
    """
    judged = {name: np.zeros((divisions, len(found), 3)) for name, found in others.items()}
    for division in range(divisions):
        drawn = np.random.default_rng(division)
        fold_of = {name: drawn.permutation(len(found)) % folds for name, found in others.items()}
        for fold in range(folds):
            kept = [others[name][at] for name, each in fold_of.items() for at in np.flatnonzero(each != fold)]
            scale, model = learn(cases, kept, weight)
            for name, each in fold_of.items():
                for at in np.flatnonzero(each == fold):
                    judged[name][division, at] = ahead(others[name][at], scale, model)
    pooled = np.concatenate(list(judged.values()), axis=1)
    for name, rows in {**judged, "these pooled": pooled}.items():
        print(told(name, list(rows.mean(axis=0))))
    print("these pooled, by division:", *(f"{100 * value:+.2f}" for value in pooled[:, :, 0].mean(axis=1)))


def ahead(case: Case, scale: Scale, model: Model) -> Array:
    """Compare the best set with the first three sentences: the differences of ROUGE-1, 2 and L."""
    best = int(np.argmax(worth(model, ready(case, scale)) + case.given))
    difference: Array = case.rouge[best] - np.array(case.lead)
    return difference


def told(name: str, rows: Sequence[Array]) -> str:
    """Lay out the mean differences in points, and half the 95 % interval of the first."""
    means = " / ".join(f"{100 * value:+.2f}" for value in np.mean(rows, axis=0))
    half = 196 * np.std(np.array(rows)[:, 0], ddof=1) / len(rows) ** 0.5
    return f"{name}: {means} above the first three, +-{half:.2f}, {len(rows)} articles"
