"""Mail, Word documents, books and PDF files."""

from __future__ import annotations

import cProfile
import io
import zipfile
from contextlib import nullcontext
from datetime import UTC, datetime
from email.message import EmailMessage
from xml.sax.saxutils import escape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from digest.errors import DigestError, ParseError
from digest.ingest.reading import is_isolated, name_of, variant_of
from digest.models import Document, Feed

TEXT = "The harbour board will close the north pier for repairs until the spring, it said on Monday. "


def parse(content: bytes, kind: str, name: str = "file") -> Feed:
    document = Document(name, content)
    variant = variant_of(document)
    assert name_of(variant) == kind
    assert is_isolated(variant)
    feed: Feed = variant.parse(document)
    return feed


def message(subject: str = "Pier closed", *, html: str | None = None) -> EmailMessage:
    found = EmailMessage()
    found["From"] = "Harbour News <news@harbour.example>"
    found["To"] = "reader@example.org"
    found["Subject"] = subject
    found["Date"] = "Fri, 20 Nov 2026 18:40:00 +0100"
    found["Message-ID"] = "<m1@harbour.example>"
    found.set_content("Plain words for the pier.")
    if html:
        found.add_alternative(html, subtype="html")
        found.add_attachment(b"\0" * 100, maintype="image", subtype="png", filename="pier.png")
    return found


def test_a_mail_is_an_entry() -> None:
    (entry,) = parse(message("Fwd: Pier “closed”", html="<p>Füße of <b>HTML</b></p>").as_bytes(), "mail").entries
    assert (entry.title, entry.publisher, entry.id) == ("Pier “closed”", "Harbour News", "m1@harbour.example")
    assert entry.published == datetime(2026, 11, 20, 17, 40, tzinfo=UTC)
    assert (entry.content.strip(), entry.markup) == ("<p>Füße of <b>HTML</b></p>", "html")
    (plain,) = parse(message().as_bytes(), "mail").entries
    assert (plain.content.strip(), plain.markup) == ("Plain words for the pier.", "text")


def test_the_address_of_a_mail_s_page_may_be_folded() -> None:
    folded = message().as_bytes().replace(b"\n\n", b"\nArchived-At: <https://harbour.example/\n letters/1.html>\n\n", 1)
    assert [entry.url for entry in parse(folded, "mail").entries] == ["https://harbour.example/letters/1.html"]


def test_a_mailbox_is_a_feed_of_its_messages() -> None:
    start = b"From news@harbour.example Fri Nov 20 18:40:00 2026\n"
    quoting = message("Two")
    quoting.set_content("He wrote:\n\n>From here on, 2026 is the year.\n")
    box = b"\n".join(start + each.as_bytes() for each in (message("One"), quoting, message("Three")))
    feed = parse(box, "mail", "news.mbox")
    assert [entry.title for entry in feed.entries] == ["One", "Two", "Three"]
    assert "\nFrom here on" in feed.entries[1].content
    assert feed.title == "Harbour News"


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({"Subject": "Pier\n closed"}, ("Pier closed", "Harbour News", 17)),
        ({"Subject": "=?utf-8?q?Caf=C3=A9?=\n =?utf-8?q?_open?="}, ("Café open", "Harbour News", 17)),
        ({"From": '"Lund, Ann" <ann@harbour.example>'}, ("Pier closed", "Lund, Ann", 17)),
        ({"From": "ann@harbour.example"}, ("Pier closed", "harbour.example", 17)),
        ({"Date": "Fri, 20 Nov 2026 18:40:00 +0200 (EET)"}, ("Pier closed", "Harbour News", 16)),
        ({"Date": "Fri, 20 Nov 2026 18:40:00 +0200 EET"}, ("Pier closed", "Harbour News", 16)),
    ],
)
def test_the_fields_of_a_mail_are_read_however_written(fields: dict[str, str], wanted: tuple[str, str, int]) -> None:
    given = {
        "From": "Harbour News <news@harbour.example>",
        "Subject": "Pier closed",
        "Date": "Fri, 20 Nov 2026 18:40:00 +0100",
        "Message-ID": "<m1@harbour.example>",
    } | fields
    head = "".join(f"{name}: {value}\n" for name, value in given.items())
    (entry,) = parse(f"{head}\nPlain words.\n".encode(), "mail").entries
    assert entry.published is not None
    assert (entry.title, entry.publisher, entry.published.hour) == wanted
    assert entry.id == "m1@harbour.example"


@pytest.mark.parametrize("encoded", [False, True])
def test_a_mailbox_of_many_small_mails_takes_few_calls(encoded: bool) -> None:
    mails = []
    for number in range(100):
        found = message(f"{'Café' if encoded else 'Pier'} {number}")
        mails.append(b"From news@harbour.example Fri Nov 20 18:40:00 2026\n" + found.as_bytes())
    parse(mails[0], "mail")  # what is loaded on first use is not counted
    profile = cProfile.Profile()
    profile.runcall(parse, b"\n".join(mails), "mail")
    assert sum(each.callcount for each in profile.getstats()) < 100 * 1_200


def test_prose_with_a_colon_is_no_mail() -> None:
    for text in ("From: where we stand\nall is well.\n", "Subject: a poem\n\nRoses.", "Note: this\nDate: that\n"):
        assert name_of(variant_of(Document("note", text.encode()))) in {"text", "markdown"}


def test_a_mail_without_text_is_told() -> None:
    found = message()
    found.set_content(b"\0\1", maintype="image", subtype="png")
    with pytest.raises(ParseError, match="no message"):
        parse(found.as_bytes(), "mail")


def packed(parts: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else None)
    return buffer.getvalue()


def docx(*paragraphs: str, core: str = "") -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {space}><w:body>{''.join(paragraphs)}</w:body></w:document>",
    }
    if core:
        parts["docProps/core.xml"] = (
            '<p xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/">' + core + "</p>"
        )
    return packed(parts)


def paragraph(text: str, style: str = "") -> str:
    said = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{said}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def test_a_word_document_is_its_paragraphs() -> None:
    deleted = (
        "<w:p><w:del><w:r><w:t>gone</w:t></w:r></w:del><w:r><w:t>One</w:t><w:tab/><w:t>&lt;two&gt;</w:t></w:r></w:p>"
    )
    core = "<dc:creator>Ana Brandt</dc:creator><t:created>2026-11-20T10:00:00Z</t:created>"
    content = docx(paragraph("Pier closed", "Title"), paragraph("Why", "Heading1"), deleted, paragraph(TEXT), core=core)
    (entry,) = parse(content, "docx").entries
    assert entry.title == "Pier closed"
    assert entry.content == f"<h2>Why</h2>\n<p>One &lt;two&gt;</p>\n<p>{TEXT.strip()}</p>"
    assert (entry.authors, entry.published) == (("Ana Brandt",), datetime(2026, 11, 20, 10, tzinfo=UTC))


def test_bad_word_documents_are_told() -> None:
    with pytest.raises(ParseError, match="no text"):
        parse(docx(), "docx")
    with pytest.raises(ParseError, match="zip"):
        parse(docx(paragraph(TEXT))[:-60], "docx")
    with pytest.raises(ParseError, match="larger than any"):
        parse(docx(paragraph(" " * 25_000_000)), "docx")
    for part in ("no markup", "", "<w:document><w:item>cut short"):
        with pytest.raises(ParseError, match=r"^a damaged file: word/document\.xml is no XML$"):
            parse(packed({"[Content_Types].xml": "<Types/>", "word/document.xml": part}), "docx")


def epub(*chapters: str) -> bytes:
    items = "".join(
        f'<item id="c{n}" href="text/c{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(len(chapters))
    )
    order = "".join(f'<itemref idref="c{n}"/>' for n in reversed(range(len(chapters))))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        "<dc:title>The Quarterly</dc:title><dc:creator>Bo</dc:creator><dc:identifier>urn:q:1</dc:identifier>"
        f"<dc:language>en</dc:language></metadata><manifest>{items}</manifest><spine>{order}</spine></package>"
    )
    parts: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OEBPS/p.opf"/></rootfiles></container>',
        "OEBPS/p.opf": package,
    }
    return packed(parts | {f"OEBPS/text/c{n}.xhtml": chapter for n, chapter in enumerate(chapters)})


def test_a_book_is_a_feed_of_its_chapters() -> None:
    chapter = "<html><head><title>x</title></head><body><h1>{}</h1><p>" + TEXT * 8 + "</p></body></html>"
    feed = parse(epub(chapter.format("Second"), chapter.format("First"), "<html><body>Cover</body></html>"), "epub")
    assert feed.title == "The Quarterly"
    assert [entry.title for entry in feed.entries] == ["First", "Second"]
    assert feed.entries[0].id == "urn:q:1 OEBPS/text/c1.xhtml"
    with pytest.raises(ParseError, match="no text"):
        parse(epub("<html/>"), "epub")


@pytest.mark.parametrize(("locked", "is_open"), [("OEBPS/text/c0.xhtml", False), ("OEBPS/letters.otf", True)])
def test_an_encrypted_book_is_told_as_one(locked: str, is_open: bool) -> None:
    with zipfile.ZipFile(io.BytesIO(epub(f"<html><body><p>{TEXT * 8}</p></body></html>"))) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    if not is_open:
        parts[locked] = bytes(range(256)) * 9
    parts["META-INF/encryption.xml"] = (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><e:EncryptedData '
        f'xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:CipherData><e:CipherReference URI="{locked}"/>'
        "</e:CipherData></e:EncryptedData></encryption>"
    )
    with nullcontext() if is_open else pytest.raises(ParseError, match=r"^the book is encrypted;"):
        assert len(parse(packed(parts), "epub").entries) == 1


CONTENTS = "".join(
    f'<li><a href="c{n}.xhtml">Who closed the pier of Kelmar, and why then? Part {n}.</a></li>' for n in range(20)
)


@pytest.mark.parametrize(
    ("body", "is_chapter"),
    [
        ("<h1>Tides</h1><p>The pier was closed on Monday. It stays shut until the divers are done.</p>", True),
        ("<p>“Who is there?” she said.</p><p>Nobody answered her.</p><p>It was dark.</p>", True),
        ("<h1>潮</h1><p>码头将于星期一关闭，直到潜水员完成检查为止。</p>", True),
        (
            "<h1>The Quarterly</h1><p>by Bo Lind</p><p>with pictures by Ana Brandt and a map of Kelmar harbour</p>",
            False,
        ),
        (f"<h1>Contents</h1><ol>{CONTENTS}</ol>", False),
        (
            "<p>Copyright © 2026 Bo Lind</p><p>No part of this book may be copied without leave of the author.</p>",
            False,
        ),
        ("<p>Printed in Kelmar on paper that was made from old nets.</p><p>ISBN 000-0-00-000000-0</p>", False),
    ],
)
def test_a_short_part_with_sentences_is_a_chapter(body: str, is_chapter: bool) -> None:
    long = f"<html><body><h1>Long</h1><p>{TEXT * 8}</p></body></html>"
    feed = parse(epub(long, f"<html><body>{body}</body></html>"), "epub")
    assert len(feed.entries) == (2 if is_chapter else 1)


def pdf(*pages: str, title: str = "") -> bytes:
    """Make the smallest PDF that shows some lines; readers rebuild the missing table."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in pages:
        lines = " ".join(f"({line}) Tj 0 -14 Td" for line in page.split("\n"))
        stream = f"BT /F1 12 Tf 40 800 Td {lines} ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 850] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< /Title ({title}) /Author (Ana Brandt) /CreationDate (D:20261120100000Z) >>")
    body = "%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{each}\nendobj\n"
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(
        f"{place:010} 00000 n \n" for place in places
    )
    end = (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    )
    return (body + table + end).encode("latin-1")


def test_a_pdf_is_its_paragraphs() -> None:
    pytest.importorskip("pypdf")
    page = (
        "The harbour board will close the north pier for re-\npairs until the spring, it said.\n"
        "Ships berth at the old quay meanwhile, and pay no dues.\n7"
    )
    (entry,) = parse(pdf(page, title="Pier closed"), "pdf").entries
    assert (entry.title, entry.authors) == ("Pier closed", ("Ana Brandt",))
    assert entry.published == datetime(2026, 11, 20, tzinfo=UTC)
    assert "for repairs until the spring, it said." in " ".join(entry.content.split())
    assert entry.content.rstrip().endswith("no dues.")


def test_headings_and_paragraphs_of_a_pdf_are_kept_apart() -> None:
    pytest.importorskip("pypdf")
    line = "The harbour board met all day and talked of piers, quays, dues and lamps, as it"
    page = f"Minutes of the board\n2.1 Piers\n{line}\nalways does.\n{line}\nwill do again in the spring."
    (entry,) = parse(pdf(page, title="minutes.pdf"), "pdf").entries
    assert entry.title == "Minutes of the board"
    assert entry.content.split("\n\n") == ["2.1 Piers", f"{line} always does.", f"{line} will do again in the spring."]


def test_bad_pdfs_are_told() -> None:
    pytest.importorskip("pypdf")
    with pytest.raises(ParseError, match="no text"):
        parse(pdf(""), "pdf")
    with pytest.raises(ParseError, match="damaged"):
        parse(b"%PDF-1.4\nnothing", "pdf")


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypdf", None)
    with pytest.raises(ParseError, match=r"digest\[pdf\]"):
        parse(pdf("x"), "pdf")


@settings(deadline=None)
@example("docx", 420, b"\x02")  # an offset that points before the file
@given(st.sampled_from(["mail", "docx", "epub"]), st.integers(0, 2000), st.binary(min_size=1, max_size=8))
def test_damage_anywhere_is_told_in_a_line(kind: str, place: int, noise: bytes) -> None:
    whole = {
        "mail": message(html="<p>x</p>").as_bytes(),
        "docx": docx(paragraph(TEXT)),
        "epub": epub(f"<html><body><p>{TEXT * 8}</p></body></html>"),
    }[kind]
    damaged = whole[: place % len(whole)] + noise + whole[place % len(whole) + len(noise) :]
    document = Document("file", damaged)
    try:
        variant_of(document).parse(document)
    except DigestError as error:
        assert "\n" not in str(error)  # noqa: PT017 - some damage does no harm
