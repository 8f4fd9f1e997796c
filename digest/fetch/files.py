"""Paths and standard input, read within the same limits as the network."""

from __future__ import annotations

import errno
import os
import select
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from digest.errors import FetchError
from digest.fetch import body
from digest.fetch.deadline import Deadline
from digest.models import Document, Request

STANDARD_INPUT = "-"
PIECE = 1 << 16


def get(request: Request, limit: int, seconds: float) -> Document:
    """Read a file, a pipe or standard input; FetchError with a reason where that cannot be done.

    With `base`, the location is relative to it and must lie at or below it, symbolic links followed.
    """
    # Only who starts the program may mean its standard input: a feed's link of this name is a file's.
    if request.location == STANDARD_INPUT and request.configured and request.base is None:
        content = from_standard_input(limit)
    else:
        content = from_path(path_of(request), limit, seconds)
    if not content:
        raise FetchError("empty: there is nothing to read", kind="empty")
    return Document(location=request.location, content=content)


def from_standard_input(limit: int) -> bytes:
    """Read standard input to its end, however long that takes: whoever types knows."""
    if sys.stdin is None or sys.stdin.closed:
        raise FetchError("standard input is closed")
    try:
        # Past the buffer: whoever ends the program while another thread waits there would find its lock taken.
        stdin = getattr(sys.stdin.buffer, "raw", sys.stdin.buffer)
        return body.gather(iter(lambda: stdin.read(PIECE), b""), limit)
    except OSError as error:
        raise FetchError(f"standard input cannot be read: {error.strerror or error}") from error


def path_of(request: Request) -> Path:
    """Find out which file is meant, and whether it may be."""
    location = request.location
    if location[:5].lower() == "file:":
        if not request.configured:
            raise FetchError("refused: file: addresses count only where the user wrote them", kind="refused")
        location = unquote(urlsplit(location).path)
    if "\0" in location:
        raise FetchError("not a path: it holds a zero byte")
    if not location:
        raise FetchError("an empty name; give a path, an address, or - for standard input")
    if request.base is None:
        try:
            return Path(location).expanduser()
        except RuntimeError as error:
            raise FetchError(
                "no such home folder; check the path, or write ./ before a name that begins with ~"
            ) from error
    base = Path(request.base).resolve()
    try:
        path = (base / location).resolve()
    except (OSError, RuntimeError) as error:
        raise FetchError("not a path that can be followed") from error
    if Path(location).is_absolute() or not path.is_relative_to(base):
        raise FetchError("refused: the page lies outside the feed's folder", kind="refused")
    return path


def from_path(path: Path, limit: int, seconds: float) -> bytes:
    """Read a file or a pipe that has a name; nothing that could block or never end is opened for long."""
    try:
        # Not blocking, so that a pipe nobody writes to is no trap; a regular file does not care.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise FetchError(told(error)) from error
    try:
        status = os.fstat(handle)
        if stat.S_ISDIR(status.st_mode):
            raise FetchError("is a folder; name a file in it")
        if stat.S_ISREG(status.st_mode) and status.st_size > limit:
            raise body.too_large(limit)
        if stat.S_ISREG(status.st_mode):
            return body.gather(iter(lambda: os.read(handle, PIECE), b""), limit)
        if stat.S_ISFIFO(status.st_mode):
            return body.gather(drip(handle, Deadline(seconds)), limit)
        raise FetchError("is neither a file nor a pipe")
    except OSError as error:
        raise FetchError(told(error)) from error
    finally:
        os.close(handle)


def drip(handle: int, deadline: Deadline) -> Iterator[bytes]:
    """Read a pipe to its end, as far as its writer gets in time."""
    while True:
        ready, _, _ = select.select([handle], [], [], deadline.remaining())
        if not ready:
            raise deadline.error()
        try:
            piece = os.read(handle, PIECE)
        except BlockingIOError:
            continue
        if not piece:
            return
        yield piece


def told(error: OSError) -> str:
    """Say what the system says, with what to do about it where that is known."""
    known = {
        errno.ENOENT: "no such file; check the path",
        errno.EACCES: "may not be read; check its permissions",
        errno.EPERM: "may not be read; check its permissions",
        errno.ELOOP: "a symbolic link that leads to itself",
        errno.ENAMETOOLONG: "no such file: the name is too long",
        errno.ENOTDIR: "no such file: a part of the path is no folder",
        errno.ENXIO: "is neither a file nor a pipe",
    }
    return known.get(error.errno or 0, error.strerror or str(error))
