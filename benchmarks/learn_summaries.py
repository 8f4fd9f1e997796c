"""Learn the weights of the `auto` summarizer from articles with human summaries.

    python benchmarks/learn_summaries.py DATA [--limit N] [--folds 5] [--out digest/summarizers/auto.json]

DATA is a folder with `cnndm.jsonl.gz` and, where there are such, the other sets of `--others`: an object a line
with `id`, `text` and `reference` (a text, or a list of texts). A fifth of the articles of cnndm, chosen by a
hash of their id, is set aside and not learned from; another seventh is only used to print how good the weights
are. The other sets are small and count more (`--weight`); with `--folds` each of their articles is also judged
by weights that were learned without it, with several divisions into folds, since one alone says little.

1. For each article the three usable sentences with the highest ROUGE are found greedily; a logistic
   regression learns to tell them from the others (`alone`).
2. For all sets of three of its best sentences the weights are sought that make the expected ROUGE of a set
   drawn by softmax highest (`expected_rouge.py`): `words`, `pairs`, `member`, `together`.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np
from cross_validation import ahead, judge_folds, told
from expected_rouge import Case, learn, plain, regress, spread, with_one
from references import Reference, tokens

from digest.attribute import attribute
from digest.condense._rules import judge, main_claims
from digest.models import Article
from digest.segment import segment
from digest.summarizers._features import NAMES, Array, Features, measure
from digest.summarizers._overlap import PAIR_NAMES, WORD_NAMES, Overlap, overlap
from digest.summarizers._sets import SET_NAMES, SIZE, pool, together, triples
from digest.terms import Segmented, stems_of, words, words_of

GREEDY_REACH = 60  # sentences looked at for the labels
ASIDE, CHECKED = 20, 35  # hundredths of cnndm, by the hash of the id
TITLE = 1.0  # what standing in the title adds to a word's odds: set by hand, see summaries.md
# What holding the first sentence adds to a set's worth where there are a title and capitals: likewise.
BY_HAND = {"opens_titled": 2.0, "opens_cased": 1.0}
OTHERS = "writer,realsumm,summeval,newsroom60"


@dataclass(slots=True)
class Document:
    """An article with what is learned from."""

    id: str
    segmented: Segmented
    tokens: list[list[str]]
    references: list[Reference]
    stems: list[list[str]]
    features: Features
    usable: Array
    scores: dict[tuple[int, ...], Array] = field(default_factory=dict)

    @property
    def share(self) -> int:
        """A number from 0 to 99 that stays the same for an article."""
        return int(hashlib.md5(self.id.encode(), usedforsecurity=False).hexdigest(), 16) % 100

    def rouge(self, chosen: Sequence[int]) -> Array:
        """ROUGE-1, 2 and L F1 of some sentences, the mean over the references."""
        key = tuple(sorted(chosen))
        if key not in self.scores:
            found = [token for at in key for token in self.tokens[at]]
            self.scores[key] = np.mean([reference.scores(found) for reference in self.references], axis=0)
        return self.scores[key]


def main() -> None:
    """Learn, print what came of it, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--limit", type=int, help="articles of cnndm to read")
    parser.add_argument("--others", default=OTHERS, help="other sets to learn from, by the names of their files")
    parser.add_argument("--weight", type=float, default=12.0, help="what an article of theirs counts")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--divisions", type=int, default=4, help="ways to divide their articles into folds")
    parser.add_argument("--out", type=Path, default=Path("digest/summarizers/auto.json"))
    options = parser.parse_args()
    documents = list(read(options.data / "cnndm.jsonl.gz", options.limit))
    training = [document for document in documents if document.share >= CHECKED]
    alone, bias = learn_alone(training)
    cases = [case_of(document, alone, bias) for document in training]
    checking = [case_of(each, alone, bias) for each in documents if ASIDE <= each.share < CHECKED]
    print(f"{len(cases)} articles to learn from, {len(checking)} to check")
    others = {
        name: [case_of(each, alone, bias) for each in read(options.data / f"{name}.jsonl.gz", None)]
        for name in filter(None, options.others.split(","))
    }
    if options.folds and others:
        judge_folds(cases, others, options.folds, options.weight, options.divisions)
    scale, model = learn(cases, [case for found in others.values() for case in found], options.weight)
    print(told("checked", [ahead(case, scale, model) for case in checking]))
    words, pairs, sets = plain(model, scale)
    words[WORD_NAMES.index("in_title")] = TITLE
    sets[[len(NAMES) + SET_NAMES.index(name) for name in BY_HAND]] = list(BY_HAND.values())
    weights = {
        "bias": round(bias, 4),
        "alone": named(NAMES, alone),
        "words": named((*WORD_NAMES, "bias"), words),
        "pairs": named((*PAIR_NAMES, "bias"), pairs),
        "member": named(NAMES, sets[: len(NAMES)]),
        "together": named(SET_NAMES, sets[len(NAMES) :]),
    }
    options.out.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


def named(names: tuple[str, ...], values: Array) -> dict[str, float]:
    """Give each weight its name, with four decimals."""
    return {name: round(float(value), 4) for name, value in zip(names, values, strict=True)}


def read(file: Path, limit: int | None) -> Iterator[Document]:
    """Read articles that have three usable sentences, and measure those."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for at, line in enumerate(lines):
            if limit is not None and at >= limit:
                return
            record = json.loads(line)
            sentences = segment(record["text"], "en")
            article = Article(id=record["id"], title=record.get("title") or "", text=record["text"], language="en")
            main_claim = main_claims(attribute(article.text, sentences, "en", article.title))
            verdicts = judge(article, sentences, words_of(sentences, "en"), main_claim, max_chars=320, strict=True)
            usable = np.array([not verdict.never and not verdict.late for verdict in verdicts])
            if usable.sum() < SIZE:
                continue
            segmented = Segmented(article.title, sentences, "en", tuple(usable))
            given = record["reference"] if isinstance(record["reference"], list) else [record["reference"]]
            yield Document(
                id=record["id"],
                segmented=segmented,
                tokens=[tokens(sentence.text) for sentence in sentences],
                references=[Reference(tokens(text)) for text in given],
                stems=[stemmed(text) for text in given],
                features=measure(segmented),
                usable=usable,
            )


def learn_alone(documents: Sequence[Document]) -> tuple[Array, float]:
    """Fit a logistic regression on the usable sentences; give weights and bias."""
    rows = np.concatenate([document.features.values[document.usable] for document in documents])
    labels = np.concatenate([label(document)[document.usable] for document in documents])
    mean, scale = rows.mean(axis=0), spread(rows)
    weights = regress(with_one((rows - mean) / scale), labels)
    plain_weights = weights[:-1] / scale
    return plain_weights, float(weights[-1] - plain_weights @ mean)


def label(document: Document) -> Array:
    """Mark the three usable sentences that a greedy search by ROUGE finds."""
    chosen: list[int] = []
    candidates = [int(at) for at in np.flatnonzero(document.usable) if at < GREEDY_REACH]
    while len(chosen) < min(SIZE, len(candidates)):
        left = [at for at in candidates if at not in chosen]
        chosen.append(max(left, key=lambda at: (document.rouge([*chosen, at]).mean(), -at)))
    marks = np.zeros(len(document.tokens))
    marks[chosen] = 1.0
    return marks


def case_of(document: Document, alone: Array, bias: float) -> Case:
    """List an article's sets of three: what describes each, and how good it is."""
    scores = document.features.values @ alone + bias
    places = pool(scores, document.usable)
    sets = places[triples(len(places))]
    found = overlap(document.segmented, document.features, scores, places)
    with_words, with_pairs, each = found.sets(sets)
    segmented = document.segmented
    whole = together(document.features, scores, sets, titled=bool(segmented.title), cased=segmented.cased)
    by_hand = [SET_NAMES.index(name) for name in BY_HAND]
    given = whole[:, by_hand] @ list(BY_HAND.values())
    whole[:, by_hand] = 0.0
    return Case(
        rows=np.column_stack([document.features.values[sets].sum(axis=1), whole]),
        given=given,
        words=found.words,
        pairs=found.pairs,
        ends=found.ends,
        with_words=with_words.astype(np.float32),
        with_pairs=with_pairs.astype(np.float32),
        each=each,
        rouge=np.array([document.rouge(chosen) for chosen in sets.tolist()]),
        in_summary=np.mean([np.isin(found.spellings, stems) for stems in document.stems], axis=0),
        paired_in_summary=paired_in_summary(document, found),
        lead=tuple(document.rouge(range(min(SIZE, len(document.tokens))))),
    )


def paired_in_summary(document: Document, found: Overlap) -> Array:
    """Tell for each pair of words in how many of the references, 0..1, it stands."""
    known = [set(pairwise(stems)) for stems in document.stems]
    pairs = [(found.spellings[one], found.spellings[other]) for one, other in found.ends]
    return np.array([sum(pair in each for each in known) / len(known) for pair in pairs])


def stemmed(text: str) -> list[str]:
    """Cut a reference into words as the summarizer does those of an article."""
    cut = words(text, "en")
    stems = stems_of(cut, "en")
    return [stems[word] for word in cut]


if __name__ == "__main__":
    main()
