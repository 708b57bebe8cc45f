"""Writing down which articles are alike: suggestions of a rule, and what becomes of them when a text changes.

What an editor has rejected stays as it is. What an editor has confirmed goes back to review when the texts are alike
no longer; a suggestion is superseded then, and suggested again should they become alike once more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

from django.db.models import Q
from django.utils import timezone

from articles.actions import log
from articles.actions.copy_groups import Groups, Pair, regroup
from articles.actions.snapshots import difference, snapshot
from articles.models import Article, Copy, Likeness, Status
from articles.text.shingles import Comparison

TOOL: Final = "shingles 1"
_RENEWED: Final = ("status", "kind", "share", "confidence", "decided_by", "decided_at")


def known_pairs(articles: Collection[int]) -> set[Pair]:
    """Return the pairs that these articles have a likeness in, whatever its status."""
    return set(_of(articles).values_list("one", "other"))


def note(compared: Mapping[Pair, Comparison]) -> None:
    """Write down what a comparison of pairs has shown, and group the articles accordingly; the caller holds them."""
    concerned = {key for pair in compared for key in pair}
    standing = {(row.one_id, row.other_id): row for row in _of(concerned)}
    regroup(_renew({pair: row for pair, row in standing.items() if pair in compared}, compared))
    parted = [pair for pair, row in standing.items() if row.status == Status.REJECTED]
    alike = [pair for pair, found in compared.items() if found.is_copy and pair not in standing]
    regroup(_add(_needed(alike, compared, parted), compared))


def _of(articles: Collection[int]) -> Any:
    return Likeness.objects.filter(Q(one__in=articles) | Q(other__in=articles))


def _renew(standing: Mapping[Pair, Likeness], compared: Mapping[Pair, Comparison]) -> set[int]:
    """Let known likenesses say what their texts show now; return the articles whose groups may be others."""
    changed: list[tuple[Likeness, log.State, log.State]] = []
    for pair, row in standing.items():
        before = snapshot(row)
        _say(row, compared[pair])
        was, became = difference(before, snapshot(row))
        if became:
            changed.append((row, was, became))
    Likeness.objects.bulk_update([row for row, _was, _became in changed], _RENEWED, batch_size=500)
    log.record_all(changed, "text_changed", by=None, reason="The comparison of the texts as they are now.")
    return {key for row, _was, _became in changed for key in (row.one_id, row.other_id)}


def _say(row: Likeness, found: Comparison) -> None:
    """Put into a row what the comparison found; what an editor has decided is only ever asked again."""
    if row.status == Status.REJECTED:
        return
    if found.is_copy and row.status == Status.SUPERSEDED:
        row.status, row.decided_by, row.decided_at = Status.SUGGESTED, None, None
    elif not found.is_copy and row.status == Status.SUGGESTED:
        row.status, row.decided_by, row.decided_at = Status.SUPERSEDED, None, timezone.now()
    elif not found.is_copy and row.status == Status.CONFIRMED:
        row.status, row.decided_by, row.decided_at = Status.SUGGESTED, None, None
    row.kind, row.share, row.confidence = _kind(found), _share(found), round(found.containment, 3)


def _needed(pairs: Iterable[Pair], compared: Mapping[Pair, Comparison], parted: Iterable[Pair]) -> list[Pair]:
    """Return the pairs that join what is not one group yet, the most alike first, those that readers see before others.

    What an editor has parted is not joined again by way of a third.
    """
    pairs = list(pairs)
    articles = {key for pair in pairs for key in pair}
    public = set(Article.objects.public().filter(pk__in=articles).values_list("pk", flat=True))
    groups = Groups(parted)
    for article, first in Copy.objects.filter(article__in=articles).values_list("article", "first"):
        groups.join(article, first, whatever_was_parted=True)

    def rank(pair: Pair) -> tuple[bool, bool, float, Pair]:
        return not compared[pair].same, not public.issuperset(pair), -compared[pair].resemblance, pair

    return [pair for pair in sorted(pairs, key=rank) if groups.join(*pair)]


def _add(pairs: Collection[Pair], compared: Mapping[Pair, Comparison]) -> set[int]:
    rows = Likeness.objects.bulk_create(
        Likeness(
            one_id=one,
            other_id=other,
            kind=_kind(compared[one, other]),
            share=_share(compared[one, other]),
            confidence=round(compared[one, other].containment, 3),
            method=Likeness.Method.RULE,
            tool=TOOL,
        )
        for one, other in pairs
    )
    log.record_all(((row, {}, snapshot(row)) for row in rows), "add", by=None)
    return {key for pair in pairs for key in pair}


def _kind(found: Comparison) -> str:
    return Likeness.Kind.SAME if found.same else Likeness.Kind.NEAR


def _share(found: Comparison) -> Decimal:
    return Decimal(f"{found.resemblance:.3f}")
