"""What is asked of somebody who delivers: the files or the text, and where the fields of tables stand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions.deliveries import Upload, text_as_file
from articles.curation.preview import Columns
from articles.importers.fields import DATES, NOTHING_ASKED, REQUIRED, Asked, Field
from articles.text.normalise import shown

_LONGEST_NAME: Final = 500  # characters of a column's name
_MOST_COLUMNS: Final = 300  # that are offered for each field
_PARTS: Final = ","  # of a mapping: no column that has one in its name can be named there
PATHS: Final = "paths"  # what a script posts beside a folder, whose files come without the folders they lay in
SAID: Final = ("headline", "publisher", "published", "url")  # what is said beside a pasted text, by its field
FIELDS: Final[Mapping[Field, str | Promise]] = {
    Field.HEADLINE: gettext_lazy("Headline"),
    Field.BODY: gettext_lazy("Text"),
    Field.DECK: gettext_lazy("Deck"),
    Field.BYLINE: gettext_lazy("Byline"),
    Field.CAPTION: gettext_lazy("Photo caption"),
    Field.CREDIT: gettext_lazy("Photo credit"),
    Field.PUBLISHED: gettext_lazy("Day"),
    Field.PUBLISHER: gettext_lazy("Publisher"),
    Field.URL: gettext_lazy("Address"),
    Field.SECTION: gettext_lazy("Section"),
    Field.LANGUAGE: gettext_lazy("Language"),
    Field.RETRIEVED: gettext_lazy("Fetched"),
    Field.TOPICS: gettext_lazy("Tags"),
    Field.ACTORS: gettext_lazy("Names"),
}


class Several(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files; empty ones too, which the preview then refuses one by one."""

    widget = Several

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files: list[UploadedFile] = [file for file in data or () if file]
        if self.required and not files:
            super().clean(None)
        return files


class DeliveryForm(forms.Form):
    chosen = FilesField(
        label=gettext_lazy("Files"),
        required=False,
        widget=Several(attrs={"multiple": True, "class": "drop-here"}),
        help_text=gettext_lazy("As many as you like. They can be dropped here."),
    )
    folder = FilesField(
        label=gettext_lazy("A folder"),
        required=False,
        widget=Several(attrs={"multiple": True, "webkitdirectory": True}),
        help_text=gettext_lazy("With all folders below it. Hidden files are passed over."),
    )
    text = forms.CharField(
        label=gettext_lazy("Text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy(
            "One article as it stands on its page, byline and dateline included; or the source of the page, beginning "
            "with <html>."
        ),
    )
    headline = forms.CharField(
        label=gettext_lazy("Headline"),
        required=False,
        max_length=1000,
        help_text=gettext_lazy("Then all that was pasted is the text under it."),
    )
    publisher = forms.CharField(label=gettext_lazy("Publisher"), required=False, max_length=300)
    published = forms.CharField(
        label=gettext_lazy("Day"),
        required=False,
        max_length=100,
        help_text=gettext_lazy("10/12/2023, 10 Desember 2023, or what the page prints."),
    )
    url = forms.CharField(label=gettext_lazy("Address"), required=False, max_length=2000)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if any(said.get(name) for name in SAID) and not said.get("text", "").strip():
            self.add_error("text", _("Paste the text that this is said of."))
        if said.get("text", "").strip() and not said.get("headline") and any(said.get(name) for name in SAID[1:]):
            self.add_error("headline", _("Give the headline too: without it the text is read for all of this."))
        return said

    def uploads(self) -> list[Upload]:
        """Return all that was given, in order; the form is valid.

        Raises:
            CannotDeliver: the pasted text is none.
        """
        chosen = [Upload(name=file.name or "", chunks=file.chunks()) for file in self.cleaned_data["chosen"]]
        return [*chosen, *self._of_folder(), *self._pasted()]

    def _of_folder(self) -> Iterator[Upload]:
        """Yield the files of a folder with what they lay in, where that is told; hidden ones are passed over."""
        files = self.cleaned_data["folder"]
        for file, path in zip(files, _paths(self.data.get(PATHS, ""), len(files)), strict=True):
            folders = path.split("/")[:-1]
            if not any(name.startswith(".") and name.strip(".") for name in [*folders, file.name]):
                yield Upload(name=file.name, chunks=file.chunks(), folders="/".join(folders))

    def _pasted(self) -> list[Upload]:
        said = self.cleaned_data
        if not said["text"].strip():
            return []
        if not said["headline"]:
            return [text_as_file(said["text"])]
        record = {"headline": said["headline"], "body": said["text"]}
        record |= {name: said[name] for name in SAID[1:] if said[name]}
        return [text_as_file(json.dumps(record, ensure_ascii=False), name="pasted text.jsonl")]


def _paths(told: str, count: int) -> list[str]:
    """Return the path of each of so many files as a script told them, a list in JSON; blank ones for anything else."""
    try:
        paths = json.loads(told)
    except (ValueError, RecursionError):
        paths = None
    if isinstance(paths, list) and len(paths) == count and all(isinstance(path, str) for path in paths):
        return paths
    return [""] * count


class ColumnsForm(forms.Form):
    """Which column holds which field: a choice for each, of the columns of all the tables that are looked at."""

    def __init__(self, data: Any = None, *, tables: Sequence[Columns] = (), asked: Asked = NOTHING_ASKED) -> None:
        super().__init__(data)
        said = dict(asked.columns)
        told = dict.fromkeys(name for table in tables for name in table.names if name and _PARTS not in name)
        names = dict.fromkeys(list(told)[:_MOST_COLUMNS])
        for field, label in FIELDS.items():
            # What was said may be a column of a table that is not looked at now.
            columns = names | ({said[field]: None} if field in said else {})
            choices = [("", _guessed(field, tables)), *((name, shown(name)) for name in columns)]
            self.fields[field.value] = forms.CharField(
                label=str(label),
                required=False,
                max_length=_LONGEST_NAME,
                initial=said.get(field, ""),
                widget=forms.Select(choices=choices),
            )
        self.fields[DATES] = forms.CharField(
            label=_("Dates in figures"),
            required=False,
            max_length=_LONGEST_NAME,
            initial=_order_of(asked),
            widget=forms.Select(choices=_ORDERS),
        )

    def mapping(self) -> str:
        """Return what was chosen as `--map` takes it; the form is valid."""
        chosen = ((name, self.cleaned_data[name]) for name in self.fields)
        return ",".join(f"{name}={column}" for name, column in chosen if column)


_ORDERS: Final = [
    ("", gettext_lazy("as the dates of the file show")),
    ("day-first", gettext_lazy("the day first: 31/12/2025")),
    ("month-first", gettext_lazy("the month first: 12/31/2025")),
]


def _guessed(field: Field, tables: Iterable[Columns]) -> str:
    """Name the columns that are taken where nothing is chosen."""
    names = dict.fromkeys(shown(table.guessed[field]) for table in tables if field in table.guessed)
    if names:
        return _("%(column)s, by its name") % {"column": _(" or ").join(names)}
    return _("Choose…") if field in REQUIRED else _("not in the table")


def _order_of(asked: Asked) -> str:
    return asked.dates.value.replace(" ", "-") if asked.dates else ""
