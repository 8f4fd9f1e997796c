"""`digest stats`: what came from where, and what of it was chosen."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from digest.cli._console import Console
from digest.cli._options import (
    ConfigOption,
    FeedsOption,
    JsonOption,
    OutputOption,
    QuietOption,
    SectionsOption,
    SinceOption,
    UntilOption,
    VerboseOption,
    option,
)
from digest.errors import ConfigError

if TYPE_CHECKING:
    from digest.models import FeedMemory
    from digest.settings import Config
    from digest.stats import Origin, Stats


class Shape(StrEnum):
    """What statistics can be written as."""

    txt = "txt"
    html = "html"
    json = "json"


def stats(
    *,
    config: ConfigOption = None,
    since: SinceOption = "30d",
    until: UntilOption = None,
    section: SectionsOption = None,
    feed: FeedsOption = None,
    format: Annotated[  # noqa: A002 - the option's name
        Shape | None, option("-f", "--format", help="Bars as text, a page with charts, or JSON.")
    ] = None,
    json: JsonOption = False,
    html: Annotated[Path | None, option("--html", help="Short for -f html -o FILE.", metavar="FILE")] = None,
    output: OutputOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = 0,
) -> None:
    """Show what came from where: entries per feed and per day, the share in digests, who is quoted most.

    Also the feeds of which nothing gets into a digest, and why. Counted is what is stored, by the day an
    entry was published; no network is used. On a terminal the bars are coloured. The page has its charts
    within it, beside their figures, and loads nothing.

    Example:  digest stats --since 7d --html stats.html
    """
    from digest.cli._settings import required
    from digest.cli._times import clock
    from digest.cli._writing import deliver_one

    shape, target = asked(format, json=json, html=html, output=output)
    settings = required(config, Console.of(quiet, verbose))
    found = tallied(settings, clock(), (since or "30d", until), section or (), feed or ())
    deliver_one(
        written(found, shape, settings.output.template, to_screen=target is None), target, f"stats.{shape.value}"
    )


def asked(shape: Shape | None, *, json: bool, html: Path | None, output: str | None) -> tuple[Shape, str | None]:
    """Settle the format and the place; raises ConfigError where the options contradict each other."""
    if html and output:
        raise ConfigError(f"--html {html} and -o {output} name two places; keep one of them")
    wanted = [*([shape] if shape else []), *([Shape.json] if json else []), *([Shape.html] if html else [])]
    if len(set(wanted)) > 1:
        raise ConfigError(f"{' and '.join(wanted)} are two formats; --json is -f json, --html FILE is -f html -o FILE")
    ending = Path(output).suffix.lstrip(".") if output else ""
    by_name = Shape(ending) if ending in list(Shape) else Shape.txt
    return wanted[0] if wanted else by_name, str(html) if html else output


def tallied(
    config: Config, now: datetime, when: tuple[str, str | None], sections: Sequence[str], feeds: Sequence[str]
) -> Stats:
    """Count what is stored of a period; raises ConfigError for a feed or section that feeds.yaml does not name."""
    from digest.cli._order import checked, names_of, sections_of
    from digest.cli._times import Period, zone_of
    from digest.stats import tally
    from digest.store import Store

    checked(tuple(sections), sections_of(config), "section")
    checked(tuple(feeds), names_of(config.sources), "feed")
    zone = zone_of(config.timezone)
    period = Period.of(*when, now, zone)
    first, last = period.days(zone)
    with Store.view(config.state_path) as store:
        return tally(
            origins_of(config, store.memory(now), sections, feeds),
            store.intakes(period.since, period.until),
            store.quoted(first, last),
            title=config.title,
            days=(first, last),
            zone=zone,
        )


def origins_of(
    config: Config, memory: dict[str, FeedMemory], sections: Sequence[str], feeds: Sequence[str]
) -> list[Origin]:
    """List the feeds asked for; where none are, also those that were read before and are no longer in feeds.yaml."""
    from digest.cli._order import names_of
    from digest.pipeline import feed_name
    from digest.stats import Origin

    titles = {location: known.title for location, known in memory.items()}
    failing = {location for location, known in memory.items() if known.problem}
    found = [
        Origin(
            source.location,
            source.name or titles.get(source.location) or feed_name(source),
            source.section,
            source.enabled,
            source.location in failing,
        )
        for source in config.sources
        if (not feeds or set(names_of([source])) & set(feeds)) and (not sections or source.section in sections)
    ]
    listed = {source.location for source in config.sources}
    gone = [] if feeds or sections else [name for name in memory if name not in listed]
    return [*found, *(Origin(name, titles[name] or name, asked=False) for name in gone)]


def written(stats: Stats, shape: Shape, template: str, *, to_screen: bool) -> str:
    """Write the counts; in colour and to the terminal's width only where a terminal shows them."""
    from digest.outputs._screen import PLAIN, look_of
    from digest.outputs._stats import stats_json, stats_page, stats_text

    if shape is Shape.json:
        return stats_json(stats)
    if shape is Shape.html:
        return stats_page(stats, template)
    is_terminal = to_screen and sys.stdout.isatty()
    columns = shutil.get_terminal_size().columns
    return stats_text(stats, look_of(columns, os.environ, is_terminal=True) if is_terminal else PLAIN)
