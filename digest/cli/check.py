"""`digest check`: is feeds.yaml right, and what is in it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from digest.cli._console import Console, write
from digest.cli._options import ConfigOption, QuietOption, VerboseOption

if TYPE_CHECKING:
    from digest.settings import Config


def check(*, config: ConfigOption = None, quiet: QuietOption = False, verbose: VerboseOption = 0) -> None:
    """Say whether feeds.yaml is right, and what it asks for. No network.

    Everything that is wrong is named, a line each with file, line, column and remedy; the exit status is 2 then.

    Example:  digest check -c ~/news/feeds.yaml
    """
    from digest.config import load, locate

    console = Console.of(quiet, verbose)
    path = locate(config, os.environ, Path())
    console.say(f"using {path}", 2)
    found = load(path, os.environ)
    for warning in (*found.warnings, *absent_files(found), *absent_program(found)):
        console.say(f"digest: {warning}")
    write("\n".join((f"{path}: no problems", *described(found))))
    if not found.sources:
        console.say("Next: name some feeds, as in  digest feeds add https://example.com/feed.xml")


def absent_files(config: Config) -> Iterator[str]:
    """Name local feeds that are not there now."""
    for source in config.sources:
        if source.enabled and source.local and not Path(source.location).exists():
            yield f"{source.key}: no such file"


def absent_program(config: Config) -> Iterator[str]:
    """Name the program that mail is to go through, where there is none that could be run."""
    from digest.deliver.sendmail import can_run

    if config.email and config.email.sendmail and not can_run(config.email.sendmail):
        yield f"{config.email.sendmail}: no program that can be run; see email.sendmail"


def described(config: Config) -> Iterator[str]:
    """Say in a few lines what the file asks for, values of consequence only."""
    off = sum(not source.enabled for source in config.sources)
    local = sum(source.local for source in config.sources)
    yield row("feeds", f"{len(config.sources)} ({len(config.sources) - local} on the web, {local} local; {off} paused)")
    counts = Counter(source.section for source in config.sources if source.enabled)
    yield row("sections", ", ".join(f"{section.title} ({counts[section.id]})" for section in config.sections) or "none")
    feed = "" if config.output.feed == "none" else f"; a feed of them beside ({config.output.feed})"
    yield row("digest", f"{config.output.dir / config.output.filename} as {', '.join(config.output.formats)}{feed}")
    limits = config.limits
    yield row("limits", f"{limits.per_feed} a feed, {limits.per_section} a section, {limits.total} in all")
    yield row("time zone", config.timezone or "the system's")
    yield row("mail", mail_of(config))
    yield row("state", str(config.state_path))


def mail_of(config: Config) -> str:
    """Say where mail goes."""
    if config.email is None:
        return "none"
    way = config.email.sendmail or config.email.smtp.host or "no email.smtp.host given"
    return f"to {len(config.email.to)}, through {way}"


def row(name: str, value: str) -> str:
    """Line a name up with the others."""
    return f"  {name:<10}{value}"
