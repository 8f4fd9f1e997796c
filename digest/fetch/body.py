"""Bodies as they come: decompressed piece by piece, and never more than the limit.

A piece of a few bytes can stand for gigabytes, so every decoder is asked for bounded output only.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator

from digest.errors import FetchError

PIECE = 1 << 16
"""Bytes that a decoder may give at a time."""

MAX_CODINGS = 2
WINDOW = 1 << 23
"""Largest zstd window, as RFC 9659 asks of HTTP clients."""

SLICE = 256
"""Bytes that the zstd decoder is given at a time: four can be a block of 128 KB."""

ZLIB_HEADER = 2
GZIP_MAGIC = b"\x1f\x8b\x08"


class CodingError(FetchError):
    """The body is not coded as its header says."""


def read(chunks: Iterable[bytes], codings: Iterable[str], limit: int) -> bytes:
    """Undo the codings of Content-Encoding and give the whole body.

    Raises FetchError of kind too_large beyond `limit` bytes, CodingError where a coding does not fit.
    """
    wanted = [coding for coding in codings if coding and coding != "identity"]
    if len(wanted) > MAX_CODINGS:
        raise CodingError(f"coded {len(wanted)} times over; {MAX_CODINGS} is the most that is undone")
    for coding in reversed(wanted):
        if coding not in DECODERS:
            raise CodingError(f"unknown Content-Encoding {coding[:40]!r}")
        chunks = DECODERS[coding](chunks)
    return gather(chunks, limit)


def gather(chunks: Iterable[bytes], limit: int) -> bytes:
    """Join pieces up to a limit in bytes; FetchError of kind too_large beyond it."""
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > limit:
            raise too_large(limit)
    return bytes(body)


def too_large(limit: int) -> FetchError:
    """Say that a document passes the limit."""
    return FetchError(f"larger than {limit / 1e6:g} MB (fetch.max_bytes)", kind="too_large")


def unzipped(content: bytes, limit: int) -> bytes:
    """Unpack a document that is itself a gzip file, as in feed.xml.gz; others pass as they are."""
    if not content.startswith(GZIP_MAGIC):
        return content
    return gather(gunzip([content]), limit)


def gunzip(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Decode gzip (RFC 1952)."""
    return inflate(chunks, zlib.MAX_WBITS | 16)


def undeflate(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Decode deflate: a zlib stream (RFC 1950), or the bare one (RFC 1951) that some servers send."""
    rest = iter(chunks)
    first = b""
    while len(first) < ZLIB_HEADER and (piece := next(rest, None)) is not None:
        first += piece
    is_zlib = len(first) >= ZLIB_HEADER and first[0] & 0x0F == 8 and (first[0] << 8 | first[1]) % 31 == 0  # noqa: PLR2004
    return inflate(joined(first, rest), zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS)


def joined(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    """Put a piece that was looked at back in its place."""
    yield first
    yield from rest


def inflate(chunks: Iterable[bytes], window: int) -> Iterator[bytes]:
    """Decode with zlib in bounded pieces; several members in a row are one body."""
    decoder = zlib.decompressobj(window)
    started = False
    try:
        for chunk in chunks:
            data = chunk
            while data:
                if decoder.eof:
                    if not data.startswith(GZIP_MAGIC):
                        return  # padding after the end, which gzip itself ignores
                    decoder = zlib.decompressobj(window)
                started = True
                yield decoder.decompress(data, PIECE)
                data = decoder.unconsumed_tail or decoder.unused_data
        while not decoder.eof and (piece := decoder.decompress(b"", PIECE)):
            yield piece
    except zlib.error as error:
        raise CodingError(f"not compressed as its header says ({error})") from error
    if started and not decoder.eof:
        raise cut_short()


def unbrotli(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Decode Brotli (RFC 7932)."""
    import brotli  # type: ignore[import-untyped]  # it comes without types

    decoder = brotli.Decompressor()
    started = False
    try:
        for chunk in chunks:
            started = started or bool(chunk)
            data = chunk
            while not decoder.is_finished():
                piece = decoder.process(data, output_buffer_limit=PIECE)
                if not piece and decoder.can_accept_more_data():
                    break
                data = b""
                yield piece
    except brotli.error as error:
        raise CodingError("not compressed as its header says (br)") from error
    if started and not decoder.is_finished():
        raise cut_short()


def unzstd(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Decode Zstandard (RFC 8878); several frames in a row are one body."""
    import zstandard

    decompressor = zstandard.ZstdDecompressor(max_window_size=WINDOW)
    decoder = decompressor.decompressobj()
    started = False
    try:
        for data in slices(chunks):
            rest = data
            while rest:
                decoder = decompressor.decompressobj() if decoder.eof else decoder
                started = True
                yield decoder.decompress(rest)
                rest = decoder.unused_data
    except zstandard.ZstdError as error:
        raise CodingError("not compressed as its header says (zstd)") from error
    if started and not decoder.eof:
        raise cut_short()


def slices(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Cut pieces so small that none stands for more than some megabytes."""
    for chunk in chunks:
        for start in range(0, len(chunk), SLICE):
            yield chunk[start : start + SLICE]


def cut_short() -> FetchError:
    """Say that a compressed body has no end."""
    return FetchError("cut short: the compressed body ends too early")


DECODERS: dict[str, Callable[[Iterable[bytes]], Iterator[bytes]]] = {
    "gzip": gunzip,
    "x-gzip": gunzip,
    "deflate": undeflate,
    "br": unbrotli,
    "zstd": unzstd,
}
