"""Entries cleaned where it can be stopped, and cut to what may be read: they can be made to hold up both."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from digest.errors import ParseError
from digest.models import Article, Entry

if TYPE_CHECKING:
    from digest.settings import Source

HARMLESS = 100_000
"""Characters of content below which cleaning takes half a second at most; nearly all entries have fewer."""

BEGINNING = 6_000
"""Characters that are read of an entry which takes too long as a whole."""

EFFORT = 2.5
"""Seconds of processor time for a long entry; a text of 8,000 lines takes half of it."""

CREDIT, SHARE = 1.0, 0.15
"""Seconds that a feed has for its entries, and that each adds: 25,000 characters take a share."""

STOP = re.compile(r"[.!?…:;](?=[\s\"”’])|\n")

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
    """What the entries of each feed may still cost a digest, in estimated seconds of processor time.

    A feed of many long entries would else cost each entry's limit. Every entry adds its share to what its feed has;
    of one for which that does not last the beginning is read. The costs are estimated by length and form alone:
    measured ones would let the machine's load decide what a digest says.
    Pages are cleaned within limits of their own, each being a document.
    """

    def __init__(self, notice: Callable[[str], None] | None = None) -> None:
        """`notice` is told of which entries the beginning alone was read."""
        self._left: dict[str, float] = defaultdict(lambda: CREDIT)
        self._notice = notice

    def article(self, entry: Entry, source: Source, *, likely: str | None = None, folder: str | None = None) -> Article:
        """Clean an entry as `pipeline.article_of` does, and keep of its text what may be read.

        Raises ParseError where no text is left.
        """
        self._left[source.location] += SHARE
        if entry.markup != "page" and not self._affords(source, entry, cleaning_cost(entry.content)):
            entry = beginning_of_entry(entry)
        article = article_apart(entry, source, likely=likely, folder=folder)
        return article if self._affords(source, article, reading_cost(article.text)) else beginning_of_article(article)

    def _affords(self, source: Source, text: Entry | Article, cost: float) -> bool:
        """Tell whether what a feed has left lasts for a cost, and take it off; for a beginning it always does."""
        size = len(text.content if isinstance(text, Entry) else text.text)
        if cost > self._left[source.location] and size > BEGINNING:
            if self._notice:
                self._notice(f"{source.name or source.location}: {text.title or text.id}: only its beginning is read")
            return False
        self._left[source.location] -= cost
        return True


def cleaning_cost(content: str) -> float:
    """Estimate the seconds that cleaning takes."""
    return 0.7e-6 * len(content) + 8e-6 * content.count("<")


def reading_cost(text: str) -> float:
    """Estimate the seconds that finding sentences, claims and key points takes, rather too high than too low."""
    return 3e-6 * len(text) + 2.5e-4 * len(STOP.findall(text))


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
