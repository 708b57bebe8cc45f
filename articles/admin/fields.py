"""What forms of the admin read in a way of their own: texts without hidden characters, dates as one types them."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.models import fuzzy
from articles.reading.days import in_words
from articles.text.dates import BadDate, FuzzyDate, parse_asked
from articles.text.invisible import Cleaned, Kind, clean_name, clean_text
from articles.text.normalise import shown

LONGEST_EDTF: Final = 40  # as the column
_FORMS: Final = gettext_lazy(
    "A day: 10/12/2023, 2023-12-10 or 10 Desember 2023. A month: 2023-12 or December 2023. A year: 2023. "
    "Uncertain: 2023-12-10?, about: 2023-12~. Some day between: [2023-12-10..2023-12-31]. "
    "From one to another: 2023-12-10/2023-12-12, or 2023-12-10/.. without an end."
)


class CleanText(forms.ModelForm):
    """Takes hidden characters out of what was typed before any field reads it, and says so in `stripped`.

    A field of one line is a name to somebody: all that nobody sees goes. Fields of several lines may be evidence and
    keep what a text may print (see `text.invisible`).
    """

    stripped: list[str]  # a sentence for each field that lost something, in the order of the fields

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stripped = []
        if self.is_bound:
            self._strip()

    def _strip(self) -> None:
        left = {}
        for name, field in self.fields.items():
            key = self.add_prefix(name)
            typed = self.data.get(key)
            if not isinstance(field, forms.CharField) or not isinstance(typed, str):
                continue
            cleaned = clean_text(typed) if isinstance(field.widget, forms.Textarea) else clean_name(typed)
            if cleaned.removed:
                left[key] = cleaned.text
                told = {"field": field.label or name, "characters": _in_words(cleaned)}
                self.stripped.append(_("%(field)s: removed %(characters)s.") % told)
        if left:
            # What Django parsed is not to be written to; the page shows what is left.
            data: Any = copy(self.data)
            for key, text in left.items():
                data[key] = text
            self.data = data


def _in_words(cleaned: Cleaned) -> str:
    """Return “1 NUL character and 2 characters that change the direction of text”."""
    return get_text_list([_counted(kind, count) for kind, count in cleaned.removed.items()], _("and"))


def _counted(kind: Kind, count: int) -> str:
    words = {
        Kind.NUL: ngettext("%(count)d NUL character", "%(count)d NUL characters", count),
        Kind.HALF: ngettext("%(count)d half of a character", "%(count)d halves of characters", count),
        Kind.CONTROL: ngettext("%(count)d control character", "%(count)d control characters", count),
        Kind.DIRECTION: ngettext(
            "%(count)d character that changes the direction of text",
            "%(count)d characters that change the direction of text",
            count,
        ),
        Kind.INVISIBLE: ngettext("%(count)d invisible character", "%(count)d invisible characters", count),
        Kind.BREAK: ngettext("%(count)d line break", "%(count)d line breaks", count),
    }
    return words[kind] % {"count": count}


class FuzzyDateField(forms.CharField):
    """A date as `text.dates.parse_asked` reads it; None when nothing was typed."""

    def clean(self, value: Any) -> FuzzyDate | None:
        typed = super().clean(value)
        if not typed:
            return None
        try:
            when = parse_asked(typed)
        except BadDate as bad:
            raise ValidationError(str(bad)) from bad
        if len(when.edtf) > LONGEST_EDTF:
            told = {"typed": shown(when.edtf), "limit": LONGEST_EDTF}
            raise ValidationError(
                _("“%(typed)s” is longer than %(limit)d characters. Write the first and the last day: [a..b].") % told
            )
        return when

    def prepare_value(self, value: Any) -> Any:
        return value.edtf if isinstance(value, FuzzyDate) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare days, not spellings: 10/12/2023 over 2023-12-10 changes nothing."""
        return self._meaning(initial) != self._meaning(data)

    def _meaning(self, value: Any) -> str:
        typed = self.to_python(self.prepare_value(value)) or ""
        try:
            return parse_asked(typed).edtf if typed else ""
        except BadDate:
            return typed


class FuzzyDates(forms.ModelForm):
    """Reads every fuzzy date of the model as typed, and writes its three columns together.

    `cleaned_data` holds a FuzzyDate or None in `clean()`, as the log wants them, and the EDTF text once the form is
    valid, as the column has it.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in fuzzy_names(type(self.instance)):
            if name in self.fields:
                self.fields[name] = self._reading(name, self.fields[name])

    def _reading(self, name: str, column: forms.Field) -> FuzzyDateField:
        """Return the field that reads a date in the place of the one for its column."""
        column.widget.attrs.pop("maxlength", None)  # of the column; "Minggu, 10 Desember 2023" may be longer
        field = FuzzyDateField(
            label=column.label,
            required=column.required,
            widget=column.widget,
            initial=column.initial,
            disabled=column.disabled,
            help_text=self._help(name),
        )
        field.show_hidden_initial = column.show_hidden_initial
        return field

    def _help(self, name: str) -> str:
        about = str(self.instance._meta.get_field(name).help_text).partition(" EDTF")[0]
        when = fuzzy.read(self.instance, name)
        read = _("Read as: %(date)s.") % {"date": read_as(when)} if when else ""
        return " ".join(part for part in (read, about, str(_FORMS)) if part)

    def _post_clean(self) -> None:
        for name, field in self.fields.items():
            if isinstance(field, FuzzyDateField) and name in self.cleaned_data:
                self._write(name, field)
        super()._post_clean()  # type: ignore[misc]

    def _write(self, name: str, field: forms.Field) -> None:
        columns: Mapping[str, Any] = fuzzy.columns(name, self.cleaned_data[name])
        self.cleaned_data[name] = columns[name]
        # What was not sent at all is left alone, as Django leaves it.
        if not field.widget.value_omitted_from_data(self.data, self.files, self.add_prefix(name)):
            for column, value in columns.items():
                setattr(self.instance, column, value)


def fuzzy_names(model: type[Model]) -> list[str]:
    """Return the fuzzy dates of a model by the name of their first column."""
    names = {field.name for field in model._meta.concrete_fields}
    return [field.name for field in model._meta.concrete_fields if f"{field.name}_earliest" in names]


def read_as(when: FuzzyDate) -> str:
    """Return a date in the words of the reader's pages; "uncertain" where it is."""
    words = in_words(when, between=True)
    return _("%(date)s, uncertain") % {"date": words} if when.questioned else words
