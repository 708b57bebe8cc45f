"""The history of a record: each decision about it and its parts in words, a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal, cast

from django.contrib.auth.models import AnonymousUser, User
from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Page, Paginator
from django.db.models import Model, Q, QuerySet, TextField
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions import log
from articles.curation import pieces
from articles.curation.names import Key, Names, State, Table, field_of, keys_in
from articles.curation.pieces import Piece
from articles.curation.visible import sees_all, visible_to
from articles.curation.wording import author, in_order, label, rows_of, value_of
from articles.models import Decision, Entity

PAGE: Final = 20

_ACTIONS: Final[Mapping[str, str | Promise]] = {
    "absorb": gettext_lazy("took another entry in"),
    "add": gettext_lazy("added"),
    "change": gettext_lazy("changed"),
    "check": gettext_lazy("looks right as it was read"),
    "confirm": gettext_lazy("confirmed"),
    "describe": gettext_lazy("described"),
    "erase": gettext_lazy("erased"),
    "import": gettext_lazy("imported"),
    "merge": gettext_lazy("merged into another"),
    "name_again": gettext_lazy("named as before: the name is not rejected any more"),
    "publish": gettext_lazy("published"),
    "reject": gettext_lazy("rejected"),
    "revert": gettext_lazy("an earlier change taken back"),
    "revise": gettext_lazy("text corrected"),
    "suggest": gettext_lazy("found by the rules"),
    "text_changed": gettext_lazy("text changed"),
    "topic": gettext_lazy("topic given"),
    "unmerge": gettext_lazy("parted again"),
    "unname": gettext_lazy("a rejected name taken out"),
    "withdraw": gettext_lazy("withdrawn"),
}
# Where the other one of two stands in the decision, and the words that take its name.
_WITH_ANOTHER: Final[Mapping[str, tuple[str, str | Promise]]] = {
    "merge": ("merged_into", gettext_lazy("merged into “%(other)s”")),
    "absorb": ("absorbed", gettext_lazy("“%(other)s” was merged into it")),
    "unmerge": ("parted", gettext_lazy("parted from “%(other)s” again")),
}
# In the words for the action; and which text sent a fact back, for who takes that text back.
_TOLD_BY_ACTION: Final = frozenset({"absorbed", "parted", "text"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    kind: Literal["added", "removed", "changed"]
    before: str  # "" for one that was added
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field: `rows` where it holds rows, `pieces` where it is a text, else two values in words ("" for none)."""

    label: str
    before: str = ""
    after: str = ""
    before_url: str = ""  # public page of the record named, "" where there is none
    after_url: str = ""
    kind: Literal["value", "text", "rows"] = "value"
    pieces: tuple[Piece, ...] = ()
    rows: tuple[RowChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    key: int  # of the decision
    who: str
    when: datetime
    action: str  # in words: confirmed
    reason: str
    part: str  # which part of the record it is about; "" for the record itself
    changes: tuple[Change, ...]
    obstacle: str  # why it cannot be taken back, a sentence; "" when it can


def entries(
    record: Model,
    *,
    user: User | AnonymousUser,
    page: int | str = 1,
    obstacle: Callable[[Decision], str] | None = None,
) -> Page[Entry]:
    """Return one page of a record's history, newest first; a page that is none is the nearest one.

    `user` reads no name of what they may not see. `obstacle` says why a decision cannot be taken back ("" when it
    can); without it nothing is offered. The number of queries does not grow with the record's parts, nor with the
    entries but for what `obstacle` asks of each: a page holds few.
    """
    paginator = Paginator(_decisions(record, user), PAGE)
    found = paginator.get_page(page)
    told = list(found.object_list)
    tables = ContentType.objects.get_for_models(type(record), *(table for table, _column in _parts(record)))
    models = {kind.pk: table for table, kind in tables.items()}
    read = [(decision, models[decision.subject_type_id]) for decision in told]
    names = Names(_keys(record, read), user)
    made = [_entry(record, decision, table, names, obstacle) for decision, table in read]
    return Page(made, found.number, cast(Any, paginator))


def changes_of(table: Table, before: State | None, after: State | None, names: Names) -> tuple[Change, ...]:
    """Word what differs between two states of a row, in the order of its fields; blank on both sides is left out."""
    was, became = before or {}, after or {}
    told = in_order(table, {*was, *became} - _TOLD_BY_ACTION)
    found = (_change(table, name, was.get(name), became.get(name), names) for name in told)
    return tuple(change for change in found if change)


def _parts(record: Model) -> list[tuple[Table, str]]:
    part = log.PARTS.get(type(record))
    return [part] if part else []


def _decisions(record: Model, user: User | AnonymousUser) -> QuerySet[Decision]:
    """Return the decisions about a record and those of its parts that the user may see."""
    found = log.decisions_of(record).select_related("by", "subject_type")
    if sees_all(user):
        return found
    for table, column in _parts(record):
        seen = visible_to(user, table._default_manager.filter(**{column: record.pk}))
        kind = ContentType.objects.get_for_model(table)
        found = found.filter(~Q(subject_type=kind) | Q(subject_id__in=seen.values("pk")))
    return found


def _keys(record: Model, read: Iterable[tuple[Decision, Table]]) -> Iterator[Key]:
    for decision, table in read:
        yield from keys_in(table, decision.before)
        yield from keys_in(table, decision.after)
        if table is not type(record):
            yield table, decision.subject_id


def _entry(
    record: Model,
    decision: Decision,
    table: Table,
    names: Names,
    obstacle: Callable[[Decision], str] | None,
) -> Entry:
    part = "" if table is type(record) else f"{table._meta.verbose_name}: {names.of(table, decision.subject_id).words}"
    return Entry(
        key=decision.pk,
        who=author(decision.by),
        when=decision.at,
        action=_action(decision, names),
        reason=decision.reason,
        part=part,
        changes=changes_of(table, decision.before, decision.after, names),
        obstacle=obstacle(decision) if obstacle else _("You may look at the history, but not take back what it tells."),
    )


def _action(decision: Decision, names: Names) -> str:
    column, words = _WITH_ANOTHER.get(decision.action, ("", ""))
    other = (decision.after or {}).get(column) or (decision.before or {}).get("merged_into" if column else "")
    if isinstance(other, int):
        return str(words) % {"other": names.of(Entity, other).words}
    return str(_ACTIONS.get(decision.action, decision.action.replace("_", " ")))


def _change(table: Table, name: str, before: Any, after: Any, names: Names) -> Change | None:
    if isinstance(before, list) or isinstance(after, list):
        was, became = rows_of(table, name, before, names), rows_of(table, name, after, names)
        if was is not None and became is not None:
            rows = _compare(was, became)
            return Change(label=label(table, name), kind="rows", rows=rows) if rows else None
    old, new = value_of(table, name, before, names), value_of(table, name, after, names)
    if not old.words and not new.words:
        return None
    is_text = isinstance(field_of(table, name), TextField) and old.words and new.words
    return Change(
        label=label(table, name),
        before=old.words,
        after=new.words,
        before_url=old.url,
        after_url=new.url,
        kind="text" if is_text else "value",
        pieces=pieces.of_texts(old.words, new.words) if is_text else (),
    )


def _compare(was: Mapping[Any, str], became: Mapping[Any, str]) -> tuple[RowChange, ...]:
    """Compare rows by their keys: the removed first, then the others in their order now."""
    removed = [RowChange(kind="removed", before=words, after="") for key, words in was.items() if key not in became]
    others: Sequence[RowChange] = [
        RowChange(kind="changed" if key in was else "added", before=was.get(key, ""), after=words)
        for key, words in became.items()
        if was.get(key) != words
    ]
    return (*removed, *others)
