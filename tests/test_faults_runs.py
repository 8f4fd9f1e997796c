"""Faults of feeds, servers and pages as a whole run meets them; docs/faults.md says which case each test is for."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from digest.fetch import Fetcher
from digest.ingest import ingest
from digest.settings import FetchSettings, Source
from tests.program import ROOT, digest, environment
from tests.project import CONFIG, Project, item, title
from tests.servers import Reply, Server

DAY, NEXT = "2026-11-20", "2026-11-21"
WEB = """\
timezone: UTC
stories: {cluster: false}
limits: {max_age: 36500d, first_run: 50, per_feed: 999, per_section: 999, total: 999}
fetch: {allow_private: true, pause: 0, min_interval: 0, retries: 0, timeout: 5s}
feeds:
"""
PROSE = " ".join(
    f"The council of Vey voted on item {number} of its long list of works that day." for number in range(30)
)


def rss(*items: str, start: str = "") -> bytes:
    return f"{start}<rss version='2.0'><channel><title>F</title>{''.join(items)}</channel></rss>".encode()


def follow(project: Project, server: Server, *paths: str) -> None:
    (project.folder / "feeds.yaml").write_text(WEB + "".join(f"  - {server.url(path)}\n" for path in paths))


HOSTILE = {
    "laughs": rss(start='<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>'),
    "blowup": rss("<item><title>&a;&a;</title></item>", start=f'<!DOCTYPE rss [<!ENTITY a "{"a" * 99_999}">]>'),
    "disk": rss("<item><title>&a;</title></item>", start='<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    "path": b"/etc/passwd",
    "address": b"http://127.0.0.1:9/feed",
    "page": b"<!DOCTYPE html><html><head><link rel=alternate type='application/rss+xml' href='/f'></head><p>Hi</html>",
    "blank": b" \n\t ",
    "binary": bytes(range(256)) * 99,
    "deep": b"<a>" * 100_000,
    "deep entry": rss("<item><description>" + "&lt;div&gt;" * 50_000 + "</description></item>").replace(b"div", b"/x"),
    "huge": b"<rss><channel>" + b" " * 11_000_000,
    "opml": b"<opml version='2.0'><body><outline xmlUrl='file:///etc/passwd'/></body></opml>",
}


def test_hostile_feeds_cost_the_others_nothing(project: Project, server: Server) -> None:
    with socket.create_server(("127.0.0.1", 0)) as trap:
        trap.settimeout(0.01)
        called = f"http://127.0.0.1:{trap.getsockname()[1]}/x"
        asking = {
            "net": rss("<item><title>&a;</title></item>", start=f'<!DOCTYPE rss [<!ENTITY a SYSTEM "{called}">]>'),
            "grammar": rss("<item/>", start=f'<!DOCTYPE rss SYSTEM "{called}">'),
        }
        feeds = HOSTILE | asking
        for name, content in feeds.items():
            server.routes[f"/{name.replace(' ', '-')}"] = Reply(content)
        server.routes["/good"] = Reply(rss(item(11), item(22)))
        follow(project, server, *(path for path in server.routes))
        outcome = project.run("run", "--date", DAY)
        assert outcome.status == 0
        assert sorted(project.told()) == [11, 22]
        assert "Traceback" not in outcome.err
        assert "root:" not in outcome.err + project.file().read_text()
        lines = [line for line in outcome.err.splitlines() if line.startswith("digest: ")]
        for name in set(feeds) - {"deep entry", "grammar", "opml"}:
            assert sum(f"/{name}: " in line for line in lines) == 1, name
        assert any("/laughs: refused: malformed, entity amplification" in line for line in lines)
        assert any("/page: a web page (HTML) instead of a feed; it names " in line for line in lines)
        assert any("/huge: larger than 10 MB" in line for line in lines)
        with pytest.raises(TimeoutError):
            trap.accept()


def test_what_a_failing_feed_brought_before_stays_and_it_is_asked_again(project: Project, server: Server) -> None:
    server.routes["/f"] = Reply(rss(item(11), item(22)), headers={"ETag": '"1"'})
    follow(project, server, "/f")
    project.run("run", "--date", DAY)
    for body in (HOSTILE["page"], HOSTILE["blank"], rss(item(33))[:-60]):
        server.routes["/f"] = Reply(body, headers={"ETag": '"2"'})
        project.run("run", "--date", NEXT)
        assert server.requests[-1].headers["if-none-match"] == '"1"'
    server.routes["/f"] = Reply(rss(item(11), item(22), item(33)))
    assert project.run("run", "--date", NEXT).status == 0
    assert project.told(NEXT) == [33]


def test_a_304_brings_nothing_and_its_new_validators_are_kept(project: Project, server: Server) -> None:
    server.routes["/f"] = Reply(rss(item(11)), headers={"ETag": 'W/"a,b c"', "Last-Modified": "Sat, 21 Nov 2026 +0000"})
    follow(project, server, "/f")
    project.run("run", "--date", DAY)
    server.routes["/f"] = Reply(status=304, headers={"ETag": '"new"'})
    before = project.file().read_bytes()
    for expected in ('W/"a,b c"', '"new"'):
        assert project.run("run", "--date", DAY).status == 0
        sent = server.requests[-1].headers
        assert (sent["if-none-match"], sent["if-modified-since"]) == (expected, "Sat, 21 Nov 2026 +0000")
    assert project.file().read_bytes() == before


def test_an_article_is_told_once_however_often_it_comes(project: Project, server: Server) -> None:
    twice = item(11).replace("<guid isPermaLink='false'>11</guid>", "<guid isPermaLink='false'>other</guid>")
    secure = item(11).replace("https://gazette.example/11", "http://gazette.example/11?utm_source=rss")
    server.routes["/a"] = Reply(rss(item(11), item(11), twice))
    server.routes["/b"] = Reply(rss(secure).replace(b"<title>F<", b"<title>The Courier<"))
    follow(project, server, "/a", "/b")
    outcome = project.run("run", "--date", DAY, "--explain-dropped")
    assert outcome.status == 0
    assert project.told() == [11]
    dropped = [line for line in outcome.err.splitlines() if line.startswith("  seen")]
    assert len(dropped) == 2
    assert all(title(11) in line and "same page" in line for line in dropped)
    assert project.run("run", "--date", NEXT).out == ""


def test_an_edited_entry_is_not_announced_again(project: Project) -> None:
    project.feed(11)
    project.run("run", "--date", DAY)
    feed = project.folder / "feed.xml"
    feed.write_text(feed.read_text().replace(title(11), "Another headline for it").replace("years", "long years"))
    outcome = project.run("run", "--date", NEXT)
    assert (outcome.status, outcome.out) == (0, "")


def test_a_feed_that_renames_all_its_entries_floods_nobody(project: Project) -> None:
    config = project.folder / "feeds.yaml"
    config.write_text(config.read_text().replace("first_run: 50", "first_run: 500"))
    project.feed(*range(300))
    assert project.run("run", "--date", DAY).status == 0
    assert len(project.told()) == 300
    feed = project.folder / "feed.xml"
    feed.write_text(feed.read_text().replace("isPermaLink='false'>", "isPermaLink='false'>moved-"))
    assert project.run("run", "--date", NEXT).out == ""
    config.write_text(config.read_text().replace("per_feed: 999", "per_feed: 10"))
    feed.write_text(feed.read_text().replace("gazette.example/", "new.example/").replace(">moved-", ">again-"))
    assert project.run("run", "--date", NEXT).status == 0
    text = project.file(NEXT).read_text()
    assert text.count("\n### ") == 10
    assert "290 more" in text


VICIOUS = (
    "<script>steal()</script>", "<img src=x onerror=steal()>", "<a href='javascript:steal()'>x</a>",
    "<iframe src='https://bad.example/'></iframe>", "<img src='https://bad.example/pixel.gif' width=1>",
    "<div style='position:fixed'>over</div>", "<form action='https://bad.example/'><input></form>",
)  # fmt: skip
MARKS = (
    "a | b",
    "](javascript:x)",
    "# no heading",
    "*bold*",
    "`code`",
    "<b>",
    "\u202egnp.exe",
    "z\u200bw",
    "&lt;i&gt;",
    "1. x",
)


class Attributes(HTMLParser):
    """What a page could load or run."""

    def __init__(self) -> None:
        super().__init__()
        self.bad: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {
            name for name, value in attrs if name.startswith("on") or name == "src" or "javascript" in (value or "")
        }
        if names or tag in {"script", "iframe", "img", "form", "link", "input"}:
            self.bad.append(f"{tag} {names}")


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def test_nothing_of_a_feed_runs_or_loads_in_a_digest(project: Project) -> None:
    content = "".join(f"{markup}<p>{PROSE}</p>" for markup in VICIOUS)
    made = item(11).replace("<description>", f"<description>{escaped(content)}")
    (project.folder / "feed.xml").write_bytes(rss(made))
    assert project.run("run", "--date", DAY, "-f", "md", "-f", "html", "-f", "eml").status == 0
    page = Attributes()
    page.feed(project.file(ending="html").read_text())
    assert page.bad == []
    for ending in ("md", "html", "eml"):
        text = project.file(ending=ending).read_text()
        assert "steal" not in text
        assert "bad.example" not in text


@pytest.mark.parametrize("mark", MARKS)
def test_a_title_changes_nothing_of_a_digests_structure(project: Project, mark: str) -> None:
    def kinds(name: str) -> list[str]:
        (project.folder / "feed.xml").write_bytes(rss(item(11).replace(title(11), escaped(name), 1)))
        outcome = project.run("run", "feed.xml", "-c", "feeds.yaml", "--date", DAY)
        assert outcome.status == 0
        tokens = MarkdownIt("commonmark").enable("table").parse(outcome.out)
        return [each.type for token in tokens for each in (token, *(token.children or ())) if each.type != "text"]

    assert kinds(f"{title(11)} {mark} again") == kinds(f"{title(11)} and again")


def test_a_feed_that_is_gone_is_asked_no_more_until_it_is_resumed(project: Project, server: Server) -> None:
    server.routes["/f"] = Reply(status=410)
    follow(project, server, "/f")
    for _ in range(3):
        assert "gone for good" in project.run("run", "--date", DAY, "--refresh").err
    assert server.paths() == ["/f"]
    assert project.run("feeds", "status").out.startswith("gone")
    server.routes["/f"] = Reply(rss(item(11)))
    assert project.run("feeds", "resume", server.url("/f")).status == 0
    assert project.run("run", "--date", DAY).status == 0
    assert project.told() == [11]


def test_a_permanent_redirect_is_followed_at_once_from_then_on(project: Project, server: Server) -> None:
    server.routes["/a"] = Reply(status=301, headers={"Location": "/b"})
    server.routes["/b"] = Reply(status=308, headers={"Location": "/c"})
    server.routes["/c"] = Reply(rss(item(11)))
    follow(project, server, "/a")
    before = (project.folder / "feeds.yaml").read_bytes()
    project.run("run", "--date", DAY)
    project.run("run", "--date", DAY)
    assert server.paths() == ["/a", "/b", "/c", "/c"]
    assert (project.folder / "feeds.yaml").read_bytes() == before
    server.routes["/c"] = Reply(status=404)
    server.routes["/a"] = Reply(rss(item(11), item(22)))
    assert project.run("run", "--date", DAY).status == 0
    assert sorted(project.told()) == [11, 22]


@pytest.mark.parametrize("status", [401, 403, 404, 500, 503])
def test_a_failing_feed_is_named_in_every_run_and_in_the_digest_from_the_third(
    project: Project, server: Server, status: int
) -> None:
    server.routes["/bad"] = Reply(status=status)
    follow(project, server, "/bad", "/good")
    seen = []
    for turn in range(4):
        server.routes["/good"] = Reply(rss(*map(item, range(turn + 1))))
        outcome = project.run("run", "--date", DAY)
        assert outcome.err.count(f"HTTP {status}") == 1
        seen.append((outcome.status, f"HTTP {status}" in project.file().read_text()))
    assert seen == [(0, False), (0, False), (3, True), (3, True)]


def test_of_many_feeds_on_one_host_few_are_asked_at_a_time(project: Project, server: Server) -> None:
    times: list[float] = []
    busy, most = 0, 0
    lock = threading.Lock()

    def answer(_: object) -> Reply:
        nonlocal busy, most
        with lock:
            times.append(time.monotonic())
            busy += 1
            most = max(most, busy)
        time.sleep(0.05)
        with lock:
            busy -= 1
        return Reply(rss(item(11)))

    paths = [f"/{number}" for number in range(50)]
    for path in paths:
        server.routes[path] = answer
    settings = FetchSettings(
        concurrency=50, per_host=2, pause=timedelta(milliseconds=20), allow_private=True, min_interval=timedelta(0)
    )
    with Fetcher(settings) as fetch:
        sources = [Source(server.url(path)) for path in paths]
        polls = list(ingest(sources, fetch, settings=settings, now=datetime.now(UTC)))
    assert [poll.problem for poll in polls] == [None] * 50
    assert most <= 2
    assert max(times) - min(times) >= 49 * 0.02 * 0.9


WALLS = {
    "cookies": "<html><body><p>We and our partners store cookies. Accept all to continue.</p></body></html>",
    "script": "<html><body><noscript>Please enable JavaScript to read this.</noscript><div id=app></div></body></html>",
    "login": "<html><body><form><p>Sign in to go on reading. Forgot your password?</p></form></body></html>",
    "missing": "<html><body><h1>Page not found</h1><p>What you look for is not here any more.</p></body></html>",
    "picture": "\x89PNG\r\n\x1a\n" + "\0" * 999,
    "book": "%PDF-1.7\n%\xe2\xe3 nothing more",
    "one line": "<html><body>" + "<b>x</b> " * 120_000 + "</body></html>",
    "endless": "<html><body>" + "<div>" * 200_000 + "</body></html>",
}


@pytest.mark.parametrize("wall", WALLS)
def test_what_is_no_article_leaves_the_teaser(project: Project, server: Server, wall: str) -> None:
    server.routes["/page"] = Reply(WALLS[wall].encode("latin-1"), headers={"Content-Type": "text/html"})
    teaser = "The mayor of Vey opened the harbour bridge on Thursday and thanked all who had built it for nine years …"
    link = f"<link>{server.url('/page')}</link>"
    server.routes["/f"] = Reply(rss(f"<item><title>A bridge</title>{link}<description>{teaser}</description></item>"))
    follow(project, server, "/f")
    assert project.run("run", "--date", DAY).status == 0
    text = project.file().read_text()
    assert "The mayor of Vey opened the harbour bridge" in text
    assert not any(word in text for word in ("cookies", "JavaScript", "password", "not found", "PNG"))


def test_furniture_and_doubled_lines_are_no_key_points(project: Project) -> None:
    caption = "Workers carry sandbags along the quay of Stenna, Norrovia, on Thursday."
    body = [
        "The harbour of Stenna was closed on Friday after the storm had torn three ferries from their moorings.",
        "Nobody was hurt, but two of the ferries ran aground near the lighthouse, the harbour master said.",
        "The repairs will take until March and are going to cost about nine million crowns, she added.",
        "Trains and buses ran as usual on Saturday, and the schools in the town stayed open all day.",
    ]
    headline = "Storm closes the harbour of Stenna"
    furniture = ["Photo: Ida Lorne/The Gazette", "Close", "Advertisement", "Read more: Ten storms", "What's Hot"]
    lines = [headline, headline, body[0], caption, caption, *furniture[:3], *body[1:3], *furniture[3:], body[3]]
    (project.folder / "storm.txt").write_text("\n\n".join(lines))
    outcome = project.run("summarize", "storm.txt", "-n", "9", "-f", "md")
    assert outcome.status == 0
    assert all(line in outcome.out for line in body[:3])
    points = [line for line in outcome.out.splitlines() if line.startswith("- ")]
    assert points
    for word in (caption, headline, *furniture):
        assert not any(word in point for point in points)


@pytest.mark.parametrize(("moment", "zone"), [("2026-03-29", "Europe/Stockholm"), ("2026-10-25", "Europe/Stockholm")])
def test_a_day_on_which_the_clocks_change_is_a_day(project: Project, moment: str, zone: str) -> None:
    config = project.folder / "feeds.yaml"
    config.write_text(CONFIG.replace("timezone: UTC", f"timezone: {zone}"))
    project.feed(11, 22)
    assert project.run("run", "--date", moment).status == 0
    before = project.file(moment).read_bytes()
    config.write_text(CONFIG.replace("timezone: UTC", "timezone: Pacific/Auckland"))
    project.feed(11, 22, 33)
    assert project.run("run", "--date", "2026-11-20").status == 0
    assert project.told("2026-11-20") == [33]
    assert project.file(moment).read_bytes() == before


def test_after_days_off_there_is_one_digest_with_all_that_came(project: Project) -> None:
    project.feed(11)
    project.run("run", "--date", "2026-11-17")
    config = project.folder / "feeds.yaml"
    config.write_text(config.read_text().replace("total: 999", "total: 3"))
    project.feed(11, 22, 33, 44, 55)
    assert project.run("run", "--date", DAY).status == 0
    assert sorted(path.stem for path in (project.folder / "digests").iterdir()) == ["2026-11-17", DAY]
    assert "1 more" in project.file().read_text()


def test_a_closed_input_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Vey votes\n\n{PROSE}\n")
    command = f"{sys.executable} -m digest summarize - <&-"
    done = subprocess.run(
        command,
        shell=True,
        cwd=tmp_path,
        env=environment(tmp_path, PYTHONPATH=str(ROOT), PYTHONWARNINGS=""),
        capture_output=True,
        check=False,
    )
    assert done.returncode in {1, 2}
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("name", ["with space", "ünïcode", "..dots..", "caf\udce9"])
def test_digests_lie_where_they_should_whatever_the_name(project: Project, name: str) -> None:
    folder = project.folder / name
    folder.mkdir()
    (folder / "feeds.yaml").write_text(CONFIG)
    project.feed(11)
    (project.folder / "feed.xml").rename(folder / "feed.xml")
    project.patch.chdir(folder)
    assert project.run("run", "--date", DAY).status == 0
    assert (folder / "digests" / f"{DAY}.md").exists()


def test_the_holder_of_the_lock_may_be_killed(project: Project) -> None:
    project.feed(11)
    (project.folder / ".digest").mkdir()
    code = (
        "import sys, time; from pathlib import Path; from digest.store import Store; "
        "store = Store.open(Path('.digest/digest.db')); print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=project.folder, env=environment(project.folder, PYTHONPATH=str(ROOT)),
        stdout=subprocess.PIPE,
    ) as holder:  # fmt: skip
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        refused = project.run("run", "--date", DAY)
        assert (refused.status, str(holder.pid) in refused.err) == (75, True)
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    assert project.run("run", "--date", DAY).status == 0


def test_inputs_that_cannot_be_read_stop_no_other(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(f"Vey votes\n\n{PROSE}\n")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 99)
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "caf\udce9.txt").write_text(f"Vey votes\n\n{PROSE}\n")
    names = ("missing", ".", "empty.txt", "binary.txt", "loop", "caf\udce9.txt", "good.txt")
    outcome = digest("summarize", *names, "-f", "txt", cwd=tmp_path)
    assert outcome.status == 0
    assert outcome.err.count("digest: ") == 5
    assert outcome.out.count("The council of Vey voted") >= 2
    assert digest("summarize", *names, "--strict", cwd=tmp_path).status == 3
    assert digest("summarize", *names[:5], cwd=tmp_path).status == 1
