"""Verbs that report: who is in charge of one, and on which side of it stands what is said."""

from __future__ import annotations

import re
from dataclasses import replace

from digest.attribute.agents import framed, has_name, is_person, may_speak, object_first, subject_behind
from digest.attribute.indirect import in_dialogue
from digest.attribute.openings import past_dateline
from digest.attribute.passives import has_agent, passive
from digest.attribute.phrases import FINITE
from digest.attribute.reading import Phrase, Reading
from digest.attribute.relatives import is_charged
from digest.attribute.reports import Form, Report
from digest.attribute.subjects import Subject, subject_after, subject_before

_QUOTE_FOLLOWS = re.compile(r"(?:[YTPDUNWORKGM]{0,9}(?:,?:?|S)|[,:]|)q")
_FINITE_NEXT = re.compile(r"Y?[BA]")
_SETTING = re.compile(r"P[^,;:VXZBARS]*")  # before the verb it leaves the subject behind it: Auf die Frage antwortete
_NAMED = r"[DO]?[WNUKG]*[NW](?:P[DO]?[WNUKG]*[NW])*"
_QUOTE_IN_CLAUSE = re.compile(r"[^,;:.XxZzVBAHS]*q{3}")
_HEARER = re.compile(r"[DOU]*[WNUKG]*(?P<head>[NW])(?=[VP.;C])")
_INSERTED = re.compile(r",[ABY]*[BAVXZ]")
_ONLY_HEARER = re.compile(r"[DOU]*[WNUKG]*[NW](?:PD?[WNUKGT]*[NWT]|Y|D?T)*\.?")  # told the Post in a letter on Monday
_TOLD = re.compile(  # without a conjunction: told the crowd on Monday work would begin
    r"(?:P?D?W?[TU]+|P[DO]?[WNUKG]*[NW]|Y)*+(?P<clause>(?:R|[DO]?[WNUKG]*[NWV](?:P[DO]?[WNUKG]*[NW])*)[YT]*[AB])"
)
_AIM = re.compile(r"M[VXWZ]")
_OBJECT = 6  # words between a verb and the comma before its clause
_SHORT = 4  # words behind “…,” he said that leave it a cue behind its content
_THAT_WITHIN = 3  # words between a verb and its `that`: told reporters Friday that


def verb_report(reading: Reading, sentence: int, at: int) -> Report | None:
    """Read a verb of speech or thought."""
    head = framed(reading, at)
    subject = subject_before(reading, head)
    backed = supported(reading, at)
    if subject.shape == "direct" and subject.phrase and is_charged(reading, subject.phrase, at):
        return None
    if not backed and (_tells_a_thing(reading, sentence, at) or _describes(reading, at, subject)):
        return None
    if subject.passive or has_agent(reading, at):
        return passive(reading, sentence, at, subject, backed=backed)
    quoted_before = _quotation_before(reading, sentence, subject.phrase[0] if subject.phrase else at)
    report = Report(sentence, (at, at + 1), "verb", supported=backed or quoted_before)
    behind = _inverted(reading, sentence, at, subject, quoted=quoted_before)
    if reading.tags[at].islower() and subject.shape not in ("pronoun", "relative"):
        report = _participle(reading, report, subject)
    elif reading.cues.capital_nouns and _SETTING.fullmatch(reading.tags, reading.bounds[sentence][0], head):
        report = replace(report, source=subject_after(reading, head + 1) or subject.phrase)
    elif behind:
        report = replace(report, form="inverted", source=behind, behind=True)
    elif subject.phrase:
        report = replace(report, source=subject.phrase)
    elif subject.shape == "shared":
        infinitive = reading.tags[at - 1 : at] == "M"
        report = replace(report, form="infinitive" if infinitive else "verb", shared=True)
    elif not report.supported:
        return None
    return replace(report, behind=True) if not report.behind and _is_behind(reading, report) else report


def _describes(reading: Reading, at: int, subject: Subject) -> bool:
    """Whether a participle describes what stands beside it.

    That is a noun behind it (`strikes against alleged boats`), or a thing before it: `an essay called Dwarf`,
    `an event announcing a plan`.
    """
    if reading.tags[at] == "X" and reading.tags[at - 1 : at] == "P" and reading.low[at].endswith("ed"):
        return True
    thing = subject.phrase if subject.shape == "direct" else None
    if thing is None or thing[1] != at:
        return False
    if reading.low[at] in reading.cues.naming and reading.tags[at + 1 : at + 2] in ("N", "q"):
        return not may_speak(reading, thing) or reading.low[thing[1] - 1] in reading.cues.texts
    single = bool(reading.cues.plural_endings) and not reading.low[at - 1].endswith(reading.cues.plural_endings)
    single = single and "U" not in reading.tags[thing[0] : at]
    return single and reading.tags[at].islower() and not may_speak(reading, thing)


def quoting_verb(reading: Reading, sentence: int, at: int) -> Report | None:
    """Read a verb that only its quotation makes a report: `Lee branded the plan a “swamp”`."""
    _, last = reading.bounds[sentence]
    if not _QUOTE_IN_CLAUSE.match(reading.tags, at + 1, last):
        return None
    subject = subject_before(reading, at)
    if (
        subject.phrase is None
        or subject.passive
        or subject.shape not in ("pronoun", "direct", "relative", "apposition")
    ):
        return None
    return Report(sentence, (at, at + 1), "verb", subject.phrase)


def _tells_a_thing(reading: Reading, sentence: int, at: int) -> bool:
    """Whether a verb that wants a hearer or a clause has only a thing: `tell the same story`, `tells of a ship`."""
    first, last = reading.bounds[sentence]
    cues, tags = reading.cues, reading.tags
    if "q" in tags[first:last] or cues.speech.get(reading.low[at]) not in cues.telling or at + 1 >= last:
        return cues.subordinate and _within_clause(reading, first, at)
    if reading.low[at + 1] in cues.joining:
        return True
    hearer = _HEARER.match(tags, at + 1, last)
    clause = any(word in cues.that for word in reading.low[at + 1 : last])
    if clause or not hearer or tags[hearer.start("head")] == "N":
        return False
    head = reading.low[hearer.start("head")]
    if told_clause(reading, hearer.end(), last) is not None:
        return head.removesuffix("s") in cues.tales
    known = (cues.people, cues.crowds, cues.bodies)
    return not (any(head in words for words in known) or head.endswith(cues.plural_endings or ("\0",)))


def told_clause(reading: Reading, at: int, last: int) -> int | None:
    """Find the first word of a clause that is told without `that`, behind its hearer and when or where."""
    clause = _TOLD.match(reading.tags, at, last)
    return clause.start("clause") if clause else None


def _within_clause(reading: Reading, first: int, at: int) -> bool:
    """Whether a verb with an object stands in a clause of its own: Spanish `la primera vez que un museo reconoce`."""
    return bool(re.search(r"S[DO]?[WNUK]*[NW](?:P[DO]?[WNUK]*[NW])*$", reading.tags[first:at])) and bool(
        re.match(r"[DO]|S[NW]P|P", reading.tags[at + 1 :])
    )


def supported(reading: Reading, at: int) -> bool:
    """Whether a quotation or `that` follows a verb."""
    if reading.low[at] in reading.cues.linked:  # geht von drei Millionen aus
        return True
    last = reading.bounds[reading.sentence_of(at)][1]
    following = reading.low[at + 1 : min(last, at + 2 + _THAT_WITHIN)]
    for offset, word in enumerate(following):
        if word in reading.cues.that:
            return True
        told = following[offset + 1 : offset + 2]
        if word == "," and told and told[0] in reading.cues.that:
            return True
        if reading.tags[at + 1 + offset] in ",;:.qXZ":
            break
    asked = reading.cues.infinitive_endings or ("\0",)
    led = following[1:] if following and following[0] in reading.cues.leading else following
    if led and led[0].endswith(asked):  # exige modernizar, propose de fermer
        return True
    return bool(_QUOTE_FOLLOWS.match(reading.tags[at + 1 : last])) or _clausal(reading, at, last)


def _clausal(reading: Reading, at: int, last: int) -> bool:
    """Whether a clause ending in an infinitive is the verb's object: German bestritt, es gewusst zu haben."""
    cues, low = reading.cues, reading.low
    comma = reading.tags.find(",", at + 1, min(last, at + 2 + _OBJECT)) if cues.clausal else -1
    if (
        not 0 <= comma < last - 1
        or low[comma + 1] in cues.purpose | cues.that
        or re.search("[VXZA]", reading.tags[at + 1 : comma])
    ):
        return False
    return any(low[to] in cues.clausal and low[to + 1].endswith("n") for to in range(comma + 1, last - 1))


def _quotation_before(reading: Reading, sentence: int, at: int) -> bool:
    """Whether a quotation ends just before a word."""
    first, _ = reading.bounds[sentence]
    before = reading.tags[first:at].rstrip(",-YCABR")
    return before.endswith("q") or (bool(before.strip(".~")) and in_dialogue(reading, sentence))


def _inverted(reading: Reading, sentence: int, at: int, subject: Subject, *, quoted: bool) -> Phrase | None:
    """Find the source behind a verb: “…,” said SOURCE, or `…, said SOURCE`."""
    first, last = reading.bounds[sentence]
    cues, tags = reading.cues, reading.tags
    lemma = cues.speech.get(reading.low[at]) or cues.thought.get(reading.low[at])
    parted = cues.dialogue and not quoted and tags[at - 1 : at] == "," and reading.low[at].endswith(cues.participles)
    helped = not cues.gendered and tags[at - 1 : at] == "A"  # the “reporter” has revealed her bias
    if at + 1 >= last or lemma in cues.telling or parted or helped:  # Le ministre a, de son côté, annoncé un plan
        return None
    if reading.low[at + 1] in cues.enclitics or subject.shape in ("pronoun", "direct", "relative"):
        return (at + 1, at + 2) if reading.low[at + 1] in cues.enclitics else object_first(reading, at, subject)
    ahead = tags[first:at].rstrip("ABYR" if quoted else "ABY")
    before = ahead[-1:]
    verb = "BAVXZW" if cues.gendered else "BAVXZ"  # a form that no list knows
    parenthetical = bool(re.match(rf"{_NAMED}(?:C[DOWNUKG]+)?(?:,H[^,;]*)?,Y?[{verb}]", tags[at + 1 : last]))
    if cues.gendered and tags[first:at].count(",") == 1:
        parenthetical = parenthetical or bool(re.match(rf"{_NAMED}\.?$", tags[at + 1 : last]))
    if subject.shape == "insertion" and not parenthetical and not tags[first:at].rstrip(",").endswith("q"):
        return None
    if not (quoted or lemma in cues.fronted) or (before and before not in ",q-;:."):
        return None
    source = subject_behind(reading, at + 1)
    named = subject.shape in ("insertion", "apposition") and has_name(reading, subject.phrase)
    told = quoted or (cues.gendered and not named)
    if source is None or _is_beside(reading, at, source, last) or not (told or may_speak(reading, source)):
        return None
    ends = "q,-." if cues.dialogue else "q,"  # a speech that a dash begins ends in a dash or stop
    return source if (quoted and before in ends) or _is_whole(reading, source, last, before) else None


def _is_beside(reading: Reading, at: int, source: Phrase, last: int) -> bool:
    """Whether what stands behind an English verb is not its own: his “dog” shows Lee is late; a “poor” state home."""
    if reading.cues.gendered:
        return False
    noun = reading.cues.speech.get(reading.low[at]) == reading.low[at] and not may_speak(reading, source)
    return noun or _FINITE_NEXT.match(reading.tags, source[1], last) is not None


def _is_whole(reading: Reading, source: Phrase, last: int, before: str) -> bool:
    """Whether the words behind a verb are its subject alone, by what follows them."""
    tags = reading.tags
    behind = tags[source[1]] if source[1] < last else "."
    foreign = reading.cues.gendered
    if foreign and before == "," and tags[source[0]] == "R":
        return behind in ",.;:YPT"  # teilte sie mit
    told = foreign and behind == "D" and before in ("", ",")  # sagte Lee dem Sender
    told = told and (before == "" or tags[source[0]] == "N" or is_person(reading, source))
    return told or (behind in ",.;:-HPTSqYC" and tags[source[0]] != "R")


def _participle(reading: Reading, report: Report, subject: Subject) -> Report:
    """Read `…, saying that …`, `officials saying`, `a statement saying`."""
    at = report.cue[0]
    helped = "B" in reading.tags[max(0, at - 3) : at]
    direct = subject.phrase if subject.shape == "direct" else None
    if direct and not helped and (_head(reading, direct) in reading.cues.texts or _is_told_of(reading, direct)):
        direct = None
    form: Form = "verb" if helped else "participle"
    return replace(report, form=form, source=direct, shared=direct is None)


def _is_told_of(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase is the object of what somebody else does, who says it: heaped praise on Lee saying that."""
    first, _ = reading.bounds[reading.sentence_of(phrase[0])]
    before = phrase[0] - 1
    if before <= first:
        return False
    if reading.tags[before] in "PM":
        return reading.low[before] in reading.cues.concerning
    head = next((at for at in range(phrase[0] + 1, phrase[1]) if reading.tags[at] == "P"), phrase[1])
    return reading.tags[before] == "V" and not may_speak(reading, (phrase[0], head))


def _head(reading: Reading, phrase: Phrase) -> str:
    """Give the head of a phrase: the word before its first preposition, else the last."""
    end = next((at for at in range(phrase[0] + 1, phrase[1]) if reading.tags[at] == "P"), phrase[1])
    return reading.low[end - 1]


def _is_behind(reading: Reading, report: Report) -> bool:
    """Whether `SOURCE says` stands behind what is said, as in `…, he said`."""
    _, last = reading.bounds[report.sentence]
    first = past_dateline(reading, report.sentence, report.cue[0])
    if report.source is None and reading.cues.gendered:  # «…», dijo
        before = _quotation_before(reading, report.sentence, report.cue[0])
        return before and not report.shared and not supported(reading, report.cue[0])
    if report.source is None or report.form != "verb" or reading.tags[report.cue[0]] not in "XZ":
        return False
    begin, end = report.source[0], report.cue[1]
    while reading.cues.capital_nouns and begin > first and reading.tags[begin - 1] in "AB":
        begin -= 1  # „…“, wurde Ute Brandt zitiert
    inserted = _INSERTED.match(reading.tags, end, last)  # Time, Lee added, was short
    if begin - first < (1 if inserted else 3) or _leads_on(reading, report, begin):
        return False
    rest = reading.tags[end:last]
    quoted = "q" in reading.tags[first:begin]
    ending = rest.strip(".") == "" and FINITE.search(reading.tags, first, begin)  # That is old, Lee said.
    long_enough = begin - first > 8 or quoted or ending or inserted or reading.tags[first] not in "PTSU"  # noqa: PLR2004
    brief = len(rest) <= _SHORT and not re.search(r"[VXZBA]", rest)
    telling = reading.cues.speech.get(reading.low[report.cue[0]]) in reading.cues.telling
    brief = brief or (telling and _ONLY_HEARER.fullmatch(rest) is not None)
    return long_enough and (brief or rest[0] in ".,TPSYM-;" or _quoted_much(reading.tags[first:begin]))


def _leads_on(reading: Reading, report: Report, begin: int) -> bool:
    """Whether what is said follows a cue, or its clause begins another: he left, but critics point to a letter."""
    first, last = reading.bounds[report.sentence]
    end, before = report.cue[1], reading.tags[:begin]
    if before[-1] not in ",q-C" or (end < last and reading.low[end] in reading.cues.that):
        return True
    if before[-1] == "C" and (before[-2] not in ",q-" or reading.tags[end:last].strip(".")):
        return True
    return "q" not in before[first:] and _AIM.match(reading.tags, end, last) is not None  # - Lee has vowed to stay


def _quoted_much(tags: str) -> bool:
    """Whether words before a cue are a quotation."""
    return tags.count("q") >= 3  # noqa: PLR2004 - two marks and a word
