"""`digest rebuild`: a past day's digest, written again from what is stored."""

from __future__ import annotations

from typing import Annotated

import typer

from digest.cli._console import Console, write
from digest.cli._options import ConfigOption, FormatsOption, JsonOption, OutputOption, QuietOption, VerboseOption


def rebuild(
    date: Annotated[str, typer.Argument(metavar="DATE", help="Day of the digest: 2026-11-22, today, yesterday.")],
    *,
    config: ConfigOption = None,
    format: FormatsOption = None,  # noqa: A002 - the option's name
    output: OutputOption = None,
    json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = 0,
) -> None:
    """Write a past day's digest again from what is stored; no network is used.

    With the same settings the same bytes come out. The path of each file goes to standard output.

    Example:  digest rebuild yesterday -f html
    """
    from digest.cli._edition import edition_of, publish
    from digest.cli._order import Order
    from digest.store import Store

    order = Order.of(
        Console.of(quiet, verbose), config=config, formats=format, json=json, output=output, day=date, offline=True
    )
    with Store.open(order.config.state_path) as store:
        edition = edition_of(store, order.day)
        settle = order.rendering.is_as_configured() and not order.to_output
        _, deliveries = publish(
            store, edition, order.rendering, order.console, to_output=order.to_output, settle=settle
        )
    for delivery in deliveries:
        write(str(delivery.path))
