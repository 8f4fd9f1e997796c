"""The names of an article: which of them are one person or body, and of what kind each is."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Literal

from digest.attribute.mentions import Mention
from digest.attribute.spelling import (
    SMALL,
    head_words,
    initials,
    is_acronym,
    plain,
    spelled_words,
    surname,
    words_of,
)
from digest.languages._cues import Cues, first_given, given_names, no_surnames
from digest.languages._scripts import JOINING, SUFFIXES

Kind = Literal["m", "f", "person", "body", "plural", "place", "thing", "unknown"]

_REMEMBERED = 4096  # names whose words are not parted again
_SAME = 20  # persons of one surname that are told apart
_FULL = 2  # words that make a full name
_LONGEST = 4


@dataclass(frozen=True)
class Names:
    """What the names of an article tell about each other."""

    cues: Cues
    mentions: tuple[Mention, ...]
    title: str = ""
    known: dict[str, str | None] = field(default_factory=dict, compare=False)  # what `person` has found

    def between(self, first: int, last: int) -> tuple[Mention, ...]:
        """Give the mentions that begin from one word up to another, the last excluded."""
        begin = bisect_left(self.mentions, first, key=lambda mention: mention.words[0])
        return self.mentions[begin : bisect_left(self.mentions, last, key=lambda mention: mention.words[0])]

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each last word of a name occurs."""
        return Counter(plain(mention.name)[-1] for mention in self.mentions if plain(mention.name))

    @cached_property
    def people(self) -> dict[str, list[str]]:
        """Full names by surname, the most frequent first."""
        counted = Counter(
            person
            for mention in self.mentions
            if (person := self.person(mention.name)) and len(person.split()) >= _FULL
        )
        found: dict[str, list[str]] = {}
        for name in sorted(counted, key=lambda name: (-counted[name], -len(name), name)):
            found.setdefault(surname(name), []).append(name)
        return found

    @cached_property
    def bodies(self) -> dict[str, str]:
        """Full names of bodies by their initials."""
        found: dict[str, str] = {}
        for mention in self.mentions:
            if len(plain(mention.name)) >= _FULL and not self.person(mention.name):
                for short in initials(mention.name):
                    found.setdefault(short, mention.name)
        return found

    def person(self, name: str) -> str | None:
        """Give the person's name in a run of capitals, without titles; None where it is no person's."""
        if name not in self.known:
            self.known[name] = self._find_person(name)
        return self.known[name]

    def _find_person(self, name: str) -> str | None:
        """Read a run of capitals as a person's name."""
        if "&" in name:
            return None
        spelled = self._without_initials(spelled_words(name))
        words = [word.rstrip(".") for word in spelled]
        if any(word.lower() in JOINING for word in words):
            return None
        titles = [at for at, word in enumerate(words) if self._is_title(word.lower())]
        if titles and titles[-1] == len(words) - 1 and self._is_titled_surname(words):
            titles.pop()
        first = titles[-1] + 1 if titles else first_given([word.lower() for word in words], self.cues)
        start = self._past_roles(words, first)
        while len(words) - start > _FULL and words[start].lower() in self.cues.demonyms:
            start += 1
        core = words[start:]
        titled = bool(titles) or (start > first and name.isupper())  # OPPOSITION LEADER ANN LEE
        if not core or len(core) > _LONGEST + 1 or not self._personal(core, titled=titled):
            return None
        single = len([word for word in core if word.lower() not in SUFFIXES]) == 1
        reigns = single and titles and words[start - 1].lower() in self.cues.regnal
        return " ".join(spelled[start - bool(reigns) :])

    def _without_initials(self, spelled: Sequence[str]) -> Sequence[str]:
        """Cut a title by its initials from a full name, and from a surname that stands elsewhere behind a given name.

        DC Ann Lee is an officer, DC Comics is a publisher.
        """
        at = next((at for at, word in enumerate(spelled) if not self._is_title(word.rstrip(".").lower())), 0)
        rest = [word.lower() for word in spelled[at + 1 :]]
        if not rest or not spelled[at].isupper() or spelled[at].lower() not in self.cues.initial_titles:
            return spelled
        known = self._is_given(rest[0]) if len(rest) >= _FULL else rest[0] in self._borne
        return spelled[at + 1 :] if known else spelled

    @cached_property
    def _borne(self) -> frozenset[str]:
        """The last words of names that a given name stands in."""
        named = (plain(mention.name) for mention in self.mentions)
        return frozenset(words[-1] for words in named if any(map(self._is_given, words[:-1])))

    def _is_titled_surname(self, words: Sequence[str]) -> bool:
        """Whether the last word is a surname though it is a title too: Larry King, and Mr. King where he is named."""
        low = [word.lower() for word in words]
        if len(low) >= _FULL and self._is_given(low[-2]):
            return True
        return low[-1] in self._titled_surnames and all(map(self._is_title, low[:-1]))

    @cached_property
    def _titled_surnames(self) -> frozenset[str]:
        """The titles that stand behind a given name, and so are surnames."""
        named = (plain(mention.name)[-_FULL:] for mention in self.mentions)
        return frozenset(
            words[1] for words in named if len(words) == _FULL and self._is_given(words[0]) and self._is_title(words[1])
        )

    def _is_given(self, word: str) -> bool:
        """Whether a word in lower case is a given name."""
        men, women = given_names(self.cues.names)
        return word in men or word in women

    def has_given(self, person: str) -> bool:
        """Whether a name begins with a given name that the language knows."""
        words = plain(person)
        return bool(words) and self._is_given(words[0])

    def _past_roles(self, words: Sequence[str], start: int) -> int:
        """Step over what somebody is before a first name and a surname: Owner Ann Lee, Campaign Manager Ann Lee."""
        men, women = given_names(self.cues.names)
        low = [word.lower() for word in words]
        for at in range(len(words) - _FULL - 1, start - 1, -1):
            if any(word in men or word in women for word in low[start : at + 1]):
                continue
            after = low[at + 1] in men or low[at + 1] in women
            if self._is_role(low[at]) or (after and (self._is_agent(low[at]) or low[at] in self.cues.times)):
                return at + 1
        return start

    def _is_role(self, word: str) -> bool:
        """Whether a word tells what somebody is, alone or with others: Widow, Father-of-two, Co-Owner."""
        parent, joined, _ = word.partition("-of-")
        kin = self.cues.kin if joined else self.cues.family
        return word.rpartition("-")[2] in self.cues.people or parent in kin | self.cues.family

    def _is_agent(self, word: str) -> bool:
        """Whether a word ends as nouns of persons do or as participles that tell of them: Photographer, Retired."""
        endings = (*self.cues.agent_endings, *self.cues.past_endings) or ("\0",)
        return len(word) > _LONGEST + 1 and word.endswith(endings)

    def _is_title(self, word: str) -> bool:
        """Whether a word is a title, or a compound of one as German makes them: Bahnchefin."""
        compound = self.cues.capital_nouns and word.endswith(_long_titles(self.cues))
        return word in self.cues.titles or compound

    def _personal(self, core: Sequence[str], *, titled: bool) -> bool:
        """Whether words without titles are a person's name."""
        low = [word.lower() for word in core]
        bad = no_surnames(self.cues)
        men, women = given_names(self.cues.names)
        if not core[-1][0].isupper() or (low[-1] in bad and low[-1] not in self._surnames):
            return False
        if titled or low[0] in men or low[0] in women:
            shouted = len(core) == 1 and core[0].isupper() and len(core[0]) > 1
            return not shouted or low[0] in self._surnames
        if len(core) == 1:
            return low[0] in self._surnames and low[0] not in self.cues.crowds
        several = self.counts[low[-1]] > 1 or len(core) == _FULL
        return several and not any(word in bad for word in low) and not any(word.isupper() for word in core[-1:])

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """Last words of what is plainly a person's full name."""
        men, women = given_names(self.cues.names)
        others = no_surnames(self.cues)
        found = set()
        for mention in self.mentions:
            words = [word for word in plain(mention.name) if word not in SUFFIXES]
            words = words[self._past_roles(words, 0) :]
            titled = any(word in self.cues.titles for word in words[:-1])
            given = any(word in men or word in women for word in words[:-1])
            borne = words[-1:] != [] and (words[-1] not in self.cues.bodies or words[-1] in self.cues.surnames)
            named = (titled or given) and len(words) >= _FULL and borne
            if named or (len(words) == _FULL and not others.intersection(words)):
                found.add(words[-1])
        return frozenset(found)

    def full(self, name: str, kind: Kind = "unknown") -> str:
        """Give the fullest name the article has for a short one: a surname's most frequent bearer, an acronym's."""
        person = self.person(name)
        if person:
            return self._full_person(person, kind)
        words = words_of(name)
        short = next((word for word in words if is_acronym(word)), None)
        if short and len([word for word in words if word.lower() not in SMALL]) == 1:
            return self.bodies.get(short.replace(".", "").upper(), name)
        return name

    def _full_person(self, person: str, kind: Kind) -> str:
        """Give the full name of a person named by surname alone; a first name stays as it is."""
        if len(person.split()) >= _FULL:
            return person
        known = self.people.get(surname(person), [])[:_SAME]
        fitting = [name for name in known if kind not in ("m", "f") or self.kind(name) in (kind, "person")]
        return fitting[0] if fitting else person

    def kind(self, name: str) -> Kind:
        """Tell of what kind a source is, by its words."""
        words = words_of(name)
        low = [word.lower() for word in words]
        if not low:
            return "unknown"
        head = head_words(name)
        sex = self.told_sex(name)
        if sex:
            return sex
        if head and head[-1].lower() in self.cues.bodies:
            return "body"
        person = self.person(" ".join(head)) or self.person(name)
        if person:
            return self._sex_of_name(person)
        return self._kind_of_noun(head, low)

    def told_sex(self, name: str) -> Kind | None:
        """Tell the sex by titles and nouns: Mrs, spokesman."""
        near = [word.lower() for word in (*words_of(name)[:3], *head_words(name))]
        if any(word in self.cues.female for word in near):
            return "f"
        return "m" if any(word in self.cues.male for word in near) else None

    def _sex_of_name(self, person: str) -> Kind:
        """Tell the sex by the given name, or by the full name a surname stands for."""
        men, women = given_names(self.cues.names)
        full = person if len(person.split()) >= _FULL else self._full_person(person, "unknown")
        given = full.split()[:-1] if self.cues.gendered else full.split()  # Edwige Laurent is no man
        for word in given[:2]:
            if word.lower() in men:
                return "m"
            if word.lower() in women:
                return "f"
        return "person"

    def _kind_of_noun(self, head: Sequence[str], low: Sequence[str]) -> Kind:
        """Tell the kind of what is no person's name."""
        last = head[-1].lower() if head else low[-1]
        named = any(word[0].isupper() for word in head)
        if last in self.cues.people:
            return "person"
        if last in self.cues.crowds or (
            last.endswith(self.cues.plural_endings or ("\0",)) and not head[-1][0].isupper()
        ):
            return "plural"
        if last in self.cues.places:
            return "place"
        if last in self.cues.demonyms and last.endswith("s"):
            return "plural"
        if any(word in self.cues.bodies for word in low):
            return "body"
        return "body" if named else "thing"


@lru_cache(_REMEMBERED)
def _long_titles(cues: Cues) -> tuple[str, ...]:
    """Give the titles long enough to be known at the end of a compound."""
    return tuple(sorted(title for title in cues.titles if len(title) > _LONGEST))
