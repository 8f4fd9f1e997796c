"""What templates and writers see: a digest as clean strings and vetted links, in the order in which it is read.

Every string is one line without control characters; every `href` is an address that may be linked
(see `_links`), or None. Nothing here is escaped: each writer does that for its own format.
"""

from __future__ import annotations

from dataclasses import dataclass

from digest.outputs._introduction import Block


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: to `href` on the web, or to a `file` by its relative path, or nowhere.

    `file_name` is there on a headline whose article has no address on the web.
    """

    text: str
    href: str | None = None
    file: str | None = None
    file_name: str | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """Who says a point (None where nobody is reported), and where it was published.

    `needed` is False where the heading has said where already and there is nothing to link to but a file.
    `named` is True where `who` is a name that stands out: not words of the article or a description, nor what the
    point itself begins with.
    """

    who: str | None
    where: Link
    via: str = "via"  # the language's word between the two
    comma: str = ", "  # the language's mark before it, and a space
    needed: bool = True
    named: bool = True

    @property
    def empty(self) -> bool:
        """Whether nothing is left to say."""
        return not (self.who or self.needed)


@dataclass(frozen=True, slots=True)
class Point:
    """A key point, word for word."""

    text: str
    credit: Credit
    rank: int  # 0 is the best of its story


@dataclass(frozen=True, slots=True)
class Quote:
    """A claim of an article: who says it, what, and how it is known."""

    who: str
    text: str
    cue: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story or an article under its headline."""

    title: Link
    language: str
    direction: str
    publisher: str | None
    when: str | None
    reading: str | None
    outlets: tuple[Link, ...]  # all that tell it, the leading one first; () where it is one
    told: str  # "Reported by 3 outlets"
    points: tuple[Point, ...]
    importance: float = 0.0
    comma: str = ", "  # between outlets
    authors: tuple[str, ...] = ()
    claims: tuple[Quote, ...] = ()
    paragraphs: tuple[str, ...] = ()

    @property
    def bare(self) -> bool:
        """Whether there is nothing of it but its text, which then needs no heading."""
        return not (self.points or self.claims)

    @property
    def meta(self) -> tuple[str, ...]:
        """Authors, publisher (where `outlets` does not begin with it), file, time and length, as far as known, once."""
        return self.known(self.title.file_name)

    @property
    def byline(self) -> tuple[str, ...]:
        """The same without the file, where the headline leads to it, or readers have no use for it."""
        return self.known()

    def known(self, *files: str | None) -> tuple[str, ...]:
        """List what is known of a story, with its files."""
        listed = self.outlets[0].text if self.outlets else None
        publisher = None if self.publisher == listed else self.publisher
        return tuple(dict.fromkeys(filter(None, (*self.authors, publisher, *files, self.when, self.reading))))


@dataclass(frozen=True, slots=True)
class SectionView:
    """Stories under a heading, and what there was no room for."""

    title: str
    count: str
    stories: tuple[StoryView, ...]
    more: str | None = None  # "12 more"
    more_links: tuple[Link, ...] = ()
    unlisted: str | None = None
    picked: bool = False  # by an issue's editor
    comma: str = ", "  # between links


@dataclass(frozen=True, slots=True)
class Brief:
    """One line of the box at the top; a headline leads where that of its story does, to the web or to a `file`."""

    section: str | None
    headline: str
    href: str | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """A whole digest."""

    language: str
    direction: str
    title: str
    name: str  # the whole in a line
    kicker: str
    heading: str
    date: str  # as in 2026-11-22
    number: int | None  # of an issue
    summary: str
    preheader: str
    brief_title: str
    brief: tuple[Brief, ...]
    sections: tuple[SectionView, ...]
    problems: str | None
    notes: tuple[str, ...]
    zone: str | None = None  # in which zone times are told, where any is; one of the notes
    introduction: tuple[Block, ...] = ()
    unsubscribe: tuple[Link, ...] = ()
    browser: Link | None = None
    shortened: str | None = None
    empty: str | None = None

    @property
    def stories(self) -> tuple[StoryView, ...]:
        """All stories, in order."""
        return tuple(story for section in self.sections for story in section.stories)
