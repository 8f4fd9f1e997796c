"""What several articles of a story say is said once, where the leading one says it, and in its name."""

from __future__ import annotations

from dataclasses import replace

from digest.models import Summary
from digest.points import merged_points
from tests.outputs_data import article, summary

LEAD = "A ferry ran aground off Cape Wray at dawn with ninety people on board."
RESCUE = "Lifeboats from three harbours took every passenger ashore within the hour."
CAUSE = "The helmsman had mistaken a fishing boat for the light of the pier."
OWN = "Divers will look at the hull on Thursday before a tug pulls it free."


def told(publisher: str, *sentences: str, by: tuple[str, ...], title: str = "Trouble at sea") -> Summary:
    """Summarize an article that holds these sentences; `by` are those of its points, the best first."""
    made: Summary = summary(article(title, sentences, publisher=publisher, slug=publisher), points=len(sentences))
    points = [replace(p, score=1 - by.index(p.text) / 10) for p in made.key_points if p.text in by]
    return replace(made, key_points=tuple(points))


def test_a_sentence_of_both_is_the_leading_articles_and_stands_first_as_it_does_there() -> None:
    leading = told("Echo", LEAD, RESCUE, CAUSE, by=(RESCUE, LEAD, CAUSE))
    copy = told("Daily", LEAD, RESCUE, CAUSE, by=(LEAD, RESCUE, CAUSE))
    assert merged_points([leading, copy], 3) == leading.key_points


def test_white_space_and_case_make_no_other_sentence() -> None:
    leading = told("Echo", LEAD, RESCUE, CAUSE, by=(RESCUE, LEAD, CAUSE))
    copy = told("Daily", LEAD.upper(), RESCUE, CAUSE, by=(LEAD.upper(), RESCUE, CAUSE))
    assert merged_points([leading, copy], 3) == leading.key_points


def test_what_only_the_other_chose_stands_where_the_leading_article_has_it() -> None:
    leading = told("Echo", LEAD, RESCUE, CAUSE, by=(CAUSE, RESCUE))
    copy = told("Daily", LEAD, OWN, by=(LEAD, OWN))
    points = merged_points([leading, copy], 4)
    assert [point.text for point in points] == [LEAD, RESCUE, CAUSE, OWN]
    assert [point.citation.publisher for point in points] == ["Daily", "Echo", "Echo", "Daily"]
