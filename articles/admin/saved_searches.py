"""Saved searches: the lists that an editor follows, how much is in them, and what is new."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from articles.actions import saved_searches
from articles.actions.saved_searches import Moment
from articles.admin.deciding import user_of
from articles.admin.lists import ArchiveAdmin, ArchiveList
from articles.admin.refused import RefusalTold
from articles.admin.saved_search_forms import MomentForm, SavedSearchForm, address_of
from articles.exports.entries import entry
from articles.exports.following import Followed, followed, news
from articles.exports.loading import records
from articles.exports.records import Day
from articles.models import SavedSearch
from articles.search.budget import Budget
from articles.search.counts import Count
from articles.search.kinds import KINDS
from articles.text.dates import FuzzyDate

SECONDS: Final = 3.0  # for the numbers of one page of the list
MOST_SHOWN: Final = 100


class SavedSearchList(ArchiveList):
    """Each row with its numbers, as far as the time for all of them reaches."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        rows = list(self.result_list)
        for row, one in zip(rows, followed(rows, Budget.seconds(SECONDS)), strict=True):
            row.followed = one
        self.result_list: Any = rows


@admin.register(SavedSearch)
class SavedSearchAdmin(RefusalTold, ArchiveAdmin):
    """Everybody sees their own; a superuser sees all."""

    form = SavedSearchForm
    fields = ("name", "address")
    list_display = ("title", "list_in_words", "finds", "new", "seen_at", "links")
    list_per_page = 25
    list_max_show_all = 25
    sortable_by = ("title", "seen_at")
    search_fields = ("name",)
    actions = ("mark_seen",)

    def get_urls(self) -> list[URLPattern]:
        guard = self.admin_site.admin_view
        return [
            path("<int:key>/new/", guard(require_safe(self.new_view)), name="articles_savedsearch_new"),
            path("<int:key>/seen/", guard(require_POST(self.seen_view)), name="articles_savedsearch_seen"),
            *super().get_urls(),
        ]

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        shown = list(super().get_list_display(request))
        return [*shown, "owner"] if request.user.is_superuser else shown

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return SavedSearchList

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("articles.delete_savedsearch")

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:  # noqa: FBT001, FBT002 - Django's
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.host = request.get_host()
        return form

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: FBT001 - Django's
        saved_searches.save(obj, owner=user_of(request))

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Log nothing: it is a note of its owner, and no record of the archive."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """See `log_addition`."""

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        """See `log_addition`."""

    def new_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """Show what is new in a search, and let its owner say that it is seen."""
        search = self._found(request, key)
        # Taken before anything is looked for: what comes in meanwhile stays new.
        now = saved_searches.moment(search.kind)
        [one] = followed([search], Budget.seconds(SECONDS))
        shown = records(one.asked, _newest(one), request.build_absolute_uri) if one.news else []
        context = {
            **self.admin_site.each_context(request),
            "title": _("New in “%s”") % search,
            "opts": self.opts,
            "original": search,
            "one": one,
            "open": address_of(one.asked),
            "entries": [(one, _day(one.published)) for one in map(entry, shown)],
            "most": MOST_SHOWN,
            "moment": now,
        }
        return TemplateResponse(request, "admin/curation/saved_search_new.html", context)

    def seen_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """Note that all is seen that came in before the page was made."""
        search, form = self._found(request, key), MomentForm(request.POST)
        if not self.has_change_permission(request, search):
            raise PermissionDenied
        if form.is_valid():
            saved_searches.mark_seen(search, Moment(**form.cleaned_data))
            messages.success(request, _("“%s” is marked as seen.") % search)
        else:
            messages.error(request, _("The page was not ours. Open what is new again, and say there that you saw it."))
        return HttpResponseRedirect(reverse("admin:articles_savedsearch_changelist"))

    @admin.action(permissions=["change"], description=gettext_lazy("Mark as seen: all that is there now"))
    def mark_seen(self, request: HttpRequest, searches: QuerySet[SavedSearch]) -> None:
        """Note of each search that all is seen."""
        chosen = list(searches)
        for search in chosen:
            saved_searches.mark_seen(search, saved_searches.moment(search.kind))
        said = ngettext("%(number)d search is marked as seen.", "%(number)d searches are marked as seen.", len(chosen))
        messages.success(request, said % {"number": len(chosen)})

    def _found(self, request: HttpRequest, key: int) -> SavedSearch:
        if not self.has_view_permission(request):
            raise PermissionDenied
        found: SavedSearch | None = self.get_queryset(request).filter(pk=key).first()
        if found is None:
            raise Http404(_("You have no such saved search."))
        return found

    @admin.display(description=gettext_lazy("name"), ordering="name")
    def title(self, search: SavedSearch) -> str:
        return search.name

    @admin.display(description=gettext_lazy("asks for"))
    def list_in_words(self, search: Any) -> str:
        one: Followed = search.followed
        kind = KINDS[search.kind].label
        if one.problems:
            told = " ".join(problem.message for problem in one.problems)
            return format_html('{}: <span class="error">{}</span>', kind, told)
        return f"{kind}: {one.asked.in_words}" if one.asked.in_words else _("%(kind)s, all") % {"kind": kind}

    @admin.display(description=gettext_lazy("finds"))
    def finds(self, search: Any) -> str:
        return _told(gettext_lazy("finds"), _number(search.followed, search.followed.total))

    @admin.display(description=gettext_lazy("new"))
    def new(self, search: Any) -> str:
        one: Followed = search.followed
        number = _number(one, one.news)
        if one.news:
            number = format_html('<a href="{}"><b>{}</b></a>', _new_address(search), number)
        return _told(gettext_lazy("new"), number)

    @admin.display(description=gettext_lazy("list"))
    def links(self, search: Any) -> str:
        return format_html('<a href="{}">{}</a>', address_of(search.followed.asked), _("open"))


def _newest(one: Followed) -> list[int]:
    rows = one.asked.filters.found().filter(pk__in=news(one.asked, one.search))
    return list(rows.order_by("-pk").values_list("pk", flat=True)[:MOST_SHOWN])


def _number(one: Followed, count: Count | None) -> str:
    if one.problems:
        return "-"
    return _("not counted in time") if count is None else str(count)


def _told(what: Any, number: str) -> str:
    """Return a number with its name, which is shown where a narrow page has no columns that say it."""
    return format_html('<span class="told">{}</span> {}', what, number)


def _day(day: Day | None) -> FuzzyDate | None:
    return FuzzyDate(day.edtf, day.earliest, day.latest) if day else None


def _new_address(search: SavedSearch) -> str:
    return reverse("admin:articles_savedsearch_new", args=[search.pk])
