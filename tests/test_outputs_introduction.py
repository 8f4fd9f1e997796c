"""An editor's introduction, as each output shows it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from digest.outputs._feed import entry_of
from digest.outputs.md import MARKER
from digest.registry import load
from digest.settings import OutputSettings
from tests import outputs_data as data
from tests.program import ROOT


def shown(name, introduction=data.INTRODUCTION):
    digest = replace(data.digest(), number=3, introduction=introduction)
    if name == "entry":
        return entry_of(digest, OutputSettings()).html
    return load("outputs", name).render_digest(digest, OutputSettings())


def test_text_has_columns_marks_and_indented_code():
    text = shown("txt")
    start = text.index("WHAT IS ON")
    assert (
        text[start : text.index("<b>HTML</b>")]
        == """\
WHAT IS ON

  * one
  * two
      1. first | second
      2. third
  * and more of two
  * three

> Said at the harbour.
>
> And written down.

Ferry  Minutes
-----  -------
Vey    12
Orre   a|b

    digest run   # <b>no</b> markup
      --send

  1. before

    code

  2. after

"""
    )


def test_markdown_is_written_again_as_it_was_meant():
    text = shown("md")
    assert (
        text[text.index("## What is on") : text.index("<b>HTML") - 1]
        == """\
## What is on

- one
- two
  1. first | second
  2. third
- and more of two
- three

> Said at the harbour.
>
> And written down.

| Ferry | Minutes |
| --- | --- |
| Vey | 12 |
| *Orre* | `a\\|b` |

```text
digest run   # <b>no</b> markup
  --send
```

1. before

   ```text
   code
   ```

2. after

"""
    )


@pytest.mark.parametrize("name", ["html", "entry"])
def test_pages_have_elements_for_it_and_escape_the_rest(name):
    page = shown(name)
    assert page.count("<blockquote") == 1
    assert page.count("Said at the harbour.</p>") == page.count("And written down.</p>") == 1
    assert '<ol start="2"' in page
    assert "&lt;b&gt;HTML&lt;/b&gt;" in page
    assert "<img" not in page
    assert "a|b" in page


@pytest.mark.parametrize(
    "open_end", ["```\nnever closed", "<!-- never closed", "~~~", "> ```", "- [ ](", "***", "$$", "{{<"]
)
def test_nothing_in_it_reaches_beyond_it(open_end):
    text = shown("md", f"Dear readers,\n\n{open_end}")
    headings = [token for token in MarkdownIt("commonmark").parse(text) if token.type == "heading_open"]
    plain = [
        token for token in MarkdownIt("commonmark").parse(shown("md", "Dear readers,")) if token.type == "heading_open"
    ]
    assert len(headings) == len(plain)


def test_a_wide_table_is_a_list_of_its_rows():
    cell = "a long word or two " * 3
    text = shown("txt", f"| Name | What | Why |\n|---|---|---|\n| A | {cell} | {cell} |\n")
    assert "  * Name: A; What: a long word" in text
    assert max(map(len, text.splitlines())) <= 76 or "https://" in text


@pytest.mark.parametrize("name", ["md", "txt", "html"])
@pytest.mark.parametrize("before", ["", "    "])
def test_a_long_paragraph_or_line_of_code_is_whole(name, before):
    assert shown(name, f"{before}{'word ' * 1300}END").count("END") == 1


def test_a_text_that_composing_lengthens_is_whole():
    assert shown("md", "\u0958" * 100 + "END").count("END") == 1


@pytest.mark.parametrize("before", ["", "    "])
def test_code_stays_within_its_fence(before):
    code = ["```", "<script>alert(1)</script>", "# injected heading", "```````x"]
    lines = "\n".join(f"{before}{line}" for line in ("````````", *code, "````````", "", "After."))
    tokens = MarkdownIt("commonmark").parse(shown("md", f"- Before:\n\n{lines}"))
    assert [token.content.splitlines() for token in tokens if token.type == "fence"] == [code]
    assert not any(token.type == "html_block" for token in tokens if token.content != f"{MARKER}\n")


@pytest.mark.parametrize("code", ["````\n{}\n````", "    {}", "See `{}` there."])
def test_the_line_above_the_users_notes_is_no_line_of_code(code):
    text = shown("md", code.format(MARKER))
    assert text.count(MARKER) == 1
    assert text.endswith(f"\n{MARKER}\n")
    assert "<! -- Your notes" in text


@pytest.mark.parametrize("start", [8, 98])
def test_what_an_entry_of_a_long_list_holds_stays_in_it(start):
    room = " " * len(f"{start + 2}. ")
    entries = "\n".join(f"{start + more}. entry" for more in range(3))
    text = shown("md", f"{entries}\n{room}- inner\n\n{room}```\n{room}code\n{room}```\n\n{start + 3}. last\n")
    tokens = MarkdownIt("commonmark").parse(text[text.index(f"{start}. entry") :])
    opened = [token for token in tokens if token.type in {"ordered_list_open", "bullet_list_open", "fence"}]
    assert [(token.type, token.level) for token in opened[:3]] == [
        ("ordered_list_open", 0), ("bullet_list_open", 2), ("fence", 2)
    ]  # fmt: skip
    assert sum(token.type == "ordered_list_open" for token in tokens) == 1


@pytest.mark.parametrize("rows", ["", "| A | | {cell} |\n"])
def test_a_wide_table_keeps_its_head(rows):
    cell = "a long word or two " * 5
    head = f"| Name | [What](https://a.example/) | {cell} |\n|---|---|---|\n"
    text = shown("txt", head + rows.format(cell=cell))
    assert "\nName; What [1]; a long word or two" in text
    assert "\n[1] https://a.example/\n" in text


def test_a_digest_without_one_loads_no_parser_of_markdown():
    code = (
        "import sys; from digest.outputs import html; from digest.settings import OutputSettings;"
        "from tests.outputs_data import digest; html.render_digest(digest(), OutputSettings());"
        "sys.exit('markdown_it' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, timeout=60).returncode == 0
