"""`digest schedule`: what each system is asked to do, and that it is taken back whole."""

from __future__ import annotations

import os
import plistlib
import shlex
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from digest.cli import build
from digest.cli._schedulers import Job, cron, launchd, systemd
from digest.errors import ConfigError, DeliveryError, DigestError

CRONTAB = """\
#!/bin/sh
case "$1" in
-l) [ -f "$HOME/crontab" ] && exec cat "$HOME/crontab"; echo "no crontab for me" >&2; exit 1;;
-) exec cat > "$HOME/crontab";;
esac
"""
SYSTEMCTL = """\
#!/bin/sh
echo "$@" >> "$HOME/called"
case "$2" in
is-system-running) echo running;;
show) echo ActiveState=active; echo "NextElapseUSecRealtime=Mon 2026-11-23 07:00:00 UTC";;
esac
"""
LAUNCHCTL = """\
#!/bin/sh
echo "$@" >> "$HOME/called"
[ "$1" != bootout ]
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch) -> Path:
    """A home in which the systems' programs only note what they are told."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, script in (("crontab", CRONTAB), ("systemctl", SYSTEMCTL), ("launchctl", LAUNCHCTL)):
        (programs / name).write_text(script)
        (programs / name).chmod(0o755)
    for name in [name for name in os.environ if name.startswith(("DIGEST_", "XDG_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "feeds.yaml").write_text("feeds: [https://example.com/feed]\n")
    return tmp_path


def run(*arguments: str):
    done = CliRunner().invoke(build(), ["schedule", *arguments])
    if isinstance(done.exception, DigestError):
        raise done.exception
    return done


def test_cron_keeps_the_other_lines(here):
    (here / "crontab").write_text("# mine\n5 4 * * 1 backup\n")
    assert run("status", "--with", "cron").exit_code == 1
    run("install", "--with", "cron", "--at", "6:30")
    first, second, remark, line = (here / "crontab").read_text().splitlines()
    assert (first, second) == ("# mine", "5 4 * * 1 backup")
    assert remark.startswith("# digest-")
    assert line == f"30 6 * * * {sys.executable} -m digest run -q -c {here}/feeds.yaml"
    assert run("status", "--with", "cron").stdout == f"in the crontab: {line}\n"
    run("install", "--with", "cron")
    assert (here / "crontab").read_text().count(" run -q ") == 1
    run("remove", "--with", "cron")
    assert (here / "crontab").read_text() == "# mine\n5 4 * * 1 backup\n"
    assert "no daily run was set up" in run("remove", "--with", "cron").stderr


def test_cron_begins_a_crontab_where_there_is_none(here):
    run("install", "--with", "cron")
    assert len((here / "crontab").read_text().splitlines()) == 2


def test_systemd_gets_a_timer(here):
    done = run("install", "--at", "06:30")
    assert "every day at 06:30" in done.stderr
    assert "enable-linger" in done.stderr
    written = done.stdout.split()
    assert [Path(path).suffix for path in written] == [".service", ".timer"]
    assert "OnCalendar=*-*-* 06:30:00\nPersistent=true\n" in Path(written[1]).read_text()
    assert f"ExecStart={sys.executable} -m digest run -q -c {here}/feeds.yaml\n" in Path(written[0]).read_text()
    timer = Path(written[1]).name
    assert run("status").stdout == f"{timer} is active, next at Mon 2026-11-23 07:00:00 UTC\n"
    run("remove")
    assert not any(Path(path).exists() for path in written)
    assert run("status").exit_code == 1
    called = [line for line in (here / "called").read_text().splitlines() if "is-system" not in line]
    assert called == [
        "--user daemon-reload",
        f"--user enable --now {timer}",
        f"--user show {timer} --property=ActiveState,NextElapseUSecRealtime",
        f"--user disable --now {timer}",
        "--user daemon-reload",
    ]


def test_launchd_gets_an_agent(here):
    (written,) = run("install", "--with", "launchd", "--at", "6:05").stdout.split()
    wanted = plistlib.loads(Path(written).read_bytes())
    assert wanted["ProgramArguments"] == [sys.executable, "-m", "digest", "run", "-q", "-c", f"{here}/feeds.yaml"]
    assert wanted["StartCalendarInterval"] == {"Hour": 6, "Minute": 5}
    assert "is loaded from" in run("status", "--with", "launchd").stdout
    run("remove", "--with", "launchd")
    assert not Path(written).exists()


def test_print_changes_nothing(here):
    before = sorted(here.rglob("*"))
    for way in ("systemd", "cron", "launchd"):
        assert "feeds.yaml" in run("print", "--with", way).stdout
    assert sorted(here.rglob("*")) == before


def test_what_cannot_be_is_said(here):
    with pytest.raises(ConfigError, match="--at '25:00' is no time of day"):
        run("install", "--at", "25:00")
    (here / "bin" / "crontab").unlink()
    with pytest.raises(ConfigError, match="there is no crontab here"):
        cron.install(Job(here / "feeds.yaml", 7, 0))


def test_the_systems_own_words_are_passed_on(here):
    (here / "bin" / "crontab").write_text("#!/bin/sh\necho 'you are not allowed' >&2\nexit 1\n")
    with pytest.raises(DeliveryError, match="crontab -l: you are not allowed"):
        run("install", "--with", "cron")


def test_odd_paths_stay_whole():
    job = Job(Path('/home/me/50% "odd" $x/feeds.yaml'), 7, 0)
    shell = cron.text(job).splitlines()[1].split(" * * * ")[1].replace("\\%", "%")
    assert tuple(shlex.split(shell)) == job.command
    service = next(iter(systemd.files(job).values()))
    assert '"/home/me/50%% \\"odd\\" $$x/feeds.yaml"' in service
    assert plistlib.loads(launchd.text(job).encode())["ProgramArguments"][-1] == str(job.config)
    assert job.name != Job(Path("/home/me/feeds.yaml"), 7, 0).name
