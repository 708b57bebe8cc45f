"""Who stands beside whom: others in the same articles, and the hands through which words went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Count, Q
from django.utils.formats import localize
from django.utils.translation import gettext as _

from articles.models import Article, Entity, Mention, RelayHop

MOST_COMPANIONS: Final = 12
MOST_HOPS: Final = 12
NEWEST_READ: Final = 1000  # articles that are counted for company: the work is bounded, however often one is named


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    entity: Entity
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    companions: list[Companion]
    bounded: bool  # counted in the newest thousand articles only


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """A hand through which someone's words went, with the number of quotes."""

    agent: Entity | None  # None: the articles do not name it
    linked: bool  # the agent has a page
    role: str
    stated: int  # the article names it for the quote
    inferred: int  # an editor concluded it

    @property
    def counts(self) -> list[tuple[str, str]]:
        """Return both numbers in words, zeros apart, each with its value of `relay_stated` in addresses."""
        counts = []
        if self.stated:
            counts.append((_("%(count)s named by the article") % {"count": localize(self.stated)}, "yes"))
        if self.inferred:
            counts.append((_("%(count)s inferred") % {"count": localize(self.inferred)}, "no"))
        return counts


def company(articles: Any, *, total: int, besides: Entity | None = None, most_read: int = NEWEST_READ) -> Company:
    """Count who else the articles name, the most frequent first, at most twelve; `total` is their number."""
    newest = articles.newest_first().values("pk")[:most_read]
    mentions = Mention.objects.public().counted().filter(article__in=newest, entity__merged_into=None)
    if besides:
        mentions = mentions.exclude(entity=besides)
    counted = mentions.filter(entity__listed=True).values("entity")
    # Of those in as many articles, who is named more often comes first.
    most = counted.annotate(articles=Count("article", distinct=True), times=Count("pk"))
    rows = most.order_by("-articles", "-times", "entity__sort_key")[:MOST_COMPANIONS]
    counts = {row["entity"]: row["articles"] for row in rows}
    entities = Entity.objects.in_bulk(counts)
    return Company(
        companions=[Companion(entity=entities[key], articles=count) for key, count in counts.items()],
        bounded=total > most_read,
    )


def hops_of(quotes: Any, *, speaker: Entity) -> list[Hop]:
    """Return the hands through which `quotes` went, from the mouth to the page; the speaker is none of them."""
    hops = RelayHop.objects.passing().filter(quote__in=quotes.order_by().values("pk"))
    most = (
        hops.exclude(agent=speaker)
        .values("agent", "role")
        .annotate(
            printed=Count("quote", distinct=True, filter=Q(stated=True)),
            concluded=Count("quote", distinct=True, filter=Q(stated=False)),
            times=Count("quote", distinct=True),
        )
    )
    rows = list(most.order_by("-times", "role")[:MOST_HOPS])
    agents = Entity.objects.in_bulk({row["agent"] for row in rows} - {None})
    linked = set(Entity.objects.public().filter(pk__in=agents).values_list("pk", flat=True))
    order = list(RelayHop.Role.values)
    return [
        Hop(
            agent=agents.get(row["agent"]),
            linked=row["agent"] in linked,
            role=str(RelayHop.Role(row["role"]).label),
            stated=row["printed"],
            inferred=row["concluded"],
        )
        for row in sorted(rows, key=lambda row: order.index(row["role"]))
    ]


def naming(entity: Entity) -> Any:
    """Return the public articles, notes apart, that name `entity` outside other names."""
    mentions = Mention.objects.public().counted().filter(entity=entity)
    return Article.objects.public().without_notes().filter(pk__in=mentions.values("article"))
