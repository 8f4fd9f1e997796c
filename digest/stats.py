"""What came from where, and what of it was chosen: the counts behind `digest stats`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Literal

from digest.characters import is_name

Fate = Literal["waiting", "chosen", "linked", "left"]
"""What became of an entry: nothing yet, in a digest, under "N more" of one, left out."""


@dataclass(frozen=True, slots=True)
class Intake:
    """An entry that a feed brought; `time` is its plausible date, else when it was first seen."""

    feed: str
    time: datetime
    fate: Fate
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """A feed as its reader knows it; `asked` is False for one that is no longer in feeds.yaml, or switched off.

    `failing`: its last poll went wrong.
    """

    location: str
    name: str
    section: str | None = None
    asked: bool = True
    failing: bool = False


@dataclass(frozen=True, slots=True)
class FeedCount:
    """What one feed brought; `reason` is why most of what is in no digest is not."""

    origin: Origin
    entries: int = 0
    chosen: int = 0
    linked: int = 0
    reason: str = ""

    @property
    def share(self) -> float | None:
        """The share that was chosen, None where nothing came."""
        return self.chosen / self.entries if self.entries else None


@dataclass(frozen=True, slots=True)
class DayCount:
    """What a day brought, or a longer span that begins with it."""

    day: date
    entries: int = 0
    chosen: int = 0


@dataclass(frozen=True, slots=True)
class SourceCount:
    """How many key points of the digests say something in the name of a source, which has one."""

    source: str
    key_points: int


@dataclass(frozen=True, slots=True)
class Stats:
    """All counts of the days from `since` to `until`; feeds and sources have the most first."""

    title: str
    since: date
    until: date
    feeds: tuple[FeedCount, ...]
    days: tuple[DayCount, ...]  # each, from the first on which something came
    sources: tuple[SourceCount, ...]

    @property
    def entries(self) -> int:
        """All that came."""
        return sum(feed.entries for feed in self.feeds)

    @property
    def chosen(self) -> int:
        """All that is in a digest."""
        return sum(feed.chosen for feed in self.feeds)

    @property
    def never(self) -> tuple[FeedCount, ...]:
        """The feeds in use of which nothing is in a digest."""
        return tuple(feed for feed in self.feeds if feed.origin.asked and not feed.chosen)


def tally(
    origins: Sequence[Origin],
    intakes: Iterable[Intake],
    quoted: Iterable[Mapping[str, Mapping[str, int]]],
    *,
    title: str,
    days: tuple[date, date],
    zone: tzinfo,
) -> Stats:
    """Count intakes by feed and by day in a zone; `quoted` holds a digest's key points by feed and source.

    What comes from no origin given is passed over, and so is an origin that nobody asks and that brought nothing.
    Only sources with a name are counted: “the company” of two articles may be two companies.
    """
    known = {origin.location for origin in origins}
    by_feed: dict[str, list[Intake]] = {}
    for intake in intakes:
        if intake.feed in known:
            by_feed.setdefault(intake.feed, []).append(intake)
    sources = Counter[str]()
    for digest in quoted:
        for feed, named in digest.items():
            sources.update({name: number for name, number in named.items() if feed in known and is_name(name)})
    feeds = [
        feed_count(origin, by_feed.get(origin.location, ()))
        for origin in origins
        if origin.asked or origin.location in by_feed
    ]
    return Stats(
        title=title,
        since=days[0],
        until=days[1],
        feeds=tuple(sorted(feeds, key=lambda feed: (-feed.entries, -feed.chosen, feed.origin.name))),
        days=day_counts([intake for found in by_feed.values() for intake in found], days[1], zone),
        sources=tuple(
            SourceCount(name, number) for name, number in sorted(sources.items(), key=lambda pair: (-pair[1], pair[0]))
        ),
    )


def feed_count(origin: Origin, intakes: Sequence[Intake]) -> FeedCount:
    """Count what one feed brought."""
    fates = Counter(intake.fate for intake in intakes)
    reasons = Counter(intake.reason for intake in intakes if intake.fate not in ("chosen", "waiting"))
    reasons.pop("", None)
    reason = min(reasons, key=lambda text: (-reasons[text], text), default="")
    return FeedCount(origin, len(intakes), fates["chosen"], fates["linked"], reason)


def day_counts(intakes: Sequence[Intake], last: date, zone: tzinfo) -> tuple[DayCount, ...]:
    """Count by day, days without anything included."""
    came = Counter(intake.time.astimezone(zone).date() for intake in intakes)
    chosen = Counter(intake.time.astimezone(zone).date() for intake in intakes if intake.fate == "chosen")
    first = min(came, default=last)
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return tuple(DayCount(day, came[day], chosen[day]) for day in days) if came else ()


def spans(days: Sequence[DayCount], most: int = 35) -> tuple[str, tuple[DayCount, ...]]:
    """Join days into weeks, or months, or years, so that no more than `most` are left; tells which they are."""
    firsts: Mapping[str, Callable[[date], date]] = {
        "day": lambda day: day,
        "week": lambda day: day - timedelta(days=day.weekday()),
        "month": lambda day: day.replace(day=1),
        "year": lambda day: day.replace(month=1, day=1),
    }
    for name, first in firsts.items():
        joined: dict[date, list[DayCount]] = {}
        for count in days:
            joined.setdefault(first(count.day), []).append(count)
        if len(joined) <= most or name == "year":
            break
    return name, tuple(
        DayCount(day, sum(count.entries for count in found), sum(count.chosen for count in found))
        for day, found in joined.items()
    )
