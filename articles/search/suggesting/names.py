"""Names that begin as what is typed: of people, organisations and places, however they are spelt.

Looked through first are those whom the newest articles name, however many names there are: what people type is mostly
in the news, and who is named most comes first. All names are looked through only where these are too few.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from articles.models import Article, Entity, Mention, Quote
from articles.models.keys import Key, asked
from articles.search.field_names import Field
from articles.search.suggesting.meeting import Met, Name, best, may_slip
from articles.search.suggesting.unfinished import Unfinished

MOST: Final = 5
ALIKE: Final = (
    0.45  # word similarity of trigrams, from which on slips are looked at; the limit of `meeting` is narrower
)
_FEW: Final = 3  # fewer than these, and slips of the finger are looked for
_SHORTEST: Final = 3  # letters by which an index finds names; fewer begin too many
_NEWEST: Final = 500  # articles whose names are looked through
_MOST_LOOKED_AT: Final = 40
_WELL_KNOWN: Final = 20  # articles; who is in more is not counted further

# Of an entry's keys the last five bits say what they mean, the others who is meant (models/keys.py).
# EXISTS is asked of no row here: PostgreSQL may answer it by reading the whole table once.
_IN_THE_NEWS: Final = """
WITH newest AS MATERIALIZED (
    SELECT keys FROM articles_articleentry WHERE public AND NOT note
    ORDER BY newest DESC NULLS LAST, article_id DESC LIMIT %s
), told AS MATERIALIZED (
    SELECT key >> 5 AS entity_id, count(*) AS times FROM newest, unnest(keys) key WHERE key & 31 = ANY (%s) GROUP BY 1
)
SELECT entity.*, written, times, ({published}) IS NOT NULL AS publishes FROM told
CROSS JOIN LATERAL (
    SELECT array_agg(ARRAY[name, key]) AS written FROM articles_entityname
    WHERE entity_id = told.entity_id AND (key LIKE %s OR key LIKE %s)
) named
CROSS JOIN LATERAL (
    SELECT * FROM articles_entity WHERE id = told.entity_id AND listed AND merged_into_id IS NULL OFFSET 0
) entity
WHERE written IS NOT NULL AND kind = ANY (%s)
ORDER BY times DESC, entity.id LIMIT %s
"""
# Whom readers may see is asked of one after the other until there are enough: drafts take the place of nobody.
_OF_ALL: Final = """
SELECT entity.*, written, times, ({published}) IS NOT NULL AS publishes FROM (
    SELECT entity_id, array_agg(ARRAY[name, key]) AS written FROM articles_entityname WHERE {like}
    GROUP BY entity_id ORDER BY {order}, min(length(key)), entity_id OFFSET 0
) named
CROSS JOIN LATERAL (
    SELECT * FROM articles_entity WHERE id = named.entity_id AND listed AND merged_into_id IS NULL OFFSET 0
) entity
CROSS JOIN LATERAL (SELECT count(*) AS times FROM ({told}) found) found
WHERE times > 0 AND kind = ANY (%s) LIMIT %s
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    entity: Entity
    met: Met
    written: str  # the name that is met, which need not be the one that pages show
    times: int  # how often the newest articles name it, or some of all
    publishes: bool

    @property
    def order(self) -> tuple[Any, ...]:
        return (*self.met.order, -self.times, *self.met.ties, self.entity.pk)


@dataclass(frozen=True, slots=True)
class _Sql:
    text: str
    params: tuple[Any, ...]

    @classmethod
    def of(cls, rows: QuerySet[Any], *, most: int | None = None) -> _Sql:
        text, params = rows.order_by().values("pk")[:most].query.sql_with_params()
        return cls(text, tuple(params))

    @classmethod
    def all_of(cls, several: Sequence[_Sql]) -> _Sql:
        text = " UNION ALL ".join(f"({one.text})" for one in several)
        return cls(text, tuple(value for one in several for value in one.params))


def names(end: Unfinished) -> list[Found]:
    """Return whom the typed words may mean, the likeliest first; in a field only who can be asked for by it."""
    if not end.words and end.field is None:
        return []
    found = _Search(end)
    found.in_the_news()
    found.of_all()
    found.slipped()
    likeliest = sorted(found.met.values(), key=lambda one: one.order)
    return (_with_pages(likeliest) if end.field == "by" else likeliest)[:MOST]


def _with_pages(found: list[Found]) -> list[Found]:
    """Leave out who speaks but is named nowhere that readers may see: nobody can ask for them."""
    pages = set(Entity.objects.public().filter(pk__in=[one.entity.pk for one in found]).values_list("pk", flat=True))
    return [one for one in found if one.entity.pk in pages]


class _Search:
    """Up to three statements; each is asked only where those before it found too little."""

    def __init__(self, end: Unfinished) -> None:
        self._end = end
        self._keys = end.keys
        self._last = end.keys[-1] if end.words else ""
        self._kinds = list(Entity.SECTIONS["places"] if end.field == "place" else Entity.Kind.values)
        self.met: dict[int, Found] = {}  # by key of the entity

    def in_the_news(self) -> None:
        told = [key for what in _KEYS[self._end.field] for key in asked(what)]
        published = _Sql.of(_published(by="entity.id"), most=1)
        sql = _IN_THE_NEWS.format(published=published.text)
        begins = (f"{self._last}%", f"% {self._last}%")
        self._add(sql, (_NEWEST, told, *published.params, *begins, self._kinds, _MOST_LOOKED_AT))

    def of_all(self) -> None:
        words = self._looked_up()
        if not words:
            return
        like = " AND ".join("(key LIKE %s OR key LIKE %s)" for _ in words)
        begins = tuple(f"{start}{word}%" for word in words for start in ("", "% "))
        # Who has the words before it too comes first, then who begins so.
        before = [f"% {word}%" for word in self._keys[:-1]]
        order = " + ".join(["0", *("(' ' || key LIKE %s)::int" for _ in before)])
        self._ask(like, begins, f"max({order}) DESC, bool_or(key LIKE %s) DESC", (*before, f"{self._last}%"))

    def slipped(self) -> None:
        if len(self.met) < _FEW and may_slip(self._last):
            self._ask("key %%> %s", (self._last,), "max(word_similarity(%s, key)) DESC", (self._last,))

    def _looked_up(self) -> Sequence[str]:
        """Return by which of the typed words all names are looked through; none where there is no need."""
        enough = len(self.met) >= MOST
        if not enough and len(self._last) >= _SHORTEST:
            return (self._last,)
        several = any(found.met.words > 1 for found in self.met.values())
        two = self._keys[-2:]
        return two if len(two) == 2 and len(two[0]) >= _SHORTEST and not (enough and several) else ()

    def _ask(self, like: str, likes: tuple[Any, ...], order: str, orders: tuple[Any, ...]) -> None:
        published = _Sql.of(_published(by="entity.id"), most=1)
        told = _Sql.all_of([_Sql.of(rows, most=_WELL_KNOWN) for rows in _told(self._end.field)])
        sql = _OF_ALL.format(published=published.text, like=like, order=order, told=told.text)
        self._add(sql, (*published.params, *likes, *orders, *told.params, self._kinds, _MOST_LOOKED_AT))

    def _add(self, sql: str, params: Iterable[Any]) -> None:
        for entity in Entity.objects.raw(sql, list(params)):
            known: Any = entity  # with the columns that the statement adds
            # Of names that are met alike the one that pages show is told.
            written = sorted((Name(*name) for name in known.written), key=lambda name: name.text != entity.name)
            nearest = best(self._keys, written) if self._keys else (_UNTYPED, entity.name)
            if nearest and (nearest[0].words == len(self._keys) or not self._end.whole):
                met, name = nearest
                before = self.met.get(entity.pk)
                times = max(known.times, before.times if before else 0)
                found = Found(entity=entity, met=met, written=name, times=times, publishes=known.publishes)
                self.met[entity.pk] = found


_UNTYPED: Final = Met(words=0, slips=0, first=True, length=0)
_KEYS: Final[dict[Field | None, tuple[Key, ...]]] = {
    None: (Key.NAMED, Key.PUBLISHER),
    "by": (Key.SPEAKER,),
    "about": (Key.NAMED,),
    "place": (Key.NAMED,),
    "publisher": (Key.PUBLISHER,),
}


def _told(field: Field | None) -> list[QuerySet[Any]]:
    """Return what lets readers see an entity: where it is named, what it published or said."""
    if field == "by":
        return [Quote.objects.public().without_notes().filter(speaker=_outer("named.entity_id"))]
    if field == "publisher":
        return [_published(by="named.entity_id")]
    named = Mention.objects.public().without_notes().counted().filter(entity=_outer("named.entity_id"))
    return [named] if field else [named, _published(by="named.entity_id")]


def _published(*, by: str) -> QuerySet[Article]:
    return Article.objects.public().without_notes().filter(publisher=_outer(by))


def _outer(column: str) -> RawSQL:
    return RawSQL(column, [])  # noqa: S611 - a column of the statements above
