"""`digest feeds add`, `remove`, `pause`, `resume`: changes to feeds.yaml that keep all else as it is."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli._console import Console, printable
from digest.cli._options import ConfigOption, OfflineOption, QuietOption, VerboseOption, option
from digest.cli._reading import as_path
from digest.cli.feeds.choosing import bearer, chosen, distinct, taken_names
from digest.cli.feeds.rewriting import change, with_section
from digest.errors import ConfigError, FetchError, ParseError, Problem

if TYPE_CHECKING:
    from digest.models import Feed

MAX_NAME = 80
"""Characters of a name that a feed gives itself."""

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="A feed's name, address or path, as in feeds.yaml.")]


def add(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A feed's address, a site's, or a path.")],
    *,
    name: Annotated[str | None, option("--name", help="What to call it; else the feed's own title.")] = None,
    section: Annotated[
        str | None, option("--section", help="The section it belongs to: its id, or a title.", metavar="NAME")
    ] = None,
    offline: OfflineOption = False,
    config: ConfigOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = 0,
) -> None:
    """Add a feed to feeds.yaml, after a look at whether it can be read (not with --offline).

    Given a site's address, or that of a page which names one feed, that feed is added.

    Example:  digest feeds add https://example.com/feed.xml --section tech
    """
    from digest.characters import tidy_line

    console = Console.of(quiet, verbose)
    path = located(config, console)
    source = addable(source)
    place, title = (source, None) if offline else readable(source, path)
    where = place_of(place, path)
    belongs = tidy_line(section or "")
    change(path, lambda content: with_feed(content, path, where, name=name, title=title, section=belongs))
    console.say(f"added {place}")


def with_feed(
    content: bytes, path: Path, place: Mapping[str, str], *, name: str | None, title: str | None, section: str
) -> bytes:
    """Write a feed into feeds.yaml, under its own title where no name was given; ConfigError for a taken name."""
    from digest.config.edit import added, elements

    known = elements(content, str(path))
    if name and (other := bearer(name, known)):
        raise ConfigError(f"{path}: '{name}' is the name of {other.place} (line {other.line}); give another by --name")
    called = name or (distinct(title, taken_names(known)) if title else "")
    content, belongs = with_section(content, path, section) if section else (content, "")
    given = {"name": called, "section": belongs}
    return added(content, str(path), {**place, **{key: text for key, text in given.items() if text}})


def addable(source: str) -> str:
    """Give the address or path of a feed that can be read each day; raises ConfigError for what never can."""
    from digest.addresses import is_foreign, without_credentials
    from digest.fetch.files import STANDARD_INPUT

    if source == STANDARD_INPUT:
        raise ConfigError("standard input is there once only, and feeds are read each day; give an address or a path")
    if is_foreign(source):
        raise ConfigError(f"{without_credentials(source)}: not added: only http, https and paths are read")
    return as_path(source)


def remove(
    name: NameArgument, *, config: ConfigOption = None, quiet: QuietOption = False, verbose: VerboseOption = 0
) -> None:
    """Take a feed out of feeds.yaml; what it brought stays in the digests it is in.

    Example:  digest feeds remove "The Meridian Post"
    """
    from digest.config.edit import removed

    console = Console.of(quiet, verbose)
    path = located(config, console)
    change(path, lambda content: removed(content, str(path), chosen(content, path, name)))
    console.say(f"removed {name}")


def pause(
    name: NameArgument, *, config: ConfigOption = None, quiet: QuietOption = False, verbose: VerboseOption = 0
) -> None:
    """Ask a feed no more until `digest feeds resume`.

    Example:  digest feeds pause https://example.com/feed.xml
    """
    from digest.config.edit import switched

    console = Console.of(quiet, verbose)
    path = located(config, console)
    change(path, lambda content: switched(content, str(path), chosen(content, path, name), enabled=False))
    console.say(f"paused {name}")


def resume(
    name: NameArgument, *, config: ConfigOption = None, quiet: QuietOption = False, verbose: VerboseOption = 0
) -> None:
    """Ask a feed again that was paused, or given up because its server said it is gone for good.

    Example:  digest feeds resume https://example.com/feed.xml
    """
    from digest.config.edit import elements, switched

    console = Console.of(quiet, verbose)
    path = located(config, console)
    content = change(path, lambda content: switched(content, str(path), chosen(content, path, name), enabled=True))
    forget_failures(path, elements(content, str(path))[chosen(content, path, name)].place)
    console.say(f"resumed {name}")


def located(option: Path | None, console: Console) -> Path:
    """Find the feeds.yaml that commands work on, and name it with -v."""
    from digest.config import locate

    path = locate(option, os.environ, Path())
    console.say(f"using {path}", 2)
    return path


def place_of(source: str, path: Path) -> Mapping[str, str]:
    """Write a place as feeds.yaml has it: an address, or a path relative to the file where it lies below."""
    from digest.addresses import is_web

    if is_web(source):
        return {"url": source}
    absolute = Path(os.path.normpath(Path(source).expanduser().absolute()))
    folder = path.absolute().parent
    return {"file": str(absolute.relative_to(folder) if absolute.is_relative_to(folder) else absolute)}


def readable(source: str, path: Path) -> tuple[str, str | None]:
    """See that a source can be read and give the address to keep, of a site that of its feed, and the feed's title.

    Raises DigestError with the way to add it nevertheless.
    """
    from digest.addresses import is_web
    from digest.cli.feeds.trial import tried

    try:
        if is_web(source):
            trial = tried(source, path)
            return trial.location, name_from(trial.feed)
        return source, None if is_pattern(source) else name_from(read_file(source))
    except (FetchError, ParseError) as error:
        raise type(error)(f"{error}; not added (--offline adds it unread)", kind=error.kind) from error


def name_from(feed: Feed) -> str | None:
    """Take a feed's title for its name; an article's title is no name of its file."""
    from digest.characters import tidy_line

    title = tidy_line(feed.title) if feed.syndicated else ""
    return printable(title)[:MAX_NAME].strip() or None


def is_pattern(source: str) -> bool:
    """Tell whether a path stands for several files, as in feeds.yaml."""
    return any(letter in source for letter in "*?[") and not Path(source).exists()


def read_file(path: str) -> Feed:
    """Read a local feed or article; raises FetchError."""
    from digest.cli._times import clock
    from digest.fetch import Fetcher
    from digest.ingest import ingest
    from digest.settings import FetchSettings, Source

    settings = FetchSettings()
    with Fetcher(settings, offline=True) as fetch:
        (poll,) = ingest([Source(path, local=True)], fetch, settings=settings, now=clock())
    if poll.feed is None:
        problem = poll.problem or Problem(path, "nothing was read", "empty")
        raise FetchError(f"{path}: {problem.reason}", kind=problem.kind)
    return poll.feed


def forget_failures(path: Path, place: str) -> None:
    """Let a feed be asked again whatever happened before; nothing to do before the first run."""
    from digest.config import load
    from digest.store import Store

    config = load(path, None)
    if config.state_path.exists():
        with Store.open(config.state_path) as store:
            for source in config.sources:
                if place in {source.location, source.key}:
                    store.retry(source.location)
