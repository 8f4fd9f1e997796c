"""Facts about an entry as files and pages state them, checked: dates, names, addresses."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from digest.characters import tidy_line

EARLIEST = 1990
"""Years before this are a clock that was never set."""

ISO_DATE = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$"
)
NAME_PREFIX = re.compile(r"^(?:by|von|par|por|di|written by|text:)\s+", re.IGNORECASE)
MAX_NAME = 80


def as_text(value: Any) -> str:
    """Make a value one line; of a list the first."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return tidy_line(str(value)) if value is not None else ""


def as_names(value: Any) -> tuple[str, ...]:
    """Take names from a list, or from a string that parts them by comma, semicolon, ampersand or "and"."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        found = [name for item in value for name in as_names(item)]
    else:
        found = re.split(r"\s*[,;&|]\s*|\s+(?:and|und|et|y)\s+", as_text(value))
    names = (NAME_PREFIX.sub("", name.strip()) for name in found)
    return tuple(dict.fromkeys(name for name in names if name and len(name) <= MAX_NAME and web_address(name) is None))


def as_date(value: Any) -> datetime | None:
    """Read a moment in UTC from ISO 8601, RFC 3339 or RFC 5322; None for all else: no date is better than a wrong one.

    A date without a time zone is taken as UTC, one without a time as midnight.
    """
    if isinstance(value, datetime):
        moment: datetime | None = value
    elif isinstance(value, date):
        moment = datetime(value.year, value.month, value.day, tzinfo=UTC)
    else:
        moment = read_date(as_text(value))
    if moment is None or moment.year < EARLIEST:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return None


def read_date(text: str) -> datetime | None:
    """Read a date's text; None where it is not in one of the standard forms."""
    found = ISO_DATE.match(text.strip())
    try:
        if found is None:
            return parsedate_to_datetime(text)
        year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
        zone = (found[7] or "Z").replace("Z", "+0000").replace("UTC", "+0000").replace("GMT", "+0000").replace(":", "")
        offset = datetime.strptime(zone, "%z").tzinfo
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=offset)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def web_address(value: Any) -> str | None:
    """Take an absolute http(s) address without white space, or None."""
    text = as_text(value)
    if not text.lower().startswith(("http://", "https://")) or " " in text:
        return None
    try:
        return text if urlsplit(text).hostname else None
    except ValueError:
        return None
