"""The program as a whole: help, version, start-up, signals."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest

from digest import __version__
from digest.cli import build
from tests.program import ROOT, digest, environment

HEAVY = (
    "feedparser",
    "sumy",
    "nltk",
    "numpy",
    "lxml",
    "httpx",
    "httpcore",
    "trafilatura",
    "jinja2",
    "rich",
    "sqlite3",
    "yaml",
)


def commands():
    """Every command and subcommand that there is, as words."""
    import typer.main

    group = typer.main.get_command(build())
    for name, command in group.commands.items():
        yield (name,)
        for sub in getattr(command, "commands", {}):
            yield (name, sub)


def test_version(tmp_path):
    assert digest("--version", cwd=tmp_path).out == f"digest {__version__}\n"


@pytest.mark.parametrize("words", sorted(commands()), ids=" ".join)
def test_every_command_has_help_with_an_example(tmp_path, words):
    outcome = digest(*words, "--help", cwd=tmp_path)
    assert outcome.status == 0
    assert "Example:  digest " in outcome.out


def test_no_command_shows_the_help(tmp_path):
    outcome = digest(cwd=tmp_path)
    assert outcome.status == 2
    assert "summarize" in outcome.out + outcome.err


def loaded(tmp_path, *arguments):
    code = (
        "import sys, json\n"
        "from digest.cli import build\n"
        f"try: build()({list(arguments)!r})\n"
        "except SystemExit: pass\n"
        "print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment(tmp_path, PYTHONPATH=str(ROOT)),
        capture_output=True,
        check=True,
    )
    return {name.split(".")[0] for name in json.loads(done.stderr.splitlines()[-1])}


@pytest.mark.parametrize("arguments", [("--help",), ("run", "--help"), ("summarize", "--help"), ("feeds", "--help")])
def test_help_loads_nothing_heavy(tmp_path, arguments):
    assert not loaded(tmp_path, *arguments) & set(HEAVY)


@pytest.mark.parametrize("method", ["auto", "lead"])
def test_summarizing_text_loads_no_sumy_and_no_web_client(tmp_path, method):
    (tmp_path / "a.txt").write_text(
        "The ferry to Stenna sails again from Monday. It was repaired in the yard at Orm.\n"
    )
    found = loaded(tmp_path, "summarize", "a.txt", "-m", method)
    assert not found & {"sumy", "nltk", "httpx", "httpcore", "feedparser", "trafilatura"}
    assert "digest" in found


def test_options_come_from_the_environment(tmp_path):
    (tmp_path / "a.txt").write_text("The ferry to Stenna sails again from Monday. The yard at Orm repaired the hull.\n")
    outcome = digest("summarize", "a.txt", cwd=tmp_path, DIGEST_SUMMARIZE_FORMAT="json", DIGEST_SUMMARIZE_BULLETS="1")
    (article,) = json.loads(outcome.out)["articles"]
    assert len(article["key_points"]) == 1


def test_completion_is_offered(tmp_path):
    outcome = digest("--show-completion", "bash", cwd=tmp_path)
    assert outcome.status == 0
    assert "digest" in outcome.out


def test_a_reader_who_leaves_early_is_no_error(tmp_path):
    (tmp_path / "in.jsonl").write_text("".join(json.dumps({"text": "A boat sank. " * 40}) + "\n" for _ in range(400)))
    command = (
        f"{sys.executable} -m digest batch in.jsonl --text --workers 1 | head -c 10 >/dev/null; exit ${{PIPESTATUS[0]}}"
    )
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=tmp_path,
        env=environment(tmp_path, PYTHONPATH=str(ROOT)),
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


@pytest.mark.parametrize("stream", ["2>/dev/full", "2>&-", "2> >(exit 0)"])
def test_a_digest_is_written_though_nobody_can_be_told(tmp_path, stream):
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    (tmp_path / "feeds.yaml").write_text("feeds:\n- file: samples/fathom.rss\n- file: missing.xml\n", encoding="utf-8")
    command = f"{sys.executable} -m digest run -v --date 2026-11-24 {stream}"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, env=environment(tmp_path), check=False)
    assert done.returncode == 0
    assert (tmp_path / "digests/2026-11-24.md").exists()
