"""The advanced form: boxes for those who do not want to learn the grammar."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.search.advanced_form import advanced_form


@require_safe
def search_advanced(request: HttpRequest) -> HttpResponse:
    """Show the form with what `q` asks for; lead what is submitted to the search page."""
    form = advanced_form(request.GET)
    if form.is_valid():
        return redirect(f"{reverse('articles:search')}?{form.address}")
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    return render(request, "articles/search_advanced.html", {"form": form}, status=status)
