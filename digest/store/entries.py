"""The entries' rows: what feeds brought, and what was decided on it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import blake2b

from digest.addresses import canonical
from digest.models import Entry, Feed
from digest.selection import Candidate, dated, folded, is_single, size_of
from digest.stats import Fate, Intake
from digest.store.values import (
    body_of,
    entry_of,
    key_of,
    maybe_micros,
    maybe_moment,
    maybe_unpack,
    micros,
    moment,
    pack,
    unpack,
)

FATES: tuple[Fate, ...] = ("waiting", "chosen", "linked", "left")
"""What the column `state` says, by its number."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What all the entries of one poll share: the feed's number, its last success before, the time."""

    feed: int
    since: datetime | None
    now: datetime
    single: bool


def remember(db: sqlite3.Connection, number: int, feed: Feed, since: datetime | None, now: datetime) -> int:
    """Write a feed's new entries, and of the others that they are still in it; returns how many are new.

    Of two entries of one id the first counts. The text of an entry that is edited is taken over as
    long as nothing was decided on it; what was published stays as it was.
    """
    arrival = Arrival(number, since, now, is_single(feed))
    rows = db.execute("SELECT key, id, state FROM entries WHERE feed = ?", (number,))
    known = {key: (row, state) for key, row, state in rows}
    addresses = addresses_of(feed)
    unique = {key_of(entry.id): place for place, entry in reversed(list(enumerate(feed.entries)))}
    new = sorted((place, key) for key, place in unique.items() if key not in known)
    for place, key in new:
        insert(db, arrival, (place, key, addresses.get(place)), dated(feed.entries[place], now))
    for key in sorted(unique.keys() & known.keys()):
        row, state = known[key]
        if state == 0:
            revise(db, row, feed.entries[unique[key]])
    today = now.toordinal()
    still = ((today, known[key][0], today) for key in sorted(unique.keys() & known.keys()))
    db.executemany("UPDATE entries SET listed = ? WHERE id = ? AND listed <> ?", still)
    db.execute("UPDATE feeds SET listed = ? WHERE id = ?", (today, number))
    return len(new)


def addresses_of(feed: Feed) -> dict[int, bytes]:
    """Tell by place which page an entry leads to, short; none for a front page or where several share one.

    Feeds that give every entry the address of their site would otherwise lose all but one.
    """
    places: dict[str, list[int]] = {}
    for place, entry in enumerate(feed.entries):
        if entry.url:
            places.setdefault(canonical(entry.url), []).append(place)
    return {
        place: blake2b(pack(address), digest_size=12).digest()
        for address, shared in places.items()
        for place in shared
        if "/" in address.partition("//")[2]
        if len({folded(feed.entries[other].title) for other in shared}) == 1
    }


def insert(db: sqlite3.Connection, arrival: Arrival, names: tuple[int, bytes, bytes | None], entry: Entry) -> None:
    """Write one new entry; `names` are its place, key and address."""
    place, key, address = names
    first_seen, since = micros(arrival.now), maybe_micros(arrival.since)
    time = micros(entry.published) if entry.published else first_seen
    row = db.execute(
        "INSERT INTO entries (feed, key, first_seen, time, since, place, single, listed, address)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (arrival.feed, key, first_seen, time, since, place, arrival.single, arrival.now.toordinal(), address),
    ).lastrowid
    db.execute("INSERT INTO texts (entry, time, body) VALUES (?, ?, ?)", (row, time, body_of(entry)))


def revise(db: sqlite3.Connection, row: int, entry: Entry) -> None:
    """Take over an edited text; the date stays the one that came first."""
    (body,) = db.execute("SELECT body FROM texts WHERE entry = ?", (row,)).fetchone()
    old = entry_of(body)
    revised = replace(entry, published=old.published)
    if revised != old:
        db.execute("UPDATE texts SET body = ? WHERE entry = ?", (body_of(revised), row))


def candidates(db: sqlite3.Connection) -> Iterator[Candidate]:
    """Read all entries that nothing was decided on, in no order that matters."""
    rows = db.execute(
        "SELECT e.id, f.location, e.time, e.place, e.since, e.single, e.address, e.feed, e.first_seen, t.body"
        " FROM entries e INDEXED BY entries_undecided JOIN feeds f ON f.id = e.feed JOIN texts t ON t.entry = e.id"
        " WHERE e.state = 0"
    )
    for number, location, time, place, since, single, address, feed, first_seen, body in rows:
        entry = entry_of(body)
        yield Candidate(
            key=number,
            feed=unpack(location),
            title=entry.title,
            url=entry.url,
            time=moment(time),
            place=place,
            since=maybe_moment(since),
            first_seen=moment(first_seen),
            first=since is None,
            single=bool(single),
            address=address,
            twin=twin_of(db, feed, address, entry.title),
            size=size_of(entry),
        )


def twin_of(db: sqlite3.Connection, feed: int, address: bytes | None, title: str) -> str | None:
    """Say where a page was published under another identity; within one feed only under the same title."""
    if address is None:
        return None
    rows = db.execute(
        "SELECT e.feed, e.day, f.location, t.body FROM entries e JOIN feeds f ON f.id = e.feed"
        " LEFT JOIN texts t ON t.entry = e.id WHERE e.address = ? AND e.day IS NOT NULL ORDER BY e.day, e.id",
        (address,),
    )
    for other, day, location, body in rows:
        if other != feed or (body and folded(entry_of(body).title) == folded(title)):
            return f"in the digest of {date.fromordinal(day)} already, from {unpack(location)}"
    return None


def read(db: sqlite3.Connection, keys: Iterable[int]) -> Iterator[tuple[int, Entry]]:
    """Read entries whole, in the order of the keys."""
    for key in keys:
        row = db.execute("SELECT body FROM texts WHERE entry = ?", (key,)).fetchone()
        if row is not None:
            yield key, entry_of(row[0])


def complete(db: sqlite3.Connection, entries: Mapping[int, Entry]) -> None:
    """Write entries whose page was fetched, as long as nothing was decided on them."""
    for key, entry in sorted(entries.items()):
        db.execute(
            "UPDATE texts SET body = ? WHERE entry = ? AND (SELECT state FROM entries WHERE id = ?) = 0",
            (body_of(entry), key, key),
        )


def known(db: sqlite3.Connection, location: str, ids: Iterable[str]) -> frozenset[str]:
    """Tell which of a feed's entries were brought before, by their own ids."""
    rows = db.execute(
        "SELECT key FROM entries WHERE feed = (SELECT id FROM feeds WHERE location = ?)", (pack(location),)
    )
    keys = {key for (key,) in rows}
    return frozenset(name for name in ids if key_of(name) in keys)


def between(db: sqlite3.Connection, since: datetime, until: datetime) -> Iterator[tuple[str, bytes, datetime, Entry]]:
    """Read what counts from a time in [since, until), copies aside, newest first: feed, key, time, entry."""
    rows = db.execute(
        "SELECT f.location, e.key, t.time, t.body FROM texts t JOIN entries e ON e.id = t.entry"
        " JOIN feeds f ON f.id = e.feed WHERE t.time >= ? AND t.time < ? AND e.twin IS NULL"
        " ORDER BY t.time DESC, f.location, e.place, e.key",
        (micros(since), micros(until)),
    )
    for location, key, time, body in rows:
        yield unpack(location), key, moment(time), entry_of(body)


def intakes(db: sqlite3.Connection, since: datetime, until: datetime) -> Iterator[Intake]:
    """Read what became of all entries that count from a time in [since, until)."""
    rows = db.execute(
        "SELECT f.location, e.time, e.state, e.reason FROM entries e JOIN feeds f ON f.id = e.feed"
        " WHERE e.time >= ? AND e.time < ? ORDER BY f.location, e.time, e.id",
        (micros(since), micros(until)),
    )
    for location, time, state, reason in rows:
        yield Intake(unpack(location), moment(time), FATES[state], maybe_unpack(reason) or "")
