"""What a source is called: titles that belong to a name, surnames that are other words too, names of bodies."""

from __future__ import annotations

import pytest

from digest.attribute import attribute
from digest.segment import segment


def sources(text: str, language: str = "en") -> list[str | None]:
    return [claim.attribution.source for claim in attribute(text, segment(text, language), language)]


REIGNING = [
    ("en", "Prince William said that it was late. William added that it rained.", ["Prince William"] * 2),
    ("en", "“It is late,” said King Charles III. King Charles said that it rained.", ["King Charles III"] * 2),
    ("en", "Prince Ali bin Omar said that it was late. Prince Ali said that it rained.", ["Ali bin Omar"] * 2),
    ("en", "Prince William met William Orr. Prince William said that it was late.", ["Prince William"]),
    ("en", "Sister Agnes told reporters that it was late.", ["Sister Agnes"]),
    ("de", "„Es ist spät“, sagte Königin Margarete.", ["Königin Margarete"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "named"), REIGNING, ids=[text[:40] for _, text, _ in REIGNING])
def test_a_title_that_belongs_to_a_name_is_shown(language: str, text: str, named: list[str]) -> None:
    assert sources(text, language) == named


SURNAMES = [
    ("Tom Fox said that it was late. Fox added that it rained.", ["Tom Fox"] * 2),
    ("Larry King said that it was late. Mr. King added that it rained.", ["Larry King"] * 2),
    ("Judge Anna Prince said that it was late.", ["Anna Prince"]),
    ("Prime Minister Ann Lee came. The Prime Minister said that it was late.", ["Prime Minister"]),
    ("Fox reported that it was late. The Fox anchor Ann Lee said that it rained.", ["Fox", "Ann Lee"]),
]


@pytest.mark.parametrize(("text", "named"), SURNAMES, ids=[text[:30] for text, _ in SURNAMES])
def test_a_surname_may_be_another_word_too(text: str, named: list[str]) -> None:
    assert sources(text) == named


@pytest.mark.parametrize("body", ["Reuters", "Congress", "NATO"])
def test_a_body_s_own_name_keeps_its_capital_at_the_head_of_a_sentence(body: str) -> None:
    assert sources(f"{body} said that the bridge was closed.") == [body]


def test_one_of_them_is_who_is_named() -> None:
    text = "Fans said that it was late; one of them, Kay Mills, said that it had rained."
    assert sources(text)[1:] == ["Kay Mills"]
    assert sources("One of them, Kay Mills, said that it had rained.") == ["Kay Mills"]
