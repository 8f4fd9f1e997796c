"""Plain text as pasted from a page or saved by a reader: its lines with the furniture left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from digest.clean.line import Line, is_statement
from digest.clean.scorer import body_scores, threshold
from digest.languages import detect

MAX_CAPTION_WORDS = 45
SURE = 0.9
"""Probability from which a line is body although its words or its place speak against it."""

CAPTION_WORDS = 6
"""Words from which a line beside its own copy is a caption and its alternative text: 48 of 48 such pairs were."""

FEW_COPIES = 0.3
"""Share of lines beside their copies from which a text was doubled as a whole: then one of each stays."""

CLEAN_SHARE = 0.6
"""Share of lines that must be prose for a text without a word of furniture to be left alone."""

MAX_LINES = 2_000
"""A longer text is a book, or made to be slow: it is judged by words alone."""

MOST_LINES = 8_000
"""And an even longer one not at all: looking at a line takes an eighth of a millisecond."""

FEW_LINES = 25
"""Lines up to which a text is short: the scorer was learned from pages, and takes what stands alone for furniture."""

LEARNED = "en"
"""Language of the texts that the scorer was learned from: in others it takes too many sentences for furniture."""

UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
UNSPACED_SHARE = 0.2
"""Letters of scripts that part no words, and the share of a text from which its lines have no words to count."""

MIN_WIDTH, MAX_WIDTH = 50, 100
SHORTFALL = 20
BROKEN_LINES = 3
BROKEN_SHARE = 0.8
SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]*$")


def body_of(text: str) -> str:
    """Leave out captions, credits, labels, bylines and doubled lines; what is left is unchanged.

    Paragraphs that were broken at a width are joined first. A text without furniture is returned whole.
    """
    lines = unwrapped(text).split("\n")
    if len(lines) > MOST_LINES:
        return "\n".join(lines)
    filled = [at for at, line in enumerate(lines) if line.strip()]
    dropped = {filled[place] for place in furniture([lines[at] for at in filled])}
    return "\n".join(line for at, line in enumerate(lines) if at not in dropped)


def furniture(lines: Sequence[str]) -> set[int]:
    """Find the lines, of which none is blank, that are furniture."""
    seen = [Line.of(line) for line in lines]
    copies = beside_copies(seen)
    if len(copies) > FEW_COPIES * len(seen):
        return doubles(lines, seen)
    under_credit = captions(seen)
    told = {at for at, line in enumerate(seen) if line.group} | copies
    suspect = told | under_credit
    again = repeated(seen) | {at for at in copies if len(seen[at].words) >= CAPTION_WORDS}
    is_clean = not (suspect or again or sum(line.prose for line in seen) < CLEAN_SHARE * len(seen))
    if is_clean or len(lines) > MAX_LINES:
        return suspect | again
    if is_unspaced(seen):
        return told | again
    return again | unlikely(seen, suspect, under_credit - copies)


def doubles(lines: Sequence[str], seen: Sequence[Line]) -> set[int]:
    """Find the second ones of a text that was doubled as a whole, and what is furniture among the others."""
    first = [at for at, line in enumerate(seen) if at == 0 or line.folded != seen[at - 1].folded]
    kept = set(first) - {first[place] for place in furniture([lines[at] for at in first])}
    return set(range(len(lines))) - kept


def unlikely(lines: Sequence[Line], suspect: AbstractSet[int], captioned: AbstractSet[int]) -> set[int]:
    """Find the lines that the scorer takes for furniture.

    Of those not suspect, in other languages and in short texts, none is a sentence; in short texts not even one that
    a credit follows (`captioned`): there it is as often a paragraph.
    """
    scores = body_scores(lines)
    least = threshold(scores)
    is_short = len(lines) <= FEW_LINES
    spares_prose = is_short or detect("\n".join(line.text for line in lines)) != LEARNED
    doubted = suspect - captioned if is_short else suspect
    spared = {at for at, line in enumerate(lines) if at not in doubted and (line.prose or is_statement(line))}
    unsure = {at for at, score in enumerate(scores) if score < (SURE if at in doubted else least)}
    return unsure - spared if spares_prose else unsure


def is_unspaced(lines: Sequence[Line]) -> bool:
    """Tell a text whose script parts no words, as Chinese does."""
    text = "".join(line.text for line in lines)
    return len(UNSPACED.findall(text)) > UNSPACED_SHARE * len(text)


def beside_copies(lines: Sequence[Line]) -> set[int]:
    """Find lines that stand next to their own copy, as captions do."""
    pairs = (at for at, (one, other) in enumerate(pairwise(lines)) if one.folded == other.folded)
    return {place for at in pairs for place in (at, at + 1)}


def repeated(lines: Sequence[Line]) -> set[int]:
    """Find later copies of sentences: a pulled quotation, a paragraph pasted twice."""
    first: dict[str, int] = {}
    return {at for at, line in enumerate(lines) if line.prose and first.setdefault(line.folded, at) != at}


def captions(lines: Sequence[Line]) -> set[int]:
    """Find lines that a credit follows at once."""
    pairs = enumerate(pairwise(lines))
    return {at for at, (line, then) in pairs if then.group == "credit" and len(line.words) < MAX_CAPTION_WORDS}


def unwrapped(text: str) -> str:
    """Join the lines of paragraphs that were broken at a width, where blank lines part the paragraphs."""
    blocks = text.split("\n\n")
    broken = [block for block in blocks if block.count("\n") + 1 >= BROKEN_LINES and is_wrapped(block.split("\n"))]
    lines = sum(block.count("\n") + 1 for block in broken)
    several = sum(block.count("\n") + 1 for block in blocks if "\n" in block)
    if not broken or lines < BROKEN_SHARE * several:
        return text
    return "\n\n".join(block.replace("\n", " ") if "\n" in block else block for block in blocks)


def is_wrapped(lines: Sequence[str]) -> bool:
    """Tell whether lines were broken at a width: all but the last nearly as long as it, few ending a sentence."""
    body = lines[:-1]
    width = max(map(len, body))
    if not MIN_WIDTH <= width <= MAX_WIDTH or len(lines[-1]) > width:
        return False
    full = sum(len(line) >= width - SHORTFALL for line in body)
    ended = sum(SENTENCE_END.search(line) is not None for line in body)
    return full >= BROKEN_SHARE * len(body) and 2 * ended <= len(body)
