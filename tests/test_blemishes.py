"""Which sentences are only key points where nothing better is left."""

from __future__ import annotations

import pytest

from digest.attribute import attribute
from digest.condense._rules import judge, main_claims
from digest.models import Article
from digest.segment import segment
from digest.terms import words_of


def late(text: str, language: str = "en") -> list[str]:
    """Judge the sentences of a text, and give what is held against each."""
    sentences = segment(text, language)
    article = Article(id="a", title="", text=text, language=language)
    main = main_claims(attribute(text, sentences, language, ""))
    verdicts = judge(article, sentences, words_of(sentences, language), main, max_chars=320, strict=True)
    return [verdict.never or verdict.late for verdict in verdicts]


LONG_QUESTION = "Can a small harbour town keep its only ferry running once the last grant has been spent?"
PLAIN = "The town council of Corran meets on Monday."


def test_a_long_question_near_the_start_may_be_a_key_point_and_a_later_or_short_one_not() -> None:
    """What opens an article says what it is about."""
    assert late(f"{LONG_QUESTION} {PLAIN}")[0] == ""
    assert late(f"Can it last? {PLAIN}")[0] == "it asks"
    assert late(" ".join([PLAIN] * 3 + [LONG_QUESTION]))[3] == ""
    assert late(" ".join([PLAIN] * 4 + [LONG_QUESTION]))[4] == "it asks"
    heading = "Why Does Every Small Harbour Town Need Its Ferry Running More Than Ever Before Now?"
    assert late(f"{heading} {PLAIN}")[0] == "it asks"


def test_twelve_words_are_a_long_question() -> None:
    """Eleven are none."""
    twelve = "Can a small harbour town keep its only ferry running this winter?"
    assert late(f"{twelve} {PLAIN}")[0] == ""
    assert late(f"{twelve.replace('only ', '')} {PLAIN}")[0] == "it asks"


def test_lines_of_a_list_are_no_sentence_together() -> None:
    """Though they may have been taken for one that was wrapped."""
    lines = "Why the ferry to the island has been out of service since the winter\nThe pier as an example of it"
    assert late(lines)[0] == "it is no whole sentence"


def test_german_nouns_make_no_heading_of_a_question() -> None:
    """They all have capitals."""
    question = "Wie soll die Stadt Varnholt künftig ihre Brücken, Straßen, Bäder und Schulen in Ordnung halten?"
    assert late(f"{question} Der Rat tagt am Montag in der Halle.", "de")[0] == ""


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("The ferry to the island has been out of service since the storm damaged its only pier", True),
        ("The ferry has been out of service", False),
        (
            "Corran, Ardmore, Kilbride, Fort Ash, Lochside, Brae, Dunmore, Inverlee, Carrick, Kinloch, Strand",
            False,
        ),
        ("Crews boats harbours piers storms winters villages islands roads bridges schools towns rivers", False),
        ("Why The Ferry To The Island Has Been Out Of Service Since The Winter Storms Arrived", False),
        ("Read more about how the council has spent the money that was set aside for the ferry", False),
        ("Sign up to our letter to get the best of the week in your inbox every morning", False),
    ],
)
def test_a_line_without_a_full_stop_is_a_sentence_if_it_is_long_and_reads_like_prose(line: str, whole: bool) -> None:
    """Lists, headings and calls to the reader do not."""
    assert (late(f"{PLAIN} {line}\n\n{PLAIN}")[1] == "") is whole


@pytest.mark.parametrize(
    "line",
    [
        "Farewell: Residents of Corran gather at the harbour to see the old ferry leave for the last time",
        "Residents of Corran (left) gather at the harbour to see the old ferry leave for the last time",
    ],
)
def test_a_paragraph_without_a_full_stop_may_be_a_caption(line: str) -> None:
    """A label at its head or a bracket tells; within a paragraph neither does."""
    assert late(f"{PLAIN}\n\n{line}\n\n{PLAIN}")[1] == "it reads like a caption"
    assert late(f"{PLAIN}\n\n{line}.\n\n{PLAIN}")[1] == ""
    assert late(f"{PLAIN} {line}\n\n{PLAIN}")[1] == ""


@pytest.mark.parametrize(
    ("sentence", "unnamed"),
    [
        ("After the meeting with Ann Lee the board heard that she said the ferry will be sold.", ""),
        ("The crews of the old ferry are paid by the trip, but they say that nothing came this winter.", ""),
        ("Yesterday she said that the ferry to Corran would be sold before the winter begins.", "she"),
        ("In the end he told the council of the harbour that the ferry would be sold soon.", "he"),
    ],
)
def test_a_pronoun_that_speaks_needs_a_name_before_it(sentence: str, unnamed: str) -> None:
    """A time is none."""
    found = late(sentence)[0]
    assert found == (f"nobody but “{unnamed}” is named" if unnamed else "")


def test_few_words_say_little_unless_they_are_long() -> None:
    """Languages that build long words need few."""
    assert late(f"It rained all day. {PLAIN}".replace("It", "Rain"))[0] == "it says little"
    assert late("Kaupunki odottaa vastausta ministeriöltä. Työt alkavat keväällä.", "fi") == ["", "it says little"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("sv", "”Vi stänger färjan i maj”, säger Karin Lund på kommunen."),
        ("ru", "«Мы ждали этого дня двадцать лет», — сказала мэр города Алевтина Громыхалова."),
        ("it", "«Aspettavamo questo giorno da anni», ha detto la sindaca Ada Ferri."),
        ("nl", "“We hebben hier twintig jaar op gewacht”, zei burgemeester Els Vos."),
        ("zh", "“我们等这一天等了二十年。”市长王芳说。"),
    ],
)
def test_a_quotation_may_name_its_speaker_itself(language: str, sentence: str) -> None:
    """Where reports are not read, a name beside it will do; with none, nobody is named."""
    assert late(sentence, language)[0] == ""
    assert late(sentence[: sentence.index({"sv": ",", "ru": ","}.get(language, sentence[-1]))], language)[0]


@pytest.mark.parametrize(
    ("language", "text"),
    [("sv", "”Vi stänger i maj och öppnar sedan aldrig igen."), ("fi", "»Silta suljetaan, sanoi hän eilen illalla.")],
)
def test_a_mark_without_its_partner_is_half_a_quotation(language: str, text: str) -> None:
    """Also where the same mark stands on both sides."""
    assert late(text, language)[0] == "half a quotation"


@pytest.mark.parametrize(
    ("language", "text"),
    [("zh", "因为当地的森林自1998年起禁止砍伐。"), ("ja", "漁船は15年前から島の港で使われている。")],
)
def test_a_sentence_without_spaces_is_no_label(language: str, text: str) -> None:
    """Also with a number in it."""
    assert late(text, language)[0] == ""
