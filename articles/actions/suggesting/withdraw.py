"""What the rules do not find any more goes: suggestions alone that nobody has looked at, and that nothing rests on."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from django.db.models import Model

from articles.actions.index import refresh_statistics
from articles.actions.suggesting.remembered import KINDS, Standing
from articles.models import Anchor, Printing, Quote, QuoteEntry, RelayHop, Statistic, StatisticEntry

# Parts of a fact, which go with it.
_PARTS: Final = frozenset({Anchor, RelayHop, QuoteEntry, StatisticEntry})
_Keys = Mapping[type[Model], Collection[int]]


def withdraw(lost: Mapping[str, Sequence[Standing]], figures: Sequence[Standing]) -> int:
    """Remove what was lost by kind (`KINDS`), and the figures that were; return how many facts, figures apart.

    A row on which something rests that stays, such as a link that an editor has drawn to it, stays too. The caller
    has written what the rules found, and holds the articles.
    """
    if not figures and not any(lost.values()):
        return 0
    keys: dict[type[Model], set[int]] = {KINDS[kind]: {one.row.pk for one in found} for kind, found in lost.items()}
    keys[Statistic] = {one.row.pk for one in figures}
    # A figure that stays needs its denominator, and so on; those stay with their printings, and with what these need.
    while needed := _needed(Statistic, keys):
        keys[Statistic] -= needed
        keys[Printing] -= {one.row.pk for one in lost["printing"] if one.row.statistic_id in needed}
    for table in KINDS.values():
        keys[table] -= _needed(table, keys)
    printed = set(Printing.objects.filter(pk__in=keys[Printing]).values_list("statistic", flat=True))
    _delete(keys)
    if printed - keys[Statistic]:
        refresh_statistics(printed - keys[Statistic])
    return sum(len(found) for table, found in keys.items() if table is not Statistic)


def _needed(table: type[Model], going: _Keys) -> set[int]:
    """Return which of the rows that would go are named by one that stays."""
    found: set[int] = set()
    if not going[table]:
        return found
    for relation in table._meta.related_objects:
        other = relation.related_model
        if other in _PARTS or isinstance(other, str):
            continue
        column = relation.field.name
        naming = other._default_manager.filter(**{f"{column}__in": going[table]})
        naming = naming.exclude(pk__in=going.get(other, ()))
        found |= set(naming.values_list(column, flat=True))
    return found


def _delete(keys: _Keys) -> None:
    RelayHop.objects.filter(quote__in=keys[Quote]).delete()
    for kind, fact in KINDS.items():
        if keys[fact]:
            Anchor.objects.filter(**{f"{kind}__in": keys[fact]}).delete()
    Statistic.objects.filter(pk__in=keys[Statistic], out_of__isnull=False).update(out_of=None)
    # What stands in a quote or is a printing of a figure goes before it.
    order: tuple[type[Model], ...] = (*reversed(list(KINDS.values())), Statistic)
    for table in order:
        if keys[table]:
            table._default_manager.filter(pk__in=keys[table]).delete()
