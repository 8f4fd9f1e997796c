"""What is made of articles: stories under headings, a day or an issue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from digest.errors import Problem
from digest.models._articles import KeyPoint, Summary

Day = date  # for a class that has a field of that name


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that tell the same thing; the first is the one that leads."""

    id: str
    headline: str
    summaries: tuple[Summary, ...]
    key_points: tuple[KeyPoint, ...]
    publishers: tuple[str, ...]
    importance: float
    reason: str = ""  # why it stands where it stands, for `--explain`


@dataclass(frozen=True, slots=True)
class Overflow:
    """Entries over a limit: counted and linked, settled with this digest."""

    title: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Section:
    """Stories under one heading."""

    id: str
    title: str
    stories: tuple[Story, ...]
    more: tuple[Overflow, ...] = ()
    picked: bool = False  # by an issue's editor: it leads


@dataclass(frozen=True, slots=True)
class Digest:
    """One day's result, complete: everything an output needs."""

    date: date
    title: str
    generated_at: datetime
    language: str
    sections: tuple[Section, ...]
    problems: tuple[Problem, ...] = ()
    feeds_total: int = 0
    feeds_unread: int = 0  # that could not be read this time; `problems` tells of those that fail for long
    number: int | None = None  # of a newsletter's issue
    introduction: str | None = None  # Markdown by a newsletter's editor
    since: Day | None = None  # first day of the period that ends with `date`

    @property
    def stories(self) -> tuple[Story, ...]:
        """All stories, in order."""
        return tuple(story for section in self.sections for story in section.stories)
