"""The feeds of feeds.yaml -> sources: defaults filled in, patterns of file names resolved, doubles reported."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from glob import glob, has_magic
from pathlib import Path
from typing import Any

from digest.addresses import canonical
from digest.config.document import Items, Node, Pairs, Scalar
from digest.config.reading import (
    SWITCHES,
    Read,
    Reading,
    decimal,
    duration,
    fields,
    instead,
    line,
    many,
    switch,
    text,
    whole,
)
from digest.config.reading import one_of as one_of_these
from digest.config.wording import (
    FRAMING,
    HEADER,
    VARIABLE,
    fault_of,
    filters,
    header_value,
    identifier,
    language_or_auto,
    method,
    web_address,
)
from digest.settings import Source

OWN = frozenset({"url", "file", "name"})
"""What belongs to one feed, and has no default."""


@dataclass(frozen=True, slots=True)
class Named:
    """One element of `feeds`, read: its node and the values given for it, defaults filled in."""

    node: Node
    values: Mapping[str, Any]

    @property
    def written(self) -> str:
        """The address or path as the file has it."""
        return str(self.values.get("url") or self.values["file"])


def read_defaults(node: Node, reading: Reading) -> dict[str, Any]:
    """Read `defaults`: any key of a feed but its place and name."""
    if isinstance(node, Pairs):
        for key, _ in node.pairs:
            if key.text in OWN:
                reading.wrong(key, f"'{key.text}' belongs to one feed; it has no default")
    found = fields(node, reading, FEED, "defaults")
    return {key: value for key, value in found.items() if key not in OWN}


def read_feeds(node: Node, reading: Reading, defaults: Mapping[str, Any]) -> tuple[Source, ...]:
    """Read `feeds`; a bare string is an address, a pattern of file names stands for every file it matches."""
    if not isinstance(node, Items):
        reading.wrong(node, "feeds must be a list: lines of '- https://…' or '- url: https://…'")
        return ()
    named = [found for item in node.nodes if (found := read_feed(item, reading, defaults))]
    report_doubles(named, reading)
    return tuple(expand(named, reading))


def read_feed(node: Node, reading: Reading, defaults: Mapping[str, Any]) -> Named | None:
    """Read one feed."""
    if isinstance(node, Scalar):
        address = None if node.null else web_address(node, reading)
        if node.null:
            reading.wrong(node, "an empty line of the list; write an address, or remove it")
        return Named(node, {**defaults, "url": address}) if address else None
    own = fields(node, without_secrets(node, reading, defaults), FEED, "a feed")
    if not isinstance(node, Pairs):
        return None
    given = {key.text for key, _ in node.pairs} & {"url", "file"}
    if len(given) != 1:
        reading.wrong(node, "a feed needs either 'url' or 'file'" + (", not both" if given else ""))
        return None
    return Named(node, {**defaults, **own}) if given & own.keys() else None


def without_secrets(node: Node, reading: Reading, defaults: Mapping[str, Any]) -> Reading:
    """Leave the environment alone for a feed that is switched off: nobody needs its secrets."""
    pairs = node.pairs if isinstance(node, Pairs) else ()
    said = [value.text.lower() for key, value in pairs if key.text == "enabled" and isinstance(value, Scalar)]
    enabled = SWITCHES.get(said[0], True) if said else defaults.get("enabled", True)
    return reading if enabled else replace(reading, environ=None)


def report_doubles(named: list[Named], reading: Reading) -> None:
    """Report every feed that stands there twice, under whatever spelling."""
    seen: dict[str, int] = {}
    for feed in named:
        first = seen.setdefault(identity(feed, reading.folder), feed.node.start.line)
        if first != feed.node.start.line:
            reading.wrong(feed.node, f"duplicate feed '{feed.written}'; the first is in line {first}")


def identity(feed: Named, folder: Path) -> str:
    """Give what two spellings of one place have in common."""
    if "url" in feed.values:
        return canonical(feed.values["url"])
    return "file:" + os.path.normpath(folder / str(feed.values["file"]))


def expand(named: list[Named], reading: Reading) -> Iterator[Source]:
    """Make sources; a file named on its own is not matched by a pattern again, nor one by two patterns."""
    local = [feed for feed in named if "file" in feed.values]
    taken = {identity(feed, reading.folder) for feed in local if not is_pattern(feed, reading.folder)}
    for feed in named:
        values = dict(feed.values)
        url, file = values.pop("url", None), values.pop("file", None)
        if url:
            yield Source(location=url, **values)
        elif not is_pattern(feed, reading.folder):
            report_folder(feed, reading)
            yield Source(location=str(reading.folder / file), written=file, local=True, **values)
        else:
            for match in matches(feed, reading):
                path = os.path.normpath(reading.folder / match)
                if f"file:{path}" not in taken:
                    taken.add(f"file:{path}")
                    yield Source(location=str(reading.folder / match), written=match, local=True, **values)


def is_pattern(feed: Named, folder: Path) -> bool:
    """Tell whether a file's name is a pattern: a name that exists as written wins."""
    file = feed.values.get("file")
    return bool(file and has_magic(file) and not os.path.lexists(folder / file))


def matches(feed: Named, reading: Reading) -> list[str]:
    """List the files that a pattern matches, in the order of their names; warn where it cannot match any."""
    file = str(feed.values["file"])
    fixed = Path(*[part for part in Path(file).parts if not has_magic(part)][: first_magic(file)])
    if not (reading.folder / fixed).is_dir():
        reading.warn(feed.node, f"no folder '{fixed}' for '{file}'")
    found = glob(file, root_dir=reading.folder, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern
    return sorted(match for match in found if (reading.folder / match).is_file())


def first_magic(file: str) -> int:
    """Count the parts of a path before the first that is a pattern."""
    return next(index for index, part in enumerate(Path(file).parts) if has_magic(part))


def report_folder(feed: Named, reading: Reading) -> None:
    """Say how to name what is in a folder."""
    if (reading.folder / feed.written).is_dir():
        reading.wrong(feed.node, f"'{feed.written}' is a folder; write 'file: {feed.written.rstrip('/')}/*'")


def file_name(node: Node, reading: Reading) -> str | None:
    """Read a local path or pattern; `~` is the user's home."""
    value = line(node, reading)
    if value is not None and fault_of(value) is None:
        reading.wrong(node, f"'{value}' is an address; write 'url: {value}'")
        return None
    return os.path.expanduser(value) if value else None  # noqa: PTH111 - a pattern is no path


def headers(node: Node, reading: Reading) -> dict[str, str] | None:
    """Read HTTP headers; `${NAME}` is filled in from the environment."""
    if not isinstance(node, Pairs):
        reading.wrong(node, f"must be a mapping like {{X-Key: '${{KEY}}'}}{instead(node)}")
        return None
    found: dict[str, str] = {}
    lowered: set[str] = set()
    for key, value in node.pairs:
        written = None if isinstance(value, Scalar) and value.null else header_value(value, reading)
        if not HEADER.fullmatch(key.text) or key.text.lower() in FRAMING:
            reading.wrong(key, f"'{key.text}' is not a header that can be set")
        elif key.text.lower() in lowered:
            reading.wrong(key, f"header '{key.text}' stands here twice")
        elif written is not None:
            lowered.add(key.text.lower())
            found[key.text] = filled(written, value, reading)
    return found


def filled(written: str, node: Node, reading: Reading) -> str:
    """Put the values of `${NAME}` in their places."""
    return VARIABLE.sub(lambda found: variable(found[1], node, reading), written)


def variable(name: str, node: Node, reading: Reading) -> str:
    """Look a secret up; its value is never part of a message."""
    if reading.environ is None:
        return f"${{{name}}}"
    value = reading.environ.get(name)
    if not value:
        reading.wrong(node, f"the environment has no {name or 'variable without a name'}; set it, or pause this feed")
        return ""
    if not value.isascii() or not value.isprintable():
        reading.wrong(node, f"{name} holds characters that cannot stand in a header")
    return value


def auth(node: Node, reading: Reading) -> tuple[str, str] | None:
    """Read `{user, password_env}`; the password comes from the environment."""
    before = len(reading.problems)
    found = fields(node, reading, {"user": line, "password_env": text}, "auth")
    if len(found) < 2:  # noqa: PLR2004 - both
        if len(reading.problems) == before:
            reading.wrong(node, "needs both keys: {user: name, password_env: VARIABLE}")
        return None
    return found["user"], variable(found["password_env"], node, reading)


FEED: Mapping[str, Read] = {
    "url": web_address,
    "file": file_name,
    "name": line,
    "section": identifier,
    "tags": many(line),
    "enabled": switch,
    "limit": whole(1, 10_000),
    "max_age": duration,
    "full_text": one_of_these("never", "auto", "always"),
    "bullets": whole(1, 100),
    "weight": decimal(0, 100),
    "method": method,
    "language": language_or_auto,
    "include": filters,
    "exclude": filters,
    "headers": headers,
    "auth": auth,
}
