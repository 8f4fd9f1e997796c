"""The options that the suite knows beside pytest's own; `pytest`, `make golden` and `make faults` all come by here."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

BUSY = [HealthCheck.too_slow]  # a busy machine is no fault of the code
settings.register_profile("ci", derandomize=True, deadline=None, suppress_health_check=BUSY)  # always the same verdict
settings.register_profile("here", deadline=None, suppress_health_check=BUSY)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the golden files again")
    parser.addoption("--faults", action="store_true", help="run the long harness")
    parser.addoption("--kills", type=int, default=500, help="how often a run is killed at any time")
