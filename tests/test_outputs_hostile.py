"""Text from feeds is text, whatever it holds: in every output, in titles, names, points and links."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from digest.errors import Problem
from digest.models import Article, Attribution, Citation, Digest, KeyPoint, Overflow, Section, Story, Summary
from digest.outputs import _links, _plain
from digest.outputs._escape import block, destination, heading, inline
from digest.outputs._wrap import cells, wrap
from digest.registry import load
from digest.settings import EmailSettings, OutputSettings
from tests import outputs_data as data

TEXTS = ("md", "txt", "html", "terminal", "json")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
MARKDOWN = MarkdownIt("commonmark").enable(["strikethrough", "table"])
HOSTILE = [
    "<script>alert(1)</script>",
    '"><a href="https://bad.example">',
    "' onclick='x",
    "</td></table></body>",
    "--><img src=x>",
    "<!-- gone",
    "[a](https://bad.example/) ![b](https://bad.example/i.png)",
    "[ref]: https://bad.example/",
    "# heading",
    "- entry",
    "1984. A year",
    "> quotation",
    "---",
    "+++",
    "***",
    "```",
    "~~~~ code",
    "    code",
    "| a | b |",
    "&lt;b&gt; &#60; &copy;",
    "*a* _b_ __c__ ~~d~~ `e` ==f== %%g%% $h$ $i$",
    "{{ 6 * 7 }} {% raw %} {{< x >}} {# y #} ${z}",
    "ends in a backslash \\",
    "\x1b[31mred\x1b[0m \x9b2J \x07",
    "one\rtwo\nthree\u2028four",
    "a\u202eb\u2066c\u200bd\ufeffe",
    "e" + "\u0301" * 40,
    "\ud800 alone",
    "=?utf-8?q?=0D=0ABcc:_x@bad.example?=",
    "--=_digest\r\nContent-Type: text/html",
    "From here on",
    ".",
    "",
    "w" * 5000,
    "ends with marks ###",
    "<https://bad.example> https://bad.example www.bad.example me@bad.example",
    "[[wiki]] ![[embed]] ^block #tag",
]
BENIGN = [
    "x < y and y > x",
    "AT&T",
    "snake_case_name",
    "#1 in C#",
    "5*3*2",
    "“quoted” – it’s 100 %",
    "می‌خواهم",
    "👩‍👩‍👧 family",
]
LINKS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "//bad.example/x",
    "https:bad.example",
    "https://",
    "https://user:word@bad.example/",
    "https://good.example\\@bad.example/",
    "https://[::1/x",
    "https://a.example:99999/",
    "https://a.example/x\r\nBcc: y",
    "https://a.example/\x00",
    "mailto:a@b.example",
    "intent://x",
    "https://" + "a" * 3000,
    "",
]


def hostile_digest(text, link="https://a.example/x"):
    """A digest that says the same hostile thing in every place a feed can write to."""
    article = Article("id", text, text or ".", "en", link, text, text, (text,), datetime(2026, 11, 22, 7, tzinfo=UTC))
    said = Attribution(text, text, text, "hearsay", "explicit", (), 0.5)
    unresolved = replace(said, source=None)
    citation = Citation(text, text, link, f"{link}#:~:text=x", text)
    points = (
        KeyPoint("id", text, 0, 1, 0, 0.9, said, citation),
        KeyPoint("id", f"{text} ", 0, 1, 1, 0.8, unresolved, citation),
    )
    summary = Summary(article, "auto", (), (), points, source=text)
    other = replace(summary, article=replace(article, id="other", publisher=f"{text}2", url=None))
    story = Story("id", text, (summary, other), points, (text, f"{text}2"), 1.0)
    section = Section("s", text, (story,), (Overflow(text, link),))
    problems = (Problem(text, text, "fetch"),)
    return Digest(data.DAY, "Daily digest", data.AT, "en", (section,), problems, 3), (summary, other), problems


def renderings(text, link="https://a.example/x"):
    digest, summaries, problems = hostile_digest(text, link)
    mail = EmailSettings(sender="Digest <digest@example.org>")
    for name in TEXTS:
        output = load("outputs", name)
        yield name, output.render_digest(digest, OutputSettings(front_matter="jekyll"), mail)
        yield name, output.render_summaries(summaries, problems, text=True, claims=True, stories=True)
    yield "eml", load("outputs", "eml").render_digest(digest, OutputSettings(), mail).decode("ascii")


class Tags(HTMLParser):
    def __init__(self, source):
        super().__init__()
        self.tags, self.links, self.handlers = set(), [], []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name == "href"]
        self.handlers += [name for name, _ in attrs if name.startswith("on") or name == "src"]


HARMLESS = {name: Tags(rendered).tags for name, rendered in renderings("Harmless") if name == "html"}["html"]


@pytest.mark.parametrize("text", HOSTILE + BENIGN)
def test_no_control_and_no_markup_comes_through(text):
    for name, rendered in renderings(text):
        assert not CONTROL.search(rendered.replace("\r\n", "\n")), name
        if name == "html":
            page = Tags(rendered)
            assert page.tags <= HARMLESS | {"h2", "b"}
            assert not page.handlers
            assert all(link.startswith("https://a.example/x") for link in page.links)


@pytest.mark.parametrize("text", HOSTILE + BENIGN)
def test_markdown_holds_the_headings_and_links_of_a_harmless_digest_only(text):
    rendered = load("outputs", "md").render_digest(hostile_digest(text)[0], OutputSettings())
    assert "{{" not in rendered
    assert "{%" not in rendered
    page = Tags(MARKDOWN.render(rendered))
    assert page.tags <= {"h1", "h2", "h3", "p", "a", "ul", "li", "strong", "hr"}
    assert all(link.startswith("https://a.example/x") or ":" not in link for link in page.links)
    assert rendered.count("\n<!--") == 1


@pytest.mark.parametrize("link", LINKS)
def test_links_that_may_not_be_followed_are_words(link):
    assert _links.web(link) is None
    for name, rendered in renderings("Title of a story", link):
        if name == "json":
            continue
        shown = unescape(MARKDOWN.render(rendered) if name == "md" else rendered)
        assert "Title of a story" in shown
        assert not [href for href in Tags(shown).links if not re.match(r"https://a\.example/x|Title%20of", href)]


@pytest.mark.parametrize(
    ("given_link", "shown"),
    [
        ("https://a.example/x?a=1&b=2&lt=3", "https://a.example/x?a=1&b=2&lt=3"),
        ("HTTPS://A.Example/Path", "https://a.example/Path"),
        ("https://bücher.example/straße", "https://xn--bcher-kva.example/stra%C3%9Fe"),
        ("https://www.аррӏе.example/", "https://www.xn--80ak6aa92e.example/"),
        ('https://a.example/" onmouseover="x', "https://a.example/%22%20onmouseover=%22x"),
        ("https://a.example/a(b)[c]{d}|e\\f", "https://a.example/a(b)%5Bc%5D%7Bd%7D%7Ce%5Cf"),
        ("https://a.example/100%", "https://a.example/100%25"),
        ("https://a.example/a%20b", "https://a.example/a%20b"),
        ("http://[2001:db8::1]:8080/x", "http://[2001:db8::1]:8080/x"),
        ("https://a.example/x#:~:text=a%20b,c", "https://a.example/x#:~:text=a%20b,c"),
    ],
)
def test_links_are_written_in_ascii(given_link, shown):
    assert _links.web(given_link) == shown
    assert _links.web(shown) == shown


@pytest.mark.parametrize(("path", "shown"), [
    ("inbox/a b.md", "inbox/a%20b.md"),
    ("../notes/ä.txt", "../notes/%C3%A4.txt"),
    ("javascript:alert(1)", None),
    ("a/b:c.txt", "a/b%3Ac.txt"),
    ("/etc/passwd", None),
    ("\\\\host\\share", None),
    ("a\nb", None),
    ("", None),
])  # fmt: skip
def test_files_are_linked_by_relative_path(path, shown):
    assert _links.file(path) == shown


def shown_by(markdown):
    html = re.sub(r"\n?</?(?:p|h1|ul|li)>\n?", "", MARKDOWN.render(markdown))
    return unescape(html)


@pytest.mark.parametrize("text", BENIGN)
def test_benign_text_is_left_as_it_is(text):
    assert inline(text).replace("\\", "") == text
    assert shown_by(inline(text)) == text
    assert inline("snake_case and x < y and AT&T and #1") == "snake_case and x < y and AT&T and #1"


@given(st.text(alphabet=st.sampled_from("ab1 _*`[]()<>#+-=.!|~&;:/\\{}%$^@“é漢\"'"), max_size=40))
@example("1. a")
@example("a\\")
@example("__a__b_")
@example("&amp;amp;")
@example("- - -")
@settings(deadline=None)
def test_markdown_shows_text_as_written(text):
    text = _plain.line(text)
    if text:
        assert shown_by(block(text)) == text
        assert shown_by(f"word {inline(text)} word") == f"word {text} word"
        assert shown_by(f"# {heading(text)}") == text
        linked = MARKDOWN.render(f"[{inline(text)}](https://a.example/)")
        assert unescape(re.sub(r"</?(?:p|a)[^>]*>\n?", "", linked)) == text


@given(st.text(max_size=60).map(lambda tail: f"https://a.example/{tail}"))
@settings(deadline=None)
def test_markdown_links_where_it_should(url):
    link = _links.web(url)
    if link:
        page = Tags(MARKDOWN.render(f"[x]({destination(link)})"))
        assert len(page.links) == 1
        assert re.sub("%2[4789A]", "", page.links[0]) == re.sub("[$()*']|%2[4789A]", "", link)


@given(st.text(max_size=200))
@settings(deadline=None)
def test_a_line_is_one_clean_line_and_its_own(text):
    line = _plain.line(text)
    assert "\n" not in line
    assert not CONTROL.search(line)
    assert line == line.strip()
    assert _plain.line(line) == line


@given(st.text(alphabet="ab  漢字。“é\u0301-", max_size=300), st.integers(20, 90))
@settings(deadline=None)
def test_wrapped_lines_are_narrow_and_lose_nothing(text, width):
    text = _plain.line(text)
    wrapped = wrap(text, "  * ", width=width)
    assert "".join(wrapped.split()) == "".join(f"* {text}".split())
    for line in wrapped.split("\n"):
        assert cells(line) <= width or len(line.split()) <= 2


def test_long_texts_are_cut_at_a_word_and_say_so():
    assert _plain.title("word " * 100).endswith("word…")
    assert len(_plain.title("w" * 5000)) == _plain.MAX_TITLE
    assert _plain.line("short", 10) == "short"


@pytest.mark.parametrize("name", ["txt", "terminal"])
def test_text_stays_within_its_columns(name):
    for digest in (data.digest(), data.large(5), data.right_to_left()):
        for line in load("outputs", name).render_digest(digest, OutputSettings()).split("\n"):
            assert cells(line) <= 80 or "https://" in line
