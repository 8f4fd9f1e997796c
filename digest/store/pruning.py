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
    as new; it only loses its text. Digests of pruned days stay in the history.
    """
    limit = now - keep
    day, time = limit.toordinal(), micros(limit)
    text_time = micros(now - min(keep, UNPUBLISHED))
    db.execute(
        "DELETE FROM texts WHERE time < ? AND entry IN"
        " (SELECT id FROM entries WHERE state <> 0 AND first_seen < ? AND (day IS NULL OR day < ?))",
        (text_time, text_time, day),
    )
    db.execute("UPDATE entries SET reason = NULL WHERE reason IS NOT NULL AND first_seen < ? AND day IS NULL", (time,))
    gone = (
        "SELECT e.id FROM entries e JOIN feeds f ON f.id = e.feed WHERE e.listed < f.listed AND e.listed < ?"
        " AND e.first_seen < ? AND (e.day IS NULL OR e.day < ?) AND e.state <> 0"
    )
    values = (day, time, day)
    db.execute(f"UPDATE entries SET twin = NULL WHERE twin IN ({gone})", values)  # noqa: S608 - constants
    return db.execute(f"DELETE FROM entries WHERE id IN ({gone})", values).rowcount  # noqa: S608 - constants
