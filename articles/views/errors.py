"""Pages for what went wrong; each says what can be done about it."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import BadRequest
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from articles.models import Entity

NEAR = 3  # names that a mistyped address is answered with


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    # Our own views say what is wrong; other causes are for the log, not for a page.
    reason = str(exception) if isinstance(exception, BadRequest) else _("The question cannot be read.")
    return render(request, "400.html", {"reason": reason}, status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    words = _words(request.path)
    context = {"path": request.path, "query": words, "near_names": _near(words)}
    return render(request, "404.html", context, status=404)


def gone(request: HttpRequest, when: datetime) -> HttpResponse:
    """Say on which day an article was removed; why is nobody's business but the archive's."""
    return render(request, "410.html", {"when": when}, status=410)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(
        request,
        "403.html",
        {"reason": _("The form was too old, or not ours. Load the page and try again.")},
        status=403,
    )


def server_error(request: HttpRequest) -> HttpResponse:
    return render(request, "500.html", status=500)


def _words(path: str) -> str:
    """Read the last part of an address that is not a number as words: /people/maria-zaharova/ -> maria zaharova."""
    parts = [part for part in path.split("/") if part and not part.isdigit()]
    return parts[-1].replace("-", " ")[:80] if len(parts) > 1 else ""


def _near(words: str) -> list[dict[str, str]]:
    if not words:
        return []
    try:
        near = Entity.objects.public().named(words)[:NEAR]
        return [{"name": entity.name, "url": entity.get_absolute_url(), "note": entity.gloss} for entity in near]
    except DatabaseError:
        # The page must stand while the database is away.
        return []
