"""A day's digest from what is claimed for it to its files: the same for a run, a rebuild and an issue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from digest.arrange import Arranged, Frame, arrange, generated_at, heading_for
from digest.cli._console import Console, write
from digest.cli._times import midnight
from digest.cli._writing import output_for
from digest.deliver import Delivery, digest_of, write_files
from digest.edition import Edition, Pick
from digest.errors import DigestError
from digest.models import Digest, Entry, Overflow
from digest.pipeline import summarize_entries
from digest.settings import Config, Source

if TYPE_CHECKING:
    from digest.store import Store


@dataclass(frozen=True, slots=True)
class Rendering:
    """How digests are written: the settings, the formats, the folder or file, the zone."""

    config: Config
    formats: tuple[str, ...]
    folder: Path
    zone: tzinfo
    file: Path | None = None  # the one file, where -o named it
    stem: str | None = None  # the files' name, where output.filename does not give it

    def path(self, day: date, title: str, ending: str) -> Path:
        """Name the file of a day in one format."""
        if self.file is not None:
            return self.file
        stem = self.stem or self.config.output.filename.format(date=day.isoformat(), title=title)
        return self.folder / (stem + ending)


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a newsletter's issue has beside a digest: number, title, the editor's introduction (Markdown)."""

    number: int | None = None
    title: str | None = None
    introduction: str | None = None


def arranged(edition: Edition, rendering: Rendering, masthead: Masthead | None = None) -> Arranged:
    """Summarize what an edition holds and arrange it as a digest."""
    head = masthead or Masthead()
    config = rendering.config
    picks = [pick for pick in edition.picks if not pick.more]
    sources = edition.sources
    pairs = [(entry_of(pick), sources.get(pick.feed, Source(location=pick.feed))) for pick in picks]
    summaries, problems = summarize_entries(
        pairs, config.summary, language=config.language, folder=str(rendering.folder.absolute())
    )
    frame = Frame(
        date=edition.day,
        generated_at=generated_at([pick.time for pick in picks], midnight(edition.day, rendering.zone)),
        problems=(*edition.problems, *problems),
        feeds_total=edition.feeds_total,
        overflow=overflow(edition, config),
        places=edition.places,
        number=head.number,
        title=head.title,
        introduction=head.introduction,
    )
    return arrange(summaries, config, frame)


def entry_of(pick: Pick) -> Entry:
    """Give an entry the identity that is unique among all feeds."""
    return replace(pick.entry, id=pick.id)


def overflow(edition: Edition, config: Config) -> Mapping[str, tuple[Overflow, ...]]:
    """Group what was over a feed's limit by the heading it would have stood under."""
    grouped: dict[str, list[Overflow]] = defaultdict(list)
    for pick in edition.picks:
        if pick.more:
            source = edition.sources.get(pick.feed, Source(location=pick.feed))
            heading = heading_for(source.section, source.name or source.location, config)
            grouped[heading].append(Overflow(title=pick.entry.title, url=pick.entry.url))
    return {heading: tuple(found) for heading, found in grouped.items()}


def rendered(digest: Digest, rendering: Rendering) -> list[tuple[Path, bytes]]:
    """Render a digest in every format asked for, with the path of each."""
    files = []
    for name in rendering.formats:
        variant = output_for(name)
        content = variant.render_digest(digest, rendering.config.output, rendering.config.email)
        data = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
        files.append((rendering.path(digest.date, digest.title, variant.ENDING), data))
    return files


def publish(
    store: Store, day: date, rendering: Rendering, console: Console, *, to_output: bool = False
) -> tuple[Digest, tuple[Delivery, ...]]:
    """Write a claimed digest's files and mark it as written; where it was written before, the same bytes again.

    Raises DigestError where nothing of that day is stored, DeliveryError where a file cannot be written.
    """
    edition = store.edition(day)
    if edition is None:
        raise DigestError(f"nothing is stored of {day}; `digest history` lists the days there are")
    made = arranged(edition, rendering)
    files = rendered(made.digest, rendering)
    if to_output:
        write(files[0][1])
        store.finish(day, {}, made.places)
        return made.digest, ()
    shas = {path: digest_of(content) for path, content in files}
    known = store.ours(shas)
    store.expect(day, shas)
    deliveries = write_files(files, ours=known, marker=marker_of(rendering))
    store.finish(day, shas, made.places)
    tell_edited(deliveries, console)
    return made.digest, deliveries


def marker_of(rendering: Rendering) -> bytes | None:
    """Give the line of a Markdown digest below which the user's own text stands."""
    if "md" not in rendering.formats:
        return None
    from digest.outputs.md import MARKER

    return str(MARKER).encode()


def tell_edited(deliveries: Sequence[Delivery], console: Console) -> None:
    """Say which files were edited since they were written, and so were left alone."""
    for delivery in deliveries:
        if delivery.status == "aside":
            console.say(f"digest: the file was edited, so the new digest lies beside it: {delivery.path}", 0)
