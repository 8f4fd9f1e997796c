"""What a source is called: titles that belong to a name, surnames that are other words too, names of bodies."""

from __future__ import annotations

import pytest

from tests.attributing import sources

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


PAPERS = [
    ("fr", "Le Monde rapporte que le pont est fermé.", "Le Monde"),
    ("fr", "Le Villamarois affirme que non. Il cite Le Villamarois.", "Le Villamarois"),
    ("fr", "Le ministre affirme que le pont est fermé.", "le ministre"),
    ("es", "El País informa que el puente está cerrado.", "El País"),
    ("es", "El Gobierno informa que el puente está cerrado.", "Gobierno"),
    ("de", "Das Weiße Haus teilte mit, dass die Brücke geschlossen sei.", "das Weiße Haus"),
    ("de", "Der neue Minister sagte, dass die Brücke geschlossen sei.", "der neue Minister"),
    ("de", "Der junge Jonas Feld sagte, dass die Brücke geschlossen sei.", "Jonas Feld"),
    ("de", "Die „Zeit“ berichtete, die Brücke sei geschlossen.", "Zeit"),
    ("de", "Wie die „Seeburger Zeitung“ berichtet, ist die Brücke geschlossen.", "Seeburger Zeitung"),
]


@pytest.mark.parametrize(("language", "text", "source"), PAPERS, ids=[text[:30] for _, text, _ in PAPERS])
def test_a_body_is_called_with_the_article_that_belongs_to_it_and_without_marks(
    language: str, text: str, source: str
) -> None:
    assert sources(text, language)[0] == source


RELATIVES = [
    ("de", "Jan Voss kam. Voss’ Bruder Kai stand im Tor. „Es ist spät“, sagte Voss.", "Voss"),
    ("de", "Jan Kern kam. Kerns Bruder Kai stand im Tor. „Es ist spät“, sagte Kern.", "Kern"),
    ("de", "Jan Kern kam. Voss’ Bruder Kai stand im Tor. „Es ist spät“, sagte Kern.", "Jan Kern"),
    ("en", "Dora Shaw came. Shaw’s brother Tom came too. “It is late,” Shaw said.", "Shaw"),
    ("en", "Dora Shaw came. Shaw’s brother Tom Orr came too. “It is late,” Shaw said.", "Dora Shaw"),
]


@pytest.mark.parametrize(("language", "text", "source"), RELATIVES, ids=[text[:45] for _, text, _ in RELATIVES])
def test_a_surname_may_be_a_relative_s_too(language: str, text: str, source: str) -> None:
    assert sources(text, language) == [source]


HEADINGS = [
    ("Voters in Ostrel reject the bridge", []),
    ("Tree rings tell of a dry century", []),
    ("Tree rings reveal a dry century", []),
    ("Mayor says bridge will open in May", ["mayor"]),
    ("Mayor rejects bridge as “a waste of money”", ["mayor"]),
]


@pytest.mark.parametrize(("heading", "named"), HEADINGS, ids=[heading for heading, _ in HEADINGS])
def test_a_heading_needs_a_cue_of_speech(heading: str, named: list[str]) -> None:
    assert sources(f"{heading}\n\nThe river runs high in May.") == named


def test_who_tells_reporters_something_says_it() -> None:
    assert sources("The queen told reporters it was in the lake.") == ["the queen"]


TITLED = [
    ("Tom Bell said that it was late. Insp Morag Lane said that it rained. “It was wet,” she said.", "Morag Lane"),
    ("Ann Bell said that it was late. Chief Insp Ian Moor said that it rained. “It was wet,” he said.", "Ian Moor"),
    ("Ann Bell said that it was late. Det Sgt Ian Moor said that it rained. “It was wet,” he said.", "Ian Moor"),
    ("Ann Bell said that it was late. DC Olive Hart said that it rained. DC Hart said that it was wet.", "Olive Hart"),
    ("Cllr Hilary Orr said that it was late. Cllr Orr said that it rained.", "Hilary Orr"),
    ("Ann Bell said that it was late. Revd Paula Orr said that it rained. “It was wet,” she said.", "Paula Orr"),
    ("Ann Bell KC said that it was late. Bell said that it rained.", "Ann Bell KC"),
    ("Ann Bell said that it was late. DC Comics said that it rained.", "DC Comics"),
]


@pytest.mark.parametrize(("text", "last"), TITLED, ids=[text[-40:] for text, _ in TITLED])
def test_short_titles_of_officers_councillors_and_clergy_belong_to_a_name(text: str, last: str) -> None:
    assert sources(text)[-1] == last


CONJUNCTIONS = [
    ("de", "Regierungssprecherin Doris Weil sagte, es sei spät. „Es regnet“, sagte Weil.", ["Doris Weil"] * 2),
    ("de", "Doris Weil sagte, es sei spät. Weil sagte, dass es regne.", ["Doris Weil"] * 2),
    ("de", "Die Brücke sei alt, sagte Ministerin Doris Weil.", ["Doris Weil"]),
    ("de", "Weil es regne, sei die Brücke zu, sagte Eva Kern.", ["Eva Kern"]),
    ("en", "Tom While said that it rained.", ["Tom While"]),
]


@pytest.mark.parametrize(("language", "text", "named"), CONJUNCTIONS, ids=[text[:40] for _, text, _ in CONJUNCTIONS])
def test_a_surname_may_be_a_conjunction(language: str, text: str, named: list[str]) -> None:
    assert sources(text, language) == named


FIRMS = [
    ("Its founder, Ned Marston, left in 2010. Marston warned that it might run out of beer.", "Marston"),
    ("Ned Marston, founder of Marston, left in 2010. Marston said it had run out of beer.", "Marston"),
    ("Marston’s founder, Ned Marston, left in 2010. Mr Marston said he was sad about it.", "Ned Marston"),
    ("The party and its choice, Ned Marston, lost in 2010. Marston said he was sad about it.", "Ned Marston"),
]


@pytest.mark.parametrize(("text", "source"), FIRMS, ids=[text[:40] for text, _ in FIRMS])
def test_a_surname_that_a_firm_bears_too_stays_as_it_is(text: str, source: str) -> None:
    assert sources(text) == [source]


ROLES = [
    ("Widow Jean Carr said she was afraid of it.", ["Jean Carr"]),
    ("Grandmother Jean Carr, 80, said she was afraid. “It is bad,” Carr said.", ["Jean Carr"] * 2),
    ("Father-of-two Ned Orr said he was tired of it.", ["Ned Orr"]),
    ("Retired Ned Orr said it was late.", ["Ned Orr"]),
    ("Prince William said that it was late.", ["Prince William"]),
]


@pytest.mark.parametrize(("text", "found"), ROLES, ids=[text[:40] for text, _ in ROLES])
def test_what_somebody_is_belongs_to_no_name(text: str, found: list[str]) -> None:
    assert sources(text) == found


FIRST_NAMES = [
    ("Naomi Tasker runs a shop. Naomi said business was bad.", "Naomi Tasker"),
    ("Naomi Tasker and Naomi Orr run a shop. Naomi said business was bad.", "Naomi"),
    ("Naomi Tasker and Peter Tasker run a shop. Naomi said business was bad.", "Naomi"),
    ("Peter Naomi runs a shop. Naomi said business was bad.", "Peter Naomi"),
]


@pytest.mark.parametrize(("text", "source"), FIRST_NAMES, ids=[text[:40] for text, _ in FIRST_NAMES])
def test_a_first_name_is_the_one_who_bears_it(text: str, source: str) -> None:
    assert sources(text) == [source]
