"""The long harness runs only where it is asked for: `make faults`."""

from __future__ import annotations

from pathlib import Path

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--faults"):
        here = [item for item in items if item.path.is_relative_to(Path(__file__).parent)]
        for item in here:
            item.add_marker(pytest.mark.skip(reason="long: make faults"))
