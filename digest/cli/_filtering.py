"""Filters of feeds.yaml, applied to an entry as its feed gives it."""

from __future__ import annotations

from digest.errors import ParseError
from digest.models import Entry
from digest.settings import Config, Source


def dropped_for(entry: Entry, source: Source, config: Config) -> str | None:
    """Tell why a filter leaves an entry out, None where none does; nothing is cleaned where nothing filters."""
    include, exclude = (*config.include, *source.include), (*config.exclude, *source.exclude)
    if not include and not exclude:
        return None
    from digest.filters import keep
    from digest.pipeline import article_of

    try:
        article = article_of(entry, source, language=config.language)
    except ParseError as error:
        return str(error)
    return keep(article, include, exclude)
