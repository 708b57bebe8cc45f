"""The conditions of the worklists: which rows of a model wait for an editor.

Each takes rows of its model and the user who looks. A condition that asks about other records than those of the row's
own article asks only about records that the user may see, so that no number tells of what is hidden.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from articles.actions.checked import text_changed, unchecked
from articles.curation.runs import TYPED
from articles.curation.visible import visible_to
from articles.extraction.engine import EDITION
from articles.models import (
    Anchor,
    Approximation,
    Article,
    ArticleFact,
    ArticleTopic,
    DateMention,
    DeliveredFile,
    Entity,
    EntityName,
    Event,
    Fact,
    Mention,
    Printing,
    Quote,
    Reading,
    Refusal,
    Statistic,
    StatisticLink,
    Status,
    Version,
)
from articles.models.reading import unread

Rows = QuerySet[Any]
Who = User | AnonymousUser

LAST_DAYS: Final = 7
_FARTHEST_EAST: Final = timedelta(hours=14)  # where a day of the calendar begins first, ahead of UTC
LIVE: Final = (Status.SUGGESTED, Status.CONFIRMED)  # what nobody has taken back
ANCHORED_AS: Final[dict[type[Fact], str]] = {
    Mention: "mention",
    Quote: "quote",
    Printing: "printing",
    DateMention: "date",
    Event: "event",
}


def unreviewed(rows: Rows, user: Who) -> Rows:
    """Keep suggestions that nobody has decided about."""
    return rows.filter(status=Status.SUGGESTED)


def changed_words(rows: Rows, user: Who) -> Rows:
    """Keep suggestions that stand on other words in an article's current text, or on words that only an older has."""
    if issubclass(rows.model, ArticleFact):
        # Most articles keep their first text: asked first, the rest is read for a handful of rows.
        rows = rows.filter(article__in=Version.objects.filter(number__gt=1).values("article"))
    anchors = visible_to(user, Anchor.objects.all()).filter(**{ANCHORED_AS[rows.model]: OuterRef("pk")})
    current = anchors.filter(block__version=F("block__version__article__current"))
    changed = current.filter(state=Anchor.State.CHANGED)
    older = anchors.exclude(block__version=F("block__version__article__current"))
    # In one article the words may be lost while another still prints the event.
    still = Anchor.objects.filter(
        block__version__article=OuterRef("block__version__article"),
        block__version=OuterRef("block__version__article__current"),
        **{ANCHORED_AS[rows.model]: OuterRef(ANCHORED_AS[rows.model])},
    )
    return rows.filter(Exists(changed) | Exists(older.filter(~Exists(still))), status=Status.SUGGESTED)


def not_read(rows: Rows, user: Who) -> Rows:
    """Keep articles whose text this edition of the rules has not read."""
    articles: Any = rows
    return unread(articles, EDITION)


def unreadable(rows: Rows, user: Who) -> Rows:
    """Keep readings of the texts that articles show now, where the rules failed."""
    return rows.filter(pk__in=Reading.objects.failed().filter(version=F("version__article__current")))


def drafts(rows: Rows, user: Who) -> Rows:
    """Keep articles that wait to be published."""
    return rows.filter(state=Article.State.DRAFT)


def without_topic(rows: Rows, user: Who) -> Rows:
    """Keep articles that no topic has been given, rejected ones apart."""
    given = ArticleTopic.objects.filter(article=OuterRef("pk"), status__in=LIVE)
    return _kept(rows).filter(~Exists(given))


def without_actor(rows: Rows, user: Who) -> Rows:
    """Keep articles in which nobody is named; a name inside another name does not count."""
    named = Mention.objects.counted().filter(article=OuterRef("pk"), status__in=LIVE)
    return _kept(rows).filter(~Exists(named))


def _kept(rows: Rows) -> Rows:
    """Leave out what nobody works on: withdrawn articles, and notes, which tell another publisher's findings."""
    return rows.exclude(state=Article.State.WITHDRAWN).exclude(rights=Article.Rights.REFERENCE)


def dated_wrongly(rows: Rows, user: Who) -> Rows:
    """Keep articles dated surely after today, or surely before what their current text quotes or tells of."""
    today = (timezone.now() + _FARTHEST_EAST).date()
    standing = Anchor.objects.filter(quote=OuterRef("pk"), block__version=OuterRef("article__current"))
    quoted = Quote.objects.filter(Exists(standing), status__in=LIVE, said_earliest__gt=F("article__published_latest"))
    happening = "current__blocks__anchors__event"
    told = Article.objects.filter(
        **{
            f"{happening}__isnull": False,  # for the planner, which takes every anchor for one of an event
            f"{happening}__status__in": LIVE,
            f"{happening}__happened_earliest__gt": F("published_latest"),
        }
    )
    # Both are found once for the whole list, not once for each article.
    later = Q(published_earliest__gt=today) | Q(pk__in=quoted.values("article")) | Q(pk__in=told.values("pk"))
    return rows.exclude(state=Article.State.WITHDRAWN).filter(later)


def doubtful_imports(rows: Rows, user: Who) -> Rows:
    """Keep articles whose text may have been read wrongly, until somebody says that it looks right."""
    return unchecked(_kept(rows))


def changed_texts(rows: Rows, user: Who) -> Rows:
    """Keep articles of which the publisher printed another text, until somebody says that it looks right."""
    return text_changed(rows.exclude(state=Article.State.WITHDRAWN))


def without_speaker(rows: Rows, user: Who) -> Rows:
    """Keep quotes of which nobody knows who said them."""
    return rows.filter(speaker=None, status__in=LIVE)


def weekday_wrong(rows: Rows, user: Who) -> Rows:
    """Keep dates printed with a weekday that they did not have."""
    return rows.filter(weekday_fits=False, status__in=LIVE)


def contradicting(rows: Rows, user: Who) -> Rows:
    """Keep figures linked as contradicting one another, and exact ones that differ in one series on one day."""
    links = visible_to(user, StatisticLink.objects.all()).filter(type=StatisticLink.Type.CONTRADICTS, status__in=LIVE)
    linked = Exists(links.filter(from_statistic=OuterRef("pk"))) | Exists(links.filter(to_statistic=OuterRef("pk")))
    # One exact figure of one certain day: a range or "about" may well meet another value.
    exact = Q(
        approximation=Approximation.EXACT,
        value_to=None,
        series__isnull=False,
        as_of_earliest=F("as_of_latest"),
    )
    others = visible_to(user, Statistic.objects.all()).filter(
        exact,
        status__in=LIVE,
        series=OuterRef("series"),
        as_of_earliest=OuterRef("as_of_earliest"),
    )
    differing = Q(exact, Exists(others.exclude(value=OuterRef("value"))))
    return rows.filter(Q(linked) | differing, status__in=LIVE)


def doubles(rows: Rows, user: Who) -> Rows:
    """Keep entities of which another in the same part of the site has the same name, folded."""
    standing = visible_to(user, Entity.objects.filter(merged_into=None))
    found = Q()
    for kinds in Entity.SECTIONS.values():
        others = EntityName.objects.filter(key=OuterRef("key"), entity__in=standing.filter(kind__in=kinds))
        shared = Exists(others.exclude(entity=OuterRef("entity")))
        found |= Q(Exists(EntityName.objects.filter(shared, entity=OuterRef("pk"))), kind__in=kinds)
    return rows.filter(found, merged_into=None)


def undelivered(rows: Rows, user: Who) -> Rows:
    """Keep deliveries that were ordered and of which a file waits, or is in hand."""
    undone = DeliveredFile.objects.filter(state__in=[DeliveredFile.State.WAITING, DeliveredFile.State.RUNNING])
    return rows.filter(ordered_at__isnull=False, pk__in=undone.values("delivery"))


def imports_with_refusals(rows: Rows, user: Who) -> Rows:
    """Keep runs that refused records which no later run has taken in."""
    return rows.filter(Exists(Refusal.objects.filter(run=OuterRef("pk"), taken_in=None)))


def imports_of_last_days(rows: Rows, user: Who) -> Rows:
    """Keep runs begun within LAST_DAYS; what editors type is no import to them."""
    return rows.filter(started_at__gte=timezone.now() - timedelta(days=LAST_DAYS)).exclude(importer=TYPED)
