"""The nouns: every value that passes from one step to the next.

    Source ─► Document ─► Feed of Entry ─► Article ─► Sentence ─► Claim, score ─► KeyPoint ─► Story ─► Digest

All are frozen. Offsets count Unicode code points, `end` excluded, and always point into the
article's `text`: `article.text[sentence.start:sentence.end] == sentence.text`.

Two attributions, never mixed: a `Citation` is where something was published, an `Attribution`
is who says it (source, cue, content: the terms of PARC and PolNeAR).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from digest.errors import Problem

Day = date  # for a class that has a field of that name

Span = tuple[int, int]
"""Start and end, in code points of the article's text."""

Markup = Literal["page", "html", "text", "markdown"]
"""What an entry's content is: a whole web page, a piece of HTML, plain text, Markdown."""

SYNDICATED = frozenset({"rss", "atom", "rdf", "cdf", "json"})
"""Formats of documents that are feeds themselves."""

AttributionKind = Literal["direct", "indirect", "mixed", "hearsay"]
Found = Literal["explicit", "continued", "pronoun", "nominal"]


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


@dataclass(frozen=True, slots=True)
class Article:
    """An entry as clean plain text: paragraphs parted by a blank line or a line break; the title is not in it."""

    id: str
    title: str
    text: str
    language: str
    url: str | None = None
    file: str | None = None  # the path by which it is cited where it has no address
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    tags: tuple[str, ...] = ()
    feed: str | None = None  # name of the feed that brought it
    section: str | None = None
    weight: float = 1.0
    teaser: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A slice of an article's text."""

    index: int
    start: int
    end: int
    text: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it.

    `source` is the canonical name, or None where the words in `mention` could not be resolved or
    nobody is named; `content` are the spans of what is said; `confidence` lies in 0..1.
    """

    source: str | None
    mention: str | None
    cue: str | None
    kind: AttributionKind
    found: Found
    content: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Claim:
    """A stretch of text that reports what somebody says; several may share a sentence."""

    start: int
    end: int
    sentence: int
    text: str
    attribution: Attribution


@dataclass(frozen=True, slots=True)
class Citation:
    """Where it was published; `fragment_url` leads to the sentence itself."""

    publisher: str | None
    title: str
    url: str | None
    fragment_url: str | None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """One bullet: a sentence of the article, word for word."""

    article: str
    text: str
    start: int
    end: int
    sentence: int
    score: float
    attribution: Attribution | None
    citation: Citation


@dataclass(frozen=True, slots=True)
class Choice:
    """Why a sentence became a key point or did not: one row of `--explain`."""

    sentence: int
    text: str
    score: float
    chosen: bool
    reason: str
    features: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Summary:
    """An article with what the pipeline made of it."""

    article: Article
    method: str
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    key_points: tuple[KeyPoint, ...]
    choices: tuple[Choice, ...] = ()
    story: str | None = None
    source: str | None = None  # the SOURCE as given on the command line

    @property
    def word_count(self) -> int:
        """Words of the article's text, by white space."""
        return len(self.article.text.split())

    @property
    def reading_minutes(self) -> int:
        """Minutes to read it at 230 words a minute (Brysbaert 2019 found 238 for non-fiction), at least one."""
        return max(1, round(self.word_count / 230))


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that tell the same thing; the first is the one that leads."""

    id: str
    headline: str
    summaries: tuple[Summary, ...]
    key_points: tuple[KeyPoint, ...]
    publishers: tuple[str, ...]
    importance: float
    reason: str = ""  # why it stands where it stands, for `--explain`


@dataclass(frozen=True, slots=True)
class Overflow:
    """Entries over a limit: counted and linked, settled with this digest."""

    title: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Section:
    """Stories under one heading."""

    id: str
    title: str
    stories: tuple[Story, ...]
    more: tuple[Overflow, ...] = ()
    picked: bool = False  # by an issue's editor: it leads


@dataclass(frozen=True, slots=True)
class Digest:
    """One day's result, complete: everything an output needs."""

    date: date
    title: str
    generated_at: datetime
    language: str
    sections: tuple[Section, ...]
    problems: tuple[Problem, ...] = ()
    feeds_total: int = 0
    number: int | None = None  # of a newsletter's issue
    introduction: str | None = None  # Markdown by a newsletter's editor
    since: Day | None = None  # first day of the period that ends with `date`

    @property
    def stories(self) -> tuple[Story, ...]:
        """All stories, in order."""
        return tuple(story for section in self.sections for story in section.stories)
