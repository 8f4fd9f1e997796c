"""Days and times as people type them; the one place that asks the clock."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from digest.errors import ConfigError

UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
EARLIEST, LATEST = 1970, 9000  # years: what is before or after would break the reckoning with days
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
        time = datetime.fromisoformat(text)
    except ValueError as error:
        raise ConfigError(f"{text!r} is no time; write 36h, 2d, 1w, 2026-11-22 or 2026-11-22T07:30") from error
    return time if time.tzinfo else time.replace(tzinfo=zone)
