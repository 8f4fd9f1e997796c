"""What a run is asked for: the options laid over the configuration, checked, with the time it began."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Self

from digest.cli._console import Console
from digest.cli._edition import Rendering
from digest.cli._options import Format, Method
from digest.cli._settings import optional, required, summary_settings
from digest.cli._times import clock, midnight, parse_day, zone_of
from digest.cli._writing import formats_of
from digest.errors import ConfigError
from digest.registry import names
from digest.settings import Config, Source


@dataclass(frozen=True, slots=True)
class Order:
    """Everything a run needs to know; `until` is now, or the end of a past day."""

    console: Console
    config: Config
    now: datetime
    day: date
    until: datetime
    rendering: Rendering
    to_output: bool = False  # the digest itself goes to standard output
    sources: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    day_given: bool = False
    offline: bool = False
    refresh: bool = False
    explain: bool = False
    dry_run: bool = False
    strict: bool = False
    fail_if_empty: bool = False

    @classmethod
    def of(
        cls,
        console: Console,
        *,
        config: Path | None,
        formats: Sequence[Format] | None,
        json: bool,
        output: str | None,
        day: str | None,
        bullets: int | None = None,
        method: Method | None = None,
        language: str | None = None,
        sources: tuple[str, ...] = (),
        sections: tuple[str, ...] = (),
        feeds: tuple[str, ...] = (),
        **flags: bool,
    ) -> Self:
        """Load the configuration, lay the options over it and check them; raises ConfigError."""
        found = optional(config, console) if sources else required(config, console)
        settings = overridden(found, method, bullets, language)
        now = clock()
        zone = zone_of(settings.timezone)
        wanted = parse_day(day, now, zone)
        to_output = output == "-" or (bool(sources) and output is None)
        rendering = rendering_of(settings, formats_of(formats, json=json), None if to_output else output)
        rendering = replace(rendering, zone=zone)
        check_formats(rendering.formats, one=to_output or rendering.file is not None)
        return cls(
            console=console,
            config=settings,
            now=now,
            day=wanted,
            until=min(now, midnight(wanted + timedelta(days=1), zone) - timedelta(microseconds=1)),
            rendering=rendering,
            to_output=to_output,
            sources=sources,
            sections=checked(sections, sections_of(settings), "section"),
            feeds=checked(feeds, names_of(settings.sources), "feed"),
            day_given=day is not None,
            **flags,
        )

    def asked(self) -> tuple[Source, ...]:
        """List the feeds of the configuration that this run is about."""
        return tuple(
            source
            for source in self.config.sources
            if source.enabled
            and (not self.feeds or {source.name, source.location} & set(self.feeds))
            and (not self.sections or source.section in self.sections)
        )


def overridden(config: Config, method: Method | None, bullets: int | None, language: str | None) -> Config:
    """Let the command's options win over the configuration, and over what it says of single feeds."""
    sources = tuple(
        replace(source, method=None if method else source.method, bullets=None if bullets else source.bullets)
        for source in config.sources
    )
    return replace(
        config,
        summary=summary_settings(config, method, bullets),
        language=language or config.language,
        sources=sources,
    )


def rendering_of(config: Config, formats: tuple[str, ...], output: str | None) -> Rendering:
    """Decide formats and place: -o may name a folder, or the one file."""
    from datetime import UTC

    chosen = formats or config.output.formats
    if output is None:
        return Rendering(config, chosen, config.output.dir, UTC)
    path = Path(output)
    ending = path.suffix.lstrip(".")
    if path.is_dir() or output.endswith("/") or not ending:
        return Rendering(config, chosen, path, UTC)
    if not formats and ending in names("outputs"):
        chosen = (ending,)
    return Rendering(config, chosen, path.parent, UTC, file=path)


def check_formats(formats: Sequence[str], *, one: bool) -> None:
    """Refuse several formats where there is one place for them; raises ConfigError."""
    if one and len(formats) > 1:
        raise ConfigError(
            f"{len(formats)} formats for one place ({', '.join(formats)}); choose one with -f, or a folder"
        )


def sections_of(config: Config) -> list[str]:
    """List the ids of the sections, by which --section asks for them."""
    return [section.id for section in config.sections]


def names_of(sources: Sequence[Source]) -> list[str]:
    """List what --feed may name: names and locations."""
    return [name for source in sources for name in (source.name, source.location) if name]


def checked(asked: tuple[str, ...], known: Sequence[str], what: str) -> tuple[str, ...]:
    """Refuse a name that the configuration does not hold; raises ConfigError with the nearest one."""
    from difflib import get_close_matches

    for name in asked:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else f"; there are: {', '.join(known) or 'none'}"
            raise ConfigError(f"no {what} {name!r} in feeds.yaml{hint}")
    return asked
