"""Figures: what was counted, of how many, and each place where it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from typing import Any

from django.contrib import admin
from django.contrib.admin import AllValuesFieldListFilter
from django.db.models import Count, Func, IntegerField, OuterRef, Prefetch, QuerySet, Subquery, TextField
from django.db.models.functions import Cast, Coalesce
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from articles.actions import statistics
from articles.actions.snapshots import plain
from articles.admin.anchoring import AnchorInline, PrintingInline
from articles.admin.base import CuratedAdmin
from articles.admin.facts import ArticleFactAdmin, FactAdmin, FactForm, LinkForm
from articles.admin.fields import CleanText
from articles.admin.filters import RelatedFilter, WorklistFilter, overlap_filter
from articles.admin.forms import CuratedForm
from articles.admin.told import amount, marked
from articles.curation.excerpts import excerpt_of
from articles.curation.visible import visible_to
from articles.models import ArticleTopic, NoteLink, Printing, Series, Statistic, StatisticLink
from articles.models.note import TARGETS


class StatisticForm(FactForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("value", "value_to"):
            # As one writes it: not every decimal that the column could hold.
            self.initial[name] = plain(self.initial.get(name))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "value" in self.errors:
            return cleaned  # a claim without a number is none that could be compared
        claim = copy(self.instance)
        for name in ("value", "value_to", "unit", "population", "place", "out_of", "series"):
            if name in cleaned:
                setattr(claim, name, cleaned[name])
        for name, sentence in statistics.check(claim).items():
            if name not in self.errors:
                self.add_error(name, sentence)
        return cleaned


class UnitFilter(AllValuesFieldListFilter):
    """Names also what is counted in no unit."""

    def choices(self, changelist: Any) -> Iterator[Any]:
        for choice in super().choices(changelist):
            blank = choice["display"] == "" or str(choice["display"]).startswith(" (")
            yield {**choice, "display": f"{gettext('no unit')}{choice['display']}"} if blank else choice


@admin.register(Statistic)
class StatisticAdmin(FactAdmin):
    form = StatisticForm
    list_display = ("claim", "printed", "as_of", "stated_by", "status")
    list_filter = (
        WorklistFilter,
        "status",
        overlap_filter("as_of", _("as of")),
        ("unit", UnitFilter),
        "volatile",
        "approximation",
        ("series", RelatedFilter),
        "method",
    )
    list_select_related = ("stated_by", "out_of")
    search_fields = ("measure", "population", "=number", "stated_by__name")
    search_help_text = _("What is counted, who is counted, the number, or who states it")
    autocomplete_fields = ("place", "stated_by", "out_of", "series")
    inlines = (PrintingInline,)
    own_columns = (
        *("measure", "approximation", "value", "value_to", "unit", "population", "out_of"),
        *("place", "since", "as_of", "as_of_basis", "stated_by", "volatile", "series", "note"),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Statistic]:
        """Load what a row of the list shows: the first printing and how many there are. Other pages need neither."""
        rows: QuerySet[Statistic] = super().get_queryset(request)
        if not request.resolver_match or not str(request.resolver_match.url_name).endswith("_changelist"):
            return rows
        where = visible_to(request.user, Printing.objects.all())
        first = where.select_related("article__current", "article__publisher").defer("article__current__body")
        first = first.prefetch_related("anchors__block").order_by("pk")[:1]
        rows = rows.annotate(printing_count=_count(where, "statistic"))
        return rows.prefetch_related(Prefetch("printings", first, to_attr="first_printings"))

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[QuerySet[Any], bool]:
        """Find a number as one writes it: 400, not 400.000000 as the column has it."""
        number = Cast(Func("value", function="trim_scale"), TextField())
        return super().get_search_results(request, queryset.alias(number=number), search_term)

    @admin.display(description=_("figure"), ordering="value")
    def claim(self, statistic: Statistic) -> str:
        """Write the number with its unit, then what is counted, of how many and of whom."""
        whole = gettext("of %(whole)s") % {"whole": amount(statistic.out_of)} if statistic.out_of else ""
        about = ", ".join(part for part in (statistic.measure, statistic.population, whole) if part)
        return format_html('<strong>{}</strong> <span class="about">{}</span>', amount(statistic), about)

    @admin.display(description=_("as printed"))
    def printed(self, statistic: Any) -> str | None:
        """Write the sentence that prints it first, with the article and how many more there are."""
        if not statistic.first_printings:
            return None
        first, more = statistic.first_printings[0], statistic.printing_count - 1
        words = ngettext("and %(count)s more place", "and %(count)s more places", more) % {"count": more}
        excerpt = excerpt_of(first.anchors.all())
        return format_html(
            '{} <span class="about">{}{}</span>',
            marked(excerpt) if excerpt else "",
            first.article,
            f"; {words}" if more else "",
        )

    def save_row(self, formset: Any, row: Any) -> None:
        formset.anchor(row)


@admin.register(Printing)
class PrintingAdmin(ArticleFactAdmin):
    list_display = ("words", "figure", "approximation", "population", "article", "status")
    list_filter = (
        WorklistFilter,
        "status",
        "approximation",
        "article__state",
        ("article__publisher", RelatedFilter),
        "method",
    )
    list_select_related = ("article__current", "article__publisher", "statistic")
    search_fields = ("anchors__exact", "statistic__measure", "article__current__headline")
    autocomplete_fields = ("article", "statistic", "quote")
    inlines = (AnchorInline,)
    own_columns = ("article", "statistic", "quote", "approximation", "population", "note")

    @admin.display(description=_("figure"), ordering="statistic__value")
    def figure(self, printing: Printing) -> str:
        return f"{amount(printing.statistic)} {printing.statistic.measure}"


@admin.register(StatisticLink)
class StatisticLinkAdmin(FactAdmin):
    form = LinkForm
    list_display = ("from_statistic", "type", "to_statistic", "stated", "reason", "status")
    list_filter = (WorklistFilter, "status", "type", "stated")
    list_select_related = ("from_statistic", "to_statistic")
    autocomplete_fields = ("from_statistic", "to_statistic")
    own_columns = ("from_statistic", "type", "to_statistic", "stated", "reason")


class SeriesForm(CleanText, CuratedForm):
    """Unit, population and place are those of every figure in it."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        series = copy(self.instance)
        for name in ("unit", "population", "place"):
            if name in cleaned:
                setattr(series, name, cleaned[name])
        for name, sentence in statistics.check_series(series).items():
            self.add_error(name, sentence)
        return cleaned


@admin.register(Series)
class SeriesAdmin(CuratedAdmin):
    form = SeriesForm
    list_display = ("name", "unit", "population", "place", "points")
    list_filter = ("unit",)
    list_select_related = ("place",)
    search_fields = ("name", "population")
    autocomplete_fields = ("place",)
    fields = ("name", "slug", "unit", "population", "place", "note")
    prepopulated_fields = {"slug": ("name",)}
    readonly_on_change = ("slug",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Series]:
        rows: QuerySet[Series] = super().get_queryset(request)
        return rows.annotate(point_count=_count(visible_to(request.user, Statistic.objects.all()), "series"))

    @admin.display(description=_("figures"))
    def points(self, series: Any) -> int:
        return int(series.point_count)

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return {} if obj else super().get_prepopulated_fields(request, obj)


@admin.register(ArticleTopic)
class ArticleTopicAdmin(ArticleFactAdmin):
    list_display = ("topic", "article", "about", "status")
    list_filter = (WorklistFilter, "status", "about", "article__state", ("topic", RelatedFilter))
    list_select_related = ("article__current", "article__publisher", "topic")
    search_fields = ("topic__slug", "article__current__headline")
    autocomplete_fields = ("article", "topic")
    own_columns = ("article", "topic", "about")


class NoteLinkForm(FactForm):
    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        chosen = [name for name in TARGETS if cleaned.get(name)]
        if len(chosen) != 1 and not self.errors:
            self.add_error((chosen or TARGETS)[-1], _("Choose one quote, statistic, series or event."))
        return cleaned


@admin.register(NoteLink)
class NoteLinkAdmin(ArticleFactAdmin):
    form = NoteLinkForm
    list_display = ("article", "relation", "quote", "statistic", "series", "event", "status")
    list_filter = (WorklistFilter, "status", "relation")
    list_select_related = (
        *("article__current", "article__publisher", "quote__article__current"),
        *("statistic", "series", "event"),
    )
    search_fields = ("article__current__headline",)
    autocomplete_fields = ("article", "quote", "statistic", "series", "event")
    own_columns = ("article", "relation", "quote", "statistic", "series", "event")


def _count(rows: QuerySet[Any], column: str) -> Coalesce:
    """Count the rows that name the outer record in a column."""
    counted = rows.filter(**{column: OuterRef("pk")}).order_by().values(column).annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number"), output_field=IntegerField()), 0)
