"""Where a text says that somebody says something: cues outside quotations, each with its source's words and content."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from digest.attribute.phrases import Subject, subject_after, subject_before
from digest.attribute.reading import Phrase, Reading

Form = Literal[
    "verb", "inverted", "participle", "infinitive", "passive", "according", "colon", "dash", "noun", "hearsay"
]

_QUOTE_FOLLOWS = re.compile(r"(?:[YTPDUNWORKGM]{0,9},?:?|[,:]|)q")
_OPENING = 1  # words before `according to` that leave it at the head of its sentence: And, according to
_SHORT = 4  # words behind “…,” he said that leave it a cue behind its content
_THAT_WITHIN = 3  # words between a verb and its `that`: told reporters Friday that


@dataclass(frozen=True, slots=True)
class Report:
    """A cue with what belongs to it.

    `source` holds words, None where the source must be found elsewhere: in the subject of the
    sentence (`shared`) or among the speakers before. `behind` says that the cue follows its content.
    """

    sentence: int
    cue: Phrase
    form: Form
    source: Phrase | None = None
    shared: bool = False
    behind: bool = False
    supported: bool = False  # a quotation or a clause with `that` belongs to it
    likelihood: float = 1.0  # that it tells what somebody says


def find_reports(reading: Reading) -> tuple[Report, ...]:
    """Find all reports outside quotations, in order of their cues."""
    found: list[Report] = []
    for sentence in range(len(reading.bounds)):
        found += _in_sentence(reading, sentence)
    return tuple(found)


def _in_sentence(reading: Reading, sentence: int) -> list[Report]:
    """Find the reports of one sentence."""
    first, last = reading.bounds[sentence]
    found: list[Report] = []
    taken = first
    for at in range(first, last):
        if at < taken or reading.tags[at] == "q":
            continue
        report = _at(reading, sentence, at, found)
        if report:
            found.append(report)
            taken = report.cue[1]
    return found


def _at(reading: Reading, sentence: int, at: int, found: list[Report]) -> Report | None:
    """Read the cue that begins at a word, if one does."""
    tag, low, cues = reading.tags[at], reading.low[at], reading.cues
    according = _phrase_at(reading, at, cues.according)
    if according:
        return _according(reading, sentence, at, according)
    speaking = _phrase_at(reading, at, cues.speaking)
    if speaking:
        return _speaking(reading, sentence, at, speaking)
    following = _phrase_at(reading, at, cues.following)
    if following:
        source = subject_before(reading, at).phrase
        return Report(sentence, (at, at + following), "according", source, behind=True) if source else None
    if low in cues.apposed and at and reading.tags[at - 1] in ",q":
        return _apposed(reading, sentence, at)
    if low in cues.reports and tag in "WXZ" and _next_is_that(reading, at):
        return _noun(reading, sentence, at)
    if tag in "XxZz":
        return _verb(reading, sentence, at)
    if tag == ":":
        return _colon(reading, sentence, at, found)
    if tag == "-":
        return _dash(reading, sentence, at)
    if low in cues.hearsay:
        return Report(sentence, (at, at + 1), "hearsay")
    return None


def _phrase_at(reading: Reading, at: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    """Give the number of words of the longest phrase of a list that begins here, or 0."""
    first = reading.low[at]
    if first not in _first_words(phrases):
        return 0
    found = [phrase for phrase in phrases if phrase[0] == first and reading.low[at : at + len(phrase)] == phrase]
    return max(map(len, found), default=0)


@cache
def _first_words(phrases: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    """Give the words that begin a phrase of a list."""
    return frozenset(phrase[0] for phrase in phrases)


def _next_is_that(reading: Reading, at: int) -> bool:
    """Whether `that` stands right behind a word."""
    return at + 1 < len(reading.low) and reading.low[at + 1] in reading.cues.that


def _according(reading: Reading, sentence: int, at: int, length: int) -> Report | None:
    """Read `according to SOURCE`."""
    first, last = reading.bounds[sentence]
    begin = at + length
    match = re.match(r"(?:[^,;:.()q~-]|,(?=[DNWK]+,))*", reading.tags[begin:last])
    end = begin + (match.end() if match else 0)
    end = _cut_clause(reading, begin, end)
    if end <= begin:
        return None
    return Report(
        sentence,
        (at, begin),
        "according",
        (begin, end),
        behind=sum(map(str.isalpha, reading.tags[first:at])) > _OPENING,
    )


def _apposed(reading: Reading, sentence: int, at: int) -> Report | None:
    """Read a word that sets a source beside what it says, as German does: “…”, so die Ministerin."""
    last = reading.bounds[sentence][1]
    source = subject_after(reading, at + 1) if at + 1 < last else None
    if source is None or (source[1] < last and reading.tags[source[1]] not in ".,;PT"):
        return None
    return Report(sentence, (at, at + 1), "inverted", source, behind=True, supported=True)


def _cut_clause(reading: Reading, begin: int, end: int) -> int:
    """Cut a relative clause, a participle, an adverb or a conjunction from the end of a source's words."""
    for at in range(begin + 1, end):
        tags = reading.tags[at : at + 2]
        if reading.cues.capital_nouns and reading.tags[at - 1 : at + 1] == "NW":
            return at
        if tags[0] in "HSVXAB" or (tags[0] == "C" and "N" not in reading.tags[at + 1 : end]):
            return at
        if (tags[0] == "," and at - begin > 1) or tags in ("YP", "PT", "YT") or (tags[0] in "YT" and at == end - 1):
            return at
    return end


def _speaking(reading: Reading, sentence: int, at: int, length: int) -> Report | None:
    """Read a whole predicate that reports: `had this to say`."""
    subject = subject_before(reading, at)
    follows = _support(reading, at + length - 1)
    if subject.phrase is None and subject.shape != "shared":
        return None
    return Report(sentence, (at, at + length), "verb", subject.phrase, subject.phrase is None, supported=follows)


def _noun(reading: Reading, sentence: int, at: int) -> Report:
    """Read `his claim that …`: the source is the possessor, else the subject of the sentence."""
    before = reading.tags[at - 1] if at > reading.bounds[sentence][0] else ""
    if before == "O":
        return Report(sentence, (at, at + 1), "noun", (at - 1, at), supported=True)
    if before == "K":
        begin = at - 1
        while begin > reading.bounds[sentence][0] and reading.tags[begin - 1] in "NDW":
            begin -= 1
        return Report(sentence, (at, at + 1), "noun", (begin, at), supported=True)
    return Report(sentence, (at, at + 1), "noun", None, shared=True, supported=True)


def _colon(reading: Reading, sentence: int, at: int, found: list[Report]) -> Report | None:
    """Read `NAME: “…”` where no verb reports it."""
    first, last = reading.bounds[sentence]
    if at + 1 >= last or reading.tags[at + 1] != "q" or any(report.supported for report in found[-1:]):
        return None
    subject = subject_before(reading, at)
    begin = subject.phrase[0] if subject.phrase else at
    named = reading.tags[begin - 1 : begin] in ("-", ".") and set(reading.tags[begin:at]) == {"N"}
    alone = subject.phrase is not None and (begin == first or named)
    phrase = subject.phrase if alone else None
    return Report(sentence, (at, at + 1), "colon", phrase, shared=phrase is None, supported=True)


def _dash(reading: Reading, sentence: int, at: int) -> Report | None:
    """Read `“…” – Name` at the end of a sentence."""
    first, last = reading.bounds[sentence]
    if at == first or reading.tags[at - 1] != "q" or not re.fullmatch(r"-N{1,4}\.?", reading.tags[at:last]):
        return None
    end = last - 1 if reading.tags[last - 1] == "." else last
    return Report(sentence, (at, at + 1), "dash", (at + 1, end), behind=True, supported=True)


def _verb(reading: Reading, sentence: int, at: int) -> Report | None:
    """Read a verb of speech or thought."""
    subject = subject_before(reading, at)
    supported = _support(reading, at)
    if subject.passive:
        return _passive(reading, sentence, at, subject, supported=supported)
    quoted_before = _quotation_before(reading, sentence, subject.phrase[0] if subject.phrase else at)
    report = Report(sentence, (at, at + 1), "verb", supported=supported or quoted_before)
    behind = _inverted(reading, sentence, at, subject, quoted=quoted_before)
    if reading.tags[at].islower() and subject.shape not in ("pronoun", "relative"):
        report = _participle(reading, report, subject)
    elif behind:
        report = replace(report, form="inverted", source=behind, behind=True)
    elif subject.phrase:
        report = replace(report, source=subject.phrase)
    elif subject.shape == "shared":
        infinitive = reading.tags[at - 1 : at] == "M"
        report = replace(report, form="infinitive" if infinitive else "verb", shared=True)
    elif not report.supported:
        return None
    return replace(report, behind=report.behind or _is_behind(reading, report))


def _support(reading: Reading, at: int) -> bool:
    """Whether a quotation or `that` follows a verb."""
    last = reading.bounds[reading.sentence_of(at)][1]
    following = reading.low[at + 1 : min(last, at + 2 + _THAT_WITHIN)]
    for offset, word in enumerate(following):
        if word in reading.cues.that:
            return True
        if reading.tags[at + 1 + offset] in ",;:.q":
            break
    return bool(_QUOTE_FOLLOWS.match(reading.tags[at + 1 : last]))


def _quotation_before(reading: Reading, sentence: int, at: int) -> bool:
    """Whether a quotation ends just before a word."""
    first, _ = reading.bounds[sentence]
    before = reading.tags[first:at].rstrip(",-YCABR")
    return before.endswith("q")


def _inverted(reading: Reading, sentence: int, at: int, subject: Subject, *, quoted: bool) -> Phrase | None:
    """Find the source behind a verb: “…,” said SOURCE, or `…, said SOURCE`."""
    first, last = reading.bounds[sentence]
    cues, tags = reading.cues, reading.tags
    lemma = cues.speech.get(reading.low[at]) or cues.thought.get(reading.low[at])
    if at + 1 >= last or lemma in cues.telling or subject.shape in ("pronoun", "direct", "relative"):
        return None
    ahead = tags[first:at].rstrip("ABYR" if quoted else "ABY")
    before = ahead[-1:]
    if subject.shape == "insertion" and not tags[first:at].rstrip(",").endswith("q"):
        return None
    if not (quoted or lemma in cues.fronted) or (before and before not in ",q-;:."):
        return None
    source = subject_after(reading, at + 1)
    if source is None:
        return None
    behind = tags[source[1]] if source[1] < last else "."
    if quoted and before in "q,":
        return source
    return source if behind in ",.;:-HPTSqYC" and tags[source[0]] != "R" else None


def _participle(reading: Reading, report: Report, subject: Subject) -> Report:
    """Read `…, saying that …`, `officials saying`, `a statement saying`."""
    at = report.cue[0]
    helped = "B" in reading.tags[max(0, at - 3) : at]
    direct = subject.phrase if subject.shape == "direct" else None
    if direct and reading.low[direct[1] - 1] in reading.cues.texts and not helped:
        direct = None
    form: Form = "verb" if helped else "participle"
    return replace(report, form=form, source=direct, shared=direct is None)


def _passive(reading: Reading, sentence: int, at: int, subject: Subject, *, supported: bool) -> Report | None:
    """Read `is said to`, `was described by SOURCE as`, `was quoted as saying`."""
    cues, last = reading.cues, reading.bounds[sentence][1]
    low = reading.low[at]
    if cues.speech.get(low) == "quote":
        return Report(sentence, (at, at + 1), "passive", subject.phrase, subject.phrase is None, supported=True)
    for agent in range(at + 1, min(last, at + 6)):
        if reading.tags[agent] in "VXZBAS,;":
            break
        if reading.low[agent] in cues.agents:
            source = subject_after(reading, agent + 1) if agent + 1 < last else None
            return Report(sentence, (at, at + 1), "passive", source, supported=supported)
    unnamed = subject.shape == "pronoun" and _next_is_that(reading, at) and reading.tags[at] == "X"
    if low in cues.passive or unnamed:
        return Report(sentence, (at, at + 1), "hearsay")
    return None


def _is_behind(reading: Reading, report: Report) -> bool:
    """Whether `SOURCE says` stands behind what is said: `…, he said.`"""
    first, last = reading.bounds[report.sentence]
    if report.source is None or report.form != "verb" or reading.tags[report.cue[0]] not in "XZ":
        return False
    begin, end = report.source[0], report.cue[1]
    if begin - first < 3 or reading.tags[begin - 1] not in ",q-C" or _clause_follows(reading, end, last):  # noqa: PLR2004
        return False
    if reading.tags[begin - 1] == "C" and reading.tags[begin - 2] not in ",q-":
        return False
    quoted = "q" in reading.tags[first:begin]
    long_enough = begin - first > 8 or quoted or not re.match(r"[PTSU]", reading.tags[first])  # noqa: PLR2004
    rest = reading.tags[end:last]
    brief = len(rest) <= _SHORT and not re.search(r"[VXZBA]", rest)
    return long_enough and (brief or rest[0] in ".,TPSYM-;" or _quoted_much(reading.tags[first:begin]))


def _clause_follows(reading: Reading, end: int, last: int) -> bool:
    """Whether `that` stands right behind a cue."""
    return end < last and reading.low[end] in reading.cues.that


def _quoted_much(tags: str) -> bool:
    """Whether words before a cue are a quotation."""
    return tags.count("q") >= 3  # noqa: PLR2004 - two marks and a word
