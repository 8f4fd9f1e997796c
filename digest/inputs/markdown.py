"""Markdown with or without front matter (YAML between `---`, TOML between `+++`)."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Any

from digest.characters import decode, tidy_line, visible
from digest.errors import ParseError
from digest.inputs._front_matter import read_front_matter
from digest.inputs._metadata import as_date, as_names, as_text, web_address
from digest.models import Document, Entry, Feed

ENOUGH_SIGNS = 3
EXTENSIONS = (".md", ".markdown", ".mdown", ".mkd")
FRONT = re.compile(rb"^(?:\xef\xbb\xbf)?(?:---|\+\+\+)[ \t]*\r?\n")
SIGNS = re.compile(
    rb"^(?:#{1,6} \S|(?:=|-){3,}[ \t]*$|[*-] \S|\d+\. \S|> \S|```)|\]\((?:https?:|[./#])|\*\*\w", re.MULTILINE
)
HEADING = re.compile(r"^\s{0,3}#[ \t]+(.+?)[ \t#]*(?:\n|$)|^([^\n#>*-][^\n]*)\n=+[ \t]*(?:\n|$)")
EMPHASIS = re.compile(r"(\*\*|__|\*|_|`)(?=\S)(.+?)(?<=\S)\1|!?\[([^\]]*)\]\([^)]*\)|\[\^[^\[\]\s]{1,200}\]")
LONGEST_HEADING = 500
"""Characters up to which the marks of a heading are read: signs without a partner make that slow."""


def recognizes(document: Document) -> float:
    """Tell Markdown by its name or media type, and by front matter or several signs of it in the text."""
    head = document.content[:65_536]
    if not head.strip():
        return 0.0
    if document.media_type in {"text/markdown", "text/x-markdown"} or document.location.lower().endswith(EXTENSIONS):
        return 0.6
    if FRONT.match(head) and re.search(rb"^(?:title|date|author|tags)\s*[:=]", head, re.MULTILINE):
        return 0.5
    return 0.3 if len(SIGNS.findall(head)) >= ENOUGH_SIGNS and not head.lstrip().startswith((b"<", b"{", b"[")) else 0.0


def parse(document: Document) -> Feed:
    """Read one entry, with what its front matter says of it; a first heading serves as title where that says none.

    Raises ParseError for bytes that are no text (kind "parse") and where there is none ("empty").
    """
    text = visible(decode(document.content, document.charset))
    facts, body = read_front_matter(text)
    heading, rest = split_heading(body)
    title = as_text(facts.get("title")) or heading
    if title == heading:
        body = rest
    if not body.strip():
        raise ParseError("the file holds no text", kind="empty")
    entry = entry_of(document, facts, title, body)
    return Feed(title=title, entries=(entry,), format="markdown", url=entry.url, language=entry.language)


def entry_of(document: Document, facts: dict[str, Any], title: str, body: str) -> Entry:
    """Make the entry, its metadata under the names that site generators use."""

    def first(*keys: str) -> Any:
        return next((facts[key] for key in keys if facts.get(key)), None)

    url = web_address(first("url", "canonical_url", "canonical", "link", "source_url", "permalink"))
    source = as_text(first("publisher", "source", "site", "site_name", "publication"))
    if web_address(source):
        url, source = url or web_address(source), ""
    return Entry(
        id=url or document.url or sha256(f"{title}\n{body}".encode()).hexdigest()[:24],
        title=title,
        content=body,
        markup="markdown",
        url=url or document.url,
        publisher=source or None,
        authors=as_names(first("author", "authors", "by", "byline")),
        published=as_date(first("date", "published", "publishdate", "pubdate", "created", "date_published")),
        language=as_text(first("language", "lang", "locale")) or None,
        tags=as_names(first("tags", "tag", "keywords", "categories", "category")),
    )


def split_heading(text: str) -> tuple[str, str]:
    """Part a text from a heading of the first level at its beginning; "" where there is none."""
    found = HEADING.match(text.lstrip("\n"))
    if found is None:
        return "", text
    heading = found[1] or found[2]
    if len(heading) <= LONGEST_HEADING:
        heading = EMPHASIS.sub(lambda match: match[2] or match[3] or "", heading)
    return tidy_line(heading), text.lstrip("\n")[found.end() :]
