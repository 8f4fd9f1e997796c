"""The ledger: what was polled, what came, what was published."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from digest.edition import Edition, Pick, Place
from digest.errors import Problem, StoreError
from digest.models import Entry, FeedMemory, Poll
from digest.selection import Candidate, Decision
from digest.settings import Source
from digest.store import editions, entries, feeds, mails, pruning, rests
from digest.store.database import (
    check_length,
    closed_on_error,
    connect,
    connect_to_read,
    explained,
    set_journal,
    set_layout,
    transaction,
)
from digest.store.lock import Lock, lock_path, make_folder
from digest.store.reports import Reports
from digest.store.values import pick_id

POLLS_A_COMMIT = 32
"""Each commit waits for the disk; a run that is killed asks at most so many feeds again."""


class Store(Reports):
    """The database of one feeds.yaml, a context manager; every method raises StoreError where the file fails.

    `open` is for the one run at work; `view` for reading beside it; `rehearse` for a run that stores
    nothing. `notices` are lines for the user.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: Lock | None, *, writable: bool) -> None:
        self.path = path
        self.notices: tuple[str, ...] = ()
        self._db = connection
        self._lock = lock
        self._writable = writable

    @classmethod
    def open(cls, path: Path) -> Self:
        """Become the one run at work, without waiting, and open the database, made with its folder where there is none.

        Raises LockHeldError where another run is at work; StoreError where the file is damaged, made by
        a later version, no database of ours, or lacks changes that the last run committed.
        """
        make_folder(path.parent)
        lock = Lock.take(lock_path(path))
        try:
            store = cls._connected(path, path, lock)
        except BaseException:
            lock.release()
            raise
        return store

    @classmethod
    def view(cls, path: Path) -> Self:
        """Open the database for reading, whether or not a run is at work; nothing is written, not even a new layout.

        Raises StoreError where nothing is stored yet, and as `open` does.
        """
        check_length(path)
        with explained(path):
            return cls(path, connect_to_read(path), None, writable=False)

    @classmethod
    def rehearse(cls, path: Path) -> Self:
        """Open the database for a run of which nothing stays; where there is no file there will be none."""
        if not path.exists():
            return cls._connected(path, None, None, rehearsal=True)
        lock = Lock.take(lock_path(path))
        try:
            return cls._connected(path, path, lock, rehearsal=True)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def _connected(cls, path: Path, file: Path | None, lock: Lock | None, *, rehearsal: bool = False) -> Self:
        """Open the file and see that it is whole and ours."""
        check_length(path)
        with explained(path):
            store = cls(path, connect(file), lock, writable=rehearsal or lock is not None)
            with closed_on_error(store._db):
                notice = None if rehearsal else set_journal(store._db)
                store.notices = (notice,) if notice else ()
                if rehearsal:
                    store._db.execute("BEGIN")  # never committed: `close` takes all back
                set_layout(store._db, path)
                store._check_age()
        return store

    def __enter__(self) -> Self:
        """Nothing more to do: `open` did it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file and give the lock back."""
        self.close()

    def close(self) -> None:
        """Close the file and give the lock back; what was not committed is taken back."""
        with suppress(sqlite3.DatabaseError):  # nothing uncommitted is worth an error
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
        self._db.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def memory(self, now: datetime) -> dict[str, FeedMemory]:
        """Tell what is remembered of every feed ever polled, by location."""
        with explained(self.path):
            return feeds.memories(self._db, now)

    def resting(self, now: datetime) -> dict[str, float]:
        """Tell which servers, as host:port, want no requests yet, and for how many seconds."""
        with explained(self.path):
            return {server: (until - now).total_seconds() for server, until in rests.resting(self._db, now).items()}

    def retry(self, location: str) -> bool:
        """Forget a feed's failures, a 410 included, so that it is asked again; tells whether it is known."""
        with self._writing():
            return feeds.retry(self._db, location)

    def configure(self, sources: Iterable[Source]) -> None:
        """Write down the feeds as configured, for rendering a digest when they are configured no more."""
        with self._writing():
            feeds.configure(self._db, sources)

    def remember(self, polls: Iterable[Poll], now: datetime) -> int:
        """Write what polls brought, each whole: entries, validators, time; returns how many entries are new.

        Polls are taken as they come and committed a few at a time; never held open while waiting for one.
        """
        new, remaining = 0, iter(polls)
        while batch := list(islice(remaining, POLLS_A_COMMIT)):
            with self._writing():
                new += sum(self._remember(poll, now) for poll in batch)
        return new

    def _remember(self, poll: Poll, now: datetime) -> int:
        number, before = feeds.load(self._db, poll.location, now)
        feeds.save(self._db, number, feeds.after(before, poll, now))
        rests.note(self._db, poll, now)
        if poll.feed is None or poll.problem is not None:
            return 0
        return entries.remember(self._db, number, poll.feed, before.last_success, now)

    def known(self, location: str, ids: Iterable[str]) -> frozenset[str]:
        """Tell which of a feed's entries were brought before, by the entries' ids."""
        with explained(self.path):
            return entries.known(self._db, location, ids)

    def candidates(self) -> tuple[Candidate, ...]:
        """List the entries that nothing was decided on."""
        with explained(self.path):
            return tuple(entries.candidates(self._db))

    def read(self, keys: Iterable[int]) -> Iterator[tuple[int, Entry]]:
        """Read candidates' entries whole, by key, one after the other."""
        with explained(self.path):
            yield from entries.read(self._db, keys)

    def complete(self, texts: Mapping[int, Entry]) -> None:
        """Put fetched pages' texts in place of teasers, by key; what is settled stays as it is."""
        with self._writing():
            entries.complete(self._db, texts)

    def taken(self, day: date) -> dict[str, int]:
        """Count by feed what the day's digest publishes so far."""
        with explained(self.path):
            return editions.taken(self._db, day.toordinal())

    def claim(
        self, day: date, decisions: Sequence[Decision], *, problems: Iterable[Problem] = (), feeds_total: int = 0
    ) -> int:
        """Settle decisions in one transaction; returns how many entries the day's digest gained.

        The problems and the number of feeds are those that the digest will show. With none gained
        nothing of a digest changes.
        """
        with self._writing():
            return editions.claim(self._db, day.toordinal(), decisions, problems, feeds_total)

    def edition(self, day: date) -> Edition | None:
        """Read all that the day's digest is made of; None where there is none, or it was pruned."""
        with explained(self.path):
            return editions.edition(self._db, day.toordinal())

    def expect(self, day: date | None, files: Mapping[Path, str]) -> None:
        """Write down the SHA-256 of what is about to be written where; None for files of no single day."""
        with self._writing():
            editions.expect(self._db, day.toordinal() if day else editions.NO_DAY, self._named(files))

    def ours(self, paths: Iterable[Path]) -> dict[Path, frozenset[str]]:
        """Tell by path the SHA-256 of all that this program may have left there."""
        with explained(self.path):
            return {path: editions.ours(self._db, self._name(path)) for path in paths}

    def finish(
        self,
        day: date,
        files: Mapping[Path, str],
        places: Mapping[str, Place],
        quoted: Mapping[str, Mapping[str, int]] | None = None,
    ) -> None:
        """Mark the day's digest as written: the SHA-256 of its files, and where its stories stand.

        `quoted` counts its key points, by feed and by who is reported in them.
        """
        with self._writing():
            editions.finish(self._db, day.toordinal(), self._named(files), places)
            editions.note_quoted(self._db, day.toordinal(), quoted or {})

    def settle(self, files: Mapping[Path, str]) -> None:
        """Write down the SHA-256 of files of no single day, once they are written."""
        with self._writing():
            editions.settle(self._db, editions.NO_DAY, self._named(files))

    def note_entry(self, day: date, text: str, keep: int) -> None:
        """Keep what the day's digest says in the feed of digests, of the newest `keep` digests only."""
        with self._writing():
            editions.note_entry(self._db, day.toordinal(), text, keep)

    def unfinished(self) -> list[date]:
        """List the digests that were claimed and not written, oldest first: write these before anything else."""
        with explained(self.path):
            return editions.unfinished(self._db)

    def between(self, since: datetime, until: datetime) -> tuple[Pick, ...]:
        """List what counts from a time in [since, until), newest first, published or not: for a newsletter."""
        with explained(self.path):
            return tuple(
                Pick(pick_id(location, key), location, entry, time)
                for location, key, time, entry in entries.between(self._db, since, until)
            )

    def issue(self, since: datetime, until: datetime) -> int:
        """Give the newsletter's issue over a period its number: the same again for the same period."""
        with self._writing():
            return editions.issue(self._db, since, until)

    def note_mail(self, message: str, mail: mails.Mail) -> None:
        """Write down at once what became of a message, named by what it tells, for one recipient."""
        with self._writing():
            mails.note(self._db, message, mail)

    def prune(self, now: datetime, keep: timedelta) -> int:
        """Forget what is older than `keep` and in no feed any more; returns how many entries that were."""
        with self._writing():
            return pruning.prune(self._db, now, keep)

    def _name(self, path: Path) -> str:
        """Name a file as seen from the database, so that the two may be moved together."""
        return os.path.relpath(path, self.path.parent)

    def _named(self, files: Mapping[Path, str]) -> dict[str, str]:
        return {self._name(path): sha for path, sha in files.items()}

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Commit a change, numbered; the number is noted beside the database."""
        assert self._writable, "a view is for reading"
        rehearsal = self._db.in_transaction
        with explained(self.path), transaction(self._db):
            yield
            self._db.execute("UPDATE changes SET number = number + 1")
        if self._lock is not None and not rehearsal:
            self._lock.note(self._change())

    def _check_age(self) -> None:
        """Refuse a file that lacks what the last run committed."""
        if self._lock is not None and self._lock.change > self._change():
            raise StoreError(
                f"{self.path}: older than the last run left it (was {self.path.name}-wal deleted, or an old copy put"
                f" back?); put the newer file back, or delete {self._lock.path} to go on with this one"
            )

    def _change(self) -> int:
        with explained(self.path):
            (number,) = self._db.execute("SELECT number FROM changes").fetchone()
        return int(number)
