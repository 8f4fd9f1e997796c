"""A web page to the text of its article: the one module that touches trafilatura."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.markup import FURNITURE, UNSHOWN, parse, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_ELEMENTS, MAX_CHARS = 20_000, 1_500_000
"""Elements, or characters shown, from which a page is read plainly: trafilatura needs minutes for what only a
hostile page holds."""

LIST_MARK = re.compile(r"^(?:-\s+)(?=\S)", re.MULTILINE)
ROW_EDGE = re.compile(r"^\s*\|\s*|\s*\|\s*$", re.MULTILINE)


def page_text(html: str) -> str:
    """Take the article out of a page: paragraphs parted by a blank line; empty where there is none.

    Reader comments are never part of it. No network is used.
    """
    tree = parse(html)
    if tree is None:
        return ""
    return extracted(tree) or text_of(tree, without=UNSHOWN | FURNITURE)


def extracted(tree: HtmlElement) -> str:
    """Let trafilatura find the article, in its default mode; "" where it finds none."""
    from trafilatura import extract

    if is_excessive(tree):
        return ""
    text = extract(tree, include_comments=False, include_tables=True) or ""
    return ROW_EDGE.sub("", LIST_MARK.sub("", text)).replace("\n", "\n\n")


def is_excessive(tree: HtmlElement) -> bool:
    """Tell whether a page has more elements, or more text, than any article's."""
    chars = 0
    for elements, element in enumerate(tree.iter(), start=1):
        chars += len(element.tail or "") + (0 if element.tag in UNSHOWN else len(element.text or ""))
        if elements > MAX_ELEMENTS or chars > MAX_CHARS:
            return True
    return False
