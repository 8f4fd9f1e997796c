"""Learn the weights of `digest.attribute` from annotated articles.

    python benchmarks/learn_attribution.py FOLDER [-o WEIGHTS] [--part NAME]

FOLDER holds `attribution/polnear.jsonl.gz` (PolNeAR 1.0, Newell, Margolin and Ruths 2018: one article a
line with its attributions: spans of source, cue and content). A report is right when its cue shares a word with an
annotated cue; one in a sentence that is annotated otherwise counts little, since annotators differ there.
Every article is read twice, once without the features that name a verb, so that the rest learns to
stand alone: other languages have nothing else.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from digest.attribute.reading import Reading, read
from digest.attribute.reports import Report, find_reports
from digest.attribute.weighing import features
from digest.languages import get
from digest.segment import segment

Record = dict[str, Any]
Row = tuple[list[str], float, float]  # features, whether right, weight

RARE = 4  # features seen in fewer reports are left out
PENALTY = 1.5  # of the squared weights
OTHER = 0.35  # weight of a report whose sentence is annotated otherwise
BELIEF = 0.2  # weight of a report of a belief or an intention
LEAST = 12  # characters of annotated content that make a sentence a claim


def part_of(identifier: str) -> str:
    """Name the part an article is in: a quarter is held out, of the rest a third checks what the others learn."""
    number = int(hashlib.md5(f"x{identifier}".encode(), usedforsecurity=False).hexdigest(), 16)
    if number % 4 == 0:
        return "held"
    return "check" if number // 4 % 3 == 0 else "learn"


def records(folder: Path, parts: set[str]) -> Iterator[Record]:
    """Yield the articles of some parts."""
    with gzip.open(folder / "attribution" / "polnear.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            record: Record = json.loads(line)
            if part_of(record["id"]) in parts:
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
    parser.add_argument("--parts", default="learn,check", help="learn, check, held")
    options = parser.parse_args()
    rows = [row for record in records(options.folder, set(options.parts.split(","))) for row in rows_of(record)]
    general = [([name for name in names if not name.startswith("verb")], right, share) for names, right, share in rows]
    known = json.loads(options.output.read_text(encoding="utf-8")) if options.output.exists() else {}
    known["report"] = fit(rows + general)
    options.output.write_text(json.dumps(known, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(rows)} reports, {sum(row[1] for row in rows):.0f} right; {len(known['report'])} weights")


if __name__ == "__main__":
    main()
