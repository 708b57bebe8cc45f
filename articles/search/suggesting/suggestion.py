"""What is offered to somebody who types: one line of the list below the box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from articles.search.suggesting.meeting import Part
from articles.text.dates import FuzzyDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    kind: str  # field, value, topic, headline, or the kind of an entity
    label: str
    language: str = ""  # BCP 47, of the label; "" when it does not matter
    parts: Sequence[Part]  # the label, parted where it was typed
    about: str = ""  # in the reader's language
    published: FuzzyDate | None = None  # of an article
    url: str  # where choosing it leads
    text: str | None = None  # what the box holds when it is chosen and leads nowhere yet
    page: str = ""  # its own page, beside `url`; "" where there is none, or `url` is it


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    kind: str  # fields, names, topics, headlines
    label: str
    suggestions: list[Suggestion]
