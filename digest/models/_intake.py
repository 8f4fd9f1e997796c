"""What comes in: requests, documents, feeds, and what is remembered of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from digest.errors import Problem

Markup = Literal["page", "html", "text", "markdown"]
"""What an entry's content is: a whole web page, a piece of HTML, plain text, Markdown."""

SYNDICATED = frozenset({"rss", "atom", "rdf", "cdf", "json"})
"""Formats of documents that are feeds themselves."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to get, and how: the one argument of a `Fetch`.

    `location` is an http(s) URL, a path, or `-` for standard input. `base` is the folder below
    which a local page named by a local feed must lie. `etag` and `last_modified` are sent as they
    were received.
    """

    location: str
    base: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    auth: tuple[str, str] | None = None
    configured: bool = False  # named by the user, not by a feed: `allow_private` may apply
    page: bool = False  # an article page: robots.txt applies


@dataclass(frozen=True, slots=True)
class Document:
    """Fetched bytes. `location` is what was asked for, `url` where the bytes were found (None for a file)."""

    location: str
    content: bytes
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    unchanged: bool = False  # the server said 304: `content` is empty
    moved_to: str | None = None  # permanent redirect, 301 or 308
    max_age: int | None = None  # seconds for which the server says asking again is useless


Fetch = Callable[[Request], Document]
"""Gets a document or raises `FetchError`; tests pass a dictionary's method."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed, or one page or file, before cleaning.

    `id` is stable: the feed's own identifier, else its address, else a hash of title and text.
    `page_path` is a relative path by which a local feed names the entry's page.
    """

    id: str
    title: str
    content: str
    markup: Markup
    url: str | None = None
    page_path: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    teaser: bool = False  # the content is known to be only the beginning


@dataclass(frozen=True, slots=True)
class Feed:
    """What one document held: a feed, or a page or file as a feed of one entry."""

    title: str
    entries: tuple[Entry, ...]
    format: str = "page"  # rss, atom, rdf, json, page, text, markdown …
    url: str | None = None
    language: str | None = None
    ttl: int | None = None  # seconds between polls that the feed itself asks for
    left_out: int = 0  # entries beyond the limit
    whole: bool = True  # False: the document was cut off, and holds the entries before that

    @property
    def syndicated(self) -> bool:
        """Whether its title is its own, and not that of an article, a mail or a book."""
        return self.format in SYNDICATED


@dataclass(frozen=True, slots=True)
class FeedMemory:
    """What is remembered of one source between runs, by its `location` as configured; times are in UTC.

    `etag` and `last_modified` are sent back as they were received. `ttl` (the feed's own hint) and
    `max_age` (the server's) are seconds. No request before `retry_until`; none at all when `gone`.
    """

    location: str
    title: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    moved_to: str | None = None  # permanent redirect: where to ask from now on
    last_poll: datetime | None = None  # answered or not
    last_success: datetime | None = None  # read whole, or 304
    retry_until: datetime | None = None  # Retry-After of a 429 or 503, its own or another feed's of the same server
    ttl: int | None = None
    max_age: int | None = None
    gone: bool = False  # the server said 410
    failures: int = 0  # in a row
    first_failure: datetime | None = None  # of those in a row
    problem: Problem | None = None  # of the last poll, None where it went well


@dataclass(frozen=True, slots=True)
class Poll:
    """What asking one source brought; exactly one of `feed`, `problem` and `unchanged` holds.

    The validators are those of the body that was parsed. A source that was not due is no poll.
    """

    location: str
    feed: Feed | None = None
    problem: Problem | None = None
    unchanged: bool = False  # 304: nothing new, and a success
    etag: str | None = None
    last_modified: str | None = None
    moved_to: str | None = None
    max_age: int | None = None  # seconds; a feed's ttl stands in the feed
    retry_after: float | None = None  # seconds, of a 429 or 503
    resting: str | None = None  # the server that wants them, as host:port: all its feeds wait
    gone: bool = False  # 410; `problem` says so
