"""What a careful editor asks before an article is published: dates that cannot be, and what is not filled in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, Final

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from articles.models import Anchor, Article, ArticleTopic, Mention, Status

_FARTHEST_EAST: Final = timedelta(hours=14)  # where a day of the calendar begins first, ahead of UTC
_LIVE: Final = (Status.SUGGESTED, Status.CONFIRMED)  # what nobody has taken back
# What an article can do without, though readers find it less easily: as told of one alone, and of one or some of many.
_ONE_LACKS: Final[Mapping[str, str | Promise]] = {
    "topic": gettext_lazy("It has no topic, so no topic page leads to it."),
    "actor": gettext_lazy("Nobody is marked as named in it, so nobody’s page leads to it."),
    "day": gettext_lazy("It has no publication date, so no search by date finds it."),
    "publisher": gettext_lazy("It has no publisher."),
}
_SOME_LACK: Final[Mapping[str, Any]] = {
    "topic": ngettext_lazy("%(count)s has no topic.", "%(count)s have no topic.", "number"),
    "actor": ngettext_lazy(
        "In %(count)s article nobody is marked as named.", "In %(count)s articles nobody is marked as named.", "number"
    ),
    "day": ngettext_lazy("%(count)s has no publication date.", "%(count)s have no publication date.", "number"),
    "publisher": ngettext_lazy("%(count)s has no publisher.", "%(count)s have no publisher.", "number"),
}


def missing(articles: QuerySet[Article]) -> list[str]:
    """Return what `articles` lack that helps readers to find them, a sentence each; one query."""
    topics = ArticleTopic.objects.filter(article=OuterRef("pk"), status__in=_LIVE)
    named = Mention.objects.counted().filter(article=OuterRef("pk"), status__in=_LIVE)
    lacking = {
        "topic": ~Exists(topics),
        "actor": ~Exists(named),
        "day": Q(published=""),
        "publisher": Q(publisher=None),
    }
    rows = Article.objects.filter(pk__in=articles.order_by().values("pk"))
    numbers = {what: Count("pk", filter=lacks) for what, lacks in lacking.items()}
    counted = rows.aggregate(every=Count("pk"), **numbers)
    if counted["every"] == 1:
        return [str(sentence) for what, sentence in _ONE_LACKS.items() if counted[what]]
    return [
        str(words % {"number": counted[what], "count": f"{counted[what]:,}"})
        for what, words in _SOME_LACK.items()
        if counted[what]
    ]


def doubtful_dates(article: Article) -> list[str]:
    """Return what the publication date held in memory contradicts: today, or what the text tells of; a sentence each.

    Only what is surely later counts: a fuzzy date that may lie before is no contradiction. Quotes and events that
    an editor rejected, and events that only an older text tells of, do not count.
    """
    later = _later([article.pk], article.published_latest) if article.pk and article.published_latest else {}
    return _too_new(article) + _before_its_own(article, later)


def problems_of(articles: QuerySet[Article]) -> dict[int, list[str]]:
    """Return the doubtful dates of those of `articles` that have any, by key; a fixed number of queries."""
    columns = ("pk", "published", "published_earliest", "published_latest")
    rows = Article.objects.filter(pk__in=articles.order_by().values("pk")).order_by("-pk").only(*columns)
    later = _later([row.pk for row in rows], F("block__version__article__published_latest"))
    found = {row.pk: _too_new(row) + _before_its_own(row, later) for row in rows}
    return {key: sentences for key, sentences in found.items() if sentences}


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
