"""Entries are cleaned where it can be stopped, and a page that takes too long is read plainly."""

from __future__ import annotations

import pytest

from digest.cli import _cleaning
from digest.cli._cleaning import BEGINNING, HARMLESS, Allowances, article_apart
from digest.errors import ParseError
from digest.models import Entry, Summary
from digest.pipeline import article_of, summarize
from digest.settings import Source, SummarySettings

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


def long(number: int) -> Entry:
    return entry(TEXT.replace("bridge", f"bridge {number}") * 300, "html")


def summary(allowances: Allowances, read: Entry, source: Source = SOURCE) -> Summary:
    article = allowances.article(read, source, likely="en", folder="/a")
    return summarize(article, SummarySettings(), explain=True)


@pytest.mark.parametrize(
    "read", [entry(TEXT * 4, "html"), long(1), entry(f"<html><body>{TEXT * 4}</body></html>", "page")]
)
def test_a_summary_is_the_same_within_an_allowance(read: Entry) -> None:
    here = summarize(article_of(read, SOURCE, likely="en", folder="/a"), SummarySettings(), explain=True)
    assert summary(Allowances(), read) == here


def test_the_long_entries_of_a_feed_share_one_allowance() -> None:
    notices: list[str] = []
    allowances, other = Allowances(notices.append), Source(location="other.xml", name="Other")
    sizes = [len(summary(allowances, long(number)).article.text) for number in range(12)]
    assert all(size > 20_000 for size in sizes[:4])
    cut = sum(size <= BEGINNING for size in sizes)
    assert cut > 2
    assert notices == ["page.html: Bridge: only its beginning is read"] * cut
    assert "Northmoor" in summary(allowances, entry(TEXT, "html")).article.text, "short ones are read whole"
    assert len(summary(allowances, long(2), other).article.text) > 20_000, "another feed has its own"


def test_forty_honest_articles_are_all_read_whole() -> None:
    notices: list[str] = []
    allowances = Allowances(notices.append)
    for number in range(40):
        summary(allowances, entry(TEXT.replace("bridge", f"bridge {number}") * 150, "html"))
    assert notices == []


def test_a_text_that_costs_too_much_is_read_to_a_whole_word() -> None:
    notices: list[str] = []
    text = "The council met. " * 50_000
    found = summary(Allowances(notices.append), entry(text, "html")).article.text
    assert BEGINNING - 20 < len(found) <= BEGINNING
    assert text.startswith(found + " ")
    assert notices == ["page.html: Bridge: only its beginning is read"]


def test_no_tag_is_cut_in_two() -> None:
    read = _cleaning.beginning_of_entry(entry("a" * (BEGINNING - 3) + '<a href="https://e.example/">b</a>', "html"))
    assert read.content == "a" * (BEGINNING - 3)


def test_an_entry_without_text_is_a_problem_however_long() -> None:
    with pytest.raises(ParseError, match="no text") as caught:
        summary(Allowances(), entry("<p></p>" * 20_000, "html"))
    assert caught.value.kind == "empty"
