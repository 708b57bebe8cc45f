"""Imports: the page of each proves what came in by it, what was refused and why, and what was read."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy

from articles.admin.filters import WorklistFilter
from articles.admin.lists import EvidenceAdmin
from articles.admin.run_filters import RunState
from articles.curation.runs import proof, states
from articles.models import Batch, ImportRun, Input


@admin.register(ImportRun)
class ImportRunAdmin(EvidenceAdmin):
    list_display = ("container", "importer", "started_at", "state", "seen", "new", "versions", "known", "refused", "by")
    list_filter = (WorklistFilter, RunState, "importer")
    list_select_related = ("by",)
    search_fields = ("container", "container_sha256__startswith", "=id")
    date_hierarchy = "started_at"
    change_form_template = "admin/curation/run.html"

    @admin.display(description=gettext_lazy("state"))
    def state(self, run: Any) -> str:
        words: str = run.in_words
        return words

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Tell of all rows at once whether somebody works on them."""
        response = super().changelist_view(request, extra_context)
        if isinstance(response, TemplateResponse) and "cl" in (context := response.context_data or {}):
            told = states(context["cl"].result_list)
            for run in context["cl"].result_list:
                run.in_words = told[run.pk]
        return response

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        return super().render_change_form(request, {**context, "proof": proof(kwargs["obj"])}, *args, **kwargs)


@admin.register(Input)
class InputAdmin(EvidenceAdmin):
    list_display = ("name", "size", "sha256", "run")
    list_select_related = ("run",)
    search_fields = ("name", "sha256__startswith")


@admin.register(Batch)
class BatchAdmin(EvidenceAdmin):
    list_display = ("run", "number", "stored_at", "sha256")
    list_display_links = ("number",)
    list_select_related = ("run",)
    search_fields = ("sha256__startswith",)
    date_hierarchy = "stored_at"
