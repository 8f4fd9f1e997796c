"""The mail by the rules that mail programs, spam filters and screen readers set."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace
from datetime import date
from email.headerregistry import Address
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.errors import ConfigError, Problem
from digest.models import Overflow, Section
from digest.outputs._tokens import DARK, LIGHT
from digest.registry import load
from digest.settings import EmailSettings, OutputSettings
from tests import outputs_data as data

SETTINGS = OutputSettings(public_url="https://digest.example.org/{date}.html")
EMAIL = EmailSettings(
    sender="Täglicher Überblick <digest@example.org>",
    reply_to="editor@example.org",
    unsubscribe=("mailto:leave@example.org", "https://example.org/leave?token=" + "x" * 120),
)
KINDS = {
    "digest": data.digest,
    "large": data.large,
    "empty": data.empty,
    "rtl": data.right_to_left,
    "issue": lambda: replace(data.digest(), number=12, since=date(2026, 11, 16), introduction=data.INTRODUCTION),
}
ALLOWED_HEADERS = {
    "from", "to", "subject", "date", "message-id", "mime-version", "content-type", "content-language", "list-id",
    "list-unsubscribe", "list-unsubscribe-post", "auto-submitted", "reply-to"
}  # fmt: skip
ALLOWED_ELEMENTS = {
    "html", "head", "meta", "title", "style", "body", "div", "table", "tr", "td", "p", "h1", "h2", "h3", "ul", "ol",
    "li", "a", "b", "i", "small", "span", "blockquote"
}  # fmt: skip
ALLOWED_ATTRIBUTES = {
    "lang", "dir", "charset", "name", "content", "class", "style", "role", "width", "border", "cellpadding",
    "cellspacing", "align", "colspan", "href", "start"
}  # fmt: skip
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]")


def render(kind, settings=SETTINGS, mail=EMAIL):
    return load("outputs", "eml").render_digest(KINDS[kind](), settings, mail)


def message_of(content):
    return email.message_from_bytes(content, policy=email.policy.default)


def part(content, subtype):
    return message_of(content).get_body((subtype,)).get_content().replace("\r\n", "\n")


class Page(HTMLParser):
    """Elements with their attributes, and the text within each."""

    def __init__(self, source):
        super().__init__()
        self.elements, self.text, self.hidden, self.open = [], [], [], []
        self.feed(re.sub(r"<!--.*?-->", "", source, flags=re.DOTALL))
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        if not {"style", "title"} & {tag for tag, _ in self.open} and data.strip():
            hidden = any("display:none" in attrs.get("style", "") for _, attrs in self.open)
            (self.hidden if hidden else self.text).append(data)


@pytest.fixture(scope="module", params=KINDS)
def mail(request):
    return render(request.param)


@pytest.fixture(scope="module")
def html(mail):
    return part(mail, "html")


@pytest.fixture(scope="module")
def page(html):
    return Page(html)


def test_lines_are_short_ascii_and_end_in_crlf(mail):
    assert mail.isascii()
    assert mail.count(b"\n") == mail.count(b"\r\n")
    head, _, body = mail.partition(b"\r\n\r\n")
    assert max(map(len, body.split(b"\r\n"))) <= 78
    assert max(map(len, head.split(b"\r\n"))) <= 998


def test_no_parser_finds_a_defect(mail):
    message = message_of(mail)
    for one in message.walk():
        assert not one.defects
        assert all(not getattr(value, "defects", ()) for value in one.values())


def test_headers_are_those_allowed_each_once(mail):
    message = message_of(mail)
    names = [name.lower() for name in message.keys()]  # noqa: SIM118
    assert sorted(names) == sorted(set(names))
    assert set(names) <= ALLOWED_HEADERS
    assert {"from", "to", "subject", "date", "message-id", "mime-version", "content-type"} <= set(names)


def test_headers_say_what_they_should(mail):
    message = message_of(mail)
    assert message["From"].addresses == (Address("Täglicher Überblick", "digest", "example.org"),)
    assert message["To"] == message["From"]
    assert message["Date"].datetime == data.AT
    assert message["Date"].datetime.tzinfo
    assert message["Auto-Submitted"] == "auto-generated"
    assert re.fullmatch(r"<[\w.-]+\.example\.org>", message["List-Id"])
    assert message["Content-Language"] in {"en", "ar"}
    https, mailto = (way.strip(" <>") for way in message["List-Unsubscribe"].split(","))
    assert https.startswith("https://example.org/leave?token=xxx")
    assert https.endswith("x")
    assert mailto == "mailto:leave@example.org"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_subject_is_printable_and_short(mail):
    raw = re.search(rb"^Subject: (.*(?:\r\n[ \t].*)*)", mail, re.MULTILINE).group(1)
    subject = str(message_of(mail)["Subject"])
    assert subject.isprintable()
    assert 0 < len(subject) <= 150
    for word in re.findall(rb"=\?.*?\?=", raw):
        assert len(word) <= 75
        assert not word.endswith(b"??=")


def test_text_comes_before_html_in_quoted_printable(mail):
    message = message_of(mail)
    assert message.get_content_type() == "multipart/alternative"
    parts = list(message.iter_parts())
    assert [one.get_content_type() for one in parts] == ["text/plain", "text/html"]
    assert {one["Content-Transfer-Encoding"] for one in parts} == {"quoted-printable"}
    assert {one.get_content_charset() for one in parts} == {"utf-8"}
    boundary = message.get_boundary()
    assert boundary.startswith("=_")
    assert mail.count(b"\r\n--" + boundary.encode()) == 3


def test_html_fits_and_says_where_it_was_shortened(mail, html):
    size = len(message_of(mail).get_body(("html",)).get_content().encode())
    assert size <= 92_000
    shortened = "shortened to fit a mail" in html
    assert shortened == (len(load("outputs", "html").render_digest(data.large(), SETTINGS)) > 92_000 and "s59" in html)


def test_head_is_in_order(html):
    assert html.startswith("<!DOCTYPE html>")
    assert 'charset="utf-8"' in html[:1024]
    styles = re.findall(r"<style>(.*?)</style>", re.sub(r"<!--.*?-->", "", html, flags=re.DOTALL), re.DOTALL)
    assert sum(map(len, styles)) <= 8192
    assert html.rindex("</style>") < html.index("</head>")
    dark = [style for style in styles if "prefers-color-scheme" in style]
    assert len(dark) == 1
    assert dark[0].strip().startswith("@media (prefers-color-scheme:dark)")
    assert '<meta name="color-scheme" content="light dark">' in html


def test_style_is_what_mail_programs_know(page, html):
    inline = " ".join(attrs.get("style", "") for _, attrs in page.elements)
    sheet = " ".join(re.findall(r"<style>(.*?)</style>", html, re.DOTALL))
    for word in ("url(", "@import", "position", "flex", "grid", "var(", "float", "calc(", "rem"):
        assert word not in inline, word
        assert not re.search(rf"\b{re.escape(word)}", sheet), word
    assert not re.search(r"rgba?\(\s*\d+\s+\d", inline + sheet)
    assert "!important" not in inline
    sizes = [int(size) for size in re.findall(r"(?:font-size:|font:bold )(\d+)px", inline)]
    assert min(sizes) >= 13


def test_elements_and_attributes_are_those_allowed(page):
    for tag, attrs in page.elements:
        assert tag in ALLOWED_ELEMENTS
        assert set(attrs) <= ALLOWED_ATTRIBUTES
        assert re.match(r"https?://|mailto:", attrs.get("href", "https://"))
        if tag == "table":
            assert attrs["role"] == "presentation"


def test_page_can_be_read_aloud(page):
    tags = [tag for tag, _ in page.elements]
    assert tags.count("h1") == 1
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h\d", tag)]
    assert all(deeper - level <= 1 for level, deeper in pairwise(levels))
    root = dict(page.elements[0][1])
    wrapper = next(attrs for tag, attrs in page.elements if attrs.get("role") == "article")
    assert root["lang"] == wrapper["lang"]
    assert root["dir"] == wrapper["dir"]
    for tag, attrs in page.elements:
        if tag == "h3":
            assert attrs["dir"] == "auto"
    viewport = next(attrs["content"] for tag, attrs in page.elements if attrs.get("name") == "viewport")
    assert "maximum-scale" not in viewport
    assert "user-scalable" not in viewport


def test_preheader_is_the_only_hidden_text(page):
    assert len(page.hidden) == 1
    assert 40 <= len(page.hidden[0].strip()) <= 140
    assert any("Unsubscribe" in text for text in page.text)


def test_titles_and_links_are_in_the_text_too(mail, page):
    text = " ".join(part(mail, "plain").split())
    for tag, attrs in page.elements:
        if tag == "a":
            assert attrs["href"] in text
    for title in re.findall(r"<h3[^>]*>(.*?)</h3>", part(mail, "html"), re.DOTALL):
        assert unescape(re.sub(r"<[^>]*>", "", title)).strip() in text


def test_nothing_invisible(mail):
    for subtype in ("plain", "html"):
        assert not UNSEEN.search(part(mail, subtype))


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("ground", ["card", "box"])
@pytest.mark.parametrize("ink", ["ink", "title", "text", "mute", "accent"])
def test_contrast(palette, ground, ink):
    lighter, darker = sorted((luminance(palette[ground]), luminance(palette[ink])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 5.5


@pytest.mark.parametrize(("stories", "length"), [(60, 1), (60, 8), (140, 2)])
def test_mail_fits_whatever_comes(stories, length):
    message = message_of(load("outputs", "eml").render_digest(data.large(stories, length), SETTINGS, EMAIL))
    html = message.get_body(("html",)).get_content()
    assert 80_000 < len(html.encode()) <= 92_000
    assert "shortened to fit a mail" in html
    assert 'href="https://digest.example.org/2026-11-22.html"' in html
    assert f"Point 3 of story {stories}" in " ".join(message.get_body(("plain",)).get_content().split())


def test_only_the_mail_is_shortened():
    html = load("outputs", "html").render_digest(data.large(60, 8), OutputSettings(max_email_bytes=40_000))
    assert len(html) > 100_000
    assert "shortened" not in html


def test_lowest_ranked_stories_are_shortened_first():
    html = part(
        load("outputs", "eml").render_digest(data.large(), OutputSettings(max_email_bytes=90_000), EMAIL), "html"
    )
    assert "Point 3 of story 1 tells" in html
    assert "Point 3 of story 60 tells" not in html
    assert "Point 2 of story 60 tells" in html
    first_short = min(number for number in range(1, 61) if f"Point 3 of story {number} tells" not in html)
    assert all(f"Point 3 of story {number} tells" not in html for number in range(first_short, 61))


def test_a_mail_within_its_bytes_is_not_shortened():
    assert "shortened" not in part(render("digest"), "html")


def test_id_stands_for_the_content():
    one, again = message_of(render("digest")), message_of(render("digest"))
    other = message_of(render("issue"))
    elsewhere = message_of(render("digest", mail=replace(EMAIL, list_id="other.example.org")))
    assert one["Message-ID"] == again["Message-ID"]
    assert one["Message-ID"] != other["Message-ID"]
    assert one["Message-ID"] != elsewhere["Message-ID"]
    assert elsewhere["List-Id"] == "<other.example.org>"


def test_no_one_click_without_https():
    message = message_of(render("digest", mail=replace(EMAIL, unsubscribe="mailto:leave@example.org")))
    assert message["List-Unsubscribe"] == "<mailto:leave@example.org>"
    assert message["List-Unsubscribe-Post"] is None


def test_no_way_to_leave_where_none_is_set():
    content = render("digest", mail=replace(EMAIL, unsubscribe=None))
    assert message_of(content)["List-Unsubscribe"] is None
    assert "Unsubscribe" not in part(content, "html")


@pytest.mark.parametrize(
    "sender", ["nobody", "a@b@c", "Me <>", "a b@example.org", "é@example.org", "x@exa\nmple.org", ""]
)
def test_sender_that_is_none_is_refused(sender):
    with pytest.raises(ConfigError, match=r"email\.from"):
        render("digest", mail=EmailSettings(sender=sender))


@pytest.mark.parametrize("subject", ["{nonsense}", "{title", "{title.__class__}", "{0}", "{title!x}"])
def test_subject_that_cannot_be_filled_in_is_refused(subject):
    with pytest.raises(ConfigError, match=r"email\.subject"):
        render("digest", mail=replace(EMAIL, subject=subject))


def test_subject_knows_the_digest():
    subject = "{title} {number}: {headline}, {stories}, {weekday}, {date}"
    message = message_of(render("issue", mail=replace(EMAIL, subject=subject)))
    assert message["Subject"].startswith("Daily digest 12: Coastal states agree")
    assert message["Subject"].endswith("…") or "Sunday" in message["Subject"]


def test_encoded_words_in_a_title_stay_text():
    trick = "=?utf-8?q?=0D=0ABcc:_someone@elsewhere.example?= News"
    content = load("outputs", "eml").render_digest(replace(data.digest(), title=trick), SETTINGS, EMAIL)
    message = message_of(content)
    assert b"\nBcc" not in content
    assert message["Bcc"] is None
    assert "Bcc:_someone" in str(message["Subject"])


def test_the_preheader_goes_on_where_the_subject_ends():
    first, second = (story.headline for story in data.digest().stories[:2])
    for subject, opening in (("{title} – {date}", first), ("{headline}", second)):
        mail = load("outputs", "eml").render_digest(data.digest(), SETTINGS, replace(EMAIL, subject=subject))
        assert Page(part(mail, "html")).hidden[0].strip().startswith(opening)


@pytest.mark.parametrize(("length", "linked"), [(100, True), (600, False)])
def test_the_box_at_the_top_links_to_articles_unless_their_addresses_would_fill_the_mail(length, linked):
    base = data.digest()
    story = base.sections[0].stories[0]
    address = "https://a.example/" + "a" * length
    found = replace(story.summaries[0], article=replace(story.summaries[0].article, url=address))
    made = (replace(base.sections[0], stories=(replace(story, summaries=(found,)),) * 3),)
    html = part(load("outputs", "eml").render_digest(replace(base, sections=made), SETTINGS, EMAIL), "html")
    box = html[html.index("<ul") : html.index("</ul>")]
    assert (f'href="{address}"' in box) == linked
    assert f'href="{address}"' in html


def worst():
    """All that can be long is: titles, addresses, names, outlets, points, lists, problems, an introduction."""
    long = "語" * 700
    url = "https://a.example/" + "%E8%AA%9E" * 150
    base = data.digest().sections[0].stories[0]
    article = replace(base.summaries[0].article, url=url, title=long, publisher=long)
    summaries = tuple(
        replace(base.summaries[0], article=replace(article, id=str(n), publisher=f"{n}{long}")) for n in range(30)
    )
    citation = replace(base.key_points[0].citation, publisher=long, url=url, fragment_url=url)
    points = tuple(replace(point, text=long, citation=citation) for point in base.key_points)
    story = replace(base, headline=long, summaries=summaries, key_points=points, publishers=())
    more = tuple(Overflow(long, url) for _ in range(100))
    sections = tuple(Section(str(n), long, (story, story), more) for n in range(12))
    problems = tuple(Problem(long, long, "fetch") for _ in range(500))
    return replace(data.digest(), title=long, sections=sections, problems=problems, introduction=f"{long}\n\n" * 60)


def test_a_mail_fits_though_everything_in_it_is_as_long_as_can_be():
    limit = 60_000
    content = load("outputs", "eml").render_digest(worst(), replace(SETTINGS, max_email_bytes=limit), EMAIL)
    html = message_of(content).get_body(("html",)).get_content()
    assert len(html.encode()) <= limit
    assert "were left out" in html
    assert len(str(message_of(content)["Subject"])) <= 150


def test_sections_that_lost_their_stories_go_too():
    html = part(
        load("outputs", "eml").render_digest(data.large(), replace(SETTINGS, max_email_bytes=9_000), EMAIL), "html"
    )
    assert not re.search(r"<h2[^>]*>Section 5<", html)
    assert "were left out" in html


SIZES = st.tuples(
    st.integers(0, 14),  # sections
    st.integers(0, 30),  # stories in each
    st.integers(0, 6),  # points of each
    st.integers(1, 3_000),  # characters of each text
    st.sampled_from(["a", "語", "&", "<", '"', "\U0001f600", "ä ", "word ", "\u0301", "]]>", "{{"]),
)


@given(SIZES)
@settings(max_examples=25, deadline=None)
def test_no_input_makes_a_mail_that_is_cut_off(sizes):
    sections, stories, points, length, letters = sizes
    text = (letters * length)[:length]
    base = data.digest().sections[0].stories[0]
    article = replace(base.summaries[0].article, title=text, publisher=text, url=f"https://a.example/{text}")
    citation = replace(base.key_points[0].citation, publisher=text, fragment_url=f"https://a.example/#:~:text={text}")
    story = replace(
        base,
        headline=text,
        summaries=(replace(base.summaries[0], article=article),),
        key_points=tuple(replace(base.key_points[0], text=text, citation=citation) for _ in range(points)),
    )
    made = tuple(Section(str(n), text, (story,) * stories, (Overflow(text, None),)) for n in range(sections))
    content = load("outputs", "eml").render_digest(replace(data.digest(), title=text, sections=made), SETTINGS, EMAIL)
    html = message_of(content).get_body(("html",)).get_content()
    assert len(html.replace("\r\n", "\n").replace("\n", "\r\n").encode()) <= 92_000
    assert max(map(len, content.split(b"\r\n"))) <= 998
    assert html.rstrip().endswith("</html>")
