"""The feed of the digests through the program: what was published stays as it was, and reruns change no byte."""

from __future__ import annotations

import json
from io import BytesIO

import feedparser
import pytest

from digest.cli import _edition
from tests.project import CONFIG, Project, identity, title

URL = "https://news.example.org/daily/{date}.html"


@pytest.fixture
def project(project: Project) -> Project:
    project.feed(11, 22)
    return project


def settings(project: Project, feed: str = "both", more: str = f"public_url: '{URL}'", title: str = "Daily") -> None:
    block = f"title: {title}\noutput: {{feed: {feed}, {more}}}\n"
    (project.folder / "feeds.yaml").write_text(block + CONFIG)


def atom(project: Project):
    found = feedparser.parse(BytesIO(project.file("feed", "xml").read_bytes()))
    assert not found.bozo
    return found


def days(project: Project) -> list[str]:
    return [entry.link.rpartition("/")[2] for entry in atom(project).entries]


def two_days(project: Project) -> None:
    project.run("run", "--date", "2026-11-20")
    project.feed(11, 22, 33)
    project.run("run", "--date", "2026-11-21")


def test_both_feeds_lie_beside_the_digests(project):
    settings(project)
    first = project.run("run", "--date", "2026-11-20")
    assert (first.status, first.out.split()) == (
        0,
        [str(project.file()), str(project.file("feed", "xml")), str(project.file("feed", "json"))],
    )
    project.feed(11, 22, 33)
    project.run("run", "--date", "2026-11-21")
    found = atom(project)
    assert days(project) == ["2026-11-21.html", "2026-11-20.html"]
    assert title(33) in found.entries[0].content[0].value
    assert title(11) in found.entries[1].content[0].value
    assert {link.rel: link.href for link in found.feed.links} == {
        "self": "https://news.example.org/daily/feed.xml",
        "alternate": "https://news.example.org/daily/",
    }
    other = json.loads(project.file("feed", "json").read_text())
    assert [item["id"] for item in other["items"]] == [entry.id for entry in found.entries]
    assert other["feed_url"] == "https://news.example.org/daily/feed.json"


def test_the_same_again_touches_nothing(project):
    settings(project)
    two_days(project)
    before = [identity(project.file("feed", ending)) for ending in ("xml", "json")]
    assert project.run("run", "--date", "2026-11-21").status == 0
    assert project.run("rebuild", "2026-11-20").status == 0
    assert [identity(project.file("feed", ending)) for ending in ("xml", "json")] == before


def test_a_digest_that_grew_is_the_same_entry(project):
    settings(project, "atom")
    project.run("run", "--date", "2026-11-20")
    before = atom(project).entries[0]
    project.feed(11, 22, 33)
    project.run("run", "--date", "2026-11-20")
    (after,) = atom(project).entries
    assert after.id == before.id
    assert after.published == before.published
    assert after.updated > before.updated
    assert title(33) in after.content[0].value
    assert title(33) not in before.content[0].value


@pytest.mark.parametrize("more", [f"public_url: '{URL}'", ""])
def test_another_title_makes_no_old_entry_new(project, more):
    settings(project, "atom", more)
    two_days(project)
    before = atom(project)
    settings(project, "atom", more, title="Weekly")
    for day in ("2026-11-21", "2026-11-20"):
        project.run("rebuild", day)
        assert ids(atom(project)) == ids(before)
    assert atom(project).feed.title == "Weekly"
    project.feed(11, 22, 33, 44)
    project.run("run", "--date", "2026-11-22")
    found = atom(project)
    assert found.feed.title == "Weekly"
    assert found.feed.id == before.feed.id
    assert [entry.id for entry in found.entries][1:] == [entry.id for entry in before.entries]


def ids(found) -> list[str]:
    return [found.feed.id, *(entry.id for entry in found.entries)]


def test_it_is_off_until_it_is_asked_for_and_begins_with_that_day(project):
    project.run("run", "--date", "2026-11-20")
    assert not project.file("feed", "xml").exists()
    settings(project, "atom")
    project.feed(11, 22, 33)
    project.run("run", "--date", "2026-11-21")
    assert days(project) == ["2026-11-21.html"]
    assert not project.file("feed", "json").exists()
    project.run("rebuild", "2026-11-20")
    assert days(project) == ["2026-11-21.html", "2026-11-20.html"]


def test_a_digest_that_goes_elsewhere_is_in_no_feed(project):
    settings(project, "atom")
    project.run("run", "--date", "2026-11-20", "-o", "elsewhere/")
    project.run("rebuild", "2026-11-20", "-o", "one.md")
    assert not list(project.folder.rglob("feed.xml.new"))
    assert [path.parent.name for path in project.folder.rglob("feed.xml")] == [project.folder.name]


def test_only_the_newest_stay(project, monkeypatch):
    monkeypatch.setattr(_edition, "DIGESTS_IN_FEED", 2)
    settings(project)
    two_days(project)
    project.feed(11, 22, 33, 44)
    project.run("run", "--date", "2026-11-22")
    assert days(project) == ["2026-11-22.html", "2026-11-21.html"]
    project.run("rebuild", "2026-11-20")
    assert days(project) == ["2026-11-22.html", "2026-11-21.html"]


def test_it_is_no_file_of_a_day_and_known_as_ours_all_the_same(project):
    settings(project)
    two_days(project)
    assert files_by_day(project) == {day: [str(project.file(day))] for day in ("2026-11-21", "2026-11-20")}
    settings(project, title="Weekly")
    outcome = project.run("rebuild", "2026-11-20")
    assert (outcome.status, outcome.err) == (0, "")
    assert str(project.file("feed", "xml")) in outcome.out.split()
    assert files_by_day(project) == {day: [str(project.file(day))] for day in ("2026-11-21", "2026-11-20")}
    project.file("feed", "xml").write_text("edited")
    assert "the new digest lies beside it" in project.run("rebuild", "2026-11-20").err
    assert project.file("feed", "xml").read_text() == "edited"


def files_by_day(project: Project) -> dict[str, list[str]]:
    listed = json.loads(project.run("history", "list", "--json").out)
    return {record["date"]: record["files"] for record in listed["digests"]}


def test_what_a_user_wrote_there_stays(project):
    settings(project, "atom")
    project.file("feed", "xml").parent.mkdir()
    project.file("feed", "xml").write_text("mine")
    outcome = project.run("run", "--date", "2026-11-20")
    assert project.file("feed", "xml").read_text() == "mine"
    assert "the new digest lies beside it" in outcome.err
    assert project.file("feed", "xml.new").exists()


def test_a_run_that_was_killed_before_it_wrote_leaves_its_digest_to_the_next(project):
    settings(project, "atom")
    two_days(project)
    before = project.file("feed", "xml").read_bytes()
    left_unwritten(project)
    project.file("feed", "xml").unlink()
    assert project.run("run", "--date", "2026-11-21").status == 0
    assert project.file("feed", "xml").read_bytes() == before


def left_unwritten(project: Project) -> None:
    import sqlite3

    with sqlite3.connect(project.folder / ".digest" / "digest.db") as database:
        database.execute("UPDATE digests SET done = 0")
    database.close()


@pytest.mark.parametrize("command", [("run", "-f", "json"), ("rebuild", "2026-11-20", "-f", "json")])
def test_a_digest_cannot_lie_where_the_feed_does(project, command):
    settings(project, "both", "filename: feed")
    outcome = project.run(*command)
    assert (outcome.status, outcome.out) == (2, "")
    assert "feed.json is the feed of the digests; change output.filename" in outcome.err
    assert not (project.folder / ".digest").exists()


def test_its_key_is_checked(project):
    assert "feed of them" not in project.run("check").out
    settings(project, "atom")
    assert "as md; a feed of them beside (atom)" in project.run("check").out
    settings(project, "atm")
    assert "feeds.yaml:2:16: unknown value 'atm'; did you mean 'atom'?" in project.run("check").err
