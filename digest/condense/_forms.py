"""The form of a sentence: questions, headings, labels, lists, code, and what lost its full stop."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.condense._openings import QUOTE, TOKEN
from digest.languages import Language
from digest.models import Sentence

LITTLE = "it says little"
_FEW_WORDS = 5
_SHORT = 30  # characters: four words of a language with long ones say as much as seven of English
_ASKS_MUCH = 12  # words from which a question near the start tells what the article is about
_NEAR_START = 4  # sentences
_LOST_STOP = 12  # words from which a sentence may have lost its full stop, if it reads like prose
_PROSE = 0.25  # share of stop words from which it does
_IN_CAPITALS = 0.5  # share of its longer words with a capital from which it is a heading
_LONGER = 4  # letters
_LABEL = 2  # words up to which something without a full stop is a button or a label
_WORD_LAST = re.compile(r"[\w'’\"”»)]\s*$")
_ENDS = re.compile(r"[.!?…。！？।؟۔][\"'”’»)\]“」]*$")
_QUESTION = re.compile(r"(?:[?？؟]|か。)[\"'”’»)\]」]*$")
_CAPTION = re.compile(r"^[^:.!?]{2,40}:\s|\([^)]+\)")  # Relief: The crew at the pier (left)
_SIGN = re.compile(r"[]\[{}<>=\\|;^~@]|\((?<=\w\()|[*/](?<= .)(?= )|//|::|[?:]-")
_FEW_SIGNS = 4  # signs of code up to which something may be prose
_CODE = 0.09  # share of such signs from which it is code
_ASIDE = re.compile(r"^\[[^]]*\]\W*$|^(?:[^|•]+?(?:[|•]| · )){2}")
_ADDRESS = re.compile(r"https?://|www\.|@\w+\.\w")
_ANY_SIGN = re.compile(r"[](){}<>=\[\\|;^~@*/:?•·]|www\.")  # what the rules of `_no_prose` look for


def form(sentence: Sentence, found: Sequence[str], language: Language, *, alone: bool) -> str:
    """Tell of questions, of what is no whole sentence, of short ones, and of what is no prose."""
    text, size = sentence.text, len(found)
    if _QUESTION.search(text) and (sentence.index >= _NEAR_START or size < _ASKS_MUCH or _is_heading(text, language)):
        return "it asks"
    if not _ENDS.search(text.rstrip()) and not _lost_stop(text, found, language):
        return "it is no whole sentence"
    if alone and _CAPTION.search(text) and not _ENDS.search(text.rstrip()):
        return "it reads like a caption"
    if size < _FEW_WORDS and len(text) < _SHORT:
        return LITTLE
    return _no_prose(text)


def label(text: str, size: int) -> str:
    """Tell of what has too few words to say anything."""
    return "is a label" if size <= 1 or (size <= _LABEL and not _ENDS.search(text.rstrip())) else ""


def _lost_stop(text: str, found: Sequence[str], language: Language) -> bool:
    """Tell whether something without a full stop reads like a sentence that lost it, not like a list or a heading."""
    if len(found) < _LOST_STOP or not _WORD_LAST.search(text) or not (text[:1].isalnum() or QUOTE.match(text)):
        return False
    if found[0] in language.stigma or "\n" in text:
        return False
    stops = sum(word in language.stop_words for word in found)
    return stops >= _PROSE * len(found) and not _is_heading(text, language)


def _is_heading(text: str, language: Language) -> bool:
    """Tell whether most of the longer words have capitals, as English sets headings; not where all nouns have them."""
    if language.cues is not None and language.cues.capital_nouns:
        return False
    longer = [word for word in TOKEN.findall(text) if len(word) >= _LONGER and word[0].isalpha()]
    capitals: int = sum(word[0].isupper() for word in longer)
    return capitals > _IN_CAPITALS * len(longer)


def _no_prose(text: str) -> str:
    """Tell of what is written in the form of something else than a sentence."""
    if not _ANY_SIGN.search(text):
        return ""
    if text.count("(") != text.count(")") or text.count("[") != text.count("]"):
        return "it holds half a bracket"
    if _ASIDE.search(text):
        return "it reads like a list of links"
    signs = len(_SIGN.findall(text))
    if signs >= _FEW_SIGNS and signs > _CODE * len(text):
        return "it reads like code"
    return "it holds an address" if _ADDRESS.search(text) else ""
