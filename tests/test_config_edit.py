"""Changes to feeds.yaml keep what they do not mean to change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.config.edit import added, described, elements, removed, switched
from digest.errors import ConfigError

FILE = """\
# My feeds
title: 'Mine'   # quoted so

feeds:
  # news
  - https://example.com/a.xml   # first

  - url: "https://example.com/b.xml"
    name: B     # the second
    # enabled: false
  - {file: inbox/*.md, section: notes}

  # the last one
  -
    url: https://example.com/c.xml
    enabled: true   # for now

output: {dir: out}
"""


def add(text: str, **values: str) -> str:
    return added(text.encode(), "feeds.yaml", values).decode()


def remove(text: str, number: int) -> str:
    return removed(text.encode(), "feeds.yaml", number).decode()


def switch(text: str, number: int, enabled: bool) -> str:
    return switched(text.encode(), "feeds.yaml", number, enabled=enabled).decode()


def test_elements_are_known_by_place_and_name():
    assert [(element.place, element.name, element.line) for element in elements(FILE.encode(), "feeds.yaml")] == [
        ("https://example.com/a.xml", None, 6),
        ("https://example.com/b.xml", "B", 8),
        ("inbox/*.md", None, 11),
        ("https://example.com/c.xml", None, 15),
    ]


def test_what_is_added_stands_at_the_end_of_the_list():
    new = "  - https://example.com/d.xml\n"
    here = "    enabled: true   # for now\n"
    assert add(FILE, url="https://example.com/d.xml") == FILE.replace(here, here + new)
    longer = '  - url: https://example.com/d.xml\n    name: "D: daily"\n    section: tech\n'
    assert add(FILE, url="https://example.com/d.xml", name="D: daily", section="tech") == FILE.replace(
        here, here + longer
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "feeds:\n  - https://x.org\n"),
        ("# remark", "# remark\nfeeds:\n  - https://x.org\n"),
        ("title: a\n", "title: a\nfeeds:\n  - https://x.org\n"),
        ("feeds:\ntitle: a\n", "feeds:\n  - https://x.org\ntitle: a\n"),
        ("feeds:\n  # none yet\n", "feeds:\n  - https://x.org\n  # none yet\n"),
        ("feeds: []  # none\ntitle: a", "feeds:   # none\n  - https://x.org\ntitle: a"),
        ("feeds: ~", "feeds: \n  - https://x.org\n"),
        ("feeds:\n- https://a.org", "feeds:\n- https://a.org\n- https://x.org\n"),
        ("feeds: [https://a.org]\n", "feeds: [https://a.org, https://x.org]\n"),
        ("feeds: [\n  https://a.org,\n]\n", "feeds: [\n  https://a.org, https://x.org,\n]\n"),
        ("feeds:\r\n- https://a.org\r\n", "feeds:\r\n- https://a.org\r\n- https://x.org\r\n"),
        ("\ufefffeeds:\n- https://a.org\n", "\ufefffeeds:\n- https://a.org\n- https://x.org\n"),
    ],
)
def test_a_feed_is_added_to_any_list(before, after):
    assert add(before, url="https://x.org") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("feeds: [a]", "feeds: [a]\nsections:\n  - id: x\n    title: X & y\n"),
        ("sections:\n- id: a # A\nfeeds: [a]\n", "sections:\n- id: a # A\n- id: x\n  title: X & y\nfeeds: [a]\n"),
        ("sections: [{id: a}]  # all\n", "sections: [{id: a}, {id: x, title: X & y}]  # all\n"),
        ("sections: [{id: x, title: Z}]", "sections: [{id: x, title: Z}]"),
    ],
)
def test_a_section_is_described_once(before, after):
    told = described(before.encode(), "feeds.yaml", {"id": "x", "title": "X & y"}).decode()
    assert told == after.replace("X & y", '"X & y"')


def test_what_is_removed_leaves_the_comments_above_it():
    assert remove(FILE, 0) == FILE.replace("  - https://example.com/a.xml   # first\n\n", "\n")
    assert remove(FILE, 1) == FILE.replace(
        '  - url: "https://example.com/b.xml"\n    name: B     # the second\n    # enabled: false\n', ""
    )
    assert remove(FILE, 3) == FILE.replace(
        "  -\n    url: https://example.com/c.xml\n    enabled: true   # for now\n\n", "\n"
    )


def test_the_last_feed_can_be_removed():
    assert remove("feeds:\n  - https://x.org\n", 0) == "feeds:\n"
    assert remove("feeds: [https://x.org]\n", 0) == "feeds: []\n"
    assert remove("feeds: [a, b, c]\n", 0) == "feeds: [b, c]\n"
    assert remove("feeds: [a, b, c]\n", 2) == "feeds: [a, b]\n"


def test_a_feed_is_switched_off_and_on_where_it_stands():
    assert switch(FILE, 0, False) == FILE.replace(
        "- https://example.com/a.xml   # first", "- url: https://example.com/a.xml\n    enabled: false   # first"
    )
    assert switch(FILE, 1, False) == FILE.replace("# the second\n", "# the second\n    enabled: false\n")
    assert switch(FILE, 2, False) == FILE.replace("section: notes}", "section: notes, enabled: false}")
    off = switch(FILE, 3, False)
    assert off == FILE.replace("enabled: true   # for", "enabled: false   # for")
    assert switch(off, 3, True) == FILE
    assert switch("feeds: [a, 'b c']\n", 1, False) == "feeds: [a, {url: 'b c', enabled: false}]\n"


@pytest.mark.parametrize(
    "text",
    [
        "base: &a https://x.org\nfeeds: [*a]\n",
        "feeds: &all [https://x.org]\nmore: *all\n",
    ],
)
def test_what_would_change_more_is_refused(text):
    with pytest.raises(ConfigError, match="edit the list 'feeds' by hand"):
        switch(text, 0, False)
    with pytest.raises(ConfigError, match="edit the list 'sections' by hand"):
        described(b"{title: a}", "feeds.yaml", {"id": "x", "title": "X"})


values = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=12)


@given(st.lists(st.tuples(values, values), min_size=1, max_size=4), st.booleans(), st.data())
def test_a_list_changes_as_it_was_meant(feeds, in_brackets, data):
    text = "feeds: [https://first.org]\n" if in_brackets else "# remark\nfeeds:\n  - https://first.org # first\n"
    for place, name in feeds:
        text = add(text, url=place, name=name)
    expected = [("https://first.org", None), *feeds]
    assert [(element.place, element.name) for element in elements(text.encode(), "f")] == expected
    number = data.draw(st.integers(0, len(feeds)))
    switched_off = switch(text, number, False)
    assert [(element.place, element.name) for element in elements(switched_off.encode(), "f")] == expected
    left = elements(remove(text, number).encode(), "f")
    assert [(element.place, element.name) for element in left] == expected[:number] + expected[number + 1 :]
