"""Whose words the source's words stand for: names made full, pronouns and descriptions led back to names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from digest.attribute.antecedents import Spoken, candidates
from digest.attribute.articles import named_whole, needs_article, shortened, small, uncapitalised
from digest.attribute.contents import Stated
from digest.attribute.descriptions import Descriptions, one_body
from digest.attribute.latter import last_named, latter
from digest.attribute.names import Kind, Names
from digest.attribute.phrases import FINITE
from digest.attribute.pronouns import Candidate, choose
from digest.attribute.questions import answering
from digest.attribute.reading import Phrase, Reading
from digest.attribute.reports import Report
from digest.attribute.rivals import accused, has_asked, has_rival, unbarred
from digest.attribute.shared import shared_subject, subject_to_come
from digest.attribute.spelling import bare
from digest.attribute.subjects import clause_subject
from digest.models import Found, Span

_AT_HAND = 2  # the same in a language whose things are he and she
_NEAR = 5  # sentences a pronoun may look back
_REMEMBERED = 100  # reports before that a description may take up
_LATTER = 0.9  # confidence that `the latter` is the last one named
_INITIALS = 0.9  # confidence that initials before a line of a transcript are those of the only one who bears them
_ANSWERS = 0.9  # confidence that who denies something is who was accused of it
_OTHER = {"m": "f", "f": "m"}
_AGE = re.compile(r"\d+")  # der 48-Jährige


@dataclass(frozen=True, slots=True)
class Resolved:
    """A report with its source as it is named, None where nobody is; `at` is the source's word, else the cue's."""

    report: Report
    source: str | None
    mention: str | None
    found: Found
    confidence: float
    kind: Kind = "unknown"
    content: tuple[Span, ...] = ()

    @property
    def at(self) -> int:
        """Where the source stands."""
        return self.report.source[0] if self.report.source else self.report.cue[0]


def resolve(described: Descriptions, stated: Sequence[Stated]) -> tuple[Resolved, ...]:
    """Resolve the sources of reports in the order of the text: each may lead back to those before."""
    done: list[Resolved] = []
    reading, names = described.reading, described.names
    for number, item in enumerate(stated):
        report = item.report
        phrase = report.source
        if report.shared:
            before = [item.report for item in stated[max(0, number - _NEAR) : number]]
            behind = [item.report for item in stated[number + 1 : number + 2]]
            phrase = shared_subject(reading, report, before) or subject_to_come(reading, report, behind)
        done.append(replace(_one(described, item, phrase, done), content=item.content))
    joined = one_body(names, (item.source for item in done if item.source))
    return tuple(replace(item, source=joined[item.source]) if item.source in joined else item for item in done)


def _one(described: Descriptions, item: Stated, phrase: Phrase | None, done: Sequence[Resolved]) -> Resolved:
    """Resolve one source."""
    report = item.report
    if report.form == "hearsay":
        return Resolved(report, None, None, "explicit", 0.8)
    if phrase is None:
        speaker = _unsaid(described, report, done)
        if speaker is None:
            return Resolved(report, None, None, "explicit", 0.3)
        return Resolved(report, speaker.source, speaker.mention, "continued", 0.5, speaker.kind)
    return _latter(described, report, phrase) or _worded(described, item, phrase, done)


def _latter(described: Descriptions, report: Report, phrase: Phrase) -> Resolved | None:
    """Resolve words for the last one named."""
    back = latter(described.reading, phrase)
    if back is None:
        return None
    person = last_named(described, phrase[0], back[1])
    if person is None:
        return Resolved(report, None, back[0], "pronoun", 0.2)
    return Resolved(report, person, back[0], "nominal", _LATTER, described.names.kind(person))


def _worded(described: Descriptions, item: Stated, phrase: Phrase, done: Sequence[Resolved]) -> Resolved:
    """Resolve a pronoun, a name or a description."""
    reading, names, report = described.reading, described.names, item.report
    mention = None if reading.low[phrase[0]] in names.cues.nobody else bare(reading.phrase(phrase))
    if mention is None or mention.lower() in names.cues.anyone or not _is_worded(names, mention):
        return Resolved(report, None, mention, "explicit", 0.3)
    low = mention.lower().replace("’", "'")
    low = names.cues.contractions.get(low, low)
    pronoun = names.cues.pronouns.get(low) or names.cues.possessives.get(low) or names.cues.aged.get(_AGE.sub("", low))
    if pronoun:
        unknown = Resolved(report, None, mention, "pronoun", 0.2, content=item.content)
        return _pronoun(described, unknown, phrase[0], pronoun, done)
    return _phrase(described, report, phrase, mention, done)


def _is_worded(names: Names, mention: str) -> bool:
    """Whether a mention has a word that is neither a number nor the abbreviation of a title: not 20, not la Sra."""
    if mention[:1].isalpha() and mention[-1] != ".":
        return True
    words = [word.lower() for word in mention.split() if any(map(str.isalpha, word))]
    said = [word for word in words if word[-1] != "." or word[:-1] not in names.cues.titles]
    return bool(said) and (len(said) == len(words) or not names.cues.determiners.issuperset(said))


def _unsaid(described: Descriptions, report: Report, done: Sequence[Resolved]) -> Resolved | None:
    """Find whom a verb without a subject means, where verbs may stand so: who spoke or acted in the sentence before."""
    if not (report.supported and described.reading.cues.gendered):
        return None
    last = next((item for item in reversed(done[-_REMEMBERED:]) if item.source), None)
    if last and _is_last_named(described, last.report.sentence, report.sentence):
        return last
    person = _actor(described, report.sentence - 1)
    return Resolved(report, person, person, "continued", 0.5, described.names.kind(person)) if person else None


def _is_last_named(described: Descriptions, spoke: int, sentence: int) -> bool:
    """Whether a speaker's sentence is the one before, or all but that and nobody is named between: Errors? “None”."""
    if sentence - spoke <= 1:
        return True
    begin, end = described.reading.bounds[spoke + 1][0], described.reading.bounds[sentence][0]
    between = described.names.between(begin, end)
    return sentence - spoke == _AT_HAND and not any(described.names.person(mention.name) for mention in between)


def _actor(described: Descriptions, sentence: int) -> str | None:
    """Find the person that is the subject of a sentence."""
    reading, names = described.reading, described.names
    first, last = reading.bounds[max(0, sentence)]
    verb = FINITE.search(reading.tags, first, last)
    phrase = clause_subject(reading, first, verb.start() if verb else last)
    person = _person_in(reading, names, phrase) if phrase else None
    named = names.between(first, first + 1)
    person = person or (names.person(named[0].name) if named else None)
    return names.full(person) if person else None


def _pronoun(described: Descriptions, unknown: Resolved, at: int, pronoun: str, done: Sequence[Resolved]) -> Resolved:
    """Lead a pronoun at a word back to a name, or show none."""
    if pronoun == "speaker":
        return unknown
    denies = accused(described, unknown.report, pronoun, at)
    if denies:
        return replace(unknown, source=denies, confidence=_ANSWERS, kind=described.kind(denies))
    those = _of_sex(pronoun, candidates(described, at, spoken(done)), described, done)
    those = unbarred(described.reading, unknown.report, unknown.content, _line(done), those)
    asker = done[-1].source if done and unknown.report.sentence - done[-1].report.sentence == 1 else None
    those = answering(described.reading, unknown.report, pronoun, asker, those)
    choice, confidence = choose(pronoun, those)
    far = choice and described.reading.cues.gendered and choice.distance > _AT_HAND
    # Where things are he and she as well, far names are no safe choice.
    if choice is None or far or _is_open(described, unknown.report, choice, pronoun, done):
        return replace(unknown, confidence=min(confidence, 0.5))
    return replace(unknown, source=choice.name, confidence=confidence, kind=choice.kind)


def _of_sex(pronoun: str, those: list[Candidate], described: Descriptions, done: Sequence[Resolved]) -> list[Candidate]:
    """Leave out persons whom the article has called only by the pronoun of the other sex: she told me."""
    pronouns = described.names.cues.pronouns
    called: dict[str | None, set[str | None]] = {}
    for item in done[-_REMEMBERED:]:
        if item.found == "pronoun" and item.mention:
            called.setdefault(item.source, set()).add(pronouns.get(item.mention.lower()))
    other = {_OTHER.get(pronoun)}
    return [candidate for candidate in those if candidate.kind != "person" or called.get(candidate.name) != other]


def _is_open(
    described: Descriptions, report: Report, choice: Candidate, pronoun: str, done: Sequence[Resolved]
) -> bool:
    """Whether somebody else may be meant as well as the choice."""
    last = (done[-1].report, done[-1].source) if done else None
    return has_asked(described, report, choice.name, pronoun, last) or has_rival(described, report, choice, pronoun)


def _line(done: Sequence[Resolved]) -> tuple[Report, str] | None:
    """Give the last label of a transcript, with whom it names."""
    labels = (item for item in reversed(done[-_REMEMBERED:]) if item.report.form == "colon" and item.report.sure)
    return next(((item.report, item.source) for item in labels if item.source), None)


def spoken(done: Sequence[Resolved]) -> Iterator[Spoken]:
    """Yield the speakers of reports, the last one first."""
    for item in reversed(done[-_REMEMBERED:]):
        if item.source:
            yield Spoken(item.source, item.at, item.report.sentence, item.report.source)


def _phrase(
    described: Descriptions, report: Report, phrase: Phrase, mention: str, done: Sequence[Resolved]
) -> Resolved:
    """Resolve a name or a description."""
    reading, names = described.reading, described.names
    labelled = report.form == "colon" and report.sure and phrase[1] - phrase[0] == 1
    initialled = described.bearers.initialled(mention) if labelled else None
    if initialled:
        return Resolved(report, initialled, mention, "explicit", _INITIALS, names.kind(initialled))
    person = _person_in(reading, names, phrase)
    if person and (not needs_article(reading, phrase) or names.has_given(person)):
        source = described.bearers.whole(person, mention, phrase[0], _spoken(reading, report, done))
        return Resolved(report, source, mention, "explicit", 0.95, names.kind(source))
    if reading.low[phrase[0]] in names.cues.elisions and phrase[1] - phrase[0] > 1:
        phrase = (phrase[0] + 1, phrase[1])
        mention = small(reading, mention, phrase[0] - 1)
    named = re.search(r",(?:DW{0,3})?(?P<name>N{1,4})$", reading.tags[phrase[0] : phrase[1]])
    if named:  # a description with a name behind it
        phrase = (phrase[0] + named.start("name"), phrase[1])
    short = shortened(described, phrase, mention)
    if _is_definite(reading, phrase):
        known = described.meant(short, [item.name for item in spoken(done)], phrase[0])
        short = known or uncapitalised(reading, phrase, short)
        return Resolved(report, short, mention, "nominal", 0.8 if known else 0.75, names.kind(short))
    source = named_whole(described, phrase, short)
    return Resolved(report, source, mention, "explicit", 0.9, names.kind(source))


def _spoken(reading: Reading, report: Report, done: Sequence[Resolved]) -> list[str]:
    """Give who has spoken in the paragraph of a report and the one before, the last one first."""
    paragraph = reading.sentences[report.sentence].paragraph
    near = takewhile(
        lambda item: paragraph - reading.sentences[item.report.sentence].paragraph <= 1, reversed(done[-_REMEMBERED:])
    )
    return [item.source for item in near if item.source]


def _person_in(reading: Reading, names: Names, phrase: Phrase) -> str | None:
    """Find the person a phrase names: `campaign manager Ann Lee`, `a spokesman, Ann Lee`."""
    begin, end = phrase
    tags = reading.tags[begin:end]
    if re.search(r"N,?C[DO]?[NW]", tags.partition("H")[0]):
        return None
    found = []
    for match in re.finditer(r"(?:^|,)([^,(]*)", tags):
        run = re.match(r"(?:[DOWUYGKNC]*[DOWUYGKC])?(N+|N*K(?=$))(?=[PHC,(]|$)", match.group(1))
        if run:
            name = reading.phrase((begin + match.start(1) + run.start(1), begin + match.start(1) + run.end(1)))
            person = names.person(name)
            if person:
                found.append(person)
    known = (name for name in found if names.cues.capital_nouns and names.has_given(name))  # nouns look like names
    return next(known, found[0] if found else None)


def _is_definite(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase points back with a noun that is no name: `the ministry`, `the Ohio governor`."""
    head = reading.low[phrase[0]] in reading.cues.demonstratives
    return head and reading.tags[phrase[1] - 1] in "WXZ"
