"""Markdown that reads the same on GitHub, in Obsidian, on a Hugo or Jekyll site, and in a pager."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.errors import Problem
from digest.models import Digest, Summary
from digest.outputs._compose import compose
from digest.outputs._escape import block, destination, heading, inline, line
from digest.outputs._front_matter import front_matter
from digest.outputs._introduction import LIST_KINDS, Block, Passage
from digest.outputs._sheet import Sheet, sheet_of
from digest.outputs._view import Brief, Credit, Issue, Link, SectionView, StoryView
from digest.settings import EmailSettings, OutputSettings

ENDING = ".md"
BINARY = False
MARKER = "<!-- Your notes: what you write below this line is kept when the digest is written again. -->"
"""The last line of a digest: text below it belongs to the user. No feed can write it, since `<!` is escaped."""

BAR = "\\|"  # within a cell of a table


def render_digest(digest: Digest, settings: OutputSettings, email: EmailSettings | None = None) -> str:
    """Write a digest as Markdown, with the front matter that the settings ask for."""
    issue = compose(digest, settings, email)
    top = front_matter(digest, issue, settings.front_matter)
    titled = settings.front_matter in {"hugo", "jekyll"}  # their themes show the title themselves
    headings = Headings()
    title = () if titled else (f"# {headings.once(heading(issue.heading if issue.number else issue.name))}", "")
    body = [*introduction_lines(issue, headings), *brief_lines(issue, headings)]
    for section in issue.sections:
        body += section_lines(section, headings)
    body += footer_lines(issue)
    summary = (*((block(issue.kicker), "") if issue.number else ()), block(issue.summary), "")
    lines = (*map(line, (*title, *summary)), *(text if isinstance(text, Raw) else line(text) for text in body), MARKER)
    return top + "\n".join(lines) + "\n"


def render_summaries(
    summaries: Sequence[Summary],
    problems: Sequence[Problem] = (),
    *,
    text: bool = False,
    claims: bool = False,
    stories: bool = False,
) -> str:
    """Write summaries as Markdown, one heading an article."""
    sheet = sheet_of(summaries, problems, text=text, claims=claims, stories=stories)
    headings = Headings()
    alone = len(sheet.articles) == 1
    lines = [] if alone else [f"# {headings.once(heading(sheet.title))}", ""]
    for article in sheet.articles:
        lines += story_lines(article, headings, "#" if alone else "##")
        lines += appendix_lines(article, sheet, headings, "##" if alone else "###")
    lines += [f"- {block(problem)}" for problem in sheet.problems]
    return "\n".join(map(line, lines)).rstrip("\n") + "\n"


class Raw(str):
    """A line of code, in which nothing is escaped."""

    __slots__ = ()


class Headings:
    """Keeps headings apart: anchors and tables of contents need each of them once."""

    def __init__(self) -> None:
        self.seen: set[str] = set()

    def once(self, text: str, *hints: str) -> str:
        """Give the heading, with the first hint, or a number, that makes it one of its own."""
        candidates = [text, *(f"{text} ({hint})" for hint in hints if hint)]
        for candidate in candidates:
            if candidate not in self.seen:
                self.seen.add(candidate)
                return candidate
        number = 2
        while f"{text} ({number})" in self.seen:
            number += 1
        return self.once(f"{text} ({number})")


def section_lines(section: SectionView, headings: Headings) -> Iterator[str]:
    """Write a heading, its stories, and what was over its limit."""
    yield f"## {headings.once(heading(section.title))}"
    yield ""
    for story in section.stories:
        yield from story_lines(story, headings, "###")
    if section.more:
        named = section.comma.join(link_text(link) for link in section.more_links)
        rest = f" {section.unlisted}" if section.unlisted else ""
        yield f"**{section.more}:** {named}{rest}"
        yield ""


def story_lines(story: StoryView, headings: Headings, level: str) -> Iterator[str]:
    """Write a story: headline, where and when, points."""
    target = link_target(story.title)
    title = f"[{inline(story.title.text)}]({target})" if target else heading(story.title.text)
    yield f"{level} {headings.once(title, inline(story.publisher or ''))}"
    yield ""
    about = " · ".join(story.byline)
    if about:
        yield block(about)
        yield ""
    if story.outlets:
        yield f"{inline(story.told)}: {story.comma.join(link_text(link) for link in story.outlets)}"
        yield ""
    for point in story.points:
        yield f"- {block(point.text)} {credit_text(point.credit)}".rstrip()
    if story.points:
        yield ""


def appendix_lines(article: StoryView, sheet: Sheet, headings: Headings, level: str) -> Iterator[str]:
    """Write an article's claims and its text, where asked for."""
    if article.claims:
        yield f"{level} {headings.once(heading(sheet.claims_title), inline(article.title.text))}"
        yield ""
        yield from (f"- **{inline(claim.who)}:** {inline(claim.text)}" for claim in article.claims)
        yield ""
    if article.paragraphs:
        if not article.bare:
            yield f"{level} {headings.once(heading(sheet.text_title), inline(article.title.text))}"
            yield ""
        for paragraph in article.paragraphs:
            yield block(paragraph)
            yield ""


def introduction_lines(issue: Issue, headings: Headings) -> Iterator[str]:
    """Write the editor's introduction again from what was read, so that nothing in it reaches beyond it."""
    before: Block | None = None
    indents = {1: ""}  # by the level of a list: as wide as the last marks of the lists around it
    for here in issue.introduction:
        if before and not (here.kind in LIST_KINDS and before.kind in LIST_KINDS):
            yield ""
        if here.kind in LIST_KINDS:
            last = f"{here.start + len(here.passages) - 1}. " if here.kind == "numbers" else "- "
            indents[here.level + 1] = indents.get(here.level, "") + " " * len(last)
        indent = indents.get(here.level, "")
        yield from code_lines(here, indent) if here.kind == "code" else block_lines(here, headings, indent)
        before = here
    if before:
        yield ""


def block_lines(here: Block, headings: Headings, indent: str) -> Iterator[str]:
    """Write one block of it; entries of inner lists stand below the text of the outer."""
    for number, passage in enumerate(here.passages):
        text = passage_text(passage)
        match here.kind:
            case "heading":
                yield f"## {headings.once(text)}"
            case "bullets":
                yield f"{indent}- {text}"
            case "numbers":
                yield f"{indent}{here.start + number}. {text}"
            case "quotation":
                yield from (">",) if number else ()
                yield f"> {text}"
            case _:
                yield text
    for number, row in enumerate(here.rows):
        yield f"| {' | '.join(passage_text(cell).replace('|', BAR) for cell in row)} |"
        yield from (f"|{' --- |' * len(row)}",) if number == 0 else ()


def code_lines(here: Block, indent: str) -> Iterator[Raw]:
    """Write a block of code within a fence that nothing in it closes."""
    lines = [unmarked(passage[0].text) for passage in here.passages]
    fence = "`" * max(3, longest_run("\n".join(lines)) + 1)
    for text in (f"{fence}text", *lines, fence):
        yield Raw(f"{indent}{text}".rstrip())


def longest_run(code: str) -> int:
    """Count the backticks of the longest run of them."""
    return max(map(len, re.findall("`+", code)), default=0)


def unmarked(code: str) -> str:
    """Alter a `MARKER` in code, where nothing is escaped, lest the user's notes seem to begin there."""
    return code.replace(MARKER, MARKER.replace("<!--", "<! --"))


def passage_text(passage: Passage) -> str:
    """Write runs with the marks of their look, which stand close to the words."""
    written = ""
    for run in passage:
        words = unmarked(run.text.strip()) if run.code else run.text.strip()
        before, after = (" " if run.text.startswith(" ") else ""), (" " if run.text.rstrip() != run.text else "")
        if run.code:
            fence = "`" * (longest_run(words) + 1)
            text = f"{fence} {words} {fence}" if "`" in words else f"{fence}{words}{fence}"
        else:
            text = inline(words) if written else block(words)
        text = f"*{text}*" if run.emphasis else text
        text = f"**{text}**" if run.strong else text
        written += f"{before}[{text}]({destination(run.href)}){after}" if run.href else f"{before}{text}{after}"
    return written.strip()


def brief_lines(issue: Issue, headings: Headings) -> Iterator[str]:
    """Write the box at the top, where there is one."""
    if not issue.brief:
        return
    yield f"## {headings.once(heading(issue.brief_title))}"
    yield ""
    for row in issue.brief:
        section = f"**{inline(row.section)}:** " if row.section else ""
        target = link_target(row)
        words = inline(row.headline) if section or target else block(row.headline)
        yield f"- {section}[{words}]({target})" if target else f"- {section}{words}"
    yield ""


def footer_lines(issue: Issue) -> Iterator[str]:
    """Write what failed and how it was made, below a line."""
    yield "---"
    yield ""
    if issue.problems:
        yield block(issue.problems)
        yield ""
    yield block(" ".join(issue.notes))
    yield ""


def credit_text(credit: Credit) -> str:
    """Write `— who, via where`, or just where in parentheses; a place without a link only where it is needed."""
    where = link_text(credit.where)
    if not credit.needed and not link_target(credit.where):
        return f"— {inline(credit.who)}" if credit.who else ""
    return f"— {inline(credit.who)}{credit.comma}{credit.via} {where}" if credit.who else f"({where})"


def link_text(link: Link) -> str:
    """Write a link, or its words where it leads nowhere."""
    target = link_target(link)
    return f"[{inline(link.text)}]({target})" if target else inline(link.text)


def link_target(link: Link | Brief) -> str | None:
    """Give what a link leads to: the web, or a file by its relative path."""
    address = link.href or link.file
    return destination(address) if address else None
