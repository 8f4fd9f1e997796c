"""Gets documents from the network and from files: the only module that asks strangers for anything.

    Fetcher ─► web (http, https) ─► robots, turns, connections ─► guard
            └► files (paths, standard input)

Whatever is at the other end, a request ends within its time limit, takes no more than its share of
memory, and reaches no address on this machine or its network that the user did not name.
"""

from __future__ import annotations

from digest.fetch.fetcher import Fetcher

__all__ = ["Fetcher"]
