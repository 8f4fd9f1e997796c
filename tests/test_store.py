"""What is kept between runs, and what a file that is not as it should be leads to."""

from __future__ import annotations

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.edition import Pick, Place
from digest.errors import LockHeldError, Problem, StoreError
from digest.models import Entry, Feed, FeedMemory, Poll
from digest.selection import Terms, select
from digest.settings import Limits, Source
from digest.store import Store
from digest.store.database import APPLICATION, VERSION, connect, set_journal, set_layout
from digest.store.feeds import after
from digest.store.values import body_of, entry_of, maybe_pack, maybe_unpack, micros, moment

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
TODAY = NOW.date()
DAY = timedelta(days=1)
HERE, THERE = "https://one.example/feed", "https://two.example/feed"
SOURCES = {HERE: Source(HERE, name="One", section="tech"), THERE: Source(THERE, name="Two")}


def entry(name: str, age: timedelta | None = timedelta(hours=1), **values: object) -> Entry:
    usual = {
        "title": f"Title {name}",
        "content": f"Text {name}.",
        "url": f"https://one.example/{name}",
        "published": None if age is None else NOW - age,
    }
    return Entry(name, markup="text", **(usual | values))


def noise(seed: int) -> str:
    """A text that hardly deflates."""
    return "".join(sha256(f"{seed} {number}".encode()).hexdigest() for number in range(32))


def poll(*entries: Entry, location: str = HERE, **values: object) -> Poll:
    return Poll(location, feed=Feed("A feed", entries, format="rss"), **values)


def decide(store: Store, day: date = TODAY, limits: Limits | None = None) -> int:
    terms = Terms(SOURCES, limits or Limits(), NOW)
    return store.claim(day, select(store.candidates(), terms, taken=store.taken(day)))


def finish(store: Store, day: date = TODAY) -> None:
    store.finish(day, {}, {})


def titles(store: Store, day: date = TODAY) -> list[str]:
    edition = store.edition(day)
    return [pick.entry.id for pick in edition.picks] if edition else []


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".digest" / "digest.db"


# What a poll leaves


def test_a_poll_is_remembered_with_what_it_brought(path: Path) -> None:
    feed = Feed("A feed", (entry("a"),), format="rss", ttl=3600)
    with Store.open(path) as store:
        assert store.remember([Poll(HERE, feed=feed, etag='W/"a,b c"', last_modified="some day", max_age=60)], NOW) == 1
    with Store.view(path) as store:
        assert store.memory(NOW) == {
            HERE: FeedMemory(
                HERE, "A feed", 'W/"a,b c"', "some day", last_poll=NOW, last_success=NOW, ttl=3600, max_age=60
            )
        }
        assert [candidate.title for candidate in store.candidates()] == ["Title a"]


def test_validators_come_back_byte_for_byte(path: Path) -> None:
    odd = '"\u00e9\udce9\x00\ufffd\u2028'
    with Store.open(path) as store:
        store.remember([poll(etag=odd, last_modified=odd)], NOW)
        assert (store.memory(NOW)[HERE].etag, store.memory(NOW)[HERE].last_modified) == (odd, odd)


def test_a_304_is_a_success_that_keeps_the_validators_it_does_not_renew() -> None:
    before = FeedMemory(HERE, "A feed", "old", "then", last_poll=NOW - DAY, last_success=NOW - DAY, failures=2)
    made = after(before, Poll(HERE, unchanged=True, etag="new"), NOW)
    assert (made.etag, made.last_modified, made.last_success, made.failures) == ("new", "then", NOW, 0)


def test_a_body_without_validators_takes_the_old_ones_away() -> None:
    made = after(FeedMemory(HERE, etag="old", last_modified="then"), poll(), NOW)
    assert (made.etag, made.last_modified) == (None, None)


def test_a_failure_keeps_the_validators_and_the_last_success() -> None:
    problem = Problem(HERE, "no answer", "timeout")
    before = FeedMemory(HERE, etag="old", last_poll=NOW - DAY, last_success=NOW - DAY)
    once = after(before, Poll(HERE, problem=problem, etag="of a bad body"), NOW)
    twice = after(once, Poll(HERE, problem=problem), NOW + DAY)
    assert (twice.etag, twice.last_success, twice.last_poll) == ("old", NOW - DAY, NOW + DAY)
    assert (twice.failures, twice.first_failure, twice.problem) == (2, NOW, problem)
    assert after(twice, poll(), NOW + 2 * DAY).problem is None


def test_no_server_silences_a_feed_for_more_than_a_week() -> None:
    made = after(FeedMemory(HERE), Poll(HERE, problem=Problem(HERE, "503", "fetch"), retry_after=1e9), NOW)
    assert made.retry_until == NOW + 7 * DAY


def test_a_server_that_wants_rest_gets_it_from_all_its_feeds(path: Path) -> None:
    near, other = "https://one.example/second", "https://one.example:8443/third"
    said = Poll(HERE, problem=Problem(HERE, "429", "fetch"), retry_after=10**9, resting="one.example:443")
    with Store.open(path) as store:
        store.configure([Source(place) for place in (HERE, near, other, THERE)])
        store.remember([said], NOW)
    with Store.open(path) as store:
        wait = {place: memory.retry_until for place, memory in store.memory(NOW).items()}
        assert wait == {HERE: NOW + 7 * DAY, near: NOW + DAY / 2, other: None, THERE: None}
        store.remember([replace(said, retry_after=60.0)], NOW + DAY / 4)  # a shorter wish does not shorten the first
        assert store.memory(NOW + DAY / 4)[near].retry_until == NOW + DAY / 2
        assert store.memory(NOW + DAY)[near].retry_until is None
        assert store.memory(NOW - DAY)[near].retry_until is None  # left by a clock that was wrong
        assert store.resting(NOW + DAY / 4) == {"one.example:443": DAY.total_seconds() / 4}
        assert store.retry(near)
        assert store.memory(NOW)[near].retry_until is None
        assert store.resting(NOW) == {}


def test_a_feed_that_moved_rests_with_its_new_server(path: Path) -> None:
    said = Poll(THERE, problem=Problem(THERE, "503", "fetch"), retry_after=60, resting="one.example:443")
    with Store.open(path) as store:
        store.remember([poll(location="https://old.example/f", moved_to=HERE), said], NOW)
        wait = {place: memory.retry_until for place, memory in store.memory(NOW).items()}
        assert wait["https://old.example/f"] == NOW + timedelta(minutes=1)
        store.retry("https://old.example/f")
        assert store.memory(NOW)["https://old.example/f"].retry_until is None


def test_a_feed_that_is_gone_stays_so_until_it_is_tried_again(path: Path) -> None:
    with Store.open(path) as store:
        store.remember([Poll(HERE, problem=Problem(HERE, "410", "fetch"), gone=True)], NOW)
        assert store.memory(NOW)[HERE].gone
        assert store.retry(HERE)
        assert store.memory(NOW)[HERE] == FeedMemory(HERE)
        assert not store.retry("https://unknown.example/")


def test_a_permanent_move_is_kept_and_given_up_when_the_new_place_keeps_failing() -> None:
    moved = after(FeedMemory(HERE), poll(moved_to=THERE), NOW)
    assert after(moved, poll(), NOW).moved_to == THERE
    assert after(moved, poll(moved_to=HERE), NOW).moved_to is None
    for _ in range(3):
        assert moved.moved_to == THERE
        moved = after(moved, Poll(HERE, problem=Problem(HERE, "404", "fetch")), NOW)
    assert (moved.moved_to, moved.etag) == (None, None)


def test_times_of_a_wrong_clock_are_not_believed(path: Path) -> None:
    problem = Problem(THERE, "503", "fetch")
    with Store.open(path) as store:
        store.remember([poll(), Poll(THERE, problem=problem, retry_after=3 * 86400)], NOW + 365 * DAY)
        memory = store.memory(NOW)
    assert (memory[HERE].last_poll, memory[HERE].last_success) == (None, NOW)
    assert memory[THERE].retry_until is None


def test_what_was_published_while_the_clock_was_wrong_is_not_lost(path: Path) -> None:
    with Store.open(path) as store:
        store.remember([poll()], NOW + 365 * DAY)
        store.remember([poll(entry("a"))], NOW)
        assert decide(store) == 1


# What a digest takes


def test_a_second_run_takes_only_what_came_since(path: Path) -> None:
    with Store.open(path) as store:
        store.remember([poll(entry("a"), entry("b"))], NOW - DAY)
        assert decide(store) == 2
        finish(store)
        first = store.edition(TODAY)
        store.remember([poll(entry("a"), entry("b"))], NOW)
        assert decide(store) == 0
        assert store.edition(TODAY) == first
        store.remember([poll(entry("c"), entry("b"))], NOW)
        assert decide(store) == 1
        assert store.unfinished() == [TODAY]
        assert sorted(titles(store)) == ["a", "b", "c"]


def test_an_entry_is_in_one_digest_only(path: Path) -> None:
    with Store.open(path) as store:
        store.remember([poll(entry("a"))], NOW)
        decide(store, TODAY - DAY)
        decide(store, TODAY)
        assert (titles(store, TODAY - DAY), titles(store, TODAY)) == (["a"], [])


def test_the_first_polls_rule_holds_though_the_run_died_before_deciding(path: Path) -> None:
    brought = [entry(str(number), number * DAY) for number in range(10)]
    with Store.open(path) as store:
        store.remember([poll(*brought)], NOW - DAY)
    with Store.open(path) as store:
        store.remember([poll(*brought)], NOW)
        assert decide(store) == 3
        assert titles(store) == ["0", "1", "2"]
        assert store.candidates() == ()


def test_after_three_weeks_off_nothing_is_lost(path: Path) -> None:
    with Store.open(path) as store:
        store.remember([poll()], NOW - 21 * DAY)
        store.remember([poll(entry("a", 20 * DAY), entry("b", 27 * DAY), entry("c", 29 * DAY))], NOW)
        decide(store)
        assert titles(store) == ["a", "b"]


def test_entries_over_a_limit_are_settled_with_the_day(path: Path) -> None:
    with Store.open(path) as store:
        store.remember([poll(entry("a", DAY), entry("b", 2 * DAY))], NOW)
        decide(store, limits=Limits(per_feed=1))
        edition = store.edition(TODAY)
        assert edition is not None
        assert [(pick.entry.id, pick.more) for pick in edition.picks] == [("a", False), ("b", True)]
        assert decide(store, TODAY + DAY) == 0
        assert store.taken(TODAY) == {HERE: 1}


def test_an_edition_is_all_that_rendering_needs(path: Path) -> None:
    problem = Problem(THERE, "no answer", "timeout")
    with Store.open(path) as store:
        source = replace(SOURCES[HERE], headers={"Authorization": "secret"}, auth=("me", "secret"), tags=("a",))
        store.configure([source])
        store.remember([poll(entry("a"))], NOW)
        store.claim(TODAY, select(store.candidates(), Terms(SOURCES, Limits(), NOW)), problems=[problem], feeds_total=2)
        store.finish(TODAY, {}, {"x": Place("x", 0)})
        edition = store.edition(TODAY)
    assert edition is not None
    assert edition.sources == {HERE: replace(source, headers={}, auth=None)}
    assert (edition.problems, edition.feeds_total, edition.done) == ((problem,), 2, True)
    assert edition.places == {"x": Place("x", 0)}
    assert b"secret" not in path.read_bytes()


def test_the_order_of_stories_survives(path: Path) -> None:
    places = {name: Place(name, rank) for rank, name in enumerate("cab")}
    with Store.open(path) as store:
        store.remember([poll(entry("a"))], NOW)
        decide(store)
        store.finish(TODAY, {}, places)
        edition = store.edition(TODAY)
        assert edition is not None
        assert list(edition.places.items()) == list(places.items())


def test_an_edited_entry_is_updated_until_it_is_published_and_never_told_again(path: Path) -> None:
    with Store.open(path) as store:
        store.remember([poll()], NOW - DAY)
        store.remember([poll(entry("a"))], NOW)
        store.remember([poll(entry("a", timedelta(0), title="Mended"))], NOW)
        decide(store)
        store.remember([poll(entry("a", title="Mended again"))], NOW + DAY)
        assert decide(store, TODAY + DAY) == 0
        edition = store.edition(TODAY)
        assert edition is not None
        assert edition.picks[0].entry.title == "Mended"
        assert edition.picks[0].entry.published == NOW - timedelta(hours=1)


def test_of_one_id_twice_in_a_feed_the_first_counts(path: Path) -> None:
    with Store.open(path) as store:
        assert store.remember([poll(entry("a", title="One"), entry("a", title="Two"))], NOW) == 1
        assert [candidate.title for candidate in store.candidates()] == ["One"]


def test_one_page_in_two_feeds_is_told_once_with_the_other_named(path: Path) -> None:
    page = "https://one.example/story"
    with Store.open(path) as store:
        store.remember([poll(entry("a", url=page)), poll(entry("b", url=f"{page}?utm_source=x"), location=THERE)], NOW)
        assert decide(store) == 1
        edition = store.edition(TODAY)
        assert edition is not None
        assert [(pick.entry.id, pick.also) for pick in edition.picks] == [("a", (THERE,))]


def test_a_feed_whose_file_has_a_name_in_no_encoding_is_one_like_any_other(path: Path) -> None:
    odd, page = "inbox/caf\udce9.xml", "https://one.example/story"
    sources = {odd: Source(odd, local=True), HERE: SOURCES[HERE]}
    with Store.open(path) as store:
        store.configure(sources.values())
        store.remember([poll(entry("a", url=page), location=odd), poll(entry("b", url=page))], NOW)
        store.claim(TODAY, select(store.candidates(), Terms(sources, Limits(), NOW)))
        edition = store.edition(TODAY)
        assert edition is not None
        assert [(pick.feed, pick.also) for pick in edition.picks] == [(odd, (HERE,))]
        assert edition.sources == {odd: sources[odd]}


def test_a_page_published_on_another_day_by_another_feed_is_not_told_again(path: Path) -> None:
    page = "https://one.example/story"
    with Store.open(path) as store:
        store.remember([poll(entry("a", url=page)), poll(location=THERE)], NOW - DAY)
        decide(store, TODAY - DAY)
        store.remember([poll(entry("b", url=page), location=THERE)], NOW)
        assert decide(store) == 0


def test_a_feed_that_changes_all_its_ids_is_no_flood(path: Path) -> None:
    with Store.open(path) as store:
        names = [str(number) for number in range(3)]
        store.remember([poll(*(entry(name) for name in names))], NOW - DAY)
        assert decide(store, TODAY - DAY) == 3
        store.remember([poll(*(replace(entry(name), id=f"new {name}") for name in names))], NOW)
        assert decide(store) == 0


def test_entries_that_all_lead_to_the_front_page_are_all_told(path: Path) -> None:
    with Store.open(path) as store:
        store.remember([poll(*(entry(name, url="https://one.example/") for name in "ab"))], NOW - DAY)
        assert decide(store, TODAY - DAY) == 2
        store.remember([poll(entry("c", url="https://one.example/"), location=THERE)], NOW)
        assert decide(store) == 1


def test_undated_entries_count_from_first_seen(path: Path) -> None:
    with Store.open(path) as store:
        store.remember([poll()], NOW - DAY)
        store.remember([poll(entry("a", None), entry("b", -9 * DAY))], NOW)
        decide(store)
        edition = store.edition(TODAY)
        assert edition is not None
        assert [(pick.time, pick.entry.published) for pick in edition.picks] == [(NOW, None), (NOW, None)]


def test_a_fetched_page_takes_the_teasers_place(path: Path) -> None:
    with Store.open(path) as store:
        store.remember([poll(entry("a", teaser=True))], NOW)
        (candidate,) = store.candidates()
        ((key, teaser),) = store.read([candidate.key])
        store.complete({key: replace(teaser, content="The whole page.", teaser=False)})
        decide(store)
        store.complete({key: replace(teaser, content="Too late.")})
        edition = store.edition(TODAY)
        assert edition is not None
        assert edition.picks[0].entry.content == "The whole page."
        assert store.known(HERE, ["a", "b"]) == {"a"}


def test_ids_tell_entries_of_different_feeds_apart(path: Path) -> None:
    with Store.open(path) as store:
        store.remember([poll(entry("1", url=None)), poll(entry("1", url=None), location=THERE)], NOW)
        decide(store)
        edition = store.edition(TODAY)
        assert edition is not None
        assert len({pick.id for pick in edition.picks}) == 2


def test_a_period_holds_what_was_published_and_what_was_not(path: Path) -> None:
    with Store.open(path) as store:
        store.remember([poll(*(entry(str(days), days * DAY) for days in range(6)))], NOW)
        decide(store)
        found = store.between(NOW - 4 * DAY, NOW)
        assert [pick.entry.id for pick in found] == ["1", "2", "3", "4"]
        assert found[0] in [Pick(p.id, p.feed, p.entry, p.time) for p in store.edition(TODAY).picks]  # type: ignore[union-attr]


def test_a_period_holds_a_page_once(path: Path) -> None:
    page = "https://one.example/story"
    with Store.open(path) as store:
        store.remember([poll(entry("a", url=page)), poll(entry("b", url=page), location=THERE)], NOW)
        decide(store)
        assert [pick.entry.id for pick in store.between(NOW - DAY, NOW)] == ["a"]


def test_two_that_begin_at_once_make_one_layout(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    begin = threading.Barrier(2)

    def look() -> None:
        connection = connect(path)
        begin.wait(10)
        set_journal(connection)
        set_layout(connection, path)
        found.append(connection.execute("SELECT * FROM digests").fetchall())
        connection.close()

    found: list[object] = []
    threads = [threading.Thread(target=look) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert found == [[], []]


def test_a_locked_file_is_told_after_one_wait_and_not_a_hundred(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from digest.store import database

    monkeypatch.setattr(database, "BUSY_SECONDS", 0.2)
    path.parent.mkdir()
    with contextlib.closing(sqlite3.connect(path)) as other, contextlib.closing(sqlite3.connect(path)) as mine:
        other.execute("CREATE TABLE held (x)")
        other.execute("BEGIN EXCLUSIVE")
        waits: list[int] = []
        pause = database.time.sleep
        monkeypatch.setattr(
            database.time, "sleep", lambda span: (waits.extend(*mine.execute("PRAGMA busy_timeout")), pause(span))
        )
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            database.ask_for_log(mine)
        assert set(waits) == {0}  # no attempt waits by itself
        assert len(waits) <= 0.2 / database.BUSY_PAUSE + 1
        assert mine.execute("PRAGMA busy_timeout").fetchone() == (200,)


def test_a_newsletters_issue_keeps_its_number(path: Path) -> None:
    with Store.open(path) as store:
        numbers = [store.issue(NOW - days * DAY, NOW) for days in (7, 14, 7, 21)]
    assert numbers == [1, 2, 1, 3]


# What is remembered of files


def test_what_was_about_to_be_written_is_known_as_ours_until_it_was_written(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "digests" / "2026-11-22.md"
    with Store.open(path) as store:
        store.remember([poll(entry("a"))], NOW)
        decide(store)
        store.expect(TODAY, {file: "old"})
        store.finish(TODAY, {file: "old"}, {})
        store.expect(TODAY, {file: "new"})
        assert store.ours([file]) == {file: {"old", "new"}}
        store.finish(TODAY, {file: "new"}, {})
        assert store.ours([file]) == {file: {"new"}}
        (record,) = store.history()
        assert (record.day, record.entries, record.more, record.done, record.files) == (TODAY, 1, 0, True, (file,))


def test_files_are_known_after_the_folder_was_moved(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "project"
    with Store.open(folder / ".digest" / "digest.db") as store:
        store.expect(TODAY, {folder / "digests" / "a.md": "sha"})
    moved = folder.rename(tmp_path / "moved")
    with Store.view(moved / ".digest" / "digest.db") as store:
        file = moved / "digests" / "a.md"
        assert store.ours([file]) == {file: {"sha"}}


# Forgetting


def test_what_is_old_and_in_no_feed_is_forgotten_and_what_a_feed_still_holds_is_not(path: Path) -> None:
    later = NOW + 200 * DAY
    with Store.open(path) as store:
        store.remember([poll(entry("gone"), entry("kept"))], NOW)
        decide(store)
        finish(store)
        store.remember([poll(entry("kept"), entry("new", None))], later)
        assert store.prune(later, 90 * DAY) == 1
        assert store.known(HERE, ["gone", "kept", "new"]) == {"kept", "new"}
        assert store.edition(TODAY) is None
        assert [record.day for record in store.history()] == [TODAY]
        assert store.last_day() == TODAY
        assert [candidate.title for candidate in store.candidates()] == ["Title new"]
        assert store.prune(later, 90 * DAY) == 0


def test_a_feed_that_answers_304_for_months_forgets_nothing(path: Path) -> None:
    later = NOW + 200 * DAY
    with Store.open(path) as store:
        store.remember([poll(entry("a"))], NOW)
        decide(store)
        store.remember([Poll(HERE, unchanged=True)], later)
        assert store.prune(later, 90 * DAY) == 0
        store.remember([poll(entry("a"))], later)
        assert store.candidates() == ()


def test_a_digest_within_the_time_to_keep_can_be_read_whole(path: Path) -> None:
    with Store.open(path) as store:
        store.remember([poll(entry("a", 6 * DAY))], NOW)
        decide(store)
        before = store.edition(TODAY)
        store.remember([poll()], NOW + 89 * DAY)
        store.prune(NOW + 89 * DAY, 90 * DAY)
        assert store.edition(TODAY) == before


# Rehearsing and viewing


def test_a_rehearsal_leaves_nothing(path: Path) -> None:
    with Store.rehearse(path) as store:
        store.remember([poll(entry("a"))], NOW)
        assert decide(store) == 1
        assert titles(store) == ["a"]
    assert not path.parent.exists()
    with Store.open(path) as store:
        store.remember([poll(entry("a"))], NOW)
    before = path.read_bytes()
    with Store.rehearse(path) as store:
        assert decide(store) == 1
    assert path.read_bytes() == before
    with Store.open(path) as store:
        assert len(store.candidates()) == 1


def test_nothing_to_view_is_told(path: Path) -> None:
    with pytest.raises(StoreError, match="nothing is stored yet"):
        Store.view(path)
    assert not path.parent.exists()


def test_one_may_look_on_while_a_run_is_at_work(path: Path) -> None:
    with Store.open(path) as store, Store.view(path) as view:
        store.remember([poll(entry("a"))], NOW)
        assert len(view.candidates()) == 1


# One at a time


def test_a_second_run_is_refused_and_told_who_is_at_work(path: Path) -> None:
    with Store.open(path), pytest.raises(LockHeldError, match=f"process {os.getpid()}"):
        Store.open(path)
    with Store.open(path):
        pass


def test_the_lock_of_a_run_that_died_is_none(path: Path) -> None:
    script = (
        "import sys, time; from pathlib import Path; from digest.store import Store\n"
        "store = Store.open(Path(sys.argv[1])); print('held', flush=True); time.sleep(60)"
    )
    holder = subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True)
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(LockHeldError, match=f"process {holder.pid}"):
            Store.open(path)
        holder.send_signal(signal.SIGKILL)
    with Store.open(path) as store:
        assert store.faults() == ()


# Files that are not as they should be


def test_a_damaged_file_is_refused(path: Path) -> None:
    with Store.open(path):
        pass
    path.write_bytes(b"SQLite format 4\0" + path.read_bytes()[16:])
    with pytest.raises(StoreError, match="no database; move it aside") as caught:
        Store.open(path)
    assert str(path) in str(caught.value)


def test_a_file_cut_short_is_refused(path: Path) -> None:
    with Store.open(path) as store:
        store.remember([poll(*(entry(str(number), content=noise(number)) for number in range(50)))], NOW)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(StoreError, match="cut short"):
        Store.open(path)


def test_damage_within_is_told_when_it_is_met(path: Path) -> None:
    with Store.open(path) as store:
        store.remember([poll(*(entry(str(number), content=noise(number)) for number in range(99)))], NOW)
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 8192) + content[-4096:])
    with pytest.raises(StoreError, match="damaged; restore a copy"), Store.open(path) as store:
        store.candidates()


def test_a_file_of_a_later_version_is_refused(path: Path) -> None:
    with Store.open(path):
        pass
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(StoreError, match="later version of digest"):
        Store.open(path)


def make_of_first_version(path: Path) -> None:
    """Make a database of layout 1 that knows one feed."""
    path.parent.mkdir()
    with sqlite3.connect(path) as connection:
        connection.executescript(files("digest.store").joinpath("layout.sql").read_text())
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute("PRAGMA user_version = 1")
        connection.execute("INSERT INTO feeds (location) VALUES (?)", (HERE.encode(),))
    connection.close()


def test_a_file_of_an_earlier_version_gets_what_it_lacks(path: Path) -> None:
    make_of_first_version(path)
    with Store.open(path) as store:
        assert list(store.memory(NOW)) == [HERE]
        store.remember([Poll(HERE, problem=Problem(HERE, "", "fetch"), retry_after=5, resting="h:80")], NOW)
    with connect(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    connection.close()


def test_who_only_reads_leaves_a_file_of_an_earlier_version_as_it_is(path: Path) -> None:
    make_of_first_version(path)
    before = path.read_bytes()
    with Store.view(path) as store:
        assert list(store.memory(NOW)) == [HERE]
        assert store.resting(NOW) == {}
        assert store.history() == []
        assert not store.faults()
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_who_only_reads_needs_no_right_to_write(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(path) as store:
        store.remember([poll(entry("a"))], NOW)
    real = sqlite3.connect

    def read_only(name: str, **options: object) -> sqlite3.Connection:
        """A disk that takes no writes: SQLite cannot make the files that its log needs."""
        if "immutable=1" not in name:
            raise sqlite3.OperationalError("unable to open database file")
        return real(name, **options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(os, "access", lambda _, mode: mode != os.W_OK)
    monkeypatch.setattr(sqlite3, "connect", read_only)
    with Store.view(path) as store:
        assert list(store.memory(NOW)) == [HERE]


def test_an_empty_file_has_nothing_to_view(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with pytest.raises(StoreError, match="nothing is stored yet"):
        Store.view(path)
    assert path.read_bytes() == b""


def test_a_database_of_another_program_is_refused(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()
    with pytest.raises(StoreError, match="another program"):
        Store.open(path)


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"Is a directory.*set state\.path"):
        Store.open(tmp_path)


def test_an_empty_file_is_a_beginning(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with Store.open(path) as store:
        assert store.memory(NOW) == {}


def test_a_lost_log_is_noticed(path: Path) -> None:
    script = (
        "import sys, os; sys.path.insert(0, sys.argv[2]); from pathlib import Path; import test_store as t\n"
        "store = t.Store.open(Path(sys.argv[1])); store.remember([t.poll(t.entry('a'))], t.NOW)\n"
        "os.kill(os.getpid(), 9)"
    )
    with Store.open(path):
        pass
    subprocess.run([sys.executable, "-c", script, str(path), str(Path(__file__).parent)], check=False)
    log = path.with_name("digest.db-wal")
    assert log.stat().st_size
    log.unlink()
    with pytest.raises(StoreError, match="older than the last run left it"):
        Store.open(path)
    path.with_name("digest.db.lock").unlink()
    with Store.open(path) as store:
        assert store.candidates() == ()


def test_what_was_committed_outlives_a_power_cut_by_the_settings_of_the_file(path: Path) -> None:
    connection = connect(path.parent.parent / "a.db")
    assert set_journal(connection) is None
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    connection.close()


def test_without_shared_memory_the_slower_journal_is_used_and_told(tmp_path: Path) -> None:
    # This way of opening a file has no shared memory, as network folders have none.
    connection = sqlite3.connect(f"file:{tmp_path}/a.db?vfs=unix-none", uri=True, isolation_level=None)
    notice = set_journal(connection)
    assert notice is not None
    assert "slower journal" in notice
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    connection.close()


def test_a_folder_that_cannot_be_made_is_told() -> None:
    with pytest.raises(StoreError, match=r"set state\.path"):
        Store.open(Path("/proc/digest/digest.db"))


# Values


texts = st.text(st.characters(codec=None))  # lone surrogates included


def offset(minutes: int) -> timezone:
    """Make a zone as a feed's date names it: hours and minutes from Greenwich."""
    return timezone(timedelta(minutes=minutes))


@given(
    st.builds(
        Entry,
        id=texts,
        title=texts,
        content=texts,
        markup=st.sampled_from(["page", "html", "text", "markdown"]),
        url=st.none() | texts,
        authors=st.lists(texts).map(tuple),
        tags=st.lists(texts).map(tuple),
        published=st.none() | st.datetimes(timezones=st.integers(-840, 840).map(offset)),
        teaser=st.booleans(),
    )
)
def test_entries_come_back_as_they_were(made: Entry) -> None:
    assert entry_of(body_of(made)) == made


@given(texts, st.datetimes(timezones=st.just(UTC)))
def test_texts_and_times_come_back_as_they_were(text: str, time: datetime) -> None:
    assert maybe_unpack(maybe_pack(text)) == text
    assert moment(micros(time)) == time


def test_a_local_feed_is_followed_only_where_its_file_went(path: Path, tmp_path: Path) -> None:
    def local(folder: str) -> Source:
        return Source(str(tmp_path / folder / "a.md"), written="a.md", local=True)

    with Store.open(path) as store:
        store.configure([local("old")])
        store.remember([poll(entry("a"), location=local("old").location)], NOW)
        (tmp_path / "old").mkdir()
        (tmp_path / "old" / "a.md").touch()
        store.configure([local("copy")])
        assert {local("old").location, local("copy").location} <= store.memory(NOW).keys()
        assert store.memory(NOW)[local("copy").location].last_poll is None
        (tmp_path / "old" / "a.md").unlink()
        (tmp_path / "copy").mkdir()
        (tmp_path / "copy" / "a.md").touch()
        store.configure([local("new")])
        assert store.memory(NOW)[local("new").location].last_poll == NOW
        assert local("old").location not in store.memory(NOW)
        store.configure([Source(HERE, written="a.md")])
        assert store.memory(NOW)[HERE].last_poll is None
