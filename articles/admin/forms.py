"""The form of every record: it knows what its editor had seen, asks why, and has doubts confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.models import model_to_dict
from django.utils.translation import gettext_lazy as _

from articles.actions import log
from articles.curation.conflicts import Conflict, compare


class CuratedForm(forms.ModelForm):
    """Refuses to save over what another editor has written since, and then shows both.

    Each field also posts the value that its editor was shown (`show_hidden_initial`), so that `changed_data` is what
    this editor changed, whatever has become of the record. A field that only the other editor changed takes theirs.
    """

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Why"), required=False, max_length=1000, help_text=_("Stands in the history, beside your name.")
    )
    confirmed = forms.BooleanField(label=_("Save it all the same"), required=False, widget=forms.HiddenInput)

    own_fields = ("reason", "confirmed", "seen")  # of every form, not of the record
    conflict: Conflict | None = None
    refused: str = ""  # a sentence, when the database has refused what was typed

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["seen"].initial = log.newest(self.instance)
        for name, field in self.fields.items():
            field.show_hidden_initial = name not in self.own_fields

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.instance.pk:
            self._notice_others(cleaned)
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

    def _notice_others(self, cleaned: dict[str, Any]) -> None:
        newest, seen = log.newest(self.instance), cleaned.get("seen")
        if seen is None or newest <= seen:
            return
        self.conflict = compare(self.instance, seen, self._mine(cleaned))
        take_theirs(self, self.standing())
        self.data["seen"] = str(newest)  # type: ignore[index] # a copy that take_theirs has made
        self.add_error(None, _("Somebody has changed this record since you opened it. Nothing of yours is saved yet."))

    def standing(self) -> dict[str, Any]:
        """Return what stands in the table, by the form's fields, whatever this form has been given."""
        return model_to_dict(type(self.instance)._default_manager.get(pk=self.instance.pk))

    def _mine(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        """Return what this editor changed."""
        return {name: cleaned[name] for name in self.changed_data if name in cleaned and name not in self.own_fields}


def take_theirs(form: Any, standing: Mapping[str, Any]) -> None:
    """Put what stands in the table into the fields that the form's editor left alone; the others keep their text."""
    changed = form.changed_data
    form.data = data = form.data.copy()
    for name, field in form.fields.items():
        if name not in standing or name in changed:
            continue
        value = field.prepare_value(standing[name])
        for key in (form.add_prefix(name), form.add_initial_prefix(name)):
            if value is None or value is False:
                data.pop(key, None)
            elif isinstance(value, list):
                data.setlist(key, value)
            else:
                data[key] = value
