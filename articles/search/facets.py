"""Facets: what the rows found have in common, counted. A facet's counts leave out its own parameter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.search import counting
from articles.search.address import Address
from articles.search.counting import MOST_VALUES, Counted, Counter
from articles.search.list_filter import ListFilter
from articles.search.wording import Named, named


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    value: str  # as it stands in the address
    label: str
    lang: str  # BCP 47; "" when the label has no language of its own
    count: int
    chosen: bool
    excluded: bool
    url: str  # asks for it, or takes that back
    exclude_url: str  # leaves it out, or lets it back in; "" where a facet cannot exclude


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    parameter: str
    label: str
    values: list[FacetValue]
    more: int  # how many values are not shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How one facet is counted, from the rows without its own conditions and the values asked for."""

    parameter: str
    label: str | Promise
    count: Counter
    excluding: str = ""  # the parameter that leaves a value out
    also: str = ""  # a further parameter that only means something for this one


FACETS: Final[dict[str, tuple[Rule, ...]]] = {
    "articles": (
        Rule(
            parameter="actor",
            excluding="not_actor",
            also="actor_match",
            label=_("Who is in it"),
            count=counting.actors,
        ),
        Rule(
            parameter="publisher",
            excluding="not_publisher",
            label=_("Publisher"),
            count=counting.by_entity("publisher"),
        ),
        Rule(parameter="topic", excluding="not_topic", label=_("Topic"), count=counting.topics),
        Rule(parameter="place", excluding="not_place", label=_("Place"), count=counting.places),
        Rule(parameter="language", label=_("Language"), count=counting.by_value("language")),
        Rule(parameter="reviewed", label=_("Reviewed"), count=counting.by_review),
    ),
    "quotes": (
        Rule(parameter="said_by", label=_("Said by"), count=counting.by_entity("speaker")),
        Rule(parameter="type", label=_("Type"), count=counting.by_value("type")),
        Rule(parameter="relay", also="relay_stated", label=_("Relayed by"), count=counting.relays),
    ),
    "statistics": (
        Rule(parameter="stated_by", label=_("Stated by"), count=counting.by_entity("stated_by")),
        Rule(parameter="unit", label=_("Unit"), count=counting.by_value("unit")),
        Rule(parameter="series", label=_("Series"), count=counting.series),
    ),
    "entities": (),
}


def of(kind: str, filters: ListFilter, address: Address) -> list[Facet]:
    """Count the facets of a valid list; those without any value are left out."""
    found = (_facet(rule, filters, address) for rule in FACETS[kind])
    return [facet for facet in found if facet.values]


def _facet(rule: Rule, filters: ListFilter, address: Address) -> Facet:
    own = [name for name in (rule.parameter, rule.excluding, rule.also) if name]
    asked = _asked(rule, filters, address)
    counts = rule.count(filters.found(dict.fromkeys(own)), [one.value for one in asked])
    counted = {one.named.value: one for one in counts.shown}
    # What was asked for is shown even where nothing has it.
    shown = [counted.pop(one.value, Counted(named=one, count=0)) for one in asked]
    shown += list(counted.values())[: max(MOST_VALUES - len(shown), 0)]
    return Facet(
        parameter=rule.parameter,
        label=str(rule.label),
        values=[_value(rule, one, address) for one in shown],
        more=max(counts.total - len(shown), 0),
    )


def _asked(rule: Rule, filters: ListFilter, address: Address) -> list[Named]:
    cleaned = filters.form.cleaned_data
    found = []
    for name in filter(None, (rule.parameter, rule.excluding)):
        if typed := address.values(name):
            found += named(rule.parameter, cleaned[name], typed[-1])
    return found


def _value(rule: Rule, one: Counted, address: Address) -> FacetValue:
    value = one.named.value
    chosen = value in address.values(rule.parameter)
    excluded = bool(rule.excluding) and value in address.values(rule.excluding)
    bare = address.minus(rule.parameter, value)
    if rule.excluding:
        bare = bare.minus(rule.excluding, value)
    return FacetValue(
        value=value,
        label=one.named.label,
        lang=one.named.lang,
        count=one.count,
        chosen=chosen,
        excluded=excluded,
        url=str(bare if chosen else bare.plus(rule.parameter, value)),
        exclude_url=str(bare if excluded else bare.plus(rule.excluding, value)) if rule.excluding else "",
    )
