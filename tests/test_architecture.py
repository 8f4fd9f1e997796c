"""What DESIGN asks of the tree and no linter checks: variants that do not know each other, libraries in one place."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from tests.program import ROOT

PACKAGE = ROOT / "digest"
FOLDERS = ("inputs", "summarizers", "outputs", "languages")
OWN_PLACE = {
    "feedparser": "inputs",
    "sumy": "summarizers",
    "httpcore": "fetch",
    "trafilatura": "clean",
    "jinja2": "outputs",
    "sentencex": "segment",
    "yaml": "config",
    "typer": "cli",
}


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


@pytest.mark.parametrize("folder", FOLDERS)
def test_variants_of_a_folder_do_not_know_each_other(folder):
    variants = {f"digest.{folder}.{path.stem}" for path in (PACKAGE / folder).glob("[a-z]*.py")}
    assert len(variants) > 2
    for path in (PACKAGE / folder).glob("[a-z]*.py"):
        others = variants - {f"digest.{folder}.{path.stem}"}
        assert not imported(path) & others, path.name


@pytest.mark.parametrize(("library", "place"), OWN_PLACE.items())
def test_a_library_is_imported_in_one_place(library, place):
    users = {
        path.relative_to(PACKAGE).parts[0]
        for path in PACKAGE.rglob("*.py")
        if any(name.split(".")[0] == library for name in imported(path))
    }
    assert users == {place}


def test_every_third_party_library_is_a_named_dependency():
    import tomllib

    named = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = [*named["dependencies"], *(line for extra in named["optional-dependencies"].values() for line in extra)]
    declared = {line.split(">")[0].split("[")[0].split(";")[0].strip().lower().replace("-", "_") for line in lines}
    modules = {"stemmer": "pystemmer", "yaml": "pyyaml", "markdown_it": "markdown_it_py", "docx": "python_docx"}
    used = {
        name.split(".")[0].lower()
        for path in PACKAGE.rglob("*.py")
        for name in imported(path)
        if name.split(".")[0] not in sys.stdlib_module_names and name.split(".")[0] != "digest"
    }
    assert {modules.get(name, name) for name in used} <= declared
