"""Whom a pronoun means: candidates ranked by a few learned weights, with silence where none stands out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from digest.attribute.learned import weights
from digest.attribute.names import Kind

FITTING: dict[str, frozenset[str]] = {
    "m": frozenset({"m", "person"}),
    "f": frozenset({"f", "person"}),
    "thing": frozenset({"body", "place", "thing"}),
    "plural": frozenset({"plural", "body"}),
}
_BEST = {"m": "m", "f": "f", "thing": "body", "plural": "plural"}
_LEAST = 0.6  # share of the best candidate below which no name is shown; set on articles left out of the learning


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
    unnamed: bool = False
    official: bool = False  # a word of the name is one of bodies: Orla Bank

    def spoken(self, rank: int, sentence: int, now: int) -> Candidate:
        """Give the candidate as a speaker."""
        return replace(self, speaker=rank, spoke=now - sentence)


def choose(pronoun: str, candidates: Sequence[Candidate]) -> tuple[Candidate | None, float]:
    """Choose whom a pronoun of a class means, and how sure that is; None where nobody fits or stands out.

    Nobody stands out either where a person without a name fits and is nearer: `A worker was at the gate. She said`.
    """
    those = [candidate for candidate in candidates if candidate.kind in FITTING.get(pronoun, ())]
    fitting = [candidate for candidate in those if not candidate.unnamed]
    if not fitting:
        return None, 0.0
    scores = [_score(pronoun, candidate) for candidate in fitting]
    top = max(scores)
    total = sum(math.exp(score - top) for score in scores)
    best = max(range(len(fitting)), key=lambda number: (scores[number], fitting[number].at))
    share = 1 / total
    if any(candidate.unnamed and _is_nearer(candidate, fitting[best]) for candidate in those):
        return None, min(share, 0.5)
    silent = pronoun == "thing" and not _may_speak(fitting[best])
    return (fitting[best], share) if share >= _LEAST and not silent else (None, share)


def _may_speak(candidate: Candidate) -> bool:
    """Whether what `it` may mean is known for a body, has spoken, or is what an article is about: no key, no season."""
    return candidate.official or candidate.speaker is not None or (candidate.subject and candidate.count > 1)


def _is_nearer(subject: Candidate, other: Candidate) -> bool:
    """Whether a subject stands behind another candidate, or rules the sentence in which that one is no subject.

    `The farmers of Corran came`: what stands behind a preposition is none.
    """
    return subject.at > other.at or (subject.distance == other.distance and (not other.subject or other.prepositional))


def features(pronoun: str, candidate: Candidate) -> dict[str, float]:
    """Give what the ranker knows of a candidate; distances are in sentences and paragraphs."""
    distance = candidate.distance
    return {
        "distance": float(min(distance, 6)),
        "paragraphs": float(min(candidate.paragraphs, 3)),
        "subject": float(candidate.subject),
        "subject_here": float(candidate.subject and distance == 0),
        "subject_before": float(candidate.subject and distance == 1),
        "prepositional": float(candidate.prepositional),
        "possessive": float(candidate.possessive),
        "speaker": float(candidate.speaker is not None),
        "last_speaker": float(candidate.speaker == 0),
        "spoke_before": float(candidate.speaker is not None and candidate.spoke <= 1),
        "spoke_long_ago": float(candidate.speaker is not None and candidate.spoke > 4),  # noqa: PLR2004
        "known": float(candidate.kind == _BEST.get(pronoun)),
        "full_name": float(" " in candidate.name),
        "count": min(4, candidate.count) / 4,
        "same_sentence": float(distance == 0),
    }


def _score(pronoun: str, candidate: Candidate) -> float:
    """Add up the weights of a candidate."""
    table = weights()["pronoun"]
    return sum(table.get(name, 0.0) * value for name, value in features(pronoun, candidate).items())
