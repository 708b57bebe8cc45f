"""The years of a list as bars; its months where all of it lies in one year."""

from __future__ import annotations

from django.http import QueryDict

from articles.search import days
from articles.search.results import Listing


def years_of(found: Listing) -> days.Bars | None:
    """Return bars whose addresses ask the list itself; None for a list without dates or with a wrong value."""
    bars = found.bars
    if bars is None or len(bars.bars) != 1:
        return bars
    year = bars.bars[0].title
    address = found.address.replacing("from", year).replacing("to", year)
    filters = type(found.filters)(QueryDict(str(address).removeprefix("?")), queryset=found.filters.queryset)
    return days.bars(filters, address) if filters.is_valid() else bars
