"""What a language is to the steps that read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.languages._cues import Cues


@dataclass(frozen=True, slots=True)
class Language:
    """Everything the program knows of one language; all words are in lower case.

    `stop_words` serve twice: they carry no meaning for ranking, and a text is recognized by them.
    A field left empty means that the rule it feeds does not apply, so that an unknown language
    works by position and likeness alone.
    """

    code: str
    name: str
    stemmer: str | None = None
    """Snowball's name for the algorithm; None where there is none."""
    suffixes: tuple[str, ...] = ()
    """Endings to cut where Snowball has no algorithm, longest first."""
    stop_words: frozenset[str] = frozenset()
    letters: str = ""
    """Letters beyond a to z that it writes: they help to tell it from others."""
    abbreviations: frozenset[str] = frozenset()
    """Words, without their last full stop, after which a full stop does not end a sentence."""
    number_abbreviations: frozenset[str] = frozenset()
    """Abbreviations only before a number: `No. 5`, `Jan. 12`."""
    capital_abbreviations: frozenset[str] = frozenset()
    """Abbreviations only with a capital, since the same letters are a word: `Wash.`, `Ill.`"""
    closing_abbreviations: frozenset[str] = frozenset()
    """Abbreviations that may also end a sentence: what follows decides (`starters`)."""
    clock_abbreviations: frozenset[str] = frozenset()
    """Of these, hours: they end a sentence unless one of `clock_followers` stands behind: `9 a.m. Monday`."""
    clock_followers: frozenset[str] = frozenset()
    company_abbreviations: frozenset[str] = frozenset()
    """Of these, companies: they end a sentence where a name and a verb of speech follow: `… Inc. Lee said`."""
    final_abbreviations: frozenset[str] = frozenset()
    """Of these, those that no name goes with: they end a sentence before any capital: `etc.`"""
    time_words: frozenset[str] = frozenset()
    """What makes, with figures, the time that a sentence opens with: `At about 6 p.m. Sheriff Lee called`."""
    starters: frozenset[str] = frozenset()
    """Words that, with a capital, begin a sentence even after an abbreviation."""
    fused_starters: frozenset[str] = frozenset()
    """Of these, those that begin a sentence even where the full stop before them was lost."""
    ordinal_stop: bool = False
    """Whether a full stop makes a number an ordinal: `3. Oktober`."""
    pronouns: frozenset[str] = frozenset()
    """Openers that point to somebody or something named before: a point that opens with one dangles."""
    connectives: frozenset[str] = frozenset()
    """Openers that tie a sentence to the one before."""
    connective_phrases: tuple[str, ...] = ()
    expletives: tuple[str, ...] = ()
    """Openings whose pronoun points to nothing: `es gibt`, `il y a`."""
    articles: frozenset[str] = frozenset()
    """Pronouns and connectives that are articles as well, unless a verb stands right behind them."""
    finite: frozenset[str] = frozenset()
    """Frequent verbs behind such pronouns: `das ist`, `det blev`."""
    finite_endings: tuple[str, ...] = ()
    """Endings of verbs that no adjective or noun behind such an article has."""
    announcing: tuple[str, ...] = ()
    """Openings that say that something follows, or ask the reader to do something: `here is what`, `sign up`."""
    disclaiming: tuple[str, ...] = ()
    """Phrases, anywhere in a sentence, that make it small print or a word to the reader: `in the comments`."""
    personal: frozenset[str] = frozenset()
    """Pronouns that dangle even as the first word of a quotation: he, she, they, it."""
    reporting: frozenset[str] = frozenset()
    """Verbs of speech that point to a speaker named before where a comma follows at once: Polish `Dodała, że`."""
    pointing: tuple[str, ...] = ()
    """Openings that point back, letter by letter, in a script whose words are not told apart."""
    times: frozenset[str] = frozenset()
    """Nouns that make a determiner before them refer to the present: `this week`."""
    first_person: frozenset[str] = frozenset()
    speech: frozenset[str] = frozenset()
    """Frequent forms of verbs of speech, for ranking only; attribution has its own, in `cues`."""
    bonus: frozenset[str] = frozenset()
    """Edmundson's cue words: a sentence that holds one tends to matter."""
    stigma: frozenset[str] = frozenset()
    """Edmundson's opposite: asides, hedges, comparisons."""
    cues: Cues | None = None
    """How this language reports speech; None where attribution has not learned it."""


def words(text: str) -> frozenset[str]:
    """Read a set of words parted by white space."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """Read phrases parted by commas, in order."""
    return tuple(phrase for phrase in (" ".join(part.split()) for part in text.split(",")) if phrase)
