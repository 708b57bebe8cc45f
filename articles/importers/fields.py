"""Which column of a table, or key of a JSON record, holds what: guessed by its name, or told by `--map`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol, runtime_checkable

from articles.importers.base import Given
from articles.importers.days import Order
from articles.text.normalise import shown


class Field(StrEnum):
    """What the archive takes from a record; the values are the names that `--map` and the schema use."""

    HEADLINE = "headline"
    BODY = "body"
    DECK = "deck"
    BYLINE = "byline"
    CAPTION = "caption"
    CREDIT = "credit"
    PUBLISHED = "published"
    PUBLISHER = "publisher"
    URL = "url"
    SECTION = "section"
    LANGUAGE = "language"
    RETRIEVED = "retrieved"
    TOPICS = "topics"
    ACTORS = "actors"


REQUIRED: Final = (Field.HEADLINE, Field.BODY)
# By preference: of two columns that a record has, the first named here is taken.
_NAMES: Final[Mapping[Field, str]] = {
    Field.HEADLINE: "headline title judul judul_berita judul_artikel headline_text news_title article_title",
    Field.BODY: "body isi konten content text teks isi_berita isi_artikel article_body articlebody full_text fulltext "
    "article_text body_text naskah berita artikel article",
    Field.DECK: "deck subjudul sub_judul subtitle subheadline subhead standfirst ringkasan summary description "
    "deskripsi excerpt kutipan lead teras abstract",
    Field.BYLINE: "byline penulis author authors reporter wartawan pewarta jurnalis creator kontributor",
    Field.CAPTION: "caption keterangan_foto keterangan_gambar image_caption photo_caption teks_foto",
    Field.CREDIT: "credit kredit_foto sumber_foto image_credit photo_credit fotografer photographer",
    Field.PUBLISHED: "published published_at date_published datepublished publish_date published_date pub_date pubdate "
    "publication_date tanggal_terbit tanggal_publikasi tgl_terbit tanggal tgl waktu_terbit date date_raw datetime "
    "waktu time timestamp created_at",
    Field.PUBLISHER: "publisher penerbit source sumber media outlet source_name nama_media situs site site_name "
    "website portal newspaper koran",
    Field.URL: "url canonical_url link alamat tautan article_url news_url source_url permalink href",
    Field.SECTION: "section kanal rubrik kategori category seksi desk",
    Field.LANGUAGE: "language lang bahasa inlanguage",
    Field.RETRIEVED: "retrieved_at retrieved crawled_at scraped_at fetched_at downloaded_at tanggal_unduh",
    Field.TOPICS: "topics topik topic tags tag keywords kata_kunci",
    Field.ACTORS: "actors aktor tokoh people persons",
}
NAMES: Final[Mapping[Field, tuple[str, ...]]] = {field: tuple(names.split()) for field, names in _NAMES.items()}
DATES: Final = "dates"  # the one key of `--map` that is no field
_ORDERS: Final[Mapping[str, Order]] = {"day-first": Order.DAY, "month-first": Order.MONTH}
_BETWEEN: Final = re.compile(r"[\s\-.]+")
_CAMEL: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SHOWN_NAMES: Final = 30


@runtime_checkable
class HasFields(Protocol):
    """An importer whose records have named fields."""

    def names(self, given: Given) -> tuple[str, ...]:
        """Return the names of the fields in the order in which they are met; () where none can be told.

        Raises:
            OSError: the file cannot be read.
        """

    def understood(self, given: Given) -> list[str]:
        """Return which name was taken for which field, a line each.

        Raises:
            OSError: the file cannot be read.
        """


class BadMapping(ValueError):
    """A `--map` that cannot be understood; the message is a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody who knows the file has said about it; nothing when all is to be guessed."""

    columns: tuple[tuple[Field, str], ...] = ()
    dates: Order | None = None  # of dates in figures alone

    def __str__(self) -> str:
        """Write it as `parse_mapping` reads it."""
        pairs = [f"{field}={name}" for field, name in self.columns]
        return ",".join(pairs + [f"{DATES}={name}" for name, order in _ORDERS.items() if order is self.dates])


NOTHING_ASKED: Final = Asked()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldMap:
    """Where each field of the records with the same columns stands."""

    columns: Mapping[Field, str]
    unused: tuple[str, ...]

    @property
    def missing(self) -> str:
        """Why no article can be made of such records, as a sentence; "" when it can."""
        lacking = [field for field in REQUIRED if field not in self.columns]
        if not lacking:
            return ""
        has = ", ".join(shown(name) for name in self.unused[:_SHOWN_NAMES]) or "nothing else"
        say = ",".join(f"{field}=NAME" for field in lacking)
        return f"None of its fields is known to be the {' or the '.join(lacking)}; it has {has}. Say which: --map {say}"


def parse_mapping(text: str) -> Asked:
    """Read `headline=judul,body=isi,dates=month-first`.

    Raises:
        BadMapping: a field is not known, or named twice, or nothing is said of it.
    """
    columns: dict[Field, str] = {}
    dates: Order | None = None
    for pair in filter(None, (part.strip() for part in text.split(","))):
        name, equals, column = (part.strip() for part in pair.partition("="))
        if not equals or not column:
            raise BadMapping(f"“{shown(pair)}” says nothing: write FIELD=NAME, as in headline=judul.")
        if name == DATES:
            if column not in _ORDERS:
                raise BadMapping(f"dates can be {' or '.join(_ORDERS)}, not {shown(column)}.")
            dates = _ORDERS[column]
        elif name not in list(Field):
            raise BadMapping(f"There is no field {shown(name)}; there are {', '.join(Field)}, and {DATES}.")
        elif Field(name) in columns:
            raise BadMapping(f"The field {name} is named twice.")
        else:
            columns[Field(name)] = column
    return Asked(columns=tuple(columns.items()), dates=dates)


def find_fields(names: Sequence[str], asked: Asked = NOTHING_ASKED) -> FieldMap:
    """Return which of the `names` holds which field: what is asked, and the rest by the names that newsrooms use."""
    columns = dict(_asked_columns(names, asked))
    taken = set(columns.values())
    by_name: dict[str, str] = {}
    for name in names:
        by_name.setdefault(plain(name), name)
    told = {field for field, _ in asked.columns}
    for field in Field:
        known = (by_name[known] for known in NAMES[field] if known in by_name and by_name[known] not in taken)
        if field not in told and (column := next(known, None)) is not None:
            columns[field] = column
            taken.add(column)
    return FieldMap(columns=columns, unused=tuple(name for name in names if name not in taken))


def plain(name: str) -> str:
    """Return the form in which names are compared: "Judul Berita", "judul-berita" and "judulBerita" are one."""
    return _BETWEEN.sub("_", _CAMEL.sub("_", name.strip())).casefold()


def told(found: FieldMap, *, source: str) -> Iterator[str]:
    """Yield what was understood, a line each, for whoever starts the run."""
    yield f"{source}:"
    if found.missing:
        yield f"    {found.missing}"
    width = max((len(field) for field in found.columns), default=0)
    for field in Field:
        if field in found.columns:
            yield f"    {field:<{width}} = {shown(found.columns[field])}"
    if found.unused:
        yield f"    not used: {', '.join(shown(name) for name in found.unused[:_SHOWN_NAMES])}"


def _asked_columns(names: Sequence[str], asked: Asked) -> Iterator[tuple[Field, str]]:
    """Yield the columns that are asked for and there, by their exact name or else by their plain one."""
    exact = set(names)
    by_name = {plain(name): name for name in reversed(names)}
    for field, column in asked.columns:
        if column in exact:
            yield field, column
        elif plain(column) in by_name:
            yield field, by_name[plain(column)]
