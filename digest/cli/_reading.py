"""Sources named on the command line, read into articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digest.cli._cleaning import article_apart
from digest.cli._console import Console
from digest.cli._waiting import with_wait
from digest.errors import DigestError, ParseError, Problem
from digest.models import Article, Entry
from digest.settings import Config, Source

if TYPE_CHECKING:
    from digest.ingest.pages import Missed


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: articles with the source that each came from, and what could not be read."""

    articles: tuple[tuple[Source, Article], ...]
    problems: tuple[Problem, ...]


def named_sources(arguments: Sequence[str], config: Config) -> tuple[Source, ...]:
    """Make sources of what was named on the command line, each once, with the configuration's defaults."""
    from digest.addresses import is_web

    names = dict.fromkeys(map(as_path, arguments))
    return tuple(replace(config.defaults, location=name, local=not is_web(name)) for name in names)


def as_path(name: str) -> str:
    """Give the path that a file: address means; all else stays as it is."""
    if name[:5].lower() != "file:":
        return name
    from urllib.parse import unquote, urlsplit

    return unquote(urlsplit(name).path)


def missed_by(console: Console) -> Missed:
    """Say with -v why the text of an entry's page is not in the result."""
    from digest.pipeline import feed_name

    def missed(source: Source, entry: Entry, error: DigestError) -> None:
        what = entry.title or entry.url or entry.id
        console.say(f"{feed_name(source)}: {what}: as the feed gives it, its page was not had: {error}", 2)

    return missed


def read(arguments: Sequence[str], config: Config, console: Console, *, offline: bool) -> Reading:
    """Read sources, fetch what their teasers promise, and clean the articles; a bad one stops no other."""
    articles: list[tuple[Source, Article]] = []
    problems: list[Problem] = []
    for found in entries(arguments, config, console, offline=offline):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        source, entry = found
        try:
            articles.append((source, article_apart(entry, source, likely=config.language)))
        except ParseError as error:
            problems.append(Problem.of(source.location, error))
    console.clear()
    return Reading(tuple(articles), tuple(problems))


def entries(
    arguments: Sequence[str], config: Config, console: Console, *, offline: bool
) -> Iterator[tuple[Source, Entry] | Problem]:
    """Give the entries of each source, in the order named, or the problem that took their place."""
    from digest.cli._times import clock
    from digest.fetch import Fetcher
    from digest.ingest import completed, ingest

    sources, missed = named_sources(arguments, config), missed_by(console)
    with Fetcher(config.fetch, offline=offline) as fetch:
        polls = ingest(sources, fetch, settings=config.fetch, now=clock())
        for number, (source, poll) in enumerate(zip(sources, polls, strict=True), start=1):
            console.progress(number, len(sources), "reading")
            if poll.feed is None:
                yield with_wait(poll.problem or Problem(source.location, "nothing was read", "empty"), poll.retry_after)
            else:
                for entry in completed(poll.feed.entries, source, fetch, settings=config.fetch, missed=missed):
                    yield source, entry
