"""A fuzzy date as three columns: `said` (EDTF), `said_earliest` and `said_latest` (days, the end may be open).

The columns are written together, from one `FuzzyDate`, through `columns()`; nobody computes the days again.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.expressions import OrderBy
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from articles.text.dates import FuzzyDate

FIRST_DAY, LAST_DAY = date(1400, 1, 1), date(2200, 12, 31)


def edtf_column(about: str, *, label: Any = None) -> models.CharField:
    """Return the text column; blank when the day is not known at all. `label` is what forms call it."""
    told = f"{about} EDTF; blank when not known."
    return models.CharField(max_length=40, blank=True, default="", help_text=told, verbose_name=label)


def day_column() -> models.DateField:
    """Return a column for the first or last possible day, filled from the EDTF text."""
    return models.DateField(null=True, blank=True, editable=False)


def columns(name: str, when: FuzzyDate | None) -> dict[str, Any]:
    """Return the values of the three columns of `name`, for create() or update()."""
    if when is None:
        return {name: "", f"{name}_earliest": None, f"{name}_latest": None}
    return {name: when.edtf, f"{name}_earliest": when.earliest, f"{name}_latest": when.latest}


def read(row: models.Model, name: str) -> FuzzyDate | None:
    """Return the date that the three columns of `name` hold; None when blank."""
    edtf: str = getattr(row, name)
    if not edtf:
        return None
    return FuzzyDate(edtf, getattr(row, f"{name}_earliest"), getattr(row, f"{name}_latest"))


def overlapping(name: str, first: date | None, last: date | None) -> Q:
    """Match rows whose date may lie between `first` and `last`, both included, None meaning no bound.

    A row without a date matches nothing: it may be any day, which helps nobody who asks for one.
    """
    matches = Q(**{f"{name}_earliest__isnull": False})
    if last is not None:
        matches &= Q(**{f"{name}_earliest__lte": last})
    if first is not None:
        matches &= Q(**{f"{name}_latest__gte": first}) | Q(**{f"{name}_latest__isnull": True})
    return matches


def newest(name: str) -> OrderBy:
    """Order by latest possible day: what goes on without an end is the newest, what has no date comes last."""
    going = Case(When(**{f"{name}_earliest__isnull": False}, then=Coalesce(f"{name}_latest", Value(LAST_DAY))))
    return going.desc(nulls_last=True)


def order(row: models.Model, name: str) -> date:
    """Return a key that sorts rows by their first possible day, undated ones last."""
    return getattr(row, f"{name}_earliest") or LAST_DAY


def constraints(table: str, *names: str) -> list[models.CheckConstraint]:
    """Return the rules of every fuzzy date: no days without a date, in order, in years that the archive knows."""
    return [
        models.CheckConstraint(
            condition=Q(**{name: "", f"{name}_earliest": None, f"{name}_latest": None})
            | (
                ~Q(**{name: ""})
                # A CHECK passes on NULL, so what must be there is asked for by name.
                & Q(**{f"{name}_earliest__isnull": False, f"{name}_earliest__gte": FIRST_DAY})
                & (
                    Q(**{f"{name}_latest": None})
                    | Q(**{f"{name}_latest__gte": F(f"{name}_earliest"), f"{name}_latest__lte": LAST_DAY})
                )
            ),
            name=f"{table}_{name}_is_a_date",
            violation_error_message=_("A date has its first and its last day, between 1400 and 2200, or is blank."),
        )
        for name in names
    ]
