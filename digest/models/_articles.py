"""What is read in an article: sentences, who says what, the key points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Span = tuple[int, int]
"""Start and end, in code points of the article's text."""

AttributionKind = Literal["direct", "indirect", "mixed", "hearsay"]

Found = Literal["explicit", "continued", "pronoun", "nominal"]


@dataclass(frozen=True, slots=True)
class Article:
    """An entry as clean plain text: paragraphs parted by a blank line or a line break; the title is not in it."""

    id: str
    title: str
    text: str
    language: str
    url: str | None = None
    file: str | None = None  # the path by which it is cited where it has no address
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    tags: tuple[str, ...] = ()
    feed: str | None = None  # name of the feed that brought it
    section: str | None = None
    weight: float = 1.0
    teaser: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A slice of an article's text."""

    index: int
    start: int
    end: int
    text: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it.

    `source` is the canonical name, or None where the words in `mention` could not be resolved or
    nobody is named; `content` are the spans of what is said; `confidence` lies in 0..1.
    """

    source: str | None
    mention: str | None
    cue: str | None
    kind: AttributionKind
    found: Found
    content: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Claim:
    """A stretch of text that reports what somebody says; several may share a sentence."""

    start: int
    end: int
    sentence: int
    text: str
    attribution: Attribution


@dataclass(frozen=True, slots=True)
class Citation:
    """Where it was published; `fragment_url` leads to the sentence itself."""

    publisher: str | None
    title: str
    url: str | None
    fragment_url: str | None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """One bullet: a sentence of the article, word for word."""

    article: str
    text: str
    start: int
    end: int
    sentence: int
    score: float
    attribution: Attribution | None
    citation: Citation


@dataclass(frozen=True, slots=True)
class Choice:
    """Why a sentence became a key point or did not: one row of `--explain`."""

    sentence: int
    text: str
    score: float
    chosen: bool
    reason: str
    features: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Summary:
    """An article with what the pipeline made of it."""

    article: Article
    method: str
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    key_points: tuple[KeyPoint, ...]
    choices: tuple[Choice, ...] = ()
    story: str | None = None
    source: str | None = None  # the SOURCE as given on the command line

    @property
    def word_count(self) -> int:
        """Words of the article's text, by white space."""
        return len(self.article.text.split())

    @property
    def reading_minutes(self) -> int:
        """Minutes to read it at 230 words a minute (Brysbaert 2019 found 238 for non-fiction), at least one."""
        return max(1, round(self.word_count / 230))
