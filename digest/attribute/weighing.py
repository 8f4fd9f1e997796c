"""Whether a verb or noun found by rule really reports: a logistic regression over what stands around it.

The features are tags and classes of words; only some name an English verb. The weights in `weights.json`
were learned by `benchmarks/learn_attribution.py`, whose description says from what.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import repeat

from digest.attribute.learned import weights
from digest.attribute.reading import Phrase, Reading
from digest.attribute.reports import Report
from digest.attribute.subjects import subject_after

LEAST = 0.77  # likelihood a report needs; set by cross-validation, see docs/decisions.md
_THING = 0.85  # the same where its source is neither a name nor a word for people, bodies or texts
_FOREIGN = 0.5  # the same where the weights know no verb, as in all languages but English
_BACKED = 0.3  # the same with a quotation or a clause
_ACCORDING = 0.6  # the same where a phrase such as `in the view of` stands before its source
_HEARSAY = 0.25  # the same for hearsay, which shows no name
_SURELY = 0.9  # likelihood that a report whose form alone tells so has at least
_OWNED = 0.4  # the same for a noun whose owner is named: her claim that
_SURE = ("dash",)  # forms that need no weighing
_OWN_CLAUSE = re.compile(r"[YTP]{0,3}[SR]?[DO]?[WNUKGTR]+(?:P[DO]?[WNUKGT]+)*[YT]*[BAVXZ]")
_QUOTE_IN_CLAUSE = re.compile(r"[^,;:.XxZzVBAHSq]*q{3}")
_LENGTHS = (1, 2, 4, 8, 16)


def likely(reading: Reading, reports: Sequence[Report]) -> tuple[Report, ...]:
    """Keep the reports that are likely, each with its likelihood."""
    return parted(reading, reports)[0]


def parted(reading: Reading, reports: Sequence[Report]) -> tuple[tuple[Report, ...], tuple[Report, ...]]:
    """Part the reports that are likely, each with its likelihood, from those that only lead to a quotation.

    The latter have words of a source, and the next sentence begins with a quotation: `Lee had come to the port.`
    """
    kept, leading = [], []
    for report in reports:
        found = max(likelihood(reading, report), _SURELY if report.sure else 0.0)
        if found >= _least(reading, report):
            kept.append(replace(report, likelihood=found))
        elif report.source and (leads(reading, report.sentence) or _quotes(reading, report)):
            leading.append(replace(report, likelihood=found))
    return tuple(kept), tuple(leading)


def _quotes(reading: Reading, report: Report) -> bool:
    """Whether a quotation stands in the clause behind a report: Lee thanked him for “coming all that long way”."""
    return _QUOTE_IN_CLAUSE.match(reading.tags, report.cue[1], reading.bounds[report.sentence][1]) is not None


def leads(reading: Reading, sentence: int) -> bool:
    """Whether the sentence behind another begins with a quotation."""
    _, last = reading.bounds[sentence]
    return reading.tags[last : last + 1] == "q" and reading.tags[last - 1 : last] != "q"


def _least(reading: Reading, report: Report) -> float:
    """Give the likelihood that a report needs."""
    if report.form in _SURE or not reading.cues.speech:
        return 0.0
    if report.form == "hearsay":
        return 0.0 if reading.cues.gendered else _HEARSAY
    if report.form == "according":
        return _ACCORDING
    if report.form == "noun" and report.source:
        return _OWNED
    if reading.cues.gendered:
        return _BACKED if report.supported else _FOREIGN
    thing = report.source and _source(reading, report.source, shared=False).startswith("other")
    return _THING if thing and not report.supported else LEAST


def likelihood(reading: Reading, report: Report) -> float:
    """Estimate how likely a report tells what somebody says, in 0..1."""
    table = weights()["report"]
    return 1 / (1 + math.exp(-sum(map(table.get, features(reading, report), repeat(0.0)))))


def features(reading: Reading, report: Report) -> Iterator[str]:
    """Yield the names of what holds for a report; those that begin with `verb` name a word."""
    first, last = reading.bounds[report.sentence]
    begin, end = report.cue
    tags = reading.tags
    group = _class(reading, report)
    support = _support(reading, report)
    after = tags[end : end + 1] if end < last else "$"
    second = tags[end + 1 : end + 2] if end + 1 < last else "$"
    before = tags[begin - 1] if begin > first else "^"
    form = _form(reading, begin)
    source = _source(reading, report.source, shared=report.shared)
    clause = _clause(tags[end:last])
    yield "bias"
    yield f"form={report.form}"
    yield f"class={group}"
    yield f"support={support}"
    yield f"class,support={group},{support}"
    yield f"after={after}"
    yield f"after2={after}{second}"
    yield f"before={before}"
    yield f"inflection={form}"
    yield f"source={source}"
    yield f"source,support={source},{support}"
    yield f"behind={report.behind},{support}"
    yield f"left={_bucket(last - end)}"
    yield f"clause={clause},{group}"
    yield f"helpers={_helpers(reading, first, begin)}"
    yield f"nounlike={reading.low[begin] in reading.cues.nounlike},{form},{support}"
    yield from _surroundings(reading, report, support)
    after_cue = subject_after(reading, end) if end < last else None
    thing = _source(reading, after_cue, shared=False)  # denied the charges, denied Lee a photograph
    yield f"object={thing},{group}"
    yield f"object,support={thing},{support}"
    if group in ("speech", "thought", "other"):
        low = reading.low[begin]
        lemma = reading.cues.speech.get(low) or reading.cues.thought.get(low) or low
        yield f"verb={lemma}"
        yield f"verb,support={lemma},{support}"
        yield f"verb,after={lemma},{after}"
        yield f"verb,before={lemma},{before}"
        yield f"verb,object={lemma},{thing}"
        yield f"verb,form={lemma},{form},{report.form}"
        yield f"verb,source={lemma},{source}"
        yield f"verb,clause={lemma},{clause}"
        if end < last:
            yield f"verb,next={lemma},{reading.low[end]}"
    elif report.form in ("noun", "hearsay", "verb"):
        yield f"verb={' '.join(reading.low[begin:end])}"


def _surroundings(reading: Reading, report: Report, support: str) -> Iterator[str]:
    """Yield the features of what stands around a report and its source."""
    first, last = reading.bounds[report.sentence]
    begin, end = report.cue
    tags, low = reading.tags, reading.low
    start = min(report.source[0], begin) if report.source else begin
    ahead = tags[start - 1] if start > first else "^"
    yield f"ahead={ahead}"
    yield f"ahead,support={ahead},{support}"
    yield f"opening={start == first},{support}"
    yield f"headline={reading.headlines[report.sentence]},{tags[begin]}"
    yield f"first={report.sentence == 0}"
    quoted = tags.count("q", first, last)
    yield f"quoted={round(5 * quoted / (last - first))},{support}"
    yield f"beside={_is_quoted(reading, report.sentence - 1)}{_is_quoted(reading, report.sentence + 1)}"
    yield f"length={_bucket(last - first)}"
    if quoted > 1:
        yield "quotes"
    if reading.words[last - 1] == "?":
        yield "question"
    if end < last:
        yield f"verbnext={low[end]}"
    if begin > first:
        yield f"verbprevious={low[begin - 1]}"
    if start > first:
        yield f"verbahead={low[start - 1]}"
    helper = next((low[at] for at in range(begin - 1, max(first, begin - 5) - 1, -1) if tags[at] in "AMB"), "-")
    yield f"verbhelper={helper}"
    if report.source:
        a, b = report.source
        yield f"words={_bucket(b - a)}"
        yield f"shape={tags[a]}{tags[b - 1]}"
        if tags[b - 1] != "N":
            yield f"verbhead={low[b - 1]}"
        yield f"verbsource={low[a]}"


def _is_quoted(reading: Reading, sentence: int) -> str:
    """Tell whether a sentence is half quoted."""
    if not 0 <= sentence < len(reading.bounds):
        return "-"
    first, last = reading.bounds[sentence]
    return "q" if reading.tags.count("q", first, last) * 2 > last - first else "."


def _class(reading: Reading, report: Report) -> str:
    """Name the kind of cue."""
    if report.form in ("according", "colon", "dash", "noun", "hearsay"):
        return report.form
    if report.cue[1] - report.cue[0] > 1:
        return "phrase"
    low = reading.low[report.cue[0]]
    if low in reading.cues.speech:
        return "speech"
    return "thought" if low in reading.cues.thought else "other"


def _support(reading: Reading, report: Report) -> str:
    """Tell what stands beside the cue: a quotation behind or before, `that`, or nothing."""
    _, last = reading.bounds[report.sentence]
    rest = reading.tags[report.cue[1] : last]
    if rest.lstrip(",:")[:1] == "q":
        return "quote"
    if report.cue[1] < last and reading.low[report.cue[1]] in reading.cues.that:
        return "that"
    if report.supported:
        return "far" if "q" in rest or not report.behind else "before"
    return "none"


def _form(reading: Reading, at: int) -> str:
    """Name the inflection of a verb by its ending."""
    low = reading.low[at]
    for ending in ("ing", "ed", "s"):
        if low.endswith(ending):
            return ending
    lemma = reading.cues.speech.get(low) or reading.cues.thought.get(low)
    return "base" if lemma == low else "irregular"


def _source(reading: Reading, phrase: Phrase | None, *, shared: bool) -> str:
    """Name the kind of words that a source, or what stands behind a verb, is made of."""
    if phrase is None:
        return "shared" if shared else "none"
    begin, end = phrase
    if reading.tags[begin] == "R":
        return reading.cues.pronouns.get(reading.low[begin], "pronoun")
    head = next((at for at in range(begin + 1, end) if reading.tags[at] in "PH,("), end) - 1
    low, tag = reading.low[head], reading.tags[head]
    if tag == "N":
        return "body" if low in reading.cues.bodies else "name"
    if low in reading.cues.texts:
        return "text"
    if low in reading.cues.people or low.endswith("s") or low in reading.cues.crowds:
        return "people"
    return "body" if low in reading.cues.bodies else f"other{tag}"


def _helpers(reading: Reading, first: int, begin: int) -> str:
    """Give the tags of auxiliaries and adverbs before a verb, and whether they negate it."""
    at = begin
    while at > first and reading.tags[at - 1] in "ABYM":
        at -= 1
    found = "".join(sorted(set(reading.tags[at:begin])))
    cues = reading.cues
    negated = any(word in cues.negating or word.endswith(cues.negating_endings) for word in reading.low[at:begin])
    return f"{found}{'!' if negated else ''}"


def _clause(rest: str) -> str:
    """Tell whether a clause of its own follows a cue: a subject and a verb before any punctuation."""
    if _OWN_CLAUSE.match(rest):
        return "own"
    return "infinitive" if rest.startswith("M") else "none"


def _bucket(number: int) -> int:
    """Round a number of words up to one of a few lengths."""
    return next((length for length in _LENGTHS if number <= length), 99)
