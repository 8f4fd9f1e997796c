"""The database as a file: opening it, its layout, its transactions, its errors in words.

SQLite with a write-ahead log and synchronous=FULL: what is committed outlives a power cut
(https://www.sqlite.org/wal.html, https://www.sqlite.org/pragma.html#pragma_synchronous).
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

from digest.errors import StoreError

LAYOUTS = ("layout.sql", "layout2.sql")
"""What makes the tables, and what each later version adds to them."""

VERSION = len(LAYOUTS)
"""Of the tables' layout, kept in the file's user_version: a file of version n lacks the layouts after the n-th."""

APPLICATION = 0x44676573  # "Dges", by which file(1) and we ourselves know the file
BUSY_SECONDS = 5.0
BUSY_PAUSE = 0.05
HEADER = 100  # bytes, of SQLite's file format
REMEDIES = {
    "SQLITE_FULL": "the disk is full; free some space and run again",
    "SQLITE_READONLY": "it is read-only; see to the permissions of the file and its folder, or set state.path",
    "SQLITE_CANTOPEN": "it cannot be opened; see to the permissions of the file and its folder, or set state.path",
    "SQLITE_PERM": "access is denied; see to the permissions of the file and its folder, or set state.path",
    "SQLITE_IOERR": "the disk reports an error (full, or failing); nothing was changed",
    "SQLITE_BUSY": "another program is using it; close that and run again",
    "SQLITE_CORRUPT": "the database is damaged; restore a copy, or move it aside to start afresh",
    "SQLITE_NOTADB": "this is no database; move it aside, or set state.path to another file",
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn the database's errors into one line that names the file and the remedy."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", None) or ""
        remedy = next((words for start, words in REMEDIES.items() if name.startswith(start)), None)
        if remedy is None:  # a constraint, a wrong statement: a bug of ours, to be seen whole
            raise
        raise StoreError(f"{path}: {remedy} ({error})") from error


def connect(path: Path | None) -> sqlite3.Connection:
    """Open a database, None for one in memory; the caller has put it within `explained`."""
    name = ":memory:" if path is None else str(path)
    connection = sqlite3.connect(name, timeout=BUSY_SECONDS, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Open a database that is only read, also where neither the file nor its folder can be written to.

    Raises StoreError where nothing is stored yet, and as `version_of` does.
    """
    if not path.exists():
        raise nothing_stored(path)
    try:
        connection = connect(path)
        with closed_on_error(connection):
            marks(connection)
    except sqlite3.OperationalError:
        if not is_fixed(path):
            raise
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    with closed_on_error(connection):
        lend_layout(connection, path)
    return connection


def is_fixed(path: Path) -> bool:
    """Tell whether a file can be read as one that nobody changes: no log can be made beside it, and none holds more.

    See https://www.sqlite.org/wal.html#read_only_databases.
    """
    log = path.with_name(path.name + "-wal")
    return not os.access(path.parent, os.W_OK) and not (log.exists() and log.stat().st_size)


@contextmanager
def closed_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    """Close a connection where the block fails."""
    try:
        yield
    except BaseException:
        connection.close()
        raise


def set_journal(connection: sqlite3.Connection) -> str | None:
    """Ask for a write-ahead log and full synchronization; says so in a line where only the slower journal works.

    Network and some synchronized folders lack the shared memory that the log needs.
    """
    mode = ask_for_log(connection)
    connection.execute("PRAGMA synchronous = FULL")
    if mode in ("wal", "memory"):
        return None
    connection.execute("PRAGMA journal_mode = DELETE")
    return "the state's folder has no write-ahead log (a network folder?); using the slower journal"


def ask_for_log(connection: sqlite3.Connection) -> str:
    """Turn the write-ahead log on and tell the mode; SQLite waits for no other process that does the same, so we do."""
    deadline = time.monotonic() + BUSY_SECONDS
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                return str(connection.execute("PRAGMA journal_mode = WAL").fetchone()[0])
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
            time.sleep(BUSY_PAUSE)
    finally:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000:.0f}")


def set_layout(connection: sqlite3.Connection, path: Path) -> None:
    """Make the tables in a new file, or those that an older one lacks, all or none.

    Raises StoreError for a file of another program or a later version.
    """
    version = version_of(connection, path)
    if version == VERSION:
        return
    with transaction(connection):
        if connection.execute("PRAGMA user_version").fetchone() != (version,):
            return  # another process was faster
        for statement in statements(version):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")


def lend_layout(connection: sqlite3.Connection, path: Path) -> None:
    """Give a database that is only read the tables that it lacks, empty, for as long as it is open."""
    version = version_of(connection, path)
    if not version:
        raise nothing_stored(path)
    for statement in statements(version):
        connection.execute(statement.replace("CREATE TABLE", "CREATE TEMP TABLE"))
    connection.execute("PRAGMA query_only = ON")


def nothing_stored(path: Path) -> StoreError:
    """Say that there was no run yet."""
    return StoreError(f"{path}: nothing is stored yet; `digest run` starts it")


def version_of(connection: sqlite3.Connection, path: Path) -> int:
    """Read the version of a file's layout, 0 of an empty one; StoreError for another program's or a later one's."""
    version, application, tables = marks(connection)
    if version > VERSION and application == APPLICATION:
        raise StoreError(
            f"{path}: made by a later version of digest (layout {version}, this one knows {VERSION}); update digest"
        )
    is_ours = application == APPLICATION and version > 0
    if not is_ours and (tables or version or application):
        raise StoreError(f"{path}: a database of another program; set state.path to another file")
    return version


def marks(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """Read layout, application and the number of tables, all of one moment: another process may be making them."""
    begun = not connection.in_transaction
    if begun:
        connection.execute("BEGIN")
    try:
        asked = ("PRAGMA user_version", "PRAGMA application_id", "SELECT count(*) FROM sqlite_master")
        version, application, tables = (connection.execute(each).fetchone()[0] for each in asked)
    finally:
        if begun:
            connection.execute("ROLLBACK")
    return version, application, tables


def statements(version: int) -> list[str]:
    """Read the statements that a file of this version lacks; 0 is a new one."""
    folder = resources.files(__package__)
    script = "".join(folder.joinpath(name).read_text(encoding="utf-8") for name in LAYOUTS[version:])
    return [statement for part in script.split(";") if (statement := part.strip())]


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit all or nothing, whatever ends the block; within another transaction, a part of it."""
    begin, commit, undo = "BEGIN IMMEDIATE", "COMMIT", ["ROLLBACK"]
    if connection.in_transaction:
        begin, commit, undo = "SAVEPOINT part", "RELEASE part", ["ROLLBACK TO part", "RELEASE part"]
    connection.execute(begin)
    try:
        yield
        connection.execute(commit)
    except BaseException:
        if connection.in_transaction:  # a full disk may have ended it already
            for statement in undo:
                connection.execute(statement)
        raise


def check_length(path: Path) -> None:
    """Refuse a file that is shorter than its own header says; raises StoreError.

    SQLite itself notices only when it comes to a page that is missing. With a log beside it the file
    may rightly be short (https://www.sqlite.org/fileformat.html, "in-header database size").
    """
    log = path.with_name(path.name + "-wal")
    if not path.exists() or (log.exists() and log.stat().st_size):
        return
    try:
        with path.open("rb") as file:
            header = file.read(HEADER)
    except OSError as error:
        raise StoreError(f"{path}: cannot be read ({error.strerror}); set state.path to a file") from error
    if len(header) < HEADER or not header.startswith(b"SQLite format 3\0"):
        return  # empty, or no database: SQLite tells
    size = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    if header[24:28] == header[92:96] and pages * (65536 if size == 1 else size) > path.stat().st_size:
        raise StoreError(f"{path}: cut short, so it is damaged; restore a copy, or move it aside to start afresh")
