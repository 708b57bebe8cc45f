"""Names of the records that states in the log point to, read together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field, ForeignKey, ForeignObjectRel, ManyToManyField, Model, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.curation.paragraphs import name_of, paragraph_of
from articles.curation.visible import sees_all, visible_to
from articles.models import (
    Anchor,
    Article,
    ArticleTopic,
    Block,
    DateMention,
    Entity,
    Mention,
    Printing,
    Quote,
    Version,
)

Table = type[Model]
State = Mapping[str, Any]
Key = tuple[Table, int]

# What the log says of a merge beside the fields: one other entity by key.
OTHERS: Final[Mapping[str, Table]] = {"absorbed": Entity, "parted": Entity}
# What the names of these records are made of.
_NAMED_WITH: Final[Mapping[Table, tuple[str, ...]]] = {
    Article: ("current",),
    ArticleTopic: ("topic", "article__current"),
    DateMention: ("article__current",),
    Mention: ("entity", "article__current"),
    Printing: ("statistic", "article__current"),
    Quote: ("article__current",),
    Version: ("article",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Another record in words; `url` is its public page where a reader may follow it, else ""."""

    words: str
    url: str = ""


class Names:
    """Names of the records that states point to: read once, one query for each of their models."""

    def __init__(self, keys: Iterable[Key], user: User | AnonymousUser | None) -> None:
        """`user` may not see every record, and reads no name of those; None is not asked (a page for all-seeing)."""
        wanted: dict[Table, set[int]] = {}
        for table, key in keys:
            wanted.setdefault(table, set()).add(key)
        self._names = {(table, row.pk): _name(row) for table in wanted for row in _read(table, wanted[table], user)}
        self.all_seen = user is None or sees_all(user)

    def of(self, table: Table, key: int) -> Named:
        return self._names.get((table, key)) or Named(words=_("(gone)") if self.all_seen else _("(not shown)"))

    def has(self, table: Table, key: int) -> bool:
        return (table, key) in self._names


def keys_in(table: Table, state: State | None) -> Iterator[Key]:
    """Yield every record that a state of a `table`'s row points to."""
    for name, value in (state or {}).items():
        field = field_of(table, name)
        other: Any = field.related_model if field is not None else OTHERS.get(name)
        if isinstance(value, int) and (name in OTHERS or isinstance(field, ForeignKey)):
            yield other, value
        elif isinstance(field, ManyToManyField):
            yield from ((other, key) for key in value or ())
        elif isinstance(field, ForeignObjectRel) and isinstance(value, list):
            for row in value:
                yield from (pair for pair in keys_in(other, row) if pair[0] is not table)


def field_of(table: Table, name: str) -> Field | ForeignObjectRel | None:
    """Return a model's field or set of rows; None for what the log says beside the fields."""
    try:
        return table._meta.get_field(name)  # type: ignore[return-value]
    except FieldDoesNotExist:
        return None


def _read(table: Table, keys: set[int], user: User | AnonymousUser | None) -> QuerySet[Any]:
    rows = table._default_manager.filter(pk__in=keys).order_by()
    if table is Block:
        rows = rows.annotate(paragraph=paragraph_of()).defer("text")
    paths = _NAMED_WITH.get(table, ())
    texts = [f"{path}__body" for path in paths if path.endswith("current")]
    rows = rows.select_related(*paths).defer(*texts, *(["body"] if table is Version else [])) if paths else rows
    return rows if user is None else visible_to(user, rows)


def _name(row: Model) -> Named:
    match row:
        case Version():
            public = row.article.state == Article.State.PUBLISHED
            url = reverse("articles:article_version", args=[row.article_id, row.number]) if public else ""
            return Named(words=_("version %(number)s") % {"number": row.number}, url=url)
        case Block():
            return Named(words=name_of(row, row.paragraph))  # type: ignore[attr-defined] # annotated
        case Anchor():
            return Named(words=f"“{row.exact}”")
        case Printing():
            return Named(words=str(row.article))
        case ArticleTopic():
            return Named(words=str(row.topic))
        case Entity() if row.gloss:
            return Named(words=f"{row.name} ({row.gloss})")
    return Named(words=str(row))
