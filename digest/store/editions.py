"""The digests' rows: an outbox. What a day takes is claimed at once, rendered from here, then marked as written.

Claimed entries are in no other digest; a digest that is claimed and not marked is written first at the
next start. So whenever a run dies, nothing is lost and nothing comes twice.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from digest.edition import Edition, Pick, Place
from digest.errors import Problem
from digest.selection import Decision
from digest.store.feeds import sources_of
from digest.store.values import as_json, entry_of, micros, moment, pack, pick_id, unpack

STATES = {"publish": 1, "more": 2, "seen": 3}


@dataclass(frozen=True, slots=True)
class Record:
    """One line of the history."""

    day: date
    entries: int  # published and still kept
    more: int
    done: bool
    files: tuple[Path, ...]


def claim(
    db: sqlite3.Connection, day: int, decisions: Sequence[Decision], problems: Iterable[Problem], feeds_total: int
) -> int:
    """Settle what was decided; returns how many entries the day's digest gained.

    With none gained, a digest that stands keeps its notes, so that it renders the same bytes; what it
    says in the feed of digests it keeps in any case, until it is written again.
    """
    gained = [decision for decision in decisions if decision.action in ("publish", "more")]
    if gained:
        notes = {"problems": [asdict(problem) for problem in problems], "feeds_total": feeds_total}
        db.execute(
            "INSERT INTO digests (day, notes) VALUES (?, ?)"
            " ON CONFLICT (day) DO UPDATE SET done = 0, notes = excluded.notes",
            (day, as_json(notes_of(db, day) | notes)),
        )
    db.executemany(
        "UPDATE entries SET state = ?, reason = ?, day = ?, twin = ?, address = iif(?, address, NULL)"
        " WHERE id = ? AND state = 0",
        (
            (
                STATES[made.action],
                pack(made.reason),
                day if made.action != "seen" else None,
                made.twin,
                made.action != "seen",  # an address is looked for among published entries only
                made.key,
            )
            for made in decisions
            if made.action != "wait"
        ),
    )
    return len(gained)


def edition(db: sqlite3.Connection, day: int) -> Edition | None:
    """Read all that a day's digest is made of, None where there is none (or it was pruned)."""
    row = db.execute("SELECT done, notes, places FROM digests WHERE day = ?", (day,)).fetchone()
    picks = tuple(picks_of(db, day))
    if row is None or not picks:
        return None
    notes = json.loads(row[1])
    return Edition(
        day=date.fromordinal(day),
        picks=picks,
        sources=sources_of(db, day),
        problems=tuple(Problem(**problem) for problem in notes["problems"]),
        feeds_total=notes["feeds_total"],
        places={article: Place(*place) for article, place in json.loads(row[2])},
        done=bool(row[0]),
    )


def picks_of(db: sqlite3.Connection, day: int) -> Iterable[Pick]:
    """Read a day's entries: newest first, then by feed and place, whatever the order they came in."""
    also: dict[int, list[str]] = {}
    for twin, location in db.execute(
        "SELECT c.twin, f.location FROM entries e JOIN entries c ON c.twin = e.id JOIN feeds f ON f.id = c.feed"
        " WHERE e.day = ? ORDER BY f.location",
        (day,),
    ):
        also.setdefault(twin, []).append(unpack(location))
    rows = db.execute(
        "SELECT e.id, e.key, f.location, e.time, e.reason, e.state, t.body FROM entries e JOIN feeds f ON f.id = e.feed"
        " JOIN texts t ON t.entry = e.id WHERE e.day = ? ORDER BY e.time DESC, f.location, e.place, e.key",
        (day,),
    )
    for number, key, location, time, reason, state, body in rows:
        yield Pick(
            id=pick_id(unpack(location), key),
            feed=unpack(location),
            entry=entry_of(body),
            time=moment(time),
            reason=unpack(reason),
            more=state == STATES["more"],
            also=tuple(dict.fromkeys(also.get(number, ()))),
        )


def taken(db: sqlite3.Connection, day: int) -> dict[str, int]:
    """Count by feed what a day's digest publishes."""
    rows = db.execute(
        "SELECT f.location, count(*) FROM entries e JOIN feeds f ON f.id = e.feed"
        " WHERE e.day = ? AND e.state = 1 GROUP BY f.location",
        (day,),
    )
    return {unpack(location): count for location, count in rows}


NO_DAY = 0
"""Stands in a file's row for the day, where the file is of all digests: the feed of them."""


def expect(db: sqlite3.Connection, day: int, files: Mapping[str, str]) -> None:
    """Write down what is about to be written, so that a file left by a run that died is known as ours."""
    rows = ((pack(path), sha, day) for path, sha in files.items())
    db.executemany("INSERT OR REPLACE INTO files (path, sha256, day) VALUES (?, ?, ?)", rows)


def ours(db: sqlite3.Connection, path: str) -> frozenset[str]:
    """Tell the SHA-256 of all that may have been written to a path."""
    return frozenset(sha for (sha,) in db.execute("SELECT sha256 FROM files WHERE path = ?", (pack(path),)))


def settle(db: sqlite3.Connection, day: int, files: Mapping[str, str]) -> None:
    """Write down what files hold, and that nothing else is known of them."""
    for path, sha in files.items():
        db.execute("DELETE FROM files WHERE path = ? AND sha256 <> ?", (pack(path), sha))
    expect(db, day, files)


def finish(db: sqlite3.Connection, day: int, files: Mapping[str, str], places: Mapping[str, Place]) -> None:
    """Mark a digest as written: where its stories stand, and what its files hold."""
    settle(db, day, files)
    layout = as_json([[article, [place.story, place.rank, place.shown]] for article, place in places.items()])
    db.execute("UPDATE digests SET done = 1, places = ? WHERE day = ?", (layout, day))


def note_entry(db: sqlite3.Connection, day: int, text: str, keep: int) -> None:
    """Keep what a digest says in the feed of digests, of the newest `keep` only."""
    kept = 0
    for number, notes in db.execute("SELECT day, notes FROM digests ORDER BY day DESC").fetchall():
        before = json.loads(notes).get("entry")
        after = text if number == day else before
        kept += after is not None
        note(db, number, "entry", after if kept <= keep else None)


def noted_entries(db: sqlite3.Connection) -> list[str]:
    """List what the digests say in the feed of digests, the newest first."""
    rows = db.execute("SELECT notes FROM digests ORDER BY day DESC")
    return [entry for (notes,) in rows if (entry := json.loads(notes).get("entry")) is not None]


def note_quoted(db: sqlite3.Connection, day: int, quoted: Mapping[str, Mapping[str, int]]) -> None:
    """Keep how many key points of a digest report whom, by feed."""
    note(db, day, "quoted", {feed: dict(sources) for feed, sources in quoted.items()} or None)


def quoted(db: sqlite3.Connection, first: int, last: int) -> list[dict[str, dict[str, int]]]:
    """Tell for each digest of these days how many of its key points report whom, by feed."""
    rows = db.execute("SELECT notes FROM digests WHERE day BETWEEN ? AND ? ORDER BY day", (first, last))
    return [json.loads(notes).get("quoted", {}) for (notes,) in rows]


def note(db: sqlite3.Connection, day: int, key: str, value: object) -> None:
    """Set one of a digest's notes, where it is another than before; None takes it away."""
    values = notes_of(db, day)
    if not values or values.get(key) == value:
        return
    values[key] = value
    kept = {name: given for name, given in values.items() if given is not None}
    db.execute("UPDATE digests SET notes = ? WHERE day = ?", (as_json(kept), day))


def notes_of(db: sqlite3.Connection, day: int) -> dict[str, Any]:
    """Read a digest's notes, none where there is no digest."""
    row = db.execute("SELECT notes FROM digests WHERE day = ?", (day,)).fetchone()
    return dict(json.loads(row[0])) if row else {}


def unfinished(db: sqlite3.Connection) -> list[date]:
    """List the digests that were claimed and not written, oldest first."""
    return [date.fromordinal(day) for (day,) in db.execute("SELECT day FROM digests WHERE done = 0 ORDER BY day")]


def last_day(db: sqlite3.Connection) -> date | None:
    """Tell the day of the latest digest."""
    (day,) = db.execute("SELECT max(day) FROM digests").fetchone()
    return None if day is None else date.fromordinal(day)


def history(db: sqlite3.Connection, folder: Path) -> list[Record]:
    """List all digests, latest first; their files are named from the database's folder."""
    files: dict[int, list[Path]] = {}
    for day, path in db.execute("SELECT DISTINCT day, path FROM files ORDER BY path"):
        files.setdefault(day, []).append(Path(os.path.normpath(folder / unpack(path))))
    rows = db.execute(
        "SELECT d.day, d.done, coalesce(sum(e.state = 1), 0), coalesce(sum(e.state = 2), 0)"
        " FROM digests d LEFT JOIN entries e ON e.day = d.day GROUP BY d.day ORDER BY d.day DESC"
    )
    return [
        Record(date.fromordinal(day), entries, more, bool(done), tuple(files.get(day, ())))
        for day, done, entries, more in rows
    ]


def issue(db: sqlite3.Connection, since: datetime, until: datetime) -> int:
    """Give a newsletter's issue its number: one more than the last, and the same again for the same period."""
    period = (micros(since), micros(until))
    db.execute("INSERT OR IGNORE INTO issues (since, until) VALUES (?, ?)", period)
    (number,) = db.execute("SELECT number FROM issues WHERE since = ? AND until = ?", period).fetchone()
    return int(number)
