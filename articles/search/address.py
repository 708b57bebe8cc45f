"""The query string of a list, and those of its neighbours: one condition more, less or other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Self
from urllib.parse import urlencode

from django.http import QueryDict

# Which part of a list is shown, and how it is counted: what means nothing for another list.
OF_ONE_PAGE: Final = frozenset({"page", "after", "before", "count"})


@dataclass(frozen=True, slots=True)
class Address:
    """What a list was asked, in the order typed. Never holds a page: another list begins at its first."""

    pairs: tuple[tuple[str, str], ...]

    @classmethod
    def read(cls, params: QueryDict, names: Iterable[str]) -> Self:
        """Keep the parameters of these names that have a value, each value once."""
        wanted = frozenset(names) - OF_ONE_PAGE
        found = [(name, value) for name, values in params.lists() if name in wanted for value in values if value]
        return cls(tuple(dict.fromkeys(found)))

    def __str__(self) -> str:
        """Return the query string with its question mark, which alone means the list without conditions."""
        return "?" + urlencode(self.pairs)

    def plus(self, name: str, value: str) -> Self:
        return self if (name, value) in self.pairs else type(self)((*self.pairs, (name, value)))

    def minus(self, name: str, value: str) -> Self:
        return type(self)(tuple(pair for pair in self.pairs if pair != (name, value)))

    def without(self, *names: str) -> Self:
        return type(self)(tuple(pair for pair in self.pairs if pair[0] not in names))

    def replacing(self, name: str, value: str) -> Self:
        """Return the address with one value for `name`, none when it is blank."""
        bare = self.without(name)
        return bare.plus(name, value) if value else bare

    def values(self, name: str) -> list[str]:
        return [value for key, value in self.pairs if key == name]
