"""Runs over feeds on the web, from one run to the next: a server on loopback says what it likes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.project import Project, item
from tests.servers import Reply, Server

DAY = "2026-11-20"
SETTINGS = """\
timezone: UTC
stories: {cluster: false}
limits: {max_age: 36500d, first_run: 50}
fetch: {allow_private: true, concurrency: 1, pause: 0, min_interval: 0, retries: 0, timeout: 5s}
feeds:
"""


def follow(project: Project, server: Server, *paths: str) -> None:
    (project.folder / "feeds.yaml").write_text(SETTINGS + "".join(f"  - {server.url(path)}\n" for path in paths))


def feed(*numbers: int) -> bytes:
    items = "".join(item(number) for number in numbers)
    return f'<rss version="2.0"><channel><title>Gazette</title>{items}</channel></rss>'.encode()


def test_a_server_that_wants_rest_gets_it_in_the_next_runs_too(project: Project, server: Server) -> None:
    follow(project, server, "/a", "/b", "/c")
    server.routes["/a"] = Reply(status=429, headers={"Retry-After": "7200"})
    server.routes["/b"] = server.routes["/c"] = Reply(feed(11))
    first = project.run("run", "--date", DAY)
    assert first.status == 0
    assert first.err.count(f"{server.place}: 2 feeds wait until 2") == 1
    assert first.err.count("to be asked again in 2 hours") == 1
    again = project.run("run", "--date", DAY, "--refresh")
    assert server.paths() == ["/a"]
    assert again.err.count(f"{server.place}: 2 feeds wait until 2") == 1
    assert again.err.count("asked too often") == 1
    status = project.run("feeds", "status").out.splitlines()
    assert all("asked to wait until" in line for line in status)
    assert project.run("feeds", "resume", server.url("/b")).status == 0
    project.run("run", "--date", DAY)
    assert server.paths()[1:] == ["/b", "/c"]
    assert project.told() == [11]


def test_the_wait_that_is_told_is_what_is_left_of_it(
    project: Project, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.routes["/a"] = Reply(status=503, headers={"Retry-After": str(10 * 24 * 3600)})
    feeds = f"  - {server.url('/a')}\n  - {{file: feed.xml}}\n"
    (project.folder / "feeds.yaml").write_text(f"health: {{warn_after: 1}}\n{SETTINGS}{feeds}")
    project.feed(11)
    now = datetime(2026, 11, 20, 8, tzinfo=UTC)
    told = []
    for hours in (0, 30, 24 * 7 - 1):
        monkeypatch.setattr("digest.cli._order.clock", lambda hours=hours: now + timedelta(hours=hours))
        told.append(project.run("run").err)
    assert [line.partition("again in ")[2] for text in told for line in text.splitlines() if "again in" in line] == [
        "7 days",
        "6 days",
        "60 minutes",
    ]
    assert "again in" not in "".join(path.read_text() for path in (project.folder / "digests").iterdir())
    assert project.run("feeds", "status").out.count("HTTP 503") == 1
    assert "again in" not in project.run("feeds", "status").out
    assert "again in 7 days" in project.run("summarize", server.url("/a")).err


def test_of_named_sources_too_a_filter_sees_the_page_behind_a_teaser(project: Project, server: Server) -> None:
    (project.folder / "feeds.yaml").write_text(SETTINGS + "  []\nfilters: {exclude: [{field: text, match: lottery}]}\n")
    told = " ".join(f"Nothing came of the lottery that Vey held in hall {number} that day." for number in range(30))
    page = f"<html><body><article><h1>Vey</h1><p>{told}</p></article></body></html>"
    (project.folder / "pages").mkdir()
    (project.folder / "pages" / "one.html").write_text(page)
    entry = (
        "<item><title>Vey holds a draw</title><link>one.html</link><description>A draw in Vey …</description></item>"
    )
    (project.folder / "pages" / "f.xml").write_text(f"<rss version='2.0'><channel>{entry}</channel></rss>")
    outcome = project.run("run", "pages/f.xml", "--explain-dropped")
    assert outcome.out == ""
    assert "excluded by {field: text, match: 'lottery'}" in outcome.err
