"""The fields that a query knows: by: zakharova asks who said it. Their names in English and in Indonesian."""

from __future__ import annotations

from typing import Final, Literal

Field = Literal["title", "by", "about", "said", "published", "number", "topic", "place", "publisher", "lang"]

# The first name of a field is the one that the archive itself writes.
NAMES: Final[dict[Field, tuple[str, ...]]] = {
    "title": ("title", "judul"),
    "by": ("by", "oleh"),
    "about": ("about", "tentang"),
    "said": ("said", "diucapkan"),
    "published": ("published", "terbit"),
    "number": ("number", "angka"),
    "topic": ("topic", "topik"),
    "place": ("place", "tempat"),
    "publisher": ("publisher", "penerbit"),
    "lang": ("lang", "language", "bahasa"),
}
FIELDS: Final[dict[str, Field]] = {name: field for field, names in NAMES.items() for name in names}

DAYS: Final = frozenset({"said", "published"})
NAMED: Final = frozenset({"by", "about", "topic", "place", "publisher"})  # answered by looking a name up
