"""`digest run`: today's digest from the feeds of feeds.yaml, or from sources that are named."""

from __future__ import annotations

from typing import Annotated

import typer

from digest.cli._console import Console
from digest.cli._options import (
    BulletsOption,
    ConfigOption,
    DateOption,
    DryRunOption,
    ExplainDroppedOption,
    ExplainOption,
    FailIfEmptyOption,
    FeedsOption,
    FormatsOption,
    JsonOption,
    LanguageOption,
    MethodOption,
    OfflineOption,
    OutputOption,
    QuietOption,
    RefreshOption,
    SectionsOption,
    SendOption,
    StrictOption,
    VerboseOption,
)


def run(
    source: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SOURCE]...", help="Feeds, pages or files, in place of those of feeds.yaml."),
    ] = None,
    *,
    config: ConfigOption = None,
    format: FormatsOption = None,  # noqa: A002 - the option's name
    output: OutputOption = None,
    bullets: BulletsOption = None,
    method: MethodOption = None,
    lang: LanguageOption = None,
    date: DateOption = None,
    section: SectionsOption = None,
    feed: FeedsOption = None,
    offline: OfflineOption = False,
    refresh: RefreshOption = False,
    explain: ExplainOption = False,
    explain_dropped: ExplainDroppedOption = False,
    send: SendOption = False,
    dry_run: DryRunOption = False,
    json: JsonOption = False,
    strict: StrictOption = False,
    fail_if_empty: FailIfEmptyOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = 0,
) -> None:
    """Write today's digest from the feeds of feeds.yaml, or from the feeds, pages and files named.

    An entry is in one digest only. A second run the same day adds what is new since, or writes the
    same bytes. The path of each file written goes to standard output. Sources named here are read
    without looking at what was published before, and their digest goes to -o or standard output.
    With --send the digest is mailed as by `digest send`.

    Example:  digest run -f md -f html
    """
    from digest.cli._daily import daily
    from digest.cli._named import named
    from digest.cli._order import Order

    order = Order.of(
        Console.of(quiet, verbose), config=config, formats=format, json=json, output=output,
        bullets=bullets, method=method, language=lang, day=date,
        sources=tuple(source or ()), sections=tuple(section or ()), feeds=tuple(feed or ()),
        offline=offline, refresh=refresh, explain=explain, explain_dropped=explain_dropped,
        send=send, dry_run=dry_run, strict=strict, fail_if_empty=fail_if_empty,
    )  # fmt: skip
    raise typer.Exit(named(order) if order.sources else daily(order))
