"""Markdown to plain text: the one module that touches markdown-it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from digest.markup import plain

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


MAX_CHARS = 300_000
"""Characters of Markdown that are parsed: a novel has twice as many, an article a tenth of it."""


def markdown_text(source: str) -> str:
    """Turn Markdown (CommonMark with tables, HTML allowed) into plain text by way of HTML.

    Code blocks, images and link targets are left out. What is longer than any article stays as it is.
    """
    if len(source) > MAX_CHARS:
        return source
    return plain(parser().render(source))


@cache
def parser() -> MarkdownIt:
    """Make the parser, once."""
    from markdown_it import MarkdownIt

    made = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    for rule in ("fence", "code_block", "image"):
        made.add_render_rule(rule, nothing)
    return made


def nothing(*_: object) -> str:
    """Render as nothing."""
    return ""
