"""The forms of a name that tell who is meant, and those that are too little for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from articles.extraction.findings import Named
from articles.models import Entity
from articles.text.names import name_key

_PARTED: Final = re.compile(r"\s\w|\w-[A-Z]")
_SECTION: Final[Mapping[str, str]] = {kind: section for section, kinds in Entity.SECTIONS.items() for kind in kinds}


def section_of(kind: str) -> str:
    """Return the part of the site in which entities of a kind stand."""
    return _SECTION[kind]


def is_part_of_a_name(named: Named) -> bool:
    """Whether a person is printed in one word alone: too little to tell who it is."""
    return named.kind == "person" and is_one_word(named.name)


def is_one_word(name: str) -> bool:
    """Whether a name has no second word: "Alexander-Arnold" has one, "M.Psi." and "PP-nya" have none."""
    return len(name_key(name).split()) < 2 or not _PARTED.search(name)


def longer_forms(named: Named) -> list[str]:
    """Return the other forms that tell who it is as the name does: of two words and more, or acronyms of bodies."""
    return [form for form in named.variants if len(form.split()) > 1 or (is_acronym(form) and named.kind != "person")]


def is_acronym(form: str) -> bool:
    """Whether it is written in capitals alone."""
    return len(form) > 1 and form.isalpha() and form.isupper()


def keys_of(named: Named) -> set[str]:
    """Return the keys of all forms that tell who it is."""
    return {name_key(form) for form in (named.name, *longer_forms(named))} - {""}
