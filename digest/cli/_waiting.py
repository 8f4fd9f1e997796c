"""Feeds that are not asked because their server said to wait, told in a line a server."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, tzinfo

from digest.addresses import address_of
from digest.counting import counted
from digest.models import FeedMemory
from digest.settings import Source


def waiting(sources: Sequence[Source], memory: Mapping[str, FeedMemory], now: datetime, zone: tzinfo) -> Iterator[str]:
    """Give a line for each server that wants no requests yet; a feed that heard it itself is named as failing."""
    until: dict[str, datetime] = {}
    feeds: Counter[str] = Counter()
    for source in sources:
        known = memory.get(source.location)
        if source.local or not known or not known.retry_until or known.retry_until <= now or known.problem:
            continue
        server = authority_of(known.moved_to or source.location)
        until[server] = max(known.retry_until, until.get(server, known.retry_until))
        feeds[server] += 1
    for server, count in feeds.items():
        wait = counted(count, "feed waits", "feeds wait")
        yield f"{server}: {wait} until {until[server].astimezone(zone):%Y-%m-%d %H:%M}, as the server asked"


def authority_of(location: str) -> str:
    """Name a server as people write it: the port only where it is not the usual one."""
    return address_of(location).authority
