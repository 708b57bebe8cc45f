"""How each facet is counted: by what statement, and what its values are called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, When, Window
from django.utils.translation import gettext as _

from articles.models import Entity, EntityName, RelayHop, Topic
from articles.models.keys import Key
from articles.search.budget import Statement
from articles.search.key_counts import MOST_VALUES, PLACES, Source, Wanted, of_topics
from articles.search.sampling import Answer
from articles.search.topics import called
from articles.search.wording import Named, value_label
from articles.text.names import name_key

__all__ = ["MOST_VALUES", "Counted", "Counter", "Counts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    named: Named
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    shown: list[Counted]  # those asked for, then as many of the others as are wanted, in their order
    total: int  # how many values there are in all; from a sample, at least
    about: bool = False  # told from a sample


# Counts the values asked for and those that the source wants; None when time ran out.
Counter = Callable[[Source, Sequence[Named]], Counts | None]


def by_key(what: Key, *, of_places: bool | None = None) -> Counter:
    """Return how to count entities by the keys of articles; of those named, places alone or all others."""
    facet = PLACES if of_places else int(what)

    def count(source: Source, asked: Sequence[Named]) -> Counts | None:
        held = source.held
        if held is None:
            return None
        numbers: dict[int, int] = {}
        for (of, pk), number in held.numbers.items():
            if of == what and (of_places is None or (pk in held.places) == of_places):
                numbers[pk] = number
        for pk in (one.cleaned.pk for one in asked):  # whoever names a paper may be that paper
            meant = (Key.NAMED, Key.OWN_NAME) if what == Key.NAMED else (what,)
            numbers[pk] = sum(held.numbers.get((of, pk), 0) for of in meant)
        found = Entity.objects.in_bulk(list(numbers))
        shown = [_of_entity(found[pk], number) for pk, number in numbers.items() if pk in found]
        return Counts(shown=shown, total=held.known.get(facet, 0), about=held.about)

    return count


def _of_entity(entity: Entity, number: int) -> Counted:
    return Counted(named=Named(value=entity.slug, label=entity.name), count=number)


def topics(source: Source, asked: Sequence[Named]) -> Counts | None:
    """Count for each topic the rows that have it or a narrower one, as the filter finds them."""
    held, sums = source.held, source.sums if source.branches else Answer(rows=[])
    if held is None or sums is None:
        return None
    numbers = dict.fromkeys((one.cleaned.topic.pk for one in asked), 0) | of_topics(held)
    for place, key in enumerate(source.branches, start=3):
        numbers[key] = sums.number(sum(row[place] for row in sums.rows))
    known = called(Topic.objects.filter(pk__in=numbers, merged_into=None), source.wanted.find)
    every = [
        Counted(
            named=Named(value=topic.slug, label=topic.label, lang=topic.label_language),
            count=numbers[topic.pk],
        )
        for topic in known
    ]
    asked_for = {one.value for one in asked}
    return Counts(shown=_some(every, source.wanted, asked_for), total=len(every), about=held.about or sums.about)


def _some(every: list[Counted], wanted: Wanted, asked: set[str]) -> list[Counted]:
    """Return the values wanted of all, and those asked for wherever they stand."""
    if wanted.by_name:
        ordered = sorted(every, key=lambda one: name_key(one.named.label))
    else:
        ordered = sorted(every, key=lambda one: (-one.count, one.named.label))
    end = wanted.after + wanted.most
    return [one for place, one in enumerate(ordered) if wanted.after <= place < end or one.named.value in asked]


def languages(source: Source, _asked: Sequence[Named]) -> Counts | None:
    sums = source.sums
    if sums is None:
        return None
    counts = {row[0]: sums.number(row[1]) for row in sums.rows if row[0]}
    return _of_values("language", counts, source.wanted, about=sums.about)


def _of_values(parameter: str, counts: dict[str, int], wanted: Wanted, *, about: bool) -> Counts:
    every = [Counted(named=Named(value=one, label=value_label(parameter, one)), count=counts[one]) for one in counts]
    return Counts(shown=_some(every, replace(wanted, after=0, most=len(every)), set()), total=len(every), about=about)


def by_review(source: Source, _asked: Sequence[Named]) -> Counts | None:
    """Count articles that are reviewed and those that are not."""
    sums = source.sums
    if sums is None:
        return None
    total, reviewed = sum(row[1] for row in sums.rows), sum(row[2] for row in sums.rows)
    both = [
        Counted(named=Named(value="yes", label=_("reviewed")), count=sums.number(reviewed)),
        Counted(named=Named(value="no", label=_("not reviewed yet")), count=sums.number(total - reviewed)),
    ]
    shown = [one for one in both if one.count]
    return Counts(shown=shown, total=len(shown), about=sums.about)


def holding(source: Source, _asked: Sequence[Named]) -> Counts | None:
    """Count articles that have quotes and those that have figures."""
    held = source.held
    if held is None:
        return None
    both = (("quotes", _("quotes"), Key.QUOTES), ("figures", _("figures"), Key.FIGURES))
    shown = [
        Counted(named=Named(value=value, label=label), count=number)
        for value, label, what in both
        if (number := held.numbers.get((what, 0), 0))
    ]
    return Counts(shown=shown, total=len(shown), about=held.about)


def by_entity(column: str) -> Counter:
    """Return how to count the entities in one column of the rows."""

    def count(source: Source, asked: Sequence[Named]) -> Counts | None:
        return _with_pages(_by_entity(source, asked, column, rows=lambda rows: rows))

    return count


def relays(source: Source, asked: Sequence[Named]) -> Counts | None:
    """Count who passes words on: each speaker and publisher is a hop too, but says nothing as a facet."""

    def passing(rows: QuerySet[Any]) -> QuerySet[Any]:
        hops = RelayHop.objects.passing().filter(quote__in=rows.order_by().values("pk"))
        agents = hops.filter(role__in=(RelayHop.Role.ISSUER, RelayHop.Role.AGENCY)).values("agent")
        return hops.filter(agent__in=agents)

    return _with_pages(_by_entity(source, asked, "agent", rows=passing, of="quote"))


def _by_entity(
    source: Source, asked: Sequence[Named], column: str, *, rows: Callable[[Any], Any], of: str = "pk"
) -> Counts | None:
    shown = Q(**{f"{column}__listed": True, f"{column}__merged_into": None})
    if key := name_key(source.wanted.find):
        shown &= Q(**{f"{column}__in": EntityName.objects.filter(key__contains=key).values("entity")})

    def ask(found: QuerySet[Any]) -> Statement | None:
        return _groups(rows(found).filter(shown), f"{column}__slug", f"{column}__name", of, source.wanted, asked)

    return _counts(source.reckoning.answer(ask), str)


def _with_pages(counts: Counts | None) -> Counts | None:
    """Leave out entities that readers may not see, such as a speaker whose every naming was rejected."""
    if counts is None:
        return None
    asked = [one.named.value for one in counts.shown]
    public = set(Entity.objects.public().filter(slug__in=asked).values_list("slug", flat=True))
    shown = [one for one in counts.shown if one.named.value in public]
    return replace(counts, shown=shown, total=counts.total - len(counts.shown) + len(shown))


def by_value(column: str) -> Counter:
    """Return how to count the values of one column of the rows; a blank one is none."""

    def count(source: Source, asked: Sequence[Named]) -> Counts | None:
        def ask(rows: QuerySet[Any]) -> Statement | None:
            return _groups(rows.exclude(**{column: ""}), column, column, "pk", source.wanted, asked)

        return _counts(source.reckoning.answer(ask), lambda value: value_label(column, value))

    return count


def series(source: Source, asked: Sequence[Named]) -> Counts | None:
    """Count the series that figures stand in."""

    def ask(rows: QuerySet[Any]) -> Statement | None:
        named = rows.exclude(series=None).filter(series__name__icontains=source.wanted.find)
        return _groups(named, "series__slug", "series__name", "pk", source.wanted, asked)

    return _counts(source.reckoning.answer(ask), str)


def _groups(rows: Any, column: str, label: str, of: str, wanted: Wanted, asked: Sequence[Named]) -> Statement | None:
    """Return what counts distinct `of` for each value of a column: value, label, number, how many values in all.

    What is equally frequent comes by its label. Those asked for come first.
    """
    values = [one.value for one in asked]
    # Without any, the constant that is left would be read as the number of a column.
    asked_first = [Case(When(facet_value__in=values, then=0), default=1, output_field=IntegerField())] if values else []
    order = ["facet_label"] if wanted.by_name else ["-facet_count", "facet_label"]
    groups = (
        rows.order_by()
        .annotate(facet_value=F(column), facet_label=F(label))
        .values("facet_value", "facet_label")
        .annotate(facet_count=Count(of, distinct=True), facet_values=Window(Count("*")))
        .order_by(*asked_first, *order)
        .values_list("facet_value", "facet_label", "facet_count", "facet_values")
    )
    return Statement.of(groups[wanted.after : wanted.after + wanted.most + len(values)])


def _counts(answer: Answer | None, name: Callable[[str], str]) -> Counts | None:
    if answer is None:
        return None
    shown = [
        Counted(named=Named(value=value, label=name(label)), count=answer.number(number))
        for value, label, number, _values in answer.rows
    ]
    return Counts(shown=shown, total=answer.rows[0][3] if answer.rows else 0, about=answer.about)
