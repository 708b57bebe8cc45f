"""What every list of the admin has in common: its user sees what they may see, and no address breaks it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from django.contrib import admin, messages
from django.contrib.admin import ChoicesFieldListFilter, SimpleListFilter
from django.contrib.admin.exceptions import DisallowedModelAdminLookup
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.db import DataError, transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.curation.visible import closed_columns, forget_unseen, sees_all, visible_to
from articles.text.normalise import shown

# What the admin makes of a parameter that it cannot filter by: a year 99999 is a ValueError, a broken pattern and
# a list that is none are found by the database.
_WRONG: Final = (IncorrectLookupParameters, DisallowedModelAdminLookup, ValueError, OverflowError, DataError)


class ArchiveList(ChangeList):
    """A list that is ordered by what its columns show, and by no column that does not offer it."""

    def get_filters(self, request: HttpRequest) -> Any:
        """Let filters name what is empty by a plain dash, whatever the cells of the list show."""
        found = super().get_filters(request)
        for spec in found[0]:
            if hasattr(spec, "empty_value_display"):
                spec.empty_value_display = "-"
        return found

    def get_ordering_field(self, field_name: Any) -> Any:
        """Return what a column is ordered by; None: by nothing.

        Django takes the name of a column that counts ("mentions") for the rows that point here, whosever they are.
        """
        if field_name not in (self.sortable_by or ()):
            return None
        if field_name in _pointing_to(self.model):
            return getattr(getattr(self.model_admin, field_name), "admin_order_field", None)
        return super().get_ordering_field(field_name)


class ArchiveAdmin(admin.ModelAdmin):
    """A list that shows what its user may see, with filters that count, and never deletes."""

    show_full_result_count = False
    show_facets = admin.ShowFacets.ALWAYS
    list_per_page = 50
    list_max_show_all = 200

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return visible_to(request.user, super().get_queryset(request))

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return ArchiveList

    def get_sortable_by(self, request: HttpRequest) -> list[Any]:
        closed = closed_columns(request.user, self.model)
        return [name for name in super().get_sortable_by(request) if name not in closed]

    def get_search_fields(self, request: HttpRequest) -> list[str]:
        closed = closed_columns(request.user, self.model)
        return [path for path in super().get_search_fields(request) if path.split("__")[0] not in closed]

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:  # type: ignore[override]
        """Refuse what would tell, one answer at a time, of records that the user may not see."""
        return self._is_open(request, lookup) and super().lookup_allowed(lookup, value, request)

    def _is_open(self, request: HttpRequest, lookup: str) -> bool:
        """Whether a lookup asks neither about a closed column nor, from here, about rows that point here."""
        own = {getattr(one, "parameter_name", None) for one in self.get_list_filter(request)}
        if sees_all(request.user) or lookup in own:
            return True
        return lookup.split("__")[0] not in _pointing_to(self.model) | closed_columns(request.user, self.model)

    def view_on_site(self, obj: Model) -> str | None:
        """Lead to the record's page where readers have one."""
        table = type(obj)._default_manager
        if not hasattr(obj, "get_absolute_url") or not hasattr(table, "public"):
            return None
        return str(obj.get_absolute_url()) if table.public().filter(pk=obj.pk).exists() else None

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """List what the address asks for; a value that means nothing is named and left out."""
        if wrong := self._meaningless(request):
            for name in wrong:
                told = {"value": shown(request.GET[name]), "name": name.split("__")[0]}
                messages.warning(request, _("“%(value)s” is no value of “%(name)s”. The list leaves it out.") % told)
            return HttpResponseRedirect(f"{request.path}?{_without(request.GET, wrong).urlencode()}")
        response = super().changelist_view(request, extra_context)
        if isinstance(response, TemplateResponse) and "cl" in (context := response.context_data or {}):
            forget_unseen(request.user, context["cl"].result_list)
        return response

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Show the record and the rows below it; where they point to what the user may not see, they name nothing."""
        rows = [form.instance for inline in context["inline_admin_formsets"] for form in inline.formset.initial_forms]
        forget_unseen(request.user, [context["adminform"].form.instance, *rows])
        return super().render_change_form(request, context, *args, **kwargs)

    def _meaningless(self, request: HttpRequest) -> list[str]:
        """Return the parameters that the list cannot be filtered by."""
        if not request.GET or self._can_list(request):
            return []
        asked = request.GET
        try:
            return [name for name in asked if not self._can_list(request, _only(asked, name))] or list(asked)
        finally:
            request.GET = asked

    def _can_list(self, request: HttpRequest, asked: QueryDict | None = None) -> bool:
        if asked is not None:
            request.GET = asked  # type: ignore[assignment] # the admin only reads it
        try:
            with transaction.atomic():
                filters = self.get_changelist_instance(request).filter_specs
        except _WRONG:
            return False
        return all(map(_is_choice, filters))


def _pointing_to(model: type[Model]) -> frozenset[str]:
    """Return the names by which a model's rows know the rows of other models that point to them."""
    return frozenset(field.name for field in model._meta.get_fields() if field.auto_created and not field.concrete)


def _is_choice(spec: Any) -> bool:
    """Whether a filter is given what it offers: of anything else Django says nothing."""
    if isinstance(spec, ChoicesFieldListFilter):
        asked: Any = spec.lookup_val  # every value of the parameter
        return asked is None or {*asked} <= {str(value) for value, _label in spec.field.flatchoices}
    if isinstance(spec, SimpleListFilter) and spec.lookup_choices:
        return spec.value() in {None, *(str(value) for value, _label in spec.lookup_choices)}
    return True


def _only(asked: QueryDict, name: str) -> QueryDict:
    one = QueryDict(mutable=True)
    one.setlist(name, asked.getlist(name))
    return one


def _without(asked: QueryDict, names: Iterable[str]) -> QueryDict:
    rest = asked.copy()
    for name in names:
        del rest[name]
    return rest


class EvidenceAdmin(ArchiveAdmin):
    """Shows what came in as it came in: evidence is added by imports and never changed."""

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
