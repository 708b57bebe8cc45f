"""The archive's records in Django's admin: so far to look at; editing comes with the actions that log it."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from articles.models import (
    Article,
    Decision,
    Entity,
    Event,
    ImportRun,
    Mention,
    Quote,
    Refusal,
    Series,
    Source,
    Statistic,
    Topic,
    Version,
)


class ReadOnlyAdmin(admin.ModelAdmin):
    """Shows everything and changes nothing: a write without its action would leave no decision behind."""

    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Article)
class ArticleAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "publisher", "published", "state", "rights", "language", "added_at")
    list_filter = ("state", "rights", "language")
    list_select_related = ("publisher", "current")
    search_fields = ("current__headline",)


@admin.register(Entity)
class EntityAdmin(ReadOnlyAdmin):
    list_display = ("name", "kind", "slug", "listed", "merged_into")
    list_filter = ("kind", "listed")
    list_select_related = ("merged_into",)
    search_fields = ("name", "names__name")


@admin.register(Quote)
class QuoteAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "type", "speaker", "said", "status")
    list_filter = ("type", "status")
    list_select_related = ("article__current", "speaker")


@admin.register(Statistic)
class StatisticAdmin(ReadOnlyAdmin):
    list_display = ("value", "measure", "population", "as_of", "stated_by", "series", "status")
    list_filter = ("status", "unit")
    list_select_related = ("stated_by", "series")
    search_fields = ("measure",)


@admin.register(Mention)
class MentionAdmin(ReadOnlyAdmin):
    list_display = ("entity", "article", "form", "printed_role", "nested", "status")
    list_filter = ("form", "nested", "status")
    list_select_related = ("entity", "article__current")


@admin.register(Version)
class VersionAdmin(ReadOnlyAdmin):
    list_display = ("headline", "number", "article", "created_at")
    list_select_related = ("article__current",)


@admin.register(Source)
class SourceAdmin(ReadOnlyAdmin):
    list_display = ("place", "sha256", "media_type", "run")
    list_select_related = ("run",)
    exclude = ("content",)


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnlyAdmin):
    list_display = ("container", "importer", "started_at", "seen", "new", "known", "refused")


@admin.register(Refusal)
class RefusalAdmin(ReadOnlyAdmin):
    list_display = ("place", "reason", "run")
    list_select_related = ("run",)


@admin.register(Decision)
class DecisionAdmin(ReadOnlyAdmin):
    list_display = ("at", "action", "subject_type", "subject_id", "by", "reason")
    list_filter = ("action",)
    list_select_related = ("subject_type", "by")


admin.site.register([Event, Series, Topic], ReadOnlyAdmin)
admin.site.site_header = "newsarchive"
admin.site.site_title = "newsarchive"
admin.site.index_title = "Records"
