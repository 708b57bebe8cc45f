"""Topics: their labels in each language, and the tree in which they stand."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions.topics import identify
from articles.admin.base import CuratedAdmin
from articles.admin.fields import CleanText
from articles.admin.filters import WorklistFilter
from articles.admin.forms import CuratedForm
from articles.curation.visible import visible_to
from articles.models import ArticleTopic, Status, Topic

LANGUAGES: Final = ("en", "id")  # of which the form has a field; labels in others are kept as they are
LONGEST_LABEL: Final = 200


class LinesField(forms.CharField):
    """A list of short texts, one to a line; blank lines and repetitions are left out."""

    widget = forms.Textarea(attrs={"rows": 4})

    def to_python(self, value: Any) -> Any:
        lines = value.splitlines() if isinstance(value, str) else list(value or ())
        return list(dict.fromkeys(line.strip() for line in lines if line.strip()))

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def run_validators(self, value: Any) -> None:
        for line in value:
            super().run_validators(line)
            if len(line) > LONGEST_LABEL:
                told = {"line": line[:40], "limit": LONGEST_LABEL}
                raise ValidationError(_("“%(line)s…” is longer than %(limit)d characters.") % told)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.to_python(initial) != self.to_python(data))


class TopicForm(CleanText, CuratedForm):
    label_en = forms.CharField(label=gettext_lazy("Label in English"), required=False, max_length=LONGEST_LABEL)
    label_id = forms.CharField(label=gettext_lazy("Label in Indonesian"), required=False, max_length=LONGEST_LABEL)
    alternatives = LinesField(
        label=gettext_lazy("Also called"), required=False, help_text=gettext_lazy("One to a line.")
    )

    class Meta:
        model = Topic
        fields = ("label_en", "label_id", "alternatives", "broader", "code")
        help_texts = {
            "broader": gettext_lazy("The topic that this one is a part of; empty for one of the first level."),
            "code": gettext_lazy("medtop:20000056 where it is one of the IPTC; empty: made from the label."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "code" in self.fields:
            self.fields["code"].required = False
        for language in LANGUAGES:
            self.initial.setdefault(f"label_{language}", (self.instance.labels or {}).get(language, ""))

    def clean_broader(self) -> Topic | None:
        broader: Topic | None = self.cleaned_data["broader"]
        if broader and broader == self.instance:
            raise ValidationError(_("A topic is not broader than itself."))
        if broader and self.instance.pk and self.instance in _above(broader):
            told = {"broader": broader, "topic": self.instance}
            raise ValidationError(_("“%(broader)s” is a part of “%(topic)s”: it cannot be the broader one too.") % told)
        return broader

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        labels = self._labels(cleaned)
        if labels:
            self.instance.labels = labels
        elif not any(f"label_{language}" in self.errors for language in LANGUAGES):
            self.add_error("label_en", _("A topic has a label in one language at least."))
        return cleaned

    def doubts(self, cleaned: dict[str, Any]) -> list[str]:
        changed = [language for language in LANGUAGES if f"label_{language}" in self.changed_data]
        same = Q()
        for language in changed:
            if label := cleaned.get(f"label_{language}"):
                same |= Q(**{f"labels__{language}__iexact": label})
        if not same:
            return []
        known = Topic.objects.filter(same, merged_into=None).exclude(pk=self.instance.pk).order_by("slug")
        return [
            _("There is already “%(topic)s” (%(code)s). Save it all the same to have two.")
            % {"topic": topic, "code": topic.code}
            for topic in known
        ]

    def changes(self, *, whole: bool = False) -> dict[str, Any]:
        """Tell the labels as the topic has them."""
        changes = super().changes(whole=whole)
        typed = [changes.pop(f"label_{language}", None) for language in LANGUAGES]
        return changes if typed == [None, None] else changes | {"labels": self._labels(self.cleaned_data)}

    def _labels(self, cleaned: dict[str, Any]) -> dict[str, str]:
        typed = {language: cleaned.get(f"label_{language}", "") for language in LANGUAGES}
        others = {language: label for language, label in (self.instance.labels or {}).items() if language not in typed}
        return {language: label for language, label in typed.items() if label} | others


@admin.register(Topic)
class TopicAdmin(CuratedAdmin):
    form = TopicForm
    list_display = ("name", "other_names", "code", "broader", "articles", "page")
    list_filter = (WorklistFilter, ("broader", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("broader",)
    search_fields = ("labels__en", "labels__id", "alternatives", "code", "slug")
    search_help_text = gettext_lazy("Any of its labels, or its code")
    ordering = ("slug",)
    autocomplete_fields = ("broader",)
    readonly_fields = ("slug",)
    readonly_on_change = ("code",)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return (*TopicForm.Meta.fields, *(["slug"] if obj else []))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Topic]:
        given = visible_to(request.user, ArticleTopic.objects.filter(topic=OuterRef("pk")))
        counted = given.filter(status__in=(Status.CONFIRMED, Status.SUGGESTED)).order_by().values("topic")
        number = Subquery(counted.annotate(number=Count("pk")).values("number"), output_field=IntegerField())
        rows: QuerySet[Topic] = super().get_queryset(request)
        return rows.annotate(
            article_count=Coalesce(number, 0), is_public=Exists(Topic.objects.public().filter(pk=OuterRef("pk")))
        )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        match = request.resolver_match
        if match and match.url_name == "autocomplete":
            queryset = queryset.filter(merged_into=None)
        return super().get_search_results(request, queryset, search_term)

    @admin.display(description=gettext_lazy("topic"), ordering="slug")
    def name(self, topic: Topic) -> str:
        return topic.label

    @admin.display(description=gettext_lazy("in other languages, and also called"))
    def other_names(self, topic: Topic) -> str:
        labels = [label for language, label in topic.labels.items() if language != topic.label_language]
        return ", ".join([*labels, *topic.alternatives]) or "-"

    @admin.display(description=gettext_lazy("articles"), ordering="article_count")
    def articles(self, topic: Any) -> str:
        if not topic.article_count:
            return "0"
        address = reverse("admin:articles_articletopic_changelist")
        return format_html('<a href="{}?topic__id__exact={}">{}</a>', address, topic.pk, topic.article_count)

    @admin.display(description=gettext_lazy("page"))
    def page(self, topic: Any) -> str:
        if not topic.is_public:
            return "-"
        return format_html('<a href="{}">{}</a>', topic.get_absolute_url(), _("view"))

    def write(self, request: HttpRequest, form: Any) -> None:
        if form.instance.pk is None:
            identify(form.instance)
        super().write(request, form)


def _above(topic: Topic) -> list[Topic]:
    """Return the topics that `topic` is a part of, nearest first."""
    above: list[Topic] = []
    while topic.broader and topic.broader not in above:
        topic = topic.broader
        above.append(topic)
    return above
