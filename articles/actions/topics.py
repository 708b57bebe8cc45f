"""Topics: adding concepts, and giving them to articles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.text import slugify

from articles.models import Article, ArticleTopic, Topic


def add_topics(concepts: Iterable[dict[str, Any]]) -> None:
    """Add concepts with `code`, `labels` by language and the code of the `broader` one, which comes before it."""
    for concept in concepts:
        broader = Topic.objects.get(code=concept["broader"]) if concept.get("broader") else None
        Topic.objects.get_or_create(
            code=concept["code"],
            defaults={
                "labels": concept["labels"],
                "slug": _slug(concept["code"], concept["labels"]),
                "broader": broader,
            },
        )


def give_topics(article: Article, items: Iterable[dict[str, Any]], **stamp: Any) -> None:
    """Give `article` each topic of `items` (code, label or label_id, about); an unknown code becomes a new topic.

    A topic without `about` is one that its narrower topics bring along: touched, not the subject.
    """
    for item in items:
        labels = {"id": item["label_id"]} if "label_id" in item else {"en": item["label"]}
        topic, _ = Topic.objects.get_or_create(
            code=item["code"], defaults={"labels": labels, "slug": _slug(item["code"], labels)}
        )
        ArticleTopic.objects.get_or_create(
            article=article, topic=topic, defaults={"about": item.get("about", False), **stamp}
        )


def _slug(code: str, labels: dict[str, str]) -> str:
    scheme, _, name = code.partition(":")
    if scheme == "local":
        return slugify(name)
    return slugify(labels.get("en") or next(iter(labels.values()))) or slugify(code.replace(":", "-"))
