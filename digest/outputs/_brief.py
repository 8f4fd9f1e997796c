"""What is read first: the box at the top, and the line that mail programs show beside the subject."""

from __future__ import annotations

from collections.abc import Collection

from digest.outputs import _plain
from digest.outputs._phrases import Phrases
from digest.outputs._view import Brief, SectionView, StoryView

LINES = 5
FROM = 3  # stories from which a box at the top tells more than the headlines below it
LONG_ADDRESS = 500  # characters of an address that the box at the top does without
PREHEADER = 140
PREHEADER_LEAST = 40


def brief(sections: Collection[SectionView], phrases: Phrases) -> tuple[Brief, ...]:
    """Choose the lines of the box, in reading order: an editor's picks, each section's first story, then the next.

    Where there are more sections than lines, the last line names those that have none; picks all have theirs.
    """
    ordered = [(section, story) for section in sections for story in section.stories]
    if len(ordered) < FROM:
        return ()
    heads = {id(section.stories[0]) for section in sections if section.stories}
    picked = {id(story) for section, story in ordered if section.picked}
    ranked = sorted(ordered, key=lambda row: (not row[0].picked, id(row[1]) not in heads, -row[1].importance))
    lines = min(LINES, max(FROM, len(heads | picked)))
    closing: tuple[Brief, ...] = ()
    if unnamed(sections, ranked[:lines]) and len(picked) < LINES:
        lines -= 1
        closing = (others(unnamed(sections, ranked[:lines]), phrases),)
    chosen = {id(story) for _, story in ranked[:lines]}
    several = len(heads) > 1
    told = (line_of(section if several else None, story) for section, story in ordered if id(story) in chosen)
    return (*told, *closing)


def unnamed(
    sections: Collection[SectionView], rows: Collection[tuple[SectionView, StoryView]]
) -> tuple[SectionView, ...]:
    """List the sections with stories of which none is among the rows."""
    named = {id(section) for section, _ in rows}
    return tuple(section for section in sections if section.stories and id(section) not in named)


def line_of(section: SectionView | None, story: StoryView) -> Brief:
    """Write a story's line, with its section where there are several.

    An address so long that five of them would fill a mail is left to the story below.
    """
    address = story.title.href
    href = address if address and len(address) <= LONG_ADDRESS else None
    return Brief(section.title or None if section else None, story.title.text, href, story.title.file)


def others(sections: Collection[SectionView], phrases: Phrases) -> Brief:
    """Name sections with the number of their stories, in a line."""
    named = phrases.comma.join(f"{section.title} ({len(section.stories)})" for section in sections)
    return Brief(phrases.also, _plain.line(named, PREHEADER))


def preheader(sections: Collection[SectionView], fillers: Collection[str], *, led: bool) -> str:
    """Write the line that mail programs show beside the subject: the first headlines, 40 to 140 characters.

    `led`: the subject has the first of them, which is not said twice. `fillers` follow where it is short.
    """
    headlines = [story.title.text for section in sections for story in section.stories][led:]
    text = ""
    for headline in headlines:
        joined = f"{text} · {headline}" if text else headline
        if text and len(joined) > PREHEADER:
            break
        text = joined
    for filler in fillers:
        if len(text) < PREHEADER_LEAST:
            text = f"{text} · {filler}" if text and text != filler else filler
    return _plain.line(text, PREHEADER)
