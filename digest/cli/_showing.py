"""The pages of a preview: a frame with the digest, and a switch of plain links; no script, nothing from elsewhere."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from typing import Literal

Scheme = Literal["light", "dark"]

STYLE = """\
:root{color-scheme:light dark}
html,body{height:100%;margin:0}
body{display:flex;flex-direction:column;font:15px/1.5 system-ui,sans-serif}
header{padding:10px 16px;border-bottom:1px solid GrayText}
h1{font-size:15px;margin:0 0 6px;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:0 12px;margin:0 0 6px;font-size:13px}
dt{color:GrayText}
dd{margin:0;overflow-wrap:anywhere}
nav{display:flex;flex-wrap:wrap;gap:4px}
nav a{padding:2px 12px;border:1px solid GrayText;border-radius:6px;color:inherit;text-decoration:none}
nav a[aria-current]{background:CanvasText;color:Canvas}
main{flex:1;min-height:0;display:flex;justify-content:center}
iframe{flex:1;border:0;background:Canvas}
iframe.narrow{flex:none;width:320px;border:solid GrayText;border-width:0 1px}
"""
PLAIN_STYLE = "body{max-width:44em;margin:1.5em auto;padding:0 1em;font:16px/1.5 system-ui,sans-serif}"
CODE_STYLE = "body{margin:1em}pre{font:14px/1.45 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere}"

CLOSED = "default-src 'none'; base-uri 'none'; form-action 'none'"
SHELL_POLICY = (
    f"{CLOSED}; style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'; frame-src 'self';"
    " frame-ancestors 'none'"
)
POPUPS = "allow-popups allow-popups-to-escape-sandbox"  # so that links of the digest open, in a page of their own
FRAME_POLICY = f"{CLOSED}; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox {POPUPS}"

STYLES = re.compile(r"<style\b[^>]*>.*?</style\s*>", re.IGNORECASE | re.DOTALL)
PREFERENCE = re.compile(r"\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)", re.IGNORECASE)
SCHEME = re.compile(r"(<meta\s+name=[\"']?color-scheme[\"']?\s+content=[\"'])[^\"']*", re.IGNORECASE)
HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
ALWAYS, NEVER = "(min-width:0)", "(max-width:0)"


@dataclass(frozen=True, slots=True)
class Preview:
    """What is shown: a page of HTML, a text, or both; the source they are made from; a mail's header fields."""

    title: str
    source: str
    page: str | None = None
    text: str | None = None
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """What is answered for a path, with its Content-Security-Policy."""

    content: str
    policy: str


@dataclass(frozen=True, slots=True)
class View:
    """A place of the switch: its path, its word, the path of what its frame holds."""

    path: str
    word: str
    frame: str


def views_of(preview: Preview) -> tuple[View, ...]:
    """List the views there are; the first is shown at the start."""
    views = []
    if preview.page is not None:
        views = [
            View("/html", "HTML", "/frame/light"),
            View("/dark", "Dark", "/frame/dark"),
            View("/narrow", "Narrow", "/frame/light"),
        ]
    if preview.text is not None:
        views.append(View("/text", "Text", "/frame/text"))
    return (*views, View("/source", "Source", "/frame/source"))


def pages_of(preview: Preview) -> dict[str, Page]:
    """Make all pages of a preview, by path."""
    views = views_of(preview)
    pages = {view.path: Page(shell(preview, views, view), SHELL_POLICY) for view in views}
    pages["/"] = pages[views[0].path]
    return pages | {path: Page(content, FRAME_POLICY) for path, content in frames(preview)}


def frames(preview: Preview) -> Iterator[tuple[str, str]]:
    """Make what the frames hold."""
    if preview.page is not None:
        yield "/frame/light", lit(preview.page, "light")
        yield "/frame/dark", lit(preview.page, "dark")
    if preview.text is not None:
        yield "/frame/text", framed(f"<pre>{escape(preview.text)}</pre>", CODE_STYLE)
    yield "/frame/source", framed(f"<pre>{escape(preview.source)}</pre>", CODE_STYLE)


def shell(preview: Preview, views: tuple[View, ...], shown: View) -> str:
    """Write the page around a frame: what this is, and the switch."""
    links = "\n".join(
        f'<a href="{view.path}"{" aria-current=page" if view is shown else ""}>{view.word}</a>' for view in views
    )
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in preview.fields)
    fields = f"<dl>{rows}</dl>\n" if rows else ""
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>{escape(preview.title)}: {shown.word}</title><style>{STYLE}</style></head>
<body><header><h1>{escape(preview.title)}</h1>
{fields}<nav aria-label="View">
{links}
</nav></header>
<main><iframe class="{shown.word.lower()}" src="{shown.frame}" sandbox="{POPUPS}" title="{shown.word}"></iframe></main>
</body></html>
"""


def framed(body: str, style: str = PLAIN_STYLE) -> str:
    """Make a page of a piece of HTML."""
    return (
        '<!DOCTYPE html>\n<html><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">'
        f"<title>Preview</title><style>{style}</style></head>\n<body>{body}</body></html>\n"
    )


def lit(page: str, scheme: Scheme) -> str:
    """Show a page as in a light or a dark room, whatever the browser prefers; its links open in a new tab."""

    def decided(found: re.Match[str]) -> str:
        return ALWAYS if found[1].lower() == scheme else NEVER

    page = STYLES.sub(lambda block: PREFERENCE.sub(decided, block[0]), page)
    page = SCHEME.sub(lambda meta: meta[1] + scheme, page, count=1)
    return HEAD.sub(lambda head: f'{head[0]}<base target="_blank">', page, count=1)
