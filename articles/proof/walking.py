"""Going over a table of any size: by key, in parts small enough for memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Expression, Func, IntegerField, QuerySet, Value
from django.db.models.expressions import Combinable

MOST_ROWS: Final = 1000  # that are asked about at once
MOST_BYTES: Final = 8_000_000  # of what is read of them, unless a single one has more
NOTHING: Final = Value(0)
Problems = Callable[[Sequence[int]], Iterator[str]]


def bytes_of(column: str) -> Func:
    """Return how many bytes a column holds: the database knows it without reading them."""
    return Func(column, function="octet_length", output_field=IntegerField())


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """One way over a table; `problems` says in a line each what is wrong with the rows of some keys, which rise."""

    rows: Callable[[], QuerySet[Any]]
    problems: Problems
    size: Expression | Combinable = NOTHING  # bytes that `problems` reads of a row
    called: str = ""  # the rows, where their model has no good word for several

    @property
    def name(self) -> str:
        return self.called or str(self.rows().model._meta.verbose_name_plural)

    def parts(self) -> Iterator[list[int]]:
        """Yield the keys of all rows in order, no more at once than fit."""
        last: Any = None
        while rows := self._after(last):
            last = rows[-1][0]
            part, size = list[int](), 0
            for key, length in rows:
                if part and size + length > MOST_BYTES:
                    yield part
                    part, size = [], 0
                part.append(key)
                size += length
            yield part

    def _after(self, last: Any) -> list[tuple[int, int]]:
        rows = self.rows().order_by("pk").values_list("pk", self.size)
        return list((rows if last is None else rows.filter(pk__gt=last))[:MOST_ROWS])


def between(keys: Sequence[int], column: str = "pk") -> dict[str, int]:
    """Return the condition for all rows of a part; only for a walk that leaves no row of its table out."""
    return {f"{column}__gte": keys[0], f"{column}__lte": keys[-1]}
