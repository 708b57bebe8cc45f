"""Merging two entities that are one, and parting them again: exactly, from what the log holds of the merge.

A merge writes one decision on the one that goes ("merge": every key that moved), one on the one that stays ("absorb":
the names that it gained), and a "change" on each record that names another entity from then on. So a quote's history
tells of it, and an editor who had the quote open is told before saving the old speaker over the new one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q
from django.utils.translation import gettext as _

from articles.actions import log
from articles.actions.editing import unhurried
from articles.actions.entities import Written, lacking, write_names
from articles.actions.moves import Moves
from articles.actions.references import NAMES, Column, in_words, references, worded
from articles.actions.refresh import refresh_named
from articles.actions.snapshots import difference, snapshot
from articles.models import Decision, Entity, EntityName

MOST_EXAMPLES: Final = 5


class CannotMerge(Exception):
    """The two cannot be merged, or parted; the message is a sentence for the editor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving:
    """What a merge moves of one kind: how many in words ("3 mentions"), and the first records."""

    words: str
    count: int
    examples: Sequence[Model]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    source: Entity
    into: Entity
    moving: Sequence[Moving]  # only kinds of which there are some
    names: Sequence[str]  # that `into` will have besides its own
    warnings: Sequence[str]  # sentences about what speaks against it


def preview(source: Entity, into: Entity) -> Preview:
    """Tell what a merge of `source` into `into` would do.

    Raises:
        CannotMerge: it would be refused.
    """
    _check(source, into)
    moving = [_moving(column, source) for column in references()]
    return Preview(
        source=source,
        into=into,
        moving=[kind for kind in moving if kind.count],
        names=[written.name for written in lacking(into, _names_of(source))],
        warnings=list(_warnings(source, into)),
    )


def merge(source: Entity, *, into: Entity, by: User | None, reason: str = "") -> Decision:
    """Let everything that names `source` name `into`; the address of `source` leads there from now on.

    Returns the decision that `unmerge` takes. Facts keep their status.

    Raises:
        CannotMerge: see `_check`; nothing is written.
    """
    with unhurried(alone=True):
        source, into = _held(source.pk, into.pk)
        _check(source, into)
        before = snapshot(into)
        moves = Moves(old=source, new=into)
        moved, doubled = moves.forth()
        moves.log(by=by, reason=_because(f"“{source}” was merged into “{into}”.", reason))
        write_names(into, _names_of(source))
        Entity.objects.filter(pk=source.pk).update(merged_into=into)
        decision = log.record(
            source,
            "merge",
            by=by,
            reason=reason,
            before={"merged_into": None},
            after={"merged_into": into.pk, "moved": moved, "doubled": doubled},
        )
        _log_other(into, before, "absorb", by=by, reason=reason, absorbed=source.pk)
        refresh_named([into.pk])
    return decision


def unmerge(decision: Decision, *, by: User | None, reason: str = "") -> Decision:
    """Part two entities again: what the merge moved moves back, unless somebody has changed it since.

    Returns the decision about it; `left_behind` words what could not be moved back.

    Raises:
        CannotMerge: the merge is not in effect, or the one that stayed was merged itself.
    """
    if decision.action != "merge" or not decision.after or "moved" not in decision.after:
        raise CannotMerge(_("This change is not a merge."))
    told = decision.after
    with unhurried(alone=True):
        source, into = _held(decision.subject_id, told["merged_into"])
        _check_parting(source, into, decision)
        before = snapshot(into)
        Entity.objects.filter(pk=source.pk).update(merged_into=None)
        moves = Moves(old=into, new=source)
        moved, left = moves.back(told["moved"], told["doubled"])
        moves.log(by=by, reason=_because(f"“{source}” and “{into}” were parted again.", reason))
        left |= _remove_names(into, decision)
        parted = log.record(
            source,
            "unmerge",
            by=by,
            reason=reason,
            before={"merged_into": into.pk},
            after={"merged_into": None, "moved": moved, "left": left},
        )
        _log_other(into, before, "unmerge", by=by, reason=reason, parted=source.pk)
        refresh_named([source.pk, into.pk])
    return parted


def in_effect(entity: Entity) -> Decision | None:
    """Return the merge that an entity is gone by; None for one that stands."""
    if entity.merged_into_id is None:
        return None
    about = Decision.objects.filter(subject_type=ContentType.objects.get_for_model(Entity), subject_id=entity.pk)
    return about.filter(action="merge").order_by("-pk").first()


def moved_in_words(decision: Decision) -> list[str]:
    """Word what a merge, or its undoing, has moved: "12 mentions", "1 quote as its speaker"."""
    return in_words((decision.after or {}).get("moved", {}))


def left_behind(parted: Decision) -> list[str]:
    """Word what an `unmerge` could not move back, because somebody had changed it since; mostly nothing."""
    return in_words((parted.after or {}).get("left", {}))


def _check(source: Entity, into: Entity) -> None:
    told: dict[str, object] = {"source": source, "into": into}
    if source.pk == into.pk:
        raise CannotMerge(_("“%(source)s” cannot be merged into itself.") % told)
    for one in (source, into):
        if one.merged_into:
            told |= {"one": one, "kept": one.merged_into}
            raise CannotMerge(_("“%(one)s” is merged into “%(kept)s” already.") % told)
    if source.section != into.section:
        told |= {"source_kind": source.get_kind_display(), "into_kind": into.get_kind_display()}
        raise CannotMerge(
            _(
                "“%(source)s” is a %(source_kind)s and “%(into)s” a %(into_kind)s: they stand in different parts of "
                "the site. If they are one, change the kind first."
            )
            % told
        )


def _check_parting(source: Entity, into: Entity, decision: Decision) -> None:
    told = {"source": source, "into": into, "kept": into.merged_into}
    if into.merged_into:
        # Names and rows have gone two steps: exactly back is only the way that they came.
        raise CannotMerge(
            _("“%(into)s” was itself merged into “%(kept)s” after that. Part those two first, then these.") % told
        )
    if in_effect(source) != decision:
        raise CannotMerge(_("“%(source)s” and “%(into)s” have been parted already.") % told)


def _warnings(source: Entity, into: Entity) -> Iterator[str]:
    if source.wikidata and into.wikidata and source.wikidata != into.wikidata:
        told = {"source": source.wikidata, "into": into.wikidata}
        yield _("Wikidata knows them as two: %(source)s and %(into)s.") % told
    if source.kind != into.kind:
        told = {"source": source.get_kind_display(), "into": into.get_kind_display()}
        yield _("They are of different kinds: %(source)s and %(into)s. The second is kept.") % told


def _held(source: int, into: int) -> tuple[Entity, Entity]:
    """Lock both, and those that were merged into one of them before, in the order of their keys.

    Facts that are saved meanwhile may name them (a foreign key's check needs only a weaker lock), and so a merge
    and an editor who saves a quote never wait for each other in a circle.
    """
    about = Entity.objects.filter(Q(pk__in=[source, into]) | Q(merged_into__in=[source, into])).order_by("pk")
    held = {entity.pk: entity for entity in about.select_for_update(of=("self",), no_key=True)}
    if held.keys().isdisjoint({source}) or into not in held:
        raise CannotMerge(_("One of the two is not in the archive any more."))
    return held[source], held[into]


def _moving(column: Column, source: Entity) -> Moving:
    rows = column.rows(source)
    keys = set(rows.values_list(column.key, flat=True)[:MOST_EXAMPLES])
    count = rows.count()
    return Moving(words=worded(column.label, count), count=count, examples=list(column.records(keys)))


def _names_of(source: Entity) -> list[Written]:
    """Return its names as another one takes them: what was preferred is an alias there."""
    preferred, alias = EntityName.Kind.PREFERRED, EntityName.Kind.ALIAS
    return [
        Written(
            name=row.name,
            kind=alias if row.kind == preferred else EntityName.Kind(row.kind),
            language=row.language,
            basis=EntityName.Basis(row.basis),
        )
        for row in source.names.order_by("pk")
    ]


def _remove_names(into: Entity, merged: Decision) -> dict[str, list[int]]:
    """Remove the names that a merge added, as its "absorb" tells; return those that somebody has changed since."""
    absorbed = Decision.objects.filter(
        subject_type=merged.subject_type, subject_id=into.pk, action="absorb", after__absorbed=merged.subject_id
    )
    told = absorbed.filter(pk__gt=merged.pk).earliest("pk")
    had = (told.before or {}).get("names", [])
    added = {row["id"]: row for row in (told.after or {}).get("names", []) if row not in had}
    now = {row["id"]: row for row in snapshot(into)["names"]}
    into.names.filter(pk__in=[key for key, row in added.items() if now.get(key) == row]).delete()
    changed = [key for key, row in added.items() if key in now and now[key] != row]
    return {NAMES: changed} if changed else {}


def _log_other(into: Entity, before: log.State, action: str, *, by: User | None, reason: str, **told: int) -> None:
    """Log on the one that stays what it gained or lost; `told` names the other one by key."""
    into.refresh_from_db()
    was, became = difference(before, snapshot(into))
    log.record(into, action, by=by, reason=reason, before=was or None, after={**became, **told})


def _because(what: str, reason: str) -> str:
    return f"{what} {reason}".strip()
