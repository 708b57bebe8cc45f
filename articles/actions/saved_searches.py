"""Saving a list that an editor wants to follow, and noting what the editor has seen of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.contrib.auth.models import User
from django.db import connection
from django.db.models import F, Max
from django.db.models.functions import Greatest

from articles.actions import log
from articles.models import Quote, SavedSearch, Statistic

_WITH_KEYS: Final = {"quotes": Quote, "statistics": Statistic}
# When the oldest transaction began that has written and is not done: what it writes counts from then on.
_SETTLED: Final = """
SELECT least(clock_timestamp(), min(xact_start)) FROM pg_stat_activity
WHERE datname = current_database() AND backend_xid IS NOT NULL AND pid <> pg_backend_pid()
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """How far a list can be seen: all that came in before is there, and nothing of it will come later."""

    at: datetime
    key: int  # the highest one of a quote or figure; 0 for other lists


def moment(kind: str) -> Moment:
    """Return the present moment of a list of this kind. Waits for editors and rules that are writing facts."""
    table = _WITH_KEYS.get(kind)
    key = 0
    if table is not None:
        log.latest()  # keys are given before their rows can be seen
        key = table._default_manager.aggregate(key=Max("pk"))["key"] or 0
    with connection.cursor() as cursor:
        cursor.execute(_SETTLED)
        (at,) = cursor.fetchone() or (None,)
    assert isinstance(at, datetime)  # noqa: S101 - the clock always has one
    return Moment(at=at, key=key)


def save(search: SavedSearch, *, owner: User) -> None:
    """Save a search of an editor; of another list than before, all that is there counts as seen."""
    before = SavedSearch.objects.filter(pk=search.pk).values_list("kind", "query").first()
    if before is None:
        search.owner = owner
    if before != (search.kind, search.query):
        now = moment(search.kind)
        search.seen_at, search.seen_key = now.at, now.key
    search.save()


def mark_seen(search: SavedSearch, seen: Moment) -> None:
    """Note that the owner has seen what came in before a moment; of two pages, the one that was made later counts."""
    SavedSearch.objects.filter(pk=search.pk).update(
        seen_at=Greatest(F("seen_at"), seen.at), seen_key=Greatest(F("seen_key"), seen.key)
    )
