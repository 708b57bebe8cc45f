"""A list to take along: as JSON with a cursor, as a table that is written as it is read."""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from http import HTTPStatus
from threading import BoundedSemaphore
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.exports import as_csv, as_json
from articles.exports.asked import Asked, ask
from articles.views.moved import renamed

RETRY_AFTER_SECONDS: Final = "30"
# A long table keeps a thread for minutes: in each process, as many as leave most threads to readers.
_TABLES: Final = BoundedSemaphore(2)


@require_safe
def search_json(request: HttpRequest) -> HttpResponse:
    document = as_json.document(request.GET, request.build_absolute_uri)
    if document.wrong and (elsewhere := renamed(request)):
        return elsewhere
    status = HTTPStatus.BAD_REQUEST if document.wrong else HTTPStatus.OK
    return JsonResponse(document.body, status=status, json_dumps_params={"ensure_ascii": False})


@require_safe
def search_csv(request: HttpRequest) -> HttpResponseBase:
    asked = ask(request.GET)
    if asked.problems:
        return renamed(request) or refused(asked)
    if request.method == "HEAD":
        return _table(asked, iter([""]))
    if not _TABLES.acquire(blocking=False):
        return _busy()
    try:
        lines = as_csv.table(asked, request.build_absolute_uri)
    except BaseException:
        _TABLES.release()
        raise
    return _table(asked, _Held(lines))


class _Held:
    """The lines of a table, one of the few that are written at a time until it is closed."""

    def __init__(self, lines: Iterator[str]) -> None:
        self.lines = lines
        self.let_go = weakref.finalize(self, _TABLES.release)  # once, and also when nobody closes it

    def __iter__(self) -> Iterator[str]:
        return self.lines

    def close(self) -> None:
        """Give the place away; the response closes what it streams, read or not."""
        self.let_go()


def _table(asked: Asked, lines: Iterator[str] | _Held) -> HttpResponseBase:
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8; header=present")
    name = content_disposition_header(as_attachment=True, filename=as_csv.name(asked))
    response["Content-Disposition"] = name or "attachment"
    return response


def _busy() -> HttpResponse:
    said = _("Others are taking tables just now. Try again in half a minute.")
    response = HttpResponse(f"{said}\n", content_type="text/plain; charset=utf-8")
    response.status_code = HTTPStatus.SERVICE_UNAVAILABLE
    response["Retry-After"] = RETRY_AFTER_SECONDS
    return response


def refused(asked: Asked) -> HttpResponse:
    """Say in plain text what is wrong, where nothing can read JSON."""
    lines = [f"{problem.field}: {problem.message}\n" for problem in asked.problems]
    return HttpResponse("".join(lines), content_type="text/plain; charset=utf-8", status=HTTPStatus.BAD_REQUEST)
