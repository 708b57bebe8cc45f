"""Who may sign in, how often a wrong password may be tried, and what is answered when that is too often.

Everything here is named in `settings.py`, none of it is called by us. docs/operations.md tells the rules.
"""

from __future__ import annotations

from typing import Any, Final

from axes.handlers.database import AxesDatabaseHandler  # type: ignore[import-untyped]
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import ValidationError
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

NETWORK_LIMIT: Final = 20  # wrong passwords from one network, for any names; a whole newsroom may share one address
LONGEST_PASSWORD: Final = 128  # characters
_NAME_COLUMN: Final = 255  # characters; an account's name has 150 at most


class StaffBackend(ModelBackend):
    """Lets in whom the desk knows, by a password of bearable length; all others get one and the same answer."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any
    ) -> User | None:
        if password is not None and len(password) > LONGEST_PASSWORD:
            # No account has one, so nothing is hashed; it counts as a wrong one, for known and unknown names alike.
            return None
        return super().authenticate(request, username=username, password=password, **kwargs)

    def user_can_authenticate(self, user: User | AnonymousUser | None) -> bool:
        # Asked after hashing. Were it left to the form, the right password of another account would not count as wrong.
        return bool(getattr(user, "is_staff", False)) and super().user_can_authenticate(user)


class LongestPassword:
    """Refuses a new password that StaffBackend would not read."""

    def validate(self, password: str, user: object = None) -> None:
        if len(password) > LONGEST_PASSWORD:
            raise ValidationError(self.get_help_text(), code="password_too_long")

    def get_help_text(self) -> str:
        return _("Your password must have at most %(limit)d characters.") % {"limit": LONGEST_PASSWORD}


def counted_name(_request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """Return the name that failures are counted by: as typed, but no longer than its column, as no account's name is.

    The form bounds what a browser sends, not what arrives.
    """
    return str((credentials or {}).get("username") or "")[:_NAME_COLUMN]


class Limits(AxesDatabaseHandler):  # type: ignore[misc]  # the package has no types
    """Counts by name and by network, each with its own limit; django-axes alone has one limit for both."""

    def get_failures(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        """Return the failures of the name, or those of the network in proportion to their higher limit."""
        # In the order of AXES_LOCKOUT_PARAMETERS.
        by_name, by_network = (
            attempts.aggregate(sum=Sum("failures_since_start"))["sum"] or 0
            for attempts in self.get_user_attempts(request, credentials)
        )
        return int(max(by_name, by_network * settings.AXES_FAILURE_LIMIT // NETWORK_LIMIT))

    def reset_user_attempts(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        """Forget the failures of the name that has signed in, and no others.

        Were the network's forgotten too, whoever has an account could go on guessing at another one for ever.
        """
        by_name, _by_network = self.filter_user_attempts(request, credentials)
        return int(by_name.delete()[0])


def locked(request: HttpRequest, _response: HttpResponse | None, _credentials: dict[str, Any] | None) -> HttpResponse:
    """Answer for a name or a network that is locked: the same, whether there is such an account or not."""
    seconds = int(settings.AXES_COOLOFF_TIME.total_seconds())
    context = {**admin.site.each_context(request), "title": _("Signing in is paused"), "minutes": seconds // 60}
    response = render(request, "admin/locked.html", context, status=429)
    response.headers["Retry-After"] = str(seconds)
    add_never_cache_headers(response)
    return response
