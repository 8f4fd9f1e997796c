"""Sending through the program: everybody gets a digest once, and what went wrong is said and can be mended."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy

import pytest

from tests.program import digest
from tests.project import CONFIG, Project, title
from tests.servers import CERTIFICATE
from tests.test_deliver_mail import Mailbox, only, secured, serving

ANN, BOB, CAT = "ann@example.org", "bob@example.org", "cat@example.org"


@pytest.fixture
def project(project: Project) -> Project:
    project.feed(11, 22)
    return project


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def port(mailbox: Mailbox) -> Iterator[int]:
    with serving(mailbox) as number:
        yield number


def mail_settings(project: Project, port: int, *people: str, more: str = "", smtp: str = "security: none") -> None:
    block = (
        f"email:\n  from: Digest <d@example.org>\n  to: {list(people)}\n{more}"
        f"  smtp: {{host: localhost, port: {port}, {smtp}}}\n"
    )
    (project.folder / "feeds.yaml").write_text(CONFIG + block)


def arrived(mailbox: Mailbox) -> list[str]:
    return [address for address, _ in mailbox.taken]


def test_a_run_mails_what_it_wrote_to_each_alone_and_once(project: Project, mailbox: Mailbox, port: int) -> None:
    mail_settings(project, port, f"Ann <{ANN}>", BOB)
    first = project.run("run", "--date", "2026-11-20", "--send")
    assert (first.status, first.out) == (0, f"{project.file()}\n")
    assert "mailed the digest of 2026-11-20 to 2 of 2" in first.err
    assert arrived(mailbox) == [ANN, BOB]
    for address, content in mailbox.taken:
        message = message_from_bytes(content, policy=policy.default)
        assert message.get_all("To") == [address]
        assert title(11) in message.get_body(("plain",)).get_content()
    again = project.run("run", "--date", "2026-11-20", "--send")
    assert (again.status, len(mailbox.taken)) == (0, 2)
    assert project.run("send").status == 0
    assert len(mailbox.taken) == 2


def test_a_digest_that_grew_is_mailed_whole(project: Project, mailbox: Mailbox, port: int) -> None:
    mail_settings(project, port, ANN)
    project.run("run", "--date", "2026-11-20", "--send")
    project.feed(11, 22, 33)
    assert project.run("run", "--date", "2026-11-20", "--send").status == 0
    assert arrived(mailbox) == [ANN, ANN]
    assert title(33).encode() not in mailbox.taken[0][1]
    assert title(33).encode() in mailbox.taken[1][1]


def test_without_send_nothing_is_mailed(project: Project, mailbox: Mailbox, port: int) -> None:
    mail_settings(project, port, ANN)
    assert project.run("run", "--date", "2026-11-20").status == 0
    told = project.run("send", "--dry-run")
    assert (told.status, told.out) == (0, "")
    assert f"would mail the digest of 2026-11-20 to 1 of 1: {ANN}" in told.err
    assert project.run("run", "--date", "2026-11-21", "--send", "--dry-run").status == 0
    assert mailbox.taken == []
    assert project.run("send", "2026-11-20").status == 0
    assert arrived(mailbox) == [ANN]


def test_a_refused_recipient_is_named_and_only_that_one_is_tried_again(
    project: Project, mailbox: Mailbox, port: int
) -> None:
    mail_settings(project, port, ANN, BOB, CAT)
    mailbox.recipients[BOB] = "550 no such user"
    first = project.run("run", "--date", "2026-11-20", "--send")
    assert (first.status, first.out) == (4, f"{project.file()}\n")
    assert f"digest: {BOB}: refused: 550 no such user" in first.err
    assert "`digest send 2026-11-20` tries again" in first.err
    assert sorted(arrived(mailbox)) == [ANN, CAT]
    del mailbox.recipients[BOB]
    assert project.run("send").status == 0
    assert sorted(arrived(mailbox)) == [ANN, BOB, CAT]


def test_other_settings_make_no_other_digest(project: Project, mailbox: Mailbox, port: int) -> None:
    mail_settings(project, port, ANN, BOB)
    mailbox.recipients[BOB] = "550 no such user"
    project.run("run", "--date", "2026-11-20", "--send", "-n", "1")
    mailbox.recipients.clear()
    mail_settings(project, port, "Ann Ambler <ANN@example.org>", ANN, BOB, more="  subject: Mended\n")
    assert project.run("send").status == 0
    assert arrived(mailbox) == [ANN, BOB]
    assert b"Subject: Mended" in mailbox.taken[1][1]


@pytest.mark.parametrize("step", ["drop", "take and drop"])
def test_what_may_have_arrived_is_sent_again_only_when_asked_for(
    project: Project, mailbox: Mailbox, port: int, step: str
) -> None:
    mail_settings(project, port, ANN)
    mailbox.plan = [step]
    first = project.run("run", "--date", "2026-11-20", "--send")
    assert first.status == 4
    assert f"digest: {ANN}: may have arrived: the connection broke" in first.err
    assert first.err.count("may have arrived") == 1
    assert "`digest send 2026-11-20 --again` sends it also" in first.err
    before = len(mailbox.taken)
    second = project.run("send")
    assert (second.status, len(mailbox.taken)) == (4, before)
    assert "may have arrived" in second.err
    assert project.run("send", "--again").status == 0
    assert len(mailbox.taken) == before + 1
    assert project.run("send", "--again").status == 0
    assert len(mailbox.taken) == before + 1


def test_a_server_that_is_not_there_costs_the_digest_nothing(project: Project, mailbox: Mailbox, port: int) -> None:
    with serving(Mailbox()) as other:
        pass
    mail_settings(project, other, ANN)
    outcome = project.run("run", "--date", "2026-11-20", "--send")
    assert (outcome.status, outcome.out) == (4, f"{project.file()}\n")
    assert "cannot be reached" in outcome.err
    mail_settings(project, port, ANN)
    assert project.run("send").status == 0
    assert arrived(mailbox) == [ANN]


def test_a_digest_that_a_killed_run_left_is_written_and_mailed(project: Project, mailbox: Mailbox, port: int) -> None:
    mail_settings(project, port, ANN)
    project.run("run", "--date", "2026-11-20")
    project.file().unlink()
    left_unwritten(project)
    refused = project.run("send")
    assert (refused.status, mailbox.taken) == (1, [])
    assert "not written yet" in refused.err
    project.feed(11, 22, 33)
    outcome = project.run("run", "--date", "2026-11-21", "--send")
    assert outcome.status == 0
    assert outcome.out.splitlines() == [str(project.file()), str(project.file("2026-11-21"))]
    assert [title(33).encode() in content for _, content in mailbox.taken] == [False, True]


def left_unwritten(project: Project) -> None:
    import sqlite3

    with sqlite3.connect(project.folder / ".digest" / "digest.db") as database:
        database.execute("UPDATE digests SET done = 0")
    database.close()


@pytest.mark.parametrize(
    ("block", "wanted"),
    [
        ("", ("email.from, email.to, email.smtp.host", "from: Digest <me@example.org>, to: [ann@example.org]")),
        ("email: {from: d@example.org, smtp: {host: localhost}}\n", ("without email.to;", "to: [ann@example.org]")),
        ("email: {from: d@example.org, to: a@example.org}\n", ("email.smtp.host", "smtp: {host: mail.example.org")),
        ("email: {to: a@example.org, smtp: {host: localhost}}\n", ("email.from", "from: Digest <me@example.org>")),
    ],
)
@pytest.mark.parametrize("command", [("send",), ("run", "--send"), ("newsletter", "--send")])
def test_what_is_missing_is_said_before_anything_is_done(
    project: Project, block: str, wanted: tuple[str, ...], command: tuple[str, ...]
) -> None:
    (project.folder / "feeds.yaml").write_text(CONFIG + block)
    outcome = project.run(*command)
    assert (outcome.status, outcome.out) == (2, "")
    assert [words for words in wanted if words not in outcome.err] == []
    assert not (project.folder / ".digest").exists()


def test_named_sources_are_not_sent(project: Project, port: int) -> None:
    mail_settings(project, port, ANN)
    assert project.run("run", "feed.xml", "--send").status == 2


def test_there_must_be_a_digest(project: Project, mailbox: Mailbox, port: int) -> None:
    mail_settings(project, port, ANN)
    assert project.run("send").status == 1
    project.run("run", "--date", "2026-11-20")
    outcome = project.run("send", "2026-11-19")
    assert (outcome.status, mailbox.taken) == (1, [])
    assert "nothing is stored of 2026-11-19" in outcome.err


def test_an_issue_is_mailed_once_whatever_is_changed_in_it(project: Project, mailbox: Mailbox, port: int) -> None:
    mail_settings(project, port, ANN, BOB)
    mailbox.recipients[BOB] = "550 no such user"
    period = ("--since", "2026-11-16", "--until", "2026-11-23")
    first = project.run("newsletter", *period, "--send")
    assert first.status == 4
    assert "issue 1 has not certainly reached 1 of 2" in first.err
    mailbox.recipients.clear()
    project.feed(11, 22, 33)
    assert project.run("newsletter", *period, "--title", "Mended", "--send").status == 0
    assert arrived(mailbox) == [ANN, BOB]
    assert project.run("newsletter", "--since", "2026-11-15", "--until", "2026-11-23", "--send").status == 0
    assert arrived(mailbox) == [ANN, BOB, ANN, BOB]


def test_an_issue_that_may_have_arrived_is_mailed_again_when_asked_for(
    project: Project, mailbox: Mailbox, port: int
) -> None:
    mail_settings(project, port, ANN)
    mailbox.plan = ["drop"]
    period = ("--since", "2026-11-16", "--until", "2026-11-23")
    assert project.run("newsletter", *period, "--send").status == 4
    assert project.run("newsletter", *period, "--send").status == 4
    assert mailbox.taken == []
    assert project.run("newsletter", *period, "--again").status == 0
    assert arrived(mailbox) == [ANN]


def test_starttls_and_a_password_from_a_variable_or_a_file(project: Project, mailbox: Mailbox) -> None:
    options = {**secured(CERTIFICATE), "authenticator": only("me", "s3cret"), "auth_required": True}
    trust = {"SSL_CERT_FILE": str(CERTIFICATE), "DIGEST_RUN_DATE": "2026-11-20"}
    with serving(mailbox, **options) as port:
        mail_settings(project, port, ANN, smtp="user: me")
        nothing = digest("run", "--send", cwd=project.folder, **trust)
        assert (nothing.status, nothing.out) == (4, f"{project.file()}\n")
        assert "set the variable DIGEST_SMTP_PASSWORD" in nothing.err
        wrong = digest("send", cwd=project.folder, **trust, DIGEST_SMTP_PASSWORD="wr0ng")
        assert wrong.status == 4
        assert "user name or password refused" in wrong.err
        assert "wr0ng" not in wrong.err
        (project.folder / "secret").write_text("s3cret\n")
        mail_settings(project, port, ANN, smtp="user: me, password_file: secret")
        done = digest("send", cwd=project.folder, **trust)
    assert (done.status, arrived(mailbox)) == (0, [ANN])
    stored = (project.folder / ".digest").glob("digest.db*")
    assert not any(b"s3cret" in path.read_bytes() for path in stored)


def test_a_message_refused_for_one_reaches_the_other(project: Project, port: int, mailbox: Mailbox) -> None:
    mail_settings(project, port, ANN, BOB)
    mailbox.plan = ["554 spam"]
    project.run("run", "--date", "2026-11-20", "--send")
    told = project.run("send", "--dry-run")
    assert f"to 1 of 2: {ANN}" in told.err
