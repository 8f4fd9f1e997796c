"""The feeds' rows: what is remembered of each between runs."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from digest.errors import Problem
from digest.models import Feed, FeedMemory, Poll
from digest.settings import Source
from digest.store.rests import LONGEST_RETRY, heeded, lift
from digest.store.values import (
    maybe_micros,
    maybe_moment,
    maybe_pack,
    maybe_unpack,
    pack,
    settings_of,
    source_of,
    unpack,
)

MOVE_TRIALS = 3  # failures in a row after which a new address is given up for the configured one
COLUMNS = (
    "title, etag, last_modified, moved_to, last_poll, last_success, retry_until, ttl, max_age, gone, failures, "
    "first_failure, problem, problem_kind"
)


def configure(db: sqlite3.Connection, sources: Iterable[Source]) -> None:
    """Write down the feeds as configured; only what changed is written.

    Local feeds that were moved together with feeds.yaml stay the feeds they were.
    """
    known = dict(db.execute("SELECT location, settings FROM feeds"))
    asked = tuple(sources)
    for old, new in moved(known, asked):
        db.execute("UPDATE feeds SET location = ? WHERE location = ?", (new, old))
        known[new] = known.pop(old)
    wanted = {pack(source.location): settings_of(source) for source in asked}
    changed = [(location, settings) for location, settings in wanted.items() if known.get(location) != settings]
    db.executemany(
        "INSERT INTO feeds (location, settings) VALUES (?, ?)"
        " ON CONFLICT (location) DO UPDATE SET settings = excluded.settings",
        changed,
    )


def moved(known: Mapping[bytes, bytes | None], sources: Sequence[Source]) -> list[tuple[bytes, bytes]]:
    """Find local feeds that are written in feeds.yaml as before and lie elsewhere: their old and new location.

    `known` are the settings by location. A file that is still at its old place was not moved.
    """
    new = {each.written: pack(each.location) for each in sources if each.local and each.written}
    new = {written: place for written, place in new.items() if place not in known}
    if not new:
        return []
    found: dict[bytes, list[bytes]] = {}
    for place, settings in sorted(known.items()):
        source = source_of(unpack(place), settings) if settings else None
        if source and source.local and source.written in new and not os.path.lexists(source.location):
            found.setdefault(new[source.written], []).append(place)
    return [(places[0], place) for place, places in found.items() if len(places) == 1]


def sources_of(db: sqlite3.Connection, day: int) -> dict[str, Source]:
    """Read the feeds that a day's digest drew on, by location."""
    rows = db.execute(
        "SELECT location, settings FROM feeds WHERE id IN (SELECT feed FROM entries WHERE day = ?) ORDER BY location",
        (day,),
    )
    return {unpack(location): source_of(unpack(location), settings) for location, settings in rows}


def memories(db: sqlite3.Connection, now: datetime) -> dict[str, FeedMemory]:
    """Read what is remembered of all feeds, by location; a server's wish to rest holds for all its feeds.

    A time that a wrong clock left in the future is not believed, so that setting the clock right mends it.
    """
    rows = db.execute(f"SELECT location, {COLUMNS} FROM feeds ORDER BY location")  # noqa: S608 - a constant
    own = {unpack(row[0]): believable(memory_of(unpack(row[0]), row[1:]), now) for row in rows}
    return heeded(db, own, now)


def memory_of(location: str, row: tuple[Any, ...]) -> FeedMemory:
    """Read one row."""
    title, etag, modified, moved, poll, success, retry, ttl, age, gone, failures, failure, problem, kind = row
    return FeedMemory(
        location=location,
        title=maybe_unpack(title),
        etag=maybe_unpack(etag),
        last_modified=maybe_unpack(modified),
        moved_to=maybe_unpack(moved),
        last_poll=maybe_moment(poll),
        last_success=maybe_moment(success),
        retry_until=maybe_moment(retry),
        ttl=ttl,
        max_age=age,
        gone=bool(gone),
        failures=failures,
        first_failure=maybe_moment(failure),
        problem=None if problem is None else Problem(location, unpack(problem), kind),
    )


def believable(memory: FeedMemory, now: datetime) -> FeedMemory:
    """Drop times that cannot be."""
    if memory.last_poll and memory.last_poll > now:
        memory = replace(memory, last_poll=None)
    if memory.last_success and memory.last_success > now:
        memory = replace(memory, last_success=now)
    if memory.retry_until and memory.retry_until > now + LONGEST_RETRY:
        memory = replace(memory, retry_until=None)
    return memory


def load(db: sqlite3.Connection, location: str, now: datetime) -> tuple[int, FeedMemory]:
    """Read one feed's number and memory; the row is made where there is none."""
    query = f"SELECT id, {COLUMNS} FROM feeds WHERE location = ?"  # noqa: S608 - a constant
    row = db.execute(query, (pack(location),)).fetchone()
    if row is None:
        number = db.execute("INSERT INTO feeds (location) VALUES (?)", (pack(location),)).lastrowid
        assert number is not None
        return number, FeedMemory(location)
    return row[0], believable(memory_of(location, row[1:]), now)


def save(db: sqlite3.Connection, number: int, memory: FeedMemory) -> None:
    """Write one feed's memory."""
    columns = ", ".join(f"{name.strip()} = ?" for name in COLUMNS.split(","))
    db.execute(
        f"UPDATE feeds SET {columns} WHERE id = ?",  # noqa: S608 - a constant
        (
            maybe_pack(memory.title),
            maybe_pack(memory.etag),
            maybe_pack(memory.last_modified),
            maybe_pack(memory.moved_to),
            maybe_micros(memory.last_poll),
            maybe_micros(memory.last_success),
            maybe_micros(memory.retry_until),
            memory.ttl,
            memory.max_age,
            memory.gone,
            memory.failures,
            maybe_micros(memory.first_failure),
            memory.problem and pack(memory.problem.reason),
            memory.problem and memory.problem.kind,
            number,
        ),
    )


def after(memory: FeedMemory, poll: Poll, now: datetime) -> FeedMemory:
    """Tell what is remembered of a feed after a poll: pure."""
    now = now.astimezone(UTC)
    return failed(memory, poll, now) if poll.problem else succeeded(memory, poll, now)


def failed(memory: FeedMemory, poll: Poll, now: datetime) -> FeedMemory:
    """Count a failure; the validators stay those of the last body that was read."""
    failures = memory.failures + 1
    retry = None if poll.retry_after is None else now + min(timedelta(seconds=poll.retry_after), LONGEST_RETRY)
    memory = replace(
        memory,
        last_poll=now,
        failures=failures,
        first_failure=memory.first_failure or now,
        problem=poll.problem,
        retry_until=retry,
        gone=memory.gone or poll.gone,
    )
    if memory.moved_to and failures % MOVE_TRIALS == 0:
        return replace(memory, moved_to=None, etag=None, last_modified=None)
    return memory


def succeeded(memory: FeedMemory, poll: Poll, now: datetime) -> FeedMemory:
    """Note a success; a 304 may bring new validators, and what it does not bring stays."""
    feed = poll.feed
    moved = poll.moved_to or memory.moved_to
    return replace(
        memory,
        title=title_of(feed) if feed else memory.title,
        etag=poll.etag or (memory.etag if poll.unchanged else None),
        last_modified=poll.last_modified or (memory.last_modified if poll.unchanged else None),
        moved_to=None if moved == memory.location else moved,
        last_poll=now,
        last_success=now,
        retry_until=None,
        ttl=feed.ttl if feed else memory.ttl,
        max_age=poll.max_age,
        gone=False,
        failures=0,
        first_failure=None,
        problem=None,
    )


def title_of(feed: Feed) -> str | None:
    """Give what a feed calls itself; a page or a file has only its article's title, which is no name of a source."""
    return feed.title if feed.syndicated and feed.title else None


def retry(db: sqlite3.Connection, location: str) -> bool:
    """Forget a feed's failures and what its server wanted, so that it is asked again; tells whether it is known."""
    lift(db, location)
    changed = db.execute(
        "UPDATE feeds SET gone = 0, retry_until = NULL, failures = 0, first_failure = NULL, problem = NULL,"
        " problem_kind = NULL, last_poll = NULL WHERE location = ?",
        (pack(location),),
    )
    return changed.rowcount > 0
