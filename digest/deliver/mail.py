"""Mail to each recipient alone, so that addresses stay private; nothing is sent twice.

Whether a server took a message is certain only with its answer to the end of the data (RFC 5321, 4.2.5
and 6.1). So `note` is told `unknown` before that end is sent, and what became of it after: whatever
stops the program in between, a message that may have arrived is known as such and not sent again.
"""

from __future__ import annotations

import re
import smtplib
import ssl
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from email.utils import parseaddr
from typing import Literal, Self

from digest.errors import DeliveryError
from digest.settings import SmtpSettings

TIMEOUT = 30.0  # seconds for each answer
PAUSES = (1.0, 5.0)  # seconds before another try of what a server refuses for now (4yz), on a new connection
READY = 354
ACCEPTED = 250
LATER = range(400, 500)
TO = re.compile(rb"^To:.*(?:\r\n[ \t].*)*\r\n", re.IGNORECASE | re.MULTILINE)

Outcome = Literal["sent", "refused", "failed", "unknown"]


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


class NotDelivered(Exception):  # noqa: N818 - an answer, not an error of ours
    """What a server answered instead of taking the message; `later` where another try may help."""

    def __init__(self, reason: str, *, later: bool) -> None:
        super().__init__(reason)
        self.later = later


def password_for(settings: SmtpSettings, environ: Mapping[str, str]) -> str | None:
    """Find the password, in the file or the variable that the settings name; None where no user is named.

    Raises DeliveryError where there is none.
    """
    if not settings.user:
        return None
    if settings.password_file:
        try:
            return settings.password_file.read_text(encoding="utf-8").strip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise DeliveryError(f"{settings.password_file}: the password cannot be read from it ({error})") from error
    if settings.password_env not in environ:
        raise DeliveryError(
            f"no password for {settings.user}: set the variable {settings.password_env}, or email.smtp.password_file"
        )
    return environ[settings.password_env]


def send(
    message: bytes,
    sender: str,
    recipients: Sequence[str],
    settings: SmtpSettings,
    note: Note,
    *,
    password: str | None = None,
    wait: Callable[[float], None] = time.sleep,
) -> tuple[Receipt, ...]:
    """Send a mail, made for one recipient each, over one connection as long as it holds.

    Addresses may have names (`Me <me@example.org>`). Raises DeliveryError where no server can be
    reached or it does not let us in; what was sent until then is noted.
    """
    receipts = []
    with Connection(settings, password) as connection:
        for recipient in dict.fromkeys(recipients):
            receipt = deliver(connection, message, (bare(sender), recipient), note, wait)
            note(receipt)
            receipts.append(receipt)
    return tuple(receipts)


def bare(address: str) -> str:
    """Take the name off an address."""
    return parseaddr(address)[1]


def deliver(
    connection: Connection, message: bytes, parties: tuple[str, str], note: Note, wait: Callable[[float], None]
) -> Receipt:
    """Send one message from one to another; again while the server says later, never after it may have arrived."""
    sender, recipient = parties
    address = bare(recipient)
    if not address.isascii() or "@" not in address:
        return Receipt(recipient, "refused", "no address that mail can be sent to; see email.to")
    for pause in (*PAUSES, None):
        try:
            connection.transmit(addressed(message, address), sender, address)
            note(Receipt(recipient, "unknown", "stopped while the server answered; it may have arrived"))
            return Receipt(recipient, *connection.conclude())
        except NotDelivered as answer:
            if not answer.later:
                return Receipt(recipient, "refused", str(answer))
            receipt = Receipt(recipient, "failed", str(answer))
            if pause is None:
                return receipt
            note(receipt)  # it has not arrived for certain, whatever comes between this and the next try
            connection.close()
            wait(pause)
    raise AssertionError("the last try has no pause")


def addressed(message: bytes, address: str) -> bytes:
    """Put the recipient into the To field; line endings as mail needs them (RFC 5322)."""
    head, _, body = re.sub(rb"\r\n|\r|\n", b"\r\n", message).partition(b"\r\n\r\n")
    fields = TO.sub(b"", head + b"\r\n") + b"To: " + address.encode("ascii") + b"\r\n"
    return fields + b"\r\n" + body + (b"" if body.endswith(b"\r\n") else b"\r\n")


class Connection:
    """A conversation with a mail server, opened when it is needed and again after it broke."""

    def __init__(self, settings: SmtpSettings, password: str | None) -> None:
        self._settings = settings
        self._password = password
        self._server: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        """Connect, so that a wrong address or password shows before anything is sent."""
        self._connected()
        return self

    def __exit__(self, *_: object) -> None:
        """Say goodbye."""
        self.close()

    def close(self) -> None:
        """Say goodbye, if anybody is there."""
        if self._server is not None:
            with suppress(smtplib.SMTPException, OSError):
                self._server.quit()
            self._server.close()
            self._server = None

    def transmit(self, message: bytes, sender: str, recipient: str) -> None:
        """Send all of a message but its end: after this it has certainly not arrived. Raises NotDelivered."""
        server = self._connected()
        try:
            server.rset()
            self._expect(server.mail(sender), ACCEPTED)
            self._expect(server.rcpt(recipient), ACCEPTED, 251)
            self._expect(server.docmd("DATA"), READY)
            server.send(re.sub(rb"(?m)^\.", b"..", message))
        except (smtplib.SMTPException, OSError) as error:
            raise NotDelivered(f"the connection broke ({error})", later=True) from error

    def conclude(self) -> tuple[Outcome, str]:
        """Send a message's end and read the answer; raises NotDelivered where the server does not take it."""
        server = self._connected()
        try:
            server.send(b".\r\n")
            answer = server.getreply()
        except (smtplib.SMTPException, OSError) as error:
            self.close()
            return "unknown", f"the connection broke while the server answered; it may have arrived ({error})"
        self._expect(answer, ACCEPTED)
        return "sent", ""

    def _expect(self, answer: tuple[int, bytes], *codes: int) -> None:
        if answer[0] not in codes:
            raise NotDelivered(words(*answer), later=answer[0] in LATER)

    def _connected(self) -> smtplib.SMTP:
        if self._server is None:
            self._server = connect(self._settings, self._password)
        return self._server


def connect(settings: SmtpSettings, password: str | None) -> smtplib.SMTP:
    """Reach the server, secure the connection, log in; raises DeliveryError."""
    if not settings.host:
        raise DeliveryError("no mail server is named; set email.smtp.host in feeds.yaml")
    context = ssl.create_default_context()
    where = (settings.host, settings.port)
    with explained(f"{settings.host}:{settings.port}"), ExitStack() as on_failure:
        if settings.security == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(*where, timeout=TIMEOUT, context=context)
        else:
            server = smtplib.SMTP(*where, timeout=TIMEOUT)
        on_failure.callback(server.close)
        if settings.security == "starttls":
            server.starttls(context=context)
        server.ehlo_or_helo_if_needed()
        if settings.user:
            server.login(settings.user, password or "")
        on_failure.pop_all()
    return server


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Turn what keeps us out of a server into one line with the remedy."""
    try:
        yield
    except smtplib.SMTPAuthenticationError as error:
        raise DeliveryError(f"{place}: user name or password refused ({words(*answer_of(error))})") from error
    except smtplib.SMTPNotSupportedError as error:
        raise DeliveryError(f"{place}: {error}; see email.smtp.security and email.smtp.user") from error
    except ssl.SSLError as error:
        raise DeliveryError(f"{place}: no secure connection ({error}); see email.smtp.port and .security") from error
    except (smtplib.SMTPException, OSError) as error:
        raise DeliveryError(f"{place}: the mail server cannot be reached ({error}); see email.smtp") from error


def answer_of(error: smtplib.SMTPResponseException) -> tuple[int, bytes]:
    """Take a server's answer out of the library's error."""
    text = error.smtp_error
    return error.smtp_code, text.encode() if isinstance(text, str) else text


def words(code: int, answer: bytes) -> str:
    """Write a server's answer in one line."""
    return f"{code} {' '.join(answer.decode('utf-8', 'replace').split())}"
