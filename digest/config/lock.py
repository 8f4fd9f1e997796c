"""One change of feeds.yaml at a time: an operating system's lock on the folder that it lies in.

The kernel takes the lock back when its holder dies. A file of its own would stay behind among the user's.
"""

from __future__ import annotations

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from digest.errors import ConfigError, LockHeldError

WAIT, STEP = 10.0, 0.02
"""Seconds to wait for another change, which takes a fraction of one, and between two looks."""

UNSUPPORTED = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EBADF)
"""What file systems say that have no locks, or none on folders (NFS): there nothing can be held."""


@contextmanager
def changing(path: Path) -> Iterator[None]:
    """Hold the lock from reading a file to having written it; LockHeldError where another change does not end."""
    folder = Path(os.path.realpath(path)).parent
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except FileNotFoundError as error:
        raise ConfigError(f"there is no {path}; `digest init` writes one") from error
    except OSError as error:
        raise ConfigError(f"cannot change {path}: {error.strerror}; see to its folder's permissions") from error
    try:
        take(descriptor, path, time.monotonic() + WAIT)
        yield
    finally:
        os.close(descriptor)


def take(descriptor: int, path: Path, end: float) -> None:
    """Take the lock as soon as it is free."""
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in UNSUPPORTED:
                return
            if time.monotonic() >= end:
                raise LockHeldError(f"{path} is being changed by another process; try again later") from error
            time.sleep(STEP)
        else:
            return
