"""Entries to articles: what is left of pages, pieces of HTML, Markdown and pasted text."""

from __future__ import annotations

import contextlib
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.characters import decode, tidy, tidy_line
from digest.clean import clean
from digest.errors import ParseError
from digest.markup import plain
from digest.models import Entry, Markup

PARAGRAPHS = (
    (
        "The ferry Ostrava ran aground off Kelmar harbour on Thursday night with 212 passengers on board, "
        "and nobody was "
        "hurt, the coast guard said."
    ),
    (
        "Captain Ilse Vond told port radio that a steering pump had failed within sight of the pier, minutes "
        "after the crew "
        "had tested it."
    ),
    (
        "Tugs pulled the ship free before dawn. Divers then looked at its hull, where they found two dents "
        "and no leak, "
        "according to the owner."
    ),
    (
        "The line will use a smaller ship until Monday, it said, and passengers who hold a ticket may travel "
        "by bus at no "
        "cost in the meantime."
    ),
)


def entry(content: str, markup: Markup, title: str = "", **more: object) -> Entry:
    return Entry(id="1", title=title, content=content, markup=markup, **more)


def text_of(content: str, markup: Markup, title: str = "") -> str:
    return clean(entry(content, markup, title)).text


# --- characters


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\u202eb\u200bc\ufeffd", "abcd"),
        ("a\u200db \u0646\u200c\u0627", "a\u200db \u0646\u200c\u0627"),
        ("e\u0301", "é"),
        ("one\r\ntwo\rthree\u2028four\u2029five", "one\ntwo\nthree\nfour\n\nfive"),
        ("\x1b[31mred\x07", "[31mred"),
        ("a\u00a0 \t b\u3000c", "a b c"),
        ("a\n\n\n\n\nb \n", "a\n\nb"),
        ("soft\u00adhyphen \U000e0041tag \ud800", "softhyphen tag "),
    ],
)
def test_tidy_leaves_what_is_seen(raw: str, text: str) -> None:
    assert tidy(raw).rstrip() == text.rstrip()


def test_marks_without_end_are_cut_before_they_are_put_in_order() -> None:
    assert len(tidy(f"a{chr(0x316) * 200_000}{chr(0x301) * 200_000}b")) == 32
    assert tidy("e\u0301 " * 40) == tidy("\u00e9 " * 40)


@given(st.text())
def test_tidy_is_its_own_tidy_and_holds_no_control(raw: str) -> None:
    text = tidy(raw)
    assert tidy(text) == text
    assert not any(unicodedata.category(character) in {"Cc", "Cs"} for character in text.replace("\n", ""))
    assert "\n" not in tidy_line(raw)


@pytest.mark.parametrize(
    "name", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "iso8859-2", "cp1251", "shift_jis"]
)
def test_text_is_read_in_its_declared_charset(name: str) -> None:
    text = {"cp1251": "Паром сел на мель", "iso8859-2": "Prom osiadł na mieliźnie", "shift_jis": "フェリーが座礁"}.get(
        name, "Die Fähre lief auf Grund"
    )
    assert decode(text.encode(name), name) == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("utf-8", "Die Fähre „Ostrava“ lief auf Grund"),
        ("cp1252", "Die Fähre “Ostrava” lief auf Grund – niemand wurde verletzt"),
        ("cp1251", "Паром «Острава» сел на мель у входа в гавань, никто не пострадал, сообщила береговая охрана. " * 4),
    ],
)
def test_undeclared_or_wrongly_declared_text_is_read_right(name: str, text: str) -> None:
    content = text.encode(name)
    assert decode(content) == text
    assert name != "utf-8" or decode(content, "cp1252") == text
    assert name == "cp1251" or decode(content, "no-such-charset") == text


@pytest.mark.parametrize("content", [b"\x7fELF\x00\x01", b"\x89PNG\r\n\x1a\n\x00", bytes(range(1, 32)) * 40])
def test_binary_is_no_text(content: bytes) -> None:
    with pytest.raises(ParseError, match="binary"):
        decode(content)


@given(st.binary())
def test_any_bytes_are_text_or_refused(content: bytes) -> None:
    with contextlib.suppress(ParseError):
        assert isinstance(decode(content), str)


# --- pieces of HTML


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One &amp; two</p><p>three</p>", "One & two\n\nthree"),
        ("One<br>two<br><br>three", "One\ntwo\nthree"),
        ("<div>One</div>two<b>three</b>", "One\n\ntwothree"),
        ("<ul><li>One</li><li>two</li></ul>three", "One\ntwo\n\nthree"),
        ("<table><tr><td>One</td><td>two</td></tr><tr><td>three</td></tr></table>", "One | two\nthree"),
        ("<script>bad()</script><style>p{}</style><p>One</p><noscript>no</noscript>", "One"),
        ("<p hidden>no</p><p style='display: none'>no</p><p>One</p>", "One"),
        ("<figure><img alt='no'><figcaption>A ship</figcaption></figure><p>One</p>", "One"),
        ("<pre>one\ntwo</pre>", "one\ntwo"),
        ("&lt;p&gt;One &amp;amp; two&lt;/p&gt;&lt;p&gt;three&lt;/p&gt;", "One & two\n\nthree"),
        ("AT&amp;T grew 3 &lt; 5", "AT&T grew 3 < 5"),
        ("if a &lt; b &gt; c", "if a < b > c"),
        ("<p>The tag <code>&lt;p&gt;</code> ends with &lt;/p&gt;.</p>", "The tag <p> ends with </p>."),
        ("<p>One <p>two", "One\n\ntwo"),
        ("<!-- no --><p>One</p><![CDATA[x]]>", "One"),
        ("", ""),
    ],
)
def test_pieces_of_html_keep_their_paragraphs(html: str, text: str) -> None:
    assert plain(html) == text


def test_a_title_with_markup_is_one_line() -> None:
    assert tidy_line(plain("<b>Ferry</b>\n &amp; <i>bus</i>")) == "Ferry & bus"


@given(st.text(alphabet="<>/pbdiv&;lt amp\"'=!-\n"))
def test_no_markup_breaks_it(html: str) -> None:
    assert tidy(plain(html)) == plain(html)


def test_depth_does_not_break_it() -> None:
    assert "One" in plain("<p>One</p>" + "<div>" * 100_000 + "deep")


# --- whole entries

PAGE = """<!doctype html><html lang="en"><head><title>Ferry aground - The Kelmar Post</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<div class="cookie">We use cookies to make this site better. <button>Accept</button></div>
<article><h1>Ferry aground off Kelmar</h1><p>{}</p></article>
<aside><h2>Most read</h2><ul><li><a href="/a">Ten ways to cook a turnip</a></li></ul></aside>
<section id="comments"><h3>Comments</h3>
<p>First! I have never liked that ferry, said somebody in the comments.</p></section>
<footer><p>© 2026 The Kelmar Post. All rights reserved.</p></footer></body></html>"""


def test_a_page_gives_its_article() -> None:
    text = text_of(PAGE.format("</p><p>".join(PARAGRAPHS)), "page", "Ferry aground off Kelmar")
    assert text == "\n\n".join(PARAGRAPHS)


def test_a_page_without_text_is_empty() -> None:
    with pytest.raises(ParseError) as caught:
        clean(entry("<html><body><script>app()</script></body></html>", "page"))
    assert caught.value.kind == "empty"


def test_a_feed_that_cuts_its_text_off_says_so_with_an_ellipsis() -> None:
    signed = "<p>The post <a href='#'>Ferry</a> appeared first on <a href='#'>Post</a>.</p>"
    content = f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]} [&#8230;]</p>{signed}"
    assert text_of(content, "html") == f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}…"


@pytest.mark.parametrize("link", ["Continue reading", "Read more", "Weiterlesen", "Läs mer"])
def test_the_link_behind_a_cut_text_is_no_part_of_it(link: str) -> None:
    content = f"<p>{PARAGRAPHS[0]}</p><p>The ferry crossed on ... <a href='#'>{link}</a></p>"
    assert text_of(content, "html") == f"{PARAGRAPHS[0]}\n\nThe ferry crossed on ..."
    spoken = f"<p>{PARAGRAPHS[0]} ... and so on to Vint</p>"
    assert text_of(spoken, "html") == f"{PARAGRAPHS[0]} ... and so on to Vint"


def test_markdown_becomes_text() -> None:
    source = (
        f"# Ferry aground\n\n{PARAGRAPHS[0]}\n\n## What happened\n\n- **One** [link](https://example.org)\n- *Two*\n\n"
        "```\ncode()\n```\n\n![A ship](ship.png)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> Quoted &amp; kept\n"
    )
    assert text_of(source, "markdown", "Ferry aground") == (
        f"{PARAGRAPHS[0]}\n\nWhat happened\n\nOne link\nTwo\n\na | b\n1 | 2\n\nQuoted & kept"
    )


FOOTNOTES = """The harbour board voted to close the north pier.[^1] Its chair said the piles were rotten [^Piles].[^2]

- The pier was built in 1911.[^1]

[^1]: Minutes of the board, page 7.
continued on the next line.
[^piles]: See the divers.

    A second paragraph of the same note.

[^2]:
    A note that begins below its name.
Nobody may walk on it,[^1] the board said.

## What is next[^2]

Signs [^1] are up. A class of letters, [^abc], is no note.

    [^code]: is code
"""


def test_captions_and_notes_of_markdown_are_left_out() -> None:
    caption = "![The quay](quay.jpg)\n*The quay of Vint in June. Photo: Bo Lund*"
    note = "*This article was amended on 20 November to correct a name.*"
    source = f"# A ferry\n\n{PARAGRAPHS[0]}\n\n{caption}\n\n{PARAGRAPHS[1]}\n\n---\n\n{note}\n"
    assert clean(entry(source, "markdown", title="A ferry")).text == f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}"


def test_footnotes_of_markdown_are_left_out() -> None:
    assert text_of(FOOTNOTES, "markdown", "") == (
        "The harbour board voted to close the north pier. Its chair said the piles were rotten.\n\n"
        "The pier was built in 1911.\n\n"
        "What is next\n\n"
        "Signs are up. A class of letters, [^abc], is no note."
    )


@pytest.mark.parametrize("markup", ["html", "text", "markdown", "page"])
def test_the_title_is_never_in_the_text(markup: Markup) -> None:
    title = "Ferry aground off Kelmar"
    parts = (title, *PARAGRAPHS) if markup in {"text", "markdown"} else ()
    content = "\n\n".join(parts) or f"<h1>{title}</h1>" + "".join(f"<p>{part}</p>" for part in PARAGRAPHS)
    assert text_of(content, markup, title) == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("markup", ["html", "text", "markdown", "page"])
@pytest.mark.parametrize("content", ["", " \n ", "<p> </p>", "\u200b"])
def test_an_entry_without_text_is_empty(markup: Markup, content: str) -> None:
    if "<" in content and markup == "text":
        content = ""
    with pytest.raises(ParseError) as caught:
        clean(entry(content, markup))
    assert caught.value.kind == "empty"


@pytest.mark.parametrize("content", ["Comments", '<a href="https://a.example/c">Comments</a>', "Read more<br>Share"])
def test_a_label_without_a_title_is_no_article(content: str) -> None:
    made = Entry("1", "", content, "html", url="https://a.example/1")
    with pytest.raises(ParseError, match="no text"):
        clean(made)
    assert clean(replace(made, title="A bridge opens")).text  # its headline tells something
    assert clean(replace(made, content="<p>A bridge opens.</p>")).text == "A bridge opens."


def test_the_language_is_the_users_choice_else_the_texts_else_the_feeds() -> None:
    german = "Die Fähre lief am Donnerstag vor dem Hafen auf Grund, und niemand wurde dabei verletzt. " * 5
    assert clean(entry(german, "text", language="en-GB")).language == "de"
    assert clean(entry(german, "text", language="en-GB"), language="fr").language == "fr"
    assert clean(entry("Niemand da.", "text", language="de-AT")).language == "de"
    assert clean(entry(german, "text", language="gsw")).language == "gsw"
    assert clean(entry(german, "text"), likely="ar").language == "de"
    assert clean(entry("Oslo 1905.", "text"), likely="nb").language == "nb"


def test_what_an_entry_says_of_itself_stays() -> None:
    made = clean(
        entry(
            "Some text.",
            "text",
            " A\u202e title ",
            url="https://example.org/1",
            authors=("Ada  Finn", " "),
            tags=("x",),
        )
    )
    assert (made.title, made.url, made.authors, made.tags) == (
        "A title",
        "https://example.org/1",
        ("Ada Finn",),
        ("x",),
    )


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "table><tr><td", "ul><li", "x-y class='z'"])
def test_text_below_50_000_elements_is_found(tag: str) -> None:
    inside = "<p>The council met on Monday.</p><script>no()</script><p>It <i>will</i> build a bridge.</p>"
    nested = f"<{tag}>" * 50_000 + inside + "</div>" * 50_000
    assert plain(nested).split() == ["The", "council", "met", "on", "Monday.", "It", "will", "build", "a", "bridge."]
    page = Entry("a", "", f"<!DOCTYPE html><html><head><title>T</title></head><body>{nested}</body></html>", "page")
    assert "It will build a bridge." in clean(page).text
