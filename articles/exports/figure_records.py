"""Records of figures."""

from __future__ import annotations

from collections.abc import Sequence

from articles.exports.parts import (
    At,
    as_printed,
    block_address,
    day_of,
    named,
    newest,
    source,
    tell_publishers,
    text_came_in,
    words,
)
from articles.exports.records import Printed, PrintedFigure, StatisticRecord, Whole
from articles.models import Anchor, Entity, Printing, Statistic
from articles.reading.quotations import anchors_of
from articles.reading.statistic_page import printed
from articles.series.build import for_points

Role = Anchor.Role


def statistic_records(keys: Sequence[int], at: At) -> list[StatisticRecord]:
    """Return records in the order of the keys, fixed in queries; what readers may not see any more is left out."""
    found = for_points(Statistic.objects.public()).in_bulk(keys)
    statistics = [found[key] for key in keys if key in found]
    Entity.objects.tell_pages(statistics)
    tell_publishers(printing.article for statistic in statistics for printing in statistic.printings.all())
    return [_record(statistic, at) for statistic in statistics]


def _record(statistic: Statistic, at: At) -> StatisticRecord:
    printings = list(statistic.printings.all())
    return StatisticRecord(
        id=statistic.pk,
        url=at(statistic.get_absolute_url()),
        measure=statistic.measure,
        value=statistic.value,
        value_to=statistic.value_to,
        approximation=statistic.approximation,
        unit=statistic.unit,
        population=statistic.population,
        place=named(statistic.place, at),
        out_of=_whole(statistic.out_of, at),
        as_of=day_of(statistic.as_of_on),
        since=day_of(statistic.since_on),
        stated_by=named(statistic.stated_by, at),
        may_change=statistic.volatile,
        series_url=at(statistic.series.get_absolute_url()) if statistic.series else None,
        status=statistic.status,
        found_by=statistic.method,
        printed=[_printed(printing, statistic, at) for printing in printings],
        updated=newest(statistic.decided_at, *(text_came_in(printing.article) for printing in printings)),
    )


def _whole(whole: Statistic | None, at: At) -> Whole | None:
    if whole is None:
        return None
    return Whole(
        id=whole.pk,
        url=at(whole.get_absolute_url()),
        value=whole.value,
        value_to=whole.value_to,
        approximation=whole.approximation,
        unit=whole.unit,
        measure=whole.measure,
        population=whole.population,
    )


def _printed(printing: Printing, statistic: Statistic, at: At) -> PrintedFigure:
    anchors = anchors_of(printing)
    sentence = words(printed(printing, statistic).nodes)
    number = next((anchor for anchor in anchors if anchor.role == Role.NUMBER), None)
    return PrintedFigure(
        number=number.exact if number else "",
        qualifier=as_printed(anchors, Role.QUALIFIER),
        approximation=printing.approximation,
        population=printing.population or as_printed(anchors, Role.POPULATION),
        status=printing.status,
        sentence=Printed(text=sentence, url=block_address(number, printing.article, at)) if number else None,
        quote_url=at(printing.quote.get_absolute_url()) if printing.quote else None,
        article=source(printing.article, at),
    )
