"""Names of people, bodies and places: one key for matching, one address for a page, a gloss apart."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from articles.text.normalise import fold

LONGEST_SLUG: Final = 80

_NOT_SLUG: Final = re.compile("[^a-z0-9]+")
# As news agencies write Russian and Ukrainian names in English.
_CYRILLIC: Final = str.maketrans("абвгдезийклмнопрстуфыэіґў", "abvgdeziyklmnoprstufyeigu") | str.maketrans(
    {
        "ж": "zh",
        "х": "kh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "shch",
        "ъ": "",
        "ь": "",
        "ю": "yu",
        "я": "ya",
        "ї": "yi",
        "є": "ye",
    }
)


def name_key(name: str) -> str:
    """Return what two printings of one name have in common; equal keys, equal names. Never shown."""
    return fold(name)


def slugify_name(name: str) -> str:
    """Return an address for `name`: a to z, digits, hyphens, at most 80; "" when nothing can be written so.

    Cyrillic is transliterated as agencies do; other scripts have no simple rule and are left out.
    """
    latin = unicodedata.normalize("NFKD", fold(name).translate(_CYRILLIC))
    ascii_only = latin.encode("ascii", "ignore").decode("ascii")
    slug = _NOT_SLUG.sub("-", ascii_only).strip("-")
    if len(slug) <= LONGEST_SLUG:
        return slug
    whole_words, cut, _ = slug[: LONGEST_SLUG + 1].rpartition("-")
    return whole_words if cut else slug[:LONGEST_SLUG]


def display_gloss(name: str) -> tuple[str, str]:
    """Part "Kremlin (press service)" into the name and its gloss; the gloss is "" without parentheses."""
    bare, _, rest = name.strip().partition("(")
    if bare and rest.endswith(")") and rest[:-1].strip():
        return bare.strip(), rest[:-1].strip()
    return name.strip(), ""
