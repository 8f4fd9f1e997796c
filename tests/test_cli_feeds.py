"""`digest feeds`: the list shown, changed, exchanged; comments kept."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import pytest
from typer.testing import CliRunner

from digest.cli import build
from digest.config import load
from digest.errors import ConfigError, DeliveryError, DigestError, LockHeldError, ParseError, Problem
from digest.models import Feed, Poll
from tests.program import ROOT, environment
from tests.servers import Reply, Server

FEEDS = """\
# mine
feeds:
  - url: https://example.com/a.xml   # first
    name: Alpha
    section: tech
  - https://example.com/b.xml
  - {file: notes/*.md, section: notes, enabled: false}
state: {path: state/digest.db}
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith(("DIGEST_", "XDG_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "one.md").write_text("# One\n\nText.\n")
    (tmp_path / "feeds.yaml").write_text(FEEDS)
    return tmp_path


def run(*arguments: str):
    done = CliRunner().invoke(build(), ["feeds", *arguments])
    if isinstance(done.exception, DigestError):
        raise done.exception
    return done


def text() -> str:
    return Path("feeds.yaml").read_text()


def test_list_shows_every_feed(here):
    assert run("list").stdout.splitlines() == [
        "Alpha  tech   https://example.com/a.xml",
        "              https://example.com/b.xml",
        "       notes  notes/one.md  (paused)",
    ]
    records = json.loads(run("list", "--json").stdout)["feeds"]
    assert records[0] == {
        "name": "Alpha",
        "url": "https://example.com/a.xml",
        "file": None,
        "section": "tech",
        "tags": [],
        "enabled": True,
    }
    assert [(record["url"], record["file"], record["enabled"]) for record in records[1:]] == [
        ("https://example.com/b.xml", None, True),
        (None, "notes/one.md", False),
    ]


def test_an_empty_list_is_no_result_but_a_hint(here):
    Path("feeds.yaml").write_text("feeds: []\n")
    done = run("list")
    assert done.stdout == ""
    assert "digest feeds add" in done.stderr


def test_feeds_are_listed_without_their_secrets_being_known(here):
    Path("feeds.yaml").write_text("feeds: [{url: 'https://example.com/a', headers: {X: '${MISSING}'}}]\n")
    assert run("list").stdout == "    https://example.com/a\n"


def test_add_keeps_everything_else(here):
    done = run("add", "https://example.com/c.xml", "--name", "C: third", "--section", "tech", "--offline")
    assert done.stdout == "feeds.yaml\n"
    added = '  - url: https://example.com/c.xml\n    name: "C: third"\n    section: tech\n'
    assert text() == FEEDS.replace("enabled: false}\n", "enabled: false}\n" + added)


def test_a_file_is_added_by_its_path_from_feeds_yaml(here, monkeypatch):
    monkeypatch.chdir(here / "notes")
    run("add", "one.md", "--offline", "-c", str(here / "feeds.yaml"))
    monkeypatch.chdir(here)
    assert "  - file: notes/one.md\n" in text()
    assert load(Path("feeds.yaml"), {}).sources[-1].location == str(here / "notes" / "one.md")


def test_a_feed_that_is_there_is_not_added_again(here):
    with pytest.raises(ConfigError, match=r"duplicate feed 'http://example\.com/b\.xml/'; the first is in line 6"):
        run("add", "http://example.com/b.xml/", "--offline")
    assert text() == FEEDS


def test_remove_finds_a_feed_by_name_address_or_path(here):
    run("remove", "alpha")
    run("remove", "http://EXAMPLE.com/b.xml")
    run("remove", "notes/*.md")
    assert text() == "# mine\nfeeds:\nstate: {path: state/digest.db}\n"


def test_a_name_that_nobody_has_is_answered_with_the_nearest(here):
    with pytest.raises(ConfigError, match=r"feeds\.yaml: no feed 'Alpa'; did you mean 'Alpha'\?"):
        run("remove", "Alpa")


def test_a_name_that_two_have_is_refused(here):
    Path("feeds.yaml").write_text(FEEDS.replace("section: notes", "name: Alpha"))
    with pytest.raises(ConfigError, match=r"several feeds are called 'Alpha' \(lines 3 and 7\)") as caught:
        run("pause", "Alpha")
    assert str(caught.value).endswith("; give the address: https://example.com/a.xml or notes/*.md")


def test_pause_and_resume(here):
    run("pause", "https://example.com/b.xml")
    assert "  - url: https://example.com/b.xml\n    enabled: false\n" in text()
    assert run("list").stdout.splitlines()[1].endswith("b.xml  (paused)")
    run("resume", "https://example.com/b.xml")
    run("resume", "notes/*.md")
    assert all(source.enabled for source in load(Path("feeds.yaml"), {}).sources)
    before = text()
    assert run("pause", "Alpha").stdout == "feeds.yaml\n"
    assert run("pause", "Alpha").stdout == ""
    assert text() == before.replace("section: tech\n", "section: tech\n    enabled: false\n")


def test_a_wrong_file_is_not_touched(here):
    Path("feeds.yaml").write_text("titel: x\n" + FEEDS)
    with pytest.raises(ConfigError, match="unknown key 'titel'"):
        run("pause", "Alpha")
    assert text() == "titel: x\n" + FEEDS


def test_status_tells_how_each_feed_is(here):
    from digest.store import Store

    Path("feeds.yaml").write_text(FEEDS + "timezone: UTC\n")
    start = datetime.now(UTC) - timedelta(days=20)
    alpha, second = "https://example.com/a.xml", "https://example.com/b.xml"
    with Store.open(here / "state" / "digest.db") as store:
        store.remember([Poll(alpha, feed=Feed("A", ()))], start)
        broken = Problem(second, "HTTP 500", "fetch")
        store.remember([Poll(second, problem=broken)], start)
        store.remember([Poll(second, problem=broken)], start + timedelta(days=15))
    lines = run("status").stdout.splitlines()
    assert lines[0] == f"ok      Alpha                      {start:%Y-%m-%d %H:%M}"
    assert lines[1].startswith("dead    https://example.com/b.xml  never read        2 failures since")
    assert lines[1].endswith("HTTP 500")
    assert lines[2].split() == ["paused", "notes/one.md", "never", "read"]
    (failing,) = json.loads(run("status", "--failing", "--json").stdout)["feeds"]
    assert (failing["url"], failing["state"], failing["failures"], failing["problem"]) == (
        second,
        "dead",
        2,
        "HTTP 500",
    )


def test_a_feed_is_known_by_the_title_that_status_shows(here):
    from digest.store import Store

    with Store.open(here / "state" / "digest.db") as store:
        store.remember(
            [Poll("https://example.com/b.xml", feed=Feed("The B Times", (), format="rss"))], datetime.now(UTC)
        )
    assert "The B Times" in run("status").stdout
    run("pause", "The B Times")
    assert not load(Path("feeds.yaml"), {}).sources[1].enabled


def test_status_before_the_first_run(here):
    assert [line.split()[0] for line in run("status").stdout.splitlines()] == ["new", "new", "paused"]
    assert not (here / "state").exists()


def test_a_feed_that_was_given_up_is_asked_again_when_resumed(here):
    from digest.store import Store

    location = "https://example.com/a.xml"
    with Store.open(here / "state" / "digest.db") as store:
        store.remember([Poll(location, problem=Problem(location, "gone", "fetch"), gone=True)], datetime.now(UTC))
    assert run("status").stdout.startswith("gone")
    run("resume", "Alpha")
    assert not run("status").stdout.startswith("gone")


def test_export_and_import_are_each_others_reverse(here):
    exported = run("export").stdout
    assert 'xmlUrl="https://example.com/a.xml"' in exported
    assert "notes" not in exported
    done = run("export", "-o", "out.opml")
    assert (done.stdout, done.stderr) == ("out.opml\n", "1 local file is not in it\n")
    other = here / "other.yaml"
    other.write_text("# fresh\n")
    run("import", "out.opml", "-c", "other.yaml")
    assert [(source.location, source.name, source.section) for source in load(other, {}).sources] == [
        ("https://example.com/b.xml", None, None),
        ("https://example.com/a.xml", "Alpha", "tech"),
    ]
    before = other.read_bytes()
    told = run("import", "out.opml", "-c", "other.yaml").stderr.splitlines()
    assert told == [
        "digest: https://example.com/b.xml: in feeds.yaml already",
        "digest: Alpha: in feeds.yaml already",
        "0 feeds added, 2 left out, of 2",
    ]
    assert other.read_bytes() == before


def test_import_takes_folders_as_sections_and_only_addresses(here):
    Path("in.opml").write_text(
        '<opml version="1.0"><body><outline text="Tech &amp; Science">'
        '<outline text="One &#10; two" xmlUrl="https://example.org/1"/>'
        '<outline text="Bad" xmlUrl="javascript:alert(1)"/><outline title="Deep">'
        '<outline title="Three" xmlUrl=" https://example.org/3 "/></outline></outline></body></opml>'
    )
    run("import", "in.opml")
    assert [(source.location, source.name, source.section) for source in load(Path("feeds.yaml"), {}).sources[3:]] == [
        ("https://example.org/1", "One two", "tech-science"),
        ("https://example.org/3", "Three", "deep"),
    ]


FOLDERS = ("Tech & co", "Tech co", "Ünter uns: “A”", "null", "Deep", "☕", "科学", "می\u200cخوانم", "10%", "tech")


def folders(titles: tuple[str, ...]) -> str:
    inner = (
        f'<outline text="{escape(title)}"><outline text="F{number}" xmlUrl="https://example.org/{number}"/></outline>'
        for number, title in enumerate(titles)
    )
    return f'<opml version="2.0"><body>{"".join(inner)}</body></opml>'


def exported_folders(*arguments: str) -> list[str]:
    body = ET.fromstring(run("export", *arguments).stdout).find("body")
    return [outline.attrib["text"] for outline in body if "xmlUrl" not in outline.attrib]


def test_folders_come_back_with_the_titles_they_had(here):
    (here / "other.yaml").write_text("# fresh\n")
    Path("in.opml").write_text(folders(FOLDERS))
    run("import", "in.opml", "-c", "other.yaml")
    assert exported_folders("-c", "other.yaml") == list(FOLDERS)
    before = (here / "other.yaml").read_bytes()
    assert before.startswith(b'# fresh\nsections:\n  - id: tech-co\n    title: "Tech & co"\n  - id: tech-co-2\n')
    run("import", "in.opml", "-c", "other.yaml")
    assert (here / "other.yaml").read_bytes() == before


def test_folders_join_the_sections_of_their_title_and_keep_the_order_of_the_others(here):
    described = FEEDS + "sections:\n  # the first\n  - {id: t, title: Tech & co}  # mine\n"
    Path("feeds.yaml").write_text(described)
    Path("in.opml").write_text(folders(("Tech & co", "Tech", "Deep", "notes!")))
    run("import", "in.opml")
    config = load(Path("feeds.yaml"), {})
    assert [source.section for source in config.sources[3:]] == ["t", "tech", "deep", "notes-2"]
    titles = [section.title for section in config.sections]
    assert titles == ["Tech & co", "Tech", "Notes", "Deep", "notes!"]
    assert "sections:\n  # the first\n  - {id: t, title: Tech & co}  # mine\n  - id: tech\n" in text()


def test_folders_whose_title_the_id_tells_need_no_section(here):
    Path("in.opml").write_text(folders(("Tech", "Open source")))
    run("import", "in.opml")
    assert "sections" not in text()
    assert exported_folders() == ["Tech", "Open source"]


def test_import_tells_of_each_entry_that_it_leaves_out(here):
    Path("in.opml").write_text(
        '<opml version="1.0"><body><outline text="One" xmlUrl="https://example.org/1"/>'
        '<outline text="Again" xmlUrl="https://example.org/1?utm_source=x"/>'
        '<outline text="Alpha" xmlUrl="https://example.com/a.xml"/><outline text="Empty"/><outline xmlUrl=" "/>'
        '<outline text="Folder"><outline text="Mail" xmlUrl="mailto:a@b.example"/></outline></body></opml>'
    )
    done = run("import", "in.opml")
    assert done.exit_code == 0
    assert done.stderr.splitlines() == [
        "digest: Again: in the list twice",
        "digest: Alpha: in feeds.yaml already",
        "digest: Empty: it has no address (xmlUrl)",
        "digest: an entry without a name: it has no address (xmlUrl)",
        "digest: Mail: mailto:a@b.example is no http or https address",
        "1 feed added, 5 left out, of 6",
    ]


def test_import_shows_no_secrets_and_adds_the_other_feeds(here):
    Path("feeds.yaml").write_text("feeds:\n  - https://example.com/a.xml?token=SECRET1\n")
    secret = "https://bob:hunter2@e.example/feed?token=SECRET1"
    Path("in.opml").write_text(
        f'<opml version="1.0"><body><outline xmlUrl="{secret}"/><outline text="See {secret} now" xmlUrl="{secret}"/>'
        '<outline xmlUrl="ftp://bob:hunter2@e.example/feed"/><outline text="Colon" xmlUrl="bob:hunter2@e.example/"/>'
        '<outline text="https://example.com/a.xml?token=SECRET1" xmlUrl="https://example.com/a.xml?token=SECRET1"/>'
        '<outline text="ftp://bob:hunter2@e.example/a" xmlUrl="ftp://bob:hunter2@e.example/a?token=SECRET1"/>'
        '<outline text="One" xmlUrl="https://example.org/1"/></body></opml>'
    )
    held = "its address holds a user or password; add it to feeds.yaml with auth"
    assert run("import", "in.opml").stderr.splitlines() == [
        f"digest: https://e.example/feed: {held}",
        f"digest: See https://e.example/feed now: {held}",
        "digest: an entry without a name: ftp://e.example/feed is no http or https address",
        "digest: Colon: its address is no http or https address",
        "digest: https://example.com/a.xml: in feeds.yaml already",
        "digest: ftp://e.example/a: ftp://e.example/a is no http or https address",
        "1 feed added, 6 left out, of 7",
    ]
    assert load(Path("feeds.yaml"), {}).sources[-1].location == "https://example.org/1"


@pytest.mark.parametrize(
    "content",
    [
        "no xml",
        "<opml><body/></opml>",
        "<rss><channel/></rss>",
        '<!DOCTYPE o [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><opml><body>&c;</body></opml>',
        "<opml><body>" + "<outline text='a'>" * 5000 + "</outline>" * 5000 + "</body></opml>",
    ],
)
def test_what_is_no_list_of_feeds_is_not_imported(here, content):
    Path("in.opml").write_text(content)
    with pytest.raises(ParseError, match=r"^in\.opml"):
        run("import", "in.opml")
    assert text() == FEEDS
    Path("in.bin").write_bytes(bytes(range(256)))
    with pytest.raises(ParseError, match=r"^in\.bin: no OPML file"):
        run("import", "in.bin")


@pytest.mark.parametrize(
    "command", [("list",), ("status",), ("test", "notes/feed.xml"), ("export",), ("pause", "Alpha")]
)
def test_every_command_names_its_feeds_yaml_with_v_and_keeps_quiet_with_q(here, command):
    Path("notes/feed.xml").write_text(FEED)
    named = [line for line in run(*command, "-v").stderr.splitlines() if line.startswith("using ")]
    assert [Path(line.removeprefix("using ")).absolute() for line in named] == [here / "feeds.yaml"]
    done = run(*command, "-q")
    assert (done.exit_code, done.stderr) == (0, "")


def test_a_page_is_no_feed_and_its_reader_is_named(here):
    Path("page.html").write_text("<!doctype html><html><body><p>News.</p></body></html>")
    with pytest.raises(ParseError, match=r"not a feed: a web page.*; `digest summarize` reads single articles"):
        run("test", "page.html")


FEED = """\
<rss version="2.0"><channel><title>The Daily</title><link>https://example.com/</link><description>d</description>
<item><title>Bridge &amp;amp; tunnel</title><link>https://example.com/1</link><description>&lt;p&gt;Open
again.&lt;/p&gt;</description><pubDate>Sat, 21 Nov 2026 07:30:00 GMT</pubDate></item>
<item><title>Undated</title><guid>2</guid></item></channel></rss>
"""


def test_test_shows_what_a_feed_would_bring(here):
    Path("feed.xml").write_text(FEED)
    done = run("test", "feed.xml", "--json")
    assert json.loads(done.stdout) == {
        "entries": [
            {
                "title": "Bridge & tunnel",
                "url": "https://example.com/1",
                "published": "2026-11-21T07:30:00+00:00",
                "text_length": 11,
            },
            {"title": "Undated", "url": None, "published": None, "text_length": 0},
        ],
        "problems": [],
    }
    assert run("test", "feed.xml").stdout.splitlines() == [
        "2026-11-21      11  Bridge & tunnel",
        "undated          0  Undated",
    ]


def test_test_says_how_many_entries_its_table_leaves_out(here):
    for count in (20, 31):
        items = "".join(f"<item><title>No. {n}</title><guid>{n}</guid></item>" for n in range(count))
        Path("feed.xml").write_text(f"<rss version='2.0'><channel><title>F</title>{items}</channel></rss>")
        done = run("test", "feed.xml")
        assert len(done.stdout.splitlines()) == 20
        assert ("… and 11 more; --json lists all\n" in done.stderr) == (count == 31)
        assert "more;" not in run("test", "feed.xml", "-q").stderr


@pytest.mark.parametrize(
    ("name", "words"), [("absent.xml", "no such file"), ("notes", "folder"), ("empty.xml", "empty")]
)
def test_test_tells_in_one_line_what_cannot_be_read(here, name, words):
    Path("empty.xml").touch()
    with pytest.raises(DigestError) as caught:
        run("test", name)
    assert str(caught.value).startswith(f"{name}: ")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_nothing_that_a_terminal_would_obey_is_shown(here):
    Path("feeds.yaml").write_text("feeds: [{url: 'https://example.com/', tags: [\"a\\u200bb\"]}]\n")
    with pytest.raises(ConfigError, match="must be a single line of printable characters"):
        run("list")
    Path("feeds.yaml").unlink()
    Path("feed.xml").write_text(FEED.replace("Undated", "Un&#x9b;31m&#x202e;dated"))
    for arguments in (("test", "feed.xml"), ("test", "feed.xml", "--json")):
        assert all(letter.isprintable() for letter in run(*arguments).stdout.replace("\n", ""))


def test_test_measures_an_endless_entry_at_once(here):
    long = FEED.replace("again.", "again. " * 100_000)
    Path("feed.xml").write_text(long)
    assert json.loads(run("test", "feed.xml", "--json").stdout)["entries"][0]["text_length"] == 5 + 7 * 100_000 - 1


@pytest.fixture
def server():
    with Server().running() as server:
        yield server


def test_test_reads_a_feed_with_its_own_headers(here, server, monkeypatch):
    server.routes["/feed"] = lambda seen: Reply(FEED.encode(), 200 if seen.headers.get("x-key") == "k3y" else 403)
    Path("feeds.yaml").write_text(
        "fetch: {allow_private: true, retries: 0, pause: 0}\nfeeds:\n"
        f"  - {{url: '{server.url('/feed')}', name: Mine, headers: {{X-Key: '${{KEY}}'}}}}\n"
        "  - {url: 'https://example.com/', headers: {X: '${NOT_SET}'}}\n"
    )
    monkeypatch.setenv("KEY", "wrong")
    with pytest.raises(DigestError, match=r"^Mine: .*403"):
        run("test", "Mine")
    with pytest.raises(ConfigError, match="the environment has no NOT_SET"):
        run("test", "https://example.com/")
    monkeypatch.setenv("KEY", "k3y")
    assert "2026-11-21      11  Bridge & tunnel" in run("test", "Mine").stdout


def test_of_a_site_its_feed_is_added(here, server):
    page = '<html><head><link rel="alternate" type="application/rss+xml" href="/news.xml"></head><body>x</body></html>'
    server.routes["/"] = Reply(page.encode(), headers={"Content-Type": "text/html"})
    server.routes["/news.xml"] = Reply(FEED.encode())
    Path("feeds.yaml").write_text("fetch: {allow_private: true, pause: 0}\n")
    assert f"added {server.url('/news.xml')}" in run("add", server.url("/"), "--section", "tech").stderr
    named = f'  - url: {server.url("/news.xml")}\n    name: "The Daily"\n    section: tech\n'
    assert text().endswith(f"feeds:\n{named}")
    Path("feed.xml").write_text(FEED.replace("The Daily", "&#x1b;[31mA: &quot;B&quot; " + "c" * 200))
    run("add", Path("feed.xml").absolute().as_uri())
    added = load(Path("feeds.yaml"), {}).sources[-1]
    assert (added.key, added.name) == ("feed.xml", ('[31mA: "B" ' + "c" * 200)[:80])


def test_of_a_page_that_names_one_feed_that_one_is_added(here, server):
    link = '<link rel="alternate" type="application/rss+xml" href="{}">'
    page = f"<html><head>{link.format('/news.xml')}{{}}</head><body>x</body></html>"
    for path, more in (("/index.html", ""), ("/two.html", link.format("/other.xml"))):
        server.routes[path] = Reply(page.format(more).encode(), headers={"Content-Type": "text/html"})
    server.routes["/news.xml"] = Reply(FEED.encode())
    Path("feeds.yaml").write_text("fetch: {allow_private: true, pause: 0}\n")
    assert f"a page; its feed is {server.url('/news.xml')}" in run("test", server.url("/index.html")).stderr
    with pytest.raises(DigestError, match=r"it names \S+/news\.xml, \S+/other\.xml"):
        run("add", server.url("/two.html"))
    run("add", server.url("/index.html"))
    assert [source.location for source in load(Path("feeds.yaml"), {}).sources] == [server.url("/news.xml")]
    Path("feeds.yaml").write_text(f"fetch: {{allow_private: true, pause: 0}}\nfeeds: ['{server.url('/index.html')}']\n")
    with pytest.raises(DigestError, match="instead of a feed"):
        run("test", server.url("/index.html"))


def test_what_cannot_be_read_is_not_added(here, server):
    Path("feeds.yaml").write_text("fetch: {allow_private: true, retries: 0, pause: 0}\n")
    with pytest.raises(DigestError, match=r"404.*; not added \(--offline adds it unread\)"):
        run("add", server.url("/none.xml"))
    with pytest.raises(DigestError, match=r"^none\.md: no such file.*; not added"):
        run("add", "none.md")
    Path("broken.yaml").write_text("titel: x\n")
    with pytest.raises(ConfigError, match=r"unknown key 'titel'; did you mean 'title'\?$"):
        run("add", server.url("/none.xml"), "-c", "broken.yaml")
    run("add", "notes/one.md")
    run("add", "notes/*.txt")
    assert text().endswith('feeds:\n  - file: notes/one.md\n  - file: "notes/*.txt"\n')


def test_changes_at_the_same_time_wait_for_each_other(here):
    """Two that read the same file would each write it with their own feed alone."""
    places = [f"https://example.com/new{number}" for number in range(6)]
    command = [sys.executable, "-m", "digest", "feeds", "add", "--offline"]
    variables = environment(here, PYTHONPATH=str(ROOT))
    running = [subprocess.Popen([*command, place], env=variables, stdout=subprocess.DEVNULL) for place in places]
    assert [process.wait(timeout=60) for process in running] == [0] * len(places)
    assert {source.location for source in load(Path("feeds.yaml"), {}).sources} >= set(places)


def test_what_another_change_adds_meanwhile_is_kept(here, monkeypatch):
    """The file is read once it is this one's turn, so that what is imported is not there twice."""
    Path("list.opml").write_text('<opml><body><outline xmlUrl="https://example.com/b.xml"/></body></opml>')
    lock = os.open(".", os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    monkeypatch.setattr("digest.config.lock.WAIT", 0.0)
    with pytest.raises(LockHeldError, match=r"^feeds\.yaml is being changed by another process; try again later"):
        run("pause", "Alpha")
    with pytest.raises(LockHeldError):
        run("import", "list.opml")
    os.close(lock)
    assert run("import", "list.opml").stderr.endswith("0 feeds added, 1 left out, of 1\n")
    assert text() == FEEDS


def test_a_change_that_is_refused_names_no_line_of_what_is_not_written(here):
    with pytest.raises(ConfigError, match=r"^feeds\.yaml: not changed: duplicate feed 'https://example\.com/b\.xml'; "):
        run("add", "https://example.com/b.xml", "--offline")
    with pytest.raises(ConfigError, match=r"^feeds\.yaml: not changed: an address must not hold a user or password"):
        run("add", "https://ida:x@example.com/c.xml", "--offline")
    assert text() == FEEDS


def test_where_feeds_yaml_cannot_be_written_no_other_place_is_advised(here, monkeypatch):
    def refused(*_: object) -> Path:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("digest.deliver.files.write_temporary", refused)
    with pytest.raises(DeliveryError) as caught:
        run("pause", "Alpha")
    remedy = "see to the permissions of its folder, and to the disk"
    assert str(caught.value) == f"feeds.yaml: cannot be changed (Permission denied); {remedy}"


@pytest.mark.parametrize("more", [(), ("--offline",)])
def test_standard_input_is_no_feed(here, more):
    with pytest.raises(ConfigError, match="standard input is there once only"):
        run("add", "-", *more)
    assert text() == FEEDS


@pytest.mark.parametrize("more", [(), ("--offline",)])
@pytest.mark.parametrize("scheme", ["ftp", "gopher", "feed"])
def test_an_address_that_no_run_could_read_is_no_feed(here, scheme, more):
    with pytest.raises(
        ConfigError, match=rf"^{scheme}://x\.example/feed: not added: only http, https and paths are read$"
    ):
        run("add", f"{scheme}://ida:secret@x.example/feed", *more)
    assert text() == FEEDS


def test_a_section_is_named_by_its_id_or_by_a_title(here):
    for number, section in enumerate(("tech", "Notes", "Tech & Co", "science", "Tech & Co", "tech-co")):
        run("add", f"https://example.org/{number}", "--section", section, "--offline")
    config = load(Path("feeds.yaml"), {})
    assert [source.section for source in config.sources[3:]] == [
        "tech", "notes", "tech-co", "science", "tech-co", "tech-co",
    ]  # fmt: skip
    titles = {section.id: section.title for section in config.sections}
    assert titles == {"tech": "Tech", "notes": "Notes", "tech-co": "Tech & Co", "science": "Science"}


def test_a_name_that_is_taken_is_not_given_again(here):
    with pytest.raises(
        ConfigError, match=r"'alpha' is the name of https://example\.com/a\.xml \(line 3\); give another"
    ):
        run("add", "https://example.org/1", "--name", "alpha", "--section", "Tech & Co", "--offline")
    assert text() == FEEDS
    Path("own.xml").write_text("<rss version='2.0'><channel><title>Alpha</title></channel></rss>")
    run("add", "own.xml")
    Path("in.opml").write_text(
        '<opml version="2.0"><body><outline text="Alpha" xmlUrl="https://example.org/1"/>'
        '<outline text="Beta" xmlUrl="https://example.org/2"/><outline text="beta" xmlUrl="https://example.org/3"/>'
        "</body></opml>"
    )
    run("import", "in.opml")
    names = [source.name for source in load(Path("feeds.yaml"), {}).sources]
    assert names == ["Alpha", None, None, "Alpha (2)", "Alpha (3)", "Beta", "beta (2)"]
    run("remove", "Alpha")
    assert "https://example.com/a.xml" not in text()


@pytest.mark.parametrize("name", ["one.md", "1, one: #first.md"])
@pytest.mark.parametrize("command", ["pause", "resume", "remove"])
def test_a_file_that_a_pattern_brings_is_told_with_its_pattern(here, command, name):
    (here / "notes" / "one.md").rename(here / "notes" / name)
    assert f"notes/{name}" in run("list").stdout
    with pytest.raises(ConfigError, match=r"' is there by the pattern 'notes/\*\.md' \(line 7\)") as caught:
        run(command, f"notes/{name}")
    (here / "notes" / "two.md").write_text("# Two\n\nText.\n")
    line = str(caught.value).partition("of its own: - ")[2]
    Path("feeds.yaml").write_text(FEEDS.replace("enabled: false}\n", f"enabled: true}}\n  - {line}\n"))
    enabled = {source.written: source.enabled for source in load(Path("feeds.yaml"), {}).sources if source.local}
    assert enabled == {f"notes/{name}": False, "notes/two.md": True}
