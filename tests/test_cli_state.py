"""What stays between runs of the program: nothing twice, nothing lost, nothing of the user's overwritten."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from digest.store import Store
from digest.store.lock import Lock
from tests.project import CONFIG, Project, identity, title


def test_a_second_run_of_the_day_writes_the_same_bytes_and_leaves_the_file_alone(project: Project) -> None:
    project.feed(1, 2)
    first = project.run("run", "--date", "2026-11-20")
    assert (first.status, first.out) == (0, f"{project.file()}\n")
    before = identity(project.file())
    again = project.run("run", "--date", "2026-11-20")
    assert (again.status, again.out) == (0, first.out)
    assert identity(project.file()) == before


def test_what_came_since_is_added_and_what_stood_keeps_its_place(project: Project) -> None:
    project.feed(11, 22, 33)
    project.run("run", "--date", "2026-11-20")
    before = project.told()
    assert sorted(before) == [11, 22, 33]
    project.feed(49, 11, 58, 22, 33)
    project.run("run", "--date", "2026-11-20")
    assert project.told()[:3] == before
    assert sorted(project.told()[3:]) == [49, 58]


def test_an_entry_is_in_one_digest_only(project: Project) -> None:
    project.feed(11, 22)
    project.run("run", "--date", "2026-11-20")
    project.feed(11, 22, 33)
    project.run("run", "--date", "2026-11-21")
    assert project.told("2026-11-21") == [33]
    assert project.run("run", "--date", "2026-11-22").status == 0
    assert not project.file("2026-11-22").exists()


def test_a_past_day_is_written_again_byte_for_byte(project: Project) -> None:
    project.feed(11, 22, 33)
    project.run("run", "--date", "2026-11-20", "-f", "md", "-f", "html", "-f", "json")
    project.feed(44, 55)
    project.run("run", "--date", "2026-11-20", "-f", "md", "-f", "html", "-f", "json")
    project.run("run", "--date", "2026-11-21")
    endings = ("md", "html", "json")
    before = [project.file(ending=ending).read_bytes() for ending in endings]
    for ending in endings:
        project.file(ending=ending).unlink()
    assert project.run("rebuild", "2026-11-20", "-f", "md", "-f", "html", "-f", "json").status == 0
    assert [project.file(ending=ending).read_bytes() for ending in endings] == before


def test_an_earlier_day_than_the_last_is_refused(project: Project) -> None:
    project.feed(11)
    project.run("run", "--date", "2026-11-20")
    refused = project.run("run", "--date", "2026-11-19")
    assert refused.status == 2
    assert "digest rebuild 2026-11-19" in refused.err


@pytest.mark.parametrize("option", ["--explain-dropped", "--explain"])
def test_why_an_entry_was_left_out_is_told(project: Project, option: str) -> None:
    config = project.folder / "feeds.yaml"
    config.write_text(
        config.read_text().replace("per_feed: 999", "per_feed: 3").replace("total: 999", "total: 2")
        + "filters: {exclude: [{field: title, match: tunnel}]}\n"
    )
    project.feed(11, 22, 33, 44, 55)
    outcome = project.run("run", "--date", "2026-11-20", option)
    assert outcome.status == 0
    dropped = [line.strip() for line in outcome.err.splitlines() if line.startswith(("  seen", "  more"))]
    assert [line.partition(" ")[0] for line in dropped] == ["seen", "more", "more"]
    assert "excluded by {field: title, match: 'tunnel'}" in dropped[0]
    assert "limit" in dropped[1]
    assert dropped[2].endswith("over a limit of this day's digest")
    assert ("publish" in outcome.err) == (option == "--explain")
    project.feed(99)
    assert "No entry was left out." in project.run("run", "--date", "2026-11-21", "--explain-dropped").err


@pytest.mark.parametrize("option", ["--explain-dropped", "--explain"])
@pytest.mark.parametrize("sources", [(), ("feed.xml", "wire.xml")])
def test_what_was_merged_into_a_story_is_told(project: Project, option: str, sources: tuple[str, ...]) -> None:
    project.feed(11, 22)
    feed = (project.folder / "feed.xml").read_text()
    wire = feed.replace("gazette.example", "wire.example").replace("<title>G</title>", "<title>Wire</title>")
    (project.folder / "wire.xml").write_text(wire)
    (project.folder / "feeds.yaml").write_text(CONFIG + "  - {file: wire.xml, name: Wire}\n")
    outcome = project.run("run", *sources, "--date", "2026-11-20", option)
    merged = [line for line in outcome.err.splitlines() if line.startswith("  merged")]
    assert len(merged) == 2
    for number in (11, 22):
        assert f"  merged  {title(number)}: told in the story “{title(number)}”" in merged


def explained(project: Project) -> list[str]:
    outcome = project.run("run", "--date", "2026-11-20", "--explain-dropped")
    assert outcome.status == 0
    start = next(n for n, line in enumerate(outcome.err.splitlines()) if "was left out" in line or "left out." in line)
    return [line.strip() for line in outcome.err.splitlines()[start:] if line.startswith(("  ", "No entry"))]


def test_each_entry_that_is_left_out_is_told_once_in_its_own_run(project: Project) -> None:
    config = project.folder / "feeds.yaml"
    config.write_text(config.read_text().replace("total: 999", "total: 2"))
    project.feed(11, 22, 33)
    (cut,) = explained(project)
    assert cut.endswith("over a limit of this day's digest")
    assert explained(project) == ["No entry was left out."]


def test_an_entry_told_under_anothers_link_or_without_text_is_told_as_left_out(project: Project) -> None:
    project.feed(11, 22)
    feed = project.folder / "feed.xml"
    more = (
        "<item><title>Twin</title><link>https://gazette.example/22?utm_source=rss#x</link><guid>t</guid>"
        "<description>See there.</description></item>"
        "<item><link>https://gazette.example/empty</link><description> </description><guid>e</guid></item>"
    )
    feed.write_text(feed.read_text().replace("</channel>", f"{more}</channel>"))
    assert sorted(explained(project)) == [
        f"seen    Twin: the same page as “{title(22)}”",
        "seen    https://gazette.example/empty: no text could be read in it",
    ]


def test_a_rehearsal_stores_and_writes_nothing(project: Project) -> None:
    project.feed(11)
    outcome = project.run("run", "--date", "2026-11-20", "--dry-run")
    assert (outcome.status, outcome.out) == (0, "")
    assert sorted(path.name for path in project.folder.iterdir()) == ["feed.xml", "feeds.yaml"]


def test_an_edited_digest_is_never_overwritten(project: Project) -> None:
    project.feed(11)
    project.run("run", "--date", "2026-11-20")
    edited = project.file().read_text().replace("opens", "OPENS")
    project.file().write_text(edited)
    project.feed(11, 22)
    outcome = project.run("run", "--date", "2026-11-20")
    aside = project.folder / "digests" / "2026-11-20.md.new"
    assert (outcome.status, outcome.out) == (0, f"{aside}\n")
    assert project.file().read_text() == edited
    assert title(22) in aside.read_text()
    assert "edited" in outcome.err


def test_notes_below_the_marker_survive(project: Project) -> None:
    project.feed(11)
    project.run("run", "--date", "2026-11-20")
    with project.file().open("a") as file:
        file.write("\nRing the mayor.\n")
    project.feed(11, 22)
    assert project.run("run", "--date", "2026-11-20").status == 0
    text = project.file().read_text()
    assert text.endswith("\nRing the mayor.\n")
    assert sorted(project.told()) == [11, 22]


def test_nothing_new_writes_no_file(project: Project) -> None:
    project.feed()
    assert project.run("run", "--date", "2026-11-20").status == 0
    assert project.run("run", "--date", "2026-11-20", "--fail-if-empty").status == 5
    assert not project.file().exists()
    (project.folder / "feeds.yaml").write_text(CONFIG + "output: {write_empty: true}\n")
    assert project.run("run", "--date", "2026-11-20").out == f"{project.file()}\n"


def test_an_empty_day_says_which_feeds_could_not_be_read(project: Project) -> None:
    project.feed()
    (project.folder / "gone.xml").write_bytes(b"")
    more = "  - {file: gone.xml, name: The Gone Gazette}\n  - {file: missing.xml, name: Missing}\n"
    (project.folder / "feeds.yaml").write_text(f"{CONFIG}{more}output: {{write_empty: true}}\n")
    assert project.run("run", "--date", "2026-11-20").status == 0
    text = project.file().read_text()
    assert "Nothing new today. 2 of 3 feeds could not be read.\n" in text
    assert "Gone Gazette" not in text  # readers are told by name from health.warn_after failures in a row
    assert "word for word" not in text
    for _ in range(2):
        project.run("run", "--date", "2026-11-20", "--refresh")
    assert "2 of 3 feeds failed: The Gone Gazette (" in project.file().read_text()


def test_where_every_feed_fails_nothing_is_written(project: Project) -> None:
    (project.folder / "feed.xml").write_bytes(b"")
    outcome = project.run("run", "--date", "2026-11-20")
    assert (outcome.status, outcome.out) == (1, "")
    assert "feed.xml" in outcome.err
    assert not project.file().exists()


def test_a_second_run_at_the_same_time_is_refused(project: Project) -> None:
    project.feed(11)
    (project.folder / ".digest").mkdir()
    lock = Lock.take(project.folder / ".digest" / "digest.db.lock")
    outcome = project.run("run", "--date", "2026-11-20")
    lock.release()
    assert (outcome.status, outcome.out) == (75, "")
    assert f"process {os.getpid()}" in outcome.err
    assert project.run("run", "--date", "2026-11-20").status == 0


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda path: path.write_bytes(b"not a database, though long enough to be one" * 99), "no database"),
        (lambda path: path.write_bytes(path.read_bytes()[:9000]), "cut short"),
    ],
)
def test_a_damaged_database_is_refused_before_any_work(
    project: Project, spoil: Callable[[Path], int], words: str
) -> None:
    project.feed(11)
    project.run("run", "--date", "2026-11-20")
    database = project.folder / ".digest" / "digest.db"
    spoil(database)
    project.feed(11, 22)
    before = project.file().read_bytes()
    outcome = project.run("run", "--date", "2026-11-20")
    assert (outcome.status, outcome.out) == (1, "")
    assert str(database) in outcome.err
    assert words in outcome.err
    assert outcome.err.count("\n") == 1
    assert project.file().read_bytes() == before


def test_a_folder_that_cannot_be_written_is_told_before_any_work(project: Project) -> None:
    project.feed(11)
    (project.folder / "digests").write_bytes(b"")
    outcome = project.run("run", "--date", "2026-11-20")
    assert (outcome.status, outcome.out) == (1, "")
    assert "digests: a file stands where a folder is needed" in outcome.err
    assert not (project.folder / ".digest").exists()


def test_a_digest_that_was_claimed_and_not_written_is_written_first(project: Project) -> None:
    project.feed(11, 22)
    project.run("run", "--date", "2026-11-20")
    project.file().unlink()
    with (
        Store.open(project.folder / ".digest" / "digest.db") as store,
        contextlib.closing(store._db.cursor()) as cursor,
    ):
        cursor.execute("UPDATE digests SET done = 0")
    project.feed(11, 22, 33)
    outcome = project.run("run", "--date", "2026-11-21")
    assert outcome.out == f"{project.file()}\n{project.file('2026-11-21')}\n"
    assert sorted(project.told()) == [11, 22]
    assert project.told("2026-11-21") == [33]


def test_one_digest_far_ahead_does_not_draw_later_runs_to_its_day(project: Project) -> None:
    project.feed(1)
    assert project.run("run", "--date", "2099-01-01").status == 0
    project.feed(2, 1)
    outcome = project.run("run")
    assert outcome.status == 0
    assert "2099" not in outcome.out
    refused = project.run("run", "--date", "2098-12-31")
    assert refused.status == 2
    assert "2099-01-01" in refused.err
