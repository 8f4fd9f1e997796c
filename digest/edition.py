"""What a day's digest is made of, and how a later run of the same day leaves in place what stands.

    (store) ─► Edition of Pick ─► pipeline: Article … ─regroup─► Story … ─cut─► Digest
                                                                   └─placed─► (store)

A digest that was written is not rearranged: its stories keep their identity, their order and their
place; what came since is added to the story it tells or follows at the end of its section. Limits of
a section and of the whole count stories; what is over them is settled with the day, as for feeds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from digest.errors import Problem
from digest.models import Entry, Story
from digest.settings import Source


@dataclass(frozen=True, slots=True)
class Pick:
    """An entry in a day's digest. `id` is unique among the entries of all feeds and never changes."""

    id: str
    feed: str  # the source's location
    entry: Entry
    time: datetime  # when it counts from: its plausible date, else when it was first seen
    reason: str = ""
    more: bool = False  # over its feed's limit: counted and linked
    also: tuple[str, ...] = ()  # other feeds that brought the same page, by location


@dataclass(frozen=True, slots=True)
class Place:
    """Where the story of an article stands: its id, its rank in the whole digest from 0, shown or under "N more"."""

    story: str
    rank: int
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Edition:
    """All that a day's digest is made of, as it was claimed: rendering it again gives the same bytes.

    `sources` are the feeds as configured when they were last asked for, without headers and
    credentials. `places` tells, by the picks' ids, where the day's earlier run put their stories;
    `done` says that everything claimed was written.
    """

    day: date
    picks: tuple[Pick, ...]
    sources: Mapping[str, Source] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    feeds_total: int = 0
    feeds_unread: int = 0  # of an empty day, which no database keeps
    places: Mapping[str, Place] = field(default_factory=dict)
    done: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """A section's stories: those that are shown, in order, and those over a limit."""

    shown: tuple[Story, ...]
    more: tuple[Story, ...]


def regroup(groups: Iterable[Sequence[str]], places: Mapping[str, Place]) -> list[tuple[str, tuple[str, ...]]]:
    """Give stories, as groups of article ids, the identity they had: pairs of a story's id and its articles.

    Articles that stood in different stories stay apart even if a new one links them; it then joins the
    higher of the two. Within a story the earlier articles lead, in their order. A group with no past is
    named by its first article.
    """
    groups = [tuple(group) for group in groups]
    present = {article for group in groups for article in group}
    past: dict[str, list[str]] = {}
    for article, place in places.items():
        if article in present:
            past.setdefault(place.story, []).append(article)
    joined: dict[str, list[str]] = {}
    fresh: list[tuple[str, tuple[str, ...]]] = []
    for group in groups:
        known = [article for article in group if article in places]
        new = [article for article in group if article not in places]
        if known:
            highest = min((places[article] for article in known), key=lambda place: (place.rank, place.story))
            joined.setdefault(highest.story, []).extend(new)
        else:
            fresh.append((new[0], tuple(new)))
    return [(story, (*articles, *joined.get(story, ()))) for story, articles in past.items()] + fresh


def cut(
    sections: Sequence[Sequence[Story]],
    limits: Sequence[int],
    total: int,
    places: Mapping[str, Place] | None = None,
) -> tuple[Cut, ...]:
    """Cut ranked stories at the limit of their section (one in `limits` for each), then of the whole digest.

    Over the whole the most important stay, wherever they stand. Stories with a past come first, in
    the order and on the side of the cut where they were; only new ones compete for what room is left.
    """
    past = {place.story: place for place in (places or {}).values()}
    stood = [standing(stories, past) for stories in sections]
    room = [max(0, limit - len(old)) for limit, old in zip(limits, stood, strict=True)]
    fresh = [
        [story for story in stories if story.id not in past][:free]
        for stories, free in zip(sections, room, strict=True)
    ]
    free = max(0, total - sum(map(len, stood)))
    ranked = sorted((story for stories in fresh for story in stories), key=lambda story: -story.importance)
    kept = {story.id for story in ranked[:free]}
    shown = [(*old, *(story for story in new if story.id in kept)) for old, new in zip(stood, fresh, strict=True)]
    return tuple(
        Cut(here, tuple(story for story in stories if story not in here))
        for stories, here in zip(sections, shown, strict=True)
    )


def standing(stories: Iterable[Story], past: Mapping[str, Place]) -> list[Story]:
    """List the stories that the digest already shows, in the order it shows them."""
    shown = (story for story in stories if story.id in past and past[story.id].shown)
    return sorted(shown, key=lambda story: past[story.id].rank)


def placed(cuts: Iterable[Cut]) -> dict[str, Place]:
    """Say by article id where each story stands, for the day's next run."""
    ordered = [
        (story, shown)
        for here in cuts
        for stories, shown in ((here.shown, True), (here.more, False))
        for story in stories
    ]
    return {
        summary.article.id: Place(story.id, rank, shown)
        for rank, (story, shown) in enumerate(ordered)
        for summary in story.summaries
    }
