"""What the search box offers while somebody types: for its script as JSON, for everybody else as a page."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.reading import days
from articles.search.suggesting.answer import Answer, suggest
from articles.search.suggesting.suggestion import Suggestion

_SECONDS: Final = 60  # whoever types the same again within a minute is answered by the browser


@require_safe
@vary_on_headers("Accept")
@cache_control(public=True, max_age=_SECONDS)
def suggestions(request: HttpRequest) -> HttpResponse:
    answer = suggest(request.GET)
    if request.get_preferred_type(["text/html", "application/json"]) == "application/json":
        return JsonResponse(_told(answer))
    return render(request, "articles/suggest.html", {"answer": answer, "query": answer.typed})


def _told(answer: Answer) -> dict[str, Any]:
    groups = [
        {"kind": group.kind, "label": group.label, "suggestions": [_line(one) for one in group.suggestions]}
        for group in answer.groups
    ]
    return {"typed": answer.typed, "told": answer.told, "groups": groups}


def _line(one: Suggestion) -> dict[str, Any]:
    when = days.in_words(one.published, short=True) if one.published else ""
    return {
        "kind": one.kind,
        "label": one.label,
        "language": one.language,
        "parts": one.parts,
        "about": ", ".join(part for part in (one.about, when) if part),
        "url": one.url,
        "text": one.text,
        "page": one.page,
        "page_label": _("Page of %(name)s") % {"name": one.label} if one.page else "",
    }
