"""Entries cleaned and summarized where it can be stopped, since they can be made to hold both up."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from digest.errors import ParseError
from digest.models import Article, Entry, Summary
from digest.settings import SummarySettings

if TYPE_CHECKING:
    from digest.settings import Source

Made = TypeVar("Made")
Text = TypeVar("Text", Entry, Article)

HARMLESS = 100_000
"""Characters of content below which cleaning takes half a second at most; nearly all entries have fewer."""

SHORT = 12_000
"""Characters of content below which cleaning and summarizing take a quarter of a second at most."""

BEGINNING = 6_000
"""Characters that are read of an entry which takes too long as a whole."""

EFFORT = 2.5
"""Seconds of processor time for a long entry; a text of 8,000 lines takes half of it."""

ALLOWANCE = 2.0
"""The same for all entries of a feed that a digest reads; ten honest ones of 20,000 characters took one."""

LEAST = 0.1
"""What must be left of an allowance for another entry to be begun."""

PAGE_EFFORT, PLAIN_EFFORT = 1.5, 1.2
"""The same for a page, and for the plain reading of one that took longer: 89 honest ones took 0.3 s at most."""


def article_apart(entry: Entry, source: Source, *, likely: str | None = None, folder: str | None = None) -> Article:
    """Clean an entry as `pipeline.article_of` does, in a process of its own where it is a page, or long.

    A page whose article is not found in time gives all its text but navigation and the like.
    Raises ParseError where no text is left, and of kind timeout or too_large where it was stopped.
    """
    from digest.pipeline import article_of

    if entry.markup != "page" and len(entry.content) < HARMLESS:
        return article_of(entry, source, likely=likely, folder=folder)
    from digest.ingest.readers import shared

    made = partial(article_of, likely=likely, folder=folder)
    if entry.markup != "page":
        return shared().run(made, entry, source, effort=EFFORT)
    try:
        return shared().run(made, entry, source, effort=PAGE_EFFORT)
    except ParseError as error:
        if error.kind != "timeout":
            raise
    return shared().run(made, replace(entry, markup="html"), source, effort=PLAIN_EFFORT)


class Allowances:
    """What the entries of each feed may still cost a command, in seconds of processor time.

    A feed of many long entries would else cost each entry's limit. Short entries are always read whole, and what
    they take is taken off; of a long one for which nothing is left, or not enough, the beginning is read.
    Pages are cleaned within limits of their own, each being a document.
    """

    def __init__(self, notice: Callable[[str], None] | None = None) -> None:
        """`notice` is told of which entries the beginning alone was read."""
        self._left: dict[str, float] = defaultdict(lambda: ALLOWANCE)
        self._notice = notice

    def article(self, entry: Entry, source: Source, *, likely: str | None = None, folder: str | None = None) -> Article:
        """Clean an entry as `pipeline.article_of` does; raises ParseError where no text is left."""
        from digest.pipeline import article_of

        if entry.markup == "page":
            return article_apart(entry, source, likely=likely, folder=folder)
        clean = partial(article_of, source=source, likely=likely, folder=folder)
        return self._read(clean, entry, len(entry.content), source, beginning_of_entry)

    def summary(
        self,
        entry: Entry,
        source: Source,
        settings: SummarySettings,
        *,
        likely: str | None = None,
        folder: str | None = None,
        explain: bool = False,
    ) -> Summary:
        """Summarize an entry as `pipeline.summary_of` does; raises ParseError where no text is left."""
        from digest.pipeline import settings_for, summarize

        article = self.article(entry, source, likely=likely, folder=folder)
        made = partial(summarize, settings=settings_for(source, settings), explain=explain)
        return self._read(made, article, len(article.text), source, beginning_of_article)

    def _read(
        self, read: Callable[[Text], Made], text: Text, size: int, source: Source, beginning: Callable[[Text], Text]
    ) -> Made:
        if size < SHORT:
            start = time.process_time()
            try:
                return read(text)
            finally:
                self._spend(source, time.process_time() - start)
        from digest.ingest.readers import shared

        left = self._left[source.location]
        if left > LEAST:
            try:
                return shared().run(read, text, effort=left, spent=partial(self._spend, source))
            except ParseError as error:
                if error.kind not in {"timeout", "too_large"}:
                    raise
        if self._notice:
            self._notice(f"{source.name or source.location}: {text.title or text.id}: only its beginning is read")
        return read(beginning(text))

    def _spend(self, source: Source, seconds: float) -> None:
        self._left[source.location] -= seconds


def beginning_of_entry(entry: Entry) -> Entry:
    """Give the first words of an entry; no tag is cut in two."""
    start = entry.content[:BEGINNING]
    tag = start.rfind("<")
    return replace(entry, content=start[:tag] if tag > start.rfind(">") else start)


def beginning_of_article(article: Article) -> Article:
    """Give the first paragraphs of an article, or the first words where a paragraph is longer."""
    start = article.text[:BEGINNING]
    cut = max(start.rfind("\n"), start.rfind(" "))
    return replace(article, text=start[:cut].rstrip() if cut > 0 else start)
