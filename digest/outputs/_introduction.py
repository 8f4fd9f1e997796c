"""An editor's introduction: Markdown to paragraphs and lists of plain runs of text, which any output can write."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from digest.outputs import _links, _plain

if TYPE_CHECKING:
    from markdown_it.token import Token

Kind = Literal["paragraph", "bullets", "numbers", "quotation"]
LISTS: dict[str, Kind] = {"bullet_list_open": "bullets", "ordered_list_open": "numbers"}


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike."""

    text: str
    href: str | None = None
    strong: bool = False
    emphasis: bool = False


Passage = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or quotation (one passage), or a list (one passage an entry; lists within lists are flat)."""

    kind: Kind
    passages: tuple[Passage, ...]


def introduction_of(markdown: str | None) -> tuple[Block, ...]:
    """Read CommonMark; HTML in it is text, a heading a bold paragraph, an image its description."""
    from markdown_it import MarkdownIt

    if not markdown or not markdown.strip():
        return ()
    blocks: list[Block] = []
    kinds: list[Kind] = []
    strong = False
    for token in MarkdownIt("commonmark", {"html": False}).parse(markdown):
        if token.type in LISTS:
            kinds.append(LISTS[token.type])
        elif token.type == "blockquote_open":
            kinds.append("quotation")
        elif token.type in {"bullet_list_close", "ordered_list_close", "blockquote_close"}:
            kinds.pop()
        elif token.type in {"heading_open", "heading_close"}:
            strong = token.type == "heading_open"
        elif token.type in {"inline", "fence", "code_block"}:
            add(blocks, kinds[0] if kinds else "paragraph", passage(token, strong=strong))
    return tuple(blocks)


def add(blocks: list[Block], kind: Kind, runs: Passage) -> None:
    """Add a passage: to the list before it, if it goes on, else as a block of its own."""
    if not runs:
        return
    if blocks and kind in {"bullets", "numbers"} and blocks[-1].kind == kind:
        blocks[-1] = replace(blocks[-1], passages=(*blocks[-1].passages, runs))
    else:
        blocks.append(Block(kind, (runs,)))


def passage(token: Token, *, strong: bool) -> Passage:
    """Read the runs of one inline token, neighbours that look alike joined."""
    runs: list[Run] = []
    look = Run("", strong=strong)
    for child in token.children or [token]:
        text = child.content
        match child.type:
            case "strong_open" | "strong_close":
                look = replace(look, strong=strong or child.type == "strong_open")
            case "em_open" | "em_close":
                look = replace(look, emphasis=child.type == "em_open")
            case "link_open":
                look = replace(look, href=_links.subscription(str(child.attrs.get("href", ""))))
            case "link_close":
                look = replace(look, href=None)
            case "softbreak" | "hardbreak":
                text = " "
        if text:
            runs.append(replace(look, text=text))
    return cleaned(runs)


def cleaned(runs: list[Run]) -> Passage:
    """Clean each run but keep the spaces between them; leave out what holds nothing."""
    joined: list[Run] = []
    for run in runs:
        before = " " if run.text[:1].isspace() else ""
        after = " " if run.text[-1:].isspace() else ""
        inner = _plain.line(run.text)
        text = f"{before}{inner}{after}" if inner else " "
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(run, text=(joined[-1].text + text).replace("  ", " "))
        else:
            joined.append(replace(run, text=text))
    while joined and not joined[-1].text.strip():
        joined.pop()
    return tuple(joined)
