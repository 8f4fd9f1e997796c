"""What is said of feeds that fail, and of servers that ask for rest: how long from now, or until when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo

from digest.addresses import address_of
from digest.counting import counted
from digest.errors import Problem
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
        yield f"{server}: {wait} until {until[server].astimezone(zone):%Y-%m-%d %H:%M}; the server asked for rest"


def present_problems(sources: Sequence[Source], memory: Mapping[str, FeedMemory], now: datetime) -> tuple[Problem, ...]:
    """Name each feed whose last poll failed, once, in the configuration's order, with what it still has to wait."""
    known = (memory[source.location] for source in sources if source.location in memory)
    return tuple(
        with_wait(each.problem, (each.retry_until - now).total_seconds() if each.retry_until else None)
        for each in known
        if each.problem
    )


def with_wait(problem: Problem, seconds: float | None) -> Problem:
    """Add to a problem for how long its server wants no requests, counted from now."""
    if seconds is None or seconds <= 0:
        return problem
    from digest.fetch.headers import in_words

    return replace(problem, reason=f"{problem.reason}; to be asked again in {in_words(seconds)}")


def authority_of(location: str) -> str:
    """Name a server as people write it: the port only where it is not the usual one."""
    return address_of(location).authority
