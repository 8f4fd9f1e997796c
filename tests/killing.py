"""Runs against the store that may be killed at any moment, and what must hold after them.

    python tests/killing.py FOLDER      runs without end, each finding more in its feeds

Three feeds list their newest 30 entries, of which each run finds two more. Days have three runs.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from digest.deliver import digest_of, preflight, write_files
from digest.edition import Edition, Place
from digest.models import Entry, Feed, Poll
from digest.selection import Terms, select
from digest.settings import Limits, Source
from digest.store import Store

START = datetime(2026, 11, 22, 6, tzinfo=UTC)
SOURCES = {
    location: Source(location) for location in ("https://a.example/", "https://b.example/", "https://c.example/")
}
STEPS = ("execute", "executemany", "pwrite", "fsync", "replace", "flush", "unlink", "close")
"""The calls after which something may have changed that outlives the process."""
LIMITS = Limits(per_feed=10_000, first_run=10_000)


def run(folder: Path, number: int) -> None:
    """Do what a digest's run does, on feeds as they are at its number's time."""
    now = START + timedelta(hours=8 * number)
    preflight(folder / "digests")
    with Store.open(folder / "state" / "digest.db") as store:
        for day in store.unfinished():
            publish(store, folder, day)
        store.configure(SOURCES.values())
        store.remember((poll_of(location, number, now) for location in SOURCES), now)
        decisions = select(store.candidates(), Terms(SOURCES, LIMITS, now), taken=store.taken(now.date()))
        if store.claim(now.date(), decisions):
            publish(store, folder, now.date())
        store.prune(now, timedelta(days=2))


def publish(store: Store, folder: Path, day: date) -> None:
    """Write a claimed digest."""
    edition = store.edition(day)
    assert edition is not None
    content = rendered(edition)
    path = path_of(folder, day)
    known, files = store.ours([path]), {path: digest_of(content)}
    store.expect(day, files)
    (made,) = write_files([(path, content)], ours=known)
    assert made.status != "aside", f"{path} was taken for edited"
    store.finish(day, files, {pick.id: Place(pick.id, rank) for rank, pick in enumerate(edition.picks)})


def rendered(edition: Edition) -> bytes:
    """Render what stood first, then what came since; long enough for writing to take a while."""
    ranks = {article: place.rank for article, place in edition.places.items()}
    picks = sorted(edition.picks, key=lambda pick: ranks.get(pick.id, len(ranks)))
    return "".join(f"{pick.feed}{pick.entry.id} {pick.entry.content}\n" for pick in picks).encode()


def path_of(folder: Path, day: date) -> Path:
    """Name a day's file."""
    return folder / "digests" / f"{day}.md"


def poll_of(location: str, number: int, now: datetime) -> Poll:
    """Ask a feed: it has two new entries a run, and lists 30."""
    last = 2 * (number + 1)
    listed = range(max(0, last - 30), last)
    entries = (
        Entry(f"{n:05}", f"Title {n}", "words " * 200, "text", url=f"{location}{n}", published=None) for n in listed
    )
    return Poll(location, feed=Feed(location, tuple(entries), format="rss20"), etag=f"{now}")


def told(folder: Path) -> Counter[str]:
    """Count how often each entry stands in a digest."""
    lines = (path.read_text().splitlines() for path in sorted((folder / "digests").glob("*.md")))
    return Counter(line.split(" ", 1)[0] for file in lines for line in file)


def brought(number: int) -> Counter[str]:
    """Count what a run's feeds brought up to its number."""
    return Counter(f"{location}{n:05}" for location in SOURCES for n in range(2 * (number + 1)))


def leftovers(folder: Path) -> list[str]:
    """List files that a reader should not see."""
    return sorted(path.name for path in (folder / "digests").iterdir() if path.suffix != ".md")


def faults(folder: Path) -> tuple[str, ...]:
    """Examine the database."""
    with Store.view(folder / "state" / "digest.db") as store:
        return store.faults()


def assert_whole(folder: Path, number: int) -> None:
    """Everything that came is told once, nothing lies about, and the database is sound."""
    assert told(folder) == brought(number)
    assert leftovers(folder) == []
    assert faults(folder) == ()


def killed_before(step: int, work: Callable[[], object]) -> bool:
    """Do something in a process that kills itself before its n-th step; tells whether it came that far."""
    process = os.fork()
    if process:
        status = os.waitpid(process, 0)[1]
        assert status in (0, signal.SIGKILL)
        return status != 0
    left = step

    def count_down(_frame: object, event: str, function: object) -> None:
        nonlocal left
        if event == "c_call" and getattr(function, "__name__", "") in STEPS:
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    status = 1
    try:
        sys.setprofile(count_down)
        work()
        status = 0
    except SystemExit as left_with:
        status = int(left_with.code or 0)
    finally:
        sys.setprofile(None)
        if status:
            sys.excepthook(*sys.exc_info())
        os._exit(status)


def kill_often(command: list[str], kills: int, seed: int, longest: float) -> list[str]:
    """Start a command and kill it within `longest` seconds of its first line, again and again; returns its lines."""
    moments = random.Random(seed)
    lines: list[str] = []
    for _ in range(kills):
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            lines.append(process.stdout.readline())
            time.sleep(moments.uniform(0, longest))
            process.kill()
            lines += process.stdout.readlines()
            assert process.stderr.read() == ""
    return [line.rstrip() for line in lines if line.endswith("\n")]


if __name__ == "__main__":
    target = Path(sys.argv[1])
    counter = target / "counter"
    for turn in count(int(counter.read_text()) if counter.exists() else 0):
        write_files([(counter, str(turn).encode())])
        sys.stdout.write(f"{turn}\n")
        sys.stdout.flush()
        run(target, turn)
