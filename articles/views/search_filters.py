"""The filters of a list: a page of its own, of which a script puts the part beside the list."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.search.panel import Panel, panel, values
from articles.views.moved import renamed

_PAGES = {"": "articles:search", "quotes": "articles:quote_list", "statistics": "articles:statistic_list"}


@require_safe
def filters(request: HttpRequest, kind: str = "") -> HttpResponse:
    """Show all facets; `kind` is what the list holds where its parameters do not say so."""
    found = _panel(request, kind)
    if found.listing.errors and (elsewhere := renamed(request)):
        return elsewhere
    return render(request, "articles/filters.html", {"panel": found, "listing": found.listing}, status=_status(found))


@require_safe
def filter_values(request: HttpRequest, facet: str, kind: str = "") -> HttpResponse:
    """Show all values of one facet, page by page, or those whose names hold some words."""
    found = _panel(request, kind)
    if found.listing.errors and (elsewhere := renamed(request)):
        return elsewhere
    shown = values(found, request.GET, facet)
    context = {"values": shown, "facet": shown.facet, "panel": found, "listing": found.listing}
    return render(request, "articles/filter_values.html", context, status=_status(found))


def _panel(request: HttpRequest, kind: str) -> Panel:
    return panel(request.GET, path=reverse(_PAGES[kind]), kind=kind)


def _status(found: Panel) -> int:
    return HTTPStatus.BAD_REQUEST if found.listing.errors else HTTPStatus.OK
