"""A view as HTML, from templates: the package's own, or a folder of the user's.

The one module that touches Jinja2. Everything is escaped, so that text from feeds is text; templates of the
user's run in its sandbox, where they can read the view but call nothing of the program.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from digest.errors import ConfigError
from digest.outputs._bounds import MEMORY, TooCostlyError, bounded
from digest.outputs._sheet import Sheet
from digest.outputs._tokens import TOKENS, tokens_for
from digest.outputs._view import Issue

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"
DEFAULT = "default"
DIGEST = "digest.html.j2"
ARTICLES = "articles.html.j2"
ENTRY = "entry.html.j2"
STATS = "stats.html.j2"


def issue_page(issue: Issue, template: str = DEFAULT, *, mail: bool = False) -> str:
    """Write a digest as a page; `mail` leaves a template what belongs in a mail only. Raises ConfigError."""
    return page(template, DIGEST, issue=issue, mail=mail, tokens=tokens_for(issue.direction))


def sheet_page(sheet: Sheet, template: str = DEFAULT) -> str:
    """Write summaries as a page. Raises ConfigError for a template of the user's that is broken."""
    return page(template, ARTICLES, sheet=sheet, tokens=tokens_for(sheet.direction))


def entry_page(issue: Issue, template: str = DEFAULT) -> str:
    """Write a digest as a piece of HTML for an entry of a feed. Raises ConfigError."""
    return page(template, ENTRY, issue=issue)


def stats_page(figures: object, template: str = DEFAULT) -> str:
    """Write a page of statistics. Raises ConfigError for a template of the user's that is broken."""
    return page(template, STATS, figures=figures)


def page(folder: str, name: str, **values: object) -> str:
    """Fill in a template; an error in it names its file and line."""
    if folder == DEFAULT:
        return filled(folder, name, values)
    if not Path(folder).is_dir():
        raise ConfigError(f"output.template: there is no folder {folder}; `digest init --template` makes one")
    from jinja2 import TemplateError

    try:
        with bounded():
            return filled(folder, name, values)
    # whatever a template of the user's own does wrong, from a missing file to endless recursion
    except (
        TemplateError,
        OSError,
        TypeError,
        ValueError,
        ArithmeticError,
        LookupError,
        AttributeError,
        RecursionError,
        MemoryError,
        TooCostlyError,
    ) as e:
        raise ConfigError(f"{where(e, folder, name)}: {reason(e)}") from e


def filled(folder: str, name: str, values: Mapping[str, object]) -> str:
    """Fill in a template, with a line end at the end."""
    return environment(folder).get_template(name).render(values).rstrip("\n") + "\n"


@cache
def environment(folder: str) -> Environment:
    """Make the sandbox for a folder of templates; the package's own stand in for files that it lacks.

    By themselves these run outside of it: they are part of the program, and a third faster.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    own = () if folder == DEFAULT else (folder,)
    kind = ImmutableSandboxedEnvironment if own else Environment
    made = kind(
        loader=FileSystemLoader([*own, TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals = {**made.globals, "tokens": TOKENS}
    return made


def where(error: BaseException, folder: str, name: str) -> str:
    """Name file and line of an error: the syntax error's own, else the last template in its traceback."""
    file = getattr(error, "filename", None) or str(Path(folder) / name)
    number = getattr(error, "lineno", None)
    step = error.__traceback__
    while step:
        if step.tb_frame.f_code.co_filename.endswith(".j2"):
            # Jinja2 gives the frames of an Exception the template's lines, and leaves others as they are.
            template = step.tb_frame.f_globals.get("__jinja_template__")
            number = template.get_corresponding_lineno(step.tb_lineno) if template else step.tb_lineno
            file = step.tb_frame.f_code.co_filename
        step = step.tb_next
    return f"{file}:{number}" if number else str(file)


def reason(error: BaseException) -> str:
    """Say in one line what is wrong."""
    if isinstance(error, MemoryError):
        return f"takes more than {MEMORY / 1e6:.0f} MB of memory"
    return " ".join(str(error).split()) or type(error).__name__
