"""RSS, Atom, RDF, JSON Feed and OPML as they are found."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.errors import DigestError, ParseError
from digest.ingest.reading import is_feed, name_of, variant_of
from digest.inputs import _large, jsonfeed, opml
from digest.inputs import feed as feeds
from digest.inputs._dates import moment
from digest.inputs._entries import plain_title
from digest.inputs._xml import prepare
from digest.models import Document, Entry, Feed

URL = "https://news.example/feeds/all.xml"


def document(text: str | bytes, *, url: str | None = URL, charset: str | None = None, name: str = "feed") -> Document:
    content = text.encode() if isinstance(text, str) else text
    return Document(location=url or name, content=content, url=url, charset=charset)


def rss(*items: str, head: str = "", start: str = '<?xml version="1.0"?>') -> str:
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f'{start}<rss version="2.0"><channel><title>News</title>{head}{inner}</channel></rss>'


def parse(text: str | bytes, **more: object) -> Feed:
    return feeds.parse(document(text, **more))  # type: ignore[arg-type]


def only(text: str | bytes, **more: object) -> Entry:
    (entry,) = parse(text, **more).entries
    return entry


FULL = """<title>Dam holds</title><link>https://news.example/dam?utm_source=rss&amp;id=7</link>
<guid isPermaLink="false">n-1</guid>
<pubDate>Fri, 20 Nov 2026 18:40:00 +0100</pubDate><author>desk@news.example (Ana Brandt)</author>
<category>Water</category>
<description>Short.</description>
<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">
<![CDATA[<p>The dam holds, say engineers.</p>]]></content:encoded>"""


def test_rss_is_read_with_all_it_says() -> None:
    found = parse(rss(FULL, head="<link>https://news.example/</link><language>en-GB</language><ttl>90</ttl>"))
    assert (found.title, found.url, found.language, found.ttl, found.format) == (
        "News",
        "https://news.example/",
        "en-GB",
        5400,
        "rss",
    )
    assert found.entries == (
        Entry(
            id="n-1",
            title="Dam holds",
            content="<p>The dam holds, say engineers.</p>",
            markup="html",
            url="https://news.example/dam?id=7",
            authors=("Ana Brandt",),
            published=datetime(2026, 11, 20, 17, 40, tzinfo=UTC),
            language="en-GB",
            tags=("Water",),
            teaser=True,
        ),
    )


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://blog.example/a/">
<title type="html">The &amp;lt;i&amp;gt; B</title>
<link href="/"/><entry xml:base="b/"><id>tag:1</id>
<title type="text">x &lt;b&gt; y &amp;amp; z</title><link href="c.html"/>
<updated>2026-01-02T03:04:05Z</updated><author><name>Bo</name></author><author><name>Cy</name></author>
<content type="text">if a &lt; b
then</content></entry></feed>"""


def test_atom_is_read_by_its_types_and_bases() -> None:
    found = parse(ATOM)
    assert (found.title, found.format, found.url) == ("The <i> B", "atom", "https://blog.example/")
    (entry,) = found.entries
    assert entry.title == "x <b> y &amp; z"
    assert entry.url == "https://blog.example/a/b/c.html"
    assert entry.authors == ("Bo", "Cy")
    assert entry.published == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert (entry.content, entry.markup) == ("if a < b\nthen", "text")


def test_rdf_and_a_lone_entry_are_feeds() -> None:
    rdf = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
    <channel rdf:about="https://n.example/"><title>N</title></channel>
    <item rdf:about="https://n.example/1"><title>One</title><link>https://n.example/1</link></item></rdf:RDF>"""
    found = parse(rdf)
    assert (found.format, [entry.title for entry in found.entries]) == ("rdf", ["One"])
    assert only('<entry xmlns="http://www.w3.org/2005/Atom"><title>Alone</title><id>1</id></entry>').title == "Alone"


TITLES = {
    "AT&T < 5": "AT&T < 5",
    "AT&amp;T &lt; 5": "AT&T < 5",
    "x < y": "x < y",
    "<b>Bold</b> and <i>not</i>": "Bold and not",
    "&lt;b&gt;Twice&lt;/b&gt; escaped": "Twice escaped",
    "How to use &lt;b&gt; well": "How to use <b> well",
    "List<String> explained": "List<String> explained",
    "One<br/>Two": "One Two",
    "Caf&eacute; &#8217;26": "Café ’26",
    "<script>alert(1)</script>News": "News",
    "a\tb\n c": "a b c",
}


@pytest.mark.parametrize("markup", TITLES)
def test_titles_of_rss_are_html_read_once(markup: str) -> None:
    assert plain_title(markup) == TITLES[markup]
    assert only(rss(f"<title><![CDATA[{markup}]]></title>")).title == TITLES[markup]


def test_identity_is_the_feeds_own_then_the_address_then_the_text() -> None:
    link = "<link>http://www.news.example/a/?utm_medium=x</link>"
    assert only(rss(f"<guid>own</guid>{link}")).id == "own"
    assert only(rss(link)).id == "https://news.example/a"
    bare = only(rss("<title>T</title><description>D</description>"))
    assert bare.id.startswith("sha256:")
    assert bare == only(rss("<title>T</title><description>D</description>"))


def test_one_guid_for_different_pages_does_not_lose_them() -> None:
    found = parse(
        rss("<guid>0</guid><link>https://n.example/1</link>", "<guid>0</guid><link>https://n.example/2</link>")
    )
    assert len({entry.id for entry in found.entries}) == 2
    same = parse(rss(*["<guid>0</guid><link>https://n.example/1</link>"] * 2))
    assert [entry.id for entry in same.entries] == ["0", "0"]


def test_links_are_made_absolute_and_never_lead_off_the_web() -> None:
    links = {
        "/a": "https://news.example/a",
        "b": "https://news.example/feeds/b",
        "//other.example/c": "https://other.example/c",
        "javascript:alert(1)": None,
        "file:///etc/passwd": None,
        "http://[broken": None,
    }
    for link, expected in links.items():
        assert only(rss(f"<title>T</title><link>{link}</link>")).url == expected


def test_a_blank_in_a_link_is_part_of_it() -> None:
    """Without it, another page is named, which may be there as well."""
    link = "https://news.example/tide tables.html"
    item = f"<title>Tides</title><link>\n  {link}\n</link>"
    entry = f'<entry><id>t</id><title>Tides</title><link href="{link}"/><summary>Dry.</summary></entry>'
    items = [{"id": "1", "url": link, "content_text": "Dry."}]
    told = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "News", "items": items})
    (in_json,) = jsonfeed.parse(document(told)).entries
    in_atom = only(f'<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>n</id>{entry}</feed>')
    assert {each.url for each in (only(rss(item)), in_atom, in_json)} == {"https://news.example/tide%20tables.html"}


def test_a_local_feed_names_pages_beside_it() -> None:
    head = "<link>https://news.example/</link>"
    paths = {"pages/a.html": "pages/a.html", "./a.html#x": "./a.html", "/a.html": None, "C:\\a": None, "mailto:x": None}
    paths |= {"\u200bjavascript:alert(1)": None, "a\u202e.html": None}
    for link, expected in paths.items():
        entry = only(rss(f"<title>T</title><link>{link}</link>", head=head), url=None)
        assert entry.page_path == expected
    assert only(rss("<title>T</title><link>/a</link>", head=head), url=None).url == "https://news.example/a"


ACCENTS = rss("<title>Füße – “naïve” café</title>", start="")
DECLARED = '<?xml version="1.0" encoding="{}"?>'


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "utf-8"), ("utf-8", "iso-8859-1"), ("cp1252", "utf-8"), ("cp1252", "iso-8859-1"), ("cp1252", "x-no"),
        ("utf-16-le", "utf-16"), ("utf-16-be", "utf-16"), ("utf-32-le", "utf-32"), ("cp1252", ""),
    ],
)  # fmt: skip
def test_characters_survive_what_is_said_of_them(encoding: str, said: str) -> None:
    start = DECLARED.format(said) if said else ""
    assert only((start + ACCENTS).encode(encoding)).title == "Füße – “naïve” café"


def test_a_byte_order_mark_and_japanese_are_read() -> None:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        assert only(mark + ACCENTS.encode(encoding)).title == "Füße – “naïve” café"
    japanese = DECLARED.format("iso-2022-jp") + rss("<title>日本語の記事</title>", start="")
    assert only(japanese.encode("iso-2022-jp")).title == "日本語の記事"
    assert only(ACCENTS.encode("cp1252"), charset="windows-1252").title == "Füße – “naïve” café"


def test_a_few_stray_bytes_do_not_spoil_the_rest() -> None:
    body = "<title>Ça va très bien à l’été – où ça, déjà ?</title>".encode() + b"<description>caf\xe9</description>"
    entry = only(rss("@", start="").encode().replace(b"@", body))
    assert entry.title == "Ça va très bien à l’été – où ça, déjà ?"
    assert entry.content == "café"


MENDED = {
    "junk before": "\n \ufeff" + rss("<title>T</title>"),
    "comment before": "<!-- made by hand --><?xml version='1.0'?>" + rss("<title>T</title>", start=""),
    "undefined entity": rss("<title>T</title><description>a&nbsp;b &hellip; &bogus;</description>"),
    "bare ampersand": rss("<title>T</title><link>https://n.example/?a=1&b=2&copy=3</link>"),
    "control characters": rss("<title>T\0\x01\x1b</title><description>&#0;&#x1F;</description>"),
    "harmless doctype": '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://x.example/rss.dtd">'
    + rss("<title>T</title>", start=""),
    "own small entity": '<!DOCTYPE rss [<!ENTITY t "T">]>' + rss("<title>&t;</title>", start=""),
    "unclosed elements": rss("<title>T</title><description><p>one<br>two</description>"),
    "html doctype": "<!DOCTYPE html>" + rss("<title>T</title>", start=""),
}


@pytest.mark.parametrize("fault", MENDED)
def test_broken_xml_is_mended(fault: str) -> None:
    entry = only(MENDED[fault])
    assert entry.title == "T"
    assert "&t;" not in entry.content


def test_an_ampersand_in_a_link_is_one() -> None:
    assert only(MENDED["bare ampersand"]).url == "https://n.example/?a=1&b=2&copy=3"


def test_a_feed_that_is_cut_off_keeps_its_complete_entries() -> None:
    text = rss(*(f"<title>T{number}</title>" for number in range(5)))
    cut = text[: text.index("T4") + 1]
    found = parse(cut)
    assert [entry.title for entry in found.entries] == ["T0", "T1", "T2", "T3"]
    assert not found.whole
    assert parse(text).whole
    with pytest.raises(ParseError, match="cut short"):
        parse(text[: text.index("T0") + 1])


HOSTILE = {
    "laughs": '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + rss("<title>&b;</title>", start=""),
    "blowup": f'<!DOCTYPE rss [<!ENTITY a "{"a" * 100_000}">]>' + rss("<title>&a;&a;</title>", start=""),
    "file": '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + rss("<title>&a;</title>", start=""),
    "net": '<!DOCTYPE rss [<!ENTITY a SYSTEM "http://127.0.0.1:9/">]>' + rss("<title>&a;</title>", start=""),
    "depth": rss("<description>" + "<b>" * 50_000 + "</b>" * 50_000 + "</description>"),
}


@pytest.mark.parametrize("attack", HOSTILE)
def test_attacks_on_the_parser_are_refused_unread(attack: str) -> None:
    with pytest.raises(ParseError, match="refused"):
        parse(HOSTILE[attack])


@pytest.mark.parametrize("name", ["/etc/passwd", "http://127.0.0.1:9/feed", "feed:x"])
def test_a_body_that_looks_like_a_path_is_bytes(name: str) -> None:
    assert name_of(variant_of(document(name))) == "text"
    with pytest.raises(ParseError, match="not a feed"):
        parse(name)


def test_each_kind_is_known_by_its_bytes() -> None:
    kinds = {
        rss("<title>T</title>"): "feed",
        ATOM: "feed",
        "<!DOCTYPE html><html><body><p>Hi</p></body></html>": "html",
        '{"version": "https://jsonfeed.org/version/1.1", "items": []}': "jsonfeed",
        '<?xml version="1.0"?><opml version="2.0"><body/></opml>': "opml",
        "Some words of plain text.": "text",
    }
    for text, name in kinds.items():
        variant = variant_of(document(text))
        assert name_of(variant) == name
        assert is_feed(variant) == (name in {"feed", "jsonfeed", "opml"})
    for text in ("<?xml version='1.0'?><invoice/>", "<svg xmlns='http://www.w3.org/2000/svg'/>"):
        with pytest.raises(ParseError, match="not a feed: its root element is <"):
            variant_of(document(text)).parse(document(text))
    with pytest.raises(ParseError, match="an image"):
        variant_of(document(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 20))
    with pytest.raises(ParseError, match="nothing to read"):
        variant_of(document(b" \n"))


ITEMS = [
    {"date_published": "2026-11-20T10:00:00+01:00", "id": 7,
     "url": "/a?utm_source=x", "title": "<b> & &amp;", "content_html": "<p>Hi</p>"},
    {"id": "x", "external_url": "https://o.example/", "content_text": "Plain.",
    "authors": [{"name": "Di"}], "tags": ["t", 3, None]},
    {"summary": "Only this", "date_modified": "nonsense"},
    "not an item",
]  # fmt: skip


def test_json_feed_is_read_with_plain_titles() -> None:
    text = json.dumps(
        {
            "version": "https://jsonfeed.org/version/1",
            "title": "J",
            "items": ITEMS,
            "author": {"name": "Al"},
            "language": "de",
        }
    )
    found = jsonfeed.parse(document(text))
    one, two, three = found.entries
    assert (one.id, one.title, one.url, one.authors) == ("7", "<b> & &amp;", "https://news.example/a", ("Al",))
    assert one.published == datetime(2026, 11, 20, 9, tzinfo=UTC)
    assert (two.content, two.markup, two.url, two.authors, two.tags) == (
        "Plain.",
        "text",
        "https://o.example/",
        ("Di",),
        ("t", "3"),
    )
    assert (three.content, three.published, three.teaser) == ("Only this", None, True)


@pytest.mark.parametrize("text", ["{", '{"items": {}}', "[1]", '{"a":' * 100_000, '{"items": [{"title": "\\ud800"}]'])
def test_damaged_json_is_told(text: str) -> None:
    with pytest.raises(ParseError, match="JSON"):
        jsonfeed.parse(document(text))


def test_lone_surrogates_of_json_do_not_get_through() -> None:
    (entry,) = jsonfeed.parse(document('{"items": [{"title": "a\\ud800b"}]}')).entries
    assert entry.title.encode() == b"ab"


def test_opml_is_a_list_with_folders() -> None:
    text = """<?xml version="1.0"?><opml version="1.0"><body><outline text="Tech"><outline text="A" title="The A"
    xmlUrl="https://a.example/feed"/><outline text="Deep"><outline text="B" XMLURL="https://b.example/"/></outline></outline>
    <outline text="A again" xmlUrl="https://a.example/feed"/><outline text="local" xmlUrl="file:///etc/passwd"/></body></opml>"""
    assert opml.outlines(document(text)) == (
        opml.Outline("https://a.example/feed", "The A", ("Tech",)),
        opml.Outline("https://b.example/", "B", ("Tech", "Deep")),
    )
    with pytest.raises(ParseError, match=r"2 feeds \(OPML\).*import"):
        opml.parse(document(text))
    with pytest.raises(ParseError, match="damaged"):
        opml.outlines(document("<opml><body><outline></body></opml>"))


DATES = {
    "Fri, 20 Nov 2026 18:40:00 +0100": "2026-11-20T17:40:00",
    "20 Nov 26 18:40 GMT": "2026-11-20T18:40:00",
    "Fri, 20 Nov 2026 18:40:00 PST": "2026-11-21T02:40:00",
    "Seg, 24 Set 2018 19:22:00 -0300": "2018-09-24T22:22:00",
    "lundi 5 octobre 2020": "2020-10-05T00:00:00",
    "2026-11-20T18:40:00.123456Z": "2026-11-20T18:40:00",
    "2026-11-20 18:40:00 -0800": "2026-11-21T02:40:00",
    "2026-11-20": "2026-11-20T00:00:00",
    "2020/1/10 14:33:00": "2020-01-10T14:33:00",
    "Mon Oct  5 10:00:00 2020": "2020-10-05T10:00:00",
    "October 5, 2020 3:05 PM": "2020-10-05T15:05:00",
    "Sun, 20 Apr 2014 8:19 pm CEST": "2014-04-20T18:19:00",
    "20201005T101112Z": "2020-10-05T10:11:12",
    "1518478934": "2018-02-12T23:42:14",
    "Fri, 31 Dec 2016 23:59:60 GMT": "2016-12-31T23:59:59",
}  # fmt: skip
NO_DATES = [
    "", "24", "2004", "2004-05", "10:00", "yesterday", "2004-02-31", "Mon, 32 Oct 2020 10:00:00 GMT", "2020-13-01",
    "Thu, 01 Jan 1970 00:00:00 GMT", "0101-01-01T00:00:00Z", "Thu, 01 Jan 2015 10:00:00 +2500", "12/31/2020", "9" * 500,
    "Mon, 05 Oct 2020 25:00:00 GMT", "Tue, 10 Nov", "0000000000",
]  # fmt: skip


@pytest.mark.parametrize("text", DATES)
def test_dates_are_read_as_written(text: str) -> None:
    found = moment(text)
    assert found is not None
    assert found.tzinfo is UTC
    assert found.replace(tzinfo=None).isoformat(timespec="seconds") == DATES[text]


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date_is_made_up(text: str) -> None:
    assert moment(text) is None


def test_a_date_is_published_before_updated() -> None:
    updated = '<a:updated xmlns:a="http://www.w3.org/2005/Atom">2026-02-02T00:00:00Z</a:updated>'
    assert only(rss(f"{updated}<pubDate>Sun, 01 Feb 2026 00:00:00 GMT</pubDate>")).published == datetime(
        2026, 2, 1, tzinfo=UTC
    )
    assert only(rss(f"{updated}<pubDate>soon</pubDate>")).published == datetime(2026, 2, 2, tzinfo=UTC)


LONG = "The council met on Monday and talked of many things. " * 12


def test_teasers_are_told_from_articles() -> None:
    whole = f"<description>{LONG}</description><c:encoded xmlns:c='http://purl.org/rss/1.0/modules/content/'>{LONG}</c:encoded>"
    assert not only(rss(whole)).teaser
    assert only(rss(f"<description>{LONG}</description>")).teaser
    assert not only(rss(f"<description>{LONG * 4}</description>")).teaser
    for end in ("…", "[...]", "Read more", "&lt;a&gt;Continue reading&lt;/a&gt; »", "Weiterlesen"):
        assert only(rss(f"<description>{LONG * 4} {end}</description>")).teaser


VARIED = [
    FULL,
    "<title>A &amp;amp; B</title><link>/a?utm_source=x</link><description>&lt;p&gt;Hi&lt;/p&gt;</description>",
    (
        "<guid>https://n.example/g</guid><pubDate>20 Nov 2026 10:00:00 GMT</pubDate><category>x</category>"
        "<category>y</category>"
    ),
    '<guid isPermaLink="false">g2</guid><author>a@b.example (Al)</author><source url="https://o.example/">Other</source>',
    "<title> <![CDATA[<b>c</b>]]> </title><dc:creator>Di</dc:creator><dc:date>2026-11-20</dc:date>",
    "<description/><title/>",
]


def many(item: str = "") -> str:
    head = "<link>https://news.example/</link><language>en</language><ttl>60</ttl>"
    numbered = [f"{each}<!-- {number} -->" for number, each in enumerate(VARIED * 300)]
    return rss(*numbered, item, head=head).replace("<rss", '<rss xmlns:dc="http://purl.org/dc/elements/1.1/"', 1)


def test_very_many_items_are_read_the_same_as_few() -> None:
    source = prepare(document(many()))
    assert _large.read(source) is not None
    quick = parse(many())
    assert quick.entries[:5] == parse(many().replace("<item>", "<item >")).entries[:5]
    assert len(quick.entries) == 1801
    slow = parse(many("<x:y xmlns:x='urn:x'>1</x:y>"))
    assert replace(slow, entries=slow.entries[:-1]) == replace(quick, entries=quick.entries[:-1])


NAMED = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "wfw": "http://wellformedweb.org/CommentAPI/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
}
EXTENDED = [
    (
        "<title>Caf\u00c3\u00a9 \u0093</title><link>/a</link><comments>/a#c</comments><dc:creator>Al</dc:creator>"
        "<description>Short</description><content:encoded>&lt;p&gt;Whole&lt;/p&gt;</content:encoded>"
        "<wfw:commentRss>/a/feed</wfw:commentRss><slash:comments>3</slash:comments>"
    ),
    (
        "<itunes:summary>Told at length</itunes:summary><description>Told</description><link>/b</link>"
        "<enclosure url='/b.mp3' length='1' type='audio/mpeg'/><itunes:author>Bo</itunes:author>"
        "<itunes:duration>60</itunes:duration><itunes:image href='/b.jpg'/>"
    ),
    "<description>Told</description><itunes:summary>Told at length</itunes:summary><media:thumbnail url='/c.jpg'/>",
    "<content:encoded>Whole</content:encoded><description>Short</description><itunes:summary>S</itunes:summary>",
    "<link>/d</link><feedburner:origLink>/e</feedburner:origLink>",
]
ENTRIES = [
    (
        "<title>A &amp;amp; B</title><link href='/a'/><link rel='enclosure' href='/a.mp3'/><id>a</id>"
        "<author><name>Al</name><email>al@n.example</email></author><category term='t' label='Tag'/>"
        "<updated>2026-11-20T10:00:00Z</updated><published>2026-11-19T10:00:00Z</published>"
    ),
    "<title type='html'>&lt;b&gt;x</title><summary>P &lt; q</summary><content type='html'>&lt;p&gt;y</content>",
    "<id>c</id><author><name>Di</name></author><summary type='html'>&lt;p&gt;z</summary><rights>Ours</rights>",
]


def large(items: Sequence[str], more: str = "") -> tuple[str, str]:
    """One feed twice: as the quick reader takes it, and so that only feedparser does."""
    spaces = "".join(f" xmlns:{prefix}='{place}'" for prefix, place in NAMED.items())
    head = "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>"
    made = rss(*items, more, head=head).replace("<rss", f"<rss{spaces}", 1)
    return made, made.replace("</channel>", "<item><x:y xmlns:x='urn:x'>1</x:y></item></channel>")


def large_atom(entries: Sequence[str], more: str = "") -> tuple[str, str]:
    """The same of Atom."""
    parts = "".join(f"<entry>{each}</entry>" for each in (*entries, more))
    made = (
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><title>F</title>"
        f"<link rel='self' href='/feed'/><link href='/'/>{parts}</feed>"
    )
    return made, made.replace("</feed>", "<entry><x:y xmlns:x='urn:x'>1</x:y></entry></feed>")


@pytest.mark.parametrize(("make", "items"), [(large, EXTENDED), (large_atom, ENTRIES)])
def test_a_large_feed_of_the_usual_extensions_is_read_the_same(
    make: Callable[[Sequence[str]], tuple[str, str]], items: Sequence[str]
) -> None:
    plain, other = make([f"{each}<!-- {number} -->" for number, each in enumerate(items * 600)])
    assert _large.read(prepare(document(plain))) is not None
    assert _large.read(prepare(document(other))) is None
    quick, slow = parse(plain), parse(other)
    assert quick.entries == slow.entries[: len(quick.entries)]
    assert replace(quick, entries=()) == replace(slow, entries=())


def test_a_large_feed_of_few_entries_is_read_quickly_too() -> None:
    assert _large.read(prepare(document(large([f"<description>{LONG * 2000}</description>"])[0]))) is not None


@pytest.mark.parametrize(
    "entry",
    [
        "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>x</div></content>",
        "<link href='/a'/><link href='/b'/>",
        "<author><name>A</name></author><author><name>B</name></author>",
        "<title xml:lang='de'>x</title>",
        "<summary type='text/x'>x</summary>",
    ],
)
def test_atom_that_is_not_plain_is_left_to_feedparser(entry: str) -> None:
    assert _large.read(prepare(document(large_atom(ENTRIES * 600, entry)[0]))) is None


def test_what_is_not_plain_is_left_to_feedparser() -> None:
    for item in (
        "<title><b>x</b></title>",
        "<link>a</link><link>b</link>",
        "<title xml:lang='de'>x</title>",
        "<title>&bad",
        "<enclosure url='/a.mp3'/>",
        "<link>/a b</link>",
    ):
        assert _large.read(prepare(document(many(item)))) is None
    assert _large.read(prepare(document(rss("<title>x</title>")))) is None


def test_an_entry_without_end_is_cut_between_words() -> None:
    entry = only(rss(f"<description>{'word ' * 240_000}</description>"))
    assert 990_000 < len(entry.content) <= 1_000_000
    assert entry.content.endswith("word")


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_make_recognition_or_parsing_fail_otherwise(content: bytes) -> None:
    for start in (
        b"",
        b"<rss><channel><item><title>",
        b'<feed xmlns="http://www.w3.org/2005/Atom"><entry>',
        b'{"items": [',
    ):
        try:
            variant = variant_of(document(start + content))
            if name_of(variant) in {"feed", "jsonfeed", "opml"}:
                variant.parse(document(start + content))
        except DigestError as error:
            assert "\n" not in str(error)  # noqa: PT017 - most bytes raise, some do not
