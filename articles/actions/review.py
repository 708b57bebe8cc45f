"""Deciding about facts: what was suggested is confirmed or rejected, and what was decided may be decided anew.

A decision is about one fact alone. Those who read it draw the consequences: a printing of a rejected statistic is
not public (`PrintingQuerySet.public`), a statistic without a printing that readers may see is not either
(`StatisticQuerySet.public`). Only where a statistic has one printing alone, and nobody has decided about that, are the
two one thing to look at: that printing is decided with it, by a decision of its own. The printings that stand in a
rejected quote are decided on their own: the number is printed there whoever said it. A name that is rejected is taken
out of what the rules made of it (`unnaming`). What is rejected stays as a row, so that nobody suggests it again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Now
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.actions import log, words
from articles.actions.batches import batches, changed_since, held
from articles.actions.copy_groups import regroup_joined
from articles.actions.editing import Changed, edited, unhurried
from articles.actions.index import refresh_statistics
from articles.actions.unnaming import Followed, follow
from articles.models import Decision, Fact, Likeness, Mention, Printing, Statistic, Status

_ACTIONS: Final[Mapping[str, str]] = {Status.CONFIRMED: "confirm", Status.REJECTED: "reject"}
_FIGURE: Final[Mapping[type[Fact], str]] = {Statistic: "pk", Printing: "statistic"}  # whose entry shows the status


class AlreadyDecided(Changed):
    """Somebody decided otherwise about the fact since the editor looked at it; nothing is written.

    `fact` is as it stands now: `decided_by`, `decided_at` and `status` tell who, when and what.
    """

    def __init__(self, fact: Fact, since: Sequence[Decision]) -> None:
        super().__init__(since)
        self.fact = fact

    def __str__(self) -> str:
        told = {
            "fact": self.fact,
            "status": self.fact.get_status_display(),
            "who": self.fact.decided_by or _("a command"),
            "when": date_format(self.fact.decided_at) if self.fact.decided_at else _("an unknown day"),
        }
        return _("“%(fact)s” is %(status)s: %(who)s decided so on %(when)s. Nothing is changed.") % told


class NoWords(ValueError):
    """A fact that rests on words has none in the current text; the message is a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """How many facts a decision about many has changed, and why it left others as they were."""

    changed: int = 0
    already: int = 0  # were decided so
    without_words: int = 0  # have none in the current text, so nobody could have checked them
    newer: int = 0  # somebody changed or decided them since the editor looked
    printings: int = 0  # were the only ones of their figures and were decided with them; not among `changed`
    followed: Followed = field(default_factory=Followed)  # what became of quotes and figures that name whom they name

    def __add__(self, other: Decided) -> Decided:
        return Decided(
            changed=self.changed + other.changed,
            already=self.already + other.already,
            without_words=self.without_words + other.without_words,
            newer=self.newer + other.newer,
            printings=self.printings + other.printings,
            followed=self.followed + other.followed,
        )


def confirm(fact: Fact, *, by: User | None, reason: str = "", seen: int | None = None) -> Decided:
    """Confirm a fact, and with it the words that a newer text has changed: the editor has checked them anew.

    Returns what was decided with it: the printing of a statistic that has a single one, and what follows from a name.

    `seen` as in `editing.edited`; without it, the status that `fact` holds is what the editor knows of.

    Raises:
        AlreadyDecided: it was decided otherwise since.
        Changed: it was changed since in another way.
        NoWords: the current text has no words for it.
    """
    return _decide(fact, Status.CONFIRMED, by=by, reason=reason, seen=seen)


def reject(fact: Fact, *, by: User | None, reason: str = "", seen: int | None = None) -> Decided:
    """Reject a fact. The row stays, so that the tool that suggested it does not bring it again.

    Returns what `confirm` does.

    Raises:
        AlreadyDecided: as in `confirm`.
        Changed: as in `confirm`.
    """
    return _decide(fact, Status.REJECTED, by=by, reason=reason, seen=seen)


def _decide(fact: Fact, status: Status, *, by: User | None, reason: str, seen: int | None) -> Decided:
    decided = Decided(changed=1)
    try:
        with edited(fact, by=by, action=_ACTIONS[status], reason=reason, seen=seen):
            before = _settle(fact, status, by=by)
            if isinstance(fact, Statistic):
                decided += Decided(printings=_decide_printings([fact.pk], status, by=by, reason=reason))
            if isinstance(fact, Mention):
                decided += Decided(followed=follow({fact.pk: before}, by=by, reason=reason))
    except Changed as changed:
        now = type(fact)._default_manager.get(pk=fact.pk)
        otherwise = any("status" in (decision.after or {}) for decision in changed.since)
        if now.status != status and (otherwise or not changed.since):
            raise AlreadyDecided(now, changed.since) from changed
        raise
    fact.refresh_from_db(fields=("status", "decided_by", "decided_at"))
    return decided


def _settle(fact: Fact, status: Status, *, by: User | None) -> str:
    """Write the status; return the one before."""
    table = type(fact)
    before: str = table._default_manager.values_list("status", flat=True).get(pk=fact.pk)
    if status == Status.CONFIRMED and not words.has_words(fact):
        told = {"fact": fact}
        raise NoWords(_("“%(fact)s” has no words in the current text. Point to its words first, or reject it.") % told)
    rechecked = status == Status.CONFIRMED and words.mark_checked(fact)
    known = table._default_manager.filter(pk=fact.pk, status=fact.status)
    if not rechecked:
        known = known.exclude(status=status)  # who decided first stays the one who decided
    # Of two editors who press at once only one may win.
    won = known.update(status=status, decided_by=by, decided_at=Now())
    if not won and not table._default_manager.filter(pk=fact.pk, status=status).exists():
        raise Changed(list(log.decisions_of(fact).filter(after__has_key="status").select_related("by")[:1]))
    return before


def decide_all(
    facts: QuerySet[Any], status: Status, *, by: User | None, reason: str = "", seen: int | None = None
) -> Decided:
    """Confirm or reject all facts of one table as `confirm` and `reject` do; what cannot be decided is left as it is.

    `seen` is `log.latest()` of the moment at which the editor looked: what changed since then is left alone.
    """
    decided = Decided()
    with unhurried():
        for keys in batches(facts):
            decided += _decide_batch(facts.model, keys, status, by=by, reason=reason, seen=seen)
    return decided


def _decide_batch(
    table: type[Fact], keys: list[int], status: Status, *, by: User | None, reason: str, seen: int | None
) -> Decided:
    rows = {row.pk: row for row in held(table, keys).only("pk", "status")}
    newer = changed_since(table, keys, seen)
    wordless: set[int] = set()
    rechecked: dict[int, tuple[log.State, log.State]] = {}
    if status == Status.CONFIRMED:
        wordless = words.without_words(table, rows) - newer
        rechecked = words.mark_all_checked(table, rows.keys() - newer - wordless)
    settled = {key for key, row in rows.items() if row.status == status} - rechecked.keys()
    changing = [row for key, row in rows.items() if key not in settled | newer | wordless]
    table._default_manager.filter(pk__in=[row.pk for row in changing]).update(
        status=status, decided_by=by, decided_at=Now()
    )
    log.record_all((_change(row, status, rechecked) for row in changing), _ACTIONS[status], by=by, reason=reason)
    printings = 0
    if table is Statistic:
        printings = _decide_printings(sorted(rows.keys() - newer - wordless), status, by=by, reason=reason)
    followed = Followed()
    if table is Mention:
        followed = follow({row.pk: row.status for row in changing}, by=by, reason=reason)
    if table in _FIGURE:
        figures = table._default_manager.filter(pk__in=[row.pk for row in changing])
        refresh_statistics(set(figures.values_list(_FIGURE[table], flat=True)))
    if table is Likeness:
        regroup_joined([row.pk for row in changing])
    return Decided(
        changed=len(changing),
        already=len(settled - newer - wordless),
        without_words=len(wordless),
        newer=len(newer & rows.keys()),
        printings=printings,
        followed=followed,
    )


def _decide_printings(statistics: Sequence[int], status: Status, *, by: User | None, reason: str) -> int:
    """Decide with each statistic its printing where it has one alone and nobody has decided about that."""
    others = Printing.objects.filter(statistic=OuterRef("statistic")).exclude(pk=OuterRef("pk"))
    single = Printing.objects.filter(~Exists(others), statistic__in=statistics, status=Status.SUGGESTED)
    keys = list(single.values_list("pk", flat=True))
    return _decide_batch(Printing, keys, status, by=by, reason=reason, seen=None).changed if keys else 0


def _change(
    fact: Fact, status: Status, rechecked: Mapping[int, tuple[log.State, log.State]]
) -> tuple[Fact, log.State, log.State]:
    before, after = rechecked.get(fact.pk, ({}, {}))
    if fact.status == status:
        return fact, before, after
    return fact, {**before, "status": fact.status}, {**after, "status": status}
