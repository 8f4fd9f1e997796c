"""A corpus on disk: its lines in, its results out, its work shared out over processes."""

from __future__ import annotations

import gc
import gzip
import multiprocessing
import os
import signal
import sys
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from io import BufferedReader, BufferedWriter, FileIO
from itertools import islice
from pathlib import Path
from typing import cast

from digest.cli._console import write_bytes
from digest.cli._parquet import ENDINGS, MAGIC, Rows, has_integer_ids, load, rows
from digest.cli._records import Result, Wanted, process
from digest.errors import ConfigError, DeliveryError, DigestError, FetchError

COLLECT = (50_000, 20, 20)
"""Thresholds of garbage collection: a twentieth of the processor time of a corpus went into Python's own."""

Line = tuple[int, bytes]


@contextmanager
def read_lines(source: str) -> Iterator[Iterator[Line]]:
    """Open a corpus and give its lines with their numbers from 1; blank ones are passed over.

    Parquet, packed and plain lines are told apart by their first bytes.
    """
    if source == "-":
        stdin = cast("BufferedReader", sys.stdin.buffer)
        if stdin.peek(4)[:4] == MAGIC:
            raise ConfigError("standard input: Parquet must be read from its end; name the file instead of -")
        packed = stdin.peek(2)[:2] == b"\x1f\x8b"
        yield numbered(gzip.GzipFile(fileobj=stdin) if packed else stdin, "standard input")
        return
    try:
        raw = Path(source).open("rb")  # noqa: SIM115 - closed below; a `with` here would catch what its body raises
        start = raw.peek(4)[:4]
    except OSError as error:
        remedy = "name a .jsonl, .jsonl.gz or .parquet file, or - for stdin"
        raise FetchError(f"{source}: {error.strerror}; {remedy}") from error
    packed = start[:2] == b"\x1f\x8b"
    with raw:
        yield rows(raw, source) if start == MAGIC else numbered(gzip.GzipFile(fileobj=raw) if packed else raw, source)


def numbered(file: Iterable[bytes], source: str) -> Iterator[Line]:
    """Count lines from 1 and pass over blank ones; raises FetchError for damaged packing."""
    try:
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield number, line
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise FetchError(f"{source}: the packed file is damaged: {error}") from error


def numbers_articles(source: str) -> bool:
    """Tell whether a corpus is a Parquet file whose ids are signed integers."""
    try:
        with Path(source).open("rb") as file:
            if file.read(4) != MAGIC:
                return False
            file.seek(0)
            return has_integer_ids(file, source)
    except OSError:  # standard input, or what cannot be read and is told when it is
        return False


@contextmanager
def written_lines(output: str | None, columns: Columns) -> Iterator[Callable[[bytes], object]]:
    """Take lines for standard output or for a file, which appears whole or not at all.

    A file that ends in .parquet or .pq gets `columns`, others get the lines as they are.
    """
    if output in {None, "-"}:
        yield write_bytes
        return
    path = Path(str(output))
    ending = path.suffix
    if ending in ENDINGS:
        load()
    path = path.resolve() if path.is_symlink() else path
    if path.exists() and not path.is_file():
        if ending in ENDINGS:
            raise ConfigError(f"{path}: Parquet is written to files only; name one, or write .jsonl")
        with direct(path) as write:
            yield write
        return
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        raw = part.open("wb")
    except OSError as error:
        raise DeliveryError(f"{path}: cannot be written: {error.strerror}; choose another place with -o") from error
    with ExitStack() as unfinished:
        unfinished.callback(part.unlink, missing_ok=True)
        unfinished.callback(abandon, raw)
        file = columns.table(raw) if ending in ENDINGS else packed_or_plain(raw, ending)
        if isinstance(file, Rows):
            unfinished.enter_context(file)
        yield Lines(path, file).write
        finish(path, part, raw, file)


def abandon(raw: BufferedWriter) -> None:
    """Close what is not kept: a full disk, told already, must not keep it from being removed."""
    with suppress(OSError):
        raw.close()


def packed_or_plain(raw: BufferedWriter, ending: str) -> gzip.GzipFile | BufferedWriter:
    """Pack lines where the name asks for it, with no time and no name in the header: same input, same bytes."""
    return gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) if ending == ".gz" else raw


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns a table of results has beside those that it always has, and whether its ids are integers."""

    text: bool = False
    claims: bool = False
    stories: bool = False
    integer_ids: bool = False

    def table(self, file: BufferedWriter) -> Rows:
        """Begin a Parquet file."""
        return Rows(file, text=self.text, claims=self.claims, stories=self.stories, integer_ids=self.integer_ids)


@contextmanager
def direct(path: Path) -> Iterator[Callable[[bytes], object]]:
    """Write to a device or a pipe as it comes: there is no file to replace, and none must be put there."""
    try:
        file = path.open("wb", buffering=0)
    except OSError as error:
        raise unwritable(path, error) from error
    with file:
        yield Lines(path, file).write


@dataclass(frozen=True, slots=True)
class Lines:
    """A file that lines are written to; a full disk becomes a DeliveryError that names it."""

    path: Path
    file: gzip.GzipFile | BufferedWriter | FileIO | Rows

    def write(self, line: bytes) -> None:
        """Write a line; a reader of a pipe who has seen enough is no fault (BrokenPipeError)."""
        try:
            self.file.write(line)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise unwritable(self.path, error) from error


def finish(path: Path, part: Path, raw: BufferedWriter, file: gzip.GzipFile | BufferedWriter | Rows) -> None:
    """Close what was written and give it its name."""
    try:
        raw.flush() if file is raw else file.close()
        raw.flush()
        os.fsync(raw.fileno())
        raw.close()
        part.replace(path)
    except OSError as error:
        raise unwritable(path, error) from error


def unwritable(path: Path, error: OSError) -> DeliveryError:
    """Say why a file could not be written."""
    return DeliveryError(f"{path}: cannot be written: {error.strerror}; make room or choose another place with -o")


def spread(lines: Iterator[Line], wanted: Wanted, workers: int, *, chunk: int, ahead: int) -> Iterator[Result]:
    """Share lines out over processes, a chunk at a time, and give their results in order."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=spawn, initializer=begin_work) as pool:
        waiting: deque[Future[list[Result]]] = deque()
        try:
            while True:
                while len(waiting) < workers * ahead and (part := list(islice(lines, chunk))):
                    waiting.append(pool.submit(process_all, part, wanted))
                if not waiting:
                    return
                yield from waiting.popleft().result()
        except BrokenProcessPool as error:
            raise DigestError("a worker process was killed, perhaps for want of memory; try --workers 1") from error
        except (GeneratorExit, KeyboardInterrupt, SystemExit):
            # Nobody wants the work that is under way, and the processes, which leave signals to us, would finish it.
            for process_of_pool in multiprocessing.active_children():
                process_of_pool.terminate()
            raise
        finally:
            # To wait is what the end of the program does anyway, and there it may find its pipes closed (a traceback).
            pool.shutdown(wait=True, cancel_futures=True)


def process_all(lines: list[Line], wanted: Wanted) -> list[Result]:
    """Process a chunk, in a process of its own."""
    return [process(number, line, wanted) for number, line in lines]


def begin_work() -> None:
    """Make a new process ready."""
    collect_rarely()
    leave_signals_to_parent()


def collect_rarely() -> None:
    """Collect garbage more rarely than Python does: an article makes many objects, but hardly any cycles."""
    gc.freeze()
    gc.set_threshold(*COLLECT)


def leave_signals_to_parent() -> None:
    """Let Ctrl-C reach the main process alone, which ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
