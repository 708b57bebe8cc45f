"""How each facet is counted: one or a few grouped queries, however many rows there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, When, Window
from django.utils.translation import gettext as _

from articles.models import ArticleTopic, Entity, Mention, RelayHop, Topic
from articles.search.article_conditions import on_topics, reviewed
from articles.search.topics import Tree
from articles.search.wording import Named, value_label

MOST_VALUES: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    named: Named
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    shown: list[Counted]  # those asked for, then the most frequent
    total: int  # how many values there are in all


Counter = Callable[[QuerySet[Any], Sequence[str]], Counts]


def _top(
    rows: Any,
    column: str,
    *,
    label: str = "",
    of: str = "pk",
    asked: Sequence[str],
    name: Callable[[str], str] = str,
) -> Counts:
    """Count distinct `of` for each value of a column, named by the column `label` or by `name`.

    What is equally frequent in `of` comes in order of all its rows: of two people, who is named more often.
    """
    # Without any, the constant that is left would be read as the number of a column.
    asked_first = [Case(When(facet_value__in=asked, then=0), default=1, output_field=IntegerField())] if asked else []
    groups = list(
        rows.order_by()
        .annotate(facet_value=F(column), facet_label=F(label or column))
        .values("facet_value", "facet_label")
        .annotate(facet_count=Count(of, distinct=True), facet_rows=Count("pk"), facet_values=Window(Count("*")))
        .order_by(*asked_first, "-facet_count", "-facet_rows", "facet_label")[: MOST_VALUES + len(asked)]
    )
    shown = [
        Counted(named=Named(value=group["facet_value"], label=name(group["facet_label"])), count=group["facet_count"])
        for group in groups
    ]
    return Counts(shown=shown, total=groups[0]["facet_values"] if groups else 0)


def _keys(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.order_by().values("pk")


def _named_in_articles(rows: QuerySet[Any], asked: Sequence[str], *, of_section: Q) -> Counts:
    # A publisher's own name in each of its datelines says nothing about what it writes.
    wanted = of_section & ~Q(entity=F("article__publisher"))
    mentions = Mention.objects.shown().counted().filter(article__in=_keys(rows))
    return _top(
        mentions.filter(wanted | Q(entity__slug__in=asked), entity__listed=True, entity__merged_into=None),
        "entity__slug",
        label="entity__name",
        of="article",
        asked=asked,
    )


def actors(rows: QuerySet[Any], asked: Sequence[str]) -> Counts:
    """Count people and organisations; countries, which may act too, stand among the places."""
    return _named_in_articles(rows, asked, of_section=~Q(entity__kind__in=Entity.SECTIONS["places"]))


def places(rows: QuerySet[Any], asked: Sequence[str]) -> Counts:
    """Count countries and places that articles name."""
    return _named_in_articles(rows, asked, of_section=Q(entity__kind__in=Entity.SECTIONS["places"]))


def by_entity(column: str) -> Counter:
    """Return how to count the entities in one column of the rows."""
    shown = {f"{column}__listed": True, f"{column}__merged_into": None}

    def count(rows: QuerySet[Any], asked: Sequence[str]) -> Counts:
        return _with_pages(_top(rows.filter(**shown), f"{column}__slug", label=f"{column}__name", asked=asked))

    return count


def _with_pages(counts: Counts) -> Counts:
    """Leave out entities that readers may not see, such as a speaker whose every naming was rejected."""
    asked = [one.named.value for one in counts.shown]
    public = set(Entity.objects.public().filter(slug__in=asked).values_list("slug", flat=True))
    shown = [one for one in counts.shown if one.named.value in public]
    return Counts(shown=shown, total=counts.total - len(counts.shown) + len(shown))


def by_value(column: str) -> Counter:
    """Return how to count the values of one column of the rows; a blank one is none."""

    def count(rows: QuerySet[Any], asked: Sequence[str]) -> Counts:
        known = rows.exclude(**{column: ""})
        return _top(known, column, asked=asked, name=lambda value: value_label(column, value))

    return count


def topics(rows: QuerySet[Any], asked: Sequence[str]) -> Counts:
    """Count for each topic the articles that have it or a narrower one, as the filter finds them."""
    given = ArticleTopic.objects.shown().filter(article__in=_keys(rows), topic__merged_into=None)
    direct = _top(given, "topic__slug", of="article", asked=asked)
    slugs = {*asked, *(one.named.value for one in direct.shown)}
    tree = Tree.load()
    found = list(Topic.objects.filter(slug__in=slugs))
    counts = rows.order_by().aggregate(
        **{f"topic_{topic.pk}": Count("pk", filter=Q(on_topics(tree.narrower(topic.pk)))) for topic in found}
    )
    shown = [
        Counted(
            named=Named(value=topic.slug, label=topic.label, lang=topic.label_language),
            count=counts[f"topic_{topic.pk}"],
        )
        for topic in found
    ]
    return Counts(shown=sorted(shown, key=lambda one: (-one.count, one.named.label)), total=direct.total)


def by_review(rows: QuerySet[Any], _asked: Sequence[str]) -> Counts:
    """Count articles that are reviewed and those that are not."""
    counts = rows.order_by().aggregate(all=Count("pk"), yes=Count("pk", filter=reviewed()))
    both = [
        Counted(named=Named(value="yes", label=_("reviewed")), count=counts["yes"]),
        Counted(named=Named(value="no", label=_("not reviewed yet")), count=counts["all"] - counts["yes"]),
    ]
    shown = [one for one in both if one.count]
    return Counts(shown=shown, total=len(shown))


def relays(rows: QuerySet[Any], asked: Sequence[str]) -> Counts:
    """Count who passes words on: each speaker and publisher is a hop too, but says nothing as a facet."""
    hops = RelayHop.objects.passing().filter(quote__in=_keys(rows))
    passing = hops.filter(role__in=(RelayHop.Role.ISSUER, RelayHop.Role.AGENCY)).values("agent")
    known = hops.filter(agent__in=passing, agent__listed=True, agent__merged_into=None)
    return _with_pages(_top(known, "agent__slug", label="agent__name", of="quote", asked=asked))


def series(rows: QuerySet[Any], asked: Sequence[str]) -> Counts:
    """Count the series that figures stand in."""
    return _top(rows.exclude(series=None), "series__slug", label="series__name", asked=asked)
