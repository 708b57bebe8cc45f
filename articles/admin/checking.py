"""Articles whose import is in doubt, or of which another text came in: until somebody has looked, a page says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.actions import checked
from articles.admin.bulk import Bulk, BulkActions
from articles.admin.bulk_forms import ConfirmForm
from articles.admin.bulk_words import happened, newer
from articles.models import Article


class CheckActions(BulkActions):
    """Saying that articles look right, for their list and their pages."""

    actions: Sequence[str] = ("looks_right",)

    def has_check_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.change_article")

    @admin.action(description=gettext_lazy("Looks right…"), permissions=["check"])
    def looks_right(self, request: HttpRequest, rows: QuerySet[Any]) -> HttpResponse | None:
        return self.ask_or_act(request, rows, _LOOKS_RIGHT)


def hint(article: Article) -> list[str]:
    """Return what the article's page says of a doubtful import and of another text; nothing when it looks right."""
    if not article.pk:
        return []
    doubt = checked.doubt_of(article)
    words = _("Look at how this was read: %(doubt)s If it is right, say so by “Looks right…”.")
    return [*([words % {"doubt": doubt}] if doubt else []), *_other_text(article)]


def _other_text(article: Article) -> list[str]:
    brought = checked.change_of(article)
    if brought is None:
        return []
    number = (brought.after or {})["version"]
    return [
        format_html(
            _("The publisher’s text changed on {} (version {}): {}. If it is right, say so by “Looks right…”."),
            date_format(localtime(brought.at), "j F Y"),
            number,
            _what_changed(article, number),
        )
    ]


def _what_changed(article: Article, number: int) -> str:
    """Lead to the difference of the texts, which has a page where readers see the article; else to the history."""
    if article.state == Article.State.PUBLISHED:
        address = reverse("articles:article_version", args=[article.pk, number])
    else:
        address = reverse("admin:articles_article_history", args=[article.pk])
    return format_html('<a href="{}">{}</a>', address, _("what changed"))


def _looks_right(rows: QuerySet[Any], answers: dict[str, Any], user: Any) -> str:
    done = checked.check(rows, by=user, reason=answers["reason"], seen=answers["seen"])
    count = {"count": f"{done.changed:,}"}
    left = {"count": f"{done.without_doubt:,}"}
    return happened(
        (done.changed, ngettext("%(count)s looks right", "%(count)s look right", done.changed) % count),
        (done.without_doubt, _("%(count)s had nothing to look at") % left),
        newer(done.newer),
    )


_LOOKS_RIGHT: Final = Bulk(name="looks_right", button=gettext_lazy("Looks right"), form=ConfirmForm, act=_looks_right)
