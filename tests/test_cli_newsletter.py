"""An issue over a period: numbered, titled, introduced, with the editor's picks, and each story told once."""

from __future__ import annotations

import json
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.project import CONFIG, Outcome, Project, item, title

PERIOD = ("--since", "2026-11-15", "--until", "2026-11-22")
FERRY = """\
<item><title>{title}</title><guid isPermaLink="false">{slug}</guid><link>https://gazette.example/{slug}</link>
<pubDate>{day} Nov 2026 08:00:00 +0000</pubDate><description>{text}</description></item>"""


@pytest.fixture
def project(project: Project) -> Project:
    project.feed(11, 22, 33, 44)
    return project


def limited(project: Project, text: str, more: str = "") -> None:
    changed = CONFIG.replace("per_feed: 999, per_section: 999, total: 999", text)
    (project.folder / "feeds.yaml").write_text(changed + more)


def issue(project: Project, *more: str) -> Outcome:
    return project.run("newsletter", *PERIOD, "--offline", *more)


def printed(project: Project, *more: str) -> dict:
    outcome = issue(project, "-f", "json", "-o", "-", *more)
    assert outcome.status == 0, outcome.err
    return json.loads(outcome.out)


def headlines(project: Project, *more: str) -> list[str]:
    return [story["headline"] for section in printed(project, *more)["sections"] for story in section["stories"]]


def address(number: int) -> str:
    return f"https://gazette.example/{number}"


def test_issues_are_numbered_by_their_period(project):
    first = issue(project)
    assert [Path(path).name for path in first.out.split()] == ["newsletter-001.html", "newsletter-001.eml"]
    second = project.run("newsletter", "--since", "2026-11-16", "--until", "2026-11-22", "--offline")
    assert "newsletter-002.html" in second.out
    again = issue(project)
    assert again.out == first.out
    text = project.file("newsletter-002", "html").read_text()
    assert "Daily digest</h1>" in text
    assert "No. 2 · 16–21 November 2026" in text


def test_it_has_a_title_and_an_editors_word(project):
    (project.folder / "hello.md").write_text("# Hello\n\nWhat a **week**:\n\n1. one\n2. [two](https://a.example/)\n")
    issue(project, "--title", "The week", "--intro", "hello.md", "-f", "html", "-f", "md", "-f", "eml", "-f", "txt")
    page = project.file("newsletter-001", "html").read_text()
    assert "The week</h1>" in page
    assert "<title>The week, no. 1</title>" in page
    assert "No. 1 · 15–21 November 2026" in page
    assert "What a <b>week</b>:" in page
    assert '<a class="t" href="https://a.example/"' in page
    markdown = project.file("newsletter-001", "md").read_text()
    assert markdown.startswith("# The week\n\nNo. 1 · 15–21 November 2026\n\n4 stories")
    assert "What a **week**" in markdown
    assert "What a week:" in project.file("newsletter-001", "txt").read_text()
    text = project.file("newsletter-001", "txt").read_text()
    assert text.startswith("THE WEEK\nNo. 1 · 15–21 November 2026\n\n4 stories")
    mail = message_from_bytes(project.file("newsletter-001", "eml").read_bytes(), policy=policy.default)
    headline = printed(project, "--title", "The week")["sections"][0]["stories"][0]["headline"]
    assert mail["Subject"] == f"The week, no. 1: {headline}"


@pytest.mark.parametrize(
    "fence", ["---\ntitle: A week at sea\ntags: [x]\n---\n", '+++\ntitle = "A week at sea"\n+++\n']
)
def test_front_matter_gives_the_title_and_is_not_shown(project, fence):
    (project.folder / "hello.md").write_text(f"{fence}\nWhat a week.\n")
    found = printed(project, "--intro", "hello.md")
    assert (found["title"], found["introduction"]) == ("A week at sea", "What a week.")
    assert printed(project, "--intro", "hello.md", "--title", "The week")["title"] == "The week"
    text = issue(project, "--intro", "hello.md", "-f", "md", "-o", "-").out
    assert "tags" not in text
    assert text.startswith("# A week at sea\n\nNo. 1 · ")


@pytest.mark.parametrize(
    ("written", "title"),
    [("2026", "2026"), ("4.5", "4.5"), ("2026-11-22", "2026-11-22"), ("07:30:00", "07:30:00"), ("[1]", "Daily digest")],
)
def test_a_title_in_toml_need_not_be_a_string(project, written, title):
    (project.folder / "hello.md").write_text(f"+++\ntitle = {written}\n+++\nWhat a week.\n")
    assert printed(project, "--intro", "hello.md")["title"] == title


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_front_matter_may_end_its_lines_in_any_way(project, end):
    lines = ("---", "title: A week at sea", "---", "What a week.", "", "More.", "")
    (project.folder / "hello.md").write_bytes(end.join(lines).encode())
    found = printed(project, "--intro", "hello.md")
    assert (found["title"], found["introduction"]) == ("A week at sea", "What a week.\n\nMore.")


def test_a_line_of_dashes_is_no_front_matter(project):
    (project.folder / "hello.md").write_text("---\n\nWhat a week.\n\n---\n\nAnd more.\n")
    assert "And more" in printed(project, "--intro", "hello.md")["introduction"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"one\ntwo \x00", "--intro hello.md:2: a control character (U+0000) in the text; take it out"),
        (b"one\rtwo \x00", "--intro hello.md:2: a control character (U+0000) in the text; take it out"),
        (b"\x1b[31mred", "--intro hello.md:1: a control character (U+001B) in the text; take it out"),
        ("one\n\ntwo\u009b".encode(), "--intro hello.md:3: a control character (U+009B) in the text; take it out"),
        (b"+++\ntitle = \n+++\n", "--intro hello.md:1: the front matter is no TOML; mend it, or take it out"),
        (b"caf\xe9", "--intro hello.md: not UTF-8; save it as UTF-8"),
        (b"x" * 200_001, "--intro hello.md: longer than 200,000 bytes; name a short Markdown file"),
    ],
)
def test_an_introduction_that_cannot_be_shown_is_told_in_a_line(project, content, said):
    (project.folder / "hello.md").write_bytes(content)
    outcome = issue(project, "--intro", "hello.md")
    assert (outcome.status, outcome.out, outcome.err) == (2, "", f"digest: {said}\n")


def test_an_introduction_is_read_no_further_than_its_limit(project):
    with (project.folder / "hello.md").open("wb") as file:
        file.truncate(1 << 42)  # takes no room on the disk, and fits into no memory
    outcome = issue(project, "--intro", "hello.md")
    assert outcome.err == "digest: --intro hello.md: longer than 200,000 bytes; name a short Markdown file\n"
    assert outcome.status == 2
    assert "--intro /dev/zero: longer than" in issue(project, "--intro", "/dev/zero").err


def test_what_an_issue_prints_is_still_new_to_a_digest(project):
    issue(project)
    project.run("run", "--date", "2026-11-20")
    assert sorted(project.told()) == [11, 22, 33, 44]
    assert sorted(headlines(project)) == sorted(map(title, (11, 22, 33, 44)))


def test_what_is_dropped_is_left_out(project):
    dropped = headlines(project, "--drop", f"{address(22)}?utm_source=x", "--drop", address(33))
    assert sorted(dropped) == sorted([title(11), title(44)])


def test_what_is_pinned_leads_in_the_order_given(project):
    assert headlines(project)[:2] != [title(11), title(33)]
    for order in ("importance", "newest", "config"):
        limited(project, "per_feed: 999, per_section: 999, total: 999", f"output: {{order: {order}}}\n")
        found = headlines(project, "--pin", address(11), "--pin", address(33))
        assert found[:2] == [title(11), title(33)], order
        assert sorted(found) == sorted(map(title, (11, 22, 33, 44)))


def test_picks_lead_the_issue_whatever_their_section(project):
    others = (
        CONFIG + "  - {file: world.xml, name: World, section: world}\nsections:\n  - {id: world, title: The world}\n"
    )
    (project.folder / "feeds.yaml").write_text(others)
    items = "".join(map(item, (55, 66, 77)))
    (project.folder / "world.xml").write_text(f'<rss version="2.0"><channel><title>W</title>{items}</channel></rss>')
    assert [section["id"] for section in printed(project)["sections"]] == ["world", ""]
    picks, *rest = printed(project, "--pin", address(11), "--pin", address(66))["sections"]
    assert picks["id"] == ".editors-picks"
    assert [story["headline"] for story in picks["stories"]] == [title(11), title(66)]
    assert [(section["title"], len(section["stories"])) for section in rest] == [("The world", 2), ("More", 3)]
    text = issue(project, "--pin", address(11), "--pin", address(66), "-f", "md", "-o", "-").out
    brief = text[text.index("## In brief") :]
    picked = [f"- **Editor’s picks:** [{title(number)}]({address(number)})" for number in (11, 66)]
    assert brief.split("\n")[2:4] == picked
    one = issue(project, "--pin", address(11), "-f", "md", "-o", "-").out
    assert "## Editor’s pick\n\n### [" in one


def test_a_section_of_ones_own_may_be_called_as_the_picks_are(project):
    own = "sections:\n  - {id: editors-picks, title: Ours}\ndefaults: {section: editors-picks}\n"
    limited(project, "per_feed: 2, per_section: 999, total: 999", own)
    (section,) = json.loads(project.run("run", "--date", "2026-11-20", "-f", "json", "-o", "-").out)["sections"]
    assert (section["title"], len(section["stories"]), len(section["more"])) == ("Ours", 2, 2)
    picks, section = printed(project, "--pin", address(11))["sections"]
    assert (picks["title"], section["title"], picks["id"] == section["id"]) == ("Editor’s pick", "Ours", False)


ARTICLES = {"inbox/old pier.md": "The old pier of Vint", "inbox/new quay.md": "The new quay of Carrow"}


@pytest.fixture
def local(project):
    """Files without an address, one of them in a feed whose entry names no page."""
    (project.folder / "inbox").mkdir()
    for path, name in ARTICLES.items():
        text = f"---\ndate: 2026-11-19\n---\n\n# {name}\n\n{name} opened on Thursday after six years of work.\n"
        (project.folder / path).write_text(text)
    entry = FERRY.format(
        day="Thu, 19", title="The lock of Orre", slug="lock", text="The lock of Orre is shut for a year."
    )
    entry = entry.replace("<link>https://gazette.example/lock</link>", "")
    (project.folder / "lock.xml").write_text(f'<rss version="2.0"><channel><title>L</title>{entry}</channel></rss>')
    (project.folder / "feeds.yaml").write_text(CONFIG + "  - file: inbox/*.md\n  - file: lock.xml\n")
    return project


def linked(project: Project, headline: str) -> str:
    """Give the link of a headline as a Markdown issue shows it."""
    text = issue(project, "-f", "md", "-o", "-").out
    return text.partition(f"### [{headline}](")[2].partition(")")[0].strip("<>")


@pytest.mark.parametrize("way", ["path", "absolute", "name", "file", "link", "id"])
@pytest.mark.parametrize("headline", [*ARTICLES.values(), "The lock of Orre"])
def test_a_local_article_is_named_by_its_file_or_the_link_shown(local, way, headline):
    path = {name: path for path, name in ARTICLES.items()}.get(headline, "lock.xml")
    known = {
        s["headline"]: s["articles"][0]["id"] for section in printed(local)["sections"] for s in section["stories"]
    }
    name = {
        "path": path,
        "absolute": str(local.folder / path),
        "name": Path(path).name,
        "file": (local.folder / path).as_uri(),
        "link": linked(local, headline),
        "id": known[headline],
    }[way]
    before = headlines(local)
    picks = printed(local, "--pin", name)["sections"][0]
    assert (picks["id"], [story["headline"] for story in picks["stories"]]) == (".editors-picks", [headline])
    assert sorted(headlines(local, "--drop", name)) == sorted(set(before) - {headline})
    both = issue(local, "--pin", name, "--drop", known[headline])
    assert (both.status, "both pinned and dropped" in both.err) == (2, True)


def test_a_files_name_that_several_have_is_an_error(local):
    (local.folder / "inbox" / "lock.xml").write_bytes((local.folder / "lock.xml").read_bytes())
    (local.folder / "feeds.yaml").write_text(CONFIG + "  - file: inbox/lock.xml\n  - file: lock.xml\n")
    inner = local.folder / "inbox"
    outcome = local.run("newsletter", *PERIOD, "--offline", "--drop", "nowhere.md")
    assert (outcome.status, "--drop nowhere.md: no article of this address, file or id" in outcome.err) == (2, True)
    local.patch.chdir(inner.parent.parent)
    outcome = local.run(
        "newsletter", *PERIOD, "-c", str(local.folder / "feeds.yaml"), "--offline", "--drop", "lock.xml"
    )
    assert outcome.status == 0  # the folder of feeds.yaml is looked in
    (local.folder / "feeds.yaml").write_text(CONFIG + "  - file: inbox/lock.xml\n  - file: copy/lock.xml\n")
    (local.folder / "copy").mkdir()
    (local.folder / "lock.xml").rename(local.folder / "copy" / "lock.xml")
    outcome = local.run(
        "newsletter", *PERIOD, "-c", str(local.folder / "feeds.yaml"), "--offline", "--drop", "lock.xml"
    )
    assert outcome.status == 2
    assert f"--drop lock.xml: there are 2 such files ({local.folder}/copy/lock.xml, {inner}/lock.xml)" in outcome.err


@pytest.mark.parametrize("limits", ["per_feed: 1", "per_section: 1", "total: 1"])
def test_what_is_pinned_is_within_every_limit(project, limits):
    limited(project, limits)
    assert len(headlines(project)) == 1
    pins = [word for number in (11, 22, 33) for word in ("--pin", address(number))]
    assert headlines(project, *pins)[:3] == [title(11), title(22), title(33)]


def test_what_is_pinned_is_no_filters_to_drop(project):
    limited(project, "total: 9", "filters: {exclude: [{field: title, match: opens}]}\n")
    assert issue(project, "--fail-if-empty").status == 5
    assert headlines(project, "--pin", address(22)) == [title(22)]


def test_what_is_pinned_is_the_last_that_a_mail_shortens(project):
    limited(project, "total: 9", "output: {max_email_bytes: 8000}\n")
    for pinned in (11, 22, 33, 44):
        issue(project, "--pin", address(pinned), "-f", "eml")
        mail = message_from_bytes(project.file("newsletter-001", "eml").read_bytes(), policy=policy.default)
        html = mail.get_body(("html",)).get_content()
        kept = [number for number in (11, 22, 33, 44) if f"after {number + 2} years" in html]
        assert pinned in kept
        assert len(kept) < 4


@pytest.mark.parametrize("option", ["--pin", "--drop"])
def test_an_address_that_nothing_came_from_is_an_error(project, option):
    outcome = issue(project, option, "https://gazette.example/999")
    assert (outcome.status, outcome.out) == (2, "")
    assert f"{option} https://gazette.example/999: no article of this address came in the period" in outcome.err
    assert not project.file("newsletter-001", "html").exists()
    assert next(Path(path).name for path in issue(project).out.split()) == "newsletter-001.html"


def test_nothing_is_pinned_and_dropped(project):
    outcome = issue(project, "--pin", address(11), "--drop", f"{address(11)}#x")
    assert outcome.status == 2
    assert "both pinned and dropped" in outcome.err
    assert not (project.folder / ".digest").exists()


def test_the_same_story_told_over_several_days_is_told_once(project):
    tellings = [
        ("Tue, 17", "Ferry Sandpiper runs aground off Carrow Head", "a"),
        ("Thu, 19", "Ferry Sandpiper still aground off Carrow Head after two days", "b"),
        ("Sat, 21", "Aground for four days, the ferry Sandpiper is freed off Carrow Head", "c"),
    ]
    text = "The ferry Sandpiper ran aground off Carrow Head with 212 people on board. Tugs from Vint were sent to her."
    items = "".join(
        FERRY.format(day=day, title=name, slug=slug, text=f"{text} This is telling {slug} of the ferry Sandpiper.")
        for day, name, slug in tellings
    )
    (project.folder / "feed.xml").write_text(f'<rss version="2.0"><channel><title>G</title>{items}</channel></rss>')
    (project.folder / "feeds.yaml").write_text(
        CONFIG.replace("stories: {cluster: false}  # the texts differ in few words", "stories: {window: 24h}")
    )
    (section,) = printed(project)["sections"]
    (story,) = section["stories"]
    assert len(story["articles"]) == 3
    assert story["headline"] == tellings[2][1]  # the last telling knows the outcome
    (pinned,) = printed(project, "--pin", "https://gazette.example/b")["sections"][0]["stories"]
    assert pinned["headline"] == tellings[1][1]
    assert len(pinned["articles"]) == 3
    for slug in "abc":
        outcome = issue(project, "--drop", f"https://gazette.example/{slug}", "--fail-if-empty")
        assert (outcome.status, outcome.out) == (5, "")
        assert outcome.err.count("left out with an article of the same story: ") == 2
    (kept,) = printed(project, "--pin", "https://gazette.example/b", "--drop", "https://gazette.example/c")["sections"]
    assert [article["url"][-1] for article in kept["stories"][0]["articles"]] == ["b", "a"]


def test_what_is_dropped_takes_the_other_outlets_copies_along(project):
    others = "".join(map(item, (11, 55)))
    feed = f'<rss version="2.0"><channel><title>W</title>{others}</channel></rss>'
    (project.folder / "wire.xml").write_text(feed.replace("gazette.example", "wire.example"))
    (project.folder / "feeds.yaml").write_text(CONFIG + "  - {file: wire.xml, name: Wire}\n")
    assert headlines(project).count(title(11)) == 1
    for outlet in ("wire", "gazette"):
        outcome = issue(project, "--drop", f"https://{outlet}.example/11", "-f", "json", "-o", "-")
        (section,) = json.loads(outcome.out)["sections"]
        assert sorted(story["headline"] for story in section["stories"]) == sorted(map(title, (22, 33, 44, 55)))
        assert f"same story: {title(11)} ({'Wire' if outlet == 'gazette' else 'The Gazette'})" in outcome.err
        (pinned, _) = printed(project, "--pin", f"https://{outlet}.example/11")["sections"]
        assert pinned["stories"][0]["articles"][0]["url"] == f"https://{outlet}.example/11"


def test_what_is_dropped_takes_no_room_of_its_feed(project):
    limited(project, "per_feed: 2")
    first = headlines(project)
    dropped = next(number for number in (11, 22, 33, 44) if title(number) == first[0])
    assert len(headlines(project, "--drop", address(dropped))) == 2


def test_of_a_period_without_anything_it_is_said_which_it_was(project):
    (project.folder / "feeds.yaml").write_text(CONFIG.replace("timezone: UTC", "timezone: Europe/Stockholm"))
    done = project.run("newsletter", "--since", "2020-01-01", "--until", "2020-01-02T23:00:00+00:00")
    assert (done.status, done.out) == (0, "")
    assert done.err == "nothing between 2020-01-01 00:00 and 2020-01-03 00:00 in 1 source\n"
