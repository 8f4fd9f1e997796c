"""Measure the ledger with millions of ids: the size of the file, the start of a run, a poll, forgetting.

    python benchmarks/ledger.py [--ids 5000000] [--feeds 500]

The ids are those of entries that were seen and still stand in a feed: what is never forgotten. The
newest 60 a day of the last 90 days are published and have their texts.
"""

from __future__ import annotations

import argparse
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory

from digest.models import Entry, Feed, Poll
from digest.settings import Source
from digest.store import Store
from digest.store.values import body_of, key_of, micros

NOW = datetime(2026, 11, 22, 6, tzinfo=UTC)
DAYS, A_DAY = 90, 60
START = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from digest.store import Store
begin = time.perf_counter()
with Store.open(Path(sys.argv[1])) as store:
    store.unfinished(), store.last_day(), store.memory(datetime.now(UTC)), store.candidates()
print(1000 * (time.perf_counter() - begin))
"""


def main() -> None:
    """Fill a database and time what a run does with it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ids", type=int, default=5_000_000)
    parser.add_argument("--feeds", type=int, default=500)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "digest.db"
        timed("filling", lambda: fill(path, options.ids, options.feeds))
        print(f"{'size':<32}{path.stat().st_size / 1e6:10.0f} MB")
        starts = sorted(start(path) for _ in range(5))
        print(f"{'start of a run (median of 5)':<32}{starts[2]:10.1f} ms")
        with Store.open(path) as store:
            timed("a poll, 2 of 30 entries new", lambda: store.remember([poll(options.feeds, 32)], NOW))
            timed("reading one day's digest", lambda: store.edition(NOW.date() - timedelta(days=1)))
            timed("the history", store.history)
            timed("forgetting", lambda: store.prune(NOW, timedelta(days=DAYS)))


def timed(name: str, work: Callable[[], object]) -> None:
    """Say how long something takes."""
    begin = time.perf_counter()
    work()
    print(f"{name:<32}{1000 * (time.perf_counter() - begin):10.1f} ms", flush=True)


def start(path: Path) -> float:
    """Time what every run does first, in a process of its own, in milliseconds."""
    done = subprocess.run([sys.executable, "-c", START, str(path)], capture_output=True, text=True, check=True)
    return float(done.stdout)


def fill(path: Path, ids: int, feeds: int) -> None:
    """Make a database as years of runs would leave it."""
    with Store.open(path) as store:
        store.configure(Source(location(number)) for number in range(1, feeds + 1))
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous = OFF")  # only filling is hurried
    connection.executemany(
        "INSERT INTO digests (day, done, notes) VALUES (?, 1, ?)",
        ((NOW.toordinal() - age, b'{"feeds_total":0,"problems":[]}') for age in range(DAYS)),
    )
    connection.executemany(
        "INSERT INTO entries (feed, key, first_seen, time, since, place, listed, address, state, day, reason)"
        " VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)",
        rows(ids, feeds),
    )
    published = connection.execute("SELECT id, time FROM entries WHERE day IS NOT NULL").fetchall()
    body = body_of(Entry("id", "A title of usual length for a story", "<p>A sentence of a story.</p>" * 80, "html"))
    connection.executemany("INSERT INTO texts VALUES (?, ?, ?)", ((row, when, body) for row, when in published))
    connection.execute("UPDATE feeds SET listed = ?, last_success = ?", (NOW.toordinal(), micros(NOW)))
    connection.commit()
    connection.close()


def rows(ids: int, feeds: int) -> Iterator[tuple[object, ...]]:
    """Make the entries' rows; the last ones are published."""
    for number in range(ids):
        left = ids - number
        age = left * DAYS // (DAYS * A_DAY) if left < DAYS * A_DAY else DAYS + left % 1700
        when = micros(NOW - timedelta(days=age, seconds=number % 3600))
        day = NOW.toordinal() - age if age < DAYS else None
        key = key_of(f"tag:{number}")
        address = blake2b(key, digest_size=12).digest()
        state = 3 if day is None else 1
        yield 1 + number % feeds, key, when, when, when, NOW.toordinal(), address, state, day, b"new" if day else None


def location(number: int) -> str:
    """Name a feed."""
    return f"https://{number}.example/feed.xml"


def poll(number: int, size: int) -> Poll:
    """Make a poll's result."""
    entries = tuple(Entry(f"new {place}", "Title", "Text. " * 400, "text") for place in range(size))
    return Poll(location(number), feed=Feed("Feed", entries, format="rss20"))


if __name__ == "__main__":
    main()
