"""Files, whole or not at all, and never over what the user wrote."""

from __future__ import annotations

import os
import resource
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.deliver import Delivery, digest_of, preflight, write_files
from digest.deliver.files import parted
from digest.errors import DeliveryError

MARKER = b"<!-- notes below -->"
OLD, NEW = b"# Morning\n\n" + MARKER + b"\n", b"# Evening\n\n" + MARKER + b"\n"


def ours(path: Path, *contents: bytes) -> dict[Path, frozenset[str]]:
    return {path: frozenset(digest_of(content) for content in contents)}


def identity(path: Path) -> tuple[int, int]:
    """Tell whether a file was touched: reading it changes neither."""
    return path.stat().st_ino, path.stat().st_mtime_ns


def entries(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    path = tmp_path / "other" / ".." / "a folder" / "ünïcode" / "digest.md"
    assert write_files([(path, b"text")]) == (Delivery(path, "written", digest_of(b"text")),)
    assert path.read_bytes() == b"text"
    assert entries(path.parent) == ["digest.md"]


def test_the_same_bytes_leave_the_file_untouched(tmp_path: Path) -> None:
    path = tmp_path / "digest.md"
    write_files([(path, b"text")])
    before = identity(path)
    assert write_files([(path, b"text")], ours={})[0].status == "unchanged"
    assert identity(path) == before


def test_an_overwritten_file_keeps_its_mode_and_a_new_one_has_the_users(tmp_path: Path) -> None:
    path, other = tmp_path / "digest.md", tmp_path / "other.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    mask = os.umask(0o022)
    try:
        write_files([(path, b"new"), (other, b"new")])
    finally:
        os.umask(mask)
    assert [stat.S_IMODE(p.stat().st_mode) for p in (path, other)] == [0o640, 0o644]


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "vault").mkdir()
    link = tmp_path / "digest.md"
    link.symlink_to(tmp_path / "vault" / "today.md")
    write_files([(link, b"one")])
    write_files([(link, b"two")])
    assert link.is_symlink()
    assert (tmp_path / "vault" / "today.md").read_bytes() == b"two"


def test_a_device_takes_the_bytes_and_stays_a_device() -> None:
    write_files([(Path(os.devnull), b"text")])
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_pipe_takes_the_bytes(tmp_path: Path) -> None:
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_files([(pipe, b"text")])
    reader.join(10)
    assert got == [b"text"]


def test_a_full_device_is_told_with_the_way_out() -> None:
    with pytest.raises(DeliveryError, match="/dev/full: the disk is full; free some space"):
        write_files([(Path("/dev/full"), b"text")])


def test_a_file_that_the_user_edited_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "digest.md"
    path.write_bytes(b"# My morning\n\n" + MARKER + b"\n")
    (made,) = write_files([(path, NEW)], ours=ours(path, OLD), marker=MARKER)
    assert made == Delivery(tmp_path / "digest.md.new", "aside", digest_of(NEW))
    assert (path.read_bytes(), made.path.read_bytes()) == (b"# My morning\n\n" + MARKER + b"\n", NEW)
    again = identity(made.path)
    assert write_files([(path, NEW)], ours=ours(path, OLD), marker=MARKER) == (made,)
    assert identity(made.path) == again


def test_a_file_of_unknown_origin_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "2026-11-22.md"
    path.write_bytes(b"my diary")
    assert write_files([(path, NEW)], ours={})[0].status == "aside"
    assert path.read_bytes() == b"my diary"


def test_an_edited_file_is_overwritten_by_force_or_when_it_was_named_for_that(tmp_path: Path) -> None:
    path = tmp_path / "digest.md"
    for options in ({"ours": {}, "force": True}, {"ours": None}):
        path.write_bytes(b"my diary")
        assert write_files([(path, NEW)], **options)[0].status == "written"
        assert path.read_bytes() == NEW


def test_once_the_user_took_the_new_file_over_it_is_ours_again(tmp_path: Path) -> None:
    path = tmp_path / "digest.md"
    path.write_bytes(b"edited")
    (made,) = write_files([(path, OLD)], ours={})
    made.path.replace(path)
    assert write_files([(path, NEW)], ours=ours(path, OLD))[0].status == "written"


def test_what_stands_below_the_marker_is_carried_over(tmp_path: Path) -> None:
    path = tmp_path / "digest.md"
    path.write_bytes(OLD + b"\nMy notes.\n")
    (made,) = write_files([(path, NEW)], ours=ours(path, OLD), marker=MARKER)
    assert (made.status, made.sha256) == ("written", digest_of(NEW))
    assert path.read_bytes() == NEW + b"\nMy notes.\n"
    assert write_files([(path, NEW)], ours=ours(path, NEW), marker=MARKER)[0].status == "unchanged"


def test_a_marker_that_the_user_repeats_is_the_users(tmp_path: Path) -> None:
    path = tmp_path / "digest.md"
    path.write_bytes(OLD + b"Notes\n" + MARKER + b"\nmore\n")
    write_files([(path, NEW)], ours=ours(path, OLD), marker=MARKER)
    assert path.read_bytes() == NEW + b"Notes\n" + MARKER + b"\nmore\n"


def test_an_editor_that_takes_the_last_line_break_has_not_edited(tmp_path: Path) -> None:
    path = tmp_path / "digest.md"
    path.write_bytes(OLD.rstrip(b"\n"))
    assert write_files([(path, NEW)], ours=ours(path, OLD), marker=MARKER)[0].status == "written"
    assert path.read_bytes() == NEW


def test_a_marker_that_was_deleted_is_an_edit(tmp_path: Path) -> None:
    path = tmp_path / "digest.md"
    path.write_bytes(b"# Morning\n\nMy notes.\n")
    assert write_files([(path, NEW)], ours=ours(path, OLD), marker=MARKER)[0].status == "aside"


@given(st.lists(st.sampled_from([MARKER, b"\n", b"x", b"- a"])), st.binary())
def test_parting_gives_back_what_was_rendered_and_what_was_added(parts: list[bytes], notes: bytes) -> None:
    content = b"".join(parts) + MARKER + b"\n"
    assert parted(content + notes, content, MARKER) == (content, notes)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.mkdir(), "this is a folder"),
        (lambda path: path.symlink_to(path), "circle"),
        (lambda path: path.parent.joinpath("file").write_bytes(b""), None),
    ],
)
def test_what_cannot_be_written_is_told_in_a_line(tmp_path: Path, make, words: str | None) -> None:
    path = tmp_path / "digest.md"
    make(path)
    if words is None:
        path, words = tmp_path / "file" / "digest.md", "file"
    with pytest.raises(DeliveryError, match=words) as caught:
        write_files([(path, b"text")])
    assert "\n" not in str(caught.value)


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeliveryError, match="too long"):
        write_files([(tmp_path / ("x" * 300), b"text")])


def test_all_files_or_none(tmp_path: Path) -> None:
    first, second = tmp_path / "a.md", tmp_path / "b.md"
    first.write_bytes(b"old")
    second.mkdir()
    with pytest.raises(DeliveryError):
        write_files([(first, b"new"), (second, b"new")])
    assert first.read_bytes() == b"old"
    assert entries(tmp_path) == ["a.md", "b.md"]


def test_a_file_too_large_for_the_disk_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "digest.md"
    path.write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
    try:
        with pytest.raises(DeliveryError, match=r"ulimit -f"):
            write_files([(path, b"x" * 1_000_000)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_bytes() == b"old"
    assert entries(tmp_path) == ["digest.md"]


def test_leftovers_of_runs_that_died_are_removed_and_of_living_ones_not(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    node = os.uname().nodename
    (tmp_path / f".digest-{node}-{dead.pid}-0.tmp").write_bytes(b"half")
    (tmp_path / f".digest-{node}-{os.getppid()}-0.tmp").write_bytes(b"half")
    (tmp_path / f".digest-elsewhere-{dead.pid}-0.tmp").write_bytes(b"half")
    write_files([(tmp_path / "digest.md", b"text")])
    assert entries(tmp_path) == sorted(
        [f".digest-elsewhere-{dead.pid}-0.tmp", f".digest-{node}-{os.getppid()}-0.tmp", "digest.md"]
    )


def test_preflight_makes_the_folder_and_leaves_nothing(tmp_path: Path) -> None:
    preflight(tmp_path / "a" / "b")
    assert entries(tmp_path / "a" / "b") == []


def test_preflight_tells_what_cannot_work(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(DeliveryError, match="where a folder is needed"):
        preflight(tmp_path / "file" / "digests")
    with pytest.raises(DeliveryError, match="file"):
        preflight(tmp_path / "file")
    with pytest.raises(DeliveryError, match="/proc/digests"):
        preflight(Path("/proc/digests"))


def test_the_disk_is_asked_in_the_order_that_survives_a_power_cut(tmp_path: Path) -> None:
    path = tmp_path / "digest.md"
    path.write_bytes(b"old")
    calls: list[str] = []
    previous = sys.getprofile()
    sys.setprofile(lambda _frame, event, function: calls.append(function.__name__) if event == "c_call" else None)
    try:
        write_files([(path, b"new")])
    finally:
        sys.setprofile(previous)
    order = [call for call in calls if call in ("write", "flush", "fsync", "replace")]
    assert order == ["write", "flush", "fsync", "replace", "fsync"]
