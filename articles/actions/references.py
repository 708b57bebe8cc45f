"""Every column that names an entity, found in the tables themselves, so that a merge forgets no new one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from django.db.models import ForeignKey, ManyToOneRel, Model, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from articles.actions.snapshots import CHILDREN, columns, plain
from articles.models import Entity

NAMES: Final = "entity.names"  # no column that a merge moves: names are added, and taken away again
# What a merge moves, by `Column.label`, as pages word it.
WORDS: Final[Mapping[str, Any]] = {
    "article.publisher": ngettext_lazy(
        "%(count)d article that it published", "%(count)d articles that it published", "count"
    ),
    "mention.entity": ngettext_lazy("%(count)d mention", "%(count)d mentions", "count"),
    "mention.role_at": ngettext_lazy("%(count)d role held there", "%(count)d roles held there", "count"),
    "quote.speaker": ngettext_lazy("%(count)d quote as its speaker", "%(count)d quotes as their speaker", "count"),
    "quote.addressee": ngettext_lazy(
        "%(count)d quote as its addressee", "%(count)d quotes as their addressee", "count"
    ),
    "quote.on_behalf_of": ngettext_lazy(
        "%(count)d quote spoken on its behalf", "%(count)d quotes spoken on its behalf", "count"
    ),
    "quote.hops": ngettext_lazy(
        "%(count)d step in the way of a quote", "%(count)d steps in the way of quotes", "count"
    ),
    "statistic.stated_by": ngettext_lazy(
        "%(count)d figure that it stated", "%(count)d figures that it stated", "count"
    ),
    "statistic.place": ngettext_lazy("%(count)d figure of this place", "%(count)d figures of this place", "count"),
    "series.place": ngettext_lazy("%(count)d series of this place", "%(count)d series of this place", "count"),
    "event.place": ngettext_lazy("%(count)d event at this place", "%(count)d events at this place", "count"),
    "event.participants": ngettext_lazy("%(count)d event with it", "%(count)d events with it", "count"),
    "event.reported_by": ngettext_lazy(
        "%(count)d event that it reported", "%(count)d events that it reported", "count"
    ),
    NAMES: ngettext_lazy("%(count)d name that it was given", "%(count)d names that it was given", "count"),
    "entity.merged_into": ngettext_lazy(
        "%(count)d name merged into it before", "%(count)d names merged into it before", "count"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A foreign key to Entity, and the record whose history tells of it: a hop is part of its quote."""

    table: type[Model]
    name: str
    record: type[Model]
    key: str  # the column of `table` that holds the record's key
    field: str  # the field of the record's snapshot that shows the column

    @property
    def label(self) -> str:
        return f"{self.record._meta.model_name}.{self.field}"

    @property
    def paired(self) -> bool:
        """Whether it is one side of a many-to-many: a record may name an entity once."""
        return bool(self.table._meta.auto_created)

    def naming(
        self, entity: Entity, *, records: Iterable[int] | None = None, rows: Iterable[int] | None = None
    ) -> dict[int, int]:
        """Return the rows that name `entity`, key of the row -> key of its record; of some records or rows alone."""
        found = self.rows(entity)
        found = found if records is None else found.filter(**{f"{self.key}__in": list(records)})
        found = found if rows is None else found.filter(pk__in=list(rows))
        return {row.pk: row.pk if self.key == "pk" else getattr(row, f"{self.key}_id") for row in found}

    def rows(self, entity: Entity) -> QuerySet[Any]:
        only = ["pk"] if self.key == "pk" else ["pk", self.key]
        return self.table._default_manager.filter(**{self.name: entity}).order_by("pk").only(*only)

    def hold(self, records: Iterable[int]) -> None:
        """Lock records in the order of their keys, as everybody does before writing what belongs to them."""
        held = self.record._default_manager.filter(pk__in=set(records)).order_by("pk")
        list(held.select_for_update(of=("self",)).values_list("pk"))

    def records(self, keys: Iterable[int]) -> QuerySet[Any]:
        """Return records with what their names are made of."""
        has = {field.name for field in self.record._meta.fields}
        paths = {"article": "article__current", "current": "current", "entity": "entity"}
        loaded = [path for name, path in paths.items() if name in has]
        found = self.record._default_manager.filter(pk__in=keys).order_by("pk")
        return found.select_related(*loaded) if loaded else found

    def states(self, records: Collection[int]) -> dict[int, Any]:
        """Return by record's key what its snapshot holds under `field`."""
        rows = self.table._default_manager.filter(**{f"{self.key}__in": records}).order_by("pk")
        if self.key == "pk":
            return dict(rows.values_list("pk", self.name))
        lists: dict[int, list[Any]] = defaultdict(list)
        for row in rows:
            shown = getattr(row, f"{self.name}_id") if self.paired else _values(row)
            lists[getattr(row, f"{self.key}_id")].append(shown)
        return {key: sorted(lists[key]) if self.paired else lists[key] for key in records}


@cache
def references() -> tuple[Column, ...]:
    """Return the columns that name entities, but for an entity's own rows (its names)."""
    own = {Entity._meta.get_field(name).related_model for name in CHILDREN[Entity]}
    relations = Entity._meta.get_fields(include_hidden=True)
    return tuple(
        _column(relation.field)
        for relation in relations
        if isinstance(relation, ManyToOneRel) and relation.related_model not in own
    )


def in_words(moved: Mapping[str, Collection[Any]]) -> list[str]:
    """Word lists of keys by `Column.label`, as the log of a merge holds them; empty ones are left out."""
    order = {label: place for place, label in enumerate(WORDS)}  # the log's JSON keeps none of its own
    labels = sorted(moved, key=lambda label: order.get(label, len(order)))
    return [worded(label, len(moved[label])) for label in labels if moved[label]]


def worded(label: str, count: int) -> str:
    """Word a number of rows of one column."""
    if label not in WORDS:
        return _("%(count)d × %(label)s") % {"count": count, "label": label}
    return str(WORDS[label] % {"count": count})


def _column(field: ForeignKey[Any, Any]) -> Column:
    table = field.model
    record: Any = table._meta.auto_created
    if record:
        pair = next(pair for pair in record._meta.many_to_many if pair.remote_field.through is table)
        return Column(table=table, name=field.name, record=record, key=pair.m2m_field_name(), field=pair.name)
    for owner, names in CHILDREN.items():
        for name in names:
            relation = owner._meta.get_field(name)
            if isinstance(relation, ManyToOneRel) and relation.related_model is table:
                return Column(table=table, name=field.name, record=owner, key=relation.field.name, field=name)
    return Column(table=table, name=field.name, record=table, key="pk", field=field.name)


def _values(row: Model) -> dict[str, Any]:
    return {"id": row.pk, **{field.name: plain(field.value_from_object(row)) for field in columns(row)}}
