"""What files, publishers, speakers and periods are called, and that each is said once."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from email import message_from_bytes, policy
from html import unescape

import pytest

from digest.arrange import Frame, arrange
from digest.citation import headline_of, place_of
from digest.errors import Problem
from digest.models import Article, Attribution, Overflow, Section
from digest.outputs._credit import credit_of, speaks
from digest.outputs._phrases import known, phrases_for
from digest.pipeline import feed_name
from digest.registry import load
from digest.settings import Config, OutputSettings, Source
from tests import outputs_data as data

SETTINGS = OutputSettings()
SHOWN = ("html", "txt", "terminal")
ENGLISH = phrases_for("en")


def words(rendered):
    """Give what a reader sees."""
    plain = re.sub(r"<style.*?</style>|<title>.*?</title>|<!--.*?-->", "", rendered, flags=re.DOTALL)
    plain = re.sub(r"</?(?:p|li|h\d|td)\b[^>]*>", " ", plain)
    plain = re.sub(r"<[^>]*>", "", plain)
    return " ".join(unescape(plain).replace("•", "").split())


def nameless(path="notes/seed.txt", title="", publisher=None, said=None, language="en"):
    """Summarize a file that says nothing of itself."""
    made = replace(
        data.article(title, ["A first sentence.", "A second one, the board said."], publisher="x", url=False),
        file=path,
        publisher=publisher,
        language=language,
        id=f"id-{path.rpartition('/')[2]}",
        published=None,
    )
    return data.summary(made, (None, said))


def arranged(*summaries, config=None, **more):
    frame = Frame(data.DAY, datetime(2026, 11, 22, tzinfo=UTC), **more)
    return arrange(summaries, config or Config(), frame).digest


@pytest.mark.parametrize("name", SHOWN)
def test_a_file_is_named_once_a_story(name):
    one = nameless(said=data.attribution("The board"))
    for rendered in (
        load("outputs", name).render_digest(arranged(one), SETTINGS),
        load("outputs", name).render_summaries((one,)),
    ):
        seen = words(rendered)
        assert seen.count("seed.txt") == 1
        assert "notes/" not in seen
        assert "— The board" in seen
        assert "via" not in seen


@pytest.mark.parametrize("name", SHOWN)
def test_a_file_with_a_publisher_is_named_in_the_heading_alone(name):
    seen = words(load("outputs", name).render_digest(arranged(nameless(publisher="Fathom")), SETTINGS))
    page = name == "html"  # where the headline cannot lead to the file, and a mail's other part cannot
    assert ("Fathom · seed.txt · 1 min" if page else "Fathom · 1 min") in seen
    assert seen.count("seed.txt") == page
    assert seen.count("Fathom") == 3


def test_markdown_names_a_file_with_a_publisher_by_its_link_alone():
    rendered = load("outputs", "md").render_digest(arranged(nameless(publisher="Fathom")), SETTINGS)
    assert "### [seed](notes/seed.txt)\n\nFathom · 1 min read\n" in rendered


@pytest.mark.parametrize("name", SHOWN)
def test_points_of_several_files_stand_below_the_name_of_theirs(name):
    rendered = load("outputs", name).render_summaries((nameless(), nameless("b.txt", said=data.attribution("She"))))
    assert words(rendered).count("seed.txt") == 1
    assert words(rendered).count("b.txt") == 1
    assert words(rendered).index("b.txt") < words(rendered).index("— She")


def test_markdown_of_summaries_names_a_file_once():
    said = data.attribution("She")
    rendered = load("outputs", "md").render_summaries((nameless(), nameless("in/b.txt", said=said)))
    assert rendered.count("seed.txt · 1 min") == rendered.count("](notes/seed.txt)") == 1
    assert rendered.count("](in/b.txt)") == 1
    assert "- A first sentence.\n" in rendered
    assert "- A second one, the board said. — She\n" in rendered


def test_markdown_links_every_point_to_the_file():
    rendered = load("outputs", "md").render_digest(arranged(nameless(said=data.attribution("The board"))), SETTINGS)
    assert "### [seed](notes/seed.txt)\n\nseed.txt · 1 min read\n" in rendered
    assert "- A first sentence. ([seed.txt](notes/seed.txt))\n" in rendered
    assert "— The board, via [seed.txt](notes/seed.txt)\n" in rendered


@pytest.mark.parametrize("name", ["md", *SHOWN])
def test_what_came_by_standard_input_has_no_name(name):
    seen = words(load("outputs", name).render_summaries((nameless("-", said=data.attribution("The board")),)))
    assert "(" not in seen
    assert "Untitled" in seen
    assert seen.endswith("the board said. — The board")


@pytest.mark.parametrize("path", ["/home/someone/in/de.txt", "../in/de.txt", "in\\de.txt"])
@pytest.mark.parametrize("name", ["json", "md", *SHOWN])
def test_outlets_are_those_that_are_shown_and_no_path(name, path):
    made = nameless(path)
    digest = arranged(replace(made, article=replace(made.article, feed=path)))
    assert digest.stories[0].publishers == ("de.txt",)
    rendered = load("outputs", name).render_digest(digest, SETTINGS)
    assert "/home" not in rendered
    assert "2 outlets" not in rendered
    if name != "json":
        assert "1 story · 1 outlet · " in " ".join(rendered.split())


@pytest.mark.parametrize(
    ("source", "named"),
    [
        (Source(location="/home/someone/in/de.txt", local=True), "de.txt"),
        (Source(location="/home/someone/in/de.txt", written="in/de.txt", local=True), "in/de.txt"),
        (Source(location="/home/someone/in/de.txt", name="Notes", local=True), "Notes"),
        (Source(location="https://me:secret@a.example/feed?key=1"), "https://a.example/feed"),
    ],
)
def test_a_feed_is_called_by_no_path_of_the_machine(source, named):
    assert feed_name(source) == named


@pytest.mark.parametrize(
    ("publisher", "url", "file", "place"),
    [
        ("The Post", "https://a.example/x", "b.txt", "The Post"),
        (" \u200b", "https://www.a.example:8080/x", "b.txt", "a.example:8080"),
        (None, "https://user:secret@a.example/x", None, "a.example"),
        (None, "https://bücher.example/", None, "xn--bcher-kva.example"),
        (None, "https://[bad/", "in/b.txt", "b.txt"),
        (None, "https://a.example:port/", None, None),
        (None, None, "-", None),
        (None, "tag:example.org,2026:1", None, None),
    ],
)
def test_a_place_is_called_by_the_best_that_is_known(publisher, url, file, place):
    assert place_of(publisher, url, file) == place


@pytest.mark.parametrize(
    ("title", "url", "file", "headline"),
    [
        ("A title", "https://a.example/x", "b.txt", "A title"),
        ("", "https://www.a.example/x", "b.txt", "a.example"),
        (" ", None, "in/harbour notes.de.txt", "harbour notes.de"),
        ("", None, ".profile", ".profile"),
        ("", None, None, ""),
    ],
)
def test_what_has_no_title_is_headed_by_its_file_or_host(title, url, file, headline):
    assert headline_of(title, url, file) == headline


def test_headlines_are_the_same_in_digests_and_summaries():
    for render in (
        lambda output: output.render_digest(arranged(nameless()), SETTINGS),
        lambda output: output.render_summaries((nameless(),)),
    ):
        assert "seed\nseed.txt · 1 min read\n" in render(load("outputs", "txt"))
        assert "Untitled" not in render(load("outputs", "md"))


def test_what_was_over_a_limit_is_called_by_its_host_for_want_of_a_title():
    section = replace(data.digest().sections[0], more=(Overflow("", "https://www.a.example/1"),))
    rendered = load("outputs", "txt").render_digest(replace(data.digest(), sections=(section,)), SETTINGS)
    assert "1 more: a.example [" in rendered


def test_names_are_kept_whole_at_the_end_of_a_line():
    html = load("outputs", "html").render_digest(data.digest(), SETTINGS)
    assert ">The\u00a0Harbour\u00a0Post</a></small>" in html
    hostile = data.digest()
    story = data.single("T", ["One."], "a class m", "a")
    section = replace(hostile.sections[0], stories=(story,))
    html = load("outputs", "html").render_digest(replace(hostile, sections=(section,)), SETTINGS)
    assert (
        '<a class="m" href="https://aclassm.example/a#:~:text=One." style="color:#5b636c">a\u00a0class\u00a0m</a>'
        in html
    )


def point(text, said, source, cue, **more):
    """Make a key point of which `said` are the words of `source`."""
    made = data.summary(data.article("T", [text], publisher="Fathom")).key_points[0]
    spans = tuple((text.index(part), text.index(part) + len(part)) for part in said)
    about = Attribution(source, source, cue, more.get("kind", "indirect"), more.get("found", "explicit"), spans, 0.9)
    return replace(made, text=text, start=0, end=len(text), attribution=about)


@pytest.mark.parametrize(
    ("text", "said", "source", "cue", "speaking"),
    [
        (
            "They gave 21 megawatt hours, said Lindhaven Transit, enough to lower the average from 91 to 38 per cent.",
            ("They gave 21 megawatt hours",),
            "Lindhaven Transit",
            "said",
            True,
        ),
        (
            "The court ruled that the firm must show its riders their pay, in a judgment that lawyers called a first.",
            ("a first",),
            "lawyers",
            "called",
            False,
        ),
        ("The board said that work begins in March.", ("work begins in March",), "The board", "said", True),
    ],
)
def test_a_claim_never_stands_without_who_makes_it(text, said, source, cue, speaking):
    made = point(text, said, source, cue)
    assert speaks(made) is speaking
    assert (credit_of(made, ENGLISH, alone=True).who == source) is speaking


def test_a_few_words_in_quotation_marks_make_no_speaker_of_the_whole():
    text = "“Green as any grass” steel, as the firm calls it, will be made from June in a plant that costs 40 million."
    assert not speaks(point(text, ("“Green as any grass”",), "the firm", "calls", kind="mixed"))
    text = "“Green” steel, as the firm calls it, will be made from June in a plant that costs 40 million crowns."
    assert not speaks(point(text, ("“Green”",), "the firm", "calls"))


@pytest.mark.parametrize(("sections", "also"), [(5, None), (6, "Also: Section 4 (2), Section 5 (2)")])
@pytest.mark.parametrize("name", ["md", *SHOWN])
def test_no_section_vanishes_from_the_box_at_the_top(name, sections, also):
    made = data.large(2 * sections).stories
    parted = tuple(Section(f"s{n}", f"Section {n}", made[2 * n : 2 * n + 2]) for n in range(sections))
    shown = words(load("outputs", name).render_digest(replace(data.digest(), sections=parted), SETTINGS))
    box = shown[shown.lower().index("today in brief") :].replace("*", "")
    box = box[: box.index("2 stories")] if name != "md" else box[: box.index(" ## ")]
    assert [f"Section {n}:" in box for n in range(sections)] == [n < (4 if also else 5) for n in range(sections)]
    assert ("Also:" in box) == bool(also)
    assert not also or also in box


def test_an_editors_five_picks_fill_the_box():
    picks = Section(".", "Picks", data.large(5).stories, picked=True)
    digest = replace(data.digest(), sections=(picks, Section("s", "Sport", data.large(8).stories)))
    shown = words(load("outputs", "txt").render_digest(digest, SETTINGS))
    box = shown[: shown.index("5 stories", shown.index("BRIEF"))]
    assert box.count("Editor’s picks: ") == 5
    assert "Also" not in box


def test_who_goes_on_speaking_is_named_whatever_the_share():
    text = "“Yes,” she said, and turned to the window that looks over the harbour and the boats that lie there."
    assert speaks(point(text, ("“Yes,”",), "Ana Lund", "said", found="pronoun"))


@pytest.mark.parametrize(
    ("language", "since", "shown"),
    [
        ("en", date(2026, 11, 16), "16–22 November 2026"),
        ("en", date(2026, 10, 26), "26 October – 22 November 2026"),
        ("en", date(2025, 12, 29), "29 December 2025 – 22 November 2026"),
        ("en", date(2026, 11, 22), "Sunday, 22 November 2026"),
        ("de", date(2026, 11, 16), "16.–22. November 2026"),
        ("es", date(2026, 11, 16), "16–22 de noviembre de 2026"),
    ],
)
def test_an_issue_shows_its_days(language, since, shown):
    digest = replace(data.digest(), language=language, since=since, number=3)
    for name in ("md", *SHOWN):
        assert shown in words(load("outputs", name).render_digest(digest, SETTINGS))
    assert json.loads(load("outputs", "json").render_digest(digest, SETTINGS))["since"] == since.isoformat()


def test_the_days_of_an_issue_come_from_its_frame():
    assert arranged(nameless(), since=date(2026, 11, 16)).since == date(2026, 11, 16)


@pytest.mark.parametrize("articles", [1, 2])
@pytest.mark.parametrize("language", sorted(known()))
def test_one_story_is_one_and_several_are_several(language, articles):
    phrases = phrases_for(language)
    made = (nameless(), data.summary(data.article("Other", ["Nothing is the same."], publisher="P")))[:articles]
    digest = arranged(*made, config=Config(language=language))
    line = " ".join(load("outputs", "txt").render_digest(digest, SETTINGS).split())
    counts = (phrases.count(phrases.stories, articles), phrases.count(phrases.outlets, articles))
    assert " · ".join((*counts, phrases.reading(1))) in line


@pytest.mark.parametrize(
    ("language", "total", "shown"),
    [
        ("en", 3, "1 of 3 feeds failed: Slow (x)"),
        ("en", 1, "1 source failed: Slow (x)"),
        ("es", 3, "Falló 1 de 3 canales: Slow (x)"),
        ("it", 3, "1 feed su 3 non riuscito: Slow (x)"),
    ],
)
def test_one_failure_is_one(language, total, shown):
    digest = replace(data.empty(), language=language, feeds_total=total, problems=(Problem("Slow", "x", "fetch"),))
    assert shown in load("outputs", "txt").render_digest(digest, SETTINGS)


@pytest.mark.parametrize(
    ("languages", "chosen"), [(("de", "en"), "en"), (("de", "fr"), "de"), (("de", "de", "en"), "de"), ((), "en")]
)
def test_a_tie_of_languages_is_told_in_english(languages, chosen):
    made = [nameless(f"{number}.txt", language=code) for number, code in enumerate(languages)]
    assert arranged(*made).language == chosen


def test_articles_without_anything_have_no_outlet():
    assert arranged(data.summary(Article("x", "T", "One.", "en"))).stories[0].publishers == ()


@pytest.mark.parametrize("name", ["md", *SHOWN])
def test_readers_of_an_issue_chose_no_feeds(name):
    render = load("outputs", name).render_digest
    assert "feeds that you chose" in words(render(data.digest(), SETTINGS))
    assert "you chose" not in words(render(replace(data.digest(), number=4), SETTINGS))


@pytest.mark.parametrize("language", sorted(known()))
def test_an_issue_of_one_story_has_a_preheader_long_enough(language):
    story = data.single("A", ["B."], "C", "d")
    issue = replace(data.digest(), sections=(Section("s", "S", (story,)),), number=1, language=language)
    page = load("outputs", "html").render_digest(issue, SETTINGS)
    assert 40 <= len(unescape(re.search(r'<div style="display:none[^"]*">(.*?)</div>', page)[1])) <= 140


def test_what_is_counted_is_not_broken_within():
    page = load("outputs", "html").render_digest(data.digest(), SETTINGS)
    assert "5\u00a0stories · 7\u00a0outlets · 1\u00a0min\u00a0read</p>" in page
    assert "Nothing new today.</p>" in load("outputs", "html").render_digest(data.empty(), SETTINGS)


def test_headlines_in_the_box_are_of_one_colour():
    stories = tuple(data.single(f"Tale {n}", ["One."], "P", n, url=False, file=f"{n}.md") for n in "abc")
    digest = replace(data.digest(), sections=(Section("s", "S", stories),))
    page = load("outputs", "html").render_digest(digest, SETTINGS)
    assert len(re.findall(r'<span class="t" style="color:#0b4348">Tale [abc]</span>', page)) == 3


def test_readers_of_an_issue_are_not_told_why_a_feed_failed():
    problems = (Problem("Slow", "refused: an address on this machine", "fetch"),)
    issue = replace(data.empty(), number=4, feeds_total=3, problems=problems)
    for name in SHOWN:
        shown = words(load("outputs", name).render_digest(issue, SETTINGS))
        assert "Not reached: Slow (1 of 3 feeds)." in shown
        assert "refused" not in shown
    assert "refused" in load("outputs", "json").render_digest(issue, SETTINGS)


@pytest.mark.parametrize("language", sorted(known()))
def test_readers_of_a_mail_are_told_what_is_missing_and_not_why(language):
    problems = (Problem("The Gone Gazette", "the server says 410 Gone; remove the feed", "fetch"),)
    digest = replace(data.digest(), problems=problems, language=language)
    mail = message_from_bytes(load("outputs", "eml").render_digest(digest, SETTINGS), policy=policy.default)
    for kind in ("plain", "html"):
        shown = words(mail.get_body((kind,)).get_content())
        assert phrases_for(language).unreached[1].format(names="The Gone Gazette") in shown
        assert "410" not in shown
    for name in ("md", *SHOWN, "json"):
        assert "410 Gone" in load("outputs", name).render_digest(digest, SETTINGS)


def test_a_mail_says_how_many_of_all_feeds_are_missing():
    alone = replace(data.digest(), problems=data.digest().problems[:1], feeds_total=1)
    both = "Not reached today: Slow Gazette; gone.example (2 of 31 feeds)."
    for digest, shown in ((data.digest(), both), (alone, "Not reached today: Slow Gazette.")):
        mail = message_from_bytes(load("outputs", "eml").render_digest(digest, SETTINGS), policy=policy.default)
        assert shown in words(mail.get_body(("plain",)).get_content())


@pytest.mark.parametrize(
    ("source", "bold"),
    [("Marta Leverin", True), ("sources close to the tramway", False), ("مرصد النجوم", True), ("Tugs", False)],
)
def test_only_a_name_that_does_not_open_the_point_stands_out(source, bold):
    point = "Tugs freed the ferry on Sunday, four days after she ran aground."
    said = (data.attribution(source),)
    story = data.single("The ferry is freed", [point], "City Wire", "ferry", said=said)
    digest = replace(data.digest(), sections=(Section("world", "World", (story,)),))
    page = load("outputs", "html").render_digest(digest, SETTINGS)
    assert (f"<b>{source}</b>" in page) == bold
    assert source in page


def test_lines_of_the_box_lead_to_their_articles():
    story = data.digest().sections[0].stories[0]
    page = load("outputs", "html").render_digest(data.digest(), SETTINGS)
    box = page[page.index("Today in brief") : page.index(">World</h2>")]
    assert f'href="{story.summaries[0].article.url}"' in box
    assert f"[{story.headline}]({story.summaries[0].article.url})\n" in load("outputs", "md").render_digest(
        data.digest(), SETTINGS
    )


def test_markdowns_box_leads_to_local_articles_as_their_headings_do():
    texts = {"a": "The weir of Orre gave way.", "b": "A choir met in Vint.", "c": "Kessel buys trams."}
    files = [
        data.summary(data.article("", [text], publisher="x", slug=name, url=False, file=f"{name}.txt"))
        for name, text in texts.items()
    ]
    rendered = load("outputs", "md").render_digest(arranged(*files), SETTINGS)
    box, _, below = rendered.partition("## Today in brief")[2].partition("## Stories")
    links = [f"[{name}]({name}.txt)" for name in "abc"]
    assert sorted(re.findall(r"\[.*\)", box)) == links
    assert sorted(re.findall(r"### (.*)", below)) == links
