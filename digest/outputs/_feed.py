"""The digests themselves as a feed: Atom (RFC 4287) and JSON Feed 1.1, for readers of feeds.

An entry is made when its digest is written, and kept as it was published: a title or a template that
changes later touches no entry of before, nor its id. The feed's id is made once, of its place on the web
(else its title), and handed on from entry to entry; an entry's is made of it and the day, so that a digest
written again is the same entry, whatever it is called by then.

An entry's times are its digest's, never a clock's: `published` is that of its first writing and stays;
`updated` changes when what the entry says does, and only then.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, Self
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, UUID, uuid5
from xml.sax.saxutils import escape, quoteattr

from digest.models import Digest
from digest.outputs import _links, _plain
from digest.outputs._compose import compose
from digest.outputs._page import entry_page
from digest.settings import OutputSettings

ATOM_NAME = "feed.xml"
JSON_NAME = "feed.json"
JSON_FEED = "https://jsonfeed.org/version/1.1"
TIMES = ("published", "updated")
TICK = timedelta(seconds=1)  # the least by which times in a feed differ


@dataclass(frozen=True, slots=True)
class Entry:
    """One digest in the feed; `of` is the feed's title when it was written, `feed` the feed's id."""

    id: str
    of: str
    title: str
    date: date
    published: datetime
    updated: datetime
    language: str
    summary: str
    html: str
    feed: str = ""

    @classmethod
    def read(cls, text: str) -> Self:
        """Read what `written` gave."""
        values: dict[str, Any] = json.loads(text)
        values.setdefault("published", values["updated"])  # entries of earlier versions have one time
        times = {name: datetime.fromisoformat(values[name]) for name in TIMES}
        return cls(**(values | times | {"date": date.fromisoformat(values["date"])}))

    def written(self) -> str:
        """Write it as text that can be kept."""
        times = {name: getattr(self, name).isoformat() for name in ("date", *TIMES)}
        values = asdict(self) | times
        return json.dumps(values, ensure_ascii=False, sort_keys=True)


@dataclass(frozen=True, slots=True)
class Channel:
    """The feed around the digests, the newest first; `home` is the folder on the web in which it lies."""

    id: str
    title: str
    home: str | None
    language: str
    updated: datetime
    entries: tuple[Entry, ...]
    address: str | None

    def url_of(self, entry: Entry) -> str | None:
        """Give the place on the web where a digest stands, where each has its own."""
        return address_of(self.address, entry.date) if self.address and "{date}" in self.address else None

    def at(self, name: str) -> str | None:
        """Give the feed's own address, which is known where it lies beside the digests."""
        return urljoin(self.home, name) if self.home and self.home.endswith("/") else None


def entry_of(digest: Digest, settings: OutputSettings, published: Sequence[Entry] = ()) -> Entry:
    """Make an entry of one digest, of the same feed as those that are published, and the same as its earlier self."""
    issue = compose(digest, settings)
    title = _plain.title(digest.title) or issue.title
    feed = next((entry.feed for entry in published if entry.feed), identity_of(settings, title).urn)
    made = zoned(digest.generated_at)
    entry = Entry(
        id=uuid5(UUID(feed), f"{digest.date.isoformat()}/{digest.number or ''}").urn,
        of=title,
        title=issue.name if digest.number else issue.heading,
        date=digest.date,
        published=made,
        updated=made,
        language=issue.language,
        summary=issue.preheader,
        html=entry_page(issue, settings.template),
        feed=feed,
    )
    earlier = next((entry for entry in published if entry.date == digest.date), None)
    return succeeding(entry, earlier) if earlier else entry


def succeeding(entry: Entry, earlier: Entry) -> Entry:
    """Let an entry take the place of its earlier self: published when that was, updated where it says something else.

    What came late may be older than what stood there, so the digest's own time need not have moved on.
    """
    same = replace(earlier, of=entry.of, feed=entry.feed)
    kept = replace(entry, id=earlier.id, published=earlier.published, updated=earlier.updated)
    return kept if kept == same else replace(kept, updated=max(entry.updated, earlier.updated + TICK))


def identity_of(settings: OutputSettings, title: str) -> UUID:
    """Tell a new feed from all others: by its place on the web, else by its title."""
    return uuid5(NAMESPACE_URL, settings.public_url or f"digest:#{title}")


def render_atom(entries: Sequence[Entry], settings: OutputSettings) -> str:
    """Write entries (at least one) as an Atom feed; `public_url` gives the links, by its `{date}`."""
    channel = channel_of(entries, settings)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(channel.language)}>',
        element("id", channel.id),
        element("title", channel.title),
        element("updated", channel.updated.isoformat()),
        f"<author>{element('name', channel.title)}</author>",
        "<generator>digest</generator>",
        *link(channel.at(ATOM_NAME), "self", "application/atom+xml"),
        *link(channel.home),
    ]
    for entry in channel.entries:
        lines += [
            f"<entry xml:lang={quoteattr(entry.language)}>",
            element("id", entry.id),
            element("title", entry.title),
            element("updated", entry.updated.isoformat()),
            element("published", entry.published.isoformat()),
            *link(channel.url_of(entry)),
            element("summary", entry.summary),
            f'<content type="html">{escape(entry.html)}</content>',
            "</entry>",
        ]
    return "\n".join((*lines, "</feed>", ""))


def render_json_feed(entries: Sequence[Entry], settings: OutputSettings) -> str:
    """Write entries (at least one) as a JSON Feed."""
    channel = channel_of(entries, settings)
    record: dict[str, Any] = {"version": JSON_FEED, "title": channel.title, "language": channel.language}
    if channel.home:
        record["home_page_url"] = channel.home
    if address := channel.at(JSON_NAME):
        record["feed_url"] = address
    record["items"] = [
        {
            "id": entry.id,
            **({"url": url} if (url := channel.url_of(entry)) else {}),
            "title": entry.title,
            "language": entry.language,
            "summary": entry.summary,
            "content_html": entry.html,
            "date_published": entry.published.isoformat(),
            "date_modified": entry.updated.isoformat(),
        }
        for entry in channel.entries
    ]
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def channel_of(entries: Sequence[Entry], settings: OutputSettings) -> Channel:
    """Put the entries in order, the newest first, and name the feed after the newest."""
    ordered = sorted(entries, key=lambda entry: (entry.date, entry.updated, entry.id), reverse=True)
    newest = ordered[0]
    address = settings.public_url or ""
    home = address.partition("{date}")[0].rpartition("/")[0] + "/" if "{date}" in address else address
    return Channel(
        id=next((entry.feed for entry in ordered if entry.feed), identity_of(settings, newest.of).urn),
        title=newest.of,
        home=_links.web(home),
        language=newest.language,
        updated=max(entry.updated for entry in ordered),
        entries=tuple(ordered),
        address=settings.public_url,
    )


def address_of(address: str, day: date) -> str | None:
    """Fill a day into the address of digests on the web."""
    return _links.web(address.replace("{date}", day.isoformat()))


def zoned(at: datetime) -> datetime:
    """Give a time with its zone, to the second; one without is UTC."""
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).replace(microsecond=0)


def element(name: str, text: str) -> str:
    """Write an element that holds text."""
    return f"<{name}>{escape(text)}</{name}>"


def link(url: str | None, relation: str = "alternate", media_type: str = "text/html") -> tuple[str, ...]:
    """Write a link, where there is one."""
    return (f'<link rel="{relation}" type="{media_type}" href={quoteattr(url)}/>',) if url else ()
