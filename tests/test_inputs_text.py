"""Files to entries: plain text, Markdown and web pages, with what they say of themselves."""

from __future__ import annotations

from datetime import UTC, datetime
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import ParseError
from digest.inputs import html, markdown, text
from digest.models import Document, Entry

LINE = "The ferry ran aground off Kelmar on Thursday night, and nobody was hurt, the coast guard said."


def document(content: str | bytes, location: str = "-", **more: object) -> Document:
    return Document(location=location, content=content.encode() if isinstance(content, str) else content, **more)


def entry_of(variant: ModuleType, content: str | bytes, location: str = "-", **more: object) -> Entry:
    (entry,) = variant.parse(document(content, location, **more)).entries
    return entry


# --- which is which


@pytest.mark.parametrize(
    ("content", "location", "wanted"),
    [
        (LINE, "a.txt", text),
        (LINE, "-", text),
        (f"Title\n\n{LINE}", "a.md", markdown),
        (f"---\ntitle: A\n---\n{LINE}", "-", markdown),
        (f"# Title\n\n- one\n- two\n\n{LINE}", "-", markdown),
        (f"<!doctype html><html><body><p>{LINE}</p></body></html>", "a.txt", html),
        (f"\ufeff \n<html><body><p>{LINE}</p>", "-", html),
        (f"<p>{LINE}</p>", "-", html),
        (f"<!-- c --><div>{LINE}</div>", "a.html", html),
    ],
)
def test_the_kind_is_found_from_the_bytes_then_the_name(content: str, location: str, wanted: ModuleType) -> None:
    given = document(content, location)
    assert max((text, markdown, html), key=lambda variant: variant.recognizes(given)) is wanted


@pytest.mark.parametrize("root", ["rss", "feed", "opml"])
def test_a_feed_is_no_page(root: str) -> None:
    assert html.recognizes(document(f'<?xml version="1.0"?><{root} version="2.0"></{root}>')) == 0


@given(st.binary(max_size=400))
def test_any_bytes_are_judged(content: bytes) -> None:
    for variant in (text, markdown, html):
        assert 0 <= variant.recognizes(document(content)) <= 1


@pytest.mark.parametrize("variant", [text, markdown, html])
@pytest.mark.parametrize("content", [b"", b" \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_an_error_of_its_own_kind(variant: ModuleType, content: bytes) -> None:
    with pytest.raises(ParseError) as caught:
        variant.parse(document(content))
    assert caught.value.kind == "empty"


@pytest.mark.parametrize("variant", [text, markdown, html])
def test_a_binary_file_is_refused(variant: ModuleType) -> None:
    with pytest.raises(ParseError, match="binary"):
        variant.parse(document(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"))


# --- plain text


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (f"Ferry aground off Kelmar\n\n{LINE}\n", "Ferry aground off Kelmar"),
        (f"Ferry aground off Kelmar\n========\n{LINE}", "Ferry aground off Kelmar"),
        (f"Ferry aground off Kelmar\n{LINE}", "Ferry aground off Kelmar"),
        (f"“Nobody hurt” as ferry runs aground\n\n{LINE}", "“Nobody hurt” as ferry runs aground"),
        (f"Who let the ferry run aground?\n\n{LINE}", "Who let the ferry run aground?"),
        (f"{LINE}\n\n{LINE}", ""),
        (
            f"Home | News | Sport\n\nShare on Facebook   Tweet\n\nFerry aground off Kelmar\n\n{LINE}",
            "Ferry aground off Kelmar",
        ),
        (f"Ferry aground off Kelmar | Northern Post\n\n{LINE}", "Ferry aground off Kelmar | Northern Post"),
        (f"Nova col·lecció de novel·la\n\n{LINE}", "Nova col·lecció de novel·la"),
        (f"Home\n\n{LINE}", ""),
        (f"Skip to main content\n\n{LINE}", ""),
        (f"By Ada Finn and Bo Lund\n\n{LINE}", ""),
        (f"and so it went on\n\n{LINE}", ""),
        ("Ferry aground off Kelmar", ""),
        (f"The ferry ran aground.\n\n{LINE}", ""),
        ("渡轮再次通航\n\n凯尔玛的渡轮周一恢复通航，修理费用为九百万克朗。", "渡轮再次通航"),
        ("フェリーが再開\n\nケルマのフェリーは月曜日から再び運航している。", "フェリーが再開"),
        ("渡轮周一恢复通航。\n\n修理费用为九百万克朗，市政府说。", ""),
        ("记者：李明\n\n凯尔玛的渡轮周一恢复通航。", ""),
    ],
)
def test_a_first_line_that_looks_like_a_title_is_the_title(content: str, title: str) -> None:
    entry = entry_of(text, content)
    assert entry.title == title
    assert (title in entry.content) is (title == "")
    assert LINE in entry.content or LINE not in content


def test_the_same_text_has_the_same_id_and_another_one_another() -> None:
    assert entry_of(text, LINE).id == entry_of(text, LINE).id != entry_of(text, LINE + " More.").id


# --- Markdown


def test_front_matter_is_read() -> None:
    source = (
        '---\n# a comment\ntitle: "Ferry: \\"aground\\""\nauthor:\n  - Ada Finn\n  - Bo Lund\n'
        "date: 2026-11-20T08:30:00+01:00\nurl: https://example.org/ferry # the page\npublisher: 'The Kelmar ''Post'''\n"
        f"tags: [sea, \"ships, old\", 'x']\nlang: en-GB\nnested:\n  title: no\n---\n\n{LINE}\n"
    )
    entry = entry_of(markdown, source, "ferry.md")
    assert entry.title == 'Ferry: "aground"'
    assert entry.authors == ("Ada Finn", "Bo Lund")
    assert entry.published == datetime(2026, 11, 20, 7, 30, tzinfo=UTC)
    assert entry.url == entry.id == "https://example.org/ferry"
    assert entry.publisher == "The Kelmar 'Post'"
    assert entry.tags == ("sea", "ships", "old", "x")
    assert entry.language == "en-GB"
    assert entry.content.strip() == LINE


def test_front_matter_in_toml_is_read() -> None:
    entry = entry_of(markdown, f'+++\ntitle = "Ferry"\ndate = 2026-11-20\ntags = ["sea"]\n+++\n{LINE}')
    assert (entry.title, entry.published, entry.tags) == ("Ferry", datetime(2026, 11, 20, tzinfo=UTC), ("sea",))


@pytest.mark.parametrize(
    ("source", "title"),
    [
        (f"# Ferry *aground*\n\n{LINE}", "Ferry aground"),
        (f"Ferry [aground](https://example.org)\n=====\n\n{LINE}", "Ferry aground"),
        (f"# Ferry aground[^1]\n\n{LINE}", "Ferry aground"),
        (f"\n\n# C# at sea #\n{LINE}", "C# at sea"),
        (f"## Second level\n\n{LINE}", ""),
        (LINE, ""),
    ],
)
def test_a_first_heading_is_the_title(source: str, title: str) -> None:
    entry = entry_of(markdown, source)
    assert entry.title == title
    assert "Ferry" not in entry.content


@pytest.mark.parametrize(
    "source",
    [
        f"---\n\n{LINE}\n\n---\n\nMore.",
        f"---\ntitle: never closed\n\n{LINE}",
        f"---\na: &a [*a, *a]\nb: !!python/object:os.system x\n---\n{LINE}",
        f"+++\nthis is no toml\n+++\n{LINE}",
    ],
)
def test_what_only_looks_like_front_matter_does_no_harm(source: str) -> None:
    assert LINE in entry_of(markdown, source).content


@given(st.text("-+:\n ab\"'[],|>#&*!{}", max_size=80))
def test_no_front_matter_breaks_it(inside: str) -> None:
    assert LINE in entry_of(markdown, f"---\n{inside}\n---\n\n{LINE}").content


@pytest.mark.parametrize(
    ("stated", "moment"),
    [
        ("2026-11-20", datetime(2026, 11, 20, tzinfo=UTC)),
        ("2026-11-20 08:30", datetime(2026, 11, 20, 8, 30, tzinfo=UTC)),
        ("2026-11-20T08:30:00.123-0500", datetime(2026, 11, 20, 13, 30, tzinfo=UTC)),
        ("Fri, 20 Nov 2026 08:30:00 GMT", datetime(2026, 11, 20, 8, 30, tzinfo=UTC)),
        ("yesterday", None),
        ("11/12/2026", None),
        ("1970-01-01", None),
        ("2026-13-45", None),
        ("9999-12-31T23:59:59-23:59", None),
    ],
)
def test_dates_are_read_in_standard_forms_or_not_at_all(stated: str, moment: datetime | None) -> None:
    assert entry_of(markdown, f"---\ntitle: A\ndate: {stated}\n---\n{LINE}").published == moment


# --- pages

PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>Ferry aground off Kelmar | The Kelmar Post</title>
<meta property="og:title" content="Ferry aground off Kelmar | The Kelmar Post">
<meta property="og:site_name" content="The Kelmar Post">
<meta name="author" content="By Ada Finn and Bo Lund">
<meta property="article:published_time" content="2026-11-20T08:30:00Z">
<meta name="keywords" content="sea, ships">
<link rel="canonical" href="/2026/ferry">{head}</head>
<body><h1>Ferry aground off Kelmar</h1><p>{line}</p></body></html>"""
JSON_LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite",
"name": "X"}, {"@type": "NewsArticle", "headline": "Ferry aground", "datePublished": "2026-11-19T20:00:00+01:00",
"author": [{"@type": "Person", "name": "Cy Dahl"}], "publisher": {"name": "Post Media"}}]}</script>"""


def test_a_page_says_what_it_is() -> None:
    address = "https://example.org/2026/ferry?utm_source=x"
    entry = entry_of(html, PAGE.format(head="", line=LINE), address, url=address)
    assert entry.title == "Ferry aground off Kelmar"
    assert entry.publisher == "The Kelmar Post"
    assert entry.authors == ("Ada Finn", "Bo Lund")
    assert entry.published == datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
    assert entry.tags == ("sea", "ships")
    assert (entry.language, entry.markup) == ("en-GB", "page")
    assert entry.url == entry.id == "https://example.org/2026/ferry"


def test_structured_data_is_believed_first() -> None:
    entry = entry_of(html, PAGE.format(head=JSON_LD, line=LINE))
    assert entry.published == datetime(2026, 11, 19, 19, tzinfo=UTC)
    assert entry.authors == ("Cy Dahl",)


@pytest.mark.parametrize(
    "link", ["https://elsewhere.example/page", "https://example.org/", "javascript:x", "http://[::1"]
)
def test_a_canonical_address_is_believed_about_its_own_site_only(link: str) -> None:
    source = f'<html><head><link rel="canonical" href="{link}"></head><body><p>{LINE}</p></body></html>'
    assert entry_of(html, source, url="https://example.org/page").url == "https://example.org/page"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Ferry aground off Kelmar harbour - Post</title>", "Ferry aground off Kelmar harbour"),
        ("<title>Post</title><meta property='og:title' content='Ferry - all safe'>", "Ferry - all safe"),
        (
            "<title>Rain – and then more rain – in the north of the country</title>",
            "Rain – and then more rain – in the north of the country",
        ),
        ("", ""),
    ],
)
def test_the_sites_name_is_cut_off_the_title(head: str, title: str) -> None:
    assert entry_of(html, f"<html><head>{head}</head><body><p>{LINE}</p></body></html>").title == title


@pytest.mark.parametrize(
    "script",
    ["{", "[" * 50_000, '{"author": {"name": ["x"]}, "publisher": [], "datePublished": {}}', '"x"', "[1, null]"],
)
def test_hostile_structured_data_does_no_harm(script: str) -> None:
    head = f'<script type="application/ld+json">{script}</script>'
    assert entry_of(html, PAGE.format(head=head, line=LINE)).title == "Ferry aground off Kelmar"


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-2", "utf-8"])
def test_a_page_is_read_in_the_charset_it_names(charset: str) -> None:
    source = f"<html><head><meta charset={charset}></head><body><p>Größe</p></body></html>"
    assert "Größe" in entry_of(html, source.encode(charset)).content


def test_a_piece_of_html_is_no_page() -> None:
    entry = entry_of(html, f"<p>{LINE}</p>")
    assert (entry.markup, entry.title) == ("html", "")


@given(st.text("<>/=\"'metaogtilscrp: ld+json", max_size=200))
def test_no_page_breaks_it(inside: str) -> None:
    assert entry_of(html, f"<html><head>{inside}</head><body>{LINE}</body></html>").content


def test_front_matter_without_end_is_no_error() -> None:
    found = markdown.parse(Document("a.md", b"+++\na = " + b"[" * 100_000 + b"\n+++\nThe text.\n"))
    assert found.entries[0].content.strip().endswith("The text.")
