"""Feeds as they are found, made ready for an XML parser: characters, entities, broken ends.

XML 1.0 (fifth edition) for what is legal, RFC 3023 and practice for charsets. Nothing here follows
an address or opens a file: document types are taken out, whatever they name.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from html.entities import name2codepoint

from digest.characters import decode
from digest.errors import ParseError
from digest.models import Document

SMALL_ENTITY = 64
"""Characters: what an entity of a feed's own may stand for; more is how small files are made to grow."""

MAX_DEPTH = 2_000
DEPTH_MATTERS = 100_000
"""Characters below which no depth of elements can cost much."""

HEAD = 8_192
CP1252_FOR = {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "cp1252", "windows-1252"}
WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949"}
"""Charsets that are often named where one that holds more is meant."""

WIDE_STARTS = (
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
UNICODE_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
ILLEGAL_BYTES = bytes({*range(0x20)} - {*b"\t\n\r\x1b"})
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
ILLEGAL_REFERENCE = re.compile(r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F]));")
DECLARED = re.compile(rb"<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']\s*([\w.:-]{2,40})")
ROOT = re.compile(r"<(?!\?|!)([A-Za-z_][\w.:-]*)")
REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)([A-Za-z][\w.-]{0,40};)?")
ENTITY = re.compile(
    r"""<!ENTITY\s+(?P<parameter>%\s+)?(?P<name>[\w:.-]+)\s+(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<outside>SYSTEM|PUBLIC)\b)"""
)
UNTOUCHED = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z))", re.DOTALL)
TAG = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<(/?)[A-Za-z_][^<>]*?(/?)>", re.DOTALL)
ENTRY_END = re.compile(r"</(?:\w+:)?(?:item|entry)\s*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Source:
    """XML that stands on its own: no declaration, no document type; `whole` is False where its end was missing."""

    root: str
    text: str
    whole: bool = True

    @property
    def content(self) -> bytes:
        """The bytes for a parser."""
        return b"<?xml version='1.0' encoding='utf-8'?>\n" + self.text.encode("utf-8")


def prepare(document: Document) -> Source:
    """Decode and repair a document.

    Raises ParseError for what holds no element, is cut off before its first entry is complete, or
    would grow without measure (entities, depth).
    """
    text = ILLEGAL.sub("", decoded(document))
    found = ROOT.search(text)
    if found is None:
        raise ParseError("not a feed: there is no XML element in it")
    prolog, text = text[: found.start()], text[found.start() :]
    text = with_entities(text, entities_of(prolog))
    check_depth(text)
    return complete(found[1], ILLEGAL_REFERENCE.sub("", text))


def decoded(document: Document) -> str:
    """Read the bytes as characters: by byte order mark or zero bytes, what is valid, what is declared."""
    content = document.content.lstrip(b" \t\r\n")
    if content.startswith(UNICODE_MARKS):
        return decode(content)
    for start, name in WIDE_STARTS:
        if content.startswith(start):
            return content.decode(name, "replace")
    content = content.translate(None, ILLEGAL_BYTES)
    declared = declared_charset(content) or document.charset
    if declared and declared.startswith(("iso-2022", "hz")):
        return content.decode(known(declared) or "utf-8", "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return not_utf8(content, declared)


def not_utf8(content: bytes, declared: str | None) -> str:
    """Read bytes that are not, or not all, UTF-8."""
    patched = content.decode("utf-8", "surrogateescape")
    wrong = sum("\udc80" <= character <= "\udcff" for character in patched)
    right = sum(character > "\x7f" for character in patched) - wrong
    if right > 4 * wrong or (content[-4:].decode("utf-8", "ignore") != "" and wrong <= 3 and right):  # noqa: PLR2004
        # UTF-8 with a few bytes of something else, as in a quotation pasted from elsewhere or a cut-off end.
        return re.sub("[\udc80-\udcff]+", from_cp1252, patched)
    charset = known(declared)
    return decode(content, charset if charset != "utf-8" else None)


def from_cp1252(found: re.Match[str]) -> str:
    """Read stray bytes as Windows-1252, by far the most frequent stray."""
    return found[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace")


def declared_charset(content: bytes) -> str | None:
    """Find the charset that the XML declaration names, in lower case."""
    found = DECLARED.search(content[:1024])
    return found[1].decode("ascii").lower() if found else None


def known(charset: str | None) -> str | None:
    """Give Python's name of a charset, the wider one where a narrower is usually named; None where unknown."""
    if not charset:
        return None
    name = "cp1252" if charset.lower() in CP1252_FOR else WIDER.get(charset.lower(), charset.lower())
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def entities_of(prolog: str) -> dict[str, str]:
    """Read the entities that a document type declares.

    Raises ParseError for those that lead out of the document, refer to others or are long: amplification.
    """
    entities: dict[str, str] = {}
    for found in ENTITY.finditer(prolog):
        if found["parameter"]:
            continue
        if found["outside"]:
            raise ParseError("refused: it declares an entity outside of the document", kind="refused")
        value = found["a"] if found["a"] is not None else found["b"]
        if len(value) > SMALL_ENTITY or re.search(r"[%<]|&(?!#\w{1,7};)", value):
            raise ParseError("refused: malformed, entity amplification in its document type", kind="refused")
        entities.setdefault(found["name"], value)
    return entities


def with_entities(text: str, entities: dict[str, str]) -> str:
    """Write out entities of HTML and of the feed's own, and escape ampersands that stand for themselves."""

    def written(found: re.Match[str]) -> str:
        name = (found[1] or "").rstrip(";")
        if name in entities:
            return entities[name]
        code = name2codepoint.get(name)
        return f"&#{code};" if code else "&amp;" + (found[1] or "")

    if REFERENCE.search(text) is None:
        return text
    parts = UNTOUCHED.split(text)
    parts[::2] = [REFERENCE.sub(written, part) for part in parts[::2]]
    return "".join(parts)


def check_depth(text: str) -> None:
    """Raise ParseError where elements are nested deeper than any feed's are."""
    if len(text) < DEPTH_MATTERS:
        return
    depth = 0
    for found in TAG.finditer(text):
        if found[2] or found[1] is None:
            continue
        depth += -1 if found[1] else 1
        if depth > MAX_DEPTH:
            raise ParseError(f"refused: its elements are nested more than {MAX_DEPTH} deep", kind="refused")


def complete(root: str, text: str) -> Source:
    """Give a document that was cut off an end after its last complete entry."""
    if text.rfind(f"</{root}") >= 0 or text.lower().rfind(f"</{root.lower()}") >= 0 or text.rstrip().endswith("/>"):
        return Source(root, text)
    ends = [found.end() for found in ENTRY_END.finditer(text)]
    if not ends:
        raise ParseError("cut short: not one of its entries is complete")
    kept = text[: ends[-1]]
    channel = "</channel>" if "<channel" in kept and "</channel" not in kept else ""
    return Source(root, f"{kept}{channel}</{root}>", whole=False)
