"""Teasers made whole: the text of an entry's page in place of its beginning, where the page gives more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path

from digest.addresses import address_of
from digest.clean import clean
from digest.errors import DigestError, ParseError
from digest.ingest.order import in_parallel
from digest.ingest.readers import shared
from digest.ingest.reading import name_of, parse, variant_of
from digest.models import Document, Entry, Fetch, Request
from digest.settings import FetchSettings, Source
from digest.terms import terms_of, words

PAGE_EFFORT = 2.0
"""Seconds of processor time for one page."""

STANDARD_INPUT = "-"
FEW_TERMS = 4
"""A title and teaser of fewer terms are no measure of what belongs to them."""

KINSHIP = 0.2
"""Share of the terms of title and teaser that the page's text has.

Of 88 labelled pages one had less (0.15), the next 0.41; walls for cookies and logins had 0.12 and less.
"""

Missed = Callable[[Source, Entry, DigestError], None]
"""Hears, in the order of the entries, why a page was not had."""


def completed(
    entries: Sequence[Entry], source: Source, fetch: Fetch, *, settings: FetchSettings, missed: Missed | None = None
) -> Iterator[Entry]:
    """Yield the entries of one source in their order, with the text of their pages as `full_text` asks.

    `auto` fetches the pages of teasers, `always` of all, `never` none. An entry whose page cannot be had (`missed`
    is told), or gives no more, stays as it is; it is still marked as a teaser then.
    """
    return complete([(source, entry) for entry in entries], fetch, settings=settings, missed=missed)


def complete(
    pairs: Sequence[tuple[Source, Entry]], fetch: Fetch, *, settings: FetchSettings, missed: Missed | None = None
) -> Iterator[Entry]:
    """Do the same for entries of several sources, whose pages are fetched side by side."""

    def whole(pair: tuple[Source, Entry]) -> tuple[Entry, DigestError | None]:
        source, entry = pair
        request = request_of(entry, source) if wants_page(entry, source.full_text or settings.full_text) else None
        return with_page(entry, request, fetch) if request else (entry, None)

    done = in_parallel(whole, pairs, settings.concurrency, lambda pair: host_of(pair[1]))
    for (source, entry), (found, error) in zip(pairs, done, strict=True):
        if error is not None and missed is not None:
            missed(source, entry, error)
        yield found


def wants_page(entry: Entry, mode: str) -> bool:
    """Tell whether an entry's page is to be fetched; what is a page already has none."""
    return entry.markup != "page" and (mode == "always" or (mode == "auto" and entry.teaser))


def host_of(entry: Entry) -> str:
    """Name the host of an entry's page."""
    try:
        return address_of(entry.url or "").host
    except ValueError:
        return entry.id


def with_page(entry: Entry, request: Request, fetch: Fetch) -> tuple[Entry, DigestError | None]:
    """Put the text of its page into an entry, if the page can be had and gives more; else say why it was not had."""
    try:
        return shared().run(joined, entry, fetch(request), effort=PAGE_EFFORT), None
    except DigestError as error:
        return entry, error


def request_of(entry: Entry, source: Source) -> Request | None:
    """Make the request for an entry's page: beside a local feed, or on the web as robots.txt allows.

    What comes through standard input is a stranger's and lies in no folder: it names no files.
    """
    if entry.page_path and source.local and source.location != STANDARD_INPUT:
        return Request(entry.page_path, base=str(Path(source.location).parent))
    return Request(entry.url, page=True) if entry.url else None


def joined(entry: Entry, page: Document) -> Entry:
    """Give an entry its page's text as paragraphs; leave it where the page has less, or something else."""
    found = parse(name_of(variant_of(page)), page).entries
    if not found:
        return entry
    whole = clean(replace(found[0], title=entry.title or found[0].title), language=entry.language)
    text, teaser = whole.text, text_or_nothing(entry)
    if len(text) <= len(teaser) or not belongs(text, f"{entry.title}\n{teaser}", whole.language):
        return entry
    content = "".join(f"<p>{escape(part, quote=False)}</p>\n" for part in text.split("\n") if part.strip())
    return replace(
        entry,
        content=content,
        markup="html",
        teaser=False,
        title=entry.title or found[0].title,
        published=entry.published or found[0].published,
        authors=entry.authors or found[0].authors,
    )


def text_or_nothing(entry: Entry) -> str:
    """Take the text that an entry has by itself."""
    try:
        return clean(entry, language=entry.language).text
    except ParseError:
        return ""


def belongs(text: str, beginning: str, language: str) -> bool:
    """Tell whether a text is the one that a title and teaser are from, and not a wall before it."""
    wanted = set(terms_of(words(beginning, language), language))
    found = wanted.intersection(terms_of(words(text, language), language))
    return len(wanted) < FEW_TERMS or len(found) >= KINSHIP * len(wanted)
