"""HTML to trees and plain text, however broken or hostile: the one module that touches lxml.

Nothing here reads a file or the network, runs a script or expands an entity of a document type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING

from digest.characters import tidy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_CHARS = 6_000_000
"""Characters of a page that are looked at: the longest honest pages have 5 MB, nearly all of it script."""

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
TIGHT = frozenset({"li", "dt", "dd", "thead", "tbody", "tfoot", "tr", "summary", "caption"})
"""Blocks that begin a line rather than a paragraph."""

CELLS = frozenset({"td", "th"})
UNSHOWN = frozenset({
    "script", "style", "noscript", "template", "head", "title", "iframe", "object", "embed", "applet", "svg",
    "math", "canvas", "audio", "video", "select", "option", "datalist", "textarea", "button", "input", "form",
    "nav", "map", "area", "noframes", "frameset",
})  # fmt: skip
FURNITURE = frozenset({"figcaption", "footer", "aside", "header"})
"""Elements whose text is not the entry's own; taken after all where nothing else holds any."""

ELEMENT = re.compile(r"<[a-zA-Z!/]")
ESCAPED_ELEMENT = re.compile(
    r"</(?:p|div|a|b|i|em|strong|span|ul|ol|li|h[1-6]|blockquote|table|figure)\s*>|<(?:br|p|img|hr)\b[^<>]*>",
    re.IGNORECASE,
)
XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
INLINE = re.compile(
    r"</?(?:a|abbr|b|big|bdi|bdo|cite|code|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strike|strong|sub|sup|"
    r"time|tt|u|var)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
NESTING = re.compile(
    r"(?:</?(?!(?:br|h[1-6]|head|title|html|body|meta|link|base|script|style|noscript|template|svg|iframe)\b)"
    r"[a-z][^<>]*>\s*)+",
    re.IGNORECASE,
)
"""Tags that only nest, as one break between paragraphs."""

NO_DISPLAY = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
SPACES = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
"""White space that is not a single blank already."""

PARAGRAPH, LINE, CELL = "\n\n", "\n", " | "
BREAKS = (CELL, LINE, PARAGRAPH)
"""From the weakest to the strongest: of several in a row the strongest holds."""


def parse(html: str) -> HtmlElement | None:
    """Make a tree of a page or a piece of one; None where there is nothing in it.

    Where elements are nested deeper than the parser goes, all that only nests is taken out first.
    """
    source = XML_DECLARATION.sub("", html[:MAX_CHARS]).replace("\x00", "")
    if not source.strip():
        return None
    tree, is_cut = tree_of(source)
    return tree_of(NESTING.sub("<p>", INLINE.sub("", source)))[0] if is_cut else tree


def tree_of(source: str) -> tuple[HtmlElement | None, bool]:
    """Have lxml make the tree, and tell whether it left out what lies too deep."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, no_network=True, encoding="utf-8")
    try:
        tree = document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        tree = None
    return tree, any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log)


def plain(html: str) -> str:
    """Turn a piece of HTML into plain text: paragraphs parted by a blank line, items and rows by a line break.

    What is not shown is left out, as are navigation, forms, captions, headers and footers of the piece. Markup
    that was escaped once too often is undone.
    """
    text = shown(html)
    # An escaped tag in a piece with no tags of its own is a mistake of the feed, not an article on HTML.
    for _ in range(2):
        if ELEMENT.search(html) or not ESCAPED_ELEMENT.search(text):
            break
        html, text = text, shown(text)
    return text


def shown(html: str) -> str:
    """Take the text out of a piece of HTML as a reader sees it."""
    if not ELEMENT.search(html):
        return tidy(unescape(html))
    tree = parse(html)
    if tree is None:
        return ""
    text = text_of(tree, without=UNSHOWN | FURNITURE)
    return text or text_of(tree, without=UNSHOWN - {"noscript", "form", "nav"})


def text_of(tree: HtmlElement, without: frozenset[str] = UNSHOWN) -> str:
    """Take the text of an element and all below it, tidy; elements named in `without` are passed over."""
    parts: list[str] = []
    after_break = True
    for part in walk(tree, without):
        is_break = part in BREAKS
        if is_break and after_break:
            if parts:
                parts[-1] = max(parts[-1], part, key=BREAKS.index)
        elif is_break or not after_break or not part.isspace():
            parts.append(part)
            after_break = is_break
    return tidy("".join(parts))


def walk(tree: HtmlElement, without: frozenset[str]) -> Iterator[str]:
    """Yield runs of text and breaks in reading order, without recursion: hostile trees are deep."""
    stack: list[tuple[HtmlElement | str, bool]] = [(tree, False)]
    verbatim = 0
    while stack:
        node, left = stack.pop()
        if isinstance(node, str):
            yield node if verbatim else squeeze(node)
        elif left:
            verbatim -= node.tag == "pre"
            yield from break_of(node.tag)
        elif isinstance(node.tag, str) and node.tag not in without and not is_hidden(node):
            verbatim += node.tag == "pre"
            yield from break_of(node.tag)
            stack.append((node, True))
            stack.extend(inside(node))


def inside(node: HtmlElement) -> Iterator[tuple[HtmlElement | str, bool]]:
    """Yield an element's text and children, last first."""
    for child in reversed(node):
        if child.tail:
            yield child.tail, False
        yield child, False
    if node.text:
        yield node.text, False


def break_of(tag: str) -> Iterator[str]:
    """Yield the break that an element makes where it begins and ends."""
    if tag in CELLS:
        yield CELL
    elif tag in TIGHT or tag == "br":
        yield LINE
    elif tag in BLOCKS:
        yield PARAGRAPH


def is_hidden(node: HtmlElement) -> bool:
    """Tell whether an element's own attributes keep it from being shown."""
    return node.get("hidden") is not None or NO_DISPLAY.search(node.get("style") or "") is not None


def squeeze(text: str) -> str:
    """Make one blank of each run of white space, as HTML shows it."""
    return SPACES.sub(" ", text)
