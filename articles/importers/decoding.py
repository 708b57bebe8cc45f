"""Bytes become text: as UTF-8, else as the code page of old Windows, and whoever looks at it is told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_WINDOWS: Final = "windows-1252"
# UTF-8 that somebody once read as Windows-1252: “ became â€œ, é became Ã©, a no-break space Â and itself.
_MOJIBAKE: Final = re.compile("â€[\u0080-\u00bfœžŸ™˜“”…¦]|Ã[\u0080-\u00bfƒ‚„†‡‰Š‹Œš›œžŸ™]|Â[\u00a0-\u00bf]")
_BY_SIGNATURE: Final = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"), (b"\x00\x00\xfe\xff", "UTF-32"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    text: str
    charset: str  # what decodes the bytes to the text
    doubt: str  # a sentence on why it may be wrong; "" when nothing says so


def decode(content: bytes) -> Decoded | str:
    """Return the text of a record, or a sentence on why it has none."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_windows(content, error.start)
    return Decoded(text=text, charset="utf-8", doubt=garbled(text))


def _decode_windows(content: bytes, at: int) -> Decoded | str:
    try:
        text = content.decode(_WINDOWS)
    except UnicodeDecodeError:
        return f"It is neither UTF-8 nor {_WINDOWS}: byte 0x{content[at]:02x} at byte {at:,} is no character."
    return Decoded(text=text, charset=_WINDOWS, doubt=f"It is not UTF-8 and was read as {_WINDOWS}.")


def garbled(text: str) -> str:
    """Return a sentence on what shows that the text was read with a wrong charset before it came; "" when nothing."""
    if "\ufffd" in text:
        return "Some of its characters were lost before it came (\ufffd)."
    found = _MOJIBAKE.search(text)
    return f"It was read with a wrong charset before it came: it holds “{found[0]}”." if found else ""


def wide(begins: bytes) -> str:
    """Return why a file that begins so cannot be read byte by byte, as a sentence; "" when it can."""
    name = next((name for signature, name in _BY_SIGNATURE if begins.startswith(signature)), "")
    if not name and b"\x00" in begins[:4]:
        name = "UTF-16 or binary"
    return f"It is {name}; save it as UTF-8." if name else ""
