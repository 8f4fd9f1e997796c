"""Where a text says that somebody says nothing: n'a pas confirmé, sagte nicht, no respondió."""

from __future__ import annotations

from digest.attribute.reading import Reading

_ENDS = ",;:.q-S"  # tags that part the clause of a verb from others


def is_denied(reading: Reading, sentence: int, at: int) -> bool:
    """Whether a word beside a verb denies that anything was said: French n'a pas confirmé, German sagte nicht, ob."""
    negations = reading.cues.negations
    if not negations:
        return False
    first, last = reading.bounds[sentence]
    begin = at
    while begin > first and reading.tags[begin - 1] not in _ENDS:
        begin -= 1
    end = at + 1
    while end < last and reading.cues.capital_nouns and reading.tags[end] not in _ENDS:
        end += 1
    around = [*range(begin, at), *range(at + 1, end)]
    return any(reading.low[word] in negations and reading.tags[word] != "q" for word in around)
