from __future__ import annotations

import gzip
import json
import os
import random
import resource
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from digest.cli import _corpus
from digest.cli._records import Wanted
from digest.settings import SummarySettings
from tests.program import ROOT, digest, environment

TEXT = (
    "The harbour board approved a new breakwater on Tuesday after nine years of debate. "
    "The wall will be 800 metres long and will cost 41 million crowns, the board said. "
    "“We have lost eleven boats since 2019,” said Ina Solheim, the harbour master. "
    "Fishermen had asked for a longer wall that also covers the eastern quay. "
    "Work begins in March and is to end before the storms of the following winter."
)
OTHER = (
    "Astronomers at the Kell observatory have found a second ring around the dwarf planet Orva. "
    "The ring is 30 kilometres wide and made of dust and ice. "
    "It was seen when the planet passed in front of a bright star in September. "
    "A probe will fly past Orva in 2031."
)


def lines(outcome):
    return [json.loads(line) for line in outcome.out.splitlines()]


def corpus(*records):
    return "\n".join(json.dumps(record) if isinstance(record, dict) else record for record in records).encode()


def test_each_line_gives_one_line_in_order_with_points_that_are_slices_of_the_text(tmp_path):
    data = corpus({"id": "a", "text": TEXT}, {"id": "b", "text": OTHER})
    outcome = digest("batch", "-", "--text", "-n", "2", cwd=tmp_path, stdin=data)
    assert outcome.status == 0
    records = lines(outcome)
    assert [record["id"] for record in records] == ["a", "b"]
    for record, text in zip(records, (TEXT, OTHER), strict=True):
        assert record["text"] == text
        assert len(record["key_points"]) == 2
        assert all(text[point["start"] : point["end"]] == point["text"] for point in record["key_points"])


def test_claims_name_their_source_and_lie_in_the_text(tmp_path):
    outcome = digest("batch", "-", "--claims", cwd=tmp_path, stdin=corpus({"id": 7, "text": TEXT}))
    (record,) = lines(outcome)
    assert record["id"] == 7
    sources = {claim["attribution"]["source"] for claim in record["claims"]}
    assert "Ina Solheim" in sources
    assert all(TEXT[claim["start"] : claim["end"]] == claim["text"] for claim in record["claims"])


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("not json", "not JSON"),
        ("[1]", "JSON object"),
        ("[" * 100_000, "nested too deeply"),
        (json.dumps({"id": "x", "text": 3}), "'text' must be a string"),
        (json.dumps({"id": "x", "text": " "}), "empty"),
        (json.dumps({"id": "x"}), "neither"),
        (json.dumps({"id": "x", "text": TEXT, "published": "yesterday"}), "'published'"),
    ],
)
def test_a_line_that_cannot_be_used_becomes_a_problem_in_its_place(tmp_path, line, reason):
    data = corpus({"id": "a", "text": TEXT}, line, {"id": "b", "text": OTHER})
    outcome = digest("batch", "-", cwd=tmp_path, stdin=data)
    assert outcome.status == 3
    records = lines(outcome)
    assert [record["id"] for record in records][::2] == ["a", "b"]
    assert reason in records[1]["problem"]
    assert "key_points" in records[0]
    assert "key_points" in records[2]


def test_any_number_of_workers_gives_the_same_bytes(tmp_path):
    records = [{"id": str(n), "text": (TEXT if n % 2 else OTHER).replace("2031", str(n))} for n in range(60)]
    data = corpus(*records, "broken")
    one, three = (digest("batch", "-", "--workers", n, cwd=tmp_path, stdin=data) for n in ("1", "3"))
    assert one.out == three.out
    assert len(lines(one)) == 61


def test_packed_input_and_output_with_nothing_left_beside(tmp_path):
    (tmp_path / "in.jsonl.gz").write_bytes(gzip.compress(corpus({"id": "a", "text": TEXT})))
    for _ in range(2):
        assert digest("batch", "in.jsonl.gz", "-o", "out.jsonl.gz", cwd=tmp_path).status == 0
    record = json.loads(gzip.decompress((tmp_path / "out.jsonl.gz").read_bytes()))
    assert record["id"] == "a"
    assert {path.name for path in tmp_path.iterdir()} == {"in.jsonl.gz", "out.jsonl.gz"}


@pytest.mark.parametrize("name", ["missing.jsonl", "."])
def test_an_input_that_cannot_be_read_is_one_line_and_status_1(tmp_path, name):
    outcome = digest("batch", name, "-o", "out.jsonl", cwd=tmp_path)
    assert outcome.status == 1
    assert outcome.err.startswith(f"digest: {name}: ")
    assert outcome.err.count("\n") == 1
    assert not (tmp_path / "out.jsonl").exists()


def test_damaged_packing_leaves_no_half_output(tmp_path):
    (tmp_path / "in.jsonl.gz").write_bytes(gzip.compress(corpus({"id": "a", "text": TEXT}) * 50)[:-9])
    outcome = digest("batch", "in.jsonl.gz", "-o", "out.jsonl", cwd=tmp_path)
    assert outcome.status == 1
    assert "damaged" in outcome.err
    assert not (tmp_path / "out.jsonl").exists()


def test_articles_of_one_story_share_its_id(tmp_path):
    data = corpus({"id": "a", "text": TEXT}, {"id": "b", "text": OTHER}, {"id": "c", "text": TEXT})
    records = lines(digest("batch", "-", "--stories", cwd=tmp_path, stdin=data))
    assert records[0]["story"] == records[2]["story"] is not None
    assert records[1]["story"] is None


def test_html_is_cleaned(tmp_path):
    page = f"<html><body><nav>Home</nav><article><h1>A wall</h1><p>{TEXT}</p></article></body></html>"
    (record,) = lines(digest("batch", "-", "--text", cwd=tmp_path, stdin=corpus({"id": "h", "html": page})))
    assert "The wall will be 800 metres long" in record["text"]
    assert "<" not in record["text"]


def test_html_goes_before_text_and_that_is_said(tmp_path):
    both = {"id": "b", "text": OTHER, "html": f"<p>{TEXT}</p>"}
    data = corpus(both, {"id": "t", "text": TEXT}, {**both, "html": " "}, {**both, "html": None}, {"html": ""})
    outcome = digest("batch", "-", "--text", cwd=tmp_path, stdin=data)
    records = lines(outcome)
    assert [record.get("text") for record in records] == [TEXT, TEXT, OTHER, OTHER, None]
    assert records[-1]["problem"] == "neither 'text' nor 'html' is given"
    said = "1 line held text beside html: the html was read\n4 of 5 articles summarized, 1 problem\n"
    assert outcome.err.endswith(said)


def test_what_utf8_cannot_hold_comes_back_as_it_was(tmp_path):
    text = TEXT + " The sign read \ud83d for a week."
    sent = corpus({"id": "s", "text": text, "html": None})
    (record,) = lines(digest("batch", "-", "--text", cwd=tmp_path, stdin=sent))
    assert record["text"] == text


def test_a_device_is_written_to_and_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: found.append(pipe.read_bytes()))
    found = []
    reader.start()
    assert digest("batch", "-", "-o", "pipe", cwd=tmp_path, stdin=corpus({"id": "a", "text": TEXT})).status == 0
    reader.join(timeout=30)
    assert json.loads(found[0])["id"] == "a"
    assert pipe.is_fifo()
    assert digest("batch", "-", "-o", ".", cwd=tmp_path, stdin=corpus({"id": "a", "text": TEXT})).status == 1


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz", "out.parquet"])
@pytest.mark.parametrize("room", [0, 4096])
def test_a_full_disk_is_told_in_a_line_and_leaves_nothing(tmp_path, name, room):
    if name.endswith(".parquet"):
        pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")
    marks = random.Random(7)
    records = [{"id": marks.randbytes(400).hex(), "text": TEXT} for _ in range(30)]
    done = subprocess.run(
        [sys.executable, "-B", "-m", "digest", "batch", "-", "-o", name, "--workers", "1"],
        cwd=tmp_path,
        env=environment(tmp_path, PYTHONPATH=str(ROOT)),
        input=corpus(*records),
        capture_output=True,
        timeout=120,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )
    err = done.stderr.decode()
    assert (done.returncode, err.count("\n")) == (1, 1), err
    assert f"{name}: cannot be written: File too large" in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_device_is_told_in_a_line(tmp_path):
    outcome = digest("batch", "-", "-o", "/dev/full", cwd=tmp_path, stdin=corpus({"text": TEXT}))
    assert (outcome.status, outcome.err.count("\n")) == (1, 1)
    assert "/dev/full: cannot be written" in outcome.err


class SlowLine(bytes):
    """A line that takes a worker a minute to receive; `begun` and `done` appear in the folder that it names."""

    def __reduce__(self):
        return slow_line, (self.decode(),)


def slow_line(folder):
    (Path(folder) / "begun").touch()
    time.sleep(60)
    (Path(folder) / "done").touch()
    return b"{}"


@pytest.mark.parametrize("reason", [KeyboardInterrupt, SystemExit])
def test_work_under_way_is_not_finished_for_who_stops_a_batch(tmp_path, reason):
    def lines():
        yield 1, SlowLine(str(tmp_path).encode())
        while not (tmp_path / "begun").exists():
            time.sleep(0.01)
        raise reason

    with pytest.raises(reason):
        next(_corpus.spread(lines(), Wanted(SummarySettings()), 1, chunk=1, ahead=2))
    assert not (tmp_path / "done").exists()
