"""`digest send`: mail a digest that is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli._console import Console
from digest.cli._options import AgainOption, ConfigOption, QuietOption, VerboseOption, option

if TYPE_CHECKING:
    from digest.cli._order import Order
    from digest.cli._sending import Letter
    from digest.store import Store


def send(
    date: Annotated[
        str | None, typer.Argument(metavar="[DATE]", help="Day of the digest: 2026-11-22, today; else the latest.")
    ] = None,
    *,
    config: ConfigOption = None,
    again: AgainOption = False,
    dry_run: Annotated[bool, option("--dry-run", help="Say who would be sent it; send nothing.")] = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = 0,
) -> None:
    """Mail a digest that is written to email.to of feeds.yaml, one message a recipient.

    It goes through the server email.smtp or the program email.sendmail. Who got it is remembered: called
    again, it goes to those only who did not get it. Where a connection broke while the server took a
    message, nobody knows whether it arrived: that is said, and it is sent again with --again only. The
    exit status is 4 until everybody has it. The password comes from the variable or the file that
    email.smtp names.

    Example:  digest send yesterday
    """
    from digest.cli._order import Order
    from digest.cli._sending import foretell, post, sendable
    from digest.store import Store

    order = Order.of(
        Console.of(quiet, verbose), config=config, formats=None, json=False, output=None, day=date, offline=True
    )
    sendable(order.config)
    path = order.config.state_path
    if dry_run:
        with Store.view(path) as store:
            foretell(store, written(store, order), order.console, again=again)
        return
    with Store.open(path) as store:
        raise typer.Exit(post(store, written(store, order), order.console, again=again))


def written(store: Store, order: Order) -> Letter:
    """Make a letter of the day's digest, or of the latest; raises DigestError where none is written."""
    from digest.cli._edition import arranged, edition_of
    from digest.cli._sending import letter_of
    from digest.errors import DigestError

    day = order.day if order.day_given else store.last_day()
    if day is None:
        raise DigestError("there is no digest yet; `digest run` writes one")
    edition = edition_of(store, day)
    if not edition.done:
        raise DigestError(f"the digest of {day} is not written yet; `digest run --send` writes it and sends it")
    return letter_of(edition, arranged(edition, order.rendering, order.console).digest, order.config)
