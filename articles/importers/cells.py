"""The value of a field as text or as a list of names, whatever a program made of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from articles.importers.fields import Field, FieldMap
from articles.text.normalise import normalise_line

LISTS: Final = (Field.TOPICS, Field.ACTORS)
_DEEPEST: Final = 4
_MOST_NAMES: Final = 200
_LONGEST_NAME: Final = 200  # characters
_TELLING: Final = ("name", "nama", "title", "judul", "text", "value", "content", "url", "href", "@id")  # of an object
_BETWEEN: Final = {Field.TOPICS: re.compile(r"[;|\n,]"), Field.ACTORS: re.compile(r"[;|\n]")}  # Putin, Vladimir
_LIST_AS_TEXT: Final = re.compile(r"""\[\s*(['"])(?P<names>.*)\1\s*\]""", re.DOTALL)  # ['politik', 'ekonomi']
_QUOTED_COMMA: Final = re.compile(r"""['"]\s*,\s*['"]""")


def texts_of(values: Mapping[str, Any], found: FieldMap) -> dict[Field, str]:
    """Return the fields that are texts; those that the record leaves empty are missing."""
    texts = {
        field: as_text(values.get(column), between="\n\n" if field is Field.BODY else ", ")
        for field, column in found.columns.items()
        if field not in LISTS
    }
    return {field: text for field, text in texts.items() if text}


def lists_of(values: Mapping[str, Any], found: FieldMap) -> dict[Field, tuple[str, ...]]:
    """Return the fields that are lists; those that the record leaves empty are missing."""
    lists = {
        field: tuple(as_names(values.get(found.columns[field]), field)) for field in LISTS if field in found.columns
    }
    return {field: names for field, names in lists.items() if names}


def as_text(value: Any, *, between: str, depth: int = 0) -> str:
    """Return a value of JSON as text: of a list all items, of an object its name; "" when there is nothing to tell."""
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, bool) or depth >= _DEEPEST:
        return ""
    if isinstance(value, list):
        return between.join(filter(None, (as_text(item, between=between, depth=depth + 1) for item in value)))
    if isinstance(value, dict):
        telling = next((value[key] for key in _TELLING if value.get(key)), None)
        return as_text(telling, between=between, depth=depth + 1)
    return str(value)


def as_names(value: Any, field: Field) -> list[str]:
    """Return the names in a list, or in one text that parts them: "a; b", "a | b", and for topics "a, b"."""
    if isinstance(value, list):
        printed: Iterable[str] = (as_text(item, between=" ", depth=1) for item in value[: 10 * _MOST_NAMES])
    else:
        printed = _parted(as_text(value, between=" "), field)
    names = (normalise_line(" ".join(name.split())) for name in printed)
    return list(dict.fromkeys(name for name in names if name and len(name) <= _LONGEST_NAME))[:_MOST_NAMES]


def _parted(text: str, field: Field) -> Iterator[str]:
    as_list = _LIST_AS_TEXT.fullmatch(text.strip())
    yield from _QUOTED_COMMA.split(as_list["names"]) if as_list else _BETWEEN[field].split(text)
