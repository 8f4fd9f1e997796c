"""Values as the database keeps them: times as integers, texts as bytes, entries and sources as JSON."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from typing import Any

from digest.models import Entry
from digest.settings import Source

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
ENTRY = tuple(field.name for field in fields(Entry))
ENCODER = json.JSONEncoder(separators=(",", ":"), sort_keys=True)
KEPT_OF_SOURCE = ("name", "written", "local", "section", "tags", "bullets", "weight", "method", "language")
"""What rendering needs of a source; headers and credentials never reach the disk."""


def micros(time: datetime) -> int:
    """Write a time, exactly."""
    return (time - EPOCH) // MICROSECOND


def moment(number: int) -> datetime:
    """Read a time that is there."""
    return EPOCH + number * MICROSECOND


def maybe_micros(time: datetime | None) -> int | None:
    """Write a time that may be missing."""
    return None if time is None else micros(time)


def maybe_moment(number: int | None) -> datetime | None:
    """Read a time that may be missing."""
    return None if number is None else moment(number)


def pack(text: str) -> bytes:
    """Write a text so that it comes back as it was, lone surrogates (of file names) included."""
    return text.encode("utf-8", "surrogatepass")


def unpack(content: bytes) -> str:
    """Read a text."""
    return content.decode("utf-8", "surrogatepass")


def maybe_pack(text: str | None) -> bytes | None:
    """Write a text that may be missing."""
    return None if text is None else pack(text)


def maybe_unpack(content: bytes | None) -> str | None:
    """Read a text that may be missing."""
    return None if content is None else unpack(content)


def as_json(value: Any) -> bytes:
    """Write JSON without white space, the same for equal values."""
    return ENCODER.encode(value).encode("ascii")


def body_of(entry: Entry) -> bytes:
    """Write all that an entry says; its defaults are left out."""
    values = {name: value for name in ENTRY if (value := getattr(entry, name)) not in (None, (), False)}
    if entry.published:
        values["published"] = entry.published.isoformat()
    return zlib.compress(as_json(values))


def entry_of(body: bytes) -> Entry:
    """Read an entry back."""
    values: dict[str, Any] = json.loads(zlib.decompress(body))
    if "published" in values:
        values["published"] = datetime.fromisoformat(values["published"])
    for name in ("authors", "tags"):
        values[name] = tuple(values.get(name, ()))
    return Entry(**values)


def settings_of(source: Source) -> bytes:
    """Write what rendering needs of a source."""
    return as_json({name: getattr(source, name) for name in KEPT_OF_SOURCE})


def source_of(location: str, settings: bytes) -> Source:
    """Read back what was kept of a source."""
    values: Mapping[str, Any] = json.loads(settings)
    known = {name: values[name] for name in KEPT_OF_SOURCE if name in values}
    return Source(location, **(known | {"tags": tuple(known.get("tags", ()))}))


def key_of(entry_id: str) -> bytes:
    """Make an entry's own id short: BLAKE2b (RFC 7693), 16 bytes."""
    return blake2b(pack(entry_id), digest_size=16).digest()


def pick_id(location: str, key: bytes) -> str:
    """Name an entry among those of all feeds, in 20 hexadecimal digits."""
    return blake2b(key, key=blake2b(pack(location), digest_size=16).digest(), digest_size=10).hexdigest()
