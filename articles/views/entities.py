"""People, organisations and places: the index of each and the page of one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.browsing import entities, profiles
from articles.views.moved import moved


@require_safe
def person_list(request: HttpRequest) -> HttpResponse:
    return _index(request, "people")


@require_safe
def organisation_list(request: HttpRequest) -> HttpResponse:
    return _index(request, "organisations")


@require_safe
def place_list(request: HttpRequest) -> HttpResponse:
    return _index(request, "places")


@require_safe
def person_detail(request: HttpRequest, slug: str) -> HttpResponse:
    return _detail(request, "people", slug)


@require_safe
def organisation_detail(request: HttpRequest, slug: str) -> HttpResponse:
    return _detail(request, "organisations", slug)


@require_safe
def place_detail(request: HttpRequest, slug: str) -> HttpResponse:
    return _detail(request, "places", slug)


def _index(request: HttpRequest, section: str) -> HttpResponse:
    """Show names letter by letter, or those like the name asked for."""
    index = entities.index(section, request.GET)
    return render(request, "articles/entity_list.html", {"index": index}, status=400 if index.errors else 200)


def _detail(request: HttpRequest, section: str, slug: str) -> HttpResponse:
    """Show what one said and what was said of it; another address of the same one leads here for good."""
    entity = profiles.find(slug)
    if entity is None:
        raise Http404(_("The archive knows nobody and nothing of this name."))
    if (entity.section, entity.slug) != (section, slug):
        return moved(request, entity.get_absolute_url())
    profile = profiles.profile(entity, request.GET)
    return render(
        request, "articles/entity_detail.html", {"profile": profile}, status=400 if profile.by.errors else 200
    )
