"""What was counted: the search for figures, one figure, and series of figures that may be compared."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.reading.series_index import series_index
from articles.reading.series_page import series_page
from articles.reading.statistic_page import printed_of, statistic_page
from articles.search.conditions import hardest
from articles.search.results import listing
from articles.views.moved import renamed


@require_safe
def statistic_list(request: HttpRequest) -> HttpResponse:
    found = listing("statistics", request.GET)
    if found.errors and (elsewhere := renamed(request)):
        return elsewhere
    context = {
        "listing": found,
        "hardest": None if found.total else hardest(found.conditions),
        "hidden": found.hidden("q", "number"),
        "figures": printed_of(found.page.object_list) if found.page else [],
    }
    return render(request, "articles/statistic_list.html", context, status=400 if found.errors else 200)


@require_safe
def statistic_detail(request: HttpRequest, pk: int) -> HttpResponse:
    page = statistic_page(pk)
    if page is None:
        raise Http404(_("The archive shows no such figure."))
    context = {"shown": page, "statistic": page.statistic, "address": request.build_absolute_uri(request.path)}
    return render(request, "articles/statistic_detail.html", context)


@require_safe
def series_list(request: HttpRequest) -> HttpResponse:
    index = series_index(request.GET)
    return render(request, "articles/series_list.html", {"index": index}, status=400 if index.errors else 200)


@require_safe
def series_detail(request: HttpRequest, slug: str) -> HttpResponse:
    page = series_page(slug)
    if page is None:
        raise Http404(_("The archive shows no such series."))
    return render(request, "articles/series_detail.html", {"shown": page, "series": page.series})
