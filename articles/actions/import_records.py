"""Records on their way into the archive: in numbered batches, cleaned and analysed before anything is locked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from articles.actions.add import moment, unfit
from articles.actions.index import text_vectors
from articles.importers.base import RawArticle, Unreadable
from articles.models import Block

MOST_RECORDS: Final = 500  # of one batch
MOST_BYTES: Final = 4_000_000  # of the records of one batch, unless a single one has more: pages of the web are large
_SEARCHED: Final = frozenset(Block.SEARCHED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A record that the archive can hold, with all that can be told of it without asking the database."""

    raw: RawArticle
    sha256: str  # of its bytes
    body_sha256: str
    body: str
    headline: str
    deck: str
    vector: str  # what search reads, as the text of a tsvector
    lead: str  # and what of it comes first

    @property
    def place(self) -> str:
        return self.raw.place

    @property
    def size(self) -> int:
        return len(self.raw.content)

    @property
    def retrieved_at(self) -> datetime | None:
        return moment(self.raw)

    @property
    def words(self) -> list[tuple[str, str]]:
        """What two texts must share to be the same: the newsroom's own words, by type and in order."""
        return [(block.type.value, block.text) for block in self.raw.blocks if block.type.value in _SEARCHED]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfit:
    """A record that is refused before anybody asks the database, or one of a batch that is stored already."""

    place: str
    size: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawBatch:
    number: int  # from 1, in the order of the files
    records: tuple[RawArticle | Unreadable, ...]

    @property
    def sha256(self) -> str:
        """The digest by which the journal knows the batch: of what its records hold and where they stand."""
        digest = hashlib.sha256()
        for record in self.records:
            content = record.content if isinstance(record, RawArticle) else record.reason.encode("utf-8", "replace")
            place = record.place.encode("utf-8", "backslashreplace")
            digest.update(b"%d %d " % (len(place), len(content)) + place + content)
        return digest.hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyBatch:
    number: int
    sha256: str
    records: tuple[Ready | Unfit, ...]


def batches_of(records: Iterable[RawArticle | Unreadable]) -> Iterator[RawBatch]:
    """Yield the records in batches. Where one ends depends on the records alone, so that a run finds them again."""
    number, size = 1, 0
    held: list[RawArticle | Unreadable] = []
    for record in records:
        length = len(record.content) if isinstance(record, RawArticle) else 0
        if held and (len(held) == MOST_RECORDS or size + length > MOST_BYTES):
            yield RawBatch(number=number, records=tuple(held))
            number, held, size = number + 1, [], 0
        held.append(record)
        size += length
    if held:
        yield RawBatch(number=number, records=tuple(held))


def ready(batch: RawBatch, stored: Mapping[int, str]) -> ReadyBatch:
    """Clean and analyse a batch, unless it is among those `stored`: digests by number."""
    sha256 = batch.sha256
    known = stored.get(batch.number) == sha256
    records = tuple(_passed(record) if known else _made_ready(record) for record in batch.records)
    return ReadyBatch(number=batch.number, sha256=sha256, records=records)


def _passed(record: RawArticle | Unreadable) -> Unfit:
    size = len(record.content) if isinstance(record, RawArticle) else 0
    return Unfit(place=storable(record.place), size=size)


def _made_ready(record: RawArticle | Unreadable) -> Ready | Unfit:
    if isinstance(record, Unreadable):
        return Unfit(place=storable(record.place), reason=storable(record.reason))
    if reason := unfit(record):
        return Unfit(place=storable(record.place), reason=storable(reason), size=len(record.content))
    body = record.body
    words = ((block.type.value, block.text) for block in record.blocks if block.type.value in _SEARCHED)
    vector, lead = text_vectors(words, record.language)
    return Ready(
        raw=record,
        sha256=hashlib.sha256(record.content).hexdigest(),
        body_sha256=hashlib.sha256(body.encode()).hexdigest(),
        body=body,
        headline=record.headline,
        deck=record.deck,
        vector=vector,
        lead=lead,
    )


def storable(text: str) -> str:
    """Return `text` with what no column holds written as its code."""
    return text.encode("utf-8", "backslashreplace").decode().replace("\x00", "\\x00")
