"""Changes to the list `feeds` that keep all else as it is, byte for byte: comments, order, quoting.

The places of the nodes tell where to cut; nothing is written anew from values. What comes out is
read again, and where it does not say exactly what was meant, the change is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from digest.config.document import Items, Node, Pairs, Place, Scalar, read
from digest.errors import ConfigError

PLAIN = re.compile(r"[A-Za-z0-9./_][\w./?=&%+~@:-]*(?<!:)")
WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "."})
MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Element:
    """One element of `feeds`: its address, path or pattern as written, its name, and where it begins."""

    place: str
    name: str | None
    line: int


def elements(content: bytes, name: str) -> list[Element]:
    """List the elements of `feeds`, patterns of file names unresolved; raises ConfigError for what is no YAML."""
    feeds = feeds_of(read(content, name))
    return [element_of(node) for node in feeds.nodes] if isinstance(feeds, Items) else []


def added(content: bytes, name: str, *new: Mapping[str, str]) -> bytes:
    """Add elements at the end; their keys are `url` or `file`, and perhaps `name` and `section`."""
    feeds = feeds_of(read(content, name))
    text = Text.of(content)
    if isinstance(feeds, Items) and feeds.nodes:
        last, column = feeds.nodes[-1], feeds.start.column
        if feeds.flow:
            after = text.replaced(last.end, last.end, "".join(f", {flow(values)}" for values in new))
        else:
            after = text.with_lines(text.end_of(last, column), blocks(new, column - 1))
    elif feeds is not None:
        bare = Text.of(text.replaced(feeds.start, feeds.end, ""))
        after = bare.with_lines(feeds.start.line, blocks(new, 2))
    else:
        after = text.with_lines(text.text.count("\n") + 1, f"feeds:\n{blocks(new, 2)}")
    given = [dict(values) if set(values) != {"url"} else values["url"] for values in new]
    return checked(content, after, name, [*meaning_of_feeds(content, name), *given])


def removed(content: bytes, name: str, number: int) -> bytes:
    """Take an element out, with the comments within it; those above it stay."""
    feeds = feeds_of(read(content, name))
    assert isinstance(feeds, Items)
    node, text = feeds.nodes[number], Text.of(content)
    if feeds.flow and number:
        new = text.replaced(feeds.nodes[number - 1].end, node.end, "")
    elif feeds.flow:
        new = text.replaced(node.start, feeds.nodes[1].start if len(feeds.nodes) > 1 else node.end, "")
    else:
        first = text.dash_of(node, feeds.start.column)
        after = text.end_of(node, feeds.start.column) + 1
        if text.blank(first - 1) and text.blank(after):
            after += 1
        new = text.replaced(Place(first, 1), Place(after, 1), "")
    meant = meaning_of_feeds(content, name)
    return checked(content, new, name, meant[:number] + meant[number + 1 :])


def switched(content: bytes, name: str, number: int, *, enabled: bool) -> bytes:
    """Switch an element on or off; a bare address becomes a mapping."""
    feeds = feeds_of(read(content, name))
    assert isinstance(feeds, Items)
    node, text, word = feeds.nodes[number], Text.of(content), "true" if enabled else "false"
    meant = meaning_of_feeds(content, name)
    if isinstance(node, Pairs):
        meant[number] = {**meant[number], "enabled": word}
        new = switched_pairs(text, node, word)
    else:
        meant[number] = {"url": meant[number], "enabled": word}
        written = text.between(node.start, node.end)
        indent = " " * (node.start.column - 1)
        shown = f"{{url: {written}, enabled: {word}}}" if feeds.flow else f"url: {written}\n{indent}enabled: {word}"
        new = text.replaced(node.start, node.end, shown)
    return checked(content, new, name, meant)


def switched_pairs(text: Text, node: Pairs, word: str) -> bytes:
    """Change the value of `enabled`, or add the key after the others."""
    given = next((value for key, value in node.pairs if key.text == "enabled"), None)
    if given is not None:
        return text.replaced(given.start, given.end, word if given.start != given.end else f" {word}")
    last = node.pairs[-1][1]
    if node.flow:
        return text.replaced(last.end, last.end, f", enabled: {word}")
    return text.with_lines(text.last_line(last), f"{' ' * (node.start.column - 1)}enabled: {word}")


def checked(before: bytes, after: bytes, name: str, feeds: list[Any]) -> bytes:
    """See that the new text says what was meant and nothing else has changed; raises ConfigError."""
    refusal = f"{name}: cannot be changed without touching more than one feed; edit the list 'feeds' by hand"
    try:
        old, new = meaning(read(before, name)) or {}, meaning(read(after, name))
    except ConfigError as error:
        raise ConfigError(refusal) from error
    if new not in ({**old, "feeds": feeds}, {**old, "feeds": feeds or ""}):
        raise ConfigError(refusal)
    return after


def meaning(node: Node | None) -> Any:
    """Give what a node says, whatever its form."""
    if isinstance(node, Pairs):
        return {key.text: meaning(value) for key, value in node.pairs}
    if isinstance(node, Items):
        return [meaning(item) for item in node.nodes]
    return node.text if node else None


def meaning_of_feeds(content: bytes, name: str) -> list[Any]:
    """Give what the elements of `feeds` say."""
    feeds = feeds_of(read(content, name))
    return [meaning(node) for node in feeds.nodes] if isinstance(feeds, Items) else []


def feeds_of(root: Node | None) -> Node | None:
    """Find the value of `feeds`, None where there is no such key."""
    pairs = root.pairs if isinstance(root, Pairs) else ()
    return next((value for key, value in pairs if key.text == "feeds"), None)


def element_of(node: Node) -> Element:
    """Read what an element is known by."""
    if not isinstance(node, Pairs):
        return Element(node.text if isinstance(node, Scalar) else "", None, node.start.line)
    texts = {key.text: value.text for key, value in node.pairs if isinstance(value, Scalar)}
    return Element(texts.get("url") or texts.get("file") or "", texts.get("name"), node.start.line)


def blocks(new: Sequence[Mapping[str, str]], indent: int) -> str:
    """Write elements of a list of lines."""
    return "\n".join(block(values, indent) for values in new)


def block(values: Mapping[str, str], indent: int) -> str:
    """Write an element of a list of lines."""
    if set(values) == {"url"}:
        return f"{' ' * indent}- {quoted(values['url'])}"
    lines = [f"{key}: {quoted(value)}" for key, value in values.items()]
    return "\n".join(" " * indent + ("  " if number else "- ") + line for number, line in enumerate(lines))


def flow(values: Mapping[str, str]) -> str:
    """Write an element of a list in brackets."""
    if set(values) == {"url"}:
        return quoted(values["url"])
    return "{" + ", ".join(f"{key}: {quoted(value)}" for key, value in values.items()) + "}"


def quoted(value: str) -> str:
    """Write a text, in quotation marks where it could be taken for something else."""
    if PLAIN.fullmatch(value) and value.lower() not in WORDS:
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(letter if letter.isprintable() else f"\\U{ord(letter):08x}" for letter in escaped) + '"'


@dataclass(frozen=True, slots=True)
class Text:
    """A file's text, to be cut at places; every change gives new bytes."""

    text: str
    mark: str
    newline: str

    @classmethod
    def of(cls, content: bytes) -> Text:
        """Take the text apart from the mark at its beginning."""
        text = content.decode()
        return cls(
            text.removeprefix(MARK), text[:1] if text.startswith(MARK) else "", "\r\n" if "\r\n" in text else "\n"
        )

    def line(self, number: int) -> str:
        """Give a line, counted from 1; an empty text beyond the ends."""
        lines = self.text.split("\n")
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def offset(self, place: Place) -> int:
        """Count the characters before a place."""
        lines = self.text.split("\n")[: place.line - 1]
        return min(sum(len(line) + 1 for line in lines) + place.column - 1, len(self.text))

    def between(self, start: Place, end: Place) -> str:
        """Give what stands between two places."""
        return self.text[self.offset(start) : self.offset(end)]

    def replaced(self, start: Place, end: Place, new: str) -> bytes:
        """Put a text in the place of another."""
        written = new.replace("\n", self.newline)
        return (self.mark + self.text[: self.offset(start)] + written + self.text[self.offset(end) :]).encode()

    def with_lines(self, after: int, new: str) -> bytes:
        """Put lines after a line."""
        place = Place(after + 1, 1)
        gap = "" if not self.text or self.text[: self.offset(place)].endswith("\n") else "\n"
        return self.replaced(place, place, f"{gap}{new}\n")

    def last_line(self, node: Node) -> int:
        """Name the last line on which a node says something: the end of a block lies where the next thing begins."""
        if isinstance(node, Pairs | Items) and not node.flow:
            return self.last_line(node.pairs[-1][1] if isinstance(node, Pairs) else node.nodes[-1])
        return node.end.line - 1 if node.end.column == 1 and node.end.line > node.start.line else node.end.line

    def end_of(self, node: Node, column: int) -> int:
        """Name the last line of an element: comments that are indented more than its dash belong to it."""
        last = self.last_line(node)
        while (following := self.line(last + 1)).lstrip().startswith("#") and len(following) - len(
            following.lstrip()
        ) >= column:
            last += 1
        return last

    def dash_of(self, node: Node, column: int) -> int:
        """Name the line with the dash before a node: that of the node, or one above it."""
        number = node.start.line
        while number > 1 and self.line(number)[column - 1 : column] != "-":
            number -= 1
        return number

    def blank(self, number: int) -> bool:
        """Tell whether a line of the text is empty."""
        return 0 < number <= self.text.count("\n") and not self.line(number).strip()
