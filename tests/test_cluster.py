"""Stories: a partition, copies folded always, the same whatever the order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.cluster import cluster, duplicates
from digest.models import Article

WINDOW = timedelta(hours=48)
DAY = datetime(2026, 11, 20, 8, tzinfo=UTC)

FERRY = (
    "The ferry Ostrava ran aground off Kelmar harbour on Thursday night with 212 passengers on board, the coast guard "
    "said. Nobody was hurt. Tugs pulled the ship free before dawn, and divers began to look at its hull. Captain Ilse "
    "Vond told port radio that a steering pump had failed within sight of the pier."
)
FERRY_ELSEWHERE = (
    "All 212 passengers are safe after a steering failure put the Ostrava on rocks outside Kelmar harbour, the coast "
    "guard said on Friday. The ferry was towed free at dawn. Its captain, Ilse Vond, blamed a pump. Divers were "
    "looking at the hull for damage."
)
BRIDGE = (
    "The city of Dorn will close its oldest bridge for two years from March. Engineers found cracks in "
    "four of its nine "
    "arches, the works department said. Trams will be led over the Mill Bridge, and cyclists get a lane of their own."
)
WHEAT = (
    "Wheat prices rose for a third week as dry weather cut forecasts for the southern plains. Traders in Lissan paid "
    "311 crowns a tonne on Friday, the most since April. Millers warned that bread would follow before the winter."
)


def article(name: str, title: str, text: str, hours: float | None = 0, **more: object) -> Article:
    published = None if hours is None else DAY + timedelta(hours=hours)
    return Article(id=name, title=title, text=text, language="en", published=published, **more)


NEWS = (
    article("a", "Ferry with 212 on board runs aground off Kelmar", FERRY),
    article("b", "City of Dorn to close its oldest bridge", BRIDGE),
    article("c", "Kelmar ferry towed free, all passengers safe", FERRY_ELSEWHERE, 3),
    article("d", "Wheat at its highest since April", WHEAT),
)


def groups(articles: tuple[Article, ...], *, enabled: bool = True, window: timedelta = WINDOW) -> set[frozenset[str]]:
    found = cluster(articles, enabled=enabled, window=window)
    return {frozenset(articles[index].id for index in group) for group in found}


def test_articles_of_one_event_are_one_story_and_others_stand_alone() -> None:
    assert groups(NEWS) == {frozenset("ac"), frozenset("b"), frozenset("d")}


def test_without_clustering_only_copies_fold() -> None:
    copy = article("e", "Ferry aground", FERRY + " More follows.", 5)
    assert groups((*NEWS, copy), enabled=False) == {frozenset("ae"), frozenset("b"), frozenset("c"), frozenset("d")}


def test_one_address_is_one_story_whatever_follows_readers_about() -> None:
    one = article("x", "Bridge", BRIDGE, url="https://example.org/bridge?utm_source=mail")
    two = article("y", "Prices", WHEAT, url="http://www.example.org/bridge/")
    assert groups((one, two), enabled=False) == {frozenset("xy")}


def test_a_teaser_folds_into_the_whole_article_which_leads() -> None:
    teaser = article("t", "Bridge to close", " ".join(BRIDGE.split()[:25]), -1, teaser=True)
    whole = article("w", "City of Dorn to close its oldest bridge", BRIDGE)
    assert cluster((teaser, whole), enabled=False, window=WINDOW) == ((1, 0),)


def test_a_label_in_common_makes_no_copy() -> None:
    one, two = article("a", "Tunnel shut", "Comments"), article("b", "Mill for sale", "Comments")
    again = article("c", "Tunnel shut", "Comments")
    for enabled in (True, False):
        assert cluster((one, two, again), enabled=enabled, window=WINDOW) == ((0, 2), (1,))


def test_a_sentence_in_common_makes_no_copy() -> None:
    shared = " The minister is to speak to parliament about it on Monday morning at nine."
    assert duplicates((article("x", "", BRIDGE + shared), article("y", "", WHEAT + shared))) == ((0,), (1,))


@pytest.mark.parametrize(("apart", "together"), [(47, True), (49, False)])
def test_a_story_lies_within_the_window(apart: float, together: bool) -> None:
    late = article("c", NEWS[2].title, FERRY_ELSEWHERE, apart)
    assert (frozenset("ac") in groups((NEWS[0], NEWS[1], late))) is together


def test_articles_without_a_date_join_any_story() -> None:
    undated = article("c", NEWS[2].title, FERRY_ELSEWHERE, None)
    assert frozenset("ac") in groups((NEWS[0], NEWS[1], undated))


def test_the_feed_of_more_weight_leads() -> None:
    heavy = article("c", NEWS[2].title, FERRY_ELSEWHERE, 3, weight=2.0)
    assert cluster((NEWS[0], heavy), enabled=True, window=WINDOW) == ((1, 0),)


def test_languages_without_spaces_cluster_too() -> None:
    one = article("x", "渡轮在凯尔马港外搁浅", "周四晚上载有二百一十二名乘客的渡轮在凯尔马港外搁浅海岸警卫队说无人受伤")
    two = article("y", "凯尔马港渡轮获救", "在凯尔马港外搁浅的渡轮周五早上被拖走二百一十二名乘客无人受伤")
    other = article("z", "小麦价格上涨", "由于天气干燥小麦价格连续第三周上涨交易商说面包也会涨价")
    assert groups((one, two, other)) == {frozenset("xy"), frozenset("z")}


def test_nothing_gives_nothing() -> None:
    assert cluster((), enabled=True, window=WINDOW) == ()


TEXTS = st.sampled_from([FERRY, FERRY_ELSEWHERE, BRIDGE, WHEAT, "", "One line."])
ARTICLES = st.lists(
    st.builds(
        article,
        st.text("abcdef", min_size=1, max_size=4),
        st.sampled_from([item.title for item in NEWS]),
        TEXTS,
        st.none() | st.integers(0, 100),
    ),
    max_size=9,
    unique_by=lambda item: item.id,
)


@given(ARTICLES, st.booleans())
def test_stories_part_the_articles(articles: list[Article], enabled: bool) -> None:
    found = cluster(articles, enabled=enabled, window=WINDOW)
    assert sorted(index for group in found for index in group) == list(range(len(articles)))
    assert [min(group) for group in found] == sorted(min(group) for group in found)


@given(ARTICLES, st.randoms(use_true_random=False))
def test_the_order_of_the_articles_makes_no_difference(articles: list[Article], random: object) -> None:
    shuffled = list(articles)
    random.shuffle(shuffled)

    def named(given: list[Article]) -> set[tuple[str, ...]]:
        return {tuple(given[i].id for i in group) for group in cluster(given, enabled=True, window=WINDOW)}

    assert named(articles) == named(shuffled)


@given(ARTICLES)
def test_copies_stay_together_when_stories_are_made(articles: list[Article]) -> None:
    story = {index: group for group in cluster(articles, enabled=True, window=WINDOW) for index in group}
    for copies in duplicates(articles):
        assert all(story[index] == story[copies[0]] for index in copies)


FIRE = (
    "A fire destroyed a warehouse in the port of Kelmar on Monday morning. Some 120 firefighters fought the "
    "flames for six hours. Nobody was hurt, the fire brigade said. The warehouse belonged to the coffee trader "
    "Brandt. Damage is put at four million crowns, and residents were told to keep their windows shut."
)
FIRE_ELSEWHERE = (
    "A fire destroyed a warehouse in the docks of Lissan on Sunday night. About 80 firefighters fought the "
    "flames until noon. Two workers were hurt, the fire brigade said. The warehouse belonged to a maker of "
    "toys. Damage is put at nine million crowns. Schools near the docks stay shut."
)


@pytest.mark.parametrize(
    ("titles", "stories"),
    [
        (("Fire destroys warehouse in Kelmar", "Fire destroys warehouse in Lissan"), 2),
        (("Fire destroys warehouse in port", "Fire destroys warehouse in Lissan"), 1),
    ],
)
def test_reports_of_one_kind_are_apart_where_each_title_names_what_the_other_never_does(
    titles: tuple[str, str], stories: int
) -> None:
    found = cluster(
        (article("a", titles[0], FIRE), article("b", titles[1], FIRE_ELSEWHERE)), enabled=True, window=WINDOW
    )
    assert len(found) == stories
