"""What only the database refuses: the form says so, nothing is saved, and nothing that was typed is lost."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from django.apps import apps
from django.contrib import admin
from django.db import IntegrityError
from django.db.models import BaseConstraint
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg import errors

# Of rules that no model tells a sentence about, by name. Forms see most of what breaks one; not rows that trade
# places, nor who was faster.
_SENTENCES: Final[Mapping[str, str | Promise]] = {
    "entity_name_once_per_language": gettext_lazy(
        "Each name stands once in a language, the one above among them. Take the second away, or change it later."
    ),
    "not_merged_away": gettext_lazy(
        "One that it names was merged into another in the meantime. Choose the one that stayed."
    ),
    "no_circle": gettext_lazy("It would lead back to itself: one of the records that it names leads to it."),
}
# Of rules without any, by kind.
_BY_KIND: Final[tuple[tuple[type[Exception], str | Promise], ...]] = (
    (
        errors.ForeignKeyViolation,
        gettext_lazy("A record that it names is not in the archive any more. Choose another one."),
    ),
    (errors.UniqueViolation, gettext_lazy("There is one like this already. Change that one instead.")),
)


class RefusalTold(admin.ModelAdmin):
    """Shows the form again where saving it would break a rule of the database. Its form has `refused`."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError as error:
            request.__dict__["refused"] = sentence(error)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:  # noqa: FBT001, FBT002 - Django's
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.refused = request.__dict__.get("refused", "")
        return form


def sentence(error: IntegrityError) -> str:
    """Say which rule was broken, for an editor: never by the name that the database has for it."""
    cause = error.__cause__
    rule = str(getattr(getattr(cause, "diag", None), "constraint_name", None) or "")
    told = _SENTENCES.get(rule) or _told_by_models().get(rule)
    by_kind = (words for kind, words in _BY_KIND if isinstance(cause, kind))
    general = _("Together, these values contradict one another or another record. Look at each of them again.")
    return str(told or next(by_kind, general))


@cache
def _told_by_models() -> Mapping[str, Any]:
    """Return the sentences that models tell about their rules, by the rule's name."""
    rules = (rule for model in apps.get_app_config("articles").get_models() for rule in model._meta.constraints)
    general = BaseConstraint.default_violation_error_message
    return {rule.name: rule.violation_error_message for rule in rules if rule.violation_error_message != general}
