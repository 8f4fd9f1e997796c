"""`digest preview`: a digest, or a file, in the browser."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli._console import Console, write
from digest.cli._options import ConfigOption, QuietOption, VerboseOption, option

if TYPE_CHECKING:
    from digest.cli._showing import Preview

LARGEST = 20_000_000  # bytes of a file
ENDINGS = (".html", ".htm", ".eml", ".md", ".txt")
FIELDS = ("From", "Subject", "Date")  # To is set for each reader when it is sent
HIDDEN = re.compile(r"<div style=\"display:none[^\"<>]*\">")
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def preview(
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="[DATE|FILE]", help="Day of a digest, else the latest; or an html, eml, md or txt file."
        ),
    ] = None,
    *,
    config: ConfigOption = None,
    no_open: Annotated[bool, option("--no-open", help="Only print the address; open no browser.")] = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = 0,
) -> None:
    """Show a digest, or a file, in the browser: as HTML, dark, narrow, as text, and its source.

    Where feeds.yaml has an email block, what is shown of a day is the mail, as readers get it. Above it
    stand its subject and the preheader, the line that mail programs show beside it. The pages are served
    to this machine alone, on a free port; the address goes to standard output. Nothing outside is loaded,
    no script runs. Ctrl-C ends it.

    Example:  digest preview digests/2026-11-22.eml
    """
    from digest.cli._serving import PageServer
    from digest.cli._showing import pages_of

    console = Console.of(quiet, verbose)
    is_file = what is not None and (Path(what).suffix.lower() in ENDINGS or Path(what).is_file())
    shown = of_file(Path(what or "")) if is_file else of_day(what, config, console)
    with PageServer(pages_of(shown)) as server:
        write(server.address)
        console.say(f"showing {shown.title}; Ctrl-C ends it")
        if not no_open:
            open_browser(server.address, console)
        server.serve_forever()


def of_day(day: str | None, config: Path | None, console: Console) -> Preview:
    """Render a day's digest, or the latest, from what is stored; raises DigestError where there is none."""
    from digest.cli._edition import arranged, edition_of
    from digest.cli._order import Order
    from digest.cli._showing import Preview
    from digest.cli._writing import output_for
    from digest.errors import DigestError
    from digest.outputs.eml import subject_of
    from digest.store import Store

    order = Order.of(console, config=config, formats=None, json=False, output=None, day=day, offline=True)
    with Store.view(order.config.state_path) as store:
        chosen = order.day if order.day_given else store.last_day()
        if chosen is None:
            raise DigestError("there is no digest yet; `digest run` writes one")
        digest = arranged(edition_of(store, chosen), order.rendering, console).digest
    settings, email = order.config.output, order.config.email
    title = f"Digest of {chosen}"
    if email is not None:
        return of_mail(title, output_for("eml").render_digest(digest, settings, email))
    page = output_for("html").render_digest(digest, settings, None)
    text = output_for("txt").render_digest(digest, settings, None)
    fields = (("Subject", subject_of(digest, settings)), *beside_subject(page))
    return Preview(title, source=page, page=page, text=text, fields=fields)


def of_file(path: Path) -> Preview:
    """Read a file, of the kind that its ending says; raises ConfigError, FetchError or ParseError."""
    from digest.cli._showing import Preview, framed
    from digest.errors import ConfigError

    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise ConfigError(f"{path}: preview shows files that end in {', '.join(ENDINGS)}")
    content = read(path)
    if ending == ".eml":
        return of_mail(path.name, content)
    text = decoded(content)
    if ending in {".html", ".htm"}:
        return Preview(path.name, source=text, page=text, fields=beside_subject(text))
    if ending == ".md":
        from digest.clean.markdown import parser

        return Preview(path.name, source=text, page=framed(parser(footnotes=True).render(FRONT_MATTER.sub("", text))))
    return Preview(path.name, source=text, text=text)


def read(path: Path) -> bytes:
    """Read a file that is not beyond all measure; raises FetchError."""
    from digest.errors import FetchError

    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise FetchError(f"{path}: cannot be read ({error.strerror}); name a file that is there") from error
    if len(content) > LARGEST:
        raise FetchError(f"{path}: larger than {LARGEST:,} bytes; name a smaller file", kind="too_large")
    return content


def decoded(content: bytes) -> str:
    """Read bytes as UTF-8, else as what old programs write (every byte means something in Latin-1)."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("latin-1")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def of_mail(title: str, content: bytes) -> Preview:
    """Take a mail apart; raises ParseError where it holds nothing to show."""
    from email import message_from_bytes, policy

    from digest.cli._showing import Preview
    from digest.errors import ParseError

    message = message_from_bytes(content, policy=policy.default)
    bodies = {}
    for kind in ("html", "plain"):
        part = message.get_body((kind,))
        try:
            bodies[kind] = part.get_content() if part else None
        except (LookupError, ValueError) as error:
            raise ParseError(f"{title}: the mail's {kind} part cannot be read ({error})") from error
    if not any(bodies.values()):
        raise ParseError(f"{title}: no mail, or one without text; name an .eml file")
    fields = tuple((name, str(message[name])) for name in FIELDS if message[name]) + beside_subject(bodies["html"])
    return Preview(title, source=decoded(content), page=bodies["html"], text=bodies["plain"], fields=fields)


def beside_subject(page: str | None) -> tuple[tuple[str, str], ...]:
    """Give the preheader of a page, which mail programs show beside the subject, as a field; nothing where none is."""
    from html import unescape

    found = HIDDEN.search(page or "")
    text, end, _ = page[found.end() :].partition("</div>") if page and found else ("", "", "")
    return (("Preheader", " ".join(unescape(text).split())),) if end else ()


def open_browser(address: str, console: Console) -> None:
    """Open a browser beside the serving, since one within the terminal would hold it up."""
    import webbrowser
    from threading import Thread

    def opened() -> None:
        if not webbrowser.open(address):
            console.say(f"no browser was found; open {address} in one")

    Thread(target=opened, daemon=True).start()
