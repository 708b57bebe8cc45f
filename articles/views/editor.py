"""Who reads a public page as an editor. Readers cost nothing: no query, no cookie, no Vary."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.db import Error
from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_cache_control


@dataclass(frozen=True, slots=True, kw_only=True)
class Editor:
    name: str
    kinds: frozenset[str]  # the records that the editor may look at in the admin: article, quote...


def editor(request: HttpRequest) -> dict[str, Editor | None]:
    """Give templates `editor`: who is signed in to the admin, None for everybody else. A context processor."""
    return {"editor": _editor(request) if settings.SESSION_COOKIE_NAME in request.COOKIES else None}


def _editor(request: HttpRequest) -> Editor | None:
    # Pages of refusal are also made before anybody has asked who is there.
    user = getattr(request, "user", None)
    try:
        if user is None or not (user.is_active and user.is_staff):
            return None
        allowed = user.get_all_permissions()
    except Error:
        # The page that says so must stand while the database is away.
        return None
    kinds = {name for permission in allowed for name in _viewed(permission)}
    return Editor(name=user.get_full_name() or user.get_username(), kinds=frozenset(kinds))


def _viewed(permission: str) -> list[str]:
    """Return the kind of record that a permission opens in the admin, in a list; whoever may change it may look."""
    app, _, codename = permission.partition(".")
    verb, _, kind = codename.partition("_")
    return [kind] if app == "articles" and verb in {"view", "change"} else []


def private_when_signed_in(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable:
    """Keep what was made for one person out of caches that many share. Stands right below SessionMiddleware."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if request.session.accessed:
            patch_cache_control(response, private=True)
        return response

    return middleware
