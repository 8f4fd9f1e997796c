"""Entries cleaned where it can be stopped: a page can be made to hold up what takes the article out of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from digest.errors import ParseError
from digest.models import Article, Entry

if TYPE_CHECKING:
    from digest.settings import Source

HARMLESS = 100_000
"""Characters of content below which cleaning takes half a second at most; nearly all entries have fewer."""

EFFORT = 2.5
"""Seconds of processor time for a long entry; a text of 8,000 lines takes half of it."""

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
