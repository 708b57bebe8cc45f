"""One list: what was asked, what was found, page by page. Every list page and the search page are made of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms import Form
from django.http import QueryDict
from django.utils.translation import gettext as _

from articles.search import conditions, counts, days, facets
from articles.search.address import Address
from articles.search.counts import Count
from articles.search.fields import ChoiceField, wrong_place
from articles.search.kinds import KINDS
from articles.search.list_filter import SORTS, ListFilter
from articles.search.orders import BadPlace
from articles.search.pages import Asked, ListPage, page_of
from articles.search.query import Query
from articles.search.snippets import Segment
from articles.text.normalise import shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A wrong value: the page says so, shows no list and has status 400."""

    field: str  # name of the parameter
    label: str
    value: str  # as given, cut to a line
    message: str
    url: str = ""  # the same list without this parameter
    typed: Sequence[Segment] = ()  # of a query: what was typed, and which part of it cannot be read


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of the orders, or kinds of date, that a list can be asked for."""

    name: str
    label: str
    url: str
    chosen: bool


@dataclass(frozen=True, kw_only=True)
class Listing:
    """Facets and conditions are counted when a page first asks for them."""

    kind: str
    filters: ListFilter
    address: Address
    errors: list[Problem]
    page: ListPage | None  # None when a value is wrong
    sort: str  # relevance, newest or oldest

    @property
    def form(self) -> Form:
        form: Form = self.filters.form
        return form

    @property
    def total(self) -> Count:
        """How many there are, up to ten thousand; all of them where the address asks for that and time allows."""
        return Count(0) if self.page is None else self.page.total

    @property
    def counts_all(self) -> bool:
        return not self.errors and self.form.cleaned_data["count"] == "all"

    @property
    def count_all_url(self) -> str:
        """The same list with all of it counted; "" where it is, or takes too long."""
        return str(self.address.plus("count", "all")) if self.total.more and not self.counts_all else ""

    @property
    def query(self) -> Query | None:
        """What was typed; None when nothing was, or it cannot be read."""
        return None if self.errors else self.filters.query

    @property
    def sorts(self) -> list[Choice]:
        offered = SORTS if self.query else SORTS[1:]
        return [
            Choice(
                name=name,
                label=str(label),
                # The first is what the list does anyway and needs no parameter.
                url=str(self.address.replacing("sort", "" if name == offered[0][0] else name)),
                chosen=name == self.sort,
            )
            for name, label in offered
        ]

    @cached_property
    def conditions(self) -> list[conditions.Condition]:
        return [] if self.errors else conditions.of(self.filters, self.address, total=self.total)

    @cached_property
    def facets(self) -> list[facets.Facet]:
        return [] if self.errors else facets.of(self.kind, self.filters, self.address)

    @cached_property
    def bars(self) -> days.Bars | None:
        """Counts by year, month or day; None where the list has no dates."""
        return None if self.errors else days.bars(self.filters, self.address)

    @property
    def asks_days(self) -> bool:
        return bool(self.filters.days)

    @property
    def date_kinds(self) -> list[Choice]:
        """The kinds of date that `from` and `to` may mean; none where a list has one kind, or a value is wrong."""
        field = self.form.fields.get("date")
        offered = field.allowed if isinstance(field, ChoiceField) and not self.errors else []
        return [
            Choice(
                name=name,
                label=str(label),
                url=str(self.address.replacing("date", "" if name == self.filters.days else name)),
                chosen=name == self.filters.days_asked,
            )
            for name, label in offered
        ]

    @property
    def first_day(self) -> str:
        """What was typed as `from`."""
        return "".join(self.address.values("from")[-1:])

    @property
    def last_day(self) -> str:
        """What was typed as `to`."""
        return "".join(self.address.values("to")[-1:])

    def hidden(self, *names: str) -> list[tuple[str, str]]:
        """Return the parameters that a form keeps when it asks for `names` itself; none that is wrong."""
        wrong = [problem.field for problem in self.errors]
        return list(self.address.without(*names, *wrong).pairs)

    @property
    def beside_words(self) -> list[tuple[str, str]]:
        return self.hidden("q")

    @property
    def beside_days(self) -> list[tuple[str, str]]:
        return self.hidden("from", "to")

    @property
    def notes_url(self) -> str:
        """The same list with reference notes, or without them when they are in it."""
        return str(self.address.replacing("notes", "" if self.address.values("notes") else "1"))

    @property
    def all_words_url(self) -> str:
        """The same list with all words required; "" when they are."""
        return str(self.address.without("match")) if self.address.values("match") == ["any"] else ""


def listing(
    kind: str,
    params: QueryDict,
    *,
    within: QuerySet[Any] | None = None,
    keep: Mapping[str, str] | None = None,
) -> Listing:
    """Read the parameters of a list and find its page.

    `kind` is one of KINDS. `within` narrows to some of the public rows, as the quotes by one speaker. `keep`
    holds parameters that belong to the page, not to the list, and stay in every address.

    Raises:
        Http404: the page asked for lies behind the last, or so far behind that it has no number.
    """
    what = KINDS[kind]
    filters = what.asked(params, queryset=what.rows() if within is None else within)
    address = Address.read(params, filters.form.fields)
    for name, value in (keep or {}).items():
        address = address.replacing(name, value)
    asked = _asked(filters)
    errors = problems(filters.form)
    sort = "" if errors else _sort(filters)
    page = None if errors else page_of(filters, sort, asked)
    if page is not None and page.total.more and filters.form.cleaned_data["count"] == "all":
        page = replace(page, total=counts.exact(filters.found()) or page.total)
    return Listing(kind=kind, filters=filters, address=address, errors=errors, page=page, sort=sort)


def _sort(filters: ListFilter) -> str:
    asked: str = filters.form.cleaned_data["sort"]
    if filters.query is None:
        return "oldest" if asked == "oldest" else "newest"
    return asked or "relevance"


def _asked(filters: ListFilter) -> Asked:
    """Read which page a valid list is asked for; a place that is none in its order is a wrong value of the form."""
    form = filters.form
    if not form.is_valid():
        return Asked()
    order = filters.order(_sort(filters), walked=True)
    for name in ("after", "before"):
        if text := form.cleaned_data[name]:
            try:
                return Asked(place=order.read(text), backwards=name == "before")
            except BadPlace:
                form.add_error(name, _("This is no place in the list as it is sorted here."))
    return Asked(number=form.cleaned_data["page"] or 1)


def problems(form: Form) -> list[Problem]:
    """Return what is wrong in a form that is bound to the parameters of an address, value by value."""
    data = cast("QueryDict", form.data)
    return [
        Problem(
            field=name,
            label=str(form.fields[name].label),
            value=shown(", ".join(data.getlist(name))),
            message=message,
            url=_without(Address.read(data, data), name, error),
            typed=wrong_place(error),
        )
        for name, errors in form.errors.as_data().items()
        for error in errors
        for message in error.messages
    ]


def _without(address: Address, name: str, error: ValidationError) -> str:
    """Return the address without the wrong value, where one of several is wrong, else without the parameter."""
    value = (error.params or {}).get("value")
    without = address.minus(name, value) if isinstance(value, str) else address
    return str(without if without != address else address.without(name))
