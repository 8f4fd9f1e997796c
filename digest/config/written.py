"""The text of feeds.yaml: cut at the places of its nodes, and values as it has them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digest.config.document import Items, Node, Pairs, Place

PLAIN = re.compile(r"[A-Za-z0-9./_][\w./?=&%+~@:-]*(?<!:)")
WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "."})
MARK = "\ufeff"


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
