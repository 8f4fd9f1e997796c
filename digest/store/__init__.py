"""What has been seen, fetched and published: one SQLite file beside feeds.yaml.

A run: `Store.open`, write the `unfinished` digests, `configure`, `memory`, `remember` polls,
`candidates`, `claim`, `edition`, `expect`, `finish`, `prune`. Each writing method is
one transaction (`remember` a few), so that whatever stops a run, the next goes on from there.
"""

from digest.store.editions import Record
from digest.store.ledger import Store
from digest.store.mails import Mail

__all__ = ["Mail", "Record", "Store"]
