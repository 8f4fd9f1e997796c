"""An editor's introduction: Markdown to blocks of plain runs of text, which any output can write."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from digest.outputs import _links, _plain

if TYPE_CHECKING:
    from markdown_it.token import Token

Kind = Literal["paragraph", "heading", "bullets", "numbers", "quotation", "code", "table"]
LISTS: dict[str, Kind] = {"bullet_list_open": "bullets", "ordered_list_open": "numbers"}
LIST_KINDS = frozenset(LISTS.values())
CLOSING = frozenset({"bullet_list_close", "ordered_list_close"})
DEEPEST = 3  # level of a list from which those within it are shown no deeper


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike."""

    text: str
    href: str | None = None
    strong: bool = False
    emphasis: bool = False
    code: bool = False


Passage = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or heading (one passage), quotation (its paragraphs), list (its entries), code (its lines), or table.

    A list, or code, within a list is a block of its own, of the next `level`; the outer one goes on behind it, from
    `start`.
    The first of a table's `rows` is its head.
    """

    kind: Kind
    passages: tuple[Passage, ...] = ()
    level: int = 1
    start: int = 1
    rows: tuple[tuple[Passage, ...], ...] = ()


@dataclass(slots=True)
class Items:
    """A list that is being read: its kind, the number of its present entry, and whether that entry has begun."""

    kind: Kind
    number: int
    begun: bool = False


@dataclass(slots=True)
class Reading:
    """What has been read, and what is open."""

    blocks: list[Block] = field(default_factory=list)
    lists: list[Items] = field(default_factory=list)
    quoted: int = 0
    heading: bool = False
    rows: list[list[Passage]] | None = None

    def take(self, token: Token) -> None:
        """Read the next token."""
        if token.type in LISTS:
            self.lists.append(Items(LISTS[token.type], int(token.attrs.get("start", 1)) - 1))
        elif token.type in CLOSING:
            self.lists.pop()
        elif token.type == "list_item_open":
            self.lists[-1] = Items(self.lists[-1].kind, self.lists[-1].number + 1)
        elif token.type in {"blockquote_open", "blockquote_close"}:
            self.quoted += token.nesting
        elif token.type in {"heading_open", "heading_close"}:
            self.heading = token.nesting > 0
        elif token.type in {"fence", "code_block"}:
            lines = tuple((Run(line, code=True),) for line in _plain.preformatted(token.content))
            level = min(len(self.lists), DEEPEST) + 1
            self.blocks += [Block("code", lines, level)] if lines else []
        else:
            self.take_words(token)

    def take_words(self, token: Token) -> None:
        """Read what holds words: a table, or a line of a block."""
        if token.type == "table_open":
            self.rows = []
        elif token.type == "table_close":
            self.blocks.append(Block("table", rows=tuple(map(tuple, self.rows or ()))))
            self.rows = None
        elif token.type == "tr_open" and self.rows is not None:
            self.rows.append([])
        elif token.type == "inline" and self.rows:
            self.rows[-1].append(passage(token))
        elif token.type == "inline" and (runs := passage(token)):
            self.add(runs)

    def add(self, runs: Passage) -> None:
        """Add a passage: to the block before it, if that goes on, else as a block of its own."""
        last = self.blocks[-1] if self.blocks else None
        if self.quoted:
            if last and last.kind == "quotation":
                self.blocks[-1] = replace(last, passages=(*last.passages, runs))
            else:
                self.blocks.append(Block("quotation", (runs,)))
        elif self.lists:
            self.add_entry(runs, last)
        else:
            self.blocks.append(Block("heading" if self.heading else "paragraph", (runs,)))

    def add_entry(self, runs: Passage, last: Block | None) -> None:
        """Add a passage to a list: as an entry, or to the present one."""
        here, level = self.lists[-1], min(len(self.lists), DEEPEST)
        same = last is not None and (last.kind, last.level) == (here.kind, level)
        if last is None or not same:
            self.blocks.append(Block(here.kind, (runs,), level, max(here.number, 0)))
        elif here.begun:
            joined = (*last.passages[-1], Run(" "), *runs)
            self.blocks[-1] = replace(last, passages=(*last.passages[:-1], cleaned(list(joined))))
        else:
            self.blocks[-1] = replace(last, passages=(*last.passages, runs))
        here.begun = True


def introduction_of(markdown: str | None) -> tuple[Block, ...]:
    """Read CommonMark with tables; HTML in it is text, an image its description."""
    if not markdown:
        return ()  # as in every digest: the parser takes longer to load than a digest to write
    from markdown_it import MarkdownIt

    reading = Reading()
    for token in MarkdownIt("commonmark", {"html": False}).enable("table").parse(markdown):
        reading.take(token)
    return tuple(reading.blocks)


def passage(token: Token) -> Passage:
    """Read the runs of one inline token, neighbours that look alike joined."""
    runs: list[Run] = []
    look = Run("")
    for child in token.children or [token]:
        text = child.content
        match child.type:
            case "strong_open" | "strong_close":
                look = replace(look, strong=child.type == "strong_open")
            case "em_open" | "em_close":
                look = replace(look, emphasis=child.type == "em_open")
            case "link_open":
                look = replace(look, href=_links.subscription(str(child.attrs.get("href", ""))))
            case "link_close":
                look = replace(look, href=None)
            case "softbreak" | "hardbreak":
                text = " "
        if text:
            runs.append(replace(look, text=text, code=child.type == "code_inline"))
    return cleaned(runs)


def cleaned(runs: list[Run]) -> Passage:
    """Clean each run but keep the spaces between them; leave out what holds nothing."""
    joined: list[Run] = []
    for run in runs:
        before = " " if run.text[:1].isspace() else ""
        after = " " if run.text[-1:].isspace() else ""
        inner = _plain.line(run.text, sys.maxsize)
        text = f"{before}{inner}{after}" if inner else " "
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(run, text=(joined[-1].text + text).replace("  ", " "))
        else:
            joined.append(replace(run, text=text))
    while joined and not joined[-1].text.strip():
        joined.pop()
    return tuple(joined)
