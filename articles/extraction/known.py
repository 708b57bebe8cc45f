"""The gazetteer: names that editors have confirmed, which the rules may rely on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from articles.extraction.findings import Kind
from articles.text.names import name_key


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownName:
    """One way in which somebody is written, and who that is."""

    written: str
    name: str  # the preferred one
    kind: Kind


@dataclass(frozen=True, slots=True)
class Known:
    """Names by key (`text.names.name_key`). One key may stand for several: two people of one name."""

    by_key: Mapping[str, tuple[KnownName, ...]] = field(default_factory=lambda: MappingProxyType({}))
    longest: int = 0  # words of the longest name

    @classmethod
    def of(cls, names: Iterable[KnownName]) -> Known:
        found: dict[str, tuple[KnownName, ...]] = {}
        for name in names:
            key = name_key(name.written)
            found[key] = (*found.get(key, ()), name)
        return cls(MappingProxyType(found), max((len(key.split()) for key in found), default=0))

    def find(self, written: str) -> tuple[KnownName, ...]:
        """Return whom `written` may mean, however it is spaced, capitalised or accented."""
        return self.by_key.get(name_key(written), ())
