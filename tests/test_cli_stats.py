"""`digest stats` through the program, on what two days of runs have left."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from tests.project import CONFIG, Project, item, title

PERIOD = ("--since", "2026-11-16", "--until", "2026-11-22")


@pytest.fixture
def project(project: Project) -> Project:
    project.feed(11, 22, 33)
    ads = "".join(item(number) for number in (55, 66))
    (project.folder / "ads.xml").write_text(
        f'<rss version="2.0"><channel><title>Ads Weekly</title>{ads}</channel></rss>'
    )
    (project.folder / "feeds.yaml").write_text(
        CONFIG + "  - {file: ads.xml, section: paid, exclude: [{field: title, match: opens}]}\n"
        "  - {file: later.xml, name: Later, section: paid}\n"
    )
    (project.folder / "later.xml").write_text('<rss version="2.0"><channel><title>L</title></channel></rss>')
    project.run("run", "--date", "2026-11-20")
    return project


def counted(project: Project, *more: str) -> dict:
    outcome = project.run("stats", *PERIOD, "--json", *more)
    assert (outcome.status, outcome.err) == (0, "")
    return json.loads(outcome.out)


def test_it_counts_what_came_and_what_was_chosen(project):
    found = counted(project)
    assert (found["since"], found["until"], found["entries"], found["chosen"]) == ("2026-11-16", "2026-11-21", 5, 3)
    assert [(feed["name"], feed["entries"], feed["chosen"], feed["share"]) for feed in found["feeds"]] == [
        ("The Gazette", 3, 3, 1.0),
        ("Ads Weekly", 2, 0, 0.0),
        ("Later", 0, 0, None),
    ]
    assert "title" in found["feeds"][1]["reason"]
    assert found["days"][0] == {"date": "2026-11-19", "entries": 5, "chosen": 3}
    assert [Path(place).name for place in found["never"]] == ["ads.xml", "later.xml"]


def test_a_source_is_named_by_its_place_and_not_by_its_article(project):
    (project.folder / "inbox").mkdir()
    (project.folder / "inbox" / "vey.md").write_text("# The bridge of Vey\n\nIt opened on Thursday after six years.\n")
    page = "<title>The tunnel</title><p>The tunnel of Orre is closed for repairs that will last a month.</p>"
    (project.folder / "tunnel.html").write_text(page)
    (project.folder / "feeds.yaml").write_text(CONFIG + "  - file: inbox/*.md\n  - file: tunnel.html\n")
    project.run("run", "--date", "2026-11-21")
    names = {feed["name"] for feed in counted(project, "--until", "2030-01-01")["feeds"]}
    assert {"inbox/vey.md", "tunnel.html"} < names
    status = project.run("feeds", "status").out
    assert "inbox/vey.md" in status
    assert "The bridge of Vey" not in status


def test_who_is_quoted_is_what_the_digests_say(project):
    assert all(said["key_points"] for said in counted(project)["sources"])
    before = counted(project)["sources"]
    printed = project.run("rebuild", "2026-11-20", "-f", "json", "-o", "-")
    points = [p for s in json.loads(printed.out)["sections"] for story in s["stories"] for p in story["key_points"]]
    said = [point["attribution"]["source"] for point in points if point["attribution"]]
    names = {name: said.count(name) for name in said if name}
    assert names
    assert {entry["source"]: entry["key_points"] for entry in before} == names
    assert counted(project, "--feed", "Later")["sources"] == []
    assert project.run("stats", "--since", "2026-11-21", "--until", "2026-11-22", "--json").status == 0


def test_a_digest_that_grew_is_counted_anew(project):
    project.feed(11, 22, 33, 44)
    project.run("run", "--date", "2026-11-20")
    found = counted(project)
    assert (found["entries"], found["chosen"]) == (6, 4)
    assert found["sources"]


def test_it_can_be_limited(project):
    assert [feed["name"] for feed in counted(project, "--section", "paid")["feeds"]] == ["Ads Weekly", "Later"]
    assert [feed["name"] for feed in counted(project, "--feed", "The Gazette")["feeds"]] == ["The Gazette"]
    assert project.run("stats", "--since", "2026-11-10", "--until", "2026-11-12", "--json").status == 0
    wrong = project.run("stats", "--feed", "The Gazete")
    assert (wrong.status, wrong.out) == (2, "")
    assert "did you mean 'The Gazette'?" in wrong.err


def test_a_feed_that_was_taken_off_the_list_still_counts(project):
    (project.folder / "feeds.yaml").write_text("timezone: UTC\nfeeds:\n  - {file: ads.xml, name: Ads}\n")
    found = counted(project)
    assert [(feed["name"], feed["entries"]) for feed in found["feeds"]] == [("G", 3), ("Ads", 2)]
    assert len(found["never"]) == 1


def test_it_writes_bars_a_page_and_json(project):
    bars = project.run("stats", *PERIOD)
    assert "5 entries from 2 feeds, 3 in digests (60%)" in bars.out
    assert "█" in bars.out
    assert "\x1b" not in bars.out
    page = project.run("stats", *PERIOD, "--html", "counts.html")
    assert page.out == "counts.html\n"
    assert "<svg" in (project.folder / "counts.html").read_text()
    by_name = project.run("stats", *PERIOD, "-o", "counts.json")
    assert json.loads((project.folder / "counts.json").read_text()) == counted(project)
    assert by_name.out == "counts.json\n"
    folder = project.run("stats", *PERIOD, "-f", "html", "-o", "out/")
    assert (project.folder / "out" / "stats.html").read_bytes() == (project.folder / "counts.html").read_bytes()
    assert folder.out == "out/stats.html\n"
    assert project.run("stats", *PERIOD, "-f", "html").out == (project.folder / "counts.html").read_text()


@pytest.mark.parametrize(
    "options", [("--json", "-f", "html"), ("--html", "a.html", "--json"), ("--html", "a.html", "-o", "b.html")]
)
def test_options_that_contradict_each_other_are_refused(project, options):
    outcome = project.run("stats", *options)
    assert (outcome.status, outcome.out) == (2, "")
    assert not (project.folder / "a.html").exists()


def test_it_reads_only(project):
    before = (project.folder / ".digest" / "digest.db").read_bytes()
    project.run("stats")
    assert (project.folder / ".digest" / "digest.db").read_bytes() == before


def test_before_the_first_run_it_says_what_to_do(project):
    (project.folder / ".digest" / "digest.db").unlink()
    outcome = project.run("stats")
    assert (outcome.status, outcome.out) == (1, "")
    assert "nothing is stored yet; `digest run` starts it" in outcome.err


def test_a_database_of_before_has_no_quotations_and_all_else(project):
    with sqlite3.connect(project.folder / ".digest" / "digest.db") as database:
        database.execute("UPDATE digests SET notes = ?", (b'{"feeds_total":1,"problems":[]}',))
    database.close()
    found = counted(project)
    assert (found["sources"], found["chosen"]) == ([], 3)
    assert title(11) in project.run("rebuild", "2026-11-20", "-f", "txt", "-o", "-").out
