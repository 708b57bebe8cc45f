"""People, organisations and places: their names, and merging two that are one."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import admin, messages
from django.contrib.admin.views.main import SEARCH_VAR
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Exists, IntegerField, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions import log
from articles.actions.entities import free_slug, settle_names
from articles.actions.merge import left_behind
from articles.admin.base import CuratedAdmin
from articles.admin.bulk_names import NameActions
from articles.admin.entity_forms import Q_NUMBER, EntityForm, NameInline
from articles.admin.filters import WorklistFilter
from articles.admin.fitting import kinds_for
from articles.admin.merging import MOST_AT_ONCE, merge_page
from articles.curation.visible import visible_to
from articles.models import Decision, Entity, EntityName, Mention, Quote, Status
from articles.text.names import name_key

MOST_NAMES: Final = 4  # in a row of the list


class MergedFilter(admin.SimpleListFilter):
    title = gettext_lazy("merged")
    parameter_name = "merged"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("no", gettext_lazy("stands for itself")), ("yes", gettext_lazy("merged into another"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        asked = {"no": True, "yes": False}.get(self.value() or "")
        return queryset if asked is None else queryset.filter(merged_into__isnull=asked)


@admin.register(Entity)
class EntityAdmin(NameActions, CuratedAdmin):
    form = EntityForm
    change_form_template = "admin/curation/entity_form.html"
    list_display = ("name", "kind", "also_written", "mentions", "quotes", "listed", "merged_into", "page")
    list_filter = (WorklistFilter, "kind", "listed", MergedFilter)
    list_select_related = ("merged_into",)
    search_fields = ("name",)  # only shows the box: see get_search_results
    search_help_text = gettext_lazy("Any of its names, as it is spelt anywhere; or its number in Wikidata")
    readonly_fields = ("slug", "merged")
    inlines = (NameInline,)
    actions = ("merge_selected",)
    own_columns = EntityForm.Meta.fields

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return (*self.own_columns, "slug", *(["merged"] if obj.merged_into_id else [])) if obj else self.own_columns

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        """Order by name, but what is searched for here by nearness; lists of other records ask for their filters."""
        here = request.resolver_match and request.resolver_match.url_name == "articles_entity_changelist"
        return () if here and request.GET.get(SEARCH_VAR) else ("sort_key", "pk")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Entity]:
        rows: QuerySet[Entity] = super().get_queryset(request)
        mentions = visible_to(request.user, Mention.objects.counted())
        quotes = visible_to(request.user, Quote.objects.all())
        return rows.prefetch_related("names").annotate(
            mention_count=_count(mentions, "entity"),
            quote_count=_count(quotes, "speaker"),
            is_public=Exists(Entity.objects.public().filter(pk=OuterRef("pk"))),
        )

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[QuerySet[Entity], bool]:
        """Find by any name, folded, and by what is spelt much like it.

        Nobody is offered who was merged away, nor who is not of a kind that the field names.
        """
        match = request.resolver_match
        if match and match.url_name == "autocomplete":
            asking = f"{request.GET['app_label']}.{request.GET['model_name']}"  # without them Django answers 403
            kinds = kinds_for(asking, request.GET["field_name"])
            queryset = queryset.filter(merged_into=None, **({"kind__in": kinds} if kinds else {}))
        typed = search_term.strip()
        if Q_NUMBER.fullmatch(typed.upper()):
            return queryset.filter(wikidata=typed.upper()), False
        return (queryset.named(typed) if name_key(typed) else queryset), False

    @admin.display(description=gettext_lazy("also written"))
    def also_written(self, entity: Entity) -> str:
        names = [row.name for row in entity.names.all() if row.kind != EntityName.Kind.PREFERRED]
        more = len(names) - MOST_NAMES
        return ", ".join(names[:MOST_NAMES]) + (_(" and %(count)d more") % {"count": more} if more > 0 else "") or "-"

    @admin.display(description=gettext_lazy("mentions"), ordering="mention_count")
    def mentions(self, entity: Any) -> str:
        return _linked("mention", "entity", entity, entity.mention_count)

    @admin.display(description=gettext_lazy("quotes"), ordering="quote_count")
    def quotes(self, entity: Any) -> str:
        return _linked("quote", "speaker", entity, entity.quote_count)

    @admin.display(description=gettext_lazy("page"))
    def page(self, entity: Any) -> str:
        if not entity.is_public:
            return "-"
        return format_html('<a href="{}">{}</a>', entity.get_absolute_url(), _("view"))

    @admin.display(description=gettext_lazy("merged into"))
    def merged(self, entity: Entity) -> str:
        return format_html(
            '<a href="{}">{}</a> (<a href="{}">{}</a>)',
            self._address(entity.merged_into or entity, "change"),
            entity.merged_into,
            self._address(entity, "history"),
            _("undo it in the history"),
        )

    def write(self, request: HttpRequest, form: Any) -> None:
        entity = form.instance
        entity.slug = entity.slug or free_slug(entity.name)
        entity.sort_key = name_key(entity.name)
        super().write(request, form)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:  # noqa: FBT001 - Django's
        super().save_formset(request, form, formset, change)
        settle_names(form.instance)

    def has_merge_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.merge_entity")

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        told = {"may_merge": self.has_merge_permission(request), **(extra_context or {})}
        return super().change_view(request, object_id, form_url, told)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.merge_view)
        return [path("merge/", view, name="articles_entity_merge"), *super().get_urls()]

    @admin.action(description=gettext_lazy("Merge into…"), permissions=["merge"])
    def merge_selected(self, request: HttpRequest, queryset: QuerySet[Entity]) -> HttpResponse | None:
        keys = list(queryset.order_by("pk").values_list("pk", flat=True)[: MOST_AT_ONCE + 1])
        if len(keys) > MOST_AT_ONCE:
            told = {"most": MOST_AT_ONCE}
            messages.error(request, _("At most %(most)d can be merged at once. Nothing was changed.") % told)
            return None
        asked = "&".join(f"of={key}" for key in keys)
        return HttpResponseRedirect(f"{reverse('admin:articles_entity_merge')}?{asked}")

    def merge_view(self, request: HttpRequest) -> HttpResponse:
        """Ask into whom, show what would move, and do it."""
        if not self.has_merge_permission(request):
            raise PermissionDenied
        return merge_page(self, request)

    def revert_view(self, request: HttpRequest, object_id: str, decision: int) -> HttpResponse:
        """Take back a change, and say of a merge what could not be moved back."""
        is_merge = Decision.objects.filter(pk=decision, action="merge").exists()
        # Asked before the record is looked up: who is gone by a merge may be hidden, and this is refused, not missing.
        if is_merge and not self.has_merge_permission(request):
            raise PermissionDenied
        response = super().revert_view(request, object_id, decision)
        newest = log.decisions_of(self._found(request, object_id)).first()
        if is_merge and newest and newest.action == "unmerge" and (left := left_behind(newest)):
            told = {"left": ", ".join(left)}
            messages.warning(request, _("Changed since the merge, and left as it is: %(left)s.") % told)
        return response


def _count(facts: QuerySet[Any], column: str) -> Coalesce:
    """Count the facts of the outer entity, rejected ones left out."""
    rows = facts.filter(**{column: OuterRef("pk")}, status__in=(Status.CONFIRMED, Status.SUGGESTED)).order_by()
    counted = rows.values(column).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def _linked(kind: str, column: str, entity: Model, count: int) -> str:
    if not count:
        return "0"
    address = reverse(f"admin:articles_{kind}_changelist")
    return format_html('<a href="{}?{}={}">{}</a>', address, f"{column}__id__exact", entity.pk, count)
