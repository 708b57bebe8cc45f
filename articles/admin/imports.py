"""Imports: the page of each proves what came in by it, what was refused and why, and what was read."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy

from articles.actions.reading_turns import anybody_reads
from articles.admin.filters import WorklistFilter
from articles.admin.lists import EvidenceAdmin
from articles.admin.run_filters import RunState
from articles.curation.runs import proof, states
from articles.models import Batch, ImportRun, Input


def _count(name: str, words: Any) -> Any:
    """Return a column of the list that shows a count with its thousands parted."""

    @admin.display(description=words, ordering=name)
    def column(run: ImportRun) -> str:
        return f"{getattr(run, name):,}"

    column.__name__ = f"{name}_count"
    return column


_COUNTS: Final = (
    _count("seen", gettext_lazy("seen")),
    _count("new", gettext_lazy("new")),
    _count("versions", gettext_lazy("other texts")),
    _count("known", gettext_lazy("known")),
    _count("refused", gettext_lazy("refused")),
)


@admin.register(ImportRun)
class ImportRunAdmin(EvidenceAdmin):
    list_display = ("container", "number", "importer", "started_at", "state", *_COUNTS, "by")
    list_filter = (WorklistFilter, RunState, "importer")
    list_select_related = ("by",)
    search_fields = ("container", "container_sha256__startswith", "=id")
    date_hierarchy = "started_at"
    change_form_template = "admin/curation/run.html"

    @admin.display(description=gettext_lazy("No."), ordering="pk")
    def number(self, run: ImportRun) -> str:
        return str(run.pk)  # as --retry takes it, without marks of thousands

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
        shown = proof(kwargs["obj"])
        own = {"proof": shown, "nobody_reads": shown.read < shown.texts and not anybody_reads()}
        return super().render_change_form(request, {**context, **own}, *args, **kwargs)


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
