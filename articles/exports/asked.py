"""What an output is asked for: the parameters of the search page, read as that page reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from articles.search.address import Address
from articles.search.counts import Count
from articles.search.fields import ChoiceField
from articles.search.kinds import KINDS
from articles.search.list_filter import ListFilter
from articles.search.listing import Problem, problems
from articles.search.query import Query
from articles.search.sentence import sentence

OWN: Final = ("kind", "page", "size", "after", "before", "count")  # which part of which list, not what is in it


class _KindForm(forms.Form):
    kind = ChoiceField(label=_("kind of result"), required=False, choices=[(name, name) for name in KINDS])


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A list as an address asks for it; nothing of it is searched yet."""

    kind: str
    filters: ListFilter
    address: Address  # the kind included, where it is not articles
    problems: list[Problem]  # with one of them nothing may be found

    @property
    def query(self) -> Query | None:
        """The words asked for, where they are words to be found in a text."""
        return None if self.problems or self.filters.compares_names else self.filters.query

    @property
    def sort(self) -> str:
        """The order of the list: relevance, newest or oldest; only for an address without problems."""
        asked: str = self.filters.form.cleaned_data["sort"]
        if self.filters.query is None:
            return "oldest" if asked == "oldest" else "newest"
        return asked or "relevance"

    @property
    def in_words(self) -> str:
        """All conditions in words; "" where there are none. Only for an address without problems."""
        return sentence(self.kind, self.filters, self.address, total=Count(0)).found_by


def ask(params: QueryDict) -> Asked:
    """Read the parameters of a list."""
    asked = _KindForm(params)
    kind = (asked.is_valid() and asked.cleaned_data["kind"]) or "articles"
    of_list = params.copy()
    for name in OWN:
        of_list.pop(name, None)
    what = KINDS[kind]
    filters = what.asked(of_list, queryset=what.rows())
    address = Address.read(of_list, filters.form.fields).without("kind")
    return Asked(
        kind=kind,
        filters=filters,
        address=address if kind == "articles" else address.plus("kind", kind),
        problems=[*problems(asked), *problems(filters.form)],
    )
