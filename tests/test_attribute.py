"""Who says what: the rules, one by one, on sentences of our own."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.attribute import attribute
from digest.attribute.quotations import quotations
from digest.models import Attribution
from digest.segment import segment
from tests.attributing import claims, sources


def said(text: str, language: str = "en") -> list[tuple[str | None, str | None]]:
    """The sources and cues of a text's claims."""
    return [(claim.attribution.source, claim.attribution.cue) for claim in claims(text, language)]


def only(text: str, language: str = "en") -> Attribution:
    found = claims(text, language)
    assert len(found) == 1, found
    return found[0].attribution


def test_who_is_told_and_when_is_not_what_is_said() -> None:
    text = "Bread will cost twice as much by spring, Mara Voss told {} on Monday."
    for hearer in ("the Evening Ledger", "investors in a letter"):
        found = only(text.format(hearer))
        assert found.source == "Mara Voss"
        assert found.content == ((0, len("Bread will cost twice as much by spring")),)


INTRODUCED = [
    ("en", "“It is late,” said Orr’s predecessor, Sir Hugh Lane.", "Hugh Lane"),
    ("en", "“It is late,” said Bell’s lawyer, Ann Orr, who lives in Corran.", "Ann Orr"),
    ("en", "“It is late,” said the boy’s father, Tom.", "Tom"),
    ("en", "The mayor of Corran, Ned Hall, said that it was late.", "Ned Hall"),
    ("en", "The director of the Corran Museum, Prof. Ned Hall, warned that it was late.", "Ned Hall"),
    ("en", "The spokesman for the Corran Port Authority, Ned Hall, said that it was late.", "Ned Hall"),
    ("en", "The company’s owner, Ann Bell, told reporters that it was late.", "Ann Bell"),
    ("en", "One of the owners, Ned Hall, said that it was late.", "Ned Hall"),
    ("en", "The opposition leader, Ann Bell of the Reform Party, said that it was late.", "Ann Bell"),
    ("en", "The paper, the Corran Herald, said that it was late.", "Corran Herald"),
    ("en", "“It is late,” said the mayor of Ellery, New Hampshire.", "the mayor of Ellery"),
    ("en", "The hospital in Ellery, Upper Corran, said that it was late.", "the hospital in Ellery"),
    ("en", "“It is late,” said Bell’s lawyer.", "Bell’s lawyer"),
    ("de", "Die Bürgermeisterin von Seeburg, Eva Kern, sagte, dass die Brücke alt sei.", "Eva Kern"),
    ("de", "„Die Brücke ist alt“, sagte Kerns Vorgänger, Hans Lang.", "Hans Lang"),
    ("fr", "La maire de Villamar, Rose Dumont, a dit que le pont était vieux.", "Rose Dumont"),
    ("es", "La alcaldesa de Villamar, Rosa Iglesias, dijo que el puente era viejo.", "Rosa Iglesias"),
    ("es", "El portavoz del Gobierno, Luis Prado, aseguró que el puente era viejo.", "Luis Prado"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "source"), INTRODUCED, ids=[text[:50] for _, text, _ in INTRODUCED])
def test_a_name_behind_a_description_is_the_source(language: str, text: str, source: str) -> None:
    assert only(text, language).source == source


PLAIN = [
    ("Mara Voss said that the bridge would open in May.", "Mara Voss", "said"),
    ("“The bridge is safe,” said Mara Voss.", "Mara Voss", "said"),
    ("“The bridge is safe,” Mara Voss told reporters on Monday.", "Mara Voss", "told"),
    ("The eel, biologists say, has become rarer than the angler.", "biologists", "say"),
    ("The bridge will open in May, says Mara Voss.", "Mara Voss", "says"),
    ("“The bridge is safe.” – Mara Voss", "Mara Voss", "–"),
    ("“Is the bridge safe at all?” reacted Mara Voss.", "Mara Voss", "reacted"),
    ("Mara Voss: “The bridge is safe and it will stay so.”", "Mara Voss", ":"),
    ("On Monday in Port Ellery, Mara Voss warned that the bridge was old.", "Mara Voss", "warned"),
    ("PORT ELLERY (NWS) – Mara Voss warned on Monday that the bridge was old.", "Mara Voss", "warned"),
    ("Voters who fear the river say that the bridge is old.", "voters", "say"),
    ("Mara Voss, a Democrat who grew up in Ellery, Vermont, and sails, said the bridge was old.", "Mara Voss", "said"),
    ("Mara Voss (D-NY), a supporter of the bridge, told the council that it was safe.", "Mara Voss", "told"),
    ("The chief engineer, Mara Voss, said that the bridge was safe.", "Mara Voss", "said"),
    ("A spokeswoman for the port, Mara Voss, said that the bridge was safe.", "Mara Voss", "said"),
    ("Harbour master Mara Voss said that the bridge was safe.", "Mara Voss", "said"),
    ("The bridge was described as a ruin by Mara Voss.", "Mara Voss", "described"),
    ("Mara Voss’s claim that the bridge is safe was printed twice.", "Mara Voss", "claim"),
]


@pytest.mark.parametrize(("text", "source", "cue"), PLAIN, ids=[text[:40] for text, _, _ in PLAIN])
def test_a_source_is_found_with_its_cue(text: str, source: str, cue: str) -> None:
    attribution = only(text)
    assert (attribution.source, (attribution.cue or "").lower()) == (source, cue)
    assert attribution.found == "explicit"


ACCORDING = [
    "The bridge will open in May, according to the harbour office.",
    "According to the harbour office, the bridge will open in May.",
    "And, according to the harbour office, the bridge will open in May.",
]


@pytest.mark.parametrize("text", ACCORDING)
def test_a_source_with_an_article_that_points_back_is_found_as_a_noun(text: str) -> None:
    attribution = only(text)
    assert (attribution.source, (attribution.cue or "").lower()) == ("the harbour office", "according to")
    assert attribution.found == "nominal"


def test_a_title_before_a_name_is_no_part_of_it() -> None:
    assert only("Gov. Mara Voss said that the bridge was safe.").source == "Mara Voss"


ROLES = ["Owner", "Co-owner", "Resident", "Photographer", "Campaign Manager", "Chief Executive", "Police Chief", "Year"]


@pytest.mark.parametrize("role", ROLES)
def test_what_somebody_is_with_a_capital_is_no_part_of_the_name(role: str) -> None:
    assert only(f"The bridge was safe, {role} Jane Roe said on Monday.").source == "Jane Roe"


@pytest.mark.parametrize("name", ["Walter Jane Roe", "Jane Baker Roe", "Billie Jane Roe"])
def test_a_first_name_before_another_stays(name: str) -> None:
    assert only(f"{name} said that the bridge was safe.").source == name


ARTICLES = [
    ("The Times reported that the bridge was old.", ["The Times"]),
    ("The bridge was old, The Times reported.", ["The Times"]),
    ("The Castle said that it was old. On Monday the Castle added that it was safe.", ["the Castle", "the Castle"]),
    ("The MoR said that the bridge was old.", ["MoR"]),
    ("The Corran Times reported that the bridge was old.", ["Corran Times"]),
]


@pytest.mark.parametrize(("text", "named"), ARTICLES, ids=[text[:30] for text, _ in ARTICLES])
def test_a_name_of_one_word_keeps_the_article_it_is_written_with(text: str, named: list[str]) -> None:
    assert sources(text) == named


def test_a_title_and_a_first_name_are_led_back_to_the_full_name() -> None:
    text = "Sir Hugh Lane said that the bridge was old. Sir Hugh added that it was safe."
    assert sources(text) == ["Hugh Lane", "Hugh Lane"]
    text = "Sir Hugh Lane met Hugh Orr and said that it was old. Sir Hugh added that it was safe."
    assert sources(text)[-1] == "Hugh"


TWO_PARKS = [
    ("Anna Park met Leo Park. Park said that it was late.", "Park"),
    ("Anna Park met Leo Park. Mr. Park said that it was late.", "Leo Park"),
    ("Anna Park met Leo Park. Ms. Park said that it was late.", "Anna Park"),
    ("Leo Park and Anna Park were there.\n\nIt rained.\n\n“It is late,” Anna Park said.\n\n“So go,” Park said.",
     "Anna Park"),
    ("Anna Park was there. Park smiled.\n\nLeo Park came.\n\nIt rained.\n\nPark said that it was late.", "Anna Park"),
    ("Anna Park was there. Park smiled.\n\nLeo Park came. Park said that it was late.", "Park"),
    ("Anna Park was there.\n\nLeo Park came.\n\nIt rained.\n\nPark said that it was late.", "Park"),
    ("Anna Park said that it was early. Anna B. Park went. Park said that it was late.", "Anna B. Park"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source"), TWO_PARKS)
def test_a_surname_that_two_bear_is_made_full_only_where_it_is_plain(text: str, source: str) -> None:
    assert sources(text)[-1] == source


@pytest.mark.parametrize("text", [f"Mara Voss and Tom Reed {verb} that it was safe." for verb in ("said", "both said")])
def test_two_who_speak_together_are_one_source(text: str) -> None:
    assert only(text).source == "Mara Voss and Tom Reed"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The bridge is safe and sound,” Mara Voss said.", "direct"),
        ("Mara Voss said that the bridge was “safe and sound”.", "mixed"),
        ("Mara Voss said that the bridge was safe.", "indirect"),
        ("The bridge is said to have cracked twice.", "hearsay"),
    ],
)
def test_the_kind_follows_the_quotation_marks(text: str, kind: str) -> None:
    assert only(text).kind == kind


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The bridge is said to have cracked twice.", "is said to"),
        ("The bridge has long been thought to hum at night.", "has long been thought to"),
        ("The bridge reportedly cracked twice.", "reportedly"),
    ],
)
def test_hearsay_shows_all_the_words_that_mark_it(text: str, cue: str) -> None:
    attribution = only(text)
    assert (attribution.source, attribution.kind, attribution.cue) == (None, "hearsay", cue)


def test_content_holds_what_is_said_and_nothing_else() -> None:
    text = "Mara Voss said that the bridge would open in May."
    assert [text[start:end] for start, end in only(text).content] == ["that the bridge would open in May."]


def test_content_before_and_after_its_cue() -> None:
    text = "“The bridge is safe,” Mara Voss said, “and it will stay so.”"
    assert [text[start:end] for start, end in only(text).content] == [
        "“The bridge is safe,”",
        "“and it will stay so.”",
    ]


def test_two_claims_in_a_sentence_have_their_own_stretches() -> None:
    text = "Mara Voss said the bridge was safe, but Tom Reed warned that it was not."
    first, second = claims(text)
    assert (first.attribution.source, second.attribution.source) == ("Mara Voss", "Tom Reed")
    assert first.end <= second.start
    assert second.text == text[second.start : second.end]


def test_a_quotation_goes_on_over_sentences_and_paragraphs() -> None:
    text = (
        "Tom Reed was there.\n\n“The bridge is old,” said Mara Voss. “It creaks at night.\n\n"
        "“We shall mend it before the winter comes.”\n\nA ferry passed."
    )
    found = claims(text)
    assert [claim.attribution.source for claim in found] == ["Mara Voss"] * 3
    assert [claim.attribution.found for claim in found] == ["explicit", "continued", "continued"]


SINGLE_MARKS = [
    ("She calls it the 'Slow Boat' plan. Nobody asked. 'We like it as it is,' Voss said.", ["'We like it as it is,'"]),
    (f"The 'Slow Boats' plan is old. {'It was drawn up long ago. ' * 40}They left it 'as it was.'", []),
    (
        "'Tell 'em that in the '80s the owners' boats were goin' nowhere,' Voss said.",
        ["'Tell 'em that in the '80s the owners' boats were goin' nowhere,'"],
    ),
    ("In the '80s they told 'em off. It was late. Nobody minded.' So it ends.", []),
]


@pytest.mark.parametrize(("text", "quoted"), SINGLE_MARKS, ids=["phrase", "far", "apostrophes", "no quotation"])
def test_a_single_mark_runs_no_further_than_what_one_says(text: str, quoted: list[str]) -> None:
    assert [text[quotation.start : quotation.end] for quotation in quotations(text, ((0, len(text)),))] == quoted


def test_a_phrase_in_single_marks_leaves_the_article_to_its_speakers() -> None:
    text = (
        "The harbour ran its 'Slow Boat' campaign in May. Mara Voss said that nobody came. "
        "The town paid for it all. The chief engineer called it 'a waste.'"
    )
    assert said(text)[0] == ("Mara Voss", "said")


def test_a_colon_hands_the_next_paragraph_over() -> None:
    text = "In a letter to the council, Mara Voss wrote:\n\n“The bridge creaks at night, and nobody oils it.”"
    found = claims(text)
    assert [claim.attribution.source for claim in found] == ["Mara Voss"]


LED_TO = [
    ("Voss was speaking in an interview with the Ellery Post.", "Mara Voss"),
    ("On Monday, Voss made the following comment:", "Mara Voss"),
    ("Stated Voss:", "Mara Voss"),
    ("Wait, it gets better:", None),
    ("The harbour lies to the north of the town.", None),
]


@pytest.mark.parametrize(("before", "source"), LED_TO, ids=[before[:20] for before, _ in LED_TO])
def test_who_is_spoken_of_right_before_a_quotation_says_it(before: str, source: str | None) -> None:
    quoted = "“The bridge is old and nobody has cared for it in years. Something has to be done.”"
    text = f"Mara Voss runs the harbour.\n\n{before}\n\n{quoted}\n\nIt is known for its eels."
    assert set(sources(text)) == {source}


def test_a_quotation_is_signed_in_the_next_paragraph() -> None:
    text = "It will not open.\n\n“The bridge is old and will not last.”\n\n– Mara Voss, harbour master\n\nSo it is."
    assert said(text) == [("Mara Voss", "–")]


def test_a_cue_may_stand_behind_the_first_of_two_quoted_sentences() -> None:
    text = "Mara Voss opened the gate. “The bridge is old. It creaks at night,” she said."
    assert set(sources(text)) == {"Mara Voss"}


def test_a_pronoun_is_led_back_to_the_name_that_fits() -> None:
    text = "Anna Lund met Tom Reed on the bridge. He said that it was old. She said that it was safe."
    assert sources(text) == ["Tom Reed", "Anna Lund"]
    assert [claim.attribution.found for claim in claims(text)] == ["pronoun", "pronoun"]


def test_a_rival_name_near_the_pronoun_does_not_take_its_place() -> None:
    text = (
        "Tom Reed said that the bridge was old. The State Department paid for it. "
        "He urged the State Department to pay again, and said that the river would not wait."
    )
    assert set(sources(text)) == {"Tom Reed"}


TOLD_SEX = [
    ("Arlen Voss met Merit Quill on the bridge. Quill lost her hat. She said that it was old.", "Merit Quill"),
    ("Merit Quill met Arlen Voss on the bridge. Mr. Voss laughed at Quill. He said that it was old.", "Arlen Voss"),
    ("Merit Quill lost her hat. Arlen Voss lost his and laughed. She said that it was old.", "Merit Quill"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source"), TOLD_SEX)
def test_a_title_or_a_pronoun_elsewhere_tells_who_is_he_or_she(text: str, source: str | None) -> None:
    assert sources(text)[-1] == source


NEARER = [
    ("Maria Lund was there. The victim called the police. She said that she had seen a man.", None),
    ("Maria Lund came to the plant. A worker at the plant stood at the gate. She said that it smelled.", None),
    ("“It is late,” Maria Lund said. A neighbour, who gave her name as Pat, watched. “It was loud,” she said.", None),
    ("Maria Lund came to the plant. A worker met Maria Lund at noon. She said that it smelled.", None),
    ("A worker came to the plant. Maria Lund was there. She said that it smelled.", "Maria Lund"),
    ("Maria Lund came to the plant. A neighbour, Hanna Moss, watched. She said that it smelled.", "Hanna Moss"),
    ("Maria Lund, a nurse, came. The nurse went to the plant. She said that it smelled.", "Maria Lund"),
    ("Maria Lund came to the plant. A spokesman stood at the gate. She said that it smelled.", "Maria Lund"),
]


@pytest.mark.parametrize(("text", "source"), NEARER, ids=[text[:60] for text, _ in NEARER])
def test_a_nearer_person_without_a_name_may_be_who_is_meant(text: str, source: str | None) -> None:
    assert sources(text)[-1] == source


def test_no_name_is_better_than_a_wrong_one() -> None:
    attribution = only("He said that the bridge was old.")
    assert (attribution.source, attribution.mention, attribution.found) == (None, "He", "pronoun")


def test_an_acronym_and_its_expansion_are_one() -> None:
    text = (
        "The Ministry of Roads said that the bridge was old. The MoR said that it would mend it. "
        "“It creaks,” the MoR said."
    )
    assert set(sources(text)) == {"Ministry of Roads"}


def test_a_body_under_several_names_is_one() -> None:
    text = (
        "The camp is growing, according to UK intelligence.\n\nThe Ministry of Defence said that tents had come. "
        "The UK officials claimed: “The tents are new.”"
    )
    assert set(sources(text)) == {"UK Ministry of Defence"}


def test_the_ministry_is_the_one_named_before() -> None:
    text = "The Ministry of Roads said that the bridge was old. The ministry added that it would be mended."
    assert sources(text) == ["Ministry of Roads"] * 2


SHARED = [
    ("The debate grew loud on Monday night when Mr. Reed took the floor and warned that it was late.", "Tom Reed"),
    ("In a speech from Corran -- which holds a fair in May -- Mr. Reed praised the crowd and argued that it was late.",
     "Tom Reed"),
    ("A narrator shows how Mr. Reed crossed the bridge and says that it was late.", "a narrator"),
    ("Voters told Mr. Reed to cross the bridge and said that it was late.", "voters"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source"), SHARED, ids=[text[:40] for text, _ in SHARED])
def test_a_subject_that_verbs_share_is_one_who_may_speak(text: str, source: str) -> None:
    assert sources(f"Tom Reed came. {text}")[-1] == source


BODIES = [
    ("Aldous Foods bought the Merrit Foods Company. The company said that it was late.", "the company"),
    ("The Merrit Foods Company opened a plant. Ann Lee came. The company said that it was late.",
     "Merrit Foods Company"),
    ("The Merrit Foods Company opened a plant. On Monday Norvane did not. The company said it was late.",
     "the company"),
    ("The Ministry of Roads opened it. Norvane came. The ministry said that it was late.", "Ministry of Roads"),
    ("The Ministry of Roads met the Ministry of Ships. The ministry said that it was late.", "the ministry"),
    ("The Ministry of Ships came. The Ministry of Roads said that it was old. The ministry said that it was late.",
     "Ministry of Roads"),
    ("The Ministry of Ships came.\n\nIt rained.\n\nThe Ministry of Roads opened it. The ministry said it was late.",
     "Ministry of Roads"),
    ("The Corran Reform Party met. The local party said that it was late.", "the local party"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source"), BODIES, ids=[text[:60] for text, _ in BODIES])
def test_a_body_is_named_for_its_kind_only_where_no_other_may_be_meant(text: str, source: str) -> None:
    assert sources(text)[-1] == source


def test_a_description_is_led_back_to_whom_it_describes() -> None:
    text = "Ohio Gov. Tom Reed opened the bridge. The Ohio governor said that it would stand for a century."
    assert sources(text) == ["Tom Reed"]


def test_a_deputy_is_not_the_minister() -> None:
    text = "Deputy Prime Minister Tom Reed opened the bridge. The prime minister said that it would stand."
    assert sources(text) == ["the prime minister"]


def test_who_is_only_said_to_say_it_is_no_source() -> None:
    attribution = only("Ned Hall and Ann Bell are said to have declared that it was late.")
    assert (attribution.source, attribution.kind) == (None, "hearsay")
    assert sources("Ned Hall is said to have told Ann Bell that it was late, Tom Reed said.") == ["Tom Reed"]


def test_a_noun_behind_a_preposition_is_no_verb() -> None:
    assert claims("The vote came amid fresh claims on the bridge.") == ()


def test_a_named_source_beats_hearsay() -> None:
    assert sources("The bridge is said to have cracked, according to Mara Voss.") == ["Mara Voss"]


def test_a_standfirst_is_told_by_whom_it_quotes() -> None:
    text = (
        "Bridge will be shut for “weeks, not days”.\n\nIt will be shut for “weeks, not days”, Mara Voss said on Monday."
    )
    assert sources(text) == ["Mara Voss", "Mara Voss"]


LED = [
    ("en", "The eel is rare, a team of biologists and river engineers reported on Friday.",
     "a team of biologists and river engineers"),
    ("en", "The maker, Aldous & Stroud, has confirmed the fault and says that pumps will be exchanged.",
     "Aldous & Stroud"),
    ("en", "The pill halves the risk, according to a trial whose results were printed on Friday.", "a trial"),
    ("en", "According to a copy of that report, the bridge was old.", "a copy of that report"),
    ("en", "Alarmed by the ice on the river, Mara Voss said that the bridge was old.", "Mara Voss"),
    ("en", "The toll, said Mara Voss and others, would be high.", "Mara Voss"),
    ("en", "The bridge is old, the Ellery Port Commission said.", "Ellery Port Commission"),
    ("en", "The interior ministry said that the bridge was old.", "the interior ministry"),
    ("de", "Die Brücke werde geschlossen, sagte Ministerin Eva Kern am Montag.", "Eva Kern"),
    ("de", "Die Brücke bröckele, sagte Ministerin Eva Kern am Montag.", "Eva Kern"),
    ("de", "„Wir haben uns geirrt“, sagte Hafenchefin Eva Kern.", "Eva Kern"),
    ("de", "Laut dem Amt ist die Brücke alt.", "Amt"),
    ("es", "El museo abrirá en mayo, según anunció el martes su directora, Clara Duarte.", "Clara Duarte"),
    ("es", "Habrá un parque, según ha explicado la alcaldesa, Rosa Gil.", "Rosa Gil"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "source"), LED, ids=[text[:40] for _, text, _ in LED])
def test_the_words_of_a_source_are_its_own_and_whole(language: str, text: str, source: str) -> None:
    assert set(sources(text, language)) == {source}


BROKEN_OFF = [
    ("Tom Reed himself said on Monday that the bridge was old.", "Tom Reed"),
    ("Those close to him say that the bridge is old.", "those close to him"),
    ("As a part of his plea, Tom Reed, 44, said that he had sawn through the rail.", "Tom Reed"),
    ("There, the engineer Mara Voss warned that the bridge was old.", "Mara Voss"),
    ("The plan, first reported by the Ellery Herald, would close the bridge.", "Ellery Herald"),
    ("The rails rusted until the paint fell off, where Governor Tom Reed (D-Ellery) told reporters that it was safe.",
     "Tom Reed"),
    ("Mara Voss’s answer was: “Ask the ferryman, who has crossed it every day.”", "Mara Voss"),
    ("The town’s most patient fishermen claim that the bridge hums.", "most patient fishermen"),
    ("The Ellery Post reports that the bridge hums.", "Ellery Post"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source"), BROKEN_OFF, ids=[text[:40] for text, _ in BROKEN_OFF])
def test_a_source_is_not_broken_off(text: str, source: str) -> None:
    assert only(text).source == source


def test_what_is_announced_does_not_announce() -> None:
    text = "Authorities in Ellery, the German state next to Sund, announced tighter controls on the bridge on Monday."
    assert sources(text) == ["authorities in Ellery"]
    assert sources("The bridge was safe, said officials in Ellery.") == ["officials"]


def test_an_unknown_verb_with_a_quotation_reports() -> None:
    attribution = only("Mara Voss thanked him for “stepping up when the council would not”.")
    assert (attribution.source, attribution.cue) == ("Mara Voss", "thanked")


def test_a_quotation_goes_on_with_who_is_quoted_not_with_who_is_told_of() -> None:
    text = "“The bridge is old,” Mara Voss said, as the crowd applauded. “Thank you for walking all the way.”"
    assert sources(text)[-1] == "Mara Voss"
    text = "Mara Voss said that some critics had predicted the end of the bridge.\n\n“They will all cross it on foot.”"
    assert sources(text)[-1] == "Mara Voss"


def test_many_are_no_voice_of_a_later_quotation() -> None:
    text = "Some residents said that the bridge was old.\n\n“It creaked all night and the dog would not cross it.”"
    assert sources(text)[-1] is None


def test_the_title_of_a_work_is_no_echo() -> None:
    text = "The “Bridge Of Long Sighs” runs twice a week.\n\nMara Voss said that the “Bridge of Long Sighs” was dull."
    assert len(claims(text)) == 1


def test_nobody_is_no_source() -> None:
    assert sources("Neither the mayor nor Patel said that it was late.") == [None]


def test_who_is_told_does_not_tell_it() -> None:
    assert "Bob Jones" not in sources("Ann Smith told Bob Jones that the plan would fail, he said.")


def test_a_thing_is_no_crowd() -> None:
    text = "Residents described a hurried departure. The works have come under fire. It said that pumps were late."
    assert sources(text)[-1] is None


def test_content_goes_on_behind_its_cue() -> None:
    text = "They carried 21 tons, said Lindhaven Transit, enough to lower the pile by a tenth."
    assert [text[start:end] for start, end in only(text).content] == [
        "They carried 21 tons",
        "enough to lower the pile by a tenth.",
    ]


def test_who_is_told_belongs_to_no_content() -> None:
    text = "Mara Voss told Tom Reed on Monday that the bridge was old."
    assert [text[start:end] for start, end in only(text).content] == ["that the bridge was old."]


def test_a_clause_about_the_source_belongs_to_no_content() -> None:
    text = "The pill halves the risk, according to a trial whose results were printed on Friday."
    assert [text[start:end] for start, end in only(text).content] == ["The pill halves the risk"]


SILENT = [
    "Articles in which several outlets tell the same thing become one story.",
    "Archaeologists found a sealed room beneath the temple.",
    "Widening cracks in the dam raised fears that the lake could burst into the valley.",
    "Norrovia has ordered some 14,000 people out of the valley.",
    "Estmark learned of the cracks on Friday at noon.",
    "The film tells of a woman who means to wreck a train.",
    "A reply from Lindhaven is expected on Saturday.",
    "Western states have many bridges.",
    "Her tweet was long and nobody read it.",
    "Everything went according to plan.",
    "They watched “The Bridge on the River” and went home.",
    "The company reports results on Friday.",
    "The council plans a new bridge over the river.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_reports_nobody_is_no_claim(text: str) -> None:
    assert claims(text) == ()


OTHER_LANGUAGES = [
    ("de", "„Die Brücke ist alt“, sagte Mara Voss am Montag.", "Mara Voss"),
    ("de", "Mara Voss erklärte, dass die Brücke alt sei.", "Mara Voss"),
    ("de", "Die Brücke ist nach Angaben der Polizei gesperrt.", "Polizei"),
    ("de", "Dem Ministerium zufolge ist die Brücke alt.", "Ministerium"),
    ("de", "„Die Brücke ist alt“, so Mara Voss.", "Mara Voss"),
    ("de", "Die Brücke bleibt gesperrt, hieß es aus dem Verkehrsministerium.", "Verkehrsministerium"),
    ("de", "Der Bürgermeister bestritt, von den Kosten gewusst zu haben.", "Bürgermeister"),
    ("de", "Mara Voss warf dem Rathaus vor, die Kosten zu verschweigen.", "Mara Voss"),
    ("fr", "« Le pont est vieux », a déclaré Claire Dumont.", "Claire Dumont"),
    ("fr", "Selon Claire Dumont, le pont est vieux.", "Claire Dumont"),
    ("fr", "Claire Dumont a affirmé que le pont était vieux.", "Claire Dumont"),
    ("fr", "Pour Claire Dumont, « le pont est trop vieux pour rester ouvert ».", "Claire Dumont"),
    ("fr", "Pour la maire, « le pont est trop vieux pour rester ouvert ».", "la maire"),
    ("fr", "Pour le pont, « une longue attente et bien des soucis » commencent.", None),
    ("es", "Para Clara Duarte, «el puente es demasiado viejo para seguir abierto».", "Clara Duarte"),
    ("es", "«El puente es viejo», dijo Clara Duarte.", "Clara Duarte"),
    ("es", "Según Clara Duarte, el puente es viejo.", "Clara Duarte"),
    ("es", "Clara Duarte aseguró que el puente era viejo.", "Clara Duarte"),
    ("it", "Mara Voss: “Il ponte è vecchio e nessuno lo cura.”", "Mara Voss"),
]


@pytest.mark.parametrize(("language", "text", "source"), OTHER_LANGUAGES)
def test_other_languages_report_in_their_own_words(language: str, text: str, source: str | None) -> None:
    assert only(text, language).source == source


def test_a_clause_of_its_own_in_spanish_reports_nothing() -> None:
    assert claims("Será la primera vez que un museo del país reconoce la deuda con el pueblo.", "es") == ()


@pytest.mark.parametrize(
    "text", ["Mara Voss warf den Ball weit in den Hafen.", "Mara Voss warf den Ball weit, um die Möwen zu verjagen."]
)
def test_who_throws_a_ball_in_german_says_nothing(text: str) -> None:
    assert claims(text, "de") == ()


def test_a_far_name_is_no_he_where_things_are_he() -> None:
    text = (
        "« Le pont est vieux », explique Solène Vasseur. La pluie tombe. Les trains passent. "
        "Le conseil paie tout. Il a précisé que la somme suffirait."
    )
    assert sources(text, "fr")[-1] is None


def test_french_and_german_pronouns_follow() -> None:
    assert sources("« Le pont est vieux », a dit Claire Dumont. « Il grince », a-t-elle ajouté.", "fr") == [
        "Claire Dumont",
        "Claire Dumont",
    ]
    assert sources("Anna Berg kam. Sie betonte, dass die Brücke alt sei.", "de") == ["Anna Berg"]


def test_an_unknown_language_has_quotations_at_least() -> None:
    attribution = only("“Stary most skrzypi każdej nocy.”", "xx")
    assert (attribution.source, attribution.kind) == (None, "direct")


VOCABULARY = """
    Mara Voss Tom Reed said says that the bridge “ ” " ' , . : – ( ) he she it according to who told reporters
    reportedly claim claims and but in on Monday of UK MoD ministry officials ’s is was
"""
WORDS = st.sampled_from([*re.findall(r"\S+", VOCABULARY), "\n\n"])


@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_any_text_gives_claims_that_point_into_it(text: str) -> None:
    sentences = segment(text, "en")
    found = attribute(text, sentences, "en")
    assert found == attribute(text, sentences, "en")
    assert [(claim.start, claim.end) for claim in found] == sorted((claim.start, claim.end) for claim in found)
    for claim in found:
        sentence = sentences[claim.sentence]
        assert text[claim.start : claim.end] == claim.text
        assert sentence.start <= claim.start < claim.end <= sentence.end
        assert 0 <= claim.attribution.confidence <= 1
        for start, end in claim.attribution.content:
            assert sentence.start <= start < end <= sentence.end
        if claim.attribution.kind == "hearsay":
            assert claim.attribution.source is None


@given(st.text(max_size=200))
def test_no_text_is_refused(text: str) -> None:
    for language in ("en", "de", "fr", "es", "xx"):
        claims(text, language)


def test_a_long_line_of_marks_ends_soon() -> None:
    text = "“" * 5_000 + " , ( - Mara Voss and " * 3_000
    claims(text)


def test_a_person_called_she_is_not_meant_by_he() -> None:
    text = (
        "“We got the alley for nothing,” said Jan Tasker. “It was ours,” she told me. "
        "The dresser came on the first night. He said it was cold."
    )
    assert sources(text) == ["Jan Tasker", "Jan Tasker", None]


@pytest.mark.parametrize(
    "trade", ["lead author", "report author", "claims manager", "state senator", "lead study author"]
)
def test_a_trade_that_looks_like_a_verb_behind_said_belongs_to_its_name(trade: str) -> None:
    assert only(f"“It is clear,” said {trade} May Carrow.").source == "May Carrow"


def test_one_of_several_has_no_name() -> None:
    text = "Mara Voss said that it was late. Fans were less kind. “It is bad,” wrote one. “It is late,” wrote another."
    assert sources(text) == ["Mara Voss", None, None]
    assert sources("Mara Voss said that it was late. “It is bad,” said some.") == ["Mara Voss", "some"]
