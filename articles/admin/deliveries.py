"""Bringing articles in from the browser."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path, PurePath
from typing import Any, Final

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions.store import Outcome, bring_in
from articles.admin.lists import EvidenceAdmin
from articles.importers import IMPORTERS, UnknownFormat, importer_for
from articles.importers.base import MAX_TEXT_BYTES
from articles.importers.files import Container, printable
from articles.models import Delivery, ImportRun

TOLD_REFUSALS: Final = 5  # as messages, once a file is in
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


@admin.register(Delivery)
class DeliveryAdmin(EvidenceAdmin):
    """Deliveries, and the way to make one."""

    list_display = ("given_at", "by", "ordered_at", "publish")
    list_select_related = ("by",)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("articles.add_delivery")

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
        return reverse("admin:articles_importrun_change", args=[run.pk]) if run else reverse("admin:index")


def _name(file: UploadedFile) -> str:
    """Return the file's own name as its run tells it; of one too long, the end with the format."""
    name = printable(PurePath(file.name or "").name) or "file"
    while len(name.encode()) > LONGEST_NAME:
        name = name[1:]
    return name
