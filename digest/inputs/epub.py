"""Electronic books and magazines (.epub, EPUB 2 and 3): each chapter is an entry."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from hashlib import sha256
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from digest.characters import decode, tidy_line
from digest.errors import ParseError
from digest.inputs._dates import moment
from digest.inputs._entries import bounded, plain_length
from digest.inputs._zip import MAGIC, Archive
from digest.markup import parse as parse_markup
from digest.markup import plain
from digest.models import Document, Entry, Feed

ISOLATED = True
IS_FEED = True

DUBLIN = "{http://purl.org/dc/elements/1.1/}"
CONTAINER = "META-INF/container.xml"
ENCRYPTION = "META-INF/encryption.xml"
TYPES = frozenset({"application/xhtml+xml", "text/html"})
MAX_CHAPTERS = 1_000
LONG = 400
"""Characters outside links from which a part is a chapter whatever is in it: poems have no sentences."""

MIN_WORDS = 8
"""Words in sentences from which a shorter part is one: titles, names and addresses end in no full stop."""

LINK = re.compile(r"<a\s(?=[^<>]*\bhref\b)[^<>]*>[^<]*(?:<(?!/?a\b)[^<]*)*</a\s*>", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?…。！？؟।][\"'”’»)\]」』]*$")
WORD = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]{2}|[^\W_]+")
"""A word, or two letters of a script that parts none."""

RIGHTS = re.compile(r"\bISBN\b|(?:©|\([cC]\)|\b[Cc]opyright\b)\s*(?:©|\([cC]\))?\s*(?:19|20)\d\d\b")
"""What the page on rights and printing has."""

HEADINGS = ("h1", "h2", "h3", "title")


def recognizes(document: Document) -> float:
    """Tell a book by the type that its first part names."""
    return 0.97 if document.content.startswith(MAGIC) and b"application/epub+zip" in document.content[:200] else 0.0


def parse(document: Document) -> Feed:
    """Read the chapters in reading order; ParseError where the file is damaged, or holds no text."""
    archive = Archive(document.content)
    root = next((each.get("full-path") for each in archive.xml(CONTAINER).iter() if each.get("full-path")), None)
    if not root:
        raise ParseError("a damaged book: it does not say where its contents are")
    check_readable(archive)
    package = archive.xml(root)
    facts = {
        name: tidy_line(package.findtext(f".//{DUBLIN}{name}") or "")
        for name in ("title", "language", "date", "identifier")
    }
    authors = tuple(filter(None, (tidy_line(each.text or "") for each in package.iter(f"{DUBLIN}creator"))))
    entries = tuple(
        Entry(
            id=f"{facts['identifier'] or sha256(document.content).hexdigest()[:24]} {path}",
            title=title,
            content=content,
            markup="html",
            publisher=facts["title"] or None,
            authors=authors,
            published=moment(facts["date"]),
            language=facts["language"] or None,
        )
        for path, title, content in chapters(archive, package, root)
    )
    if not entries:
        raise ParseError("the book holds no text", kind="empty")
    return Feed(title=facts["title"], entries=entries, format="epub", language=facts["language"] or None)


def check_readable(archive: Archive) -> None:
    """Raise ParseError where chapters are encrypted; the fonts of a book that is open may be (EPUB 3.3)."""
    if ENCRYPTION not in archive.names():
        return
    locked = (each.get("URI") or "" for each in archive.xml(ENCRYPTION).iter() if each.tag.endswith("}CipherReference"))
    if any(name.lower().endswith((".xhtml", ".html", ".htm", ".xml")) for name in locked):
        raise ParseError("the book is encrypted; only its seller's programs can read it")


def chapters(archive: Archive, package: ET.Element, root: str) -> Iterator[tuple[str, str, str]]:
    """Give the path, heading and HTML of each chapter that has some text."""
    items = {
        each.get("id"): each
        for each in package.iter()
        if each.tag.endswith("}item") and each.get("media-type") in TYPES
    }
    order = [each.get("idref") for each in package.iter() if each.tag.endswith("}itemref")]
    for name in [name for name in order if name in items][:MAX_CHAPTERS]:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(root), unquote(items[name].get("href") or "")))
        content = bounded(decode(archive.read(path)))
        if is_chapter(content):
            yield path, heading_of(content), content


def is_chapter(content: str) -> bool:
    """Tell a part with a text of its own from covers, title pages, tables of contents and pages on rights."""
    own = LINK.sub(" ", content)
    if plain_length(own, is_html=True) >= LONG:
        return True
    text = plain(own)
    words = sum(len(WORD.findall(line)) for line in text.split("\n") if SENTENCE_END.search(line.rstrip()))
    return words >= MIN_WORDS and not RIGHTS.search(text)


def heading_of(content: str) -> str:
    """Find what a chapter calls itself."""
    tree = parse_markup(content)
    if tree is None:
        return ""
    found = (tidy_line(each.text_content()) for name in HEADINGS for each in tree.iter(name))
    return next((text for text in found if text), "")
