"""A project of one local feed, on which the program runs within the test's own process."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from digest.cli import main

CONFIG = """\
timezone: UTC
stories: {cluster: false}  # the texts differ in few words
limits: {per_feed: 999, per_section: 999, total: 999, max_age: 36500d, first_run: 50}
feeds:
  - {file: feed.xml, name: The Gazette}
"""
PLACES = ("Vey", "Orre", "Kessel", "Lindhaven", "Averell", "Sarrat", "Carrow", "Vint", "Estmark", "Norrovia")
WORKS = ("bridge", "library", "harbour", "tunnel", "museum", "railway", "market", "theatre", "stadium", "windmill")


@dataclass
class Outcome:
    status: int
    out: str
    err: str


@dataclass
class Project:
    """A folder with feeds.yaml and one local feed."""

    folder: Path
    patch: pytest.MonkeyPatch
    captured: pytest.CaptureFixture[str]

    @classmethod
    @contextmanager
    def within(cls, folder: Path, patch: pytest.MonkeyPatch, captured: pytest.CaptureFixture[str]) -> Iterator[Project]:
        """Make a project in a folder, whose signal handlers are put back."""
        patch.chdir(folder)
        for name in ("DIGEST_CONFIG", "XDG_CONFIG_HOME"):
            patch.delenv(name, raising=False)
        handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
        (folder / "feeds.yaml").write_text(CONFIG)
        yield cls(folder, patch, captured)
        for number, handler in handlers.items():
            signal.signal(number, handler)

    def run(self, *arguments: str) -> Outcome:
        self.patch.setattr(sys, "argv", ["digest", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        out, err = self.captured.readouterr()
        return Outcome(int(left.value.code or 0), out, err)

    def feed(self, *numbers: int) -> None:
        """Let the feed hold these entries."""
        items = "".join(item(number) for number in numbers)
        (self.folder / "feed.xml").write_text(f'<rss version="2.0"><channel><title>G</title>{items}</channel></rss>')

    def file(self, day: str = "2026-11-20", ending: str = "md") -> Path:
        return self.folder / "digests" / f"{day}.{ending}"

    def told(self, day: str = "2026-11-20") -> list[int]:
        """Tell which entries stand in a day's file, in its order."""
        numbers = {title(number): number for number in range(2000)}
        lines = (line for line in self.file(day).read_text().splitlines() if line.startswith("### ["))
        return [numbers[line[len("### [") : line.index("]")]] for line in lines]


def identity(path: Path) -> tuple[int, int]:
    """Tell whether a file was touched: reading it changes neither."""
    return path.stat().st_ino, path.stat().st_mtime_ns


def title(number: int) -> str:
    return f"{PLACES[number % 10]} opens its new {WORKS[number // 10 % 10]}" + f" no. {number // 100}" * (number > 99)


def item(number: int) -> str:
    place, work = PLACES[number % 10], WORKS[number // 10 % 10]
    return (
        f"<item><title>{title(number)}</title><guid isPermaLink='false'>{number}</guid>"
        f"<link>https://gazette.example/{number}</link><pubDate>Thu, 19 Nov 2026 0{number % 10}:00:00 +0000</pubDate>"
        f"<description>The {work} of {place} opened on Thursday after {number + 2} years of work. "
        f"The mayor of {place} said that {number + 3} thousand people came to see the {work}.</description></item>"
    )
