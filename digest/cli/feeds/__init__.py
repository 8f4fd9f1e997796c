"""`digest feeds`: the list of feeds and how they are; one module a kind of work."""

from __future__ import annotations

import typer

from digest.cli.feeds import change, exchange, show, trial

app = typer.Typer(
    help="List, try and change the feeds of feeds.yaml; its comments and order stay as they are.\n\n"
    "Example:  digest feeds add https://example.com/feed.xml",
    no_args_is_help=True,
    rich_markup_mode=None,
)
for name, command in (
    ("list", show.list_feeds),
    ("add", change.add),
    ("remove", change.remove),
    ("pause", change.pause),
    ("resume", change.resume),
    ("test", trial.try_source),
    ("status", show.status),
    ("import", exchange.import_opml),
    ("export", exchange.export_opml),
):
    app.command(name, context_settings={"help_option_names": ["-h", "--help"]})(command)
