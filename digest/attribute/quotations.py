"""Where a text quotes: spans between quotation marks, paragraph by paragraph.

A quotation that its paragraph leaves open runs to the end of it, as newspapers do when the next
paragraph goes on with the same speaker. Marks inside a quotation of another kind are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from digest.languages._scripts import CLIPPED
from digest.models import Span

# What opens a quotation, and what may close it. `“` closes what `„` has opened; Swedish and Finnish use one mark twice.
_CLOSERS: dict[str, tuple[str, ...]] = {
    "“": ("”", '"'), "„": ("“", "”", "‟"), "«": ("»",), "»": ("«", "»"),
    "”": ("”",), "‹": ("›",), "``": ("''",), "「": ("」",),
    '"': ('"', "”"), "''": ("''",),
}  # fmt: skip
_SINGLE = rf"[‘'](?<![\w’'].)(?=[^\W_])(?!(?:\d\ds?|{'|'.join(CLIPPED)})\b)"  # no apostrophe: the '80s, tell 'em
_PHRASE_ENDS = r"['’](?<=[^\W_].)(?<![sSnN].)(?=\s)"  # no genitive and no short form: the owners' , goin'
_MARK = re.compile(rf"[“”„‟«»‹›「」\"]|``|''|{_SINGLE}")
_SINGLE_BODY = re.compile(rf"[‘'](?:(?!{_SINGLE}|{_PHRASE_ENDS})[^‘“”\"\n]){{12,600}}?[,.?!…]['’](?!\w)")
_SINGLE_END = re.compile(r"[,.?!…]['’](?!\w)|['’][,.:;)]")
_SINGLE_MARKS = "‘'"
_AHEAD = 200  # characters of a paragraph before a quotation that it leaves open in single marks
_OPENS_AFTER = re.compile(r"[\s(\[{—–-]")
_TITLE = re.compile(r"(?:[^\W\d_a-zß-ÿ][\w’'.&-]*|of|the|and|to|in|on|for|a|at|with|the|\d+|&|[\s,:])+")
_TITLE_WORDS = 7


@dataclass(frozen=True, slots=True)
class Quotation:
    """A span with its marks; `open` where its end is the paragraph's; `name` where it is the title of a work."""

    start: int
    end: int
    open: bool = False
    name: bool = False


def quotations(text: str, paragraphs: tuple[Span, ...]) -> tuple[Quotation, ...]:
    """Find the quotations of a text in order; none overlap."""
    found: list[Quotation] = []
    for (start, end), behind in zip(paragraphs, (*paragraphs[1:], None), strict=False):
        goes_on = behind is not None and text[behind[0] : behind[0] + 1] in tuple(_SINGLE_MARKS)
        found += _of_paragraph(text, start, end, goes_on=goes_on)
    return tuple(_with_names(text, found))


def _of_paragraph(text: str, start: int, end: int, *, goes_on: bool) -> Iterator[Quotation]:
    """Yield the quotations of one paragraph, by its marks from left to right.

    A single mark opens one that the paragraph leaves open only where it `goes_on` in the next, which begins with one.
    """
    opened, at = -1, start
    closers: tuple[str, ...] = ()
    for match in _MARK.finditer(text, start, end):
        mark, here = match.group(), match.start()
        if here < at:
            continue
        if opened < 0 and mark in _SINGLE_MARKS:
            single = _SINGLE_BODY.match(text, here, end)
            if single or (goes_on and _is_left_open(text, here, start, end)):
                at = single.end() if single else end
                yield Quotation(here, at, open=not single)
        elif opened >= 0 and _closes(text, mark, here, closers):
            at = _past_marks(text, match.end(), end)
            yield Quotation(opened, at)
            opened = -1
        elif _opens(text, mark, here, start):
            if opened >= 0:
                yield Quotation(opened, here)
            opened, closers = here, _CLOSERS[mark]
    if opened >= 0:
        yield Quotation(opened, end, open=True)


def _is_left_open(text: str, at: int, start: int, end: int) -> bool:
    """Whether a single mark opens a quotation to the end of its paragraph: at its head, or behind a colon or comma."""
    opens = at == start or (at - start < _AHEAD and text[max(start, at - 2) : at] in (": ", ", "))
    return opens and _SINGLE_END.search(text, at, end) is None


def _past_marks(text: str, at: int, end: int) -> int:
    """Step over further marks that close a quotation within the quotation."""
    while at < end and text[at] in "'’”\"" and not text[at + 1 : at + 2].isalnum():
        at += 1
    return at


def _closes(text: str, mark: str, at: int, closers: tuple[str, ...]) -> bool:
    """Whether a mark ends the quotation that is open; a straight one that stands before a word opens another."""
    if mark not in closers:
        return False
    after = text[at + 1 : at + 2]
    before = text[at - 1 : at]
    return mark != '"' or not (after.isalnum() and (not before or before.isspace()))


def _opens(text: str, mark: str, at: int, start: int) -> bool:
    """Whether a mark may open a quotation here."""
    if mark == '"':
        return at == start or not text[at + 1 : at + 2].isspace() or bool(_OPENS_AFTER.match(text[at - 1]))
    if mark == "''":
        return at == start or bool(_OPENS_AFTER.match(text[at - 1]))
    if mark in "»”":
        return at == start or (bool(_OPENS_AFTER.match(text[at - 1])) and not text[at + 1 : at + 2].isspace())
    return mark in _CLOSERS


def _with_names(text: str, found: list[Quotation]) -> Iterator[Quotation]:
    """Mark the quotations that are names of works: few words, all with capitals, in the middle of a sentence."""
    for quotation in found:
        body = text[quotation.start + 1 : quotation.end - 1].rstrip(",")
        short = 0 < len(body.split()) <= _TITLE_WORDS
        if short and not quotation.open and _TITLE.fullmatch(body) and _within_sentence(text, quotation):
            yield Quotation(quotation.start, quotation.end, name=True)
        else:
            yield quotation


def _within_sentence(text: str, quotation: Quotation) -> bool:
    """Whether a word stands directly before a quotation, so that it is part of a phrase."""
    before = text[max(0, quotation.start - 2) : quotation.start]
    return len(before) == 2 and before[0].isalnum() and before[1] == " "  # noqa: PLR2004 - two characters
