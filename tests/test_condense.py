from __future__ import annotations

from dataclasses import replace
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest import registry
from digest.citation import cite
from digest.condense import condense
from digest.errors import ConfigError
from digest.models import Article, Attribution, Choice, Claim, KeyPoint, Sentence
from digest.segment import segment

METHODS = registry.names("summarizers")
ARTICLE = Article(id="a", title="Ferry crosses on sunlight", text="", language="en", url="https://example.com/ferry")
GOOD = (
    "The ferry Orla crossed the sound on Monday without fuel.",
    "All 140 passengers paid nothing for the trip to Vint.",
    "Two more such ships will sail by the summer of 2028.",
    "Each of the ships costs nineteen million marks, the owner says.",
    "A cable at the quay in Lindhaven is still too weak for winter.",
)


def claim(
    sentences: tuple[Sentence, ...], at: int, source: str | None, mention: str | None, found: str = "explicit"
) -> Claim:
    sentence = sentences[at]
    attribution = Attribution(source, mention, "said", "direct", found, ((sentence.start, sentence.end),), 0.9)  # type: ignore[arg-type]
    return Claim(sentence.start, sentence.end, at, sentence.text, attribution)


def points(
    text: str,
    claims: dict[int, tuple[str | None, str | None, str]] | None = None,
    *,
    method: str = "auto",
    bullets: int = 3,
    title: str = "Ferry crosses on sunlight",
) -> tuple[tuple[KeyPoint, ...], tuple[Choice, ...]]:
    article = replace(ARTICLE, text=text, title=title)
    sentences = segment(text, "en")
    made = [claim(sentences, at, *said) for at, said in (claims or {}).items()]
    return condense(article, sentences, made, method=method, bullets=bullets, max_chars=320, explain=True)


def texts(found: tuple[tuple[KeyPoint, ...], tuple[Choice, ...]]) -> list[str]:
    return [point.text for point in found[0]]


def reasons(found: tuple[tuple[KeyPoint, ...], tuple[Choice, ...]]) -> dict[str, str]:
    return {choice.text: choice.reason for choice in found[1]}


@pytest.mark.parametrize("method", METHODS)
def test_points_are_slices_in_order_and_fewer_are_a_prefix(method: str) -> None:
    text = " ".join(GOOD)
    orders = []
    for bullets in (1, 2, 3, 5):
        found, _ = points(text, method=method, bullets=bullets)
        assert len(found) == bullets
        assert all(text[point.start : point.end] == point.text for point in found)
        assert [point.start for point in found] == sorted(point.start for point in found)
        scores = [point.score for point in found]
        assert len(set(scores)) == bullets
        orders.append([point.sentence for point in sorted(found, key=lambda point: -point.score)])
    assert all(orders[-1][: len(order)] == order for order in orders)


@pytest.mark.parametrize("method", METHODS)
def test_length_title_and_repetition_hold_for_every_method(method: str) -> None:
    title = "Ferry crosses the sound on sunlight alone"
    long = "The ferry " + "and the ferry " * 30 + "sailed."
    twin = GOOD[0].replace("Monday", "Tuesday")
    found = points(" ".join([f"{title}.", long, *GOOD, twin]), method=method, bullets=40, title=title)
    assert f"{title}." not in texts(found)
    assert long not in texts(found)
    assert (GOOD[0] in texts(found)) + (twin in texts(found)) == 1
    assert reasons(found)[long].startswith("too long")
    assert reasons(found)[f"{title}."] == "is the title"


@pytest.mark.parametrize(
    "bad",
    [
        "He plans two more such ships by the summer of 2028.",
        "But the cable at the quay is still too weak for winter.",
        "It followed a long winter of tests in the harbour of Vint.",
        "In addition, the ferry carried forty bicycles and a horse.",
        "“He will sail again in the spring of next year,” was heard.",
        'The director called the crossing "a long step for the whole sound.',
        "“We pay more once and less every single day of the year.”",
    ],
)
def test_what_does_not_stand_on_its_own_is_never_a_point(bad: str) -> None:
    found = points(f"{bad} {' '.join(GOOD)}", bullets=40)
    assert bad not in texts(found)
    assert set(GOOD) <= set(texts(found))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("He said that two more such ships will sail by 2028.", ("Astrid Holme", "He", "pronoun")),
        ("“We pay more once and less every single day of the year.”", ("Astrid Holme", None, "continued")),
        ("But Astrid Holme said the cable is too weak for winter.", ("Astrid Holme", "Astrid Holme", "explicit")),
    ],
)
def test_a_name_beside_it_lets_a_point_stand(text: str, said: tuple[str | None, str | None, str]) -> None:
    found = points(f"{GOOD[0]} {text}", {1: said})
    assert text in texts(found)
    assert found[0][1].attribution is not None
    assert found[0][1].attribution.source == "Astrid Holme"


@pytest.mark.parametrize(
    "poor",
    [
        "Who will pay for the cable at the quay in Lindhaven?",
        "Ferry at the quay of Vint in winter",
        "Rain again.",
        "Read the owner's report on the crossing at www.example.com now.",
    ],
)
def test_a_blemish_is_taken_only_where_nothing_better_is_left(poor: str) -> None:
    text = "\n\n".join([poor, *GOOD])
    assert poor not in texts(points(text, bullets=5))
    found = points(text, bullets=6)
    assert poor in texts(found)
    assert min(found[0], key=lambda point: point.score).text == poor
    assert "although" in reasons(found)[poor]


@pytest.mark.parametrize("label", ["Click", "Comments.", "Read more"])
def test_a_button_is_no_point_even_where_nothing_else_is_left(label: str) -> None:
    found = points(f"{label}\n\n{GOOD[0]}")
    assert texts(found) == [GOOD[0]]
    assert reasons(found)[label] == "is a label"


def test_a_sentence_without_spaces_is_no_label() -> None:
    article = replace(ARTICLE, text="市議会は月曜日に新しい橋を承認した。", title="", language="ja")
    sentences = segment(article.text, "ja")
    found = condense(article, sentences, [], method="auto", bullets=3, max_chars=320, explain=True)
    assert texts(found) == [article.text]
    assert reasons(found)[article.text] == "choice 1"


def test_a_claim_of_a_mere_pronoun_is_avoided() -> None:
    text = f"Ships will sail by 2028, she said at the quay. {' '.join(GOOD)}"
    claims: dict[int, tuple[str | None, str | None, str]] = {0: (None, "she", "pronoun")}
    assert text[:30] not in "".join(texts(points(text, claims, bullets=5)))


def test_the_main_claim_of_a_sentence_is_shown() -> None:
    text = GOOD[0]
    sentences = segment(text, "en")
    small, large = claim(sentences, 0, "Small", "Small"), claim(sentences, 0, "Large", "Large")
    small = replace(small, attribution=replace(small.attribution, content=((0, 5),)))
    found, _ = condense(replace(ARTICLE, text=text), sentences, [small, large], method="lead", bullets=1, max_chars=320)
    assert found[0].attribution is not None
    assert found[0].attribution.source == "Large"


@pytest.mark.parametrize("end", ["…", " ..."])
def test_the_cut_end_of_a_teaser_is_a_point_only_where_nothing_else_is(end: str) -> None:
    cut = f"The owner of the ferry, Ida Lorne from Upper Vint, told the harbour board on Tuesday that{end}"
    for text, expected in ((f"{GOOD[0]}\n\n{cut}", [GOOD[0]]), (cut, [cut])):
        teaser = replace(ARTICLE, text=text, teaser=True)
        found = condense(teaser, segment(text, "en"), (), method="auto", bullets=3, max_chars=320, explain=True)
        assert texts(found) == expected
    whole = replace(teaser, text=f"{GOOD[0]}\n\n{cut}", teaser=False)
    found = condense(whole, segment(whole.text, "en"), (), method="lead", bullets=3, max_chars=320)
    assert texts(found) == [GOOD[0], cut]


def test_an_article_with_too_little_gives_fewer() -> None:
    assert len(points("Rain fell on Vint all day long. It stopped.")[0]) == 1
    assert points("")[0] == ()


def test_choices_tell_of_every_sentence_and_only_when_asked() -> None:
    text = " ".join(GOOD)
    _, choices = points(text)
    assert [choice.sentence for choice in choices] == list(range(len(GOOD)))
    assert sorted(choice.reason for choice in choices if choice.chosen) == ["choice 1", "choice 2", "choice 3"]
    assert all(choice.features for choice in choices)
    article, sentences = replace(ARTICLE, text=text), segment(text, "en")
    assert condense(article, sentences, [], method="auto", bullets=3, max_chars=320)[1] == ()


def test_an_unknown_method_names_the_known_ones() -> None:
    with pytest.raises(ConfigError, match="lexrank"):
        points("Rain fell.", method="frobnicate")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from([*GOOD, "He left.", "“Yes.", "So it was.", "Why?", "Heading"]), max_size=10),
    st.integers(1, 6),
)
def test_no_text_gives_a_failing_point(parts: list[str], bullets: int) -> None:
    text = "\n\n".join(parts)
    found, choices = points(text, bullets=bullets)
    assert len(found) <= bullets
    assert not {point.text for point in found} & {"He left.", "“Yes.", "So it was."}
    assert len({point.text for point in found}) == len(found)
    assert sum(choice.chosen for choice in choices) == len(found)


def fragment(text: str, at: int, url: str | None = "https://example.com/a") -> str | None:
    return cite(replace(ARTICLE, text=text, url=url), segment(text, "en")[at]).fragment_url


def test_a_short_sentence_is_cited_whole_and_encoded() -> None:
    assert (
        fragment("Rain-soaked & cold, it fell.", 0)
        == "https://example.com/a#:~:text=Rain%2Dsoaked%20%26%20cold%2C%20it%20fell."
    )


def test_a_long_sentence_is_cited_by_its_ends_which_are_unique() -> None:
    sentence = (
        "The old ferry of Vint sailed on Monday with 140 people, "
        "and the old ferry of Lindhaven sailed with none on board."
    )
    found = fragment(f"The old ferry of Orla stayed. {sentence}", 1)
    assert found is not None
    start, end = unquote(found.partition("text=")[2]).split(",")[0], unquote(found.rpartition(",")[2])
    assert start == "The old ferry of Vint"
    assert sentence.endswith(end)
    assert sentence.count(end) == 1


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (None, None),
        ("ftp://example.com/a", None),
        ("https://example.com/a#top", "https://example.com/a#top:~:text=Rain%20fell."),
        ("https://example.com/a#:~:text=x", "https://example.com/a#:~:text=Rain%20fell."),
    ],
)
def test_addresses(url: str | None, expected: str | None) -> None:
    assert fragment("Rain fell.", 0, url) == expected


@pytest.mark.parametrize(
    ("junk", "reason"),
    [
        ("crossing(X, Y) :- fare(X) #= 2 * Y.", "reads like code"),
        ("?- ferries_of(sound, [orla, mira, vint]).", "reads like code"),
        ("[Timetable, fares, map and photographs of the quay…]", "list of links"),
        ("Lindhaven · Vint · Orrey · Farholm by the sea.", "list of links"),
    ],
)
def test_code_and_links_are_taken_last(junk: str, reason: str) -> None:
    found = points(f"{junk} {' '.join(GOOD)}")
    assert junk not in texts(found)
    assert reason in reasons(found)[junk]


@pytest.mark.parametrize(
    "prose",
    [
        "The trip (a first) costs nothing (so far) to all (or most) of us.",
        "It cost ($1.20) more than (in 2027) *at all*.",
    ],
)
def test_brackets_and_signs_of_prose_are_no_code(prose: str) -> None:
    assert "code" not in reasons(points(f"{prose} {' '.join(GOOD)}"))[prose]


def test_the_writer_of_an_article_is_named_by_its_publisher() -> None:
    """An “I” whom nobody else owns is no unclear speaker; a “she” is."""
    text = "I hope that the ferry Orla will sail in winter too. " + " ".join(GOOD[:2])
    found = points(text, {0: (None, "I", "pronoun")})
    (own,) = (p for p in found[0] if p.text.startswith("I hope"))
    assert own.attribution is None
    assert "nobody but" not in reasons(found)[own.text]
    (other,) = (p for p in points(text, {0: (None, "she", "pronoun")})[0] if p.text.startswith("I hope"))
    assert other.attribution is not None


@pytest.mark.parametrize(
    "prose",
    [
        "La biblioteca presenta la nova col·lecció de novel·les del segle passat.",
        "In C, `a < b` and `snake_case_name` and `x = y` differ; that matters #1.",
    ],
)
def test_signs_within_prose_are_neither_links_nor_code(prose: str) -> None:
    assert not {"code", "links"} & set(reasons(points(f"{prose} {' '.join(GOOD)}"))[prose].split())


def test_a_short_sentence_comes_before_a_question_where_nothing_better_is_left() -> None:
    text = (
        "The council of Corran closed the ferry to Ardmore on Monday for a year. Will it ever sail again? "
        "Nobody was asked before. The boat will be mended in the yard of Dunmore until the spring."
    )
    assert [point.sentence for point in points(text, bullets=3)[0]] == [0, 2, 3]
