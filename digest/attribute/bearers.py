"""Who bears a name that is given in part: a surname that several bear, a first name behind a title."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from digest.attribute.names import Kind, Names
from digest.attribute.reading import Reading
from digest.attribute.spelling import surname, words_of

_FULL = 2  # words that make a full name
_NEAR = 1  # paragraphs back within which a bearer named in full leaves the surname open
_NAMINGS = 200  # places of a surname looked at, from the beginning and from a word back
_BESIDE = 6  # words before or behind a full name that may tell of a body
_SAME = 20  # persons of one surname that are told apart


@dataclass(frozen=True, slots=True)
class Naming:
    """A place where a bearer of a surname is named; `first` is the first name, None where the surname stands alone."""

    at: int
    paragraph: int
    first: str | None


@dataclass(frozen=True)
class Bearers:
    """The places where an article names persons, by surname."""

    reading: Reading
    names: Names

    def whole(self, person: str, mention: str, at: int, spoken: Sequence[str]) -> str:
        """Give the full name of a person named at a word; the name stays as it is where several may be meant.

        `spoken` are those who spoke in this paragraph and the one before, the last one first.
        """
        if len(person.split()) >= _FULL:
            return self._reigning.get(person.lower(), person)
        if person.lower() in self._firms and mention.lower() == person.lower():
            return person
        known = self.names.people.get(surname(person), [])[:_SAME]
        sex = self.names.told_sex(mention)
        fitting = [name for name in known if sex is None or self._may_be(name, sex)]
        if not fitting:
            return self._by_first_name(person, mention) or person
        by_first: dict[str, str] = {}
        for name in fitting:
            by_first.setdefault(_first(name), name)
        if len(by_first) == 1:
            return person if self._has_relative(surname(person), _first(fitting[0]), at) else fitting[0]
        meant = self._meant(surname(person), at, spoken)
        return by_first.get(meant, person) if meant else person

    def _may_be(self, name: str, sex: Kind) -> bool:
        """Whether a full name may be of that sex; a surname that is a given name too tells nothing: Ms Mark."""
        return self.names.kind(name) in (sex, "person") or not (self.names.has_given(name) or self.names.told_sex(name))

    def initialled(self, mention: str) -> str | None:
        """Find the only one in the article who has these initials, or None: in an interview, AL for Ann Lee."""
        return self._initialled.get(mention.replace(".", ""))

    @cached_property
    def _initialled(self) -> dict[str, str]:
        """The full names by their initials, without those that two share."""
        found: dict[str, str] = {}
        for name in (name for names in self.names.people.values() for name in names[:_SAME]):
            letters = "".join(word[0].upper() for word in name.split())
            found[letters] = "" if letters in found else name
        return {letters: name for letters, name in found.items() if name}

    def _by_first_name(self, person: str, mention: str) -> str | None:
        """Find the one whom a first name means, alone or behind a title: Ann, Sir Hugh."""
        titles = [word.lower() for word in words_of(mention)[:-1]]
        alone = not titles and self.names.has_given(person)
        if not alone and self.names.cues.forename_titles.isdisjoint(titles):
            return None
        found = self._by_first.get(person.lower(), [])
        if len(found) != 1:
            return None
        family = {_first(name) for name in self.names.people[surname(found[0])][:_SAME]}
        return None if alone and len(family) > 1 else found[0]  # first names tell relatives apart

    @cached_property
    def _by_first(self) -> dict[str, list[str]]:
        """The full names that begin with a word."""
        found: dict[str, list[str]] = {}
        for names in self.names.people.values():
            for name in names[:_SAME]:
                found.setdefault(_first(name), []).append(name)
        return found

    @cached_property
    def _reigning(self) -> dict[str, str]:
        """The fuller names of those who are called by a title and a first name: Prince Ali, King Hugh III."""
        found: dict[str, str] = {}
        for mention in self.names.mentions:
            words = words_of(mention.name)
            person = self.names.person(mention.name)
            for at in range(len(words) - _FULL if person else 0):
                if words[at].lower() in self.names.cues.regnal:
                    found.setdefault(" ".join(words[at : at + _FULL]).lower(), person or "")
        return found

    @cached_property
    def _firms(self) -> frozenset[str]:
        """The surnames that a body bears too, which is told beside a full name: its founder, Ned Lee; head of Lee."""
        reading, found = self.reading, set[str]()
        for mention in self.names.mentions:
            person = self.names.person(mention.name)
            if not person or len(person.split()) < _FULL:
                continue
            family, (begin, end) = surname(person), mention.words
            first, last = reading.bounds[reading.sentence_of(begin)]
            near = range(max(first, begin - _BESIDE), min(last, end + _BESIDE))
            if any(self._is_owner(at, family, begin) for at in near if not begin <= at < end):
                found.add(family)
        return frozenset(found)

    def _is_owner(self, at: int, family: str, begin: int) -> bool:
        """Whether a word beside a name tells of a body of the same name: its and Lee's before it, of Lee behind it."""
        low, cues = self.reading.low[at], self.names.cues
        if at < begin:
            owned = cues.possessives.get(low) == "thing" or low in (f"{family}'s", f"{family}'")
            return owned and not cues.founding.isdisjoint(self.reading.low[at + 1 : begin])
        return low == family and self.reading.tags[at - 1 : at + 2] in ("PN,", "PN.", "PNX", "PNV", "PN)")

    def _has_relative(self, family: str, first: str, at: int) -> bool:
        """Whether somebody of a family is named near a word by a first name alone: Lee’s brother Tom."""
        known = self._relatives.get(family, [])
        here = self.reading.sentences[self.reading.sentence_of(at)].paragraph if known else 0
        return any(one.at < at and here - one.paragraph <= _NEAR and one.first != first for one in known[:_NAMINGS])

    @cached_property
    def _relatives(self) -> dict[str, list[Naming]]:
        """Who is named as another's relative, by the surname of the other."""
        reading, found = self.reading, dict[str, list[Naming]]()
        low = reading.low
        for at in [at for at, word in enumerate(low) if word in self.names.cues.kin]:
            named = reading.tags[at + 1 : at + 2] == "N" and reading.tags[at + 2 : at + 3] not in ("N", "K")
            if not at or not named or not reading.words[at - 1][0].isupper():
                continue
            family = re.sub(r"'s?$|s$", "", low[at - 1])
            paragraph = reading.sentences[reading.sentence_of(at)].paragraph
            for owner in {family, low[at - 1].rstrip("'")}:
                found.setdefault(owner, []).append(Naming(at, paragraph, low[at + 1]))
        return found

    def _meant(self, family: str, at: int, spoken: Sequence[str]) -> str | None:
        """Find the first name of whom a surname alone means.

        That is the one just named or speaking with no other bearer near; else, where none is near, the one whom
        the text called by the surname alone before it named another.
        """
        here = self.reading.sentences[self.reading.sentence_of(at)].paragraph
        known = self.namings.get(family, [])
        count = bisect_left(known, at, key=lambda naming: naming.at)
        last = known[max(0, count - _NAMINGS) : count]
        near = {naming.first for naming in last if naming.first and here - naming.paragraph <= _NEAR}
        near |= {_first(name) for name in spoken if len(name.split()) >= _FULL and surname(name) == family}
        if near:
            return next(iter(near)) if len(near) == 1 else None
        return self._settled(known[: min(count, _NAMINGS)])

    def _settled(self, before: Sequence[Naming]) -> str | None:
        """Find the first bearer, if the surname alone was enough for them while nobody else bore it."""
        first = next((naming.first for naming in before if naming.first), None)
        alone = False
        for naming in before:
            if naming.first not in (None, first):
                return first if alone else None
            alone = alone or (first is not None and naming.first is None)
        return first

    @cached_property
    def namings(self) -> dict[str, list[Naming]]:
        """Where each surname stands, in order."""
        found: dict[str, list[Naming]] = {}
        for mention in self.names.mentions:
            person = self.names.person(mention.name)
            if person:
                paragraph = self.reading.sentences[self.reading.sentence_of(mention.words[0])].paragraph
                first = _first(person) if len(person.split()) >= _FULL else None
                found.setdefault(surname(person), []).append(Naming(mention.words[0], paragraph, first))
        return found


def _first(name: str) -> str:
    """Give the first word of a name, in lower case."""
    return name.split(maxsplit=1)[0].lower().rstrip(".")
