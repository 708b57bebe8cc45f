"""What the articles of a list hold, counted by the keys of their entries: one pass over the rows for all facets.

Rows are as readers may see them, so whoever is named in one of them is public already.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from django.conf import settings
from django.db.models import F, QuerySet, Value

from articles.models import Entity
from articles.models.keys import Key, asked
from articles.search.budget import Statement
from articles.search.sampling import Answer, Reckoning
from articles.search.topics import Tree
from articles.text.names import name_key

MOST_VALUES: Final = 12
MOST_TOPICS: Final = 2000  # of which each is counted by itself
MOST_BRANCHES: Final = 24  # topics with narrower ones that are counted with all of these

PLACES: Final = 0  # stands for those of NAMED that are places, as `Key` has no zero
_ENTITIES: Final = (Key.NAMED, Key.OWN_NAME, Key.PUBLISHER)

# A number of `keys` without its last bit is the row and the `Key`: `_value`.
_HELD: Final = """
WITH counted AS (
    {counted}
), placed AS (
    SELECT value, number, entity.sort_key AS name,
        CASE WHEN value & 15 = 1 AND entity.kind = ANY (%s) THEN 0 ELSE value & 15 END AS facet
    FROM counted LEFT JOIN articles_entity entity ON entity.id = value >> 4 AND value & 15 = ANY (%s)
    WHERE value & 15 <> ALL (%s) OR (entity.listed AND entity.merged_into_id IS NULL {finding})
), ranked AS (
    SELECT value, number, facet, count(*) OVER (PARTITION BY facet) AS known,
        row_number() OVER (PARTITION BY facet ORDER BY {order}, value) AS place
    FROM placed
)
SELECT value, number, facet, known FROM ranked
WHERE value = ANY (%s) OR CASE facet WHEN 4 THEN place <= %s ELSE place > %s AND place <= %s END
ORDER BY place
"""
# Whole numbers are grouped first: to take them apart is what costs, and there are far fewer of them than of rows.
_COUNTED: Final = """
SELECT key >> 1 AS value, sum(number)::bigint AS number
FROM (
    SELECT key, count(*) AS number
    FROM (SELECT unnest(keys) AS key FROM ({rows}) AS found (pk, keys)) AS each GROUP BY key
) AS held
WHERE key & 1 <= %s AND (key >> 1) & 15 = ANY (%s) GROUP BY 1
"""
# A figure may be printed in several articles, and count once.
_COUNTED_ONCE: Final = """
SELECT key >> 1 AS value, count(DISTINCT pk) AS number
FROM (SELECT pk, unnest(keys) AS key FROM ({rows}) AS found (pk, keys)) AS held
WHERE key & 1 <= %s AND (key >> 1) & 15 = ANY (%s) GROUP BY 1
"""
_FINDING: Final = "AND entity.id IN (SELECT entity_id FROM articles_entityname WHERE key LIKE %s)"
_SUMS: Final = """
SELECT language, count({pk}), count({pk}) FILTER (WHERE keys && %s::bigint[] AND NOT keys && %s::bigint[]) {branches}
FROM ({rows}) AS found (pk, keys, language) GROUP BY language
"""
_BRANCH: Final = ", count({pk}) FILTER (WHERE keys && %s::bigint[])"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which values of a facet, of all in their order."""

    most: int = MOST_VALUES
    after: int = 0  # how many come before the first
    find: str = ""  # words that a name must hold, as typed
    by_name: bool = False  # else the most frequent first


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """How many rows hold each value of some facets."""

    numbers: dict[tuple[Key, int], int]  # by the key and the row it means, in their order
    places: frozenset[int]  # entities that are places, of those of NAMED
    known: dict[int, int]  # by `Key` or PLACES: how many values there are in all
    about: bool


class Source:
    """The rows that some facets count: the list without their own conditions."""

    def __init__(
        self,
        reckoning: Reckoning,
        kind: str,
        *,
        whats: Sequence[Key],
        values: Sequence[tuple[Key, int]] = (),
        wanted: Wanted | None = None,
        printings: QuerySet[Any] | None = None,
    ) -> None:
        """`whats` are the keys counted; `values` are counted even where they are not among the first.

        `printings`: of figures, those in articles that meet the other conditions.
        """
        self.reckoning, self.kind, self.wanted = reckoning, kind, wanted or Wanted()
        self._whats, self._values, self._printings = whats, values, printings

    @cached_property
    def held(self) -> Held | None:
        """None when time ran out."""
        answer = self.reckoning.answer(self._ask_held)
        if answer is None:
            return None
        numbers = {(Key(value & 15), value >> 4): answer.number(number) for value, number, _, _ in answer.rows}
        return Held(
            numbers=numbers,
            places=frozenset(value >> 4 for value, _, facet, _ in answer.rows if facet == PLACES),
            known={facet: known for _, _, facet, known in answer.rows},
            about=answer.about,
        )

    def _ask_held(self, rows: QuerySet[Any]) -> Statement | None:
        found = Statement.of(self._with_keys(rows).values_list("counted_pk", "counted_keys"))
        if found is None:
            return None
        key, entities = name_key(self.wanted.find), [int(what) for what in _ENTITIES]
        sql = _HELD.format(
            counted=(_COUNTED if self._printings is None else _COUNTED_ONCE).format(rows=found.sql),
            finding=_FINDING if key else "",
            order="name, number DESC" if self.wanted.by_name else "number DESC, name",
        )
        params = (
            *found.params,
            int(settings.NEWSARCHIVE_SHOW_UNREVIEWED),
            [int(what) for what in self._whats],
            [str(kind) for kind in Entity.SECTIONS["places"]],
            entities,
            entities,
            *([f"%{_escaped(key)}%"] if key else ()),
            [pk << 4 | what for what, pk in self._values],
            MOST_TOPICS,
            self.wanted.after,
            self.wanted.after + self.wanted.most,
        )
        return Statement(sql, params)

    def _with_keys(self, rows: Any) -> QuerySet[Any]:
        """Return rows with `counted_pk`, the `counted_keys` of the article that prints each, and its language.

        A figure comes once for each article that prints it.
        """
        if self._printings is not None:
            found = self._printings.filter(statistic__in=rows.order_by().values("pk")).annotate(
                counted_pk=F("statistic"), counted_keys=F("article__entry__keys"), counted_language=Value("")
            )
        elif self.kind == "articles":
            found = rows.annotate(counted_pk=F("pk"), counted_keys=F("keys"), counted_language=F("language"))
        else:
            keys = F("article__entry__keys")
            found = rows.annotate(counted_pk=F("pk"), counted_keys=keys, counted_language=Value(""))
        ordered: QuerySet[Any] = found.order_by()
        return ordered

    @cached_property
    def tree(self) -> Tree:
        return Tree.load()

    @cached_property
    def branches(self) -> dict[int, frozenset[int]]:
        """Topics with narrower ones that may be among the first: each with the keys of all of these."""
        direct = {} if self.held is None else of_topics(self.held)
        above = {key: self.tree.narrower(key) for key in self.tree.with_broader(direct)}
        counted = {key: sum(direct.get(one, 0) for one in keys) for key, keys in above.items() if len(keys) > 1}
        first = sorted(counted, key=lambda key: (-counted[key], key))[:MOST_BRANCHES]
        asked_for = [pk for what, pk in self._values if what == Key.TOPIC and len(self.tree.narrower(pk)) > 1]
        return {key: self.tree.narrower(key) for key in dict.fromkeys([*asked_for, *first])}

    @cached_property
    def sums(self) -> Answer | None:
        """For each language: how many rows, how many reviewed, and how many on each of `branches`."""
        return self.reckoning.answer(self._ask_sums)

    def _ask_sums(self, rows: QuerySet[Any]) -> Statement | None:
        columns = ("counted_pk", "counted_keys", "counted_language")
        found = Statement.of(self._with_keys(rows).values_list(*columns))
        if found is None:
            return None
        pk = "DISTINCT pk" if self._printings is not None else "*"
        sql = _SUMS.format(rows=found.sql, pk=pk, branches=_BRANCH.format(pk=pk) * len(self.branches))
        branches = [asked(Key.TOPIC, sorted(keys)) for keys in self.branches.values()]
        return Statement(sql, (asked(Key.CONFIRMED), asked(Key.WAITING), *branches, *found.params))


def of_topics(held: Held) -> dict[int, int]:
    """Return how many rows have each topic itself, the most frequent first."""
    return {pk: number for (what, pk), number in held.numbers.items() if what == Key.TOPIC}


def _escaped(key: str) -> str:
    return key.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
