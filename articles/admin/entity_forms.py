"""The form of an entity and the rows of its names."""

from __future__ import annotations

import re
from typing import Any, Final

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions.entities import known_as
from articles.admin.fields import CleanText
from articles.admin.forms import CuratedForm
from articles.admin.rows import RowForm, RowFormSet
from articles.models import Entity, EntityName
from articles.text.names import name_key
from articles.text.normalise import shown

Q_NUMBER: Final = re.compile("Q[1-9][0-9]*")  # of Wikidata


class EntityForm(CleanText, CuratedForm):
    class Meta:
        model = Entity
        fields = ("kind", "name", "gloss", "wikidata", "listed")

    def clean_name(self) -> str:
        return written(self.cleaned_data["name"])

    def clean_wikidata(self) -> str:
        typed: str = self.cleaned_data["wikidata"].upper()
        if typed and not Q_NUMBER.fullmatch(typed):
            told = {"typed": shown(self.cleaned_data["wikidata"])}
            raise ValidationError(_("“%(typed)s” is no number of Wikidata: they are written as in Q42.") % told)
        return typed

    def doubts(self, cleaned: dict[str, Any]) -> list[str]:
        same = _named_alike(self.instance, cleaned) if {"name", "kind"} & set(self.changed_data) else []
        numbered = _numbered_alike(self.instance, cleaned) if "wikidata" in self.changed_data else []
        return [
            *(_("There is already %(one)s. Save it all the same to have two.") % {"one": _told(one)} for one in same),
            *(
                _("%(number)s of Wikidata is given to %(one)s already.")
                % {"number": cleaned["wikidata"], "one": _told(one)}
                for one in numbered
            ),
        ]


class NameForm(CleanText, RowForm):
    class Meta:
        model = EntityName
        fields = ("name", "language", "kind", "basis")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [choice for choice in EntityName.Kind.choices if choice[0] != EntityName.Kind.PREFERRED]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        self.fields["kind"].initial = EntityName.Kind.ALIAS

    def clean_name(self) -> str:
        return written(self.cleaned_data["name"])


class NameInline(admin.TabularInline):
    """Every other way in which it is written; the preferred one is the name above."""

    model = EntityName
    form = NameForm
    formset = RowFormSet
    extra = 0
    verbose_name = gettext_lazy("other name")
    verbose_name_plural = gettext_lazy("Also written")

    def get_queryset(self, request: HttpRequest) -> QuerySet[EntityName]:
        rows: QuerySet[EntityName] = super().get_queryset(request)
        return rows.exclude(kind=EntityName.Kind.PREFERRED)


def written(name: str) -> str:
    """Return a name that can be searched for.

    Raises:
        ValidationError: it has neither letters nor digits.
    """
    if not name_key(name):
        raise ValidationError(_("A name has letters or digits."))
    return name


def _named_alike(entity: Entity, cleaned: dict[str, Any]) -> list[Entity]:
    names = known_as(cleaned["name"], kind=cleaned["kind"])
    return list(Entity.objects.filter(names__in=names).exclude(pk=entity.pk).distinct().order_by("pk"))


def _numbered_alike(entity: Entity, cleaned: dict[str, Any]) -> list[Entity]:
    same = Entity.objects.filter(~Q(wikidata=""), wikidata=cleaned["wikidata"], merged_into=None)
    return list(same.exclude(pk=entity.pk).order_by("pk"))


def _told(entity: Entity) -> str:
    about = ", ".join(part for part in (entity.get_kind_display(), entity.gloss) if part)
    return f"“{entity.name}” ({about})"
