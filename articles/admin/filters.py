"""Filters of the admin's lists: the worklists of a model, and years, months and days of a fuzzy date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from django.contrib import messages
from django.contrib.admin import ModelAdmin, RelatedOnlyFieldListFilter, SimpleListFilter
from django.contrib.admin.views.main import ChangeList
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.curation.calendar import Stretch, stretches
from articles.curation.worklists import WORKLISTS, Worklist
from articles.models import fuzzy
from articles.text.dates import BadDate, FuzzyDate, parse_edtf
from articles.text.normalise import shown

_PLAIN: Final = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


class WorklistFilter(SimpleListFilter):
    """Narrows a list to what waits to be done; one without worklists of its own shows no filter."""

    title = gettext_lazy("worklist")
    parameter_name = "list"

    def __init__(self, request: HttpRequest, params: Any, model: type[Model], model_admin: ModelAdmin) -> None:
        offered = (worklist for worklist in WORKLISTS if worklist.model is model and worklist.open_to(request.user))
        self._worklists = {worklist.key: worklist for worklist in offered}
        super().__init__(request, params, model, model_admin)
        asked = super().value()
        if asked and asked not in self._worklists:
            del self.used_parameters[self.parameter_name]
            _say_once(request, self, _("there is no worklist “%(value)s” here") % {"value": shown(asked)})

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[str, str]]:
        return [(worklist.key, str(worklist.title)) for worklist in self._worklists.values()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        chosen: Worklist | None = self._worklists.get(self.value() or "")
        return chosen.rows(queryset, request.user) if chosen else queryset


class OverlapDateFilter(SimpleListFilter):
    """Drills down a fuzzy date: a row shows wherever its days may lie, so one row may count in several months."""

    parameter_name: str

    def __init__(self, request: HttpRequest, params: Any, model: type[Model], model_admin: ModelAdmin) -> None:
        super().__init__(request, params, model, model_admin)
        self._asked: FuzzyDate | None = None
        typed = super().value()
        if typed:
            try:
                self._asked = _plain_date(typed)
            except BadDate as problem:
                del self.used_parameters[self.parameter_name]
                _say_once(request, self, str(problem).rstrip("."))

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[str, str]]:
        return []

    def has_output(self) -> bool:
        return True

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self._asked is None:
            return queryset
        return queryset.filter(fuzzy.overlapping(self.parameter_name, self._asked.earliest, self._asked.latest))

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        """Yield the way down to what is chosen, then what it parts into.

        All are counted in one query, over the list as all other filters leave it; Django's switch for counts only
        says whether they are written.
        """
        rows = changelist.get_queryset(self.request, exclude_parameters=self.expected_parameters())
        yield {
            "selected": self._asked is None,
            "query_string": changelist.get_query_string(remove=[self.parameter_name]),
            "display": _("All"),
        }
        for stretch in stretches(rows, self.parameter_name, self._asked):
            yield {
                "selected": self._asked is not None and self._asked.edtf == stretch.edtf,
                "query_string": changelist.get_query_string({self.parameter_name: stretch.edtf}),
                "display": _display(stretch, counted=changelist.add_facets),
            }


def overlap_filter(name: str, title: str | Promise) -> type[OverlapDateFilter]:
    """Return the filter of the fuzzy date `name`, for `list_filter`; its parameter has the field's name."""
    return type("OverlapDateFilter", (OverlapDateFilter,), {"parameter_name": name, "title": title})


def _plain_date(typed: str) -> FuzzyDate:
    if not _PLAIN.fullmatch(typed):
        raise BadDate(_("“%(value)s” is not a year, month or day as in 2023-12-06") % {"value": shown(typed)})
    return parse_edtf(typed)


def _display(stretch: Stretch, *, counted: bool) -> str:
    return f"{stretch.label} ({stretch.count})" if counted else stretch.label


def _say_once(request: HttpRequest, spec: SimpleListFilter, problem: str) -> None:
    """Tell the user that a filter is left out, and why: the list makes its filters anew for each count."""
    told: set[str] = request.__dict__.setdefault("filters_left_out", set())
    parameter = str(spec.parameter_name)
    if parameter in told:
        return
    told.add(parameter)
    sentence = _("The filter “%(filter)s” is left out: %(problem)s.") % {"filter": spec.title, "problem": problem}
    messages.warning(request, sentence, fail_silently=True)


class RelatedFilter(RelatedOnlyFieldListFilter):
    """Offers the records that the list's rows name, read once for a page: counting asks for them again and again."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: ModelAdmin) -> Any:
        known: dict[str, Any] = request.__dict__.setdefault("_related_choices", {})
        if self.field_path not in known:
            known[self.field_path] = super().field_choices(field, request, model_admin)
        return known[self.field_path]
