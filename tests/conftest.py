"""The options that the suite knows beside pytest's own; `pytest`, `make golden` and `make faults` all come by here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.project import Project
from tests.servers import Server

BUSY = [HealthCheck.too_slow]  # a busy machine is no fault of the code
settings.register_profile("ci", derandomize=True, deadline=None, suppress_health_check=BUSY)  # always the same verdict
settings.register_profile("here", deadline=None, suppress_health_check=BUSY)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the golden files again")
    parser.addoption("--faults", action="store_true", help="run the long harness")
    parser.addoption("--kills", type=int, default=500, help="how often a run is killed at any time")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Iterator[Project]:
    with Project.within(tmp_path, monkeypatch, capfd) as made:
        yield made


@pytest.fixture
def server() -> Iterator[Server]:
    with Server().running() as running:
        yield running
