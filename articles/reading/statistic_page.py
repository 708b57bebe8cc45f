"""The page of one figure: the claim, every place that prints it, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import (
    Anchor,
    Approximation,
    Article,
    Copy,
    Entity,
    NoteLink,
    Printing,
    Statistic,
    StatisticLink,
)
from articles.reading.quotations import anchors_of
from articles.reading.segments import Mark, Node, nest
from articles.reading.shares import Share, share_of
from articles.series.build import Point, for_figures, for_points, points_of
from articles.text.sentences import around, shortened
from articles.text.spans import Span

Role = Anchor.Role
MOST_PARTS: Final = 20
# What another figure does to this one, where the link is told from the other's side.
_FROM_THE_OTHER_SIDE: Final[dict[str, str | Promise]] = {
    StatisticLink.Type.SUPERSEDES: _("superseded by"),
    StatisticLink.Type.CONTRADICTS: _("contradicts"),
    StatisticLink.Type.SUBSET_OF: _("has as a part"),
    StatisticLink.Type.DIFFERENT_SCOPE: _("counts something else than"),
}
_MAYBE_FROM_THE_OTHER_SIDE: Final[dict[str, str | Promise]] = {
    StatisticLink.Type.SUPERSEDES: _("may be superseded by"),
    StatisticLink.Type.CONTRADICTS: _("may contradict"),
    StatisticLink.Type.SUBSET_OF: _("may have as a part"),
    StatisticLink.Type.DIFFERENT_SCOPE: _("may count something else than"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One place that prints the figure, in the words used there."""

    printing: Printing
    nodes: tuple[Node, ...]  # its sentence with the number marked; none when its words are lost
    bare: bool  # printed as if it were exact, which the claim is not
    approximation: str  # that of the claim, in words


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """Words of the source itself: the figure may change soon."""

    words: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedStatistic:
    """Another figure and why it is set beside this one, told from the side of this one."""

    relation: str | Promise
    statistic: Statistic
    link: StatisticLink


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticPage:
    statistic: Statistic  # as for_points() loads it
    what: str  # what is counted, without the unit that stands beside the value
    share: Share | None
    printed: list[Printed]  # the first fifty
    printings: int  # how many there are
    articles: int  # that print it, reference notes apart
    texts: int  # that these articles print, a text and its copies once
    whole: list[Statistic]  # its denominator; none or one
    parts: list[Statistic]  # figures that count it as their whole, the first twenty
    parts_total: int
    caution: list[Caution]
    links: list[LinkedStatistic]
    series: Sequence[Point]  # of its series, in the order of days; empty without one
    notes: list[NoteLink]


def statistic_page(pk: int) -> StatisticPage | None:
    """Load what the page of a figure shows; None when readers may not see it. The number of queries is fixed."""
    statistic = for_points(Statistic.objects.public().filter(pk=pk)).first()
    if statistic is None:
        return None
    printings = Printing.objects.public().filter(statistic=pk)
    counts = printings.aggregate(
        printings=Count("pk"), articles=Count("article", distinct=True, filter=~Q(article__rights="reference"))
    )
    articles = Article.objects.public().without_notes().filter(pk__in=printings.values("article"))
    parts = Statistic.objects.public().filter(out_of=statistic)
    whole = _figures(Statistic.objects.public().filter(pk=statistic.out_of_id))
    shown_parts = _figures(parts.newest_first())
    Entity.objects.tell_pages([statistic, *whole, *shown_parts])
    return StatisticPage(
        statistic=statistic,
        what=statistic.measure.removeprefix(f"{statistic.unit}s ") if statistic.unit != "person" else statistic.measure,
        share=share_of(statistic),
        printed=[printed(printing, statistic) for printing in statistic.printings.all()],
        texts=counts["articles"] - Copy.objects.repeated(articles),
        whole=whole,
        parts=shown_parts,
        parts_total=parts.count(),
        caution=list(_cautions(statistic)),
        # What an editor has confirmed stands first.
        links=sorted(_links(statistic), key=lambda linked: linked.link.unreviewed),
        series=points_of([statistic.series]).get(statistic.series_id, ()) if statistic.series else (),
        notes=_notes(statistic),
        **counts,
    )


def printed_of(statistics: Iterable[Statistic]) -> list[tuple[Statistic, list[Printed]]]:
    """Return the figures of a list in its order, each with the places that print it."""
    keys = [statistic.pk for statistic in statistics]
    loaded = for_points(Statistic.objects.all()).in_bulk(keys)
    Entity.objects.tell_pages(loaded.values())
    return [(loaded[key], [printed(one, loaded[key]) for one in loaded[key].printings.all()]) for key in keys]


def printed(printing: Printing, statistic: Statistic) -> Printed:
    """Cut the sentence that prints a figure out of its article."""
    anchors = anchors_of(printing)
    return Printed(
        printing=printing,
        nodes=tuple(_sentence(anchors)),
        bare=printing.approximation == Approximation.EXACT != statistic.approximation,
        approximation=statistic.get_approximation_display(),
    )


def _sentence(anchors: Sequence[Anchor]) -> Iterator[Node]:
    """Yield the sentence of the number, which is marked; of one without an end as much as stands round it."""
    number = next((anchor for anchor in anchors if anchor.role == Role.NUMBER), None)
    if number is None:
        return
    text, span = number.block.text, Span(number.start, number.end)
    sentence = around(text, span)
    shown = shortened(text, sentence, span)
    if shown.start > sentence.start:
        yield "… "
    yield from nest(text, [Mark(span=span, css="fig")], within=shown)
    if shown.end < sentence.end:
        yield " …"


def _figures(statistics: QuerySet[Any]) -> list[Statistic]:
    return list(for_figures(statistics)[:MOST_PARTS])


def _cautions(statistic: Statistic) -> Iterator[Caution]:
    for printing in statistic.printings.all():
        for anchor in anchors_of(printing):
            if anchor.role == Role.VOLATILE:
                yield Caution(words=anchor.exact, language=printing.article.language)


def _links(statistic: Statistic) -> Iterator[LinkedStatistic]:
    links = StatisticLink.objects.public().order_by("pk")
    figures = for_figures(Statistic.objects.all())
    for link in links.filter(from_statistic=statistic).prefetch_related(Prefetch("to_statistic", figures)):
        yield LinkedStatistic(relation=link.relation, statistic=link.to_statistic, link=link)
    for link in links.filter(to_statistic=statistic).prefetch_related(Prefetch("from_statistic", figures)):
        names = _MAYBE_FROM_THE_OTHER_SIDE if link.unreviewed else _FROM_THE_OTHER_SIDE
        relation = names[link.type]
        yield LinkedStatistic(relation=relation, statistic=link.from_statistic, link=link)


def _notes(statistic: Statistic) -> list[NoteLink]:
    """Return the notes on the figure itself and on the quotes that print it, each once."""
    quotes = Printing.objects.public().filter(statistic=statistic, quote__isnull=False).values("quote")
    links = NoteLink.objects.public().filter(Q(statistic=statistic) | Q(quote__in=quotes))
    return list(links.for_tables().order_by("article_id", "pk"))
