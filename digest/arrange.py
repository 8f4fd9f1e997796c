"""Summaries to a digest: stories with their points, ranked, under their headings, within the limits."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from digest.citation import headline_of, publisher_of
from digest.cluster import cluster
from digest.counting import counted
from digest.edition import Cut, Place, cut, placed, regroup
from digest.errors import Problem
from digest.models import Day, Digest, Overflow, Section, Story, Summary
from digest.points import merged_points
from digest.settings import Config, SectionSettings

HALF_LIFE = timedelta(hours=24)  # a story's news value halves in a day; a judgement, not tuned
UNDATED = HALF_LIFE  # the age of what has no date: pages about a site must not lead the news of the day
TEASER_FACTOR = 0.5  # what is known by its first lines only tells less
Group = tuple[str, tuple[str, ...]]
"""A story's id, and the ids of its articles."""

UNSORTED = SectionSettings(id="", title="More")
PICKED = SectionSettings(id=".editors-picks", title="Editor’s picks")  # outputs say it in the digest's language
"""Its id begins as none in feeds.yaml can."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a digest has besides its articles.

    `places` tells where an earlier run of the same day put the stories; `overflow` holds by section
    id what was over a feed's limit; `pinned` are the articles, by id, that an editor wants to lead, in order;
    `dropped` those whose stories are left out.
    """

    date: date
    generated_at: datetime
    problems: tuple[Problem, ...] = ()
    feeds_total: int = 0
    feeds_unread: int = 0
    number: int | None = None
    since: Day | None = None
    title: str | None = None
    introduction: str | None = None
    overflow: Mapping[str, tuple[Overflow, ...]] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    pinned: tuple[str, ...] = ()
    dropped: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Arranged:
    """A digest, and where its stories stand, for the day's next run; `gone` is what went with a dropped article."""

    digest: Digest
    places: Mapping[str, Place]
    gone: tuple[Summary, ...] = ()


def arrange(summaries: Sequence[Summary], config: Config, frame: Frame) -> Arranged:
    """Join what tells the same, rank the stories, put them under their headings and cut at the limits.

    An editor's picks stand under a heading of their own, which comes first.
    """
    groups = groups_of(summaries, config, frame)
    kept, gone = without_dropped(groups, frame)
    with_dropped = tuple(summary for summary in summaries if summary.article.id in gone)
    summaries = [summary for summary in summaries if summary.article.id not in {*gone, *frame.dropped}]
    stories = pinned_first(ranked(stories_of(kept, summaries, config, frame), summaries, config), frame.pinned)
    picks = [story for story in stories if is_pinned(story, frame.pinned)]
    others = [story for story in stories if not is_pinned(story, frame.pinned)]
    headings = headings_of(others, config, frame)
    grouped = [[story for story in others if heading_id(story, config) == heading.id] for heading in headings]
    limits = [config.limits.per_section if heading.limit is None else heading.limit for heading in headings]
    total = max(config.limits.total, len(picks))
    cuts = cut([picks, *grouped], [len(picks), *limits], total, frame.places)
    digest = Digest(
        date=frame.date,
        title=frame.title or config.title,
        generated_at=frame.generated_at,
        language=digest_language(config, summaries),
        sections=tuple(sections_of((PICKED, *headings), cuts, frame)),
        problems=frame.problems,
        feeds_total=frame.feeds_total,
        feeds_unread=frame.feeds_unread,
        number=frame.number,
        since=frame.since,
        introduction=frame.introduction,
    )
    return Arranged(digest, placed(cuts), with_dropped)


def groups_of(summaries: Iterable[Summary], config: Config, frame: Frame) -> list[Group]:
    """Join articles that tell the same thing; stories of an earlier run of the day keep their identity."""
    articles = list({summary.article.id: summary.article for summary in summaries}.values())
    groups = cluster(articles, enabled=config.stories.cluster, window=config.stories.window)
    return regroup([[articles[index].id for index in group] for group in groups], frame.places)


def without_dropped(groups: Iterable[Group], frame: Frame) -> tuple[list[Group], set[str]]:
    """Leave out the stories that an editor dropped an article of, and tell what else was in them.

    Another outlet would tell the same under its own name. Where the editor pinned one of the story, it stays.
    """
    kept: list[Group] = []
    gone: set[str] = set()
    for name, members in groups:
        rest = tuple(article for article in members if article not in frame.dropped)
        if len(rest) == len(members) or any(article in frame.pinned for article in rest):
            kept.append((name, rest))
        else:
            gone.update(rest)
    return kept, gone


def stories_of(groups: Iterable[Group], summaries: Sequence[Summary], config: Config, frame: Frame) -> list[Story]:
    """Make stories of groups of articles.

    What an editor pinned leads a story; else, in an issue over several days, the last of them: it knows the outcome.
    """
    by_id = {summary.article.id: summary for summary in summaries}

    def follows(article: str) -> tuple[bool, int]:
        return article not in frame.pinned, -day_of(by_id[article], frame) if frame.since else 0

    led = [(name, sorted(members, key=follows)) for name, members in groups]
    return [story_of(name, [by_id[article] for article in members], config, frame) for name, members in led]


def day_of(summary: Summary, frame: Frame) -> int:
    """Give the day on which an article was published, in the digest's zone, as a number; 0 where it has no date."""
    published = summary.article.published
    return published.astimezone(frame.generated_at.tzinfo).toordinal() if published else 0


def story_of(name: str, summaries: Sequence[Summary], config: Config, frame: Frame) -> Story:
    """Make one story of the articles that tell it, the leading one first."""
    article = summaries[0].article
    publishers = tuple(dict.fromkeys(publisher_of(summary.article) or "" for summary in summaries))
    importance, reason = importance_of(summaries, publishers, frame.generated_at)
    bullets = max((len(summary.key_points) for summary in summaries), default=config.summary.bullets)
    return Story(
        id=name,
        headline=headline_of(article.title, article.url, article.file),
        summaries=tuple(summaries),
        key_points=merged_points(summaries, bullets),
        publishers=tuple(publisher for publisher in publishers if publisher),
        importance=importance,
        reason=reason,
    )


def importance_of(summaries: Sequence[Summary], publishers: Sequence[str], at: datetime) -> tuple[float, str]:
    """Rank by the feed's weight, the number of outlets that tell it, and age; `reason` says so in words."""
    weight = max(summary.article.weight for summary in summaries)
    outlets = 1 + math.log2(max(1, len(publishers)))
    ages = [at - s.article.published for s in summaries if s.article.published]
    age = max(timedelta(0), min(ages, default=UNDATED))
    recency = 0.5 ** (age / HALF_LIFE)
    complete = TEASER_FACTOR if all(summary.article.teaser for summary in summaries) else 1.0
    old = f"{round(age.total_seconds() / 3600)} h old" if ages else "undated"
    told = counted(max(1, len(publishers)), "outlet")
    reason = f"weight {weight:g}, {told}, {old}" + (", teaser only" if complete < 1 else "")
    return weight * outlets * (0.2 + 0.8 * recency) * complete, reason


def ranked(stories: Sequence[Story], summaries: Sequence[Summary], config: Config) -> list[Story]:
    """Put stories in the order asked for; ties keep the order of the configuration."""
    place = {summary.article.id: index for index, summary in enumerate(summaries)}
    by_config = sorted(stories, key=lambda story: min(place[one.article.id] for one in story.summaries))
    if config.output.order == "newest":
        return sorted(by_config, key=newest, reverse=True)
    if config.output.order == "importance":
        return sorted(by_config, key=lambda story: -story.importance)
    return by_config


def pinned_first(stories: Sequence[Story], pinned: Sequence[str]) -> list[Story]:
    """Let the editor's picks lead, in the editor's order; they are the last that a mail shortens."""
    place = {article: index for index, article in enumerate(pinned)}
    found = {story.id: min(place.get(s.article.id, len(place)) for s in story.summaries) for story in stories}
    top = max((story.importance for story in stories), default=0.0)
    ordered = sorted(stories, key=lambda story: found[story.id])
    return [
        replace(story, importance=top + len(place) - found[story.id], reason=f"pinned; {story.reason}")
        if found[story.id] < len(place)
        else story
        for story in ordered
    ]


def is_pinned(story: Story, pinned: Sequence[str]) -> bool:
    """Tell whether a story holds one of the editor's picks."""
    return any(summary.article.id in pinned for summary in story.summaries)


def newest(story: Story) -> float:
    """Tell when the last word on it was published, as seconds since 1970; undated stories are oldest."""
    return max((s.article.published.timestamp() for s in story.summaries if s.article.published), default=0.0)


def sections_of(headings: Sequence[SectionSettings], cuts: Sequence[Cut], frame: Frame) -> Iterator[Section]:
    """Give the sections that hold something, each with what there was no room for."""
    for heading, here in zip(headings, cuts, strict=True):
        is_picked = heading is PICKED
        over_limits = () if is_picked else frame.overflow.get(heading.id, ())
        more = (*map(overflow_of, here.more), *over_limits)
        if here.shown or more:
            yield Section(heading.id, heading.title, here.shown, more, picked=is_picked)


def headings_of(stories: Iterable[Story], config: Config, frame: Frame) -> tuple[SectionSettings, ...]:
    """List the headings in use: those of the configuration first, then what the stories bring."""
    if config.output.group_by == "none":
        return (SectionSettings(id="", title="Stories"),)
    if config.output.group_by == "feed":
        feeds = dict.fromkeys((*(heading_id(story, config) for story in stories), *frame.overflow))
        return tuple(SectionSettings(id=name, title=name, limit=None) for name in feeds)
    return (*config.sections, UNSORTED)


def heading_id(story: Story, config: Config) -> str:
    """Name the heading that a story belongs under: that of its leading article."""
    article = story.summaries[0].article
    return heading_for(article.section, article.feed, config)


def heading_for(section: str | None, feed: str | None, config: Config) -> str:
    """Name the heading for what a section or a feed brings; "" is the one for all that has none."""
    if config.output.group_by == "feed":
        return feed or ""
    known = {known.id for known in config.sections} if config.output.group_by == "section" else set()
    return section if section in known else ""


def overflow_of(story: Story) -> Overflow:
    """Keep of a story over the limit what "N more" needs."""
    return Overflow(title=story.headline, url=story.summaries[0].article.url)


def digest_language(config: Config, summaries: Sequence[Summary]) -> str:
    """Tell the language of the whole: the one set, else that of most articles, else English."""
    if config.language != "auto":
        return config.language
    codes = [summary.article.language for summary in summaries]
    return max(sorted(set(codes)), key=lambda code: (codes.count(code), code == "en"), default="en")


def generated_at(times: Iterable[datetime], midnight: datetime) -> datetime:
    """Derive the digest's time from its day and its newest entry, never from a clock.

    `midnight` is the day's first moment in the digest's time zone; the result is the newest of
    `times`, moved into the day where it lies outside.
    """
    last = midnight + timedelta(days=1) - timedelta(seconds=1)
    return min(max(max(times, default=midnight), midnight), last).astimezone(midnight.tzinfo)
