"""What the beginning of a file shows of its records, before the first of them is read for good."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from articles.importers.cells import as_text
from articles.importers.days import Orders, learn_orders
from articles.importers.fields import Asked, Field, find_fields, told

_SAMPLE: Final = 1_000  # records
_SAMPLE_BYTES: Final = 20_000_000
_MOST_NAMES: Final = 500  # different keys that are shown

fields_of = lru_cache(maxsize=16)(find_fields)  # few kinds of record in one file; a key may be as long as a record


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    names: tuple[str, ...]  # of all fields, in the order in which they were met
    orders: Orders

    def told(self, asked: Asked, *, source: str) -> list[str]:
        """Return what was understood, a line each, for whoever starts the run."""
        lines = list(told(find_fields(self.names, asked), source=source))
        forms = sorted({order.value for order in self.orders.by_form.values()})
        said = self.orders.said.value if self.orders.said else ""
        return lines + ([f"    dates in figures: {said or '; '.join(forms)}"] if said or forms else [])


def survey(records: Iterable[tuple[Mapping[str, Any], int]], asked: Asked) -> Survey:
    """Return what the first of the `records`, each with its size in bytes, show."""
    names: dict[str, None] = {}
    dates: list[str] = []
    for values in _sample(records):
        if len(names) < _MOST_NAMES:
            names.update(dict.fromkeys(list(values)[:_MOST_NAMES]))
        column = fields_of(tuple(values), asked).columns.get(Field.PUBLISHED)
        dates.append(as_text(values.get(column), between=" ") if column else "")
    return Survey(names=tuple(names), orders=Orders(by_form=learn_orders(dates), said=asked.dates))


def _sample(records: Iterable[tuple[Mapping[str, Any], int]]) -> Iterator[Mapping[str, Any]]:
    held = 0
    try:
        for number, (values, size) in enumerate(records):
            if number >= _SAMPLE or held > _SAMPLE_BYTES:
                return
            held += size
            yield values
    except OSError:
        return  # what cannot be read is refused when it is read for good
