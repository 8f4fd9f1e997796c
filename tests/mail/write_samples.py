"""Write what `check.mjs` looks at: digests usual, long, empty, right to left, an issue, hostile ones, and pages.

    python -m tests.mail.write_samples FOLDER [--naive] [CASES.json...]

The hostile digests hold the texts of `cases.json`, and of more files of cases. With `--naive` they are written by a
renderer that escapes nothing: the check must then fail.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from pathlib import Path

from digest.models import Digest, Section
from digest.outputs._stats import stats_page
from digest.registry import load
from digest.settings import EmailSettings, OutputSettings
from tests import outputs_data as data
from tests.mail.injection import OWN, read
from tests.program import ROOT, SAMPLES, digest
from tests.test_outputs_hostile import BENIGN, HOSTILE, LINKS, hostile_digest

EMAIL = EmailSettings(sender="The Digest <digest@example.org>", unsubscribe="https://example.org/leave")
SETTINGS = OutputSettings(public_url="https://digest.example.org/{date}.html")
FRONT_MATTER = ("obsidian", "hugo", "jekyll")
PAGES = (ROOT / "tests" / "mail" / "pages", SAMPLES / "pages", SAMPLES / "articles", SAMPLES / "articles" / "abroad")


def hostile() -> Digest:
    """Every hostile text and link of the tests, in every place of a digest."""
    stories = [hostile_digest(text)[0].sections[0].stories[0] for text in (*HOSTILE, *BENIGN)]
    stories += [hostile_digest("A story", link)[0].sections[0].stories[0] for link in LINKS]
    return replace(data.digest(), sections=(Section("s", "Hostile", tuple(stories)),))


def cases(files: list[Path]) -> Digest:
    """Every case of injection in one digest."""
    stories = tuple(case.digest.stories[0] for file in files for case in read(file))
    return replace(data.digest(), sections=(Section("s", "Cases", stories),))


def samples(files: list[Path]) -> dict[str, Digest]:
    return {
        "digest": data.digest(),
        "large": data.large(),
        "empty": data.empty(),
        "rtl": data.right_to_left(),
        "issue": replace(data.digest(), number=12, since=date(2026, 11, 16), introduction=data.INTRODUCTION),
        "hostile": hostile(),
        "cases": cases(files),
    }


def naive(digest: Digest) -> str:
    """Render as a program would that takes feeds at their word."""
    items = "".join(
        f'<h3><a href="{story.summaries[0].article.url}">{story.headline}</a></h3><ul>'
        + "".join(f"<li>{point.text}</li>" for point in story.key_points)
        + "</ul>"
        for story in digest.stories
    )
    return f'<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><h1>x</h1>{items}</body></html>'


def written(made: dict[str, Digest]) -> Iterator[tuple[str, str | bytes]]:
    """Give each sample as a mail, the mail's HTML as a mail program takes it out, and Markdown; some as pages."""
    for name, sample in made.items():
        mail = load("outputs", "eml").render_digest(sample, SETTINGS, EMAIL)
        yield f"{name}.eml", mail
        yield f"{name}.mail.html", html_of(mail)
        yield f"{name}.md", load("outputs", "md").render_digest(sample, SETTINGS, EMAIL)
    for name in ("digest", "large"):
        yield f"{name}.html", load("outputs", "html").render_digest(made[name], SETTINGS, EMAIL)
    for preset in FRONT_MATTER:
        settings = replace(SETTINGS, front_matter=preset)
        yield f"{preset}.md", load("outputs", "md").render_digest(made["digest"], settings, EMAIL)
    yield "stats.html", stats_page(data.stats())


def html_of(mail: bytes) -> str:
    part = message_from_bytes(mail, policy=policy.default).get_body(("html",))
    assert part is not None
    return str(part.get_content())


def fragments(folder: Path) -> list[dict[str, str]]:
    """Give the links into pages that `digest summarize` makes, each with its page and the sentence it leads to."""
    folder.mkdir()
    for page in (page for place in PAGES for page in sorted(place.glob("*.html"))):
        (folder / page.name).write_text(located(page), encoding="utf-8")
    names = sorted(path.name for path in folder.iterdir())
    outcome = digest("summarize", *names, "-f", "json", "-n", "9", cwd=folder)
    assert outcome.status == 0, outcome.err
    return [
        {"page": f"pages/{article['source']}", "text": point["text"], "url": point["citation"]["fragment_url"]}
        for article in json.loads(outcome.out)["articles"]
        for point in article["key_points"]
    ]


def located(page: Path) -> str:
    """Give a page that says its own address; one that does not is given one."""
    html = page.read_text(encoding="utf-8")
    link = f'<link rel="canonical" href="https://pages.example/{page.stem}">'
    return html if 'rel="canonical"' in html else re.sub(r"(?=</head>)", link, html, count=1)


def main(folder: Path, files: list[Path], *, unescaped: bool) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    made = samples([OWN, *files])
    if unescaped:
        for name in ("hostile", "cases"):
            (folder / f"{name}.html").write_bytes(naive(made[name]).encode("utf-8", "replace"))
        return
    for name, content in written(made):
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    (folder / "fragments.json").write_text(json.dumps(fragments(folder / "pages")), encoding="utf-8")


if __name__ == "__main__":
    given = [Path(word) for word in sys.argv[1:] if word != "--naive"]
    main(given[0], given[1:], unescaped="--naive" in sys.argv)
