"""The search page: articles, quotes, figures and names by one form."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.search import results
from articles.views.moved import renamed


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Search with facets; without a query, the archive newest first."""
    found = results.search(request.GET)
    if found.listing.errors and (elsewhere := renamed(request)):
        return elsewhere
    status = HTTPStatus.BAD_REQUEST if found.listing.errors else HTTPStatus.OK
    context = {"results": found, "listing": found.listing, "query": request.GET.get("q", "")}
    return render(request, "articles/search.html", context, status=status)
