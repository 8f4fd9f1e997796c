"""Why a point was chosen and another was not: the tables of --explain, on standard error."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from digest.addresses import canonical
from digest.cli._console import Console, printable
from digest.counting import counted
from digest.edition import Pick, Place
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
        reason = "no other sentence of the article can be one" + ("" if explain else "; --explain says why")
        console.say(f"{title}: {points} of {wanted.bullets} asked for; {reason}")
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
    decisions: Sequence[Decision],
    entries: Mapping[int, Entry],
    console: Console,
    *,
    cut: Iterable[tuple[Entry, str, str]] = (),
    dropped_only: bool = False,
) -> None:
    """Say of each entry that was decided on, or only of those left out, what became of it, and why.

    `cut` gives what was chosen and is not in the digest all the same, as `left_out` does.
    """
    shown = [made for made in decisions if made.key in entries and not (dropped_only and made.action == "publish")]
    rows = [(entries[made.key], made.action, made.reason) for made in shown] + [*cut]
    console.say("", 0)
    if dropped_only:
        console.say("Why each entry was left out:" if rows else "No entry was left out.", 0)
    else:
        console.say("Why each entry is in or not:", 0)
    for entry, action, reason in rows:
        console.say(f"  {action:8}{entry.title or entry.url or entry.id}: {reason}", 0)


def left_out(
    picks: Iterable[Pick], places: Mapping[str, Place], digest: Digest, chosen: Collection[Entry]
) -> Iterator[tuple[Entry, str, str]]:
    """Find what was chosen and has no place of its own in the digest: the entry, what became of it, and why."""
    stories = {story.id: story for story in digest.stories}
    for pick in picks:
        if pick.more or pick.entry not in chosen:
            continue
        place = places.get(pick.id)
        story = stories.get(place.story) if place else None
        if place is None:
            yield pick.entry, "seen", "no text could be read in it"
        elif story is None:
            yield pick.entry, "more", "over a limit of this day's digest"
        elif pick.id != (lead := story.summaries[0].article).id:
            if lead.url and canonical(pick.entry.url or "") == canonical(lead.url):
                yield pick.entry, "seen", f"the same page as “{lead.title or lead.url}”"
            else:
                yield pick.entry, "merged", f"told in the story “{story.headline}”"


def why_stories(digest: Digest, wanted: SummarySettings, console: Console) -> None:
    """Say of each story why it stands where it stands, and of each key point why it was chosen."""
    console.say("", 0)
    console.say("Why each story stands where it does:", 0)
    for story in digest.stories:
        console.say(f"  {story.importance:6.2f}  {story.headline}: {story.reason}", 0)
    for story in digest.stories:
        for summary in story.summaries:
            why(summary, wanted, console, explain=True)
