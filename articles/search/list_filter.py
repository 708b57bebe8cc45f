"""What every list of the archive can be asked, and how its answer is ordered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Final

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from articles.models import fuzzy
from articles.search.fields import ChoiceField, QueryField, YesNoField
from articles.search.matching import Matches, rank
from articles.search.query import Query
from articles.text.dates import FuzzyDate

LAST_PAGE: Final = 1_000_000
NOT_ASKED: Final[tuple[Any, ...]] = (None, "", [])  # what forms make of a value left blank

SORTS: Final = [("relevance", _("relevance")), ("newest", _("newest")), ("oldest", _("oldest"))]


class ListForm(forms.Form):
    """What every list can be asked beside its conditions."""

    page = forms.IntegerField(
        label=_("page"),
        required=False,
        min_value=1,
        max_value=LAST_PAGE,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), _("Pages are counted from 1.")),
    )
    sort = ChoiceField(label=_("sort"), required=False, choices=SORTS)
    match = ChoiceField(
        label=_("match"), required=False, choices=[("all", _("all words")), ("any", _("any of the words"))]
    )
    notes = YesNoField(label=_("reference notes"), required=False)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = given.get("from"), given.get("to")
        if first and last and last.latest is not None and last.latest < first.earliest:
            self.add_error("to", _("The last day lies before the first."))
        return given


def asked_as(field: type[forms.Field], *, label: Any, method: str, **options: Any) -> django_filters.Filter:
    """Declare a filter: the form field that reads its values, and the method that narrows the rows by them."""
    declared = django_filters.Filter(label=label, method=method, **options)
    declared.field_class = field
    return declared


class ListFilter(django_filters.FilterSet):  # type: ignore[misc] # django-filter ships no types
    """An invalid one finds nothing, where django-filter would give all rows."""

    vector: ClassVar[str] = ""  # the way from a row to its search vector
    compares_names: ClassVar[bool] = False  # the words are one name, not conditions of their own
    days: ClassVar[str] = ""  # the fuzzy date that `from` and `to` mean

    q = asked_as(QueryField, label=_("words"), method="hold_words")

    class Meta:
        form = ListForm

    def found(self, instead: Mapping[str, Any] | None = None) -> QuerySet[Any]:
        """Return the rows that meet every condition, in no order.

        `instead` replaces cleaned values for once: {"actor": None} leaves out what was asked of actors.
        """
        rows: QuerySet[Any] = self.queryset.all()
        if not self.is_valid():
            return rows.none()
        # What the methods below read where one parameter changes the meaning of another.
        self.values: dict[str, Any] = self.form.cleaned_data | dict(instead or {})
        if not self.values["notes"]:
            rows = self.leave_out_notes(rows)
        for name, asked in self.filters.items():
            if self.values.get(name) not in NOT_ASKED:
                rows = asked.filter(rows, self.values[name])
        return rows

    def filter_queryset(self, queryset: object) -> QuerySet[Any]:
        return self.found()

    def leave_out_notes(self, rows: Any) -> QuerySet[Any]:
        narrowed: QuerySet[Any] = rows.without_notes()
        return narrowed

    def ordered(self, rows: Any, sort: str) -> QuerySet[Any]:
        """Return `rows` best, newest or oldest first; what is equally good, newest first."""
        newest: QuerySet[Any] = rows.newest_first()
        if sort == "relevance" and (query := self.query):
            best = rank(self.vector, query.tsquery(any_word=self.any_word)).desc()
            return newest.order_by(best, *newest.query.order_by)
        oldest: QuerySet[Any] = rows.oldest_first()
        return oldest if sort == "oldest" else newest

    def hold_words(self, rows: QuerySet[Any], _name: str, query: Query) -> QuerySet[Any]:
        return rows.filter(Matches(self.vector, query.tsquery(any_word=self.values["match"] == "any")))

    def on_days(self, rows: QuerySet[Any], name: str, _asked: FuzzyDate) -> QuerySet[Any]:
        first, last = self.values.get("from"), self.values.get("to")
        if name == "to" and first:
            return rows  # narrowed together with `from`: one date must meet both
        return self.between(rows, first and first.earliest, last and last.latest)

    def between(self, rows: QuerySet[Any], first: date | None, last: date | None) -> QuerySet[Any]:
        """Keep rows that may lie between two days, None meaning no bound."""
        return rows.filter(fuzzy.overlapping(self.days, first, last))

    @property
    def days_asked(self) -> str:
        """The kind of date that `from` and `to` mean: `days`, unless another was asked for."""
        return str(self.form.cleaned_data.get("date") or self.days)

    @property
    def query(self) -> Query | None:
        """What was typed; only for a valid filter."""
        query: Query | None = self.form.cleaned_data["q"]
        return query

    @property
    def any_word(self) -> bool:
        """Whether one of the words is enough; only for a valid filter."""
        return bool(self.form.cleaned_data["match"] == "any")
