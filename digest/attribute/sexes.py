"""Of which sex a person is whose first name does not tell: by a title elsewhere, or by the pronouns that follow."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from digest.attribute.names import Kind, Names
from digest.attribute.reading import Reading
from digest.attribute.spelling import surname

_SHARE = 0.75  # of the words about somebody that must agree
_TITLE = 3  # pronouns that a title outweighs


def sexes(reading: Reading, names: Names) -> dict[str, Kind]:
    """Give the sex of persons by surname, where the article tells it.

    A pronoun tells it of the last person named before it in its sentence: `Voss said that she …`.
    """
    told: dict[str, Counter[Kind]] = {}
    for mention, behind in zip(names.mentions, (*names.mentions[1:], None), strict=True):
        person = names.person(mention.name)
        if not person:
            continue
        votes = told.setdefault(surname(person), Counter())
        titled = names.told_sex(mention.name)
        if titled:
            votes[titled] += _TITLE
        _, last = reading.bounds[reading.sentence_of(mention.words[0])]
        end = min(last, behind.words[0]) if behind else last
        follows = (sex for word in reading.low[mention.words[1] : end] if (sex := _sex_of(names, word)))
        votes.update(islice(follows, 1))
    return {name: kind for name, votes in told.items() for kind in votes if votes[kind] >= _SHARE * votes.total()}


def _sex_of(names: Names, word: str) -> Kind | None:
    """Give the sex of a pronoun, None for other words."""
    found = names.cues.pronouns.get(word) or names.cues.possessives.get(word)
    return "m" if found == "m" else "f" if found == "f" else None
