"""`digest feeds test`: what a source would bring; nothing is stored."""

from __future__ import annotations

import os
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from digest.cli._console import Console, write
from digest.cli._options import ConfigOption, OfflineOption, QuietOption, VerboseOption
from digest.cli._reading import as_path
from digest.cli.feeds.show import JsonOption, table
from digest.counting import counted
from digest.errors import DigestError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.errors import Problem
    from digest.models import Document, Entry, Feed, Request
    from digest.settings import Config, Source

SHOWN = 20
"""Entries that a table shows; JSON has them all."""

MEASURED = 300_000
"""Characters of a feed's contents that are cleaned to be counted: of hostile ones a million take four seconds."""

TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Trial:
    """What a source brought, what was left out of it, and the address to keep: of a site, that of its feed."""

    location: str
    feed: Feed
    problems: tuple[Problem, ...]


def try_source(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A feed's or site's address, a path, or -.")],
    *,
    json: JsonOption = False,
    offline: OfflineOption = False,
    config: ConfigOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = 0,
) -> None:
    """Read a feed and show the entries it can give, 20 in a table and all of them with --json; nothing is stored.

    Of a site's address, the feed that the site names is read, and of a page that names one feed, that one;
    single articles are for `digest summarize`.
    What cannot be read is told in one line, and the exit status is 1. A feed of feeds.yaml is read
    with the headers and the user that stand there.

    Example:  digest feeds test https://example.com/feed.xml
    """
    from digest.outputs.json import listing

    console = Console.of(quiet, verbose)
    trial = tried(source, config, offline=offline, console=console)
    if json:
        write(
            listing(
                {
                    "entries": records_of(trial.feed.entries),
                    "problems": [asdict(problem) for problem in trial.problems],
                }
            )
        )
        return
    rows = records_of(trial.feed.entries[:SHOWN])
    write(table((day(row["published"]), f"{row['text_length']:>6}", row["title"] or row["url"] or "") for row in rows))
    if (left := len(trial.feed.entries) - SHOWN) > 0:
        console.say(f"… and {left} more; --json lists all")
    console.problems(trial.problems)
    entries = counted(len(trial.feed.entries), "entry", "entries")
    console.say(f"{trial.feed.title or source}: {entries} ({trial.feed.format})")


def tried(source: str, option: Path | None, *, offline: bool = False, console: Console | None = None) -> Trial:
    """Read a feed once; raises FetchError or ParseError with the source and what is wrong with it."""
    from digest.cli._times import clock
    from digest.fetch import Fetcher
    from digest.ingest import test

    source = as_path(source)
    config, wanted = configured(source, option)
    if config.path and console:
        console.say(f"using {config.path}", 2)
    # A run takes only a site's front page for its feed: of what feeds.yaml names, no more is to be promised.
    is_configured = any(known.location == wanted.location for known in config.sources)
    asked: list[str] = []
    with Fetcher(config.fetch, offline=offline) as fetch:

        def noted(request: Request) -> Document:
            asked.append(request.location)
            return fetch(request)

        try:
            feed, problems = test(wanted.location, noted, now=clock(), source=wanted, any_page=not is_configured)
        except DigestError as error:
            raise type(error)(f"{source}: {error}", kind=error.kind) from error
    return Trial(asked[-1], feed, problems)


def configured(source: str, option: Path | None) -> tuple[Config, Source]:
    """Find the settings, and what feeds.yaml says of the source if it is one of its feeds."""
    from digest.addresses import is_web
    from digest.config import find, load, with_secrets
    from digest.settings import Source

    path = find(option, os.environ, Path())
    config = load(path, None)
    for known in config.sources:
        if source in {known.location, known.key, known.name}:
            return config, with_secrets(known, os.environ)
    return config, Source(location=source, local=not is_web(source))


def records_of(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """Write entries as JSON has them; `text_length` counts the characters of a text without markup.

    What a digest would read is counted of the first `MEASURED` characters of contents, nearly so of the others.
    """
    records, left = [], MEASURED
    for entry in entries:
        is_exact = len(entry.content) <= left
        left -= len(entry.content) if is_exact else 0
        records.append(
            {
                "title": entry.title,
                "url": entry.url,
                "published": entry.published.isoformat() if entry.published else None,
                "text_length": text_length(entry, is_exact=is_exact),
            }
        )
    return records


def text_length(entry: Entry, *, is_exact: bool) -> int:
    """Count the characters that a digest would read, or nearly so."""
    if is_exact:
        from digest.clean import text_of

        return len(text_of(entry))
    if entry.markup == "text":
        return len(entry.content)
    from html import unescape

    return len(" ".join(unescape(TAG.sub(" ", entry.content)).split()))


def day(published: str | None) -> str:
    """Show the day of an entry."""
    return published[:10] if published else "undated"
