"""Servers that asked to be left alone: it holds for all their feeds, from run to run."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from digest.addresses import address_of
from digest.models import FeedMemory, Poll
from digest.store.values import maybe_pack, micros, moment, pack, unpack

LONGEST_RETRY = timedelta(days=7)
"""No server may silence the feed that it told so for longer."""

LONGEST_SHARED = timedelta(hours=12)
"""Nor its other feeds, lest one address of a server cost a daily reader all that is there."""


def note(db: sqlite3.Connection, poll: Poll, now: datetime) -> None:
    """Write down for how long a server wants to rest; what is over, or lies too far ahead to be true, goes."""
    if poll.resting is None or poll.retry_after is None:
        return
    db.execute("DELETE FROM rests WHERE until <= ? OR until > ?", (micros(now), micros(now + LONGEST_SHARED)))
    until = now + min(timedelta(seconds=poll.retry_after), LONGEST_SHARED)
    db.execute(
        "INSERT INTO rests VALUES (?, ?) ON CONFLICT (server) DO UPDATE SET until = max(until, excluded.until)",
        (pack(poll.resting), micros(until)),
    )


def resting(db: sqlite3.Connection, now: datetime) -> dict[str, datetime]:
    """Tell which servers (host:port) want no requests yet, and until when, as far as that can be believed."""
    span = (micros(now), micros(now + LONGEST_SHARED))
    rows = db.execute("SELECT server, until FROM rests WHERE until BETWEEN ? AND ? ORDER BY server", span)
    return {unpack(server): moment(until) for server, until in rows}


def heeded(db: sqlite3.Connection, memories: Mapping[str, FeedMemory], now: datetime) -> dict[str, FeedMemory]:
    """Let every feed wait for as long as the server that it is asked of wants to rest."""
    servers = resting(db, now)
    if not servers:
        return dict(memories)
    return {place: waiting(memory, servers) for place, memory in memories.items()}


def waiting(memory: FeedMemory, servers: Mapping[str, datetime]) -> FeedMemory:
    """Let one feed wait."""
    until = servers.get(server_of(memory.moved_to or memory.location) or "")
    if until is None or (memory.retry_until and memory.retry_until >= until):
        return memory
    return replace(memory, retry_until=until)


def server_of(location: str) -> str | None:
    """Name the server that a location is asked of, as host:port; None for a file."""
    try:
        return address_of(location).server
    except ValueError:
        return None


def lift(db: sqlite3.Connection, location: str) -> None:
    """Ask the server of a feed again, whatever it wanted: the user says so."""
    moved = db.execute("SELECT moved_to FROM feeds WHERE location = ?", (pack(location),)).fetchone()
    places = (location, unpack(moved[0]) if moved and moved[0] else None)
    db.executemany("DELETE FROM rests WHERE server = ?", [(maybe_pack(server_of(place)),) for place in places if place])
