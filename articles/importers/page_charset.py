"""What a web page's bytes say as characters: servers and newsrooms label them wrongly often enough."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_MARKS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED: Final = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,500}?(?:charset|encoding)\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w.:-]{2,40})", re.IGNORECASE
)
_LEADING: Final = tuple(bytes([byte]) for byte in range(0xC2, 0xF5))  # that begin a character of UTF-8
_HEAD: Final = 4096  # bytes in which a page says its charset
# Python's names of what the web uses; its other codecs are no charsets (hex, rot13, idna) or traps (utf-7).
_USED: Final = re.compile(
    r"utf-8|cp125[0-8]|iso8859-(?:[2-9]|1[0-6])|koi8-[ru]|mac-roman|cp874|tis-620|gb2312|gbk|gb18030|hz|big5(?:hkscs)?"
    r"|euc_(?:jp|kr)|shift_jis|cp932|cp949|iso2022_jp"
)
_LATIN: Final = frozenset({"ascii", "iso8859-1"})  # read by every browser as windows-1252
_MOST_BROKEN: Final = 0.02  # share of its characters beyond ASCII; above it the page is not UTF-8 at all
_MOST_NULS: Final = 0.01  # share of the characters; above it this is no text


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The page as characters."""

    text: str
    charset: str  # Python's name
    said_by: str  # what named the charset
    doubt: str = ""  # a sentence on what was lost; "" when nothing


def decode(content: bytes, charset: str = "") -> Decoded | None:
    """Return the page's characters; None when the bytes are no text.

    Byte order mark, then what the page declares, then `charset`, which came with the page; each only when all bytes
    are characters of it. Then UTF-8, which hardly anything else passes for, and windows-1252.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _without_nuls(content.decode(name, "replace"), name, "byte order mark")
    for name, said_by in _named(content, charset):
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        return _without_nuls(text, name, said_by)
    # A few broken bytes, of a cut or a careless template, make no other charset of a page.
    repaired = content.decode("utf-8", "replace")
    broken = repaired.count("\ufffd")
    if broken <= _MOST_BROKEN * sum(map(content.count, _LEADING)):
        return _without_nuls(repaired, "utf-8", "all but a few bytes")
    return _without_nuls(content.decode("cp1252", "replace"), "cp1252", "nothing else fits")


def _named(content: bytes, charset: str) -> Iterator[tuple[str, str]]:
    declared = _DECLARED.search(content[:_HEAD])
    labels = [
        (declared[1].decode("ascii", "replace") if declared else "", "the page's declaration"),
        (charset, "the server's label"),
    ]
    is_utf8 = not content.isascii() and _decodes(content, "utf-8")
    for label, said_by in labels:
        name = _codec(label)
        # Any bytes are characters of most one-byte charsets: such a label proves nothing against UTF-8.
        if name == "utf-8" or (name and not is_utf8):
            yield name, said_by
    yield "utf-8", "its bytes"


def _codec(label: str) -> str:
    """Return Python's name of the charset that a browser reads under the label; "" when there is none."""
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return ""
    if name in _LATIN:
        return "cp1252"
    return name if _USED.fullmatch(name) else ""


def _decodes(content: bytes, name: str) -> bool:
    try:
        content.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _without_nuls(text: str, charset: str, said_by: str) -> Decoded | None:
    nuls = text.count("\x00")
    if nuls > _MOST_NULS * len(text):
        return None
    losses = f"{nuls} NUL characters were left out." if nuls else ""
    return Decoded(text=text.replace("\x00", ""), charset=charset, said_by=said_by, doubt=losses)
