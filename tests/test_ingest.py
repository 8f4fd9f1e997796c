"""From sources to entries: many at once, none stopping the others, and nothing a stranger writes holds anything up."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.discovery import feed_links
from digest.errors import FetchError, ParseError, Problem
from digest.fetch import Fetcher
from digest.ingest import completed, ingest, is_due
from digest.ingest import test as examine
from digest.ingest.order import in_parallel, spread
from digest.ingest.polls import effort_for
from digest.ingest.readers import Readers
from digest.models import Document, Entry, FeedMemory, Poll, Request
from digest.settings import FetchSettings, Source
from tests.servers import Reply, Server

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SETTINGS = FetchSettings(pause=timedelta(0), retries=0, timeout=timedelta(seconds=5), allow_private=True)


class World:
    """A network of a dictionary: documents, or the errors in their place."""

    def __init__(self, places: dict[str, Document | FetchError | str]) -> None:
        self.places = places
        self.asked: list[Request] = []

    def fetch(self, request: Request) -> Document:
        self.asked.append(request)
        found = self.places.get(request.location, FetchError("HTTP 404 Not Found", status=404))
        if isinstance(found, FetchError):
            raise found
        if isinstance(found, str):
            return Document(request.location, found.encode(), url=request.location, etag='"1"')
        return replace(found, location=request.location)


def rss(*titles: str, item: str = "") -> str:
    items = "".join(f"<item><title>{title}</title><guid>{title}</guid>{item}</item>" for title in titles)
    return f"<rss version='2.0'><channel><title>F</title>{items}</channel></rss>"


def poll_all(world: World, *locations: str, **more: object) -> list[Poll]:
    sources = [Source(location) for location in locations]
    return list(ingest(sources, world.fetch, settings=SETTINGS, now=NOW, **more))  # type: ignore[arg-type]


def poll(world: World, location: str = "https://n.example/f", **more: object) -> Poll:
    (found,) = poll_all(world, location, **more)
    return found


def titles(found: Poll) -> list[str]:
    assert found.feed is not None
    return [entry.title for entry in found.feed.entries]


def test_each_source_brings_a_feed_or_a_problem_in_order() -> None:
    world = World({f"https://n{number}.example/": rss(f"T{number}") for number in range(0, 20, 2)})
    locations = [f"https://n{number}.example/" for number in range(20)]
    polls = poll_all(world, *locations)
    assert [found.location for found in polls] == locations
    for number, found in enumerate(polls):
        if number % 2:
            assert found.problem == Problem(found.location, "HTTP 404 Not Found", "fetch")
        else:
            assert titles(found) == [f"T{number}"]


def test_validators_come_only_with_a_body_that_parsed_whole() -> None:
    whole, page = rss("A", "B"), "<!DOCTYPE html><html><body><p>Moved</p></body></html>"
    assert poll(World({"https://n.example/f": whole})).etag == '"1"'
    cut = poll(World({"https://n.example/f": whole[:-40]}))
    assert (titles(cut), cut.etag) == (["A"], None)
    bad = poll(World({"https://n.example/f": page}), feeds_only=True)
    assert bad.problem
    assert bad.etag is None


def test_validators_are_sent_and_304_is_a_success() -> None:
    memory = FeedMemory("https://n.example/f", etag='"0"', last_modified="then")
    world = World({"https://n.example/f": Document("", b"", etag='"0"', last_modified="now", unchanged=True)})
    found = poll(world, memory={memory.location: memory})
    assert (found.unchanged, found.etag, found.last_modified, found.problem) == (True, '"0"', "now", None)
    assert (world.asked[0].etag, world.asked[0].last_modified) == ('"0"', "then")


def test_gone_and_retry_after_are_handed_on() -> None:
    places = {
        "https://n.example/f": FetchError("HTTP 410 Gone", status=410),
        "https://m.example/f": FetchError("HTTP 429", status=429, retry_after=60),
    }
    gone, later = poll_all(World(places), *places)  # type: ignore[arg-type]
    assert (gone.gone, later.gone, later.retry_after) == (True, False, 60)


def test_what_was_not_asked_to_leave_a_server_alone_is_no_poll_of_a_run() -> None:
    passed = FetchError("not asked: the server wants no more requests for 60 s", retry_after=60, asked=False)
    places = {"https://n.example/a": FetchError("HTTP 429", status=429, retry_after=60), "https://n.example/b": passed}
    (asked,) = poll_all(World(places), *places, memory={})  # type: ignore[arg-type]
    assert asked.location == "https://n.example/a"
    named = poll_all(World(places), *places)  # type: ignore[arg-type]
    assert [found.problem and found.problem.reason for found in named] == ["HTTP 429", str(passed)]


def test_a_local_article_stays_the_same_when_it_is_edited(tmp_path: Path) -> None:
    def identifiers(name: str, content: str) -> list[str]:
        (tmp_path / name).write_text(content)
        source = Source(str(tmp_path / name), written=f"inbox/{name}", local=True)
        with Fetcher(SETTINGS) as fetch:
            (found,) = ingest([source], fetch, settings=SETTINGS, now=NOW)
        assert found.feed
        return [entry.id for entry in found.feed.entries]

    body = "The council met on Monday and spoke of bridges."
    for name, content in {
        "a.txt": body,
        "b.md": f"# Council\n\n{body}",
        "c.html": f"<!doctype html><html><body><p>{body}</p></body></html>",
    }.items():
        assert identifiers(name, content) == identifiers(name, content.replace("Monday", "Tuesday"))
        assert identifiers(name, content) == [f"inbox/{name}"]
    assert identifiers("d.md", f"---\nurl: https://n.example/1\n---\n{body}") == ["https://n.example/1"]
    assert identifiers("feed.xml", rss("Only")) == ["Only"]


def test_a_feed_is_asked_where_it_moved_to_without_secrets_for_the_old_place() -> None:
    memory = FeedMemory("https://n.example/f", etag='"1"', moved_to="https://new.example/f")
    source = Source("https://n.example/f", headers={"X-Key": "k"}, auth=("u", "p"))
    world = World({"https://new.example/f": rss("T")})
    (found,) = ingest([source], world.fetch, settings=SETTINGS, now=NOW, memory={source.location: memory})
    assert found.moved_to == "https://new.example/f"
    assert world.asked == [Request("https://new.example/f", etag='"1"')]


def test_a_feed_that_moved_and_came_back_is_found() -> None:
    memory = FeedMemory("https://n.example/f", etag='"1"', moved_to="https://new.example/f")
    world = World({"https://n.example/f": rss("T")})
    found = poll(world, memory={memory.location: memory})
    assert titles(found) == ["T"]
    assert found.moved_to is None
    assert world.asked[1] == Request("https://n.example/f", configured=True)


def test_dates_ahead_are_no_dates() -> None:
    item = "<pubDate>{}</pubDate>"
    for date, kept in (("Sun, 22 Nov 2026 20:00:00 GMT", True), ("Tue, 24 Nov 2026 20:00:00 GMT", False)):
        found = poll(World({"https://n.example/f": rss("T", item=item.format(date))}))
        assert found.feed is not None
        assert (found.feed.entries[0].published is not None) == kept


def test_a_feed_is_the_publisher_unless_the_user_names_one() -> None:
    world = World(
        {"https://n.example/f": rss("T", item="<source url='x'>Agency</source>"), "https://m.example/f": rss("T")}
    )
    for location, name, expected in (
        ("https://n.example/f", None, "Agency"),
        ("https://m.example/f", None, "F"),
        ("https://m.example/f", "Mine", None),
    ):
        (found,) = ingest([Source(location, name=name)], world.fetch, settings=SETTINGS, now=NOW)
        assert found.feed is not None
        assert found.feed.entries[0].publisher == expected


def test_an_interrupted_program_does_not_wait_for_its_fetches() -> None:
    program = (
        "import sys; from datetime import UTC, datetime;"
        "from digest.fetch import Fetcher; from digest.ingest import ingest;"
        "from digest.settings import FetchSettings, Source; settings = FetchSettings(allow_private=True);"
        "fetch = Fetcher(settings).__enter__(); print('ready', flush=True);"
        "list(ingest([Source(sys.argv[1])], fetch, settings=settings, now=datetime(2026, 1, 1, tzinfo=UTC)))"
    )
    with Server().running() as server:
        asked = threading.Event()

        def silent(_: object) -> None:
            asked.set()
            server.released.wait()

        server.raw["/silent"] = silent
        command = [sys.executable, "-c", program, server.url("/silent")]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        assert asked.wait(30)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=10)
    assert process.returncode == -signal.SIGINT
    assert errors.count("Traceback") == 1
    assert errors.rstrip().endswith("KeyboardInterrupt")


def test_the_newest_entries_are_kept_each_once() -> None:
    dated = "".join(
        f"<item><title>T{day}</title><pubDate>{day:02} Nov 2026 10:00:00 GMT</pubDate></item>" for day in (3, 1, 5, 2)
    )
    text = (
        f"<rss version='2.0'><channel>{dated}<item><title>U</title></item><item><title>U</title></item></channel></rss>"
    )
    found = poll(World({"https://n.example/f": text}), newest=3)
    assert titles(found) == ["T3", "T5", "U"]
    assert found.feed is not None
    assert found.feed.left_out == 2


PAGE = """<html><head><link rel="alternate" type="application/rss+xml" title="All" href="/all.xml">
<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments.xml">
</head><body><p>Hi</p></body></html>"""


def test_a_site_s_address_leads_to_its_feed() -> None:
    world = World({"https://n.example/": PAGE, "https://n.example/all.xml": rss("T"), "https://n.example/a": PAGE})
    for feeds_only in (False, True):
        found = poll(world, "https://n.example/", feeds_only=feeds_only)
        assert titles(found) == ["T"]
        assert (found.etag, found.moved_to) == (None, None)
    feed, problems = examine("https://n.example/", world.fetch)
    assert len(feed.entries) == 1
    assert "https://n.example/all.xml" in problems[0].reason
    article = poll(world, "https://n.example/a").feed
    assert article is not None
    assert article.format == "page"
    problem = poll(world, "https://n.example/a", feeds_only=True).problem
    assert problem is not None
    assert "instead of a feed; it names https://n.example/all.xml" in problem.reason
    with pytest.raises(ParseError, match="not a feed"):
        examine("https://n.example/a", world.fetch)


def test_feed_links_are_those_of_feeds_comments_last() -> None:
    page = b"""<LINK REL='alternate' TYPE='application/atom+xml' HREF='c/comments'>
    <link rel=alternate type=application/rss+xml
    href=a.xml><link rel="stylesheet" href="x.css"><link rel="alternate" type="text/html" href="de">
    <link rel="alternate" type="application/feed+json" href="javascript:1">
    <link type="application/rss+xml" href="b.xml">"""
    assert feed_links(page, "https://n.example/x/") == ("https://n.example/x/a.xml", "https://n.example/x/c/comments")


def test_every_entry_of_a_feed_is_examined() -> None:
    text = rss(*(f"T{number}" for number in range(600)))
    feed, problems = examine("https://n.example/f", World({"https://n.example/f": text}).fetch, now=NOW)
    assert (len(feed.entries), problems) == (600, ())
    _, problems = examine("https://n.example/f", World({"https://n.example/f": text[:-30]}).fetch)
    assert "cut short" in problems[0].reason


HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("memory", "minutes", "expected"),
    [
        ({}, 0, True),
        ({"last_poll": NOW}, 58, False),
        ({"last_poll": NOW}, 60, True),
        ({"last_poll": NOW, "ttl": 7200}, 60, False),
        ({"last_poll": NOW, "ttl": 7200}, 120, True),
        ({"last_poll": NOW, "max_age": 10**9}, 11 * 60, False),
        ({"last_poll": NOW, "max_age": 10**9}, 12 * 60, True),
        ({"last_poll": NOW, "ttl": 7200, "problem": Problem("", "", "fetch")}, 60, True),
        ({"last_poll": NOW, "retry_until": NOW + 48 * HOUR}, 47 * 60, False),
        ({"last_poll": NOW, "retry_until": NOW + 48 * HOUR}, 48 * 60, True),
        ({"gone": True}, 10**6, False),
        ({"last_poll": NOW + 24 * HOUR}, 0, True),
    ],
)
def test_a_feed_is_asked_when_its_pause_is_over(memory: dict[str, object], minutes: int, expected: bool) -> None:
    found = FeedMemory("x", **memory)  # type: ignore[arg-type]
    assert is_due(found, FetchSettings(), NOW + timedelta(minutes=minutes)) == expected


def test_refresh_passes_over_pauses_but_not_what_servers_forbid() -> None:
    settings = FetchSettings()
    assert is_due(FeedMemory("x", last_poll=NOW, ttl=9999), settings, NOW, refresh=True)
    assert is_due(FeedMemory("x", last_poll=NOW, ttl=9999), replace(settings, min_interval=timedelta(0)), NOW)
    assert not is_due(FeedMemory("x", gone=True), settings, NOW, refresh=True)
    assert not is_due(FeedMemory("x", retry_until=NOW + HOUR), settings, NOW, refresh=True)
    world = World({})
    due = FeedMemory("https://n.example/f", last_poll=NOW)
    assert poll_all(world, due.location, memory={due.location: due}) == []
    assert world.asked == []


ARTICLE = " ".join(
    f"The council of Harrowgate voted on item {number} of its long list of works." for number in range(40)
)
FULL_PAGE = (
    f"<html><head><title>Council</title></head><body><article><h1>Council</h1><p>{ARTICLE}</p></article></body></html>"
)
TEASER = Entry("1", "Council", "The council of Harrowgate voted on a long list of works …", "html", teaser=True)
WALL = "<html><body><p>We and our partners store cookies. Please accept them all to continue.</p></body></html>"


def complete(entry: Entry, page: str, mode: str = "auto", *, source: Source | None = None) -> tuple[Entry, World]:
    world = World({entry.url or entry.page_path or "": page})
    settings = replace(SETTINGS, full_text=mode)  # type: ignore[arg-type]
    (found,) = completed([entry], source or Source("https://n.example/f"), world.fetch, settings=settings)
    return found, world


def test_teasers_get_the_text_of_their_pages() -> None:
    entry = replace(TEASER, url="https://n.example/a")
    found, world = complete(entry, FULL_PAGE)
    assert "item 39" in found.content
    assert (found.teaser, found.id, found.title, found.markup) == (False, "1", "Council", "html")
    assert world.asked == [Request("https://n.example/a", page=True)]


def test_a_page_that_gives_no_more_or_something_else_leaves_the_teaser() -> None:
    entry = replace(
        TEASER, url="https://n.example/a", content=TEASER.content + " roads, bridges, schools, drains, lamps, parks"
    )
    for page in ("<html><body><p>Short.</p></body></html>", WALL, "\x89PNG\0\0", ""):
        assert complete(entry, page)[0] == entry


LONG_WALL = (
    "We and our 1,204 partners keep cookies on your device, to measure who reads us and to choose advertising. "
    "You may withdraw your consent at any time in the privacy centre. Subscribe to read on without advertising. "
) * 12
LANGUAGES = {
    "en": (
        "Pier of Kelmar shut",
        "Divers found two cracks in the pier.",
        LONG_WALL,
        "The pier has cracks, divers say. ",
    ),
    "de": (
        "Kelmarer Pier gesperrt",
        "Taucher fanden zwei Risse im Fundament.",
        "Wir und unsere Partner speichern Cookies auf Ihrem Gerät, um Werbung auszuwählen und zu messen. ",
        "Die Risse im Fundament sind nach Angaben der Taucher einen Meter lang, hieß es am Montag in Kelmar. ",
    ),
    "zh": (
        "凯尔马码头关闭",
        "潜水员在码头地基发现两道裂缝。",
        "我们和合作伙伴会在您的设备上存储信息，用于投放个性化广告。",
        "市政府星期一说，码头的裂缝长一米，潜水员还要检查地基。",
    ),
    "el": (
        "Έκλεισε η προβλήτα του Κελμάρ",
        "Δύτες βρήκαν δύο ρωγμές στα θεμέλια.",
        "Εμείς και οι συνεργάτες μας αποθηκεύουμε πληροφορίες για διαφήμιση. ",
        "Οι ρωγμές στα θεμέλια έχουν μήκος ένα μέτρο, είπαν οι δύτες, και η προβλήτα μένει κλειστή. ",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_short_teaser_too_is_kept_from_a_wall_of_any_length(language: str) -> None:
    title, teaser, wall, article = LANGUAGES[language]
    entry = Entry("1", title, teaser, "html", url="https://n.example/a", teaser=True)
    for length in (1, 40):
        page = f"<html lang={language}><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{{}}</p>"
        assert complete(entry, page.format(wall * length))[0] == entry
        assert article.strip() in complete(entry, page.format(article * max(2, length)))[0].content


@pytest.mark.parametrize(("mode", "teaser", "asked"), [("never", True, 0), ("auto", False, 0), ("always", False, 1)])
def test_pages_are_fetched_as_the_user_asks(mode: str, teaser: bool, asked: int) -> None:
    entry = replace(TEASER, url="https://n.example/a", teaser=teaser)
    assert len(complete(entry, FULL_PAGE, mode)[1].asked) == asked
    own = Source("https://n.example/f", full_text="never")
    assert complete(entry, FULL_PAGE, mode, source=own)[1].asked == []


def test_pages_beside_a_local_feed_are_read(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.html").write_text(FULL_PAGE)
    (tmp_path / "feed.xml").write_text(
        "<rss version='2.0'><channel><item><title>Council</title><link>pages/a.html</link></item>"
        "<item><title>Out</title><link>../out.html</link></item></channel></rss>"
    )
    (tmp_path.parent / "out.html").write_text(FULL_PAGE)
    source = Source(str(tmp_path / "feed.xml"), local=True)
    with Fetcher(SETTINGS) as fetch:
        (found,) = ingest([source], fetch, settings=SETTINGS, now=NOW)
        assert found.feed is not None
        one, other = completed(found.feed.entries, source, fetch, settings=SETTINGS)
    assert "item 39" in one.content
    assert (one.page_path, one.url) == ("pages/a.html", None)
    assert other.content == ""


def test_a_feed_of_standard_input_names_no_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html").write_text(FULL_PAGE)
    monkeypatch.chdir(tmp_path)
    entry = replace(TEASER, page_path="a.html")
    with Fetcher(SETTINGS) as fetch:
        for location, is_read in (("-", False), ("feed.xml", True)):
            source = Source(location, local=True, full_text="always")
            (found,) = completed([entry], source, fetch, settings=SETTINGS)
            assert ("item 39" in found.content) == is_read
    world = World({"https://n.example/a": FULL_PAGE})
    (found,) = completed(
        [replace(entry, url="https://n.example/a")], Source("-", local=True), world.fetch, settings=SETTINGS
    )
    assert "item 39" in found.content


def test_why_a_page_was_not_had_is_told_in_order() -> None:
    told: list[tuple[str, str]] = []
    world = World({"https://n.example/1": FetchError("robots"), "https://n.example/2": FULL_PAGE})
    entries = [replace(TEASER, id=str(number), url=f"https://n.example/{number}") for number in (1, 2, 3)]
    found = completed(
        entries,
        Source("https://n.example/f"),
        world.fetch,
        settings=SETTINGS,
        missed=lambda _, entry, error: told.append((entry.id, str(error))),
    )
    assert [entry.teaser for entry in found] == [True, False, True]
    assert told == [("1", "robots"), ("3", "HTTP 404 Not Found")]


def busy() -> None:
    while True:
        pass


def idle() -> None:
    time.sleep(60)


def hungry() -> int:
    return len(bytearray(10**9))


def clumsy() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def chatty() -> int:
    os.write(1, b"to be heard by nobody")
    os.write(2, b"nor this")
    return 3


def mistaken() -> None:
    raise KeyError("a bug")


@pytest.fixture
def readers() -> Iterator[Readers]:
    found = Readers(1)
    yield found
    found.close()


def test_work_that_does_not_end_is_ended(readers: Readers) -> None:
    with pytest.raises(ParseError, match="too much time") as caught:
        readers.run(busy, effort=0.1)
    assert caught.value.kind == "timeout"
    with pytest.raises(ParseError, match=r"longer than 0\.3 s") as caught:
        readers.run(idle, effort=5, seconds=0.3)
    assert caught.value.kind == "timeout"
    assert readers.run(len, b"abc", effort=5) == 3


def test_the_largest_document_may_take_less_than_four_seconds_and_a_small_one_two() -> None:
    assert 1.5 < effort_for(Document("", b"")) <= 2
    assert 3 < effort_for(Document("", bytes(10_000_000))) < 4


def test_work_that_takes_too_much_or_breaks_is_told(readers: Readers) -> None:
    with pytest.raises(ParseError, match="memory") as caught:
        readers.run(hungry, effort=5)
    assert caught.value.kind == "too_large"
    with pytest.raises(ParseError, match="broke"):
        readers.run(clumsy, effort=5)
    with pytest.raises(RuntimeError, match="a bug"):
        readers.run(mistaken, effort=5)
    assert readers.run(len, b"abc", effort=5) == 3


def test_what_a_worker_prints_goes_nowhere(readers: Readers, capfd: pytest.CaptureFixture[str]) -> None:
    assert readers.run(chatty, effort=5) == 3
    assert capfd.readouterr() == ("", "")


def test_a_worker_ends_with_its_parent_however_that_ends() -> None:
    program = (
        "import os, sys, time; from digest.ingest.readers import Readers;"
        "readers = Readers(1); print(readers.run(os.getpid, effort=5), flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    worker = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    for _ in range(500):
        if not is_alive(worker):
            break
        time.sleep(0.01)
    assert not is_alive(worker)


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@settings(deadline=None)
@given(st.lists(st.integers(0, 3), max_size=30))
def test_work_is_spread_over_lanes_and_comes_back_in_order(lanes: list[int]) -> None:
    order = spread(lanes)
    assert sorted(order) == list(range(len(lanes)))
    assert list(in_parallel(str, lanes, 4, lambda lane: lane)) == [str(lane) for lane in lanes]


def test_what_work_raises_is_raised_in_its_turn() -> None:
    results = in_parallel(lambda number: 1 // number, [1, 0, 1], 2, lambda number: number)
    assert next(results) == 1
    with pytest.raises(ZeroDivisionError):
        next(results)


def test_web_feeds_are_read_over_the_wire() -> None:
    with Server().running() as server:
        server.routes["/good"] = Reply(rss("A").encode(), headers={"ETag": '"e"'})
        server.routes["/moved"] = Reply(status=301, headers={"Location": "/good"})
        server.routes["/page"] = Reply(PAGE.encode(), headers={"Content-Type": "text/html"})
        sources = [Source(server.url(path)) for path in ("/good", "/moved", "/none", "/page")]
        with Fetcher(SETTINGS) as fetch:
            good, moved, none, page = ingest(sources, fetch, settings=SETTINGS, now=NOW, feeds_only=True)
    assert (titles(good), good.etag) == (["A"], '"e"')
    assert (titles(moved), moved.moved_to) == (["A"], server.url("/good"))
    assert none.problem is not None
    assert page.problem is not None
    assert page.problem.kind == "parse"
