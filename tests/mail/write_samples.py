"""Write the digests that `check.mjs` looks at: usual, long, empty, right to left, an issue, and all hostile texts.

    python -m tests.mail.write_samples FOLDER [--naive]

With `--naive` the hostile texts are written by a renderer that escapes nothing: the check must then fail.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from digest.models import Section
from digest.registry import load
from digest.settings import EmailSettings, OutputSettings
from tests import outputs_data as data
from tests.test_outputs_hostile import BENIGN, HOSTILE, LINKS, hostile_digest

EMAIL = EmailSettings(sender="The Digest <digest@example.org>", unsubscribe="https://example.org/leave")
SETTINGS = OutputSettings(public_url="https://digest.example.org/{date}.html")
INTRODUCTION = "Dear readers,\n\nthis week was *long*. Read [the rest](https://example.org/rest).\n\n- one\n- two\n"
FORMATS = ("html", "eml", "md")


def hostile():
    """Every hostile text and link in one digest."""
    stories = [hostile_digest(text)[0].sections[0].stories[0] for text in (*HOSTILE, *BENIGN)]
    stories += [hostile_digest("A story", link)[0].sections[0].stories[0] for link in LINKS]
    return replace(data.digest(), sections=(Section("s", "Hostile", tuple(stories)),))


SAMPLES = {
    "digest": data.digest,
    "large": data.large,
    "empty": data.empty,
    "rtl": data.right_to_left,
    "issue": lambda: replace(data.digest(), number=12, since=date(2026, 11, 16), introduction=INTRODUCTION),
    "hostile": hostile,
}


def naive(digest):
    """Render as a program would that takes feeds at their word."""
    items = "".join(
        f'<h3><a href="{story.summaries[0].article.url}">{story.headline}</a></h3><ul>'
        + "".join(f"<li>{point.text}</li>" for point in story.key_points)
        + "</ul>"
        for story in digest.stories
    )
    return f'<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><h1>x</h1>{items}</body></html>'


def main(folder: Path, *, unescaped: bool) -> None:
    """Write each sample in each format; the mail's HTML beside it, as a mail program takes it out."""
    folder.mkdir(parents=True, exist_ok=True)
    if unescaped:
        (folder / "naive.html").write_bytes(naive(hostile()).encode("utf-8", "replace"))
        return
    for name, make in SAMPLES.items():
        for kind in FORMATS:
            rendered = load("outputs", kind).render_digest(make(), SETTINGS, EMAIL)
            (folder / f"{name}.{kind}").write_bytes(rendered if isinstance(rendered, bytes) else rendered.encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]), unescaped="--naive" in sys.argv)
