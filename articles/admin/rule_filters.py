"""Filters of suggestions: by the rule that made them, and by how sure it was."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import ModelAdmin, SimpleListFilter
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.curation.rules import SURE, as_sure, by_rule, rules_for


class RuleFilter(SimpleListFilter):
    """Keeps what one rule suggested, in whatever edition; no filter where no rule suggests anything."""

    title = gettext_lazy("rule")
    parameter_name = "rule"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[str, str]]:
        return rules_for(model_admin.model)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        chosen = self.value()
        return queryset.filter(by_rule(chosen)) if chosen else queryset


class SureFilter(SimpleListFilter):
    title = gettext_lazy("how sure")
    parameter_name = "sure"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[str, str]]:
        if not rules_for(model_admin.model):
            return []
        words = {"90": _("90 % and more"), "70": _("70 to 90 %"), "50": _("50 to 70 %"), "0": _("less than 50 %")}
        return [(part, words[part]) for part in SURE]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        chosen = self.value()
        return queryset.filter(as_sure(chosen)) if chosen in SURE else queryset
