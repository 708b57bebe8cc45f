"""The form of every record: it knows what its editor had seen, asks why, and has doubts confirmed."""

from __future__ import annotations

from copy import copy
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.actions import log
from articles.actions.snapshots import plain
from articles.admin.fitting import Fitting

CHANGED: Final = _("Somebody has changed this record since you opened it. Nothing of yours is saved yet.")


class ComparedForm(Fitting):
    """Knows what its editor changed, whatever has become of the record since the page was opened.

    Each field also posts the value that its editor was shown (`show_hidden_initial`). A field that was left alone
    takes what stands in the table now, so that nothing is written back that somebody else has changed. What was
    posted without any shown value is compared with the table.
    """

    own_fields: tuple[str, ...] = ()  # of the form, not of the record

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tells = not self.is_bound or any(self.add_initial_prefix(name) in self.data for name in self.fields)
        for name, field in self.fields.items():
            field.show_hidden_initial = tells and name not in self.own_fields

    def full_clean(self) -> None:
        if self.is_bound and self.instance.pk:
            self._take_theirs()
        super().full_clean()

    def _take_theirs(self) -> None:
        """Put what stands in the table into the fields that were left alone."""
        stale = [
            bound
            for bound in map(self.__getitem__, self._telling())
            if bound.name not in self.changed_data and bound.field.has_changed(bound.initial, bound.data)
        ]
        self.data = copy(self.data) if stale else self.data
        for bound in stale:
            write(self.data, bound)

    def compare_anew(self) -> None:
        """Show what stands in the table as what this editor has seen, so that the next conflict begins from there."""
        self.data = copy(self.data)
        for name in self._telling():
            write(self.data, self[name], shown_only=True)

    def changes(self, *, whole: bool = False) -> dict[str, Any]:
        """Return the fields that this editor changed, or the `whole` form: cleaned, or as typed where that fails."""
        names = self.fields if whole else self.changed_data
        found = {
            name: self.cleaned_data[name] if name in self.cleaned_data else self[name].data
            for name in names
            if name not in self.own_fields
        }
        return {name: value for name, value in found.items() if name in self.cleaned_data or isinstance(value, str)}

    def _telling(self) -> list[str]:
        return [name for name, field in self.fields.items() if field.show_hidden_initial and not field.disabled]


def write(data: Any, bound: forms.BoundField, *, shown_only: bool = False) -> None:
    """Write into posted data what a field would hold on a page opened now, and that it was shown so."""
    value = bound.field.prepare_value(bound.initial)
    value = plain(value) if isinstance(value, Decimal) else value
    if bound.field.show_hidden_initial:
        _set(data, bound.html_initial_name, "" if value is None else value)
    if shown_only:
        return
    if value is None or value is False:  # an empty box posts nothing
        data.pop(bound.html_name, None)
    else:
        _set(data, bound.html_name, value)


def _set(data: Any, key: str, value: Any) -> None:
    if isinstance(value, list):
        data.setlist(key, [str(one) for one in value])
    else:
        data[key] = str(value)


class CuratedForm(ComparedForm):
    """Refuses to save over what another editor has written since; `conflicting.settle` makes the page that follows."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Why"), required=False, max_length=1000, help_text=_("Stands in the history, beside your name.")
    )
    confirmed = forms.BooleanField(label=_("Save it all the same"), required=False, widget=forms.HiddenInput)

    own_fields = ("reason", "confirmed", "seen")
    outdated: bool = False  # whether somebody decided about the record since the page was opened
    refused: str = ""  # a sentence, when the database has refused what was typed

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["seen"].initial = log.newest(self.instance)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        seen = cleaned.get("seen")
        if self.instance.pk and seen is not None and log.newest(self.instance) > seen:
            self.outdated = True
            self.add_error(None, CHANGED)
        if self.refused:
            self.add_error(None, self.refused)
        doubts = [] if self.errors or cleaned.get("confirmed") else self.doubts(cleaned)
        if doubts:
            self.fields["confirmed"].widget = forms.CheckboxInput()
            self.add_error("confirmed", doubts)
        return cleaned

    def doubts(self, cleaned: dict[str, Any]) -> list[str]:
        """Return what may be wrong with the record, a sentence each: its editor has to say that it is meant so."""
        return []

    def compare_anew(self) -> None:
        super().compare_anew()
        self.data[self.add_prefix("seen")] = str(log.newest(self.instance))  # type: ignore[index] # a copy
