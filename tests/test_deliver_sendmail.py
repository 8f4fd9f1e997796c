"""Mail through a program of the machine's own: a fake one, written by the test, that keeps what it is given."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from digest.deliver import sendmail
from digest.deliver.mail import Receipt, send
from digest.errors import DeliveryError
from tests.project import CONFIG, Project
from tests.test_deliver_mail import MESSAGE, SENDER, mail_what_is_left

ANN, BOB = "ann@example.org", "bob@example.org"
TAKEN = {"0", "75", "killed"}  # the steps after which a message may arrive
FAKE = """\
#!{python}
import json, os, pathlib, signal, sys, time
here = pathlib.Path(__file__).parent
plan = here / "plan"
steps = plan.read_text().split() if plan.exists() else []
number = len(list(here.glob("call-*")))
(here / f"call-{{number:03}}").write_text(json.dumps([sys.argv[1:], sys.stdin.buffer.read().decode("latin-1")]))
step = steps[number] if number < len(steps) else "0"
if step == "forks":
    sys.exit(0 if os.fork() else time.sleep(20))
if step == "talks":
    print("much " * 200_000 + "the end")
    sys.exit(1)
if step == "hang":
    time.sleep(60)
if step == "killed":
    os.kill(os.getpid(), signal.SIGKILL)
if step != "0":
    print("fake:  what it\\nsays", file=sys.stderr)
sys.exit(int(step))
"""


class Fake:
    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.path = folder / "send mail;exit"  # a shell would not find it
        self.path.write_text(FAKE.format(python=sys.executable))
        self.path.chmod(0o755)

    def plan(self, *steps: str) -> None:
        (self.path.parent / "plan").write_text(" ".join(steps))

    @property
    def calls(self) -> list[tuple[list[str], str]]:
        import json

        return [tuple(json.loads(file.read_text())) for file in sorted(self.path.parent.glob("call-*"))]


@pytest.fixture
def fake(tmp_path: Path) -> Fake:
    return Fake(tmp_path / "bin")


def sent(fake: Fake, *people: str) -> tuple[list[Receipt], list[Receipt]]:
    notes: list[Receipt] = []
    receipts = send(MESSAGE, SENDER, people, fake.path, notes.append, wait=lambda _seconds: None)
    return [*receipts], notes


def test_each_recipient_gets_a_message_alone(fake):
    receipts, notes = sent(fake, f"Ann <{ANN}>", "-oQ@example.org")
    assert [receipt.outcome for receipt in receipts] == ["sent", "sent"]
    assert [note.outcome for note in notes] == ["unknown", "sent", "unknown", "sent"]
    (first, message), (second, other) = fake.calls
    assert first == ["-i", "-f", "d@example.org", "--", ANN]
    assert second == ["-i", "-f", "d@example.org", "--", "-oQ@example.org"]
    assert f"\nTo: {ANN}\n" in message
    assert "bob" not in message
    assert "\nTo: -oQ@example.org\n" in other
    assert message.endswith("\n\n.hidden dot\nend\n")  # lines as files have them, dots as they were
    assert "\r" not in message


def test_what_may_have_arrived_is_noted_before_the_program_starts(fake):
    calls_seen = []
    send(MESSAGE, SENDER, [ANN], fake.path, lambda note: calls_seen.append((note.outcome, len(fake.calls))))
    assert calls_seen == [("unknown", 0), ("sent", 1)]


@pytest.mark.parametrize(
    ("status", "outcome"),
    [("64", "failed"), ("65", "refused"), ("67", "refused"), ("68", "refused"), ("69", "failed"), ("78", "failed"),
     ("77", "refused"), ("1", "failed")],
)  # fmt: skip
def test_its_status_says_what_came_of_it(fake, status, outcome):
    fake.plan(status)
    receipts, notes = sent(fake, ANN, BOB)
    assert [receipt.outcome for receipt in receipts] == [outcome, "sent"]
    assert receipts[0].reason == f"{fake.path} ended with status {status}: fake: what it says"
    assert notes[1] == receipts[0]
    assert len(fake.calls) == 2


def test_one_that_puts_a_message_off_may_have_queued_it_and_is_not_asked_again(fake):
    fake.plan("75", "0")
    receipts, notes = sent(fake, ANN, BOB)
    assert [note.outcome for note in notes] == ["unknown", "unknown", "unknown", "sent"]
    said = f"{fake.path} ended with status 75: fake: what it says"
    assert receipts[0].reason == f"{said}; the program put it off, and may have queued it"
    assert [arguments[-1] for arguments, _ in fake.calls] == [ANN, BOB]


def test_one_that_is_killed_or_hangs_may_have_taken_it(fake, monkeypatch):
    monkeypatch.setattr(sendmail, "TIMEOUT", 3.0)
    fake.plan("killed", "hang")
    receipts, _ = sent(fake, ANN, BOB)
    assert [receipt.outcome for receipt in receipts] == ["unknown", "unknown"]
    assert "stopped by signal 9" in receipts[0].reason
    assert "did not end within 3 s" in receipts[1].reason


def test_a_child_that_the_program_leaves_behind_is_not_waited_for(fake, monkeypatch):
    monkeypatch.setattr(sendmail, "TIMEOUT", 5.0)
    fake.plan("forks")
    assert [receipt.outcome for receipt in sent(fake, ANN)[0]] == ["sent"]


def test_only_the_end_of_what_it_says_is_told(fake):
    fake.plan("talks")
    (receipt,), _ = sent(fake, ANN)
    assert receipt.reason.endswith("much much the end")
    assert len(receipt.reason) < 500 + len(str(fake.path))


@pytest.mark.parametrize(
    "spoil", [Path.unlink, lambda path: path.chmod(0o644), lambda path: (path.unlink(), path.mkdir())]
)
def test_a_program_that_cannot_be_run_is_said_before_anything_is_noted(fake, spoil):
    spoil(fake.path)
    notes: list[Receipt] = []
    with pytest.raises(DeliveryError, match=r"no program that can be run; see email\.sendmail"):
        send(MESSAGE, SENDER, [ANN], fake.path, notes.append)
    assert notes == []


def test_one_that_the_system_cannot_start_has_sent_nothing(fake):
    fake.path.write_text("#!/nowhere/at/all\n")
    receipts, _ = sent(fake, ANN)
    assert receipts[0].outcome == "failed"
    assert "could not be started" in receipts[0].reason


def test_with_a_program_that_fails_at_random_nothing_is_lost_and_nothing_comes_twice(fake, tmp_path):
    chance = random.Random(6)
    people = [f"{number}@example.org" for number in range(5)]
    steps = [chance.choice(["0", "0", "75", "67", "69", "killed"]) for _ in range(200)]
    fake.plan(*steps)
    for issue in range(3):
        before = len(fake.calls)
        for _ in range(3):
            found = mail_what_is_left(tmp_path / "digest.db", f"<{issue}@example.org>", people, fake.path)
        calls = list(enumerate(fake.calls))[before:]
        arrived = [arguments[-1] for number, (arguments, _) in calls if steps[number] in TAKEN]
        assert len(arrived) == len(set(arrived))
        for person in people:
            assert (person in arrived) == (found[person].outcome in {"sent", "unknown"})


@pytest.fixture
def project(project: Project) -> Project:
    project.feed(11, 22)
    return project


def settings(project: Project, *people: str, more: str = "") -> None:
    block = f"email:\n  from: Digest <d@example.org>\n  to: {list(people)}\n  sendmail: bin/send mail;exit\n{more}"
    (project.folder / "feeds.yaml").write_text(CONFIG + block)


def test_a_run_sends_by_it_and_only_what_is_left_later(project, fake):
    settings(project, ANN, BOB)
    fake.plan("67")
    first = project.run("run", "--date", "2026-11-20", "--send")
    assert first.status == 4
    assert f"digest: {ANN}: refused: {fake.path} ended with status 67" in first.err
    assert "mailed" not in first.err
    assert project.run("send").status == 0
    assert [arguments[-1] for arguments, _ in fake.calls] == [ANN, BOB, ANN]
    assert project.run("send").status == 0
    assert len(fake.calls) == 3


def test_what_was_put_off_is_sent_again_only_when_that_is_asked_for(project, fake):
    settings(project, ANN)
    fake.plan("75", "0")
    assert project.run("run", "--date", "2026-11-20", "--send").status == 4
    project.run("send")
    assert len(fake.calls) == 1
    assert project.run("send", "--again").status == 0
    assert len(fake.calls) == 2


def test_check_and_doctor_know_it(project, fake):
    settings(project, ANN)
    assert f"to 1, through {fake.path}" in project.run("check").out
    assert f"{fake.path}, 1 to write to" in project.run("doctor").out
    fake.path.unlink()
    assert "no program that can be run" in project.run("doctor").out


def test_two_ways_out_are_one_too_many(project):
    settings(project, ANN, more="  smtp: {host: localhost}\n")
    outcome = project.run("send")
    assert outcome.status == 2
    assert "feeds.yaml:9:3: mail goes out by one way: keep either 'sendmail' or 'smtp'" in outcome.err
