"""Every hostile text of our own cases is safe, and the check that says so can fail."""

from __future__ import annotations

import json

import pytest

from tests.mail.injection import MOST, OWN, faults, main, naive, read

CASES = read(OWN)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_it_is_text_and_nothing_else(case):
    assert list(faults(case)) == []


def test_a_renderer_that_escapes_nothing_fails_most():
    hostile = [case for case in CASES if case.hostile]
    assert sum(any(faults(case, naive)) for case in hostile) > 0.9 * len(hostile) > MOST


def test_a_case_that_is_not_met_is_named(tmp_path, capsys):
    record = {"id": "mine", "field": "title", "format": "html", "input": "Walrus", "must_not_contain": ["Walrus"],
              "must_contain": ["Tram"]}  # fmt: skip
    file = tmp_path / "cases.json"
    file.write_text(json.dumps([record]))
    assert main([file]) == 1
    assert "mine: has 'Walrus'; lacks 'Tram'" in capsys.readouterr().out
    assert main([]) == 0
