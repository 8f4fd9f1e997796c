"""`digest claims`: who says what in articles."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from digest.cli._console import Console, status_for
from digest.cli._options import (
    ConfigOption,
    FormatsOption,
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
    format: FormatsOption = None,  # noqa: A002 - the option's name
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
    from digest.cli._settings import overridden
    from digest.cli._writing import deliver_one, formats_for, output_for, place_for
    from digest.pipeline import summarize

    console = Console.of(quiet, verbose)
    settings = overridden(config, console, language=lang)
    shapes = formats_for(format, output, json=json)
    output = place_for(output, shapes)
    reading = read(source, settings, console, offline=offline)
    summaries = [
        replace(summarize(article, settings.summary), source=found.location) for found, article in reading.articles
    ]
    console.problems(reading.problems)
    for shape in shapes:
        if shape in {"terminal", "txt"} and summaries:
            deliver_one(claims_table(summaries, by_source=by_source), output, "claims.txt")
        elif summaries or shape == "json":
            variant = output_for(shape)
            content = variant.render_summaries(summaries, reading.problems, text=text, claims=True)
            deliver_one(content, output, f"claims{variant.ENDING}")
    raise typer.Exit(status_for(len(summaries), reading.problems, strict=strict))
