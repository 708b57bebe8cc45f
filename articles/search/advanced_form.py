"""The advanced form as a page shows it: what was typed into its boxes, and where its answer stands."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from articles.search.advanced import Boxes, parts, read, write
from articles.search.fields import ChoiceField
from articles.search.query import MOST_CHARACTERS, BadQuery, parse

KINDS: Final = [
    ("articles", _("articles")),
    ("quotes", _("quotes")),
    ("statistics", _("figures")),
    ("entities", _("names")),
]
DAYS: Final = [("published", _("published")), ("said", _("said"))]


def _box(label: Any, hint: Any = "") -> forms.CharField:
    widget = forms.TextInput(attrs={"class": "input", "autocomplete": "off"})
    return forms.CharField(label=label, help_text=hint, required=False, max_length=MOST_CHARACTERS, widget=widget)


class AdvancedForm(forms.Form):
    """Boxes of `Boxes`, and the kind of result. Valid: its query can be read."""

    words = _box(_("All of these words"), _("In any form and order."))
    phrase = _box(_("Exactly this phrase"), _("As printed, one word after the other."))
    any_of = _box(_("Any of these words"))
    without = _box(_("None of these words"))
    title = _box(_("In the headline"))
    by = _box(_("Said by"), _("A name or a part of it: Zakharova."))
    about = _box(_("About"), _("Who is named; of quotes, in what is said."))
    low = _box(_("Number from"), _("1100, 1.100 or 1,1 juta. One number alone: write it twice."))
    high = _box(_("to"))
    days = ChoiceField(label=_("On these days it was"), choices=DAYS, required=False, widget=forms.RadioSelect)
    first = _box(_("Days from"), _("2023, 2023-12, 6/12/2023. One day or month alone: write it twice."))
    last = _box(_("to"))
    topic = _box(_("Topic"), _("Narrower topics are taken in."))
    place = _box(_("Place"))
    publisher = _box(_("Publisher"))
    lang = _box(_("Language"), _("Indonesian, English, id, en."))
    rest = _box(_("All else"), _("As in the search box: OR, brackets, what no other box can say."))
    kind = ChoiceField(label=_("Kind of result"), choices=KINDS, required=False, widget=forms.RadioSelect)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if self.errors:
            return given
        boxes = _boxes(given)
        for box, text in parts(boxes):
            self._try(text, box)
        if not self.errors:
            self._try(write(boxes), None)
        return given

    def _try(self, text: str, box: str | None) -> None:
        try:
            parse(text)
        except BadQuery as bad:
            self.add_error(box, bad.message)

    @property
    def address(self) -> str:
        """The query string of the search that a valid form asks for."""
        kind = self.cleaned_data["kind"]
        asked = {"q": write(_boxes(self.cleaned_data)), "kind": "" if kind == "articles" else kind}
        return urlencode({name: value for name, value in asked.items() if value})


def _boxes(given: dict[str, Any]) -> Boxes:
    return Boxes(**{name: given[name] for name in asdict(Boxes()) if name != "days"}, days=given["days"] or "published")


def advanced_form(params: QueryDict) -> AdvancedForm:
    """Return the form as submitted, or unbound with what `q` asks for in its boxes."""
    if any(name in params for name in AdvancedForm.base_fields if name != "kind"):
        return AdvancedForm({"kind": "articles", "days": "published", **params.dict()})
    boxes = read(params.get("q", ""))
    return AdvancedForm(initial={**asdict(boxes), "kind": params.get("kind") or "articles"})
