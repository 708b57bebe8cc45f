"""What came in as it came in, and the log: to look at, never to change."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.admin.filters import RelatedFilter
from articles.admin.lists import EvidenceAdmin
from articles.models import Block, Decision, Refusal, Source, Tombstone, Version


class BlockInline(admin.TabularInline):
    """The stretches that a text falls into, in the order of its source."""

    model = Block
    fields = ("position", "type", "text", "reason")
    readonly_fields = fields
    can_delete = False
    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Version)
class VersionAdmin(EvidenceAdmin):
    list_display = ("headline", "number", "article", "cosmetic", "created_at")
    list_display_links = ("headline",)
    list_filter = ("cosmetic",)
    list_select_related = ("article__current", "article__publisher")
    search_fields = ("headline",)
    date_hierarchy = "created_at"
    exclude = ("body",)
    inlines = (BlockInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Version]:
        rows: QuerySet[Version] = super().get_queryset(request)
        return rows.defer("body", "article__current__body")

    def view_on_site(self, obj: Any) -> str | None:
        article = super().view_on_site(obj.article)
        return f"/articles/{obj.article_id}/v/{obj.number}/" if article else None


@admin.register(Source)
class SourceAdmin(EvidenceAdmin):
    list_display = ("place", "media_type", "charset", "retrieved_at", "run", "sha256")
    list_filter = ("media_type",)
    list_select_related = ("run",)
    search_fields = ("place", "sha256__startswith", "url")
    exclude = ("content",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        rows: QuerySet[Source] = super().get_queryset(request)
        return rows.defer("content")


@admin.register(Refusal)
class RefusalAdmin(EvidenceAdmin):
    list_display = ("place", "reason", "run")
    list_select_related = ("run",)
    search_fields = ("place", "reason")


@admin.register(Decision)
class DecisionAdmin(EvidenceAdmin):
    list_display = ("at", "action", "subject_type", "subject_id", "by", "reason")
    list_filter = ("action", ("subject_type", RelatedFilter), ("by", RelatedFilter))
    list_select_related = ("subject_type", "by")
    search_fields = ("reason",)
    date_hierarchy = "at"


@admin.register(Tombstone)
class TombstoneAdmin(EvidenceAdmin):
    list_display = ("article_key", "at", "by", "reason")
    list_select_related = ("by",)
    search_fields = ("=article_key", "url", "reason")
