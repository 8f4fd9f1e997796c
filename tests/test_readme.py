"""The commands in README.md and docs/ do what is shown.

Every block marked `console` is run, top to bottom, in a copy of the repository's own files; what is
marked `sh` is not. A line that begins with `$ ` is a command and must succeed; the lines after it are
its standard output, where `…` stands for any text and a line of `…` alone for any lines. A command
without lines after it may write anything.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
NEEDED = ("feeds.yaml", "samples")


def steps(page: str) -> list[tuple[str, str]]:
    """Give the commands of a page with the output shown for each."""
    found = []
    for block in BLOCK.findall(page):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output.strip("\n")))
    return found


def matches(shown: str, output: str) -> bool:
    """Compare an output with what is shown of it."""
    lines = [
        r"(?:.*\n)*" if line.strip() == "…" else re.escape(line).replace("…", ".*") + r"[ \t]*\n"
        for line in shown.split("\n")
    ]
    return re.fullmatch("".join(lines), output.rstrip("\n") + "\n") is not None


def environment(home):
    """Give a newcomer's environment: nothing set, nobody to be asked."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("DIGEST_", "XDG_"))}
    environ |= {"PATH": f"{Path(sys.executable).parent}:{environ['PATH']}", "HOME": str(home), "TERM": "dumb"}
    return environ | {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}


def copy_of_the_samples(folder):
    for name in NEEDED:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)


def test_the_digest_that_is_shown_is_the_one_that_is_written(tmp_path):
    copy_of_the_samples(tmp_path)
    command = ["digest", "run", "-q", "--date", "2026-11-24", "-f", "md"]
    subprocess.run(command, cwd=tmp_path, env=environment(tmp_path), capture_output=True, check=True)
    quoted = re.findall(r"^> ?(.*)$", PAGES[0].read_text(encoding="utf-8"), re.MULTILINE)
    assert len(quoted) > 5
    assert "\n".join(quoted) in (tmp_path / "digests/2026-11-24.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "page", [page for page in PAGES if steps(page.read_text(encoding="utf-8"))], ids=lambda page: page.name
)
def test_what_is_shown_is_what_happens(page, tmp_path):
    copy_of_the_samples(tmp_path)
    environ = environment(tmp_path)
    for command, shown in steps(page.read_text(encoding="utf-8")):
        done = subprocess.run(
            ["sh", "-c", command], cwd=tmp_path, env=environ, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{command}\n{done.stderr}"
        assert not shown or matches(shown, done.stdout), f"{command}\n{done.stdout}"


@pytest.mark.parametrize(
    ("shown", "output", "same"),
    [
        ("a\nb", "a\nb\n", True),
        ("a …\n…\nz", "a 1\nx\ny\nz\n", True),
        ("a\n…", "a\n", True),
        ("a", "a\nb\n", False),
        ("a.c", "abc\n", False),
    ],
)
def test_outputs_are_compared_line_by_line(shown, output, same):
    assert matches(shown, output) is same


def test_commands_are_found_with_what_they_show():
    page = "```sh\n$ no\n```\n\n```console\n$ one\nx\n\n$ two\n```\ntext\n```console\n$ three\n…\n```\n"
    assert steps(page) == [("one", "x"), ("two", ""), ("three", "…")]
