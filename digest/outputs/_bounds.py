"""What a template of the user's own may take: it runs in this process, and nothing else would stop it.

`{{ 'a' * 10 ** 9 }}`, a filter that pads, loops within loops, macros that call themselves twice: no list of forbidden
words is complete. So the process itself is held, for as long as the template runs.
"""

from __future__ import annotations

import resource
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

EFFORT = 10.0
"""Seconds of processor time for a page; the default template takes 0.04 for 60 stories."""

AGAIN = 0.2
"""Seconds after which it is raised again: what is raised while garbage is collected, Python passes over."""

MEMORY = 500_000_000
"""Bytes beyond what the process has; the same page takes less than a hundredth."""

USED = Path("/proc/self/statm")  # where the kernel tells, in pages, what a process has
DATA = 5  # the field of data and stack, as RLIMIT_DATA counts


class TooCostlyError(BaseException):
    """Raised within a template that ran for too long; no handler of Exception on its way may keep it."""


@contextmanager
def bounded() -> Iterator[None]:
    """Hold what runs within to EFFORT (TooCostlyError) and MEMORY (MemoryError).

    Signals reach the main thread alone, and a limit holds for all of them: elsewhere nothing is held.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooCostlyError(f"takes more than {EFFORT:.0f} s of processor time")

    before = signal.signal(signal.SIGVTALRM, stop)
    limits = resource.getrlimit(resource.RLIMIT_DATA)
    try:
        resource.setrlimit(resource.RLIMIT_DATA, (least(data_used() + MEMORY, *limits), limits[1]))
        signal.setitimer(signal.ITIMER_VIRTUAL, EFFORT, AGAIN)
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        resource.setrlimit(resource.RLIMIT_DATA, limits)
        signal.signal(signal.SIGVTALRM, before)


def data_used() -> int:
    """Count the bytes of data that this process has; where the system does not tell, those it may ever have had."""
    try:
        return int(USED.read_text().split()[DATA]) * resource.getpagesize()
    except (OSError, ValueError, IndexError):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def least(*limits: int) -> int:
    """Give the lowest limit, where there is one."""
    return min(limit for limit in limits if limit != resource.RLIM_INFINITY)
