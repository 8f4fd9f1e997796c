"""Asking sources: many at once, none stopping the others, in the order they were given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from http import HTTPStatus

from digest.addresses import address_of, is_web
from digest.discovery import feed_links
from digest.errors import DigestError, FetchError, ParseError, Problem
from digest.ingest.due import is_due
from digest.ingest.order import in_parallel
from digest.ingest.readers import shared
from digest.ingest.reading import is_feed, is_isolated, name_of, parse, variant_of
from digest.models import Document, Entry, Feed, FeedMemory, Fetch, Poll, Request
from digest.selection import is_single
from digest.settings import FetchSettings, Source

NEWEST = 500
"""Entries of one feed that a run looks at."""

OWN_IDS = frozenset({"mail", "epub"})
"""Formats whose entries have identifiers of their own even where there is only one."""

EFFORT, EFFORT_PER_MB = 2.0, 0.15
"""Seconds of processor time for a document: three times what the slowest honest feed takes, five for the largest."""

HARMLESS = 100_000
"""Bytes of plain text or Markdown that may be read in this process."""

EARLY = timedelta(hours=24)
"""How far a date may lie ahead: time zones are mistaken for one another, clocks run ahead; more is a lie."""


def ingest(
    sources: Sequence[Source],
    fetch: Fetch,
    *,
    settings: FetchSettings,
    now: datetime,
    memory: Mapping[str, FeedMemory] | None = None,
    refresh: bool = False,
    feeds_only: bool = False,
    newest: int | None = NEWEST,
) -> Iterator[Poll]:
    """Ask the sources that are due and yield what each brought, in their order; local files are always due.

    `memory` holds what is known of each, by location; with it, what was not asked since another feed's answer told
    to leave its server alone is no poll (later runs ask it), without it that is a problem like any other.
    `feeds_only`: a web page in place of a feed is a problem (with the feeds that it names), not an article.
    Validators are handed on only with a body that parsed whole.
    """
    known = memory or {}
    due = [each for each in sources if each.local or is_due(known.get(each.location), settings, now, refresh=refresh)]

    def ask(source: Source) -> Poll | None:
        try:
            return poll(source, known.get(source.location), fetch, now=now, feeds_only=feeds_only, newest=newest)
        except FetchError as error:
            return refused(source, error) if memory is None else None

    return (found for found in in_parallel(ask, due, settings.concurrency, host_of) if found is not None)


def host_of(source: Source) -> str:
    """Name the host that a source is asked of; every local file is on its own."""
    try:
        return address_of(source.location).host
    except ValueError:
        return source.location


def poll(
    source: Source, memory: FeedMemory | None, fetch: Fetch, *, now: datetime, feeds_only: bool, newest: int | None
) -> Poll:
    """Ask one source; what goes wrong is the poll's problem. Raises FetchError only where the source was not asked."""
    moved_to = memory.moved_to if memory else None
    try:
        document, feed = retrieve(source, memory, fetch, feeds_only=feeds_only)
    except FetchError as error:
        if not error.asked:
            raise
        return refused(source, error)
    except DigestError as error:
        return Poll(source.location, problem=Problem.of(source.location, error))
    # What a discovered feed says of itself is not for the page that named it.
    is_own = document.location in {source.location, moved_to}
    is_kept = is_own and (feed is None or feed.whole)
    return Poll(
        source.location,
        feed=trimmed(dated(credited(lasting(feed, source), source), now), newest) if feed else None,
        unchanged=feed is None,
        etag=document.etag if is_kept else None,
        last_modified=document.last_modified if is_kept else None,
        moved_to=(document.moved_to if is_own else None) or (moved_to if document.location == moved_to else None),
        max_age=document.max_age,
    )


def refused(source: Source, error: FetchError) -> Poll:
    """Make a poll of what kept a source from being read; how long to wait is told beside it, since it will be less."""
    return Poll(
        source.location,
        problem=Problem(source.location, error.lasting, error.kind),
        retry_after=error.retry_after,
        resting=error.server if error.retry_after is not None else None,
        gone=error.status == HTTPStatus.GONE,
    )


def retrieve(
    source: Source, memory: FeedMemory | None, fetch: Fetch, *, feeds_only: bool
) -> tuple[Document, Feed | None]:
    """Fetch and read a source, from where it moved to if it did; no feed where it is unchanged."""
    request = request_of(source, memory)
    try:
        document = fetch(request)
    except FetchError as error:
        if request.location == source.location or error.retry_after is not None:
            raise
        document = fetch(request_of(source, None))  # the new place may be gone again, the old one back
    if document.unchanged:
        return document, None
    return read(document, fetch, request, feeds_only=feeds_only)


def request_of(source: Source, memory: FeedMemory | None) -> Request:
    """Make the request for a source; secrets and permissions are for the place that the user named."""
    request = Request(source.location, headers=source.headers, auth=source.auth, configured=True)
    if memory is None or source.local:
        return request
    request = replace(request, etag=memory.etag, last_modified=memory.last_modified)
    if not memory.moved_to:
        return request
    if same_origin(memory.moved_to, source.location):
        return replace(request, location=memory.moved_to)
    return replace(request, location=memory.moved_to, headers={}, auth=None, configured=False)


def same_origin(one: str, other: str) -> bool:
    """Tell whether two addresses lie on one server."""
    try:
        return address_of(one).origin == address_of(other).origin
    except ValueError:
        return False


def read(
    document: Document, fetch: Fetch, request: Request, *, feeds_only: bool, any_page: bool = False
) -> tuple[Document, Feed]:
    """Read a document; where it is a site's front page, the first feed that the page names.

    Of `any_page` that names one feed and no other, that feed is read.
    """
    variant = variant_of(document)
    if not is_feed(variant) and document.url:
        links = feed_links(document.content, document.url)
        if links and (is_front(document.url) or (any_page and len(links) == 1)):
            document = fetch(
                Request(links[0], configured=same_origin(links[0], request.location) and request.configured)
            )
            variant = variant_of(document)
            if not is_feed(variant):
                raise ParseError(instead_of_feed(name_of(variant), ()))
        elif feeds_only:
            raise ParseError(instead_of_feed(name_of(variant), links))
    name = name_of(variant)
    if is_isolated(variant) or len(document.content) > HARMLESS:
        effort = effort_for(document) if is_feed(variant) else effort_for(document) / 2  # its text is still to be found
        return document, shared().run(parse, name, document, effort=effort)
    return document, parse(name, document)


def effort_for(document: Document) -> float:
    """Give the seconds of processor time that reading a document may take."""
    return EFFORT + EFFORT_PER_MB * len(document.content) / 1e6


def is_front(url: str) -> bool:
    """Tell whether an address is that of a whole site."""
    return address_of(url).target == "/"


def instead_of_feed(found: str, links: Sequence[str]) -> str:
    """Say that there is no feed, and where one is."""
    what = {"html": "a web page (HTML)", "text": "plain text"}.get(found, found)
    return f"{what} instead of a feed" + (f"; it names {', '.join(links[:3])}" if links else "")


def test(
    location: str,
    fetch: Fetch,
    *,
    now: datetime | None = None,  # noqa: PT028 - no test, but what `digest feeds test` does
    source: Source | None = None,  # noqa: PT028
    any_page: bool = False,  # noqa: PT028
) -> tuple[Feed, tuple[Problem, ...]]:
    """Read one feed with every entry it holds; the problems are what is wrong with it though it can be read.

    `source` may add headers and credentials; of `any_page` that names one feed, that feed is read.
    Raises FetchError or ParseError where it cannot be read or is no feed: `str(error)` is the one line to show.
    """
    source = source or Source(location, local=not is_web(location))
    request = request_of(source, None)
    document = fetch(request)
    variant = variant_of(document)
    if not is_feed(variant) and not (document.url and is_front(document.url)):
        links = feed_links(document.content, document.url) if document.url else ()
        if not (any_page and len(links) == 1):
            remedy = "" if links else "; `digest summarize` reads single articles"
            raise ParseError(f"not a feed: {instead_of_feed(name_of(variant), links)}{remedy}")
    document, feed = read(document, fetch, request, feeds_only=False, any_page=any_page)
    problems = [] if feed.whole else [Problem(location, "cut short: the entries after the break are missing", "parse")]
    if document.location != location:
        what = "a site" if is_front(location) else "a page"
        problems.append(Problem(location, f"{what}; its feed is {document.location}", "parse"))
    return dated(feed, now) if now else feed, tuple(problems)


def lasting(feed: Feed, source: Source) -> Feed:
    """Name a local article by its file: the hash of a text changes with each letter that is mended in it."""
    if not source.written or not is_single(feed) or feed.format in OWN_IDS or feed.entries[0].url:
        return feed
    return replace(feed, entries=(replace(feed.entries[0], id=source.key),))


def credited(feed: Feed, source: Source) -> Feed:
    """Name the feed as publisher of what names none, unless the user has a name for it."""
    if source.name or not feed.title or not feed.syndicated:
        return feed
    entries = (entry if entry.publisher else replace(entry, publisher=feed.title) for entry in feed.entries)
    return replace(feed, entries=tuple(entries))


def dated(feed: Feed, now: datetime) -> Feed:
    """Take away the dates of entries that lie ahead: when they were first seen counts."""
    latest = now + EARLY
    if not any(entry.published and entry.published > latest for entry in feed.entries):
        return feed
    entries = (
        replace(entry, published=None) if entry.published and entry.published > latest else entry
        for entry in feed.entries
    )
    return replace(feed, entries=tuple(entries))


def trimmed(feed: Feed, newest: int | None) -> Feed:
    """Keep the newest entries, in the feed's order; those without a date count as new where they stand first.

    Of entries with one id, the first stays.
    """
    unique: dict[str, Entry] = {}
    for entry in feed.entries:
        unique.setdefault(entry.id, entry)
    entries = list(unique.values())
    if newest is None or len(entries) <= newest:
        return replace(feed, entries=tuple(entries))
    order = sorted(range(len(entries)), key=lambda place: newness(entries[place], place), reverse=True)
    kept = sorted(order[:newest])
    return replace(feed, entries=tuple(entries[place] for place in kept), left_out=len(entries) - newest)


def newness(entry: Entry, place: int) -> tuple[bool, float, int]:
    """Rank entries by date, then by place: feeds put the newest first."""
    return (entry.published is None, entry.published.timestamp() if entry.published else 0.0, -place)
