"""The page on which entities are merged: into whom, what would move, and the button that does it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.widgets import AutocompleteSelect
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.actions.merge import CannotMerge, Moving, Preview, merge, moved_in_words, preview
from articles.admin.known_choice import is_key
from articles.admin.reason import ReasonForm
from articles.models import Entity

MOST_AT_ONCE: Final = 20


class TargetForm(forms.Form):
    """Into whom; `entities` are those whom the user may choose from."""

    def __init__(self, data: QueryDict | None, *, admin: ModelAdmin, entities: models.QuerySet[Entity]) -> None:
        super().__init__(data)
        widget = AutocompleteSelect(Entity._meta.get_field("merged_into"), admin.admin_site)
        self.fields["into"] = forms.ModelChoiceField(
            entities,
            label=_("Merge into"),
            help_text=_("The one that stays. Its name, its address and its page are kept."),
            error_messages={"invalid_choice": _("The one to merge into is not in the archive. Choose another.")},
            widget=widget,
        )

    def full_clean(self) -> None:
        super().full_clean()
        if self.errors:
            # The widget looks up what it shows again, and fails on what is no key at all.
            self.data = QueryDict()


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """What merging one of them would do; a refusal is a sentence, and then nothing is foreseen."""

    source: Entity
    preview: Preview | None
    refusal: str
    moving: Sequence[tuple[str, Sequence[tuple[str, str]]]]  # words, and examples with their address ("" without)


def merge_page(admin: ModelAdmin, request: HttpRequest) -> HttpResponse:
    """Answer the page; the caller has asked for the permission."""
    asked = request.POST if request.method == "POST" else request.GET
    entities: models.QuerySet[Entity] = admin.get_queryset(request)
    chosen = list(entities.filter(pk__in=_keys(asked.getlist("of"))).order_by("pk"))
    if not chosen:
        messages.error(request, _("Choose first who is to be merged."))
        return HttpResponseRedirect(reverse("admin:articles_entity_changelist"))
    target = TargetForm(asked if "into" in asked else None, admin=admin, entities=entities)
    into: Entity | None = target.cleaned_data["into"] if target.is_valid() else None
    # Of several that were ticked, the one that stays may be among them.
    sources = [entity for entity in chosen if len(chosen) == 1 or entity != into]
    reason = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and into and reason.is_valid():
        return _merge(request, sources, into, reason.cleaned_data["reason"])
    foreseen = [_foresee(source, into) for source in sources] if into else []
    context = {
        **admin.admin_site.each_context(request),
        "title": _("Merge"),
        "opts": admin.opts,
        "chosen": chosen,
        "target": target,
        "into": into,
        "foreseen": foreseen,
        "possible": any(one.preview for one in foreseen),
        "reason": reason,
        "media": target.media,
    }
    return TemplateResponse(request, "admin/curation/merge.html", context, status=400 if target.errors else 200)


def _keys(typed: Iterable[str]) -> list[int]:
    keys = [int(key) for key in typed if is_key(key)]
    return keys[:MOST_AT_ONCE]


def _merge(request: HttpRequest, sources: Iterable[Entity], into: Entity, reason: str) -> HttpResponse:
    """Merge one after the other; what is refused keeps none of the others from it."""
    by: Any = request.user  # nobody else comes past the permission
    for source in sources:
        try:
            decision = merge(source, into=into, by=by, reason=reason)
        except CannotMerge as problem:
            messages.error(request, str(problem))
            continue
        moved = ", ".join(moved_in_words(decision)) or _("nothing but its address had to move")
        said = _("“%(source)s” is merged into “%(into)s”: %(moved)s.")
        history = reverse("admin:articles_entity_history", args=[source.pk])
        told = said % {"source": source, "into": into, "moved": moved}
        messages.success(request, format_html('{} <a href="{}">{}</a>', told, history, _("Undo it in the history")))
    return HttpResponseRedirect(reverse("admin:articles_entity_change", args=[into.pk]))


def _foresee(source: Entity, into: Entity) -> Foreseen:
    try:
        found = preview(source, into)
    except CannotMerge as problem:
        return Foreseen(source=source, preview=None, refusal=str(problem), moving=())
    return Foreseen(source=source, preview=found, refusal="", moving=[_shown(kind) for kind in found.moving])


def _shown(kind: Moving) -> tuple[str, list[tuple[str, str]]]:
    examples = [(str(record), _address(record)) for record in kind.examples]
    more = kind.count - len(examples)
    if more > 0:
        examples.append((ngettext("and %(count)d more", "and %(count)d more", more) % {"count": more}, ""))
    return kind.words, examples


def _address(record: models.Model) -> str:
    opts = record._meta
    try:
        return reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[record.pk])
    except NoReverseMatch:
        return ""
