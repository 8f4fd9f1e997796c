"""Names that stand at the head of a text, in titles and in the names of bodies, and are nobody who speaks."""

from __future__ import annotations

import pytest

from tests.attributing import claims, sources


@pytest.mark.parametrize(
    "dateline", ["CORRAN, Nov. 3 (Reuters) - ", "CORRAN (AP) — ", "CORRAN, 12 May 2026 – ", "FORT ASH, May 3 - ", ""]
)
def test_a_dateline_is_neither_a_source_nor_what_is_said(dateline: str) -> None:
    text = f"{dateline}Ann Lee said on Monday that the bridge was closed, but Tom Bell said it was open."
    first, second = claims(text)
    assert (first.attribution.source, second.attribution.source) == ("Ann Lee", "Tom Bell")
    assert "the bridge was closed" in first.text


def test_a_company_behind_a_dateline_speaks_and_not_the_place() -> None:
    text = "SALTBY, 12 May 2026 – Velmont plc, the British maker of tiles, today announced a new factory."
    assert sources(text) == ["Velmont plc"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            (
                "Edith Coyle, 91, was taken to St Aldhelm's Hospital. Her grandson, Jamie Coyle, said she was left. "
                "“She kept asking for me for an hour,” he said."
            ),
            "Aldhelm",
        ),
        (
            (
                "Mirela Tanase is a writer. Her third novel, The Salt Ledger, is about two sisters. "
                "“Everybody asks me about it,” she says."
            ),
            "Ledger",
        ),
    ],
)
def test_a_hospital_or_a_book_is_nobody_a_pronoun_means(text: str, wrong: str) -> None:
    assert all(wrong not in (source or "") for source in sources(text))


def test_she_is_the_writer_and_not_her_book() -> None:
    text = "Mirela Tanase is a writer. Her novel, The Salt Ledger, is new. “Everybody asks me about it,” she says."
    assert sources(text) == ["Mirela Tanase"]


@pytest.mark.parametrize("asked", ["if the defendant admitted the theft", "whether the defendant had explained it"])
def test_what_somebody_is_asked_about_is_not_said(asked: str) -> None:
    text = f"Asked {asked}, Sgt Ida Oram replied: “No, he never did that in my time.”"
    assert sources(text) == ["Ida Oram"]


def test_one_with_a_name_is_that_person() -> None:
    assert sources("“Good riddance to it all,” said one, Kit Marlow, 20.") == ["Kit Marlow"]


@pytest.mark.parametrize("verb", ["accepted that prize on Monday", "agreed that deal in May"])
def test_that_before_a_noun_is_no_clause(verb: str) -> None:
    assert sources(f"Ann Lee {verb}.") == []


def test_the_latter_may_be_a_body_without_a_name() -> None:
    assert sources("Tom Bell met the ministry. The latter said that the bridge was old.") != ["Tom Bell"]


def test_who_is_answered_in_french_does_not_speak() -> None:
    text = "Jean Vidal s’est plaint. Le maire, Luc Ferrand, lui a répondu que tout était clair."
    assert sources(text, "fr")[-1] == "Luc Ferrand"


def test_an_hour_is_no_part_of_a_source() -> None:
    assert sources("16:40 Police in Wexmouth have confirmed that the bridge is closed.") == ["Police in Wexmouth"]


def test_who_is_asked_and_speaks_makes_one_claim() -> None:
    assert [claim.attribution.cue for claim in claims("Most people asked said it was late.")] == ["said"]
