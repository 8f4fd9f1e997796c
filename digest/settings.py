"""What the user chose, checked: `config.py` makes these from feeds.yaml, the other steps read them.

Every default of the contract stands here once. Durations are `timedelta`, sizes are bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from string import Formatter
from typing import Literal

FullText = Literal["never", "auto", "always"]
FilterField = Literal["title", "text", "author", "url", "tag"]


@dataclass(frozen=True, slots=True)
class Filter:
    """A rule that keeps or drops an entry; `pattern` is a regular expression, checked."""

    field: FilterField
    pattern: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where to look: a feed's URL, a page's URL, or a path; with what holds for it alone.

    None means: what holds for all.
    """

    location: str
    name: str | None = None
    local: bool = False
    section: str | None = None
    tags: tuple[str, ...] = ()
    enabled: bool = True
    limit: int | None = None
    max_age: timedelta | None = None
    full_text: FullText | None = None
    bullets: int | None = None
    weight: float = 1.0
    method: str | None = None
    language: str | None = None
    include: tuple[Filter, ...] = ()
    exclude: tuple[Filter, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    auth: tuple[str, str] | None = field(default=None, repr=False)
    written: str | None = None  # a path as feeds.yaml has it: what messages call it

    @property
    def key(self) -> str:
        """What the source is called: its address, or its path as feeds.yaml has it."""
        return self.written or self.location


@dataclass(frozen=True, slots=True)
class SectionSettings:
    """A heading of the digest."""

    id: str
    title: str
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class OutputSettings:
    """Where digests go and how they look."""

    dir: Path = Path("digests")
    filename: str = "{date}"
    formats: tuple[str, ...] = ("md",)
    front_matter: Literal["none", "obsidian", "hugo", "jekyll"] = "none"
    group_by: Literal["section", "feed", "none"] = "section"
    order: Literal["importance", "newest", "config"] = "importance"
    template: str = "default"
    write_empty: bool = False
    max_email_bytes: int = 92_000
    public_url: str | None = None
    feed: Literal["none", "atom", "json", "both"] = "none"


@dataclass(frozen=True, slots=True)
class SummarySettings:
    """How an article is summarized."""

    method: str = "auto"
    bullets: int = 3
    max_chars: int = 320


@dataclass(frozen=True, slots=True)
class StorySettings:
    """How articles become stories."""

    cluster: bool = True
    window: timedelta = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a digest holds."""

    per_feed: int = 10
    per_section: int = 15
    total: int = 60
    max_age: timedelta = timedelta(days=7)
    first_run: int = 3


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How the network is used."""

    timeout: timedelta = timedelta(seconds=20)
    concurrency: int = 16
    per_host: int = 2
    pause: timedelta = timedelta(seconds=1)
    min_interval: timedelta = timedelta(hours=1)
    retries: int = 2
    max_bytes: int = 10_000_000
    user_agent: str | None = None
    full_text: FullText = "auto"
    robots: bool = True
    allow_private: bool | tuple[str, ...] = False


@dataclass(frozen=True, slots=True)
class HealthSettings:
    """When a failing feed is spoken of."""

    warn_after: int = 3
    dead_after: timedelta = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class SmtpSettings:
    """The way out for mail."""

    host: str | None = None
    port: int = 587
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str | None = None
    password_env: str = "DIGEST_SMTP_PASSWORD"  # noqa: S105 - the name of a variable
    password_file: Path | None = None


DAY_SUBJECT = "{title} – {date}"
SUBJECT_WORDS = ("title", "date", "weekday", "number", "stories", "headline")
"""What a mail's subject may hold, each in braces."""


def fills_subject(text: str) -> bool:
    """Tell whether a subject can be filled in: its places are words of SUBJECT_WORDS, and nothing behind them."""
    try:
        places = [(name, form, how) for _, name, form, how in Formatter().parse(text) if name is not None]
    except ValueError:  # a brace without its other
        return False
    return all(name in SUBJECT_WORDS and not form and how is None for name, form, how in places)


@dataclass(frozen=True, slots=True)
class EmailSettings:
    """The mail."""

    sender: str = "digest@localhost.localdomain"
    to: tuple[str, ...] = ()
    reply_to: str | None = None
    subject: str = DAY_SUBJECT
    list_id: str | None = None
    unsubscribe: str | tuple[str, ...] | None = None
    smtp: SmtpSettings = SmtpSettings()
    sendmail: Path | None = None  # a program that takes mail, in place of a server

    @property
    def way(self) -> SmtpSettings | Path | None:
        """By what mail goes out, None where neither a server nor a program is named."""
        return self.sendmail or (self.smtp if self.smtp.host else None)


@dataclass(frozen=True, slots=True)
class StateSettings:
    """Where and how long what was read is kept; `path` None means `.digest/digest.db` beside feeds.yaml."""

    path: Path | None = None
    keep: timedelta = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Config:
    """feeds.yaml as a value. `path` is the file it came from, None where there was none."""

    path: Path | None = None
    title: str = "Daily digest"
    timezone: str | None = None  # None: the system's
    language: str = "auto"
    output: OutputSettings = OutputSettings()
    summary: SummarySettings = SummarySettings()
    stories: StorySettings = StorySettings()
    limits: Limits = Limits()
    include: tuple[Filter, ...] = ()
    exclude: tuple[Filter, ...] = ()
    fetch: FetchSettings = FetchSettings()
    health: HealthSettings = HealthSettings()
    sections: tuple[SectionSettings, ...] = ()
    sources: tuple[Source, ...] = ()
    defaults: Source = Source(location="")  # what feeds get that do not say otherwise
    email: EmailSettings | None = None
    state: StateSettings = StateSettings()
    warnings: tuple[str, ...] = ()

    @property
    def state_path(self) -> Path:
        """Where the database lies: as configured, else in `.digest` beside feeds.yaml."""
        folder = self.path.parent if self.path else Path()
        return self.state.path or folder / ".digest" / "digest.db"
