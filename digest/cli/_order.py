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
from digest.cli._overrides import Overrides
from digest.cli._sending import sendable
from digest.cli._settings import checked_language, optional, required
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
    configured: Rendering  # as feeds.yaml alone asks for it
    to_output: bool = False  # the digest itself goes to standard output
    sources: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    day_given: bool = False
    offline: bool = False
    refresh: bool = False
    explain: bool = False
    explain_dropped: bool = False
    send: bool = False
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
        overrides = Overrides(method.value if method else None, bullets, checked_language(language))
        settings = overrides.of_all(found)
        now = clock()
        zone = zone_of(settings.timezone)
        wanted = parse_day(day, now, zone)
        if flags.get("send"):
            check_sending(settings, sources)
        to_output = output == "-" or (bool(sources) and output is None)
        asked = formats_of(formats, json=json) or (settings.output.formats[:1] if to_output else ())
        configured = Rendering(found, found.output.formats, found.output.dir, zone)
        rendering = rendering_of(replace(configured, config=settings), asked, None if to_output else output)
        rendering = replace(rendering, overrides=overrides, explain=flags.get("explain", False))
        check_formats(rendering.formats, one=to_output or rendering.file is not None)
        check_feed(rendering, wanted)
        return cls(
            console=console,
            config=settings,
            now=now,
            day=wanted,
            until=min(now, midnight(wanted + timedelta(days=1), zone) - timedelta(microseconds=1)),
            rendering=rendering,
            configured=configured,
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
            and (not self.feeds or set(names_of([source])) & set(self.feeds))
            and (not self.sections or source.section in self.sections)
        )


def rendering_of(configured: Rendering, formats: tuple[str, ...], output: str | None) -> Rendering:
    """Decide formats and place: -o may name a folder, or the one file, whose ending may name the format."""
    rendering = replace(configured, formats=formats or configured.formats)
    if output is None:
        return rendering
    path = Path(output)
    ending = path.suffix.lstrip(".")
    if path.is_dir() or output.endswith("/") or not ending:
        return replace(rendering, folder=path)
    if not formats:
        formats = (ending,) if ending in names("outputs") else configured.formats[:1]
    return replace(rendering, formats=formats, folder=path.parent, file=path)


def check_formats(formats: Sequence[str], *, one: bool) -> None:
    """Refuse several formats where there is one place for them; raises ConfigError."""
    if one and len(formats) > 1:
        raise ConfigError(
            f"{len(formats)} formats for one place ({', '.join(formats)}); choose one with -f, or a folder"
        )


def check_feed(rendering: Rendering, day: date) -> None:
    """Refuse to write a digest where the feed of the digests lies; raises ConfigError."""
    if rendering.config.output.feed in {"json", "both"} and "json" in rendering.formats:
        from digest.outputs._feed import JSON_NAME

        if rendering.path(day, ".json") == rendering.config.output.dir / JSON_NAME:
            raise ConfigError(f"{JSON_NAME} is the feed of the digests; change output.filename, or output.feed")


def check_sending(config: Config, sources: tuple[str, ...]) -> None:
    """Refuse, before any work, to send what cannot be sent; raises ConfigError."""
    if sources:
        raise ConfigError("--send is for the feeds of feeds.yaml: of sources named here nobody remembers who got them")
    sendable(config)


def sections_of(config: Config) -> list[str]:
    """List the ids of the sections, by which --section asks for them."""
    return [section.id for section in config.sections]


def names_of(sources: Sequence[Source]) -> list[str]:
    """List what --feed may name: names and locations."""
    return [name for source in sources for name in (source.name, source.written, source.location) if name]


def checked(asked: tuple[str, ...], known: Sequence[str], what: str) -> tuple[str, ...]:
    """Refuse a name that the configuration does not hold; raises ConfigError with the nearest one."""
    from difflib import get_close_matches

    for name in asked:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else f"; there are: {', '.join(known) or 'none'}"
            raise ConfigError(f"no {what} {name!r} in feeds.yaml{hint}")
    return asked
