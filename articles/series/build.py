"""From statistics to points that may be compared: which figure is the newest, which took whose place, what is near."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Any, Final

from django.db.models import Count, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Window
from django.db.models.functions import RowNumber

from articles.models import Anchor, Printing, Quote, Series, Statistic, StatisticLink, Status

MOST_POINTS: Final = 200
MOST_NEAR: Final = 6
MOST_PRINTINGS: Final = 50


class Standing(Enum):
    """What a figure is worth beside the others of its series."""

    NEWEST_REVIEWED = auto()
    SUPERSEDED = auto()  # a reviewed figure of a later day, or one that says so, took its place
    WOULD_SUPERSEDE = auto()  # later than the newest reviewed one, but nobody has checked it
    OTHER_SCOPE = auto()  # counts other people, or elsewhere: set beside the series, never in it
    NONE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    statistic: Statistic
    printings: tuple[Printing, ...]  # those that readers may see, by day of publication
    standing: Standing = Standing.NONE
    other: Statistic | None = None  # what superseded it, or would be superseded by it
    joined: bool = True  # may stand in one line with its neighbours

    @property
    def past(self) -> bool:
        return self.standing is Standing.SUPERSEDED


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Another series, or one figure without a series, that is set beside a series and never joined to it."""

    series: Series | None
    points: tuple[Point, ...]  # at least one


def for_figures(statistics: QuerySet[Any]) -> QuerySet[Any]:
    """Load what a figure shows in a list. A denominator that readers may not see is None here."""
    public = Prefetch("out_of", Statistic.objects.public())
    return statistics.select_related("stated_by", "series", "place").prefetch_related(public)


def for_points(statistics: QuerySet[Any]) -> QuerySet[Any]:
    """Load what a point shows: the figure, and its first public printings with their words."""
    return for_figures(statistics).prefetch_related(Prefetch("printings", _printings()))


def _printings() -> QuerySet[Any]:
    """Return the first public printings of each figure. A slice would do, could a prefetch narrow it further."""
    order = ["article__published_earliest", "article_id", "pk"]
    first = Window(RowNumber(), partition_by="statistic", order_by=order)
    words = Anchor.objects.as_shown("printing").with_places()
    printings: QuerySet[Any] = (
        Printing.objects.public()
        .annotate(place_in_statistic=first)
        .filter(place_in_statistic__lte=MOST_PRINTINGS)
        .select_related("article__publisher", "article__current")
        .defer("article__current__body")
        .prefetch_related(Prefetch("anchors", words), Prefetch("quote", Quote.objects.public()))
        .order_by(*order)
    )
    return printings


def points_of(series: Iterable[Series]) -> dict[int, list[Point]]:
    """Return the public points of each series by its key, in the order of their days; of each the newest 200."""
    newest = Window(
        RowNumber(), partition_by="series", order_by=[F("as_of_latest").desc(nulls_last=True), F("pk").desc()]
    )
    statistics = Statistic.objects.public().filter(series__in=[one.pk for one in series])
    grouped: dict[int, list[Statistic]] = defaultdict(list)
    for statistic in for_points(statistics.annotate(place_in_series=newest).filter(place_in_series__lte=MOST_POINTS)):
        grouped[statistic.series_id].append(statistic)
    replaced = _replaced([one for group in grouped.values() for one in group])
    return {key: _stand(group, replaced) for key, group in grouped.items()}


def loose_points(statistics: Iterable[int]) -> list[Point]:
    """Return points for figures of other scope, which stand in no series; given by their keys."""
    rows = for_points(Statistic.objects.public().filter(pk__in=list(statistics), series=None)).order_by("pk")
    return [_point(statistic, Standing.OTHER_SCOPE) for statistic in rows]


def other_scopes(points: Sequence[Point]) -> set[int]:
    """Return the keys of figures that an editor has set beside these because they count something else."""
    own = {point.statistic.pk for point in points}
    links = StatisticLink.objects.public().filter(type=StatisticLink.Type.DIFFERENT_SCOPE)
    ends = links.filter(Q(from_statistic__in=own) | Q(to_statistic__in=own))
    return {key for pair in ends.values_list("from_statistic", "to_statistic") for key in pair} - own


def near(series: Series, points: Sequence[Point]) -> list[Near]:
    """Return what links, denominators and parts set beside a series: at most six, series before lone figures."""
    keys = _near_keys(points)
    others = Series.objects.public().filter(statistics__in=keys).exclude(pk=series.pk).distinct().order_by("pk")
    listed = list(others[:MOST_NEAR])
    by_series = points_of(listed)
    found = [Near(series=one, points=tuple(by_series[one.pk])) for one in listed if by_series.get(one.pk)]
    lone = [Near(series=None, points=(point,)) for point in loose_points(keys)]
    return [*found, *lone][:MOST_NEAR]


def with_newest(series: QuerySet[Series]) -> QuerySet[Series]:
    """Add `newest_pk`, the key of each one's newest reviewed figure (None without one), and `figure_count`."""
    public = Statistic.objects.public().filter(series=OuterRef("pk"))
    newest = public.filter(status=Status.CONFIRMED).newest_first()
    count = public.order_by().values("series").annotate(count=Count("pk"))
    return series.annotate(newest_pk=Subquery(newest.values("pk")[:1]), figure_count=Subquery(count.values("count")))


def _near_keys(points: Sequence[Point]) -> set[int]:
    """Return the keys of figures one step away, and of what these are parts of."""
    own = {point.statistic.pk for point in points}
    linked = StatisticLink.objects.public().filter(Q(from_statistic__in=own) | Q(to_statistic__in=own))
    keys = {key for pair in linked.values_list("from_statistic", "to_statistic") for key in pair}
    keys |= {point.statistic.out_of_id for point in points if point.statistic.out_of_id}
    keys |= set(Statistic.objects.public().filter(out_of__in=own).values_list("pk", flat=True))
    wholes = Statistic.objects.public().filter(pk__in=keys, out_of__isnull=False).values_list("out_of", flat=True)
    return (keys | {whole for whole in wholes if whole}) - own


def _replaced(statistics: Sequence[Statistic]) -> dict[int, Statistic]:
    """Return, by key, the figure that says it takes another's place."""
    links = StatisticLink.objects.public().filter(
        to_statistic__in=[one.pk for one in statistics],
        type=StatisticLink.Type.SUPERSEDES,
        status=Status.CONFIRMED,
    )
    return {link.to_statistic_id: link.from_statistic for link in links.select_related("from_statistic")}


def _stand(statistics: Sequence[Statistic], replaced: dict[int, Statistic]) -> list[Point]:
    """Say of each figure of a series what it is worth, in the order of their days."""
    ordered = sorted(statistics, key=lambda one: (one.as_of_earliest or date.max, one.pk))
    comparable = [one for one in ordered if _in_scope(one) and one.pk not in replaced]
    reviewed = [one for one in comparable if not one.unreviewed and one.as_of_earliest]
    newest = reviewed[-1] if reviewed else None
    points = []
    for statistic in ordered:
        standing, other = _standing(statistic, reviewed, newest, replaced.get(statistic.pk))
        points.append(_point(statistic, standing, other, joined=statistic in comparable))
    return points


def _standing(
    statistic: Statistic, reviewed: Sequence[Statistic], newest: Statistic | None, replacement: Statistic | None
) -> tuple[Standing, Statistic | None]:
    if not _in_scope(statistic):
        return Standing.OTHER_SCOPE, None
    if after := replacement or _first_after(statistic, reviewed):
        return Standing.SUPERSEDED, after
    if newest is None or statistic is newest:
        return (Standing.NONE, None) if newest is None else (Standing.NEWEST_REVIEWED, None)
    return (Standing.WOULD_SUPERSEDE, newest) if _surely_before(newest, statistic) else (Standing.NONE, None)


def _in_scope(statistic: Statistic) -> bool:
    """Return whether a figure still counts what its series does: an editor may have corrected it since."""
    series = statistic.series
    return series is not None and statistic.scope == (series.unit, series.population, series.place_id)


def _first_after(statistic: Statistic, reviewed: Sequence[Statistic]) -> Statistic | None:
    return next((other for other in reviewed if _surely_before(statistic, other)), None)


def _surely_before(one: Statistic, other: Statistic) -> bool:
    """Return whether no day that `one` may stand for is a day of `other` or later."""
    last, first = one.as_of_latest, other.as_of_earliest
    return last is not None and first is not None and last < first


def _point(statistic: Statistic, standing: Standing, other: Statistic | None = None, *, joined: bool = False) -> Point:
    printings = tuple(statistic.printings.all())
    return Point(statistic=statistic, printings=printings, standing=standing, other=other, joined=joined)
