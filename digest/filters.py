r"""The user's filters: regular expressions that keep or drop an article, and cannot run away.

Expressions are searched for as `re.search` does, letter case counts (`(?i)` ignores it). They are run by
`regex`, which reads the same syntax and can be stopped: an expression that is harmless on every title
may take years on one that a feed made for it. (RE2 cannot run away by design, but knows neither
look-around nor `\b` beside letters outside ASCII.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from digest.errors import ConfigError
from digest.models import Article
from digest.settings import Filter

if TYPE_CHECKING:
    from regex import Pattern

LIMIT = 0.2
"""Seconds for one search: honest expressions take a thousandth of it on the longest articles."""


def keep(article: Article, include: Sequence[Filter], exclude: Sequence[Filter]) -> str | None:
    """Say why an article is dropped, or None where it is kept.

    It is dropped when any rule of `exclude` fits, or when there are rules in `include` and none fits.
    Raises ConfigError for a rule that is no regular expression, or (kind "timeout") that takes too
    long on this article: a problem of the two together, which should cost this article only.
    """
    for rule in exclude:
        if fits(rule, article):
            return f"excluded by {described(rule)}"
    if include and not any(fits(rule, article) for rule in include):
        return f"not included by {' or '.join(map(described, include))}"
    return None


def fits(rule: Filter, article: Article) -> bool:
    """Tell whether a rule's expression is found in the field it names."""
    search = compiled(rule.pattern).search
    try:
        return any(search(value, timeout=LIMIT) for value in values(rule, article))
    except TimeoutError as error:
        rule_and_article = f"{described(rule)} takes too long on {article.title[:80]!r}"
        message = f"the filter {rule_and_article}; write it without nested repetition"
        raise ConfigError(message, kind="timeout") from error


def values(rule: Filter, article: Article) -> Iterator[str]:
    """Yield the texts that a rule looks at; tags and authors one by one."""
    match rule.field:
        case "title":
            yield article.title
        case "text":
            yield article.text
        case "url":
            yield article.url or article.file or ""
        case "author":
            yield from article.authors
        case "tag":
            yield from article.tags


def described(rule: Filter) -> str:
    """Write a rule as in feeds.yaml."""
    return f"{{field: {rule.field}, match: {rule.pattern!r}}}"


@lru_cache(maxsize=512)
def compiled(pattern: str) -> Pattern[str]:
    """Compile an expression once; ConfigError where it is none."""
    import regex

    try:
        return regex.compile(pattern)
    except (regex.error, RecursionError, OverflowError) as error:
        raise ConfigError(f"bad regular expression {pattern!r} in a filter: {error}") from error
