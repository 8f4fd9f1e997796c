"""A mail's HTML within its bytes: Gmail cuts off what lies beyond 102,400.

The lowest-ranked stories lose their third point, then their second, then all. Only where that is not
enough, the links of what was over a limit go, then whole stories, the lowest first, and last of all an
editor's introduction that alone is longer than a mail. A line in the mail says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from digest.outputs._page import issue_page
from digest.outputs._phrases import Phrases
from digest.outputs._view import Issue, Link, Point, SectionView, StoryView
from digest.settings import OutputSettings

MOST_BYTES = 100_000
LEAST_POINT = 150  # bytes that a point costs besides its words: markup, colours
LEAST_STORY = 450
FILLED = 0.97  # of the bytes allowed, from which one more try is not worth its time
KEPT_FIRST = 2  # points that the first round leaves a story


Part = Literal["points", "more", "story", "introduction"]


@dataclass(frozen=True, slots=True)
class Cut:
    """One step: what goes, of the story or section at which place, and how many points the story keeps."""

    part: Part
    place: int
    saved: int  # bytes, at least
    points: int = 0


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
                cuts.append(Cut("points", place, sum(point_bytes(point) for point in lost), keep))
    for place, section in enumerate(issue.sections):
        if section.more_links:
            cuts.append(Cut("more", place, sum(link_bytes(link) for link in section.more_links)))
    cuts += [Cut("story", place, story_bytes(story)) for place, story in stories]
    return (*cuts, *([Cut("introduction", 0, 1)] if issue.introduction else ()))


def point_bytes(point: Point) -> int:
    """Estimate what a point costs, rather too low than too high."""
    where = point.credit.where
    words = f"{point.text}{point.credit.who or ''}{where.text}{where.href or ''}"
    return len(words.encode()) + LEAST_POINT


def story_bytes(story: StoryView) -> int:
    """Estimate what a story without points costs, rather too low than too high."""
    return sum(link_bytes(link) for link in (story.title, *story.outlets)) + LEAST_STORY


def link_bytes(link: Link) -> int:
    """Count the bytes of a link's words and address."""
    return len(f"{link.text}{link.href or ''}".encode())


def enough(cuts: Sequence[Cut], taken: int, excess: int) -> int:
    """Count the steps that save as much as is too much, one at least."""
    saved = 0
    while taken < len(cuts) and saved < excess:
        saved += cuts[taken].saved
        taken += 1
    return taken


def apply(issue: Issue, cuts: Sequence[Cut], phrases: Phrases) -> Issue:
    """Take the steps, and say how many stories they touched."""
    points = {cut.place: cut.points for cut in cuts if cut.part == "points"}
    dropped = {cut.place for cut in cuts if cut.part == "story"}
    unlinked = {cut.place for cut in cuts if cut.part == "more"}
    shortened = points.keys() - dropped
    said = [phrases.count(phrases.shortened, len(shortened))] if shortened else []
    said += [phrases.count(phrases.dropped, len(dropped))] if dropped else []
    first = 0
    sections = []
    for place, section in enumerate(issue.sections):
        stories = [
            story if index not in points else cut_story(story, points[index])
            for index, story in enumerate(section.stories, start=first)
            if index not in dropped
        ]
        first += len(section.stories)
        sections.append(cut_section(section, stories, phrases, unlinked=place in unlinked))
    return replace(
        issue,
        sections=tuple(section for section in sections if section.stories or section.more),
        shortened=" ".join(said) or issue.shortened,
        introduction=() if any(cut.part == "introduction" for cut in cuts) else issue.introduction,
    )


def cut_story(story: StoryView, points: int) -> StoryView:
    """Take points off one story, the best kept."""
    return replace(story, points=tuple(point for point in story.points if point.rank < points))


def cut_section(section: SectionView, stories: Sequence[StoryView], phrases: Phrases, *, unlinked: bool) -> SectionView:
    """Put a section together again."""
    count = phrases.count(phrases.stories, len(stories))
    if unlinked:
        return replace(section, stories=tuple(stories), count=count, more_links=(), unlisted=None)
    return replace(section, stories=tuple(stories), count=count)
