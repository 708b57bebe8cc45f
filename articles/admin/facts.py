"""What the admin of every fact has in common: its state, where it is printed, and who decided."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.base import CuratedAdmin
from articles.admin.bulk_review import ReviewActions
from articles.admin.fields import CleanText, FuzzyDates
from articles.admin.forms import CuratedForm
from articles.admin.rule_filters import RuleFilter, SureFilter
from articles.admin.told import NOTHING, marked, sure
from articles.curation.excerpts import excerpt_of
from articles.curation.rules import in_words, rules_for
from articles.models import Fact


class FactForm(FuzzyDates, CleanText, CuratedForm):
    """Its article is held while its words are looked up (see `InTurn`): nobody gives it another text in between."""


class LinkForm(FactForm):
    """Joins two records of one kind: its columns begin with `from_` and `to_`."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        ends = {name: one for name, one in cleaned.items() if name.startswith(("from_", "to_"))}
        if len(ends) == 2 and len({*ends.values()}) == 1:
            self.add_error(max(ends), _("Nothing is linked with itself: choose another one."))
        return cleaned


class FactAdmin(ReviewActions, CuratedAdmin):
    """A fact: its columns first, then what it rests on, then its state."""

    form = FactForm
    own_columns: tuple[str, ...] = ()
    readonly_fields = ("status", "method", "proposed", "confidence", "decided_by", "decided_at")
    ordering = ("-id",)
    empty_value_display = NOTHING

    def get_list_display(self, request: HttpRequest) -> tuple[Any, ...]:
        """Show how sure each is, where rules suggest such facts."""
        columns = tuple(super().get_list_display(request))
        return (*columns[:-1], "sure", columns[-1]) if rules_for(self.model) else columns

    def get_list_filter(self, request: HttpRequest) -> tuple[Any, ...]:
        filters = tuple(super().get_list_filter(request))
        return (*filters, RuleFilter, SureFilter) if rules_for(self.model) else filters

    @admin.display(description=_("proposed by"), ordering="tool", empty_value="-")
    def proposed(self, fact: Fact) -> str:
        return in_words(fact.tool)

    @admin.display(description=_("how sure"), ordering=Coalesce("confidence", Value(-1.0)))
    def sure(self, fact: Fact) -> str | None:
        """Write how sure what proposed it was, and what that is."""
        if not fact.tool:
            return None
        told = sure(fact.confidence) if fact.confidence is not None else ""
        return format_html('{} <span class="about">{}</span>', told, in_words(fact.tool))

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        own = super().get_fieldsets(request, obj)
        state = (_("State"), {"fields": FactAdmin.readonly_fields, "classes": ("collapse",)})
        return [*own[:-1], state, own[-1]] if obj and len(own) > 1 else own

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.own_columns


class ArticleFactAdmin(FactAdmin):
    """A fact of one article, shown by its words in their sentence."""

    list_select_related: ClassVar[tuple[str, ...]] = ("article__current", "article__publisher")
    autocomplete_fields: ClassVar[tuple[str, ...]] = ("article",)
    readonly_on_change = ("article",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = super().get_queryset(request).defer("article__current__body")
        return rows.prefetch_related("anchors__block") if hasattr(self.model, "anchors") else rows

    @admin.display(description=_("words"))
    def words(self, fact: Any) -> str | None:
        excerpt = excerpt_of(fact.anchors.all())
        return marked(excerpt) if excerpt else None
