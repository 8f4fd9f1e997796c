"""What holds for every output, and the whole of each beside the golden files (`make golden` writes them anew)."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, timedelta
from html import unescape
from pathlib import Path

import pytest
import yaml

from digest.errors import ConfigError
from digest.models import Overflow, Section
from digest.outputs._feed import entry_of
from digest.outputs._phrases import Phrases, known, phrases_for
from digest.registry import load, names
from digest.settings import EmailSettings, OutputSettings
from tests import outputs_data as data

GOLDEN = Path(__file__).parent / "golden" / "outputs"
OUTPUTS = names("outputs")
TEXTS = tuple(name for name in OUTPUTS if name != "eml")
SETTINGS = OutputSettings()
EMAIL = EmailSettings(
    sender="The Digest <digest@example.org>",
    reply_to="Editor <editor@example.org>",
    unsubscribe=("mailto:leave@example.org?subject=leave", "https://example.org/leave?list=1"),
)
DIGESTS = {
    "digest": data.digest,
    "large": lambda: data.large(15),
    "empty": data.empty,
    "rtl": data.right_to_left,
}


def as_bytes(rendered):
    return rendered if isinstance(rendered, bytes) else rendered.encode()


@pytest.fixture
def hold(request):
    """Compare with a golden file, or write it where pytest is told so."""

    def compare(path, rendered):
        content = as_bytes(rendered)
        if request.config.getoption("--golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        assert content == path.read_bytes(), f"{path.name} differs; `make golden`, and look at the difference"

    return compare


@pytest.mark.parametrize("name", OUTPUTS)
def test_digest_is_as_before(hold, name):
    hold(GOLDEN / f"digest.{name}", load("outputs", name).render_digest(data.digest(), SETTINGS, EMAIL))


@pytest.mark.parametrize("name", TEXTS)
def test_summaries_are_as_before(hold, name):
    rendered = load("outputs", name).render_summaries(data.summaries(), data.PROBLEMS, claims=True, stories=True)
    hold(GOLDEN / f"summaries.{name}", rendered)


@pytest.mark.parametrize("name", OUTPUTS)
def test_names_are_what_the_user_types(name):
    output = load("outputs", name)
    assert output.ENDING.startswith(".")
    assert isinstance(output.render_digest(data.digest(), SETTINGS), bytes if output.BINARY else str)


@pytest.mark.parametrize("kind", DIGESTS)
@pytest.mark.parametrize("name", OUTPUTS)
def test_same_digest_same_bytes(name, kind):
    render = load("outputs", name).render_digest
    assert as_bytes(render(DIGESTS[kind](), SETTINGS, EMAIL)) == as_bytes(render(DIGESTS[kind](), SETTINGS, EMAIL))


@pytest.mark.parametrize("name", [name for name in OUTPUTS if name != "eml"])
def test_everything_said_is_shown(name):
    shown = " ".join(load("outputs", name).render_digest(data.digest(), SETTINGS).replace("&amp;", "&").split())
    for part in (
        "Coastal states agree on a shared fishing quota",
        "Ministry of Fisheries & Coasts",
        "Northline",
        "Open Desk",
        "A lighthouse is sold by lottery",
        "Slow Gazette",
        "مرصد جديد يرسم حلقة",
    ):
        assert part in shown, part


@pytest.mark.parametrize("name", ["md", "txt", "html", "terminal"])
def test_who_says_it_is_told_from_where_it_was_published(name):
    rendered = load("outputs", name).render_digest(data.digest(), SETTINGS)
    plain = re.sub(r"<[^>]*>|\[\d+\]|\]\([^)]*\)|\[", "", rendered)
    plain = " ".join(unescape(plain).replace("•", "").split())
    assert "— Ministry of Fisheries & Coasts, via The Harbour Post" in plain
    assert "— unattributed (“is said to”), via The Harbour Post" in plain
    assert "— “he” (unclear), via Northline" in plain
    assert "Reported by 4 outlets: The Harbour Post" in plain
    assert "from January. — " not in plain


@pytest.mark.parametrize("name", OUTPUTS)
def test_empty_day_says_so(name):
    rendered = as_bytes(load("outputs", name).render_digest(data.empty(), OutputSettings(write_empty=True)))
    assert b"Nothing new today" in rendered or b'"sections": []' in rendered
    assert b"word for word" not in b" ".join(rendered.split())


@pytest.mark.parametrize("name", ["md", "txt", "html", "terminal"])
def test_text_and_claims_of_articles_come_only_where_asked_for(name):
    render = load("outputs", name).render_summaries
    bare, full = render(data.summaries()), render(data.summaries(), text=True, claims=True)
    assert "The text runs to 212 pages." in " ".join(full.split())
    assert "The text runs to 212 pages." not in " ".join(bare.split())
    assert "who says what" in full.lower()
    assert "who says what" not in bare.lower()


def test_a_mail_is_made_of_a_digest():
    with pytest.raises(ConfigError, match="made of a digest"):
        load("outputs", "eml").render_summaries(data.summaries())


def test_links_of_a_text_are_numbered_through_and_listed_once():
    digest = replace(data.digest(), introduction="Read [this](https://example.org/this).")
    text = load("outputs", "txt").render_digest(digest, SETTINGS, EMAIL)
    listed = re.findall(r"^\[(\d+)\] (http\S+)$", text, re.MULTILINE)
    assert [int(number) for number, _ in listed] == list(range(1, len(listed) + 1))
    assert len({address for _, address in listed}) == len(listed)
    told, _, rest = text.partition(f"[1] {listed[0][1]}")
    assert "http" not in told  # no bare address stands among the sentences
    assert {int(number) for number in re.findall(r"\[(\d+)\]", told)} == {int(number) for number, _ in listed}
    assert "Unsubscribe: https://example.org/leave" in rest


def test_links_to_sentences_stand_below_their_page():
    text = load("outputs", "txt").render_digest(data.digest(), SETTINGS)
    rows = re.findall(r"^(\[\d+\]|   ) (http\S+)$", text, re.MULTILINE)
    page = ""
    for mark, address in rows:
        page = address if mark.strip() else page
        assert address == page or address.startswith(f"{page}#:~:text=")
    assert len({address for _, address in rows}) == len(rows) > len(re.findall(r"^\[", text, re.MULTILINE))


def test_articles_one_below_the_other_number_their_links_through():
    text = load("outputs", "txt").render_summaries((data.summaries()[0], data.digest().stories[1].summaries[0]))
    numbers = [int(number) for number in re.findall(r"^\[(\d+)\] http", text, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert text.index("[1] http") < text.index("Heavy rain") < text.index(f"[{numbers[-1]}] http")


def test_undated_entries_show_no_time():
    lines = load("outputs", "txt").render_digest(data.digest(), SETTINGS).split("\n")
    assert "Tech Ledger · 1 min read" in lines


def test_times_are_those_of_the_digest_zone():
    lines = load("outputs", "txt").render_digest(data.digest(), SETTINGS).split("\n")
    assert "07:10 · 1 min read" in lines
    assert "Northline · Yesterday 07:40 · 1 min read" in lines


@pytest.mark.parametrize("language", sorted(known()))
def test_languages_have_all_the_words(language):
    phrases = phrases_for(f"{language}-XX")
    assert phrases.language == language
    assert len(phrases.weekdays) == 7
    assert len(phrases.months) == 12
    digest = replace(data.digest(), language=language, number=3)
    for name in ("txt", "html", "eml"):
        assert load("outputs", name).render_digest(digest, SETTINGS, EMAIL)
    assert "Unsubscribe" in phrases.unsubscribe
    for key in Phrases.__slots__:
        words = getattr(phrases, key)
        assert words
        if key in {"stories", "outlets", "failed", "shortened", "dropped"} and language not in {"ar", "he"}:
            assert all("{n}" in form for form in words)


RIGHT_TO_LEFT = {
    "ar": ("أخبار أخرى", "دقيقة"),
    "fa": ("خبرهای دیگر", "دقیقه"),
    "he": ("ידיעות נוספות", "דק׳"),
}


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_right_to_left_pages_have_their_own_letters_and_headings(language):
    base = data.right_to_left()
    digest = replace(base, language=language, sections=(base.sections[0], replace(base.sections[1], id="")))
    page = load("outputs", "html").render_digest(digest, SETTINGS)
    assert "letter-spacing" not in page
    assert "Georgia" not in page
    assert "'Geeza Pro'" in page
    more, minutes = RIGHT_TO_LEFT[language]
    for shown in (page, load("outputs", "txt").render_digest(digest, SETTINGS)):
        assert more in shown
        assert minutes in shown
        assert "World" not in shown.replace("World:", "")
    assert json.loads(load("outputs", "json").render_digest(digest, SETTINGS))["sections"][1]["title"] == more
    assert "letter-spacing" in load("outputs", "html").render_digest(data.digest(), SETTINGS)


def test_what_is_in_no_section_is_more_only_beside_others():
    (first, *others) = data.digest().sections
    unsorted = replace(first, id="", title="More")
    for sections, shown in (((unsorted,), "STORIES"), ((*others, unsorted), "MORE")):
        text = load("outputs", "txt").render_digest(replace(data.digest(), sections=sections), SETTINGS)
        assert f"\n{shown}   " in text


@pytest.mark.parametrize(
    ("minutes", "shown"),
    [(1, "قراءة دقيقة واحدة"), (2, "قراءة دقيقتين"), (3, "قراءة 3 دقائق"), (11, "قراءة 11 دقيقة")],
)
def test_minutes_in_arabic_have_their_forms(minutes, shown):
    assert phrases_for("ar").reading(minutes) == shown


def test_who_says_it_and_where_are_parted_as_the_language_does():
    for name in ("txt", "html", "md", "terminal"):
        text = load("outputs", name).render_digest(data.right_to_left(), SETTINGS)
        plain = " ".join(unescape(re.sub(r"<[^>]*>", "", text)).split())
        assert "الباحثون، عبر" in plain
        assert "Northline، City Wire" in re.sub(r" ?\[\d+\]|\]\([^)]*\)|\[", "", plain)


def test_unknown_languages_are_spoken_to_in_english():
    assert phrases_for("xx").language == "en"
    assert phrases_for("").language == "en"
    assert 'lang="en" dir="ltr"' in load("outputs", "html").render_digest(
        replace(data.digest(), language="und"), SETTINGS
    )


@pytest.mark.parametrize(
    ("days", "shown"),
    [(0, "08:40"), (1, "Yesterday 08:40"), (2, "20 November"), (400, "18 October 2025"), (-1, "23 November")],
)
def test_times_are_told_as_seen_from_the_day(days, shown):
    published = data.AT - timedelta(days=days, hours=1)
    assert phrases_for("en").moment(published.astimezone(UTC), data.DAY, data.AT.tzinfo) == shown


@pytest.mark.parametrize("name", ["md", "html", "txt", "entry"])
@pytest.mark.parametrize(("hours", "timed"), [(1, True), (20, True), (60, False)])
def test_the_zone_is_named_where_a_time_is_shown(name, hours, timed):
    story = data.single("The ferry is freed", ["Tugs freed the ferry."], "City Wire", "ferry", hours=hours)
    told = replace(data.digest(), sections=(Section("world", "World", (story,)),))
    shown = entry_of(told, SETTINGS).html if name == "entry" else load("outputs", name).render_digest(told, SETTINGS)
    assert ("Times are Europe/Stockholm." in " ".join(shown.split())) == timed
    assert bool(re.search(r"\b\d\d:\d\d\b", shown)) == timed


def test_what_a_section_had_no_room_for_is_counted_and_linked():
    digest = data.digest()
    more = tuple(Overflow(f"Title {n}", f"https://a.example/{n}") for n in range(30))
    digest = replace(digest, sections=(replace(digest.sections[0], more=more),))
    for name in ("md", "html", "txt"):
        rendered = " ".join(load("outputs", name).render_digest(digest, SETTINGS).split())
        assert "30 more" in rendered
        assert "https://a.example/19" in rendered
        assert "and 10 not listed" in rendered
        assert "https://a.example/20" not in rendered


def test_a_section_of_nothing_but_more_is_shown():
    digest = replace(data.digest(), sections=(Section("x", "Xylophones", (), (Overflow("One", None),)),))
    assert "1 more: One" in load("outputs", "txt").render_digest(digest, SETTINGS)


def test_equal_headlines_get_headings_of_their_own():
    story = data.digest().sections[1].stories[1]
    digest = replace(data.digest(), sections=(Section("a", "A", (story, story, story)), Section("b", "A", (story,))))
    headings = re.findall(r"^#+ .*", load("outputs", "md").render_digest(digest, SETTINGS), re.MULTILINE)
    assert len(headings) == len(set(headings)) == 8


@pytest.mark.parametrize("preset", ["none", "obsidian", "hugo", "jekyll"])
def test_front_matter_is_yaml_with_a_title_only_where_a_theme_shows_it(preset):
    digest = replace(data.digest(), title='Quotes " and: colons #1')
    rendered = load("outputs", "md").render_digest(digest, OutputSettings(front_matter=preset))
    if preset == "none":
        assert rendered.startswith("# Quotes")
        return
    _, front, body = rendered.split("---\n", 2)
    facts = yaml.safe_load(front)
    titled = preset in {"hugo", "jekyll"}
    assert ("title" in facts) == titled
    assert ("\n# " in body) != titled
    assert 'Quotes " and: colons #1' in str(facts)
    assert facts["tags"] == ["digest"]


def test_users_text_has_a_line_to_stand_below():
    from digest.outputs.md import MARKER

    assert load("outputs", "md").render_digest(data.digest(), SETTINGS).endswith(f"\n{MARKER}\n")


def test_terminal_shows_colour_and_links_only_where_they_are_wanted():
    from digest.outputs.terminal import Look, look_of

    terminal = load("outputs", "terminal")
    assert "\x1b" not in terminal.render_digest(data.digest(), SETTINGS)
    colourful = terminal.render_digest(data.digest(), SETTINGS, look=Look(60, color=True))
    assert "\x1b]8;" in colourful
    assert "https://northline.example/brenner" in colourful
    assert look_of(200, {}, is_terminal=True) == Look(200, color=True)
    assert look_of(80, {"NO_COLOR": "1"}, is_terminal=True) == Look(80, color=False)
    assert look_of(80, {"NO_COLOR": ""}, is_terminal=True).color
    assert not look_of(80, {"TERM": "dumb"}, is_terminal=True).color
    assert not look_of(80, {}, is_terminal=False).color


def test_terminal_output_of_links_is_the_same_each_time():
    from digest.outputs.terminal import Look

    look = Look(80, color=True)
    render = load("outputs", "terminal").render_digest
    assert render(data.digest(), SETTINGS, look=look) == render(data.digest(), SETTINGS, look=look)
