"""Mail to each recipient alone, so that addresses stay private; nothing is sent twice.

Whether a server took a message is certain only with its answer to the end of the data (RFC 5321, 4.2.5
and 6.1). So `note` is told `unknown` before that end is sent, and what became of it after: whatever
stops the program in between, a message that may have arrived is known as such and not sent again.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path

from digest.deliver.sendmail import Program
from digest.deliver.smtp import Connection
from digest.deliver.transport import NotDelivered, Outcome, Transport
from digest.settings import SmtpSettings

PAUSES = (1.0, 5.0)  # seconds before another try of what is refused for now, on a new connection
TO = re.compile(rb"^To:.*(?:\r\n[ \t].*)*\r\n", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one recipient's message.

    `refused` for good; `failed` for now: worth another try later; `unknown`: it may have arrived.
    """

    recipient: str
    outcome: Outcome
    reason: str = ""


Note = Callable[[Receipt], None]
"""Writes a receipt down so that it outlives the program."""


def send(
    message: bytes,
    sender: str,
    recipients: Sequence[str],
    way: SmtpSettings | Path,
    note: Note,
    *,
    password: str | None = None,
    wait: Callable[[float], None] = time.sleep,
) -> tuple[Receipt, ...]:
    """Send a mail, made for one recipient each: over one connection as long as it holds, or by a program's path.

    Addresses may have names (`Me <me@example.org>`). Raises DeliveryError where no server can be
    reached or it does not let us in, or there is no such program; what was sent until then is noted.
    """
    receipts = []
    with Program(way) if isinstance(way, Path) else Connection(way, password) as transport:
        for recipient in dict.fromkeys(recipients):
            receipt = deliver(transport, message, (bare(sender), recipient), note, wait)
            note(receipt)
            receipts.append(receipt)
    return tuple(receipts)


def bare(address: str) -> str:
    """Take the name off an address."""
    return parseaddr(address)[1]


def deliver(
    transport: Transport, message: bytes, parties: tuple[str, str], note: Note, wait: Callable[[float], None]
) -> Receipt:
    """Send one message from one to another; again while the server says later, never after it may have arrived."""
    sender, recipient = parties
    address = bare(recipient)
    if not address.isascii() or "@" not in address:
        return Receipt(recipient, "refused", "no address that mail can be sent to; see email.to")
    for pause in (*PAUSES, None):
        try:
            transport.transmit(addressed(message, address), sender, address)
            note(Receipt(recipient, "unknown", "stopped before the answer came"))
            return Receipt(recipient, *transport.conclude())
        except NotDelivered as answer:
            if not answer.later:
                return Receipt(recipient, "refused", str(answer))
            receipt = Receipt(recipient, "failed", str(answer))
            if pause is None:
                return receipt
            note(receipt)  # it has not arrived for certain, whatever comes between this and the next try
            transport.close()
            wait(pause)
    raise AssertionError("the last try has no pause")


def addressed(message: bytes, address: str) -> bytes:
    """Put the recipient into the To field; line endings as mail needs them (RFC 5322)."""
    head, _, body = re.sub(rb"\r\n|\r|\n", b"\r\n", message).partition(b"\r\n\r\n")
    fields = TO.sub(b"", head + b"\r\n") + b"To: " + address.encode("ascii") + b"\r\n"
    return fields + b"\r\n" + body + (b"" if body.endswith(b"\r\n") else b"\r\n")
