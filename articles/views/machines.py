"""Answers for machines: ready or not, what to crawl, the picture in the tab. They stand outside of languages."""

from __future__ import annotations

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.templatetags.static import static
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.models import Article

CRAWLED = """User-agent: *
Disallow: /admin/
Disallow: /search/?
Disallow: /search/suggest/
Disallow: /search.
Disallow: /quotes/?
Disallow: /statistics/?
Disallow: /people/?
Disallow: /organisations/?
Disallow: /places/?
Sitemap: {sitemap}
"""


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """Say "ready" when the database answers and holds the archive's tables, else "not ready" with status 503."""
    try:
        Article.objects.exists()
    except DatabaseError as error:
        reason = str(error).strip().splitlines()[0] if settings.DEBUG else "the database does not answer"
        return HttpResponse(f"not ready: {reason}\n", content_type="text/plain", status=503)
    return HttpResponse("ready\n", content_type="text/plain")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    sitemap = request.build_absolute_uri("/sitemap.xml")
    return HttpResponse(CRAWLED.format(sitemap=sitemap), content_type="text/plain")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    return HttpResponsePermanentRedirect(static("img/favicon.ico"))
