"""Whom a pronoun means: candidates ranked by a few learned weights, with silence where none stands out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from digest.attribute.names import Kind

_FITTING: dict[str, frozenset[str]] = {
    "m": frozenset({"m", "person"}),
    "f": frozenset({"f", "person"}),
    "thing": frozenset({"body", "place", "thing"}),
    "plural": frozenset({"plural", "body"}),
}
_WEIGHTS = {
    "distance": -0.9, "paragraphs": -0.35, "subject": 0.9, "prepositional": -0.3, "possessive": -0.3, "speaker": 1.2,
    "last_speaker": 0.6, "known": 0.7, "count": 0.4, "same": -0.2,
}  # fmt: skip
_LEAST = 0.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody a pronoun may mean, at the nearest place before it.

    `distance` and `paragraphs` count back from the pronoun; `speaker` is the rank among the speakers
    before, 0 for the last, None for who has not spoken.
    """

    name: str
    kind: Kind
    at: int
    distance: int
    paragraphs: int
    subject: bool
    prepositional: bool
    possessive: bool
    count: int
    speaker: int | None = None
    spoke: int = 0  # sentences since

    def spoken(self, rank: int, sentence: int, now: int) -> Candidate:
        """Give the candidate as a speaker."""
        return replace(self, speaker=rank, spoke=now - sentence)


def choose(pronoun: str, candidates: Sequence[Candidate]) -> tuple[Candidate | None, float]:
    """Choose whom a pronoun of a class means, and how sure that is; None where nobody fits or stands out."""
    fitting = [candidate for candidate in candidates if candidate.kind in _FITTING.get(pronoun, ())]
    if not fitting:
        return None, 0.0
    scores = [_score(pronoun, candidate) for candidate in fitting]
    top = max(scores)
    total = sum(math.exp(score - top) for score in scores)
    best = max(range(len(fitting)), key=lambda number: (scores[number], fitting[number].at))
    share = 1 / total
    return (fitting[best], share) if share >= _LEAST else (None, share)


def features(pronoun: str, candidate: Candidate) -> dict[str, float]:
    """Give what the ranker knows of a candidate."""
    return {
        "distance": float(min(candidate.distance, 6)),
        "paragraphs": float(min(candidate.paragraphs, 3)),
        "subject": float(candidate.subject),
        "prepositional": float(candidate.prepositional),
        "possessive": float(candidate.possessive),
        "speaker": float(candidate.speaker is not None),
        "last_speaker": float(candidate.speaker == 0),
        "known": float(candidate.kind == pronoun),
        "count": min(4, candidate.count) / 4,
        "same": float(candidate.distance == 0),
    }


def _score(pronoun: str, candidate: Candidate) -> float:
    """Add up the weights of a candidate."""
    return sum(_WEIGHTS[name] * value for name, value in features(pronoun, candidate).items())
