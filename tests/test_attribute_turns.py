"""Who speaks beside, before and between quotations in English, on sentences of our own."""

from __future__ import annotations

import pytest

from tests.attributing import claims, sources

BESIDE = [
    ("“We would never close it,” Ana Gil flared.", "Ana Gil", "flared"),
    ("“We would never close it,” flared Ana Gil, a baker.", "Ana Gil", "flared"),
    ("“Never,” Ana Gil sang.", "Ana Gil", "sang"),
    ("“Never,” sang Ana Gil.", "Ana Gil", "sang"),
    ("“Is it safe by now?” the mayor purred.", "the mayor", "purred"),
    ("“We are glad of it,” the town’s baker Ana Gil beamed on Monday, “and of the money.”", "Ana Gil", "beamed"),
]


@pytest.mark.parametrize(("text", "source", "cue"), BESIDE, ids=[text[:30] for text, _, _ in BESIDE])
def test_a_clause_beside_an_unfinished_quotation_names_its_speaker(text: str, source: str, cue: str) -> None:
    before = "“The bridge is old and tired,” Peter Orr said.\n\n"
    found = claims(before + text)[-1].attribution
    assert (found.source, found.cue) == (source, cue)
    assert found.confidence > 0.5


def test_who_answers_is_who_goes_on() -> None:
    text = (
        "“The bridge is old and tired,” Peter Orr said. Dora Shaw had heard it before.\n\n"
        "“We would never close it,” Shaw flared.\n\n"
        "“It is what the town wants of us.”"
    )
    assert sources(text) == ["Peter Orr", "Dora Shaw", "Dora Shaw"]


def test_a_clause_behind_a_finished_quotation_is_no_cue() -> None:
    text = "Peter Orr said the bridge was “old and tired”. After calling it “a disgrace”, Dora Shaw left the room."
    assert [claim.attribution.cue for claim in claims(text) if claim.attribution.source == "Dora Shaw"] != ["left"]
    assert all(claim.attribution.cue != "left" for claim in claims("“Never.” Dora Shaw left the room."))


def test_a_surname_with_a_colon_speaks_though_nobody_named_it() -> None:
    text = "Peter Orr spoke at length. “The bridge is old,” he said.\n\nShaw: “We will mend it by spring, all of us.”"
    assert sources(text) == ["Peter Orr", "Shaw"]
    assert sources(f"Mayor Dora Shaw came late. {text}")[-1] == "Dora Shaw"


def test_a_name_with_a_colon_speaks_behind_its_headline() -> None:
    text = "Polls predict a bridge by spring - Ana Gil: “It was a long count and nobody slept for most of the week.”"
    assert sources(text)[-1] == "Ana Gil"


def test_a_transcript_is_read_line_by_line() -> None:
    text = (
        "Mayor Dora Shaw met the engineer Peter Orr in Wexley on Monday.\n\n"
        "Shaw: Will the bridge hold until the spring? The town has to know.\n\n"
        "Orr: That depends on the ice.\n\n"
        "Shaw: Then the ferry must run all winter."
    )
    assert sources(text) == ["Dora Shaw", "Dora Shaw", "Peter Orr", "Dora Shaw"]


def test_a_list_of_names_is_no_transcript() -> None:
    text = "What Dora Shaw and Peter Orr need on Monday:\n\nShaw: A win by ten points.\n\nOrr: Any seat at all."
    assert sources(text) == []
    assert sources("Opening hours: nine to five.\n\nPrices: three crowns.\n\nOpening hours: ten to five.") == []


def test_a_quotation_behind_another_s_act_is_unclear() -> None:
    text = (
        "“We will mend the bridge,” said Dora Shaw. {} threw some papers on the floor. "
        "“That is the end of this council as we know it.”"
    )
    found = claims(text.format("Peter Orr"))[-1].attribution
    assert (found.source, found.confidence < 0.5) == (None, True)
    assert sources(text.format("Shaw")) == ["Dora Shaw", "Dora Shaw"]
    assert sources(text.format("She")) == ["Dora Shaw", "Dora Shaw"]
    apart = text.replace(" {}", "\n\n{}").replace(" “That", "\n\n“That")
    assert sources(apart.format("Peter Orr")) == ["Dora Shaw", None]


@pytest.mark.parametrize(
    ("told", "content"),
    [
        ("a meeting on Monday the bridge would be mended", "the bridge would be mended."),
        ("the crowd on Monday work would begin", "work would begin."),
        ("a packed town hall in Wexley on Monday evening she would resign", "she would resign."),
    ],
)
def test_what_many_are_told_needs_no_conjunction(told: str, content: str) -> None:
    text = f"Dora Shaw told {told}."
    (claim,) = claims(text)
    assert claim.attribution.source == "Dora Shaw"
    assert [text[start:end] for start, end in claim.attribution.content] == [content]


def test_a_story_is_told_and_hears_nothing() -> None:
    assert claims("Dora Shaw told a joke about a bridge he had seen.") == ()


QUOTED = [
    "The Wexley Post quoted Dora Shaw as saying that the bridge was old.",
    "The Wexley Post quoted Dora Shaw, the mayor, as saying that the bridge was old.",
    "“The bridge is old and tired,” the Wexley Post quoted Dora Shaw as saying.",
    "“The bridge is old and tired,” Dora Shaw was quoted by the Wexley Post as saying.",
    "Dora Shaw is quoted in the Wexley Post as saying the bridge is old.",
    "The bridge is closed, the Wexley Post reported, quoting Dora Shaw.",
    "The Wexley Post, citing Dora Shaw, reported that the bridge was closed.",
]


@pytest.mark.parametrize("text", QUOTED)
def test_who_is_quoted_or_cited_is_the_source(text: str) -> None:
    assert sources(text) == ["Dora Shaw"]


def test_an_outlet_that_cites_papers_speaks_for_itself() -> None:
    (claim,) = claims("The Wexley Post, citing internal documents, reported that the bridge was closed.")
    assert claim.attribution.mention == "The Wexley Post"


SUPPOSED = [
    "If Dora Shaw says the bridge is safe, nobody will believe her.",
    "Unless Dora Shaw says that the bridge is safe, nobody will cross it.",
    "Should Dora Shaw say that the bridge is unsafe?",
]


@pytest.mark.parametrize("text", SUPPOSED)
def test_what_somebody_is_only_supposed_to_say_is_no_claim(text: str) -> None:
    assert claims(text) == ()


def test_a_refusal_is_one_claim_told_with_its_cue() -> None:
    (claim,) = claims("Dora Shaw declined to say whether the bridge was safe.")
    assert (claim.attribution.source, claim.attribution.cue) == ("Dora Shaw", "declined")
    assert sources("Dora Shaw denied that the bridge was unsafe.") == ["Dora Shaw"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Some said that the bridge was old.", "some"),
        ("One in five say that they would rather swim.", "one in five"),
        ("Majorities in all five say the bridge is too old to mend.", "majorities in all five"),
    ],
)
def test_a_number_or_some_may_speak(text: str, source: str) -> None:
    (found,) = sources(text)
    assert (found or "").lower() == source


def test_a_crosshead_in_single_marks_is_nobody_s() -> None:
    text = (
        "“The bridge is old and tired, and so am I,” Dora Shaw said.\n\n"
        "‘A very hard winter.’\n\n"
        "“We had ice for ten weeks on end.”"
    )
    assert [claim.text for claim in claims(text)][1:] == ["“We had ice for ten weeks on end.”"]
    single = text.replace("“", "‘").replace("”", "’")
    assert len(claims(single)) == 3


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The plan, an inside source said, is to have swimmers pass out leaflets.", "an inside source"),
        ("And Peter Orr, said Dora Shaw, who remains fond of the bridge, doesn’t forgive or forget.", "Dora Shaw"),
    ],
)
def test_who_is_put_into_what_is_said_says_it(text: str, source: str) -> None:
    assert sources(text) == [source]


def test_a_date_speaks_for_nobody() -> None:
    text = "On July 6, 2015, Dora Shaw made the following comment:\n\n“For young people it is hard to find a bridge.”"
    assert sources(text)[-1] == "Dora Shaw"


def test_a_participle_within_a_noun_reports_nothing() -> None:
    text = "The flood warning that followed the storm has been lifted, the Corran warning centre said."
    (claim,) = claims(text)
    assert (claim.attribution.source, claim.attribution.cue) == ("the Corran warning centre", "said")


def test_a_participle_behind_people_still_reports() -> None:
    found = claims("The mayor left after officials warning that the bridge would sink had spoken.")
    assert [claim.attribution.cue for claim in found] == ["warning"]


ASKED = [
    ("Anna Roth asked Eva Sand whether she would go. “Never,” she said.", "en", "Eva Sand"),
    ("Anna Roth accused Eva Sand of a lie. “I told none,” she said.", "en", None),
    ("Anna Roth fragte Eva Sand, ob sie gehe. „Niemals“, sagte sie.", "de", "Eva Sand"),
    ("Ana Soto preguntó a Eva Mena si iría. «Nunca», respondió ella.", "es", None),
]


@pytest.mark.parametrize(("text", "language", "source"), ASKED, ids=[text[:30] for text, _, _ in ASKED])
def test_an_answer_is_not_given_to_who_has_asked(text: str, language: str, source: str | None) -> None:
    asker, answer = claims(text, language)[:2]
    assert asker.attribution.source == text[: text.index(" ", text.index(" ") + 1)]
    assert answer.attribution.source == source


def test_a_firm_of_two_names_is_named_whole() -> None:
    assert sources("Marks & Spencer said sales had risen by a fifth.") == ["Marks & Spencer"]


def test_a_transcript_may_label_its_speakers_by_short_titles() -> None:
    text = (
        "Mayor Dora Shaw met the engineer Peter Orr in Wexley on Monday.\n\n"
        "MS. SHAW: Will the bridge hold until the spring? The town has to know.\n\n"
        "MR. ORR: That depends on the ice.\n\n"
        "MS. SHAW: Then the ferry must run all winter."
    )
    assert sources(text) == ["Dora Shaw", "Dora Shaw", "Peter Orr", "Dora Shaw"]


QUOTING = [
    "The Wexley Post said the bridge was closed, quoting the engineer Peter Orr: “It will sink.”",
    "Dora Shaw said, quoting the engineer Peter Orr: “The bridge will sink by spring.”",
    "“The bridge will sink by spring,” Dora Shaw said, quoting the engineer Peter Orr.",
]


@pytest.mark.parametrize("text", QUOTING)
def test_who_is_quoted_by_whoever_speaks_is_the_source(text: str) -> None:
    assert sources(text) == ["Peter Orr"]


def test_nothing_is_no_claim() -> None:
    assert claims("Dora Shaw said nothing about the bridge.") == ()
    assert sources("Dora Shaw said nothing would change.") == ["Dora Shaw"]


SPOKEN = [
    ("That blame was often deserved, Mr. Orr said.", "Orr"),
    ("Time, Mr. Orr added, was on their side.", "Orr"),
    ("The bridge was too old for any mending, he and Mr. Orr said.", "he and Mr. Orr"),
    ("Hall is old. The show has not yet announced that it will be back.", "the show"),
    ("More from Orr and Shaw: “The bridge was old long before the flood came.”", "Orr and Shaw"),
    ("The bridge was lost to the sea, according to interviews with a dozen sailors.", "a dozen sailors"),
    ("Shaw answered with a note on the bridge saying that it was old.", "Shaw"),
    ("Orr spoke of the ferry, but Mayor Dora Shaw came back to it, asking Orr to mend it.", "Dora Shaw"),
    ("Now, after arguing that the bridge was old, Mayor Dora Shaw went home.", "Dora Shaw"),
    ("“There will be no path,” said one of those advisers, who would not be named.", "one of those advisers"),
    ("“There will be no path,” said his best friend on Monday.", "his best friend"),
    ("Mayor Dora Shaw heaped praise on Orr saying that he was doing a great job.", "Dora Shaw"),
    ("Orr has been rebuked by opponents for his proposal to sink the bridge.", "opponents"),
]


@pytest.mark.parametrize(("text", "source"), SPOKEN, ids=[text[:40] for text, _ in SPOKEN])
def test_the_words_of_a_source_are_taken_whole_and_no_others(text: str, source: str) -> None:
    assert sources(text)[-1] == source


def test_her_plan_is_not_hers_to_say() -> None:
    (claim,) = claims("Dora Shaw came. According to her “ferry” plan, the bridge must go by spring.")
    assert claim.attribution.source == "her “ferry” plan"


def test_a_surname_that_is_a_word_of_time_speaks() -> None:
    assert sources("Kristen Day came late. Day said that the bridge was old.") == ["Kristen Day"]


def test_a_quotation_in_a_sentence_that_tells_of_another_first_is_unclear() -> None:
    text = (
        "In Ostrel, Dora Shaw said it was “quite mad”. Ostrel branded the town a “lawless nest of thieves and liars”."
    )
    assert sources(text)[-1] != "Dora Shaw"


def test_a_noun_in_marks_before_its_verb_is_no_quotation() -> None:
    text = "It was not the first time that this “reporter” had revealed her own strong bias on the air."
    assert "her own strong bias on the air" not in sources(text)


def test_a_paragraph_that_names_the_writer_is_not_the_writer_s() -> None:
    text = "Dora Shaw wrote:\n\n{} lives in Wexley and runs the ferry there for a living."
    assert len(claims(text.format("A sailor"))) == 1
    assert claims(text.format("Shaw")) == ()


def test_who_has_asked_is_told_in_the_next_sentence() -> None:
    text = (
        "The bridge is loved by few, according to the Wexley Post.\n\n"
        "“Why in the world would anybody cross it by night?” {} about the lamps."
    )
    assert sources(text.format("Dora Shaw said"))[1:] == ["Dora Shaw", "Dora Shaw"]
    assert sources("Asked which it was, Dora Shaw demurred: “Whichever you like best.”") == ["Dora Shaw"]


def test_who_is_told_of_before_a_quotation_says_it() -> None:
    text = (
        "Peter Orr and Dora Shaw came to Wexley.\n\n“The bridge is old and tired,” said Peter Orr.\n\nIt rained.\n\n"
        "Shaw thanked him for “coming such a very long way by night”."
    )
    assert sources(text) == ["Peter Orr", "Dora Shaw"]


def test_a_phrase_that_a_text_ends_in_names_nobody() -> None:
    assert claims("The bridge is closed, according to") == ()


@pytest.mark.parametrize("mark", ["?", "!"])
def test_a_question_is_a_claim_without_the_words_that_name_its_speaker(mark: str) -> None:
    text = f"The vote is near. “Have we begun to count the beds{mark}” Ana Gil replied. Nobody answered."
    assert [(claim.text, claim.attribution.source) for claim in claims(text)] == [
        (f"“Have we begun to count the beds{mark}”", "Ana Gil")
    ]


def test_a_question_and_what_follows_it_are_one_claim() -> None:
    text = "“Have we begun to count?” Ana Gil asked, “or shall we wait for the spring to come?”"
    assert [claim.text for claim in claims(text)] == [text]


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        (
            "Ana Gil said the harbour had “no debts at all” in May, but two reports reveal that’s untrue.",
            {"two reports": "two reports reveal that’s untrue."},
        ),
        (
            "The debate is an old one - Ana Gil has vowed to bring back the ferry, and Peter Orr is promising to help.",
            {"Ana Gil": "Ana Gil has vowed to bring back the ferry, and"},
        ),
    ],
)
def test_a_report_before_what_is_said_does_not_take_what_stands_before_it(text: str, stretches: dict[str, str]) -> None:
    found = {claim.attribution.source: claim.text for claim in claims(text)}
    assert {source: found[source] for source in stretches} == stretches


def test_two_who_speak_beside_a_quotation_are_one_source_with_all_that_describes_them() -> None:
    text = "“The road is old and tired,” Peter Orr and Ana Gil of the Orlo Institute for Law and Order wrote in May."
    assert sources(text) == ["Peter Orr and Ana Gil of the Orlo Institute for Law and Order"]


def test_who_agrees_says_the_quotation_behind() -> None:
    text = "“It will rain,” Peter Orr said.\n\nAna Gil of Corran agreed. “The harbour is full of it, and so are we.”"
    assert sources(text) == ["Peter Orr", "Ana Gil"]


def test_a_description_with_words_in_marks_is_a_claim() -> None:
    text = "Peter Orr is a baker whom one of his friends described as “his own best customer by far.”"
    assert [claim.attribution.cue for claim in claims(text)] == ["described"]


def test_who_is_told_and_when_may_end_a_sentence_behind_its_source() -> None:
    text = "The ferry isn't leaving this year, the harbour's master, Ana Gil, told The Vint Post earlier this week."
    assert sources(text) == ["Ana Gil"]


def test_who_is_told_of_before_a_quotation_says_it_rather_than_who_speaks_later() -> None:
    text = (
        "Mr Orr went through the wishes of the town in a rallying call. “So now we have a choice of two roads.” "
        "In response, Ida Holt said the town would wait."
    )
    assert sources(text)[:1] == ["Orr"]


@pytest.mark.parametrize(
    ("clause", "source"),
    [
        ("The ministry was even blunter", "the ministry"),
        ("The council, in a leaflet on the road, worded it even more carefully", "the council"),
        ("Mayor Ana Gil went further on Monday", "Ana Gil"),
        ("On Monday Mayor Ana Gil was blunter", "Ana Gil"),
    ],
)
def test_who_is_in_charge_of_a_clause_before_a_colon_says_the_quotation(clause: str, source: str) -> None:
    text = f"Peter Orr said the bridge was old. {clause}: “It is a ruin and we should say so.”"
    assert sources(text) == ["Peter Orr", source]


@pytest.mark.parametrize("clause", ["A footnote there makes that clear", "One thing was clear to all of them"])
def test_a_quotation_behind_a_colon_is_not_said_by_who_spoke_before(clause: str) -> None:
    text = f"Peter Orr said the bridge was old. {clause}: “It will not stay as it was for a year.”"
    assert sources(text) in (["Peter Orr"], ["Peter Orr", None])


def test_a_label_behind_a_dash_goes_before_the_heading() -> None:
    text = "Bakers agree - Ana Gil: “It was a long count and nobody slept for most of the week.”"
    assert sources(text) == ["Ana Gil"]
