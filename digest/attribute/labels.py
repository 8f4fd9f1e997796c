"""Names with a colon that hand over to what they say: `Lee: “…”` and the lines of a transcript."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from digest.attribute.reading import Phrase, Reading
from digest.attribute.reports import Report

_NAME = r"(?P<name>N{1,4}|W)"
_QUOTED = re.compile(rf"(?:^|(?<=-)){_NAME}:(?=q)")
_LINE = re.compile(rf"{_NAME}:(?=[^q])")


def labels(reading: Reading) -> Mapping[int, Report]:
    """Find such labels outside quotations; the reports by their colons."""
    found: list[tuple[int, Phrase]] = []
    lines: list[tuple[int, Phrase]] = []
    for sentence, (first, last) in enumerate(reading.bounds):
        tags = reading.tags[first:last]
        if ":" not in tags:
            continue
        found += ((sentence, _name(match, first)) for match in _QUOTED.finditer(tags))
        line = _LINE.match(tags) if _opens_paragraph(reading, sentence) else None
        if line:
            lines.append((sentence, _name(line, first)))
    found += _transcript(reading, lines)
    return {name[1]: _report(sentence, name) for sentence, name in found if _is_name(reading, name)}


def _name(match: re.Match[str], first: int) -> Phrase:
    """Give the words of a label in a sentence that begins at a word."""
    return first + match.start("name"), first + match.end("name")


def _transcript(reading: Reading, lines: list[tuple[int, Phrase]]) -> Iterator[tuple[int, Phrase]]:
    """Yield the lines of a transcript: several speakers, who come again or say I, we or you; else it is a list."""
    spoken = Counter(_last(reading, name) for _, name in lines)
    told = Counter(reading.low)
    known = [
        (sentence, name)
        for sentence, name in lines
        if (told if _is_known(reading, name) else spoken)[_last(reading, name)] > 1
    ]
    several = len({_last(reading, name) for _, name in known}) > 1
    again = any(spoken[_last(reading, name)] > 1 for _, name in known)
    personal = 2 * sum(_is_personal(reading, sentence) for sentence, _ in known) >= len(known)
    if several and (again or personal) and any(_is_known(reading, name) for _, name in known):
        yield from known


def _last(reading: Reading, name: Phrase) -> str:
    """Give the last word of a label in lower case."""
    return reading.low[name[1] - 1]


def _is_personal(reading: Reading, sentence: int) -> bool:
    """Whether a sentence speaks of its speaker or hearer."""
    first, last = reading.bounds[sentence]
    cues = reading.cues
    plain = (cues.contractions.get(low, low) for low in reading.low[first:last])
    return any("speaker" in (cues.pronouns.get(low), cues.possessives.get(low)) for low in plain)


def _is_known(reading: Reading, name: Phrase) -> bool:
    """Whether a label is tagged as a name rather than a word with a capital."""
    return reading.tags[name[0]] == "N"


def _is_name(reading: Reading, name: Phrase) -> bool:
    """Whether a label may be somebody's: its last word has a capital wherever it stands, and is no common noun."""
    word, low, cues = reading.words[name[1] - 1], reading.low[name[1] - 1], reading.cues
    if len(word) == 1 or not word[0].isupper() or cues.capital_nouns:
        return False
    common = cues.texts | cues.reports | cues.times | cues.starters
    return low not in common and (low not in reading.words or low == word)


def _opens_paragraph(reading: Reading, sentence: int) -> bool:
    """Whether a sentence is the first of its paragraph."""
    sentences = reading.sentences
    return not sentence or sentences[sentence - 1].paragraph != sentences[sentence].paragraph


def _report(sentence: int, name: Phrase) -> Report:
    """Make the report of a label."""
    return Report(sentence, (name[1], name[1] + 1), "colon", name, supported=True, beside=True)
