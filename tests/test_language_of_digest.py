"""The language of a digest's own words is not that of the articles it holds."""

from __future__ import annotations

import pytest

from tests.project import Project

ARTICLE = """# Library opens

A library with 14,000 books opened in Lindhaven on Tuesday after four years of work on the old fish hall at the harbour.

Director Huda Salman said that entry would be free for children, and that the reading room stays open until ten.
"""


@pytest.mark.parametrize("language", ["ar", "fr", "xx", "auto"])
def test_an_article_keeps_its_own_language_and_with_it_who_says_what(project: Project, language: str) -> None:
    (project.folder / "library.md").write_text(ARTICLE, encoding="utf-8")
    config = f"version: 1\nlanguage: {language}\nfeeds:\n  - file: library.md\n"
    (project.folder / "feeds.yaml").write_text(config, encoding="utf-8")
    done = project.run("run", "--offline", "-f", "md", "-o", "out")
    assert done.status == 0, done.err
    (written,) = (project.folder / "out").glob("*.md")
    assert "— Huda Salman" in written.read_text("utf-8")
