"""Publishing articles and withdrawing them; what a careful editor asks first is told by `doubts`.

Reference notes follow the article that they tell of. They are published with it, and leave with the last published
article that has a fact on which they bear; a note that an editor withdrew by itself stays withdrawn.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from articles.actions import log
from articles.actions.batches import batches, changed_since, held
from articles.actions.editing import unhurried
from articles.actions.holding import hold_articles
from articles.actions.index import refresh_statistics
from articles.actions.suggesting.shown_names import show_names
from articles.models import Anchor, Article, Decision, NoteLink, Printing, Statistic, Status
from articles.models.article import ArticleQuerySet

_FOLLOWS: Final = "With the article that it tells of."  # begins the reason of a note that followed


class ReasonMissing(ValueError):
    """Articles are to be withdrawn and nobody says why; the message is a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """How many articles have another state now, and why others were left as they were."""

    changed: int = 0
    already: int = 0  # had the state
    without_text: int = 0  # cannot be published
    newer: int = 0  # somebody changed them since the editor looked
    notes: int = 0  # reference notes that followed

    def __add__(self, other: Moved) -> Moved:
        return Moved(
            changed=self.changed + other.changed,
            already=self.already + other.already,
            without_text=self.without_text + other.without_text,
            newer=self.newer + other.newer,
            notes=self.notes + other.notes,
        )


def publish(articles: QuerySet[Article], *, by: User | None, reason: str = "", seen: int | None = None) -> Moved:
    """Show articles to readers, drafts and withdrawn ones alike; those without a text stay as they are.

    `seen` is `log.latest()` of the moment at which the editor looked: what changed since then is left alone.
    """
    return put_state(articles, Article.State.PUBLISHED, action="publish", by=by, reason=reason, seen=seen)


def withdraw(articles: QuerySet[Article], *, by: User | None, reason: str, seen: int | None = None) -> Moved:
    """Take articles out of readers' sight, or put drafts aside for good; `seen` as in `publish`.

    Raises:
        ReasonMissing: `reason` is blank.
    """
    if not reason.strip():
        raise ReasonMissing(_("Say why it is withdrawn: the history keeps the reason."))
    return put_state(articles, Article.State.WITHDRAWN, action="withdraw", by=by, reason=reason, seen=seen)


def put_state(
    articles: QuerySet[Article], state: str, *, action: str, by: User | None, reason: str, seen: int | None = None
) -> Moved:
    """Give articles a state, and their reference notes with them; logged as `action`."""
    moved = Moved()
    with unhurried():
        asked = list(batches(articles))
        _hold_all(asked)
        for keys in asked:
            changed, told = _move(keys, state, action=action, by=by, reason=reason, seen=seen)
            moved += told
            following = _following(changed, state).values_list("pk", flat=True)
            why = f"{_FOLLOWS} {reason}".strip()
            notes, _told = _move(sorted(following), state, action=action, by=by, reason=why, seen=None)
            moved = replace(moved, notes=moved.notes + len(notes))
    return moved


def _hold_all(asked: Iterable[list[int]]) -> None:
    """Lock articles, and the notes that may follow them, in one order before the first of them is written."""
    keys = set[int]()
    for batch in asked:
        keys.update(batch, _notes_on(Article.objects.filter(pk__in=batch)).values_list("pk", flat=True))
    hold_articles(keys)


def _move(
    keys: list[int], state: str, *, action: str, by: User | None, reason: str, seen: int | None
) -> tuple[list[int], Moved]:
    """Change one batch in a fixed number of statements; return the keys of those that changed."""
    rows = list(held(Article, keys).only("pk", "state", "current"))
    newer = changed_since(Article, keys, seen)
    textless = {row.pk for row in rows if state == Article.State.PUBLISHED and row.current_id is None}
    already = {row.pk for row in rows if row.state == state}
    changing = [row for row in rows if row.pk not in newer | textless | already]
    changed = [row.pk for row in changing]
    Article.objects.filter(pk__in=changed).exclude(state=state).update(state=state)
    log.record_all(((row, {"state": row.state}, {"state": state}) for row in changing), action, by=by, reason=reason)
    # Articles and quotes have entries in every state; a figure's holds the words that readers see printed of it.
    refresh_statistics(set(Printing.objects.filter(article__in=changed).values_list("statistic", flat=True)))
    if state == Article.State.PUBLISHED:
        show_names(changed)
    present = {row.pk for row in rows}
    return changed, Moved(
        changed=len(changed),
        already=len(already - newer),
        without_text=len(textless - newer),
        newer=len(newer & present),
    )


def _following(articles: list[int], state: str) -> ArticleQuerySet:
    """Return the notes that must take `state` because these articles have."""
    told = Article.objects.filter(pk__in=articles).without_notes()
    notes = _notes_on(told).exclude(state=state)
    if state != Article.State.PUBLISHED:
        still_told = _notes_on(Article.objects.public().without_notes())
        return notes.public().exclude(pk__in=still_told.values("pk"))
    about = Decision.objects.filter(
        subject_type=ContentType.objects.get_for_model(Article), subject_id=OuterRef("pk"), after__has_key="state"
    )
    why = Subquery(about.order_by("-pk").values("reason")[:1])
    followed = Q(why__startswith=_FOLLOWS) | Q(state=Article.State.DRAFT)
    return notes.filter(current__isnull=False).annotate(why=why).filter(followed)


def _notes_on(articles: ArticleQuerySet) -> ArticleQuerySet:
    """Return the reference notes that bear on facts of `articles`."""
    statistics = Printing.objects.filter(article__in=articles).values("statistic")
    series = Statistic.objects.filter(pk__in=statistics, series__isnull=False).values("series")
    events = Anchor.objects.filter(block__version__article__in=articles, event__isnull=False).values("event")
    bearing = NoteLink.objects.exclude(status=Status.REJECTED).filter(
        Q(quote__article__in=articles) | Q(statistic__in=statistics) | Q(series__in=series) | Q(event__in=events)
    )
    return Article.objects.filter(rights=Article.Rights.REFERENCE, pk__in=bearing.values("article"))
