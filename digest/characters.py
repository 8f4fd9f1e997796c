"""Bytes to characters, and the characters that a plain text may hold.

Unicode's own terms: NFC is UAX #15, the bidirectional controls are those of UAX #9.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from digest.errors import ParseError

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 65_536
"""Bytes by which a charset is guessed: the guess costs milliseconds a kilobyte."""

BINARY = bytes({*range(0x20)} - {*b"\t\n\f\r\x08\x1b"})
BINARY_SHARE = 0.002
"""More control bytes than this and it is no text: real text files have none, programs and images 5 % and more."""

# Controls, zero-width characters, bidirectional controls, tags, noncharacters, lone surrogates. The zero-width
# joiner and non-joiner (U+200D, U+200C) stay: they are spelling in Persian, Hindi and emoji.
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
JOINERS = frozenset("\u200c\u200d")
SURROGATE = re.compile("[\ud800-\udfff]")
LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028]")
BLANKS = re.compile(
    "[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]{2,}|[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
)
"""What is blank and not a single space: most of a text's are, and need no replacing."""

WIDE_GAP = re.compile(r"\n{3,}")
MAX_MARKS = 30
"""Combining marks in a row, as in the stream-safe text of UAX #15: putting a million in order takes hours."""

MARKS = re.compile(rf"[^\w\s\x00-\x7f]{{{MAX_MARKS + 1},}}")


def encodable(text: str) -> str:
    """Replace what no UTF-8 can hold, lone surrogates of file names above all, one character for one."""
    return SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def decode(content: bytes, declared: str | None = None) -> str:
    """Read bytes as text: byte order mark, UTF-8, the declared charset, a guess, Windows-1252, in that order.

    UTF-8 goes before what is declared, since bytes that are valid UTF-8 beyond ASCII are hardly
    ever anything else, while declarations often lie. Raises ParseError for what is no text.
    """
    for mark, name in BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace")
    if declared and declared.lower().replace("_", "-").startswith(("utf-16", "utf-32", "utf-7")):
        declared = None  # without a mark these are mislabelled, or a way to smuggle markup past a filter
    if is_binary(content):
        raise ParseError("this is no text but a binary file; name a text, Markdown, HTML or feed file")
    text = try_decode(content, "utf-8")
    if text is None and declared:
        text = try_decode(content, declared)
    if text is None:
        text = try_decode(content, guess(content))
    return content.decode("cp1252", "replace") if text is None else text


def is_binary(content: bytes) -> bool:
    """Tell whether the beginning holds bytes that no text has."""
    head = content[:SAMPLE]
    controls = len(head) - len(head.translate(None, BINARY))
    return b"\x00" in head or controls > BINARY_SHARE * len(head)


def try_decode(content: bytes, name: str) -> str | None:
    """Decode strictly, but for a character cut off at the end; None where that fails or the name means nothing."""
    try:
        decoder = codecs.getincrementaldecoder(name)("strict")
        text = decoder.decode(content)
    except (LookupError, ValueError, AssertionError, TypeError):
        return None
    return text if isinstance(text, str) else None


def guess(content: bytes) -> str:
    """Guess the charset of bytes that are not UTF-8."""
    from charset_normalizer import from_bytes

    best = from_bytes(content[:SAMPLE], cp_exclusion=["utf_16", "utf_32", "utf_7"]).best()
    # One-byte western charsets differ in punctuation only, and the guesses among them are random.
    western = best is None or best.encoding in {"cp1250", "cp1252", "latin_1", "iso8859_15", "mac_roman", "cp850"}
    return "cp1252" if western or best is None else best.encoding


def tidy(text: str) -> str:
    r"""Make plain text: NFC, no invisible characters, no runs of blanks, no more than one blank line.

    Line breaks of every kind become `\n`, a paragraph separator two. What comes out is its own `tidy`.
    """
    lines = (BLANKS.sub(" ", line).strip(" ") for line in visible(text).split("\n"))
    return WIDE_GAP.sub("\n\n", "\n".join(lines)).strip("\n")


def visible(text: str) -> str:
    r"""Take out what is not seen, in NFC; line breaks of every kind become `\n`, blanks stay as they are."""
    text = LINE_BREAK.sub("\n", text.replace("\u2029", "\n\n"))
    return unicodedata.normalize("NFC", MARKS.sub(few_marks, INVISIBLE.sub("", text)))


def few_marks(found: re.Match[str]) -> str:
    """Leave out the combining marks of a run after the first `MAX_MARKS`."""
    kept, marks = [], 0
    for character in found[0]:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= MAX_MARKS:
            kept.append(character)
    return "".join(kept)


def is_shown(character: str) -> bool:
    """Tell whether a character is seen, or joins letters that are: it controls no terminal and no mail."""
    return character.isprintable() or character in JOINERS


def tidy_line(text: str) -> str:
    """Make one line of plain text, as for a title or a name."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    return " ".join(tidy(text).split())


def is_name(text: str) -> bool:
    """Tell a name from a description, as “sources close to the tramway”: that has no capital, where there are any."""
    return bool(text) and not text.islower()
