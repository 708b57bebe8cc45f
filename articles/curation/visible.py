"""What a user may see in the admin: all of it, or only what belongs to published articles.

Lists, their counts and filters, and what a field offers to choose from, all begin here. Readers see less: facts that
were rejected or superseded are shown to everybody who works here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from articles import models

Rows = QuerySet[Any]
Who = User | AnonymousUser
ALL: Final = "articles.view_draft"


def sees_all(user: Who) -> bool:
    """Whether drafts and withdrawn articles are open to the user."""
    return user.has_perm(ALL)


def visible_to(user: Who, queryset: Rows) -> Rows:
    """Keep what the user may see of any model; models of other apps are no matter of ours and stay as they are."""
    table = queryset.model
    if table in _OWNED and not user.is_superuser:
        return queryset.filter(**{_OWNED[table]: user.pk})
    if table._meta.app_label != "articles" or sees_all(user):
        return queryset
    return _NARROW[table](queryset)


def forget_unseen(user: Who, rows: Iterable[Model]) -> None:
    """Let rows name nothing that the user may not see. They are to be shown, and no longer fit to be saved.

    One query for each model that LOOSE columns of the rows lead to.
    """
    if sees_all(user):
        return
    named: dict[type[Model], list[tuple[Model, str, int]]] = defaultdict(list)
    for row in rows:
        for column in LOOSE.get(type(row), ()):
            field: Any = row._meta.get_field(column)
            if (key := getattr(row, field.attname)) is not None:
                named[field.related_model].append((row, column, key))
    for table, told in named.items():
        keys = {key for _row, _column, key in told}
        seen = set(_public(table).filter(pk__in=keys).values_list("pk", flat=True))
        for row, column, key in told:
            if key not in seen:
                setattr(row, column, None)


def closed_columns(user: Who, table: type[Model]) -> frozenset[str]:
    """Return what rows may not be filtered, ordered or searched by, for the answers would tell of what is hidden."""
    if sees_all(user):
        return frozenset()
    return frozenset(name for column in LOOSE.get(table, ()) for name in (column, f"{column}_id"))


def _of_article(*paths: str) -> Callable[[Rows], Rows]:
    """Keep rows of which each path leads to a published article."""

    def narrow(rows: Rows) -> Rows:
        return rows.filter(**{f"{path}__in": models.Article.objects.public() for path in paths})

    return narrow


def _with(*tables_and_columns: tuple[type[Model], str]) -> Callable[[Rows], Rows]:
    """Keep rows that a visible row of one of the tables names in that column."""

    def narrow(rows: Rows) -> Rows:
        named = Q()
        for table, column in tables_and_columns:
            named |= Q(Exists(_public(table).filter(**{column: OuterRef("pk")})))
        return rows.filter(named)

    return narrow


def _all(rows: Rows) -> Rows:
    return rows


def _none(rows: Rows) -> Rows:
    return rows.none()


def _public(table: type[Model]) -> Rows:
    return _NARROW[table](table._default_manager.all())


def _public_articles(rows: Rows) -> Rows:
    return rows.filter(state=models.Article.State.PUBLISHED)


def _names(rows: Rows) -> Rows:
    return rows.filter(Exists(_public(models.Entity).filter(pk=OuterRef("entity"))))


def _statistic_links(rows: Rows) -> Rows:
    statistics = _public(models.Statistic)
    return rows.filter(from_statistic__in=statistics, to_statistic__in=statistics)


def _note_links(rows: Rows) -> Rows:
    targets = {
        "quote": models.Quote,
        "statistic": models.Statistic,
        "series": models.Series,
        "event": models.Event,
    }
    bearing = Q()
    for column, table in targets.items():
        bearing |= Q(**{f"{column}__in": _public(table)})
    return rows.filter(bearing, article__in=models.Article.objects.public())


# Every model of the app stands here; whoever adds one decides whom it is shown.
_NARROW: Final[Mapping[type[Model], Callable[[Rows], Rows]]] = {
    models.Article: _public_articles,
    models.Version: _of_article("article"),
    models.Block: _of_article("version__article"),
    models.Source: _with((models.Version, "source")),
    models.Anchor: _of_article("block__version__article"),
    models.Notice: _of_article("article"),
    models.Mention: _of_article("article"),
    models.Quote: _of_article("article"),
    models.RelayHop: _of_article("quote__article"),
    models.QuoteLink: _of_article("from_quote__article", "to_quote__article"),
    models.Printing: _of_article("article"),
    models.Statistic: _with((models.Printing, "statistic")),
    models.StatisticLink: _statistic_links,
    models.Series: _with((models.Statistic, "series")),
    models.DateMention: _of_article("article"),
    models.Event: _with((models.Anchor, "event")),
    models.ArticleTopic: _of_article("article"),
    models.Topic: _with((models.ArticleTopic, "topic")),
    models.NoteLink: _note_links,
    models.Entity: _with(
        (models.Mention, "entity"),
        (models.Article, "publisher"),
        (models.Quote, "speaker"),
        (models.RelayHop, "agent"),
        (models.Statistic, "stated_by"),
        (models.Quote, "addressee"),
        (models.Quote, "on_behalf_of"),
        (models.Mention, "role_at"),
        (models.Statistic, "place"),
        (models.Event, "place"),
        (models.Event, "participants"),
        (models.Event, "reported_by"),
        (models.Series, "place"),
    ),
    models.EntityName: _names,
    models.Likeness: _of_article("one", "other"),
    models.Reading: _of_article("version__article"),
    models.Copy: _none,  # it tells that there are others; who they are is asked of these
    models.Fingerprint: _of_article("article"),
    models.ArticleEntry: _of_article("article"),
    models.QuoteEntry: _of_article("quote__article"),
    models.StatisticEntry: lambda rows: rows.filter(statistic__in=_public(models.Statistic)),
    # Journals of the desk: who has the permission to view them may view them whole.
    models.Decision: _all,
    models.ImportRun: _all,
    models.Delivery: _all,
    models.DeliveredFile: _all,
    models.Batch: _all,
    models.Input: _all,
    models.Refusal: _all,
    models.Tombstone: _all,
    models.SavedSearch: _none,  # see _OWNED
    models.Word: _none,  # no page of the desk shows it
}

# Rows that belong to somebody, and the column that says to whom: superusers apart, nobody else sees them.
_OWNED: Final[Mapping[type[Model], str]] = {models.SavedSearch: "owner"}

# Columns by which a row that the user may see can point to one that they may not. What all others point to is seen
# for being pointed to. A broader topic is seen too: pages show the tree above each topic that articles have.
LOOSE: Final[Mapping[type[Model], tuple[str, ...]]] = {
    models.Quote: ("event",),
    models.RelayHop: ("evidence",),
    models.Printing: ("quote",),
    models.Statistic: ("out_of",),
    models.DateMention: ("event", "quote"),
    models.Event: ("previous",),
    models.Entity: ("merged_into",),
    models.Topic: ("merged_into",),
}
