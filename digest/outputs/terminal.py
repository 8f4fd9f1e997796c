"""For reading in a terminal: colour where it is wanted, clickable links where terminals know them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from digest.errors import Problem
from digest.models import Digest, Summary
from digest.outputs._compose import compose
from digest.outputs._introduction import LIST_KINDS
from digest.outputs._screen import ACCENT, PLAIN, QUIET, Bullet, Look, drawn, look_of, words
from digest.outputs._sheet import Sheet, sheet_of
from digest.outputs._view import Credit, Issue, Link, Quote, SectionView, StoryView
from digest.settings import EmailSettings, OutputSettings

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

__all__ = ["Look", "look_of", "render_digest", "render_summaries"]

ENDING = ".txt"
BINARY = False


def render_digest(
    digest: Digest, settings: OutputSettings, email: EmailSettings | None = None, *, look: Look = PLAIN
) -> str:
    """Write a digest for a terminal."""
    return drawn(issue_parts(compose(digest, settings, email)), look)


def render_summaries(
    summaries: Sequence[Summary],
    problems: Sequence[Problem] = (),
    *,
    text: bool = False,
    claims: bool = False,
    stories: bool = False,
    look: Look = PLAIN,
) -> str:
    """Write summaries for a terminal."""
    return drawn(sheet_parts(sheet_of(summaries, problems, text=text, claims=claims, stories=stories)), look)


def issue_parts(issue: Issue) -> Iterator[RenderableType]:
    """Draw a digest."""
    yield words((issue.kicker, f"bold {ACCENT}"))
    yield words((issue.heading, "bold"))
    yield words((issue.summary, QUIET))
    for block in issue.introduction:
        yield words()
        strong = block.kind == "heading"
        for passage in block.passages:
            text = words(*((run.text, "bold" if run.strong or strong else "italic" * run.emphasis) for run in passage))
            yield Bullet(text) if block.kind in LIST_KINDS else text
        for row in block.rows:
            yield words((" | ".join("".join(run.text for run in cell) for cell in row), ""))
    if issue.brief:
        yield words()
        yield words((issue.brief_title, "bold"))
        for line in issue.brief:
            yield Bullet(words((f"{line.section}: " if line.section else "", "bold"), (line.headline, "")))
    for section in issue.sections:
        yield from section_parts(section)
    yield words()
    if issue.problems:
        yield words((issue.problems, "yellow"))
    yield words((" ".join(issue.notes), QUIET))


def section_parts(section: SectionView) -> Iterator[RenderableType]:
    """Draw a heading, its stories, and what was over its limit."""
    from rich.rule import Rule

    yield words()
    yield Rule(words((section.title, f"bold {ACCENT}"), (f"  {section.count}", QUIET)), align="left", style=ACCENT)
    for story in section.stories:
        yield words()
        yield from story_parts(story)
    if section.more:
        yield words()
        rest = f" {section.unlisted}" if section.unlisted else ""
        yield joined(f"{section.more}: ", section.more_links, rest, comma=section.comma)


def story_parts(story: StoryView) -> Iterator[RenderableType]:
    """Draw a story: headline, where and when, points."""
    yield linked(story.title, "bold")
    about = " · ".join(story.byline)
    if about:
        yield words((about, QUIET))
    if story.outlets:
        yield joined(f"{story.told}: ", story.outlets, comma=story.comma)
    for point in story.points:
        yield Bullet(words((f"{point.text} ", "")).append_text(credit_words(point.credit)))


def sheet_parts(sheet: Sheet) -> Iterator[RenderableType]:
    """Draw summaries; what could not be read comes last."""
    for index, article in enumerate(sheet.articles):
        if index:
            yield words()
        yield from story_parts(article)
        if article.claims:
            yield words()
            yield words((sheet.claims_title, "bold"))
            yield from (Bullet(quote_words(claim)) for claim in article.claims)
        for paragraph in article.paragraphs:
            yield words()
            yield words((paragraph, ""))
    yield from (words((problem, "yellow")) for problem in sheet.problems)


def credit_words(credit: Credit) -> Text:
    """Write `— who, via where`, or just where in parentheses; nothing of where the heading says it."""
    if not credit.needed:
        return words((f"— {credit.who}" if credit.who else "", QUIET))
    before = words((f"— {credit.who}{credit.comma}{credit.via} " if credit.who else "(", QUIET))
    return before.append_text(linked(credit.where, QUIET)).append("" if credit.who else ")", QUIET)


def quote_words(quote: Quote) -> Text:
    """Write a claim after the name of who makes it."""
    return words((f"{quote.who}: ", "bold"), (quote.text, ""))


def joined(before: str, links: Sequence[Link], after: str = "", *, comma: str) -> Text:
    """Write links in a row."""
    text = words((before, QUIET))
    for index, link in enumerate(links):
        text.append_text(words((comma if index else "", QUIET))).append_text(linked(link, QUIET))
    return text.append(after, QUIET)


def linked(link: Link, style: str) -> Text:
    """Write a link's words; terminals that know links (OSC 8) make them clickable."""
    from rich.style import Style

    return words((link.text, Style.parse(style) + Style(link=link.href) if link.href else style))
