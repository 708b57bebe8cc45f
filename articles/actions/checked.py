"""Doubtful imports: what a source says against how it was read stands until an editor has looked at it."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.fields.json import KeyTextTransform

from articles.actions import log
from articles.actions.batches import batches, changed_since
from articles.actions.editing import unhurried
from articles.actions.holding import hold_articles
from articles.models import Article, Decision

ACTION = "check"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """How many articles count as looked at now, and why others were left as they were."""

    changed: int = 0
    without_doubt: int = 0  # there was nothing to look at, or somebody has looked
    newer: int = 0  # somebody changed them since the editor looked

    def __add__(self, other: Checked) -> Checked:
        return Checked(
            changed=self.changed + other.changed,
            without_doubt=self.without_doubt + other.without_doubt,
            newer=self.newer + other.newer,
        )


def unchecked(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Keep articles that show a text whose source has a doubt, and of which nobody has said that it looks right.

    Who has looked at a source has looked at it for good: another text, of another source, is asked about again.
    """
    kind = ContentType.objects.get_for_model(Article)
    said = Decision.objects.filter(subject_type=kind, subject_id=OuterRef("pk"), action=ACTION)
    of_source = said.annotate(of=KeyTextTransform("source", "after")).filter(of=OuterRef("current__source__sha256"))
    return articles.exclude(current=None).exclude(current__source__doubt="").filter(~Exists(of_source))


def doubt_of(article: Article) -> str:
    """Return what speaks against how the article was read, a sentence; "" when nothing does, or somebody has looked."""
    doubts = unchecked(Article.objects.filter(pk=article.pk)).values_list("current__source__doubt", flat=True)
    return doubts.first() or ""


def check(articles: QuerySet[Article], *, by: User | None, reason: str = "", seen: int | None = None) -> Checked:
    """Say that articles look right as they were read; `seen` is `log.latest()` of when the editor looked."""
    checked = Checked()
    with unhurried():
        asked = list(batches(articles))
        hold_articles(key for keys in asked for key in keys)
        for keys in asked:
            newer = changed_since(Article, keys, seen)
            rows = unchecked(Article.objects.filter(pk__in=keys)).select_related("current__source")
            fit = rows.only("pk", "current__source__sha256", "current__source__doubt").order_by("pk")
            changing = [article for article in fit if article.pk not in newer]
            log.record_all(((article, {}, _looked_at(article)) for article in changing), ACTION, by=by, reason=reason)
            left = len(keys) - len(changing) - len(newer)
            checked += Checked(changed=len(changing), without_doubt=left, newer=len(newer))
    return checked


def _looked_at(article: Article) -> log.State:
    assert article.current  # noqa: S101 - `unchecked` keeps no others
    return {"source": article.current.source.sha256, "doubt": article.current.source.doubt}
