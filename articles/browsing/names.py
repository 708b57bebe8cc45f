"""Names of an index with what the archive holds of each: a whole page of them in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Count, Exists, F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.formats import localize
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.browsing.known import unreviewed
from articles.browsing.letters import letter_of
from articles.models import Article, Entity, EntityName, Mention, Quote, Statistic
from articles.models.entity import EntityQuerySet
from articles.text.names import name_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One name of an index. `role` is the mention that prints its newest role, None where none is printed."""

    found_as: str  # the name nearest to what was typed, "" where the preferred one holds it or nothing was typed
    entity: Entity
    quotes: int
    figures: int
    articles: int  # that name it
    published: int  # articles; 0 for who is no publisher
    role: Mention | None
    unreviewed: bool  # nothing but suggestions names it

    @property
    def counts(self) -> list[str]:
        """What the archive holds of it, in words; never nothing."""
        counts = [
            ngettext("%(count)s quote", "%(count)s quotes", self.quotes) % {"count": localize(self.quotes)},
            ngettext("%(count)s figure", "%(count)s figures", self.figures) % {"count": localize(self.figures)},
            ngettext("%(count)s article", "%(count)s articles", self.articles) % {"count": localize(self.articles)},
        ]
        told = [text for text, number in zip(counts, (self.quotes, self.figures, self.articles), strict=True) if number]
        if self.published:
            # How often a paper's own name stands in its texts, in datelines above all, says nothing of it.
            told = told[: -1 if self.articles else None]
            words = ngettext("%(count)s article published", "%(count)s articles published", self.published)
            told.insert(0, words % {"count": localize(self.published)})
        return told or [self._without]

    @property
    def _without(self) -> str:
        """Why it is here though no article names it for itself."""
        return _("only inside other names")

    @property
    def about(self) -> str:
        """Its kind, where that is not plain from the index, and what tells it from others of its name."""
        kind = "" if self.entity.kind == Entity.Kind.PERSON else self.entity.get_kind_display()
        return ", ".join(part for part in (kind, self.entity.gloss) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Names that stand together; `letter` is "" where they are not in order of their letters."""

    letter: str
    names: list[Named]


def tallied(rows: EntityQuerySet, *, notes: bool) -> EntityQuerySet:
    """Add what the index counts of each: articles that name it outside other names, quotes by it, figures stated.

    Of a publisher also what it published.
    """
    mentions, quotes, figures = Mention.objects.public().counted(), Quote.objects.public(), Statistic.objects.public()
    published = Article.objects.public()
    if not notes:
        published = published.without_notes()
        mentions, quotes, figures = mentions.without_notes(), quotes.without_notes(), figures.without_notes()
    return rows.annotate(
        article_count=_each(mentions, "entity", count="article"),
        quote_count=_each(quotes, "speaker", count="pk"),
        figure_count=_each(figures, "stated_by", count="pk"),
        published_count=_each(published, "publisher", count="pk"),
    )


def standing_alone(rows: EntityQuerySet, *, notes: bool) -> EntityQuerySet:
    """Leave out who is named only inside other names: an index would lead to a page that leads nowhere.

    Publishers stay, and who speaks or states figures without being marked as named.
    """
    facts: dict[str, Any] = {
        "entity": Mention.objects.public().counted(),
        "publisher": Article.objects.public(),
        "speaker": Quote.objects.public(),
        "stated_by": Statistic.objects.public(),
    }
    return rows.filter(
        some((found if notes else found.without_notes()).filter(**{of: OuterRef("pk")}) for of, found in facts.items())
    )


def some(facts: Iterable[Any]) -> Exists:
    """Match rows of which one of several queries finds something, asked one after the other for each row.

    Of several EXISTS joined by OR, PostgreSQL would rather read all facts that there are.
    """
    first, *others = (found.order_by().values("pk") for found in facts)
    return Exists(first.union(*others, all=True))


def _each(facts: Any, entity: str, *, count: str) -> Coalesce:
    mine = facts.filter(**{entity: OuterRef("pk")}).order_by().values(entity)
    return Coalesce(Subquery(mine.annotate(found=Count(count, distinct=True)).values("found")), 0)


def groups(entities: list[Any], *, by_letter: bool, typed: str) -> Iterator[Group]:
    """Yield the names of one page, loaded with `tallied`; `typed` is the name searched for, "" without one."""
    roles, new = _newest_roles(entities), unreviewed(entity.pk for entity in entities)
    nearest = _nearest_names(entities, typed) if typed else {}
    for letter, together in groupby(entities, key=lambda one: letter_of(one.sort_key) if by_letter else ""):
        found = [
            Named(
                entity=entity,
                found_as=nearest.get(entity.pk, ""),
                quotes=entity.quote_count,
                figures=entity.figure_count,
                articles=entity.article_count,
                published=entity.published_count,
                role=roles.get(entity.pk),
                unreviewed=entity.pk in new,
            )
            for entity in together
        ]
        yield Group(letter=letter, names=found)


def _newest_roles(entities: list[Entity]) -> dict[int, Mention]:
    printed = Mention.objects.public().without_notes().with_role().filter(entity__in=entities)
    newest = printed.order_by("entity", F("role_on_latest").desc(nulls_last=True), "-pk").distinct("entity")
    return {mention.entity_id: mention for mention in newest.select_related("article")}


def _nearest_names(entities: list[Entity], typed: str) -> dict[int, str]:
    names = EntityName.objects.filter(entity__in=entities).annotate(nearness=TrigramSimilarity("key", name_key(typed)))
    nearest = names.order_by("entity", "-nearness", "pk").distinct("entity").select_related("entity")
    return {name.entity_id: name.name for name in nearest if name.key not in name.entity.sort_key}
