"""Hundreds of kills: during polls, commits, writing, marking; of the store alone and of the whole program."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from digest.cli import main
from digest.store import Store
from tests import killing
from tests.program import ROOT, environment
from tests.project import Project, identity


@pytest.mark.parametrize("number", [0, 1, 3])
def test_a_run_of_the_store_killed_before_each_of_its_steps(tmp_path: Path, number: int) -> None:
    before = tmp_path / "before"
    before.mkdir()
    for earlier in range(number):
        killing.run(before, earlier)
    for step in range(10_000):
        folder = tmp_path / "now"
        shutil.copytree(before, folder)
        if not killing.killed_before(step, partial(killing.run, folder, number)):
            break
        killing.run(folder, number)
        killing.assert_whole(folder, number)
        shutil.rmtree(folder)
    assert step > 50


def test_runs_of_the_store_killed_at_any_time(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    command = [sys.executable, killing.__file__, str(tmp_path)]
    last = int(killing.kill_often(command, kills=request.config.getoption("--kills"), seed=2, longest=0.1)[-1])
    killing.run(tmp_path, last)
    killing.assert_whole(tmp_path, last)


@pytest.mark.parametrize("earlier", [0, 1])
def test_the_program_killed_before_its_steps(
    project: Project, tmp_path_factory: pytest.TempPathFactory, earlier: int
) -> None:
    kills = 0
    for turn in range(earlier):
        grow(project, turn)
        assert project.run("run", "--date", day_of(turn)).status == 0
    grow(project, earlier)
    before = tmp_path_factory.mktemp("before") / "project"
    shutil.copytree(project.folder, before)
    for step in range(earlier, 10_000, 13):
        shutil.rmtree(project.folder / ".digest", ignore_errors=True)
        shutil.rmtree(project.folder / "digests", ignore_errors=True)
        shutil.copytree(before, project.folder, dirs_exist_ok=True)
        project.patch.setattr(sys, "argv", ["digest", "run", "--date", day_of(earlier)])
        if not killing.killed_before(step, main):
            break
        kills += 1
        assert_nothing_lost(project, earlier)
    assert kills > 20


def test_the_program_killed_at_any_time(project: Project, request: pytest.FixtureRequest) -> None:
    moments = random.Random(3)
    turns = request.config.getoption("--kills") // 2
    grow(project, 0)
    begin = time.monotonic()
    subprocess.run(
        [sys.executable, "-m", "digest", "run", "--dry-run"],
        cwd=project.folder,
        env=environment(project.folder, PYTHONPATH=str(ROOT)),
        capture_output=True,
        check=True,
    )
    longest = 1.5 * (time.monotonic() - begin)
    for turn in range(turns):
        grow(project, turn)
        command = [sys.executable, "-m", "digest", "run", "-q", "--date", day_of(turn)]
        variables = environment(project.folder, PYTHONPATH=str(ROOT), KILLED_BY=str(os.getpid()))
        with subprocess.Popen(command, cwd=project.folder, env=variables, stderr=subprocess.PIPE) as process:
            time.sleep(moments.uniform(0.1 * longest, longest))
            process.kill()
            assert process.stderr is not None
            assert process.stderr.read() == b""
    assert_nothing_lost(project, turns - 1)
    assert_no_orphans()


def grow(project: Project, turn: int) -> None:
    """Let the feed have two more entries; it lists its newest 60."""
    last = 2 * (turn + 1)
    project.feed(*reversed(range(max(0, last - 60), last)))


def day_of(turn: int) -> str:
    """Let three runs share a day."""
    return str(date(2026, 11, 20) + timedelta(days=turn // 3))


def assert_nothing_lost(project: Project, turn: int) -> None:
    """After one more run all that came is told once, and every digest is what the database makes of it."""
    outcome = project.run("run", "--date", day_of(turn))
    assert (outcome.status, "Traceback" in outcome.err) == (0, False)
    files = sorted((project.folder / "digests").iterdir())
    assert [path.suffix for path in files] == [".md"] * len(files)
    told = Counter(number for path in files for number in project.told(path.stem))
    assert told == Counter(range(2 * (turn + 1)))
    for path in files:
        before = identity(path)
        assert project.run("rebuild", path.stem).out == f"{path}\n"
        assert identity(path) == before
    with Store.view(project.folder / ".digest" / "digest.db") as store:
        assert store.faults() == ()


def assert_no_orphans() -> None:
    """No worker outlives the run that started it."""
    for _ in range(50):
        if not orphans():
            return
        time.sleep(0.1)
    pytest.fail(f"still running: {orphans()}")


def orphans() -> list[str]:
    """List the processes that carry the mark of this harness's runs."""
    mark, found = f"KILLED_BY={os.getpid()}".encode(), []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (process / "environ").read_bytes():
                found.append(process.name)
        except OSError:  # it ended meanwhile, or is not ours
            continue
    return found
