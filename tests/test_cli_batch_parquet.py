"""A corpus in Parquet gives what the same corpus gives in JSON Lines."""

from __future__ import annotations

import gzip
import json
import sys
from datetime import UTC, datetime

import pytest

from digest.cli import _parquet
from digest.errors import ConfigError, DeliveryError
from tests.program import digest
from tests.test_cli_batch import OTHER, TEXT, corpus, lines

pa = pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")
from pyarrow import parquet  # noqa: E402

RECORDS = [
    {
        "id": "a",
        "text": TEXT,
        "title": "A wall",
        "url": "https://n.example/a",
        "published": "2026-11-22T07:10:00+00:00",
    },
    {"id": "b", "text": OTHER, "title": None, "url": None, "published": None},
    {"id": "c", "text": " ", "title": "Empty", "url": None, "published": None},
    {"id": "d", "text": TEXT, "title": "A wall", "url": None, "published": "some day"},
]
OPTIONS = ("--claims", "--text", "--stories", "-n", "2")


def same(row: object, record: object) -> bool:
    """A row is a record whose missing keys are null."""
    if isinstance(row, dict) and isinstance(record, dict):
        return set(record) <= set(row) and all(same(value, record.get(key)) for key, value in row.items())
    if isinstance(row, list) and isinstance(record, list):
        return len(row) == len(record) and all(map(same, row, record))
    return row == record


def test_rows_are_read_and_written_as_lines_are(tmp_path):
    parquet.write_table(pa.Table.from_pylist(RECORDS), tmp_path / "in.parquet", row_group_size=3)
    expected = lines(digest("batch", "-", *OPTIONS, cwd=tmp_path, stdin=corpus(*RECORDS)))
    assert [("problem" in record) for record in expected] == [False, False, True, True]
    outcome = digest("batch", "in.parquet", *OPTIONS, cwd=tmp_path)
    assert outcome.status == 3
    assert lines(outcome) == expected
    assert digest("batch", "in.parquet", "-o", "out.parquet", *OPTIONS, cwd=tmp_path).status == 3
    rows = parquet.read_table(tmp_path / "out.parquet").to_pylist()
    assert len(rows) == len(expected)
    assert all(map(same, rows, expected))


def test_the_same_rows_give_the_same_bytes(tmp_path):
    records = [{"id": str(number), "text": TEXT.replace("2019", str(number))} for number in range(40)]
    parquet.write_table(pa.Table.from_pylist(records), tmp_path / "in.pq", row_group_size=7)
    made = []
    for workers in ("1", "3"):
        assert digest("batch", "in.pq", "-o", "out.pq", "--workers", workers, cwd=tmp_path).status == 0
        made.append((tmp_path / "out.pq").read_bytes())
    assert made[0] == made[1]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.pq", "out.pq"]


def test_row_groups_are_of_one_size(tmp_path, monkeypatch):
    monkeypatch.setattr(_parquet, "GROUP", 4)
    with (tmp_path / "out.parquet").open("wb") as file:
        table = _parquet.Rows(file, text=False, claims=False, stories=False, integer_ids=False)
        for number in range(10):
            table.write(json.dumps({"id": number, "problem": "none"}).encode())
        table.close()
    made = parquet.ParquetFile(tmp_path / "out.parquet")
    assert [made.metadata.row_group(at).num_rows for at in range(made.num_row_groups)] == [4, 4, 2]
    assert made.read().column("id").to_pylist() == [str(number) for number in range(10)]


def test_numbers_stay_numbers_and_times_are_read(tmp_path):
    time = datetime(2026, 11, 22, 7, 10, tzinfo=UTC)
    table = pa.table({"id": [7, None], "text": [TEXT, OTHER], "published": [time, None], "size": [1.5, 2.5]})
    parquet.write_table(table, tmp_path / "in.parquet")
    assert digest("batch", "in.parquet", "-o", "out.parquet", cwd=tmp_path).status == 0
    rows = parquet.read_table(tmp_path / "out.parquet").to_pylist()
    assert [row["id"] for row in rows] == [7, None]
    assert rows[0]["published"] == "2026-11-22T07:10:00+00:00"
    assert rows[0]["key_points"][0]["article"] == 7


def test_a_cell_that_is_no_number_is_missing(tmp_path):
    nothing = pa.array([float("nan")] * 2)
    table = pa.table({"id": ["a", "b"], "text": [TEXT, OTHER], "title": nothing, "published": nothing})
    parquet.write_table(table, tmp_path / "in.parquet")
    outcome = digest("batch", "in.parquet", cwd=tmp_path)
    assert outcome.status == 0
    assert [(row["id"], row["title"], row["published"]) for row in lines(outcome)] == [("a", "", None), ("b", "", None)]


def test_infinity_is_a_problem_of_its_own_row(tmp_path):
    table = pa.table({"id": ["a", "b"], "text": [TEXT, TEXT], "title": [None, float("inf")]})
    parquet.write_table(table, tmp_path / "in.parquet")
    outcome = digest("batch", "in.parquet", cwd=tmp_path)
    assert outcome.status == 3
    good, bad = lines(outcome)
    assert (good["id"], "problem" in good) == ("a", False)
    assert bad == {"id": "b", "problem": "'title' must be a string, not float"}
    parquet.write_table(pa.table({"id": [float("-inf")], "text": [TEXT]}), tmp_path / "in.parquet")
    (only,) = lines(digest("batch", "in.parquet", cwd=tmp_path))
    assert only["id"] == "1"
    assert only["key_points"]


@pytest.mark.parametrize("encoded", [False, True])
@pytest.mark.parametrize("kind", ["binary", "string", "large_string"])
def test_bytes_that_are_no_text_are_replaced_or_told(tmp_path, kind, encoded):
    cell = TEXT.encode().replace(b"wall", b"w\xffll", 1)
    column = pa.array([cell, b"\xff\xfe\xfd" * 9, TEXT.encode()], pa.large_binary() if "large" in kind else pa.binary())
    if "string" in kind:
        column = pa.Array.from_buffers(getattr(pa, kind)(), 3, column.buffers())
    if encoded:
        column = column.dictionary_encode()
    parquet.write_table(pa.table({"id": ["a", "b", "c"], "text": column}), tmp_path / "in.parquet")
    outcome = digest("batch", "in.parquet", "--text", cwd=tmp_path)
    assert outcome.status == 3
    mended, none, good = lines(outcome)
    assert mended["text"] == TEXT.replace("wall", "w\N{REPLACEMENT CHARACTER}ll", 1)
    assert none == {"id": "b", "problem": "the text is empty"}
    assert good["text"] == TEXT


@pytest.mark.parametrize(("content", "words"), [(b"PAR1" + b"x" * 99, "damaged"), (None, "no column 'text' or 'html'")])
def test_what_cannot_be_read_is_told_in_a_line(tmp_path, content, words):
    if content is None:
        parquet.write_table(pa.table({"body": ["x"]}), tmp_path / "in.parquet")
    else:
        (tmp_path / "in.parquet").write_bytes(content)
    outcome = digest("batch", "in.parquet", "-o", "out.jsonl", cwd=tmp_path)
    assert (outcome.status, outcome.err.count("\n")) == (1, 1)
    assert words in outcome.err
    assert not (tmp_path / "out.jsonl").exists()


def test_standard_input_and_devices_take_lines_only(tmp_path):
    outcome = digest("batch", "-", cwd=tmp_path, stdin=b"PAR1....")
    assert outcome.status == 2
    assert "name the file" in outcome.err
    (tmp_path / "f.parquet").mkdir()
    refused = digest("batch", "-", "-o", "f.parquet", cwd=tmp_path, stdin=corpus(RECORDS[0]))
    assert refused.status == 2
    assert refused.err.count("\n") == 1


def test_a_missing_number_is_not_taken_for_the_number_of_another(tmp_path):
    table = pa.table({"id": [3, 2, None, None], "text": [TEXT, OTHER, OTHER, " "]})
    parquet.write_table(table, tmp_path / "in.parquet")
    assert digest("batch", "in.parquet", "-o", "out.parquet", "--stories", cwd=tmp_path).status == 3
    rows = parquet.read_table(tmp_path / "out.parquet").to_pylist()
    assert [row["id"] for row in rows] == [3, 2, None, None]
    assert [point["article"] for point in rows[2]["key_points"]] == [None] * len(rows[2]["key_points"])
    assert [row["story"] for row in rows] == [None, 2, 2, None]
    assert rows[3]["problem"] == "the text is empty"


def test_unsigned_ids_are_written_as_text(tmp_path):
    table = pa.table({"id": pa.array([2**63, 7], pa.uint64()), "text": [TEXT, OTHER]})
    parquet.write_table(table, tmp_path / "in.parquet")
    assert digest("batch", "in.parquet", "-o", "out.parquet", cwd=tmp_path).status == 0
    made = parquet.read_table(tmp_path / "out.parquet")
    assert made.column("id").to_pylist() == ["9223372036854775808", "7"]


@pytest.mark.parametrize("kind", [pa.int32(), pa.uint64(), pa.string()])
def test_stories_are_named_by_ids_of_any_kind(tmp_path, kind):
    ids = pa.array([7, 8, 9]).cast(kind)
    parquet.write_table(pa.table({"id": ids, "text": [TEXT, TEXT, OTHER]}), tmp_path / "in.parquet")
    assert digest("batch", "in.parquet", "-o", "out.parquet", "--stories", cwd=tmp_path).status == 0
    made = parquet.read_table(tmp_path / "out.parquet")
    first = made.column("id").to_pylist()[0]
    assert made.column("story").to_pylist() == [first, first, None]


def test_what_a_column_cannot_hold_is_told_in_a_line(tmp_path):
    data = corpus({"id": "\ud800", "text": TEXT})
    outcome = digest("batch", "-", "-o", "out.parquet", cwd=tmp_path, stdin=data)
    assert (outcome.status, outcome.err.count("\n")) == (1, 1), outcome.err
    assert "does not fit into Parquet" in outcome.err
    assert "surrogates not allowed; write .jsonl" in outcome.err
    assert list(tmp_path.iterdir()) == []


def test_a_number_that_is_too_large_for_the_column_is_told(tmp_path):
    columns = {"text": False, "claims": False, "stories": False, "integer_ids": True}
    with (tmp_path / "out.parquet").open("wb") as file, _parquet.Rows(file, **columns) as table:
        table.write(json.dumps({"id": 2**63, "problem": "none"}).encode())
        with pytest.raises(DeliveryError, match=r"does not fit into Parquet: .*; write \.jsonl"):
            table.close()


def test_damaged_lines_end_a_table_with_no_word_of_pyarrow(tmp_path):
    packed = gzip.compress(corpus(*({"id": str(number), "text": TEXT} for number in range(50))))
    (tmp_path / "in.jsonl.gz").write_bytes(packed[:-9])
    outcome = digest("batch", "in.jsonl.gz", "-o", "out.parquet", cwd=tmp_path)
    assert (outcome.status, outcome.err.count("\n")) == (1, 1), outcome.err
    assert "the packed file is damaged" in outcome.err
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl.gz"]


def test_a_missing_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ConfigError, match=r"digest\[parquet\]"):
        _parquet.load()
