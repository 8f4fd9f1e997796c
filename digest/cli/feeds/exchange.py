"""`digest feeds import`, `export`: lists of feeds from and for other readers."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from digest.cli._console import Console, printable, write
from digest.cli._options import ConfigOption, OutputOption, QuietOption, VerboseOption
from digest.counting import counted
from digest.errors import DigestError, ParseError
from digest.inputs.opml import Outline, Unusable

if TYPE_CHECKING:
    from digest.config.edit import Element
    from digest.settings import SectionSettings

HELD = "its address holds a user or password; add it to feeds.yaml with auth"
ADDRESS = re.compile(r"[\w+.-]+://\S+")


def import_opml(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An OPML file, as other readers export it.")],
    *,
    config: ConfigOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = 0,
) -> None:
    """Add the feeds of an OPML file that are not in feeds.yaml yet; a folder becomes the section of its title.

    What is not added is named, a line each, with the reason.

    Example:  digest feeds import subscriptions.opml
    """
    from digest.cli.feeds.change import located
    from digest.cli.feeds.rewriting import change
    from digest.config.edit import elements

    console = Console.of(quiet, verbose)
    path = located(config, console)
    found = subscriptions(file)
    new: list[Outline] = []
    left: list[str] = []

    def edited(content: bytes) -> bytes:
        sort_out(found, elements(content, str(path)), new, left)
        return with_feeds(content, path, new) if new else content

    change(path, edited)
    for line in left:
        console.say(f"digest: {line}")
    console.say(f"{counted(len(new), 'feed')} added, {len(left)} left out, of {len(found)}")


def sort_out(
    found: Sequence[Outline | Unusable], known: Sequence[Element], new: list[Outline], left: list[str]
) -> None:
    """Add each entry to `new`, or to `left`, with the reason."""
    from digest.addresses import canonical

    places = {canonical(element.place): "in feeds.yaml already" for element in known}
    for entry in found:
        if isinstance(entry, Unusable):
            left.append(f"{told(entry.name)}: {entry.reason}")
        elif urlsplit(entry.url).username is not None:
            left.append(f"{told(entry.title or entry.url)}: {HELD}")
        elif reason := places.get(canonical(entry.url)):
            left.append(f"{told(entry.title or entry.url)}: {reason}")
        else:
            new.append(entry)
            places[canonical(entry.url)] = "in the list twice"


def told(name: str) -> str:
    """Give an entry's name without the secrets of an address in it; other readers name feeds by their addresses."""
    from digest.addresses import without_credentials

    return ADDRESS.sub(lambda match: without_credentials(match.group()), name)


def subscriptions(path: Path) -> tuple[Outline | Unusable, ...]:
    """Read an OPML file; raises DigestError where it cannot be read, or holds no feed."""
    from digest.fetch import Fetcher
    from digest.inputs.opml import listed, recognizes
    from digest.models import Request
    from digest.settings import FetchSettings

    try:
        document = Fetcher(FetchSettings(), offline=True)(Request(str(path), configured=True))
        if not recognizes(document):
            raise ParseError("no OPML file; export one from the other reader, or add a feed by `digest feeds add`")
        found = listed(document)
    except DigestError as error:
        raise type(error)(f"{path}: {error}", kind=error.kind) from error
    if not any(isinstance(entry, Outline) for entry in found):
        raise ParseError(f'{path}: no feeds in it; an OPML file holds them as <outline xmlUrl="…">')
    return found


def with_feeds(content: bytes, path: Path, new: Sequence[Outline]) -> bytes:
    """Write feeds into feeds.yaml, and into `sections` the titles of their folders where an id alone loses one."""
    from digest.cli.feeds.choosing import taken_names
    from digest.cli.feeds.rewriting import with_sections
    from digest.config.edit import added, elements

    taken = taken_names(elements(content, str(path)))
    content, folders = with_sections(content, path, [printable(feed.folders[-1]) for feed in new if feed.folders])
    written = []
    for feed in new:
        written.append(values_of(feed, folders, taken))
        taken.add(written[-1].get("name", "").casefold())
    return added(content, str(path), *written)


def values_of(feed: Outline, folders: Mapping[str, SectionSettings], taken: Container[str]) -> dict[str, str]:
    """Write a feed as feeds.yaml does, with a name that is not taken."""
    from digest.cli.feeds.choosing import distinct

    name = printable(feed.title)
    return (
        {"url": feed.url}
        | ({"name": distinct(name, taken)} if name not in {"", feed.url} else {})
        | ({"section": folders[printable(feed.folders[-1])].id} if feed.folders else {})
    )


def export_opml(
    *,
    output: OutputOption = None,
    config: ConfigOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = 0,
) -> None:
    """Write the feeds as OPML, which other readers import; a section becomes a folder.

    Local files stay behind: no other program could read them.

    Example:  digest feeds export -o feeds.opml
    """
    from digest.cli.feeds.change import located
    from digest.config import load
    from digest.config.opml import write_opml

    console = Console.of(quiet, verbose)
    settings = load(located(config, console), None)
    content = write_opml(settings)
    if output is None or output == "-":
        write(content)
    else:
        from digest.deliver import write_files

        for delivery in write_files([(Path(output), content)], force=True):
            write(str(delivery.path))
    left = sum(source.local for source in settings.sources)
    if left:
        console.say(f"{counted(left, 'local file is', 'local files are')} not in it")
