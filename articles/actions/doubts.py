"""What a careful editor asks before an article is published: dates that cannot be, and what nobody has filled in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Anchor, Article, Status

_FARTHEST_EAST: Final = timedelta(hours=14)  # where a day of the calendar begins first, ahead of UTC


def problems(article: Article) -> list[str]:
    """Return what should be confirmed before `article`, as held in memory, is published: a sentence each."""
    return _missing(article) + doubtful_dates(article)


def doubtful_dates(article: Article) -> list[str]:
    """Return what the publication date held in memory contradicts: today, or what the text tells of; a sentence each.

    Only what is surely later counts: a fuzzy date that may lie before is no contradiction. Quotes and events that
    an editor rejected, and events that only an older text tells of, do not count.
    """
    later = _later([article.pk], article.published_latest) if article.pk and article.published_latest else {}
    return _too_new(article) + _before_its_own(article, later)


def problems_of(articles: QuerySet[Article]) -> dict[int, list[str]]:
    """Return the problems of those of `articles` that have any, by key; a fixed number of queries."""
    columns = ("pk", "publisher", "published", "published_earliest", "published_latest")
    rows = Article.objects.filter(pk__in=articles.order_by().values("pk")).order_by("-pk").only(*columns)
    later = _later([row.pk for row in rows], F("block__version__article__published_latest"))
    found = {row.pk: _missing(row) + _too_new(row) + _before_its_own(row, later) for row in rows}
    return {key: sentences for key, sentences in found.items() if sentences}


def _missing(article: Article) -> list[str]:
    sentences = []
    if not article.published:
        sentences.append(_("It has no publication date, so no search by date finds it."))
    if article.publisher_id is None:
        sentences.append(_("It has no publisher."))
    return sentences


def _too_new(article: Article) -> list[str]:
    today = (timezone.now() + _FARTHEST_EAST).date()
    if article.published_earliest is None or article.published_earliest <= today:
        return []
    told = {"published": article.published, "today": today.isoformat()}
    return [_("It is dated %(published)s, which is after today (%(today)s).") % told]


def _before_its_own(article: Article, later: Mapping[int, list[tuple[str, str]]]) -> list[str]:
    sentence = _("It is dated %(published)s, which is before %(what)s (%(when)s).")
    return [
        sentence % {"published": article.published, "what": what, "when": when}
        for what, when in later.get(article.pk, ())
    ]


def _later(articles: Iterable[int], published: date | F) -> dict[int, list[tuple[str, str]]]:
    """Return what is surely later than its article's last possible day: name and date, by the article's key.

    `published` is one day for all, or the column that an anchor leads to.
    """
    anchors = Anchor.objects.filter(
        block__version__article__in=articles, block__version=F("block__version__article__current")
    )
    said = anchors.filter(quote__said_earliest__gt=published).exclude(quote__status=Status.REJECTED)
    happened = anchors.filter(event__happened_earliest__gt=published).exclude(event__status=Status.REJECTED)
    later: dict[int, list[tuple[str, str]]] = defaultdict(list)
    article = "block__version__article"
    for key, number, when in (
        said.values_list(article, "quote__number", "quote__said").order_by("quote__number").distinct()
    ):
        later[key].append((_("quote %(number)s was said") % {"number": number}, when))
    for key, name, when in happened.values_list(article, "event__name", "event__happened").order_by("event").distinct():
        later[key].append((_("“%(event)s” happened") % {"event": name}, when))
    return later
