"""The other side of `readers`: a process that parses what it is handed, and may be killed at any time.

Ends when the pipe to its parent does, whatever became of the parent, and by an alarm of its own
should it still be busy then.
"""

from __future__ import annotations

import gc
import os
import pickle
import resource
import signal
import struct
import traceback
from collections.abc import Callable
from typing import Any, BinaryIO

from digest.errors import DigestError, ParseError

LENGTH = struct.Struct("!Q")
MEMORY = 230_000_000
"""Bytes of data that parsing may take: five times the largest document, and more than any feed of 10 MB was seen to."""

GRACE = 5.0
"""Seconds after which a worker whose parent is gone gives up by itself."""

COLLECT = (50_000, 20, 20)
"""Garbage collection, rarer than Python's: a parsed feed is many objects and little garbage."""


def serve() -> None:
    """Answer one job after the other until the pipe ends."""
    gc.set_threshold(*COLLECT)
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    jobs, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # Nothing that a library prints may get between the answers, or before the one line that a user is told.
    nowhere = os.open(os.devnull, os.O_RDWR)
    for output in (1, 2):
        os.dup2(nowhere, output)
    while (job := receive(jobs)) is not None:
        function, arguments, effort, seconds = pickle.loads(job)  # noqa: S301 - our own parent wrote it
        # Neither signal is handled: each ends the process at once, whatever it is at.
        signal.setitimer(signal.ITIMER_PROF, effort)
        signal.setitimer(signal.ITIMER_REAL, seconds + GRACE)
        answer = pickle.dumps(outcome(function, arguments), protocol=pickle.HIGHEST_PROTOCOL)
        for timer in (signal.ITIMER_PROF, signal.ITIMER_REAL):
            signal.setitimer(timer, 0)
        try:
            answers.write(LENGTH.pack(len(answer)) + answer)
            answers.flush()
        except BrokenPipeError:  # the parent is gone: nobody waits for this answer, or for a word of farewell
            os._exit(0)


def receive(pipe: BinaryIO) -> bytes | None:
    """Read a message; None at the end of the pipe."""
    head = pipe.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    body = pipe.read(LENGTH.unpack(head)[0])
    return body if len(body) == LENGTH.unpack(head)[0] else None


def outcome(function: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[str, Any]:
    """Do a job: what came of it, the error that is the document's fault, or the traceback of one that is ours."""
    try:
        return "done", function(*arguments)
    except DigestError as error:
        return "error", (str(error), error.kind)
    except MemoryError:
        return "error", (str(too_costly()), too_costly().kind)
    except Exception:  # noqa: BLE001 - a bug: raised again by the parent
        return "bug", traceback.format_exc()


def too_costly() -> ParseError:
    """Say that a document would take too much memory."""
    return ParseError(f"refused: reading it takes more than {MEMORY / 1e6:.0f} MB of memory", kind="too_large")
