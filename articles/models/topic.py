"""Topics: what articles are about, as a tree of concepts (SKOS) with labels by language."""

from __future__ import annotations

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.models.fact import ArticleFact, ArticleFactQuerySet


class TopicQuerySet(models.QuerySet["Topic"]):
    def public(self) -> Self:
        """Keep topics of what readers may see; a broader topic without articles of its own is shown by the tree."""
        given = ArticleTopic.objects.public().filter(topic=OuterRef("pk"))
        return self.filter(Exists(given), merged_into=None)


class Topic(models.Model):
    code = models.CharField(max_length=100, unique=True, help_text="medtop:20000056 (IPTC) or local:...")
    slug = models.SlugField(max_length=120, unique=True, help_text="Never changes: addresses depend on it.")
    labels = models.JSONField(help_text="Language (BCP 47) to preferred label; at least one.")
    alternatives = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    broader = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="narrower", verbose_name=_("part of")
    )
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")

    objects = TopicQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(broader=F("pk")),
                name="topic_not_broader_than_itself",
                violation_error_message=_("A topic is not a part of itself."),
            ),
            models.CheckConstraint(
                condition=~Q(merged_into=F("pk")),
                name="topic_not_merged_into_itself",
                violation_error_message=_("It cannot be merged into itself."),
            ),
            models.CheckConstraint(
                condition=~Q(labels={}),
                name="topic_has_a_label",
                violation_error_message=_("A topic has a label in one language at least."),
            ),
        ]

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        return reverse("articles:topic_detail", args=[self.slug])

    @property
    def label(self) -> str:
        """The label in the reader's language, else in English, else in any."""
        return str(self.labels[self.label_language])

    @property
    def label_language(self) -> str:
        """BCP 47 tag of `label`, for its `lang` attribute."""
        wanted = (get_language() or "en").split("-")[0]
        return next((tag for tag in (wanted, "en") if tag in self.labels), next(iter(self.labels)))


class ArticleTopic(ArticleFact):
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="article_topics")
    about = models.BooleanField(
        default=True, help_text="The article is about it; otherwise it only touches it.", verbose_name=_("about it")
    )

    objects = ArticleFactQuerySet.as_manager()

    class Meta(ArticleFact.Meta):
        constraints = [
            *ArticleFact.Meta.constraints,
            models.UniqueConstraint(
                fields=["article", "topic"],
                name="article_topic_once",
                violation_error_message=_("An article has each topic once. Change the row that it has already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article}: {self.topic}"
