"""A list to take along: as JSON with a cursor, as a table that is written as it is read."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from articles.exports import as_csv, as_json
from articles.exports.asked import Asked, ask


@require_safe
def search_json(request: HttpRequest) -> HttpResponse:
    document = as_json.document(request.GET, request.build_absolute_uri)
    status = HTTPStatus.BAD_REQUEST if document.wrong else HTTPStatus.OK
    return JsonResponse(document.body, status=status, json_dumps_params={"ensure_ascii": False})


@require_safe
def search_csv(request: HttpRequest) -> HttpResponseBase:
    asked = ask(request.GET)
    if asked.problems:
        return refused(asked)
    lines = [""] if request.method == "HEAD" else as_csv.table(asked, request.build_absolute_uri)
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8; header=present")
    name = content_disposition_header(as_attachment=True, filename=as_csv.name(asked))
    response["Content-Disposition"] = name or "attachment"
    return response


def refused(asked: Asked) -> HttpResponse:
    """Say in plain text what is wrong, where nothing can read JSON."""
    lines = [f"{problem.field}: {problem.message}\n" for problem in asked.problems]
    return HttpResponse("".join(lines), content_type="text/plain; charset=utf-8", status=HTTPStatus.BAD_REQUEST)
