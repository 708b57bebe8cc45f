"""Readings: which texts the rules have read, what they found, and why some could not be read."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.filters import WorklistFilter
from articles.admin.lists import EvidenceAdmin
from articles.models import Reading


@admin.register(Reading)
class ReadingAdmin(EvidenceAdmin):
    list_display = ("version", "rules", "read_at", "took", "counts", "failure", "to_article")
    list_filter = (WorklistFilter, "rules")
    list_select_related = ("version",)
    search_fields = ("version__headline", "failure")
    date_hierarchy = "read_at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Reading]:
        rows: QuerySet[Reading] = super().get_queryset(request)
        return rows.defer("version__body")

    @admin.display(description=_("time"), ordering="seconds")
    def took(self, reading: Reading) -> str:
        return f"{1000 * reading.seconds:,.0f} ms"

    @admin.display(description=_("found"))
    def counts(self, reading: Reading) -> str:
        return ", ".join(f"{kind} {number}" for kind, number in reading.found.items()) or "-"

    @admin.display(description=_("article"))
    def to_article(self, reading: Reading) -> str:
        return format_html('<a href="/admin/articles/article/{}/change/">{}</a>', reading.version.article_id, _("open"))
