"""What the admin of every record that editors write has in common: edits are compared, logged, taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.db.models import Model
from django.forms.models import model_to_dict
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.actions import editing, log, review
from articles.actions.revert import CannotRevert, obstacle, revert
from articles.admin.forms import CuratedForm, take_theirs
from articles.admin.known_choice import Choices, KnownChoice, is_key
from articles.admin.lists import ArchiveAdmin
from articles.admin.refused import RefusalTold
from articles.curation.history import entries
from articles.models import Fact, Status

DECIDE: Mapping[str, Callable[..., object]] = {Status.CONFIRMED: review.confirm, Status.REJECTED: review.reject}


class CuratedAdmin(RefusalTold, ArchiveAdmin):
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

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """Read the record; one that is about to be written is held, so that two editors come one after the other."""
        found = super().get_object(request, object_id, from_field)
        if found and request.method == "POST" and connection.in_atomic_block:
            self.model._default_manager.select_for_update(of=("self",)).get(pk=found.pk)
            found = super().get_object(request, object_id, from_field)
        return found

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
        _tell(request, form, formsets)
        if "_decide" in request.POST:
            self._decide(request, record, log.newest(record))

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
        form: CuratedForm = context["adminform"].form
        if form.conflict:
            for inline in context["inline_admin_formsets"]:
                for row in inline.formset.initial_forms:
                    take_theirs(row, model_to_dict(row.instance))
        obj = kwargs.get("obj")
        context["conflict"] = form.conflict
        context["decidable"] = self._decidable(request, obj)
        context["newest"] = log.newest(obj) if obj else 0
        context["offers"] = self.offers(request, obj) if obj else []
        return super().render_change_form(request, context, *args, **kwargs)

    def offers(self, request: HttpRequest, obj: Any) -> list[tuple[str, str]]:
        """Return the list's actions that the record's own page offers too: name and the button's words."""
        return []

    def has_review_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.review_fact")

    def _decidable(self, request: HttpRequest, obj: Any) -> list[tuple[str, str]]:
        """Return what the user may make of a fact: status and the button's words."""
        if not isinstance(obj, Fact) or not self.has_review_permission(request):
            return []
        offers = {Status.CONFIRMED: _("Confirm"), Status.REJECTED: _("Reject")}
        return [(status.value, words) for status, words in offers.items() if status != obj.status]

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        guard = self.admin_site.admin_view
        return [
            path("<path:object_id>/decide/", guard(require_POST(self.decide_view)), name=f"{name}_decide"),
            path(
                "<path:object_id>/history/revert/<int:decision>/",
                guard(require_POST(self.revert_view)),
                name=f"{name}_revert",
            ),
            *super().get_urls(),
        ]

    def decide_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Confirm or reject the fact as its editor saw it."""
        fact = self._found(request, object_id)
        if not isinstance(fact, Fact):
            raise Http404
        if not self.has_review_permission(request):
            raise PermissionDenied
        seen = request.POST.get("seen", "")
        self._decide(request, fact, int(seen) if is_key(seen) else 0)
        return HttpResponseRedirect(self._address(fact, "change"))

    def _decide(self, request: HttpRequest, fact: Any, seen: int) -> None:
        decide = DECIDE.get(request.POST.get("_decide", ""))
        if decide is None or not self._decidable(request, fact):
            messages.error(request, _("“Confirm” or “Reject” was expected. The fact stands as it was."))
            return
        reason = request.POST.get("reason", "")
        self._try(request, lambda: decide(fact, by=user_of(request), reason=reason, seen=seen))

    def revert_view(self, request: HttpRequest, object_id: str, decision: int) -> HttpResponse:
        """Take back one decision about the record."""
        record = self._found(request, object_id)
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        taken = get_object_or_404(log.decisions_of(record), pk=decision)
        self._try(request, lambda: revert(taken, by=user_of(request), reason=request.POST.get("reason", "")))
        return HttpResponseRedirect(self._address(record, "history"))

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show who decided what about the record, and what each decision changed."""
        record = self._found(request, object_id)
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        may_revert = self.has_change_permission(request, record)
        context = {
            **self.admin_site.each_context(request),
            "title": _("History: %s") % record,
            "object": record,
            "opts": self.opts,
            "entries": entries(
                record,
                user=request.user,
                page=request.GET.get("page", "1"),
                obstacle=obstacle if may_revert else None,
            ),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/curation/history.html", context)

    def _try(self, request: HttpRequest, write: Callable[[], object]) -> None:
        """Write, and say what came of it."""
        try:
            write()
        except (CannotRevert, review.AlreadyDecided, review.NoWords) as problem:
            messages.error(request, str(problem))
        except editing.Changed as changed:
            told = {"who": changed.since[0].by or _("a command")}
            messages.error(request, _("%(who)s has changed this record since you opened it. Look again.") % told)
        else:
            messages.success(request, _("Done, and noted in the history."))

    def _found(self, request: HttpRequest, object_id: str) -> Any:
        found = self.get_object(request, object_id)
        if found is None:
            raise Http404
        return found

    def _address(self, record: Model, page: str) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}", args=[record.pk])


def _tell(request: HttpRequest, form: Any, formsets: Iterable[Any]) -> None:
    """Say what was left out of what was typed, and what looks odd about it."""
    for one in (form, *(row for formset in formsets for row in formset.forms)):
        for sentence in getattr(one, "stripped", ()):
            messages.info(request, sentence)
    for formset in formsets:
        for sentence in getattr(formset, "warnings", ()):
            messages.warning(request, sentence)


def user_of(request: HttpRequest) -> User:
    """Return who is signed in; the admin lets nobody else come this far."""
    assert isinstance(request.user, User)  # noqa: S101
    return request.user


def stamp(fact: Fact, request: HttpRequest) -> None:
    """Mark a fact as one that the user has written and confirmed."""
    fact.status, fact.method = Status.CONFIRMED, Fact.Method.EDITOR
    fact.decided_by, fact.decided_at = user_of(request), timezone.now()
