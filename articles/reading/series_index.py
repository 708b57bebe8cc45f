"""The list of series, each with its newest reviewed figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.core.paginator import EmptyPage, Page, Paginator
from django.http import Http404, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Series, Statistic
from articles.search.list_filter import LAST_PAGE
from articles.search.listing import Problem, problems
from articles.series.build import for_figures, with_newest

PER_PAGE: Final = 50


class SeriesForm(forms.Form):
    page = forms.IntegerField(label=gettext_lazy("page"), required=False, min_value=1, max_value=LAST_PAGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    series: Series
    newest: Statistic | None  # reviewed; None when nobody has reviewed any
    figures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesIndex:
    errors: list[Problem]
    page: Page[Any] | None  # None when a value is wrong
    rows: list[Listed]


def series_index(params: QueryDict) -> SeriesIndex:
    """Return one page of the series that readers may see, by name.

    Raises:
        Http404: the page asked for lies behind the last.
    """
    form = SeriesForm(params)
    if not form.is_valid():
        return SeriesIndex(errors=problems(form), page=None, rows=[])
    paginator = Paginator(with_newest(Series.objects.public().select_related("place")), PER_PAGE)
    number = form.cleaned_data["page"] or 1
    try:
        page = paginator.page(number)
    except EmptyPage:
        message = _("This list has %(pages)d pages; there is no page %(number)d.")
        raise Http404(message % {"pages": paginator.num_pages, "number": number}) from None
    return SeriesIndex(errors=[], page=page, rows=_rows(list(page.object_list)))


def _rows(series: list[Any]) -> list[Listed]:
    newest = for_figures(Statistic.objects.filter(pk__in=[one.newest_pk for one in series if one.newest_pk])).in_bulk()
    return [Listed(series=one, newest=newest.get(one.newest_pk), figures=one.figure_count) for one in series]
