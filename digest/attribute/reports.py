"""What a report is: a cue with the words of its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from digest.attribute.reading import Phrase

Form = Literal[
    "verb", "inverted", "participle", "infinitive", "passive", "according", "colon", "dash", "noun", "hearsay"
]


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
    sure: bool = False  # its form alone tells that somebody speaks, whatever the words
    likelihood: float = 1.0  # that it tells what somebody says
