"""Putting statistics side by side, and what no statistic may claim."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from articles.actions.editing import edited
from articles.models import Series, Statistic


class ScopeDiffers(Exception):
    """The statistic counts something else, or someone else, or elsewhere than the series; the message is a sentence."""


def add_to_series(statistic: Statistic, series: Series, *, by: User | None = None, reason: str = "") -> None:
    """Make `statistic` a point of `series`.

    Raises:
        ScopeDiffers: its unit, population or place is not the series' own.
    """
    if sentence := _scope(statistic, series):
        raise ScopeDiffers(sentence)
    with edited(statistic, by=by, reason=reason):
        statistic.series = series
        statistic.save(update_fields=["series"])


def check(statistic: Statistic) -> dict[str, str]:
    """Return what is wrong with a statistic as held in memory: a sentence for each field that should change."""
    found = {"value_to": _range(statistic), "out_of": _circle(statistic)}
    if statistic.series is not None:
        found["series"] = _scope(statistic, statistic.series)
    return {field: sentence for field, sentence in found.items() if sentence}


def check_series(series: Series) -> dict[str, str]:
    """Return what is wrong with a series as held in memory: each field in which one of its statistics differs."""
    if not series.pk:
        return {}
    wrong = {}
    for field in ("unit", "population", "place"):
        other = series.statistics.exclude(**{field: getattr(series, field)}).order_by("pk").first()
        if other is not None:
            told = {"statistic": other, "own": getattr(other, field) or _("nothing")}
            wrong[field] = _("“%(statistic)s” stands in this series and has %(own)s here.") % told
    return wrong


def _range(statistic: Statistic) -> str:
    value, upper = statistic.value, statistic.value_to
    if value is None or upper is None or upper > value:
        return ""
    return _("The upper end of the range must be greater than the value.")


def _circle(statistic: Statistic) -> str:
    """Walk from denominator to denominator; the database refuses circles too, with no word for an editor."""
    if not statistic.pk:
        return ""
    if statistic.out_of_id == statistic.pk:
        return _("“Out of”: a figure is not its own denominator.")
    whole, passed = statistic.out_of, set[int]()
    while whole is not None and whole.pk not in passed:
        if whole.out_of_id == statistic.pk:
            told = {"part": whole}
            return _("“Out of”: “%(part)s” is itself counted out of this figure, so they go in a circle.") % told
        passed.add(whole.pk)
        whole = whole.out_of
    return ""


def _scope(statistic: Statistic, series: Series) -> str:
    ours = (series.unit, series.population, series.place_id)
    names = (_("unit"), _("population"), _("place"))
    different = [name for name, mine, own in zip(names, statistic.scope, ours, strict=True) if mine != own]
    if not different:
        return ""
    told = {"statistic": statistic, "series": series, "fields": ", ".join(different)}
    return _("“%(statistic)s” cannot stand in “%(series)s”: %(fields)s not equal.") % told
