"""A day's digest from what is claimed for it to its files: the same for a run, a rebuild and an issue."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from digest.arrange import Arranged, Frame, arrange, generated_at, heading_for
from digest.citation import headline_of
from digest.cli._cleaning import Allowances
from digest.cli._console import Console, write
from digest.cli._overrides import Overrides
from digest.cli._times import midnight
from digest.cli._writing import output_for
from digest.deliver import Delivery, digest_of, write_files
from digest.edition import Edition, Pick
from digest.errors import DigestError
from digest.models import Digest, Entry, Overflow
from digest.pipeline import feed_name, summarize_entries
from digest.settings import Config, Source

if TYPE_CHECKING:
    from digest.store import Store


NO_OVERRIDES = Overrides()
DIGESTS_IN_FEED = 30  # a month, for readers that come back from a holiday


@dataclass(frozen=True, slots=True)
class Rendering:
    """How digests are written: the settings, the formats, the folder or file, the zone."""

    config: Config
    formats: tuple[str, ...]
    folder: Path
    zone: tzinfo
    file: Path | None = None  # the one file, where -o named it
    stem: str | None = None  # the files' name, where output.filename does not give it
    overrides: Overrides = NO_OVERRIDES
    explain: bool = False

    def path(self, day: date, ending: str) -> Path:
        """Name the file of a day in one format."""
        if self.file is not None:
            return self.file
        return self.folder / ((self.stem or self.config.output.filename.format(date=day)) + ending)

    def is_as_configured(self) -> bool:
        """Tell whether this writes what the configuration asks for, where it asks for it."""
        output = self.config.output
        return self.file is None and self.folder == output.dir and set(output.formats) <= set(self.formats)


@dataclass(frozen=True, slots=True)
class Masthead:
    """What an issue has beside a digest: an introduction is Markdown, `since` the first day of its period.

    `pinned` are the ids of the picks that its editor wants to lead, `dropped` of those that are out with their stories.
    """

    number: int | None = None
    title: str | None = None
    introduction: str | None = None
    since: date | None = None
    pinned: tuple[str, ...] = ()
    dropped: frozenset[str] = frozenset()


def arranged(edition: Edition, rendering: Rendering, console: Console, masthead: Masthead | None = None) -> Arranged:
    """Summarize what an edition holds and arrange it as a digest; what holds no text is named on the console."""
    head = masthead or Masthead()
    config = rendering.config
    picks = [pick for pick in edition.picks if not pick.more]
    sources = {location: rendering.overrides.of_one(source) for location, source in edition.sources.items()}
    pairs = [(entry_of(pick), sources.get(pick.feed, Source(location=pick.feed))) for pick in picks]
    summaries, problems = summarize_entries(
        pairs,
        config.summary,
        likely=config.language,
        folder=str(rendering.folder.absolute()),
        explain=rendering.explain,
        clean_entry=Allowances(console.say).article,
    )
    console.problems(problems)
    times = [pick.time for pick in picks if pick.id not in head.dropped]
    frame = Frame(
        date=edition.day,
        generated_at=generated_at(times, midnight(edition.day, rendering.zone)),
        problems=edition.problems,
        feeds_total=edition.feeds_total,
        feeds_unread=edition.feeds_unread,
        overflow=overflow(edition, config),
        places=edition.places,
        number=head.number,
        since=head.since,
        title=head.title,
        introduction=head.introduction,
        pinned=head.pinned,
        dropped=head.dropped,
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
            heading = heading_for(source.section, feed_name(source), config)
            file = (pick.entry.page_path or source.location) if source.local else None
            title = headline_of(pick.entry.title, pick.entry.url, file)
            grouped[heading].append(Overflow(title=title, url=pick.entry.url))
    return {heading: tuple(found) for heading, found in grouped.items()}


def rendered(digest: Digest, rendering: Rendering) -> list[tuple[Path, bytes]]:
    """Render a digest in every format asked for, with the path of each."""
    files = []
    for name in rendering.formats:
        variant = output_for(name)
        content = variant.render_digest(digest, rendering.config.output, rendering.config.email)
        data = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
        files.append((rendering.path(digest.date, variant.ENDING), data))
    return files


def publish(
    store: Store,
    edition: Edition,
    rendering: Rendering,
    console: Console,
    *,
    to_output: bool = False,
    settle: bool = True,
) -> tuple[Digest, tuple[Delivery, ...]]:
    """Write a claimed digest's files and mark it as written; where it was written before, the same bytes again.

    Without `settle` a digest that was not written yet stays so, for the next run to write as configured.
    Raises DeliveryError where a file cannot be written.
    """
    made = arranged(edition, rendering, console)
    files = rendered(made.digest, rendering)
    shas: dict[Path, str] = {}
    shared: dict[Path, str] = {}
    deliveries: tuple[Delivery, ...] = ()
    if to_output:
        write(files[0][1])
    else:
        feeds = feed_files(store, made.digest, rendering)
        shas, shared = ({path: digest_of(content) for path, content in group} for group in (files, feeds))
        store.expect(None, shared)
        deliveries = write_known(store, edition.day, files + feeds, shas, rendering)
        tell_edited(deliveries, console)
    if settle or edition.done:
        store.settle(shared)
        store.finish(edition.day, shas, made.places, quoted_in(made.digest, edition))
    return made.digest, deliveries


def quoted_in(digest: Digest, edition: Edition) -> dict[str, dict[str, int]]:
    """Count a digest's key points by the feed that brought them and by who is reported in them."""
    feeds = {pick.id: pick.feed for pick in edition.picks}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for point in (point for story in digest.stories for point in story.key_points):
        if point.attribution and point.attribution.source:
            counts[feeds[point.article]][point.attribution.source] += 1
    return {feed: dict(sources) for feed, sources in counts.items()}


def feed_files(store: Store, digest: Digest, rendering: Rendering) -> list[tuple[Path, bytes]]:
    """Give the feed of the digests, with this one in it, where one is wanted and digests lie at their own place."""
    output = rendering.config.output
    if output.feed == "none" or rendering.file is not None or rendering.folder != output.dir:
        return []
    from digest.outputs import _feed

    published = [_feed.Entry.read(text) for text in store.noted_entries()]
    store.note_entry(digest.date, _feed.entry_of(digest, output, published).written(), DIGESTS_IN_FEED)
    entries = [_feed.Entry.read(text) for text in store.noted_entries()]
    if not entries:  # an empty day is in no database
        return []
    kinds = {"atom": (_feed.ATOM_NAME, _feed.render_atom), "json": (_feed.JSON_NAME, _feed.render_json_feed)}
    wanted = [kinds[kind] for kind in (kinds if output.feed == "both" else (output.feed,))]
    return [(rendering.folder / name, render(entries, output).encode()) for name, render in wanted]


def write_known(
    store: Store, day: date, files: Sequence[tuple[Path, bytes]], shas: Mapping[Path, str], rendering: Rendering
) -> tuple[Delivery, ...]:
    """Write files over those of earlier runs; what a user edited stays, unless -o named the very file."""
    if rendering.file is not None:
        return write_files(files)
    known = store.ours(path for path, _ in files)
    store.expect(day, shas)
    return write_files(files, ours=known, marker=marker_of(rendering))


def edition_of(store: Store, day: date) -> Edition:
    """Read what a day's digest is made of; raises DigestError where nothing of that day is stored."""
    edition = store.edition(day)
    if edition is None:
        raise DigestError(f"nothing is stored of {day}; `digest history list` lists the days there are")
    return edition


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
