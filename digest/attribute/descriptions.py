"""Who is meant by a description: `the Ohio governor`, `the ministry`, `the UK officials`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from digest.attribute.bearers import Bearers
from digest.attribute.mentions import Mention
from digest.attribute.names import Kind, Names
from digest.attribute.reading import Reading
from digest.attribute.sexes import sexes
from digest.attribute.spelling import head_words, plain, spelled_words, surname
from digest.languages._cues import Cues

_APPOSITION = re.compile(r"(?P<name>N{2,4}),(?P<text>[DO]?[WNUKY]*[WN](?:P[DO]?[WNUK]*[WN])*),")
_INTRODUCED = re.compile(r"(?P<text>[DO][WNUKY]*W(?:P[DO]?[WNUK]*[WN])*),(?P<name>N{2,4}),")
_TITLED = re.compile(r"(?P<text>N{0,3}W{0,3})(?P<name>N{2,4})")
_NEAREST = 50  # names that hold a word, looked at before and behind a description
_FAR = 3000  # words before a description among which a rival is looked for
_LONGEST = 5  # words of a name that a description may take up


@dataclass(frozen=True)
class Descriptions:
    """The descriptions that an article itself gives of its people and bodies."""

    reading: Reading
    names: Names
    _kinds: dict[str, Kind] = field(default_factory=dict, init=False, compare=False)  # what `kind` has found

    @cached_property
    def bearers(self) -> Bearers:
        """Who bears which surname."""
        return Bearers(self.reading, self.names)

    @cached_property
    def sexes(self) -> Mapping[str, Kind]:
        """The sex of persons by surname, as far as titles and pronouns tell it."""
        return {} if self.names.cues.gendered else sexes(self.reading, self.names)

    def kind(self, name: str) -> Kind:
        """Tell of what kind a source is, by its words or by what the article says of it."""
        if name not in self._kinds:
            kind = self.names.kind(name)
            unsexed = kind == "person" and self.names.person(name)
            self._kinds[name] = self.sexes.get(surname(name), kind) if unsexed else kind
        return self._kinds[name]

    def meant(self, text: str, sources: Sequence[str], at: int) -> str | None:
        """Find whom a definite description at a word means: a person described so, or a body whose name holds its head.

        `sources` are those who have spoken, the last first. None where nobody fits, or several do.
        """
        head = head_words(text)[-1].lower()
        cues = self.names.cues
        if any(head in words for words in (cues.people, cues.male, cues.female)):
            return self._person(text, head)
        return self._voice(text, head, sources) or self._body(text, head, sources, at)

    def _person(self, text: str, head: str) -> str | None:
        """Find the one person whose descriptions hold the head and every other word."""
        wanted = {full(word, self.names.cues) for word in plain(text)} - self.names.cues.determiners
        fitting = [
            name
            for name, words in self.described.get(head, ())
            if wanted <= words and not (words - wanted) & self.names.cues.ranks
        ]
        return fitting[0] if len(fitting) == 1 and len(wanted) > 1 else None

    def _voice(self, text: str, head: str, sources: Iterable[str]) -> str | None:
        """Find the body for which officials of the same place speak: `the UK officials` after `UK intelligence`."""
        named = {word.lower() for word in head_words(text)[1:-1] if word[0].isupper()}
        if head not in self.names.cues.voices or not named:
            return None
        return next(
            (
                source
                for source in sources
                if source != text and named <= set(plain(source)) and _is_body(source, self.names)
            ),
            None,
        )

    def _body(self, text: str, head: str, sources: Sequence[str], at: int) -> str | None:
        """Find the body whose name holds the head: `the ministry`.

        Of several it is the one that spoke last or is named near, and what any body may be (`the company`) means
        one only if none is named since.
        """
        if any(word[0].isupper() for word in head_words(text)[1:]):
            return None
        wanted = set(plain(text)) - self.names.cues.determiners
        known = self.bodies.get(head, [])
        here = bisect_left(known, at, key=lambda mention: mention.words[0])
        near = known[max(0, here - _NEAREST) : here + _NEAREST]
        held = [mention for mention in near if self._is_called(mention.name, text, head, wanted)]
        before = [mention for mention in held if mention.words[0] < at] or held
        spoken = sources[0] if sources and self._is_called(sources[0], text, head, wanted) else None
        if spoken or not before:
            return spoken or next((name for name in sources if self._is_called(name, text, head, wanted)), None)
        last = before[-1]
        if head in self.names.cues.any_body and self._has_rival(last, at):
            return None
        others = [mention for mention in before if plain(mention.name) != plain(last.name)]
        return None if others and not self._is_alone(last, others, at) else last.name

    def _is_called(self, name: str, text: str, head: str, wanted: set[str]) -> bool:
        """Whether a name is a body's and holds every word of a description."""
        words = plain(name)
        if not words or not head_words(name):
            return False
        kind = head in self.names.cues.bodies or head == head_words(name)[-1].lower()
        fits = kind and wanted <= set(words) and 1 < len(words) <= _LONGEST and name != text
        return fits and self._is_body_name(name)

    def _has_rival(self, last: Mention, at: int) -> bool:
        """Whether another name that may be a body's stands in the sentence of a mention or up to a word behind it."""
        names = self.names
        first, _ = self.reading.bounds[self.reading.sentence_of(last.words[0])]
        begin = max(first, at - _FAR)
        others = {mention.name for mention in names.between(begin, at) if plain(mention.name) != plain(last.name)}
        return any(names.kind(name) in ("body", "person") and not names.has_given(name) for name in others)

    def _is_alone(self, last: Mention, others: Sequence[Mention], at: int) -> bool:
        """Whether a name stands in the paragraph of a word or the one before, and none of the others does."""
        near = self._paragraph(at) - 1
        return self._paragraph(last.words[0]) >= near > self._paragraph(others[-1].words[0])

    def _paragraph(self, word: int) -> int:
        """Give the paragraph of a word."""
        return self.reading.sentences[self.reading.sentence_of(word)].paragraph

    def _is_body_name(self, name: str) -> bool:
        """Whether a name is no person's and more than its first word has a capital."""
        return not self.names.person(name) and _named(name)

    @cached_property
    def articles(self) -> Mapping[tuple[str, str], str]:
        """How an article, told in lower case, is first written before a name within a sentence: The Times."""
        found: dict[tuple[str, str], str] = {}
        for mention in self.names.mentions:
            at = mention.words[0]
            if at > self.reading.bounds[self.reading.sentence_of(at)][0] + 1:
                word = self.reading.words[at - 1]
                found.setdefault((mention.name, word.lower()), word)
        return found

    @cached_property
    def bodies(self) -> Mapping[str, list[Mention]]:
        """The names that hold a word, in order."""
        found: dict[str, list[Mention]] = {}
        for mention in self.names.mentions:
            for word in plain(mention.name):
                found.setdefault(word, []).append(mention)
        return found

    @cached_property
    def people(self) -> Mapping[str, frozenset[str]]:
        """The words of what the article says each person is."""
        found: dict[str, set[str]] = {}
        for name, text in self._pairs():
            person = self.names.person(name)
            if person:
                words = {full(word, self.names.cues) for word in plain(text)}
                found.setdefault(self.names.full(person), set()).update(words)
        return {name: frozenset(words) for name, words in found.items()}

    @cached_property
    def described(self) -> Mapping[str, list[tuple[str, frozenset[str]]]]:
        """The people by each word of their descriptions."""
        found: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for name, words in self.people.items():
            for word in sorted(words):
                found.setdefault(word, []).append((name, words))
        return found

    def _pairs(self) -> Iterator[tuple[str, str]]:
        """Yield names with a description beside them: titles before, appositions behind or before."""
        for pattern in (_APPOSITION, _INTRODUCED, _TITLED):
            for match in pattern.finditer(self.reading.tags):
                begin, end = match.span("text")
                if end > begin:
                    yield self.reading.phrase(match.span("name")), self.reading.phrase((begin, end))
        for mention in self.names.mentions:
            yield mention.name, mention.name


def full(word: str, cues: Cues) -> str:
    """Give the long form of a title: governor for gov."""
    return cues.short_titles.get(word, word)


def _is_body(name: str, names: Names) -> bool:
    """Whether a source is a body or speaks for one."""
    return names.kind(name) == "body" or head_words(name)[-1].lower() in names.cues.voices


def _named(name: str) -> bool:
    """Whether a word behind the first has a capital."""
    return any(word[0].isupper() for word in name.split()[1:])


def one_body(names: Names, sources: Iterable[str]) -> dict[str, str]:
    """Give the one name of a body that an article calls by two: `UK intelligence` and `the Ministry of Defence`.

    They are one where a single country's voice and a single body of that kind without a country speak.
    """
    known = list(dict.fromkeys(sources))
    voices = [name for name in known if _is_voice(names.cues, plain(name))]
    pairs = [(voice, body) for voice in voices for body in known if _speaks_for(names.cues, voice, body)]
    if len({tuple(plain(voice)) for voice, _ in pairs}) != 1 or len({frozenset(plain(body)) for _, body in pairs}) != 1:
        return {}
    place = next(word for word in spelled_words(pairs[0][0]) if word.lower() not in names.cues.determiners)
    bare = next(body for _, body in pairs)
    article, _, rest = bare.partition(" ")
    joined = f"{place} {rest if article.lower() in names.cues.definite else bare}"
    return {name: joined for pair in pairs for name in pair}


def _speaks_for(cues: Cues, voice: str, body: str) -> bool:
    """Whether `voice` is a country's and the kind of it that belongs to `body`, whose country is not told."""
    words, others = plain(voice), plain(body)
    if cues.part_of.get(words[1]) not in others:
        return False
    placeless = not set(others) & (cues.places | cues.demonyms)
    return placeless and not set(words) & set(others)


def _is_voice(cues: Cues, words: Sequence[str]) -> bool:
    """Whether words are a country and its voice: UK intelligence."""
    return len(words) == 2 and words[0] in cues.places and words[1] in cues.part_of  # noqa: PLR2004
