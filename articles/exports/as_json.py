"""A list for programs: some of its records, how many there are, and where the next ones are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.exports.asked import Asked, ask
from articles.exports.loading import records
from articles.exports.outputs import outputs
from articles.exports.parts import At
from articles.exports.records import plain
from articles.search import walks
from articles.search.address import Address
from articles.search.counts import Count
from articles.search.fencing import UNKNOWN
from articles.search.listing import Problem, problems
from articles.search.orders import LONGEST, BadPlace

MOST: Final = 100  # records of one answer
USUAL: Final = 20


class _PageForm(forms.Form):
    size = forms.IntegerField(
        label=gettext_lazy("records of one answer"),
        required=False,
        min_value=1,
        max_value=MOST,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), gettext_lazy("One answer holds 1 to 100 records.")
        ),
    )
    after = forms.CharField(label=gettext_lazy("cursor"), required=False, max_length=LONGEST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    body: dict[str, Any]
    wrong: bool  # it names what is wrong, and has no records


def document(params: QueryDict, at: At) -> Document:
    """Return one page of a list as JSON has it."""
    asked, page = ask(params), _PageForm(params)
    if wrong := [*asked.problems, *problems(page)]:
        return refusal(wrong)
    size, after = page.cleaned_data["size"] or USUAL, page.cleaned_data["after"]
    try:
        found = walks.step(asked.filters, asked.sort, after=after, size=size)
    except BadPlace:
        return refusal([_bad_cursor(after)])
    return Document(body=_body(asked, found, size=size, at=at), wrong=False)


def refusal(wrong: list[Problem]) -> Document:
    """Say what is wrong, in the words of the search page."""
    errors = [{"parameter": problem.field, "value": problem.value, "message": problem.message} for problem in wrong]
    return Document(body={"errors": errors}, wrong=True)


def _bad_cursor(after: str) -> Problem:
    message = _("This list has given no such cursor. Begin without one.")
    return Problem(field="after", label=_("cursor"), value=after[:40], message=message)


def _body(asked: Asked, found: walks.Step, *, size: int, at: At) -> dict[str, Any]:
    count, addresses = _total(found), outputs(asked.kind, asked.address)
    return {
        "kind": asked.kind,
        "query": {name: asked.address.values(name) for name, _value in asked.address.pairs if name != "kind"},
        "in_words": asked.in_words,
        "sort": asked.sort,
        "total": {"number": count.number, "exact": not count.more},
        "items": [plain(record) for record in records(asked, found.keys, at)],
        "next": at(_following(asked, found.next, size=size)) if found.next else None,
        "page_url": at(addresses.page),
        "csv_url": at(addresses.csv),
        "atom_url": at(addresses.atom),
        "json_feed_url": at(addresses.json_feed),
    }


def _total(found: walks.Step) -> Count:
    """Return how many rows the list has; where they were not counted in time, that it has those at least."""
    return Count(len(found.keys), more=True) if found.count == UNKNOWN else found.count


def _following(asked: Asked, cursor: str, *, size: int) -> str:
    own = (("size", str(size)), ("after", cursor))
    return reverse("articles:search_json") + str(Address((*asked.address.pairs, *own)))
