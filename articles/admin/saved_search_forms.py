"""What is asked of somebody who saves a list, and what comes back with "Mark as seen"."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.fields import CleanText
from articles.exports.asked import Asked
from articles.exports.lists import NoList, list_at, list_of
from articles.exports.outputs import outputs
from articles.models import SavedSearch
from articles.search.kinds import KINDS

LONGEST_ADDRESS: Final = 2_400  # conditions of 2,048 characters, behind a host and a path
_LONGEST_NAME: Final = 200


class SavedSearchForm(CleanText):
    """A list is given by its address, as the browser shows it."""

    address = forms.CharField(
        label=gettext_lazy("Address of the list"),
        max_length=LONGEST_ADDRESS,
        widget=forms.TextInput(attrs={"size": 100, "class": "vTextField"}),
        help_text=gettext_lazy("As the browser shows it: /search/?q=evakuasi&kind=quotes"),
    )

    host = ""  # of this site
    refused = ""  # what only the database refused, a sentence (admin/refused.py)
    found: Asked | None = None  # the list at the address

    class Meta:
        model = SavedSearch
        fields = ("name",)
        help_texts = {"name": gettext_lazy("Empty: what the list asks for, in words.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = False
        if self.instance.pk:
            self.initial["address"] = address_of(list_of(self.instance.kind, self.instance.query))

    def clean_address(self) -> str:
        address: str = self.cleaned_data["address"]
        try:
            asked = list_at(address, host=self.host)
        except NoList as problem:
            raise ValidationError(str(problem)) from problem
        if asked.problems:
            raise ValidationError([f"{problem.label}: {problem.message}" for problem in asked.problems])
        self.found = asked
        return address

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.found is not None:
            told = self.found.in_words or str(KINDS[self.found.kind].label)
            cleaned["name"] = cleaned.get("name") or told[:_LONGEST_NAME]
        # What was merged since is shown by its present address, which is the same list: nothing of it is new by that.
        if self.found is not None and "address" in self.changed_data:
            self.instance.kind = self.found.kind
            self.instance.query = str(self.found.address.without("kind")).removeprefix("?")
        if self.refused:
            self.add_error("address", self.refused)
        return cleaned


class MomentForm(forms.Form):
    at = forms.DateTimeField()
    key = forms.IntegerField(min_value=0, max_value=2**63 - 1)

    def clean_at(self) -> datetime:
        at: datetime = self.cleaned_data["at"]
        if at > timezone.now():
            raise ValidationError(_("This moment is still to come."))
        return at


def address_of(asked: Asked) -> str:
    """Return the address at which readers see the list."""
    return outputs(asked.kind, asked.address).page
