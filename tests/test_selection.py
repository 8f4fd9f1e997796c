"""What is in a digest: the contract's rules, one by one, and what holds for all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import ConfigError
from digest.models import Entry, Feed
from digest.selection import Candidate, Decision, Terms, candidates_of, check_day, dated, select
from digest.settings import Limits, Source

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
DAY = timedelta(days=1)
HERE = "https://one.example/feed"
THERE = "https://two.example/feed"
SOURCES = {HERE: Source(HERE, name="One"), THERE: Source(THERE, name="Two")}
TERMS = Terms(SOURCES, Limits(), NOW)


def candidate(key: int, age: timedelta = timedelta(hours=1), *, feed: str = HERE, **values: object) -> Candidate:
    usual = {"since": NOW - timedelta(hours=2), "title": f"Title {key}", "url": None, "place": key}
    return Candidate(key=key, feed=feed, time=NOW - age, **(usual | values))


def first(key: int, age: timedelta) -> Candidate:
    return candidate(key, age, since=None, first=True)


def actions(decisions: tuple[Decision, ...]) -> dict[int, str]:
    return {decision.key: decision.action for decision in decisions}


def test_first_poll_publishes_the_newest_of_thirty_days_and_settles_the_rest() -> None:
    brought = [first(1, 40 * DAY), first(2, 20 * DAY), first(3, 9 * DAY), first(4, 1 * DAY), first(5, 29 * DAY)]
    assert actions(select(brought, TERMS)) == {1: "seen", 2: "publish", 3: "publish", 4: "publish", 5: "seen"}


def test_first_poll_looks_back_as_far_as_max_age_where_that_is_longer() -> None:
    terms = replace(TERMS, sources={HERE: replace(SOURCES[HERE], max_age=365 * DAY)})
    assert actions(select([first(1, 300 * DAY), first(2, 400 * DAY)], terms)) == {1: "publish", 2: "seen"}


def test_first_run_of_none_publishes_nothing_at_first() -> None:
    terms = replace(TERMS, limits=Limits(first_run=0))
    assert actions(select([first(1, DAY)], terms)) == {1: "seen"}


def test_age_is_measured_from_the_last_successful_poll_so_that_a_month_off_loses_nothing() -> None:
    since = NOW - 30 * DAY
    back = [
        candidate(1, 29 * DAY, since=since),
        candidate(2, 36 * DAY, since=since),
        candidate(3, 38 * DAY, since=since),
    ]
    assert actions(select(back, TERMS)) == {1: "publish", 2: "publish", 3: "seen"}


def test_a_feeds_own_max_age_wins() -> None:
    terms = replace(TERMS, sources={HERE: replace(SOURCES[HERE], max_age=DAY)})
    assert actions(select([candidate(1, 3 * DAY), candidate(2, timedelta(hours=25))], terms)) == {
        1: "seen",
        2: "publish",
    }


def test_for_a_past_day_ages_are_measured_from_its_end() -> None:
    terms = replace(TERMS, until=NOW - 3 * DAY)
    assert actions(select([candidate(1, 9 * DAY)], terms)) == {1: "publish"}
    assert actions(select([candidate(1, 9 * DAY)], TERMS)) == {1: "seen"}


def test_sources_named_on_the_command_line_are_measured_from_the_day() -> None:
    feed = Feed(
        "Feed",
        tuple(Entry(f"{days}", f"Title {days}", "Text.", "text", published=NOW - days * DAY) for days in (1, 6, 8)),
        format="rss20",
    )
    assert actions(select(candidates_of(feed, HERE, now=NOW), TERMS)) == {0: "publish", 1: "publish", 2: "seen"}


def test_a_page_or_file_of_its_own_is_never_too_old() -> None:
    page = Feed("Page", (Entry("a", "A", "Text.", "text", published=datetime(2001, 1, 1, tzinfo=UTC)),), format="text")
    assert actions(select(candidates_of(page, HERE, now=NOW), TERMS)) == {0: "publish"}


def test_over_the_feeds_limit_the_newest_stay_and_the_rest_is_counted() -> None:
    terms = replace(TERMS, limits=Limits(per_feed=2))
    found = select([candidate(key, timedelta(hours=key)) for key in (3, 1, 2)], terms)
    assert actions(found) == {1: "publish", 2: "publish", 3: "more"}
    assert "limit of 2" in found[-1].reason


def test_the_feeds_limit_is_the_days_and_not_the_runs() -> None:
    terms = replace(TERMS, limits=Limits(per_feed=2))
    assert actions(select([candidate(1), candidate(2)], terms, taken={HERE: 1})) == {1: "publish", 2: "more"}


def test_a_feeds_own_limit_wins() -> None:
    terms = replace(TERMS, sources={HERE: replace(SOURCES[HERE], limit=0)})
    assert actions(select([candidate(1)], terms)) == {1: "more"}


def test_what_a_filter_dropped_takes_no_room() -> None:
    found = select([first(key, key * DAY) for key in (1, 2, 3, 4)], TERMS, dropped={1: "excluded by title"})
    assert actions(found) == {1: "seen", 2: "publish", 3: "publish", 4: "publish"}
    assert found[0].reason == "excluded by title"


def test_feeds_not_asked_for_stay_undecided() -> None:
    terms = replace(TERMS, sources={THERE: SOURCES[THERE]})
    assert actions(select([candidate(1), candidate(2, feed=THERE)], terms)) == {1: "wait", 2: "publish"}


def test_of_one_page_in_two_feeds_the_fullest_text_is_chosen() -> None:
    found = select([candidate(1, address=b"p", size=0), candidate(2, feed=THERE, address=b"p", size=900)], TERMS)
    assert found == (Decision(1, "seen", "the same page as in Two", 2), Decision(2, "publish", "new"))


def test_of_equal_copies_the_first_source_is_chosen() -> None:
    found = select([candidate(1, feed=THERE, address=b"p"), candidate(2, address=b"p")], TERMS)
    assert actions(found) == {1: "seen", 2: "publish"}


def test_entries_of_one_feed_that_share_an_address_but_not_the_title_are_all_told() -> None:
    found = select([candidate(1, address=b"p"), candidate(2, address=b"p")], TERMS)
    assert actions(found) == {1: "publish", 2: "publish"}


def test_a_guid_that_changed_is_no_new_entry() -> None:
    found = select([candidate(1, address=b"p", title="A  b"), candidate(2, address=b"p", title="a B")], TERMS)
    assert actions(found) == {1: "publish", 2: "seen"}


def test_what_a_digest_held_under_another_identity_is_not_told_again() -> None:
    found = select([candidate(1, twin="in the digest of 2026-11-20 already, from One")], TERMS)
    assert found == (Decision(1, "seen", "in the digest of 2026-11-20 already, from One"),)


@pytest.mark.parametrize(
    ("published", "corrected"),
    [
        (NOW - DAY, NOW - DAY),
        (NOW + timedelta(hours=5), NOW),
        (NOW + timedelta(hours=25), None),
        (datetime(2099, 1, 1, tzinfo=UTC), None),
        (datetime(1970, 1, 1, tzinfo=UTC), None),
        (datetime(1, 1, 1, tzinfo=UTC), None),
        (datetime(2026, 11, 21, 8), NOW - DAY),  # noqa: DTZ001 - a feed that names no zone
        (None, None),
    ],
)
def test_dates_that_lie_are_corrected(published: datetime | None, corrected: datetime | None) -> None:
    assert dated(Entry("a", "A", "", "text", published=published), NOW).published == corrected


def test_a_day_before_the_last_digest_is_refused_with_the_way_out() -> None:
    with pytest.raises(ConfigError, match="digest rebuild 2026-11-20"):
        check_day(date(2026, 11, 20), date(2026, 11, 21))


@pytest.mark.parametrize("last", [None, date(2026, 11, 20), date(2026, 11, 19)])
def test_other_days_are_welcome(last: date | None) -> None:
    check_day(date(2026, 11, 20), last)


candidates = st.lists(
    st.builds(
        Candidate,
        key=st.integers(1, 1000),
        feed=st.sampled_from([HERE, THERE, "https://gone.example/"]),
        title=st.sampled_from(["A", "B", "C"]),
        url=st.none(),
        time=st.integers(0, 60 * 24).map(lambda hours: NOW - timedelta(hours=hours)),
        place=st.integers(0, 5),
        since=st.sampled_from([NOW - DAY, NOW - 9 * DAY]),
        first=st.booleans(),
        single=st.booleans(),
        address=st.sampled_from([None, None, b"p", b"q"]),
        twin=st.sampled_from([None, None, None, "told before"]),
        size=st.integers(0, 3),
    ),
    unique_by=lambda candidate: candidate.key,
    max_size=25,
)


@given(candidates, st.randoms(use_true_random=False), st.integers(0, 4), st.integers(0, 4))
def test_every_candidate_gets_one_decision_whatever_their_order(brought, random, per_feed, first_run) -> None:
    terms = replace(TERMS, limits=Limits(per_feed=per_feed, first_run=first_run))
    found = select(brought, terms)
    assert sorted(decision.key for decision in found) == sorted(candidate.key for candidate in brought)
    assert all(decision.reason for decision in found)
    shuffled = list(brought)
    random.shuffle(shuffled)
    assert select(shuffled, terms) == found
    published = [c for c in brought if actions(found)[c.key] == "publish"]
    assert all(sum(c.feed == feed for c in published) <= per_feed for feed in SOURCES)
    assert all(c.feed in SOURCES and not c.twin for c in published)


@given(candidates)
def test_a_copy_gives_way_only_to_one_that_is_told(brought) -> None:
    found = {decision.key: decision for decision in select(brought, TERMS)}
    assert all(found[made.twin].action in ("publish", "more") for made in found.values() if made.twin is not None)


def test_what_no_digest_asked_for_grows_old_only_when_its_feed_was_read_again_later() -> None:
    arrived = NOW - timedelta(days=30)
    waiting = Candidate(
        key=1,
        feed="https://a.example/",
        title="A",
        url=None,
        time=arrived,
        since=arrived - timedelta(hours=1),
        first_seen=arrived,
    )
    sources = {"https://a.example/": Source("https://a.example/")}
    dead_since_then = Terms(sources, Limits(), NOW, polled={"https://a.example/": arrived})
    read_since = Terms(sources, Limits(), NOW, polled={"https://a.example/": NOW - timedelta(days=1)})
    assert [made.action for made in select([waiting], dead_since_then)] == ["publish"]
    assert [made.action for made in select([waiting], read_since)] == ["seen"]


def test_a_page_of_its_own_is_no_feed_whose_first_poll_is_cut() -> None:
    page = Candidate(key=1, feed="a.txt", title="A", url=None, time=NOW, first=True, single=True)
    (made,) = select([page], Terms({"a.txt": Source("a.txt", local=True)}, Limits(first_run=0), NOW))
    assert made.action == "publish"
