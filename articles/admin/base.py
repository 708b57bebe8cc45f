"""What the admin of every record that editors write has in common: edits are compared, logged, taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import messages
from django.contrib.admin.helpers import AdminErrorList
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from articles.actions import editing, log
from articles.admin.conflicting import settle
from articles.admin.deciding import DecidedAdmin, user_of
from articles.admin.forms import CuratedForm
from articles.admin.in_turn import InTurn
from articles.admin.known_choice import Choices, KnownChoice, is_key
from articles.admin.refused import RefusalTold
from articles.curation.visible import visible_to
from articles.models import Article, Fact, Status

__all__ = ["CuratedAdmin", "stamp", "user_of"]


class CuratedAdmin(RefusalTold, InTurn, DecidedAdmin):
    """A record that editors write: see `CuratedForm` for two of them at once, `actions.editing` for the log."""

    form = CuratedForm
    save_on_top = False
    change_form_template = "admin/curation/change_form.html"
    readonly_on_change: Sequence[str] = ()  # fixed once the record stands

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = KnownChoice(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = Choices(db_field, self.admin_site)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        """Name the article in the first row of what is added from an article's page (`?article=1`)."""
        given: dict[str, Any] = super().get_formset_kwargs(request, obj, inline, prefix)
        field, asked = getattr(inline, "article_field", ""), request.GET.get("article", "")
        if field and obj.pk is None and is_key(asked):
            article = visible_to(request.user, Article.objects.filter(pk=int(asked))).first()
            given["initial"] = [{field: article.pk}] if article else []
        return given

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return [*super().get_readonly_fields(request, obj), *(self.readonly_on_change if obj else ())]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """End each form with what all have: why, and what its editor had seen."""
        fieldsets = [(name, dict(options)) for name, options in super().get_fieldsets(request, obj)]
        for _name, options in fieldsets:
            fields: Any = options["fields"]
            options["fields"] = [field for field in fields if field not in CuratedForm.own_fields]
        if obj and not self.has_change_permission(request, obj):
            return fieldsets
        return [*fieldsets, (None, {"fields": CuratedForm.own_fields, "classes": ("own",)})]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: FBT001 - Django's
        """Leave it to `save_related`: the record and what belongs to it are one edit, logged as one decision."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:  # noqa: FBT001
        record, said = form.instance, form.cleaned_data
        with editing.edited(record, by=user_of(request), reason=said["reason"], seen=said["seen"] if change else None):
            self.write(request, form)
            form.save_m2m()
            for formset in formsets:
                self.save_formset(request, form, formset, change=change)
        # What the database asks at the end it asks now, before anybody is told that all is saved.
        connection.check_constraints()
        _tell(request, form, formsets)
        if "_continue" not in request.POST:  # else the page that follows says it
            for hint in self.hints(request, record):
                messages.warning(request, hint)
        if "_decide" in request.POST:
            self.decide(request, record, seen=log.newest(record), reason=said["reason"])

    def write(self, request: HttpRequest, form: Any) -> None:
        """Save the record itself; a fact that an editor adds is a fact that an editor has confirmed."""
        if isinstance(form.instance, Fact) and form.instance.pk is None:
            stamp(form.instance, request)
        form.instance.save()

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:  # noqa: FBT001
        """Save rows that belong to the record; a row that is a fact of its own gets a decision of its own."""
        if not issubclass(formset.model, Fact):
            super().save_formset(request, form, formset, change)
            return
        seen = form.cleaned_data["seen"] if change else None
        reason = form.cleaned_data["reason"]
        for row in formset.save(commit=False):
            if row.pk is None:
                stamp(row, request)
            with editing.edited(row, by=user_of(request), reason=reason, seen=seen):
                row.save()
                self.save_row(formset, row)
        formset.save_m2m()

    def save_row(self, formset: Any, row: Fact) -> None:
        """Save what belongs to a row that is a fact of its own; the row itself stands."""

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Add nothing to Django's own log: `Decision` is the one that counts."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """See `log_addition`."""

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        obj = kwargs.get("obj")
        form, inlines = context["adminform"].form, context["inline_admin_formsets"]
        if conflict := settle(form, inlines):
            context["errors"] = AdminErrorList(form, [inline.formset for inline in inlines])
        context["conflict"] = conflict
        context["decidable"] = self.decidable(request, obj)
        context["newest"] = log.newest(obj) if obj else 0
        context["hints"] = self.hints(request, obj) if obj and not form.is_bound else []
        context["offers"] = self.offers(request, obj) if obj else []
        return super().render_change_form(request, context, *args, **kwargs)

    def hints(self, request: HttpRequest, obj: Any) -> list[str]:
        """Return what an editor of the saved record should know, a sentence each; safe markup where it has links."""
        return []

    def offers(self, request: HttpRequest, obj: Any) -> list[tuple[str, str]]:
        """Return the list's actions that the record's own page offers too: name and the button's words."""
        return []


def _tell(request: HttpRequest, form: Any, formsets: Iterable[Any]) -> None:
    """Say what was left out of what was typed, and what looks odd about it."""
    for one in (form, *(row for formset in formsets for row in formset.forms)):
        for sentence in getattr(one, "stripped", ()):
            messages.info(request, sentence)
    for formset in formsets:
        for sentence in getattr(formset, "warnings", ()):
            messages.warning(request, sentence)


def stamp(fact: Fact, request: HttpRequest) -> None:
    """Mark a fact as one that the user has written and confirmed."""
    fact.status, fact.method = Status.CONFIRMED, Fact.Method.EDITOR
    fact.decided_by, fact.decided_at = user_of(request), timezone.now()
