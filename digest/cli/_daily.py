"""A run over the feeds of feeds.yaml: poll, remember, select, claim, write.

The order keeps a run that is killed harmless: what a poll brought is committed with its time; what
the day takes is claimed at once; files are written from what is claimed; only then is it marked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from digest.cli._account import told, unsent
from digest.cli._console import write
from digest.cli._edition import publish
from digest.cli._explaining import left_out, why_entries, why_stories
from digest.cli._filtering import dropped_for
from digest.cli._order import Order
from digest.cli._reading import missed_by
from digest.cli._sending import letter_of, post
from digest.cli._times import zone_of
from digest.cli._waiting import present_problems, waiting
from digest.counting import counted
from digest.deliver import preflight
from digest.edition import Edition
from digest.errors import ExitStatus, Problem
from digest.models import Digest, Entry, FeedMemory, Poll
from digest.pipeline import feed_name
from digest.selection import Candidate, Decision, Terms, check_day, select
from digest.settings import Source
from digest.store import Store

if TYPE_CHECKING:
    from digest.fetch import Fetcher


def daily(order: Order) -> ExitStatus:
    """Write the day's digest; the exit status tells how it went."""
    path = order.config.state_path
    if not order.dry_run and not order.to_output:
        preflight(order.rendering.folder)
    with (Store.rehearse if order.dry_run else Store.open)(path) as store:
        for notice in store.notices:
            order.console.say(f"digest: {notice}")
        order = with_day(order, store)
        earlier = ExitStatus.OK
        if not order.dry_run:
            earlier = finish_earlier(order, store)
        sources = order.asked()
        store.configure(sources)
        decisions = gather(order, store, sources)
        memory = store.memory(order.now)
        problems = present_problems(sources, memory, order.now)
        order.console.problems(problems)
        gained = store.claim(order.day, decisions, problems=footer(order, sources, memory), feeds_total=len(sources))
        status = write_day(order, store, decisions, gained, problems)
        status = earlier if status in {ExitStatus.OK, ExitStatus.EMPTY} and earlier else status
        if not order.dry_run:
            store.prune(order.now, order.config.state.keep)
        return worst(order, status, sources, memory, problems)


def with_day(order: Order, store: Store) -> Order:
    """Settle which day it is: not before the last digest's, if that is not far ahead of the clock.

    A clock that went back by hours goes on with the last digest's day; one that was wrong by more, once,
    must not send all later runs to that day. Raises ConfigError for a day asked for that cannot be.
    """
    if order.day_given:
        check_day(order.day, store.last_day())
        return order
    near = order.day + timedelta(days=1)
    last = max((record.day for record in store.history() if record.day <= near), default=None)
    if last is None or order.day >= last:
        return order
    order.console.say(f"digest: the clock says {order.day}, but there is a digest of {last}; going on with that day")
    return replace(order, day=last)


def finish_earlier(order: Order, store: Store) -> ExitStatus:
    """Write, as configured, and send the digests that an earlier run claimed and did not live to write."""
    status = ExitStatus.OK
    for day in store.unfinished():
        edition = store.edition(day)
        if day == order.day:
            continue
        if edition is None:  # pruned: nothing is left to write
            store.finish(day, {}, {})
            continue
        preflight(order.configured.folder)
        digest, deliveries = publish(store, edition, order.configured, order.console)
        order.console.say(f"finished the digest of {day}, which an earlier run left unwritten")
        for delivery in deliveries:
            if order.to_output:
                order.console.say(str(delivery.path))
            else:
                write(str(delivery.path))
        status = max(status, mailed(order, store, edition, digest))
    return status


def mailed(order: Order, store: Store, edition: Edition, digest: Digest) -> ExitStatus:
    """Send a digest where that is asked for; the exit status tells whether everybody has it."""
    return post(store, letter_of(edition, digest, order.config), order.console) if order.send else ExitStatus.OK


def gather(order: Order, store: Store, sources: Sequence[Source]) -> tuple[Decision, ...]:
    """Ask the feeds that are due, remember what came, and decide what the day takes."""
    from digest.fetch import Fetcher

    before = store.memory(order.now)
    with Fetcher(order.config.fetch, offline=order.offline, resting=store.resting(order.now)) as fetch:
        ask(order, store, sources, fetch)
        candidates = store.candidates()
        decisions = decide(order, store, sources, candidates, before)
        feeds = {candidate.key: candidate.feed for candidate in candidates}
        chosen = {made.key: feeds[made.key] for made in decisions if made.action == "publish"}
        known = {source.location: source for source in sources}
        whole = complete(order, store, known, fetch, chosen)
    order.console.clear()
    dropped = {key: reason for key, entry in whole.items() if (reason := dropped_for(entry, known[chosen[key]], order))}
    return tuple(Decision(d.key, "seen", dropped[d.key]) if d.key in dropped else d for d in decisions)


def ask(order: Order, store: Store, sources: Sequence[Source], fetch: Fetcher) -> None:
    """Ask each feed that is due and remember what came; offline only local ones.

    Feeds whose server wants no requests are named, whether it said so in an earlier run or in this one.
    """
    asked = [source for source in sources if source.local or not order.offline]
    zone = zone_of(order.config.timezone)
    before = tuple(waiting(asked, store.memory(order.now), order.now, zone))
    for line in before:
        order.console.say(f"digest: {line}")
    store.remember(polled(order, store, asked, fetch), order.now)
    order.console.clear()
    for line in waiting(asked, store.memory(order.now), order.now, zone):
        if line not in before:
            order.console.say(f"digest: {line}")


def polled(order: Order, store: Store, asked: Sequence[Source], fetch: Fetcher) -> Iterator[Poll]:
    """Ask each feed that is due, as many at a time as the configuration allows."""
    from digest.ingest import ingest

    polls = ingest(
        asked,
        fetch,
        settings=order.config.fetch,
        now=order.now,
        memory=store.memory(order.now),
        refresh=order.refresh,
        feeds_only=True,
    )
    for number, poll in enumerate(polls, start=1):
        order.console.progress(number, len(asked), "reading feeds")
        if poll.feed and poll.feed.left_out:
            order.console.say(f"{poll.location}: took the newest {len(poll.feed.entries)}, left {poll.feed.left_out}")
        yield poll


def decide(
    order: Order,
    store: Store,
    sources: Sequence[Source],
    candidates: Sequence[Candidate],
    before: Mapping[str, FeedMemory],
) -> tuple[Decision, ...]:
    """Decide what becomes of each entry that nothing was decided on."""
    known = {source.location: source for source in sources}
    polled_before = {place: memory.last_success for place, memory in before.items() if memory.last_success}
    return select(
        candidates,
        Terms(sources=known, limits=order.config.limits, until=order.until, polled=polled_before),
        taken=store.taken(order.day),
        dropped=dict(filtered(order, store, known, candidates)),
    )


def filtered(
    order: Order, store: Store, sources: Mapping[str, Source], candidates: Sequence[Candidate]
) -> Iterator[tuple[int, str]]:
    """Give the entries that a filter leaves out, with the reason."""
    feeds = {candidate.key: candidate.feed for candidate in candidates if candidate.feed in sources}
    for key, entry in store.read(feeds):
        if reason := dropped_for(entry, sources[feeds[key]], order, early=True):
            yield key, reason


def complete(
    order: Order, store: Store, sources: Mapping[str, Source], fetch: Fetcher, chosen: Mapping[int, str]
) -> Mapping[int, Entry]:
    """Fetch the pages that the chosen entries (their feeds by key) only tease; returns those that are whole now."""
    from digest.ingest import complete as complete_entries

    entries = [(key, sources[chosen[key]], entry) for key, entry in store.read(chosen)]
    whole = complete_entries(
        [(source, entry) for _, source, entry in entries],
        fetch,
        settings=order.config.fetch,
        missed=missed_by(order.console),
    )
    changed = {key: new for (key, _, old), new in zip(entries, whole, strict=True) if new != old}
    if changed:
        store.complete(changed)
    return changed


def footer(order: Order, sources: Sequence[Source], memory: Mapping[str, FeedMemory]) -> Iterator[Problem]:
    """Give the problems that readers are told of: of feeds that have failed for a while."""
    for source in sources:
        known = memory.get(source.location)
        if known and known.problem and known.failures >= order.config.health.warn_after:
            yield replace(known.problem, source=feed_name(source))


def write_day(
    order: Order, store: Store, decisions: Sequence[Decision], gained: int, problems: Sequence[Problem]
) -> ExitStatus:
    """Write the day's files, or say that there is nothing to write."""
    edition = store.edition(order.day)
    if edition is None:
        say_why(order, store, decisions)
        return empty_day(order, store, problems)
    if order.dry_run:
        say_why(order, store, decisions)
        entries = counted(gained, "entry", "entries")
        order.console.say(f"would publish {entries} in the digest of {order.day}; nothing was stored{unsent(order)}")
        return ExitStatus.OK
    digest, deliveries = publish(store, edition, order.rendering, order.console, to_output=order.to_output)
    for delivery in deliveries:
        write(str(delivery.path))
    say_why(order, store, decisions, digest)
    if order.explain:
        why_stories(digest, order.config.summary, order.console)
    order.console.say(told(order, decisions, digest, gained, [str(delivery.path) for delivery in deliveries]))
    return mailed(order, store, edition, digest)


def say_why(order: Order, store: Store, decisions: Sequence[Decision], digest: Digest | None = None) -> None:
    """Say what became of each entry where that is asked for; with the digest that is written also what it cut."""
    if not (order.explain or order.explain_dropped):
        return
    entries = dict(store.read(made.key for made in decisions))
    chosen = {entries[made.key] for made in decisions if made.action == "publish" and made.key in entries}
    edition = store.edition(order.day)
    cut = left_out(edition.picks, edition.places, digest, chosen) if edition and digest else ()
    why_entries(decisions, entries, order.console, cut=cut, dropped_only=not order.explain)


def empty_day(order: Order, store: Store, problems: Sequence[Problem]) -> ExitStatus:
    """Say that nothing is new; with `write_empty` a digest is written all the same."""
    status = empty(order, problems)
    if status is not ExitStatus.FAILED and order.config.output.write_empty and not order.dry_run:
        return write_empty(order, store, unread=len(problems))
    return status


def empty(order: Order, problems: Sequence[Problem], said: str = "nothing new") -> ExitStatus:
    """Say that there is nothing to write, as `said`: a failure where no source could be read."""
    asked = order.asked()
    if asked and len(problems) == len(asked):
        order.console.say(f"digest: none of {counted(len(asked), 'source')} could be read", 0)
        return ExitStatus.FAILED
    order.console.say(f"{said} in {counted(len(asked), 'source')}")
    return ExitStatus.EMPTY if order.fail_if_empty else ExitStatus.OK


def write_empty(order: Order, store: Store, *, unread: int) -> ExitStatus:
    """Write a digest that says that there is nothing, and how many feeds could not be read."""
    asked = order.asked()
    told = tuple(footer(order, asked, store.memory(order.now)))
    edition = Edition(day=order.day, picks=(), problems=told, feeds_total=len(asked), feeds_unread=unread)
    digest, deliveries = publish(store, edition, order.rendering, order.console, to_output=order.to_output)
    for delivery in deliveries:
        write(str(delivery.path))
    return mailed(order, store, edition, digest)


def worst(
    order: Order,
    status: ExitStatus,
    sources: Sequence[Source],
    memory: Mapping[str, FeedMemory],
    problems: Sequence[Problem],
) -> ExitStatus:
    """Let failing sources show in the exit status, where nothing weightier does."""
    persistent = any(True for _ in footer(order, sources, memory))
    if status in {ExitStatus.OK, ExitStatus.EMPTY} and (persistent or (problems and order.strict)):
        return ExitStatus.SOURCES_FAILING
    return status
