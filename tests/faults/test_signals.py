"""A run that is told to end, ends: soon, with the right status, and with nothing half done."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
import time

import pytest

from digest.store import Store
from tests.program import ROOT, environment
from tests.project import CONFIG, Project

SECONDS = 2.0


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_run_that_waits_for_a_server_ends_when_told_to(project: Project, number: signal.Signals, status: int) -> None:
    project.feed(11)
    with socket.create_server(("127.0.0.1", 0)) as server:
        asked = threading.Event()
        threading.Thread(target=accept, args=(server, asked), daemon=True).start()
        port = server.getsockname()[1]
        (project.folder / "feeds.yaml").write_text(
            CONFIG + f"  - http://127.0.0.1:{port}/feed.xml\nfetch: {{allow_private: true}}\n"
        )
        command = [sys.executable, "-m", "digest", "run", "--date", "2026-11-20"]
        variables = environment(project.folder, PYTHONPATH=str(ROOT))
        with subprocess.Popen(
            command, cwd=project.folder, env=variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as process:
            assert asked.wait(30)
            process.send_signal(number)
            begin = time.monotonic()
            out, err = process.communicate(timeout=30)
            took = time.monotonic() - begin
    assert (process.returncode, out) == (status, "")
    assert "Traceback" not in err
    assert took < SECONDS
    assert list((project.folder / "digests").iterdir()) == []
    with Store.view(project.folder / ".digest" / "digest.db") as store:
        assert store.faults() == ()
    (project.folder / "feeds.yaml").write_text(CONFIG)
    assert project.run("run", "--date", "2026-11-20").status == 0
    assert project.told() == [11]


def accept(server: socket.socket, asked: threading.Event) -> None:
    """Take a request and never answer it."""
    connection, _ = server.accept()
    with connection:
        connection.recv(1)
        asked.set()
        threading.Event().wait(60)
