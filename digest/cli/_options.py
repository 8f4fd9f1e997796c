"""Options that recur, under one name everywhere."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import typer

from digest.registry import names


def option(*flags: str, help: str, **more: Any) -> Any:  # noqa: A002 - typer's own word
    """Describe an option; the variable that sets it is told once, in docs/cli.md, not at each."""
    return typer.Option(*flags, help=help, show_envvar=False, **more)


METHODS = ("auto", "lead", *(name for name in names("summarizers") if name not in {"auto", "lead"}))
FORMATS = tuple(name for name in names("outputs") if name != "terminal")

Method = Enum("Method", {name: name for name in METHODS}, type=str)  # type: ignore[misc]
Format = Enum("Format", {name: name for name in FORMATS}, type=str)  # type: ignore[misc]

ConfigOption = Annotated[Path | None, option("-c", "--config", help="The feeds.yaml to use.", metavar="FILE")]
FormatsOption = Annotated[
    list[Format] | None, option("-f", "--format", help="Output format; may be given several times.")
]
OutputOption = Annotated[
    str | None, option("-o", "--output", help="File or folder to write, or - for standard output.", metavar="PATH")
]
BulletsOption = Annotated[
    int | None, option("-n", "--bullets", help="Key points an article or story.", min=1, max=1000, metavar="N")
]
MethodOption = Annotated[Method | None, option("-m", "--method", help="How sentences are ranked.")]
LanguageOption = Annotated[
    str | None, option("--lang", help="Language of the text, as in en; else it is detected.", metavar="CODE")
]
DateOption = Annotated[
    str | None, option("--date", help="Day of the digest: 2026-11-22, today, yesterday.", metavar="DAY")
]
SinceOption = Annotated[
    str | None, option("--since", help="From when: 36h, 2d, 1w, a date, or a date and time.", metavar="WHEN")
]
UntilOption = Annotated[str | None, option("--until", help="Up to when, as for --since.", metavar="WHEN")]
SectionsOption = Annotated[
    list[str] | None, option("--section", help="Only this section; may be given several times.", metavar="NAME")
]
FeedsOption = Annotated[
    list[str] | None, option("--feed", help="Only this feed; may be given several times.", metavar="NAME")
]
ClaimsOption = Annotated[bool, option("--claims", help="Add to the JSON who says what.")]
TextOption = Annotated[bool, option("--text", help="Add to the JSON the text that was read.")]
StoriesOption = Annotated[bool, option("--stories", help="Add to the JSON which articles tell the same story.")]
OfflineOption = Annotated[bool, option("--offline", help="No network: what is stored, and local files.")]
RefreshOption = Annotated[
    bool, option("--refresh", help="Ask every feed now, whatever its pause; what a server forbids still holds.")
]
ExplainOption = Annotated[bool, option("--explain", help="Say why each key point was chosen, and what was left out.")]
ExplainDroppedOption = Annotated[
    bool, option("--explain-dropped", help="Say of each entry left out, or told in another’s story, why.")
]
SendOption = Annotated[bool, option("--send", help="Mail what was written.")]
AgainOption = Annotated[bool, option("--again", help="Send also to those who may have got it: nobody knows.")]
JsonOption = Annotated[bool, option("--json", help="Short for -f json.")]
DryRunOption = Annotated[
    bool, option("--dry-run", help="Fetch and say what would be done; store, write and send nothing.")
]
StrictOption = Annotated[bool, option("--strict", help="Leave with status 3 if any source failed.")]
FailIfEmptyOption = Annotated[
    bool, option("--fail-if-empty", help="Leave with status 5 when there is nothing to write.")
]
QuietOption = Annotated[bool, option("-q", "--quiet", help="Errors only.")]
VerboseOption = Annotated[
    int, option("-v", "--verbose", help="Say more; -vv for debugging.", count=True, metavar="", show_default=False)
]
