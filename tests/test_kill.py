"""A run that is killed, at any moment, loses nothing and repeats nothing at the next."""

from __future__ import annotations

import shutil
import sys
from functools import partial
from pathlib import Path

import pytest

from tests import killing


@pytest.mark.parametrize(("number", "first"), [(0, 0), (2, 3)])
def test_a_run_killed_before_one_of_its_steps(tmp_path: Path, number: int, first: int) -> None:
    (tmp_path / "before").mkdir()
    for earlier in range(number):
        killing.run(tmp_path / "before", earlier)
    kills = 0
    for step in range(first, 10_000, 7):
        folder = tmp_path / str(step)
        shutil.copytree(tmp_path / "before", folder)
        if not killing.killed_before(step, partial(killing.run, folder, number)):
            break
        killing.run(folder, number)
        killing.assert_whole(folder, number)
        kills += 1
    assert kills > 10


def test_runs_killed_at_any_time(tmp_path: Path) -> None:
    command = [sys.executable, killing.__file__, str(tmp_path)]
    last = int(killing.kill_often(command, kills=12, seed=1, longest=0.06)[-1])
    killing.run(tmp_path, last)
    killing.assert_whole(tmp_path, last)
