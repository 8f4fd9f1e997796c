"""A view as plain text of 76 columns: the text format, and the first part of a mail.

Pages are numbered where they are named, and listed behind all sections of a digest, or behind the article: among the
sentences addresses would be most of what is seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.outputs._introduction import LIST_KINDS, Block, Passage
from digest.outputs._sheet import Sheet
from digest.outputs._view import Credit, Issue, Link, Point, Quote, SectionView, StoryView
from digest.outputs._wrap import WIDTH, cells, wrap

BULLET = "  * "


class References:
    """Numbers pages in the order in which they are first named, and lists each address once.

    Links to sentences of a page have the page's number, and stand below it in the list: marks of their own would be
    more than can be read, and look to filters of spam like a text that is another than the HTML's.
    """

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.unlisted: dict[str, int] = {}
        self.listed: set[str] = set()

    def mark(self, link: Link) -> str:
        """Write a link's words and the number of its page."""
        return f"{link.text}{self.number(link)}"

    def number(self, link: Link) -> str:
        """Write the number of a link's page, behind a space that no line is broken at."""
        if not link.href:
            return ""
        page = link.href.partition(":~:")[0].removesuffix("#")
        number = self.numbers.setdefault(page, len(self.numbers) + 1)
        if link.href not in self.listed:
            self.unlisted[link.href] = number
        return f"\u00a0[{number}]"

    def lines(self) -> Iterator[str]:
        """List what was named since the last list, by number, below an empty line; nothing where nothing was."""
        before = 0
        yield from ("",) if self.unlisted else ()
        for href, number in sorted(self.unlisted.items(), key=lambda row: row[1]):
            mark = f"[{number}]"
            yield f"{mark if number != before else ' ' * len(mark)} {href}"
            before = number
        self.listed |= self.unlisted.keys()
        self.unlisted.clear()


def issue_letter(issue: Issue) -> str:
    """Write a digest."""
    title, below = (issue.heading, issue.kicker) if issue.number else (issue.kicker, issue.heading)
    lines = [wrap(title.upper()), wrap(below), "", wrap(issue.summary)]
    if issue.shortened:
        lines += ["", wrap(issue.shortened)]
    references = References()
    before = ""
    for block in issue.introduction:
        lines += [] if before in LIST_KINDS and block.kind in LIST_KINDS else [""]
        lines += block_lines(block, references)
        before = block.kind
    if issue.brief:
        lines += ["", issue.brief_title.upper(), ""]
        lines += [wrap(f"{b.section}: {b.headline}" if b.section else b.headline, BULLET) for b in issue.brief]
    for section in issue.sections:
        lines += section_lines(section, references)
    if references.unlisted:
        lines += ["", "-" * WIDTH, *references.lines()]
    lines += ["", *footer_lines(issue)]
    return finish(lines)


def sheet_letter(sheet: Sheet) -> str:
    """Write summaries; what could not be read comes last."""
    lines: list[str] = []
    references = References()
    for article in sheet.articles:
        lines += ["", *story_lines(article, references), *references.lines()]
        if article.claims:
            lines += ["", sheet.claims_title.upper(), "", *(claim_line(claim) for claim in article.claims)]
        if article.paragraphs:
            lines += [] if article.bare else ["", sheet.text_title.upper()]
            for paragraph in article.paragraphs:
                lines += ["", wrap(paragraph)]
    if sheet.problems:
        lines += ["", *(wrap(problem, "! ") for problem in sheet.problems)]
    return finish(lines)


def block_lines(block: Block, references: References) -> Iterator[str]:
    """Write a block of the editor's introduction."""
    if block.kind == "code":
        yield from (f"    {passage[0].text}".rstrip() for passage in block.passages)
    if block.kind in {"code", "table"}:
        yield from table_lines([[passage_text(cell, references) for cell in row] for row in block.rows])
        return
    indent = "    " * (block.level - 1)
    first = {"bullets": f"{indent}{BULLET}", "numbers": f"{indent}{{:>3}}. ", "quotation": "> "}.get(block.kind, "")
    for number, passage in enumerate(block.passages, start=block.start):
        text = passage_text(passage, references)
        yield from (">",) if block.kind == "quotation" and number > block.start else ()
        yield wrap(
            text.upper() if block.kind == "heading" else text,
            first.format(number),
            "> " if block.kind == "quotation" else None,
        )


def passage_text(passage: Passage, references: References) -> str:
    """Write runs, each link with its number."""
    return "".join(references.mark(Link(run.text.rstrip(), run.href)) + spaces(run.text) for run in passage).strip()


def table_lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Write a table in columns, or where these are too wide, its head, then each row as an entry with named cells."""
    if not rows:
        return
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    if sum(widths) + 2 * len(widths) > WIDTH:
        if head := "; ".join(filter(None, rows[0])):
            yield wrap(head)
        for row in rows[1:]:
            named = (f"{name}: {cell}" if name else cell for name, cell in zip(rows[0], row, strict=True) if cell)
            yield wrap("; ".join(named), BULLET)
        return
    for row in (*rows[:1], ["-" * width for width in widths], *rows[1:]):
        padded = (cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(padded).replace("\u00a0", " ").rstrip()


def spaces(text: str) -> str:
    """Give the space that a text ends in."""
    return text[len(text.rstrip()) :]


def section_lines(section: SectionView, references: References) -> Iterator[str]:
    """Write a heading, its stories, and what was over its limit."""
    yield from banner(section.title, section.count)
    for index, story in enumerate(section.stories):
        yield from ("",) if index else ()
        yield from story_lines(story, references)
    if section.more:
        named = "; ".join(references.mark(link) for link in section.more_links)
        rest = f" {section.unlisted}" if section.unlisted else ""
        yield ""
        yield wrap(f"{section.more}: {named}{rest}")


def banner(text: str, aside: str = "") -> Iterator[str]:
    """Write a heading in capitals over a line."""
    head = wrap(text.upper())
    gap = WIDTH - cells(head.rpartition("\n")[2]) - cells(aside)
    yield ""
    yield f"{head}{' ' * max(2, gap)}{aside}".rstrip()
    yield "-" * WIDTH
    yield ""


def story_lines(story: StoryView, references: References) -> Iterator[str]:
    """Write a story: headline, where and when, points."""
    yield wrap(references.mark(story.title))
    about = " · ".join(story.byline)
    if about:
        yield wrap(about)
    if story.outlets:
        yield wrap(f"{story.told}: {story.comma.join(references.mark(link) for link in story.outlets)}")
    if story.points:
        yield ""
        yield from (point_line(point, references) for point in story.points)


def point_line(point: Point, references: References) -> str:
    """Write a key point with who says it and where it was published."""
    return wrap(f"{point.text} {credit_text(point.credit, references)}".rstrip(), BULLET)


def credit_text(credit: Credit, references: References) -> str:
    """Write `— who, via where`, or just where in parentheses; nothing of where the heading says it."""
    if not credit.needed:
        return f"—\u00a0{credit.who}" if credit.who else ""
    where, number = credit.where.text, references.number(credit.where)
    return f"—\u00a0{credit.who}{credit.comma}{credit.via} {where}{number}" if credit.who else f"({where}){number}"


def claim_line(claim: Quote) -> str:
    """Write a claim below the name of who makes it."""
    return f"{wrap(claim.who, '  ')}\n{wrap(claim.text, '    ')}"


def footer_lines(issue: Issue) -> Iterator[str]:
    """Write what failed, how it was made, and how to leave."""
    yield "-" * WIDTH
    yield ""
    if issue.problems:
        yield wrap(issue.problems)
        yield ""
    yield wrap(" ".join(issue.notes))
    for link in (*issue.unsubscribe, *((issue.browser,) if issue.browser else ())):
        yield f"{link.text}: {link.href}"


def finish(lines: list[str]) -> str:
    """Join lines to a text that neither begins nor ends with an empty one, and has no two in a row."""
    kept = [line for index, line in enumerate(lines) if line or (index and lines[index - 1])]
    return "\n".join(kept).strip("\n") + "\n"
