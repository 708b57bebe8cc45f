"""Form fields for what a list can be asked: each names a wrong value and never renders the rows to choose from."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from articles.models import Topic
from articles.search.query import BadQuery, Query, parse
from articles.search.snippets import Segment, segments
from articles.search.topics import Branch, Tree, is_known
from articles.text.dates import BadDate, FuzzyDate, parse_asked
from articles.text.normalise import shown
from articles.text.numbers import BadNumber, parse_number
from articles.text.spans import Span

MOST_VALUES: Final = 20
MOST_TYPED: Final = 320  # characters of a wrong query that a page repeats, a little more than one may have

_refuse_nul = ProhibitNullCharactersValidator()


def _checked(values: Any) -> list[str]:
    """Return the values of one repeated parameter without doubles.

    Raises:
        ValidationError: there are too many of them.
    """
    asked = list(dict.fromkeys(value for value in values or () if value))
    if len(asked) > MOST_VALUES:
        message = _("At most %(most)d values can be given; these are %(count)d.")
        raise ValidationError(message, params={"most": MOST_VALUES, "count": len(asked)}, code="too_many")
    for value in asked:
        _refuse_nul(value)
    return asked


class SlugsField(forms.ModelMultipleChoiceField):
    """Rows named by their slugs, in the order asked for."""

    widget = forms.MultipleHiddenInput
    default_error_messages = {"invalid_choice": _("The archive knows no “%(value)s” here.")}

    def __init__(self, *, queryset: Callable[[], Any], **options: Any) -> None:
        super().__init__(None, to_field_name="slug", **options)
        self._rows = queryset  # built where values are given: a page has dozens of these fields, most of them empty

    def clean(self, value: Any) -> Any:
        asked = _checked(value)
        if not asked:
            return []
        self.queryset = self._rows()
        found = {row.slug: row for row in super().clean(asked)}
        return [found[slug] for slug in asked]


def _topics() -> QuerySet[Topic]:
    return Topic.objects.filter(merged_into=None)


class TopicsField(SlugsField):
    """Topics with all that are narrower. One that no public article has does not exist here."""

    def __init__(self, **options: Any) -> None:
        super().__init__(queryset=_topics, **options)

    def clean(self, value: Any) -> list[Branch]:  # type: ignore[override]
        topics = super().clean(value)
        if not topics:
            return []
        tree = Tree.load()
        branches = [tree.branch(topic) for topic in topics]
        for branch in branches:
            if not is_known(branch):
                raise ValidationError(
                    self.error_messages["invalid_choice"], params={"value": branch.topic.slug}, code="invalid_choice"
                )
        return branches


class ValuesField(forms.Field):
    """Values that stand in one column of some rows."""

    widget = forms.MultipleHiddenInput

    def __init__(self, *, queryset: Callable[[], Any], column: str, **options: Any) -> None:
        super().__init__(**options)
        self._rows = queryset
        self.column = column

    def clean(self, value: Any) -> list[str]:
        asked = _checked(value)
        if not asked:
            return []
        rows = self._rows()
        for one in asked:
            # One at a time: each is found at its first row, where all at once would look at every row.
            if not rows.filter(**{self.column: one}).exists():
                raise ValidationError(
                    SlugsField.default_error_messages["invalid_choice"], params={"value": shown(one)}, code="invalid"
                )
        return asked


class ChoicesField(forms.MultipleChoiceField):
    widget = forms.MultipleHiddenInput
    default_error_messages = {"invalid_choice": _("“%(value)s” is not one of the values that can be asked for.")}

    def clean(self, value: Any) -> list[str]:
        return list(super().clean(_checked(value)))


class ChoiceField(forms.ChoiceField):
    """One of a few values; they are named when another is given."""

    default_error_messages = {"invalid_choice": _("“%(value)s” is not one of: %(choices)s.")}

    def __init__(self, *, choices: list[tuple[str, Any]], **options: Any) -> None:
        super().__init__(choices=choices, **options)
        self.allowed = choices

    def validate(self, value: Any) -> None:
        if value and not self.valid_value(value):
            names = ", ".join(str(key) for key, _label in self.allowed)
            params = {"value": shown(value), "choices": names}
            raise ValidationError(self.error_messages["invalid_choice"], params=params, code="invalid_choice")


class YesNoField(ChoiceField):
    """True for yes, False for no, None for nothing asked."""

    _MEANINGS: Final = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False, "": None}

    def __init__(self, **options: Any) -> None:
        super().__init__(choices=[(word, word) for word in self._MEANINGS if word], **options)

    def clean(self, value: Any) -> bool | None:
        return self._MEANINGS[super().clean(value)]


class QueryField(forms.CharField):
    """A query as `search.query` reads it; None when nothing was typed."""

    def __init__(self, **options: Any) -> None:
        # A phrase may begin or end with a space that matters to nobody, but places are told by it.
        super().__init__(strip=False, **options)

    def clean(self, value: Any) -> Query | None:
        text = super().clean(value)
        try:
            return parse(text)
        except BadQuery as bad:
            message = _("%(message)s (At character %(place)d.)")
            end = len(text) if bad.end is None else bad.end
            place = {"place": bad.place + 1, "text": text, "start": bad.place, "end": end}
            raise ValidationError(message, params={"message": bad.message, **place}, code="bad_query") from bad


def wrong_place(error: ValidationError) -> list[Segment]:
    """Return what was typed as a query, the part marked that cannot be read; nothing for any other wrong value."""
    if error.code != "bad_query" or not error.params:
        return []
    text = error.params["text"][:MOST_TYPED]
    start, end = (min(error.params[place], len(text)) for place in ("start", "end"))
    return segments(text, [Span(start, end)]) if start < end else []


class DayField(forms.CharField):
    """A day, month, year or other date that a reader types; None when nothing was."""

    def clean(self, value: Any) -> FuzzyDate | None:
        text = super().clean(value)
        try:
            return parse_asked(text) if text else None
        except BadDate as bad:
            raise ValidationError(str(bad)) from bad


class NumberField(forms.CharField):
    """A number as newspapers print it: 1100, 1.100, 1,1 juta. None when nothing was typed."""

    def clean(self, value: Any) -> Decimal | None:
        text = super().clean(value)
        try:
            return parse_number(text) if text else None
        except BadNumber as bad:
            raise ValidationError(str(bad)) from bad
