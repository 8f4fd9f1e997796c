"""The same input gives the same bytes in every format, also in a process that orders sets in another way."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.program import ROOT, digest

FORMATS = [word for kind in ("md", "html", "eml", "txt", "json") for word in ("-f", kind)]
PERIOD = ("--since", "2026-11-01", "--until", "2026-11-25")


def written(folder: Path, command: tuple[str, ...], seed: str) -> dict[str, bytes]:
    """Write a digest, an issue and statistics into an empty folder."""
    shutil.rmtree(folder / "digests", ignore_errors=True)
    outputs = [("stats", *PERIOD, "-o", f"digests/stats.{ending}") for ending in ("txt", "html", "json")]
    for words in ((*command, *FORMATS), ("newsletter", *PERIOD, "--offline", *FORMATS), *outputs):
        outcome = digest(*words, cwd=folder, PYTHONHASHSEED=seed)
        assert outcome.status == 0, outcome.err
    return {path.name: path.read_bytes() for path in (folder / "digests").iterdir()}


def test_all_that_is_written_is_the_same_again(tmp_path):
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    settings = (ROOT / "feeds.yaml").read_text().replace("output:\n", "output:\n  feed: both\n")
    (tmp_path / "feeds.yaml").write_text(settings)
    one = written(tmp_path, ("run", "--date", "2026-11-24"), "1")
    for command in (("run", "--date", "2026-11-24"), ("rebuild", "2026-11-24")):
        two = written(tmp_path, command, "2")
        assert len(one) == 15
        assert [name for name in one.keys() | two.keys() if one.get(name) != two.get(name)] == []


@pytest.mark.parametrize("kind", ["md", "html", "eml", "txt", "json"])
def test_so_is_a_digest_of_named_sources(tmp_path, kind):
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    command = ("run", "samples/meridian-post.xml", "samples/harbour-courier.atom", "--date", "2026-11-24", "-f", kind)
    one, two = (digest(*command, cwd=tmp_path, PYTHONHASHSEED=seed) for seed in "12")
    assert one.status == 0
    assert one.out == two.out
    assert len(one.out) > 1000
