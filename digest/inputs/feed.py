"""RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0: the one module that touches feedparser.

feedparser would open what it is given as a path or an address where it can, so it gets bytes in a
file object, always; it sanitizes by itself, three times as slowly, so that is left to `clean`; its
dates are guesses, so they are read here. It can be held up for minutes by a feed made for that:
this variant is parsed in a process that can be killed.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from digest.addresses import join
from digest.characters import tidy_line
from digest.errors import ParseError
from digest.inputs import _large
from digest.inputs._dates import EARLIEST, moment
from digest.inputs._entries import Places, bounded, distinct, identity, is_teaser, page_path, plain_title
from digest.inputs._xml import prepare
from digest.models import Document, Entry, Feed, Markup

ISOLATED = True
IS_FEED = True

HEAD = 16_384
ROOT = re.compile(rb"<(?!\?|!)(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
OTHER_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml\b|[\w:.-]+[^<>]{0,500}\sxmlns[:=])")
DOCTYPE = re.compile(rb"<!DOCTYPE\s+(?:rss|feed|rdf)\b", re.IGNORECASE)
COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
ROOTS = frozenset({b"rss", b"feed", b"rdf", b"channel", b"item", b"entry"})
FORMATS = (("atom", "atom"), ("rss10", "rdf"), ("rss090", "rdf"), ("rss", "rss"), ("cdf", "cdf"))
PERIODS = {"hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}
EMAIL = re.compile(r"[<(]?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)>]?")
BLANK_LINE = re.compile(r"\n[ \t]*\n")
TAG = re.compile(r"<[a-zA-Z!/]")
MAX_NAME = 300
"""Characters of an author that are looked at."""

DATES = ("published", "created", "updated")


def recognizes(document: Document) -> float:
    """Tell a feed by its root element; other XML is better refused here than read as plain text."""
    head = document.content[:HEAD].replace(b"\0", b"")
    found = ROOT.search(COMMENT.sub(b"", head))
    if found is None:
        return 0.6 if DOCTYPE.search(head) else 0.0
    if found[1].lower() in ROOTS:
        return 0.95
    return 0.45 if OTHER_XML.match(head) else 0.0


def parse(document: Document) -> Feed:
    """Read all complete entries of a feed, in its order.

    Raises ParseError where it is no feed, is damaged beyond reading, or would cost without measure
    (kind refused). Takes seconds and hundreds of megabytes for what is made to; see `ingest.workers`.
    """
    source = prepare(document)
    found = _large.read(source) or parsed(source.content)
    version = found.get("version") or ""
    if not version and not found["entries"]:
        raise ParseError(f"not a feed: its root element is <{source.root[:40]}>")
    facts = found["feed"]
    language = facts.get("language")
    is_atom = version.startswith("atom")
    home = join(document.url, facts.get("link"))
    places = Places(document.url, home)
    entries = [entry_of(each, places, is_atom=is_atom, language=language) for each in found["entries"]]
    return Feed(
        title=plain_title(facts.get("title") or ""),
        entries=distinct(entries),
        format=next((name for start, name in FORMATS if version.startswith(start)), "rss"),
        url=home,
        language=language,
        ttl=pause_of(facts),
        whole=source.whole,
    )


def parsed(content: bytes) -> Any:
    """Have feedparser read the bytes."""
    # It is not told the feed's address: it would make relative identifiers absolute, which change when a feed moves.
    try:
        return feedparser().parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    except MemoryError:
        raise
    except Exception as error:
        # What a broken feed makes feedparser raise is anything: ValueError, KeyError, RecursionError, AssertionError …
        raise ParseError(f"damaged beyond reading ({type(error).__name__})") from error


@cache
def feedparser() -> Any:
    """Load feedparser, without its nine readers of dates: they cost a quarter of its time, and guess."""
    import feedparser as library

    library.registerDateHandler(no_date)
    return library


def no_date(_: str) -> tuple[int, ...]:
    """Stand in for a reader of dates."""
    return (EARLIEST, 1, 1, 0, 0, 0, 0, 1, 0)


def entry_of(found: dict[str, Any], places: Places, *, is_atom: bool, language: str | None) -> Entry:
    """Make an entry of what feedparser found."""
    content, markup, is_summary, own_language = text_of(found, is_atom=is_atom)
    title = title_of(found, is_atom=is_atom)
    link = link_of(found)
    url = places.absolute(link)
    publisher = plain_title((found.get("source") or {}).get("title") or "")
    return Entry(
        id=identity(found.get("id"), url, title, content),
        title=title,
        content=content,
        markup=markup,
        url=url,
        page_path=page_path(link) if places.base is None and url is None else None,
        publisher=publisher or None,
        authors=tuple(authors_of(found)),
        published=date_of(found),
        language=own_language or language,
        tags=tuple(tags_of(found)),
        teaser=is_teaser(content, is_html=markup == "html", is_summary=is_summary),
    )


def title_of(found: Mapping[str, Any], *, is_atom: bool) -> str:
    """Read a title: as its type says in Atom, as HTML in RSS."""
    value = found.get("title") or ""
    kind = (found.get("title_detail") or {}).get("type", "text/html")
    return tidy_line(value) if is_atom and kind == "text/plain" else plain_title(value)


def text_of(found: Mapping[str, Any], *, is_atom: bool) -> tuple[str, Markup, bool, str | None]:
    """Choose an entry's text: the longest content, else the summary; tell its markup, which it is, its language."""
    contents = [
        each
        for each in found.get("content") or ()
        if str(each.get("type", "")).startswith(("text/", "application/xhtml"))
    ]
    best = max(contents, key=lambda each: len(each.get("value") or ""), default=None)
    summary = found.get("summary") or ""
    is_summary = best is None or len(best["value"] or "") < len(summary)
    value = summary if best is None or is_summary else best["value"]
    detail = (found.get("summary_detail") or {}) if best is None or is_summary else best
    is_plain = detail.get("type") == "text/plain" if is_atom else BLANK_LINE.search(value) is not None
    is_text = is_plain and (is_atom or TAG.search(value) is None)
    return bounded(value), "text" if is_text else "html", is_summary and not has_content(found), detail.get("language")


def has_content(found: Mapping[str, Any]) -> bool:
    """Tell whether the feed gives a content beside the summary."""
    return any(each.get("value") for each in found.get("content") or ())


def link_of(found: Mapping[str, Any]) -> str | None:
    """Find the address of an entry's page: where it really is, not the counter before it."""
    link = found.get("feedburner_origlink") or found.get("link")
    if link:
        return str(link)
    links = [
        each for each in found.get("links") or () if each.get("href") and each.get("rel", "alternate") == "alternate"
    ]
    return str(links[0]["href"]) if links else None


def date_of(found: dict[str, Any]) -> datetime | None:
    """Find when an entry was published, else made, else changed; None where no date can be read."""
    # Its own get() would answer with another date where one is missing.
    values = (found[name] if dict.__contains__(found, name) else None for name in DATES)
    return next((time for value in values if value and (time := moment(value))), None)


def authors_of(found: Mapping[str, Any]) -> Iterable[str]:
    """Name the authors, each once, without their addresses."""
    listed = [each.get("name") or "" for each in found.get("authors") or ()]
    names = listed if len(listed) > 1 else [found.get("author") or ""]
    names = [tidy_line(plain_title(EMAIL.sub(" ", name[:MAX_NAME])).strip(" ()<>,;")) for name in names]
    return dict.fromkeys(name for name in names if name)


def tags_of(found: Mapping[str, Any]) -> Iterable[str]:
    """Name the tags, each once."""
    words = (plain_title(each.get("label") or each.get("term") or "") for each in found.get("tags") or ())
    return dict.fromkeys(word for word in words if word)


def pause_of(facts: Mapping[str, Any]) -> int | None:
    """Count the seconds between polls that a feed asks for: ttl (RSS 2.0, minutes), else sy:updatePeriod (RSS 1.0)."""
    minutes = str(facts.get("ttl") or "").strip()
    if minutes.isascii() and minutes.isdigit() and int(minutes):
        return min(int(minutes) * 60, PERIODS["yearly"])
    period = PERIODS.get(str(facts.get("sy_updateperiod") or "").strip().lower())
    often = str(facts.get("sy_updatefrequency") or "1").strip()
    frequency = int(often) if often.isascii() and often.isdigit() and int(often) else 1
    return period // min(frequency, 3600) if period else None
