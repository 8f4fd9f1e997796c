"""Filters: what they drop, why, and that none runs away."""

from __future__ import annotations

import pytest

from digest.errors import ConfigError
from digest.filters import keep
from digest.models import Article
from digest.settings import Filter

ARTICLE = Article(
    id="1",
    title="Öl prices fall in Lissan",
    text="Traders said prices fell.\n\nNobody was surprised.",
    language="en",
    url="https://example.org/markets/oil",
    authors=("Ada Finn", "Bo Lund"),
    tags=("economy", "energy"),
)


@pytest.mark.parametrize(
    ("field", "pattern"),
    [
        ("title", r"\bÖl\b"),
        ("title", "(?i)LISSAN"),
        ("text", r"fell\.\s+Nobody"),
        ("url", "/markets/"),
        ("author", "^Bo Lund$"),
        ("tag", "^energy$"),
    ],
)
def test_each_field_is_looked_at(field: str, pattern: str) -> None:
    rule = Filter(field=field, pattern=pattern)
    assert keep(ARTICLE, [rule], []) is None
    reason = keep(ARTICLE, [], [rule])
    assert reason is not None
    assert pattern in reason.replace("\\\\", "\\")


@pytest.mark.parametrize("field", ["title", "text", "url", "author", "tag"])
def test_what_is_not_included_is_dropped_with_the_reason(field: str) -> None:
    assert keep(ARTICLE, [Filter(field=field, pattern="zebra")], []) == (
        f"not included by {{field: {field}, match: 'zebra'}}"
    )


def test_one_including_rule_is_enough_and_one_excluding_too_much() -> None:
    oil, zebra = Filter(field="title", pattern="Öl"), Filter(field="title", pattern="zebra")
    assert keep(ARTICLE, [zebra, oil], []) is None
    assert keep(ARTICLE, [oil], [zebra, oil]) is not None


def test_letter_case_counts_as_in_any_expression() -> None:
    assert keep(ARTICLE, [], [Filter(field="title", pattern="lissan")]) is None


def test_without_rules_everything_is_kept() -> None:
    assert keep(ARTICLE, [], []) is None


def test_an_expression_that_runs_away_is_stopped() -> None:
    hostile = Article(id="2", title="word " * 2000 + "!", text="", language="en")
    with pytest.raises(ConfigError, match="takes too long") as caught:
        keep(hostile, [], [Filter(field="title", pattern=r"(\w+\s?)*$")])
    assert caught.value.kind == "timeout"


@pytest.mark.parametrize("pattern", ["[", "(?P<", "(" * 3000])
def test_what_is_no_expression_is_an_error_of_the_configuration(pattern: str) -> None:
    with pytest.raises(ConfigError, match="bad regular expression"):
        keep(ARTICLE, [Filter(field="title", pattern=pattern)], [])
