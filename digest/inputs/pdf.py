"""PDF files, by pypdf, which the extra `pdf` installs: the one module that touches it."""

from __future__ import annotations

import io
import re
from hashlib import sha256
from typing import Any

from digest.characters import tidy_line
from digest.errors import ParseError
from digest.inputs._dates import moment
from digest.inputs._entries import bounded
from digest.models import Document, Entry, Feed

ISOLATED = True

MAGIC = b"%PDF-"
MAX_PAGES = 500
LONGEST_TITLE = 150
MISSING = "PDF files need an extra that is not installed: pip install 'digest[pdf]'"
HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\n(?=[a-zà-öø-ÿ])")
PAGE_NUMBER = re.compile(r"^\s*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\s*$", re.IGNORECASE | re.MULTILINE)
SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+[A-ZÀ-Þ]\S*(?:\s+\S+){0,9}$")
"""A heading with its number."""

NEARLY_FULL, SHORT = 0.8, 0.6
"""Shares of the widest line's length."""

FILE_NAME = re.compile(r"\.(?:pdf|docx?|indd|qxd|tex|rtf|pages)$|^microsoft word|^untitled", re.IGNORECASE)
DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")


def recognizes(document: Document) -> float:
    """Tell a PDF by its first bytes."""
    return 0.97 if MAGIC in document.content[:1024] else 0.0


def parse(document: Document) -> Feed:
    """Read one entry, its lines joined to paragraphs.

    Raises ParseError where pypdf is not installed, the file is damaged or locked, or holds only pictures of text.
    """
    try:
        import pypdf
        from pypdf.errors import PyPdfError
    except ImportError as error:
        raise ParseError(MISSING) from error
    try:
        reader = pypdf.PdfReader(io.BytesIO(document.content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ParseError("the PDF is locked with a password")
        pages = [page.extract_text() or "" for page in reader.pages[:MAX_PAGES]]
        facts = {name: fact(reader, name) for name in ("/Title", "/Author", "/CreationDate")}
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError) as error:
        # pypdf raises its own errors for some faults of a file, and any of these for others.
        raise ParseError(f"a damaged PDF ({type(error).__name__})") from error
    text = bounded("\n\n".join(paragraphs(page) for page in joined(pages)))
    if not text.strip():
        raise ParseError("the PDF holds no text, only pictures; it would have to be recognized first", kind="empty")
    return feed_of(document, facts, text)


def feed_of(document: Document, facts: dict[str, str], text: str) -> Feed:
    """Make a feed of one entry; where the file has no title of use, its first paragraph may be one."""
    title = "" if FILE_NAME.search(facts["/Title"]) else facts["/Title"]
    first, _, rest = text.partition("\n\n")
    if not title and rest.strip() and is_heading(first):
        title, text = first, rest
    date = DATE.match(facts["/CreationDate"])
    entry = Entry(
        id=document.url or sha256(text.encode()).hexdigest()[:24],
        title=tidy_line(title),
        content=text,
        markup="text",
        url=document.url,
        authors=(facts["/Author"],) if facts["/Author"] else (),
        published=moment("-".join(date.groups())) if date else None,
    )
    return Feed(title=entry.title, entries=(entry,), format="pdf", url=document.url)


def is_heading(text: str) -> bool:
    """Tell whether a paragraph looks like a title."""
    return len(text) <= LONGEST_TITLE and not SENTENCE_END.search(text) and "://" not in text


def fact(reader: Any, name: str) -> str:
    """Read one of the file's facts; "" where it has none."""
    value = (reader.metadata or {}).get(name)
    return tidy_line(str(value)) if value else ""


def joined(pages: list[str]) -> list[str]:
    """Drop page numbers and the lines that most pages begin or end with."""
    cleaned = [PAGE_NUMBER.sub("", page).strip("\n ") for page in pages]
    if len(cleaned) < 4:  # noqa: PLR2004
        return cleaned
    edges = [(page.split("\n")[0].strip(), page.split("\n")[-1].strip()) for page in cleaned]
    repeated = {line for line in {line for edge in edges for line in edge} if line and often(line, edges)}
    return ["\n".join(line for line in page.split("\n") if line.strip() not in repeated) for page in cleaned]


def often(line: str, edges: list[tuple[str, str]]) -> bool:
    """Tell whether a line stands at the edge of every other page or more."""
    return sum(line in edge for edge in edges) * 2 >= len(edges)


def paragraphs(page: str) -> str:
    """Join the lines of a page: words that were divided, and lines that do not end a paragraph."""
    lines = [line.strip() for line in HYPHEN.sub("", page).split("\n")]
    widest = max(map(len, lines), default=0)
    parts: list[str] = []
    ended = True
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if line and (ended or NUMBERED.match(line)):
            parts.append(line)
        elif line:
            parts[-1] += f" {line}"
        ended = not line or ends_paragraph(line, following, widest)
    return "\n\n".join(parts)


def ends_paragraph(line: str, following: str, widest: int) -> bool:
    """Tell whether a paragraph ends with a line: a short one that ends a sentence, or a heading."""
    if SENTENCE_END.search(line):
        return len(line) < NEARLY_FULL * widest
    starts_anew = following[:1].isupper() or following[:1].isdigit()
    return starts_anew and len(line) < SHORT * widest
