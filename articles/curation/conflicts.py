"""Two editors of one record: what the other one has written since the form was opened, beside what this one typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any, Literal

from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.actions import log
from articles.actions.snapshots import CHILDREN, snapshot
from articles.curation.cells import Cell, cells_of, lines, text_cells
from articles.curation.names import Key, Named, Names, keys_in
from articles.curation.row_edits import RowEdit, applied
from articles.curation.wording import author, label
from articles.importers.typed import typed_of
from articles.models import Article, Decision, Version

Kind = Literal["theirs only", "mine only", "same", "both"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    label: str
    kind: Kind
    base: Cell  # when this editor opened the form
    theirs: Cell  # as it stands now
    mine: Cell
    saved: Cell | None = None  # of rows that this editor edited: those there would be, marked against `theirs`


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A row that the others took out."""

    words: str
    is_edited: bool  # by this editor, who adds it anew by saving


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    who: tuple[str, ...]  # the newest first; nobody is known where rows moved without a decision
    when: datetime | None  # of the newest change
    rows: tuple[Row, ...]
    gone: tuple[Gone, ...]
    beside: tuple[str, ...]  # parts that changed beside the record itself, which no field of it shows

    @property
    def names(self) -> str:
        """Name the others in one phrase."""
        *before, last = self.who
        return _("%(names)s and %(last)s") % {"names": ", ".join(before), "last": last} if before else last

    @property
    def alone(self) -> bool:
        """Whether one person did it all."""
        return len(self.who) == 1

    @property
    def is_fresh(self) -> bool:
        """Whether the newest change was made within the last minute."""
        return self.when is not None and timezone.now() - self.when < timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sides:
    """The states of a record's fields; `mine` only has those that this editor changed, `saved` the rows among them."""

    base: Mapping[str, Any]
    theirs: Mapping[str, Any]
    mine: Mapping[str, Any]
    saved: Mapping[str, Any]

    @property
    def all(self) -> tuple[Mapping[str, Any], ...]:
        return self.base, self.theirs, self.mine, self.saved

    def kind(self, name: str) -> Kind | None:
        base, theirs = self.base.get(name), self.theirs.get(name)
        mine = self.mine.get(name, base)
        if mine == base:
            return "theirs only" if theirs != base else None
        if theirs == base:
            return "mine only"
        return "same" if mine == theirs else "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A part of the record (`log.PARTS`) that this editor edited; without a key it is new."""

    table: type[Model]
    key: int | None
    sides: _Sides


def compare(record: Model, seen: int, mine: Mapping[str, Any], *, rows_gone: bool = False) -> Conflict | None:
    """Compare what stands in the table with what an editor typed who knew of decisions up to `seen`.

    `mine` holds the fields that the editor changed, as `snapshots.snapshot` writes them, or as a form cleans them; of
    an article also the fields of its typed text. Rows that belong to the record, and its parts, are lists of RowEdit.
    None where nobody decided anything since, unless `rows_gone`: a new text moves words of a fact and leaves no
    decision about it.
    """
    since = _since(record, seen, text_too=rows_gone)
    if not since and not rows_gone:
        return None
    table = type(record)
    own = [decision for decision in since if decision.subject_type.model_class() is table]
    others = [decision for decision in since if decision not in own]
    sides = _sides(snapshot(table._default_manager.get(pk=record.pk)), own, mine)
    parts = list(_parts(record, others, mine))
    names = Names(_keys(table, sides, parts, others), None)
    return Conflict(
        who=tuple(dict.fromkeys(author(decision.by) for decision in since)),
        when=since[0].at if since else None,
        rows=(*_rows(table, sides, names), *_texts(table, sides), *_rows_of_parts(parts, names)),
        gone=tuple(_gone(table, sides, mine, names)),
        beside=tuple(dict.fromkeys(_beside(decision, names) for decision in others)),
    )


def _since(record: Model, seen: int, *, text_too: bool) -> list[Decision]:
    """Return the decisions about the record, newest first; without any, that which gave its article a new text."""
    since = list(log.decisions_of(record).filter(pk__gt=seen).select_related("by", "subject_type"))
    article = getattr(record, "article", None)
    if since or not text_too or article is None:
        return since
    texts = log.decisions_of(article).filter(after__has_key="current")
    return list(texts.select_related("by", "subject_type")[:1])


def _sides(current: Mapping[str, Any], own: Sequence[Decision], mine: Mapping[str, Any]) -> _Sides:
    base = dict(current)
    for decision in own:  # from the newest back: what stays is how it was before the oldest of them
        base |= {name: value for name, value in (decision.before or {}).items() if name in current}
    rows = {name: value for name, value in mine.items() if _are_rows(value)}
    mine = {name: value for name, value in mine.items() if name in current or name not in rows}  # parts stand apart
    rows = {name: value for name, value in rows.items() if name in current}
    return _Sides(
        base=base,
        theirs=current,
        mine={name: applied(value, to=base.get(name), opened=base.get(name)) for name, value in mine.items()},
        saved={name: applied(value, to=current.get(name), opened=base.get(name)) for name, value in rows.items()},
    )


def _are_rows(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], RowEdit)


def _parts(record: Model, decisions: Sequence[Decision], mine: Mapping[str, Any]) -> Iterator[_Part]:
    """Yield the parts of the record that this editor edited."""
    table, column = log.PARTS.get(type(record), (None, ""))
    if table is None:
        return
    edits: list[RowEdit] = mine.get(str(table._meta.get_field(column).remote_field.get_accessor_name()), [])  # type: ignore[union-attr]
    standing = {row.pk: row for row in table._default_manager.filter(pk__in=[edit.key for edit in edits if edit.key])}
    for edit in edits:
        about = [one for one in decisions if one.subject_id == edit.key and one.subject_type.model_class() is table]
        current = snapshot(standing[edit.key]) if edit.key in standing else {}
        yield _Part(table=table, key=edit.key, sides=_sides(current, about, edit.values or {}))


def _keys(table: type[Model], sides: _Sides, parts: Iterable[_Part], of_others: Iterable[Decision]) -> Iterator[Key]:
    for state in sides.all:
        yield from keys_in(table, state)
    for part in parts:
        for state in part.sides.all:
            yield from keys_in(part.table, state)
        if part.key:
            yield part.table, part.key
    for decision in of_others:
        yield _part(decision), decision.subject_id


def _part(decision: Decision) -> type[Model]:
    part = decision.subject_type.model_class()
    assert part is not None, "only parts that the code knows are read"  # noqa: S101
    return part


def _beside(decision: Decision, names: Names) -> str:
    table = _part(decision)
    return f"{table._meta.verbose_name}: {names.of(table, decision.subject_id).words}"


def _rows(table: type[Model], sides: _Sides, names: Names, heading: str = "") -> Iterator[Row]:
    for name in sides.theirs or sides.mine:
        kind = sides.kind(name)
        if kind is None:
            continue
        states = [sides.base.get(name), sides.theirs.get(name), sides.mine.get(name, sides.base.get(name))]
        states += [sides.saved[name]] if name in sides.saved else []
        yield _row(heading + label(table, name), kind, cells_of(table, name, states, names))


def _gone(table: type[Model], sides: _Sides, mine: Mapping[str, Any], names: Names) -> Iterator[Gone]:
    for name in CHILDREN.get(table, ()):
        standing = {row["id"] for row in sides.theirs[name]}
        edited = {edit.key for edit in mine.get(name, ()) if edit.values is not None}
        for key, words in lines(table, name, sides.base[name], names).items():
            if key not in standing:
                yield Gone(words=words, is_edited=key in edited)


def _rows_of_parts(parts: Iterable[_Part], names: Names) -> Iterator[Row]:
    for part in parts:
        kind = str(part.table._meta.verbose_name)
        heading = f"{kind} “{names.of(part.table, part.key).words}”: " if part.key else f"{kind}: "
        yield from _rows(part.table, part.sides, names, heading)


def _texts(table: type[Model], sides: _Sides) -> Iterator[Row]:
    """Yield the parts of an article's text that either changed: what stands in fields of the form is not in the log."""
    if table is not Article:
        return
    versions = (sides.base.get("current"), sides.theirs.get("current"))
    base, theirs = (_typed(version) for version in versions)
    mine_too = {name: sides.mine[name] for name in base if name in sides.mine}
    texts = _Sides(base=base, theirs=theirs, mine=mine_too, saved={})
    for name in base:
        if kind := texts.kind(name):
            mine = texts.mine.get(name, base[name])
            words = [Named(words=str(text)) for text in (base[name], theirs[name], mine)]
            yield _row(label(Version, name), kind, text_cells(words))


def _typed(version: int | None) -> dict[str, str]:
    found = Version.objects.filter(pk=version).first() if version else None
    return typed_fields(found) if found else {}


def typed_fields(version: Version) -> dict[str, str]:
    """Return an article's text as its form shows it, by the form's fields."""
    typed = typed_of(version.blocks.order_by("position"))
    return {field.name: getattr(typed, field.name) for field in fields(typed)}


def _row(heading: str, kind: Kind, cells: Sequence[Cell]) -> Row:
    base, theirs, mine, *saved = cells
    return Row(label=heading, kind=kind, base=base, theirs=theirs, mine=mine, saved=saved[0] if saved else None)
