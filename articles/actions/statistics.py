"""Putting statistics side by side."""

from __future__ import annotations

from articles.models import Series, Statistic


class ScopeDiffers(Exception):
    """The statistic counts something else, or someone else, or elsewhere than the series."""


def add_to_series(statistic: Statistic, series: Series) -> None:
    """Make `statistic` a point of `series`.

    Raises:
        ScopeDiffers: its unit, population or place is not the series' own.
    """
    ours = (series.unit, series.population, series.place_id)
    names = ("unit", "population", "place")
    different = [name for name, mine, own in zip(names, statistic.scope, ours, strict=True) if mine != own]
    if different:
        raise ScopeDiffers(f"{statistic} cannot stand in {series}: {', '.join(different)} not equal.")
    statistic.series = series
    statistic.save(update_fields=["series"])
