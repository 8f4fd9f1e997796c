"""Every case of docs/faults.md is there, and so is every test that it names."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

from tests.program import ROOT

ROW = re.compile(r"\| (F\d\d) \| (.+) \| (.+) \| (.+) \|")
CASES = [f"F{number:02}" for number in range(1, 66)]


@cache
def rows() -> dict[str, list[str]]:
    found = [ROW.fullmatch(line) for line in (ROOT / "docs" / "faults.md").read_text("utf-8").splitlines()]
    return {row[1]: re.findall(r"`([\w/.]+(?:: \w+)?)`", row[4]) for row in found if row}


@cache
def functions(module: str) -> frozenset[str]:
    folder, _, name = f"tests/{module}".rpartition("/")
    tree = ast.parse((ROOT / folder / f"test_{name}.py").read_text("utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("case", CASES)
def test_case(case: str) -> None:
    tests = rows()[case]
    assert tests
    for test in tests:
        module, mark, name = test.partition(": ")
        if mark:
            assert f"test_{name}" in functions(module), test
        else:
            assert (ROOT / module).is_file(), test


def test_there_is_no_other_case() -> None:
    assert list(rows()) == CASES
