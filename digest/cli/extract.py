"""`digest extract`: the clean text of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli._console import Console, status_for
from digest.cli._options import (
    ClaimsOption,
    ConfigOption,
    FormatsOption,
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

if TYPE_CHECKING:
    from digest.models import Article, Summary


def extract(
    source: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="Files, URLs, feeds, or - for stdin.")],
    *,
    format: FormatsOption = None,  # noqa: A002 - the option's name
    output: OutputOption = None,
    lang: LanguageOption = None,
    text: TextOption = False,
    claims: ClaimsOption = False,
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
    from digest.cli._settings import overridden
    from digest.cli._writing import deliver_one, formats_for, look_for, output_for, place_for
    from digest.pipeline import with_stories

    console = Console.of(quiet, verbose)
    settings = overridden(config, console, language=lang)
    shapes = formats_for(format, output, json=json)
    output = place_for(output, shapes)
    reading = read(source, settings, console, offline=offline)
    found = tuple(extracted(article, source.location, claims=claims) for source, article in reading.articles)
    found = with_stories(found, settings.stories) if stories else found
    console.problems(reading.problems)
    for shape in shapes:
        if found or shape == "json":
            variant = output_for(shape)
            content = variant.render_summaries(
                found,
                reading.problems,
                text=text or shape != "json",
                claims=claims,
                stories=stories,
                **look_for(shape),
            )
            deliver_one(content, output, f"articles{variant.ENDING}")
    raise typer.Exit(status_for(len(found), reading.problems, strict=strict))


def extracted(article: Article, source: str, *, claims: bool) -> Summary:
    """Make a summary without key points, with claims where they are asked for."""
    from digest.models import Summary
    from digest.pipeline import claims_of

    sentences, found = claims_of(article) if claims else ((), ())
    return Summary(article=article, method="none", sentences=sentences, claims=found, key_points=(), source=source)
