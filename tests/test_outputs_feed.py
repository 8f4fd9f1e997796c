"""The feed of digests, as feed readers see it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from digest.outputs._feed import Entry, entry_of, render_atom, render_json_feed
from digest.settings import OutputSettings
from tests import outputs_data as data

SETTINGS = OutputSettings(public_url="https://digest.example.org/daily/{date}.html")


def days(count=3):
    return [
        replace(data.digest(), date=data.DAY - timedelta(days=n), generated_at=data.AT - timedelta(days=n))
        for n in range(count)
    ]


def entries(digests, settings=SETTINGS):
    """Give the digests' entries as they come back from where they are kept."""
    return [Entry.read(entry_of(digest, settings).written()) for digest in digests]


def atom(digests, settings=SETTINGS):
    return render_atom(entries(digests, settings), settings)


def parsed(digests, settings=SETTINGS):
    return feedparser.parse(BytesIO(atom(digests, settings).encode()))


def test_atom_is_what_readers_expect():
    found = parsed(days())
    assert not found.bozo
    assert found.version == "atom10"
    assert found.feed.title == "Daily digest"
    assert found.feed.link == "https://digest.example.org/daily/"
    assert found.feed.updated == "2026-11-22T09:40:00+01:00"
    assert found.feed.author == "Daily digest"
    assert found.entries[0].title == "Sunday, 22 November 2026"
    assert [entry.link for entry in found.entries] == [
        f"https://digest.example.org/daily/2026-11-{day}.html" for day in (22, 21, 20)
    ]
    content = found.entries[0].content[0].value
    assert "Ministry of Fisheries &amp; Coasts" in content
    assert "https://northline.example/brenner#:~:text=Freight" in content


def test_atom_has_what_rfc_4287_demands():
    root = etree.fromstring(atom(days()).encode())
    names = {"a": "http://www.w3.org/2005/Atom"}
    for path in ("a:id", "a:title", "a:updated", "a:author/a:name"):
        assert len(root.xpath(path, namespaces=names)) == 1
    for entry in root.xpath("a:entry", namespaces=names):
        for path in ("a:id", "a:title", "a:updated", "a:content"):
            assert len(entry.xpath(path, namespaces=names)) == 1


def test_json_feed_says_the_same():
    feed = json.loads(render_json_feed(entries(days()), SETTINGS))
    other = parsed(days())
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["id"] for item in feed["items"]] == [entry.id for entry in other.entries]
    assert [item["url"] for item in feed["items"]] == [entry.link for entry in other.entries]
    assert feed["items"][0]["date_published"] == "2026-11-22T09:40:00+01:00"
    assert [item["date_modified"] for item in feed["items"]] == [entry.updated for entry in other.entries]
    assert "Ministry of Fisheries &amp; Coasts" in feed["items"][0]["content_html"]


def test_ids_are_stable_and_each_their_own():
    once = [entry.id for entry in parsed(days()).entries]
    later = [entry.id for entry in parsed([replace(data.digest(), date=date(2026, 11, 23)), *days()]).entries]
    rewritten = parsed([replace(digest, sections=digest.sections[:1]) for digest in days()])
    assert len(set(once)) == 3
    assert later[1:] == once
    assert [entry.id for entry in rewritten.entries] == once
    assert parsed([replace(data.digest(), number=7)]).entries[0].id not in once


def grown(digest, minutes):
    """Give a digest with a section more, its newest article so much later."""
    section = replace(digest.sections[0], title="Late")
    at = digest.generated_at + timedelta(minutes=minutes)
    return replace(digest, sections=(*digest.sections, section), generated_at=at)


@pytest.mark.parametrize(("minutes", "updated"), [(0, "09:40:01"), (-30, "09:40:01"), (45, "10:25:00")])
def test_an_entry_that_grows_is_updated_and_stays_published(minutes, updated):
    first = entry_of(data.digest(), SETTINGS)
    assert first.published == first.updated == data.AT
    second = entry_of(grown(data.digest(), minutes), SETTINGS, [first])
    assert second.published == first.published
    assert second.updated.isoformat() == f"2026-11-22T{updated}+01:00"
    atom, feed = render_atom([second], SETTINGS), json.loads(render_json_feed([second], SETTINGS))
    assert f"<updated>2026-11-22T{updated}+01:00</updated>" in atom
    assert "<published>2026-11-22T09:40:00+01:00</published>" in atom
    assert feed["items"][0]["date_modified"] == second.updated.isoformat()


@pytest.mark.parametrize("title", ["Daily digest", "Weekly"])
def test_an_entry_that_says_the_same_is_not_updated(title):
    first = entry_of(data.digest(), SETTINGS)
    later = replace(data.digest(), title=title, generated_at=data.AT + timedelta(hours=3))
    assert entry_of(later, SETTINGS, [first]) == replace(first, of=title)


def test_an_entry_of_an_earlier_version_is_read():
    values = json.loads(entry_of(data.digest(), SETTINGS).written())
    del values["published"]
    assert Entry.read(json.dumps(values)).published == data.AT


def test_without_an_address_there_are_no_links():
    assert not parsed(days(), OutputSettings()).bozo
    assert "<link" not in atom(days(), OutputSettings())
    assert "home_page_url" not in json.loads(render_json_feed(entries(days(), OutputSettings()), OutputSettings()))


@given(st.text(max_size=40))
def test_any_text_makes_a_sound_feed(text):
    story = replace(data.digest().sections[1].stories[0], headline=text)
    digest = replace(data.digest(), title=text, sections=(replace(data.digest().sections[1], stories=(story,)),))
    etree.fromstring(atom([digest]).encode())
    json.loads(render_json_feed(entries([digest]), SETTINGS))
