"""Mail to a server that fails at random, two hundred times."""

from __future__ import annotations

from pathlib import Path

from tests.test_deliver_mail import Mailbox, send_at_random


def test_nothing_is_lost_and_nothing_comes_twice(tmp_path: Path) -> None:
    send_at_random(Mailbox(), tmp_path, issues=70)
