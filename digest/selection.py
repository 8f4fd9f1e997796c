"""Which entries a day's digest takes: pure decisions from what is known of entries, feeds and limits.

Every candidate gets one decision, with the reason for it. `publish` and `more` (over a feed's limit:
counted and linked) are settled with this digest; `seen` never comes up again; `wait` stays undecided.
The limits of sections and of the whole hold for stories, which exist only after clustering: `edition.cut`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from digest.errors import ConfigError
from digest.models import Entry, Feed
from digest.settings import Limits, Source

FIRST_RUN_AGE = timedelta(days=30)  # of the contract: how far back a feed's first poll looks
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)  # nothing was published on the web before it
AHEAD = timedelta(hours=24)  # a date further ahead than any time zone can explain is no date
FEED_FORMATS = ("rss", "atom", "rdf", "cdf", "json", "opml", "mbox")

Action = Literal["publish", "more", "seen", "wait"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that no digest has settled yet.

    `key` names it within one selection (the store's number). `time` is when it counts from: its
    plausible date, else when it was first seen. `since` is the feed's last successful poll before the
    one that brought it. `place` is its position in the feed's document.
    """

    key: int
    feed: str  # the source's location
    title: str
    url: str | None
    time: datetime
    place: int = 0
    since: datetime | None = None
    first_seen: datetime | None = None
    first: bool = False  # brought by the feed's first successful poll
    single: bool = False  # a page or file of its own: somebody put it there, so it is never too old
    address: bytes | None = None  # what two entries share that lead to the same page
    twin: str | None = None  # why it was published before under another identity, in words
    size: int = 0  # characters of its content, of a teaser less than of any other


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a candidate, and why; `twin` is the key of the copy that was chosen in its stead."""

    key: int
    action: Action
    reason: str
    twin: int | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """What decisions rest on: the sources asked for by location, and how much a digest holds.

    `until` is now, or the end of the digest's day where that is past; `polled` tells by location when a
    feed was last read before this run.
    """

    sources: Mapping[str, Source]
    limits: Limits
    until: datetime
    polled: Mapping[str, datetime] = field(default_factory=dict)


def check_day(day: date, last: date | None) -> None:
    """Refuse a day that was asked for and lies before the last digest's; raises ConfigError."""
    if last is not None and day < last:
        raise ConfigError(
            f"--date {day}: there is a digest of {last} already, and an earlier one cannot be started; "
            f"to write a past day again, use `digest rebuild {day}`"
        )


def dated(entry: Entry, now: datetime) -> Entry:
    """Correct a date that lies: up to 24 hours ahead is now, further ahead or before 1990 is none."""
    published = entry.published
    if published is None:
        return entry
    if published.tzinfo is None:
        published = published.replace(tzinfo=UTC)
    if not EARLIEST <= published <= now + AHEAD:
        return replace(entry, published=None)
    return replace(entry, published=min(published, now))


def is_single(feed: Feed) -> bool:
    """Tell a page or a file, which is one entry, from a feed."""
    return len(feed.entries) == 1 and not feed.format.startswith(FEED_FORMATS)


def candidates_of(feed: Feed, location: str, *, now: datetime, start: int = 0) -> tuple[Candidate, ...]:
    """Make candidates of a feed that no ledger knows, as for sources named on the command line.

    Their keys count from `start` in the order of `feed.entries`.
    """
    entries = (dated(entry, now) for entry in feed.entries)
    return tuple(
        Candidate(
            key=start + place,
            feed=location,
            title=entry.title,
            url=entry.url,
            time=entry.published or now,
            place=place,
            single=is_single(feed),
            size=size_of(entry),
        )
        for place, entry in enumerate(entries)
    )


def size_of(entry: Entry) -> int:
    """Measure how much an entry tells, to choose between copies: a teaser is less than any whole text."""
    return 0 if entry.teaser else len(entry.content)


def select(
    candidates: Iterable[Candidate],
    terms: Terms,
    *,
    taken: Mapping[str, int] | None = None,
    dropped: Mapping[int, str] | None = None,
) -> tuple[Decision, ...]:
    """Decide on every candidate, in the order of the sources and, within one, newest first.

    `taken` counts by feed what the day's digest already holds; `dropped` gives by key why a filter
    left an entry out.
    """
    ordered = in_order(candidates, terms)
    asked = [candidate for candidate in ordered if candidate.feed in terms.sources]
    others = [candidate for candidate in ordered if candidate.feed not in terms.sources]
    left = {key: Decision(key, "seen", reason) for key, reason in sorted((dropped or {}).items())}
    left |= by_key(too_old(unsettled(asked, left), terms))
    left |= by_key(beyond_first_run(unsettled(asked, left), terms))
    left |= by_key(published_before(unsettled(asked, left)))
    left |= by_key(copies(unsettled(asked, left), terms))
    left |= by_key(within_feed_limit(unsettled(asked, left), terms, taken or {}))
    waiting = (Decision(candidate.key, "wait", "its feed is not asked for") for candidate in others)
    return (*(left[candidate.key] for candidate in asked), *waiting)


def by_key(decisions: Iterable[Decision]) -> dict[int, Decision]:
    """Index decisions by what they decide on."""
    return {decision.key: decision for decision in decisions}


def unsettled(candidates: Iterable[Candidate], settled: Mapping[int, Decision]) -> list[Candidate]:
    """List the candidates that no rule has spoken on."""
    return [candidate for candidate in candidates if candidate.key not in settled]


def in_order(candidates: Iterable[Candidate], terms: Terms) -> list[Candidate]:
    """Sort by the order of the sources; within one newest first, then as its document has them."""
    rank = {location: place for place, location in enumerate(terms.sources)}
    return sorted(candidates, key=lambda c: (rank.get(c.feed, len(rank)), c.feed, -c.time.timestamp(), c.place, c.key))


def too_old(candidates: Sequence[Candidate], terms: Terms) -> Iterator[Decision]:
    """Leave out what was published more than `max_age` before the feed was last read.

    Measuring from there and not from now loses nothing when the program did not run for a week.
    """
    for candidate in candidates:
        if candidate.single:
            continue
        limit = max_age(terms.sources[candidate.feed], terms.limits)
        if candidate.first:
            limit = max(limit, FIRST_RUN_AGE)
            basis, words = terms.until, "this first poll"
        else:
            basis = min(candidate.since, terms.until) if candidate.since else terms.until
            words = "the feed was last read" if candidate.since else "the digest's day"
        waited = terms.polled.get(candidate.feed, terms.until) - (candidate.first_seen or terms.until)
        if waited > limit:
            yield Decision(candidate.key, "seen", f"no digest asked for it for longer than {in_words(limit)}")
        elif basis - candidate.time > limit:
            yield Decision(candidate.key, "seen", f"older than {in_words(limit)} before {words}")


def beyond_first_run(candidates: Sequence[Candidate], terms: Terms) -> Iterator[Decision]:
    """Leave out all but the newest of a feed's first poll."""
    counts: dict[str, int] = {}
    for candidate in candidates:
        if not candidate.first or candidate.single:
            continue
        counts[candidate.feed] = counts.get(candidate.feed, 0) + 1
        if counts[candidate.feed] > terms.limits.first_run:
            yield Decision(
                candidate.key, "seen", f"not among the newest {terms.limits.first_run} of the feed's first poll"
            )


def published_before(candidates: Sequence[Candidate]) -> Iterator[Decision]:
    """Leave out what a digest already held under another identity."""
    for candidate in candidates:
        if candidate.twin:
            yield Decision(candidate.key, "seen", candidate.twin)


def copies(candidates: Sequence[Candidate], terms: Terms) -> Iterator[Decision]:
    """Leave out all but the fullest of the entries that lead to the same page."""
    best: dict[bytes, Candidate] = {}
    for candidate in candidates:
        if candidate.address is not None:
            other = best.setdefault(candidate.address, candidate)
            if candidate.size > other.size:
                best[candidate.address] = candidate
    for candidate in candidates:
        chosen = best.get(candidate.address) if candidate.address is not None else None
        if chosen is not None and chosen is not candidate and same_page(chosen, candidate):
            source = terms.sources[chosen.feed]
            yield Decision(candidate.key, "seen", f"the same page as in {source.name or source.location}", chosen.key)


def same_page(one: Candidate, other: Candidate) -> bool:
    """Tell whether one address means one entry: within a feed, only under the same title.

    A feed may give all its entries the address of its front page.
    """
    return one.feed != other.feed or folded(one.title) == folded(other.title)


def within_feed_limit(candidates: Sequence[Candidate], terms: Terms, taken: Mapping[str, int]) -> Iterator[Decision]:
    """Publish the newest of each feed up to its limit for the day; the rest is counted and linked."""
    counts = dict(taken)
    for candidate in candidates:
        source = terms.sources[candidate.feed]
        limit = terms.limits.per_feed if source.limit is None else source.limit
        counts[candidate.feed] = counts.get(candidate.feed, 0) + 1
        if counts[candidate.feed] > limit:
            yield Decision(candidate.key, "more", f"over the feed's limit of {limit}")
        else:
            yield Decision(candidate.key, "publish", "new in the feed's first poll" if candidate.first else "new")


def max_age(source: Source, limits: Limits) -> timedelta:
    """Tell how old an entry of a source may be."""
    return limits.max_age if source.max_age is None else source.max_age


def in_words(age: timedelta) -> str:
    """Write a duration as feeds.yaml does."""
    hours = round(age.total_seconds() / 3600)
    return f"{hours // 24}d" if hours % 24 == 0 else f"{hours}h"


def folded(title: str) -> str:
    """Make titles comparable: letter case and white space aside."""
    return " ".join(title.casefold().split())
