"""Counts of what came from where, and how they are drawn."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from digest.outputs._screen import Look
from digest.outputs._stats import Bar, stats_json, stats_page, stats_text
from digest.outputs._wrap import cells
from digest.stats import DayCount, Intake, Origin, spans, tally
from tests.outputs_data import stats
from tests.test_outputs_hostile import CONTROL, HOSTILE, Tags

SCHEMA = Path(__file__).parents[1] / "docs" / "schema" / "digest-stats-1.json"
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
A, B, GONE = Origin("a", "Post", "world"), Origin("b", "Courier"), Origin("gone", "Gone", asked=False)


def counted(intakes, quoted=(), origins=(A, B, GONE), zone=UTC):
    days = (date(2026, 11, 16), date(2026, 11, 22))
    return tally(origins, intakes, quoted, title="News", days=days, zone=zone)


def test_feeds_are_counted_by_what_became_of_their_entries():
    found = counted([
        Intake("a", NOON, "chosen", "new"),
        Intake("a", NOON, "left", "too old"),
        Intake("a", NOON, "linked", "over the limit"),
        Intake("a", NOON, "left", "over the limit"),
        Intake("a", NOON, "waiting"),
        Intake("b", NOON, "left", "filtered"),
        Intake("elsewhere", NOON, "chosen"),
    ])  # fmt: skip
    assert [(feed.origin.name, feed.entries, feed.chosen, feed.linked, feed.reason) for feed in found.feeds] == [
        ("Post", 5, 1, 1, "over the limit"),
        ("Courier", 1, 0, 0, "filtered"),
    ]
    assert (found.entries, found.chosen) == (6, 1)
    assert found.feeds[0].share == 0.2
    assert [feed.origin.name for feed in found.never] == ["Courier"]
    assert counted([]).feeds[0].share is None


def test_a_feed_that_nobody_asks_counts_only_for_what_it_brought():
    assert counted([]).never == counted([]).feeds
    found = counted([Intake("gone", NOON, "left", "too old")])
    assert [feed.origin.name for feed in found.feeds] == ["Gone", "Courier", "Post"]
    assert [feed.origin.name for feed in found.never] == ["Courier", "Post"]


def test_days_are_those_of_the_zone_and_none_is_missing():
    late = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)
    found = counted([Intake("a", late, "chosen"), Intake("b", NOON, "left")], zone=ZoneInfo("Europe/Stockholm"))
    assert found.days == (
        DayCount(date(2026, 11, 19), 1, 1),
        DayCount(date(2026, 11, 20), 1, 0),
        DayCount(date(2026, 11, 21)),
        DayCount(date(2026, 11, 22)),
    )
    assert counted([]).days == ()


def test_quotations_are_added_up_over_days_and_the_feeds_asked_for():
    quoted = [{"a": {"Ann": 2, "Bob": 1}, "elsewhere": {"Zoe": 9}}, {"b": {"Bob": 2}}, {}]
    assert [(s.source, s.key_points) for s in counted([], quoted).sources] == [("Bob", 3), ("Ann", 2)]
    assert [(s.source, s.key_points) for s in counted([], quoted, origins=(A,)).sources] == [("Ann", 2), ("Bob", 1)]


def test_only_who_has_a_name_is_counted() -> None:
    quoted = [{"a": {"the company": 2, "Ann": 1}, "b": {"the company": 2, "le technicien": 1, "the Met Office": 1}}]
    assert [s.source for s in counted([], quoted).sources] == ["Ann", "the Met Office"]


@pytest.mark.parametrize(("number", "span"), [(1, "day"), (35, "day"), (36, "week"), (400, "month"), (2000, "year")])
def test_long_times_are_joined_and_nothing_is_lost(number, span):
    days = [DayCount(date(2021, 1, 1) + timedelta(days=n), n, n // 2) for n in range(number)]
    name, joined = spans(days)
    assert name == span
    assert len(joined) <= 35
    assert sum(day.entries for day in joined) == sum(day.entries for day in days)
    assert sum(day.chosen for day in joined) == sum(day.chosen for day in days)


@given(st.integers(0, 500), st.integers(0, 500), st.integers(8, 1000))
def test_bars_show_what_is_there(chosen, rest, columns):
    part, other = Bar("x", chosen + rest, chosen, 1000).scaled(columns)
    assert (part > 0) == (chosen > 0)
    assert (other > 0) == (rest > 0)
    assert part + other <= max(columns, 2)


@pytest.mark.parametrize("width", [40, 80, 200])
def test_text_keeps_to_its_columns(width):
    text = stats_text(stats(), Look(width))
    assert "\x1b" not in text
    assert max(cells(line) for line in text.split("\n")) <= min(width, 100)
    for words in ("Entries per feed", "Entries per day", "Most quoted", "Never in a digest", "The Meridian Post"):
        assert words in text


def test_text_is_coloured_for_a_terminal():
    coloured = stats_text(stats(), Look(80, color=True))
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == stats_text(stats())


def test_json_follows_its_schema():
    schema = json.loads(SCHEMA.read_text())
    Draft202012Validator.check_schema(schema)
    for made in (stats(), counted([])):
        record = json.loads(stats_json(made))
        Draft202012Validator(schema).validate(record)
    assert record["entries"] == 0


def test_the_page_says_in_words_what_it_draws():
    page = stats_page(stats())
    assert "<script" not in page
    assert not Tags(page).links
    charts = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    assert len(charts) == 1 + page.count('scope="row" dir="auto">') - len(stats().never)
    for drawn in charts:
        label, description = re.search(r'role="img".*aria-labelledby="(\S+) (\S+)"', drawn).groups()
        assert f'<title id="{label}">' in drawn
        assert f'<desc id="{description}">' in drawn
    names = re.findall(r' id="([^"]+)"', page)
    assert len(names) == len(set(names))
    for feed in stats().feeds:
        assert f'<td class="n">{feed.entries}</td><td class="n">{feed.chosen}</td>' in page or not feed.entries


@pytest.mark.parametrize("text", HOSTILE)
def test_names_are_names_whatever_they_hold(text):
    harmless = Tags(stats_page(named("Harmless"))).tags
    made = named(text)
    page = stats_page(made)
    assert Tags(page).tags | {"br"} == harmless  # without a reason there is no line for it
    for written in (page, stats_text(made), stats_json(made)):
        assert not CONTROL.search(written)


def named(text):
    return counted(
        [Intake("a", NOON, "chosen"), Intake("b", NOON, "left", text)],
        [{"a": {text: 2}}],
        origins=(Origin("a", text, text), Origin("b", text)),
    )


def test_where_all_is_chosen_no_shares_are_shown():
    found = counted([Intake("a", NOON, "chosen"), Intake("a", NOON, "chosen")])
    page, text = stats_page(found), stats_text(found)
    assert "2 entries from 1 feed, all in digests" in page
    assert "all in digests" in text
    for words in ("Chosen", "Share", "others", "100", "chosen  "):
        assert words not in re.sub(r"<style>.*?</style>|<svg.*?</svg>", "", page, flags=re.DOTALL)
        assert words not in text
    assert "50%" in stats_page(stats())


def test_who_is_quoted_once_is_not_quoted_most():
    found = counted([], [{"a": {"Ann": 1, "Bob": 2}}])
    for written in (stats_page(found), stats_text(found)):
        assert "Bob" in written
        assert "Ann" not in written
    assert "quoted" not in stats_text(counted([], [{"a": {"Ann": 1}}]))
    assert [source["source"] for source in json.loads(stats_json(found))["sources"]] == ["Bob", "Ann"]


def test_a_feed_that_fails_is_told_from_one_that_is_silent():
    found = counted([], origins=(Origin("a", "Post", failing=True), B))
    for written in (stats_page(found), " ".join(stats_text(found).split())):
        assert re.search("Courier.*nothing came.*Post.*could not be read", written, re.DOTALL)


@pytest.mark.parametrize(("days", "first", "last"), [(5, "16 Nov", "20 Nov"), (90, "17 Aug", "9 Nov")])
def test_columns_are_never_wide_and_their_days_are_short(days, first, last):
    origin, noon = Origin("a", "Post"), datetime(2026, 11, 20 if days == 5 else 14, 12, tzinfo=UTC)
    intakes = [Intake("a", noon - timedelta(days=n), "chosen") for n in range(days)]
    found = tally([origin], intakes, (), title="News", days=(date(2026, 8, 1), noon.date()), zone=UTC)
    page = stats_page(found)
    drawn = re.search(r'<svg role="img" viewBox="0 0 (\d+) 100".*?style="max-width:(\d+)px"', page)
    assert int(drawn[2]) == 48 * int(drawn[1]) // 10
    assert f"<span>{first}</span><span>{last}</span>" in page


def test_the_page_says_whose_statistics_it_shows():
    assert '<p class="kicker">Daily digest · statistics</p>' in stats_page(stats())


def test_nothing_at_all_is_said_too():
    for written in (stats_text(counted([])), stats_page(counted([]))):
        assert "0 entries from 0 feeds, 0 in digests" in written
        assert "Never in a digest" in written
