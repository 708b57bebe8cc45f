"""Many articles at once: published, withdrawn, given a topic."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.actions import publish, topics
from articles.admin.bulk import Bulk, BulkActions
from articles.admin.bulk_forms import PublishForm, TopicForm, WithdrawForm
from articles.admin.bulk_words import happened, newer, number


class PublishActions(BulkActions):
    """Publishing and withdrawing, for the list of articles."""

    actions: Sequence[str] = ("publish", "withdraw")

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.publish_article")

    @admin.action(description=gettext_lazy("Publish…"), permissions=["publish"])
    def publish(self, request: HttpRequest, rows: QuerySet[Any]) -> HttpResponse | None:
        return self.ask_or_act(request, rows, _PUBLISH)

    @admin.action(description=gettext_lazy("Withdraw…"), permissions=["publish"])
    def withdraw(self, request: HttpRequest, rows: QuerySet[Any]) -> HttpResponse | None:
        return self.ask_or_act(request, rows, _WITHDRAW)


class TopicActions(BulkActions):
    """Giving a topic, for the list of articles."""

    actions: Sequence[str] = ("set_topic",)

    def has_topic_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perms(["articles.add_articletopic", "articles.change_articletopic"])

    @admin.action(description=gettext_lazy("Set topic…"), permissions=["topic"])
    def set_topic(self, request: HttpRequest, rows: QuerySet[Any]) -> HttpResponse | None:
        return self.ask_or_act(request, rows, _TOPIC)


def _publish(rows: QuerySet[Any], answers: dict[str, Any], user: Any) -> str:
    moved = publish.publish(rows, by=user, reason=answers["reason"], seen=answers["seen"])
    return happened(
        (moved.changed, _("%(count)s published") % number(moved.changed)),
        (moved.already, _("%(count)s published before") % number(moved.already)),
        (moved.without_text, _("%(count)s had no text") % number(moved.without_text)),
        (moved.notes, _notes(moved.notes)),
        newer(moved.newer),
    )


def _withdraw(rows: QuerySet[Any], answers: dict[str, Any], user: Any) -> str:
    moved = publish.withdraw(rows, by=user, reason=answers["reason"], seen=answers["seen"])
    return happened(
        (moved.changed, _("%(count)s withdrawn") % number(moved.changed)),
        (moved.already, _("%(count)s withdrawn before") % number(moved.already)),
        (moved.notes, _notes(moved.notes)),
        newer(moved.newer),
    )


def _set_topic(rows: QuerySet[Any], answers: dict[str, Any], user: Any) -> str:
    count = rows.count()
    topic, about = answers["topic"], answers["about"]
    given = topics.set_topic(rows, topic, about=about, by=user, reason=answers["reason"], seen=answers["seen"])
    changed, had = given.changed, count - given.changed - given.newer
    told = {"count": f"{changed:,}", "topic": topic}
    words = _("%(count)s now about “%(topic)s”") if about else _("%(count)s now touching “%(topic)s”")
    return happened((changed, words % told), (had, _("%(count)s had it before") % number(had)), newer(given.newer))


def _notes(count: int) -> str:
    return ngettext("%(count)s reference note with them", "%(count)s reference notes with them", count) % number(count)


_PUBLISH: Final = Bulk(name="publish", button=gettext_lazy("Publish"), form=PublishForm, act=_publish)
_WITHDRAW: Final = Bulk(name="withdraw", button=gettext_lazy("Withdraw"), form=WithdrawForm, act=_withdraw)
_TOPIC: Final = Bulk(name="set_topic", button=gettext_lazy("Set topic"), form=TopicForm, act=_set_topic)
