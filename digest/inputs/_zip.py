"""Documents that are zip files, read without being taken in: a file of kilobytes can hold terabytes."""

from __future__ import annotations

import io
import zlib
from xml.etree import ElementTree as ET
from zipfile import BadZipFile, ZipFile

from digest.errors import ParseError
from digest.inputs._xml import prepare
from digest.models import Document

MAGIC = b"PK\x03\x04"
MAX_PART = 20_000_000
"""Bytes of one part, unpacked; the text of a long book has three million."""

MAX_ALL = 60_000_000


class Archive:
    """A zip file whose parts are read within limits; ParseError where it is damaged or passes them."""

    def __init__(self, content: bytes) -> None:
        self._left = MAX_ALL
        try:
            self._zip = ZipFile(io.BytesIO(content))
        except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise ParseError(f"a damaged zip file: {error}") from error

    def names(self) -> list[str]:
        """List the parts."""
        return self._zip.namelist()

    def read(self, name: str) -> bytes:
        """Read one part."""
        limit = min(MAX_PART, self._left)
        try:
            with self._zip.open(name) as part:
                content = part.read(limit + 1)
        except KeyError as error:
            raise ParseError(f"a damaged file: {name} is missing in it") from error
        except (BadZipFile, zlib.error, ValueError, OSError, NotImplementedError, RuntimeError, EOFError) as error:
            raise ParseError(f"a damaged or encrypted file: {name} cannot be read") from error
        if len(content) > limit:
            raise ParseError("refused: unpacked it is larger than any document", kind="too_large")
        self._left -= len(content)
        return content

    def xml(self, name: str) -> ET.Element:
        """Read one part as XML, without entities and document types."""
        part = Document(name, self.read(name))
        try:
            return ET.fromstring(prepare(part).content)  # noqa: S314 - nothing left to expand
        except (ET.ParseError, ParseError) as error:
            if isinstance(error, ParseError) and error.kind != ParseError.kind:
                raise  # refused, whatever it is a part of
            raise ParseError(f"a damaged file: {name} is no XML") from error
