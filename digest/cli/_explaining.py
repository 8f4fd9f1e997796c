"""Why a point was chosen and another was not: the tables of --explain, on standard error."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from digest.citation import publisher_of
from digest.cli._console import Console, printable
from digest.counting import counted
from digest.models import Choice, Digest, Entry, Summary
from digest.selection import Decision
from digest.settings import SummarySettings

ROWS = 40  # sentences that a table shows of one article: the chosen ones and the best of the others
WIDTH = 60  # characters of a sentence shown: enough to know it by


def why(summary: Summary, wanted: SummarySettings, console: Console, *, explain: bool) -> None:
    """Say that an article gave fewer points than asked for, and with --explain why each was chosen or not."""
    title = summary.article.title or summary.source or summary.article.id
    if len(summary.key_points) < wanted.bullets:
        points = counted(len(summary.key_points), "key point")
        console.say(f"{title}: {points} of {wanted.bullets} asked for; the article has no more that stand on their own")
    if explain:
        console.say("", 0)
        console.say(f"Why these points ({summary.method}): {title}", 0)
        for line in table(summary.choices):
            console.say(line, 0)


def table(choices: Sequence[Choice]) -> list[str]:
    """Lay choices out in columns: chosen, score, features, reason, sentence; the best first."""
    ranked = sorted(choices, key=lambda choice: (not choice.chosen, -choice.score, choice.sentence))[:ROWS]
    features = list(dict.fromkeys(name for choice in ranked for name in choice.features))
    head = ["", "no.", "score", *features, "why", "sentence"]
    rows = [head, *(row(choice, features) for choice in ranked)]
    widths = [max(len(line[column]) for line in rows) for column in range(len(head))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in rows]
    rest = len(choices) - len(ranked)
    return [*lines, f"… and {rest} more sentences, all with lower scores"] if rest > 0 else lines


def row(choice: Choice, features: Sequence[str]) -> list[str]:
    """Give a choice as the cells of a table."""
    text = printable(choice.text)
    shown = text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"
    values = [f"{choice.features[name]:.2f}" if name in choice.features else "" for name in features]
    return ["*" if choice.chosen else "", str(choice.sentence), f"{choice.score:.3f}", *values, choice.reason, shown]


def why_entries(
    decisions: Sequence[Decision], entries: Mapping[int, Entry], console: Console, *, dropped_only: bool = False
) -> None:
    """Say of each entry that was decided on, or only of those left out, what became of it, and why."""
    shown = [made for made in decisions if made.key in entries and not (dropped_only and made.action == "publish")]
    console.say("", 0)
    if dropped_only:
        console.say("Why each entry was left out:" if shown else "No entry was left out.", 0)
    else:
        console.say("Why each entry is in or not:", 0)
    for made in shown:
        entry = entries[made.key]
        console.say(f"  {made.action:8}{entry.title or entry.url or entry.id}: {made.reason}", 0)


def why_cut(digest: Digest, decisions: Sequence[Decision], entries: Mapping[int, Entry], console: Console) -> None:
    """Name what the digest only counts and links, unless the decisions told of it already, and what it merged."""
    over = [entries[made.key] for made in decisions if made.action == "more" and made.key in entries]
    told = {(entry.title, entry.url) for entry in over}
    for section in digest.sections:
        for entry in section.more:
            if (entry.title, entry.url) not in told:
                console.say(f"  more    {entry.title or entry.url}: over a limit of this day's digest", 0)
    for story in digest.stories:
        for article in (summary.article for summary in story.summaries[1:]):
            who = publisher_of(article)
            name = f"{article.title or article.url or article.id}{f' ({who})' if who else ''}"
            console.say(f"  merged  {name}: told in the story “{story.headline}”", 0)


def why_stories(digest: Digest, wanted: SummarySettings, console: Console) -> None:
    """Say of each story why it stands where it stands, and of each key point why it was chosen."""
    console.say("", 0)
    console.say("Why each story stands where it does:", 0)
    for story in digest.stories:
        console.say(f"  {story.importance:6.2f}  {story.headline}: {story.reason}", 0)
    for story in digest.stories:
        for summary in story.summaries:
            why(summary, wanted, console, explain=True)
