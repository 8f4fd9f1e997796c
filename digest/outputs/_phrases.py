"""The few words that an output says of its own, and how a language writes dates and times.

A language is one file in `wording/`; there is nothing else to edit. Whatever language has none is
spoken to in English.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import cache
from pathlib import Path
from typing import Any

WORDING = Path(__file__).parent / "wording"
ENGLISH = "en"
Forms = tuple[str, str]
"""For one, and for any other number."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """A language's words. Braces are filled in; `Forms` by the number they hold."""

    language: str
    weekdays: tuple[str, ...]  # from Monday
    months: tuple[str, ...]  # as they stand in a date
    long_date: str
    short_date: str
    near_date: str  # of the same year
    days: str  # of one month, where a date has its day
    yesterday: str
    brief: str
    also: str  # of sections whose headlines the box has no room for
    issue_brief: str  # of an issue, which is no day's
    picks: Forms  # heading of what an issue's editor chose
    stories: Forms
    unsorted: str  # heading of what is in no section, beside others
    all_stories: str  # the same, alone
    outlets: Forms
    read: tuple[str, ...]  # one form, or those for 1, for 2, for 3 to 10 (and 103 to 110), for others
    reported_by: str
    same_story: str
    via: str
    comma: str
    unattributed: str
    unclear: str
    quotation: Forms
    more: str
    unlisted: str
    empty: str
    unread: Forms
    failed: Forms
    failed_of: Forms
    unreached: Forms  # in an issue, in a day's mail
    share: str  # of all feeds, behind what was not reached
    made: str
    made_issue: str  # its readers chose no feeds
    verbatim: str
    times: str
    no_tracking: str
    unsubscribe: str
    browser: str
    shortened: Forms
    dropped: Forms
    issue: str
    numbered: str  # an issue's title with its number
    claims: str
    text: str
    untitled: str
    key_points: str

    def day(self, value: date) -> str:
        """Write a date with its weekday, with a capital, as it begins a line."""
        written = self.long_date.format(weekday=self.weekdays[value.weekday()], date=self.plain_day(value))
        return written[0].upper() + written[1:]

    def period(self, first: date | None, last: date) -> str:
        """Write the days of an issue, `16–22 November 2026`; a single one as a day."""
        return self.day(last) if first is None or first >= last else self.plain_period(first, last)

    def plain_period(self, first: date | None, last: date) -> str:
        """Write days without their names, each year and month once."""
        if first is None or first >= last:
            return self.plain_day(last)
        if (first.year, first.month) == (last.year, last.month):
            days = self.days.format(first=first.day, last=last.day)
            return self.short_date.format(day=days, month=self.months[last.month - 1], year=last.year)
        return f"{self.plain_day(first, last)} – {self.plain_day(last)}"

    def plain_day(self, value: date, today: date | None = None) -> str:
        """Write day, month and, where it is not that of `today`, the year."""
        form = self.near_date if today and today.year == value.year else self.short_date
        return form.format(day=value.day, month=self.months[value.month - 1], year=value.year)

    def moment(self, value: datetime | None, today: date, zone: tzinfo | None) -> str | None:
        """Say when, seen from `today`: a time, yesterday and a time, or a date; None for what has no date."""
        if value is None:
            return None
        local = in_zone(value, zone)
        if not tells_time(value, today, zone):
            return self.plain_day(local.date(), today)
        return f"{local:%H:%M}" if local.date() == today else f"{self.yesterday} {local:%H:%M}"

    def count(self, forms: Forms, number: int, **words: object) -> str:
        """Fill in a number and whatever else the words ask for."""
        return forms[0 if number == 1 else 1].format(n=number, **words)

    def reading(self, minutes: int) -> str:
        """Say how long it takes to read; Arabic has forms for two and for few (CLDR, plural rules)."""
        few = 3 <= minutes % 100 <= 10  # noqa: PLR2004 - as the rules have it
        which = 0 if minutes == 1 else 1 if minutes == 2 else 2 if few else 3  # noqa: PLR2004
        return self.read[which if len(self.read) > 1 else 0].format(n=minutes)

    def quoted(self, text: str) -> str:
        """Put words between the language's quotation marks."""
        return f"{self.quotation[0]}{text}{self.quotation[1]}"


def tells_time(value: datetime | None, today: date, zone: tzinfo | None) -> bool:
    """Whether the time of day is told: of what was published on this day or the day before."""
    return value is not None and timedelta(0) <= today - in_zone(value, zone).date() <= timedelta(days=1)


def in_zone(value: datetime, zone: tzinfo | None) -> datetime:
    """Give a time as clocks in a zone show it; one without a zone is taken as it is."""
    return value.astimezone(zone) if value.tzinfo else value


def phrases_for(code: str) -> Phrases:
    """Give the words of a language (`pt` for `pt-BR`), or English where there are none."""
    language = code.casefold().replace("_", "-").partition("-")[0]
    return read(language if language in known() else ENGLISH)


@cache
def known() -> frozenset[str]:
    """Name the languages that have words."""
    return frozenset(path.stem for path in WORDING.glob("*.json"))


@cache
def read(language: str) -> Phrases:
    """Read a language's file; lists become tuples."""
    words: dict[str, Any] = json.loads((WORDING / f"{language}.json").read_text(encoding="utf-8"))
    for key, value in words.items():
        words[key] = tuple(value) if isinstance(value, list) else value
    return Phrases(language, **words)
