"""Which words of a sentence are its source: the name and not the age, the day or the verb beside it."""

from __future__ import annotations

import pytest

from tests.attributing import claims, sources

AGES = [
    ("en", "It was found by local student Mina Rost, 20, who said she had heard it.", "Mina Rost"),
    ("en", "It was found by a student, Mina Rost, aged 20, who said she had heard it.", "Mina Rost"),
    ("en", "It was found by a neighbour, 47, who said she had heard it.", "a neighbour"),
    ("fr", "Il a été trouvé par Jeanne Morel, 48 ans, qui affirme qu’il était tard.", "Jeanne Morel"),
    ("es", "Lo encontró Ana Prat, de 48 años, quien dijo que era tarde.", "Ana Prat"),
    ("es", "Lo encontró Ana Prat, 48, quien dijo que era tarde.", "Ana Prat"),
]


@pytest.mark.parametrize(("language", "text", "source"), AGES, ids=[text[:45] for _, text, _ in AGES])
def test_an_age_behind_a_name_says_nothing(language: str, text: str, source: str) -> None:
    assert sources(text, language) == [source]


def test_a_number_alone_is_nobody_s_name() -> None:
    (claim,) = claims("Of 60 guests, 20 said that the soup was cold.")
    assert claim.attribution.source is None


AGENTS = [
    ("It was a letter to the mayor by Ned Orr, who said that it was late.", "Ned Orr"),
    ("The town lived under siege by dozens of farmers who say that it is late.", "dozens of farmers"),
]


@pytest.mark.parametrize(("text", "source"), AGENTS, ids=[text[:30] for text, _ in AGENTS])
def test_who_has_done_it_speaks_and_not_what_is_done(text: str, source: str) -> None:
    assert sources(text) == [source]


TIMES = [
    ("en", "A day earlier Ms. Rost had said that the road would stay open.", "Rost"),
    ("en", "Two weeks later Mina Rost said that the road was open.", "Mina Rost"),
    ("en", "The previous evening Mina Rost said that the road was open.", "Mina Rost"),
    ("en", "This week Mina Rost said that the road was open.", "Mina Rost"),
    ("en", "The Sunday Times said that the road was open.", "the Sunday Times"),
    ("en", "The night manager said that the road was open.", "the night manager"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "source"), TIMES, ids=[text[:30] for _, text, _ in TIMES])
def test_a_day_before_a_name_is_no_part_of_it(language: str, text: str, source: str) -> None:
    assert sources(text, language) == [source]


APPOSED = [
    ("Its auditor, Carver & Holt LLP, disagreed, saying the money had been spent.", "Carver & Holt LLP"),
    ("His lawyer, Mina Rost, refused, saying the money had been spent.", "Mina Rost"),
    ("Mr. Orr, whose son was there, asked why the second fall, in May, was not reported.", "Orr"),
    ("Ann Lee, the mayor of Corran, asked why the road, closed since May, was shut.", "Ann Lee"),
    ("Most people, asked why the road was shut, said they did not know.", "most people"),
]


@pytest.mark.parametrize(("text", "source"), APPOSED, ids=[text[:30] for text, _ in APPOSED])
def test_what_is_told_of_somebody_between_commas_does_not_hide_the_name(text: str, source: str) -> None:
    assert sources(text) == [source]


VERBS = [
    ("A boy who steered the coach home after its driver fainted has said he is “no pilot”.", "a boy"),
    ("The hall will cost a million and open in 2031 Architect Mina Rost said the plan was sound.", "Mina Rost"),
    ("Rost beamed and asked the crowd to cheer for the mayor.", "Rost"),
    ("Four in ten are late, according to a poll released on Sunday.", "a poll"),
    ("Four in ten are late, according to figures her office released.", "figures her office released"),
    ("Four in ten are late, according to a poll published by the bank.", "a poll published by the bank"),
]


@pytest.mark.parametrize(("text", "source"), VERBS, ids=[text[:30] for text, _ in VERBS])
def test_a_source_holds_no_verb(text: str, source: str) -> None:
    assert sources(text) == [source]


FORENAMES = [
    ("en", "Per Lindal, a glaciologist at the University of Sund, argues that the ice is thin.", "Per Lindal"),
    ("en", "Will Lindal, a baker from Sund, says that bread is dear.", "Will Lindal"),
    ("en", "“It is late,” said researcher Per Lindal.", "Per Lindal"),
    ("de", "Per Mail teilte die Polizei mit, es sei spät.", "Polizei"),
]


@pytest.mark.parametrize(("language", "text", "source"), FORENAMES, ids=[text[:30] for _, text, _ in FORENAMES])
def test_a_given_name_may_be_a_preposition_or_an_auxiliary(language: str, text: str, source: str) -> None:
    assert sources(text, language) == [source]


def test_an_auxiliary_at_the_head_of_a_question_is_no_name() -> None:
    assert sources("Will Lindal come, the mayor asked.") == ["the mayor"]


CORRECTIONS = [
    ("en", "Correction: An earlier version of this article said that the mast was 40 metres high."),
    ("en", "Clarification: This article originally said that the mast was high."),
    ("en", "A previous version of this story quoted Mina Rost as saying that the mast was high."),
    ("de", "In einer früheren Version dieses Artikels hieß es, der Mast sei hoch."),
    ("fr", "Une version antérieure de cet article indiquait que le mât mesurait 40 mètres."),
    ("es", "Una versión anterior de este artículo decía que el mástil medía 40 metros."),
]


@pytest.mark.parametrize(("language", "text"), CORRECTIONS, ids=[text[:40] for _, text in CORRECTIONS])
def test_what_an_article_said_before_is_nobody_s_claim(language: str, text: str) -> None:
    assert sources(text, language) == []


def test_a_version_of_something_else_may_say_something() -> None:
    assert sources("An earlier version of the bill said that masts were banned.") == ["an earlier version of the bill"]


CAPITALS = [
    ("THE U.S. EMBASSY IN THE CAPITAL SAID THAT IT WOULD CLOSE.", ["THE U.S. EMBASSY IN THE CAPITAL"]),
    ("AN OFFICIAL AT THE PORT SAID THAT IT WOULD CLOSE.", ["AN OFFICIAL AT THE PORT"]),
    ("MINA ROST ORDERED STAFF TO LEAVE AT ONCE. “IT IS LATE,” SHE SAID.", ["MINA ROST"]),
    ("PARTY LEADER ORVIN TAMSK SAID THAT IT WAS LATE.", ["ORVIN TAMSK"]),
]


@pytest.mark.parametrize(("text", "found"), CAPITALS, ids=[text[:30] for text, _ in CAPITALS])
def test_a_text_in_capitals_names_its_sources_in_capitals(text: str, found: list[str]) -> None:
    assert sources(text) == found


TITLES = [
    ("en", "“It is late,” said Supt. Hal Rost. Supt. Rost said that it rained.", ["Hal Rost"] * 2),
    ("en", "“It is late,” said Fr. Hal Rost. Fr. Rost said that it rained.", ["Hal Rost"] * 2),
    ("es", "«Es tarde», dijo la Sra. Pilar Quint. La Sra. Quint dijo que llovía.", ["Pilar Quint"] * 2),
    ("es", "Según el diputado D. Lucas Quint, la presa estaba cerrada desde mayo.", ["Lucas Quint"]),
    ("es", "«Es tarde», dijo la Dra. Pilar Quint.", ["Pilar Quint"]),
    ("fr", "« Il est tard », a dit le Pr. Jeanne Morel.", ["Jeanne Morel"]),
    ("de", "„Es ist spät“, sagte Hr. Lamm. „Es ist kalt“, sagte Frl. Ute Lamm.", ["Lamm", "Ute Lamm"]),
    ("de", "„Es ist spät“, sagte Dr. phil. Ute Lamm.", ["Ute Lamm"]),
]


@pytest.mark.parametrize(("language", "text", "found"), TITLES, ids=[text[:40] for _, text, _ in TITLES])
def test_the_stop_of_a_title_ends_no_name(language: str, text: str, found: list[str]) -> None:
    assert sources(text, language) == found


def test_titles_alone_are_nobody_s_name() -> None:
    assert sources("“It is late,” said Lt. Col.") == [None]


LAWS = [
    ("en", "According to Art. 4 of the by-law, the work is illegal.", "Art. 4 of the by-law"),
    ("es", "La obra es ilegal, según el art. 4 de la ordenanza.", "el art. 4 de la ordenanza"),
    ("de", "Laut Art. 5 des Gesetzes ist die Brücke gesperrt.", "Art. 5 des Gesetzes"),
]


@pytest.mark.parametrize(("language", "text", "source"), LAWS, ids=[language for language, _, _ in LAWS])
def test_the_stop_of_an_abbreviation_ends_no_source(language: str, text: str, source: str) -> None:
    assert sources(text, language) == [source]


IMPERSONAL = [
    ("Gracias a ellos se sabe que el puente fue construido en 1920.", []),
    ("Gracias a Ana Prat se sabe que el puente es viejo.", []),
    ("Desde entonces se cree que el puente es viejo.", [None]),
    ("El alcalde se lamentó que la presa estaba cerrada.", ["el alcalde"]),
]


@pytest.mark.parametrize(("text", "found"), IMPERSONAL, ids=[text[:30] for text, _ in IMPERSONAL])
def test_a_verb_that_nobody_is_in_charge_of_names_nobody(text: str, found: list[str | None]) -> None:
    assert sources(text, "es") == found


THINGS = [
    ("Olav Tamsk built boats. He won the Harbour Prize in 1974. “It was late,” he said.", "Olav Tamsk"),
    ("Olav Tamsk built boats. He won the Orlian Ledger in 1974. “It was late,” he said.", "Olav Tamsk"),
    ("Olav Tamsk built boats. He lived at the Aspen Sea for a year. “It was late,” he said.", "Olav Tamsk"),
    ("He came home. Corran Tower was dark. “It was late,” he said.", None),
    ("He came home. The Orlian Ledger was late. “It was late,” he said.", None),
]


@pytest.mark.parametrize(("text", "source"), THINGS, ids=[text[:40] for text, _ in THINGS])
def test_a_pronoun_of_a_person_means_no_prize_and_no_building(text: str, source: str | None) -> None:
    assert sources(text) == [source]


SEVERAL = [
    "The council of Brindle met in May. Three councillors voted against the plan. They said that it was late.",
    "The council of Brindle met in May. The farmers of Corran left at noon. They said that it was late.",
]


@pytest.mark.parametrize("text", SEVERAL, ids=[text[35:60] for text in SEVERAL])
def test_a_town_is_not_they_where_people_without_a_name_stand_nearer(text: str) -> None:
    assert sources(text) == [None]


def test_people_who_have_spoken_are_they() -> None:
    assert sources("Police said that it was late. The police left at noon. They said that it rained.") == ["police"] * 2


INTERVIEW = (
    "Vera Rost rows for Corran. She met Hal Orr on the quay.\n\nHal Orr: Do you still think of it?\n\n"
    "Vera Rost: Every day, when I row.\n\nHO: What do you think went wrong?\n\nVR: I was late. I had no oar.\n\n"
    "HO: Will you row again?\n\nVR: I will row again in May."
)


def test_initials_before_the_lines_of_an_interview_are_those_of_who_is_named() -> None:
    found = sources(INTERVIEW)
    assert found[:5] == ["Hal Orr", "Vera Rost", "Hal Orr", "Vera Rost", "Vera Rost"]
    assert found[-1] == "Vera Rost"


def test_initials_that_two_bear_stay_as_they_are() -> None:
    assert sources(f"{INTERVIEW}\n\nVictor Rusk took the picture of her.")[-1] == "VR"


def test_a_surname_that_is_a_given_name_of_the_other_sex_keeps_its_bearer() -> None:
    assert sources("Elin Mark is an engineer. Ms. Mark said that it was late.") == ["Elin Mark"]
    assert sources("Peter Mark is an engineer. Ms. Mark said that it was late.") == ["Mark"]
