"""The gold sets are sound: what they call a sentence of a text is one, and every case has its examples."""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parent / "data"


def read(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]


ATTRIBUTION = read("attribution.jsonl")
SUMMARIES = read("summaries.jsonl")


@pytest.mark.parametrize("article", ATTRIBUTION, ids=lambda article: article["id"])
def test_a_claim_is_a_sentence_of_its_text(article: dict[str, Any]) -> None:
    text = article["text"]
    for claim in article["claims"]:
        assert text[claim["start"] : claim["end"]] == claim["sentence"]
        before, after = text[: claim["start"]], text[claim["end"] :]
        assert before == "" or before[-1].isspace()
        assert after == "" or after[0].isspace()
    assert all(text.count(sentence) == 1 for sentence in article["either"])
    assert not {claim["sentence"] for claim in article["claims"]} & set(article["either"])
    assert all(one["start"] <= other["start"] for one, other in pairwise(article["claims"]))


@pytest.mark.parametrize("article", ATTRIBUTION, ids=lambda article: article["id"])
def test_a_claim_says_how_it_was_found(article: dict[str, Any]) -> None:
    for claim in article["claims"]:
        assert claim["kind"] in {"direct", "indirect", "mixed", "hearsay"}
        assert claim["found"] in {"explicit", "pronoun", "nominal", "continued"}
        assert (claim["cue"] is None) == (claim["found"] == "continued")
        assert (claim["kind"] == "hearsay") <= (claim["source"] is None)
        cue = (claim["cue"] or "").lower().split(" ")
        assert all(part in claim["sentence"].lower() for part in cue)


@pytest.mark.parametrize("article", ATTRIBUTION, ids=lambda article: article["id"])
def test_a_source_is_named_in_the_article(article: dict[str, Any]) -> None:
    words = {word.strip("().:;“”") for word in article["text"].replace("’", " ").replace(",", " ").split()}
    if article["language"] == "de":  # des Bauamts: the Bauamt
        words |= {word.removesuffix("s") for word in words}
    for claim in article["claims"]:
        for name in filter(None, [claim["source"], *claim["accept"]]):
            assert name.split()[-1].split("’")[-1] in words, name


def test_there_is_enough_of_every_language_and_kind() -> None:
    languages = Counter(article["language"] for article in ATTRIBUTION)
    assert languages["en"] >= 30
    assert min(languages[code] for code in ("de", "fr", "es")) >= 22
    found = Counter(claim["found"] for article in ATTRIBUTION for claim in article["claims"])
    assert min(found[word] for word in ("explicit", "pronoun", "nominal", "continued")) >= 10
    kinds = Counter(claim["kind"] for article in ATTRIBUTION for claim in article["claims"])
    assert min(kinds[word] for word in ("direct", "indirect", "mixed", "hearsay")) >= 9


def test_identifiers_are_unique() -> None:
    for articles in (ATTRIBUTION, SUMMARIES):
        names = [article["id"] for article in articles]
        assert len(names) == len(set(names))


def test_two_claims_of_one_sentence_have_two_sources() -> None:
    shared = [
        (one["source"], other["source"])
        for article in ATTRIBUTION
        for one, other in pairwise(article["claims"])
        if one["start"] == other["start"]
    ]
    assert len(shared) >= 3
    assert all(one != other for one, other in shared)


@pytest.mark.parametrize("article", SUMMARIES, ids=lambda article: article["id"])
def test_a_reference_is_three_sentences_of_its_own(article: dict[str, Any]) -> None:
    sentences = article["reference"].rstrip(".").replace("Dr. J. K. ", "").split(". ")
    assert len(sentences) == 3
    assert article["reference"].endswith(".")
    assert not any(sentence in article["text"] for sentence in sentences)


def test_summaries_cover_languages_and_traps() -> None:
    languages = Counter(article["language"] for article in SUMMARIES)
    assert languages["en"] >= 20
    assert min(languages[code] for code in ("de", "fr", "es")) >= 2
    longest = next(article for article in SUMMARIES if article["id"] == "overlong")
    assert len(longest["text"].split(". ")[0]) > 320
    repeated = next(article for article in SUMMARIES if article["id"] == "title-repeated")
    assert repeated["text"].startswith(repeated["title"])
