"""`digest claims`: who says what in articles."""

from __future__ import annotations

from dataclasses import replace
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
    StrictOption,
    TextOption,
    VerboseOption,
    option,
)


def claims(
    source: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="Files, URLs, feeds, or - for stdin.")],
    *,
    by_source: Annotated[bool, option("--by-source", help="Group what is said by who says it.")] = False,
    format: FormatOption = None,  # noqa: A002 - the option's name
    output: OutputOption = None,
    lang: LanguageOption = None,
    text: TextOption = False,
    offline: OfflineOption = False,
    json: JsonOption = False,
    strict: StrictOption = False,
    config: ConfigOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = 0,
) -> None:
    """Show who says what in articles: the source, the words, how it is reported, and where.

    A claim whose source is not certain shows none: no name is better than a wrong one.

    Example:  digest claims article.txt --by-source
    """
    from digest.cli._claims_table import claims_table
    from digest.cli._reading import read
    from digest.cli._settings import optional
    from digest.cli._writing import deliver_one, format_for, output_for
    from digest.pipeline import summarize

    console = Console.of(quiet, verbose)
    settings = optional(config, console)
    shape = format_for(format, output, json=json)
    reading = read(source, settings, console, offline=offline, language=lang)
    summaries = [replace(summarize(article, settings.summary), source=name) for name, article in reading.articles]
    console.problems(reading.problems)
    if shape in {"terminal", "txt"}:
        content = claims_table(summaries, by_source=by_source)
        deliver_one(content, output, "claims.txt")
    elif summaries or shape == "json":
        variant = output_for(shape)
        content = variant.render_summaries(summaries, reading.problems, text=text, claims=True)
        deliver_one(content, output, f"claims{variant.ENDING}")
    raise typer.Exit(status_for(len(summaries), reading.problems, strict=strict))
