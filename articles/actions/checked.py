"""What came in and waits for a look: a doubt about how a text was read, and another text that the publisher prints."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, QuerySet, TextField
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from articles.actions import log
from articles.actions.batches import batches, changed_since
from articles.actions.editing import unhurried
from articles.actions.holding import hold_articles
from articles.models import Article, Decision, Version

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
    said = _decisions(ACTION).filter(subject_id=OuterRef("pk"))
    of_source = said.annotate(of=KeyTextTransform("source", "after")).filter(of=OuterRef("current__source__sha256"))
    return articles.exclude(current=None).exclude(current__source__doubt="").filter(~Exists(of_source))


def text_changed(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Keep articles of which the publisher printed other words since somebody last said that they look right."""
    # Most articles keep their first text: asked first, the rest is read for a handful of rows.
    several = Version.objects.filter(number__gt=1, cosmetic=False).values("article")
    open_changes = _changes().filter(subject_id=OuterRef("pk"))
    return articles.exclude(current=None).filter(Exists(open_changes), pk__in=several)


def doubt_of(article: Article) -> str:
    """Return what speaks against how the article was read, a sentence; "" when nothing does, or somebody has looked."""
    doubts = unchecked(Article.objects.filter(pk=article.pk)).values_list("current__source__doubt", flat=True)
    return doubts.first() or ""


def change_of(article: Article) -> Decision | None:
    """Return the decision that brought the publisher's newest text; None when there is none to look at."""
    return _changes().filter(subject_id=article.pk).order_by("pk").last()


def check(articles: QuerySet[Article], *, by: User | None, reason: str = "", seen: int | None = None) -> Checked:
    """Say that articles look right as they were read; `seen` is `log.latest()` of when the editor looked."""
    checked = Checked()
    with unhurried():
        asked = list(batches(articles))
        hold_articles(key for keys in asked for key in keys)
        for keys in asked:
            newer = changed_since(Article, keys, seen)
            asked_of = Article.objects.filter(pk__in=keys)
            waiting = {key for kept in (unchecked, text_changed) for key in kept(asked_of).values_list("pk", flat=True)}
            rows = Article.objects.filter(pk__in=waiting).select_related("current__source")
            fit = rows.only("pk", "current__source__sha256", "current__source__doubt").order_by("pk")
            changing = [article for article in fit if article.pk not in newer]
            log.record_all(((article, {}, _looked_at(article)) for article in changing), ACTION, by=by, reason=reason)
            left = len(keys) - len(changing) - len(newer)
            checked += Checked(changed=len(changing), without_doubt=left, newer=len(newer))
    return checked


def _changes() -> QuerySet[Decision]:
    """Return imports that put other words in the place of a text, and after which nobody has looked."""
    said = _decisions(ACTION).filter(subject_id=OuterRef("subject_id"), pk__gt=OuterRef("pk"))
    # Compared as words: what other actions note under "version" need not be a number.
    brought = Version.objects.annotate(told=Cast("number", TextField())).filter(
        article=OuterRef("subject_id"), told=OuterRef("told"), cosmetic=False
    )
    others = _decisions("import").filter(before__has_key="version")
    return others.annotate(told=KeyTextTransform("version", "after")).filter(Exists(brought), ~Exists(said))


def _decisions(action: str) -> QuerySet[Decision]:
    kind = ContentType.objects.get_for_model(Article)
    return Decision.objects.filter(subject_type=kind, action=action)


def _looked_at(article: Article) -> log.State:
    assert article.current  # noqa: S101 - neither waits without a text
    return {"source": article.current.source.sha256, "doubt": article.current.source.doubt}
