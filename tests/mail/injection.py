"""Hostile texts from files of cases, each in its place in a digest, against what a format may hold of it.

    python -m tests.mail.injection CASES.json...

A case is an object of `id`, `field` (title, url, outlet or point), `format` (html, markdown, markdown_html, eml or
text), `input`, `must_not_contain` and `must_contain`; `{TITLE}` stands for the headline of a story that the case
leaves alone. All must be safe, and a renderer that escapes nothing must fail most, or the check would be worth nothing.
"""

from __future__ import annotations

import email
import email.policy
import json
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

from markdown_it import MarkdownIt

from digest.models import Citation, Digest, KeyPoint, Section
from digest.registry import load
from digest.settings import EmailSettings, OutputSettings
from tests import outputs_data as data

OWN = Path(__file__).with_name("cases.json")
MOST = 0.5  # of the hostile cases must fail when nothing is escaped
KINDS = {"html": "html", "markdown": "md", "markdown_html": "md", "eml": "eml", "text": "txt"}
HARMLESS = {
    "title": "Ferry to Carrow runs again",
    "url": "https://gazette.example/ferry",
    "outlet": "The Gazette",
    "point": "The ferry to Carrow runs again, the harbour board said.",
}
EMAIL = EmailSettings(sender="Digest <digest@example.org>", subject="{title}: {headline}")
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
LINK = re.compile(r"(https?://[^/@\\\s]+(/[^\s\\]*)?|mailto:\S+)")
ACTIVE = {"src", "srcset", "srcdoc", "action", "formaction", "background", "ping", "poster", "data"}

Write = Callable[[str, Digest], str]


@dataclass(frozen=True)
class Case:
    id: str
    field: str
    format: str
    input: str
    must_not_contain: tuple[str, ...]
    must_contain: tuple[str, ...]

    @property
    def hostile(self) -> bool:
        return bool(self.must_not_contain)

    @property
    def digest(self) -> Digest:
        return digest_of(self.field, self.input)


def read(path: Path) -> tuple[Case, ...]:
    known = Case.__dataclass_fields__
    records = json.loads(path.read_text(encoding="utf-8"))
    made = ({name: record[name] for name in known} for record in records)
    return tuple(Case(**{n: tuple(v) if isinstance(v, list) else v for n, v in values.items()}) for values in made)


def digest_of(field: str, text: str) -> Digest:
    """Give a digest of one story, of which one field says this."""
    said = {**HARMLESS, field: text}
    base = data.digest().sections[1].stories[0]
    article = replace(base.summaries[0].article, title=said["title"], url=said["url"], publisher=said["outlet"])
    citation = Citation(said["outlet"], said["title"], said["url"], f"{said['url']}#:~:text=ferry")
    point = KeyPoint(article.id, said["point"], 0, 1, 0, 1.0, None, citation)
    summary = replace(base.summaries[0], article=article, key_points=(point,))
    story = replace(
        base, headline=said["title"], summaries=(summary,), key_points=(point,), publishers=(said["outlet"],)
    )
    return replace(data.digest(), sections=(Section("s", "Section", (story,)),), problems=())


def ours(kind: str, digest: Digest) -> str:
    rendered = load("outputs", kind).render_digest(digest, OutputSettings(), EMAIL)
    return rendered.decode() if isinstance(rendered, bytes) else rendered


def naive(kind: str, digest: Digest) -> str:
    """Render as a program would that takes feeds at their word."""
    (story,) = digest.stories
    title, url = story.headline, story.summaries[0].article.url
    outlet, point = story.publishers[0], story.key_points[0].text
    html = f'<html><body><h3><a href="{url}">{title}</a></h3><p>{outlet}</p><ul><li>{point}</li></ul></body></html>'
    text = f"{title}\n{outlet}\n* {point}\n[1] {url}\n"
    return {
        "html": html,
        "md": f"### [{title}]({url})\n\n{outlet}\n\n{point}\n",
        "txt": text,
        "eml": f"From: d@example.org\r\nSubject: {title}\r\nX-From: {outlet} {url}\r\n\r\n{point}\r\n{html}",
    }[kind]


def faults(case: Case, write: Write = ours) -> Iterator[str]:
    """Tell what of a case came through, and what of it should have."""
    kind = KINDS[case.format]
    written, usual = write(kind, case.digest), write(kind, digest_of("title", HARMLESS["title"]))
    if case.format == "markdown_html":
        written, usual = MARKDOWN.render(written), MARKDOWN.render(usual)
    for needle in case.must_not_contain:
        if written.lower().count(needle.lower()) > usual.lower().count(needle.lower()):
            yield f"has {needle!r}"
    shown = [written, unescape(written), *(parts(written) if kind == "eml" else ())]
    for needle in (text.replace("{TITLE}", HARMLESS["title"]) for text in case.must_contain):
        if not any(needle in text or needle in " ".join(text.split()) for text in shown):
            yield f"lacks {needle!r}"
    yield from built(kind, written, usual)


def built(kind: str, written: str, usual: str) -> Iterator[str]:
    """Tell how a document's build differs from that of a harmless one."""
    if kind == "eml":
        yield from mail_faults(written, usual)
    elif kind == "html":
        yield from html_faults(written, usual)
    if CONTROL.search(written.replace("\r\n", "\n")):
        yield "has a control character"


def mail_faults(written: str, usual: str) -> Iterator[str]:
    names, expected = (email.message_from_string(text, policy=email.policy.default).keys() for text in (written, usual))
    if names != expected:
        yield f"has the header fields {names}"
    for text, harmless in zip(parts(written), parts(usual), strict=False):
        if "<html" in text:
            yield from html_faults(text, harmless)


def parts(mail: str) -> list[str]:
    message = email.message_from_string(mail, policy=email.policy.default)
    bodies = [part.get_content() for part in message.walk() if not part.is_multipart()]
    return [str(message["Subject"]), *map(str, bodies)]


def html_faults(written: str, usual: str) -> Iterator[str]:
    page, harmless = Elements(written), Elements(usual)
    if strange := page.names - harmless.names:
        yield f"has the elements {sorted(strange)}"
    yield from page.faults


class Elements(HTMLParser):
    """The names of a page's elements, and what no page of ours has."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.faults: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        for name, value in attrs:
            if name.startswith("on") or name in ACTIVE:
                self.faults.append(f"has {name}= on <{tag}>")
            if name == "href" and not LINK.fullmatch(value or ""):
                self.faults.append(f"links to {value!r}")


def main(paths: list[Path]) -> int:
    cases = [case for path in paths or [OWN] for case in read(path)]
    unsafe = {case.id: found for case in cases if (found := list(faults(case)))}
    for name, found in unsafe.items():
        print(f"{name}: {'; '.join(found)}")
    hostile = [case for case in cases if case.hostile]
    caught = sum(any(faults(case, naive)) for case in hostile)
    told = f"{len(cases)} hostile and harmless texts, {len(unsafe)} faults"
    print(f"{told}; when nothing is escaped, {caught} of {len(hostile)} fail")
    return 1 if unsafe or caught <= MOST * len(hostile) else 0


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]]))
