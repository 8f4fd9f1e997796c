"""`digest feeds test`: what a source would bring; nothing is stored."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from digest.cli._console import Console, write
from digest.cli._options import ConfigOption, OfflineOption, option

if TYPE_CHECKING:
    from digest.errors import Problem
    from digest.models import Entry, Feed
    from digest.settings import Config, Source

SHOWN = 20
"""Entries that a table shows; JSON has them all."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What a source brought, what was left out of it, and the address to keep: of a site, that of its feed."""

    location: str
    feed: Feed
    problems: tuple[Problem, ...]


def try_source(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A feed's or site's address, a path, or -.")],
    *,
    json: Annotated[bool, option("--json", help="Write one JSON object.")] = False,
    offline: OfflineOption = False,
    config: ConfigOption = None,
) -> None:
    """Read a feed, page or file and show what it would bring; nothing is stored.

    What cannot be read is told in one line, and the exit status is 1. A feed of feeds.yaml is read
    with the headers and the user that stand there.

    Example:  digest feeds test https://example.com/feed.xml
    """
    from digest.cli.feeds.show import encoded, table

    trial = tried(source, config, offline=offline)
    if json:
        write(encoded({"entries": [record_of(entry) for entry in trial.feed.entries], "problems": trial.problems}))
        return
    rows = [record_of(entry) for entry in trial.feed.entries[:SHOWN]]
    write(table((day(row["published"]), f"{row['text_length']:>6}", row["title"] or row["url"] or "") for row in rows))
    console = Console()
    console.problems(trial.problems)
    console.say(f"{trial.feed.title or source}: {len(trial.feed.entries)} entries ({trial.feed.format})")


def tried(source: str, option: Path | None, *, offline: bool = False) -> Trial:
    """Read a source once; raises DigestError with what is wrong with it."""
    from digest.fetch import Fetcher
    from digest.ingest import test

    config, asked = configured(source, option)
    with Fetcher(config.fetch, offline=offline) as fetch:
        feed, problems = test(asked, fetch)
    return Trial(asked.location, feed, problems)


def configured(source: str, option: Path | None) -> tuple[Config, Source]:
    """Find the settings, and what feeds.yaml says of the source if it is one of its feeds."""
    from digest.addresses import is_web
    from digest.config import find, load
    from digest.settings import Source

    path = find(option, os.environ, Path())
    config = load(path, None)
    for number, known in enumerate(config.sources):
        if source in {known.location, known.key, known.name}:
            # Only now are its secrets needed, and those of no other feed would be missed before.
            return config, load(path, os.environ).sources[number] if known.headers or known.auth else known
    return config, Source(location=source, local=not is_web(source))


def record_of(entry: Entry) -> dict[str, Any]:
    """Write an entry as JSON has it; `text_length` counts the characters of its clean text."""
    from digest.clean import text_of

    return {
        "title": entry.title,
        "url": entry.url,
        "published": entry.published.isoformat() if entry.published else None,
        "text_length": len(text_of(entry)),
    }


def day(published: str | None) -> str:
    """Show the day of an entry."""
    return published[:10] if published else "undated"
