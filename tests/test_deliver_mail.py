"""Mail, against a real server on loopback that speaks TLS, asks for passwords, and fails in all the usual ways."""

from __future__ import annotations

import random
import ssl
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from digest.deliver.mail import Receipt, addressed, send
from digest.deliver.smtp import password_for
from digest.errors import DeliveryError
from digest.settings import SmtpSettings
from digest.store import Mail, Store

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
MESSAGE = (
    b"From: d@example.org\r\nTo: d@example.org\r\nSubject: News\r\nMessage-ID: <1@example.org>\r\n"
    b"\r\n.hidden dot\r\nend\r\n"
)
SENDER = "Digest <d@example.org>"


class Mailbox:
    """Takes mail, or does what `plan` says for the next end of data or recipient: an answer, or "drop"."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, bytes]] = []
        self.plan: list[str | None] = []
        self.recipients: dict[str, str] = {}

    async def handle_RCPT(  # noqa: N802 - the library's name
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        if address in self.recipients:
            return self.recipients[address]
        envelope.rcpt_tos.append(address)
        return "250 fine"

    async def handle_DATA(self, server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - the library's name
        step = self.plan.pop(0) if self.plan else None
        if step is None or step == "take and drop":
            self.taken += [(address, envelope.content) for address in envelope.rcpt_tos]
        if step in ("drop", "take and drop"):
            server.transport.abort()
        return step if step and step[0].isdigit() else "250 fine"


class AnyPort(Controller):
    """The library's server, which cannot do without knowing its port."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def serving(mailbox: Mailbox, **options: Any) -> Iterator[int]:
    controller = AnyPort(mailbox, hostname="127.0.0.1", port=0, **options)
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a certificate for localhost that only these tests trust."""
    path = tmp_path_factory.mktemp("tls") / "server.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    more = ["-addext", "subjectAltName=DNS:localhost", "-keyout", str(path), "-out", str(path.with_suffix(".crt"))]
    try:
        subprocess.run(command + more, check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("no openssl to make a certificate with")
    path.write_bytes(path.read_bytes() + path.with_suffix(".crt").read_bytes())
    return path


def plain(port: int, **values: Any) -> SmtpSettings:
    return SmtpSettings(host="localhost", port=port, **({"security": "none"} | values))


def post(port: int, *recipients: str, notes: list[Receipt] | None = None, **options: Any) -> tuple[Receipt, ...]:
    kept = [] if notes is None else notes
    return send(MESSAGE, SENDER, recipients, plain(port), kept.append, wait=lambda _seconds: None, **options)


def test_each_recipient_gets_a_message_of_their_own(mailbox: Mailbox) -> None:
    with serving(mailbox) as port:
        receipts = post(port, "Ann <ann@example.org>", "bob@example.org", "bob@example.org")
    assert receipts == (Receipt("Ann <ann@example.org>", "sent"), Receipt("bob@example.org", "sent"))
    assert [address for address, _ in mailbox.taken] == ["ann@example.org", "bob@example.org"]
    for address, content in mailbox.taken:
        assert message_from_bytes(content).get_all("To") == [address]
        assert content.endswith(b"\r\n\r\n.hidden dot\r\nend\r\n")


def test_the_other_headers_stay_as_they_are() -> None:
    message = b"Subject: To: nobody\nTo: a@example.org,\n b@example.org\nX-To: x\n\nTo: in the body\n"
    assert addressed(message, "c@example.org") == (
        b"Subject: To: nobody\r\nX-To: x\r\nTo: c@example.org\r\n\r\nTo: in the body\r\n"
    )


def test_what_may_have_arrived_is_noted_before_the_end_is_sent(mailbox: Mailbox) -> None:
    notes: list[Receipt] = []
    with serving(mailbox) as port:
        post(port, "ann@example.org", notes=notes)
    assert [receipt.outcome for receipt in notes] == ["unknown", "sent"]


def test_a_refused_recipient_costs_the_others_nothing(mailbox: Mailbox) -> None:
    mailbox.recipients["no@example.org"] = "550 no such user"
    with serving(mailbox) as port:
        receipts = post(port, "no@example.org", "not an address", "jürgen@example.org", "ann@example.org")
    assert [receipt.outcome for receipt in receipts] == ["refused", "refused", "refused", "sent"]
    assert receipts[0].reason == "550 no such user"


def test_a_server_that_says_later_is_asked_again(mailbox: Mailbox) -> None:
    mailbox.plan = ["451 busy", None]
    with serving(mailbox) as port:
        assert post(port, "ann@example.org") == (Receipt("ann@example.org", "sent"),)
    assert len(mailbox.taken) == 1


def test_a_server_that_always_says_later_is_given_up(mailbox: Mailbox) -> None:
    mailbox.recipients["ann@example.org"] = "450 greylisted"
    waits: list[float] = []
    with serving(mailbox) as port:
        found = send(MESSAGE, SENDER, ["ann@example.org"], plain(port), lambda _receipt: None, wait=waits.append)
    assert found == (Receipt("ann@example.org", "failed", "450 greylisted"),)
    assert len(waits) == 2


def test_what_a_server_put_off_has_not_arrived_even_if_that_server_goes_away(mailbox: Mailbox) -> None:
    mailbox.plan = ["451 busy"]
    notes: list[Receipt] = []
    controller = AnyPort(mailbox, hostname="127.0.0.1", port=0)
    controller.start()
    settings, people = plain(controller.port), ["ann@example.org"]
    with pytest.raises(DeliveryError, match="cannot be reached"):
        send(MESSAGE, SENDER, people, settings, notes.append, wait=lambda _seconds: controller.stop())
    assert [receipt.outcome for receipt in notes] == ["unknown", "failed"]


def test_a_refused_message_is_not_sent_again(mailbox: Mailbox) -> None:
    mailbox.plan = ["554 spam"]
    with serving(mailbox) as port:
        assert post(port, "ann@example.org")[0] == Receipt("ann@example.org", "refused", "554 spam")
    assert mailbox.taken == []


@pytest.mark.parametrize("step", ["drop", "take and drop"])
def test_a_connection_lost_after_the_data_is_unknown_and_not_sent_again(mailbox: Mailbox, step: str) -> None:
    mailbox.plan = [step]
    with serving(mailbox) as port:
        receipts = post(port, "ann@example.org", "bob@example.org")
    assert [receipt.outcome for receipt in receipts] == ["unknown", "sent"]
    assert [address for address, _ in mailbox.taken].count("ann@example.org") == (step == "take and drop")


def test_starttls_with_a_password(mailbox: Mailbox, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with serving(mailbox, **secured(certificate), authenticator=only("me", "s3cret"), auth_required=True) as port:
        settings = SmtpSettings(host="localhost", port=port, user="me")
        notes: list[Receipt] = []
        send(MESSAGE, SENDER, ["ann@example.org"], settings, notes.append, password="s3cret")
        with pytest.raises(DeliveryError, match="user name or password refused") as caught:
            send(MESSAGE, SENDER, ["bob@example.org"], settings, notes.append, password="wr0ng")
    assert "wr0ng" not in str(caught.value)
    assert [address for address, _ in mailbox.taken] == ["ann@example.org"]


def test_tls_from_the_start(mailbox: Mailbox, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with serving(mailbox, ssl_context=secured(certificate)["tls_context"]) as port:
        receipts = send(MESSAGE, SENDER, ["ann@example.org"], plain(port, security="tls"), lambda _receipt: None)
    assert [receipt.outcome for receipt in receipts] == ["sent"]


def test_a_certificate_that_nobody_vouches_for_is_refused(mailbox: Mailbox, certificate: Path) -> None:
    with (
        serving(mailbox, **secured(certificate)) as port,
        pytest.raises(DeliveryError, match="no secure connection"),
    ):
        send(MESSAGE, SENDER, ["ann@example.org"], plain(port, security="starttls"), lambda _receipt: None)
    assert mailbox.taken == []


def test_a_server_without_starttls_gets_nothing(mailbox: Mailbox) -> None:
    with serving(mailbox) as port, pytest.raises(DeliveryError, match=r"email\.smtp\.security"):
        send(MESSAGE, SENDER, ["ann@example.org"], plain(port, security="starttls"), lambda _receipt: None)
    assert mailbox.taken == []


def test_no_server_is_told(mailbox: Mailbox) -> None:
    with serving(mailbox) as port:
        pass
    with pytest.raises(DeliveryError, match="cannot be reached"):
        post(port, "ann@example.org")
    with pytest.raises(DeliveryError, match=r"set email\.smtp\.host"):
        send(MESSAGE, SENDER, ["ann@example.org"], SmtpSettings(), lambda _receipt: None)


def test_the_password_comes_from_a_file_or_a_variable(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("s3cret\n")
    assert password_for(SmtpSettings(user="me", password_file=file), {}) == "s3cret"
    assert password_for(SmtpSettings(user="me"), {"DIGEST_SMTP_PASSWORD": "s3cret"}) == "s3cret"
    assert password_for(SmtpSettings(), {"DIGEST_SMTP_PASSWORD": "s3cret"}) is None
    with pytest.raises(DeliveryError, match="DIGEST_SMTP_PASSWORD"):
        password_for(SmtpSettings(user="me"), {})
    with pytest.raises(DeliveryError, match="cannot be read"):
        password_for(SmtpSettings(user="me", password_file=tmp_path), {})


def test_with_a_server_that_fails_at_random_nothing_is_lost_and_nothing_comes_twice(
    mailbox: Mailbox, tmp_path: Path
) -> None:
    send_at_random(mailbox, tmp_path, issues=4)


def send_at_random(mailbox: Mailbox, folder: Path, issues: int) -> None:
    """Send issues with three commands each to a server that fails; see that what is written down is true."""
    steps = [None, "451 busy", "drop", "take and drop", "554 spam", "421 going down"]
    chance = random.Random(4)
    people = [f"{number}@example.org" for number in range(6)]
    for issue in range(issues):
        message = f"<{issue}@example.org>"
        mailbox.taken, mailbox.plan = [], [chance.choice(steps) for _ in range(30)]
        with serving(mailbox) as port:
            for _ in range(3):
                found = mail_what_is_left(folder / "digest.db", message, people, plain(port))
                mailbox.plan = [step for step in mailbox.plan if chance.random() < 0.5]
        arrived = [address for address, _ in mailbox.taken]
        assert len(arrived) == len(set(arrived))
        for person in people:
            outcome = found[person].outcome
            assert outcome in ("sent", "refused", "unknown", "failed")
            assert outcome == "unknown" or (person in arrived) == (outcome == "sent")


def mail_what_is_left(path: Path, message: str, people: list[str], way: SmtpSettings | Path) -> dict[str, Mail]:
    """Do what a command does that sends: skip who got it, or may have; write down each answer at once."""
    with Store.open(path) as store:
        settled = {
            name for name, mail in store.mails(message).items() if mail.outcome in ("sent", "unknown", "refused")
        }

        def note(receipt: Receipt) -> None:
            store.note_mail(message, Mail(receipt.recipient, receipt.outcome, receipt.reason, NOW))

        left = [person for person in people if person not in settled]
        send(MESSAGE, SENDER, left, way, note, wait=lambda _seconds: None)
        return store.mails(message)


def secured(certificate: Path) -> dict[str, ssl.SSLContext]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return {"tls_context": context}


def only(user: str, password: str) -> Callable[..., AuthResult]:
    """Let in one user with one password."""

    def check(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
        return AuthResult(success=(data.login, data.password) == (user.encode(), password.encode()), handled=False)

    return check
