"""The day on which a page was published, as its publisher counts days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from articles.importers.days import read_day
from articles.importers.page_jsonld import Described
from articles.importers.page_marks import Marks
from articles.text.dates import FuzzyDate, find_dates

_PUBLISHED: Final = (
    *("article:published_time", "og:published_time", "article:published", "datepublished", "publishdate", "pubdate"),
    *("publish-date", "publish_date", "parsely-pub-date", "sailthru.date", "content_publisheddate"),
    *("dcterms.created", "dc.date.issued", "dcterms.date", "dc.date", "date"),
)
_GREENWICH: Final = re.compile(r"\d(?:\.\d+)?\s?(?:Z|UTC|GMT|[+-]00:?00)$", re.IGNORECASE)
_CHANGED: Final = re.compile(
    r"\b(?:di(?:perbarui|perbaharui|mutakhirkan)|update[ds]?|modified|revised)\b", re.IGNORECASE
)
_MOST_PRINTED: Final = 12
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    date: FuzzyDate | None = None
    basis: str = ""  # the words
    found: str = ""  # where
    doubt: str = ""


def read_published(described: Described, marks: Marks, language: str) -> Published:
    """Return the first day that the page tells: its stamps, then what it prints.

    A stamp with a zone of its own names the publisher's day. One of Greenwich is a machine's: the day that the page
    prints beside it is the publisher's, when it is a neighbour.
    """
    for basis, found in _stamps(described, marks):
        day = read_day(basis, language=language)
        if day.date is None:
            continue
        if _GREENWICH.search(basis) and (printed := _neighbour(day.date, marks)):
            return Published(date=printed[0], basis=printed[1], found=f"the day printed on the page; {found} is in UTC")
        return Published(date=day.date, basis=day.basis, found=found, doubt=day.doubt)
    for printed_day, text in _printed(marks):
        return Published(date=printed_day, basis=text, found="printed on the page")
    return Published()


def _stamps(described: Described, marks: Marks) -> Iterator[tuple[str, str]]:
    for key in ("datePublished", "dateCreated"):
        if stamp := described.text(key):
            yield stamp, f"JSON-LD {key}"
    yield from ((value, f"meta {name}") for name in _PUBLISHED for value in marks.meta.get(name, ())[:1])
    if stamp := marks.item("datePublished", "dateCreated"):
        yield stamp, "microdata datePublished"
    yield from ((stamp, "time element") for stamp, text in marks.times() if stamp and not _CHANGED.search(text))


def _printed(marks: Marks) -> Iterator[tuple[FuzzyDate, str]]:
    for at, text in enumerate(marks.printed_days()):
        if at == _MOST_PRINTED:
            return
        days = find_dates(text)
        if days and not _CHANGED.search(text):
            yield days[0].date, text


def _neighbour(stamped: FuzzyDate, marks: Marks) -> tuple[FuzzyDate, str] | None:
    near = [
        (day, text) for day, text in _printed(marks) if abs(day.earliest - stamped.earliest) <= _ONE_DAY and day.is_day
    ]
    # Today's date may stand on the page too: the stamp's own day needs no other.
    return None if not near or any(day == stamped for day, _ in near) else near[0]
