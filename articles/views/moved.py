"""Leading on to where a page is now."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponsePermanentRedirect
from django.utils.cache import patch_cache_control

from articles.search import moved as former


def moved(request: HttpRequest, address: str) -> HttpResponsePermanentRedirect:
    """Redirect to an address of this site, with the request's own query.

    Permanent for those who link to it, but asked anew each time: what was merged may be parted again, and a headline
    put back, and a browser that remembered the first redirect would then never find the page.
    """
    query = request.META.get("QUERY_STRING", "")
    response = HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
    patch_cache_control(response, no_cache=True)
    return response


def renamed(request: HttpRequest) -> HttpResponsePermanentRedirect | None:
    """Redirect to the same list where it asks for what was merged, or for a topic by its label; None where it does not.

    Ask only once the list has refused its parameters. Permanent as above.
    """
    query = former.moved(request.GET)
    if query is None:
        return None
    response = HttpResponsePermanentRedirect(f"{request.path}{query}")
    patch_cache_control(response, no_cache=True)
    return response
