"""A newsletter's issue: what counts from a period, whether or not a digest published it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Self

from digest.addresses import canonical
from digest.cli._account import counted
from digest.cli._console import write
from digest.cli._daily import ask, empty, footer, present_problems, worst
from digest.cli._edition import Masthead, arranged, rendered, tell_edited, write_known
from digest.cli._filtering import dropped_for
from digest.cli._order import Order
from digest.cli._sending import Letter, post
from digest.cli._times import Period
from digest.deliver import digest_of, preflight
from digest.edition import Edition, Pick
from digest.errors import ConfigError, ExitStatus
from digest.fetch import Fetcher
from digest.models import Digest
from digest.settings import Source
from digest.store import Store

NO_NAME = re.compile(r"[^\w]+")
LONGEST_INTRO = 200_000  # bytes; an editor's word, not a book


@dataclass(frozen=True, slots=True)
class Choices:
    """The editor's articles, by canonical address: those that lead, in order, and those that are left out."""

    pin: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()

    @classmethod
    def of(cls, pin: Sequence[str], drop: Sequence[str]) -> Self:
        """Read addresses; raises ConfigError for one that is both."""
        both = {canonical(address) for address in drop}
        for address in pin:
            if canonical(address) in both:
                raise ConfigError(f"{address} is both pinned and dropped; keep --pin or --drop")
        return cls(*(tuple(dict.fromkeys(map(canonical, given))) for given in (pin, drop)))

    def check(self, found: Sequence[Pick]) -> None:
        """Refuse, before anything is written, an address that nothing came from; raises ConfigError."""
        known = {canonical(pick.entry.url) for pick in found if pick.entry.url}
        for option, addresses in (("--pin", self.pin), ("--drop", self.drop)):
            for address in addresses:
                if address not in known:
                    raise ConfigError(
                        f"{option} {address}: no article of this address came in the period; see --since and --feed"
                    )

    def pinned(self, picks: Sequence[Pick]) -> tuple[str, ...]:
        """Give the ids of the articles that lead, in the editor's order."""
        ids = {canonical(pick.entry.url): pick.id for pick in reversed(picks) if pick.entry.url}
        return tuple(ids[address] for address in self.pin if address in ids)


def issue(
    order: Order, period: Period, choices: Choices, *, title: str | None, intro: Path | None, again: bool = False
) -> ExitStatus:
    """Write the issue; the exit status tells how it went."""
    introduction = read_intro(intro)
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
        problems = present_problems(sources, memory)
        order.console.problems(problems)
        picks = picked(order, store.between(period.since, period.until), sources, fetch, choices)
        if not picks:
            order.console.say(f"between {period.since:%Y-%m-%d %H:%M} and {period.until:%Y-%m-%d %H:%M}:")
            return worst(order, empty(order, problems), sources, memory, problems)
        edition = Edition(
            day=(period.until - timedelta(microseconds=1)).astimezone(order.rendering.zone).date(),
            picks=picks,
            sources={source.location: source for source in sources},
            problems=tuple(footer(order, sources, memory)),
            feeds_total=len(sources),
        )
        first = period.since.astimezone(order.rendering.zone).date()
        number = store.issue(period.since, period.until)
        masthead = Masthead(number, title, introduction, first, choices.pinned(picks))
        digest = deliver(order, store, period, edition, masthead)
        status = mailed(order, store, digest, again=again)
        store.prune(order.now, order.config.state.keep)
        return worst(order, status, sources, memory, problems)


def picked(
    order: Order, found: Sequence[Pick], sources: Sequence[Source], fetch: Fetcher, choices: Choices
) -> tuple[Pick, ...]:
    """Keep what comes from the feeds asked for and passes their filters, with the pages of teasers.

    Raises ConfigError for a pick of the editor's that did not come from them.
    """
    from digest.ingest import complete

    known = {source.location: source for source in sources}
    ours = [pick for pick in found if pick.feed in known]
    choices.check(ours)
    kept = list(wanted(order, ours, known, choices))
    pairs = [(known[pick.feed], pick.entry) for pick in kept if not pick.more]
    whole = complete(pairs, fetch, settings=order.config.fetch)
    picks = [pick if pick.more else replace(pick, entry=next(whole)) for pick in kept]
    return tuple(
        pick
        for pick in picks
        if is_at(pick, choices.pin) or not dropped_for(pick.entry, known[pick.feed], order.config, order.console)
    )


def is_at(pick: Pick, addresses: Collection[str]) -> bool:
    """Tell whether an article lies at one of these addresses."""
    return bool(pick.entry.url) and canonical(pick.entry.url or "") in addresses


def wanted(order: Order, found: Sequence[Pick], sources: Mapping[str, Source], choices: Choices) -> Iterator[Pick]:
    """Pass over what was dropped or filtered; what is pinned is no filter's and no limit's."""
    taken: dict[str, int] = {}
    for pick in found:
        source = sources[pick.feed]
        if is_at(pick, choices.drop):
            continue
        if is_at(pick, choices.pin):
            yield pick
            continue
        if reason := dropped_for(pick.entry, source, order.config, order.console, early=True):
            order.console.say(f"left out: {pick.entry.title}: {reason}", 2)
            continue
        taken[pick.feed] = taken.get(pick.feed, 0) + 1
        limit = order.config.limits.per_feed if source.limit is None else source.limit
        yield replace(pick, more=taken[pick.feed] > limit)


def deliver(order: Order, store: Store, period: Period, edition: Edition, masthead: Masthead) -> Digest:
    """Arrange, render and write an issue; the same story told over several days is one."""
    stories = replace(order.config.stories, window=max(order.config.stories.window, period.until - period.since))
    rendering = replace(
        order.rendering, config=replace(order.config, stories=stories), stem=stem_of(order, masthead.number)
    )
    digest = arranged(edition, rendering, order.console, masthead).digest
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


def read_intro(path: Path | None) -> str | None:
    """Read the editor's introduction; raises ConfigError where it cannot be read."""
    if path is None:
        return None
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ConfigError(f"--intro {path}: cannot be read: {error.strerror}; name a Markdown file") from error
    if len(content) > LONGEST_INTRO:
        raise ConfigError(f"--intro {path}: longer than {LONGEST_INTRO:,} bytes; name a short Markdown file")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"--intro {path}: not UTF-8; save it as UTF-8") from error
