"""Pages about the archive itself."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "articles/about.html")


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "articles/help.html")
