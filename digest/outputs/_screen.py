"""A terminal: what it can show, and drawing on it with rich."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType
    from rich.text import Text

MAX_WIDTH = 100  # longer lines are hard to read, however wide the window
ACCENT = "cyan"
QUIET = "bright_black"
BULLET = "  • "
LINK_ID = re.compile(r"(\x1b\]8;id=)(\d+)")


@dataclass(frozen=True, slots=True)
class Look:
    """What a terminal can show: its columns, and whether it wants colour."""

    width: int = 80
    color: bool = False


PLAIN = Look()


def look_of(width: int, environ: Mapping[str, str], *, is_terminal: bool) -> Look:
    """Tell the look from the environment: NO_COLOR (set and not empty) and TERM=dumb mean plain."""
    color = is_terminal and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"
    return Look(width=max(20, width), color=color)


def drawn(parts: Iterable[RenderableType], look: Look) -> str:
    """Draw onto a console that writes to a string."""
    from rich.console import Console

    page = StringIO()
    console = Console(
        file=page,
        width=min(look.width, MAX_WIDTH),
        force_terminal=look.color,
        color_system="standard" if look.color else None,
        no_color=not look.color,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
        _environ={},
    )
    draw(console, parts)
    written = LINK_ID.sub(numbering({}), page.getvalue())
    return "\n".join(row.rstrip() for row in written.split("\n"))


def numbering(numbers: dict[str, int]) -> Callable[[re.Match[str]], str]:
    """Give links numbers in order, where rich draws lots."""
    return lambda match: f"{match[1]}{numbers.setdefault(match[2], len(numbers) + 1)}"


def draw(console: Console, parts: Iterable[RenderableType]) -> None:
    """Print each part on lines of its own."""
    for part in parts:
        console.print(part, soft_wrap=False)


def words(*parts: tuple[str, object]) -> Text:
    """Make styled text; nothing in it is read as markup."""
    from rich.text import Text

    return Text.assemble(*parts)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Bullet:
    """A text behind a bullet, its further lines below the first; a table of rich's takes ten times as long."""

    text: Text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """Draw it line by line."""
        lines = self.text.wrap(console, max(1, options.max_width - len(BULLET)))
        for index, line in enumerate(lines):
            yield words((" " * len(BULLET) if index else BULLET, "")).append_text(line)
