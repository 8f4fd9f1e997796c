"""A newsletter's issue: what counts from a period, whether or not a digest published it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from digest.citation import publisher_of
from digest.cli._choices import Choices, Chosen
from digest.cli._console import write
from digest.cli._daily import ask, empty, footer, worst
from digest.cli._edition import Masthead, arranged, rendered, tell_edited, write_known
from digest.cli._filtering import dropped_for
from digest.cli._introduction import read_introduction
from digest.cli._order import Order
from digest.cli._sending import Letter, post
from digest.cli._times import Period
from digest.cli._waiting import present_problems
from digest.counting import counted
from digest.deliver import digest_of, preflight
from digest.edition import Edition, Pick
from digest.errors import ExitStatus
from digest.fetch import Fetcher
from digest.models import Digest
from digest.settings import Source
from digest.store import Store

NO_NAME = re.compile(r"[^\w]+")


def issue(
    order: Order, period: Period, choices: Choices, *, title: str | None, intro: Path | None, again: bool = False
) -> ExitStatus:
    """Write the issue; the exit status tells how it went."""
    introduction = read_introduction(intro)
    if not order.to_output:
        preflight(order.rendering.folder)
    with (
        Store.open(order.config.state_path) as store,
        Fetcher(order.config.fetch, offline=order.offline, resting=store.resting(order.now)) as fetch,
    ):
        for day in store.unfinished():
            order.console.say(f"digest: the digest of {day} was claimed but not written; `digest run` writes it")
        sources = order.asked()
        store.configure(sources)
        ask(order, store, sources, fetch)
        memory = store.memory(order.now)
        problems = present_problems(sources, memory, order.now)
        order.console.problems(problems)
        known = {source.location: source for source in sources}
        came = [pick for pick in store.between(period.since, period.until) if pick.feed in known]
        chosen = choices.among(came, known, folders_of(order))
        picks = picked(order, came, known, fetch, chosen)
        nothing = f"nothing {period.told(order.rendering.zone)}"
        if all(pick.id in chosen.dropped for pick in picks):
            return worst(order, empty(order, problems, nothing), sources, memory, problems)
        edition = Edition(
            day=(period.until - timedelta(microseconds=1)).astimezone(order.rendering.zone).date(),
            picks=picks,
            sources=known,
            problems=tuple(footer(order, sources, memory)),
            feeds_total=len(sources),
        )
        first = period.since.astimezone(order.rendering.zone).date()
        number = store.issue(period.since, period.until)
        shown = title or introduction.title
        masthead = Masthead(number, shown, introduction.text, first, chosen.pinned, chosen.dropped)
        digest = deliver(order, store, period, edition, masthead)
        status = mailed(order, store, digest, again=again) if digest.sections else empty(order, problems, nothing)
        store.prune(order.now, order.config.state.keep)
        return worst(order, status, sources, memory, problems)


def folders_of(order: Order) -> tuple[Path, ...]:
    """List the folders from which --pin and --drop may name a file: as typed, as configured, as linked."""
    beside = order.config.path.parent if order.config.path else Path()
    return Path(), beside, order.rendering.folder


def picked(
    order: Order, found: Sequence[Pick], sources: Mapping[str, Source], fetch: Fetcher, chosen: Chosen
) -> tuple[Pick, ...]:
    """Keep what passes the filters and limits of its feed, with the pages of teasers."""
    from digest.ingest import complete

    kept = list(wanted(order, found, sources, chosen))
    pairs = [(sources[pick.feed], pick.entry) for pick in kept if not pick.more]
    whole = complete(pairs, fetch, settings=order.config.fetch)
    picks = [pick if pick.more else replace(pick, entry=next(whole)) for pick in kept]
    named = {*chosen.pinned, *chosen.dropped}
    return tuple(pick for pick in picks if pick.id in named or not dropped_for(pick.entry, sources[pick.feed], order))


def wanted(order: Order, found: Sequence[Pick], sources: Mapping[str, Source], chosen: Chosen) -> Iterator[Pick]:
    """Pass over what was filtered; what is pinned or dropped is no filter's and no limit's.

    What is dropped comes along to where it is known what tells the same, which goes with it.
    """
    taken: dict[str, int] = {}
    for pick in found:
        source = sources[pick.feed]
        if pick.id in chosen.pinned or pick.id in chosen.dropped:
            yield pick
            continue
        if reason := dropped_for(pick.entry, source, order, early=True):
            order.console.say(f"left out: {pick.entry.title}: {reason}", 2)
            continue
        taken[pick.feed] = taken.get(pick.feed, 0) + 1
        limit = order.config.limits.per_feed if source.limit is None else source.limit
        yield replace(pick, more=taken[pick.feed] > limit)


def deliver(order: Order, store: Store, period: Period, edition: Edition, masthead: Masthead) -> Digest:
    """Arrange, render and write an issue, if it holds anything; the same story told over several days is one."""
    stories = replace(order.config.stories, window=max(order.config.stories.window, period.until - period.since))
    rendering = replace(
        order.rendering, config=replace(order.config, stories=stories), stem=stem_of(order, masthead.number)
    )
    made = arranged(edition, rendering, order.console, masthead)
    digest = made.digest
    for article in (summary.article for summary in made.gone):
        order.console.say(f"left out with an article of the same story: {article.title} ({publisher_of(article)})")
    if not digest.sections:
        return digest
    files = rendered(digest, rendering)
    if order.to_output:
        write(files[0][1])
        return digest
    shas = {path: digest_of(content) for path, content in files}
    deliveries = write_known(store, edition.day, files, shas, rendering)
    tell_edited(deliveries, order.console)
    for delivery in deliveries:
        write(str(delivery.path))
    stories_told = counted(len(digest.stories), "story", "stories")
    order.console.say(f"issue {masthead.number}: {stories_told} → {', '.join(str(d.path) for d in deliveries)}")
    return digest


def mailed(order: Order, store: Store, digest: Digest, *, again: bool) -> ExitStatus:
    """Send an issue where that is asked for; it is remembered by its number and what it was limited to."""
    if not order.send:
        return ExitStatus.OK
    stem = stem_of(order, digest.number)
    letter = Letter(stem, f"issue {digest.number}", "digest newsletter --send", digest, order.config)
    return post(store, letter, order.console, again=again)


def stem_of(order: Order, number: int | None) -> str:
    """Name an issue's files: by its number, and by what it was limited to, so that one does not replace the other."""
    limited = "-".join(NO_NAME.sub("-", name.lower()).strip("-") for name in (*order.sections, *order.feeds))
    return f"newsletter-{number:03d}" + (f"-{limited}" if limited else "")
