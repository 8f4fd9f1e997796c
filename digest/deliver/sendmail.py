"""Mail by a program of the machine's own that takes it from standard input, as sendmail, Postfix and msmtp bring.

It is run without a shell, `-i -f SENDER -- RECIPIENT`, and its exit status says what came of the message
(sysexits.h of BSD). The message lies in a file that is complete before the program starts: a program that
reads from a pipe would take what had come when we were killed for all of it, and send half a mail.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, Self

from digest.deliver.transport import NotDelivered, Outcome
from digest.errors import DeliveryError

TIMEOUT = 120.0  # seconds for one message: some programs speak to a server themselves
MOST_SAID = 300  # characters of what a program says
MOST_READ = 16 * MOST_SAID  # bytes, with what is only space or half a character
REFUSED = (os.EX_DATAERR, os.EX_NOUSER, os.EX_NOHOST, os.EX_NOPERM)
"""What another try does not help against; the other statuses tell of the machine, not of the message."""


class Program:
    """Runs a program once a message."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._arguments: list[str] = []
        self._message: BinaryIO | None = None

    def __enter__(self) -> Self:
        """See whether the program is there."""
        if not can_run(self._path):
            raise DeliveryError(f"{self._path}: no program that can be run; see email.sendmail")
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the message."""
        self.close()

    def close(self) -> None:
        """Let go of the message."""
        if self._message is not None:
            self._message.close()
            self._message = None

    def transmit(self, message: bytes, sender: str, recipient: str) -> None:
        """Lay the message down, with the line ends of files, which such programs want."""
        self.close()
        self._arguments = [str(self._path), "-i", "-f", sender, "--", recipient]
        try:
            self._message = TemporaryFile()  # noqa: SIM115 - `close` closes it
            self._message.write(message.replace(b"\r\n", b"\n"))
            self._message.seek(0)
        except OSError as error:
            raise NotDelivered(f"no room for the message ({error.strerror})", later=True) from error

    def conclude(self) -> tuple[Outcome, str]:
        """Run the program. One that puts a message off may have queued it (Sendmail), so it is not asked again."""
        assert self._message is not None, "transmit comes first"
        try:
            with TemporaryFile() as said:  # a pipe would be open as long as any child that the program leaves
                done = subprocess.run(  # noqa: S603 - no shell; the path is the user's own
                    self._arguments,
                    stdin=self._message,
                    stdout=said,
                    stderr=subprocess.STDOUT,
                    timeout=TIMEOUT,
                    check=False,
                )
                return self._told(done.returncode, tail(said))
        except subprocess.TimeoutExpired:
            return "unknown", f"{self._path} did not end within {TIMEOUT:.0f} s"
        except OSError as error:
            return "failed", f"{self._path} could not be started ({error.strerror})"
        finally:
            self.close()

    def _told(self, status: int, said: bytes) -> tuple[Outcome, str]:
        if status == os.EX_OK:
            return "sent", ""
        words = " ".join(said.decode("utf-8", "replace").split())[-MOST_SAID:]
        reason = f"{self._path} ended with status {status}" + (f": {words}" if words else "")
        if status < 0:
            return "unknown", f"{self._path} was stopped by signal {-status}"
        if status == os.EX_TEMPFAIL:
            return "unknown", f"{reason}; the program put it off, and may have queued it"
        return ("refused" if status in REFUSED else "failed"), reason


def tail(said: BinaryIO) -> bytes:
    """Read the end of what a program said, however much that is; nothing where it cannot be read."""
    try:
        said.seek(max(0, said.seek(0, os.SEEK_END) - MOST_READ))
        return said.read(MOST_READ)
    except OSError:
        return b""


def can_run(path: Path) -> bool:
    """Tell whether a program is there that may be run."""
    return path.is_file() and os.access(path, os.X_OK)
