"""Addresses: made absolute, freed of tracking, compared."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.addresses import address_of, canonical, is_web, join, untracked, without_credentials

TRACKED = {
    "https://n.example/a?utm_source=rss&id=7&utm_medium=feed#top": "https://n.example/a?id=7#top",
    "https://n.example/a?fbclid=x": "https://n.example/a",
    "https://n.example/?id=1&at_medium=RSS&at_campaign=rss": "https://n.example/?id=1",
    "https://n.example/a?page=2&q=a%20b&empty=": "https://n.example/a?page=2&q=a%20b&empty=",
    "https://n.example/a": "https://n.example/a",
}


@pytest.mark.parametrize("url", TRACKED)
def test_tracking_parameters_go_and_all_else_stays(url: str) -> None:
    assert untracked(url) == TRACKED[url]


SAME = [
    "https://n.example/a/b?x=1&y=2",
    "http://n.example/a/b/?y=2&x=1",
    "https://www.n.example:443/a/b?x=1&y=2#part",
    "HTTPS://N.EXAMPLE/a/b?x=1&utm_source=z&y=2",
    "http://n.example:80/a/%62?x=1&y=2",
]


def test_one_page_has_one_canonical_address() -> None:
    assert {canonical(url) for url in SAME} == {"https://n.example/a/b?x=1&y=2"}
    others = [
        "https://n.example/a/B",
        "https://n.example:8080/a/b",
        "https://m.example/a/b",
        "https://n.example/a/b?x=2",
    ]
    assert len({canonical(url) for url in others}) == len(others)
    assert canonical("tag:n.example,2026:1") == "tag:n.example,2026:1"


LINKS = [
    ("https://n.example/a/", "b", "https://n.example/a/b"),
    ("https://n.example/a/", " /b\n c ", "https://n.example/b%20c"),
    (
        "https://n.example/a/",
        "\n https://n.example/tide\n\ttables 1.html?q=a b#c d\r\n",
        "https://n.example/tidetables%201.html?q=a%20b#c%20d",
    ),
    ("https://n.example/a/", "b%20c \x01d", "https://n.example/a/b%20c%20%01d"),
    ("https://n.example/a/", "https://n .example/a", None),
    ("https://n.example/a/", "https: //n.example/a", None),
    ("https://n.example/a/", "//m.example/", "https://m.example/"),
    (None, "//m.example/x", "https://m.example/x"),
    (None, "b.html", None),
    ("https://n.example/", "", None),
    ("https://n.example/", "mailto:a@n.example", None),
    ("https://n.example/", "java\nscript:alert(1)", None),
    ("https://n.example/", "data:text/html,x", None),
    ("https://n.example/", "http://n.example:99999/", None),
    ("https://n.example/", "https://" + "a" * 9000, None),
]


@pytest.mark.parametrize(("base", "link", "expected"), LINKS)
def test_links_become_absolute_web_addresses_or_nothing(base: str | None, link: str, expected: str | None) -> None:
    assert join(base, link) == expected


def test_an_address_is_written_for_the_wire() -> None:
    found = address_of("HTTP://us%40er:p%3Aw@Bücher.example:8080/ä b?q=ü&x=%20#frag")
    assert (found.scheme, found.host, found.port) == ("http", "xn--bcher-kva.example", 8080)
    assert found.target == "/%C3%A4%20b?q=%C3%BC&x=%20"
    assert found.auth == ("us@er", "p:w")
    assert found.url == "http://xn--bcher-kva.example:8080/%C3%A4%20b?q=%C3%BC&x=%20"
    assert address_of("https://[::1]:443/").authority == "[::1]"


def test_messages_show_no_credentials_or_tokens() -> None:
    assert without_credentials("https://u:p@n.example/feed?token=t#x") == "https://n.example/feed"
    assert "s3cret" not in without_credentials("https://u:s3cret@[broken")


ANY = st.text(alphabet=st.sampled_from("htps:/?#[]@!&=%.aä-_~ \n1\0\u202e"), max_size=40)


@settings(deadline=None)
@given(ANY, ANY)
def test_no_text_makes_them_fail_otherwise(base: str, text: str) -> None:
    for url in (text, f"https://{text}", f"https://n.example/{text}"):
        canonical(url)
        without_credentials(url)
        assert untracked(untracked(url)) == untracked(url)
        joined = join(base or None, url)
        assert joined is None or is_web(joined)
        try:
            found = address_of(url)
        except ValueError:
            continue
        assert found.url.isascii()
        assert found.host.isascii()
