"""feeds.yaml read, changed and written: one change at a time, whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from digest.cli._console import write
from digest.errors import ConfigError, DeliveryError

if TYPE_CHECKING:
    from digest.settings import SectionSettings


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


def with_sections(content: bytes, path: Path, titles: Iterable[str]) -> tuple[bytes, Mapping[str, SectionSettings]]:
    """Give the section of each title, a new one where none has it, and feeds.yaml with the titles that an id loses."""
    from digest.config.edit import described
    from digest.config.opml import sections_of
    from digest.config.schema import title_of

    known = described_in(content, path)
    given = sections_of(titles, known)
    if any(section.title != title_of(section.id) for section in given.values() if section not in known):
        # All of them: those that `sections` holds come first in the digest, so that one alone would change the order.
        ordered = dict.fromkeys((*known, *given.values()))
        content = described(content, str(path), *({"id": one.id, "title": one.title} for one in ordered))
    return content, given


def with_section(content: bytes, path: Path, name: str) -> tuple[bytes, str]:
    """Give the id of the section that is meant by its id or its title, and feeds.yaml with the title that an id loses.

    What can be an id is one, unless it is the title of a section.
    """
    from digest.config.wording import NAME

    known = described_in(content, path)
    is_title = any(section.title == name for section in known) or not NAME.fullmatch(name)
    if any(section.id == name for section in known) or not is_title:
        return content, name
    content, given = with_sections(content, path, [name])
    return content, given[name].id


def described_in(content: bytes, path: Path) -> tuple[SectionSettings, ...]:
    """List the sections of feeds.yaml, those that only feeds name among them."""
    from digest.config import parse
    from digest.config.document import read

    return () if read(content, str(path)) is None else parse(content, path, None).sections


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
