"""A figure as part of its denominator. Reckoned here and rounded: no paper prints it, and pages say so."""

from __future__ import annotations

from dataclasses import dataclass

from articles.models import Approximation, Statistic
from articles.models.fact import shown_statuses


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    percent: int
    open_end: bool  # the denominator itself is "about" or more


def share_of(statistic: Statistic) -> Share | None:
    """Return how large a part of its denominator a figure is; None where both do not count alike."""
    whole = statistic.out_of
    if whole is None or whole.status not in shown_statuses() or statistic.value_to or whole.value_to:
        return None
    if whole.value <= 0 or not 0 <= statistic.value <= whole.value or whole.unit != statistic.unit:
        return None
    percent = round(statistic.value / whole.value * 100)
    return Share(percent=percent, open_end=whole.approximation != Approximation.EXACT)
