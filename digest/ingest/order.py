"""Work done at once by several threads, its results in the order of the work."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


def in_parallel(
    work: Callable[[Task], Result], tasks: Sequence[Task], threads: int, lane: Callable[[Task], Hashable]
) -> Iterator[Result]:
    """Yield the result of each task in order, each as soon as it and all before it are done.

    Tasks of one `lane` (a host, which takes its time) are spread, so that they do not fill all threads. What a
    task raises is raised when its turn comes. The threads are daemons: an interrupted program does not wait for them.
    """
    crew = Crew(work, tasks, spread([lane(task) for task in tasks]))
    for number in range(min(threads, len(tasks))):
        threading.Thread(target=crew.serve, daemon=True, name=f"ingest {number}").start()
    try:
        for place in range(len(tasks)):
            yield crew.result(place)
    finally:
        crew.stop()


def spread(lanes: Sequence[Hashable]) -> list[int]:
    """Order places so that the first of each lane come first, then the second of each, and so on."""
    rounds: dict[Hashable, int] = {}
    ranked = []
    for place, lane in enumerate(lanes):
        ranked.append((rounds.get(lane, 0), place))
        rounds[lane] = rounds.get(lane, 0) + 1
    return [place for _, place in sorted(ranked)]


class Crew(Generic[Task, Result]):
    """Threads at work on one list of tasks."""

    def __init__(self, work: Callable[[Task], Result], tasks: Sequence[Task], order: Sequence[int]) -> None:
        self._work = work
        self._tasks = tasks
        self._waiting = deque(order)
        self._done: dict[int, Result] = {}
        self._failed: dict[int, BaseException] = {}
        self._news = threading.Condition()

    def serve(self) -> None:
        """Take tasks until there are none."""
        while True:
            try:
                place = self._waiting.popleft()
            except IndexError:
                return
            try:
                result = self._work(self._tasks[place])
            except BaseException as error:  # noqa: BLE001 - handed over, and raised where the result is asked for
                self._tell(self._failed, place, error)
            else:
                self._tell(self._done, place, result)

    def result(self, place: int) -> Result:
        """Wait for a result."""
        with self._news:
            self._news.wait_for(lambda: place in self._done or place in self._failed)
            if place in self._failed:
                raise self._failed[place]
            return self._done.pop(place)

    def stop(self) -> None:
        """Begin no further task."""
        self._waiting.clear()

    def _tell(self, kept: dict[int, Kept], place: int, value: Kept) -> None:
        with self._news:
            kept[place] = value
            self._news.notify_all()


Kept = TypeVar("Kept")
