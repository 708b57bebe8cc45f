"""A text that is taken back: the facts that it alone had sent back to review are again what they were before it.

They rest on the words of the older text, which stand in the newest one again, block by block. A fact that somebody has
touched since then is carried over like all others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from articles.actions import log
from articles.actions.recheck import TABLES, FactKey, fact_of
from articles.models import Anchor, Block, Decision, Fact, Printing, RelayHop, Statistic, Status, Version
from articles.models.anchor import FACTS

_Sent = dict[int, Decision]  # by key of the fact: how it was sent back
_Decider = tuple[User | None, Any]  # who, and when


@dataclass(frozen=True, slots=True, kw_only=True)
class Returning:
    """What one text had sent back to review, and nobody has touched since."""

    sent: Mapping[type[Fact], _Sent]

    @property
    def facts(self) -> set[FactKey]:
        """The facts that have words of their own; statistics have those of their printings."""
        return {(name, key) for name, table in TABLES.items() for key in self.sent[table]}


def returning(text: Version, *, again: Version | None) -> Returning:
    """Return what `text` had sent back, if `again` is the text that it had replaced; else nothing.

    A statistic is among them when all its printings are that `text` had sent back.
    """
    tables: tuple[type[Fact], ...] = (*TABLES.values(), Statistic)
    if again is None or again.number != text.number - 1:
        return Returning(sent={table: {} for table in tables})
    sent = {table: _sent_back(table, text) for table in tables}
    touched = set(_told(Printing, text).values_list("subject_id", flat=True)) - sent[Printing].keys()
    left = set(Printing.objects.filter(pk__in=touched).values_list("statistic", flat=True))
    sent[Statistic] = {key: decision for key, decision in sent[Statistic].items() if key not in left}
    return Returning(sent=sent)


def give_back(found: Returning, again: Version, after: Version, *, by: User | None, reason: str) -> None:
    """Let the facts rest in `after` on the words that they had in `again`, with the status that they had there."""
    copies = _copies(found.facts, again, after)
    Anchor.objects.bulk_create(copies.values())
    Anchor.objects.filter(pk__in=copies, state=Anchor.State.LOST).update(state=Anchor.State.OK)
    _move_evidence(copies, found.sent[TABLES["quote"]])
    for table, sent in found.sent.items():
        log.record_all(_put_back(table, sent, by), "revert", by=by, reason=reason)


def _told(table: type[Fact], text: Version) -> QuerySet[Decision]:
    """Return the decisions by which `text` had sent facts of one table back."""
    path = "printings__article" if table is Statistic else "anchors__block__version__article"
    near = table._default_manager.filter(**{path: text.article_id}).order_by().values("pk")
    kind = ContentType.objects.get_for_model(table)
    return Decision.objects.filter(subject_type=kind, subject_id__in=near, action="text_changed", after__text=text.pk)


def _sent_back(table: type[Fact], text: Version) -> _Sent:
    since = Decision.objects.filter(
        subject_type=OuterRef("subject_type"), subject_id=OuterRef("subject_id"), pk__gt=OuterRef("pk")
    )
    return {decision.subject_id: decision for decision in _told(table, text).filter(~Exists(since))}


def _copies(facts: Collection[FactKey], again: Version, after: Version) -> dict[int, Anchor]:
    """Return for each anchor that the facts have in `again` one at the same place of `after`, by the former's key."""
    blocks = dict(Block.objects.filter(version=after).values_list("position", "pk"))
    old = Anchor.objects.filter(block__version=again).select_related("block").defer("block__text").in_order()
    return {anchor.pk: _copy(anchor, blocks[anchor.block.position]) for anchor in old if fact_of(anchor) in facts}


def _copy(anchor: Anchor, block: int) -> Anchor:
    state = Anchor.State.OK if anchor.state == Anchor.State.LOST else anchor.state
    place = {"block_id": block, "start": anchor.start, "end": anchor.end, "exact": anchor.exact}
    return Anchor(
        role=anchor.role, state=state, **place, **{f"{name}_id": getattr(anchor, f"{name}_id") for name in FACTS}
    )


def _move_evidence(copies: Mapping[int, Anchor], quotes: Collection[int]) -> None:
    """Let the steps of the quotes rest on the new words; one whose words cannot be told apart keeps the older ones."""
    hops = list(RelayHop.objects.filter(quote__in=quotes, evidence__isnull=False).select_related("evidence__block"))
    new = dict(copies)
    for named in _by_quote([hop.evidence for hop in hops if hop.evidence]).values():
        former = [
            copy for copy in copies.values() if copy.role == Anchor.Role.RELAY and copy.quote_id == named[0].quote_id
        ]
        if len(former) == len(named):
            new |= {anchor.pk: copy for anchor, copy in zip(named, former, strict=True) if anchor.pk not in copies}
    for hop in hops:
        hop.evidence = new.get(hop.evidence_id or 0, hop.evidence)
    RelayHop.objects.bulk_update(hops, ["evidence"])


def _by_quote(evidence: Sequence[Anchor]) -> dict[int | None, list[Anchor]]:
    """Return each quote's words once, in the order of the text."""
    found: dict[int | None, list[Anchor]] = defaultdict(list)
    once = {anchor.pk: anchor for anchor in evidence}
    for anchor in sorted(once.values(), key=lambda one: (one.block.position, one.start)):
        found[anchor.quote_id].append(anchor)
    return found


def _put_back(table: type[Fact], sent: _Sent, by: User | None) -> list[tuple[Fact, log.State, log.State]]:
    """Give facts the status that they had, and whoever had decided it; return those that have another one now."""
    deciders = _deciders(table, sent)
    rows = table._default_manager.select_for_update(of=("self",)).filter(pk__in=sent, status=Status.SUGGESTED)
    changes: list[tuple[Fact, log.State, log.State]] = []
    for row in rows.order_by("pk"):
        before, after = sent[row.pk].before or {}, sent[row.pk].after or {}
        if before.get("status") == row.status:
            continue
        was = {"status": row.status, "words": after.get("words")}
        changes.append((row, was, {"status": before["status"], "words": before.get("words")}))
        row.status = before["status"]
        row.decided_by, row.decided_at = deciders.get(row.pk, (by, timezone.now()))
    table._default_manager.bulk_update([row for row, _, _ in changes], ["status", "decided_by", "decided_at"])
    return changes


def _deciders(table: type[Fact], sent: _Sent) -> dict[int, _Decider]:
    """Return who had decided the status that a fact had before it was sent back, and when, as far as the log knows."""
    decisions = Decision.objects.filter(
        subject_type=ContentType.objects.get_for_model(table), subject_id__in=sent, after__has_key="status"
    )
    decisions = decisions.exclude(action="revert", after__has_key="words")  # what was given back here decided nothing
    found: dict[int, _Decider] = {}
    for decision in decisions.select_related("by").order_by("pk"):
        told = sent[decision.subject_id]
        if decision.pk < told.pk and (decision.after or {})["status"] == (told.before or {}).get("status"):
            found[decision.subject_id] = decision.by, decision.at
    return found
