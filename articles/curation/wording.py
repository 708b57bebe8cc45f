"""States of records, as the log holds them, in words: labels of fields, names of other records, rows in a line each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from django.contrib.auth.models import User
from django.db.models import (
    BooleanField,
    DecimalField,
    Field,
    ForeignKey,
    ForeignObjectRel,
    ManyToManyField,
)
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions.references import in_words
from articles.curation.names import OTHERS, Named, Names, State, Table, field_of
from articles.models import (
    Anchor,
    Block,
    EntityName,
    Notice,
    RelayHop,
)

# Fields whose names say too little beside a value.
_LABELS: Final[Mapping[tuple[Table | None, str], str | Promise]] = {
    (None, "hops"): gettext_lazy("way from the mouth to the page"),
    (None, "anchors"): gettext_lazy("words that it rests on"),
    (None, "names"): gettext_lazy("names"),
    (None, "notices"): gettext_lazy("correction notices"),
    (None, "key"): gettext_lazy("folded name"),
}
# What the log says of a merge beside the fields: how many keys of each kind.
_MOVED: Final = frozenset({"moved", "doubled", "left"})


def in_order(table: Table, names: Iterable[str]) -> list[str]:
    """Sort names as the model has its fields, rows after columns, what is no field last: JSON keeps no order."""
    places = {
        field.name: place for place, field in enumerate((*table._meta.concrete_fields, *table._meta.many_to_many))
    }
    last = len(places)
    return sorted(names, key=lambda name: (places.get(name, last + (field_of(table, name) is None)), name))


def label(table: Table, name: str) -> str:
    """Name a field in plain words, as a heading is written."""
    own = _LABELS.get((table, name)) or _LABELS.get((None, name))
    field = field_of(table, name)
    plain = field.verbose_name if isinstance(field, Field) else name.replace("_", " ")
    return str(capfirst(str(own or plain)))


def rows_of(table: Table, name: str, value: Any, names: Names) -> dict[Any, str] | None:
    """Return rows that belong to a record, or records in a set, as key -> line; None for a single value."""
    field = field_of(table, name)
    if isinstance(field, ManyToManyField):
        return {key: names.of(field.related_model, key).words for key in value or ()}  # type: ignore[arg-type]
    if isinstance(field, ForeignObjectRel) and isinstance(value, (list, type(None))):
        other: Any = field.related_model
        return {row.get("id") or f"new {place}": line(other, row, names) for place, row in enumerate(value or ())}
    return None


def value_of(table: Table, name: str, value: Any, names: Names) -> Named:
    """Write one value of a state; blank where there is none."""
    field = field_of(table, name)
    if value is None or value in ("", [], {}):
        return Named(words="")
    if isinstance(field, ForeignKey) and isinstance(value, int):
        return names.of(field.related_model, value)  # type: ignore[arg-type]
    if field is None and name in OTHERS:
        return names.of(OTHERS[name], value)
    if field is None and name in _MOVED:
        # Their number would tell of articles that the user may not see.
        return Named(words=", ".join(in_words(value)) if names.all_seen else "")
    return Named(words=_plain_words(field, value))


def _plain_words(field: Field | ForeignObjectRel | None, value: Any) -> str:
    if isinstance(value, bool) or isinstance(field, BooleanField):
        return _("yes") if value else _("no")
    if isinstance(field, Field) and field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, DecimalField):
        return _number(value)
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {part}" for key, part in value.items())
    if isinstance(value, (list, tuple)):
        return ", ".join(str(part) for part in value)
    return str(value)


def _number(value: Any) -> str:
    try:
        return str(number_format(f"{Decimal(str(value)).normalize():f}", use_l10n=True, force_grouping=True))
    except InvalidOperation:  # what an editor typed may be no number
        return str(value)


def line(table: Table, row: State, names: Names) -> str:
    """Write a row that belongs to a record in one line, with all that an editor sets in it."""

    def said(name: str) -> str:
        return value_of(table, name, row.get(name), names).words

    if table is Anchor:
        return _anchor(row, said("role"), said("block"), said("state"), names)
    if table is RelayHop:
        agent = said("agent") or _("not named")
        stated = _("stated") if row.get("stated") else _("inferred")
        words = f"{int(row.get('position') or 0) + 1}. {said('role')} {agent}, {stated}"
        return _joined(words, said("evidence"), said("note"))
    if table is EntityName:
        about = ", ".join(filter(None, (said("kind"), said("language"), said("basis"))))
        return f"{row.get('name', '')} ({about})"
    if table is Notice:
        return _joined(said("dated"), said("text"), said("url"))
    return _joined(*(said(name) for name in row if name != "id"))


def _anchor(row: State, role: str, block: str, state: str, names: Names) -> str:
    if not names.has(Block, row.get("block") or 0):  # words of an article that is gone or hidden
        return f"{role}: {block}"
    words = f"{role}: “{row.get('exact', '')}” ({block})"
    return words if row.get("state") == Anchor.State.OK else f"{words}, {state}"


def _joined(*parts: str) -> str:
    return "; ".join(filter(None, parts))


def author(user: User | None) -> str:
    """Name the one who decided."""
    return (user.get_full_name() or user.get_username()) if user else _("a command")
