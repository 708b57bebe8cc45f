"""The form of an article, and the rows of its topics and of its publisher's corrections."""

from __future__ import annotations

from copy import copy
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions import doubts, revise
from articles.admin.fields import CleanText, FuzzyDates
from articles.admin.forms import CuratedForm
from articles.admin.known_choice import tell_known
from articles.admin.rows import RowForm
from articles.curation.conflicts import typed_fields
from articles.importers.typed import Typed
from articles.models import Article, Notice, fuzzy


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
        """Doubt a date when it is typed; who saves the article again has said already that it is meant so."""
        if self.instance.pk and "published" not in self.changed_data:
            return []
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


class TopicForm(RowForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tell_known(self, "topic")
