"""The article, each of its texts, and the source as it came."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.reading.accounting import account
from articles.reading.changes import changes_of
from articles.reading.erased import erased_at
from articles.reading.page import compose, public_text
from articles.views import errors
from articles.views.moved import moved

_View = Callable[..., HttpResponse]


def _or_gone(view: _View) -> _View:
    """Say of an article that was erased that it is gone, where the view only knows that it is not there."""

    @wraps(view)
    def answer(request: HttpRequest, pk: int, **rest: Any) -> HttpResponse:
        try:
            return view(request, pk, **rest)
        except Http404:
            when = erased_at(pk)
            if when is None:
                raise
            return errors.gone(request, when)

    return answer


@require_safe
def article_list(request: HttpRequest) -> HttpResponse:
    """All articles, newest first, are the search without words."""
    query = request.META["QUERY_STRING"]
    return redirect(reverse("articles:search") + (f"?{query}" if query else ""))


@require_safe
@_or_gone
def article_redirect(request: HttpRequest, pk: int) -> HttpResponse:
    return moved(request, public_text(pk).article.get_absolute_url())


@require_safe
@_or_gone
def article_detail(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """`q` marks the words of a search in the text."""
    version = public_text(pk)
    address = version.article.get_absolute_url()
    if slug != version.article.slug:
        return moved(request, address)
    page = compose(version, typed=request.GET.get("q", ""))
    context = {"page": page, "canonical": request.build_absolute_uri(address), "query": request.GET.get("q", "")}
    status = 400 if page.hits and page.hits.problem else 200
    return render(request, "articles/article_detail.html", context, status=status)


@require_safe
@_or_gone
def article_version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    version = public_text(pk, number=number)
    canonical = request.build_absolute_uri(version.article.get_absolute_url())
    context = {"page": compose(version), "changes": changes_of(version), "canonical": canonical}
    return render(request, "articles/article_version.html", context)


@require_safe
@_or_gone
def article_source(request: HttpRequest, pk: int) -> HttpResponse:
    version = public_text(pk, with_source=True)
    crumbs = [{"name": version.headline, "url": version.article.get_absolute_url()}]
    context = {"version": version, "accounting": account(version), "crumbs": crumbs}
    return render(request, "articles/article_source.html", context)
