"""What a body or somebody described is called: the article and the capital of the words that name them."""

from __future__ import annotations

import re
from functools import cache

from digest.attribute.descriptions import Descriptions
from digest.attribute.genitives import nominative
from digest.attribute.reading import Phrase, Reading
from digest.attribute.spelling import bare, is_acronym, words_of
from digest.languages._cues import Cues


def shortened(described: Descriptions, phrase: Phrase, mention: str) -> str:
    """Give the words of a source without what tells more of it; in German as in the nominative, without its article."""
    reading, names = described.reading, described.names
    short = bare(_more(names.cues).sub("", reading.phrase(phrase)))
    short = short if len(short.split()) > 1 or short[:1].isupper() else mention
    if not names.cues.capital_nouns:
        return short
    if needs_article(reading, phrase):
        return short[:1].lower() + short[1:]
    if reading.tags[phrase[0]] == "D" and " " in short:
        short = bare(short.partition(" ")[2])  # the article's case fits nowhere else
    article = reading.low[phrase[0]] in names.cues.genitive_articles
    plain = nominative(short, known=reading.vocabulary, article=article, stems=names.cues.genitive_stems)
    return names.full(plain) if plain != short and names.person(plain) else plain


def named_whole(described: Descriptions, phrase: Phrase, short: str) -> str:
    """Give the name of a body as it is shown, the full one for initials."""
    reading, names = described.reading, described.names
    acronyms = [word for word in words_of(short) if is_acronym(word)]
    source = names.full(short) if len(words_of(short)) <= 2 and acronyms else short  # noqa: PLR2004 - the MoD
    if _is_title_of_paper(described, phrase):
        return source
    if (
        re.fullmatch(r"DN[NP]*", reading.tags[phrase[0] : phrase[1]])
        and reading.low[phrase[0]] in names.cues.demonstratives
        and not needs_article(reading, phrase)
        and source.lower().startswith(f"{reading.low[phrase[0]]} ")
    ):
        return _without_article(described, source)
    return uncapitalised(reading, phrase, source)


@cache
def _more(cues: Cues) -> re.Pattern[str]:
    """Make the pattern of what tells more of a source, from its first word to the end: who came, speaking in Corran."""
    kept = "".join(rf"(?<!\b{word})" for word in sorted(cues.partitives))
    begins = "|".join(sorted(cues.relating)) or "(?!)"
    return re.compile(rf"{kept}\s+(?:{begins})\b.*", re.DOTALL)


def needs_article(reading: Reading, phrase: Phrase) -> bool:
    """Whether an adjective stands behind a German article that would end otherwise without it: das Weiße Haus."""
    article, adjective = reading.low[phrase[0]], reading.low[phrase[0] + 1 : phrase[0] + 2]
    return article in reading.cues.neuter and phrase[1] - phrase[0] > 2 and adjective[0].endswith("e")  # noqa: PLR2004


def _without_article(described: Descriptions, source: str) -> str:
    """Cut the article from a name, but leave it where the name is one word that is short for none: The Times."""
    article, _, name = source.partition(" ")
    full = described.names.full(name)
    if full != name or " " in name or is_acronym(name) or described.names.cues.gendered:
        return full
    return f"{described.articles.get((name, article.lower()), article)} {name}"


def small(reading: Reading, mention: str, first: int) -> str:
    """Take the capital from an elided article that begins the sentence: L'armée."""
    return mention[:1].lower() + mention[1:] if first == reading.bounds[reading.sentence_of(first)][0] else mention


def _is_title_of_paper(described: Descriptions, phrase: Phrase) -> bool:
    """Whether an article belongs to the name of a newspaper, as French and Spanish write it: Le Monde, El País.

    Within a sentence its capital tells so, at the head of one the name or another place of the article.
    """
    reading, cues = described.reading, described.reading.cues
    at = phrase[0]
    if not cues.dialogue or not reading.words[at][0].isupper() or reading.tags[at : at + 2] != "DN":
        return False
    if at != reading.bounds[reading.sentence_of(at)][0] or reading.low[at + 1] in cues.papers:
        return True
    return described.articles.get((reading.phrase((at + 1, phrase[1])), reading.low[at]), "").istitle()


def uncapitalised(reading: Reading, phrase: Phrase, text: str) -> str:
    """Take the capital from a description that only its place at the head of a sentence gives one."""
    low, cues = reading.low[phrase[0]], reading.cues
    begins = phrase[0] == reading.bounds[reading.sentence_of(phrase[0])][0] and text[:1].isupper()
    if (
        not begins
        or text.isupper()
        or cues.capital_nouns
        or low in cues.proper
        or not text.lower().startswith(low)
        or reading.tags[phrase[0]] == "N"
    ):
        return text
    forms = {low, low[:-1]} if low.endswith(cues.plural_endings or ("\0",)) else {low}
    common = not all(map(forms.isdisjoint, (cues.people, cues.crowds, cues.bodies, cues.texts)))
    small = reading.tags[phrase[0]] in "DOU" or common or low in reading.vocabulary
    return text[0].lower() + text[1:] if small else text
