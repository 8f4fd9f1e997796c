"""Where an article or a sentence was published, and the address that leads to the sentence itself.

Text fragments: WICG, "URL Fragment Text Directives" (`#:~:text=start,end`).
"""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from digest.addresses import ascii_host, is_web
from digest.characters import tidy_line
from digest.models import Article, Citation, Sentence

_WHOLE = 80  # characters: up to here a sentence is given whole, beyond by its first and last words
_EDGE_WORDS = 4  # words of either end, more where these occur elsewhere in the article
_MOST_WORDS = 12


def publisher_of(article: Article) -> str | None:
    """Name who published an article: as it says, else its host, its file, what brought it; never a path."""
    known = place_of(article.publisher, article.url, article.file)
    return known or host_of(article.feed) or file_name(article.feed)


def place_of(publisher: str | None, url: str | None, file: str | None) -> str | None:
    """Name the best that is known of a place: its publisher, else its host, else its file."""
    return tidy_line(publisher or "") or host_of(url) or file_name(file)


def headline_of(title: str, url: str | None, file: str | None) -> str:
    """Give a title, or for want of one the host, or the file's name without its ending; "" where nothing is known."""
    name = file_name(file) or ""
    stem = name.rpartition(".")[0]
    return tidy_line(title) or host_of(url) or stem or name


def host_of(url: str | None) -> str | None:
    """Name the host of a web address, without `www.`, in the letters that DNS knows."""
    if not url or not is_web(url):
        return None
    try:
        parts = urlsplit(url)
        host, port = ascii_host(parts.hostname or ""), parts.port
    except ValueError:  # no address after all
        return None
    return (f"{host}:{port}" if port else host).removeprefix("www.") or None


def file_name(path: str | None) -> str | None:
    """Name a file without its folders; None for none, and for standard input."""
    name = tidy_line((path or "").replace("\\", "/").rstrip("/").rpartition("/")[2])
    return None if name in {"", "-"} else name


def cite(article: Article, sentence: Sentence) -> Citation:
    """Say where a sentence was published; `fragment_url` is None where the article has no web address."""
    web = article.url if article.url and article.url.lower().startswith(("http://", "https://")) else None
    return Citation(
        publisher=article.publisher,
        title=article.title,
        url=article.url,
        fragment_url=_fragment_url(web, article.text, sentence) if web else None,
        file=article.file,
    )


def _fragment_url(url: str, text: str, sentence: Sentence) -> str:
    """Add a text directive to an address, behind the fragment it may have."""
    page, mark, fragment = url.partition("#")
    fragment = fragment.partition(":~:")[0]
    return f"{page}#{fragment if mark else ''}:~:text={_directive(text, sentence)}"


def _directive(text: str, sentence: Sentence) -> str:
    """Name a sentence by itself, or by its first and last words, as many as make them unique.

    A browser highlights the first place where the start occurs, up to the next place where the end does.
    """
    words = sentence.text.split()
    whole = " ".join(words)
    if len(whole) <= _WHOLE or len(words) <= 2 * _EDGE_WORDS:
        return _encoded(whole)
    before = " ".join(text[: sentence.start].split())
    start = next(
        (phrase for count in range(_EDGE_WORDS, _most(words)) if (phrase := " ".join(words[:count])) not in before),
        whole,
    )
    inner = whole[len(start) :]
    end = next(
        (
            phrase
            for count in range(_EDGE_WORDS, _most(words))
            if inner.find(phrase := " ".join(words[-count:])) == len(inner) - len(phrase)
        ),
        "",
    )
    return _encoded(whole) if start == whole or not end else f"{_encoded(start)},{_encoded(end)}"


def _most(words: list[str]) -> int:
    """Tell up to how many words an end may have, so that start and end do not meet."""
    return min(_MOST_WORDS, len(words) // 2) + 1


def _encoded(phrase: str) -> str:
    """Percent-encode a phrase; the hyphen too, which would mark a prefix or suffix."""
    return quote(phrase, safe="").replace("-", "%2D")
