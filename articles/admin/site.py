"""The admin's frame: its names, the kinds of records in its masthead, and the front page of worklists."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from django.contrib import admin
from django.db import OperationalError, connection, transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.actions.delivery_work import anybody_imports
from articles.actions.reading_turns import anybody_reads
from articles.curation.names import Names
from articles.curation.visible import visible_to
from articles.curation.worklists import UNDELIVERED, UNREAD, WORKLISTS, Words, Worklist, counts_for, in_words
from articles.exports.following import Followed, followed
from articles.models import Decision, SavedSearch
from articles.search.budget import Budget

MOST_FOLLOWED: Final = 20  # saved searches that the front page looks at
NEWS_SECONDS: Final = 1.0  # for all of them
NEWEST: Final = 10  # lines of decisions on the front page
MOST_AT_ONCE: Final = 3_000  # decisions that are looked through for them: one over many records writes one for each
SAME_MOMENT: Final = timedelta(seconds=2)  # at most, between two decisions of one press of a button
# What editors open most, in the order in which a text is read: whole, by its facts, by whom and what it is about.
WAYS: Final = ("Article", "Quote", "Statistic", "Mention", "Event", "Entity", "Topic", "Series", "Decision")
# Worklists that processes work through: whether one is there at this moment, and what says that none is.
WORKED: Final[Mapping[str, tuple[Callable[[], bool], str]]] = {
    UNREAD: (anybody_reads, "admin/_nobody_reads.html"),
    UNDELIVERED: (anybody_imports, "admin/_nobody_imports.html"),
}
# The front page's groups of models; what stands in none of them keeps the group of its app.
GROUPS: Final[tuple[tuple[str, Words, tuple[str, ...]], ...]] = (
    ("printed", _("What was printed"), ("Article", "Version", "Notice", "Source", "Tombstone")),
    (
        "concluded",
        _("What was concluded"),
        ("Quote", "Statistic", "Printing", "Mention", "DateMention", "Event", "ArticleTopic"),
    ),
    ("named", _("Whom and what it is about"), ("Entity", "Topic", "Series")),
    ("linked", _("What is linked"), ("QuoteLink", "StatisticLink", "NoteLink", "Likeness")),
    ("kept", _("How it came here"), ("Delivery", "ImportRun", "Input", "Batch", "Refusal", "Reading", "Decision")),
    ("followed", _("What you follow"), ("SavedSearch",)),
    ("accounts", _("Accounts"), ("User", "Group")),
)
# What a decision did, as words between a name and a time; an action that is not here is named as the log names it.
DID: Final[Mapping[str, str | Promise]] = {
    "absorb": _("took another into"),
    "add": _("added"),
    "change": _("changed"),
    "check": _("looked at"),
    "confirm": _("confirmed"),
    "reject": _("rejected"),
    "publish": _("published"),
    "withdraw": _("withdrew"),
    "topic": _("set a topic of"),
    "merge": _("merged"),
    "unmerge": _("took apart"),
    "revert": _("took back a change of"),
    "revise": _("corrected the text of"),
    "suggest": _("found"),
    "text_changed": _("sent back to review"),
    "import": _("imported"),
    "describe": _("described"),
    "erase": _("erased"),
    "unname": _("rejected a name, and so took the speaker or source from"),
    "name_again": _("took a rejection back, and so gave the name again to"),
}

Group = dict[str, Any]  # as AdminSite.get_app_list makes them: app_label, name, models


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A worklist on the front page."""

    title: Words
    about: Words
    address: str
    number: str | None  # in words; None: it could not be counted in time
    empty: bool
    missed: str  # the template that says that no process works on it; "" where one does, or none has to


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What somebody decided, on the front page; over many records at once it is told once, with the newest of them."""

    decision: Decision
    number: int  # of records
    did: Words
    kind: str
    words: str
    address: str  # "" when the record has no page that the user may open


class CurationSite(admin.AdminSite):
    site_header = "newsarchive"
    site_title = _("newsarchive admin")
    index_title = _("The desk")
    enable_nav_sidebar = False

    def get_urls(self) -> list[Any]:
        """Leave out Django's redirect from a key to a public page: it asks nobody whether they may see the record.

        Each record leads to its page itself, see `ArchiveAdmin.view_on_site`.
        """
        return [route for route in super().get_urls() if getattr(route, "name", "") != "view_on_site"]

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        context: dict[str, Any] = super().each_context(request)
        return {**context, **_giving(context["available_apps"]), "ways": list(_ways(context["available_apps"]))}

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Try the passwords of one name one after the other, so that none is tried past the limit."""
        if request.method != "POST":
            return super().login(request, extra_context)
        name = request.POST.get("username", "").casefold().encode(errors="replace")
        with transaction.atomic(), connection.cursor() as cursor:
            key = int.from_bytes(hashlib.sha256(b"sign in " + name).digest()[:8], signed=True)
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [key])
            return super().login(request, extra_context)

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """Show what waits, what was decided last, and the kinds of records."""
        worklists = self._worklists(request)
        own = {
            "waiting": [worklist for worklist in worklists if not worklist.empty],
            "idle": [worklist for worklist in worklists if worklist.empty],
            "news": self._news(request),
            "newest": self._newest(request),
            "groups": _grouped(self.get_app_list(request)),
        }
        return super().index(request, {**own, **(extra_context or {})})

    def _worklists(self, request: HttpRequest) -> list[Waiting]:
        counted: list[tuple[Worklist, int | None]]
        try:
            with transaction.atomic():
                counted = list(counts_for(request.user))
        except OperationalError:
            # Numbers are a courtesy: where the database has no time for them, the lists are still the way to work.
            counted = [(worklist, None) for worklist in WORKLISTS]
        return [
            Waiting(
                title=worklist.title,
                about=worklist.about,
                address=f"{self._address(worklist.model, 'changelist')}?list={worklist.key}",
                number=None if number is None else in_words(number),
                empty=number == 0,
                missed="" if number == 0 else _missed(worklist.key),
            )
            for worklist, number in counted
            if self._may_view(request, worklist.model) and (not worklist.needs or request.user.has_perm(worklist.needs))
        ]

    def _news(self, request: HttpRequest) -> list[Followed]:
        """Return the user's saved searches that have news, of those looked at last."""
        if not self._may_view(request, SavedSearch):
            return []
        own = SavedSearch.objects.filter(owner=request.user.pk).order_by("-seen_at")[:MOST_FOLLOWED]
        found = followed(own, Budget.seconds(NEWS_SECONDS), totals=False)
        return [one for one in found if one.news]

    def _newest(self, request: HttpRequest) -> list[Decided] | None:
        """Return the newest decisions, one over many records as one; None for who may not read the log."""
        if not self._may_view(request, Decision):
            return None
        rows = Decision.objects.order_by("-pk")
        # Commands (under a name of their own, too), rules and imports write thousands: nobody decided one by one.
        # The condition of an index (models/decision.py), and whoever may work at the desk.
        decided = rows.filter(by__isnull=False).exclude(action__in=["import", "suggest"]).filter(by__is_staff=True)
        found = _at_once(visible_to(request.user, decided))
        loaded = Decision.objects.select_related("by", "subject_type").defer("before", "after").in_bulk(found)
        decisions = [loaded[key] for key in found]
        subjects = [(decision.subject_type.model_class(), decision.subject_id) for decision in decisions]
        names = Names([(table, key) for table, key in subjects if table], request.user)
        return [
            Decided(
                decision=decision,
                number=found[decision.pk],
                did=DID.get(decision.action, decision.action.replace("_", " ")),
                kind=_kind(decision, table, found[decision.pk]),
                words=names.of(table, key).words if table else str(key),
                address=self._address(table, "change", key) if table and self._may_view(request, table) else "",
            )
            for decision, (table, key) in zip(decisions, subjects, strict=True)
        ]

    def _may_view(self, request: HttpRequest, model: type[Model]) -> bool:
        return self.is_registered(model) and self.get_model_admin(model).has_view_permission(request)

    def _address(self, model: type[Model], page: str, *args: int) -> str:
        opts = model._meta
        return reverse(f"{self.name}:{opts.app_label}_{opts.model_name}_{page}", args=args, current_app=self.name)


def _at_once(decided: QuerySet[Decision]) -> dict[int, int]:
    """Return the newest decisions by key with the number of records, newest first, of each press of a button one."""
    found: dict[int, int] = {}
    told, moment, newest = None, None, 0
    columns = ("pk", "at", "by", "action", "subject_type", "reason")
    for key, at, *told_now in decided.values_list(*columns)[:MOST_AT_ONCE]:
        if told_now == told and moment - at <= SAME_MOMENT:
            found[newest] += 1
        elif len(found) == NEWEST:
            break
        else:
            newest, found[key] = key, 1
        told, moment = told_now, at
    return found


def _kind(decision: Decision, table: type[Model] | None, number: int) -> str:
    """Return what was decided about, in the plural where it was many."""
    return str(table._meta.verbose_name_plural) if table and number > 1 else decision.subject_type.name


def _missed(worklist: str) -> str:
    """Return the template that says that no process works on it; "" where one does, or none has to."""
    anybody, says = WORKED.get(worklist, (None, ""))
    return "" if anybody and anybody() else says


def _ways(apps: Iterable[Group]) -> Iterator[Group]:
    """Yield the models of the masthead that the user may open."""
    models = {model["object_name"]: model for app in apps for model in app["models"] if model["admin_url"]}
    return (models[name] for name in WAYS if name in models)


def _giving(apps: Iterable[Group]) -> Group:
    """Return `giving`, the address at which the user brings articles in; nothing for who may not."""
    models = {model["object_name"]: model for app in apps for model in app["models"]}
    address = models.get("Delivery", {}).get("add_url")
    return {"giving": address} if address else {}


def _grouped(apps: Iterable[Group]) -> list[Group]:
    """Sort models into the front page's groups; those of no group follow under the name of their app."""
    left = {model["object_name"]: (app, model) for app in apps for model in app["models"]}
    groups = [
        {"app_label": label, "name": name, "models": [left.pop(model)[1] for model in models if model in left]}
        for label, name, models in GROUPS
    ]
    rest: dict[str, Group] = {}
    for app, model in left.values():
        group = rest.setdefault(app["app_label"], {**app, "models": []})
        group["models"].append(model)
    return [group for group in (*groups, *rest.values()) if group["models"]]
