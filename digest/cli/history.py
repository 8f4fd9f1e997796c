"""`digest history`: the digests there are."""

from __future__ import annotations

import json as json_format
from typing import Annotated

import typer

from digest.cli._console import Console, printable, write
from digest.cli._options import ConfigOption, JsonOption, QuietOption, VerboseOption
from digest.counting import counted

app = typer.Typer(
    help="The digests there are: list them, show one's entries, forget old ones.\n\nExample:  digest history list",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command("list")
def list_(
    *,
    config: ConfigOption = None,
    json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = 0,
) -> None:
    """List the digests there are, latest first: day, entries, files.

    Example:  digest history list
    """
    from digest.cli._settings import required
    from digest.store import Store

    settings = required(config, Console.of(quiet, verbose))
    with Store.view(settings.state_path) as store:
        records = store.history()
    if json:
        found = [
            {
                "date": r.day.isoformat(),
                "entries": r.entries,
                "more": r.more,
                "done": r.done,
                "files": [*map(str, r.files)],
            }
            for r in records
        ]
        write(json_format.dumps({"digests": found}, ensure_ascii=False, indent=2))
        return
    for record in records:
        more = f" (+{record.more} more)" if record.more else ""
        state = "" if record.done else "  not written yet: the next run does it"
        files = "  ".join(map(str, record.files))
        write(printable(f"{record.day}  {record.entries:4} entries{more}{state}  {files}".rstrip()))


@app.command()
def show(
    date: Annotated[str, typer.Argument(metavar="DATE", help="Day of the digest: 2026-11-22, today, yesterday.")],
    *,
    config: ConfigOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = 0,
) -> None:
    """Show the entries of a day's digest, with the feed that each came from and why it is in.

    Example:  digest history show yesterday
    """
    from digest.cli._settings import required
    from digest.cli._times import clock, parse_day, zone_of
    from digest.errors import DigestError
    from digest.store import Store

    settings = required(config, Console.of(quiet, verbose))
    day = parse_day(date, clock(), zone_of(settings.timezone))
    with Store.view(settings.state_path) as store:
        edition = store.edition(day)
    if edition is None:
        raise DigestError(f"nothing is stored of {day}; `digest history list` lists the days there are")
    for pick in edition.picks:
        source = edition.sources.get(pick.feed)
        name = (source.name if source else None) or pick.feed
        write(printable(f"{name}: {pick.entry.title or pick.entry.url or pick.entry.id} ({pick.reason})"))


@app.command()
def prune(
    *,
    config: ConfigOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = 0,
) -> None:
    """Forget what is older than state.keep and in no feed any more; a run does this too.

    Example:  digest history prune
    """
    from digest.cli._settings import required
    from digest.cli._times import clock
    from digest.store import Store

    console = Console.of(quiet, verbose)
    settings = required(config, console)
    with Store.open(settings.state_path) as store:
        console.say(f"{counted(store.prune(clock(), settings.state.keep), 'entry', 'entries')} forgotten")
