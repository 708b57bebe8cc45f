"""Entities: who speaks, acts or is spoken of, and where; with every name that they are printed under."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Self

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.lookups import TrigramSimilar
from django.contrib.postgres.search import TrigramSimilarity
from django.db import models
from django.db.models import Count, Exists, F, Func, OuterRef, Q, Subquery, Value
from django.db.models.functions import Left
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.mention import Mention
from articles.text.names import name_key


class EntityQuerySet(models.QuerySet["Entity"]):
    """Reads that more than one page, feed or export needs."""

    def public(self) -> Self:
        """Keep who has a page: listed, not merged away, and named or publishing in what readers may see."""
        named = Exists(Mention.objects.public().of_outer_entity())
        publishing = Exists(Article.objects.public().filter(publisher=OuterRef("pk")))
        return self.filter(named | publishing, listed=True, merged_into=None)

    def in_articles(self) -> Self:
        """Leave out who is known from reference notes alone."""
        named = Exists(Mention.objects.public().without_notes().of_outer_entity())
        publishing = Exists(Article.objects.public().without_notes().filter(publisher=OuterRef("pk")))
        return self.filter(named | publishing)

    def of_section(self, section: str) -> Self:
        """Keep one section of the site: people, organisations or places."""
        return self.filter(kind__in=Entity.SECTIONS[section])

    def actors(self) -> Self:
        """Leave out places: an actor speaks or acts."""
        return self.exclude(kind=Entity.Kind.PLACE)

    def with_article_counts(self) -> Self:
        """Add `article_count`: public articles, notes apart, that name it outside other names."""
        return self.annotate(
            article_count=Count(
                "mentions__article",
                distinct=True,
                filter=Q(
                    mentions__in=Mention.objects.public().without_notes().counted(),
                ),
            )
        )

    def named(self, words: str) -> Self:
        """Keep entities with a name that holds `words` or is spelt much like them (trigrams), nearest first."""
        key = name_key(words)
        names = EntityName.objects.filter(entity=OuterRef("pk"))
        like = names.filter(Q(key__contains=key) | TrigramSimilar(F("key"), Value(key)))
        nearest = names.annotate(nearness=TrigramSimilarity("key", key)).order_by("-nearness").values("nearness")[:1]
        return self.filter(Exists(like)).annotate(nearness=Subquery(nearest)).order_by("-nearness", "sort_key", "pk")

    def by_name(self) -> Self:
        return self.order_by("sort_key", "pk")

    def tell_pages(self, rows: Iterable[models.Model]) -> None:
        """Set `has_page` on entities, and on those that came with rows of facts: one query, whatever their number.

        A published fact may name one who has no page, for its words may stand nowhere that readers see.
        """
        told = [entity for row in rows for entity in _loaded_with(row)]
        public = set(self.public().filter(pk__in={entity.pk for entity in told}).values_list("pk", flat=True))
        for entity in told:
            entity.has_page = entity.pk in public


def _loaded_with(row: models.Model) -> Iterator[Entity]:
    """Yield an entity itself, and of any other row the entities that were read with it."""
    if isinstance(row, Entity):
        yield row
        return
    for field in row._meta.concrete_fields:
        if isinstance(field, models.ForeignKey) and field.related_model is Entity and field.is_cached(row):
            entity = getattr(row, field.name)
            if entity is not None:
                yield entity


class Entity(models.Model):
    class Kind(models.TextChoices):
        PERSON = "person", _("person")
        ORGANISATION = "organisation", _("organisation")
        GOVERNMENT_BODY = "government_body", _("government body")
        NEWS_AGENCY = "news_agency", _("news agency")
        PUBLISHER = "publisher", _("publisher")
        GROUP = "group", _("group")
        COUNTRY = "country", _("country")
        PLACE = "place", _("place")

    # Which kinds share a part of the site. Every kind stands in exactly one.
    SECTIONS = {
        "people": (Kind.PERSON,),
        "organisations": (
            Kind.ORGANISATION,
            Kind.GOVERNMENT_BODY,
            Kind.NEWS_AGENCY,
            Kind.PUBLISHER,
            Kind.GROUP,
        ),
        "places": (Kind.COUNTRY, Kind.PLACE),
    }
    VIEWS = {"people": "person_detail", "organisations": "organisation_detail", "places": "place_detail"}

    kind = models.CharField(max_length=15, choices=Kind)
    name = models.CharField(max_length=300, help_text="The preferred name, as pages show it.")
    gloss = models.CharField(
        max_length=300,
        blank=True,
        help_text="In a few words, which tell it from others of its name.",
        verbose_name=_("who or what it is"),
    )
    slug = models.SlugField(
        max_length=120,
        unique=True,
        help_text="Never changes: addresses depend on it.",
        verbose_name=_("address"),
    )
    sort_key = models.CharField(
        max_length=300, help_text="The name folded, for order and letters.", verbose_name=_("name for sorting")
    )
    wikidata = models.CharField(
        max_length=20,
        blank=True,
        help_text="As in Q42, once an editor has looked it up.",
        verbose_name=_("number in Wikidata"),
    )
    listed = models.BooleanField(
        default=True, help_text="Reporters in a byline have none.", verbose_name=_("has a page of its own")
    )
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")

    objects = EntityQuerySet.as_manager()

    has_page: bool | None = None  # None where nobody asked tell_pages()

    class Meta:
        verbose_name_plural = "entities"
        permissions = [("merge_entity", "Can merge two entities into one, and part them again")]
        constraints = [
            models.CheckConstraint(
                condition=Q(wikidata="") | Q(wikidata__regex=r"^Q[1-9][0-9]*$"),
                name="entity_wikidata_is_a_q_number",
                violation_error_message=_("A number of Wikidata is written as in Q42."),
            ),
            models.CheckConstraint(
                condition=~Q(merged_into=F("pk")),
                name="entity_not_merged_into_itself",
                violation_error_message=_("It cannot be merged into itself."),
            ),
        ]
        indexes = [models.Index(fields=["kind", "sort_key"], name="entity_by_kind_and_name")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse(f"articles:{self.VIEWS[self.section]}", args=[self.slug])

    @property
    def section(self) -> str:
        return next(section for section, kinds in self.SECTIONS.items() if self.kind in kinds)


def _word(number: int) -> Func:
    """Return the word of that number of a folded name, from 1; empty where it has fewer."""
    return Func(F("key"), Value(" "), Value(number), function="split_part", output_field=models.TextField())


class EntityName(models.Model):
    """One way in which an entity is written."""

    class Kind(models.TextChoices):
        PREFERRED = "preferred", _("preferred")
        ALIAS = "alias", _("also written")
        SHORT = "short", _("short")
        TRANSLITERATION = "transliteration", _("transliteration")
        ACRONYM = "acronym", _("acronym")

    class Basis(models.TextChoices):
        TEXT = "text", _("printed in an article")
        AUTHORITY = "authority", _("from an authority file")
        EDITOR = "editor", _("added by an editor")

    BY_HAND = (Basis.AUTHORITY, Basis.EDITOR)  # known from somebody who looked, and not from a text alone

    entity = models.ForeignKey(Entity, models.CASCADE, related_name="names")
    name = models.CharField(max_length=300)
    language = models.CharField(
        max_length=35,
        blank=True,
        help_text="Its code: id, en, ru; blank when it does not matter.",
    )
    kind = models.CharField(max_length=15, choices=Kind)
    basis = models.CharField(max_length=9, choices=Basis, default=Basis.EDITOR, verbose_name=_("known from"))
    key = models.CharField(
        max_length=300,
        editable=False,
        help_text="The name folded: what searches compare.",
        verbose_name=_("folded name"),
    )

    class Meta:
        ordering = ["entity", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["entity", "name", "language"], name="entity_name_once_per_language"),
            models.UniqueConstraint(
                fields=["entity"], condition=Q(kind="preferred"), name="entity_has_one_preferred_name"
            ),
        ]
        indexes = [
            GinIndex(OpClass(F("key"), name="gin_trgm_ops"), name="entity_name_trigrams"),
            models.Index(fields=["key"], name="entity_name_key"),
            # Names whose first three words begin alike, which alone may be spellings of one name; no row is looked at.
            models.Index(
                Left("key", 1),
                Left(_word(2), 1),
                Left(_word(3), 1),
                include=["key", "entity"],
                name="entity_name_initials",
            ),
        ]

    def __str__(self) -> str:
        return self.name
