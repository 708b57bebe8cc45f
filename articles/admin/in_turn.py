"""Editors who write the same at once come one after the other; who cannot is told so and keeps what was typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.contrib import admin
from django.db import OperationalError, connection, transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from psycopg import errors

from articles.actions import editing
from articles.actions.holding import hold, hold_articles
from articles.admin.known_choice import is_key

COLLISIONS: Final = (editing.Changed, OperationalError)
# Each waits for what the other holds; or one waits for longer than a statement may take.
_WAITED: Final = (errors.DeadlockDetected, errors.LockNotAvailable, errors.QueryCanceled)
_NAMING_ARTICLES: Final = ("article", "article_of")  # fields of forms and of the rows below them


def sentence(error: Exception) -> str:
    """Return what one of `COLLISIONS` means to the editor whose write it ended.

    Raises:
        OperationalError: `error` itself, when it tells of no other writer.
    """
    if isinstance(error, editing.Changed):
        told = {"who": (error.since[0].by if error.since else None) or _("a command")}
        return _("%(who)s has changed this record since you opened it. Look again.") % told
    if isinstance(error.__cause__, _WAITED):
        return _("Somebody is saving the same record or its article just now. Nothing of yours is saved: try again.")
    raise error


class InTurn(admin.ModelAdmin):
    """Holds what a posted form is about to write, and shows it again when somebody came first.

    Its form has `refused`, as `RefusalTold` gives it.
    """

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """Read the record as it is once nobody else is writing it, nor the articles whose words it is given."""
        found = super().get_object(request, object_id, from_field)
        if found and request.method == "POST" and connection.in_atomic_block and not _refused(request):
            hold(found, articles=_named(request.POST))
            found = super().get_object(request, object_id, from_field)
        return found

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Save in one transaction, or show the form again with what was typed and why it is not saved."""
        if request.method != "POST" or _refused(request):
            return super().changeform_view(request, object_id, form_url, extra_context)
        try:
            with transaction.atomic():
                if object_id is None:
                    hold_articles(_named(request.POST))
                return super().changeform_view(request, object_id, form_url, extra_context)
        except COLLISIONS as error:
            request.__dict__["refused"] = sentence(error)
        return super().changeform_view(request, object_id, form_url, extra_context)


def _refused(request: HttpRequest) -> bool:
    return bool(request.__dict__.get("refused"))


def _named(posted: QueryDict) -> Iterator[int]:
    """Yield the keys of the articles that a form and its rows name."""
    for name, value in posted.items():
        if name.rpartition("-")[2] in _NAMING_ARTICLES and isinstance(value, str) and is_key(value):
            yield int(value)
