"""JSON by its published schemas, and safe wherever it is printed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from digest.errors import Problem
from digest.outputs.json import article_record, dump, render_digest, render_summaries
from digest.settings import OutputSettings
from tests import outputs_data as data

SCHEMAS = Path(__file__).parents[1] / "docs" / "schema"
FLAGS = [
    {"text": text, "claims": claims, "stories": stories} for text in (0, 1) for claims in (0, 1) for stories in (0, 1)
]


def validator(name):
    schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize("flags", FLAGS)
def test_summaries_follow_the_schema(flags):
    record = json.loads(render_summaries(data.summaries(), data.PROBLEMS, **flags))
    validator("digest-1").validate(record)
    for article in record["articles"]:
        assert [key in article for key in ("text", "claims", "story")] == [bool(flag) for flag in flags.values()]


@pytest.mark.parametrize("make", [data.digest, data.large, data.empty, data.right_to_left])
def test_digests_follow_the_schema(make):
    validator("digest-day-1").validate(json.loads(render_digest(make(), OutputSettings())))


def test_picks_have_their_heading_in_the_language_of_the_digest():
    made = data.digest()
    first, *others = made.sections
    picked = replace(first, stories=first.stories[:1], picked=True)
    record = json.loads(render_digest(replace(made, language="de", sections=(picked, *others)), OutputSettings()))
    titles = [section["title"] for section in record["sections"]]
    assert titles == ["Empfehlung der Redaktion", *(section.title for section in others)]


def test_both_schemas_say_the_same_of_an_article():
    one, day = (json.loads((SCHEMAS / f"{name}.json").read_text()) for name in ("digest-1", "digest-day-1"))
    shared = set(one["$defs"]) & set(day["$defs"])
    assert {"article", "key_point", "attribution", "citation", "problem"} <= shared
    for name in shared:
        assert one["$defs"][name] == day["$defs"][name]


def test_schema_refuses_what_does_not_belong():
    record = json.loads(render_summaries(data.summaries(), data.PROBLEMS))
    check = validator("digest-1")
    for spoilt in (
        {**record, "schema": "digest/2"},
        {**record, "extra": 1},
        {**record, "articles": [{**record["articles"][0], "key_points": None}]},
        {**record, "problems": [{**record["problems"][0], "kind": "unknown"}]},
    ):
        assert not check.is_valid(spoilt)


def test_article_holds_the_keys_of_the_contract_in_order():
    summary = data.summaries()[0]
    record = article_record(replace(summary, source=None), text=True, claims=True, stories=True)
    assert list(record) == [
        "id", "title", "url", "publisher", "authors", "published", "language", "word_count", "reading_minutes",
        "method", "text", "key_points", "claims", "story",
    ]  # fmt: skip
    assert article_record(summary)["source"] == "https://theharbourpost.example/quota"
    point = record["key_points"][1]
    assert record["text"][point["start"] : point["end"]] == point["text"]
    assert point["attribution"]["source"] == "Ministry of Fisheries & Coasts"
    assert point["citation"]["fragment_url"].startswith("https://theharbourpost.example/quota#:~:text=")
    for claim in record["claims"]:
        assert record["text"][claim["start"] : claim["end"]] == claim["text"]


def test_local_articles_have_no_address():
    record = article_record(data.summaries()[1])
    assert record["url"] is None
    assert record["key_points"][0]["citation"]["url"] is None
    assert record["key_points"][0]["citation"]["fragment_url"] is None


@given(st.text(max_size=100))
def test_any_text_comes_back_and_none_is_obeyed_by_a_terminal(text):
    written = dump({"text": text})
    assert json.loads(written) == {"text": text}
    assert "\n" not in written
    assert all(character.isprintable() or character.isspace() or ord(character) > 0x9F for character in written)
    written.encode("utf-8")


@pytest.mark.parametrize("text", ["\x1b[31m", "\x9b2J", "\x7f", "\u202e", "\ud800", "\u2028", "\ufeff"])
def test_what_a_terminal_obeys_is_escaped(text):
    assert text not in dump({"text": text})
    assert json.loads(dump({"text": text})) == {"text": text}


def test_half_a_character_is_replaced_where_people_read():
    problem = Problem("a-\udcff.txt", "cannot be read", kind="fetch")
    written = render_summaries([], [problem])
    assert json.loads(written)["problems"][0]["source"] == "a-\N{REPLACEMENT CHARACTER}.txt"
