"""feeds.yaml read, changed and written: one change at a time, whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from digest.cli._console import write
from digest.errors import ConfigError, DeliveryError


def change(path: Path, edit: Callable[[bytes], bytes]) -> bytes:
    """Read feeds.yaml, change it, see that the outcome is right, and write it; gives what stands there now.

    Raises ConfigError where it was wrong before, or would be after; LockHeldError where another change does not end.
    """
    from digest.config import content_of, parse
    from digest.config.document import read
    from digest.config.lock import changing

    with changing(path):
        before = content_of(path)
        if read(before, str(path)) is not None:
            parse(before, path, None)
        after = edit(before)
        try:
            parse(after, path, None)
        except ConfigError as error:
            raise ConfigError(f"{path}: not changed: {without_places(str(error), path)}") from error
        if after != before:
            put(path, after)
    return after


def without_places(problems: str, path: Path) -> str:
    """Put problems in one line, without the places: these are of a text that is written nowhere."""
    place = re.compile(rf"{re.escape(str(path))}:\d+:\d+: ")
    return "; ".join(dict.fromkeys(place.sub("", line, count=1) for line in problems.split("\n")))


def put(path: Path, content: bytes) -> None:
    """Write feeds.yaml, and its name on standard output; it can be nowhere else, whatever is advised for digests."""
    from digest.deliver import write_files

    try:
        write_files([(path, content)], force=True)
    except DeliveryError as error:
        reason = error.__cause__.strerror if isinstance(error.__cause__, OSError) else None
        raise DeliveryError(
            f"{path}: cannot be changed ({reason or error}); see to the permissions of its folder, and to the disk"
        ) from error
    write(str(path))
