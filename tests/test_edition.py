"""A digest that was written is not rearranged by a later run of its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from digest.arrange import importance_of, ranked
from digest.edition import Cut, Place, cut, placed, regroup
from digest.models import Article, Story, Summary
from digest.settings import Config


def story(name: str, importance: float = 1.0, *articles: str) -> Story:
    summaries = tuple(
        Summary(
            Article(article, article, "Text.", "en", published=datetime(2026, 11, 22, tzinfo=UTC)), "lead", (), (), ()
        )
        for article in (articles or (name,))
    )
    return Story(name, name, summaries, (), (), importance)


def ids(stories: tuple[Story, ...]) -> list[str]:
    return [story.id for story in stories]


def test_a_section_is_cut_at_its_limit_and_the_rest_is_kept_for_counting() -> None:
    (found,) = cut([[story("a"), story("b"), story("c")]], [2], 60)
    assert (ids(found.shown), ids(found.more)) == (["a", "b"], ["c"])


def test_the_whole_keeps_the_most_important_wherever_they_stand() -> None:
    found = cut([[story("a", 1), story("b", 5)], [story("c", 3), story("d", 2)]], [15, 15], 2)
    assert [ids(section.shown) for section in found] == [["b"], ["c"]]
    assert [ids(section.more) for section in found] == [["a"], ["d"]]


def test_a_later_run_appends_and_never_reorders() -> None:
    morning = cut([[story("a", 3), story("b", 2)]], [15], 60)
    evening = cut([[story("hot", 9), story("b", 4), story("a", 3)]], [15], 60, placed(morning))
    assert ids(evening[0].shown) == ["a", "b", "hot"]


def test_what_was_cut_stays_cut_and_a_full_digest_takes_no_more() -> None:
    morning = cut([[story("a", 3), story("b", 2)]], [1], 60)
    evening = cut([[story("hot", 9), story("b", 8), story("a", 1)]], [1], 60, placed(morning))
    assert (ids(evening[0].shown), ids(evening[0].more)) == (["a"], ["hot", "b"])


def test_room_left_is_for_what_is_new_and_not_for_what_was_cut() -> None:
    places = {"a": Place("a", 0), "b": Place("b", 1, shown=False)}
    (found,) = cut([[story("b", 9), story("a"), story("c")]], [2], 60, places)
    assert (ids(found.shown), ids(found.more)) == (["a", "c"], ["b"])


def test_a_new_article_joins_the_story_it_tells() -> None:
    assert regroup([("n", "b"), ("x",)], {"a": Place("a", 0), "b": Place("a", 0)}) == [("a", ("b", "n")), ("x", ("x",))]


def test_stories_that_stood_apart_are_not_joined_by_a_new_article() -> None:
    places = {"b": Place("b", 1), "a": Place("a", 0)}
    assert sorted(regroup([("b", "n", "a")], places)) == [("a", ("a", "n")), ("b", ("b",))]


def test_the_leading_article_keeps_the_lead() -> None:
    places = {"old": Place("old", 0), "second": Place("old", 0)}
    assert regroup([("second", "old", "new")], places) == [("old", ("old", "second", "new"))]


names = st.lists(st.sampled_from("abcdefghij"), unique=True, max_size=10)


@st.composite
def grouped(draw: st.DrawFn) -> list[list[str]]:
    groups: dict[int, list[str]] = {}
    for name in draw(names):
        groups.setdefault(draw(st.integers(0, 3)), []).append(name)
    return list(groups.values())


@given(grouped(), st.dictionaries(st.sampled_from("abcdefghij"), st.integers(0, 3)))
def test_regrouping_partitions_the_articles_and_keeps_earlier_stories_whole(groups, past) -> None:
    places = {article: Place(f"story {rank}", rank) for article, rank in past.items()}
    found = regroup(groups, places)
    articles = [article for _, members in found for article in members]
    assert sorted(articles) == sorted(article for group in groups for article in group)
    assert len({name for name, _ in found}) == len(found)
    for name, members in found:
        assert {places[article].story for article in members if article in places} <= {name}


@given(st.lists(st.lists(st.floats(0, 9), max_size=5), min_size=1, max_size=4), st.integers(0, 4), st.integers(0, 9))
def test_cutting_loses_nothing_keeps_to_the_limits_and_settles(importances, limit, total) -> None:
    sections = [[story(f"{s}-{n}", value) for n, value in enumerate(values)] for s, values in enumerate(importances)]
    found = cut(sections, [limit] * len(sections), total)
    assert [sorted(ids(here.shown + here.more)) for here in found] == [sorted(ids(tuple(here))) for here in sections]
    assert all(len(here.shown) <= limit for here in found)
    assert sum(len(here.shown) for here in found) <= total
    assert cut(sections, [limit] * len(sections), total, placed(found)) == found


def test_places_are_told_for_every_article_of_a_story() -> None:
    found = placed([Cut((story("a", 1, "a", "b"),), (story("c"),))])
    assert found == {"a": Place("a", 0), "b": Place("a", 0), "c": Place("c", 1, shown=False)}


def test_what_has_no_date_leads_no_news_of_the_day_but_old_ones() -> None:
    now = datetime(2026, 11, 24, 6, tzinfo=UTC)
    (one,) = story("a").summaries

    def worth(published: datetime | None) -> float:
        return importance_of([replace(one, article=replace(one.article, published=published))], ["A"], now)[0]

    assert worth(now - timedelta(hours=2)) > worth(None) > worth(now - timedelta(days=3))


def test_a_story_is_ranked_though_the_copy_that_named_it_is_gone() -> None:
    left = story("gone", 1.0, "b")
    assert ranked([story("a"), left], [*story("a").summaries, *left.summaries], Config())[1] is left
