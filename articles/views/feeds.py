"""The newest of a list for feed readers, who ask often and mostly for what has not changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from articles.exports import as_json, feeds
from articles.exports.asked import Asked, ask
from articles.search import remembered
from articles.views.exports import refused
from articles.views.moved import renamed


@require_safe
def search_atom(request: HttpRequest) -> HttpResponseBase:
    asked = ask(request.GET)
    if asked.problems:
        return renamed(request) or refused(asked)
    return _answer(request, asked, feeds.atom, "application/atom+xml; charset=utf-8")


@require_safe
def search_json_feed(request: HttpRequest) -> HttpResponseBase:
    asked = ask(request.GET)
    if asked.problems:
        body = as_json.refusal(asked.problems).body
        return renamed(request) or JsonResponse(body, status=HTTPStatus.BAD_REQUEST)
    return _answer(request, asked, feeds.json_feed, "application/feed+json; charset=utf-8")


def _answer(
    request: HttpRequest, asked: Asked, write: Callable[[feeds.Feed], bytes], content_type: str
) -> HttpResponseBase:
    """Answer with the feed, or that it is still what the reader has; while nothing changes it is not made again."""

    def make() -> bytes:
        return write(feeds.feed(asked, request.build_absolute_uri))

    told = (write.__name__, request.build_absolute_uri(), settings.NEWSARCHIVE_SHOW_UNREVIEWED)
    content = remembered.value(f"feed {told!r}", make)
    response = HttpResponse(content, content_type=content_type)
    # No Last-Modified: what an old draft adds when it is published is no newer than what the feed has.
    response["ETag"] = etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    answer = get_conditional_response(request, etag=etag, response=response)
    assert answer is not None  # noqa: S101 - it gives back the response that it was given
    return answer
