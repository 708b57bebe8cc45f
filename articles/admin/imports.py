"""Imports: what came in, what was refused and why, and bringing a file in."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path, PurePath
from typing import Any, Final

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions.store import Outcome, bring_in
from articles.admin.filters import WorklistFilter
from articles.admin.lists import EvidenceAdmin
from articles.importers import IMPORTERS, UnknownFormat, importer_for
from articles.importers.base import MAX_TEXT_BYTES
from articles.importers.files import Container, printable
from articles.models import ImportRun, Refusal

TOLD_REFUSALS: Final = 5  # as messages, once a file is in
SHOWN_REFUSALS: Final = 50  # below their run; a list has them all
LONGEST_NAME: Final = 255  # bytes that file systems take


class ImportForm(forms.Form):
    file = forms.FileField(label=gettext_lazy("File"), help_text=gettext_lazy("Its articles come in as drafts."))

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        try:
            importer_for(PurePath(file.name or ""))
        except UnknownFormat as error:
            raise ValidationError(str(error)) from error
        if (file.size or 0) > MAX_TEXT_BYTES:
            told = {"megabytes": MAX_TEXT_BYTES // 1_000_000}
            raise ValidationError(_("The file is larger than %(megabytes)s MB. Bring it in by the command.") % told)
        return file


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
    """Runs, and the way to start one with a file from one's own machine."""

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

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("articles.add_importrun")

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Bring one file in, and lead to its run."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = ImportForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            return HttpResponseRedirect(self._bring_in(request, form.cleaned_data["file"]))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Bring articles in"),
            "opts": self.opts,
            "form": form,
            "formats": IMPORTERS,
        }
        return TemplateResponse(request, "admin/curation/import.html", context)

    def _bring_in(self, request: HttpRequest, file: UploadedFile) -> str:
        """Store the file's records and say what became of them; return where to go on."""
        before = ImportRun.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, _name(file))
            path.write_bytes(b"".join(file.chunks()))
            reports = list(bring_in(Container(path=path), publish=False, by=request.user))  # type: ignore[arg-type]
        counts = Counter(report.outcome for report in reports)
        told = {outcome.value: counts[outcome] for outcome in Outcome}
        messages.info(request, _("%(new)d new, %(known)d known already, %(refused)d refused.") % told)
        for report in [report for report in reports if report.reason][:TOLD_REFUSALS]:
            messages.warning(request, f"{report.place}: {report.reason}")
        run = ImportRun.objects.filter(pk__gt=before, by=request.user.pk).order_by("-pk").first()
        if run and self.has_view_permission(request):
            return reverse("admin:articles_importrun_change", args=[run.pk])
        return reverse("admin:index")


def _name(file: UploadedFile) -> str:
    """Return the file's own name as its run tells it; of one too long, the end with the format."""
    name = printable(PurePath(file.name or "").name) or "file"
    while len(name.encode()) > LONGEST_NAME:
        name = name[1:]
    return name
