"""`digest feeds import`, `export`: lists of feeds from and for other readers."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from digest.cli._console import Console, write
from digest.cli._options import ConfigOption, OutputOption, QuietOption, VerboseOption
from digest.errors import DigestError, ParseError


def import_opml(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An OPML file, as other readers export it.")],
    *,
    config: ConfigOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = 0,
) -> None:
    """Add the feeds of an OPML file that are not in feeds.yaml yet; a folder becomes a section.

    Example:  digest feeds import subscriptions.opml
    """
    from digest.addresses import canonical
    from digest.cli.feeds.change import change, content_of, located
    from digest.config.edit import added, elements

    console = Console.of(quiet, verbose)
    path = located(config, console)
    known = {canonical(element.place) for element in elements(content_of(path), str(path))}
    found = subscriptions(file)
    new: dict[str, dict[str, str]] = {}
    for values in found:
        if canonical(values["url"]) not in known:
            new.setdefault(canonical(values["url"]), values)
    if new:
        change(path, lambda content: added(content, str(path), *new.values()))
    feeds = "1 feed" if len(new) == 1 else f"{len(new)} feeds"
    console.say(f"{feeds} added, {len(found) - len(new)} were there already")


def subscriptions(path: Path) -> list[dict[str, str]]:
    """Read the feeds of an OPML file as feeds.yaml would name them; raises DigestError."""
    from digest.fetch import Fetcher
    from digest.inputs.opml import outlines, recognizes
    from digest.models import Request
    from digest.settings import FetchSettings

    try:
        document = Fetcher(FetchSettings(), offline=True)(Request(str(path), configured=True))
        if not recognizes(document):
            raise ParseError("no OPML file; export one from the other reader, or add a feed by `digest feeds add`")
        found = outlines(document)
    except DigestError as error:
        raise type(error)(f"{path}: {error}", kind=error.kind) from error
    if not found:
        raise ParseError(f'{path}: no feeds in it; an OPML file holds them as <outline xmlUrl="…">')
    return [
        {"url": feed.url}
        | ({"name": feed.title} if feed.title not in {"", feed.url} else {})
        | ({"section": slug(feed.folders[-1])} if feed.folders and slug(feed.folders[-1]) else {})
        for feed in found
    ]


def slug(title: str) -> str:
    """Make a section's id of a folder's title."""
    return "-".join(re.findall(r"\w+", title.lower()))


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
        console.say(f"{left} local files are not in it")
