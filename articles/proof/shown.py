"""Articles against their texts, and against the log: what it tells of is there, or was erased."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, F, Max, OuterRef, Value
from django.db.models.functions import Coalesce

from articles.models import Article, Decision, Tombstone, Version
from articles.proof.walking import Walk, between


def article_problems(keys: Sequence[int]) -> Iterator[str]:
    """Yield articles that show another one's text, an old one or none, or that are wrongly noted as read."""
    articles = Article.objects.filter(**between(keys)).order_by("pk")
    for key, version in articles.exclude(current__article=F("pk")).exclude(current=None).values_list("pk", "current"):
        yield f"article {key}: it shows version {version}, which is another article's"
    numbered = articles.annotate(newest=Max("versions__number"))
    older = numbered.filter(current__article=F("pk"), newest__gt=F("current__number"))
    for key, number, newest in older.values_list("pk", "current__number", "newest"):
        yield f"article {key}: it shows version {number}, and {newest} is its newest"
    for key in articles.filter(Exists(Version.objects.filter(article=OuterRef("pk"))), current=None).values_list(
        "pk", flat=True
    ):
        yield f"article {key}: it has texts and shows none"
    yield from _read_problems(keys)


def _read_problems(keys: Sequence[int]) -> Iterator[str]:
    """Yield articles that are not noted as read by the rules that have read their text: they would wait for ever."""
    texts = Article.objects.exclude(current=None).without_notes().filter(**between(keys))
    wrong = texts.annotate(told=Coalesce("current__reading__rules", Value(""))).exclude(read_by=F("told"))
    for key, noted, rules in wrong.order_by("pk").values_list("pk", "read_by", "told"):
        yield f"article {key}: it is noted as read by {noted!r}, and its text was read by {rules!r}"


def logged_problems(keys: Sequence[int]) -> Iterator[str]:
    """Yield articles of which the log tells, and which are neither there nor erased."""
    kind = ContentType.objects.get_for_model(Article)
    there = Article.objects.filter(pk=OuterRef("subject_id"))
    erased = Tombstone.objects.filter(article_key=OuterRef("subject_id"))
    told = Decision.objects.filter(~Exists(there), ~Exists(erased), **between(keys), subject_type=kind, action="import")
    for key, article in told.order_by("pk").values_list("pk", "subject_id"):
        yield f"article {article}: decision {key} says that it was imported; it is neither there nor erased"


def tombstone_problems(keys: Sequence[int]) -> Iterator[str]:
    """Yield articles that were erased and are there again."""
    again = Article.objects.filter(pk__in=Tombstone.objects.filter(**between(keys)).values("article_key"))
    for key in again.order_by("pk").values_list("pk", flat=True):
        yield f"article {key}: it was erased, and is there"


WALKS = (
    Walk(rows=Article.objects.all, problems=article_problems),
    Walk(rows=Decision.objects.all, problems=logged_problems),
    Walk(rows=Tombstone.objects.all, problems=tombstone_problems),
)
