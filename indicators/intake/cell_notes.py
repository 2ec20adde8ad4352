"""Comments that people left on cells: no number is read from them, but a kept file would keep them too."""

from __future__ import annotations

import re
import zipfile
from xml.etree import ElementTree

_OF_XLSX = re.compile(r"xl/(comments[^/]*|comments/[^/]+|threadedComments/[^/]+)\.xml")
_NAMESPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def notes_of_xlsx(archive: zipfile.ZipFile) -> tuple[str, ...]:
    """The texts of comments and threaded comments. Raises ElementTree.ParseError."""
    found = []
    for path in archive.namelist():
        if _OF_XLSX.fullmatch(path):
            root = ElementTree.fromstring(archive.read(path))
            found += [
                "".join(c.itertext()) for tag in ("comment", "threadedComment") for c in root.iterfind(f".//{{*}}{tag}")
            ]
    return tuple(found)


def notes_of_ods(xml: bytes) -> tuple[str, ...]:
    """The texts of the annotations in a `content.xml`. Raises ElementTree.ParseError."""
    if b"annotation" not in xml:
        return ()
    notes = ElementTree.fromstring(xml).iterfind(".//office:annotation", _NAMESPACES)
    return tuple(" ".join("".join(part.itertext()) for part in note) for note in notes)
