"""The text of feeds.yaml -> nodes that know their place: the one module that touches PyYAML.

Only the events of the parser are used, never its constructors: what a scalar means is decided by
the key it stands under, so that `language: no` is Norwegian and `title: 2026` is a text, and no
tag can make an object. The tree is put together here without recursion, with a limit on depth
and on what aliases expand to: PyYAML's own composer overflows the C stack on deep nesting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from digest.errors import ConfigError

MAX_DEPTH = 20
MAX_NODES = 2_000_000
"""After expansion of aliases; 10,000 feeds with every key set stay below 500,000."""

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
KNOWN_TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null", "map", "seq"))
CONTROL = re.compile("[\0-\b\v\f\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
HINTS = {
    "mapping values are not allowed": "put a text that holds ': ' in quotation marks",
    "tab character": "indent with spaces",
    "found character that cannot start any token": "put a text that begins with such a character in quotation marks",
    "did not find expected key": "see whether the lines of a block begin in the same column",
    "unexpected end of stream": "see whether a quotation mark is missing",
    "unknown escape character": "in double quotation marks \\ must be doubled; single ones take it as it is",
}
Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Place:
    """A position in the file: line and column as editors count them, from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text; `plain` without quotation marks, so that it may be a number, a switch or null."""

    start: Place
    end: Place
    text: str
    plain: bool = True
    size: int = 1

    @property
    def null(self) -> bool:
        """Whether nothing is said."""
        return self.plain and self.text in NULLS


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `flow` when written in brackets."""

    start: Place
    end: Place
    nodes: tuple[Node, ...]
    flow: bool
    size: int


@dataclass(frozen=True, slots=True)
class Pairs:
    """A mapping in the order of the file; a key may still stand there twice."""

    start: Place
    end: Place
    pairs: tuple[tuple[Scalar, Node], ...]
    flow: bool
    size: int


Node: TypeAlias = Scalar | Items | Pairs


def read(content: bytes, name: str) -> Node | None:
    """Make nodes of a file's bytes, None where it says nothing; ConfigError names file, line and column."""
    text = decode(content, name)
    try:
        return compose(yaml.parse(text, Loader=Loader), name)
    except yaml.MarkedYAMLError as error:
        raise ConfigError(explain(error, text, name)) from error


def decode(content: bytes, name: str) -> str:
    """Decode UTF-8, with or without byte order mark; control characters are refused."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ConfigError(
            f"{name}:{line}:1: not UTF-8 (byte 0x{content[error.start]:02x}); save it as UTF-8"
        ) from error
    found = CONTROL.search(text)
    if found:
        line, before = text.count("\n", 0, found.start()) + 1, text.rfind("\n", 0, found.start())
        raise ConfigError(f"{name}:{line}:{found.start() - before}: control character U+{ord(found[0]):04X}; remove it")
    return text


def explain(error: yaml.MarkedYAMLError, text: str, name: str) -> str:
    """Put the parser's complaint in one line, with what to do where that is known."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    problem = (error.problem or error.context or "not YAML").strip()
    lines = text.splitlines()
    if line <= len(lines) and "\t" in lines[line - 1][:column]:
        problem = "found a tab character"
    if "flow" in (error.context or ""):
        problem = "a bracket or brace before this is not closed, or a comma is missing"
    hint = next((f"; {hint}" for words, hint in HINTS.items() if words in problem), "")
    return f"{name}:{line}:{column}: {problem}{hint}"


@dataclass(slots=True)
class Open:
    """A list or mapping whose end has not been seen."""

    event: Any
    nodes: list[Node] = field(default_factory=list)


def compose(events: Iterator[Any], name: str) -> Node | None:
    """Put nodes together from the parser's events, one document at most."""
    root: Node | None = None
    stack: list[Open] = []
    anchors: dict[str, Node] = {}
    for event in events:
        node: Node
        if isinstance(event, yaml.DocumentStartEvent) and root:
            raise ConfigError(f"{spot(event, name)}: a second document begins here; one is read")
        if isinstance(event, yaml.CollectionStartEvent):
            check_tag(event, name)
            if len(stack) == MAX_DEPTH:
                raise ConfigError(f"{spot(event, name)}: nested more than {MAX_DEPTH} deep")
            stack.append(Open(event))
            continue
        if isinstance(event, yaml.AliasEvent):
            node = resolve(event, anchors, name)
        elif isinstance(event, yaml.ScalarEvent):
            check_tag(event, name)
            node = Scalar(place(event.start_mark), place(event.end_mark), event.value, event.implicit[0])
        elif isinstance(event, yaml.CollectionEndEvent):
            opened = stack.pop()
            node, event = close(opened, event, name), opened.event  # noqa: PLW2901 - the anchor stands at the start
        else:
            continue
        if not isinstance(event, yaml.AliasEvent) and event.anchor:
            anchors[event.anchor] = node
        if stack:
            stack[-1].nodes.append(node)
        else:
            root = node
    return root


def resolve(event: Any, anchors: dict[str, Node], name: str) -> Node:
    """Find what an alias stands for; one that is still open would hold itself."""
    if event.anchor not in anchors:
        raise ConfigError(f"{spot(event, name)}: '*{event.anchor}' stands for nothing before it")
    return anchors[event.anchor]


def close(opened: Open, event: Any, name: str) -> Node:
    """Make the node of a list or mapping that has ended."""
    start, end = place(opened.event.start_mark), place(event.end_mark)
    size = 1 + sum(node.size for node in opened.nodes)
    if size > MAX_NODES:
        raise ConfigError(f"{spot(opened.event, name)}: aliases make this too large ({size} values)")
    flow = bool(opened.event.flow_style)
    if isinstance(opened.event, yaml.SequenceStartEvent):
        return Items(start, end, tuple(opened.nodes), flow, size)
    keys = []
    for key in opened.nodes[::2]:
        if not isinstance(key, Scalar):
            raise ConfigError(f"{name}:{key.start.line}:{key.start.column}: a key must be a single word")
        keys.append(key)
    return Pairs(start, end, tuple(zip(keys, opened.nodes[1::2], strict=True)), flow, size)


def check_tag(event: Any, name: str) -> None:
    """Refuse tags that ask for more than data."""
    if event.tag and event.tag not in KNOWN_TAGS and event.tag != "!":
        tag = printable(event.tag.replace("tag:yaml.org,2002:", "!!"))
        raise ConfigError(f"{spot(event, name)}: the tag '{tag}' is not allowed; write plain texts, lists and mappings")


def printable(message: str) -> str:
    """Keep a message in its line, whatever it quotes."""
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in message)


def spot(event: Any, name: str) -> str:
    """Name where an event was seen."""
    return f"{name}:{event.start_mark.line + 1}:{event.start_mark.column + 1}"


def place(mark: Any) -> Place:
    """Count from 1."""
    return Place(mark.line + 1, mark.column + 1)
