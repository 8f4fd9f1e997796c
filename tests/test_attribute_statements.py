"""Reports whose words leave no doubt, and hearsay told by `it's` or `there are`; sentences of our own."""

from __future__ import annotations

import pytest

from digest.models import Attribution
from tests.attributing import claims


def found(text: str) -> list[Attribution]:
    """The attributions of a text's claims."""
    return [claim.attribution for claim in claims(text)]


STATEMENTS = [
    ("A jury heard that the driver had been drinking all afternoon.", "a jury"),
    ("The court heard the driver had been drinking all afternoon.", "the court"),
    ("The driver had been drinking all afternoon, the court heard on Monday.", "the court"),
    ("The inquiry was told that the driver had been drinking.", "the inquiry"),
    ("The inquiry heard how nurses had raised concerns for years.", "the inquiry"),
    ("A study has found that owls sleep less in towns.", "a study"),
    ("Researchers found that owls sleep less in towns.", "researchers"),
    ("Tom Bell accepted that the council had made mistakes.", "Tom Bell"),
    ("Ida Holt agreed that it was late.", "Ida Holt"),
]


@pytest.mark.parametrize(("text", "source"), STATEMENTS, ids=[text[:45] for text, _ in STATEMENTS])
def test_some_words_leave_no_doubt(text: str, source: str) -> None:
    assert [attribution.source for attribution in found(text)] == [source]


NO_STATEMENTS = [
    "The court has heard from three nurses.",
    "The jury heard evidence from Dr Orr.",
    "The jury was told to leave the room.",
    "Researchers found two owls in the barn.",
    "Tom Bell accepted the offer of the council.",
    "Ida Holt heard that the bridge was late.",
]


@pytest.mark.parametrize("text", NO_STATEMENTS, ids=[text[:45] for text in NO_STATEMENTS])
def test_the_same_verbs_with_other_words_report_nothing(text: str) -> None:
    assert found(text) == []


HEARSAY = [
    "It’s thought that the fire began in the kitchen.",
    "It’s believed the man was on his way home.",
    "He’s believed to be in France.",
    "There are claims that the money was never paid.",
    "There have been allegations that the mayor lied about the money.",
    "It was announced that the bridge would close on Monday.",
]


@pytest.mark.parametrize("text", HEARSAY, ids=[text[:45] for text in HEARSAY])
def test_what_nobody_in_particular_says_is_hearsay(text: str) -> None:
    assert [(attribution.source, attribution.kind) for attribution in found(text)] == [(None, "hearsay")]
