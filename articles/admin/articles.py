"""Articles: typed in or corrected, with their topics, the publisher's corrections, and the way to their facts."""

from __future__ import annotations

from copy import copy
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions import doubts, revise
from articles.admin.anchoring import Rows
from articles.admin.base import CuratedAdmin, user_of
from articles.admin.bulk import PublishActions, TopicActions
from articles.admin.fields import CleanText, FuzzyDates
from articles.admin.filters import RelatedFilter, WorklistFilter, overlap_filter
from articles.admin.forms import CuratedForm
from articles.admin.known_choice import tell_known
from articles.admin.rows import RowForm, RowFormSet
from articles.curation.conflicts import typed_fields
from articles.importers.typed import Typed
from articles.models import Article, ArticleFact, ArticleTopic, Notice, Printing, Quote, Status, fuzzy


class ArticleForm(FuzzyDates, CleanText, CuratedForm):
    """The text stands in fields of its own: what is saved differently becomes another version."""

    headline = forms.CharField(label=gettext_lazy("Headline"), widget=forms.Textarea(attrs={"rows": 2}))
    deck = forms.CharField(
        label=gettext_lazy("Deck"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("The line under the headline."),
    )
    byline = forms.CharField(label=gettext_lazy("Byline"), required=False, help_text=gettext_lazy("As printed."))
    captions = forms.CharField(
        label=gettext_lazy("Photo captions"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("One to a line."),
    )
    photo_credits = forms.CharField(
        label=gettext_lazy("Photo credits"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 1}),
        help_text=gettext_lazy("One to a line."),
    )
    text = forms.CharField(
        label=gettext_lazy("Text"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 30, "class": "article-text"}),
        help_text=gettext_lazy(
            "Paragraphs with a blank line between them; a crosshead begins with “## ”. Changed words make another "
            "version: the one before is kept, and facts whose words changed go back to review."
        ),
    )
    typed_fields = ("headline", "deck", "byline", "captions", "photo_credits", "text")

    class Meta:
        model = Article
        fields = ("publisher", "url", "language", "section", "published", "published_basis", "rights")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.current_id:
            for name, text in typed_fields(self.instance.current).items():
                self.initial.setdefault(name, text)

    def clean_url(self) -> str:
        url: str = self.cleaned_data["url"]
        same = Article.objects.filter(~Q(url=""), url=url).exclude(pk=self.instance.pk).first()
        if same:
            told = {"article": same, "number": same.pk}
            raise ValidationError(_("“%(article)s”, article %(number)s, has this address.") % told)
        return url

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if any(name in self.errors for name in self.typed_fields):
            return cleaned
        for name, sentence in revise.problems(self.typed).items():
            self.add_error(name if name in self.fields else None, sentence)
        known = None if self.instance.pk else revise.known(self.typed, cleaned.get("publisher"))
        if known:
            told = {"headline": known.headline, "number": known.article_id}
            self.add_error("text", _("The archive has these words already: “%(headline)s”, article %(number)s.") % told)
        return cleaned

    def doubts(self, cleaned: dict[str, Any]) -> list[str]:
        article = copy(self.instance)
        for name, value in fuzzy.columns("published", cleaned.get("published")).items():
            setattr(article, name, value)
        return doubts.doubtful_dates(article)

    @property
    def typed(self) -> Typed:
        return Typed(**{name: self.cleaned_data.get(name, "") for name in self.typed_fields})


class NoticeForm(FuzzyDates, CleanText, RowForm):
    url = forms.URLField(label=gettext_lazy("Address"), required=False, assume_scheme="https", max_length=2000)

    class Meta:
        model = Notice
        fields = ("dated", "text", "url")


class NoticeInline(admin.StackedInline):
    model = Notice
    form = NoticeForm
    formset = RowFormSet
    extra = 0
    verbose_name = gettext_lazy("Correction by the publisher")
    verbose_name_plural = gettext_lazy("Corrections by the publisher: readers see them above the text")


class TopicForm(RowForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tell_known(self, "topic")


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
class ArticleAdmin(PublishActions, TopicActions, CuratedAdmin):
    form = ArticleForm
    list_display = ("headline", "publisher", "published", "state", "quotes", "figures", "rights", "added_at")
    list_filter = (
        WorklistFilter,
        "state",
        overlap_filter("published", gettext_lazy("published")),
        ("publisher", RelatedFilter),
        "rights",
    )
    list_select_related = ("publisher", "current")
    search_fields = ("current__headline", "url", "=id")
    search_help_text = gettext_lazy("Words of the headline, the address, or the number of the article")
    ordering = ("-id",)
    autocomplete_fields = ("publisher",)
    inlines = (TopicInline, NoticeInline)
    readonly_fields = ("state", "texts", "facts")
    fieldsets = (
        (gettext_lazy("Text"), {"fields": ArticleForm.typed_fields}),
        (
            gettext_lazy("Where and when it was printed"),
            {"fields": ("publisher", "url", "published", "published_basis", "section", "language")},
        ),
        (gettext_lazy("In the archive"), {"fields": ("state", "rights", "texts", "facts")}),
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
            ("quote", _("quotes")),
            ("printing", _("figures")),
            ("mention", _("names")),
            ("datemention", _("dates")),
        )
        lines = (
            (
                reverse(f"admin:articles_{kind}_changelist"),
                article.pk,
                words,
                reverse(f"admin:articles_{'statistic' if kind == 'printing' else kind}_add"),
                article.pk,
                _("add"),
            )
            for kind, words in kinds
        )
        return format_html_join(
            " ", '<a href="{}?article__id__exact={}">{}</a> (<a href="{}?article={}">{}</a>)', lines
        )

    def offers(self, request: HttpRequest, obj: Any) -> list[tuple[str, str]]:
        done = {Article.State.PUBLISHED: "publish", Article.State.WITHDRAWN: "withdraw"}.get(obj.state)
        actions = [action for action in self.get_actions(request).values() if action]
        return [(name, str(words)) for _function, name, words in actions if name != done]

    def write(self, request: HttpRequest, form: Any) -> None:
        super().write(request, form)
        revise.put_text(form.instance, form.typed, by=user_of(request), reason=form.cleaned_data["reason"])


def _linked(kind: str, article: Article, number: int) -> str:
    address = reverse(f"admin:articles_{kind}_changelist")
    return format_html('<a href="{}?article__id__exact={}">{}</a>', address, article.pk, number) if number else "0"
