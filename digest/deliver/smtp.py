"""Mail to a server (RFC 5321), with STARTTLS or TLS and a password where they are asked for."""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from typing import Self

from digest.deliver.transport import NotDelivered, Outcome
from digest.errors import DeliveryError
from digest.settings import SmtpSettings

TIMEOUT = 30.0  # seconds for each answer
READY = 354
ACCEPTED = 250
LATER = range(400, 500)


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
            return "unknown", f"the connection broke while the server answered ({error})"
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
