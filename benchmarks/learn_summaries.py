"""Learn the weights of the `auto` summarizer from articles with human summaries.

    python benchmarks/learn_summaries.py DATA [--limit N] [--out digest/summarizers/auto.json]

DATA is a folder with `cnndm.jsonl.gz`, or a file of that kind: an object a line with `id`, `text` and
`reference` (a text, or a list of texts). A fifth of the articles, chosen by a hash of their id, is set
aside and used for nothing; another seventh is only used to print how good the weights are.

1. For each article the three usable sentences with the highest ROUGE are found greedily; a logistic
   regression learns to tell them from the others (`alone`).
2. For all sets of three of its best sentences the weights are sought that make the expected ROUGE of a set
   drawn by softmax highest (`member`, `together`).
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np
import Stemmer

from digest.attribute import attribute
from digest.condense._rules import judge, main_claims
from digest.models import Article
from digest.segment import segment
from digest.summarizers._features import NAMES, Array, Features, measure
from digest.summarizers._sets import SET_NAMES, SIZE, pool, together, triples
from digest.terms import Segmented, words

LEAD = 1.15  # what holding the first sentence counts, in standard deviations: set by hand, see README.md
FIXED = SET_NAMES.index("opens")
STEM = Stemmer.Stemmer("porter")
GREEDY_REACH = 60  # sentences looked at for the labels


@dataclass(slots=True)
class Document:
    """An article with what is learned from."""

    share: int  # 0..99, by its id
    tokens: list[list[str]]
    references: list[Reference]
    features: Features
    usable: Array
    lead: tuple[int, ...]
    scores: dict[tuple[int, ...], float] = field(default_factory=dict)

    def rouge(self, chosen: Sequence[int]) -> float:
        """Mean of ROUGE-1, 2 and L F1 of some sentences, over the references."""
        key = tuple(sorted(chosen))
        if key not in self.scores:
            tokens = [token for at in key for token in self.tokens[at]]
            self.scores[key] = float(np.mean([reference.score(tokens) for reference in self.references]))
        return self.scores[key]


class Reference:
    """A human summary, ready to be compared with."""

    def __init__(self, tokens: list[str]) -> None:
        self.size = len(tokens)
        self.single = Counter(tokens)
        self.double = Counter(pairwise(tokens))
        self.masks: dict[str, int] = {}
        for at, token in enumerate(tokens):
            self.masks[token] = self.masks.get(token, 0) | 1 << at

    def score(self, tokens: list[str]) -> float:
        """Mean of the three F1 values."""
        single = (self.single & Counter(tokens)).total()
        double = (self.double & Counter(pairwise(tokens))).total()
        sizes = ((single, 0), (double, 1), (self.common(tokens), 0))
        return sum(f1(hits, self.size - less, len(tokens) - less) for hits, less in sizes) / len(sizes)

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


def main() -> None:
    """Learn, print what came of it, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--limit", type=int, help="articles to read")
    parser.add_argument("--out", type=Path, default=Path("digest/summarizers/auto.json"))
    options = parser.parse_args()
    file = options.data / "cnndm.jsonl.gz" if options.data.is_dir() else options.data
    documents = [document for document in read(file, options.limit) if document.share >= 20]
    training = [document for document in documents if document.share >= 35]
    checking = [document for document in documents if document.share < 35]
    print(f"{len(training)} articles to learn from, {len(checking)} to check")
    alone, bias = learn_alone(training)
    member, joint = learn_sets(training, alone, bias)
    report(checking, alone, bias, member, joint)
    weights = {
        "bias": round(bias, 4),
        "alone": named(NAMES, alone),
        "member": named(NAMES, member),
        "together": named(SET_NAMES, joint),
    }
    options.out.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


def named(names: tuple[str, ...], values: Array) -> dict[str, float]:
    """Give each weight its name, with four decimals."""
    return {name: round(float(value), 4) for name, value in zip(names, values, strict=True)}


def read(file: Path, limit: int | None) -> Iterator[Document]:
    """Read articles and measure their sentences."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for at, line in enumerate(lines):
            if limit is not None and at >= limit:
                return
            record = json.loads(line)
            sentences = segment(record["text"], "en")
            article = Article(id=record["id"], title=record.get("title") or "", text=record["text"], language="en")
            main_claim = main_claims(attribute(article.text, sentences, "en", article.title))
            verdicts = judge(article, sentences, main_claim, max_chars=320, strict=True)
            usable = np.array([not verdict.never and not verdict.late for verdict in verdicts])
            if usable.sum() < SIZE:
                continue
            segmented = Segmented(article.title, sentences, "en", tuple(usable))
            given = record["reference"]
            yield Document(
                share=int(hashlib.md5(record["id"].encode(), usedforsecurity=False).hexdigest(), 16) % 100,
                tokens=[tokens(sentence.text) for sentence in sentences],
                references=[Reference(tokens(text)) for text in (given if isinstance(given, list) else [given])],
                features=measure(segmented),
                usable=usable,
                lead=tuple(range(min(SIZE, len(sentences)))),
            )


def tokens(text: str) -> list[str]:
    """Cut a text as ROUGE does: stems of words."""
    return [str(stem) for stem in STEM.stemWords([word for run in words(text, "en") for word in run.split("'")])]


def learn_alone(documents: list[Document]) -> tuple[Array, float]:
    """Fit a logistic regression on the usable sentences, by Newton's method; give weights and bias."""
    rows = np.concatenate([document.features.values[document.usable] for document in documents])
    labels = np.concatenate([label(document)[document.usable] for document in documents])
    mean, scale = rows.mean(axis=0), spread(rows)
    inputs = np.column_stack([(rows - mean) / scale, np.ones(len(rows))])
    penalty = np.diag([10.0] * len(scale) + [0.0])
    weights = np.zeros(inputs.shape[1])
    for _ in range(12):
        chance = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (chance - labels) + penalty @ weights
        curve = (inputs * (chance * (1 - chance))[:, None]).T @ inputs + penalty
        weights -= np.linalg.solve(curve, slope)
    plain = weights[:-1] / scale
    return plain, float(weights[-1] - plain @ mean)


def label(document: Document) -> Array:
    """Mark the three usable sentences that a greedy search by ROUGE finds."""
    chosen: list[int] = []
    candidates = [int(at) for at in np.flatnonzero(document.usable) if at < GREEDY_REACH]
    while len(chosen) < min(SIZE, len(candidates)):
        left = [at for at in candidates if at not in chosen]
        chosen.append(max(left, key=lambda at: (document.rouge([*chosen, at]), -at)))
    marks = np.zeros(len(document.tokens))
    marks[chosen] = 1.0
    return marks


def spread(rows: Array) -> Array:
    """Give the standard deviation of each column, one where it is constant."""
    found: Array = rows.std(axis=0)
    return np.where(found < 1e-6, 1.0, found)


def sets_of(document: Document, alone: Array, bias: float) -> tuple[Array, Array]:
    """List an article's sets of three: which sentences, and what describes each set."""
    scores = document.features.values @ alone + bias
    places = pool(scores, document.usable)
    sets = places[triples(len(places))]
    return sets, np.column_stack(
        [document.features.values[sets].sum(axis=1), together(document.features, scores, sets)]
    )


def learn_sets(documents: list[Document], alone: Array, bias: float) -> tuple[Array, Array]:
    """Make the expected ROUGE of a set drawn by softmax as high as it gets, by Adam on all articles at once."""
    listed = [sets_of(document, alone, bias) for document in documents]
    rewards = np.concatenate(
        [
            [document.rouge(chosen) for chosen in sets.tolist()]
            for document, (sets, _) in zip(documents, listed, strict=True)
        ]
    )
    rows = np.concatenate([rows for _, rows in listed]).astype(np.float32)
    scale = spread(rows).astype(np.float32)
    rows = (rows - rows.mean(axis=0)) / scale
    sizes = np.array([len(sets) for sets, _ in listed])
    weights = climb(rows, rewards, sizes, np.arange(rows.shape[1]) != len(NAMES) + FIXED)
    weights[len(NAMES) + FIXED] = LEAD
    plain = weights / scale
    return plain[: len(NAMES)], plain[len(NAMES) :]


def climb(rows: Array, rewards: Array, sizes: Array, free: Array) -> Array:
    """Adam (Kingma and Ba 2015) with a small penalty on the square of the weights; only the free ones move."""
    starts = np.append(0, np.cumsum(sizes)[:-1])
    owner = np.repeat(np.arange(len(sizes)), sizes)
    weights, first, second = (np.zeros(rows.shape[1]) for _ in range(3))
    for step in range(1, 221):
        scores = (rows @ weights.astype(np.float32)).astype(float)
        chance = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
        chance /= np.add.reduceat(chance, starts)[owner]
        expected = np.add.reduceat(chance * rewards, starts)
        pull = chance * (rewards - expected[owner]) * 100 / len(sizes)
        slope = (0.003 * weights - rows.T @ pull.astype(np.float32)) * free
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope * slope
        weights -= 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


def report(documents: list[Document], alone: Array, bias: float, member: Array, joint: Array) -> None:
    """Print the mean ROUGE of the best sets, of the lead, and of the best there is."""
    ours, lead, best = [], [], []
    for document in documents:
        sets, rows = sets_of(document, alone, bias)
        values = [document.rouge(chosen) for chosen in sets.tolist()]
        ours.append(values[int(np.argmax(rows @ np.concatenate([member, joint])))])
        lead.append(document.rouge(document.lead))
        best.append(max(values))
    print(f"mean ROUGE: {np.mean(ours):.4f}, lead {np.mean(lead):.4f}, best of the sets {np.mean(best):.4f}")


if __name__ == "__main__":
    main()
