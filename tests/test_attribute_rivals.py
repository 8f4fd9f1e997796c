"""Whom a pronoun does not mean: rivals, who is named in its own words, and who accuses; sentences of our own."""

from __future__ import annotations

import pytest

from tests.attributing import claims


def last(text: str, language: str = "en") -> str | None:
    """The source of a text's last claim."""
    return claims(text, language)[-1].attribution.source


DISAGREEING = [
    ("Anna Roth said the plan was a mistake. Meyer disagreed with her. “It will work,” she said.", None),
    ("Anna Roth said the plan was a mistake. Lea Meyer disagreed with her. “It will work,” she said.", None),
    ("Anna Roth said the plan was a mistake. Karl Meyer disagreed with her. “It will work,” she said.", "Anna Roth"),
    ("Tom Roth said the plan was a mistake. Meyer thought little of him. He said that it would work.", None),
    ("Anna Roth said the plan was a mistake. Meyer saw her notes. “It will work,” she said.", "Anna Roth"),
    ("Anna Roth said the plan was a mistake. Critics disagreed with her. “It will work,” she said.", "Anna Roth"),
]


@pytest.mark.parametrize(("text", "source"), DISAGREEING, ids=[text[40:75] for text, _ in DISAGREEING])
def test_who_disagrees_with_her_may_be_the_next_to_speak(text: str, source: str | None) -> None:
    assert last(text) == source


ACCUSED = [
    ("en", "Karl Meyer accused Tom Reed of fraud. He rejected the accusation.", "Tom Reed"),
    ("en", "Tom Reed was accused of fraud by Karl Meyer. He rejected the accusation.", "Tom Reed"),
    ("en", "Anna Roth criticised Eva Sand. She denied that the plan was hers.", "Eva Sand"),
    ("en", "Anna Roth accused Karl Meyer of fraud. She denied that she had known of it.", "Anna Roth"),
    ("en", "Karl Meyer said Tom Reed had lied. He denied the charge.", None),
    ("en", "Karl Meyer accused Tom Reed of fraud. He said that it was late.", None),
    ("de", "Karl Meyer beschuldigte Jonas Feld des Betrugs. Er bestritt, davon gewusst zu haben.", "Jonas Feld"),
    ("fr", "Luc Garnac a accusé Bastien Rouvel de fraude. Il a nié que le plan soit le sien.", "Bastien Rouvel"),
    ("es", "Luis Prado acusó a Pablo Mena de fraude. Él negó que el plan fuera suyo.", "Pablo Mena"),
]


@pytest.mark.parametrize(("language", "text", "source"), ACCUSED, ids=[text[:45] for _, text, _ in ACCUSED])
def test_who_is_accused_denies_it(language: str, text: str, source: str | None) -> None:
    assert last(text, language) == source


OWN_WORDS = [
    ("Eva Kay came to the town. “Kay was wrong about it all,” she said.", None),
    ("Anna Roth opened the bridge. Eva Kay was there. She said that Kay had been wrong.", "Anna Roth"),
    ("Anna Roth met Eva Kay. “Kay’s plan was wrong,” she said.", "Anna Roth"),
    ("While Eva Kay likes the bridge, she said that it was old.", "Eva Kay"),
]


@pytest.mark.parametrize(("text", "source"), OWN_WORDS, ids=[text[:45] for text, _ in OWN_WORDS])
def test_nobody_is_meant_who_is_named_in_the_words(text: str, source: str | None) -> None:
    assert last(text) == source


TRANSCRIPT = (
    "Mayor Dora Shaw met the engineer Peter Orr in Wexley on Monday.\n\n"
    "SHAW: Will the bridge hold? {}\n\n"
    "ORR: That depends on the ice.\n\n"
    "SHAW: Then the ferry must run all winter."
)


def test_who_is_quoted_in_an_answer_is_not_who_answers() -> None:
    text = TRANSCRIPT.format("My teacher knew. She said to me: “It will sink.”")
    found = claims(text)
    (quoted,) = (claim for claim in found if claim.text.startswith("She said"))
    assert quoted.attribution.source is None


def test_a_verb_that_begins_a_question_is_no_name() -> None:
    text = TRANSCRIPT.format("He said: “It will sink.”")
    found = claims(text)
    (quoted,) = (claim for claim in found if claim.text.startswith("He said"))
    assert quoted.attribution.source != "Will"


def test_who_rejects_something_else_is_not_for_that_the_accused() -> None:
    text = "Karl Meyer accused Tom Reed of fraud. He dismissed calls to withdraw the charge."
    found = claims(text)
    assert "Tom Reed" not in [claim.attribution.source for claim in found if claim.start > 0]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The Herald reported that the pier was shut, citing officials.", "officials"),
        ("Ann Lee said that the pier was shut, quoting Tom Orr.", "Tom Orr"),
    ],
)
def test_who_is_cited_at_the_end_says_what_stands_before(text: str, source: str) -> None:
    (claim,) = claims(text)
    assert claim.attribution.source == source
    assert "".join(text[start:end] for start, end in claim.attribution.content).strip() == "that the pier was shut"


def test_a_name_behind_another_may_end_a_text() -> None:
    text = "It was a portrait by Ann Lee of the Governor"
    assert claims(text) == ()


def test_a_township_is_not_she() -> None:
    text = "A girl of nine found it in her home in Limerick Township. She told the police that it was a camera."
    assert last(text) is None


def test_what_stands_behind_in_is_a_place_and_not_she() -> None:
    text = "The fire has come close to the homes in Fort Davon. “It is bad,” she said."
    assert last(text) is None


def test_whose_office_it_is_is_not_she() -> None:
    text = (
        "A man faces charges, the Corran County District Attorney’s Office said. She told the police that it was late."
    )
    assert last(text) is None
