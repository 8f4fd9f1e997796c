"""A corpus in Parquet: its rows as lines of JSON, results as rows; the one module that touches pyarrow.

The extra `parquet` installs it. Rows are read and written a group at a time, so that memory stays bounded.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from typing import IO, TYPE_CHECKING, Any, Self

from digest.errors import ConfigError, DeliveryError, FetchError

if TYPE_CHECKING:
    import pyarrow as pa

ENDINGS = (".parquet", ".pq")
MAGIC = b"PAR1"
MISSING = "Parquet needs an extra that is not installed: pip install 'digest[parquet]'"
FIELDS = ("id", "text", "html", "title", "url", "publisher", "published", "language")
BATCH = 256
"""Rows taken out of a row group at a time."""

GROUP = 1000
"""Rows of a row group that is written: always as many, so that the bytes do not depend on the workers."""


def load() -> tuple[Any, Any]:
    """Give pyarrow and its Parquet part; ConfigError where they are not installed."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise ConfigError(MISSING) from error
    return pa, parquet


@contextmanager
def explained(source: str) -> Iterator[None]:
    """Turn what pyarrow raises over a file into a FetchError of one line."""
    arrow, _ = load()
    try:
        yield
    except (arrow.ArrowException, OSError, ValueError) as error:
        reason = " ".join(str(error).split())[:120]
        raise FetchError(f"{source}: the Parquet file is damaged or of an unknown kind: {reason}") from error


def rows(file: IO[bytes], source: str) -> Iterator[tuple[int, bytes]]:
    """Give each row as a line of JSON, with its number from 1; columns that say nothing here are not read."""
    _, parquet = load()
    with explained(source):
        table = parquet.ParquetFile(file)
        columns = [name for name in FIELDS if name in table.schema_arrow.names]
        batches = table.iter_batches(batch_size=BATCH, columns=columns)
    if not {"text", "html"}.intersection(columns):
        raise FetchError(f"{source}: no column 'text' or 'html'; name the column of the articles so")
    number = 0
    while True:
        with explained(source):
            batch = next(batches, None)
            records = [] if batch is None else cells(batch)
        if batch is None:
            return
        for record in records:
            number += 1
            said = {name: finite(value) for name, value in record.items() if not missing(name, value)}
            yield number, json.dumps(said, default=plain).encode("ascii")


def cells(batch: Any) -> list[dict[str, Any]]:
    """Give the rows of a batch; texts that are no UTF-8 as bytes, with all of their columns."""
    arrow, _ = load()
    try:
        found: list[dict[str, Any]] = batch.to_pylist()
    except UnicodeDecodeError:
        kinds = {arrow.string(): arrow.binary(), arrow.large_string(): arrow.large_binary()}
        dictionary = arrow.types.is_dictionary
        decoded = [column.dictionary_decode() if dictionary(column.type) else column for column in batch.columns]
        columns = [column.cast(kinds.get(column.type, column.type)) for column in decoded]
        found = arrow.RecordBatch.from_arrays(columns, names=batch.schema.names).to_pylist()
    return found


def missing(name: str, value: object) -> bool:
    """Tell whether a cell is empty: null, NaN, which is what pandas writes for it among floats, or an endless id."""
    if isinstance(value, float) and name == "id":
        return not math.isfinite(value)
    return value is None or (isinstance(value, float) and math.isnan(value))


def finite(value: object) -> object:
    """Put the largest number in the place of infinity, which JSON has no word for; either is refused as a text."""
    return math.copysign(sys.float_info.max, value) if isinstance(value, float) and math.isinf(value) else value


def plain(value: object) -> str:
    """Write what JSON does not know: times by ISO 8601, bytes as UTF-8, all else in Python's words.

    Bytes of which most are no UTF-8 are no text at all.
    """
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        text = value.decode("utf-8", "replace")
        return "" if 2 * text.count("\N{REPLACEMENT CHARACTER}") > len(text) else text
    return str(value)


def has_integer_ids(file: IO[bytes], source: str) -> bool:
    """Tell whether a corpus in Parquet numbers its articles, so that the results do too.

    Unsigned numbers may not fit into the column of results; they are written as text.
    """
    arrow, parquet = load()
    with explained(source):
        schema = parquet.ParquetFile(file).schema_arrow
        file.seek(0)
        return "id" in schema.names and bool(arrow.types.is_signed_integer(schema.field("id").type))


class Rows:
    """A Parquet file that lines of JSON, results of `digest batch`, are written to as rows.

    The columns are the contract's keys and `problem`; what a line does not hold is null. Ids are texts,
    or integers where `integer_ids` says so: there a row that came without one has none in the results.
    """

    def __init__(self, file: IO[bytes], *, text: bool, claims: bool, stories: bool, integer_ids: bool) -> None:
        arrow, parquet = load()
        self._identified: Callable[[object], object] = numbered if integer_ids else written
        self._schema = schema(arrow, arrow.int64() if integer_ids else arrow.string(), text, claims, stories)
        self._arrow = arrow
        self._waiting: list[dict[str, Any]] = []
        self._writer = parquet.ParquetWriter(file, self._schema, compression="zstd")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        # Nothing of an unfinished file is kept; closed here, pyarrow does not try again once the file is gone.
        with suppress(OSError, ValueError, self._arrow.ArrowException):
            self._writer.close()

    def write(self, line: bytes) -> None:
        """Take a line; OSError for a full disk, DeliveryError for what does not fit into the columns."""
        record = json.loads(line)
        record["id"] = self._identified(record["id"])
        for point in record.get("key_points", ()):
            point["article"] = self._identified(point["article"])
        if record.get("story") is not None:
            record["story"] = self._identified(record["story"])
        self._waiting.append(record)
        if len(self._waiting) == GROUP:
            self.flush()

    def flush(self) -> None:
        """Write the rows that wait as a row group."""
        if self._waiting:
            with self._fitting():
                self._writer.write_table(self._arrow.Table.from_pylist(self._waiting, schema=self._schema))
            self._waiting.clear()

    def close(self) -> None:
        """Write what is left, and the end of the file."""
        self.flush()
        with self._fitting():
            self._writer.close()

    @contextmanager
    def _fitting(self) -> Iterator[None]:
        """Turn what pyarrow raises over values into a DeliveryError of one line."""
        try:
            yield
        except (OverflowError, UnicodeEncodeError, self._arrow.ArrowException) as error:
            reason = " ".join(str(error).split())[:120]
            raise DeliveryError(f"a result does not fit into Parquet: {reason}; write .jsonl") from error


def numbered(identifier: object) -> int | None:
    """Give an id that is a number; a text stands in for one that is missing, and as a number might be another's."""
    return identifier if isinstance(identifier, int) else None


def written(identifier: object) -> str:
    """Write an id as text, as JSON would where it is none."""
    return identifier if isinstance(identifier, str) else json.dumps(identifier, ensure_ascii=False)


def schema(arrow: Any, identifier: Any, text: bool, claims: bool, stories: bool) -> pa.Schema:
    """Give the columns of the results: the keys of an article by the contract, and `problem`."""
    string, whole, real = arrow.string(), arrow.int64(), arrow.float64()
    attribution = arrow.struct(
        {
            **dict.fromkeys(("source", "mention", "cue", "kind", "found"), string),
            "content": arrow.list_(arrow.list_(whole)),
            "confidence": real,
        }
    )
    citation = arrow.struct(dict.fromkeys(("publisher", "title", "url", "fragment_url"), string))
    place = {"start": whole, "end": whole, "sentence": whole}
    point = {"article": identifier, "text": string, **place, "score": real}
    columns = {
        "id": identifier,
        **dict.fromkeys(("title", "url", "publisher"), string),
        "authors": arrow.list_(string),
        "published": string,
        "language": string,
        "word_count": whole,
        "reading_minutes": whole,
        "method": string,
        **({"text": string} if text else {}),
        "key_points": arrow.list_(arrow.struct({**point, "attribution": attribution, "citation": citation})),
        **(
            {"claims": arrow.list_(arrow.struct({**place, "text": string, "attribution": attribution}))}
            if claims
            else {}
        ),
        **({"story": identifier} if stories else {}),
        "problem": string,
    }
    return arrow.schema(list(columns.items()))
