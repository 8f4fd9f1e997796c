"""Files, whole or not at all: a reader sees the old bytes or the new ones, after a power cut too.

A new file is written beside its place, synchronized, moved over the old one, and the folder is
synchronized: the order that POSIX needs (Pillai et al., "All File Systems Are Not Created Equal",
OSDI 2014). All files of a call are written before the first is moved, so a full disk changes none.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from digest.errors import DeliveryError

Status = Literal["written", "unchanged", "aside"]
ASIDE = ".new"
REMEDIES = {
    errno.ENOSPC: "the disk is full; free some space and run again",
    errno.EDQUOT: "the disk quota is used up; free some space and run again",
    errno.EFBIG: "larger than files may be here; raise the limit (ulimit -f) or choose another place",
    errno.EROFS: "the file system is read-only; choose another folder (output.dir or -o)",
    errno.EACCES: "permission denied; see to the folder's permissions or choose another (output.dir or -o)",
    errno.EPERM: "not permitted; see to the folder's permissions or choose another (output.dir or -o)",
    errno.ENOTDIR: "a part of this path is a file, not a folder; choose another place (output.dir or -o)",
    errno.EEXIST: "a file stands where a folder is needed; move it or choose another place (output.dir or -o)",
    errno.EISDIR: "this is a folder; name a file",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one (output.filename or -o)",
    errno.ELOOP: "its symbolic links lead in a circle; choose another place (output.dir or -o)",
    errno.EIO: "the disk reports an error; see to the disk or choose another place (output.dir or -o)",
}


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of a file. `path` is where the content is: with `aside`, beside a file that the user edited.

    `sha256` is that of the content as rendered, which the next call wants to know as `ours`.
    """

    path: Path
    status: Status
    sha256: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A file about to be moved to its place; `target` is where a symbolic link leads."""

    delivery: Delivery
    target: Path
    temporary: Path | None = None  # None where nothing changes, and for what is no regular file
    content: bytes = b""  # for a device or a pipe, which takes the bytes as they come


def digest_of(content: bytes) -> str:
    """Name content by its SHA-256, in hexadecimal digits."""
    return sha256(content).hexdigest()


def preflight(folder: Path) -> None:
    """Make the folder and see that files can be written there, before any work; raises DeliveryError."""
    with explained(folder):
        make_ready(folder)
        write_temporary(folder, 0, b"x", None).unlink()


def write_files(
    files: Sequence[tuple[Path, bytes]],
    *,
    ours: Mapping[Path, Collection[str]] | None = None,
    marker: bytes | None = None,
    force: bool = False,
) -> tuple[Delivery, ...]:
    """Write files, all or none; one that holds the bytes already is not touched. Raises DeliveryError.

    `ours` gives by path the SHA-256 of all that this program may have left there; a file that holds
    anything else was edited: it stays, and the new content goes beside it, with `.new` behind its
    name (with `force` it is overwritten). None, as for a file that the user named for this very
    purpose: whatever is there is overwritten. What stands below the line that ends with `marker` is
    the user's, and no edit: it is carried over.
    """
    for path, _ in files:
        with explained(path):
            if path.is_file() or not path.exists():
                make_ready(Path(os.path.realpath(path)).parent)
    drafts: list[Draft] = []
    try:
        for number, (path, content) in enumerate(files):
            known = None if ours is None or force else ours.get(path, ())
            with explained(path):
                drafts.append(draft(path, content, known, marker, number))
        for made in drafts:
            with explained(made.delivery.path):
                put_in_place(made)
        for folder in sorted({made.target.parent for made in drafts if made.temporary}):
            with explained(folder):
                synchronize(folder)
    finally:
        for made in drafts:
            if made.temporary:
                made.temporary.unlink(missing_ok=True)
    return tuple(made.delivery for made in drafts)


def draft(path: Path, content: bytes, known: Collection[str] | None, marker: bytes | None, number: int) -> Draft:
    """Write a file's new content beside its place, where it has to change."""
    sha = digest_of(content)
    target = Path(os.path.realpath(path))
    old, mode = present(path)
    if mode is not None and not stat.S_ISREG(mode):
        return Draft(Delivery(path, "written", sha), target, content=content)
    status: Status = "written"
    if old is not None:
        head, tail = parted(old, content, marker)
        if known is not None and head != content and digest_of(head) not in known:
            path, status, mode = aside(path), "aside", None
            target = Path(os.path.realpath(path))
            old = present(path)[0]
        else:
            content += tail
        if old == content:
            return Draft(Delivery(path, "aside" if status == "aside" else "unchanged", sha), target)
    return Draft(Delivery(path, status, sha), target, write_temporary(target.parent, number, content, mode))


def present(path: Path) -> tuple[bytes | None, int | None]:
    """Read what is at a path and its mode: nothing at all, or no content for what is no regular file."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return None, None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    return (path.read_bytes() if stat.S_ISREG(mode) else None), mode


def parted(old: bytes, content: bytes, marker: bytes | None) -> tuple[bytes, bytes]:
    """Part a file into what was rendered and what the user wrote below the marker's line.

    The marker is counted, so that one quoted in the content, which both share, does not part there.
    """
    count = content.count(marker) if marker else 0
    if not marker or not count or old.count(marker) < count:
        return old, b""
    end = -len(marker)
    for _ in range(count):
        end = old.index(marker, end + len(marker))
    line_end = old.find(b"\n", end)
    if line_end < 0:
        return old + b"\n", b""  # an editor took the last line break
    return old[: line_end + 1], old[line_end + 1 :]


def aside(path: Path) -> Path:
    """Name the file beside an edited one."""
    return path.with_name(path.name + ASIDE)


def write_temporary(folder: Path, number: int, content: bytes, mode: int | None) -> Path:
    """Write and synchronize a hidden file, with the mode of the one it replaces; removed again when that fails."""
    path = folder / f".digest-{os.uname().nodename}-{os.getpid()}-{number}.tmp"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW, 0o666)
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor is no path
            file.write(content)
            file.flush()
            if mode is not None:
                os.fchmod(file.fileno(), stat.S_IMODE(mode))
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


def put_in_place(made: Draft) -> None:
    """Move a new file over the old one, or hand the bytes to a device or a pipe."""
    if made.temporary:
        os.replace(made.temporary, made.target)  # noqa: PTH105 - named as in the rule it follows
    elif made.content:
        with made.delivery.path.open("wb") as file:
            file.write(made.content)


def make_ready(folder: Path) -> None:
    """Make a folder, and remove what runs on this machine left in it that were killed while writing."""
    make_folder(folder)
    for path in folder.glob(f".digest-{os.uname().nodename}-*-*.tmp"):
        process = path.stem.rsplit("-", 2)[1]
        if process.isdigit() and (int(process) == os.getpid() or not is_alive(int(process))):
            path.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it so that they outlive a power cut."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    synchronize(folder.parent)


def synchronize(folder: Path) -> None:
    """Bring a folder's names to the disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some file systems synchronize names by themselves
            raise
    finally:
        os.close(descriptor)


def is_alive(process: int) -> bool:
    """Tell whether a process runs."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn an operating system's error into one line that names the path and the remedy."""
    try:
        yield
    except OSError as error:
        remedy = REMEDIES.get(error.errno or 0, f"cannot be written ({error.strerror or error})")
        raise DeliveryError(f"{path}: {remedy}") from error
