"""The options that the suite knows beside pytest's own; `pytest`, `make golden` and `make faults` all come by here."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None)  # the same verdict on the same code
if os.environ.get("CI"):
    settings.load_profile("ci")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the golden files again")
    parser.addoption("--faults", action="store_true", help="run the long harness")
    parser.addoption("--kills", type=int, default=500, help="how often a run is killed at any time")
