"""What editors type into names and dates, and what becomes of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django import forms
from django.test import TestCase

from articles.admin.fields import CleanText, FuzzyDateField, FuzzyDates, fuzzy_names
from articles.models import Article, Entity, Event, Mention, Notice, Quote, Statistic
from articles.models.event import DateMention
from articles.text.dates import FuzzyDate
from tests.factories import make_article, make_event


class EntityForm(CleanText):
    class Meta:
        model = Entity
        fields = ("name", "gloss")


class NoticeForm(FuzzyDates, CleanText):
    class Meta:
        model = Notice
        fields = ("text", "dated")


class EventForm(FuzzyDates, CleanText):
    class Meta:
        model = Event
        fields = ("type", "name", "happened", "note")


def event_form(happened: str, instance: Event | None = None, **data: str) -> EventForm:
    return EventForm({"type": "meeting", "name": "Rapat", "happened": happened, **data}, instance=instance)


def test_a_name_loses_hidden_characters_and_the_form_says_so() -> None:
    form = EntityForm({"name": "Ana\x00 \u202eWijaya\u202c", "gloss": ""})
    assert form.is_valid()
    assert form.cleaned_data["name"] == "Ana Wijaya"
    assert form.stripped == [
        "Name: removed 1 NUL character and 2 characters that change the direction of text.",
    ]


def test_the_page_shows_what_is_left_of_a_name() -> None:
    assert 'value="Ana"' in str(EntityForm({"name": "A\u200bna", "gloss": "\x00"})["name"])


def test_a_name_of_hidden_characters_alone_is_empty() -> None:
    form = EntityForm({"name": "\u200b\x00", "gloss": ""})
    assert form.errors["name"] == ["This field is required."]


def test_what_is_clean_is_not_spoken_of() -> None:
    form = EntityForm({"name": "Sa\u02bcad Jose\u0301", "gloss": "علی\u200cرضا"})
    assert form.is_valid()
    assert form.stripped == []
    assert form.cleaned_data["gloss"] == "علی\u200cرضا"


@pytest.mark.django_db
def test_a_text_of_several_lines_keeps_its_lines_and_marks_of_direction() -> None:
    form = NoticeForm({"text": "Satu.\x00\n\n\tDua \u200fשלום", "dated": ""})
    form.is_valid()
    assert form.cleaned_data["text"] == "Satu.\n\n\tDua \u200fשלום"
    assert form.stripped == ["Words of the notice: removed 1 NUL character."]


@pytest.mark.parametrize(
    ("typed", "edtf", "earliest", "latest"),
    [
        ("2023-12", "2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("2023-12-06?", "2023-12-06?", date(2023, 12, 6), date(2023, 12, 6)),
        ("[2023-12-10..2023-12-31]", "[2023-12-10..2023-12-31]", date(2023, 12, 10), date(2023, 12, 31)),
        ("2023-12-10/..", "2023-12-10/..", date(2023, 12, 10), None),
        ("10/12/2023", "2023-12-10", date(2023, 12, 10), date(2023, 12, 10)),
        ("Minggu, 10 Desember 2023", "2023-12-10", date(2023, 12, 10), date(2023, 12, 10)),
        ("December 2023", "2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("2023", "2023", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_dates_are_read_as_archives_and_people_write_them(
    typed: str, edtf: str, earliest: date, latest: date | None
) -> None:
    assert FuzzyDateField().clean(typed) == FuzzyDate(edtf, earliest, latest)


def test_no_date_is_none() -> None:
    assert FuzzyDateField(required=False).clean("  ") is None


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("kemarin", "“kemarin” is not a date. Write 10/12/2023"),
        ("31/02/2023", "31/02/2023 is not a day: February 2023 has 28 days."),
        ("2023-13", "there is no month 13"),
        ("0999", "outside the years 1400 to 2200"),
        ("6/12/23", "write the year with four digits"),
        ("[2023-12-01,2023-12-02,2023-12-03,2023-12-04]", "longer than 40 characters"),
        ("9" * 10_000, "is not a date"),
        ("2023-12-31/2023-12-01", "ends before it begins"),
    ],
)
def test_what_is_no_date_is_refused_with_a_sentence(typed: str, words: str) -> None:
    with pytest.raises(forms.ValidationError) as refused:
        FuzzyDateField().clean(typed)
    assert words in refused.value.messages[0]


@pytest.mark.parametrize(
    ("before", "typed", "changed"),
    [
        ("2023-12-10", "10/12/2023", False),
        ("2023-12-10", "2023-12-10?", True),
        ("2023-12-10", "", True),
        ("", " ", False),
        ("2023-12-10", "kemarin", True),
        (FuzzyDate.from_day(date(2023, 12, 10)), "10 Desember 2023", False),
    ],
)
def test_another_spelling_of_a_day_is_no_change(before: Any, typed: str, changed: bool) -> None:  # noqa: FBT001
    assert FuzzyDateField().has_changed(before, typed) is changed


@pytest.mark.parametrize(
    ("model", "names"),
    [
        (Article, ["published"]),
        (Quote, ["said"]),
        (Statistic, ["as_of", "since"]),
        (Event, ["happened"]),
        (DateMention, ["value"]),
        (Mention, ["role_on"]),
        (Notice, ["dated"]),
        (Entity, []),
    ],
)
def test_every_fuzzy_date_of_a_model_is_known(model: Any, names: list[str]) -> None:
    assert fuzzy_names(model) == names


class SavedDates(TestCase):
    def test_a_typed_date_is_saved_in_its_three_columns(self) -> None:
        form = event_form("[10/12/2023]")
        assert "is not a date" in form.errors["happened"][0]
        form = event_form("Desember 2023")
        assert form.is_valid(), form.errors
        event = form.save()
        event.refresh_from_db()
        assert (event.happened, event.happened_earliest, event.happened_latest) == (
            "2023-12",
            date(2023, 12, 1),
            date(2023, 12, 31),
        )

    def test_a_date_taken_away_leaves_no_days(self) -> None:
        event = make_event(make_article(), "Dewan kota", happened="2024-03-01")
        form = event_form("", instance=event)
        assert form.is_valid(), form.errors
        form.save()
        event.refresh_from_db()
        assert (event.happened, event.happened_earliest, event.happened_latest) == ("", None, None)

    def test_a_date_that_was_not_sent_stays(self) -> None:
        event = make_event(make_article(), "Dewan kota", happened="2024-03-01")
        form = EventForm({"type": "meeting", "name": "Rapat"}, instance=event)
        assert form.is_valid(), form.errors
        form.save()
        event.refresh_from_db()
        assert (event.happened, event.happened_latest) == ("2024-03-01", date(2024, 3, 1))

    def test_the_help_says_how_a_saved_date_was_read(self) -> None:
        event = make_event(make_article(), "Dewan kota", happened="[2023-12-10..2023-12-31]")
        told = EventForm(instance=event).fields["happened"].help_text
        assert told.startswith("Read as: between 10 and 31 December 2023. The event's own date")
        assert "10 Desember 2023" in told
        assert "Read as" not in EventForm().fields["happened"].help_text

    def test_the_help_says_that_a_date_is_uncertain(self) -> None:
        event = make_event(make_article(), "Dewan kota", happened="2023-12-06?")
        assert "Read as: 6 December 2023, uncertain." in EventForm(instance=event).fields["happened"].help_text
