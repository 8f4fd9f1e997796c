"""The mails' rows: what became of each message for each recipient."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from digest.store.values import micros, moment, pack, unpack


@dataclass(frozen=True, slots=True)
class Mail:
    """One recipient's message; `outcome` is sent, refused, failed (worth another try) or unknown (may have arrived)."""

    recipient: str
    outcome: str
    reason: str
    time: datetime


def note(db: sqlite3.Connection, message: str, mail: Mail) -> None:
    """Write down what became of a message."""
    db.execute(
        "INSERT OR REPLACE INTO mails (message, recipient, outcome, reason, time) VALUES (?, ?, ?, ?, ?)",
        (pack(message), pack(mail.recipient), mail.outcome, pack(mail.reason), micros(mail.time)),
    )


def noted(db: sqlite3.Connection, message: str) -> dict[str, Mail]:
    """Tell by recipient what became of a message."""
    rows = db.execute(
        "SELECT recipient, outcome, reason, time FROM mails WHERE message = ? ORDER BY recipient", (pack(message),)
    )
    return {
        unpack(recipient): Mail(unpack(recipient), outcome, unpack(reason), moment(time))
        for recipient, outcome, reason, time in rows
    }
