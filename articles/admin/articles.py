"""Articles: typed in or corrected, with their topics, the publisher's corrections, and the way to their facts."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions import revise
from articles.admin.anchoring import Rows
from articles.admin.article_forms import ArticleForm, NoticeForm, TopicForm
from articles.admin.base import CuratedAdmin, user_of
from articles.admin.bulk_articles import PublishActions, TopicActions
from articles.admin.checking import CheckActions, hint
from articles.admin.filters import RelatedFilter, WorklistFilter, overlap_filter
from articles.admin.rows import RowFormSet
from articles.admin.run_filters import CameInBy
from articles.curation.told import left_over
from articles.models import Article, ArticleFact, ArticleTopic, Notice, Printing, Quote, Status


class NoticeInline(admin.StackedInline):
    model = Notice
    form = NoticeForm
    formset = RowFormSet
    extra = 0
    verbose_name = gettext_lazy("Correction by the publisher")
    verbose_name_plural = gettext_lazy("Corrections by the publisher: readers see them above the text")


class TopicInline(Rows, admin.TabularInline):
    model = ArticleTopic
    form = TopicForm
    formset = RowFormSet
    fields = ("topic", "about", "status")
    readonly_fields = ("status",)
    autocomplete_fields = ("topic",)
    known = ("topic",)
    can_delete = False
    verbose_name = gettext_lazy("topic")
    verbose_name_plural = gettext_lazy("Topics")

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 0

    def get_queryset(self, request: HttpRequest) -> QuerySet[ArticleTopic]:
        rows: QuerySet[ArticleTopic] = super().get_queryset(request)
        return rows.select_related("topic", "article__current").defer("article__current__body")


def _count(table: type[ArticleFact]) -> Coalesce:
    """Count an article's facts of a kind, rejected ones left out."""
    rows = table._default_manager.filter(article=OuterRef("pk"), status__in=(Status.CONFIRMED, Status.SUGGESTED))
    counted = rows.order_by().values("article").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


@admin.register(Article)
class ArticleAdmin(PublishActions, TopicActions, CheckActions, CuratedAdmin):
    form = ArticleForm
    list_display = ("headline", "publisher", "published", "state", "quotes", "figures", "rights", "added_at")
    list_filter = (
        WorklistFilter,
        "state",
        overlap_filter("published", gettext_lazy("published")),
        ("publisher", RelatedFilter),
        "rights",
        CameInBy,
    )
    list_select_related = ("publisher", "current")
    search_fields = ("current__headline", "url", "=id")
    search_help_text = gettext_lazy("Words of the headline, the address, or the number of the article")
    ordering = ("-id",)
    autocomplete_fields = ("publisher",)
    inlines = (TopicInline, NoticeInline)
    readonly_fields = ("state", "texts", "facts", "told")
    fieldsets = (
        (gettext_lazy("Text"), {"fields": ArticleForm.typed_fields}),
        (
            gettext_lazy("Where and when it was printed"),
            {"fields": ("publisher", "url", "published", "published_basis", "section", "language")},
        ),
        (gettext_lazy("In the archive"), {"fields": ("state", "rights", "texts", "facts", "told")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        rows: QuerySet[Article] = super().get_queryset(request)
        return rows.defer("current__body").annotate(quote_count=_count(Quote), figure_count=_count(Printing))

    @admin.display(description=gettext_lazy("headline"), ordering="current__headline")
    def headline(self, article: Article) -> str:
        return str(article)

    @admin.display(description=gettext_lazy("quotes"))
    def quotes(self, article: Any) -> str:
        return _linked("quote", article, article.quote_count)

    @admin.display(description=gettext_lazy("figures"))
    def figures(self, article: Any) -> str:
        return _linked("printing", article, article.figure_count)

    @admin.display(description=gettext_lazy("versions"))
    def texts(self, article: Article) -> str:
        rows = article.versions.order_by("-number").values_list("pk", "number", "created_at", "note")
        lines = (
            (reverse("admin:articles_version_change", args=[key]), number, f"{made:%Y-%m-%d %H:%M}", note)
            for key, number, made, note in rows
        )
        return format_html_join(" ", '<a href="{}">version {}</a>, {} {}<br>', lines) or "-"

    @admin.display(description=gettext_lazy("facts"))
    def facts(self, article: Article) -> str:
        if not article.pk:
            return _("Save the article first; then quotes and figures can point to its words.")
        kinds = (
            ("quote", "quote", _("quotes")),
            ("printing", "statistic", _("figures")),
            ("mention", "mention", _("names")),
            ("datemention", "datemention", _("dates")),
        )
        listed = [
            (reverse(f"admin:articles_{kind}_changelist"), article.pk, words, _add_address(added, article), _("add"))
            for kind, added, words in kinds
        ]
        # An event belongs to no one article: the list of all is no list of this one's.
        event = format_html('{} (<a href="{}">{}</a>)', _("events"), _add_address("event", article), _("add"))
        lists = format_html_join(" ", '<a href="{}?article__id__exact={}">{}</a> (<a href="{}">{}</a>)', listed)
        return format_html("{} {}", lists, event)

    @admin.display(description=gettext_lazy("the source also names"))
    def told(self, article: Article) -> str:
        left = left_over(article) if article.pk else None
        if left is None or not (left.known or left.unknown or left.tags):
            return "-"
        people = ((name, _address("entity", name=name), _("add")) for name in left.unknown)
        lines = (
            ", ".join(left.known),
            format_html_join(", ", '{} (<a href="{}">{}</a>)', people),
            _("tags: %(tags)s") % {"tags": ", ".join(left.tags)} if left.tags else "",
        )
        return format_html_join("", "{}<br>", ((line,) for line in lines if line))

    def offers(self, request: HttpRequest, obj: Any) -> list[tuple[str, str]]:
        done = {Article.State.PUBLISHED: "publish", Article.State.WITHDRAWN: "withdraw"}.get(obj.state)
        left_out = {done} if hint(obj) else {done, "looks_right"}
        actions = [action for action in self.get_actions(request).values() if action]
        return [(name, str(words)) for _function, name, words in actions if name not in left_out]

    def hints(self, request: HttpRequest, obj: Any) -> list[str]:
        return [*super().hints(request, obj), *hint(obj)]

    def write(self, request: HttpRequest, form: Any) -> None:
        super().write(request, form)
        revise.put_text(form.instance, form.typed, by=user_of(request), reason=form.cleaned_data["reason"])


def _add_address(kind: str, article: Article) -> str:
    """Return where a fact of that kind is added, with the article filled in (`CuratedAdmin.get_formset_kwargs`)."""
    return f"{reverse(f'admin:articles_{kind}_add')}?article={article.pk}"


def _address(kind: str, **initial: str) -> str:
    """Return the address of the form that adds a record, filled in."""
    return f"{reverse(f'admin:articles_{kind}_add')}?{urlencode(initial)}"


def _linked(kind: str, article: Article, number: int) -> str:
    address = reverse(f"admin:articles_{kind}_changelist")
    return format_html('<a href="{}?article__id__exact={}">{}</a>', address, article.pk, number) if number else "0"
