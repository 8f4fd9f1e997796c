"""Learn the weights of `digest.attribute` from annotated articles.

    python benchmarks/learn_attribution.py FOLDER [-o WEIGHTS] [--leave-out FOLD]

FOLDER holds `attribution/polnear.jsonl.gz` (PolNeAR 1.0, Newell, Margolin and Ruths 2018: one article a
line with its attributions: spans of source, cue and content). A report is right when its cue shares a word with an
annotated cue; one in a sentence that is annotated otherwise counts little, since annotators differ there.
Every article is read twice, once without the features that name a verb, so that the rest learns to
stand alone: other languages have nothing else. `attribution.md` tells what was measured by leaving folds out.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from digest.attribute.antecedents import candidates
from digest.attribute.contents import with_contents
from digest.attribute.cues import find_reports
from digest.attribute.descriptions import Descriptions
from digest.attribute.mentions import mentions
from digest.attribute.names import Names
from digest.attribute.pronouns import FITTING
from digest.attribute.pronouns import features as features_of_candidate
from digest.attribute.reading import Reading, read
from digest.attribute.reports import Report
from digest.attribute.resolution import Resolved, resolve, spoken
from digest.attribute.spelling import plain
from digest.attribute.weighing import features, likely
from digest.languages import get
from digest.segment import segment

Record = dict[str, Any]
Case = tuple[list[dict[str, float]], list[bool]]  # the candidates' features, and which are right
Row = tuple[list[str], float, float]  # features, whether right, weight

FOLDS = 5
RARE = 4  # features seen in fewer reports are left out
PENALTY = 10.0  # of the squared weights
OTHER = 0.15  # weight of a report whose sentence is annotated otherwise
BELIEF = 0.1  # weight of a report of a belief or an intention
PULL = 1.0  # of the pronouns' weights towards those set by hand
PRIOR = {
    "distance": -0.9, "paragraphs": -0.35, "subject": 0.9, "prepositional": -0.3, "possessive": -0.3, "speaker": 1.2,
    "last_speaker": 0.6, "known": 0.7, "count": 0.4, "same_sentence": -0.2,
}  # fmt: skip
TITLED = frozenset(["mr", "mrs", "ms", "dr", "president", "senator", "secretary", "sen", "gov", "rep", "governor"])
LEAST = 12  # characters of annotated content that make a sentence a claim


def fold_of(identifier: str) -> int:
    """Give the number of the fold an article is in, by its id."""
    return int(hashlib.sha1(f"cv{identifier}".encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def records(folder: Path, left_out: int | None) -> Iterator[Record]:
    """Yield the articles, but for those of one fold."""
    with gzip.open(folder / "attribution" / "polnear.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            record: Record = json.loads(line)
            if fold_of(record["id"]) != left_out:
                yield record


def rows_of(record: Record) -> Iterator[Row]:
    """Yield the reports that the rules find in an article, with what the annotators say of each."""
    cues = get("en").cues
    assert cues is not None
    reading = read(record["text"], segment(record["text"], "en"), cues)
    for report in find_reports(reading):
        right, weight = judge(reading, report, record["attributions"])
        yield list(features(reading, report)), right, weight


def judge(reading: Reading, report: Report, attributions: list[Record]) -> tuple[float, float]:
    """Tell whether a report is right, and how much that counts."""
    start, end = reading.starts[report.cue[0]], reading.ends[report.cue[1] - 1]
    if report.form in ("colon", "dash"):
        start, end = start - 1, end + 1
    matched = [item for item in attributions if any(start < b and a < end for a, b in item["cue_spans"])]
    if matched:
        return 1.0, (1.0 if any(is_speech(reading, item) for item in matched) else BELIEF)
    sentence = reading.sentences[report.sentence]
    said = max(
        (
            sum(max(0, min(b, sentence.end) - max(a, sentence.start)) for a, b in item["content_spans"])
            for item in attributions
        ),
        default=0,
    )
    return 0.0, (OTHER if said >= LEAST else 1.0)


def is_speech(reading: Reading, attribution: Record) -> bool:
    """Whether an annotated attribution reports speech rather than belief or intention."""
    cue = set(str(attribution["cue_text"] or "").lower().replace("’", "'").split())
    quoted = re.search(r"[“\"'`]([^“”\"]{25,})", str(attribution["content_text"] or ""))
    return bool(cue & (reading.cues.speech.keys() | reading.cues.hearsay | {"according"})) or bool(quoted)


def pronoun_cases(folder: Path, left_out: int | None) -> Iterator[tuple[str, Case]]:
    """Yield the pronouns whose meaning was written down by hand, each with its article's id and its candidates."""
    texts = {record["id"]: record["text"] for record in records(folder, left_out)}
    lines = (folder / "attribution" / "pronouns.jsonl").read_text(encoding="utf-8").splitlines()
    for item in map(json.loads, lines):
        if item["id"] in texts and not item["unclear"]:
            wanted = [item["gold"], *item["accept"]]
            yield from _cases_in(item["id"], texts[item["id"]], item["sentence_start"], wanted)
    lines = (folder / "attribution" / "claims_world.jsonl").read_text(encoding="utf-8").splitlines()
    for record in map(json.loads, lines):
        for item in record["sentences"] if fold_of(record["id"]) != left_out else ():
            if item.get("via") == "pronoun" and item["source"]:
                yield from _cases_in(record["id"], record["text"], item["start"], [item["source"], *item["accept"]])


def _cases_in(identifier: str, text: str, start: int, wanted: list[str]) -> Iterator[tuple[str, Case]]:
    """Yield the pronoun sources of the sentence that begins at an offset."""
    reading, described, resolved = understood(text)
    for number, item in enumerate(resolved):
        sentence = reading.sentences[item.report.sentence]
        if item.found != "pronoun" or not sentence.start <= start < sentence.end:
            continue
        low = reading.low[item.at]
        pronoun = reading.cues.pronouns.get(low) or reading.cues.possessives.get(low) or ""
        fitting = [
            candidate
            for candidate in candidates(described, item.at, spoken(resolved[:number]))
            if candidate.kind in FITTING.get(pronoun, ()) and not candidate.unnamed
        ]
        right = [any(alike(candidate.name, name) for name in wanted) for candidate in fitting]
        yield identifier, ([features_of_candidate(pronoun, candidate) for candidate in fitting], right)


@cache
def understood(text: str) -> tuple[Reading, Descriptions, tuple[Resolved, ...]]:
    """Read an article as `attribute` does, up to the sources."""
    cues = get("en").cues
    assert cues is not None
    reading = read(text, segment(text, "en"), cues)
    names = Names(cues, mentions(reading))
    described = Descriptions(reading, names)
    return reading, described, resolve(described, with_contents(reading, likely(reading, find_reports(reading))))


def alike(name: str, wanted: str) -> bool:
    """Whether a candidate is who is meant: the last words agree, and the first where both have several."""
    a, b = plain(name), plain(wanted)
    return bool(a and b) and a[-1] == b[-1] and (min(len(a), len(b)) == 1 or a[0] == b[0] or b[0] in TITLED)


def fit_pronouns(cases: list[Case], steps: int = 600) -> dict[str, float]:
    """Fit the ranker: the softmax over the candidates of a case should lie on the right one."""
    index = sorted({name for given, _ in cases for values in given for name in values})
    prior = np.array([PRIOR.get(name, 0.0) for name in index])
    weights, first, second = prior.copy(), np.zeros(len(index)), np.zeros(len(index))
    tables = [
        (np.array([[values[name] for name in index] for values in given]), np.array(right)) for given, right in cases
    ]
    for step in range(1, steps + 1):
        slope = PULL * (weights - prior)
        for table, right in tables:
            share = np.exp(table @ weights - (table @ weights).max())
            share /= share.sum()
            target = share * right / (share * right).sum()
            slope += table.T @ (share - target)
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights -= 0.03 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return {name: round(float(value), 3) for name, value in zip(index, weights, strict=True)}


def check_pronouns(cases: list[tuple[str, Case]], folds: int = 10) -> None:
    """Print for some thresholds how many names are right and wrong, an article by weights from others."""
    shares: list[tuple[float, bool]] = []
    number = {identifier: at for at, identifier in enumerate(sorted({identifier for identifier, _ in cases}))}
    for fold in range(folds):
        table = fit_pronouns(
            [case for identifier, case in cases if number[identifier] % folds != fold and any(case[1])]
        )
        for identifier, (given, right) in cases:
            if number[identifier] % folds == fold and given:
                scores = np.array([sum(table[name] * value for name, value in values.items()) for values in given])
                share = np.exp(scores - scores.max()) / np.exp(scores - scores.max()).sum()
                shares.append((float(share.max()), right[int(share.argmax())]))
    for least in (0, 0.3, 0.4, 0.5, 0.6, 0.7):
        shown = [right for share, right in shares if share >= least]
        print(f"  from {least}: of {len(cases)} right {sum(shown)}, wrong {len(shown) - sum(shown)}")


def fit(rows: list[Row], steps: int = 400) -> dict[str, float]:
    """Fit a logistic regression by gradient descent with momentum (Adam), all rows at a step."""
    seen = Counter(name for names, _, _ in rows for name in set(names))
    index = {name: at for at, name in enumerate(sorted(name for name in seen if seen[name] >= RARE))}
    pairs = [(row, index[name]) for row, (names, _, _) in enumerate(rows) for name in names if name in index]
    row_of, column_of = (np.array(values) for values in zip(*pairs, strict=True))
    right = np.array([row[1] for row in rows])
    share = np.array([row[2] for row in rows])
    weights, first, second = (np.zeros(len(index)) for _ in range(3))
    for step in range(1, steps + 1):
        score = np.bincount(row_of, weights=weights[column_of], minlength=len(rows))
        miss = share * (1 / (1 + np.exp(-score)) - right)
        slope = np.bincount(column_of, weights=miss[row_of], minlength=len(index)) + PENALTY * weights
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights -= 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return {name: round(float(weights[at]), 3) for name, at in index.items() if abs(weights[at]) >= 0.01}


def main() -> None:
    """Read the articles, fit, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=Path("digest/attribute/weights.json"))
    parser.add_argument("--leave-out", type=int, default=None, choices=range(FOLDS), help="a fold not to learn from")
    options = parser.parse_args()
    rows = [row for record in records(options.folder, options.leave_out) for row in rows_of(record)]
    general = [([name for name in names if not name.startswith("verb")], right, share) for names, right, share in rows]
    known = json.loads(options.output.read_text(encoding="utf-8")) if options.output.exists() else {}
    known["report"] = fit(rows + general)
    cases = list(pronoun_cases(options.folder, options.leave_out))
    check_pronouns(cases)
    known["pronoun"] = fit_pronouns([case for _, case in cases if any(case[1])])
    options.output.write_text(json.dumps(known, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(rows)} reports, {sum(row[1] for row in rows):.0f} right; {len(known['report'])} weights")


if __name__ == "__main__":
    main()
