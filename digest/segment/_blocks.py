"""Where paragraphs begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from digest.models import Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_LIST_ITEM = re.compile(r"\s*(?:[-*•‣◦–—>#|]|\(?\w{1,3}[.)])\s")
_NEXT_ITEM = re.compile(r"\s*(?:[-*•‣◦–—>#|]|\(?(?:\d{1,3}|[^\W\d_])[.)]|\(?\w{1,3}\))\s")  # not Oct. 3
_CLAUSE_END = '.:;!?…"”'
# Text wrapped by a program has lines within these bounds; shorter ones are verse or lists, longer ones paragraphs.
_NARROWEST, _WIDEST = 40, 120


def blocks(text: str) -> Iterator[Span]:
    """Give the paragraphs: lines, or runs of lines that a program has wrapped."""
    run: list[Span] = []
    for match in _LINE.finditer(text):
        line = match.span()
        if not match.group().strip():
            yield from _joined(text, run)
            run = []
            continue
        if run and not _adjacent(text, run[-1][1], line[0]):
            yield from _joined(text, run)
            run = []
        run.append(line)
    yield from _joined(text, run)


def _adjacent(text: str, end: int, start: int) -> bool:
    """Tell whether only one line break lies between."""
    return text[end:start] in {"\n", "\r\n", "\r"}


def _joined(text: str, lines: list[Span]) -> Iterator[Span]:
    """Join the lines of a wrapped paragraph; give others one by one."""
    if len(lines) > 1 and _wrapped([text[start:end] for start, end in lines]):
        yield lines[0][0], lines[-1][1]
    else:
        yield from lines


def _wrapped(lines: list[str]) -> bool:
    """Tell whether each line is as full as the width allows: the next line's first word had no room.

    The width is that of the longest line, so a greedy wrap always passes, and lines that end where
    their author ended them almost never do.
    """
    width = max(map(len, lines))
    if not _NARROWEST <= width <= _WIDEST or _LIST_ITEM.match(lines[0]) or _listed(lines):
        return False
    full = (len(line.rstrip()) + 1 + len(after.split(maxsplit=1)[0]) > width for line, after in pairwise(lines))
    return all(full)


def _listed(lines: list[str]) -> bool:
    """Tell whether lines behind the first are items of a list: more than one, or one behind the end of a clause."""
    items = [before for before, line in pairwise(lines) if _NEXT_ITEM.match(line)]
    return len(items) > 1 or any(before.rstrip()[-1:] in tuple(_CLAUSE_END) for before in items)
