"""Feeds made to be slow, large or fatal, at full size: each ends in entries or in one line, within its memory."""

from __future__ import annotations

import gzip
import resource
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path

import pytest

from tests.program import ROOT, environment

LIMITED = """\
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_DATA, (250_000_000, 250_000_000))
sys.argv[0] = "digest"
runpy.run_module("digest", run_name="__main__")
"""
"""The program, with 250 MB for each of its processes: what wants more ends in an error of its own making."""


COSTLY = 8.0
"""Seconds of processor time, start and all: the limits leave less than five, and machines differ."""


def rss(inside: str, start: str = "") -> bytes:
    return f"{start}<rss version='2.0'><channel><title>F</title>{inside}</channel></rss>".encode()


def item(inside: str) -> str:
    return f"<item><title>T</title>{inside}</item>"


def text(escaped: str) -> bytes:
    return rss(item(f"<description>{escaped}</description>"))


def atom(inside: str) -> bytes:
    return f"<feed xmlns='http://www.w3.org/2005/Atom'>{inside}</feed>".encode()


def json_feed(rest: str) -> bytes:
    return f'{{"version":"https://jsonfeed.org/version/1.1",{rest}'.encode()


def declared(encoding: str) -> str:
    return f"<?xml version='1.0' encoding='{encoding}'?>"


def long_ones(text: str, size: int) -> bytes:
    content = escape(text * (size // len(text)))
    each = f"<link>https://e.example/{{0}}</link><description>{content}</description>"
    return rss("".join(item(each.format(number)) for number in range(10)))


def numbered(pattern: str, count: int) -> str:
    return "".join(pattern.format(number) for number in range(count))


HOSTILE: dict[str, Callable[[], bytes]] = {
    "a million items": lambda: rss("<item/>" * 1_300_000),
    "a third of a million titles": lambda: rss("<item><title>a</title></item>" * 330_000),
    "as many of Atom": lambda: atom("<entry><id>a</id></entry>" * 380_000),
    "namespaces on elements": lambda: rss(item(numbered("<n{0}:x xmlns:n{0}='http://n.example/{0}'/>", 60_000))),
    "namespaces on the root": lambda: rss("").replace(b" v", numbered(" xmlns:n{0}='u:{0}'", 200_000).encode() + b" v"),
    "an attribute of nine megabytes": lambda: rss(item(f"<enclosure url='{'a' * 9_000_000}'/>")),
    "half a million attributes": lambda: rss("<item" + numbered(" a{0}='1'", 500_000) + "><title>T</title></item>"),
    "CDATA without end": lambda: rss(item("<description><![CDATA[" + "x " * 4_000_000)),
    "half a million pieces of CDATA": lambda: text("<![CDATA[x]]>" * 500_000),
    "broken UTF-16": lambda: b"\xff\xfe" + rss(item("") * 1000).decode().encode("utf-16-le")[:-9] + b"\x00\xd8\x00",
    "dates": lambda: rss("".join(item(f"<pubDate>{each}</pubDate>") for each in ("9" * 100_000, "Mon, " * 50_000,
        ":" * 200_000, "1/" * 100_000, "-" * 300_000, "99999999999-01-01T00:00:00Z", "2026-11-20T" + "0" * 9999))),
    "blanks": lambda: rss(item(f"<title>{' ' * 3_000_000}x</title><description>{chr(10) * 3_000_000}</description>")),
    "opening angles": lambda: text("&lt;" * 1_500_000),
    "opening tags": lambda: text("&lt;a " * 1_000_000),
    "quotation marks": lambda: text("&lt;a href=" + "&quot;=" * 700_000),
    "ampersands": lambda: text("&" * 4_000_000),
    "names without end": lambda: text("&a" * 2_500_000),
    "references of references": lambda: text("&#x26;#38;" * 800_000),
    "comments": lambda: rss("<!-- -->" * 1_000_000),
    "dashes": lambda: rss("<!--" + "-" * 8_000_000),
    "instructions": lambda: rss("<?a ?>" * 1_300_000),
    "brackets of a document type": lambda: b"<!DOCTYPE rss [" + b"[" * 5_000_000,
    "entities": lambda: rss(item(""), start="<!DOCTYPE rss [" + numbered("<!ENTITY e{0} 'x'>", 300_000) + "]>"),
    "items within items": lambda: rss("<item><title>T</title>" * 1900 + "</item>" * 1900),
    "items without end": lambda: rss("<item><title>T" * 400_000),
    "categories": lambda: rss(item("<category>x</category>" * 350_000)),
    "enclosures": lambda: rss(item("<enclosure url='http://a.example/x' length='1' type='a'/>" * 150_000)),
    "tables within tables": lambda: text("&lt;table&gt;&lt;tr&gt;&lt;td&gt;" * 30_000),
    "XHTML": lambda: atom("<entry><content type='xhtml'>" + "<p>x<br/>y</p>" * 500_000 + "</content></entry>"),
    "bases within bases": lambda: atom("<entry xml:base='a/'>" * 1900 + "</entry>" * 1900),
    "accents": lambda: rss(item(f"<title>a{chr(0x301) * 2_000_000}</title>")),
    "half characters": lambda: rss(item("<title>&#xD800;&#xDFFF;&#x110000;&#0;</title>")),
    "an encoding of a hundred thousand letters": lambda: rss("", start=declared("x" * 100_000)),
    "an encoding that is none of text": lambda: rss(item(""), start=declared("hex")),
    "an encoding that takes its time": lambda: rss(item("a" * 1_000_000), start=declared("punycode")),
    "JSON three million deep": lambda: json_feed('"items":' + "[" * 3_000_000),
    "three million objects of JSON": lambda: json_feed('"items":[' + "{}," * 3_000_000 + "{}]}"),
    "a number of five million digits": lambda: json_feed('"items":[{"id":' + "9" * 5_000_000 + "}]}"),
    "packed twice": lambda: gzip.compress(gzip.compress(b"<rss>" + bytes(300_000_000))),
    "packed a thousandfold": lambda: gzip.compress(bytes(500_000_000)),
    "two hundred thousand mails": lambda: b"From a@b Thu Nov 19 10:00:00 2026\nSubject: x\n\nbody\n\n" * 180_000,
    "mails within mails": lambda: b"Subject: x\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(5000)),
    "parameters of a mail": lambda: b"Subject: x\nContent-Type: text/plain; " + b"a=1;" * 400_000 + b"\n\nbody\n",
    "a subject in a thousand pieces": lambda: b"Subject: " + b"=?utf-8?q?a?= " * 300_000 + b"\nFrom: a@b\n\nbody\n",
    "a list of very many feeds": lambda: b"<opml><body>" + b"<outline xmlUrl='http://a.example/'/>" * 250_000,
    "a page without end": lambda: b"<!DOCTYPE html><html><body>" + b"<div>" * 1_500_000,
    "zero bytes": lambda: bytes(9_000_000),
}  # fmt: skip


PARAGRAPH = f"<p>{'The council met on Monday and said that it would build a bridge. ' * 4}</p>"


def page(inside: str) -> bytes:
    return f"<!DOCTYPE html><html><head><title>T</title></head><body>{inside}</body></html>".encode()


def entries(content: str, count: int) -> bytes:
    return rss(item(f"<description><![CDATA[{content}]]></description>") * count)


MORE: dict[str, Callable[[], bytes]] = {
    "entries of line breaks": lambda: entries("<br>" * 49_000, 49),
    "entries of accents": lambda: entries("<p>a" + "\u0316\u0301" * 49_000, 49),
    "five hundred entries of elements": lambda: entries("<p>a<i>b</i>" * 1_600, 490),
    "entries of lines": lambda: entries("Share this\n" * 18_000, 49),
    "authors": lambda: rss(item("<author>a@b.example (x)</author>" * 270_000)),
    "elements as deep as may be": lambda: rss(("<a>" * 1900 + "</a>" * 1900) * 700),
    "dates that are none": lambda: rss(item("<pubDate>Thu, 99 Nov 2026 10:00:00 GMT</pubDate>") * 120_000),
}
ENTRIES: dict[str, Callable[[], bytes]] = {
    f"ten entries of {kind}, {size} characters": partial(long_ones, text, size)
    for kind, text in {
        "one-letter sentences": "a. ",
        "quotations": "“a” he said. ",
        "names": "Kay Mills said Tom Voss said. ",
        "lines": "<p>Ab c</p>",
        "elements within elements": "<p>a<i>b</i> ",
        "tables": "<table><tr><td>x y",
    }.items()
    for size in (15_000, 90_000, 700_000)
}
PAGES: dict[str, Callable[[], bytes]] = {
    "elements within elements": lambda: page("<div>" * 50_000 + PARAGRAPH),
    "elements and text within them": lambda: page(f"<div>{PARAGRAPH}" * 5_000),
    "a hundred thousand links": lambda: page(numbered("<a href='/x{0}'>link number {0} of it</a> ", 100_000)),
    "paragraphs": lambda: page(PARAGRAPH * 30_000),
    "tables": lambda: page("<table>" + ("<tr>" + "<td>some x</td>" * 35) * 1_100),
    "one text": lambda: page(f"<p>{'word and more, ' * 600_000}</p>"),
    "accents": lambda: page("<p>a" + "\u0316\u0301" * 1_500_000),
    "authors of a page": lambda: page(PARAGRAPH + numbered("<meta name='author' content='A{0}'>", 200_000)),
}


@pytest.mark.parametrize("kind", [*HOSTILE, *MORE])
def test_a_hostile_feed_ends_well(tmp_path: Path, kind: str) -> None:
    (tmp_path / "feed").write_bytes((HOSTILE | MORE)[kind]())
    check(tmp_path, "feeds", "test", "feed", "--json")


@pytest.mark.parametrize("kind", [*HOSTILE, *MORE, *ENTRIES])
def test_a_hostile_feed_costs_no_digest(tmp_path: Path, kind: str) -> None:
    """Its entries are cleaned and summarized too, ten of them at most."""
    (tmp_path / "feed").write_bytes((HOSTILE | MORE | ENTRIES)[kind]())
    (tmp_path / "other").write_bytes(rss(item(f"<description>{escape(PARAGRAPH)}</description>")))
    (tmp_path / "feeds.yaml").write_text(
        "feeds: [{file: feed}, {file: other}]\nlimits: {first_run: 10, max_age: 3650d}\n"
    )
    done = run(tmp_path, "run", "--format", "json", "--output", "-", "-q")
    assert done.returncode == 0, done.stderr.decode()
    assert b"build a bridge." in done.stdout, "the other feed's story stands"


@pytest.mark.parametrize("kind", PAGES)
def test_a_hostile_page_ends_well(tmp_path: Path, kind: str) -> None:
    (tmp_path / "page.html").write_bytes(PAGES[kind]())
    check(tmp_path, "extract", "page.html")


def check(folder: Path, *command: str) -> None:
    """Run the program on one document: it ends in a result or in one line."""
    done = run(folder, *command)
    err = done.stderr.decode()
    assert done.returncode in {0, 1}, err
    assert err.count("\n") == done.returncode


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program: it ends by itself, within its memory and processor time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, *command],
        cwd=folder,
        env=environment(folder, PYTHONPATH=str(ROOT)),
        capture_output=True,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert b"Traceback" not in done.stderr
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < COSTLY
    return done
