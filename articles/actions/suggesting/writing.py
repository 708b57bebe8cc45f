"""Suggestions become rows: what is new is added, what differs from before is written anew.

Everything of some articles goes in together: the number of statements does not grow with what the rules found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import Model

from articles.actions.index import refresh_quotes, refresh_statistics
from articles.actions.suggesting import days, figures, mentions, quotes
from articles.actions.suggesting.figures import Counted
from articles.actions.suggesting.remembered import Standing
from articles.actions.suggesting.rows import Suggestion, Work, anchors_of
from articles.actions.suggesting.texts import Text
from articles.extraction.findings import Findings, Named, Printed
from articles.extraction.findings import Quote as Found
from articles.models import Anchor, DateMention, Mention, Printing, Quote, RelayHop, Statistic

_STILL: Final = (Anchor.State.OK, Anchor.State.MOVED)
_STAMP: Final = frozenset({"tool", "confidence"})
_FOUND_BY: Final = frozenset({"speaker_id", "language"})  # what search reads of a quote besides its words
_Step = tuple[str, int | None, bool]  # role, agent, stated


@dataclass(slots=True, kw_only=True)
class Plan:
    """All that one article is to have of its rules' findings."""

    work: Work
    findings: Findings
    places: list[tuple[Named, Printed]]  # where somebody is named about whom nobody has decided
    spoken: list[Found]  # quotes about which nobody has decided
    quotes: list[Suggestion] = field(default_factory=list)
    named: list[Suggestion] = field(default_factory=list)
    dated: list[Suggestion] = field(default_factory=list)
    counted: Counted = field(default_factory=Counted)
    lost: dict[str, list[Standing]] = field(default_factory=dict)  # by kind: what was not found again

    @property
    def text(self) -> Text:
        return self.work.text

    @property
    def suggestions(self) -> dict[str, list[Suggestion]]:
        """All of them by kind (`remembered.KINDS`)."""
        return {"mention": self.named, "quote": self.quotes, "printing": self.counted.printings, "date": self.dated}


_Anchors = dict[Suggestion, list[Anchor]]


def write_quotes(plans: Sequence[Plan]) -> None:
    """Write quotes with their words and their ways: before all that stands in them."""
    suggestions = [one for plan in plans for one in plan.quotes]
    _write(Quote, suggestions, quotes.COLUMNS)
    ways = _ways_before(suggestions)
    texts = {one: plan.text for plan in plans for one in plan.quotes}
    anchors = {one: anchors_of(texts[one], "quote", one) for one in suggestions}
    fresh = [one for one in suggestions if _moved(one, anchors[one]) or ways[one.row.pk] != _way(one)]
    if any(one.before for one in fresh):
        RelayHop.objects.filter(quote__in=[one.row.pk for one in fresh if one.before]).delete()
    _put_anchors(fresh, anchors)
    RelayHop.objects.bulk_create(hop for one in fresh for hop in _hops(one, texts[one], anchors[one]))
    changed = {one.row.pk for one in suggestions if one.changed & _FOUND_BY} | {one.row.pk for one in fresh}
    if changed:
        refresh_quotes(changed)


def write_others(plans: Sequence[Plan]) -> None:
    """Write mentions, dates and figures with their words."""
    changed = _write_figures([plan.counted for plan in plans])
    _write(Mention, [one for plan in plans for one in plan.named], mentions.COLUMNS)
    _write(DateMention, [one for plan in plans for one in plan.dated], days.COLUMNS)
    printings = [one for plan in plans for one in plan.counted.printings]
    _write(Printing, printings, ("statistic_id", *figures.PRINTED_COLUMNS))
    anchors: _Anchors = {}
    for plan in plans:
        for kind, own in (("mention", plan.named), ("date", plan.dated), ("printing", plan.counted.printings)):
            anchors |= {one: anchors_of(plan.text, kind, one) for one in own}
    moved = [one for one, found in anchors.items() if _moved(one, found)]
    _put_anchors(moved, anchors)
    reprinted = {one for one in printings if "statistic_id" in one.changed} | set(moved)
    changed |= {one.row.statistic_id for one in printings if one in reprinted}
    if changed:
        refresh_statistics(changed)


def _write(table: type[Model], suggestions: Iterable[Suggestion], columns: Sequence[str]) -> None:
    _put(table, [one.row for one in suggestions if one.differs], columns)


def _put(table: type[Model], rows: Sequence[Any], columns: Sequence[str]) -> None:
    """Add the rows that have no key yet, and write `columns` of the others: a statement each."""
    known = [row for row in rows if row.pk is not None]
    table._default_manager.bulk_create(row for row in rows if row.pk is None)
    table._default_manager.bulk_create(known, update_conflicts=True, unique_fields=["pk"], update_fields=columns)


def _write_figures(counted: Sequence[Counted]) -> set[int]:
    """Write the figures of claims; return the keys of those of which search reads something else than before."""
    claims = [claim for one in counted for claim in one.claims if claim.changed is None or claim.changed]
    _put(Statistic, [claim.row for claim in claims], figures.COLUMNS)
    turned = []
    for row, whole in (pair for one in counted for pair in one.outs):
        key = whole.pk if whole is not None else None
        if row.out_of_id != key:
            row.out_of_id = key
            turned.append(row)
    if turned:
        Statistic.objects.bulk_update(turned, ["out_of"])
    left = {key for one in counted for key in one.left_figures}
    return left | {claim.row.pk for claim in claims if claim.changed is None or claim.changed - _STAMP}


def _moved(suggestion: Suggestion, anchors: Sequence[Anchor]) -> bool:
    """Whether a fact rests on other words of the text than before."""
    if suggestion.before is None:
        return True
    had = {(one.block_id, one.start, one.end, one.role) for one in suggestion.before.anchors if one.state in _STILL}
    now = {(one.block_id, one.start, one.end, one.role) for one in anchors}
    return had != now or len(had) != len(suggestion.before.anchors)


def _put_anchors(suggestions: Sequence[Suggestion], anchors: _Anchors) -> None:
    gone = [anchor.pk for one in suggestions if one.before for anchor in one.before.anchors]
    if gone:
        Anchor.objects.filter(pk__in=gone).delete()
    Anchor.objects.bulk_create(anchor for one in suggestions for anchor in anchors[one])


def _ways_before(suggestions: Iterable[Suggestion]) -> dict[int, list[_Step]]:
    had = [one.row.pk for one in suggestions if one.before]
    found: dict[int, list[_Step]] = defaultdict(list)
    if had:
        hops = RelayHop.objects.filter(quote__in=had).order_by("quote", "position")
        for quote, role, agent, stated in hops.values_list("quote", "role", "agent", "stated"):
            found[quote].append((role, agent, stated))
    return found


def _way(suggestion: Suggestion) -> list[_Step]:
    return [(hop.role, hop.agent, hop.stated) for hop in suggestion.hops]


def _hops(suggestion: Suggestion, text: Text, anchors: Sequence[Anchor]) -> Iterator[RelayHop]:
    relays = {(one.block_id, one.start): one for one in anchors if one.role == Anchor.Role.RELAY}
    for position, hop in enumerate(suggestion.hops):
        places = text.places(hop.words) if hop.words else []
        evidence = relays.get((places[0].block, places[0].start)) if places else None
        yield RelayHop(
            quote=suggestion.row,
            position=position,
            role=hop.role,
            agent_id=hop.agent,
            stated=hop.stated,
            evidence=evidence,
        )
