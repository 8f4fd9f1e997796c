"""Scores to key points: the best sentences, none twice, each standing on its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digest import registry
from digest.citation import cite
from digest.condense._rules import Verdict, judge, main_claims, repeats, tells
from digest.errors import ConfigError
from digest.languages import get
from digest.models import Article, Attribution, Choice, Claim, KeyPoint, Sentence
from digest.terms import Segmented, words_of

__all__ = ["condense"]

_STEP = 1e-6  # by how much a score falls at least from one choice to the next
_DIGITS = 6
_CUT = ("…", "...")


@dataclass(frozen=True, slots=True)
class _Pick:
    """What became of a sentence: its place in the order of choice, or why it has none."""

    sentence: int
    place: int | None
    reason: str


def condense(
    article: Article,
    sentences: Sequence[Sentence],
    claims: Sequence[Claim],
    *,
    method: str,
    bullets: int,
    max_chars: int,
    explain: bool = False,
) -> tuple[tuple[KeyPoint, ...], tuple[Choice, ...]]:
    """Choose key points of an article, and with `explain` say of every sentence why it was chosen or not.

    Key points come in the order of the article; their scores fall in the order of choice, so that
    fewer bullets always give the first of that order. Every method's points are at most `max_chars`
    long, no repetition and not the title; those of `auto` keep all rules. Raises ConfigError for an
    unknown method.
    """
    if method not in registry.names("summarizers"):
        raise ConfigError(f"no method {method!r}; there are: {', '.join(registry.names('summarizers'))}")
    summarizer = registry.load("summarizers", method)
    main = main_claims(claims)
    found = words_of(sentences, article.language)
    verdicts = judge(article, sentences, found, main, max_chars=max_chars, strict=method == "auto")
    if article.teaser:
        verdicts = _without_cut_end(sentences, verdicts)
    usable = tuple(not verdict.never and not verdict.late for verdict in verdicts)
    segmented = Segmented(article.title, tuple(sentences), article.language, usable, found)
    scores = summarizer.rank(segmented)
    picks = _pick(segmented, scores, verdicts, bullets)
    chosen = {pick.sentence: score for pick, score in _falling(picks, scores)}
    points = tuple(_point(article, sentences[at], chosen[at], main.get(at)) for at in sorted(chosen))
    if not explain:
        return points, ()
    features = summarizer.features(segmented) if hasattr(summarizer, "features") else ()
    return points, _choices(segmented, scores, verdicts, picks, features)


def _without_cut_end(sentences: Sequence[Sentence], verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Keep the last sentence of a teaser from being chosen where it is cut off, unless no other can be."""
    if not sentences or not sentences[-1].text.rstrip().endswith(_CUT) or all(each.never for each in verdicts[:-1]):
        return tuple(verdicts)
    return (*verdicts[:-1], Verdict(never="it is cut off: the text goes on elsewhere"))


def _pick(segmented: Segmented, scores: Sequence[float], verdicts: Sequence[Verdict], bullets: int) -> list[_Pick]:
    """Go through the sentences by falling score, those with a blemish last, until there are enough points."""
    order = sorted(range(len(scores)), key=lambda at: (verdicts[at].order, -scores[at], at))
    picks: list[_Pick] = []
    taken: list[int] = []
    for at in order:
        if len(taken) >= bullets:
            break
        if verdicts[at].never:
            continue
        earlier = next((place for place, other in enumerate(taken, 1) if repeats(segmented, at, other)), None)
        if earlier is None:
            taken.append(at)
            picks.append(_Pick(at, len(taken), ""))
        else:
            picks.append(_Pick(at, None, f"repeats point {earlier}"))
    return picks


def _falling(picks: Sequence[_Pick], scores: Sequence[float]) -> list[tuple[_Pick, float]]:
    """Give the chosen sentences scores that fall strictly in the order of choice."""
    found: list[tuple[_Pick, float]] = []
    for pick in picks:
        if pick.place is not None:
            score = round(scores[pick.sentence], _DIGITS)
            found.append((pick, min(score, round(found[-1][1] - _STEP, _DIGITS)) if found else score))
    return found


def _point(article: Article, sentence: Sentence, score: float, claim: Claim | None) -> KeyPoint:
    """Make a key point of a sentence."""
    return KeyPoint(
        article=article.id,
        text=sentence.text,
        start=sentence.start,
        end=sentence.end,
        sentence=sentence.index,
        score=score,
        attribution=_speaker(claim, sentence, article.language) if claim else None,
        citation=cite(article, sentence),
    )


def _speaker(claim: Claim, sentence: Sentence, code: str) -> Attribution | None:
    """Give who says a point, None where the point tells it itself or the publisher stands for it.

    That is the writer, an “I” whom nobody else owns, and whom a sentence names where a language's reports are not read.
    """
    said, language = claim.attribution, get(code)
    writer = said.found == "pronoun" and (said.mention or "").lower() in language.first_person
    told = language.cues is None and said.found == "continued" and tells(sentence.text)
    return None if said.source is None and (writer or told) else said


def _choices(
    segmented: Segmented,
    scores: Sequence[float],
    verdicts: Sequence[Verdict],
    picks: Sequence[_Pick],
    features: Sequence[Mapping[str, float]],
) -> tuple[Choice, ...]:
    """Say of every sentence what became of it, in the order of the article."""
    known = {pick.sentence: pick for pick in picks}
    order = sorted(range(len(scores)), key=lambda at: (-scores[at], at))
    rank = {at: place for place, at in enumerate(order, 1)}
    choices: list[Choice] = []
    for at, sentence in enumerate(segmented.sentences):
        pick, verdict = known.get(at), verdicts[at]
        if pick and pick.place is not None:
            reason = f"choice {pick.place}" + (f", although {verdict.late}" if verdict.late else "")
        else:
            reason = verdict.never or (pick.reason if pick else verdict.late) or f"rank {rank[at]}: others say more"
        chosen = pick is not None and pick.place is not None
        each = features[at] if features else {"position": float(at + 1)}
        choices.append(Choice(at, sentence.text, round(scores[at], _DIGITS), chosen, reason, each))
    return tuple(choices)
