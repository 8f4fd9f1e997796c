"""From reports to claims: spans, kinds, and one claim each where a sentence holds several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.attribute.continuation import Continued
from digest.attribute.indirect import in_dialogue
from digest.attribute.reading import Phrase, Reading
from digest.attribute.reports import Report
from digest.attribute.resolution import Resolved
from digest.models import Attribution, AttributionKind, Claim, Span

_DIRECT = 0.75  # of the content in quotation marks makes a claim direct
_SAID = 8  # characters of content without which a sentence only announces a claim: “Lee said:”
_GOING_ON = 0.9  # confidence kept where a sentence goes on without a cue
_UNCLEAR = 0.3  # confidence where it is plain that somebody speaks, and nobody can tell who
_SHOWN = 0.68  # confidence that a name for a pronoun needs
_ASKED = re.compile(r"[?!][’']?(?:[”\"»“]|'')\s+[^\W\d_a-z]")
_LEAST = 2  # quoted characters below which it is indirect


def claims_of(reading: Reading, resolved: Sequence[Resolved], going_on: Sequence[Continued]) -> tuple[Claim, ...]:
    """Make the claims of an article, in order."""
    by_sentence: dict[int, list[tuple[Resolved | None, Attribution]]] = {}
    for item in resolved:
        attribution = _reported(reading, item)
        if _says(reading, item, attribution.content):
            by_sentence.setdefault(item.report.sentence, []).append((item, attribution))
    for sentence in going_on:
        by_sentence.setdefault(sentence.sentence, []).append((None, _continued(reading, sentence)))
    found: list[Claim] = []
    for number in sorted(by_sentence):
        found += _in_sentence(reading, number, by_sentence[number])
    return tuple(sorted(found, key=lambda claim: (claim.start, claim.end)))


def _says(reading: Reading, item: Resolved, content: Sequence[Span]) -> bool:
    """Whether there is something said, and not only the announcement of it."""
    if sum(end - start for start, end in content) >= _SAID:
        return True
    if not reading.cues.gendered:
        return False
    before = reading.low[max(reading.bounds[item.report.sentence][0], item.report.cue[0] - 2) : item.report.cue[0]]
    taken_up = item.source is not None and not reading.cues.clitics.isdisjoint(before)  # Das sagte Lee; l'a confirmé
    if taken_up or in_dialogue(reading, item.report.sentence):
        return True
    return any(True for span in content for _ in reading.quotations_in(span))


def _reported(reading: Reading, item: Resolved) -> Attribution:
    """Make the attribution of a report."""
    content = _clean(reading, item.content)
    kind: AttributionKind = (
        "hearsay" if item.report.form == "hearsay" else _kind(reading, item.report.sentence, content)
    )
    cue = reading.phrase(_whole_cue(reading, item.report))
    return Attribution(_named(item), item.mention, cue, kind, item.found, content, _sure(item))


def _continued(reading: Reading, sentence: Continued) -> Attribution:
    """Make the attribution of a sentence that goes on with a speaker."""
    content = _clean(reading, sentence.content)
    speaker = sentence.speaker
    source, mention = (_named(speaker), speaker.mention) if speaker else (None, None)
    confidence = round(_GOING_ON * _sure(speaker), 3) if speaker and speaker.mention else _UNCLEAR
    return Attribution(
        source, mention, None, _kind(reading, sentence.sentence, content), "continued", content, confidence
    )


def _whole_cue(reading: Reading, report: Report) -> Phrase:
    """Give the words of a cue; those of hearsay with the forms of `be` around its verb: `is said to`."""
    begin, end = report.cue
    if report.form != "hearsay" or reading.tags[begin] not in "VWXZ":
        return report.cue
    first, last = reading.bounds[report.sentence]
    while begin > first and reading.tags[begin - 1] in "BAY":
        begin -= 1
    return begin, end + (end < last and reading.tags[end] == "M")


def _named(item: Resolved) -> str | None:
    """Give the name to show; for a pronoun none where it or the report itself is doubtful."""
    return None if item.found == "pronoun" and _sure(item) < _SHOWN else item.source


def _sure(item: Resolved) -> float:
    """Tell how sure it is that somebody says it, and that it is this source."""
    return round(item.confidence * item.report.likelihood, 3)


def _clean(reading: Reading, content: Sequence[Span]) -> tuple[Span, ...]:
    """Trim white space and loose punctuation from the ends of spans, drop empty ones, put them in order."""
    trimmed = (_trim(reading.text, start, end) for start, end in content)
    return tuple(sorted(span for span in trimmed if span[1] - span[0] > 1))


def _trim(text: str, start: int, end: int) -> Span:
    """Cut white space, commas and colons from the ends of a span."""
    while start < end and (text[start].isspace() or text[start] in ",:;–—-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",:;–—-"):
        end -= 1
    return start, end


def _kind(reading: Reading, sentence: int, content: Sequence[Span]) -> AttributionKind:
    """Tell by the share of its words in quotation marks how a claim is reported."""
    if in_dialogue(reading, sentence):
        return "direct"
    total = sum(end - start for start, end in content)
    quoted = sum(
        max(0, min(end, quotation.end) - max(start, quotation.start))
        for start, end in content
        for quotation in reading.quotations_in((start, end), names=True)
    )
    if quoted <= _LEAST:
        return "indirect"
    return "direct" if quoted >= _DIRECT * total else "mixed"


def _in_sentence(
    reading: Reading, number: int, items: Sequence[tuple[Resolved | None, Attribution]]
) -> Iterator[Claim]:
    """Yield the claims of a sentence: one takes the whole of it, several each their own stretch."""
    sentence = reading.sentences[number]
    told: set[tuple[int, int, str | None]] = set()
    for item, attribution in items:
        start, end = sentence.start, _asked(reading, item, attribution) or sentence.end
        if len(items) > 1:
            start, end = _stretch(reading, item, attribution, (start, end))
        if (start, end, attribution.source) in told:
            continue  # declined to say: one claim, though both verbs report
        told.add((start, end, attribution.source))
        yield Claim(start, end, sentence.index, reading.text[start:end], attribution)


def _asked(reading: Reading, item: Resolved | None, attribution: Attribution) -> int | None:
    """Give the end of a quotation behind which only its speaker is named, as in another sentence: “Why?” Lee asked."""
    if item is None or not item.report.behind or len(attribution.content) != 1:
        return None
    end = attribution.content[0][1]
    return end if _ASKED.search(reading.text, max(0, end - 4), end + 3) else None


def _stretch(reading: Reading, item: Resolved | None, attribution: Attribution, whole: Span) -> Span:
    """Give the stretch from the first to the last of a claim's own words."""
    places = list(attribution.content)
    if item:
        report = item.report
        nameless = report.form == "colon" and not report.source and not reading.cues.speech
        parts = (
            [report.cue, report.source] if report.source and report.sentence == item.report.sentence else [report.cue]
        )
        places += [] if nameless else [(reading.starts[part[0]], reading.ends[part[1] - 1]) for part in parts if part]
    start = max(whole[0], min(place[0] for place in places))
    end = min(whole[1], max(place[1] for place in places))
    return start, end
