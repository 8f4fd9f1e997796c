"""Markdown to plain text: the one module that touches markdown-it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from digest.markup import plain

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline


MAX_CHARS = 300_000
"""Characters of Markdown that are parsed: a novel has twice as many, an article a tenth of it."""

FOOTNOTE = re.compile(r"\[\^([^\]\s]{1,200})\]")
DEFINITION = re.compile(FOOTNOTE.pattern + ":")
INDENT = 4
"""Columns by which a footnote's further paragraphs are set in."""

FOLLOWING = re.compile(r"[.,;:!?]|\s*$")
"""What a blank before a reference to a footnote would stand before, were the reference left out alone."""


def markdown_text(source: str) -> str:
    """Turn Markdown (CommonMark with tables, HTML allowed) into plain text by way of HTML.

    Code blocks, images, link targets and footnotes are left out. What is longer than any article stays as it is.
    """
    if len(source) > MAX_CHARS:
        return source
    return plain(parser().render(source))


@cache
def parser(*, footnotes: bool = False) -> MarkdownIt:
    """Make the parser, once; `footnotes` leaves them as they are written, for who wants to see a file."""
    from markdown_it import MarkdownIt

    made = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    for rule in ("fence", "code_block", "image"):
        made.add_render_rule(rule, nothing)
    if not footnotes:
        made.block.ruler.before("reference", "footnote", skip_footnote, {"alt": ["paragraph"]})
        made.inline.ruler.before("link", "footnote_reference", skip_footnote_reference)
    return made


def nothing(*_: object) -> str:
    """Render as nothing."""
    return ""


def skip_footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Pass over a footnote (`[^1]: …`) with all its lines, and remember that there is one of this name."""
    first = DEFINITION.match(state.src, state.bMarks[start] + state.tShift[start], state.eMarks[start])
    if first is None or state.is_code_block(start):
        return False
    if silent:
        return True
    state.env.setdefault("footnotes", set()).add(first[1].casefold())
    last = start
    others = state.md.block.ruler.getRules("paragraph")
    for line in range(start + 1, end):
        if state.isEmpty(line):
            continue
        column = state.sCount[line] - state.blkIndent
        goes_on = line == last + 1 and column >= 0 and not any(rule(state, line, end, True) for rule in others)
        if column < INDENT and not goes_on:
            break
        last = line
    state.line = last + 1
    return True


def skip_footnote_reference(state: StateInline, silent: bool) -> bool:
    """Pass over a reference (`[^1]`) to a footnote that there is."""
    found = FOOTNOTE.match(state.src, state.pos, state.posMax)
    if found is None or found[1].casefold() not in state.env.get("footnotes", ()):
        return False
    state.pos = found.end()
    if not silent and FOLLOWING.match(state.src, state.pos, state.posMax):
        state.pending = state.pending.rstrip()
    return True
