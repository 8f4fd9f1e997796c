"""What is read where the command line, or a feed, says so: file addresses, standard input, pages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.program import digest

PAGE = "http://127.0.0.1:9/page"
TEASER = "The council of Harrowgate voted on a long list of works on Monday, and then on the lamps …"
FEED = (
    "<rss version='2.0'><channel><title>Harrowgate</title>"
    f"<item><title>Council</title><guid>1</guid><link>{PAGE}</link><description>{TEASER}</description></item>"
    "</channel></rss>"
)
ARTICLE = "The council met on Monday. It spoke of bridges, and of lamps, for three hours in the town hall."


def test_a_file_address_is_read_and_shown_as_its_path(tmp_path: Path) -> None:
    path = tmp_path / "ein Blatt.txt"
    path.write_text(ARTICLE)
    by_address, by_path = (digest("summarize", name, "--json", cwd=tmp_path) for name in (path.as_uri(), path))
    assert by_address == by_path
    assert json.loads(by_address.out)["articles"][0]["source"] == str(path)
    assert digest("summarize", (tmp_path / "none.txt").as_uri(), cwd=tmp_path).err.startswith(
        f"digest: {tmp_path / 'none.txt'}: no such file"
    )


@pytest.mark.parametrize(("name", "words"), [("", "empty name"), ("~nobody-of-this-name/x", "home folder")])
def test_a_name_that_leads_nowhere_is_told_in_a_line(tmp_path: Path, name: str, words: str) -> None:
    done = digest("summarize", name, cwd=tmp_path)
    assert (done.status, len(done.err.splitlines())) == (1, 1)
    assert words in done.err


def test_why_a_page_is_missing_is_said_with_v(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(FEED)
    (tmp_path / "feeds.yaml").write_text(
        "fetch: {full_text: always}\nlimits: {first_run: 3}\nfeeds: [{file: feed.xml}]\n"
    )
    for command in (("run", "-v"), ("run", "feed.xml", "-v"), ("summarize", "feed.xml", "-v")):
        done = digest(*command, cwd=tmp_path)
        assert done.status == 0, done.err
        (line,) = [line for line in done.err.splitlines() if "its page" in line]
        assert line.startswith("feed.xml: Council: as the feed gives it, its page was not had: not read: robots.txt")
    assert "its page" not in digest("summarize", "feed.xml", cwd=tmp_path).err


def test_a_local_article_that_is_mended_is_not_published_again(tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "feeds.yaml").write_text("feeds: [{file: inbox/*}]\n")
    (tmp_path / "inbox" / "one.txt").write_text(ARTICLE)
    assert digest("run", cwd=tmp_path).out
    (tmp_path / "inbox" / "one.txt").write_text(ARTICLE.replace("three hours", "four hours"))
    again = digest("run", cwd=tmp_path)
    assert (again.status, "nothing new" in again.err) == (0, True)
    (tmp_path / "inbox" / "two.txt").write_text(
        "Elsewhere the ferry sank in shallow water, and nobody was hurt at all."
    )
    assert "1 new entry" in digest("run", cwd=tmp_path).err


def test_local_feeds_that_move_with_their_folder_are_not_new(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    (old / "inbox").mkdir(parents=True)
    (old / "feeds.yaml").write_text("feeds: [{file: inbox/*}, {file: feed.xml, full_text: never}]\n")
    (old / "feed.xml").write_text(FEED)
    (old / "inbox" / "one.txt").write_text(ARTICLE)
    assert "2 new entries" in digest("run", cwd=old).err
    old.rename(new)
    moved = digest("run", cwd=new)
    assert (moved.status, "nothing new" in moved.err) == (0, True)
    (new / "inbox" / "two.txt").write_text("Elsewhere the ferry sank in shallow water, and nobody was hurt at all.")
    assert "1 new entry" in digest("run", cwd=new).err
    states = json.loads(digest("feeds", "status", "--json", cwd=new).out)["feeds"]
    assert [(feed["file"], feed["state"]) for feed in states] == [
        ("inbox/one.txt", "ok"),
        ("inbox/two.txt", "ok"),
        ("feed.xml", "ok"),
    ]


@pytest.mark.parametrize("place", ["else/deep/day.md", "else/", "day.md"])
def test_a_file_that_is_named_is_linked_from_where_the_digest_lies(tmp_path: Path, place: str) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.txt").write_text(ARTICLE)
    written = digest("run", "texts/one.txt", "-o", place, cwd=tmp_path)
    path = tmp_path / written.out.strip()
    links = set(re.findall(r"\]\(([^)]*)\)", path.read_text()))
    assert {(path.parent / link).resolve() for link in links} == {tmp_path / "texts" / "one.txt"}
    assert "(texts/one.txt)" in digest("run", "texts/one.txt", cwd=tmp_path).out
