"""The page of one series: what it counts, its newest figures, its drawings, its table, and what is near it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.dateformat import format as format_day
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Approximation, Entity, NoteLink, Series, Statistic
from articles.reading import days
from articles.series import chart
from articles.series.build import Near, Point, Standing, loose_points, near, other_scopes, points_of
from articles.series.plot import MID, NARROW, SMALL, WIDE, Bound, Figure, Plot, Words
from articles.series.scale import Reach

_BOUNDS: dict[str, Bound] = {
    Approximation.MORE_THAN: "up",
    Approximation.AT_LEAST: "up",
    Approximation.AT_MOST: "down",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NearPlot:
    """A small drawing of what is near; `plot` is None where it counts in another unit or has no day."""

    name: str
    population: str
    url: str
    plot: Plot | None
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesPage:
    series: Series
    points: Sequence[Point]  # in the order of their days
    others: Sequence[Point]  # of other scope, without a series; in the table, never in the drawing
    newest_reviewed: Point | None
    newest: Point | None  # of all, where that is another one
    since: Statistic | None  # a figure that says from which day was counted
    plots: Sequence[Plot]  # wide, middle, narrow; none when no figure has a day
    description: str  # what the drawing shows, in words
    near: Sequence[NearPlot]
    notes: Sequence[NoteLink]


def series_page(slug: str) -> SeriesPage | None:
    """Load what the page of a series shows; None when readers may not see it. The number of queries is fixed."""
    series = Series.objects.public().select_related("place").filter(slug=slug).first()
    if series is None:
        return None
    Entity.objects.tell_pages([series])
    points = points_of([series])[series.pk]
    reviewed = next((one for one in points if one.standing is Standing.NEWEST_REVIEWED), None)
    ahead = [one for one in points if one.standing is Standing.WOULD_SUPERSEDE]
    basis = reviewed or points[-1]
    return SeriesPage(
        series=series,
        points=points,
        others=loose_points(other_scopes(points)),
        newest_reviewed=reviewed,
        newest=ahead[-1] if ahead else None if reviewed else points[-1],
        since=basis.statistic if basis.statistic.since_on else None,
        plots=_plots(points, since=basis.statistic.since_earliest),
        description=describe(points),
        near=_near(points, near(series, points), unit=series.unit),
        notes=list(NoteLink.objects.public().filter(series=series).for_tables().order_by("article_id")),
    )


def amount(statistic: Statistic) -> str:
    """Write a value in plain words: about 1,100; more than 1,050; 400–500."""
    values = [statistic.value] if statistic.value_to is None else [statistic.value, statistic.value_to]
    words = "–".join(_number(value) for value in values)
    if statistic.approximation == Approximation.EXACT:
        return words
    return f"{statistic.get_approximation_display()} {words}"


def describe(points: Iterable[Point]) -> str:
    """Say in one line what a drawing of points shows; those without a day are not drawn."""
    said = []
    for point in points:
        when = point.statistic.as_of_on
        if when is not None:
            words = _("%(value)s as of %(date)s") % {"value": amount(point.statistic), "date": days.in_words(when)}
            said.append(_("%(figure)s, unreviewed") % {"figure": words} if point.statistic.unreviewed else words)
    return "; ".join(said)


def _number(value: float | Decimal) -> str:
    exact = Decimal(str(value))
    return str(number_format(f"{exact.normalize():f}", use_l10n=True, force_grouping=True))


def _gap(count: int, about: bool) -> str:  # noqa: FBT001 - as Words calls it
    if about:
        words = ngettext("about %(days)d day without a figure", "about %(days)d days without a figure", count)
    else:
        words = ngettext("%(days)d day without a figure", "%(days)d days without a figure", count)
    return words % {"days": count}


_WORDS = Words(
    value=_number,
    day=lambda day: format_day(day, "j M"),
    gap=_gap,
    since=lambda day: _("counted since %(day)s") % {"day": format_day(day, "j M")},
)


def _figures(points: Iterable[Point], *, small: bool = False) -> list[Figure]:
    """Return what can be drawn of points: those with a day."""
    return [
        Figure(
            key=point.statistic.pk,
            value=float(point.statistic.value),
            value_to=None if point.statistic.value_to is None else float(point.statistic.value_to),
            first=when.earliest,
            last=when.latest,
            about_day=when.approximate or when.questioned,
            about=point.statistic.approximation != Approximation.EXACT,
            bound=_BOUNDS.get(point.statistic.approximation, ""),
            unreviewed=point.statistic.unreviewed,
            past=point.past,
            joined=point.joined,
            lines=_lines(point, small=small),
            url=point.statistic.get_absolute_url(),
        )
        for point in points
        if (when := point.statistic.as_of_on) is not None
    ]


def _lines(point: Point, *, small: bool) -> tuple[str, ...]:
    """Return the label of a point: its value, then its day and who prints it; small drawings leave these out."""
    words = amount(point.statistic)
    when = point.statistic.as_of_on
    if small or when is None:
        return (words,)
    publishers = [printing.article.publisher for printing in point.printings]
    return (words, days.in_words(when, short=True), *(str(publisher) for publisher in publishers[:1] if publisher))


def _plots(points: Sequence[Point], *, since: date | None) -> list[Plot]:
    figures = _figures(points)
    if not figures:
        return []
    return [chart.draw(figures, frame=frame, words=_WORDS, since=since) for frame in (WIDE, MID, NARROW)]


def _near(points: Sequence[Point], found: Sequence[Near], *, unit: str) -> list[NearPlot]:
    """Draw each of what is near on one scale, which holds the series itself too."""
    drawn = [(one, _figures(one.points, small=True) if _unit(one) == unit else []) for one in found]
    reaches = [chart.reach(figures) for figures in (_figures(points), *(figures for _one, figures in drawn)) if figures]
    axes: Reach | None = None
    for reach in reaches:
        axes = axes | reach if axes else reach
    return [
        NearPlot(
            name=one.series.name if one.series else one.points[0].statistic.measure,
            population=one.points[0].statistic.population,
            url=(one.series or one.points[0].statistic).get_absolute_url(),
            plot=chart.draw(figures, frame=SMALL, words=_WORDS, axes=axes) if figures else None,
            description=describe(one.points),
        )
        for one, figures in drawn
    ]


def _unit(one: Near) -> str:
    return one.points[0].statistic.unit
