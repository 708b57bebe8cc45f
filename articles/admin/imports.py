"""Imports: what came in, what was refused and why."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import admin
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.filters import WorklistFilter
from articles.admin.lists import EvidenceAdmin
from articles.models import ImportRun, Refusal

SHOWN_REFUSALS: Final = 50  # below their run; a list has them all


class FirstRefusals(BaseInlineFormSet):
    """The first rows of a run that may have refused a hundred thousand records."""

    @cached_property
    def _first(self) -> list[Refusal]:
        return list(super().get_queryset().order_by("pk")[:SHOWN_REFUSALS])

    def get_queryset(self) -> Any:
        return self._first


class RefusalInline(admin.TabularInline):
    model = Refusal
    formset = FirstRefusals
    fields = ("place", "reason")
    readonly_fields = fields
    can_delete = False
    extra = 0
    verbose_name_plural = gettext_lazy("The first refused records")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(ImportRun)
class ImportRunAdmin(EvidenceAdmin):
    """Runs, with what each of them refused."""

    list_display = ("container", "importer", "started_at", "finished_at", "by", "seen", "new", "known", "refused")
    list_filter = (WorklistFilter, "importer")
    list_select_related = ("by",)
    search_fields = ("container", "container_sha256__startswith")
    date_hierarchy = "started_at"
    inlines = (RefusalInline,)
    readonly_fields = ("refusals",)

    @admin.display(description=gettext_lazy("refused records"))
    def refusals(self, run: ImportRun) -> str:
        address = reverse("admin:articles_refusal_changelist")
        told = {"count": f"{run.refused:,}"}
        words = _("All %(count)s in a list") % told
        return format_html('<a href="{}?run__id__exact={}">{}</a>', address, run.pk, words) if run.refused else "-"
