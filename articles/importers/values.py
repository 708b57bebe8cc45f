"""What a record says beside its text, cleaned: its language, its address, when it was fetched."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlsplit

from articles.text.language import guess_language
from articles.text.normalise import shown

_NAMES: Final = {"id": "indonesia indonesian bahasa in ind", "en": "english inggris eng"}
_BY_NAME: Final = {name: code for code, names in _NAMES.items() for name in (code, *names.split())}
_TAG: Final = re.compile(r"(?P<primary>[a-z]{2,3})(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)
_LONGEST_ADDRESS: Final = 2_000  # characters
_TELLING: Final = 1_500  # characters of a text that are asked for their language
_GUESSED: Final = "words of the text"


def language_of(printed: str, body: str) -> tuple[str, str]:
    """Return the language as BCP 47 and, when it is told by the words of `body`, what says so.

    Words win: many a feed of an Indonesian newsroom says en-US, because its program came so.
    """
    guessed = guess_language(body[:_TELLING])
    words = re.split(r"[\s_]+", printed.casefold(), maxsplit=1)
    tag = _TAG.fullmatch(printed)
    primary = _BY_NAME.get(words[0]) or (tag["primary"].lower() if tag else "")
    if not guessed or guessed == primary:
        return primary, ""
    return guessed, _GUESSED


def address_of(printed: str) -> tuple[str, str]:
    """Return the address, "" when it is none that a reader could follow; and then a sentence that says so."""
    if not printed:
        return "", ""
    try:
        parts = urlsplit(printed)
        followed = parts.scheme.lower() in {"http", "https"} and bool(parts.hostname) and " " not in printed
    except ValueError:  # brackets that are no address
        followed = False
    if followed and len(printed) <= _LONGEST_ADDRESS:
        return printed, ""
    return "", f"Its address is none of the web: “{shown(printed)}”."


def moment_of(printed: str) -> datetime | None:
    """Return the moment that an ISO time stamp names, in Greenwich when it names no zone; None when it is none."""
    try:
        at = datetime.fromisoformat(printed)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)
