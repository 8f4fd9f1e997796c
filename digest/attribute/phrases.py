"""Where a noun phrase before a verb begins, found by tags alone.

No parser: a phrase is a regular expression over the tags of `reading`, and its clause ends at
punctuation, subordinators and quotations.
"""

from __future__ import annotations

import re

from digest.attribute.reading import Phrase, Reading
from digest.languages._cues import given_names

CORE = r"(?:[DO]+[WNUKGYT]*[WNUT]|[WNUKGY]*[NWU]|[DO](?=P))"
FINITE = re.compile(r"[VXZBA]")
LONGEST = 18  # words in a source
_ENDED = 4  # letters of most nouns that end alike: seed
_FEW = 2  # words: an article and a word of time
_OLDEST = 120  # years
_NOUN = rf"{CORE}(?:[PM]{CORE})*"
_LEFT = re.compile(rf"(?P<phrase>{_NOUN}(?:,{_NOUN})*(?:,?C{_NOUN})?)$")
_APPOSED = re.compile(r"(?<!N)(?P<name>N{2,4}),$")  # found by Lars Eklund, a researcher, who said
_LIVING = re.compile(r"(?<!N)(?P<name>N{1,4}),U,P[DW]*N+(?:,N+)*$")  # Ann Lee, 20, of Mill Road, Corran, who said
_AGED = re.compile(r"(?<=[NW]),(?P<age>[GVWY]?U|P?UW)$")  # Ann Lee, 20, who said; aged 20; de 20 años
_UNCLOSED = re.compile(r"(?<=[,q])(?P<name>N{2,4}),$")  # “Never,” Ann Lee, the mayor said
_TIMED = re.compile(r"[DU]W?T[TY]+(?=[NDOU])|(?P<named>DW?T)(?=N)")  # a day earlier Ann Lee, that week Ann Lee
_FOUR = re.compile(r"[12]\d{3}")
_YEAR = re.compile(r"P(?P<year>U)(?=N+$)")
_CLAUSE = re.compile(r"[,;:\-()qSC.]")


def phrase_ending(reading: Reading, first: int, stop: int) -> Phrase | None:
    """Find the noun phrase that ends before `stop` and may be a subject."""
    tags = reading.tags[first:stop]
    match = _LEFT.search(tags)
    if not match:
        return None
    begin = match.start()
    joined = max(match.group().rfind(","), match.group().rfind("C"))
    previous = tags[begin - 1] if begin else ""
    if joined > 0 and (previous in tuple("VXZxzPGMBA") or not _is_list(reading, first + begin, stop)):
        comma = match.group().rfind(",")  # behind a comma may stand two who speak together
        begin += (comma if comma > 0 and _is_list(reading, first + begin + comma + 1, stop) else joined) + 1
        previous = ""
    if previous and previous in "PM":
        return _after_setting(reading, first, first + begin, stop)
    if previous and previous in "VXZBA":
        return _head_of_clause(reading, first, first + begin, stop)
    return trimmed(reading, (first + begin, stop))


def head_of(reading: Reading, phrase: Phrase) -> int:
    """Give the place of a phrase's head: the last word before its first preposition, comma or relative pronoun."""
    first, last = phrase
    end = next((at for at in range(first + 1, last) if reading.tags[at] in "PH,(M"), last)
    return end - 1


def may_introduce(reading: Reading, phrase: Phrase, name: Phrase) -> bool:
    """Whether a phrase tells what somebody is whose name stands behind it: `the mayor of Corran, Ann Lee`.

    What ends in a name may go on with a larger place (`a bar in Corran, Ohio`), so its head must be a person.
    """
    cues, tags = reading.cues, reading.tags
    if reading.low[name[1] - 1] in cues.places or tags[phrase[0]] not in "DOKWN":
        return False
    head, several = head_of(reading, phrase), name[1] - name[0] > 1
    common = "WN" if cues.capital_nouns else "W"
    forms = {reading.low[at] for at in range(phrase[0], head + 1) if tags[at] in common}
    person = not all(map(forms.isdisjoint, (cues.people, cues.male, cues.female, cues.titles)))
    if tags[phrase[1] - 1] in common:
        return several or person or reading.low[head] in cues.bodies or tags[phrase[0]] == "O"
    return person and several


def antecedent(reading: Reading, first: int, stop: int) -> Phrase | None:
    """Find the noun phrase that a relative pronoun takes up."""
    takes_up_things = reading.low[stop] in reading.cues.that
    if stop > first and reading.tags[stop - 1] == ",":
        stop -= 1
        if reading.tags[stop - 1] == ")":
            stop = max(first, reading.tags.rfind("(", first, stop))
    if stop > first and reading.tags[stop - 1] == "P":
        stop -= 1
    match = re.search(rf"(?:{CORE}(?:P{CORE})*K?|[DOU]+)$", reading.tags[first:stop])
    if not match:
        return None
    aged = _AGED.search(reading.tags, first, stop) if reading.tags[stop] == "," else None
    if aged and _is_age(reading, aged.span("age")):
        return antecedent(reading, first, aged.start("age") - 1)
    living = _LIVING.search(reading.tags[first : first + match.end()])
    if living and reading.tags[stop] == ",":
        return first + living.start("name"), first + living.end("name")
    named = _APPOSED.search(reading.tags[: first + match.start()], first)
    if (
        named
        and reading.tags[stop] == ","
        and _is_described(reading, named.span("name"), (first + match.start(), stop))
    ):
        return named.span("name")
    begin = first + match.start()
    agents = () if takes_up_things else range(stop - 2, begin, -1)  # a letter by residents who say
    return trimmed(reading, (next((at + 1 for at in agents if reading.low[at] in reading.cues.agents), begin), stop))


def _is_age(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase with a number tells somebody's age in years."""
    last = phrase[1] - 1
    years = reading.tags[last] == "W"
    number = reading.low[last - years]
    return number.isdecimal() and int(number) <= _OLDEST and (not years or reading.low[last] in reading.cues.years)


def _is_described(reading: Reading, name: Phrase, phrase: Phrase) -> bool:
    """Whether a phrase describes a person named before a comma: by `a`, or by `the` with what somebody is."""
    person = reading.low[name[1] - 1] not in reading.cues.places | reading.cues.bodies
    if not person or reading.tags[phrase[0]] != "D":
        return False
    return reading.low[phrase[0]] not in reading.cues.definite or _is_role(reading, name, phrase)


def name_before(reading: Reading, first: int, phrase: Phrase) -> Phrase | None:
    """Find whom a description without its second comma tells of: “Never,” Ann Lee, the mayor said."""
    if reading.low[phrase[0]] not in reading.cues.definite:
        return None
    named = _UNCLOSED.search(reading.tags[first : phrase[0]])
    name = (first + named.start("name"), first + named.end("name")) if named else None
    return name if name and _is_role(reading, name, phrase) else None


def _is_role(reading: Reading, name: Phrase, phrase: Phrase) -> bool:
    """Whether a phrase tells what somebody is, and a name before it has a given name: Ann Lee, the mayor."""
    men, women = given_names(reading.cues.names)
    known = any(word in men or word in women for word in reading.low[name[0] : name[1]])
    head, cues = reading.low[head_of(reading, phrase)], reading.cues
    agent = head.endswith(cues.agent_endings or ("\0",)) and head not in cues.bodies | cues.texts
    return known and (agent or head in cues.people | cues.titles)


def reduced_clause(reading: Reading, first: int, stop: int) -> Phrase | None:
    """Find the noun of a participle without words behind it: `disclosures filed on Sunday showed`."""
    if not reading.low[stop - 1].endswith(reading.cues.past_endings or ("\0",)):
        return None
    phrase = phrase_ending(reading, first, stop - 1)
    return phrase if phrase and (phrase[0] == first or reading.tags[phrase[0] - 1] in ",;:-qSC(") else None


def _is_list(reading: Reading, begin: int, stop: int) -> bool:
    """Whether a phrase with commas or `and` is a list of names rather than two clauses or an apposition."""
    parts = re.split(r",C|[,C]", reading.tags[begin:stop])
    commas = reading.tags[begin:stop].count(",")
    joined = "C" in reading.tags[begin:stop] and reading.cues.contrasting.isdisjoint(reading.low[begin:stop])
    return joined and all(parts) and (commas == 0 or all(part[-1] == "N" for part in parts))


def _after_setting(reading: Reading, first: int, begin: int, stop: int) -> Phrase | None:
    """Part `in a statement Trump` or `in Ohio the senator`: the subject comes after the setting."""
    tags = reading.tags[begin:stop]
    for match in re.finditer(r"(?<=[WT])(?=N+(?:PD?W*N+)*$)|(?<=[NWUT])(?=[DO][^DO]*$)", tags):
        if match.start():
            return trimmed(reading, (begin + match.start(), stop))
    head = _LEFT.search(reading.tags[first : begin - 1])
    if head:
        return trimmed(reading, (first + head.start(), stop))
    return _head_of_clause(reading, first, begin, stop)


def _head_of_clause(reading: Reading, first: int, begin: int, stop: int) -> Phrase | None:
    """Step from the object of a clause to its subject: `officials who asked for anonymity said`."""
    tags = reading.tags[first:begin]
    relative = tags.rfind("H")
    if relative > 0 and not _CLAUSE.search(tags, relative):
        return _described(reading, antecedent(reading, first, first + relative), stop)
    boundaries = [match.end() for match in _CLAUSE.finditer(tags)]
    start = first + (boundaries[-1] if boundaries else 0)
    match = re.match(rf"[YC]*(?P<head>{CORE}(?:P{CORE})*)(?=V|G|$)", reading.tags[start:begin])
    if match and not FINITE.search(reading.tags[start + match.end() + 1 : begin]):
        return trimmed(reading, (start + match.start("head"), start + match.end("head")))
    return trimmed(reading, (begin, stop)) if begin < stop else None


def _described(reading: Reading, phrase: Phrase | None, stop: int) -> Phrase | None:
    """Keep the clause with a head that says nothing alone: `those who fear war`."""
    alone = phrase is not None and set(reading.tags[phrase[0] : phrase[1]]) <= {"D"}
    return (phrase[0], stop) if phrase and alone else phrase


def trimmed(reading: Reading, phrase: Phrase) -> Phrase | None:
    """Cut adverbs, conjunctions and words of time from the head of a phrase, and bound its length."""
    first, last = phrase
    while first < last and reading.tags[first] in "YCT~G.,-" and last - first > 1:
        first += 1
    if reading.tags[max(0, first - 2) : first + 1] == "U:U" and last - first > 1:
        first += 1  # 22:15 Police in Corran say
    first = _past_time(reading, first, last)
    if reading.cues.capital_nouns:
        verb = reading.tags.find("NW", first, last)
        last = verb + 1 if verb >= 0 else last
    if reading.tags[last - 2 : last] in ("NW", "WW") and last - first > 1 and _is_missed(reading, last - 1):
        last -= 1  # Lee beamed and said, its driver collapsed
    if last - first > LONGEST:
        first = last - LONGEST
    return (first, last) if last > first else None


def _is_missed(reading: Reading, at: int) -> bool:
    """Whether an unknown word behind a noun is a verb by its ending."""
    low = reading.low[at]
    return len(low) > _ENDED and low.endswith(reading.cues.past_endings or ("\0",))


def _past_time(reading: Reading, first: int, last: int) -> int:
    """Give the first word of a phrase behind the day or the year that leads it: `a day earlier`, `to open in 2029`."""
    timed = _TIMED.match(reading.tags, first, last) if reading.tags[first] in "DU" else None
    if timed and (not timed["named"] or _is_day(reading, timed.span())):
        return timed.end()
    year = _YEAR.search(reading.tags, first, last) if "U" in reading.tags[first:last] else None
    inside = year is None or reading.low[year.start()] in reading.cues.linking
    return first if year is None or inside or not _FOUR.fullmatch(reading.low[year.start("year")]) else year.end()


def _is_day(reading: Reading, phrase: Phrase) -> bool:
    """Whether an article and a word of time before a name tell when, and are no part of it: not The Sunday Times."""
    pointing = reading.low[phrase[0]] in reading.cues.demonstratives - reading.cues.articles
    return pointing or (phrase[1] - phrase[0] > _FEW and reading.words[phrase[1] - 1].islower())
