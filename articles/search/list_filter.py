"""What every list of the archive can be asked, and how its answer is ordered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar, Final

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.db.models.expressions import Combinable
from django.utils.translation import gettext_lazy as _

from articles.models import Entity, fuzzy
from articles.search.compiling import Kind, where
from articles.search.counts import MOST, MOST_READ
from articles.search.fields import ChoiceField, QueryField, YesNoField
from articles.search.matching import Matches, rank
from articles.search.orders import LONGEST, Order
from articles.search.query import Query
from articles.search.terms import Joined, tsquery
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
    # Places in the list, which go on where its numbered pages end; `pages` reads them.
    after = forms.CharField(label=_("after"), required=False, max_length=LONGEST)
    before = forms.CharField(label=_("before"), required=False, max_length=LONGEST)
    count = ChoiceField(label=_("count"), required=False, choices=[("all", _("all of them"))])
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

    kind: ClassVar[Kind]  # of rows that hold words
    vector: ClassVar[str] = ""  # the way from a row to its search vector
    lead: ClassVar[str] = ""  # and to the part of it that tells what the row is about; "" where there is none
    orders: ClassVar[Mapping[str, Order]] = {}  # "newest" and "oldest"
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
        # Words last: of equal conditions PostgreSQL tries the first one first, and words are the dearest.
        for name in sorted(self.filters, key=lambda name: name == "q"):
            if self.values.get(name) not in NOT_ASKED:
                rows = self.filters[name].filter(rows, self.values[name])
        return rows

    def filter_queryset(self, queryset: object) -> QuerySet[Any]:
        return self.found()

    def leave_out_notes(self, rows: Any) -> QuerySet[Any]:
        narrowed: QuerySet[Any] = rows.without_notes()
        return narrowed

    def shown(self) -> QuerySet[Any]:
        """Return all that readers may see of this kind, with what its cards show."""
        raise NotImplementedError

    def load(self, keys: Sequence[int]) -> list[Any]:
        """Return rows as they are shown, in the order of their keys; what was withdrawn a moment ago is left out.

        Each name beside them is told whether it has a page to lead to.
        """
        by_key = self.shown().in_bulk(keys)
        rows = [by_key[key] for key in keys if key in by_key]
        Entity.objects.tell_pages(rows)
        return rows

    def order(self, sort: str, *, walked: bool = False) -> Order:
        """Return the order of "newest" or "oldest"; `walked`: one in which places can be told."""
        return self.orders["oldest" if sort == "oldest" else "newest"]

    def nearness(self, column: str) -> Combinable:
        """Return how well a row meets the words, by one of its vectors."""
        return rank(column, self.ranking(any_word=True), self.ranking())

    def ranks(self, sort: str) -> bool:
        """Whether rows are compared by their words."""
        return sort == "relevance" and bool(self.ranking())

    def ranking(self, *, any_word: bool = False) -> str:
        """Return the words wanted, for `matching.rank`; "" where there are none. `any_word`: each counts alone."""
        if self.query is None:
            return ""
        if any_word:
            return tsquery(Joined(tuple(self.query.terms), "|")) if self.query.terms else ""
        return self.query.ranking(any_word=self.any_word)

    @property
    def by_words(self) -> bool:
        """Whether rows are found by the index of words, which is looked into for what is wanted, not for the rest."""
        return bool(self.lead and self.ranking())

    @property
    def reads_words(self) -> bool:
        """Whether each row is read to be sure of it: no index tells which words stand together."""
        return any(len(term.steps) > 1 for term in self.query.terms) if self.vector and self.query else False

    @property
    def most(self) -> int:
        """How many rows are counted."""
        return MOST_READ if self.reads_words else MOST

    @property
    def any_suffices(self) -> bool:
        """Whether a row is found that has one of the words wanted, beside all that is no word."""
        ranking = self.ranking()
        asked = self.query.tsquery(any_word=self.any_word) if self.query else ""
        return bool(ranking) and ranking == asked == self.ranking(any_word=True)

    def by_lead(self) -> QuerySet[Any]:
        """Return the rows that meet all but the words, and hold one of these in their leads."""
        return self.found({"q": self.fields}).filter(Matches(self.lead, self.ranking(any_word=True)))

    def read_last(self) -> QuerySet[Any]:
        """Return the rows of `found` where any word suffices; a whole vector is read where the lead does not tell."""
        words = self.ranking()
        either = Q(Matches(self.lead, words)) | Q(Matches(self.vector, words))
        return self.found({"q": self.fields}).filter(either)

    @property
    def fields(self) -> Query | None:
        """What was typed without what is words alone; None when nothing is left."""
        clauses = tuple(clause for clause in self.query.clauses if any(clause.node.leaves())) if self.query else ()
        return replace(self.query, clauses=clauses) if self.query and clauses else None

    def hold_words(self, rows: QuerySet[Any], _name: str, query: Query) -> QuerySet[Any]:
        any_word, notes = self.values["match"] == "any", bool(self.values["notes"])
        return rows.filter(where(query, self.kind, any_word=any_word, notes=notes))

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
