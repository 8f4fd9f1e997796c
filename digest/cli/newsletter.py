"""`digest newsletter`: one issue for readers, over a period."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from digest.cli._console import Console
from digest.cli._options import (
    AgainOption,
    BulletsOption,
    ConfigOption,
    FailIfEmptyOption,
    FeedsOption,
    Format,
    FormatsOption,
    JsonOption,
    LanguageOption,
    MethodOption,
    OfflineOption,
    OutputOption,
    QuietOption,
    SectionsOption,
    SendOption,
    SinceOption,
    StrictOption,
    UntilOption,
    VerboseOption,
    option,
)

TitleOption = Annotated[str | None, option("--title", help="Title of the issue.", metavar="TEXT")]
IntroOption = Annotated[
    Path | None,
    option("--intro", help="Markdown file that opens the issue; its front matter may hold a title.", metavar="FILE"),
]
PinOption = Annotated[
    list[str] | None,
    option("--pin", help="Let this article lead the issue, whatever the limits and filters.", metavar="URL|FILE"),
]
DropOption = Annotated[
    list[str] | None, option("--drop", help="Leave this article out, with its story.", metavar="URL|FILE")
]


def newsletter(
    *,
    config: ConfigOption = None,
    since: SinceOption = "7d",
    until: UntilOption = None,
    title: TitleOption = None,
    intro: IntroOption = None,
    pin: PinOption = None,
    drop: DropOption = None,
    format: FormatsOption = None,  # noqa: A002 - the option's name
    output: OutputOption = None,
    bullets: BulletsOption = None,
    method: MethodOption = None,
    lang: LanguageOption = None,
    section: SectionsOption = None,
    feed: FeedsOption = None,
    offline: OfflineOption = False,
    send: SendOption = False,
    again: AgainOption = False,
    json: JsonOption = False,
    strict: StrictOption = False,
    fail_if_empty: FailIfEmptyOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = 0,
) -> None:
    """Write one issue over a period, by default the last seven days, from what the feeds brought in it.

    Asks the feeds first, unless --offline. Issues are numbered; the same period again is the same
    number. What an issue prints does not count as published in a digest. Formats are html and eml
    unless -f names others. --pin and --drop may be given several times. They name an article by its
    address, or by the file that it is read from, or by the link that an issue shows; a file that holds
    several articles stands for all of them. What is pinned opens the issue, in the order given, under
    the heading "Editor’s picks". What is dropped goes with all that tells the same story, whichever outlet's
    address names it. With --send, or --again, the issue is mailed; who got it once does not
    get the issue of that number again, whatever was changed in it.

    Example:  digest newsletter --since 7d --title "The week" --intro hello.md
    """
    from digest.cli._choices import Choices
    from digest.cli._issue import issue
    from digest.cli._order import Order
    from digest.cli._times import Period

    order = Order.of(
        Console.of(quiet, verbose), config=config, json=json, output=output, day=None,
        formats=format or ([] if json else [Format("html"), Format("eml")]),
        bullets=bullets, method=method, language=lang, sections=tuple(section or ()), feeds=tuple(feed or ()),
        offline=offline, send=send or again, strict=strict, fail_if_empty=fail_if_empty,
    )  # fmt: skip
    period = Period.of(since or "7d", until, order.now, order.rendering.zone)
    raise typer.Exit(issue(order, period, Choices.of(pin or (), drop or ()), title=title, intro=intro, again=again))
