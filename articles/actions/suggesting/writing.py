"""Suggestions become rows: what is new is added, what differs from before is written anew.

Everything of one article goes in together: the number of statements does not grow with what the rules found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from django.db.models import Model

from articles.actions.index import refresh_quotes, refresh_statistics
from articles.actions.suggesting import days, figures, mentions, quotes
from articles.actions.suggesting.figures import Counted
from articles.actions.suggesting.rows import Suggestion, anchors_of
from articles.actions.suggesting.texts import Text
from articles.models import Anchor, DateMention, Mention, Printing, Quote, RelayHop, Statistic

_STILL: Final = (Anchor.State.OK, Anchor.State.MOVED)
_STAMP: Final = frozenset({"tool", "confidence"})
_FOUND_BY: Final = frozenset({"speaker_id", "language"})  # what search reads of a quote besides its words
_Step = tuple[str, int | None, bool]  # role, agent, stated


def write_quotes(suggestions: Sequence[Suggestion], text: Text) -> None:
    """Write quotes with their words and their ways: before all that stands in them."""
    _write(Quote, suggestions, quotes.COLUMNS)
    ways = _ways_before(suggestions)
    anchors = {one: anchors_of(text, "quote", one) for one in suggestions}
    fresh = [one for one in suggestions if _moved(one, anchors[one]) or ways[one.row.pk] != _way(one)]
    RelayHop.objects.filter(quote__in=[one.row.pk for one in fresh if one.before]).delete()
    _put_anchors(fresh, anchors)
    RelayHop.objects.bulk_create(hop for one in fresh for hop in _hops(one, text, anchors[one]))
    changed = {one.row.pk for one in suggestions if one.changed & _FOUND_BY} | {one.row.pk for one in fresh}
    if changed:
        refresh_quotes(changed)


def write_others(named: Sequence[Suggestion], dated: Sequence[Suggestion], counted: Counted, text: Text) -> None:
    """Write mentions, dates and figures with their words."""
    changed = _write_figures(counted) | counted.left_figures
    _write(Mention, named, mentions.COLUMNS)
    _write(DateMention, dated, days.COLUMNS)
    _write(Printing, counted.printings, ("statistic_id", *figures.PRINTED_COLUMNS))
    moved: list[Suggestion] = []
    anchors: dict[Suggestion, list[Anchor]] = {}
    for kind, suggestions in (("mention", named), ("date", dated), ("printing", counted.printings)):
        anchors |= {one: anchors_of(text, kind, one) for one in suggestions}
        moved += [one for one in suggestions if _moved(one, anchors[one])]
    _put_anchors(moved, anchors)
    reprinted = {one for one in counted.printings if "statistic_id" in one.changed} | set(moved)
    changed |= {one.row.statistic_id for one in counted.printings if one in reprinted}
    if changed:
        refresh_statistics(changed)


def _write(table: type[Model], suggestions: Iterable[Suggestion], columns: Sequence[str]) -> None:
    _put(table, [one.row for one in suggestions if one.differs], columns)


def _put(table: type[Model], rows: Sequence[Any], columns: Sequence[str]) -> None:
    """Add the rows that have no key yet, and write `columns` of the others: a statement each."""
    known = [row for row in rows if row.pk is not None]
    table._default_manager.bulk_create(row for row in rows if row.pk is None)
    table._default_manager.bulk_create(known, update_conflicts=True, unique_fields=["pk"], update_fields=columns)


def _write_figures(counted: Counted) -> set[int]:
    """Write the figures of claims; return the keys of those that are new or others than before."""
    claims = [claim for claim in counted.claims if claim.changed is None or claim.changed]
    _put(Statistic, [claim.row for claim in claims], figures.COLUMNS)
    turned = []
    for row, whole in counted.outs:
        key = whole.pk if whole is not None else None
        if row.out_of_id != key:
            row.out_of_id = key
            turned.append(row)
    if turned:
        Statistic.objects.bulk_update(turned, ["out_of"])
    return {claim.row.pk for claim in claims if claim.changed is None or claim.changed - _STAMP}


def _moved(suggestion: Suggestion, anchors: Sequence[Anchor]) -> bool:
    """Whether a fact rests on other words of the text than before."""
    if suggestion.before is None:
        return True
    had = {(one.block_id, one.start, one.end, one.role) for one in suggestion.before.anchors if one.state in _STILL}
    now = {(one.block_id, one.start, one.end, one.role) for one in anchors}
    return had != now or len(had) != len(suggestion.before.anchors)


def _put_anchors(suggestions: Sequence[Suggestion], anchors: dict[Suggestion, list[Anchor]]) -> None:
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
