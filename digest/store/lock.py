"""One run at a time: an operating system's lock on a file beside the database.

The kernel takes the lock back when its holder dies, however it dies, so a stale lock cannot be. The
file holds two lines: the holder's process number, and the number of the last change that was
committed, by which the next run sees whether the database lost changes (a write-ahead log deleted,
an old copy put back).
"""

from __future__ import annotations

import errno
import fcntl
import os
from pathlib import Path

from digest.errors import LockHeldError, StoreError

FULL = (errno.ENOSPC, errno.EDQUOT)
UNSUPPORTED = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS)


class Lock:
    """A lock that is held; `release` gives it back."""

    def __init__(self, path: Path, descriptor: int, change: int) -> None:
        self.path = path
        self.change = change  # as the last holder left it, 0 if unknown
        self._descriptor = descriptor

    @classmethod
    def take(cls, path: Path) -> Lock:
        """Take the lock without waiting; raises LockHeldError, which names the holder, or StoreError."""
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        except OSError as error:
            raise StoreError(f"{path}: cannot be opened ({error.strerror}); see to the folder's permissions") from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            holder, _ = read(descriptor)
            os.close(descriptor)
            if error.errno in UNSUPPORTED:
                raise StoreError(
                    f"{path}: this file system has no locks; set state.path to a folder on a local disk"
                ) from error
            who = f"process {holder}" if holder else "another process"
            raise LockHeldError(
                f"another run ({who}) is at work with {path.with_suffix('')}; try again later"
            ) from error
        _, change = read(descriptor)
        lock = cls(path, descriptor, change)
        try:
            lock.note(change)
        except StoreError:
            lock.release()
            raise
        return lock

    def note(self, change: int) -> None:
        """Write down the change that was just committed."""
        content = f"{os.getpid()}\n{change}\n".encode()
        try:
            os.pwrite(self._descriptor, content, 0)
            os.ftruncate(self._descriptor, len(content))
        except OSError as error:
            remedy = "the disk is full; free some space and run again" if error.errno in FULL else error.strerror
            raise StoreError(f"{self.path}: cannot be written: {remedy}") from error

    def release(self) -> None:
        """Give the lock back; the file stays, since removing it would let two in."""
        os.close(self._descriptor)


def read(descriptor: int) -> tuple[int, int]:
    """Read the holder's process number and the number of the last change, 0 for what is not there."""
    lines = os.pread(descriptor, 64, 0).split(b"\n")
    numbers = [int(line) if line.isdigit() else 0 for line in (*lines, b"", b"")]
    return numbers[0], numbers[1]


def lock_path(path: Path) -> Path:
    """Name the file that is locked."""
    return path.with_name(path.name + ".lock")


def make_folder(folder: Path) -> None:
    """Make the folder that the database lies in."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder}: cannot be made ({error.strerror}); set state.path to another place") from error
