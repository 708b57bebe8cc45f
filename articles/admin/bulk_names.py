"""What is no name at all: all its unreviewed mentions are rejected at once, in the list of entities and on its page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.actions import review
from articles.actions.editing import unhurried
from articles.actions.holding import articles_of, hold_articles
from articles.admin.bulk import Bulk, BulkActions
from articles.admin.bulk_forms import RejectForm
from articles.admin.bulk_words import followed_in_words, happened, newer, number
from articles.curation.visible import visible_to
from articles.models import Mention, Status


class NameActions(BulkActions):
    """Saying that something is no name; what an editor has confirmed of it stays."""

    actions: Sequence[str] = ("no_name",)

    def has_review_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.review_fact")

    @admin.action(description=gettext_lazy("This is no name…"), permissions=["review"])
    def no_name(self, request: HttpRequest, rows: QuerySet[Any]) -> HttpResponse | None:
        return self.ask_or_act(request, rows, _NO_NAME)

    def offers(self, request: HttpRequest, obj: Any) -> list[tuple[str, str]]:
        if not self.has_review_permission(request):
            return []
        rows = unreviewed(type(obj).objects.filter(pk=obj.pk), request.user)
        return [("no_name", _("This is no name…"))] if rows.exists() else []


def unreviewed(entities: QuerySet[Any], user: Any) -> QuerySet[Mention]:
    """Return the mentions of entities that the user may see and nobody has decided about."""
    return _mentions(entities, user).filter(status=Status.SUGGESTED)


def _mentions(entities: QuerySet[Any], user: Any) -> QuerySet[Mention]:
    return visible_to(user, Mention.objects.filter(entity__in=entities.order_by().values("pk")))


def _act(rows: QuerySet[Any], answers: dict[str, Any], user: Any) -> str:
    mentions = unreviewed(rows, user)
    with unhurried():
        hold_articles(articles_of(mentions))
        decided = review.decide_all(mentions, Status.REJECTED, by=user, reason=answers["reason"], seen=answers["seen"])
    stayed = _mentions(rows, user).filter(status=Status.CONFIRMED).count()
    rejected = ngettext("%(count)s mention rejected", "%(count)s mentions rejected", decided.changed)
    kept = ngettext("%(count)s reviewed mention stays", "%(count)s reviewed mentions stay", stayed)
    return happened(
        (decided.changed, rejected % number(decided.changed)),
        *followed_in_words(decided.followed),
        (stayed, kept % number(stayed)),
        newer(decided.newer),
    )


_NO_NAME: Final = Bulk(
    name="no_name", button=gettext_lazy("This is no name"), form=RejectForm, act=_act, facts=unreviewed
)
