"""Rows below a record that two editors have before them: told apart by key, never by their place on the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.forms.formsets import DELETION_FIELD_NAME, INITIAL_FORM_COUNT, TOTAL_FORM_COUNT
from django.forms.models import BaseInlineFormSet, InlineForeignKeyField
from django.http import QueryDict

from articles.admin.forms import CHANGED, ComparedForm, write
from articles.admin.known_choice import is_key
from articles.curation.row_edits import RowEdit


class RowForm(ComparedForm):
    """One row; `changes` names its fields as a snapshot of the row does."""

    own_fields = ("id", DELETION_FIELD_NAME)

    @property
    def posted_key(self) -> int | None:
        """The key of the row that the page showed; None for a new row."""
        key = str(self["id"].data or "")
        return int(key) if is_key(key) else None

    @property
    def edited(self) -> list[str]:
        """The fields that this editor changed."""
        return [name for name in self.changed_data if name not in self.own_fields]

    def changes(self, *, whole: bool = False) -> dict[str, Any]:
        found = super().changes(whole=whole)
        return {name: found[name] for name in found if not isinstance(self.fields[name], InlineForeignKeyField)}

    @property
    def taken_out(self) -> bool:
        return DELETION_FIELD_NAME in self.changed_data


class RowFormSet(BaseInlineFormSet):
    """Rows of which another editor may have changed, added or removed some since the page was opened.

    A row that is not there any more makes the whole form one of a conflict: Django would drop what was typed into it.
    """

    instance: Any

    @property
    def rows(self) -> QuerySet[Any]:
        assert self.queryset is not None  # noqa: S101 - every formset below a record has one
        return self.queryset

    @cached_property
    def gone(self) -> Sequence[RowForm]:
        """The rows that the page showed and the record does not have, or not any more."""
        standing = {row.pk for row in self.get_queryset()}
        return [form for form in self.initial_forms if form["id"].data and form.posted_key not in standing]

    def clean(self) -> None:
        super().clean()
        if self.gone:
            raise ValidationError(CHANGED)

    def edits(self) -> list[RowEdit]:
        """Return what this editor did to the rows, for `conflicts.compare`."""
        return [edit for form in self.forms if (edit := self._edit(form))]

    def _edit(self, form: RowForm) -> RowEdit | None:
        key = self._standing_key(form)
        if form.taken_out:
            return RowEdit(key=key, values=None) if key else None
        return RowEdit(key=key, values=form.changes(whole=key is None)) if form.edited else None

    def merged(self) -> Self:
        """Return the rows as they stand in the table, with what this editor changed in each, and the new ones.

        What was typed into a row that is gone, and that no other has taken the place of, is a new row.
        """
        standing = self._again(None)
        data = QueryDict(mutable=True)
        mine = {self._standing_key(form): form for form in self.initial_forms}
        for row in standing.initial_forms:
            for name in row.fields:
                write(data, row[name])
            if form := mine.pop(row.instance.pk, None):
                _copy(form, form.changed_data, data, row.prefix)
        left = [form for form in (*mine.values(), *self.extra_forms) if form.edited and not form.taken_out]
        shown = len(standing.initial_forms)
        for number, form in enumerate(left, shown):
            _copy(form, form.fields, data, self.add_prefix(number))
        data[f"{self.prefix}-{INITIAL_FORM_COUNT}"] = str(shown)
        data[f"{self.prefix}-{TOTAL_FORM_COUNT}"] = str(shown + len(left))
        return self._again(data)

    def _again(self, data: QueryDict | None) -> Self:
        """Return the formset anew, with rows read from the table."""
        return type(self)(data, instance=self.instance, prefix=self.prefix, queryset=self.rows.all())

    def _standing_key(self, form: RowForm) -> int | None:
        return self.successors.get(str(form.prefix)) or form.posted_key

    @cached_property
    def successors(self) -> Mapping[str, int]:
        """The keys of the rows that took the place of those gone, by prefix of the form."""
        posted = {form.posted_key for form in self.initial_forms}
        free = [row for row in self.get_queryset() if row.pk not in posted]
        found = {}
        for form in self.gone:
            if row := self.successor(form, free):
                free.remove(row)
                found[str(form.prefix)] = row.pk
        return found

    def successor(self, gone: RowForm, free: Sequence[Any]) -> Model | None:
        """Return which of the rows that the page did not show took the place of one that it showed."""
        return None


def _copy(form: RowForm, names: Any, data: QueryDict, prefix: str) -> None:
    """Copy what was posted of a row; its key is that of its new place."""
    posted: Any = form.data
    for name in names:
        if name == "id":
            continue
        if form.add_prefix(name) in posted:
            data.setlist(f"{prefix}-{name}", posted.getlist(form.add_prefix(name)))
        else:
            data.pop(f"{prefix}-{name}", None)
