"""Days and times as people type them; the one place that asks the clock."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from digest.errors import ConfigError

UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
EARLIEST, LATEST = 1970, 9000  # years: what is before or after would break the reckoning with days
BY_DAYS = re.compile(r"\d+\s*[dw]")
SPAN = re.compile(r"(\d{1,6})\s*([mhdw])")


def clock() -> datetime:
    """Tell the time, once a command; everything below is told it."""
    return datetime.now(UTC)


def zone_of(name: str | None) -> tzinfo:
    """Find a time zone by its name, or the system's own; raises ConfigError for an unknown name."""
    if name:
        return named_zone(name)
    variable = os.environ.get("TZ", "").lstrip(":")
    for candidate in (variable, linked_zone()):
        if candidate:
            try:
                return ZoneInfo(candidate)
            except (ZoneInfoNotFoundError, ValueError, OSError):
                continue
    return clock().astimezone().tzinfo or UTC


def named_zone(name: str) -> tzinfo:
    """Find a time zone by its name; raises ConfigError where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ConfigError(f"timezone {name!r} is not known; write one like Europe/Stockholm or UTC") from error


def linked_zone() -> str:
    """Read the zone's name from the system's link, so that it keeps its rules for summer time."""
    try:
        target = str(Path("/etc/localtime").resolve())
    except OSError:
        return ""
    return target.partition("/zoneinfo/")[2]


def midnight(day: date, zone: tzinfo) -> datetime:
    """Give a day's first moment in a zone."""
    return datetime(day.year, day.month, day.day, tzinfo=zone)


def parse_day(text: str | None, now: datetime, zone: tzinfo) -> date:
    """Read `2026-11-22`, `today` or `yesterday`; today where nothing is given; raises ConfigError."""
    today = now.astimezone(zone).date()
    if text is None or text == "today":
        return today
    if text == "yesterday":
        return today - timedelta(days=1)
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise ConfigError(f"{text!r} is no day; write 2026-11-22, today or yesterday") from error
    if not EARLIEST <= day.year <= LATEST:
        raise ConfigError(f"{text!r} is out of reach; write a day of this century, as in 2026-11-22")
    return day


def parse_when(text: str, now: datetime, zone: tzinfo) -> datetime:
    """Read `36h`, `2d`, `1w` (that long ago), a day, or a day and time; raises ConfigError."""
    if found := SPAN.fullmatch(text.strip()):
        try:
            return now - int(found[1]) * UNITS[found[2]]
        except OverflowError as error:
            raise ConfigError(f"{text!r} reaches back before all calendars; write a shorter time, as in 7d") from error
    if text in {"today", "yesterday"}:
        return midnight(parse_day(text, now, zone), zone)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise ConfigError(f"{text!r} is no time; write 36h, 2d, 1w, 2026-11-22 or 2026-11-22T07:30") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


@dataclass(frozen=True, slots=True)
class Period:
    """From `since` up to, and without, `until`."""

    since: datetime
    until: datetime

    @classmethod
    def of(cls, since: str, until: str | None, now: datetime, zone: tzinfo) -> Self:
        """Read a period; days and weeks begin at midnight, so that a second call of the day means the same issue.

        Without `until` it ends with today. Raises ConfigError where it would be empty.
        """
        end = parse_when(until, now, zone) if until else midnight(now.astimezone(zone).date() + timedelta(days=1), zone)
        start = parse_when(since, now, zone)
        if BY_DAYS.fullmatch(since.strip()):
            start = datetime.combine(start.astimezone(zone).date(), time(), tzinfo=zone)
        else:
            start = start.replace(second=0, microsecond=0)
        if start >= end:
            raise ConfigError(f"the period is empty: it begins {start:%Y-%m-%d %H:%M} and ends {end:%Y-%m-%d %H:%M}")
        return cls(start, end)

    def days(self, zone: tzinfo) -> tuple[date, date]:
        """Give the first day and the last in a zone."""
        last = self.until - timedelta(microseconds=1)
        return self.since.astimezone(zone).date(), last.astimezone(zone).date()

    def told(self, zone: tzinfo) -> str:
        """Say in a zone from when to when it is."""
        since, until = (moment.astimezone(zone) for moment in (self.since, self.until))
        return f"between {since:%Y-%m-%d %H:%M} and {until:%Y-%m-%d %H:%M}"
