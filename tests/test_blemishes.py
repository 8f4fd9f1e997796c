"""Which sentences are only key points where nothing better is left."""

from __future__ import annotations

import pytest

from digest.attribute import attribute
from digest.condense._rules import judge, main_claims
from digest.models import Article
from digest.segment import segment
from digest.terms import words_of


def late(text: str) -> list[str]:
    """Judge the sentences of a text, and give what is held against each."""
    sentences = segment(text, "en")
    article = Article(id="a", title="", text=text, language="en")
    main = main_claims(attribute(text, sentences, "en", ""))
    verdicts = judge(article, sentences, words_of(sentences, "en"), main, max_chars=320, strict=True)
    return [verdict.never or verdict.late for verdict in verdicts]


LONG_QUESTION = "Can a small harbour town keep its only ferry running once the last grant has been spent?"
PLAIN = "The town council of Corran meets on Monday."


def test_a_long_question_near_the_start_may_be_a_key_point_and_a_later_or_short_one_not() -> None:
    """What opens an article says what it is about."""
    assert late(f"{LONG_QUESTION} {PLAIN}")[0] == ""
    assert late(f"Can it last? {PLAIN}")[0] == "it asks"
    assert late(" ".join([PLAIN] * 4 + [LONG_QUESTION]))[4] == "it asks"
    assert late(f"Why Does Every Small Harbour Town Need Its Ferry Running More Than Ever Before Now? {PLAIN}")[0]


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("The ferry to the island has been out of service since the storm damaged its only pier", True),
        ("The ferry has been out of service", False),
        (
            "Corran, Ardmore, Kilbride, Fort Ash, Lochside, Brae, Dunmore, Inverlee, Carrick, Kinloch, Strand",
            False,
        ),
        ("Why The Ferry To The Island Has Been Out Of Service Since The Winter Storms Arrived", False),
    ],
)
def test_a_line_without_a_full_stop_is_a_sentence_if_it_is_long_and_reads_like_prose(line: str, whole: bool) -> None:
    """Lists and headings do not."""
    assert (late(f"{line}\n\n{PLAIN}")[0] == "") is whole
