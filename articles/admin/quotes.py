"""Quotes: the words, who spoke them, and the way that they took to the page."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Max
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.anchoring import AnchorInline, HopInline
from articles.admin.facts import ArticleFactAdmin, FactAdmin, LinkForm
from articles.admin.filters import RelatedFilter, WorklistFilter, overlap_filter
from articles.models import Quote, QuoteLink


@admin.register(Quote)
class QuoteAdmin(ArticleFactAdmin):
    list_display = ("words", "speaker", "type", "said", "article", "status")
    list_filter = (
        WorklistFilter,
        "status",
        "type",
        overlap_filter("said", _("said")),
        "article__state",
        ("article__publisher", RelatedFilter),
        "fidelity",
        "method",
    )
    list_select_related = ("article__current", "article__publisher", "speaker")
    search_fields = ("anchors__exact", "speaker__name", "article__current__headline")
    search_help_text = _("Words of the quote, its speaker, or the headline of its article")
    autocomplete_fields = ("article", "speaker", "on_behalf_of", "addressee", "event")
    inlines = (AnchorInline, HopInline)
    own_columns = (
        *("article", "type", "speaker", "resolved", "on_behalf_of", "addressee"),
        *("said", "said_basis", "event", "occasion", "medium"),
        *("language", "original_language", "fidelity", "note"),
    )

    def write(self, request: HttpRequest, form: Any) -> None:
        quote = form.instance
        if quote.pk is None:
            # The form holds the article, so that of two quotes added at once each gets a number of its own.
            quote.number = (Quote.objects.filter(article=quote.article).aggregate(last=Max("number"))["last"] or 0) + 1
            quote.language = quote.language or quote.article.language
        super().write(request, form)


@admin.register(QuoteLink)
class QuoteLinkAdmin(FactAdmin):
    form = LinkForm
    list_display = ("from_quote", "type", "to_quote", "status")
    list_filter = (WorklistFilter, "status", "type")
    list_select_related = ("from_quote__article__current", "to_quote__article__current")
    autocomplete_fields = ("from_quote", "to_quote")
    own_columns = ("from_quote", "type", "to_quote", "note")
