"""Events that have begun and have no end yet: they happen on their first day, and later only where an article says so.

"Since 12 November" does not make something happen on each day ever after. What an article says of a later time stands
in a date mention of the event, with an end of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q

from articles.models import DateMention, Event

Group = tuple[int, int, bool, int]  # first and last year or month, whether that is certain, and how many


def told_between(first: date, last: date, *, notes: bool) -> Q:
    """Match events without an end that an article tells of for a time between two days, both included."""
    told = _told(notes=notes).filter(event=OuterRef("pk"), value_earliest__gte=first, value_latest__lte=last)
    return Q(Exists(told), happened_earliest__isnull=False, happened_latest=None)


def told_by_month(year: int, *, notes: bool) -> list[Group]:
    """Count such events by the months of a year that articles tell of, those in which they began apart."""
    told = _told(notes=notes).filter(value_earliest__year=year, value_latest__year=year)
    return _counted(told, lambda day: (day.year, day.month))


def told_by_year(*, notes: bool) -> list[Group]:
    """Count such events by the years that articles tell of, those in which they began apart."""
    return _counted(_told(notes=notes), lambda day: (day.year,))


def _told(*, notes: bool) -> Any:
    events, dates = Event.objects.public(), DateMention.objects.public()
    if not notes:
        events, dates = events.without_notes(), dates.without_notes()
    going = events.filter(happened_earliest__isnull=False, happened_latest=None)
    return dates.filter(event__in=going, value_latest__isnull=False).order_by()


def _counted(told: Any, place_of: Callable[[date], tuple[int, ...]]) -> list[Group]:
    """Count each event once in each place that a date mention lies in as a whole."""
    columns = ("event", "began", "value_earliest", "value_latest")
    rows = told.annotate(began=F("event__happened_earliest")).values_list(*columns).distinct()
    found = {
        (event, place_of(first))
        for event, began, first, last in rows
        if place_of(first) == place_of(last) != place_of(began)
    }
    counted = Counter(place[-1] for _event, place in found)
    return [(place, place, False, number) for place, number in sorted(counted.items())]
