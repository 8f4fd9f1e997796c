"""Who says what in daily news: subjects, participles and idioms that were read wrong; sentences of our own."""

from __future__ import annotations

import pytest

from digest.attribute import attribute
from digest.segment import segment


def sources(text: str, language: str = "en") -> list[str | None]:
    """The sources of a text's claims."""
    return [claim.attribution.source for claim in attribute(text, segment(text, language), language)]


SUBJECTS = [
    ("The Owls beat Corran 3-1 and Benito said: “It was a great night for us.”", "Benito"),
    ("The crowd sang until ten and Ida Holt said: “We could hear every word of it.”", "Ida Holt"),
    ("Nothing will move until the end of May but Ian Orr, the club’s chair, last week said he would stay.", "Ian Orr"),
]


@pytest.mark.parametrize(("text", "source"), SUBJECTS, ids=[text[:45] for text, _ in SUBJECTS])
def test_the_subject_is_that_of_the_clause(text: str, source: str) -> None:
    assert sources(text) == [source]


NOUNS = [
    ("A press release describes the new bridge as “long overdue”.", ["a press release"]),
    ("A police report said the man had fallen into the river.", ["a police report"]),
    ("Sand had the dismissed complaint on file, and Holt the other one.", []),
]


@pytest.mark.parametrize(("text", "found"), NOUNS, ids=[text[:45] for text, _ in NOUNS])
def test_what_reports_in_other_places_may_be_part_of_a_noun(text: str, found: list[str]) -> None:
    assert sources(text) == found
