"""Deciding about facts: what was suggested is confirmed or rejected, and what was decided may be decided anew.

A decision is about one fact alone. Those who read it draw the consequences: a printing of a rejected statistic is
not public (`PrintingQuerySet.public`), a statistic without a printing that readers may see is not either
(`StatisticQuerySet.public`). Only where a statistic has one printing alone, and nobody has decided about that, are the
two one thing to look at: that printing is decided with it, by a decision of its own. The printings that stand in a
rejected quote are decided on their own: the number is printed there whoever said it. What is rejected stays as a row,
so that nobody suggests it again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.auth.models import User
from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.functions import Now
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.actions import log
from articles.actions.batches import batches, changed_since, held
from articles.actions.copy_groups import regroup_joined
from articles.actions.editing import Changed, edited, unhurried
from articles.actions.index import refresh_statistics
from articles.actions.snapshots import columns
from articles.models import (
    Anchor,
    DateMention,
    Decision,
    Event,
    Fact,
    Likeness,
    Mention,
    Printing,
    Quote,
    Statistic,
    Status,
)
from articles.models.anchor import AnchorQuerySet

_ACTIONS: Final[Mapping[str, str]] = {Status.CONFIRMED: "confirm", Status.REJECTED: "reject"}
# From an anchor to the facts that have words of their own. Links and topics rest on other facts, not on words.
_OWN: Final[Mapping[type[Fact], str]] = {
    Mention: "mention",
    Quote: "quote",
    Printing: "printing",
    DateMention: "date",
    Event: "event",
}
_EVIDENCE: Final[Mapping[type[Fact], str]] = {**_OWN, Statistic: "printing__statistic"}
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

    def __add__(self, other: Decided) -> Decided:
        return Decided(
            changed=self.changed + other.changed,
            already=self.already + other.already,
            without_words=self.without_words + other.without_words,
            newer=self.newer + other.newer,
            printings=self.printings + other.printings,
        )


def confirm(fact: Fact, *, by: User | None, reason: str = "", seen: int | None = None) -> int:
    """Confirm a fact, and with it the words that a newer text has changed: the editor has checked them anew.

    Returns how many printings were decided with it: 1 for a statistic with a single one that was not decided, else 0.

    `seen` as in `editing.edited`; without it, the status that `fact` holds is what the editor knows of.

    Raises:
        AlreadyDecided: it was decided otherwise since.
        Changed: it was changed since in another way.
        NoWords: the current text has no words for it.
    """
    return _decide(fact, Status.CONFIRMED, by=by, reason=reason, seen=seen)


def reject(fact: Fact, *, by: User | None, reason: str = "", seen: int | None = None) -> int:
    """Reject a fact. The row stays, so that the tool that suggested it does not bring it again.

    Returns what `confirm` does.

    Raises:
        AlreadyDecided: as in `confirm`.
        Changed: as in `confirm`.
    """
    return _decide(fact, Status.REJECTED, by=by, reason=reason, seen=seen)


def _decide(fact: Fact, status: Status, *, by: User | None, reason: str, seen: int | None) -> int:
    printings = 0
    try:
        with edited(fact, by=by, action=_ACTIONS[status], reason=reason, seen=seen):
            _settle(fact, status, by=by)
            if isinstance(fact, Statistic):
                printings = _decide_printings([fact.pk], status, by=by, reason=reason)
    except Changed as changed:
        now = type(fact)._default_manager.get(pk=fact.pk)
        decided = any("status" in (decision.after or {}) for decision in changed.since)
        if now.status != status and (decided or not changed.since):
            raise AlreadyDecided(now, changed.since) from changed
        raise
    fact.refresh_from_db(fields=("status", "decided_by", "decided_at"))
    return printings


def _settle(fact: Fact, status: Status, *, by: User | None) -> None:
    table = type(fact)
    if status == Status.CONFIRMED and not has_words(fact):
        told = {"fact": fact}
        raise NoWords(_("“%(fact)s” has no words in the current text. Point to its words first, or reject it.") % told)
    rechecked = status == Status.CONFIRMED and mark_checked(fact)
    known = table._default_manager.filter(pk=fact.pk, status=fact.status)
    if not rechecked:
        known = known.exclude(status=status)  # who decided first stays the one who decided
    # Of two editors who press at once only one may win.
    won = known.update(status=status, decided_by=by, decided_at=Now())
    if not won and not table._default_manager.filter(pk=fact.pk, status=status).exists():
        raise Changed(list(log.decisions_of(fact).filter(after__has_key="status").select_related("by")[:1]))


def has_words(fact: Fact) -> bool:
    """Whether the current text has words for a fact that rests on words; a link or a topic always passes."""
    return not _without_words(type(fact), [fact.pk])


def mark_checked(fact: Fact) -> int:
    """Note that an editor has checked the words that a newer text has changed; return how many."""
    return _changed_words(type(fact), [fact.pk]).update(state=Anchor.State.OK)


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
        wordless = _without_words(table, rows) - newer
        rechecked = _recheck(table, rows.keys() - newer - wordless)
    settled = {key for key, row in rows.items() if row.status == status} - rechecked.keys()
    changing = [row for key, row in rows.items() if key not in settled | newer | wordless]
    table._default_manager.filter(pk__in=[row.pk for row in changing]).update(
        status=status, decided_by=by, decided_at=Now()
    )
    log.record_all((_change(row, status, rechecked) for row in changing), _ACTIONS[status], by=by, reason=reason)
    printings = 0
    if table is Statistic:
        printings = _decide_printings(sorted(rows.keys() - newer - wordless), status, by=by, reason=reason)
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


def _without_words(table: type[Fact], keys: Iterable[int]) -> set[int]:
    path = _EVIDENCE.get(table)
    if path is None:
        return set()
    printed = _in_current_texts().filter(**{f"{path}__in": list(keys)})
    return set(keys) - set(printed.values_list(path, flat=True))


def _changed_words(table: type[Fact], keys: Iterable[int]) -> AnchorQuerySet:
    path = _OWN.get(table)
    if path is None:
        return Anchor.objects.none()
    return _in_current_texts().filter(state=Anchor.State.CHANGED, **{f"{path}__in": list(keys)})


def _in_current_texts() -> AnchorQuerySet:
    return Anchor.objects.filter(block__version=F("block__version__article__current"))


def _recheck(table: type[Fact], keys: Iterable[int]) -> dict[int, tuple[log.State, log.State]]:
    """Mark changed words as checked; return the anchors of each fact that had some, before and after, as in a snapshot.

    The statements are four, however many there are.
    """
    changed = _changed_words(table, keys)
    path = _OWN.get(table, "mention")
    concerned = set(changed.values_list(path, flat=True))
    if not concerned:
        return {}
    names = [field.name for field in columns(Anchor)]
    rows = defaultdict(list)
    for row in Anchor.objects.filter(**{f"{path}__in": concerned}).order_by("pk").values("id", *names):
        rows[row[path]].append(row)
    marked = set(changed.values_list("pk", flat=True))
    Anchor.objects.filter(pk__in=marked).update(state=Anchor.State.OK)
    states: dict[int, tuple[log.State, log.State]] = {}
    for key, before in rows.items():
        after = [{**row, "state": Anchor.State.OK} if row["id"] in marked else row for row in before]
        states[key] = ({"anchors": before}, {"anchors": after})
    return states
