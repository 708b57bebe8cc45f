"""Possible copies: two articles whose texts are alike, side by side, to be confirmed or parted."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.facts import FactAdmin
from articles.admin.filters import WorklistFilter
from articles.curation import copies
from articles.models import Article, Likeness, Status


@admin.register(Likeness)
class LikenessAdmin(FactAdmin):
    """Nobody types one: a rule finds it, and editors decide about it."""

    change_form_template = "admin/curation/likeness.html"
    list_display = ("pair", "printed_by", "kind", "percent", "status")
    list_filter = (WorklistFilter, "status", "kind")
    list_select_related = ("one__current", "one__publisher", "other__current", "other__publisher")
    own_columns = ("kind", "share")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Likeness]:
        rows: QuerySet[Likeness] = super().get_queryset(request)
        return rows.defer("one__current__body", "other__current__body")

    def decidable(self, request: HttpRequest, obj: Any) -> list[tuple[str, str]]:
        words = {Status.CONFIRMED.value: _("Confirm: one text"), Status.REJECTED.value: _("Part them")}
        return [(status, str(words[status])) for status, _words in super().decidable(request, obj)]

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if likeness := kwargs.get("obj"):
            context["share"] = self.percent(likeness)
            context["compared"] = copies.side_by_side(likeness)
            context["others"] = copies.others_of(likeness, request.user)
            context["next"] = copies.next_after(likeness, request.user)
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description=_("articles"), ordering="one")
    def pair(self, likeness: Likeness) -> str:
        return _one_over_the_other(likeness.one, likeness.other)

    @admin.display(description=_("printed by"))
    def printed_by(self, likeness: Likeness) -> str:
        return _one_over_the_other(_printed(likeness.one), _printed(likeness.other))

    @admin.display(description=_("in common"), ordering="share")
    def percent(self, likeness: Likeness) -> str:
        return f"{likeness.share:.0%}"


def _one_over_the_other(*pair: object) -> str:
    return format_html("{}<br>= {}", *pair)


def _printed(article: Article) -> str:
    return ", ".join(filter(None, [str(article.publisher or ""), article.published])) or "-"
