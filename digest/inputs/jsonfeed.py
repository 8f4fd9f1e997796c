"""JSON Feed 1.0 and 1.1 (jsonfeed.org). Its titles are plain text."""

from __future__ import annotations

import json
import re
from typing import Any

from digest.addresses import join
from digest.characters import decode, tidy_line
from digest.errors import ParseError
from digest.inputs._dates import moment
from digest.inputs._entries import Places, bounded, distinct, identity, is_teaser, page_path
from digest.models import Document, Entry, Feed, Markup

ISOLATED = True
IS_FEED = True

VERSION = re.compile(rb"\"version\"\s*:\s*\"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version\\?/", re.IGNORECASE)
START = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")
MEDIA_TYPES = frozenset({"application/feed+json", "application/json"})


def recognizes(document: Document) -> float:
    """Tell a JSON Feed by its version, or other JSON by its start: that at least gets a reason."""
    if not START.match(document.content):
        return 0.0
    if VERSION.search(document.content):
        return 0.95
    return 0.6 if document.media_type in MEDIA_TYPES or document.location.lower().endswith(".json") else 0.3


def parse(document: Document) -> Feed:
    """Read all items; ParseError where it is no JSON, or no feed."""
    try:
        # Numbers stay as they are written: an id is a name, however long it is.
        found = json.loads(decode(document.content), parse_int=str, parse_float=str, parse_constant=str)
    except ValueError as error:
        raise ParseError(f"damaged JSON: {' '.join(str(error).split())[:120]}") from error
    except RecursionError as error:
        raise ParseError("refused: JSON nested too deep", kind="refused") from error
    if not isinstance(found, dict) or not isinstance(found.get("items"), list):
        raise ParseError("not a feed: JSON without the items of a JSON Feed")
    language = text(found.get("language")) or None
    authors = authors_of(found)
    items = [item for item in found["items"] if isinstance(item, dict)]
    home = join(document.url, text(found.get("home_page_url")))
    places = Places(document.url, home)
    return Feed(
        title=tidy_line(text(found.get("title"))),
        entries=distinct([entry_of(item, places, authors, language) for item in items]),
        format="json",
        url=home,
        language=language,
    )


def entry_of(item: dict[str, Any], places: Places, authors: tuple[str, ...], language: str | None) -> Entry:
    """Make an entry of an item."""
    content, markup = content_of(item)
    title = tidy_line(text(item.get("title")))
    link = text(item.get("url")) or text(item.get("external_url"))
    url = places.absolute(link)
    is_summary = not (text(item.get("content_html")) or text(item.get("content_text")))
    return Entry(
        id=identity(text(item.get("id")), url, title, content),
        title=title,
        content=content,
        markup=markup,
        url=url,
        page_path=page_path(link) if places.base is None and url is None else None,
        authors=authors_of(item) or authors,
        published=moment(text(item.get("date_published"))) or moment(text(item.get("date_modified"))),
        language=text(item.get("language")) or language,
        tags=tags_of(item),
        teaser=is_teaser(content, is_html=markup == "html", is_summary=is_summary),
    )


def content_of(item: dict[str, Any]) -> tuple[str, Markup]:
    """Choose an item's text: HTML, else plain, else the summary."""
    if html := text(item.get("content_html")):
        return bounded(html), "html"
    return bounded(text(item.get("content_text")) or text(item.get("summary"))), "text"


def authors_of(found: dict[str, Any]) -> tuple[str, ...]:
    """Name the authors: a list in version 1.1, one in 1.0."""
    listed = found.get("authors")
    people = listed if isinstance(listed, list) else [found.get("author")]
    names = (tidy_line(text(person.get("name"))) for person in people if isinstance(person, dict))
    return tuple(dict.fromkeys(name for name in names if name))


def tags_of(item: dict[str, Any]) -> tuple[str, ...]:
    """Name the tags, each once."""
    tags = item.get("tags")
    words = (tidy_line(text(tag)) for tag in tags) if isinstance(tags, list) else ()
    return tuple(dict.fromkeys(word for word in words if word))


def text(value: object) -> str:
    """Take a value as text, without lone surrogates; "" for what is none."""
    return value.encode("utf-8", "ignore").decode("utf-8") if isinstance(value, str) else ""
