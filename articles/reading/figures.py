"""What was counted in a passage: each figure with its denominator, scope and every place that prints it here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Count

from articles.models import Anchor, Printing, Statistic
from articles.reading.facts import Facts
from articles.reading.shares import Share, share_of

Role = Anchor.Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One place in this text where a figure is printed."""

    printing: Printing
    number: Anchor
    words: str  # the number with its "about", as printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One way in which a text prints a figure: the same words in the same quote, or in the paper's own words."""

    places: list[Printed]

    @property
    def first(self) -> Printed:
        return self.places[0]

    @property
    def others(self) -> list[Printed]:
        return self.places[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    statistic: Statistic
    printed: list[Printed]
    populations: list[str]  # who is counted, in each wording printed here
    caution: Anchor | None  # the words that say it may change
    share: Share | None
    whole: Figure | None  # its denominator, told on the same card
    in_series: int  # figures of its series that readers may see

    @property
    def fragment(self) -> str:
        """Its name inside the page."""
        return f"s{self.statistic.pk}"

    @property
    def wordings(self) -> list[Wording]:
        """The places that print it, those of the same words together."""
        places: dict[tuple[str, int | None], list[Printed]] = {}
        for place in self.printed:
            places.setdefault((place.words, place.printing.quote_id), []).append(place)
        return [Wording(places=same) for same in places.values()]


def figures_of(facts: Facts, counts: Mapping[int, int]) -> dict[int, Figure]:
    """Return the figures of a text by the key of their statistic, in the order in which they are printed.

    `counts` tells how many figures each series holds.
    """
    printings: dict[int, list[Printing]] = {}
    for printing in facts.printings:
        printings.setdefault(printing.statistic_id, []).append(printing)
    figures: dict[int, Figure] = {}
    # Denominators first: they stand on the card of what is counted out of them.
    for statistic in sorted(facts.statistics, key=lambda one: one.out_of_id is not None):
        figures[statistic.pk] = _figure(facts, printings[statistic.pk], figures, counts)
    return {statistic.pk: figures[statistic.pk] for statistic in facts.statistics}


def _figure(facts: Facts, printings: list[Printing], others: Mapping[int, Figure], counts: Mapping[int, int]) -> Figure:
    statistic = printings[0].statistic
    caution = [anchor for printing in printings for anchor in facts.in_role(printing, Role.VOLATILE)]
    return Figure(
        statistic=statistic,
        printed=[place for printing in printings for place in _places(facts, printing)],
        populations=list(dict.fromkeys(printing.population for printing in printings if printing.population)),
        caution=caution[0] if caution else None,
        share=share_of(statistic),
        whole=others.get(statistic.out_of_id or 0),
        in_series=counts.get(statistic.series_id or 0, 0),
    )


def _places(facts: Facts, printing: Printing) -> Iterator[Printed]:
    qualifiers = facts.in_role(printing, Role.QUALIFIER)
    for number in facts.in_role(printing, Role.NUMBER):
        before = [
            one.start
            for one in qualifiers
            if one.block_id == number.block_id and one.end <= number.start <= one.end + 1
        ]
        words = number.block.text[min(before, default=number.start) : number.end]
        yield Printed(printing=printing, number=number, words=words)


def counts_in_series(statistics: Iterable[Statistic]) -> dict[int, int]:
    """Return by key how many figures that readers may see stand in each series of `statistics`."""
    keys = {statistic.series_id for statistic in statistics if statistic.series_id}
    rows = Statistic.objects.public().filter(series__in=keys).values_list("series").annotate(Count("pk")).order_by()
    return dict(rows)
