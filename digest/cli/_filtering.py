"""Filters of feeds.yaml, applied to an entry as its feed gives it, and again when its page was fetched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from digest.errors import ConfigError, ParseError
from digest.models import Entry
from digest.settings import Filter, Source

if TYPE_CHECKING:
    from digest.cli._order import Order


def dropped_for(entry: Entry, source: Source, order: Order, *, early: bool = False) -> str | None:
    """Tell why a filter leaves an entry out, None where none does; nothing is cleaned where nothing filters.

    `early`: the page of a teaser may still be fetched, so what looks at the text has to wait for it.
    """
    config = order.config
    include, exclude = (*config.include, *source.include), (*config.exclude, *source.exclude)
    if early and entry.teaser and (source.full_text or config.fetch.full_text) != "never":
        include = () if looks_at_text(include) else include
        exclude = tuple(rule for rule in exclude if rule.field != "text")
    if not include and not exclude:
        return None
    from digest.cli._cleaning import article_apart
    from digest.filters import keep

    try:
        return keep(article_apart(entry, source, likely=config.language), include, exclude)
    except ParseError as error:
        return str(error)
    except ConfigError as error:
        if error.kind != "timeout":
            raise
        order.console.say(f"digest: {error}", 0)
        return str(error)


def looks_at_text(rules: Sequence[Filter]) -> bool:
    """Tell whether one of the rules, any of which may fit, is about the text."""
    return any(rule.field == "text" for rule in rules)
