"""Dates as feeds write them, and none that they do not write.

RFC 822 and 2822, RFC 3339 and the W3C's profile of ISO 8601, asctime, and what else is clear without
guessing. A date that cannot be read, or cannot be, is no date: parsers that guess turn "24" into 2301
and "10:00" into today.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

EARLIEST, LATEST = 1990, 2100
"""Years: feeds began in 1997; 1970 is a clock that was never set."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier janv enero ene janeiro gennaio gen januari",
            "feb february februar fev février févr fevereiro febrero febbraio februari",
            "mar march märz mär mrz mars marzo março maart mrt",
            "apr april avril avr abril abr aprile",
            "may mai mayo maio maggio mag mei maj",
            "jun june juni juin junio junho giugno giu",
            "jul july juli juillet juil julio julho luglio lug",
            "aug august août aout agosto ago augustus",
            "sep sept september septembre septiembre setembro set settembre",
            "oct october okt oktober octobre octubre outubro out ottobre ott",
            "nov november novembre noviembre novembro",
            "dec december dez dezember décembre déc diciembre dic dezembro dicembre desember",
        ),
        start=1,
    )
    for name in names.split()
}
ZONES = {
    **dict.fromkeys(("z", "ut", "utc", "gmt", "wet"), 0.0),
    "est": -5,
    "edt": -4,
    "cst": -6,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
    "akst": -9,
    "hst": -10,
    "bst": 1,
    "west": 1,
    "cet": 1,
    "cest": 2,
    "mez": 1,
    "mesz": 2,
    "met": 1,
    "eet": 2,
    "eest": 3,
    "msk": 3,
    "brt": -3,
    "jst": 9,
    "kst": 9,
    "hkt": 8,
    "sgt": 8,
    "awst": 8,
    "acst": 9.5,
    "aest": 10,
    "aedt": 11,
    "nzst": 12,
    "nzdt": 13,
}
"""Hours from UTC. Names that mean several zones (IST) are read as UTC, as RFC 2822 asks of unknown ones."""

LONGEST_OFFSET = timedelta(hours=14)
CLOCK = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
ZONE = r"(?:\s*(?P<zone>[+-]\d{1,2}:?\d{2}|[+-]\d{2}|[A-Za-z]{1,5})\b)?(?:\s*\([^()]*\))?"
TIME = rf"(?:[,T\s]\s*(?:at\s+)?{CLOCK}(?:\s*(?P<half>[ap])\.?m\b\.?)?{ZONE})?"
DAY_NAME = r"(?:[^\W\d]+\.?,?\s+)?"
FORMS = tuple(
    re.compile(form + r"\s*\Z", re.IGNORECASE)
    for form in (
        rf"(?P<year>\d{{4}})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}}){TIME}",
        rf"{DAY_NAME}(?P<day>\d{{1,2}})[\s.-]+(?:de\s+)?(?P<name>[^\W\d]+)\.?[\s,-]+(?:de\s+)?(?P<year>\d{{4}}|\d{{2}}){TIME}",
        rf"{DAY_NAME}(?P<name>[^\W\d]+)\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){TIME}",
        rf"{DAY_NAME}(?P<name>[^\W\d]+)\s+(?P<day>\d{{1,2}})\s+{CLOCK}{ZONE}\s+(?P<year>\d{{4}})",
        r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?:T(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})(?P<zone>Z)?)?",
    )
)
STAMP = re.compile(r"\d{9,10}")
LONGEST = 80


def moment(text: str | None) -> datetime | None:
    """Read a date with or without a time; without a zone it is taken as UTC. None where there is none to be read."""
    value = " ".join((text or "").split())
    if not value or len(value) > LONGEST:
        return None
    if STAMP.fullmatch(value):
        return believable(datetime.fromtimestamp(int(value), UTC))
    for form in FORMS:
        if found := form.match(value):
            return built(found.groupdict())
    return None


def built(parts: dict[str, str | None]) -> datetime | None:
    """Make a time of its parts; None where they make none."""
    month = MONTHS.get((parts.get("name") or "").lower()) or int(parts.get("month") or 0)
    offset = offset_of(parts.get("zone"))
    if offset is None:
        return None
    try:
        time = datetime(
            full_year(parts["year"] or ""),
            month,
            int(parts["day"] or 0),
            full_hour(int(parts.get("hour") or 0), parts.get("half")),
            int(parts.get("minute") or 0),
            min(59, int(parts.get("second") or 0)),  # a leap second
            tzinfo=timezone(offset),
        )
    except ValueError:
        return None
    return believable(time)


def full_year(text: str) -> int:
    """Read a year; two digits by RFC 2822, section 4.3."""
    year = int(text)
    if len(text) > 2:  # noqa: PLR2004
        return year
    return year + (2000 if year < 50 else 1900)  # noqa: PLR2004


def full_hour(hour: int, half: str | None) -> int:
    """Read an hour of the twelve-hour clock; of the other, where `half` is None."""
    if half is None:
        return hour
    return hour % 12 + (12 if half.lower() == "p" else 0)


def offset_of(zone: str | None) -> timedelta | None:
    """Read a zone; None for one that no place on earth has."""
    if not zone or zone[0].isalpha():
        return timedelta(hours=ZONES.get((zone or "").lower(), 0.0))
    digits = zone[1:].replace(":", "")
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)  # noqa: PLR2004
    offset = timedelta(hours=hours, minutes=minutes)
    return None if offset > LONGEST_OFFSET else offset * (-1 if zone[0] == "-" else 1)


def believable(time: datetime) -> datetime | None:
    """Drop times before there were feeds and after there will be this program; give the others in UTC."""
    return time.astimezone(UTC) if EARLIEST <= time.year < LATEST else None
