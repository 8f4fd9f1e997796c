"""Text set in columns, by the cells that characters take on a terminal (UAX #11)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

WIDTH = 76


def cells(text: str) -> int:
    """Count the cells of a text: two for wide characters, none for marks and joiners."""
    if text.isascii():
        return len(text)
    return cell(text) if len(text) == 1 else sum(map(cell, text))


@lru_cache(maxsize=4096)
def cell(character: str) -> int:
    """Count the cells of one character."""
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if is_wide(character) else 1


@lru_cache(maxsize=4096)
def is_wide(character: str) -> bool:
    """Whether a character takes two cells."""
    return unicodedata.east_asian_width(character) in {"W", "F"}


def wrap(text: str, first: str = "", rest: str | None = None, width: int = WIDTH) -> str:
    """Break a line at spaces, and between wide characters, into lines of at most `width` cells.

    `first` begins the first line, `rest` the others (spaces of the same width if not given). A word
    longer than a line, such as an address, stays whole. A no-break space is written as a plain one.
    """
    rest = " " * cells(first) if rest is None else rest
    lines: list[str] = []
    current, used, empty = first, cells(first), True
    for space, piece in pieces(text):
        size = cells(piece)
        if not empty and used + len(space) + size > width:
            lines.append(current.rstrip())
            current, used, empty = rest, cells(rest), True
        gap = "" if empty else space
        current, used, empty = f"{current}{gap}{piece}", used + len(gap) + size, False
    return "\n".join((*lines, current.rstrip())).replace("\u00a0", " ")


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """Part a text into what may not be broken, each with the space before it."""
    for word in text.split(" "):
        gap = " "
        start = 0
        for index in range(1, 0 if word.isascii() else len(word)):
            if breakable(word[index - 1], word[index]):
                yield gap, word[start:index]
                gap, start = "", index
        if word[start:]:
            yield gap, word[start:]


def breakable(before: str, after: str) -> bool:
    """Whether a line may break between two characters: beside a wide one, not before closing punctuation."""
    if not (is_wide(before) or is_wide(after)):
        return False
    opening = unicodedata.category(before) in {"Ps", "Pi"}
    closing = unicodedata.category(after) in {"Pe", "Pf", "Po", "Mn", "Me", "Cf", "Lm", "Sk"}
    return not (opening or closing or before == "\u200d")
