"""Sources to entries: what is asked, how it is read, and what of it is passed on.

    ingest     sources ─► polls: a feed each, or the problem that took its place; in order, in parallel
    completed  entries ─► the same entries, teasers with the text of their pages (`complete`: of several sources)
    test       one location ─► its feed, whole
    is_due     whether it is time to ask a feed again

Reads through the `fetch` it is given. What strangers wrote is parsed in processes of its own that
end when they take too long or too much (`readers`).
"""

from __future__ import annotations

from digest.ingest.due import is_due
from digest.ingest.pages import complete, completed
from digest.ingest.polls import ingest, test

__all__ = ["complete", "completed", "ingest", "is_due", "test"]
