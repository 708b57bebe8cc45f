"""Bringing articles in from the browser: what is given is looked at, ordered, and watched while it comes in."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from articles.actions import deliveries
from articles.actions.deliveries import MAY_DELIVER, CannotDeliver
from articles.actions.delivery_progress import progress
from articles.admin import delivery_pages
from articles.admin.deciding import user_of
from articles.admin.delivery_forms import ColumnsForm, DeliveryForm
from articles.admin.filters import RelatedFilter, WorklistFilter
from articles.admin.known_choice import is_key
from articles.admin.lists import EvidenceAdmin
from articles.importers import IMPORTERS
from articles.models import DeliveredFile, Delivery

State = DeliveredFile.State
Step = Callable[["DeliveryAdmin", HttpRequest, Delivery], str]


def _step(act: Step) -> Any:
    """Make the view of a button: `act` returns what to say, if anything, or raises why nothing was done."""

    @wraps(act)
    def view(self: DeliveryAdmin, request: HttpRequest, key: int) -> HttpResponse:
        delivery = self.get_queryset(request).filter(pk=key).first()
        if not self.has_view_permission(request):
            raise PermissionDenied
        if delivery is None:
            return _gone(request)
        try:
            if said := act(self, request, delivery):
                messages.success(request, said)
        except CannotDeliver as problem:
            messages.warning(request, str(problem))
        return HttpResponseRedirect(_address_of(delivery) if delivery.pk else reverse("admin:articles_delivery_add"))

    return view


@admin.register(Delivery)
class DeliveryAdmin(EvidenceAdmin):
    """What was given, and the way to give more."""

    list_display = ("given_at", "what", "by", "where", "publish")
    list_filter = (WorklistFilter, ("by", RelatedFilter), "publish")
    search_fields = ("files__name", "files__sha256__startswith")
    date_hierarchy = "given_at"
    change_list_template = "admin/curation/delivery_list.html"

    def get_urls(self) -> list[URLPattern]:
        guard = self.admin_site.admin_view
        steps = {"columns": self.columns, "order": self.order, "drop": self.drop, "retry": self.retry}
        routes = [
            path(f"<int:key>/{name}/", guard(require_POST(view)), name=f"articles_delivery_{name}")
            for name, view in steps.items()
        ]
        now = path("<int:key>/now/", guard(require_safe(self.now_view)), name="articles_delivery_now")
        return [*routes, now, *super().get_urls()]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm(MAY_DELIVER)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Delivery]:
        rows: QuerySet[Delivery] = super().get_queryset(request)
        files = DeliveredFile.objects.filter(delivery=OuterRef("pk"))
        counted = files.order_by().values("delivery").annotate(count=Count("pk")).values("count")
        return rows.select_related("by").annotate(
            first_name=Subquery(files.order_by("position").values("name")[:1]),
            file_count=Coalesce(Subquery(counted), 0),
            has_undone=Exists(files.filter(state__in=[State.WAITING, State.RUNNING])),
            has_failed=Exists(files.filter(state=State.FAILED).exclude(sha256="")),  # nothing was kept of pictures
        )

    @admin.display(description=gettext_lazy("files"))
    def what(self, delivery: Any) -> str:
        if delivery.file_count < 2:
            return delivery.first_name or "-"
        told = {"name": delivery.first_name, "count": delivery.file_count - 1}
        return ngettext("%(name)s and %(count)d more", "%(name)s and %(count)d more", told["count"]) % told

    @admin.display(description=gettext_lazy("state"))
    def where(self, delivery: Any) -> str:
        if not delivery.ordered_at:
            return _("not ordered yet")
        if delivery.has_undone:
            return _("being brought in")
        return _("done, some failed") if delivery.has_failed else _("done")

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Take files or a text, and lead to what was understood of them."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = DeliveryForm(request.POST, request.FILES) if request.method == "POST" else DeliveryForm()
        if form.is_valid():
            try:
                delivery = deliveries.keep(form.uploads(), by=user_of(request))
            except CannotDeliver as problem:
                form.add_error(None, str(problem))
            else:
                _drop_first(request)
                return HttpResponseRedirect(_address_of(delivery))
        context = {"title": _("Bring articles in"), "form": form, "formats": IMPORTERS}
        return self._page(request, "admin/curation/delivery_add.html", context)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show what was understood, until it is ordered; from then on, how far it is."""
        if not self.has_view_permission(request) or request.method == "POST":
            raise PermissionDenied
        delivery: Delivery | None = self.get_object(request, unquote(object_id))
        if delivery is None:
            return _gone(request)
        if delivery.ordered_at:
            return self._page(request, "admin/curation/delivery_since.html", self._since(request, delivery))
        context = delivery_pages.before(delivery, user_of(request), start=_start(request))
        context |= {"title": _("What would come in"), "delivery": delivery}
        return self._page(request, "admin/curation/delivery_before.html", context)

    def now_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """Answer with the part of the page that changes while it is brought in."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        delivery = self.get_queryset(request).exclude(ordered_at=None).filter(pk=key).first()
        if delivery is None:
            raise Http404
        return TemplateResponse(request, "admin/curation/_delivery_now.html", self._since(request, delivery))

    @_step
    def columns(self, request: HttpRequest, delivery: Delivery) -> str:
        """Say where the fields of tables stand."""
        form = ColumnsForm(request.POST)
        if not form.is_valid():
            raise CannotDeliver(_("A column has no such name."))
        deliveries.remap(delivery, by=user_of(request), mapping=form.mapping())
        return _("Read again. Look whether the fields are right now.")

    @_step
    def order(self, request: HttpRequest, delivery: Delivery) -> str:
        deliveries.order(delivery, by=user_of(request), publish=request.POST.get("publish") == "yes")
        return ""  # the page that follows says it all

    @_step
    def drop(self, request: HttpRequest, delivery: Delivery) -> str:
        deliveries.drop(delivery, by=user_of(request))
        delivery.pk = None
        return _("Dropped. Nothing of it came in.")

    @_step
    def retry(self, request: HttpRequest, delivery: Delivery) -> str:
        """Try one file again, or all that can be."""
        asked = request.POST.get("file", "")
        files = [one.file for one in progress(delivery).files if one.can_retry]
        chosen = [file for file in files if not asked or asked == str(file.pk)]
        count, problem = 0, CannotDeliver(_("Nothing of this can be tried again: give it anew."))
        for file in chosen:
            try:
                deliveries.retry(file, by=user_of(request))
                count += 1
            except CannotDeliver as error:  # another editor was faster with this one
                problem = error
        if not count:
            raise problem
        return ngettext("%(count)d file is tried again.", "%(count)d files are tried again.", count) % {"count": count}

    def _since(self, request: HttpRequest, delivery: Delivery) -> dict[str, Any]:
        return {
            **delivery_pages.since(delivery, user_of(request), start=_start(request)),
            "title": _("Articles brought in"),
            "delivery": delivery,
        }

    def _page(self, request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
        frame = {**self.admin_site.each_context(request), "opts": self.opts}
        return TemplateResponse(request, template, {**frame, **context})


def _gone(request: HttpRequest) -> HttpResponse:
    messages.warning(request, _("It is no longer there: it was dropped, or nobody ordered it for a day."))
    return HttpResponseRedirect(reverse("admin:articles_delivery_changelist"))


def _address_of(delivery: Delivery) -> str:
    return reverse("admin:articles_delivery_change", args=[delivery.pk])


def _start(request: HttpRequest) -> int:
    """Return from which file on the page shows what is in them."""
    asked = request.GET.get("from", "")
    return int(asked) - 1 if is_key(asked) and int(asked) else 0


def _drop_first(request: HttpRequest) -> None:
    """Drop the delivery in whose place this one was given."""
    key = request.POST.get("instead_of", "")
    first = Delivery.objects.filter(pk=key).first() if is_key(key) else None
    with suppress(CannotDeliver, PermissionDenied):
        if first:
            deliveries.drop(first, by=user_of(request))
