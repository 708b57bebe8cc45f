"""What a query asked for that was not, or could not be, searched for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articles.models import Entity
from articles.search.address import Address
from articles.search.asked_fields import Named
from articles.search.field_names import FIELDS
from articles.search.query import Query
from articles.search.terms import Leaf

MOST_NAMES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """A name behind a field that the archive does not know, and those that it knows and that are spelt like it."""

    field: str
    printed: str
    near: list[tuple[str, str]]  # name, and the address of the search with it


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    passed_over: list[str]  # words that nearly every text holds
    unknown: list[Unknown]


def remarks(query: Query | None, address: Address) -> Remarks:
    """Say what of a query was passed over or is not known; nothing where nothing was typed."""
    if query is None:
        return Remarks(passed_over=[], unknown=[])
    passed = list(dict.fromkeys(word.text for word in query.passed_over))
    return Remarks(passed_over=passed, unknown=[_unknown(query, leaf, address) for leaf in query.unknown])


def _unknown(query: Query, leaf: Leaf, address: Address) -> Unknown:
    near = list(_near(query, leaf, address)) if isinstance(leaf, Named) and leaf.name != "topic" else []
    return Unknown(field=leaf.name, printed=leaf.printed, near=near)


def _near(query: Query, leaf: Leaf, address: Address) -> Iterator[tuple[str, str]]:
    # In brackets, several names share one field.
    before, colon, _value = query.text[leaf.start : leaf.end].lstrip("-").partition(":")
    if not colon or before.lower() not in FIELDS:
        return
    names = Entity.objects.public().in_articles().named(leaf.printed)
    if leaf.name == "place":
        names = names.of_section("places")
    for entity in names[:MOST_NAMES]:
        text = f'{query.text[: leaf.start]}{leaf.name}:"{entity.name}"{query.text[leaf.end :]}'
        yield entity.name, str(address.replacing("q", text))
