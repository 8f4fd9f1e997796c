"""Counts of feeds, days and sources as bars in a terminal, as a page with SVG, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
LONGEST_NAME = 30  # cells of a feed's name beside its bar
LEAST_BAR, FIGURES = 8, 25  # columns of the shortest bar, and of all but bar and name
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
        return f"{100 * self.chosen / self.entries:.0f} %" if self.entries else "–"

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


def figures_of(stats: Stats) -> Figures:
    """Choose and word what is shown."""
    span, days = spans(stats.days)
    phrases = phrases_for("en")
    sources = stats.sources[:MOST_SOURCES]
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
    )


def summary_of(stats: Stats) -> str:
    """Say the whole in a line."""
    feeds = sum(feed.entries > 0 for feed in stats.feeds)
    share = f" ({100 * stats.chosen / stats.entries:.0f} %)" if stats.entries else ""
    came = f"{counted(stats.entries, 'entry', 'entries')} from {counted(feeds, 'feed')}"
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
            _plain.line(feed.reason) if feed.entries else "nothing came",
        )
        for feed in feeds
    )


def day_bars(days: Sequence[DayCount], span: str) -> tuple[Bar, ...]:
    """Make bars of days, or of what they are joined to."""
    form = {"month": "%Y-%m", "year": "%Y"}.get(span, "%Y-%m-%d")
    most = max((day.entries for day in days), default=0)
    return tuple(Bar(day.day.strftime(form), day.entries, day.chosen, most) for day in days)


def stats_text(stats: Stats, look: Look = PLAIN) -> str:
    """Draw bars for a terminal, plain where the look is."""
    return drawn(parts_of(figures_of(stats), min(look.width, MAX_WIDTH)), look)


def parts_of(figures: Figures, width: int) -> Iterator[RenderableType]:
    """Draw chart after chart."""
    yield words((f"{figures.title}: {figures.period}", f"bold {ACCENT}"))
    yield words((figures.summary, ""))
    if figures.feeds:
        yield from chart(f"Entries a feed ({CHOSEN} in digests, {OTHER} others)", figures.feeds, width)
        yield from chart(f"Entries a {figures.span}", figures.days, width)
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
    room = min(LONGEST_NAME, max(cells(bar.name) for bar in bars))
    columns = max(LEAST_BAR, width - room - FIGURES)
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
