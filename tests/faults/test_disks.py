"""Disks that are full, read-only or forbidden: told in a line, nothing half done, nothing lost afterwards."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from digest.store import Store
from tests.project import Project

root = pytest.mark.skipif(os.geteuid() != 0, reason="mounting needs root")
NOBODY = 65534


@contextmanager
def mounted(folder: Path, options: str = "") -> Iterator[Path]:
    """Mount a disk of one megabyte in memory."""
    folder.mkdir(parents=True, exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size=1m{options}", "digest-test", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no right to mount: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(folder: Path, leave: int) -> Path:
    """Take all of a disk but some kilobytes."""
    filler = folder / "filler"
    size = os.statvfs(folder)
    filler.write_bytes(b"x" * max(0, size.f_bavail * size.f_frsize - leave * 1024))
    return filler


def assert_told(project: Project, outcome_status: int, err: str, place: Path) -> None:
    """One line names the place and the remedy."""
    assert outcome_status == 1, err
    assert err.count("\n") == 1, err
    assert str(place) in err
    assert "the disk is full" in err or "the disk reports an error" in err
    assert "Traceback" not in err


@root
@pytest.mark.parametrize("leave", range(0, 260, 12))
def test_a_disk_that_is_full_of_others_under_the_database(project: Project, leave: int) -> None:
    project.feed(11, 22)
    assert project.run("run", "--date", "2026-11-20").status == 0
    old = project.file().read_bytes()
    state = project.folder / ".digest"
    database = (state / "digest.db").read_bytes()
    with mounted(state):
        (state / "digest.db").write_bytes(database)
        filler = fill(state, leave)
        project.feed(11, 22, *range(30, 60))
        outcome = project.run("run", "--date", "2026-11-20")
        if outcome.status != 0:
            assert_told(project, outcome.status, outcome.err, state)
            # The last to fail is the mark that the file was written: by then it is, and whole.
            assert project.file().read_bytes() == old or len(project.told()) == 32
        filler.unlink()
        assert project.run("run", "--date", "2026-11-20").status == 0
        assert sorted(project.told()) == [11, 22, *range(30, 60)]
        with Store.view(state / "digest.db") as store:
            assert store.faults() == ()


@root
@pytest.mark.parametrize("leave", [0, 2, 4, 8, 16])
def test_a_disk_that_is_full_of_others_under_the_digests(project: Project, leave: int) -> None:
    project.feed(11, 22)
    with mounted(project.folder / "digests") as folder:
        assert project.run("run", "--date", "2026-11-20").status == 0
        old = project.file().read_bytes()
        filler = fill(folder, leave)
        project.feed(11, 22, *range(30, 60))
        outcome = project.run("run", "--date", "2026-11-20")
        assert_told(project, outcome.status, outcome.err, folder)
        assert project.file().read_bytes() == old
        assert sorted(path.name for path in folder.iterdir()) == ["2026-11-20.md", "filler"]
        filler.unlink()
        assert project.run("run", "--date", "2026-11-20").status == 0
        assert sorted(project.told()) == [11, 22, *range(30, 60)]


@root
@pytest.mark.parametrize("name", ["digests", ".digest"])
def test_a_read_only_disk_is_told_before_any_work(project: Project, name: str) -> None:
    project.feed(11, 22)
    assert project.run("run", "--date", "2026-11-20").status == 0
    kept = {path.name: path.read_bytes() for path in (project.folder / name).iterdir()}
    with mounted(project.folder / name) as folder:
        for file, content in kept.items():
            (folder / file).write_bytes(content)
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        project.feed(11, 22, 33)
        outcome = project.run("run", "--date", "2026-11-20")
        assert outcome.status == 1
        assert outcome.err.count("\n") == 1
        assert str(folder) in outcome.err
        assert "read-only" in outcome.err.lower()
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == kept


@root
@pytest.mark.parametrize("name", ["digests", ".digest"])
def test_a_forbidden_folder_is_told_before_any_work(project: Project, name: str) -> None:
    project.feed(11)
    (project.folder / name).mkdir(mode=0o700)
    for path in (project.folder, *project.folder.parents):
        if path.is_relative_to("/tmp/"):
            path.chmod(0o777)
    os.seteuid(NOBODY)
    try:
        outcome = project.run("run", "--date", "2026-11-20")
    finally:
        os.seteuid(0)
    assert outcome.status == 1
    assert outcome.err.count("\n") == 1
    assert str(project.folder / name) in outcome.err
    assert "permission" in outcome.err.lower()
