"""`digest init`, `check` and `doctor`, as a user meets them."""

from __future__ import annotations

import os
import re
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from digest import config
from digest.cli import build
from digest.errors import ConfigError, ExitStatus
from tests.test_config import EVERY_DEFAULT


@pytest.fixture
def here(tmp_path: Path, monkeypatch) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name in [name for name in os.environ if name.startswith(("DIGEST_", "XDG_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    return folder


def run(*arguments: str):
    return CliRunner().invoke(build(), arguments)


def test_init_writes_what_check_finds_right(here):
    first = run("init")
    assert (first.exit_code, first.stdout) == (0, "feeds.yaml\ninbox/welcome.md\n")
    assert "digest run" in first.stderr
    assert run("check").stdout.startswith("feeds.yaml: no problems\n  feeds     3 (2 on the web, 1 local; 0 paused)")


def test_init_in_another_folder_names_it(here):
    done = run("init", "news")
    assert done.stdout.splitlines() == ["news/feeds.yaml", "news/inbox/welcome.md"]
    assert "cd news && digest run" in done.stderr
    assert config.load(here / "news" / "feeds.yaml", {}).sources


def test_init_touches_nothing_that_is_there(here):
    Path("feeds.yaml").write_text("title: Mine\n")
    with pytest.raises(ConfigError, match=r"feeds\.yaml is there already"):
        build()(["init"], standalone_mode=False)
    assert Path("feeds.yaml").read_text() == "title: Mine\n"
    assert not Path("inbox").exists()


def test_init_copies_the_templates_that_a_digest_is_made_with(here):
    done = run("init", "--template")
    assert "templates/digest.html.j2" in done.stdout.splitlines()
    Path("feeds.yaml").write_text("output: {template: templates}\n")
    assert config.load(Path("feeds.yaml"), {}).output.template == str(here / "templates")
    with pytest.raises(ConfigError, match="is there already and stays as it is"):
        build()(["init", "--template"], standalone_mode=False)


def test_every_key_that_init_shows_is_right_and_a_default(here):
    """Uncommented, the rest of the file must say what the program does without it."""
    run("init", "-q")
    text = Path("feeds.yaml").read_text()
    end = text.index("# All that follows")
    shown = re.sub(r"^# ", "", text[end:].partition("\n")[2], flags=re.MULTILINE)
    shown = shown.replace("timezone: Europe/Stockholm", "timezone: null").replace("Digest <me@example.org>", "null")
    Path("feeds.yaml").write_text(shown)
    given = config.load(Path("feeds.yaml"), {})
    Path("feeds.yaml").write_text(EVERY_DEFAULT.replace("email: null", "email: {to: []}"))
    assert replace(given, warnings=()) == replace(config.load(Path("feeds.yaml"), {}), warnings=())


def test_every_key_that_a_feed_of_init_shows_is_right(here):
    run("init", "-q")
    path = Path("feeds.yaml")
    path.write_text(re.sub(r"^    # ", "    ", path.read_text(), flags=re.MULTILINE))
    feed = config.load(path, {"KEY": "k", "NASA_PASSWORD": "p"}).sources[1]
    assert (feed.headers, feed.auth, feed.enabled) == ({"X-Key": "${KEY}"}, ("me", "${NASA_PASSWORD}"), False)
    assert feed.include[0].pattern == "(?i)moon|mars"


def test_check_names_every_problem_and_no_result(here):
    Path("feeds.yaml").write_text("titel: x\nlimits: {total: no}\n")
    with pytest.raises(ConfigError) as caught:
        build()(["check"], standalone_mode=False)
    assert str(caught.value).splitlines() == [
        "feeds.yaml:1:1: unknown key 'titel'; did you mean 'title'?",
        "feeds.yaml:2:17: must be a whole number from 1 to 100000, not 'no'",
    ]


def test_check_without_a_file_says_what_to_do(here):
    with pytest.raises(ConfigError, match="run `digest init`"):
        build()(["check"], standalone_mode=False)


def test_check_warns_of_a_program_for_mail_that_cannot_be_run(here):
    path = here / "bring"
    (here / "feeds.yaml").write_text(f"email: {{to: [a@b.example], sendmail: {path}}}\n")
    told = f"digest: {path}: no program that can be run; see email.sendmail\n"
    assert run("check").stderr.startswith(told)
    path.write_text("#!/bin/sh\n")
    assert run("check").stderr.startswith(told)
    path.chmod(0o755)
    assert "no program" not in run("check").stderr


def test_check_warns_of_files_that_are_not_there(here):
    Path("feeds.yaml").write_text("feeds: [{file: absent.md}]\n")
    done = run("check")
    assert done.exit_code == 0
    assert "absent.md: no such file" in done.stderr


def test_the_variable_and_the_option_choose_the_file(here, monkeypatch):
    Path("a.yaml").write_text("feeds: []\n")
    Path("b.yaml").write_text("feeds: []\n")
    monkeypatch.setenv("DIGEST_CONFIG", "a.yaml")
    assert run("check").stdout.startswith("a.yaml: no problems")
    assert run("check", "-c", "b.yaml").stdout.startswith("b.yaml: no problems")


def test_doctor_finds_a_fresh_folder_well(here):
    run("init", "-q")
    before = sorted(here.rglob("*"))
    done = run("doctor")
    assert done.exit_code == 0, done.stdout
    assert {line[:2] for line in done.stdout.splitlines()} == {"ok"}
    assert sorted(here.rglob("*")) == before


def test_doctor_says_what_is_wrong_and_how_to_mend_it(here):
    Path("occupied").write_text("a file")
    Path("feeds.yaml").write_text(
        "output: {dir: occupied/below}\nstate: {path: notes.txt}\n"
        "email: {to: [a@example.org], smtp: {host: mail.example.org, user: me}}\n"
    )
    Path("notes.txt").write_text("no database " * 100)
    done = run("doctor")
    assert done.exit_code == ExitStatus.FAILED
    wrong = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("!!")]
    assert wrong == ["output", "state", "mail"]


def test_doctor_reads_the_database(here):
    from digest.store import Store

    Path("feeds.yaml").write_text("feeds: []\n")
    with Store.open(here / ".digest" / "digest.db"):
        pass
    assert "intact, 0 digests" in run("doctor").stdout
    database = sqlite3.connect(here / ".digest" / "digest.db")
    database.execute("PRAGMA user_version = 99")
    database.close()
    assert "update digest" in run("doctor").stdout


def test_doctor_and_check_say_more_or_less(here):
    run("init")
    for command in ("doctor", "check"):
        assert "using feeds.yaml\n" in run(command, "-v").stderr
    assert run("doctor", "-q").stdout == ""


def test_doctor_goes_on_where_feeds_yaml_is_wrong(here):
    Path("feeds.yaml").write_text("titel: x\n")
    done = run("doctor")
    assert done.exit_code == ExitStatus.FAILED
    assert "!!  feeds.yaml  fails: feeds.yaml:1:1: unknown key 'titel'" in done.stdout
