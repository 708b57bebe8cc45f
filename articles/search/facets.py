"""Facets: what the rows found have in common, counted. A facet's counts leave out its own parameter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models.keys import Key
from articles.search import counting
from articles.search.address import Address
from articles.search.counting import MOST_VALUES, Counted, Counter, Counts
from articles.search.filters import StatisticFilter
from articles.search.key_counts import Source, Wanted
from articles.search.list_filter import NOT_ASKED, ListFilter
from articles.search.sampling import Patience, Reckoning
from articles.search.wording import Named, named


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    value: str  # as it stands in the address
    label: str
    lang: str  # BCP 47; "" when the label has no language of its own
    count: int | None  # None when time ran out
    chosen: bool
    excluded: bool
    url: str  # asks for it, or takes that back
    exclude_url: str  # leaves it out, or lets it back in; "" where a facet cannot exclude


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How many of the values asked for a row must have."""

    label: str
    url: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    parameter: str
    label: str
    values: list[FacetValue]
    total: int  # how many values there are, shown or not; of a sample, at least
    about: bool  # counts are told from a sample
    late: bool  # time ran out before anything was counted
    finds: bool  # its values have names that can be looked for
    matches: list[Match]  # where several are asked for: all of them, or any

    @property
    def more(self) -> int:
        return max(self.total - len(self.values), 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How one facet is counted, from the rows without its own conditions and the values asked for."""

    parameter: str
    label: str | Promise
    count: Counter
    excluding: str = ""  # the parameter that leaves a value out
    also: str = ""  # a further parameter that only means something for this one
    whats: tuple[Key, ...] = ()  # the keys that are counted for it
    finds: bool = False

    @property
    def own(self) -> list[str]:
        return [name for name in (self.parameter, self.excluding, self.also) if name]


_ACTOR: Final = Rule(
    parameter="actor",
    excluding="not_actor",
    also="actor_match",
    label=_("Who is in it"),
    count=counting.by_key(Key.NAMED, of_places=False),
    whats=(Key.NAMED,),
    finds=True,
)
_PLACE: Final = Rule(
    parameter="place",
    excluding="not_place",
    also="place_match",
    label=_("Place"),
    count=counting.by_key(Key.NAMED, of_places=True),
    whats=(Key.NAMED,),
    finds=True,
)
_PUBLISHER: Final = Rule(
    parameter="publisher",
    excluding="not_publisher",
    label=_("Publisher"),
    count=counting.by_key(Key.PUBLISHER),
    whats=(Key.PUBLISHER,),
    finds=True,
)
_TOPIC: Final = Rule(
    parameter="topic",
    excluding="not_topic",
    label=_("Topic"),
    count=counting.topics,
    whats=(Key.TOPIC,),
    finds=True,
)

FACETS: Final[dict[str, tuple[Rule, ...]]] = {
    "articles": (
        _ACTOR,
        _PUBLISHER,
        _TOPIC,
        _PLACE,
        Rule(parameter="language", label=_("Language"), count=counting.languages),
        Rule(parameter="has", label=_("Holds"), count=counting.holding, whats=(Key.QUOTES, Key.FIGURES)),
        Rule(parameter="reviewed", label=_("Reviewed"), count=counting.by_review),
    ),
    "quotes": (
        Rule(parameter="said_by", label=_("Said by"), count=counting.by_entity("speaker"), finds=True),
        Rule(parameter="type", label=_("Type"), count=counting.by_value("type")),
        Rule(parameter="relay", also="relay_stated", label=_("Relayed by"), count=counting.relays, finds=True),
        replace(_ACTOR, label=_("Who is in the article")),
        _TOPIC,
        _PUBLISHER,
    ),
    "statistics": (
        Rule(parameter="stated_by", label=_("Stated by"), count=counting.by_entity("stated_by"), finds=True),
        Rule(parameter="unit", label=_("Unit"), count=counting.by_value("unit")),
        Rule(parameter="series", label=_("Series"), count=counting.series, finds=True),
        replace(_ACTOR, label=_("Who is in the article")),
        _TOPIC,
        _PUBLISHER,
    ),
    "entities": (),
}


def of(kind: str, filters: ListFilter, address: Address, *, patience: Patience | None = None) -> list[Facet]:
    """Count the facets of a valid list; those without any value are left out."""
    counter = FacetCounter(kind, filters, address, patience or Patience.of_facets())
    found = (counter.facet(rule) for rule in FACETS[kind])
    return [facet for facet in found if facet.values or facet.late]


def empty(rule: Rule) -> Facet:
    """Return a facet of which nothing was counted."""
    label = str(rule.label)
    return Facet(
        parameter=rule.parameter, label=label, values=[], total=0, about=False, late=False, finds=rule.finds, matches=[]
    )


class FacetCounter:
    """Counts facets of one list. Those of which nothing is asked for count the same rows, in one pass."""

    def __init__(self, kind: str, filters: ListFilter, address: Address, patience: Patience) -> None:
        self.kind, self.filters, self.address, self.patience = kind, filters, address, patience
        fields = filters.form.fields
        self._rules = [rule for rule in FACETS[kind] if rule.parameter in fields]

    def facet(self, rule: Rule, wanted: Wanted | None = None) -> Facet:
        """Count one facet: its first values, or those that are `wanted`."""
        asked = self._asked(rule)
        # Looked through value by value, what was asked for stands in its place.
        first = [] if wanted else asked
        source = self._source([rule], first, wanted) if wanted or self._is_asked(rule) else self._shared
        counts = rule.count(source, first) if rule in self._rules else Counts(shown=[], total=0)
        late, counts = counts is None, counts or Counts(shown=[], total=0)
        shown = _first(counts, first, most=wanted.most if wanted else MOST_VALUES)
        values = [_value(rule, one, None if late else number, self.address) for one, number in shown]
        return Facet(
            parameter=rule.parameter,
            label=str(rule.label),
            values=values,
            total=counts.total,
            about=counts.about,
            late=late,
            finds=rule.finds,
            matches=self._matches(rule) if len(asked) > 1 else [],
        )

    @cached_property
    def _shared(self) -> Source:
        return self._source([rule for rule in self._rules if not self._is_asked(rule)], [], None)

    def _is_asked(self, rule: Rule) -> bool:
        values = self.filters.form.cleaned_data
        return any(values.get(name) not in NOT_ASKED for name in rule.own)

    def _source(self, rules: Sequence[Rule], asked: Sequence[Named], wanted: Wanted | None) -> Source:
        own = [name for rule in rules for name in rule.own if self._is_asked(rule)]
        rows = self.filters.found(dict.fromkeys(own))
        reckoning = Reckoning(rows, self.patience, among=self.filters.queryset)
        whats = dict.fromkeys(what for rule in rules for what in rule.whats)
        values = [(what, pk) for one in asked for what in whats if (pk := _row(one)) is not None]
        if Key.NAMED in whats and asked:
            whats[Key.OWN_NAME] = None
            values += [(Key.OWN_NAME, pk) for _what, pk in values]
        return Source(
            reckoning,
            self.kind,
            whats=list(whats),
            values=values,
            wanted=wanted,
            printings=self.filters.printings() if isinstance(self.filters, StatisticFilter) else None,
        )

    def _asked(self, rule: Rule) -> list[Named]:
        cleaned = self.filters.form.cleaned_data
        found = []
        for name in filter(None, (rule.parameter, rule.excluding)):
            if (typed := self.address.values(name)) and cleaned.get(name):
                found += named(rule.parameter, cleaned[name], typed[-1])
        return found

    def _matches(self, rule: Rule) -> list[Match]:
        if rule.also not in {"actor_match", "place_match"} or len(self.address.values(rule.parameter)) < 2:
            return []
        any_of = self.filters.form.cleaned_data.get(rule.also) == "any"
        return [
            Match(label=str(_("all of them")), url=str(self.address.without(rule.also)), chosen=not any_of),
            Match(label=str(_("any of them")), url=str(self.address.replacing(rule.also, "any")), chosen=any_of),
        ]


def _row(one: Named) -> int | None:
    """Return the key of the row that a value names; None where it names none."""
    row = getattr(one.cleaned, "topic", one.cleaned)
    key: int | None = getattr(row, "pk", None)
    return key


def _first(counts: Counts, asked: Sequence[Named], *, most: int) -> list[tuple[Named, int]]:
    """Return those asked for first, even where nothing has them, then the others up to `most` in all."""
    counted = {one.named.value: one for one in counts.shown}
    shown = [counted.pop(one.value, Counted(named=one, count=0)) for one in asked]
    shown += list(counted.values())[: max(most - len(shown), 0)]
    return [(one.named, one.count) for one in shown]


def _value(rule: Rule, one: Named, count: int | None, address: Address) -> FacetValue:
    value = one.value
    chosen = value in address.values(rule.parameter)
    excluded = bool(rule.excluding) and value in address.values(rule.excluding)
    bare = address.minus(rule.parameter, value)
    if rule.excluding:
        bare = bare.minus(rule.excluding, value)
    return FacetValue(
        value=value,
        label=one.label,
        lang=one.lang,
        count=count,
        chosen=chosen,
        excluded=excluded,
        url=str(bare if chosen else bare.plus(rule.parameter, value)),
        exclude_url=str(bare if excluded else bare.plus(rule.excluding, value)) if rule.excluding else "",
    )
