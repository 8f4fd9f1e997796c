"""What is read of the database beside a run, or between two: the half of `Store` that changes nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from digest.stats import Intake
from digest.store import editions, entries, mails
from digest.store.database import explained


class Reports:
    """Answers questions; every method raises StoreError where the file fails."""

    path: Path
    _db: sqlite3.Connection

    def last_day(self) -> date | None:
        """Tell the day of the latest digest."""
        with explained(self.path):
            return editions.last_day(self._db)

    def history(self) -> list[editions.Record]:
        """List all digests, latest first."""
        with explained(self.path):
            return editions.history(self._db, self.path.parent.absolute())

    def intakes(self, since: datetime, until: datetime) -> Iterator[Intake]:
        """List all entries that count from a time in [since, until), with what became of them."""
        with explained(self.path):
            yield from entries.intakes(self._db, since, until)

    def quoted(self, first: date, last: date) -> list[dict[str, dict[str, int]]]:
        """Tell of each digest of these days how many key points it has, by feed and by who is reported in them."""
        with explained(self.path):
            return editions.quoted(self._db, first.toordinal(), last.toordinal())

    def noted_entries(self) -> list[str]:
        """List what digests say in the feed of digests, the newest first."""
        with explained(self.path):
            return editions.noted_entries(self._db)

    def mails(self, message: str) -> dict[str, mails.Mail]:
        """Tell by recipient what became of a message: who got it, or may have, is not sent it again."""
        with explained(self.path):
            return mails.noted(self._db, message)

    def faults(self) -> tuple[str, ...]:
        """Read the whole file and list what is damaged in it, nothing where it is whole; slow on a large file."""
        with explained(self.path):
            lines = [line for (line,) in self._db.execute("PRAGMA integrity_check(10)")]
            broken = self._db.execute("PRAGMA foreign_key_check").fetchall()
        return (*(line for line in lines if line != "ok"), *(f"{row[0]}: a row refers to nothing" for row in broken))
