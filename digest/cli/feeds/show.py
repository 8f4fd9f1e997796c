"""`digest feeds list`, `status`: what is configured, and how it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Annotated, Any

from digest.cli._console import Console, printable, write
from digest.cli._options import ConfigOption, QuietOption, VerboseOption, option
from digest.counting import counted

if TYPE_CHECKING:
    from digest.models import FeedMemory
    from digest.settings import Config, HealthSettings, Source

JsonOption = Annotated[bool, option("--json", help="Write one JSON object.")]


def list_feeds(
    *, json: JsonOption = False, config: ConfigOption = None, quiet: QuietOption = False, verbose: VerboseOption = 0
) -> None:
    """List the feeds of feeds.yaml, patterns of file names resolved.

    Example:  digest feeds list --json
    """
    from digest.cli.feeds.change import located
    from digest.config import load

    console = Console.of(quiet, verbose)
    sources = load(located(config, console), None).sources
    if json:
        from digest.outputs.json import listing

        write(listing({"feeds": [record_of(source) for source in sources]}))
    elif not sources:
        console.say("no feeds yet; name one with  digest feeds add https://example.com/feed.xml")
    else:
        write(table((source.name or "", source.section or "", placed(source)) for source in sources))


def record_of(source: Source) -> dict[str, Any]:
    """Write a feed as JSON has it."""
    return {
        "name": source.name,
        "url": None if source.local else source.location,
        "file": source.key if source.local else None,
        "section": source.section,
        "tags": list(source.tags),
        "enabled": source.enabled,
    }


def placed(source: Source) -> str:
    """Say where a feed is, and that it is paused."""
    return source.key if source.enabled else f"{source.key}  (paused)"


def status(
    *,
    json: JsonOption = False,
    failing: Annotated[bool, option("--failing", help="Only those that are not well.")] = False,
    config: ConfigOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = 0,
) -> None:
    """Show each feed's health: when it was last read, and since when it fails and why.

    Example:  digest feeds status --failing
    """
    from digest.cli._times import clock, zone_of
    from digest.cli.feeds.change import located
    from digest.config import load

    settings = load(located(config, Console.of(quiet, verbose)), None)
    zone, now = zone_of(settings.timezone), clock()
    shown = [health_of(source, memory, settings.health, now) for source, memory in remembered(settings, now)]
    if failing:
        shown = [health for health in shown if health.state in {"failing", "dead", "gone"}]
    if json:
        from digest.outputs.json import listing

        write(listing({"feeds": [health.record for health in shown]}))
    else:
        write(table((health.state, health.name, health.read_at(zone), health.note(zone)) for health in shown))


def remembered(config: Config, now: datetime) -> Iterator[tuple[Source, FeedMemory]]:
    """Give each feed with what is remembered of it; before the first run, nothing is."""
    from digest.models import FeedMemory
    from digest.store import Store

    memory: dict[str, FeedMemory] = {}
    if config.state_path.exists():
        with Store.view(config.state_path) as store:
            memory = store.memory(now)
    for source in config.sources:
        yield source, memory.get(source.location, FeedMemory(source.location))


@dataclass(frozen=True, slots=True)
class Health:
    """How a feed is."""

    state: str
    source: Source
    memory: FeedMemory

    @property
    def name(self) -> str:
        """What to call it."""
        return self.source.name or self.memory.title or self.source.key

    @property
    def record(self) -> dict[str, Any]:
        """Write it as JSON has it."""
        memory = self.memory
        return {
            **record_of(self.source),
            "title": memory.title,
            "state": self.state,
            "last_poll": iso(memory.last_poll),
            "last_success": iso(memory.last_success),
            "failures": memory.failures,
            "failing_since": iso(memory.first_failure),
            "retry_until": iso(memory.retry_until),
            "moved_to": memory.moved_to,
            "problem": memory.problem.reason if memory.problem else None,
        }

    def read_at(self, zone: tzinfo) -> str:
        """Say when it was last read."""
        time = self.memory.last_success
        return f"{time.astimezone(zone):%Y-%m-%d %H:%M}" if time else "never read"

    def note(self, zone: tzinfo) -> str:
        """Say what is the matter."""
        memory, parts = self.memory, []
        if memory.failures and memory.first_failure:
            failures = counted(memory.failures, "failure")
            parts.append(f"{failures} since {memory.first_failure.astimezone(zone):%Y-%m-%d}")
        if memory.problem:
            parts.append(memory.problem.reason)
        if memory.retry_until:
            parts.append(f"asked to wait until {memory.retry_until.astimezone(zone):%Y-%m-%d %H:%M}")
        if memory.moved_to:
            parts.append(f"moved to {memory.moved_to}")
        return "; ".join(parts)


def health_of(source: Source, memory: FeedMemory, limits: HealthSettings, now: datetime) -> Health:
    """Put in a word how a feed is; a failure or two are nobody's business yet."""
    if not source.enabled:
        state = "paused"
    elif memory.gone:
        state = "gone"
    elif memory.last_poll is None:
        state = "new"
    elif memory.failures and memory.first_failure and now - memory.first_failure >= limits.dead_after:
        state = "dead"
    else:
        state = "failing" if memory.failures else "ok"
    return Health(state, source, memory)


def iso(time: datetime | None) -> str | None:
    """Write a time as JSON has it."""
    return time.isoformat() if time else None


def table(rows: Iterable[Sequence[str]]) -> str:
    """Line columns up, the last one left as long as it is; nothing in them breaks a line."""
    from digest.outputs._wrap import cells

    clean = [[printable(text) for text in row] for row in rows]
    widths = [max(map(cells, column)) for column in zip(*clean, strict=True)]
    lines = (
        "  ".join(text + " " * (width - cells(text)) for text, width in zip(row, widths, strict=True)) for row in clean
    )
    return "\n".join(line.rstrip() for line in lines)
