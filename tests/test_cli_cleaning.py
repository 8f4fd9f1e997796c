"""Entries are cleaned where it can be stopped, and a page that takes too long is read plainly."""

from __future__ import annotations

import pytest

from digest.cli import _cleaning
from digest.cli._cleaning import HARMLESS, article_apart
from digest.errors import ParseError
from digest.models import Entry
from digest.pipeline import article_of
from digest.settings import Source

SOURCE = Source(location="page.html", local=True)
TEXT = "<p>The council of Northmoor met on Monday and said that it would build a bridge.</p>"


def entry(content: str, markup: str) -> Entry:
    return Entry(id="a", title="Bridge", content=content, markup=markup)  # type: ignore[arg-type]


def test_a_page_is_the_same_whichever_process_reads_it() -> None:
    page = entry(f"<!DOCTYPE html><html><body><article>{TEXT * 3}</article></body></html>", "page")
    assert article_apart(page, SOURCE, likely="en") == article_of(page, SOURCE, likely="en")


def test_a_page_that_takes_too_long_is_read_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_cleaning, "PAGE_EFFORT", 0.001)
    page = entry(f"<!DOCTYPE html><html><body><nav>Home</nav>{TEXT}<p>{'word ' * 400_000}</p></body></html>", "page")
    text = article_apart(page, SOURCE).text
    assert text.startswith("The council of Northmoor")
    assert "Home" not in text


def test_a_long_entry_that_takes_too_long_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_cleaning, "EFFORT", 0.001)
    with pytest.raises(ParseError, match="too much time") as caught:
        article_apart(entry("<p>a<i>b</i>" * HARMLESS, "html"), SOURCE)
    assert caught.value.kind == "timeout"
