"""Claims as a table for people: who, what, how, where."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby

from digest.cli._console import printable
from digest.counting import counted
from digest.languages import UNKNOWN, get, known
from digest.models import Claim, Summary

NARROWEST = 60
WIDEST = 120
WHO = 26
HOW = 20
WHERE = 5


def claims_table(summaries: Sequence[Summary], *, by_source: bool) -> str:
    """Lay the claims of articles out for reading, as wide as the terminal; `by_source` groups them by who speaks."""
    width = max(NARROWEST, min(WIDEST, shutil.get_terminal_size((100, 24)).columns))
    blocks = [block(summary, width, by_source=by_source) for summary in summaries]
    return "\n\n".join("\n".join(lines) for lines in blocks) + "\n"


def block(summary: Summary, width: int, *, by_source: bool) -> list[str]:
    """Lay out one article's claims under its title."""
    title = printable(summary.article.title or summary.source or summary.article.id)
    language = summary.article.language
    unknown = ["", *textwrap.wrap(reach(language), width)] if get(language).cues is None else []
    if not summary.claims:
        none = "No quotation was found." if unknown else "Nobody is reported to say anything."
        return [title, "", none, *unknown]
    lines = grouped(summary.claims, width) if by_source else listed(summary.claims, width)
    return [title, "", *lines, "", counted(len(summary.claims), "claim"), *unknown]


def reach(language: str) -> str:
    """Tell what was not looked for in an article whose words of reporting are not known."""
    *others, last = sorted(get(code).name for code in known() if get(code).cues)
    names = {UNKNOWN: "a language that is not recognized"}
    name = get(language).name if language in known() else names.get(language, f"this language ({printable(language)})")
    return (
        f"Words of reporting, such as “said”, are known for {', '.join(others)} and {last} only: in {name} "
        "only quotations were looked for, and a name is shown only for “Name: ‘…’”."
    )


def listed(claims: Sequence[Claim], width: int) -> Iterator[str]:
    """Give one row a claim, in the order of the article."""
    yield row(("WHO", "WHAT", "HOW", "WHERE"), width)
    for claim in claims:
        yield from cells((who(claim), printable(claim.text), how(claim), f"s. {claim.sentence + 1}"), width)


def grouped(claims: Sequence[Claim], width: int) -> Iterator[str]:
    """Give the claims of each source under its name, those who speak first come first."""
    order = {name: place for place, name in reversed(list(enumerate(map(who, claims))))}
    for place, (name, group) in enumerate(groupby(sorted(claims, key=lambda c: order[who(c)]), key=who)):
        if place:
            yield ""
        yield name
        for claim in group:
            text = f"{printable(claim.text)}  ({how(claim)}, s. {claim.sentence + 1})"
            yield from textwrap.wrap(text, width, initial_indent="  - ", subsequent_indent="    ")


def who(claim: Claim) -> str:
    """Name who says it; where that is not certain, the words of the article in quotation marks."""
    attribution = claim.attribution
    if attribution.source:
        return printable(attribution.source)
    return f"“{printable(attribution.mention)}” (unclear)" if attribution.mention else "(nobody named)"


def how(claim: Claim) -> str:
    """Say how it is reported: directly or not, and by which words."""
    cue = f" “{printable(claim.attribution.cue)}”" if claim.attribution.cue else ""
    found = "" if claim.attribution.found == "explicit" else f", {claim.attribution.found}"
    return f"{claim.attribution.kind}{found}{cue}"


def cells(values: tuple[str, str, str, str], width: int) -> Iterator[str]:
    """Wrap a row's cells and give its lines."""
    what = width - WHO - HOW - WHERE - 6
    wrapped = [textwrap.wrap(value, size) or [""] for value, size in zip(values, (WHO, what, HOW, WHERE), strict=True)]
    for line in range(max(map(len, wrapped))):
        yield row(tuple(column[line] if line < len(column) else "" for column in wrapped), width)


def row(values: tuple[str, ...], width: int) -> str:
    """Set cells beside each other."""
    sizes = (WHO, width - WHO - HOW - WHERE - 6, HOW, WHERE)
    return "  ".join(value.ljust(size) for value, size in zip(values, sizes, strict=True)).rstrip()
