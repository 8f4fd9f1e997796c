"""Forgetting: what is old and in no feed any more."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta

from digest.store.values import micros

UNPUBLISHED = timedelta(days=35)
"""How long the text of what no digest holds is kept: a monthly newsletter may still want it."""


def prune(db: sqlite3.Connection, now: datetime, keep: timedelta) -> int:
    """Forget digests and entries older than `keep`; returns how many entries were forgotten.

    An entry that its feed still held when it was last read is never forgotten, or it would come again
    as new; it only loses its text. What nothing was decided on in all that
    time counts as seen. Digests of pruned days stay in the history.
    """
    limit = now - keep
    day, time = limit.toordinal(), micros(limit)
    text_time = micros(now - min(keep, UNPUBLISHED))
    db.execute(
        "UPDATE entries SET state = 3, reason = 'no digest asked for it' WHERE state = 0 AND first_seen < ?", (time,)
    )
    # A digest that was claimed and not written yet needs its entries, however old.
    old_texts = (
        "SELECT t.entry FROM texts t JOIN entries e ON e.id = t.entry WHERE t.time < ? AND e.first_seen < ?"
        " AND e.state <> 0 AND (e.day IS NULL OR e.day < ? AND e.day NOT IN (SELECT day FROM digests WHERE done = 0))"
    )
    db.execute(f"UPDATE entries SET reason = NULL WHERE id IN ({old_texts})", (text_time, text_time, day))  # noqa: S608 - constants
    db.execute(f"DELETE FROM texts WHERE entry IN ({old_texts})", (text_time, text_time, day))  # noqa: S608 - constants
    gone = (
        "SELECT e.id FROM feeds f CROSS JOIN entries e INDEXED BY entries_by_listing ON e.feed = f.id"
        " AND e.listed < min(f.listed, ?) WHERE e.first_seen < ?"
        " AND (e.day IS NULL OR e.day < ? AND e.day NOT IN (SELECT day FROM digests WHERE done = 0)) AND e.state <> 0"
    )
    db.execute(f"UPDATE entries SET twin = NULL WHERE twin IN ({gone})", (day, time, day))  # noqa: S608 - constants
    return db.execute(f"DELETE FROM entries WHERE id IN ({gone})", (day, time, day)).rowcount  # noqa: S608 - constants
