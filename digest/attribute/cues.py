"""Where a text says that somebody says something: cues outside quotations, each with its source's words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from digest.attribute.according import OPENING, according_report
from digest.attribute.agents import is_person, may_speak, subject_behind
from digest.attribute.beside import clauses_beside
from digest.attribute.captions import is_surname
from digest.attribute.cited import with_cited
from digest.attribute.corrections import corrected
from digest.attribute.denials import is_denied
from digest.attribute.headings import tells_an_act
from digest.attribute.hearsay import distanced, is_impersonal, is_rumour, lemma
from digest.attribute.labels import colon_report, dash_report, labels
from digest.attribute.moods import told_in_subjunctive
from digest.attribute.reading import Reading
from digest.attribute.reports import Report
from digest.attribute.spoken import tagged, trailing
from digest.attribute.statements import assured, heard
from digest.attribute.subjects import subject_after, subject_before
from digest.attribute.unsaid import says_nothing
from digest.attribute.verbs import quoting_verb, supported, verb_report
from digest.languages._cues import Cues

_CUE_TAGS = frozenset("XxZzV:-")
_VIEWER = re.compile(r"(?P<source>[DO]?[WN]*[NW](?:P[DO]?[WN]+)?),(?P<quoted>q?)")
_LABEL_AND_TAG = 2  # reports of a sentence


def find_reports(reading: Reading) -> tuple[Report, ...]:
    """Find all reports outside quotations, in order of their cues."""
    found: list[Report] = []
    labelled: dict[int, dict[int, Report]] = defaultdict(dict)
    for colon, report in labels(reading).items():
        labelled[report.sentence][colon] = report
    corrections = corrected(reading)
    for sentence in range(len(reading.bounds)):
        if sentence in corrections:
            continue
        sure = {
            **told_in_subjunctive(reading, sentence),
            **labelled.get(sentence, {}),
            **clauses_beside(reading, sentence),
        }
        found += with_cited(reading, _in_sentence(reading, sentence, sure))
    return tuple(found)


def _in_sentence(reading: Reading, sentence: int, sure: Mapping[int, Report]) -> list[Report]:
    """Find the reports of one sentence; those that are `sure` stand whatever the rules for verbs and colons say."""
    first, last = reading.bounds[sentence]
    tags, low, gendered, notable = reading.tags, reading.low, reading.cues.gendered, _notable(reading.cues)
    found: list[Report] = []
    taken = first
    for at in range(first, last):
        if at < taken or tags[at] == "q":
            continue
        known = tags[at] in _CUE_TAGS or low[at] in notable
        report = _at(reading, sentence, at, found) if known or at in sure else None
        if at in sure:
            report = replace(report, sure=True) if report and report.source else sure[at]
        if report is None and gendered and tags[at] in "WVG":
            report = tagged(reading, sentence, at)
        if report:
            found.append(report)
            taken = report.cue[1]
    return _without_leads(reading, found)


def _without_leads(reading: Reading, found: list[Report]) -> list[Report]:
    """Leave out what only leads to a quotation that a verb behind it tells of: Rich kids: “…,” said Lee."""
    tagged_behind = any(report.form == "inverted" and report.supported for report in found)
    if not reading.cues.gendered:
        tagged_behind = tagged_behind and found[-1].form == "inverted" and len(found) == _LABEL_AND_TAG
    return [report for report in found if not (tagged_behind and report.form == "colon")]


def _at(reading: Reading, sentence: int, at: int, found: list[Report]) -> Report | None:  # noqa: PLR0911 - a choice of eight
    """Read the cue that begins at a word, if one does."""
    tag, low, cues = reading.tags[at], reading.low[at], reading.cues
    if low in _openers(cues):
        begins, phrase = _phrase_report(reading, sentence, at)
        if begins:
            return phrase
    if low in cues.distancing:
        return distanced(reading, sentence, at)
    if low in cues.viewing and at == reading.bounds[sentence][0]:
        return _viewing(reading, sentence, at)
    if low in cues.apposed and at and reading.tags[at - 1] in ",q":
        return _apposed(reading, sentence, at)
    if tag in "XxZzV" or _is_noun(reading, at):
        return _verb_or_noun(reading, sentence, at)
    if tag == ":":
        return colon_report(reading, sentence, at, found)
    if tag == "-":
        return dash_report(reading, sentence, at)
    if low in cues.hearsay:
        return Report(sentence, (at, at + 1), "hearsay")
    return None


@cache
def _notable(cues: Cues) -> frozenset[str]:
    """Give the words that may begin a cue whatever their tags."""
    return _openers(cues) | cues.apposed | cues.viewing | cues.hearsay | cues.reports | frozenset(cues.distancing)


@cache
def _openers(cues: Cues) -> frozenset[str]:
    """Give the words that begin one of a language's phrases."""
    phrases = (cues.according, cues.speaking, cues.following, cues.owned, cues.rumours)
    return cues.thereby.union(*map(_first_words, phrases))


def _phrase_report(reading: Reading, sentence: int, at: int) -> tuple[bool, Report | None]:
    """Read a phrase such as `according to`; tell also whether one begins here, so that nothing else is read."""
    cues = reading.cues
    rumour = _phrase_at(reading, at, cues.rumours)
    if rumour:
        return True, Report(sentence, (at, at + rumour), "hearsay")
    owned = _phrase_at(reading, at, cues.owned)
    ahead = at - reading.bounds[sentence][0]
    back = ahead == 0 and reading.low[at] in cues.thereby
    if owned or back:
        cue = (at, at + max(owned, 1))
        return True, Report(sentence, cue, "according", behind=ahead > OPENING, supported=True, sure=back)
    according = _phrase_at(reading, at, cues.according)
    if according:
        return True, according_report(reading, sentence, at, according)
    speaking = _phrase_at(reading, at, cues.speaking)
    if speaking:
        return True, _speaking(reading, sentence, at, speaking)
    following = _phrase_at(reading, at, cues.following)
    if not following:
        return False, None
    source = subject_before(reading, at).phrase
    return True, Report(sentence, (at, at + following), "according", source, behind=True) if source else None


def _verb_or_noun(reading: Reading, sentence: int, at: int) -> Report | None:
    """Read a verb with its source, else a noun that holds a claim, where a form may be both: `reports that`."""
    if reading.tags[at] == "V":
        return quoting_verb(reading, sentence, at)
    if reading.cues.impersonal and is_impersonal(reading, at):
        known = lemma(reading, at) in reading.cues.known
        return None if known else Report(sentence, (at, at + 1), "hearsay")
    before = heard(reading, sentence, at)
    if before:
        return before
    reports = reading.tags[at] in "XxZz" and not is_denied(reading, sentence, at)
    verb = (trailing(reading, sentence, at) or verb_report(reading, sentence, at)) if reports else None
    if verb and (says_nothing(reading, verb) or tells_an_act(reading, verb)):
        return None
    noun = _is_noun(reading, at)
    if verb and (verb.source or not noun):
        return assured(reading, verb)
    return _noun(reading, sentence, at) if noun else None


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


def _is_noun(reading: Reading, at: int) -> bool:
    """Whether a word is a noun that holds a claim, with `that` right behind it."""
    known = reading.low[at] in reading.cues.reports and reading.tags[at] in "WXZ"
    return known and at + 1 < len(reading.low) and reading.low[at + 1] in reading.cues.that


def _apposed(reading: Reading, sentence: int, at: int) -> Report | None:
    """Read a word that sets a source beside what it says, as German does: “…”, so die Ministerin."""
    last = reading.bounds[sentence][1]
    source = subject_after(reading, at + 1) if at + 1 < last else None
    if source is None or (source[1] < last and reading.tags[source[1]] not in ".,;PT"):
        return None
    return Report(sentence, (at, at + 1), "inverted", source, behind=True, supported=True)


def _viewing(reading: Reading, sentence: int, at: int) -> Report | None:
    """Read a preposition that sets somebody before a quotation, as French does: Pour la maire, « … »."""
    phrase = _VIEWER.match(reading.tags, at + 1, reading.bounds[sentence][1])
    if not phrase:
        return None
    begin, end = phrase.span("source")
    known = is_person(reading, (begin, end)) or (end - begin == 1 and is_surname(reading, reading.words[begin]))
    if not (known or (phrase["quoted"] and may_speak(reading, (begin, end)))):
        return None
    return Report(sentence, (at, at + 1), "according", phrase.span("source"), supported=True)


def _speaking(reading: Reading, sentence: int, at: int, length: int) -> Report | None:
    """Read a whole predicate that reports: `had this to say`."""
    cue = (at, at + length)
    before = reading.tags[reading.bounds[sentence][0] : at].rstrip("ABYR")[-1:]
    behind = reading.cues.gendered and before in (",", "q")
    source = subject_behind(reading, at + length) if behind and cue[1] < reading.bounds[sentence][1] else None
    if source:  # « … », fait valoir la directrice
        return Report(sentence, cue, "inverted", source, behind=True, supported=True)
    subject = subject_before(reading, at)
    follows = supported(reading, at + length - 1)
    if subject.phrase is None and subject.shape != "shared":
        return None
    return Report(sentence, cue, "verb", subject.phrase, subject.phrase is None, supported=follows)


def _noun(reading: Reading, sentence: int, at: int) -> Report:
    """Read `his claim that …`: the source is the possessor, nobody behind `there are`, else the sentence's subject."""
    if is_rumour(reading, sentence, at):
        return Report(sentence, (at, at + 1), "hearsay", sure=True)
    before = reading.tags[at - 1] if at > reading.bounds[sentence][0] else ""
    if before == "O":
        return Report(sentence, (at, at + 1), "noun", (at - 1, at), supported=True)
    if before == "K":
        begin = at - 1
        while begin > reading.bounds[sentence][0] and reading.tags[begin - 1] in "NDW":
            begin -= 1
        return Report(sentence, (at, at + 1), "noun", (begin, at), supported=True)
    return Report(sentence, (at, at + 1), "noun", None, shared=True, supported=True)
