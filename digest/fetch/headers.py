"""What header fields say: pauses, ages, kinds of content (RFC 9110, RFC 9111)."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

from digest.counting import counted

MAX_RETRY_AFTER = 7 * 24 * 3600.0
"""Seconds: a longer Retry-After is a mistake of the server."""

MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,12})", re.IGNORECASE)
NO_CACHE = re.compile(r"(?:^|[\s,])(?:no-cache|no-store)\b", re.IGNORECASE)
CHARSET = re.compile(r";\s*charset\s*=\s*\"?'?([\w.:+-]{1,40})", re.IGNORECASE)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Read Retry-After, seconds or a date, as seconds from now; None where it is missing or makes no sense."""
    value = headers.get("retry-after", "").strip()
    if not value:
        return None
    seconds = float(value) if value.isascii() and value.isdigit() else until(value)
    return None if seconds is None else min(max(seconds, 0.0), MAX_RETRY_AFTER)


def in_words(seconds: float) -> str:
    """Say how long a wait is as people do: seconds below two minutes, then minutes, hours, days; never too short."""
    count, name = math.ceil(seconds), "second"
    for size, longer in ((60, "minute"), (60, "hour"), (24, "day")):
        if count < 2 * size:
            break
        count, name = math.ceil(count / size), longer
    return counted(count, name)


def until(value: str) -> float | None:
    """Count the seconds from now to an HTTP date; None where it is none."""
    try:
        return parsedate_to_datetime(value).timestamp() - time.time()
    except (ValueError, OverflowError, TypeError):
        return None


def max_age(headers: Mapping[str, str]) -> int | None:
    """Count the seconds for which asking again is useless: Cache-Control, else Expires less Date; None where unsaid."""
    control = headers.get("cache-control", "")
    if NO_CACHE.search(control):
        return None
    if found := MAX_AGE.search(control):
        return int(found[1])
    try:
        expires = parsedate_to_datetime(headers["expires"]).timestamp()
        asked = parsedate_to_datetime(headers["date"]).timestamp()
    except (KeyError, ValueError, OverflowError, TypeError):
        return None
    return max(0, int(expires - asked)) or None


def content_type(headers: Mapping[str, str]) -> tuple[str | None, str | None]:
    """Read Content-Type as media type and charset, both in lower case."""
    value = headers.get("content-type", "")
    media_type = value.partition(";")[0].strip().lower() or None
    charset = CHARSET.search(value)
    return media_type, charset[1].lower() if charset else None
