"""A run over sources that are named: a digest of what they hold, with no ledger before or behind."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from digest.cli._console import write
from digest.cli._edition import arranged, rendered
from digest.cli._explaining import left_out, why_entries, why_stories
from digest.cli._filtering import dropped_for
from digest.cli._order import Order
from digest.cli._reading import missed_by, named_sources
from digest.cli._times import midnight
from digest.cli._waiting import with_wait
from digest.counting import counted
from digest.deliver import write_files
from digest.edition import Edition, Pick
from digest.errors import ExitStatus, Problem
from digest.fetch.files import STANDARD_INPUT
from digest.models import Entry, Feed
from digest.selection import Candidate, Decision, Terms, candidates_of, dated, select
from digest.settings import Source
from digest.store.values import key_of, pick_id


@dataclass(frozen=True, slots=True)
class Found:
    """An entry of a named source, as a candidate."""

    candidate: Candidate
    source: Source
    entry: Entry


def named(order: Order) -> ExitStatus:
    """Write the digest of the named sources to -o or standard output; the exit status tells how it went."""
    found, problems = gathered(order)
    order.console.clear()
    order.console.problems(problems)
    decisions = decided(order, found)
    entries = {item.candidate.key: item.entry for item in found} | complete(order, found, decisions)
    decisions = settled(order, found, decisions, entries)
    explains = order.explain or order.explain_dropped
    picks = picked(order, found, decisions, entries)
    if not picks:
        if explains:
            why_entries(decisions, entries, order.console, dropped_only=not order.explain)
        return nothing(order, found, problems)
    edition = Edition(
        day=order.day,
        picks=picks,
        sources={item.source.location: located(item.source, order) for item in found},
        problems=problems,
        feeds_total=len(order.sources),
    )
    made = arranged(edition, order.rendering, order.console)
    if explains:
        cut = left_out(picks, made.places, made.digest, {*entries.values()})
        why_entries(decisions, entries, order.console, cut=cut, dropped_only=not order.explain)
    if order.explain:
        why_stories(made.digest, order.config.summary, order.console)
    if order.dry_run:
        order.console.say(f"would write {counted(len(made.digest.stories), 'story', 'stories')}; nothing was written")
    else:
        deliver(order, rendered(made.digest, order.rendering))
    return ExitStatus.SOURCES_FAILING if problems and order.strict else ExitStatus.OK


def gathered(order: Order) -> tuple[list[Found], tuple[Problem, ...]]:
    """Read the sources; each brings candidates or a problem."""
    from digest.fetch import Fetcher
    from digest.ingest import ingest

    found: list[Found] = []
    problems: list[Problem] = []
    sources = named_sources(order.sources, order.config)
    with Fetcher(order.config.fetch, offline=order.offline) as fetch:
        for source, poll in zip(
            sources, ingest(sources, fetch, settings=order.config.fetch, now=order.now), strict=True
        ):
            if poll.feed is None:
                problem = poll.problem or Problem(source.location, "nothing was read", "empty")
                problems.append(with_wait(problem, poll.retry_after))
            else:
                found += entries_of(order, poll.feed, source, start=len(found))
    return found, tuple(problems)


def entries_of(order: Order, feed: Feed, source: Source, *, start: int) -> list[Found]:
    """Make candidates of a feed; keys count on from `start`."""
    candidates = candidates_of(feed, source.location, now=order.until, start=start)
    entries = (dated(entry, order.until) for entry in feed.entries)
    return [Found(candidate, source, entry) for candidate, entry in zip(candidates, entries, strict=True)]


def decided(order: Order, found: Sequence[Found]) -> tuple[Decision, ...]:
    """Decide what the digest takes: by age, filters and limits, as for feeds.yaml."""
    terms = Terms(
        sources={item.source.location: item.source for item in found}, limits=order.config.limits, until=order.until
    )
    dropped = {item.candidate.key: reason for item in found if (reason := reason_to_drop(order, item))}
    return select([item.candidate for item in found], terms, dropped=dropped)


def reason_to_drop(order: Order, item: Found) -> str | None:
    """Tell which filter leaves an entry out, None where none does."""
    return dropped_for(item.entry, item.source, order, early=True)


def complete(order: Order, found: Sequence[Found], decisions: Sequence[Decision]) -> dict[int, Entry]:
    """Fetch the pages that the chosen entries only tease; gives all chosen entries by key."""
    from digest.fetch import Fetcher
    from digest.ingest import complete as complete_entries

    by_key = {item.candidate.key: item for item in found}
    chosen = [by_key[made.key] for made in decisions if made.action == "publish"]
    with Fetcher(order.config.fetch, offline=order.offline) as fetch:
        pairs = [(item.source, item.entry) for item in chosen]
        whole = complete_entries(pairs, fetch, settings=order.config.fetch, missed=missed_by(order.console))
        return {item.candidate.key: entry for item, entry in zip(chosen, whole, strict=True)}


def settled(
    order: Order, found: Sequence[Found], decisions: Sequence[Decision], entries: Mapping[int, Entry]
) -> tuple[Decision, ...]:
    """Leave out what a filter drops now that its page is there."""
    sources = {item.candidate.key: item.source for item in found}

    def settle(made: Decision) -> Decision:
        if made.action != "publish":
            return made
        reason = dropped_for(entries[made.key], sources[made.key], order)
        return replace(made, action="seen", reason=reason) if reason else made

    return tuple(map(settle, decisions))


def picked(
    order: Order, found: Sequence[Found], decisions: Sequence[Decision], entries: Mapping[int, Entry]
) -> tuple[Pick, ...]:
    """Make picks of what was chosen."""
    by_key = {item.candidate.key: item for item in found}
    return tuple(
        Pick(
            id=pick_id(item.source.location, key_of(item.entry.id)),
            feed=item.source.location,
            entry=entries[made.key],
            time=item.entry.published or midnight(order.day, order.rendering.zone),
            reason=made.reason,
            more=made.action == "more",
        )
        for made, item in ((made, by_key[made.key]) for made in decisions if made.action in {"publish", "more"})
    )


def located(source: Source, order: Order) -> Source:
    """Place a file that was named from here, so that what is written elsewhere can link to it; messages keep its name.

    Standard output lies nowhere: what goes there names a file as it was named.
    """
    if order.to_output or not source.local or source.location == STANDARD_INPUT:
        return source
    return replace(source, location=os.path.abspath(source.location), written=source.key)  # noqa: PTH100 - follows no link


def deliver(order: Order, files: Sequence[tuple[Path, bytes]]) -> None:
    """Write files and say where they are, or put the one on standard output."""
    if order.to_output:
        write(files[0][1])
        return
    for delivery in write_files(files):
        write(str(delivery.path))


def nothing(order: Order, found: Sequence[Found], problems: Sequence[Problem]) -> ExitStatus:
    """Say that there is nothing to write: a failure where nothing could be read."""
    if problems and not found:
        return ExitStatus.FAILED
    order.console.say("nothing to write: no entry within the limits of age and filters")
    if problems and order.strict:
        return ExitStatus.SOURCES_FAILING
    return ExitStatus.EMPTY if order.fail_if_empty else ExitStatus.OK
