"""Summaries to a digest: stories with their points, ranked, under their headings, within the limits."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from digest.cluster import cluster
from digest.errors import Problem
from digest.models import Article, Digest, KeyPoint, Overflow, Section, Story, Summary
from digest.settings import Config, SectionSettings

HALF_LIFE = timedelta(hours=24)  # a story's news value halves in a day; a judgement, not tuned
TEASER_FACTOR = 0.5  # what is known by its first lines only tells less
LIKE = 0.5  # share of words in common from which two outlets' points say the same
UNSORTED = SectionSettings(id="", title="More")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a digest has besides its articles."""

    date: date
    generated_at: datetime
    problems: tuple[Problem, ...] = ()
    feeds_total: int = 0
    number: int | None = None
    title: str | None = None
    introduction: str | None = None
    overflow: Mapping[str | None, tuple[Overflow, ...]] = field(default_factory=dict)  # by section id


def build_digest(summaries: Sequence[Summary], config: Config, frame: Frame) -> Digest:
    """Join what tells the same, rank the stories, put them under their headings and cut at the limits."""
    groups = cluster(
        [summary.article for summary in summaries], enabled=config.stories.cluster, window=config.stories.window
    )
    stories = [story_of([summaries[index] for index in group], config, frame) for group in groups]
    return Digest(
        date=frame.date,
        title=frame.title or config.title,
        generated_at=frame.generated_at,
        language=digest_language(config, summaries),
        sections=sections_of(ordered(stories, summaries, config), config, frame),
        problems=frame.problems,
        feeds_total=frame.feeds_total,
        number=frame.number,
        introduction=frame.introduction,
    )


def story_of(summaries: Sequence[Summary], config: Config, frame: Frame) -> Story:
    """Make one story of the articles that tell it, the leading one first."""
    leading = summaries[0]
    publishers = tuple(dict.fromkeys(s.article.publisher or s.article.feed or "" for s in summaries))
    importance, reason = importance_of(summaries, publishers, frame.generated_at)
    bullets = max((len(summary.key_points) for summary in summaries), default=config.summary.bullets)
    return Story(
        id=leading.article.id,
        headline=leading.article.title,
        summaries=tuple(summaries),
        key_points=merged_points(summaries, bullets),
        publishers=tuple(name for name in publishers if name),
        importance=importance,
        reason=reason,
    )


def merged_points(summaries: Sequence[Summary], bullets: int) -> tuple[KeyPoint, ...]:
    """Choose a story's points: each article's best in turn, none that repeats another, the leading article's first."""
    ranked = [sorted(summary.key_points, key=lambda point: -point.score) for summary in summaries]
    turns = [points[turn] for turn in range(bullets) for points in ranked if turn < len(points)]
    chosen: list[KeyPoint] = []
    for point in turns:
        if len(chosen) < bullets and all(likeness(point.text, other.text) < LIKE for other in chosen):
            chosen.append(point)
    order = {summary.article.id: place for place, summary in enumerate(summaries)}
    return tuple(sorted(chosen, key=lambda point: (order[point.article], point.start)))


def likeness(one: str, other: str) -> float:
    """Share of words in common (Jaccard), 0 to 1, letter case aside."""
    a, b = ({word.strip(".,;:!?\"'“”‘’()").casefold() for word in text.split()} for text in (one, other))
    return len(a & b) / max(1, len(a | b))


def importance_of(summaries: Sequence[Summary], publishers: Sequence[str], at: datetime) -> tuple[float, str]:
    """Rank by the feed's weight, the number of outlets that tell it, and age; `reason` says so in words."""
    weight = max(summary.article.weight for summary in summaries)
    outlets = 1 + math.log2(max(1, len(publishers)))
    ages = [at - s.article.published for s in summaries if s.article.published]
    age = max(timedelta(0), min(ages, default=timedelta(0)))
    recency = 0.5 ** (age / HALF_LIFE)
    complete = TEASER_FACTOR if all(summary.article.teaser for summary in summaries) else 1.0
    hours = round(age.total_seconds() / 3600)
    told = f"{len(publishers)} outlets" if len(publishers) > 1 else "1 outlet"
    reason = f"weight {weight:g}, {told}, {hours} h old" + (", teaser only" if complete < 1 else "")
    return weight * outlets * (0.2 + 0.8 * recency) * complete, reason


def ordered(stories: Sequence[Story], summaries: Sequence[Summary], config: Config) -> list[Story]:
    """Put stories in the order asked for; ties keep the order of the configuration."""
    place = {summary.article.id: index for index, summary in enumerate(summaries)}
    by_config = sorted(stories, key=lambda story: place[story.id])
    if config.output.order == "newest":
        return sorted(by_config, key=newest, reverse=True)
    if config.output.order == "importance":
        return sorted(by_config, key=lambda story: -story.importance)
    return by_config


def newest(story: Story) -> float:
    """Tell when the last word on it was published, as seconds since 1970; undated stories are oldest."""
    return max((s.article.published.timestamp() for s in story.summaries if s.article.published), default=0.0)


def sections_of(stories: Sequence[Story], config: Config, frame: Frame) -> tuple[Section, ...]:
    """Group stories under headings, in the order of the configuration, and cut at the limits."""
    headings = headings_of(stories, config)
    kept = within_total(stories, config.limits.total)
    sections = []
    for heading in headings:
        here = [story for story in stories if heading_id(story, config) == heading.id]
        limit = config.limits.per_section if heading.limit is None else heading.limit
        shown = [story for story in here if story.id in kept][:limit]
        cut = [story for story in here if story not in shown]
        more = (*(overflow_of(story) for story in cut), *frame.overflow.get(heading.id or None, ()))
        if shown or more:
            sections.append(Section(id=heading.id, title=heading.title, stories=tuple(shown), more=more))
    return tuple(sections)


def within_total(stories: Sequence[Story], total: int) -> frozenset[str]:
    """Name the stories that the whole digest has room for."""
    return frozenset(story.id for story in stories[:total])


def headings_of(stories: Iterable[Story], config: Config) -> tuple[SectionSettings, ...]:
    """List the headings in use: those of the configuration first, then what the stories bring."""
    if config.output.group_by == "none":
        return (SectionSettings(id="", title="Stories"),)
    if config.output.group_by == "feed":
        feeds = dict.fromkeys(heading_id(story, config) for story in stories)
        return tuple(SectionSettings(id=name, title=name, limit=None) for name in feeds)
    return (*config.sections, UNSORTED)


def heading_id(story: Story, config: Config) -> str:
    """Name the heading that a story belongs under: that of its leading article."""
    if config.output.group_by == "none":
        return ""
    article = story.summaries[0].article
    if config.output.group_by == "feed":
        return article.feed or ""
    known = {section.id for section in config.sections}
    return article.section if article.section in known else ""


def overflow_of(story: Story) -> Overflow:
    """Keep of a story over the limit what "N more" needs."""
    return Overflow(title=story.headline, url=story.summaries[0].article.url)


def digest_language(config: Config, summaries: Sequence[Summary]) -> str:
    """Tell the language of the whole: the one set, else that of most articles."""
    if config.language != "auto":
        return config.language
    codes = [summary.article.language for summary in summaries]
    return max(sorted(set(codes)), key=codes.count, default="en")


def generated_at(day: date, articles: Iterable[Article], midnight: datetime) -> datetime:
    """Derive the digest's time from its day and its newest entry, never from a clock.

    `midnight` is the day's first moment in the digest's time zone. The time is that of the newest
    entry, within the day.
    """
    last = midnight + timedelta(days=1) - timedelta(seconds=1)
    times = [article.published for article in articles if article.published]
    newest_entry = max(times, default=midnight)
    return min(max(newest_entry, midnight), last).astimezone(midnight.tzinfo)
