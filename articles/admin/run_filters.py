"""Filters that lead from an import to what it brought in, and that part imports by how they stand."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import messages
from django.contrib.admin import ModelAdmin, SimpleListFilter
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.known_choice import is_key
from articles.models import ImportRun, Version
from articles.text.normalise import shown

_KINDS: Final[dict[str, tuple[str | Promise, Q]]] = {
    "": (gettext_lazy("all that came in by import %(run)s"), Q()),
    "new": (gettext_lazy("new by import %(run)s"), Q(number=1)),
    "versions": (gettext_lazy("another text by import %(run)s"), Q(number__gt=1)),
}
# Who works on one that is neither, or whether anybody does, no row says.
_STATES: Final[dict[str, tuple[str | Promise, Q]]] = {
    "finished": (gettext_lazy("finished"), Q(finished_at__isnull=False)),
    "stopped": (gettext_lazy("stopped"), Q(finished_at=None) & ~Q(stopped="")),
    "begun": (gettext_lazy("running or broken off"), Q(finished_at=None, stopped="")),
}


class CameInBy(SimpleListFilter):
    """Keeps articles that one import brought in: `run=12`, of these the new ones by `run=12-new`.

    It stands beside a list only where an import is asked for: nobody chooses from all of them.
    """

    title = gettext_lazy("import")
    parameter_name = "run"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[str, str]]:
        asked = super().value()
        if not asked:
            return []
        run, _dash, kind = asked.partition("-")
        known = kind in _KINDS and is_key(run) and request.user.has_perm("articles.view_importrun")
        if not known or not ImportRun.objects.filter(pk=run).exists():
            del self.used_parameters[self.parameter_name]
            told = {"value": shown(asked)}
            messages.warning(request, _("There is no import “%(value)s”. The list leaves it out.") % told)
            return []
        return [
            (f"{run}-{kind}" if kind else run, str(words) % {"run": run}) for kind, (words, _rows) in _KINDS.items()
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if not (asked := self.value()):
            return queryset
        run, _dash, kind = asked.partition("-")
        versions = Version.objects.filter(_KINDS[kind][1], source__run=int(run))
        return queryset.filter(pk__in=versions.values("article"))


class RunState(SimpleListFilter):
    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[str, str]]:
        return [(key, str(words)) for key, (words, _rows) in _STATES.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        chosen = _STATES.get(self.value() or "")
        return queryset.filter(chosen[1]) if chosen else queryset
