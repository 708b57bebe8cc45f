"""The sentence above the results: how many were found, and by what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.search.address import Address
from articles.search.counts import Count
from articles.search.list_filter import ListFilter
from articles.search.query import Query
from articles.search.wording import WORDINGS, days_in_words, named


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    count: str  # "5 articles"
    found_by: str  # "holding “evakuasi”, published December 2023"; "" when nothing was asked


def sentence(kind: str, filters: ListFilter, address: Address, *, total: Count) -> Sentence:
    """Say a valid list in words."""
    return Sentence(count=_count(kind, total), found_by=", ".join(_parts(filters, address)))


def _count(kind: str, total: Count) -> str:
    words = {
        "articles": ngettext("%(count)s article", "%(count)s articles", total.number),
        "quotes": ngettext("%(count)s quote", "%(count)s quotes", total.number),
        "statistics": ngettext("%(count)s figure", "%(count)s figures", total.number),
        "entities": ngettext("%(count)s name", "%(count)s names", total.number),
    }[kind]
    return words % {"count": total}


def _parts(filters: ListFilter, address: Address) -> Iterator[str]:
    values: dict[str, Any] = filters.form.cleaned_data
    if filters.query:
        yield from _words(filters.query, filters)
    for parameter, wording in WORDINGS.items():
        typed = address.values(parameter)
        labels = [one.label for one in named(parameter, values.get(parameter), typed[-1])] if typed else []
        if labels and values.get(parameter):
            joined = get_text_list(labels, str(wording.between(values)))
            yield str(wording.phrase(values)) % {"value": joined}
    first, last = values.get("from"), values.get("to")
    if first or last:
        yield days_in_words(filters.days_asked, first, last)
    if values["notes"]:
        yield _("reference notes included")


def _words(query: Query, filters: ListFilter) -> Iterator[str]:
    if filters.compares_names:
        yield _("spelt like “%(words)s”") % {"words": query.words}
        return
    if asked := query.asked_in_words(any_word=filters.any_word):
        yield _("holding %(words)s") % {"words": asked}
    if excluded := query.excluded_in_words():
        yield _("without %(words)s") % {"words": excluded}
    yield from query.fields_in_words()
