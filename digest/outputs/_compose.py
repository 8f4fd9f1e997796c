"""Digest to view: what is shown, in which words, and what it links to."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo

from digest.citation import headline_of, host_of
from digest.errors import Problem
from digest.models import Digest, Overflow, Section, Story
from digest.outputs import _links, _plain
from digest.outputs._brief import brief, preheader
from digest.outputs._credit import article_link, credit_of, headline_link, publisher_name
from digest.outputs._introduction import introduction_of
from digest.outputs._phrases import Phrases, phrases_for, tells_time
from digest.outputs._view import Issue, Link, Point, SectionView, StoryView
from digest.settings import DAY_SUBJECT, EmailSettings, OutputSettings

WORDS_A_MINUTE = 230  # Brysbaert 2019: 238 for non-fiction, silently
MAX_REASON = 160
MORE_LINKS = 20  # of what was over a limit, by name; the rest is counted
OUTLETS = 12  # of a story, by name
FAILURES = 10  # of the day, by name; standard error and the JSON have them all
ISSUE_SUBJECT = "{name}: {headline}"


def compose(
    digest: Digest, settings: OutputSettings, email: EmailSettings | None = None, *, mail: bool = False
) -> Issue:
    """Make the view of a digest. Times are told in the zone of `generated_at`; a `mail` is for others to read."""
    phrases = phrases_for(digest.language)
    sections = tuple(
        section_view(section, digest, phrases) for section in digest.sections if section.stories or section.more
    )
    title = _plain.title(digest.title) or phrases.untitled
    stories = sum(len(section.stories) for section in sections)
    summary = summary_line(digest, sections, phrases)
    made = phrases.made_issue if digest.number else phrases.made
    days = phrases.period(digest.since, digest.date)
    zone = zone_line(digest, phrases)
    return Issue(
        language=phrases.language,
        direction=_plain.language_direction(phrases.language),
        title=title,
        name=phrases.numbered.format(title=title, n=digest.number) if digest.number else f"{title}: {days}",
        kicker=f"{phrases.issue.format(n=digest.number)} · {days}" if digest.number else title,
        heading=title if digest.number else days,
        date=digest.date.isoformat(),
        number=digest.number,
        summary=summary,
        preheader=preheader(sections, (summary, made), led="{headline}" in subject_form(digest, email)),
        brief_title=phrases.issue_brief if digest.number else phrases.brief,
        brief=brief(sections, phrases),
        sections=sections,
        problems=problem_line(digest, phrases, readers=mail or digest.number is not None),
        notes=tuple(filter(None, (made, phrases.verbatim if stories else None, zone, phrases.no_tracking))),
        zone=zone,
        introduction=introduction_of(digest.introduction),
        unsubscribe=unsubscribe_links(email, phrases),
        browser=browser_link(settings, digest, phrases),
        empty=None if stories else summary,
    )


def section_view(section: Section, digest: Digest, phrases: Phrases) -> SectionView:
    """View one heading with its stories and what was over its limit."""
    stories = tuple(story_view(story, digest.date, digest.generated_at.tzinfo, phrases) for story in section.stories)
    unlisted = len(section.more) - MORE_LINKS
    return SectionView(
        title=_plain.title(section_title(section, digest, phrases)),
        count=phrases.count(phrases.stories, len(stories)),
        stories=stories,
        more=phrases.more.format(n=len(section.more)) if section.more else None,
        more_links=tuple(overflow_link(entry, phrases) for entry in section.more[:MORE_LINKS]),
        unlisted=phrases.unlisted.format(n=unlisted) if unlisted > 0 else None,
        picked=section.picked,
        comma=phrases.comma,
    )


def section_title(section: Section, digest: Digest, phrases: Phrases) -> str:
    """Give a heading as it was configured; those of an editor's picks and of what is in no section in our words."""
    if section.picked:
        return phrases.count(phrases.picks, len(section.stories))
    if section.id:
        return section.title
    return phrases.unsorted if len(digest.sections) > 1 else phrases.all_stories


def overflow_link(entry: Overflow, phrases: Phrases) -> Link:
    """Name an entry over the limit."""
    return Link(_plain.title(headline_of(entry.title, entry.url, None)) or phrases.untitled, _links.web(entry.url))


def story_view(story: Story, today: date, zone: tzinfo | None, phrases: Phrases) -> StoryView:
    """View one story: the leading article's link and time, every outlet, the points with who says them."""
    leading = story.summaries[0] if story.summaries else None
    headline = _plain.title(story.headline) or phrases.untitled
    ranks = {point: rank for rank, point in enumerate(sorted(story.key_points, key=lambda point: -point.score))}
    outlets = outlet_links(story, phrases)
    return StoryView(
        title=headline_link(headline, leading.article if leading else None),
        language=leading.article.language if leading else phrases.language,
        direction=_plain.direction(headline),
        publisher=publisher_name(leading.article) if leading else None,
        when=phrases.moment(leading.article.published, today, zone) if leading else None,
        reading=phrases.reading(leading.reading_minutes) if leading else None,
        outlets=listed(outlets, phrases) if len(outlets) > 1 else (),
        told=phrases.reported_by.format(n=len(outlets)),
        points=tuple(
            Point(text, credit_of(point, phrases, alone=len(story.summaries) == 1), ranks[point])
            for point in story.key_points
            if (text := _plain.line(point.text))
        ),
        importance=story.importance,
        comma=phrases.comma,
    )


def outlet_links(story: Story, phrases: Phrases) -> tuple[Link, ...]:
    """Name each outlet that tells a story once, linked to its article.

    `publishers` may name more than the articles do: those whose copies were folded into one.
    """
    links: dict[str, Link] = {}
    for summary in story.summaries:
        publisher = publisher_name(summary.article) or phrases.untitled
        links.setdefault(publisher, article_link(publisher, summary.article))
    for name in filter(None, map(_plain.name, story.publishers)):
        links.setdefault(name, Link(name))
    return tuple(links.values())


def listed(outlets: tuple[Link, ...], phrases: Phrases) -> tuple[Link, ...]:
    """Name so many outlets as can be read, and count the others."""
    rest = len(outlets) - OUTLETS
    return outlets if rest <= 0 else (*outlets[:OUTLETS], Link(phrases.more.format(n=rest)))


def summary_line(digest: Digest, sections: tuple[SectionView, ...], phrases: Phrases) -> str:
    """Say how much there is and how long it takes to read."""
    stories = [story for section in sections for story in section.stories]
    if not stories:
        return empty_line(digest, phrases)
    outlets = {outlet.text for story in digest.stories for outlet in outlet_links(story, phrases)}
    words = sum(len(story.title.text.split()) + sum(len(p.text.split()) for p in story.points) for story in stories)
    counts = (phrases.count(phrases.stories, len(stories)), phrases.count(phrases.outlets, len(outlets)))
    return " · ".join((*counts, phrases.reading(max(1, round(words / WORDS_A_MINUTE)))))


def empty_line(digest: Digest, phrases: Phrases) -> str:
    """Say that nothing is new, and where not all was read, that this is not known for sure."""
    unread = max(digest.feeds_unread, len({problem.source for problem in digest.problems}))
    if not unread or digest.feeds_total < max(2, unread):
        return phrases.empty
    return f"{phrases.empty} {phrases.count(phrases.unread, unread, total=digest.feeds_total)}"


def subject_form(digest: Digest, email: EmailSettings | None) -> str:
    """Give the subject that is to be filled in; an issue has one of its own where feeds.yaml sets none."""
    form = email.subject if email else DAY_SUBJECT
    return ISSUE_SUBJECT if digest.number and form == DAY_SUBJECT else form


def problem_line(digest: Digest, phrases: Phrases, *, readers: bool) -> str | None:
    """Say what failed, and why: `2 of 31 feeds failed: …`; to `readers`, who can do nothing about it, without why."""
    if not digest.problems:
        return None
    failed = [failure(problem, reasoned=not readers) for problem in digest.problems[:FAILURES]]
    rest = len(digest.problems) - FAILURES
    sources = len({problem.source for problem in digest.problems})
    names = "; ".join(dict.fromkeys((*failed, *([phrases.more.format(n=rest)] if rest > 0 else []))))
    some = digest.feeds_total >= max(2, sources)
    if readers:
        share = phrases.share.format(n=sources, total=digest.feeds_total) if some else ""
        return f"{phrases.unreached[digest.number is None].format(names=names)}{share}."
    if some:
        return phrases.count(phrases.failed_of, sources, total=digest.feeds_total, names=names)
    return phrases.count(phrases.failed, sources, names=names)


def failure(problem: Problem, *, reasoned: bool) -> str:
    """Name what failed, and why where `reasoned`; else an address is its site's name."""
    if not reasoned:
        return _plain.name(host_of(problem.source) or problem.source)
    return f"{_plain.name(problem.source)} ({_plain.line(problem.reason, MAX_REASON)})"


def zone_line(digest: Digest, phrases: Phrases) -> str | None:
    """Say in which zone times are told, where any is: most stories show a date."""
    at = digest.generated_at
    shown = (story.summaries[0].article.published for story in digest.stories if story.summaries)
    timed = any(tells_time(published, digest.date, at.tzinfo) for published in shown)
    return phrases.times.format(zone=zone_name(at)) if timed else None


def zone_name(at: datetime) -> str:
    """Name a time's zone as its database or its offset does."""
    if isinstance(at.tzinfo, ZoneInfo) and at.tzinfo.key:
        return at.tzinfo.key.replace("_", " ")
    return at.tzname() or "UTC"


def unsubscribe_links(email: EmailSettings | None, phrases: Phrases) -> tuple[Link, ...]:
    """Link the first usable way of leaving the list."""
    for address in unsubscribe_addresses(email):
        return (Link(phrases.unsubscribe, address),)
    return ()


def unsubscribe_addresses(email: EmailSettings | None) -> tuple[str, ...]:
    """List the ways of leaving that may be linked, web addresses first."""
    given = email.unsubscribe if email and email.unsubscribe else ()
    checked = [_links.subscription(address) for address in ((given,) if isinstance(given, str) else given)]
    return tuple(sorted((address for address in checked if address), key=lambda address: address.startswith("mailto:")))


def browser_link(settings: OutputSettings, digest: Digest, phrases: Phrases) -> Link | None:
    """Link the place on the web where the whole digest stands; `{date}` in its address is the digest's."""
    address = _links.web((settings.public_url or "").replace("{date}", digest.date.isoformat()))
    return Link(phrases.browser, address) if address else None
