"""What stands before the main clause of a sentence: place and day, settings, subordinate clauses."""

from __future__ import annotations

import re

from digest.attribute.phrases import CORE
from digest.attribute.reading import Reading

FIRST = re.compile(rf"[RO]|{CORE}(?:P{CORE})*(?:C{CORE})?")
_DATELINE = re.compile(r"N[N,.]*(?:,?[TUN.]+)*(?:\(N+\))?-")


def past_dateline(reading: Reading, sentence: int, at: int) -> int:
    """Give the first word of a sentence behind its place and day, if these lead it: CORRAN, Nov. 3 (AP) -."""
    first, _ = reading.bounds[sentence]
    match = _DATELINE.match(reading.tags, first, at)
    dated = match and (not {"U", "T", "("}.isdisjoint(match.group()) or reading.words[first].isupper())
    return match.end() if match and dated else first


def clause_start(tags: str) -> int:
    """Step over a dateline, settings and subordinate clauses before the main clause, each closed by a comma."""
    dateline = _DATELINE.match(tags)
    at = dateline.end() if dateline else 0
    setting = False
    while True:
        comma = tags.find(",", at)
        part = tags[at:comma].lstrip("-~C.:q") if comma >= 0 else ""
        rest = tags[comma + 1 :]
        skipped = re.match(r"Y*(?:$|[PSGxzT]|[DU]*W*T)|V[^VXZBA]*$", part) or (
            setting and not rest.startswith("H") and re.fullmatch(r"N{1,3}|P.*", part)
        )
        if comma < 0 or not FIRST.search(rest) or rest.startswith("U,") or (part and not skipped):
            return at
        setting = "P" in part
        at = comma + 1
