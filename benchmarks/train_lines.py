"""Learn which lines of pasted text are body, and write digest/clean/line_weights.json.

    python benchmarks/train_lines.py lines.jsonl.gz [--write]

Each record holds `id`, `url`, `scope` (`page`: all lines of a page; `area`: those around the article, as
a sloppy copy takes them) and `lines`, each with `text`, `keep` and, for a headline, `title`. Sites are
kept together: what is printed was reached on sites that neither the model nor the choice of the
thresholds had seen (cross-validation). The thresholds are those that keep the wanted share of body
words on such sites. Takes some minutes.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from line_network import Network, fit_network
from numpy.typing import NDArray

from digest.clean.line import Line
from digest.clean.scorer import FIRST, SECOND, mostly_furniture, second_features, vocabulary
from digest.clean.surroundings import features
from digest.languages import get

WEIGHTS = Path(__file__).parent.parent / "digest/clean/line_weights.json"
FOLDS = 4
INNER = 3
KEPT = 0.9855  # share of body words to keep: above the floor of 0.985, since sites differ
RIDGE = 100.0
STEPS = np.arange(0.02, 0.5, 0.01)
"""Thresholds to choose from."""

ROUNDS = 7
MIN_SITES = 6
MIN_ODDS = 0.5
LONG_LINE = 60
AREA_WEIGHT = 5.0
CLEAN_WEIGHT = 1.0
SCOPES = ("page", "area", "clean")
Array = NDArray[np.float64]


@dataclass
class Text:
    """One labelled text; `scope` is `clean` where all its lines are body."""

    site: str
    scope: str
    lines: list[Line]
    keep: Array
    words: Array
    counts: Array  # 0 for titles, which are neither body nor furniture
    rows: Array | None = None


Judged = tuple[Text, Array, bool]
"""A text, the scores of its lines, and whether it seems to be mostly furniture."""


def main() -> None:
    """Train, print what was reached, and write the weights where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    with gzip.open(options.data, "rt", encoding="utf-8") as stream:
        records = [json.loads(line) for line in stream]
    texts = [made for record in records for made in texts_of(record)]
    stop_words = get("en").stop_words
    for text in texts:
        text.rows = np.array(features(text.lines, stop_words))
    scores = unseen_scores(texts)
    threshold = print_figures(texts, scores)
    if options.write:
        write(texts, threshold)


def texts_of(record: Mapping[str, Any]) -> Iterable[Text]:
    """Make a text of a record, and of the whole page one of its body alone: clean articles must come through whole."""
    site = urlsplit(record.get("url") or "").hostname or record["id"].rsplit("-", 1)[0]
    rows = [row for row in record["lines"] if row["text"].strip()]
    yield text_of(site, record["scope"], rows)
    if record["scope"] == "page":
        yield text_of(site, "clean", [row for row in rows if row["keep"]])


def text_of(site: str, scope: str, rows: Sequence[Mapping[str, Any]]) -> Text:
    """Make one text."""
    return Text(
        site=site,
        scope=scope,
        lines=[Line.of(" ".join(row["text"].split())) for row in rows],
        keep=np.array([bool(row["keep"]) for row in rows], dtype=float),
        words=np.array([len(row["text"].split()) for row in rows], dtype=float),
        counts=np.array([not row.get("title") for row in rows], dtype=float),
    )


def unseen_scores(texts: Sequence[Text]) -> list[Array]:
    """Score each text by a model that has not seen its site."""
    scores: list[Array] = [np.zeros(0)] * len(texts)
    for fold in range(FOLDS):
        model = train([text for text in texts if fold_of(text.site) != fold])
        for at, text in enumerate(texts):
            if fold_of(text.site) == fold:
                scores[at] = apply(model, text)
        print(f"fold {fold + 1} of {FOLDS} done", flush=True)
    return scores


def fold_of(site: str, salt: str = "", folds: int = FOLDS) -> int:
    """Give each site a fold, always the same."""
    return int(hashlib.md5((salt + site).encode()).hexdigest(), 16) % folds


Model = tuple[Array, Network, dict[str, float]]


def train(texts: Sequence[Text]) -> Model:
    """Fit both stages; the second learns from answers of the first to sites it had not seen."""
    answers: list[Array] = [np.zeros(0)] * len(texts)
    inputs: list[Array] = [np.zeros((0, 0))] * len(texts)
    for fold in range(INNER):
        inside = [text for text in texts if fold_of(text.site, "inner", INNER) != fold]
        words = word_odds(inside)
        first = fit_first(inside)
        for at, text in enumerate(texts):
            if fold_of(text.site, "inner", INNER) == fold:
                inputs[at] = first_rows(text, words)
                answers[at] = inputs[at] @ first[:-1] + first[-1]
    # Word odds of sites not seen, also for the final first stage: its own would promise too much.
    first = fit(np.vstack(inputs), *targets(texts), RIDGE)
    second_rows = [np.hstack([context(t, a), i]) for t, a, i in zip(texts, answers, inputs, strict=True)]
    second = fit_network(np.vstack(second_rows), *targets(texts))
    return first, second, word_odds(texts)


def fit_first(texts: Sequence[Text]) -> Array:
    """Fit the first stage, words weighed without a text's own fold."""
    by_fold = {fold: word_odds([t for t in texts if fold_of(t.site, "word", INNER) != fold]) for fold in range(INNER)}
    rows = [first_rows(text, by_fold[fold_of(text.site, "word", INNER)]) for text in texts]
    return fit(np.vstack(rows), *targets(texts), RIDGE)


def first_rows(text: Text, words: Mapping[str, float]) -> Array:
    """Make the numbers of the first stage."""
    assert text.rows is not None
    return np.hstack([text.rows, np.array([vocabulary(line, words) for line in text.lines])])


def context(text: Text, odds: Array) -> Array:
    """Make the numbers that the second stage adds."""
    return np.array(second_features(text.lines, odds.tolist()))


def targets(texts: Sequence[Text]) -> tuple[Array, Array]:
    """Make labels and weights: body counts by its words, as it is measured; a line of furniture counts once."""
    scope = {"page": 1.0, "area": AREA_WEIGHT, "clean": CLEAN_WEIGHT}
    keep = np.concatenate([text.keep for text in texts])
    weights = [
        np.where(t.keep > 0, np.minimum(t.words, LONG_LINE) / 12, 1.0) * t.counts * scope[t.scope] for t in texts
    ]
    return keep, np.concatenate(weights)


def word_odds(texts: Sequence[Text]) -> dict[str, float]:
    """Weigh words by the sites that have them in body against those that have them in furniture."""
    sites: dict[bool, defaultdict[str, set[str]]] = {True: defaultdict(set), False: defaultdict(set)}
    for text in texts:
        if text.scope == "page":
            for line, keep, counts in zip(text.lines, text.keep, text.counts, strict=True):
                for word in set(line.words) if counts else ():
                    sites[bool(keep)][word].add(text.site)
    total = len({text.site for text in texts})
    odds = {}
    for word in sorted(set(sites[True]) | set(sites[False])):
        body, furniture = len(sites[True][word]), len(sites[False][word])
        value = math.log((body + 1) / (total - body + 1)) - math.log((furniture + 1) / (total - furniture + 1))
        if body + furniture >= MIN_SITES and abs(value) >= MIN_ODDS and not word.isdigit():
            odds[word] = round(value, 2)
    return odds


def fit(rows: Array, labels: Array, weights: Array, ridge: float) -> Array:
    """Fit a logistic regression by iteratively reweighted least squares; the last number is the constant."""
    mean = np.average(rows, axis=0, weights=weights)
    spread = np.sqrt(np.average((rows - mean) ** 2, axis=0, weights=weights))
    spread[spread < 1e-9] = np.inf
    scaled = np.hstack([(rows - mean) / spread, np.ones((len(rows), 1))]).astype(np.float32)
    labels = labels.astype(np.float32)
    weights = (weights / weights.mean()).astype(np.float32)
    penalty = np.full(scaled.shape[1], ridge, dtype=np.float32)
    penalty[-1] = 1e-3
    beta = np.zeros(scaled.shape[1], dtype=np.float32)
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(scaled @ beta, -30, 30)))
        slope = scaled.T @ (weights * (labels - chance)) - penalty * beta
        curve = (scaled * (weights * chance * (1 - chance))[:, None]).T @ scaled + np.diag(penalty)
        step = np.linalg.solve(curve.astype(np.float64), slope.astype(np.float64)).astype(np.float32)
        beta += step
        if np.abs(step).max() < 1e-2:
            break
    slopes = beta[:-1] / spread
    return np.append(slopes, beta[-1] - slopes @ mean)


def apply(model: Model, text: Text) -> Array:
    """Score one text."""
    first, second, words = model
    rows = first_rows(text, words)
    odds = second.odds(np.hstack([context(text, rows @ first[:-1] + first[-1]), rows]))
    return 1 / (1 + np.exp(-np.clip(odds, -30, 30)))


def print_figures(texts: Sequence[Text], scores: Sequence[Array]) -> tuple[float, float]:
    """Print what is kept and dropped; return the thresholds, for texts mostly body and mostly furniture.

    What is printed of a fold was reached with thresholds chosen on the others; those returned are chosen on all.
    """
    judged = [(text, score, mostly_furniture(score.tolist())) for text, score in zip(texts, scores, strict=True)]
    here = [[each for each in judged if fold_of(each[0].site) == fold] for fold in range(FOLDS)]
    chosen = [chosen_of([each for each in judged if fold_of(each[0].site) != fold]) for fold in range(FOLDS)]
    for scope in SCOPES:
        kept = {side: share([tallies(part, scope, side) for part in here], chosen) for side in ("body", "junk")}
        print(f"{scope:6} body words kept {kept['body']:.4f}  furniture dropped {1 - kept['junk']:.4f}")
    low, high = chosen_of(judged)
    return float(STEPS[low]), float(STEPS[high])


def share(found: Sequence[tuple[Array, float]], chosen: Sequence[tuple[int, int]]) -> float:
    """Give the share that is kept of all folds, each at the thresholds chosen for it; NaN where there is nothing."""
    total = sum(count for _, count in found)
    return sum(float(kept[best]) for (kept, _), best in zip(found, chosen, strict=True)) / total if total else math.nan


def chosen_of(judged: Sequence[Judged]) -> tuple[int, int]:
    """Choose the places in `STEPS` that keep `KEPT` of the body of pages and of sloppy copies, and drop most."""
    shares = {
        (scope, side): kept / max(1.0, all_)
        for scope in ("page", "area")
        for side in ("body", "junk")
        for kept, all_ in [tallies(judged, scope, side)]
    }
    good = (shares["page", "body"] >= KEPT) & (shares["area", "body"] >= KEPT)
    gain = np.where(good, -shares["page", "junk"] - shares["area", "junk"], -np.inf)
    low, high = np.unravel_index(int(gain.argmax()), gain.shape)
    return int(low), int(high)


def tallies(judged: Sequence[Judged], scope: str, side: str) -> tuple[Array, float]:
    """Count the body words, or lines of furniture, that each pair of thresholds of `STEPS` keeps; and all of them."""
    kept = np.zeros((2, len(STEPS)))
    total = 0.0
    for text, score, kind in judged:
        if text.scope == scope:
            counts = text.counts * (text.keep * text.words if side == "body" else 1 - text.keep)
            kept[int(kind)] += (score[:, None] >= STEPS).T @ counts
            total += counts.sum()
    return kept[0][:, None] + kept[1][None, :], total


def write(texts: Sequence[Text], threshold: Sequence[float]) -> None:
    """Train on everything and write the weights."""
    first, second, words = train(texts)
    content = {
        "threshold": [round(each, 3) for each in threshold],
        "first": dict(zip((*FIRST, "constant"), rounded(first), strict=True)),
        "second": dict(zip((*SECOND, "constant"), rounded(second.past), strict=True)),
        "hidden": [
            {"weight": weight, "inputs": rounded(unit)}
            for weight, unit in zip(rounded(second.out), second.units, strict=True)
        ],
        "words": words,
    }
    WEIGHTS.write_text(json.dumps(content, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{WEIGHTS}: {len(words)} words, thresholds {threshold}")


def rounded(values: Array) -> list[float]:
    """Shorten numbers to what matters."""
    return [float(f"{value:.4g}") for value in values]


if __name__ == "__main__":
    main()
