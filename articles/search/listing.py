"""One list: what was asked, what was found, page by page. Every list page and the search page are made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, cast

from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import QuerySet
from django.forms import Form
from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

from articles.models import Entity
from articles.search import conditions, days, facets
from articles.search.address import Address
from articles.search.fields import ChoiceField
from articles.search.kinds import KINDS, Kind
from articles.search.list_filter import SORTS, ListFilter
from articles.search.query import Query
from articles.text.normalise import shown

PER_PAGE: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A wrong value: the page says so, shows no list and has status 400."""

    field: str  # name of the parameter
    label: str
    value: str  # as given, cut to a line
    message: str
    url: str = ""  # the same list without this parameter


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
    page: Page[Any] | None  # None when a value is wrong
    sort: str  # relevance, newest or oldest

    @property
    def form(self) -> Form:
        form: Form = self.filters.form
        return form

    @property
    def total(self) -> int:
        return 0 if self.page is None else self.page.paginator.count

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
        Http404: the page asked for lies behind the last.
    """
    what = KINDS[kind]
    filters = what.asked(params, queryset=what.rows() if within is None else within)
    address = Address.read(params, filters.form.fields)
    for name, value in (keep or {}).items():
        address = address.replacing(name, value)
    errors = problems(filters.form)
    sort = "" if errors else _sort(filters)
    page = None if errors else _page(what, filters, sort)
    return Listing(kind=kind, filters=filters, address=address, errors=errors, page=page, sort=sort)


def _sort(filters: ListFilter) -> str:
    asked: str = filters.form.cleaned_data["sort"]
    if filters.query is None:
        return "oldest" if asked == "oldest" else "newest"
    return asked or "relevance"


def _page(what: Kind, filters: ListFilter, sort: str) -> Page[Any]:
    paginator = Paginator(what.load(filters.ordered(filters.found(), sort)), PER_PAGE)
    number: int = filters.form.cleaned_data["page"] or 1
    try:
        page = paginator.page(number)
    except EmptyPage:
        message = _("This list has %(pages)d pages; there is no page %(number)d.")
        raise Http404(message % {"pages": paginator.num_pages, "number": number}) from None
    # Loaded once, and told of each name beside a fact whether it has a page to lead to.
    page.object_list = list(page.object_list)
    Entity.objects.tell_pages(page.object_list)
    return page


def problems(form: Form) -> list[Problem]:
    """Return what is wrong in a form that is bound to the parameters of an address, value by value."""
    data = cast("QueryDict", form.data)
    return [
        Problem(
            field=name,
            label=str(form.fields[name].label),
            value=shown(", ".join(data.getlist(name))),
            message=message,
            url=str(Address.read(data, data).without(name)),
        )
        for name, errors in form.errors.as_data().items()
        for error in errors
        for message in error.messages
    ]
