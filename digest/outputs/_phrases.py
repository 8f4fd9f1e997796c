"""The few words that an output says of its own, and how a language writes dates and times."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, tzinfo

Forms = tuple[str, str]
"""For one, and for any other number."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """A language's words. Braces are filled in; `Forms` by the number they hold."""

    language: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    long_date: str
    short_date: str
    yesterday: str
    brief: str
    stories: Forms
    outlets: Forms
    summary: str
    reading: Forms
    full_reading: Forms
    read: Forms
    reported_by: str
    via: str
    unattributed: str
    unclear: str
    quotation: Forms
    more: Forms
    unlisted: Forms
    empty: str
    failed: Forms
    failed_of: Forms
    made: str
    times: str
    no_tracking: str
    unsubscribe: str
    browser: str
    shortened: Forms
    dropped: Forms
    whole: str
    issue: str
    links: str
    claims: str
    text: str
    untitled: str
    key_points: str
    same_story: str

    def day(self, value: date) -> str:
        """Write a date with its weekday."""
        return self.long_date.format(weekday=self.weekdays[value.weekday()], date=self.plain_day(value))

    def plain_day(self, value: date) -> str:
        """Write day, month and year."""
        return self.short_date.format(day=value.day, month=self.months[value.month - 1], year=value.year).strip()

    def moment(self, value: datetime | None, today: date, zone: tzinfo | None) -> str | None:
        """Say when, seen from `today`: a time, yesterday and a time, or a date; None for what has no date."""
        if value is None:
            return None
        local = value.astimezone(zone) if value.tzinfo else value
        age = (today - local.date()).days
        clock = f"{local:%H:%M}"
        if age == 0:
            return clock
        if age == 1:
            return f"{self.yesterday} {clock}"
        return self.plain_day(local.date()).removesuffix(f" {today.year}")

    def count(self, forms: Forms, number: int, **words: object) -> str:
        """Fill in a number and whatever else the words ask for."""
        return forms[0 if number == 1 else 1].format(n=number, **words)

    def quoted(self, text: str) -> str:
        """Put words between the language's quotation marks."""
        return f"{self.quotation[0]}{text}{self.quotation[1]}"


ENGLISH = Phrases(
    language="en",
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    months=("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December"),
    long_date="{weekday}, {date}",
    short_date="{day} {month} {year}",
    yesterday="Yesterday",
    brief="Today in brief",
    stories=("{n} story", "{n} stories"),
    outlets=("{n} outlet", "{n} outlets"),
    summary="{stories} from {outlets}.",
    reading=("Reading this takes about a minute; ", "Reading this takes about {n} minutes; "),
    full_reading=("the full articles, a minute.", "the full articles, about {n}."),
    read=("{n} min read", "{n} min read"),
    reported_by="Reported by {n} outlets",
    via="via",
    unattributed="unattributed",
    unclear="unclear",
    quotation=("“", "”"),
    more=("{n} more", "{n} more"),
    unlisted=("and {n} not listed", "and {n} not listed"),
    empty="Nothing new today.",
    failed=("{n} source failed: {names}.", "{n} sources failed: {names}."),
    failed_of=("{n} of {total} feeds failed: {names}.", "{n} of {total} feeds failed: {names}."),
    made="Made by digest from the feeds that you chose. Key points are sentences taken word for word from the articles "
    "named beside them.",
    times="Times are {zone}.",
    no_tracking="No images, no tracking.",
    unsubscribe="Unsubscribe",
    browser="Read in a browser",
    shortened=("{n} story was shortened to fit a mail.", "{n} stories were shortened to fit a mail."),
    dropped=("{n} more was left out.", "{n} more were left out."),
    whole="Read the whole digest",
    issue="No. {n}",
    links="Links",
    claims="Who says what",
    text="Text",
    untitled="Untitled",
    key_points="Key points",
    same_story="Same story",
)  # fmt: skip

KNOWN = {phrases.language: phrases for phrases in (ENGLISH,)}


def phrases_for(code: str) -> Phrases:
    """Give the words of a language, or English for one that is not known here."""
    return KNOWN.get(code.casefold().replace("_", "-").split("-")[0], ENGLISH)
