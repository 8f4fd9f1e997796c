"""`digest summarize`: key points of articles, wherever they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli._console import Console, status_for
from digest.cli._options import (
    BulletsOption,
    ClaimsOption,
    ConfigOption,
    ExplainOption,
    FormatsOption,
    JsonOption,
    LanguageOption,
    MethodOption,
    OfflineOption,
    OutputOption,
    QuietOption,
    StoriesOption,
    StrictOption,
    TextOption,
    VerboseOption,
)

if TYPE_CHECKING:
    from digest.errors import Problem
    from digest.models import Summary


def summarize(
    source: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="Files, URLs, feeds, or - for stdin.")],
    *,
    format: FormatsOption = None,  # noqa: A002 - the option's name
    output: OutputOption = None,
    bullets: BulletsOption = None,
    method: MethodOption = None,
    lang: LanguageOption = None,
    claims: ClaimsOption = False,
    text: TextOption = False,
    stories: StoriesOption = False,
    explain: ExplainOption = False,
    offline: OfflineOption = False,
    json: JsonOption = False,
    strict: StrictOption = False,
    config: ConfigOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = 0,
) -> None:
    """Show the key points of articles, with who says each and where it was published.

    Reads plain text, Markdown, HTML, feeds and web pages. On a terminal the result is laid out for
    reading; in a pipe it is plain text; -f gives md, html, txt or json.

    Example:  digest summarize article.txt page.html -n 4
    """
    from digest.cli._explaining import why
    from digest.cli._reading import read
    from digest.cli._settings import overridden
    from digest.cli._writing import formats_for, place_for
    from digest.pipeline import settings_for, with_stories
    from digest.pipeline import summarize as summarize_article

    console = Console.of(quiet, verbose)
    settings = overridden(config, console, method=method, bullets=bullets, language=lang)
    shapes = formats_for(format, output, json=json)
    output = place_for(output, shapes)
    reading = read(source, settings, console, offline=offline)
    wanted = [settings_for(found, settings.summary) for found, _ in reading.articles]
    summaries = [
        replace(summarize_article(article, asked, explain=explain), source=found.location)
        for asked, (found, article) in zip(wanted, reading.articles, strict=True)
    ]
    if stories:
        summaries = list(with_stories(summaries, settings.stories))
    console.problems(reading.problems)
    write_all(summaries, reading.problems, shapes, output, text=text, claims=claims, stories=stories)
    for asked, summary in zip(wanted, summaries, strict=True):
        why(summary, asked, console, explain=explain)
    raise typer.Exit(status_for(len(summaries), reading.problems, strict=strict))


def write_all(
    summaries: Sequence[Summary], problems: Sequence[Problem], shapes: Sequence[str], output: str | None, **parts: bool
) -> None:
    """Write summaries in each format asked for; `parts` are those of the JSON. Without any only JSON has its form."""
    from digest.cli._writing import deliver_one, look_for, output_for

    for shape in shapes:
        if summaries or shape == "json":
            variant = output_for(shape)
            content = variant.render_summaries(summaries, problems, **parts, **look_for(shape))
            deliver_one(content, output, f"summary{variant.ENDING}")
