"""The digests themselves as a feed: Atom (RFC 4287) and JSON Feed 1.1, for readers of feeds.

Ids are made of the digest's title and day, so that a digest written again is the same entry; nothing
is taken from a clock.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5
from xml.sax.saxutils import escape, quoteattr

from digest.models import Digest
from digest.outputs import _links, _plain
from digest.outputs._compose import compose
from digest.outputs._page import entry_page
from digest.outputs._phrases import phrases_for
from digest.settings import OutputSettings

ATOM_NAME = "feed.xml"
JSON_NAME = "feed.json"
JSON_FEED = "https://jsonfeed.org/version/1.1"


@dataclass(frozen=True, slots=True)
class Entry:
    """One digest in the feed."""

    id: str
    title: str
    url: str | None
    updated: datetime
    language: str
    summary: str
    html: str


@dataclass(frozen=True, slots=True)
class Channel:
    """The feed around the digests, the newest first."""

    id: str
    title: str
    home: str | None
    language: str
    updated: datetime
    entries: tuple[Entry, ...]


def render_atom(digests: Sequence[Digest], settings: OutputSettings) -> str:
    """Write digests (at least one) as an Atom feed; `public_url` gives the links, by its `{date}`."""
    channel = channel_of(digests, settings)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(channel.language)}>',
        element("id", channel.id),
        element("title", channel.title),
        element("updated", channel.updated.isoformat()),
        f"<author>{element('name', channel.title)}</author>",
        "<generator>digest</generator>",
        *link(channel.home),
    ]
    for entry in channel.entries:
        lines += [
            f"<entry xml:lang={quoteattr(entry.language)}>",
            element("id", entry.id),
            element("title", entry.title),
            element("updated", entry.updated.isoformat()),
            element("published", entry.updated.isoformat()),
            *link(entry.url),
            element("summary", entry.summary),
            f'<content type="html">{escape(entry.html)}</content>',
            "</entry>",
        ]
    return "\n".join((*lines, "</feed>", ""))


def render_json_feed(digests: Sequence[Digest], settings: OutputSettings) -> str:
    """Write digests (at least one) as a JSON Feed."""
    channel = channel_of(digests, settings)
    record: dict[str, Any] = {"version": JSON_FEED, "title": channel.title, "language": channel.language}
    if channel.home:
        record["home_page_url"] = channel.home
    record["items"] = [
        {
            "id": entry.id,
            **({"url": entry.url} if entry.url else {}),
            "title": entry.title,
            "language": entry.language,
            "summary": entry.summary,
            "content_html": entry.html,
            "date_published": entry.updated.isoformat(),
        }
        for entry in channel.entries
    ]
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def channel_of(digests: Sequence[Digest], settings: OutputSettings) -> Channel:
    """Put the digests in order, the newest first, and name the feed after the newest."""
    ordered = sorted(digests, key=lambda digest: (digest.date, digest.number or 0), reverse=True)
    newest = ordered[0]
    title = _plain.title(newest.title)
    address = settings.public_url or ""
    home = _links.web(address.rpartition("/")[0] + "/" if "{date}" in address else address)
    identity = uuid5(NAMESPACE_URL, f"{home or 'digest:'}#{title}")
    return Channel(
        id=identity.urn,
        title=title,
        home=home,
        language=phrases_for(newest.language).language,
        updated=max(zoned(digest.generated_at) for digest in ordered),
        entries=tuple(entry_of(digest, settings, identity) for digest in ordered),
    )


def entry_of(digest: Digest, settings: OutputSettings, identity: UUID) -> Entry:
    """Make an entry of one digest."""
    issue = compose(digest, settings)
    name = f"{digest.date.isoformat()}/{digest.number or ''}"
    return Entry(
        id=uuid5(identity, name).urn,
        title=f"{issue.kicker}: {issue.heading}" if digest.number else issue.heading,
        url=issue.browser.href if issue.browser and "{date}" in (settings.public_url or "") else None,
        updated=zoned(digest.generated_at),
        language=issue.language,
        summary=issue.preheader,
        html=entry_page(issue, settings.template),
    )


def zoned(at: datetime) -> datetime:
    """Give a time with its zone, to the second; one without is UTC."""
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).replace(microsecond=0)


def element(name: str, text: str) -> str:
    """Write an element that holds text."""
    return f"<{name}>{escape(text)}</{name}>"


def link(url: str | None) -> tuple[str, ...]:
    """Write a link, where there is one."""
    return (f'<link rel="alternate" type="text/html" href={quoteattr(url)}/>',) if url else ()
