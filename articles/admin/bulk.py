"""Writing many records at once: each action asks first, on a page that repeats how many and by which filter.

"All" means all that match the filter in the list's address. The page posts to the same address, so it is this filter
that is acted on; where its number is another one by then, the page asks again and says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import BooleanField
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from articles.actions import log
from articles.admin.bulk_forms import ConfirmForm
from articles.admin.bulk_words import chosen_in_words, states_in_words
from articles.admin.in_turn import COLLISIONS, sentence
from articles.admin.known_choice import is_key
from articles.curation.examples import examples_of
from articles.models import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulk:
    """One action on many records: its method, the button's words, what it asks, what it does with the answers.

    `act` takes the rows, the cleaned answers and the user, and words what has happened.
    """

    name: str
    button: str | Promise
    form: type[ConfirmForm]
    act: Callable[[QuerySet[Any], dict[str, Any], Any], str]
    # From rows and user to the facts that are decided with the rows, where these are none themselves.
    facts: Callable[[QuerySet[Any], Any], QuerySet[Any]] | None = None


class BulkActions(admin.ModelAdmin):
    """Asks and acts. Each mixin below names its own `actions`; a list has those of all its mixins."""

    def __init__(self, model: Any, admin_site: Any) -> None:
        super().__init__(model, admin_site)
        named = (name for kind in type(self).__mro__ for name in vars(kind).get("actions") or ())
        self.actions = list(dict.fromkeys(named))

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Refuse an action that the list does not offer its user: Django would show the list as if nothing was sent."""
        asked = request.POST.get("action")
        if asked in (self.actions or ()) and asked not in self.get_actions(request):
            raise PermissionDenied
        return super().changelist_view(request, extra_context)

    def response_action(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        """Take rows by their keys; what is none never reaches the database."""
        chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
        if not all(map(is_key, chosen)):
            self.message_user(request, _("One of the chosen rows is none. Nothing is done."), messages.ERROR)
            return None
        return super().response_action(request, queryset)

    def ask_or_act(self, request: HttpRequest, rows: QuerySet[Any], bulk: Bulk) -> HttpResponse | None:
        """Show the page that asks, or do what it was answered; None leads back to the list."""
        count = rows.count()
        answered = "answered" in request.POST
        facts = bulk.facts(rows, request.user) if bulk.facts else rows
        form = bulk.form(request.POST if answered else None, rows=facts, site=self.admin_site, user=request.user)
        if answered and form.is_valid():
            problem = self._act(request, rows, bulk, form.cleaned_data, count)
            if not problem:
                return HttpResponseRedirect(own) if (own := self._own_page(request)) else None
            form.add_error(None, problem)
        return self._page(request, rows, bulk, form, count)

    def _own_page(self, request: HttpRequest) -> str:
        """Return the record's page that the action was begun on and leads back to; "" for the list."""
        chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
        if "from_record" not in request.POST or len(chosen) != 1:
            return ""
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=chosen)

    def _act(self, request: HttpRequest, rows: QuerySet[Any], bulk: Bulk, answers: dict[str, Any], count: int) -> str:
        """Act on the rows and say what came of it; return why nothing is done, "" when it is."""
        if answers["expected"] != count:
            return _changed(answers["expected"], count)
        try:
            said = bulk.act(rows, answers, request.user)
        except COLLISIONS as error:
            return sentence(error)
        self.message_user(request, said, messages.SUCCESS)
        return ""

    def _page(
        self, request: HttpRequest, rows: QuerySet[Any], bulk: Bulk, form: ConfirmForm, count: int
    ) -> HttpResponse:
        facts = bulk.facts(rows, request.user) if bulk.facts else rows
        across = BooleanField().to_python(request.POST.get("select_across", ""))
        chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
        context = {
            **self.admin_site.each_context(request),
            "title": bulk.button,
            "opts": self.opts,
            "form": form,
            "media": self.media + form.media,
            "count": count,
            "chosen": chosen_in_words(rows, count, self.get_changelist_instance(request) if across else None),
            "states": states_in_words(rows),
            "examples": examples_of(facts, request.user) if issubclass(facts.model, Fact) else None,
            "facts": facts.model._meta,
            "seen": log.latest(),
            "across": across,
            # Django takes an action for one without a choice unless some row is posted, whatever `select_across` says.
            "keys": chosen[:1] if across else chosen,
            "action": bulk.name,
            "checkbox": ACTION_CHECKBOX_NAME,
            "own_page": (own_page := self._own_page(request)),
            "back": own_page or request.get_full_path(),
        }
        return TemplateResponse(request, "admin/curation/confirm.html", context)


def _changed(expected: int, count: int) -> str:
    told = {"expected": f"{expected:,}", "count": f"{count:,}"}
    return (
        _("When you were asked there were %(expected)s, now there are %(count)s. Nothing is done yet: look again.")
        % told
    )
