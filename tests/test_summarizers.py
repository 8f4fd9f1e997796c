from __future__ import annotations

import math
import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest import registry
from digest.segment import segment
from digest.summarizers import auto
from digest.summarizers._vocabulary import vocabulary
from digest.terms import Segmented

METHODS = registry.names("summarizers")
TEXT = """The ferry Sølvi crossed the sound on Monday without a drop of fuel, the first ship of its size to do so.

The ship carried 140 passengers and took four hours. The diesel ferry takes three. Its owner plans two more by 2028.

“We pay more once and less every day,” said the owner's director, Astrid Holme. Passengers noticed the quiet. A band was
heard from far out. The owner says that each ship will cost 19 million marks. The ship must be charged at the quay in
winter. No port has a strong enough cable yet. The town wants to lay one. The council will vote on the cable in May."""


def segmented(text: str, language: str = "en", title: str = "") -> Segmented:
    sentences = segment(text, language)
    return Segmented(title, sentences, language, (True,) * len(sentences))


def rank(method: str, article: Segmented) -> tuple[float, ...]:
    scores: tuple[float, ...] = registry.load("summarizers", method).rank(article)
    return scores


def test_all_methods_of_the_contract_are_there() -> None:
    assert set(METHODS) == {
        "auto", "lead", "lexrank", "textrank", "lsa", "luhn", "edmundson", "sumbasic", "kl", "reduction",
    }  # fmt: skip


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    "text",
    [
        "",
        "One.",
        "...",
        "Same words here. Same words here. Same words here.",
        "A. B? C!",
        "The of and. But the. Or of.",
        TEXT,
        "我去了。你呢？",
    ],
)
@pytest.mark.parametrize("language", ["en", "xx"])
def test_one_finite_score_a_sentence(method: str, text: str, language: str) -> None:
    article = segmented(text, language, title="A title")
    scores = rank(method, article)
    assert len(scores) == len(article.sentences)
    assert all(isinstance(score, float) and math.isfinite(score) for score in scores)
    assert rank(method, segmented(text, language, title="A title")) == scores


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["The ship sank.", "Rain fell!", "“No,” he said.", "...", "Who?", "Ships sink in rain.\n\n", "5 6 7."]
        ),
        max_size=12,
    ),
    st.sampled_from(METHODS),
)
def test_any_text_is_ranked(parts: list[str], method: str) -> None:
    article = segmented(" ".join(parts))
    scores = rank(method, article)
    assert len(scores) == len(article.sentences)
    assert all(map(math.isfinite, scores))


@pytest.mark.parametrize("method", ["lexrank", "textrank", "lsa", "kl", "auto"])
def test_a_very_long_text_is_ranked_its_end_last(method: str) -> None:
    article = segmented(" ".join(f"Ship {number} met the ice near port {number % 7}." for number in range(700)))
    scores = rank(method, article)
    assert len(scores) == 700
    assert max(scores[400:]) <= min(scores[:100])
    assert list(scores[400:]) == sorted(scores[400:], reverse=True)


def test_lead_falls_with_the_place() -> None:
    scores = rank("lead", segmented(TEXT))
    assert list(scores) == sorted(set(scores), reverse=True)


@pytest.mark.parametrize("method", sorted(set(METHODS) - {"lead"}))
def test_methods_do_not_just_repeat_the_lead(method: str) -> None:
    scores = rank(method, segmented(TEXT))
    assert sorted(range(len(scores)), key=lambda at: (-scores[at], at)) != list(range(len(scores)))


def test_words_are_numbered_once_and_pairs_stay_within_sentences() -> None:
    known = vocabulary(segmented("The ship sank. Other ships sail."))
    assert known.words.spellings == ("the", "ship", "sank", "other", "ships", "sail")
    assert [known.stems.spellings[at] for at in known.stems.ids] == ["the", "ship", "sank", "other", "ship", "sail"]
    assert [known.terms.spellings[at] for at in known.terms.ids] == ["ship", "sank", "ship", "sail"]
    codes, rows = known.terms.neighbours()
    pairs = [divmod(code, len(known.terms.spellings)) for code in codes.tolist()]
    assert [(known.terms.spellings[one], known.terms.spellings[other]) for one, other in pairs] == [
        ("ship", "sank"),
        ("ship", "sail"),
    ]
    assert rows.tolist() == [0, 1]


def test_edmundson_heeds_the_title() -> None:
    article = segmented(TEXT, title="The quiet that passengers noticed")
    at = next(sentence.index for sentence in article.sentences if "quiet" in sentence.text)
    plain, titled = rank("edmundson", segmented(TEXT)), rank("edmundson", article)
    assert titled[at] - titled[2] > plain[at] - plain[2]


def test_auto_puts_three_usable_sentences_above_all_others() -> None:
    article = segmented(TEXT)
    scores = auto.rank(article)
    top = sorted(scores, reverse=True)
    assert top[2] >= 0.5 > top[3]
    barred = {at for at, score in enumerate(scores) if score >= 0.5}
    usable = tuple(at not in barred for at in range(len(scores)))
    again = auto.rank(Segmented("", article.sentences, "en", usable))
    assert not barred & {at for at, score in enumerate(again) if score >= 0.5}


def test_words_of_the_opening_that_come_again_are_likelier_to_be_in_a_summary() -> None:
    import numpy as np

    from digest.summarizers._features import measure
    from digest.summarizers._overlap import chances, overlap

    article = segmented("A ferry sank. The ferry carried cars. " + "Nobody knows why it happened. " * 5 + "A gull sat.")
    weights = auto._weights()
    found = overlap(article, measure(article), np.zeros(8), np.array([0, 1, 2, 7]))
    words, pairs = chances(found, weights.words, weights.pairs)
    chance = dict(zip(found.spellings, words.tolist(), strict=True))
    assert chance["ferri"] > chance["gull"]
    assert len(pairs) == len({(one, other) for one, other in found.ends.tolist()}) == 2 + 3 + 4 + 2
    held, _, worth = found.sets(np.array([[0, 1, 2], [0, 1, 7]]))
    assert [held[0][found.spellings.index(word)] for word in ("ferri", "gull")] == [True, False]
    assert worth[0] < worth[1]
    alone = overlap(article, measure(article), np.zeros(8), np.array([0, 1, 2, 7]), paired=False)
    assert alone.pairs.shape[0] == alone.holds_pair.shape[1] == 0
    assert chances(alone, weights.words, weights.pairs)[0].tolist() == words.tolist()


def test_words_of_the_title_are_likelier_to_be_in_a_summary() -> None:
    lines = "A ferry sank. The captain swam. A gull sat. The harbour froze."
    plain, titled = (auto.features(segmented(lines, title=title)) for title in ("", "Gulls in winter"))
    assert titled[2]["likely_words"] > plain[2]["likely_words"]
    assert titled[1]["likely_words"] == plain[1]["likely_words"]


def test_sentences_of_one_word_hold_no_pairs() -> None:
    article = segmented("Fire!\n\nSmoke!\n\nAshes!\n\nSilence!")
    assert len(set(auto.rank(article))) > 1


@pytest.mark.parametrize("gap", [" ", ",", "/"])
def test_auto_looks_no_farther_than_an_article_goes(gap: str) -> None:
    import tracemalloc

    lines = " ".join(gap.join(f"w{number}x{at}" for at in range(750)).capitalize() + "." for number in range(400))
    article = segmented(lines)
    tracemalloc.start()
    scores = auto.rank(article)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(scores) == len(article.sentences) > 50
    assert list(scores[40:]) == sorted(scores[40:], reverse=True)
    assert peak < 100e6


def test_auto_bears_endless_words_and_sentences() -> None:
    for text in ("A" * 300_000, "The council met " * 50_000):
        assert all(math.isfinite(score) for score in auto.rank(segmented(f"{text}. One. Two. Three.")))


@pytest.mark.parametrize("reason", ["titled", "cased"])
def test_only_with_a_title_or_with_capitals_the_first_sentence_counts_for_more(reason: str) -> None:
    import numpy as np

    from digest.summarizers._features import measure
    from digest.summarizers._sets import SET_NAMES, together

    described, sets = measure(segmented(TEXT)), np.array([[0, 1, 3], [1, 2, 3]])
    column = SET_NAMES.index(f"opens_{reason}")
    with_it = together(described, np.zeros(20), sets, **{"titled": False, "cased": False, reason: True})
    without = together(described, np.zeros(20), sets, **{"titled": True, "cased": True, reason: False})
    assert with_it[:, column].tolist() == [1, 0]
    assert without[:, column].tolist() == [0, 0]
    assert auto._weights().together[f"opens_{reason}"] > 0


@pytest.mark.parametrize(
    ("text", "cased"),
    [
        (TEXT, True),
        (TEXT.lower(), False),
        ("The ferry of sølvi sank. Nobody of its crew was hurt. All swam.", False),
        ("我去了，他没有去。 你呢？ 他们 都 去了。", True),
        ("1 2 3. 4 5.", False),
    ],
)
def test_a_text_that_lost_its_capitals_is_known(text: str, cased: bool) -> None:
    assert segmented(text).cased == cased


def test_auto_without_three_usable_sentences_ranks_all() -> None:
    article = segmented(TEXT)
    scores = auto.rank(Segmented("", article.sentences, "en", (False,) * len(article.sentences)))
    assert max(scores) < 0.5
    assert len(set(scores)) > 1


def test_auto_tells_its_features() -> None:
    article = segmented(TEXT)
    rows = auto.features(article)
    assert len(rows) == len(article.sentences)
    assert all(math.isfinite(value) for row in rows for value in row.values())
    assert rows[0]["log_position"] == 0
    assert all(0 < row["likely_words"] < 1 for row in rows)


def test_the_weights_are_those_of_the_features() -> None:
    from digest.summarizers._features import NAMES
    from digest.summarizers._overlap import PAIR_NAMES, WORD_NAMES
    from digest.summarizers._sets import SET_NAMES

    weights = auto._weights()
    assert set(weights.words) == {*WORD_NAMES, "bias"}
    assert set(weights.pairs) == {*PAIR_NAMES, "bias"}
    assert set(weights.alone) == set(weights.member) == set(NAMES)
    assert set(weights.together) == set(SET_NAMES)


def test_the_same_scores_whatever_the_order_of_sets() -> None:
    code = (
        "import sys; sys.path[:0] = ['tests', '.']; from test_summarizers import *; "
        "print([rank(method, segmented(TEXT)) for method in METHODS])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


@pytest.mark.parametrize("method", ["auto", "lead"])
def test_our_own_methods_import_nothing_of_sumy(method: str) -> None:
    code = (
        "import sys; sys.path[:0] = ['tests', '.']; from digest import registry; from digest.segment import segment; "
        "from digest.terms import Segmented; found = segment('One ship. Two ships. Three ships. Four.', 'en'); "
        f"registry.load('summarizers', '{method}').rank(Segmented('', found, 'en', (True,) * 4)); "
        "print(sorted({'sumy', 'nltk'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"
