"""Processes that parse what strangers wrote, so that a hostile document can be stopped and takes nothing with it.

They start when first needed and serve many documents; `feedparser` alone takes a tenth of a second to load.
"""

from __future__ import annotations

import atexit
import os
import pickle
import queue
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from digest.errors import ParseError
from digest.ingest.worker import LENGTH
from digest.registry import FOLDER

Result = TypeVar("Result")
START = "import sys; sys.path[:] = sys.argv[1:]; from digest.ingest.worker import serve; serve()"
PIECE = 1 << 20
LONGEST = 30.0
"""Seconds that a document may take however busy the machine is."""


class Readers:
    """Up to `size` worker processes; safe to use from several threads."""

    def __init__(self, size: int) -> None:
        self._idle: queue.LifoQueue[Worker] = queue.LifoQueue()
        self._places = threading.Semaphore(size)

    def run(self, function: Callable[..., Result], *arguments: Any, effort: float, seconds: float = LONGEST) -> Result:
        """Have a function of the project called elsewhere, within limits.

        `effort` is processor time, which other work on the machine does not use up, `seconds` time as it passes.
        Raises ParseError (kind timeout or too_large) where it was stopped, and what the function raises.
        """
        with self._places:
            worker = self._take()
            try:
                kind, value = worker.ask((function, arguments, effort, seconds), seconds)
            except BaseException:
                worker.end()
                raise
            self._idle.put(worker)
        if kind == "error":
            message, problem = value
            raise ParseError(message, kind=problem)
        if kind == "bug":
            raise RuntimeError(f"in a worker process:\n{value}")
        result: Result = value
        return result

    def close(self) -> None:
        """End all idle workers."""
        while True:
            try:
                self._idle.get_nowait().end()
            except queue.Empty:
                return

    def _take(self) -> Worker:
        try:
            return self._idle.get_nowait()
        except queue.Empty:
            return Worker()


class Worker:
    """One process, and the pipes to it."""

    def __init__(self) -> None:
        # A session of its own: Ctrl-C in the terminal is for the parent alone, whose end closes the pipe.
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and code
            [sys.executable, "-I", "-S", "-c", START, str(FOLDER.parent), *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
            bufsize=0,
        )

    def ask(self, job: tuple[Any, ...], seconds: float) -> tuple[str, Any]:
        """Send a job and wait for its answer; ParseError where none comes in time, or at all."""
        stdin = self._process.stdin
        assert stdin is not None
        message = pickle.dumps(job, protocol=pickle.HIGHEST_PROTOCOL)
        end = time.monotonic() + seconds
        try:
            for part in (LENGTH.pack(len(message)), message):
                rest = memoryview(part)
                while rest:
                    rest = rest[stdin.write(rest) :]
            size = LENGTH.unpack(self._read(LENGTH.size, end, seconds))[0]
            answer: tuple[str, Any] = pickle.loads(self._read(size, end, seconds))  # noqa: S301 - our own child wrote it
        except (BrokenPipeError, EOFError) as error:
            raise self._broken() from error
        return answer

    def end(self) -> None:
        """Stop the process, busy or not, and leave nothing of it behind."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process.wait()

    def _broken(self) -> ParseError:
        """Say why the process ended."""
        if self._process.wait() == -signal.SIGPROF:
            return ParseError("refused: reading it takes too much time for its size", kind="timeout")
        return ParseError("refused: reading it broke the process that did it", kind="too_large")

    def _read(self, size: int, end: float, seconds: float) -> bytes:
        stdout = self._process.stdout
        assert stdout is not None
        found = bytearray()
        while len(found) < size:
            ready, _, _ = select.select([stdout], [], [], max(0.0, end - time.monotonic()))
            if not ready:
                raise ParseError(f"refused: reading it took longer than {seconds:g} s", kind="timeout")
            piece = os.read(stdout.fileno(), min(PIECE, size - len(found)))
            if not piece:
                raise EOFError
            found += piece
        return bytes(found)


@cache
def shared() -> Readers:
    """Give the readers of this process: two, or as many as there are processors; they end with it."""
    readers = Readers(max(2, min(8, os.cpu_count() or 2)))
    atexit.register(readers.close)
    return readers
