"""What the lines around an article look like: words and patterns, in the languages of news sites.

A line is given folded (`fold`): lower case, straight quotation marks, one blank between words, no
marks at its ends. Each pattern is for whole lines and precise: a sentence of an article that
matches one is a mistake of the pattern.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from importlib.resources import files
from itertools import chain

MARKS = " \t.:;,。：（）「」【】।،؛!|»«›‹>→▶►•·*–—-_…\"'“”‘’()[]{}#+=/\\"
QUOTES = str.maketrans("‘’‚‛“”„‟", "''''\"\"\"\"")


def fold(line: str) -> str:
    """Put a line in the form in which furniture is looked up."""
    return " ".join(line.translate(QUOTES).casefold().split()).strip(MARKS)


DATED = re.compile(
    r"(?:(?:first\s+)?(?:published|posted|updated|last\s+(?:updated|modified)|modified|created|date|on|at|"
    r"veröffentlicht|aktualisiert|stand|publié|mis\s+à\s+jour|publicado|actualizado|pubblicato|aggiornato|опубликовано)"
    r"\b(?:\s+(?:on|at|am|le|el|il)\b)?\s*[:,]?\s*)+"
)
DATE = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|"
    r"juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|"
    r"octubre|noviembre|diciembre)\b|\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\b\d{1,2}:\d\d\b"
)
ENDS = (".", "!", "?", "。", "！", "？", "।", "؟")
LONGEST_DATE = 60
LONGEST = 600
LISTS = ("agency", "network", "photo", "by", "writer", "related")
NAMING = frozenset({"byline", "labelled byline", "by credit"})
DATE_WORDS = re.compile(
    r"\d+(?:st|nd|rd|th)?|am|pm|a\.m|p\.m|uhr|[a-z]{2,4}t|utc|gmt|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|"
    r"fri(?:day)?|sat(?:urday)?|sun(?:day)?|at|on|et|um|de|du|le|,|\||-|–|•|·|/"
)


@cache
def labels() -> frozenset[str]:
    """Read the lines that are furniture wherever they stand alone."""
    return frozenset(map(fold, listed("labels.txt")))


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Read the kinds of furniture in all languages, each an expression for a whole folded line."""
    alternatives: dict[str, list[str]] = defaultdict(list)
    for line in chain(listed("patterns.txt"), *map(listed, language_files())):
        kind, _, expression = line.partition(": ")
        alternatives[kind].append(expression)
    joined = {kind: "(?:" + "|".join(found) + ")" for kind, found in alternatives.items()}
    lists = {name: joined.pop(name) for name in LISTS}
    for name, expression in lists.items():
        joined = {kind: pattern.replace(f"{{{name}}}", expression) for kind, pattern in joined.items()}
    return {kind: re.compile(pattern) for kind, pattern in joined.items()}


def language_files() -> list[str]:
    """Name the data files of single languages, in a fixed order."""
    folder = files("digest.furniture").joinpath("languages")
    return sorted(f"languages/{each.name}" for each in folder.iterdir() if each.name.endswith(".txt"))


def listed(name: str) -> list[str]:
    """Read the lines of a data file, without comments."""
    lines = files("digest.furniture").joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("# ")]


def kind_of(line: str) -> str | None:
    """Name the kind of furniture a line is by its words alone, or None: `label`, `date`, or one of `patterns.txt`."""
    if len(line) > LONGEST:
        return None
    folded = fold(line)
    if not folded or folded in labels():
        return "label"
    if is_date(DATED.sub("", folded)):
        return "date"
    kind = next((name for name, pattern in patterns().items() if pattern.fullmatch(folded)), None)
    return None if kind in NAMING and not names_somebody(line) else kind


def names_somebody(line: str) -> bool:
    """Tell whether what follows "by" can be a name: capitals, where the script has them, and no end of a sentence."""
    words = [word for word in line.split()[1:] if word[:1].isalpha()]
    capitals = sum(not word[0].islower() for word in words)
    return 2 * capitals >= len(words) and not line.rstrip().endswith(ENDS)


def is_date(folded: str) -> bool:
    """Tell whether a line says when and nothing else."""
    if len(folded) > LONGEST_DATE or not DATE.search(folded) or not any(map(str.isdigit, folded)):
        return False
    rest = DATE.sub(" ", folded)
    words = re.findall(r"[^\s\d:.,/|•·–-]+", rest)
    return all(DATE_WORDS.fullmatch(word) for word in words)
