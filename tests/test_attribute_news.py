"""Who says what in daily news: subjects, participles and idioms that were read wrong; sentences of our own."""

from __future__ import annotations

import pytest

from tests.attributing import claims, sources

SUBJECTS = [
    ("The Owls beat Corran 3-1 and Benito said: “It was a great night for us.”", "Benito"),
    ("The crowd sang until ten and Ida Holt said: “We could hear every word of it.”", "Ida Holt"),
    ("On a day in May, Burd, whose old mother was ill, left the room, telling Ida Holt that it was late.", "Burd"),
    ("Orr waited until Ida Holt ended the chat saying: “That was it for the day.”", "Ida Holt"),
    ("The boy was not bitten, Dr. Carl Orr, the zoo’s director told the Ledger.", "Carl Orr"),
    ("Ida Holt stood up for a guard who was sacked after condemning the plan on Monday.", "a guard"),
    ("He met Tom Bell, the mayor of Corran, who said the bridge would open in May.", "Tom Bell"),
    ("“In future I will be better,” said the former Corran and Halden coach.", "the former Corran and Halden coach"),
    ("A federal judge Friday denied that the bridge had to be closed.", "a federal judge"),
    ("Nothing will move until the end of May but Ian Orr, the club’s chair, last week said he would stay.", "Ian Orr"),
]


@pytest.mark.parametrize(("text", "source"), SUBJECTS, ids=[text[:45] for text, _ in SUBJECTS])
def test_the_subject_is_that_of_the_clause(text: str, source: str) -> None:
    assert sources(text) == [source]


NOUNS = [
    ("A press release describes the new bridge as “long overdue”.", ["a press release"]),
    ("A police report said the man had fallen into the river.", ["a police report"]),
    ("Hopes of a quick recall for all owners were dashed on Monday.", []),
    ("Ida Holt, who won her grand slam at the 2003 games, was late.", []),
    ("Sand had the dismissed complaint on file, and Holt the other one.", []),
]


@pytest.mark.parametrize(("text", "found"), NOUNS, ids=[text[:45] for text, _ in NOUNS])
def test_what_reports_in_other_places_may_be_part_of_a_noun(text: str, found: list[str]) -> None:
    assert sources(text) == found


UNSAID = [
    "It is fair to say the town is proud of its bridge.",
    "Needless to say, the bridge was closed again by noon.",
    "There is little in Lee Orr’s personnel file to suggest that the bridge was ever looked at.",
    "I asked the school for a copy of the report in May.",
    "It took the stand in Bow Street Court to say that the book was good.",
    "Most people, asked to name the mayor of Corran, would be silent for a while.",
    "Jay Cole, the co-founder of a space in Corran called The Hub, has left.",
]


@pytest.mark.parametrize("text", UNSAID, ids=[text[:45] for text in UNSAID])
def test_words_of_reporting_need_not_report(text: str) -> None:
    assert sources(text) == []


STILL_SAID = [
    ("Ann Lee called The Hub a disaster for the town.", "Ann Lee"),
    ("Ann Lee had come to say that the bridge was late.", "Ann Lee"),
    ("Ida Holt has labelled the bridge “a ruin” in all but name.", "Ida Holt"),
    ("Jay Cole, asked whether he would stay, said that he would not.", "Jay Cole"),
]


@pytest.mark.parametrize(("text", "source"), STILL_SAID, ids=[text[:45] for text, _ in STILL_SAID])
def test_the_same_words_with_somebody_who_speaks_do_report(text: str, source: str) -> None:
    assert sources(text) == [source]


INSCRIBED = [
    ("Tom Bell found it in the barn. The diary reads: “We have no bread and no coal.”", "the diary"),
    ("“A cable kills people every year,” the brochure read.", "the brochure"),
]


@pytest.mark.parametrize(("text", "source"), INSCRIBED, ids=[text[:45] for text, _ in INSCRIBED])
def test_what_is_written_says_it_and_not_who_found_it(text: str, source: str) -> None:
    assert sources(text) == [source]


def test_a_source_ends_where_a_clause_begins_without_a_comma() -> None:
    assert sources("According to the painter’s website the pictures show the town in June.") == [
        "the painter’s website"
    ]


ANSWERS = [
    (
        "Ms Rowena Sallis came. Clara Pell spoke on Monday. She was asked if she had met Ms Sallis. “Never,” she said.",
        "Clara Pell",
    ),
    (
        "Clara Pell said that she had signed it. Rachel Dunn KC asked if she had read it. “I don’t recall,” she said.",
        "Clara Pell",
    ),
    ("Clara Pell spoke first. Rachel Dunn KC asked: “Did you read it?” “I don’t recall,” she said.", "Clara Pell"),
    ("Clara Pell spoke first. Ann Lee asked her son to help. “We cannot wait,” she said.", "Ann Lee"),
    ("Clara Pell spoke first. Ann Lee asked the board for help. “We cannot wait,” she said.", "Ann Lee"),
    ("Asked whether he had read it, Peter Orr said that he had. “Twice, in fact,” he joked.", "Peter Orr"),
    ("Rachel Dunn asked whether she had read it. “I do not recall any of that,” she said.", None),
]


@pytest.mark.parametrize(("text", "source"), ANSWERS, ids=[text[-60:] for text, _ in ANSWERS])
def test_who_is_asked_answers(text: str, source: str | None) -> None:
    assert sources(text)[-1] == source


LEFT_OPEN = (
    "Ida Holt said: 'The bags have come to stand for quality in the whole of the country.\n\n"
    "'The brand is very old. It makes few of them.'"
)


def test_single_marks_are_left_open_where_the_next_paragraph_goes_on() -> None:
    found = claims(LEFT_OPEN)
    assert [(claim.attribution.source, claim.attribution.kind) for claim in found] == [("Ida Holt", "direct")] * 2


def test_a_paragraph_that_begins_with_a_single_mark_is_not_all_quoted() -> None:
    text = "'It is the owls': Ida Holt was quick to say that it was not.\n\n'It was never the owls,' Tom Bell said."
    assert sources(text) == ["Ida Holt", "Tom Bell"]


def test_a_label_before_a_quotation_with_a_tag_names_nobody() -> None:
    text = "Rich kids: “The boys think it was a spectacular show on the day,” added a source."
    assert sources(text) == ["a source"]


def test_an_address_does_not_speak() -> None:
    text = "Joshua Sweet, 20, of Mill Road, Corran, who admitted that he had taken it, left."
    assert sources(text) == ["Joshua Sweet"]


NAMES = [
    ("A & E, Lifetime and History announced on Thursday that they would air it.", ["A & E, Lifetime and History"]),
    ("The singer cancelled. Her support act, Lowlight, said: “We are sorry for it.”", ["Lowlight"]),
    ("A sound engineer called Ann Lee said it was good.", ["Ann Lee"]),
    ("Also, Corran Mills, having won, became the largest firm in Ohio by saying that it was open.", ["Corran Mills"]),
]


@pytest.mark.parametrize(("text", "found"), NAMES, ids=[text[:45] for text, _ in NAMES])
def test_names_are_taken_whole_and_from_the_main_clause(text: str, found: list[str]) -> None:
    assert sources(text) == found


BESIDE = [
    ("His team, said to be backed by a bank, is the front-runner.", []),
    ("Sport faces a cut, a move described as “heartbreaking” by the agency.", []),
    ("Ida Holt has continued her fine form in the league.", []),
    ("A claim that he acts like a “mongrel” shows Labour is rattled.", []),
    ("They want the same chance of a “decent” state education as he had.", []),
    ("And he hit back at Labour claims he had used a shield.", []),
    ("“We stay,” say critics of the plan.", ["critics of the plan"]),
]


@pytest.mark.parametrize(("text", "found"), BESIDE, ids=[text[:45] for text, _ in BESIDE])
def test_what_stands_beside_a_verb_need_not_be_its_own(text: str, found: list[str]) -> None:
    assert sources(text) == found


MADE = [
    ("A letter sent by party activists in north Corran claimed the mayor had been rude to them.", ["a letter"]),
    ("Shaun Owen, secretary of the branch, wrote to the council saying: “We are sad.”", ["Shaun Owen", "Shaun Owen"]),
    ("The incident, described as a “row” by officials, occurred in June.", []),
    ("According to her website Miss Sand worked in the town until the fire.", ["her website"]),
    ("He told how Tony Orr had in 1997 complained about “personal” remarks.", [None, "Tony Orr"]),
    ("The hotel has no cameras, according to the police report.", ["the police report"]),
    ("Jim Jepps used a blog called The Daily Maybe to defend it.", []),
]


@pytest.mark.parametrize(("text", "found"), MADE, ids=[text[:45] for text, _ in MADE])
def test_what_was_made_or_described_by_somebody(text: str, found: list[str | None]) -> None:
    assert sources(text) == found
