"""Quotes: the words, who spoke them, and the way that they took to the page."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import admin, messages
from django.db.models import Max
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions.quotes import move_mouth
from articles.admin.anchoring import AnchorInline, HopInline
from articles.admin.facts import ArticleFactAdmin, FactAdmin, LinkForm
from articles.admin.filters import RelatedFilter, WorklistFilter, overlap_filter
from articles.curation.excerpts import leading_anchor, saying_of
from articles.curation.waiting import LIVE
from articles.models import Mention, Quote, QuoteLink, RelayHop

SHOWN_WORDS: Final = 25  # of a quote, in a list


@admin.register(Quote)
class QuoteAdmin(ArticleFactAdmin):
    list_display = ("words", "speaker", "saying", "kind", "said", "article", "status")
    list_filter = (
        WorklistFilter,
        "status",
        "type",
        overlap_filter("said", gettext_lazy("said")),
        "article__state",
        ("article__publisher", RelatedFilter),
        "fidelity",
        "method",
    )
    list_select_related = ("article__current", "article__publisher", "speaker")
    search_fields = ("anchors__exact", "speaker__name", "article__current__headline")
    search_help_text = gettext_lazy("Words of the quote, its speaker, or the headline of its article")
    autocomplete_fields = ("article", "speaker", "on_behalf_of", "addressee", "event")
    inlines = (AnchorInline, HopInline)
    own_columns = (
        *("article", "type", "speaker", "resolved", "on_behalf_of", "addressee"),
        *("said", "said_basis", "event", "occasion", "medium"),
        *("language", "original_language", "fidelity", "note"),
    )

    @admin.display(description=gettext_lazy("words"))
    def words(self, quote: Quote) -> str | None:
        leading = leading_anchor(quote.anchors.all())
        return Truncator(leading.exact).words(SHOWN_WORDS) if leading else None

    @admin.display(description=gettext_lazy("as printed"))
    def saying(self, quote: Quote) -> str | None:
        return Truncator(saying_of(quote.anchors.all())).words(SHOWN_WORDS) or None

    @admin.display(description=gettext_lazy("kind"), ordering="type")
    def kind(self, quote: Quote) -> str:
        return quote.get_type_display()

    def hints(self, request: HttpRequest, obj: Any) -> list[str]:
        """Say that the speaker is not marked as named there: that alone leads to the article from a speaker's page."""
        speaker = obj.speaker
        if speaker is None or not request.user.has_perm("articles.add_mention"):
            return []
        if Mention.objects.counted().filter(article=obj.article_id, entity=speaker, status__in=LIVE).exists():
            return []
        said = _("“%(name)s” is not marked as named in this article, so the speaker’s page does not lead to it.")
        address = f"{reverse('admin:articles_mention_add')}?article={obj.article_id}&entity={speaker.pk}"
        link = _("Add where the article names the speaker")
        return [format_html('{} <a href="{}">{}</a>', said % {"name": speaker}, address, link)]

    def write(self, request: HttpRequest, form: Any) -> None:
        quote = form.instance
        if quote.pk is None:
            # The form holds the article, so that of two quotes added at once each gets a number of its own.
            quote.number = (Quote.objects.filter(article=quote.article).aggregate(last=Max("number"))["last"] or 0) + 1
            quote.language = quote.language or quote.article.language
        super().write(request, form)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:  # noqa: FBT001
        """Save the way, and let it begin with the new speaker where it began with the one that is corrected."""
        super().save_formset(request, form, formset, change)
        if not change or formset.model is not RelayHop or "speaker" not in form.changed_data:
            return
        named = {row.instance.pk for row in formset.forms if "agent" in row.changed_data}
        if move_mouth(form.instance, form.initial.get("speaker"), beside=named):
            said = _("The first step of its way named the speaker too, and was corrected with it: %(speaker)s.")
            messages.info(request, said % {"speaker": form.instance.speaker or _("not named")})


@admin.register(QuoteLink)
class QuoteLinkAdmin(FactAdmin):
    form = LinkForm
    list_display = ("from_quote", "type", "to_quote", "status")
    list_filter = (WorklistFilter, "status", "type")
    list_select_related = ("from_quote__article__current", "to_quote__article__current")
    autocomplete_fields = ("from_quote", "to_quote")
    own_columns = ("from_quote", "type", "to_quote", "note")
