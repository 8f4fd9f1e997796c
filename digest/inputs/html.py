"""A web page, or a piece of HTML in a file; its facts are read, its text is taken out by `clean`."""

from __future__ import annotations

import re
from hashlib import sha256

from digest.characters import decode
from digest.errors import ParseError
from digest.inputs._page_facts import PageFacts, read_facts
from digest.markup import MAX_CHARS
from digest.markup import parse as parse_markup
from digest.models import Document, Entry, Feed

ISOLATED = True

EXTENSIONS = (".html", ".htm", ".xhtml", ".shtml")
MEDIA_TYPES = frozenset({"text/html", "application/xhtml+xml"})
PAGE = re.compile(rb"<!doctype\s+html|<(?:html|head|body)[\s>]", re.IGNORECASE)
ELEMENTS = re.compile(
    rb"<(?:p|div|span|h[1-6]|article|section|table|ul|ol|a|br|img|blockquote)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
OTHER_XML = re.compile(rb"<(?:rss|feed|rdf:RDF|opml|svg)[\s>]", re.IGNORECASE)
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
HEAD = 4096


def recognizes(document: Document) -> float:
    """Tell a page by its first elements; a piece by having many, or by its name or media type."""
    head = document.content[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head or not head.startswith(b"<") or OTHER_XML.search(head[:1024]):
        return 0.2 if head and is_named_html(document) and ELEMENTS.search(document.content[:65_536]) else 0.0
    if PAGE.search(head):
        return 0.9
    if ELEMENTS.match(head):
        return 0.7
    return 0.5 if is_named_html(document) else 0.0


def is_named_html(document: Document) -> bool:
    """Tell whether its name or media type says HTML."""
    return document.media_type in MEDIA_TYPES or document.location.lower().endswith(EXTENSIONS)


def parse(document: Document) -> Feed:
    """Read one entry, its metadata from the page.

    Raises ParseError for bytes that are no text (kind "parse") and for an empty page ("empty").
    """
    source = decode(document.content, document.charset or declared_charset(document.content))[:MAX_CHARS]
    tree = parse_markup(source)
    if tree is None:
        raise ParseError("the page is empty", kind="empty")
    if PAGE.search(document.content[:65_536]) is None:
        return feed_of(document, PageFacts(title=""), source, whole=False)
    return feed_of(document, read_facts(tree, document.url), source, whole=True)


def feed_of(document: Document, facts: PageFacts, source: str, *, whole: bool) -> Feed:
    """Make a feed of one entry."""
    url = facts.url or document.url
    entry = Entry(
        id=url or sha256(f"{facts.title}\n{source}".encode()).hexdigest()[:24],
        title=facts.title,
        content=source,
        markup="page" if whole else "html",
        url=url,
        publisher=facts.publisher,
        authors=facts.authors,
        published=facts.published,
        language=facts.language,
        tags=facts.tags,
    )
    return Feed(title=facts.publisher or facts.title, entries=(entry,), format="page", url=url, language=facts.language)


def declared_charset(content: bytes) -> str | None:
    """Find the charset that a page's own `meta` element names."""
    found = CHARSET.search(content[:HEAD])
    return found[1].decode("ascii") if found else None
