"""What only the database refuses: the form says so, nothing is saved, and nothing that was typed is lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.contrib import admin
from django.db import IntegrityError
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# By the name of the rule. Forms see most of what breaks one; not rows that trade places, nor who was faster.
_SENTENCES: Final[Mapping[str, str | Promise]] = {
    "article_topic_once": gettext_lazy("An article has each topic once. Change the row that it has already."),
    "entity_name_once_per_language": gettext_lazy(
        "Each name stands once in a language, the one above among them. Take the second away, or change it later."
    ),
    "not_merged_away": gettext_lazy(
        "One that it names was merged into another in the meantime. Choose the one that stayed."
    ),
    "no_circle": gettext_lazy("It would lead back to itself: one of the records that it names leads to it."),
}


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
    """Say which rule was broken, for an editor."""
    rule = str(getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) or error)
    told = {"rule": rule.replace("_", " ")}
    return str(_SENTENCES.get(rule) or _("The archive does not hold this: it breaks the rule “%(rule)s”.") % told)
