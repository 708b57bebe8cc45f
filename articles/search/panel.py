"""What stands beside a list and is asked for apart from it: the conditions chosen, its facets and its days."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from django import forms
from django.http import Http404, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.search import conditions, days, facets
from articles.search.address import Address
from articles.search.conditions import Condition
from articles.search.counts import Count
from articles.search.facets import FACETS, Facet, FacetCounter
from articles.search.fields import ChoiceField
from articles.search.key_counts import Wanted
from articles.search.kinds import KINDS
from articles.search.listing import Listing, problems
from articles.search.sampling import Patience

PER_PAGE: Final = 60  # values of one facet
_UNCOUNTED: Final = Count(1, more=True)  # what conditions left out is told beside the list


@dataclass(frozen=True, kw_only=True)
class Panel:
    """All of it is counted when a page first asks for it, within one budget of time."""

    listing: Listing  # without a page: nothing of the list itself is looked for
    path: str  # of the list's page
    patience: Patience

    @property
    def label(self) -> str:
        """What is listed, in words."""
        return str(KINDS[self.listing.kind].label)

    @property
    def list_url(self) -> str:
        return f"{self.path}{self.listing.address if self.listing.address.pairs else ''}"

    @property
    def url(self) -> str:
        """Of all filters, as a page of their own."""
        return f"{self.path}filters/{self.listing.address if self.listing.address.pairs else ''}"

    @cached_property
    def conditions(self) -> list[Condition]:
        listing = self.listing
        return [] if listing.errors else conditions.of(listing.filters, listing.address, total=_UNCOUNTED)

    @cached_property
    def bars(self) -> days.Bars | None:
        listing = self.listing
        return None if listing.errors else days.bars(listing.filters, listing.address, patience=self.patience)

    @cached_property
    def facets(self) -> list[Facet]:
        listing = self.listing
        if listing.errors:
            return []
        return facets.of(listing.kind, listing.filters, listing.address, patience=self.patience)


class KindForm(forms.Form):
    """What is listed."""

    kind = ChoiceField(label=gettext_lazy("kind of result"), required=False, choices=[(name, name) for name in KINDS])


class ValuesForm(forms.Form):
    """Which values of one facet are shown."""

    find = forms.CharField(label=gettext_lazy("name"), required=False, max_length=100)
    order = ChoiceField(
        label=gettext_lazy("order"),
        required=False,
        choices=[("count", gettext_lazy("most first")), ("name", gettext_lazy("by name"))],
    )
    page = forms.IntegerField(label=gettext_lazy("page"), required=False, min_value=1, max_value=100_000)


@dataclass(frozen=True, kw_only=True)
class Values:
    """A page of all values of one facet."""

    panel: Panel
    facet: Facet
    find: str  # as typed
    by_name: bool
    number: int  # of the page, from 1

    @property
    def pages(self) -> int:
        return max(-(-self.facet.total // PER_PAGE), self.number)

    @property
    def address(self) -> Address:
        found = self.panel.listing.address.replacing("find", self.find)
        return found.replacing("order", "name" if self.by_name else "")

    @property
    def previous_url(self) -> str:
        """The page before; "" where there is none."""
        return str(self.address.replacing("page", str(self.number - 1))) if self.number > 1 else ""

    @property
    def next_url(self) -> str:
        return str(self.address.replacing("page", str(self.number + 1))) if self.number < self.pages else ""

    @property
    def order_url(self) -> str:
        """The same values in the other order."""
        return str(self.address.replacing("order", "" if self.by_name else "name"))


def panel(params: QueryDict, *, path: str, kind: str = "") -> Panel:
    """Read the parameters of a list; `path` is its page, `kind` what it lists: "" where a parameter says so."""
    asked = KindForm(QueryDict() if kind else params)
    named = (asked.is_valid() and asked.cleaned_data["kind"]) or "articles"
    of_list = params.copy()
    of_list.pop("kind", None)
    what = KINDS[kind or named]
    filters = what.asked(of_list, queryset=what.rows())
    address = Address.read(of_list, filters.form.fields)
    if not kind and named != "articles":
        address = address.replacing("kind", named)
    errors = [*problems(asked), *problems(filters.form)]
    found = Listing(kind=what.name, filters=filters, address=address, errors=errors, page=None, sort="newest")
    return Panel(listing=found, path=path, patience=Patience.of_facets())


def values(of: Panel, params: QueryDict, parameter: str) -> Values:
    """Return a page of the values of the facet of that parameter. A wrong value leaves the facet empty.

    Raises:
        Http404: this kind of list has no such facet, or the page lies behind its last.
    """
    rule = next((rule for rule in FACETS[of.listing.kind] if rule.parameter == parameter), None)
    if rule is None:
        raise Http404(_("These things cannot be filtered so."))
    form = ValuesForm(params)
    of.listing.errors.extend(problem for problem in problems(form) if problem.field in form.fields)
    if of.listing.errors:
        return Values(panel=of, facet=facets.empty(rule), find="", by_name=False, number=1)
    asked = form.cleaned_data
    number: int = asked["page"] or 1
    wanted = Wanted(most=PER_PAGE, after=(number - 1) * PER_PAGE, find=asked["find"], by_name=asked["order"] == "name")
    counter = FacetCounter(of.listing.kind, of.listing.filters, of.listing.address, of.patience)
    found = counter.facet(rule, wanted)
    if number > 1 and not found.values and not found.late:
        raise Http404(_("There is no page %(number)d of these.") % {"number": number})
    return Values(panel=of, facet=found, find=asked["find"], by_name=wanted.by_name, number=number)
