"""feeds.yaml read, changed and written: one change at a time, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from digest.cli._console import write


def change(path: Path, edit: Callable[[bytes], bytes]) -> bytes:
    """Read feeds.yaml, change it, see that the outcome is right, and write it; gives what stands there now.

    Raises ConfigError where it was wrong before, or would be after; LockHeldError where another change does not end.
    """
    from digest.config import content_of, parse
    from digest.config.document import read
    from digest.config.lock import changing
    from digest.deliver import write_files

    with changing(path):
        before = content_of(path)
        if read(before, str(path)) is not None:
            parse(before, path, None)
        after = edit(before)
        parse(after, path, None)
        if after != before:
            write_files([(path, after)], force=True)
            write(str(path))
    return after
