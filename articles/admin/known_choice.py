"""Choices by autocomplete that know their record, and are not upset by a value that names none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.contrib.admin.widgets import AutocompleteMixin, AutocompleteSelect, AutocompleteSelectMultiple
from django.db.models import Model

LONGEST_KEY: Final = 18  # digits that every bigint holds


class Keys(AutocompleteMixin):
    """Asks the database for the chosen records by their keys, of which it passes on only what may be one."""

    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> Any:
        return super().optgroups(name, [key for key in value if is_key(key)], attr)


class Choices(Keys, AutocompleteSelectMultiple):
    pass


class KnownChoice(Keys, AutocompleteSelect):
    """A row that was read with its record does not ask for its label again."""

    known: Model | None = None

    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> Any:
        if self.known is None or list(value) != [str(self.known.pk)]:
            return super().optgroups(name, value, attr)
        options = [] if self.is_required else [self.create_option(name, "", "", selected=False, index=0)]
        chosen = self.create_option(name, self.known.pk, str(self.known), selected=True, index=len(options))
        return [(None, [*options, chosen], 0)]


def is_key(typed: str) -> bool:
    """Whether something posted can be a record's key at all."""
    return typed.isdecimal() and typed.isascii() and len(typed) <= LONGEST_KEY


def tell_known(form: forms.ModelForm, *names: str) -> None:
    """Tell the fields of a row the records that it was read with."""
    for name in names:
        widget = form.fields[name].widget
        inner = getattr(widget, "widget", widget)  # the admin wraps it with links
        if isinstance(inner, KnownChoice) and getattr(form.instance, f"{name}_id") is not None:
            inner.known = getattr(form.instance, name)
