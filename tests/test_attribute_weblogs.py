"""What reads like speech and is none, as weblogs are full of it, on sentences of our own."""

from __future__ import annotations

import pytest

from tests.attributing import sources

SILENT = [
    "Two new strikes against alleged smugglers came as the navy pulled back its ships.",
    "There is a famous essay called Slow Is Fine, which compares two schools of bakers.",
    "The kiln writes its marks in a format called Dwarrow and stamps them on the bricks.",
    "What follows is what I learned or was reminded about ovens by building a real one.",
]


@pytest.mark.parametrize("text", SILENT)
def test_participles_that_describe_report_nothing(text: str) -> None:
    assert sources(text) == []


def test_an_event_says_nothing_but_who_speaks_there() -> None:
    text = "Speaking at an event announcing plans for a dam, Peter Orr said the first ships could sail in May."
    assert sources(text) == ["Peter Orr"]
    assert sources("A statement announcing the plan said the dam would be ready by May.") != []


def test_what_they_say_is_hearsay() -> None:
    assert sources("The nights are drawing in, as they say around here, and the wood is stacked.") == [None]


def test_a_setting_is_no_part_of_a_name() -> None:
    text = "In this episode Ana Gil of The Bread Place explains how a dough can fail."
    assert sources(text) == ["Ana Gil"]


def test_it_is_nothing_that_is_named_in_passing() -> None:
    assert sources("Touch F3 or Orr to go on. It says here that the search goes on.") == [None]
    about = "On Sunday Varnair flew no ships. The north was not alone. On Monday Varnair cut its fares."
    assert sources(f"{about} It said that prices had risen.") == ["Varnair"]


def test_parties_keep_their_capital() -> None:
    assert sources("Democrats said the plan was bad.") == ["Democrats"]


def test_signs_without_width_part_no_words() -> None:
    text = "An old man ran with \u200ca spade before anybody stopped him, said Wexley \u200cPolice Chief Peter Orr."
    assert sources(text) == ["Peter Orr"]
