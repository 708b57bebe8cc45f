"""Beside a record's form: deciding about a fact, who decided what so far, and taking a decision back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from articles.actions import log, review
from articles.actions.holding import hold
from articles.actions.revert import CannotRevert, obstacle, revert
from articles.admin.bulk_words import followed_in_words, happened
from articles.admin.in_turn import COLLISIONS, sentence
from articles.admin.known_choice import is_key
from articles.admin.lists import ArchiveAdmin
from articles.admin.reason import ReasonForm
from articles.curation.history import entries
from articles.curation.reworded import reworded
from articles.models import Decision, Fact, Status

_DECIDE: Final[Mapping[str, Callable[..., object]]] = {
    Status.CONFIRMED: review.confirm,
    Status.REJECTED: review.reject,
}
_PUBLISH, _REVIEW, _MERGE = "articles.publish_article", "articles.review_fact", "articles.merge_entity"
# Who may do a thing may take it back. Everything else is taken back by those who may change the record.
_TO_TAKE_BACK: Final[Mapping[str, str]] = {
    "confirm": _REVIEW,
    "merge": _MERGE,
    "publish": _PUBLISH,
    "reject": _REVIEW,
    "text_changed": _REVIEW,
    "withdraw": _PUBLISH,
}
# These fields are written by such actions alone, or by whoever takes one back: that may be taken back in turn.
_TO_PUT_BACK: Final[Mapping[str, str]] = {"merged_into": _MERGE, "state": _PUBLISH, "status": _REVIEW}

_OTHER_NUMBER: Final = gettext_lazy(
    "The text now prints another number than the figure. Correct the figure; or confirm this in its list, which shows "
    "both wordings and asks."
)


class DecidedAdmin(ArchiveAdmin):
    """Each record has a history; a fact can be confirmed and rejected as its editor saw it."""

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        guard = self.admin_site.admin_view
        return [
            path("<path:object_id>/decide/", guard(require_POST(self.decide_view)), name=f"{name}_decide"),
            path(
                "<path:object_id>/history/revert/<int:decision>/",
                guard(require_POST(self.revert_view)),
                name=f"{name}_revert",
            ),
            *super().get_urls(),
        ]

    def has_review_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(_REVIEW)

    def decidable(self, request: HttpRequest, obj: Any) -> list[tuple[str, str]]:
        """Return what the user may make of a fact: status and the button's words."""
        if not isinstance(obj, Fact) or not self.has_review_permission(request):
            return []
        offers = {Status.CONFIRMED: _("Confirm"), Status.REJECTED: _("Reject")}
        return [(status.value, words) for status, words in offers.items() if status != obj.status]

    def decide_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Confirm or reject the fact as its editor saw it."""
        fact = self._found(request, object_id)
        if not isinstance(fact, Fact):
            raise Http404
        if not self.has_review_permission(request):
            raise PermissionDenied
        seen, reason = request.POST.get("seen", ""), _reason(request)
        if reason is not None:
            self.decide(request, fact, seen=int(seen) if is_key(seen) else 0, reason=reason)
        return HttpResponseRedirect(self._address(fact, "change"))

    def decide(self, request: HttpRequest, fact: Any, *, seen: int, reason: str) -> None:
        """Do what the pressed button says, and tell what came of it."""
        decide = _DECIDE.get(request.POST.get("_decide", ""))
        if decide is None or not self.decidable(request, fact):
            told = {"status": fact.get_status_display()}
            messages.error(request, _("“Confirm” or “Reject” was expected. The fact is still %(status)s.") % told)
            return
        if decide is review.confirm and _is_renumbered(request, fact):
            messages.error(request, _OTHER_NUMBER)
            return
        self._try(request, fact, lambda: decide(fact, by=user_of(request), reason=reason, seen=seen))

    def revert_view(self, request: HttpRequest, object_id: str, decision: int) -> HttpResponse:
        """Take back one decision about the record."""
        record = self._found(request, object_id)
        taken = get_object_or_404(log.decisions_of(record), pk=decision)
        if not self._may_take_back(request, record, taken):
            raise PermissionDenied
        reason = _reason(request)
        if reason is not None:
            self._try(request, record, lambda: revert(taken, by=user_of(request), reason=reason))
        return HttpResponseRedirect(self._address(record, "history"))

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show who decided what about the record, and what each decision changed."""
        record = self._found(request, object_id)
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied

        def in_the_way(decision: Decision) -> str:
            if self._may_take_back(request, record, decision):
                return obstacle(decision)
            return _("You may read this, but not take it back.")

        context = {
            **self.admin_site.each_context(request),
            "title": _("History: %s") % record,
            "object": record,
            "opts": self.opts,
            "entries": entries(record, user=request.user, page=request.GET.get("page", "1"), obstacle=in_the_way),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/curation/history.html", context)

    def _found(self, request: HttpRequest, object_id: str) -> Any:
        """Return the record that the user asked for and may see.

        Raises:
            Http404: there is none.
        """
        found = self.get_object(request, object_id)
        if found is None:
            raise Http404
        return found

    def _may_take_back(self, request: HttpRequest, record: Model, decision: Decision) -> bool:
        asked = [right for field, right in _TO_PUT_BACK.items() if field in (decision.after or {})]
        if own := _TO_TAKE_BACK.get(decision.action):
            asked.append(own)
        elif not self.has_change_permission(request, record):
            return False
        return request.user.has_perms(asked)

    def _try(self, request: HttpRequest, record: Model, write: Callable[[], object]) -> None:
        """Write, and say what came of it."""
        try:
            with transaction.atomic():
                if isinstance(record, Fact):
                    hold(record)
                decided = write()
        except (CannotRevert, review.AlreadyDecided, review.NoWords) as problem:
            messages.error(request, str(problem))
        except COLLISIONS as problem:
            messages.error(request, sentence(problem))
        else:
            _tell(request, decided if isinstance(decided, review.Decided) else review.Decided())

    def _address(self, record: Model, page: str) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}", args=[record.pk])


def _tell(request: HttpRequest, decided: review.Decided) -> None:
    """Say that a record was written, and what followed from it."""
    if decided.printings:
        messages.success(request, _("Done, also for its only printing, and noted in the history of both."))
    else:
        messages.success(request, _("Done, and noted in the history."))
    if told := followed_in_words(decided.followed):
        messages.info(request, happened(*told))


def _reason(request: HttpRequest) -> str | None:
    """Return why, as it was typed; None when no history could hold it, which is told."""
    form = ReasonForm(request.POST)
    if form.is_valid():
        reason: str = form.cleaned_data["reason"]
        return reason
    for problem in form.errors["reason"]:
        messages.error(request, _("“Why”: %(problem)s Nothing is changed.") % {"problem": problem})
    return None


def _is_renumbered(request: HttpRequest, fact: Any) -> bool:
    rows = type(fact)._default_manager.filter(pk=fact.pk)
    return reworded(rows, request.user, most=1).renumbered


def user_of(request: HttpRequest) -> User:
    """Return who is signed in; the admin lets nobody else come this far."""
    assert isinstance(request.user, User)  # noqa: S101
    return request.user
