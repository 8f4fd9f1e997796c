"""The program as a library: one function, from text to key points and claims."""

from __future__ import annotations

from datetime import datetime

from digest.errors import ConfigError
from digest.models import Entry, Summary
from digest.pipeline import article_of
from digest.pipeline import summarize as summarize_article
from digest.registry import names
from digest.settings import Source, SummarySettings


def summarize(
    text: str,
    *,
    title: str = "",
    bullets: int = 3,
    method: str = "auto",
    language: str | None = None,
    max_chars: int = 320,
    url: str | None = None,
    publisher: str | None = None,
    published: datetime | None = None,
) -> Summary:
    """Find the key points of an article, and who says what in it.

    `text` is plain text, with or without what surrounds an article on a page; it is cleaned, and
    `Summary.article.text` is what all offsets point into. `language` is a code such as "en"; without
    it the language is detected.

    Raises ParseError (a DigestError) where no text is left, ConfigError for an impossible argument.
    """
    if method not in names("summarizers"):
        raise ConfigError(f"no method {method!r}; there are: {', '.join(names('summarizers'))}")
    if bullets < 1 or max_chars < 1:
        raise ConfigError("bullets and max_chars must be at least 1")
    entry = Entry(
        id=url or "text", title=title, content=text, markup="text", url=url, publisher=publisher, published=published
    )
    article = article_of(entry, Source(location=url or "text"), language=language)
    return summarize_article(article, SummarySettings(method=method, bullets=bullets, max_chars=max_chars))
