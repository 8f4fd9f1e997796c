"""Counts of feeds, days and sources as bars in a terminal, as a page with SVG, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from digest.counting import counted
from digest.outputs import _plain
from digest.outputs._page import DEFAULT
from digest.outputs._page import stats_page as filled
from digest.outputs._phrases import phrases_for
from digest.outputs._screen import ACCENT, MAX_WIDTH, PLAIN, QUIET, Look, drawn, words
from digest.outputs._wrap import cells
from digest.outputs.json import listing
from digest.stats import DayCount, FeedCount, Stats, spans

if TYPE_CHECKING:
    from rich.console import RenderableType

SCHEMA = "digest-stats/1"
MOST_SOURCES = 15  # that are shown; the JSON has them all
OFTEN = 2  # key points from which a source is quoted more than others
LONGEST_NAME = 30  # cells of a feed's name beside its bar
LEAST_BAR, FIGURES, SHARES = 8, 25, 16  # columns of the shortest bar, of all but bar and name, of shares among these
CHOSEN, OTHER = "█", "░"


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a chart: its parts are `chosen` of `entries`, and `most` is the longest of its chart."""

    name: str
    entries: int
    chosen: int
    most: int
    note: str = ""

    @property
    def share(self) -> str:
        """The share chosen, as a percentage."""
        return f"{100 * self.chosen / self.entries:.0f}%" if self.entries else "–"

    def scaled(self, columns: int) -> tuple[int, int]:
        """Give the lengths of what was chosen and of the rest; what is there is never too short to be seen."""
        if not self.entries:
            return 0, 0
        whole = max(1, round(columns * self.entries / self.most))
        part = round(whole * self.chosen / self.entries)
        part = max(part, 1) if self.chosen else 0
        return part, max(whole, part + (self.chosen < self.entries)) - part


@dataclass(frozen=True, slots=True)
class Figures:
    """What is shown of the counts, in clean words."""

    title: str
    period: str
    summary: str
    span: str  # day, week, month or year
    feeds: tuple[Bar, ...]
    days: tuple[Bar, ...]
    sources: tuple[Bar, ...]  # all of each bar is one colour
    never: tuple[Bar, ...]
    shares: bool  # False where all that came was chosen


def figures_of(stats: Stats) -> Figures:
    """Choose and word what is shown."""
    span, days = spans(stats.days)
    phrases = phrases_for("en")
    sources = [source for source in stats.sources if source.key_points >= OFTEN][:MOST_SOURCES]
    return Figures(
        title=_plain.title(stats.title),
        period=phrases.period(stats.since, stats.until),
        summary=summary_of(stats),
        span=span,
        feeds=feed_bars([feed for feed in stats.feeds if feed.entries]),
        days=day_bars(days, span),
        sources=tuple(
            Bar(_plain.name(source.source), source.key_points, source.key_points, sources[0].key_points)
            for source in sources
        ),
        never=feed_bars(stats.never),
        shares=stats.chosen < stats.entries,
    )


def summary_of(stats: Stats) -> str:
    """Say the whole in a line."""
    feeds = sum(feed.entries > 0 for feed in stats.feeds)
    came = f"{counted(stats.entries, 'entry', 'entries')} from {counted(feeds, 'feed')}"
    if 1 < stats.entries == stats.chosen:
        return f"{came}, all in digests"
    share = f" ({100 * stats.chosen / stats.entries:.0f}%)" if stats.entries else ""
    return f"{came}, {stats.chosen} in digests{share}"


def feed_bars(feeds: Sequence[FeedCount]) -> tuple[Bar, ...]:
    """Make bars of feeds, each with why its entries were left out."""
    most = max((feed.entries for feed in feeds), default=0)
    return tuple(
        Bar(
            _plain.name(feed.origin.name),
            feed.entries,
            feed.chosen,
            most,
            note_on(feed),
        )
        for feed in feeds
    )


def note_on(feed: FeedCount) -> str:
    """Say why what a feed brought was left out, or why nothing came."""
    if feed.entries:
        return _plain.line(feed.reason)
    return "could not be read" if feed.origin.failing else "nothing came"


def day_bars(days: Sequence[DayCount], span: str) -> tuple[Bar, ...]:
    """Make bars of days, or of what they are joined to."""
    most = max((day.entries for day in days), default=0)
    return tuple(Bar(span_name(day.day, span), day.entries, day.chosen, most) for day in days)


def span_name(first: date, span: str) -> str:
    """Name a span of time by its first day, as short as an axis wants it: 17 Nov, Nov 2026, 2026."""
    month = phrases_for("en").months[first.month - 1][:3]
    return {"month": f"{month} {first.year}", "year": str(first.year)}.get(span, f"{first.day} {month}")


def stats_text(stats: Stats, look: Look = PLAIN) -> str:
    """Draw bars for a terminal, plain where the look is."""
    return drawn(parts_of(figures_of(stats), min(look.width, MAX_WIDTH)), look)


def parts_of(figures: Figures, width: int) -> Iterator[RenderableType]:
    """Draw chart after chart."""
    yield words((f"{figures.title}: {figures.period}", f"bold {ACCENT}"))
    yield words((figures.summary, ""))
    if figures.feeds:
        key = f" ({CHOSEN} in digests, {OTHER} others)" if figures.shares else ""
        yield from chart(f"Entries per feed{key}", figures.feeds, width, shares=figures.shares)
        yield from chart(f"Entries per {figures.span}", figures.days, width, shares=figures.shares)
    if figures.sources:
        yield from chart("Most quoted (key points)", figures.sources, width, shares=False)
    if figures.never:
        yield words()
        yield words(("Never in a digest", "bold"))
        for bar in figures.never:
            came = [counted(bar.entries, "entry", "entries")] if bar.entries else []
            yield words((f"  {bar.name}: ", ""), (", ".join((*came, *([bar.note] if bar.note else []))), QUIET))


def chart(heading: str, bars: Sequence[Bar], width: int, *, shares: bool = True) -> Iterator[RenderableType]:
    """Draw bars beside their names, with their figures."""
    spare = 0 if shares else min(SHARES, max(0, width - LONGEST_NAME - LEAST_BAR - FIGURES + SHARES))
    room = min(LONGEST_NAME + spare, max(cells(bar.name) for bar in bars))
    columns = max(LEAST_BAR, width - room - FIGURES + (0 if shares else SHARES))
    yield words()
    yield words((heading, "bold"))
    if shares:
        yield words((" " * (room + columns + 3) + f"{'all':>6}{'chosen':>8}{'share':>8}", QUIET))
    for bar in bars:
        chosen, rest = bar.scaled(columns)
        gap = " " * (columns - chosen - rest)
        figures = f"{bar.entries:6}" + (f"{bar.chosen:8}{bar.share:>8}" if shares else "")
        name = fitted(bar.name, room)
        yield words((f"  {name} ", ""), (CHOSEN * chosen, ACCENT), (OTHER * rest, QUIET), (f"{gap}{figures}", ""))


def fitted(name: str, room: int) -> str:
    """Bring a name to so many cells."""
    while cells(name) > room:
        name = name[:-2].rstrip() + "…" if name.endswith("…") else name[:-1].rstrip() + "…"
    return name + " " * (room - cells(name))


def stats_page(stats: Stats, template: str = DEFAULT) -> str:
    """Write a page of its own, with charts as SVG, each beside its figures; it loads and runs nothing."""
    return filled(figures_of(stats), template)


def stats_json(stats: Stats) -> str:
    """Write all counts as one object (docs/schema/digest-stats-1.json)."""
    record: dict[str, Any] = {
        "schema": SCHEMA,
        "title": stats.title,
        "since": stats.since.isoformat(),
        "until": stats.until.isoformat(),
        "entries": stats.entries,
        "chosen": stats.chosen,
        "feeds": [feed_record(feed) for feed in stats.feeds],
        "days": [{"date": day.day.isoformat(), "entries": day.entries, "chosen": day.chosen} for day in stats.days],
        "sources": [{"source": source.source, "key_points": source.key_points} for source in stats.sources],
        "never": [feed.origin.location for feed in stats.never],
    }
    return listing(record)


def feed_record(feed: FeedCount) -> dict[str, Any]:
    """Write one feed's counts."""
    return {
        "location": feed.origin.location,
        "name": feed.origin.name,
        "section": feed.origin.section,
        "entries": feed.entries,
        "chosen": feed.chosen,
        "linked": feed.linked,
        "share": None if feed.share is None else round(feed.share, 4),
        "reason": feed.reason or None,
    }
