"""Time the program's own method against sumy's LexRank, on the same sentences, both as whole processes.

    python benchmarks/speed.py [FILE.jsonl] [--pairs 5]

Without a file, the articles of tests/data/summaries.jsonl are taken, repeated. The two run in turn, and the
ratio of each pair's processor time is told: a shared machine's speed drifts, a ratio less so.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

REPEATED = 40
DATA = Path(__file__).resolve().parent.parent / "tests" / "data" / "summaries.jsonl"


def main() -> None:
    """Print each pair and the median ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--pairs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = options.file or repeated(Path(folder) / "corpus.jsonl")
        count = sum(1 for _ in corpus.open("rb"))
        ratios = []
        for number in range(1, options.pairs + 1):
            ours, theirs = seconds(corpus, "auto"), seconds(corpus, "lexrank")
            ratios.append(ours / theirs)
            each = f"{1000 * ours / count:.1f} ms and {1000 * theirs / count:.1f} ms an article"
            print(
                f"pair {number}: auto {ours:.2f} s, lexrank {theirs:.2f} s of processor time ({each}): {ratios[-1]:.2f}"
            )
    print(f"median ratio auto/lexrank over {options.pairs} pairs, {count} articles: {median(ratios):.2f}")


def repeated(path: Path) -> Path:
    """Make a corpus large enough to be timed."""
    path.write_bytes(DATA.read_bytes() * REPEATED)
    return path


def seconds(corpus: Path, method: str) -> float:
    """Measure the processor time of one whole process."""
    before = os.times()
    command = [sys.executable, "-m", "digest", "batch", str(corpus), "-m", method, "--workers", "1", "-q"]
    subprocess.run([*command, "-o", os.devnull], check=True)
    after = os.times()
    return (after.children_user - before.children_user) + (after.children_system - before.children_system)


if __name__ == "__main__":
    main()
