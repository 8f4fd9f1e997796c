"""`digest batch`: a corpus of articles in JSON Lines, summarized line by line in any number of processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from digest.cli._console import Console
from digest.cli._options import (
    BulletsOption,
    ClaimsOption,
    LanguageOption,
    MethodOption,
    OutputOption,
    QuietOption,
    StoriesOption,
    TextOption,
    VerboseOption,
    option,
)
from digest.counting import counted
from digest.errors import ConfigError, ExitStatus

if TYPE_CHECKING:
    from digest.cli._records import Result, Wanted

CHUNK = 16  # lines a process takes at a time: few enough to share out evenly, enough to pay for the way
AHEAD = 4  # chunks each process may be ahead of the writer, so that memory stays bounded


def batch(
    source: Annotated[str, typer.Argument(metavar="IN", help="Corpus: .jsonl, .jsonl.gz or .parquet, or - for stdin.")],
    *,
    output: OutputOption = None,
    bullets: BulletsOption = None,
    method: MethodOption = None,
    lang: LanguageOption = None,
    claims: ClaimsOption = False,
    text: TextOption = False,
    stories: StoriesOption = False,
    workers: Annotated[
        int | None, option("--workers", help="Processes; default: one a processor.", min=1, metavar="N")
    ] = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = 0,
) -> None:
    """Summarize a corpus: one JSON object a line in, one a line out, in the same order.

    Each line holds "text" or "html", and may hold "id", "title", "url", "publisher", "published" and
    "language". Where both are given the html is read, not the text; offsets count in what is left of it
    without markup. A line that cannot be used becomes {"id": …, "problem": …} in its place, and the exit
    status is 3. Parquet, with columns of these names, is read and, where -o ends in .parquet, written by
    the extra `parquet`; its rows hold what the lines would.

    Example:  digest batch corpus.jsonl.gz -o points.jsonl -n 3 --claims
    """
    from digest.cli._corpus import Columns, numbers_articles, read_lines, written_lines
    from digest.cli._records import Wanted
    from digest.cli._settings import checked_language
    from digest.settings import SummarySettings

    console = Console.of(quiet, verbose)
    refuse_same_file(source, output)
    settings = SummarySettings(bullets=bullets or 3, method=method.value if method else "auto")
    wanted = Wanted(settings=settings, language=checked_language(lang), text=text, claims=claims)
    columns = Columns(text=text, claims=claims, stories=stories, integer_ids=numbers_articles(source))
    with read_lines(source) as lines, written_lines(output, columns) as write:
        results: Iterable[Result] = processed(lines, wanted, workers or os.cpu_count() or 1)
        if stories:
            results = with_stories(results)
        tally = write_all(results, write, console)
    console.clear()
    if tally.passed_over:
        console.say(f"{counted(tally.passed_over, 'line')} held text beside html: the html was read")
    problems = f", {counted(tally.failed, 'problem')}" if tally.failed else ""
    console.say(f"{tally.total - tally.failed} of {counted(tally.total, 'article')} summarized{problems}")
    raise typer.Exit(ExitStatus.SOURCES_FAILING if tally.failed else ExitStatus.OK)


@dataclass(slots=True)
class Tally:
    """How many results there are, how many tell of a problem, and how many have a text that was not read."""

    total: int = 0
    failed: int = 0
    passed_over: int = 0


def write_all(results: Iterable[Result], write: Callable[[bytes], object], console: Console) -> Tally:
    """Write each result as a line, and count them."""
    from digest.cli._records import encode

    tally = Tally()
    for result in results:
        tally.total += 1
        tally.failed += "problem" in result.record
        tally.passed_over += result.passed_over
        write(encode(result.record))
        console.progress(tally.total, tally.total, "articles")
    return tally


def refuse_same_file(source: str, output: str | None) -> None:
    """Refuse to write over the corpus that is read; raises ConfigError."""
    if source == "-" or output is None or not (Path(source).is_file() and Path(output).is_file()):
        return
    if Path(source).samefile(output):
        raise ConfigError(f"{output}: the result would take the place of the corpus; name another file with -o")


def processed(lines: Iterator[tuple[int, bytes]], wanted: Wanted, workers: int) -> Iterator[Result]:
    """Give the results in the order of the lines, whatever the number of processes."""
    from digest.cli._corpus import collect_rarely, spread
    from digest.cli._records import process

    if workers == 1:
        collect_rarely()
        return (process(number, line, wanted) for number, line in lines)

    return spread(lines, wanted, workers, chunk=CHUNK, ahead=AHEAD)


def with_stories(results: Iterable[Result]) -> Iterator[Result]:
    """Add to each record the id of the story it shares with others; needs all of them at once."""
    from dataclasses import replace

    from digest.cluster import cluster
    from digest.settings import StorySettings

    held = list(results)
    places = [index for index, result in enumerate(held) if result.article is not None]
    articles = [result.article for result in held if result.article is not None]
    story: dict[int, Any] = {}
    for group in cluster(articles, enabled=True, window=StorySettings().window):
        for index in group if len(group) > 1 else ():
            story[places[index]] = held[places[group[0]]].record["id"]
    for index, result in enumerate(held):
        record = result.record if result.article is None else {**result.record, "story": story.get(index)}
        yield replace(result, record=record)
