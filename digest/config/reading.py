"""What a key may hold: small readers of nodes that report what is wrong, and where, and go on.

A reader takes a node and the `Reading`, and gives the value, or None after it has reported a
problem. Null always means "not given": the default holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from digest.characters import is_shown
from digest.config.document import Items, Node, Pairs, Scalar, printable

Read = Callable[[Node, "Reading"], Any]

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}
DURATION = re.compile(r"(?:\d+(?:\.\d+)?[smhdw])+")
LONGEST = timedelta(days=365_000)
SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([kmg]?i?b)?", re.IGNORECASE)
SIZES = {"b": 1, "kb": 10**3, "mb": 10**6, "gb": 10**9, "kib": 2**10, "mib": 2**20, "gib": 2**30}
SWITCHES = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


@dataclass(slots=True)
class Reading:
    """One pass over one file: where it is, and what was found wrong with it."""

    name: str
    file: Path
    environ: Mapping[str, str] | None
    problems: list[tuple[int, int, str]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    not_yet: Mapping[str, str] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """What relative paths are relative to."""
        return self.file.parent

    def wrong(self, node: Node, message: str) -> None:
        """Note a problem at a node's place."""
        self.problems.append((node.start.line, node.start.column, printable(message)))

    def warn(self, node: Node, message: str) -> None:
        """Note what does not stop the run."""
        self.warnings.append(f"{self.name}:{node.start.line}:{node.start.column}: {printable(message)}")


def fields(node: Node, reading: Reading, keys: Mapping[str, Read], path: str = "") -> dict[str, Any]:
    """Read the keys of a mapping; what is unknown, doubled, null or wrong is not in the result."""
    if not isinstance(node, Pairs):
        reading.wrong(node, f"{path or 'the file'} must be a mapping: lines of 'key: value'")
        return {}
    found: dict[str, Any] = {}
    seen: dict[str, int] = {}
    for key, value in node.pairs:
        if key.text == "<<":
            reading.wrong(key, "merge keys are not read; what feeds share stands under 'defaults'")
        elif key.text not in keys:
            reading.wrong(key, f"unknown key '{key.text}'; {suggest(key.text, keys)}")
        elif key.text in seen:
            reading.wrong(key, f"key '{key.text}' stands here twice; the first is in line {seen[key.text]}")
        elif not empty(value):
            announce(key, reading, f"{path}.{key.text}".lstrip("."))
            got = keys[key.text](value, reading)
            if got is not None:
                found[key.text] = got
        seen.setdefault(key.text, key.start.line)
    return found


def announce(key: Scalar, reading: Reading, path: str) -> None:
    """Say once that a key is understood and checked, but does nothing yet."""
    reason = reading.not_yet.get(path)
    if reason:
        reading.warn(key, f"'{path}' has no effect yet: {reason}")


def empty(node: Node) -> bool:
    """Tell whether nothing is given."""
    return isinstance(node, Scalar) and node.null


def suggest(word: str, known: Iterable[str]) -> str:
    """Name the nearest known word, or all of them."""
    from difflib import get_close_matches

    names = list(known)
    near = get_close_matches(word.lower(), names, n=1, cutoff=0.6)
    return f"did you mean '{near[0]}'?" if near else f"known here: {', '.join(names)}"


def text(node: Node, reading: Reading) -> str | None:
    """Read a text that is not empty."""
    if not isinstance(node, Scalar):
        reading.wrong(node, "must be a text")
    elif not node.text.strip():
        reading.wrong(node, "must not be empty")
    else:
        return node.text.strip()
    return None


def line(node: Node, reading: Reading) -> str | None:
    """Read a text that goes into a header: one line, nothing that controls a terminal or a mail."""
    value = text(node, reading)
    if value is not None and not all(map(is_shown, value)):
        reading.wrong(node, "must be a single line of printable characters")
        return None
    return value


def switch(node: Node, reading: Reading) -> bool | None:
    """Read true or false."""
    if isinstance(node, Scalar) and node.plain and node.text.lower() in SWITCHES:
        return SWITCHES[node.text.lower()]
    reading.wrong(node, f"must be true or false{instead(node)}")
    return None


def whole(low: int, high: int) -> Read:
    """Make a reader of whole numbers within bounds."""

    def number(node: Node, reading: Reading) -> int | None:
        value = int(node.text) if isinstance(node, Scalar) and re.fullmatch(r"[+-]?[0-9]{1,12}", node.text) else None
        if value is None or not low <= value <= high:
            reading.wrong(node, f"must be a whole number from {low} to {high}{instead(node)}")
            return None
        return value

    return number


def decimal(low: float, high: float) -> Read:
    """Make a reader of numbers within bounds."""

    def number(node: Node, reading: Reading) -> float | None:
        shaped = isinstance(node, Scalar) and re.fullmatch(r"[+-]?[0-9]{1,12}(\.[0-9]{1,12})?", node.text)
        value = float(shaped[0]) if shaped else None
        if value is None or not low <= value <= high:
            reading.wrong(node, f"must be a number from {low:g} to {high:g}{instead(node)}")
            return None
        return value

    return number


def choice(known: Callable[[], Iterable[str]]) -> Read:
    """Make a reader of one word out of several; they are asked for when the file is read."""

    def word(node: Node, reading: Reading) -> str | None:
        names = list(known())
        if isinstance(node, Scalar) and node.text in names:
            return node.text
        near = f"; {suggest(node.text, names)}" if isinstance(node, Scalar) and node.text else ""
        if not near.startswith("; did"):
            near = f"; choose one of: {', '.join(names)}"
        reading.wrong(node, f"unknown value{instead(node, ' ')}{near}")
        return None

    return word


def one_of(*names: str) -> Read:
    """Make a reader of one word out of those given."""
    return choice(lambda: names)


def duration(node: Node, reading: Reading) -> timedelta | None:
    """Read `20s`, `48h`, `7d`, `1h30m`; 0 needs no unit."""
    written = node.text.strip() if isinstance(node, Scalar) else ""
    if written == "0":
        return timedelta(0)
    if not DURATION.fullmatch(written):
        reading.wrong(node, f"must be a duration like 20s, 48h or 7d{instead(node)}")
        return None
    parts = re.findall(r"([\d.]+)([smhdw])", written)
    seconds = sum(float(number) * UNITS[unit] for number, unit in parts)
    if seconds > LONGEST.total_seconds():
        reading.wrong(node, f"must be {LONGEST.days}d at most{instead(node)}")
        return None
    return timedelta(seconds=seconds)


def lasting(node: Node, reading: Reading) -> timedelta | None:
    """Read a duration that is more than nothing."""
    value = duration(node, reading)
    if value is not None and not value:
        reading.wrong(node, "must be more than 0")
        return None
    return value


def size(node: Node, reading: Reading) -> int | None:
    """Read `10MB`, `500kB`, `1GiB` or a number of bytes."""
    shaped = SIZE.fullmatch(node.text.strip()) if isinstance(node, Scalar) else None
    value = int(float(shaped[1]) * SIZES[(shaped[2] or "b").lower()]) if shaped else 0
    if not 1 <= value <= 2 * 10**9:
        reading.wrong(node, f"must be a size like 500kB or 10MB, up to 2GB{instead(node)}")
        return None
    return value


def path(node: Node, reading: Reading) -> Path | None:
    """Read a path, relative to the file it stands in; `~` is the user's home."""
    value = line(node, reading)
    if value is None:
        return None
    try:
        return reading.folder / Path(value).expanduser()
    except RuntimeError:
        reading.wrong(node, f"no home folder for '{value}'")
        return None


def many(read: Read) -> Read:
    """Make a reader of lists, which also takes a single value as a list of one."""

    def items(node: Node, reading: Reading) -> tuple[Any, ...]:
        nodes = node.nodes if isinstance(node, Items) else (node,)
        values = [read(item, reading) for item in nodes if not empty(item)]
        return tuple(value for value in values if value is not None)

    return items


def instead(node: Node, lead: str = ", not ") -> str:
    """Quote what stands there, cut to a readable length."""
    if not isinstance(node, Scalar):
        return f"{lead}a {'list' if isinstance(node, Items) else 'mapping'}"
    shown = node.text if len(node.text) <= 60 else node.text[:57] + "…"  # noqa: PLR2004 - the width of a message
    return f"{lead}{shown!r}"
