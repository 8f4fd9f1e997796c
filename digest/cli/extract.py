"""`digest extract`: the clean text of articles."""

from __future__ import annotations

from typing import Annotated

import typer

from digest.cli._console import Console, status_for
from digest.cli._options import (
    ConfigOption,
    FormatOption,
    JsonOption,
    LanguageOption,
    OfflineOption,
    OutputOption,
    QuietOption,
    StoriesOption,
    StrictOption,
    TextOption,
    VerboseOption,
)


def extract(
    source: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="Files, URLs, feeds, or - for stdin.")],
    *,
    format: FormatOption = None,  # noqa: A002 - the option's name
    output: OutputOption = None,
    lang: LanguageOption = None,
    text: TextOption = False,
    stories: StoriesOption = False,
    offline: OfflineOption = False,
    json: JsonOption = False,
    strict: StrictOption = False,
    config: ConfigOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = 0,
) -> None:
    """Show the clean text of articles, with title, date, authors and language.

    What surrounds an article on its page (captions, credits, "Share", "Read more") is left out. In
    JSON the text is there with --text.

    Example:  digest extract page.html --json --text
    """
    from digest.cli._reading import read
    from digest.cli._settings import optional
    from digest.cli._writing import deliver_one, format_for, output_for
    from digest.models import Summary
    from digest.pipeline import with_stories

    console = Console.of(quiet, verbose)
    settings = optional(config, console)
    shape = format_for(format, output, json=json)
    reading = read(source, settings, console, offline=offline, language=lang)
    found = tuple(
        Summary(article=article, method="none", sentences=(), claims=(), key_points=(), source=name)
        for name, article in reading.articles
    )
    found = with_stories(found, settings.stories) if stories else found
    console.problems(reading.problems)
    if found or shape == "json":
        variant = output_for(shape)
        content = variant.render_summaries(found, reading.problems, text=text or shape != "json", stories=stories)
        deliver_one(content, output, f"articles{variant.ENDING}")
    raise typer.Exit(status_for(len(found), reading.problems, strict=strict))
