"""A web page to the text of its article: the one module that touches trafilatura."""

from __future__ import annotations

import re

from digest.markup import UNSHOWN, parse, text_of

LIST_MARK = re.compile(r"^(?:-\s+)(?=\S)", re.MULTILINE)
ROW_EDGE = re.compile(r"^\s*\|\s*|\s*\|\s*$", re.MULTILINE)


def page_text(html: str) -> str:
    """Take the article out of a page: paragraphs parted by a blank line; empty where there is none.

    Reader comments are never part of it. No network, and no limit on time: call it on pages
    within the limits of `fetch` only.
    """
    from trafilatura import extract

    tree = parse(html)
    if tree is None:
        return ""
    found = extract(tree, include_comments=False, include_tables=True)
    text = found or text_of(tree, without=UNSHOWN | {"header", "footer", "aside"})
    return ROW_EDGE.sub("", LIST_MARK.sub("", text)).replace("\n", "\n\n")
