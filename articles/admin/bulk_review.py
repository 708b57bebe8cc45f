"""Many facts at once: confirmed or rejected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
from articles.admin.bulk_forms import RejectForm, ReviewForm
from articles.admin.bulk_words import followed_in_words, happened, newer, number
from articles.models import Status


class ReviewActions(BulkActions):
    """Confirming and rejecting, for the lists of facts."""

    actions: Sequence[str] = ("confirm", "reject")

    def has_review_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.review_fact")

    @admin.action(description=gettext_lazy("Confirm…"), permissions=["review"])
    def confirm(self, request: HttpRequest, rows: QuerySet[Any]) -> HttpResponse | None:
        return self.ask_or_act(request, rows, _CONFIRM)

    @admin.action(description=gettext_lazy("Reject…"), permissions=["review"])
    def reject(self, request: HttpRequest, rows: QuerySet[Any]) -> HttpResponse | None:
        return self.ask_or_act(request, rows, _REJECT)


def _decide(status: Status) -> Callable[[QuerySet[Any], dict[str, Any], Any], str]:
    def act(rows: QuerySet[Any], answers: dict[str, Any], user: Any) -> str:
        with unhurried():
            hold_articles(articles_of(rows))
            decided = review.decide_all(rows, status, by=user, reason=answers["reason"], seen=answers["seen"])
        words = {Status.CONFIRMED: _("%(count)s confirmed"), Status.REJECTED: _("%(count)s rejected")}[status]
        return happened(
            (decided.changed, words % number(decided.changed)),
            (decided.printings, _printings(decided.printings)),
            (decided.already, _("%(count)s decided so before") % number(decided.already)),
            (
                decided.without_words,
                _("%(count)s without words in the current text left as they were") % number(decided.without_words),
            ),
            *followed_in_words(decided.followed),
            newer(decided.newer),
        )

    return act


def _printings(count: int) -> str:
    words = ngettext("%(count)s only printing with it", "%(count)s printings, each its figure’s only one", count)
    return words % number(count)


_CONFIRM: Final = Bulk(name="confirm", button=gettext_lazy("Confirm"), form=ReviewForm, act=_decide(Status.CONFIRMED))
_REJECT: Final = Bulk(name="reject", button=gettext_lazy("Reject"), form=RejectForm, act=_decide(Status.REJECTED))
