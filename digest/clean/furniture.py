"""What the lines around an article look like: words and patterns, in the languages of news sites.

A line is given folded (`fold`): lower case, straight quotation marks, one blank between words, no
marks at its ends. Each pattern is for whole lines and precise: a sentence of an article that
matches one is a mistake of the pattern.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

MARKS = " \t.:;,!|»«›‹>→▶►•·*–—-_…\"'“”‘’()[]{}#+=/\\"
QUOTES = str.maketrans("‘’‚‛“”„‟", "''''\"\"\"\"")


def fold(line: str) -> str:
    """A line in the form in which furniture is looked up."""
    return " ".join(line.translate(QUOTES).casefold().split()).strip(MARKS)



AGENCIES = (
    r"(?:getty(?:\s+images)?|reuters|associated\s+press|ap(?:\s+photo)?|afp|epa(?:-efe)?|efe|dpa|pa(?:\s+wire|\s+media)?|"
    r"shutterstock|istock(?:photo)?|alamy|anadolu(?:\s+agency)?|bloomberg|xinhua|tass|zuma(?:\s+press)?|nurphoto|imago|"
    r"picture\s+alliance|keystone|belga|ansa|lapresse|abaca(?:press)?|sipa|press\s+association|wire\s*image|corbis|"
    r"unsplash|pexels|pixabay|flickr|wikimedia(?:\s+commons)?|nasa|redux|magnum|rex(?:\s+features)?|tt|ntb|ritzau|lehtikuva)"
)
_SHARE = r"(?:facebook|twitter|x|linkedin|whatsapp|pinterest|reddit|email|e-mail|mail|telegram|flipboard|pocket)"

PATTERNS: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        "credit": rf"(?:[^.!?]{{0,80}}(?:\bvia|/|©|\(c\)|\bcredit:?|\bphotos?:|\bimages?:|,)\s*)?(?:the\s+)?{AGENCIES}"
        rf"(?:\s*(?:/|via|,|-|\bfor\b)\s*{AGENCIES}?[\w .'-]{{0,40}})?(?:,?\s*file)?",
        "labelled credit": r"(?:photo(?:graph)?s?|image|picture|video|illustration|graphic|foto|bild|crédits?|credits?|"
        r"copyright|quelle|imagen|immagine|kuva|фото)(?:\s+(?:credit|source|courtesy|by|of|from|von|de|di|av))?s?\s*"
        r"[:/©]\s*[^.!?]{1,90}",
        "by credit": r"(?:photo(?:graph(?:s|y)?)?s?|images?|pictures?|video|illustrations?|graphics?)\s+"
        r"(?:by|courtesy(?:\s+of)?|via)\s+[^.!?]{2,80}",
        "share": rf"(?:click\s+to\s+)?(?:share|tweet|post|send|like|follow(?:\s+us)?|find\s+us)(?:\s+(?:this|the|us|me))?"
        rf"(?:\s+(?:story|article|page|post|link|via|on|by|to|with|friends|your|{_SHARE}|and|or|,|/))+"
        r"(?:\s*\(opens\s+in\s+(?:a\s+)?new\s+window\))?",
        "read more": r"(?:read|see|watch|listen|learn|find\s+out|know)\s+(?:more|also|next|now)\s*[:|>-]\s*.{3,200}",
        "also read": r"(?:also\s+read|read\s+also|see\s+also|related(?:\s+(?:story|stories|article|articles|coverage|news))?|"
        r"recommended|more\s+on\s+this|must\s+read|read\s+next|up\s+next|don't\s+miss|lesen\s+sie\s+auch|mehr\s+zum\s+thema|"
        r"lire\s+aussi|à\s+lire\s+aussi|lea\s+también|lee\s+también|leggi\s+anche|leia\s+também|lees\s+ook|läs\s+(?:mer|också)|"
        r"czytaj\s+(?:też|także)|читайте\s+(?:также|також)|ayrıca\s+okuyun|lue\s+myös|čtěte\s+také)\s*[:|>-]\s*.{3,200}",
        "cookies": r".{0,160}\b(?:uses?|using|use\s+of|accept|verwende[nt]?|utilis\w+|utiliza\w*|usa(?:mos)?)\b.{0,40}"
        r"\bcookies\b.{0,400}",
        "script": r"(?:please\s+)?(?:enable|turn\s+on|activate)\s+javascript.{0,200}|.{0,120}\bjavascript\s+(?:is|to\s+be)\s+"
        r"(?:disabled|enabled|required|turned\s+off)\b.{0,160}|your\s+browser\s+(?:does\s+not|doesn't)\s+support.{0,160}",
        "rights": r".{0,60}(?:©|\(c\)|copyright)\s*(?:\(c\)|©)?\s*(?:19|20)\d\d\b.{0,200}|.{0,120}\ball\s+rights\s+reserved\b.{0,80}",
        "newsletter": r"(?:sign\s+up|subscribe)\s+(?:here\s+|now\s+|today\s+)?(?:for|to)\s+(?:our|the|your|receive|get|.{1,40}newsletter)"
        r".{0,200}|(?:get|receive)\s+(?:our|the|all\s+the)\s+(?:latest|best|top|free|daily|weekly|morning|breaking)\b.{0,120}"
        r"(?:inbox|newsletters?|e-?mail|alerts?)\b.{0,80}|.{0,120}\b(?:to|in)\s+your\s+inbox\b.{0,80}",
        "follow": r"follow\s+(?:us|@?\w[\w .]{1,40})\s+(?:on|at)\s+(?:facebook|twitter|instagram|x|google|social)\b.{0,160}|"
        r"(?:find|like|join)\s+us\s+on\s+\w+.{0,100}|download\s+(?:the|our)\s+.{0,60}\bapp\b.{0,100}",
        "byline": r"(?:by|von|par|por|di|da|door|av|von:|by:|text:|story\s+by|written\s+by|reported\s+by|posted\s+by|"
        r"edited\s+by|reporting\s+by|published\s+by|author:)\s+[^.!?]{3,70}",
        "minutes": r"\d{1,3}\s*(?:-\s*)?(?:min(?:ute)?s?\.?)\s+(?:read|lesezeit|de\s+lecture|de\s+lectura|di\s+lettura)|"
        r"(?:reading\s+time|lesezeit|temps\s+de\s+lecture|tiempo\s+de\s+lectura)\s*:?\s*\d.{0,20}",
        "counts": r"[\d.,]+\s*[km]?\s*(?:comments?|shares?|views?|likes?|replies|reactions?|kommentare|commentaires|comentarios)",
        "appeared": r"the\s+post\s+.{1,300}\s+(?:appeared\s+first\s+on|first\s+appeared\s+on)\s+.{1,120}",
        "ago": r"(?:\d+|an?|one|two|three)\s+(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\s+ago",
        "caption end": r".{10,300}[(\[]\s*(?:photo|image|picture|credit|foto|bild)s?\s*(?:credit|by|courtesy|source|:|/)?.{2,80}",
    }.items()
}
"""Kinds of furniture, each a pattern for a whole folded line."""

DATED = re.compile(
    r"(?:(?:first\s+)?(?:published|posted|updated|last\s+(?:updated|modified)|modified|created|date|on|at|"
    r"veröffentlicht|aktualisiert|stand|publié|mis\s+à\s+jour|publicado|actualizado|pubblicato|aggiornato|опубликовано)"
    r"\b(?:\s+(?:on|at|am|le|el|il)\b)?\s*[:,]?\s*)+"
)
DATE = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|"
    r"juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|"
    r"octubre|noviembre|diciembre)\b|\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\b\d{1,2}:\d\d\b"
)
DATE_WORDS = re.compile(
    r"\d+(?:st|nd|rd|th)?|am|pm|a\.m|p\.m|uhr|[a-z]{2,4}t|utc|gmt|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|"
    r"fri(?:day)?|sat(?:urday)?|sun(?:day)?|at|on|et|um|de|du|le|,|\||-|–|•|·|/"
)


@cache
def labels() -> frozenset[str]:
    """Read the lines that are furniture wherever they stand alone."""
    listed = files("digest.clean").joinpath("labels.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(fold(line) for line in listed if line and not line.startswith("# "))


def kind_of(line: str) -> str | None:
    """Name the kind of furniture a line is by its words alone, or None: `label`, `date`, or a key of `PATTERNS`."""
    folded = fold(line)
    if not folded or folded in labels():
        return "label"
    if is_date(DATED.sub("", folded)):
        return "date"
    return next((name for name, pattern in PATTERNS.items() if pattern.fullmatch(folded)), None)


def is_date(folded: str) -> bool:
    """Whether a line says when and nothing else."""
    if len(folded) > 60 or not DATE.search(folded) or not any(map(str.isdigit, folded)):
        return False
    rest = DATE.sub(" ", folded)
    words = re.findall(r"[^\s\d:.,/|•·–-]+", rest)
    return all(DATE_WORDS.fullmatch(word) for word in words)
