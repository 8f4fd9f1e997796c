"""Measure every method on labelled summaries: ROUGE against references, and the hygiene of the key points.

    python benchmarks/evaluate.py FOLDER [--methods auto,lead] [--limit 200]

FOLDER holds files `summaries/*.jsonl.gz` (or *.jsonl, or lies itself beside such files) whose lines are
objects with `text`, optionally `title` and `language`, and `reference` or a list `references`. Figures are
means over documents of ROUGE-1, 2 and L (Lin 2004, F1 x 100, Porter stems, of three key points), the mean
over a document's references, and the difference to the method `lead` on the same documents.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import fmean
from typing import Any

from digest.languages import detect
from digest.models import Article, Summary
from digest.pipeline import summarize
from digest.registry import names
from digest.settings import SummarySettings

POINTS = 3
MEASURES = ("rouge1", "rouge2", "rougeL")
LONGEST = SummarySettings().max_chars


@dataclass(frozen=True)
class Result:
    """What one document gave: ROUGE-1, 2, L and counts of what must not be."""

    rouge: tuple[float, float, float]
    points: int
    too_long: int
    not_verbatim: int
    fewer: bool


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--methods", default=",".join(names("summarizers")))
    parser.add_argument("--limit", type=int, default=None, help="the first N documents of each set")
    options = parser.parse_args()
    sets = files_of(options.folder)
    if not sets:
        sys.exit(f"{options.folder}: no summaries/*.jsonl.gz and no summaries*.jsonl in it")
    print(f"{'set':14}{'method':12}{'docs':>6}{'R-1':>8}{'R-2':>8}{'R-L':>8}{'R-1 - lead':>12}  hygiene")
    methods = ["lead", *(name for name in options.methods.split(",") if name != "lead")]
    for path in sets:
        documents = list(read(path))[: options.limit]
        lead: list[Result] = []
        for method in methods:
            results = measured(documents, method)
            lead = lead or results
            print(line(path, method, results, lead), flush=True)


def files_of(folder: Path) -> list[Path]:
    """Find the sets of a folder."""
    places = (folder / "summaries", folder)
    found = [path for place in places for pattern in ("*.jsonl.gz", "summaries*.jsonl") for path in place.glob(pattern)]
    return sorted(found)


def read(path: Path) -> Iterator[dict[str, Any]]:
    """Read the documents of a set."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def measured(documents: Sequence[dict[str, Any]], method: str) -> list[Result]:
    """Summarize and measure documents in as many processes as there are processors."""
    with ProcessPoolExecutor() as pool:
        return list(pool.map(measure, documents, [method] * len(documents), chunksize=16))


def measure(document: dict[str, Any], method: str) -> Result:
    """Summarize one document and compare it with its references."""
    text = document["text"]
    article = Article(
        id="0",
        title=document.get("title") or "",
        text=text,
        language=document.get("language") or detect(text),
    )
    summary = summarize(article, SummarySettings(method=method, bullets=POINTS))
    shown = "\n".join(point.text for point in summary.key_points)
    given = document.get("references") or document["reference"]
    references = [given] if isinstance(given, str) else given
    scores = [scorer().score(reference, shown) for reference in references]
    return Result(
        rouge=tuple(fmean(score[name].fmeasure for score in scores) for name in MEASURES),  # type: ignore[arg-type]
        **hygiene(summary),
    )


def hygiene(summary: Summary) -> dict[str, Any]:
    """Count what must not be."""
    text, points = summary.article.text, summary.key_points
    return {
        "points": len(points),
        "too_long": sum(len(point.text) > LONGEST for point in points),
        "not_verbatim": sum(text[point.start : point.end] != point.text for point in points),
        "fewer": len(points) < min(POINTS, len(summary.sentences)),
    }


@cache
def scorer() -> Any:
    """Make the scorer, once a process."""
    from rouge_score.rouge_scorer import RougeScorer

    return RougeScorer(MEASURES, use_stemmer=True)


def line(path: Path, method: str, results: Sequence[Result], lead: Sequence[Result]) -> str:
    """Lay out one row."""
    means = [100 * fmean(result.rouge[index] for result in results) for index in range(3)]
    ahead = means[0] - 100 * fmean(result.rouge[0] for result in lead)
    bad = f"{sum(r.too_long for r in results)} too long, {sum(r.not_verbatim for r in results)} not verbatim"
    fewer = f"{sum(r.fewer for r in results)} documents with fewer than {POINTS}"
    name = path.name.split(".")[0]
    figures = "".join(f"{mean:8.2f}" for mean in means)
    return f"{name:14}{method:12}{len(results):6}{figures}{ahead:+12.2f}  {bad}; {fewer}"


if __name__ == "__main__":
    main()
