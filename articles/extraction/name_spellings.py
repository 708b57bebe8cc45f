"""How somebody or something is called whom a text writes in several ways: "SURABAYA", "RI", "DPR RI"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from articles.extraction.findings import Kind
from articles.extraction.indonesian.body_names import NAMES as BODY_NAMES
from articles.extraction.indonesian.people import WHOLE_NAMES
from articles.extraction.indonesian.places import SHORTENED
from articles.text.names import name_key

_AREAS: Final[frozenset[Kind]] = frozenset(("place", "country"))
_COUNTRY: Final = (("ri",), ("republik", "indonesia"))  # behind the names of public bodies
_LONGEST_ACRONYM: Final = 4


def _key(name: str) -> tuple[str, ...]:
    return tuple(name_key(name).split())


_BODIES: Final = {_key(name): name for name in BODY_NAMES}  # by the words of the usual name
_SAME: Final = {_key(other): _key(name) for name, others in BODY_NAMES.items() for other in others.split(",")}


def usual_key(key: tuple[str, ...], kind: Kind) -> tuple[str, ...]:
    """Return the words by which printings of a body or a place are held together."""
    if kind in _AREAS:
        return SHORTENED.get(key, key)
    if kind == "government_body":
        bare = next((key[: -len(end)] for end in _COUNTRY if key[-len(end) :] == end and len(key) > len(end)), key)
        return _SAME.get(bare, bare)
    return key


def usual_name(printed: Sequence[str], key: tuple[str, ...], kind: Kind) -> str:
    """Return the fullest form, not in capitals alone where that can be helped; an area by its whole name."""
    whole = printed
    if kind in _AREAS or kind == "government_body":
        whole = [text for text in printed if tuple(name_key(text).split()) == key]
    if kind == "person" and key in WHOLE_NAMES:
        return WHOLE_NAMES[key]
    if kind == "government_body" and key in _BODIES:
        return _BODIES[key]
    if not whole:
        return _whole(printed, key, kind)
    longest = max(whole, key=lambda text: (text.count(" "), not text.isupper(), len(text)))
    return _small(longest) if longest.isupper() and (kind in _AREAS or kind == "person") else longest


def _whole(printed: Sequence[str], key: tuple[str, ...], kind: Kind) -> str:
    """Return the name that stands nowhere: of "Jatim" "Jawa Timur", of "DPR RI" "DPR"."""
    if kind in _AREAS:
        return " ".join(key).title()
    return " ".join(max(printed, key=len).split()[: len(key)])


def _small(text: str) -> str:
    """Return words in capitals as they are written elsewhere; acronyms stay."""
    if len(text) <= _LONGEST_ACRONYM:
        return text
    return " ".join(word.title() if len(word) > 1 else word for word in text.split())
