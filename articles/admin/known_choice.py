"""A choice by autocomplete in a row that knows its record: rows that were read at once are not read one by one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Model


class KnownChoice(AutocompleteSelect):
    """Django's own, which would ask the database for the label of each row's choice."""

    known: Model | None = None

    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> Any:
        if self.known is None or list(value) != [str(self.known.pk)]:
            return super().optgroups(name, value, attr)
        options = [] if self.is_required else [self.create_option(name, "", "", selected=False, index=0)]
        chosen = self.create_option(name, self.known.pk, str(self.known), selected=True, index=len(options))
        return [(None, [*options, chosen], 0)]


def tell_known(form: forms.ModelForm, *names: str) -> None:
    """Tell the fields of a row the records that it was read with."""
    for name in names:
        widget = form.fields[name].widget
        inner = getattr(widget, "widget", widget)  # the admin wraps it with links
        if isinstance(inner, KnownChoice) and getattr(form.instance, f"{name}_id") is not None:
            inner.known = getattr(form.instance, name)
