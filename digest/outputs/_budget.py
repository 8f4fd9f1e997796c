"""A mail's HTML within its bytes: Gmail cuts off what lies beyond 102,400.

The lowest-ranked stories lose their third point, then their second, then all; only where that is not
enough, whole stories go, the lowest first. A line in the mail says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from digest.outputs._page import issue_page
from digest.outputs._phrases import Phrases
from digest.outputs._view import Issue, Point, SectionView, StoryView
from digest.settings import OutputSettings

MOST_BYTES = 100_000
LEAST_POINT = 150  # bytes that a point costs besides its words: markup, colours
LEAST_STORY = 450
FILLED = 0.97  # of the bytes allowed, from which one more try is not worth its time
KEPT_FIRST = 2  # points that the first round leaves a story


@dataclass(frozen=True, slots=True)
class Cut:
    """One step: the story at a place in the issue keeps so many points; None drops the story."""

    place: int
    points: int | None
    saved: int  # bytes, at least


def fitted(issue: Issue, settings: OutputSettings, phrases: Phrases) -> str:
    """Write the mail's HTML within `max_email_bytes`."""

    def write(taken: int) -> str:
        shortened = apply(issue, cuts[:taken], phrases) if taken else issue
        return issue_page(shortened, settings.template, mail=True)

    limit = min(settings.max_email_bytes, MOST_BYTES)
    cuts = plan(issue)
    html = write(0)
    too_few = taken = 0
    while (excess := size(html) - limit) > 0 and taken < len(cuts):
        too_few, taken = taken, enough(cuts, taken, excess)
        html = write(taken)
    while taken - too_few > 1 and size(html) < FILLED * limit:
        middle = (too_few + taken) // 2
        fuller = write(middle)
        if size(fuller) > limit:
            too_few = middle
        else:
            taken, html = middle, fuller
    return html


def size(html: str) -> int:
    """Count the bytes of a page in a mail, where lines end in CR LF."""
    return len(html.encode()) + html.count("\n")


def plan(issue: Issue) -> tuple[Cut, ...]:
    """List all steps in the order in which they are taken."""
    places = sorted(range(len(issue.stories)), key=lambda place: (issue.stories[place].importance, -place))
    stories = [(place, issue.stories[place]) for place in places]
    cuts = []
    for keep in range(KEPT_FIRST, -1, -1):
        for place, story in stories:
            lost = [point for point in story.points if point.rank == keep or point.rank > keep == KEPT_FIRST]
            if lost:
                saved = sum(point_bytes(point) for point in lost)
                cuts.append(Cut(place, keep, saved))
    return (*cuts, *(Cut(place, None, story_bytes(story)) for place, story in stories))


def point_bytes(point: Point) -> int:
    """Estimate what a point costs, rather too low than too high."""
    where = point.credit.where
    words = f"{point.text}{point.credit.who or ''}{where.text}{where.href or ''}"
    return len(words.encode()) + LEAST_POINT


def story_bytes(story: StoryView) -> int:
    """Estimate what a story without points costs, rather too low than too high."""
    links = (story.title, *story.outlets)
    return sum(len(f"{link.text}{link.href or ''}".encode()) for link in links) + LEAST_STORY


def enough(cuts: Sequence[Cut], taken: int, excess: int) -> int:
    """Count the steps that save as much as is too much, one at least."""
    saved = 0
    while taken < len(cuts) and saved < excess:
        saved += cuts[taken].saved
        taken += 1
    return taken


def apply(issue: Issue, cuts: Sequence[Cut], phrases: Phrases) -> Issue:
    """Take the steps, and say how many stories they touched."""
    kept = {cut.place: cut.points for cut in cuts}
    dropped = sum(points is None for points in kept.values())
    said = [phrases.count(phrases.shortened, len(kept) - dropped)] if len(kept) > dropped else []
    said += [phrases.count(phrases.dropped, dropped)] if dropped else []
    place = 0
    sections = []
    for section in issue.sections:
        stories = [cut_story(story, place + index, kept) for index, story in enumerate(section.stories)]
        place += len(section.stories)
        sections.append(cut_section(section, [story for story in stories if story]))
    return replace(issue, sections=tuple(sections), shortened=" ".join(said))


def cut_story(story: StoryView, place: int, kept: dict[int, int | None]) -> StoryView | None:
    """Take points off one story."""
    if place not in kept:
        return story
    points = kept[place]
    return None if points is None else replace(story, points=tuple(p for p in story.points if p.rank < points))


def cut_section(section: SectionView, stories: Sequence[StoryView]) -> SectionView:
    """Put a section together again."""
    return replace(section, stories=tuple(stories))
