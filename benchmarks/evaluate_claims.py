"""Measure who says what against annotated articles: found claims, their sources, and names that are wrong.

    python benchmarks/evaluate_claims.py FOLDER [--limit 100] [--fold 0]

FOLDER holds `attribution/polnear.jsonl.gz`, in the form that `learn_attribution.py` tells, and where there are
any `attribution/pronouns.jsonl` (pronoun sources resolved by hand) and `attribution/claims_*.jsonl` (articles
with every sentence annotated). Only attributions with a cue of speech, or mostly quoted, are asked for; sentences
that report a belief alone are left out. Names are compared by their words, without acronyms and roles, so that
figures tell better from worse but are lower than those of `docs/measurements.md`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from learn_attribution import fold_of

from digest.attribute import attribute
from digest.attribute.spelling import plain, surname
from digest.languages import get
from digest.models import Claim, Sentence, Span
from digest.segment import segment

Record = dict[str, Any]
Article = tuple[Record, tuple[Sentence, ...], tuple[Claim, ...]]

LEAST = 12  # characters of annotated content that make a sentence a claim
QUOTED = re.compile(r"[“\"]([^“”\"]{25,})")
TITLES = re.compile(r"^(?:the|an?|mr|mrs|ms|dr|sen|gov|rep|president|senator|governor|secretary)\.?\s+", re.IGNORECASE)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=None, help="the first N articles of each set")
    parser.add_argument("--fold", type=int, default=None, help="only the articles that `--leave-out` keeps unlearned")
    options = parser.parse_args()
    folder = options.folder / "attribution"
    path = folder / "polnear.jsonl.gz"
    if not path.exists():
        sys.exit(f"{path}: no such file; FOLDER must hold annotated articles")
    started = time.process_time()
    chosen = [record for record in records(path) if options.fold in (None, fold_of(record["id"]))][: options.limit]
    articles = [claimed(record) for record in chosen]
    spent = 1000 * (time.process_time() - started) / max(1, len(articles))
    print_table(articles, spent, folder)


def print_table(articles: Sequence[Article], spent: float, folder: Path) -> None:
    """Print a row for each figure."""
    counts = sum((counted(article) for article in articles), Counter[str]())
    precision, recall = share(counts, "hit", "hit", "false"), share(counts, "hit", "hit", "missed")
    print(f"claims of {len(articles)} articles, speech view, %")
    print(f"  found: precision / recall / F1   {precision:.1f} / {recall:.1f} / {mean(precision, recall):.1f}")
    print(f"  source right                     {share(counts, 'right', 'known'):.1f}")
    both = mean(share(counts, "right", "known", "false"), share(counts, "right", "asked"))
    print(f"  claim and source, F1             {both:.1f}")
    print(f"  cue in another paragraph         {share(counts, 'far right', 'far'):.1f} right of {counts['far']}")
    print(f"  wrong among names shown          {share(counts, 'wrong', 'shown'):.1f}")
    print(f"  processor time, ms an article    {spent:.1f}")
    if (folder / "pronouns.jsonl").exists():
        found = pronouns(articles, list(records(folder / "pronouns.jsonl")))
        total = max(1, sum(found.values()))
        shares = " / ".join(f"{100 * found[key] / total:.1f}" for key in ("right", "wrong", "silent"))
        print(f"  pronouns: right / wrong / silent {shares} of {sum(found.values())}")
    for path in sorted(folder.glob("claims_*.jsonl")):
        print_sentences(path)


def print_sentences(path: Path) -> None:
    """Print the row of a set with every sentence annotated."""
    counts = sum((counted_sentences(record) for record in records(path)), Counter[str]())
    precision, recall = share(counts, "hit", "hit", "false"), share(counts, "hit", "hit", "missed")
    figures = f"{mean(precision, recall):.1f} / {share(counts, 'right', 'asked'):.1f}"
    print(f"{path.stem}: F1 / source right / wrong names  {figures} / {share(counts, 'wrong', 'shown'):.1f}")


def records(path: Path) -> Iterator[Record]:
    """Read one object a line."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def claimed(record: Record) -> Article:
    """Find the claims of an article."""
    text = record["text"]
    sentences = tuple(segment(text, "en"))
    return record, sentences, attribute(text, sentences, "en", record.get("title") or "")


def counted(article: Article) -> Counter[str]:
    """Count what the sentences of an article add."""
    record, sentences, claims = article
    counts: Counter[str] = Counter()
    for sentence in sentences:
        span = (sentence.start, sentence.end)
        said = attributions_in(record, span)
        wanted = [item for item in said if is_speech(item)]
        if said and not wanted:
            continue
        counts += one(claim_in(claims, span), wanted[0] if wanted else None, sentence, sentences)
    return counts


def one(claim: Claim | None, wanted: Record | None, sentence: Sentence, sentences: Sequence[Sentence]) -> Counter[str]:
    """Count one sentence."""
    named = bool(claim and claim.attribution.source)
    if wanted is None:
        return Counter(false=int(claim is not None), shown=named, wrong=named)
    counts = Counter(hit=int(claim is not None), missed=int(claim is None))
    gold = wanted["source_text"]
    if not gold or gold.lower() in get("en").personal:
        return counts
    accepted = [gold, wanted["source_resolved"] if wanted.get("resolved_by") == "explicit" else None]
    right = claim is not None and any(alike(shown(claim), name) for name in accepted if name)
    far = is_far(wanted, sentence, sentences)
    counts.update(asked=1, known=int(claim is not None), right=right, shown=named, wrong=named and not right)
    return counts + Counter({"far": int(far), "far right": int(far and right)})


def attributions_in(record: Record, span: Span) -> list[Record]:
    """Give the attributions with enough content in a sentence, the one with most of it first."""
    held = [(sum(overlap(span, (a, b)) for a, b in item["content_spans"]), item) for item in record["attributions"]]
    least = min(LEAST, 0.6 * (span[1] - span[0]))
    return [item for length, item in sorted(held, key=lambda pair: -pair[0]) if length >= least]


def is_speech(attribution: Record) -> bool:
    """Whether an attribution has a cue of speech or is mostly a quotation."""
    cues = get("en").cues
    assert cues is not None
    words = set(re.findall(r"[\w’'-]+", (attribution["cue_text"] or "").lower()))
    content = attribution["content_text"] or ""
    quoted = QUOTED.search(content)
    spoken = words & (cues.speech.keys() | cues.hearsay | {"according"})
    return bool(spoken) or bool(quoted and 2 * len(quoted.group(1)) > len(content))


def claim_in(claims: Sequence[Claim], span: Span) -> Claim | None:
    """Give the claim that covers most of a sentence, if one covers half of it or lies half within it."""
    held = [(overlap(span, (claim.start, claim.end)), claim) for claim in claims]
    kept = [(n, c) for n, c in held if 2 * n >= min(span[1] - span[0], c.end - c.start)]
    return max(kept, key=lambda pair: pair[0])[1] if kept else None


def shown(claim: Claim) -> str:
    """Give the name a reader sees, or the words of the text."""
    return claim.attribution.source or claim.attribution.mention or ""


def is_far(attribution: Record, sentence: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Whether the cue stands in another paragraph."""
    if not attribution["cue_spans"]:
        return False
    at = attribution["cue_spans"][0][0]
    home = next((other for other in sentences if other.start <= at < other.end), sentence)
    return home.paragraph != sentence.paragraph


def alike(name: str, wanted: str) -> bool:
    """Whether two names agree: equal surnames of persons, or the words of one among those of the other."""
    a, b = TITLES.sub("", name), TITLES.sub("", wanted)
    if not plain(a) or not plain(b):
        return False
    within = set(plain(a)) <= set(plain(b)) or set(plain(b)) <= set(plain(a))
    return within or (a.istitle() and b.istitle() and surname(a) == surname(b))


def pronouns(articles: Sequence[Article], items: Sequence[Record]) -> Counter[str]:
    """Count how pronoun sources are resolved."""
    known = {record["id"]: (sentences, claims) for record, sentences, claims in articles}
    found: Counter[str] = Counter()
    for item in items:
        if item["unclear"] or item["id"] not in known:
            continue
        sentences, claims = known[item["id"]]
        spans = ((sentence.start, sentence.end) for sentence in sentences if sentence.end > item["sentence_start"])
        claim = next((claim_in(claims, span) for span in spans), None)
        source = claim.attribution.source if claim else None
        right = source and any(alike(source, name) for name in [item["gold"], *item["accept"]])
        found["right" if right else "wrong" if source else "silent"] += 1
    return found


def counted_sentences(record: Record) -> Counter[str]:
    """Count an article with every sentence annotated."""
    _, _, claims = claimed(record)
    counts: Counter[str] = Counter()
    for item in record["sentences"]:
        if item.get("borderline"):
            continue
        claim = claim_in(claims, (item["start"], item["end"]))
        named = bool(claim and claim.attribution.source)
        accepted = [item["source"], *item["accept"]] if item["source"] else []
        right = claim is not None and any(alike(shown(claim), name) for name in accepted)
        kind = ("hit" if claim else "missed") if item["claim"] else ("false" if claim else "none")
        counts.update({kind: 1, "asked": int(bool(accepted)), "right": right, "shown": named})
        counts["wrong"] += named and not right
    return counts


def overlap(a: Span, b: Span) -> int:
    """Count the characters two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def share(counts: Counter[str], part: str, *whole: str) -> float:
    """Give a share in per cent."""
    return 100 * counts[part] / max(1, sum(counts[name] for name in whole))


def mean(a: float, b: float) -> float:
    """Give the harmonic mean."""
    return 2 * a * b / (a + b) if a + b else 0.0


if __name__ == "__main__":
    main()
