"""Word documents (.docx, ECMA-376): their paragraphs, without what was deleted, commented or noted."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from html import escape
from xml.etree import ElementTree as ET

from digest.characters import tidy_line
from digest.errors import ParseError
from digest.inputs._dates import moment
from digest.inputs._entries import bounded
from digest.inputs._zip import MAGIC, Archive
from digest.models import Document, Entry, Feed

ISOLATED = True

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DUBLIN = "{http://purl.org/dc/elements/1.1/}"
TERMS = "{http://purl.org/dc/terms/}"
CORE = "docProps/core.xml"
BREAKS = {f"{WORD}tab": " ", f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "-"}
UNSHOWN = frozenset(
    {f"{WORD}del", f"{WORD}moveFrom", f"{WORD}instrText", f"{WORD}pPr", f"{WORD}rPr", f"{WORD}txbxContent"}
)
TITLES = ("title", "titel", "titre", "título", "titolo")
HEADINGS = ("heading", "überschrift", "berschrift", "titre", "subtitle")


def recognizes(document: Document) -> float:
    """Tell a Word document by the part that every one has."""
    return 0.95 if document.content.startswith(MAGIC) and b"word/document.xml" in document.content else 0.0


def parse(document: Document) -> Feed:
    """Read one entry; ParseError where the file is damaged, or holds no text."""
    archive = Archive(document.content)
    body = archive.xml("word/document.xml").find(f"{WORD}body")
    facts = archive.xml(CORE) if CORE in archive.names() else ET.Element("none")
    paragraphs = [(style, text) for style, text in paragraphs_of(body) if text] if body is not None else []
    title = tidy_line(facts.findtext(f"{DUBLIN}title") or "")
    heading = next((text for style, text in paragraphs[:3] if style.startswith(TITLES)), "")
    if heading:
        paragraphs = [each for each in paragraphs if each[1] != heading]
    if not paragraphs:
        raise ParseError("the document holds no text", kind="empty")
    content = bounded(
        "\n".join(f"<{tag_of(style)}>{escape(text, quote=False)}</{tag_of(style)}>" for style, text in paragraphs)
    )
    author = tidy_line(facts.findtext(f"{DUBLIN}creator") or "")
    entry = Entry(
        id=document.url or sha256(content.encode()).hexdigest()[:24],
        title=tidy_line(heading) or title,
        content=content,
        markup="html",
        url=document.url,
        authors=(author,) if author else (),
        published=moment(facts.findtext(f"{TERMS}created")),
        language=facts.findtext(f"{DUBLIN}language") or None,
    )
    return Feed(title=entry.title, entries=(entry,), format="docx", url=document.url)


def paragraphs_of(body: ET.Element) -> Iterator[tuple[str, str]]:
    """Give the style, in lower case, and the text of each paragraph."""
    for paragraph in body.iter(f"{WORD}p"):
        style = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
        name = (style.get(f"{WORD}val") or "") if style is not None else ""
        yield name.lower(), " ".join("".join(runs(paragraph)).split())


def runs(element: ET.Element) -> Iterator[str]:
    """Give the pieces of a paragraph's text, without recursion."""
    stack = [element]
    while stack:
        node = stack.pop()
        if node.tag == f"{WORD}t":
            yield node.text or ""
        elif node.tag in BREAKS:
            yield BREAKS[node.tag]
        else:
            stack.extend(child for child in reversed(node) if child.tag not in UNSHOWN)


def tag_of(style: str) -> str:
    """Choose the HTML element of a style."""
    return "h2" if style.startswith(HEADINGS) else "p"
