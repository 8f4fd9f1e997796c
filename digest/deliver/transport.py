"""What mail goes out by, and what comes of a message there."""

from __future__ import annotations

from typing import Literal, Protocol, Self

Outcome = Literal["sent", "refused", "failed", "unknown"]


class NotDelivered(Exception):  # noqa: N818 - an answer, not an error of ours
    """What was answered instead of taking the message; `later` where another try may help."""

    def __init__(self, reason: str, *, later: bool) -> None:
        super().__init__(reason)
        self.later = later


class Transport(Protocol):
    """A way out, taken in two steps, so that what may have arrived can be written down between them."""

    def __enter__(self) -> Self:
        """See, before anything is sent, whether anything can be; raises DeliveryError."""
        ...

    def __exit__(self, *_: object) -> None:
        """Close it."""
        ...

    def transmit(self, message: bytes, sender: str, recipient: str) -> None:
        """Do all of it but the last step: after this the message has certainly not arrived. Raises NotDelivered."""
        ...

    def conclude(self) -> tuple[Outcome, str]:
        """Take the last step and tell what came of it, and why; raises NotDelivered where it was not taken."""
        ...

    def close(self) -> None:
        """Let go of what is open; the next message opens it again."""
        ...
