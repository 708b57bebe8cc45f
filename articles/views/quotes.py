"""What was said: the search for quotes, and one quote with the way that it came."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.models import Quote
from articles.reading.quote_page import quote_page
from articles.search.conditions import hardest
from articles.search.results import listing
from articles.views.moved import renamed


@require_safe
def quote_list(request: HttpRequest) -> HttpResponse:
    found = listing("quotes", request.GET)
    if found.errors and (elsewhere := renamed(request)):
        return elsewhere
    context = {
        "listing": found,
        "hardest": None if found.total else hardest(found.conditions),
        "hidden": found.hidden("q", "type"),
        "types": [(value, label, value in found.address.values("type")) for value, label in Quote.Type.choices],
    }
    return render(request, "articles/quote_list.html", context, status=400 if found.errors else 200)


@require_safe
def quote_detail(request: HttpRequest, pk: int) -> HttpResponse:
    page = quote_page(pk)
    if page is None:
        raise Http404(_("The archive shows no such quote."))
    context = {"shown": page, "quote": page.quote, "address": request.build_absolute_uri(request.path)}
    return render(request, "articles/quote_detail.html", context)
