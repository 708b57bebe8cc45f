"""Two editors of one record: what the other one has written since the form was opened, beside what this one typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Literal

from django.db.models import Model, TextField
from django.utils.translation import gettext as _

from articles.actions import log
from articles.actions.snapshots import plain, snapshot
from articles.curation import pieces
from articles.curation.names import Key, Named, Names, field_of, keys_in
from articles.curation.pieces import Piece
from articles.curation.wording import author, label, rows_of, value_of
from articles.importers.typed import typed_of
from articles.models import Article, Decision, Version

Kind = Literal["theirs only", "mine only", "same", "both"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One side of a field in words: `pieces` are lines where the field holds rows, marked against how it was opened."""

    pieces: tuple[Piece, ...]
    is_list: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    label: str
    kind: Kind
    base: Cell  # when this editor opened the form
    theirs: Cell  # as it stands now
    mine: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    who: tuple[str, ...]  # the newest first
    when: datetime  # of the newest change
    rows: tuple[Row, ...]
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sides:
    """The states of a record's fields; `mine` only has those that this editor changed."""

    base: Mapping[str, Any]
    theirs: Mapping[str, Any]
    mine: Mapping[str, Any]

    def kind(self, name: str) -> Kind | None:
        base, theirs = self.base.get(name), self.theirs.get(name)
        mine = self.mine.get(name, base)
        if mine == base:
            return "theirs only" if theirs != base else None
        if theirs == base:
            return "mine only"
        return "same" if mine == theirs else "both"


def compare(record: Model, seen: int, mine: Mapping[str, Any]) -> Conflict | None:
    """Compare what stands in the table with what an editor typed who knew of decisions up to `seen`.

    `mine` holds the fields that the editor changed, as `snapshots.snapshot` writes them, or as a form cleans them; of
    an article also the fields of its typed text. None where nobody decided anything since.
    """
    since = list(log.decisions_of(record).filter(pk__gt=seen).select_related("by", "subject_type"))
    if not since:
        return None
    table = type(record)
    own = [decision for decision in since if decision.subject_type.model_class() is table]
    current = snapshot(table._default_manager.get(pk=record.pk))
    sides = _sides(current, own, {name: plain(value) for name, value in mine.items()})
    names = Names(_keys(table, sides, [decision for decision in since if decision not in own]), None)
    return Conflict(
        who=tuple(dict.fromkeys(author(decision.by) for decision in since)),
        when=since[0].at,
        rows=(*_rows(table, sides, names), *_texts(table, sides)),
        beside=tuple(dict.fromkeys(_beside(decision, names) for decision in since if decision not in own)),
    )


def _sides(current: Mapping[str, Any], own: Sequence[Decision], mine: Mapping[str, Any]) -> _Sides:
    base = dict(current)
    for decision in own:  # from the newest back: what stays is how it was before the oldest of them
        base |= {name: value for name, value in (decision.before or {}).items() if name in current}
    return _Sides(base=base, theirs=current, mine=mine)


def _keys(table: type[Model], sides: _Sides, of_parts: Iterable[Decision]) -> Iterator[Key]:
    for state in (sides.base, sides.theirs, sides.mine):
        yield from keys_in(table, state)
    for decision in of_parts:
        yield _part(decision), decision.subject_id


def _part(decision: Decision) -> type[Model]:
    part = decision.subject_type.model_class()
    assert part is not None, "only parts that the code knows are read"  # noqa: S101
    return part


def _beside(decision: Decision, names: Names) -> str:
    table = _part(decision)
    return f"{table._meta.verbose_name}: {names.of(table, decision.subject_id).words}"


def _rows(table: type[Model], sides: _Sides, names: Names) -> Iterator[Row]:
    for name in sides.theirs:
        kind = sides.kind(name)
        if kind is None:
            continue
        states = (sides.base.get(name), sides.theirs.get(name), sides.mine.get(name, sides.base.get(name)))
        lists = [rows_of(table, name, state, names) for state in states]
        if any(rows is None for rows in lists):
            said = [value_of(table, name, state, names) for state in states]
            cells = _text_cells(said) if isinstance(field_of(table, name), TextField) else _value_cells(said)
        else:
            cells = _list_cells([list((rows or {}).values()) for rows in lists])
        yield _row(label(table, name), kind, cells)


def _texts(table: type[Model], sides: _Sides) -> Iterator[Row]:
    """Yield the parts of an article's text that either changed: what stands in fields of the form is not in the log."""
    if table is not Article:
        return
    versions = (sides.base.get("current"), sides.theirs.get("current"))
    base, theirs = (_typed(version) for version in versions)
    texts = _Sides(base=base, theirs=theirs, mine={name: sides.mine[name] for name in base if name in sides.mine})
    for name in base:
        if kind := texts.kind(name):
            mine = texts.mine.get(name, base[name])
            words = [Named(words=str(text)) for text in (base[name], theirs[name], mine)]
            yield _row(label(Version, name), kind, _text_cells(words))


def _typed(version: int | None) -> dict[str, str]:
    found = Version.objects.filter(pk=version).first() if version else None
    return typed_fields(found) if found else {}


def typed_fields(version: Version) -> dict[str, str]:
    """Return an article's text as its form shows it, by the form's fields."""
    typed = typed_of(version.blocks.order_by("position"))
    return {field.name: getattr(typed, field.name) for field in fields(typed)}


def _row(heading: str, kind: Kind, cells: Sequence[Cell]) -> Row:
    base, theirs, mine = cells
    return Row(label=heading, kind=kind, base=base, theirs=theirs, mine=mine)


def _value_cells(values: Sequence[Named]) -> list[Cell]:
    base = values[0].words
    return [Cell(pieces=pieces.of_values(base, value.words), url=value.url) for value in values]


def _text_cells(values: Sequence[Named]) -> list[Cell]:
    return [Cell(pieces=pieces.of_texts(values[0].words, value.words)) for value in values]


def _list_cells(values: Sequence[Sequence[str]]) -> list[Cell]:
    return [Cell(pieces=pieces.of_lines(values[0], lines), is_list=True) for lines in values]
