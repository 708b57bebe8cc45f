"""Names in a text, and the dates and events that it tells of."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.anchoring import AnchorInline, EventAnchorInline
from articles.admin.facts import ArticleFactAdmin, FactAdmin, FactForm
from articles.admin.filters import RelatedFilter, WorklistFilter, overlap_filter
from articles.models import DateMention, Event, Mention


@admin.register(Mention)
class MentionAdmin(ArticleFactAdmin):
    list_display = ("words", "entity", "form_of_name", "printed_role", "article", "status")
    list_filter = (
        WorklistFilter,
        "status",
        "form",
        "nested",
        "article__state",
        ("article__publisher", RelatedFilter),
        "method",
    )
    list_select_related = ("article__current", "article__publisher", "entity")
    search_fields = ("entity__name", "printed_role", "article__current__headline")
    search_help_text = _("The name, the role as printed, or the headline of the article")
    autocomplete_fields = ("article", "entity", "role_at")
    inlines = (AnchorInline,)
    own_columns = (
        *("article", "entity", "form", "nested"),
        *("printed_role", "role_gloss", "role_at", "role_on", "note"),
    )

    @admin.display(description=_("form"), ordering="form")
    def form_of_name(self, mention: Mention) -> str:
        form = mention.get_form_display()
        return gettext("%(form)s, in a longer name") % {"form": form} if mention.nested else form


@admin.register(DateMention)
class DateMentionAdmin(ArticleFactAdmin):
    list_display = ("words", "value", "kind", "weekday", "event", "article", "status")
    list_filter = (
        WorklistFilter,
        "status",
        "kind",
        overlap_filter("value", _("day")),
        "weekday_fits",
        "article__state",
        "method",
    )
    list_select_related = ("article__current", "article__publisher", "event")
    search_fields = ("anchors__exact", "article__current__headline", "event__name")
    autocomplete_fields = ("article", "event", "quote")
    inlines = (AnchorInline,)
    own_columns = (
        *("article", "kind", "value", "duration", "basis"),
        *("printed_weekday", "weekday_fits", "event", "quote"),
    )

    @admin.display(description=_("weekday as printed"), ordering="printed_weekday")
    def weekday(self, mention: DateMention) -> str | None:
        """Write the weekday, and whether it fits where it does not."""
        if mention.weekday_fits is False:
            return gettext("%(weekday)s, does not fit") % {"weekday": mention.printed_weekday}
        return mention.printed_weekday or None

    def hints(self, request: HttpRequest, obj: Any) -> list[str]:
        """Say which weekday the date was, where another one is printed: one of the two is wrong."""
        day = obj.value_on
        if obj.weekday_fits is not False or day is None or day.earliest != day.latest:
            return []
        told = {"printed": obj.printed_weekday, "day": date_format(day.earliest, "j F Y")}
        told["was"] = date_format(day.earliest, "l")
        return [_("“%(printed)s” is printed, but %(day)s was a %(was)s: one of the two is wrong.") % told]


class EventForm(FactForm):
    def clean_previous(self) -> Event | None:
        """Refuse to go in a circle: the database does too, with no word for an editor."""
        previous: Event | None = self.cleaned_data["previous"]
        earlier = previous
        while earlier is not None:  # what stands is no circle
            if earlier == self.instance:
                told = {"event": previous}
                raise ValidationError(_("“%(event)s” is this event, or comes after it: choose an earlier one.") % told)
            earlier = earlier.previous
        return previous


@admin.register(Event)
class EventAdmin(FactAdmin):
    form = EventForm
    list_display = ("name", "type", "happened", "place", "previous", "status")
    list_filter = (WorklistFilter, "status", "type", overlap_filter("happened", _("happened")), "method")
    list_select_related = ("place", "previous")
    search_fields = ("name", "type")
    autocomplete_fields = ("place", "participants", "reported_by", "previous")
    inlines = (EventAnchorInline,)
    own_columns = (
        *("type", "name", "happened", "happened_basis", "place", "participants"),
        *("reported_by", "previous", "note"),
    )
