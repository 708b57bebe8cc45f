"""What every importer takes and gives: the bytes of a record in, one article or one sentence of refusal out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import BinaryIO, Final, Protocol

from articles.text.dates import FuzzyDate
from articles.text.normalise import body_from

MAX_TEXT: Final = 1_000_000  # characters of one article; the longest that newspapers print is a tenth of it
MAX_TEXT_BYTES: Final = 5_000_000  # of a file or page that holds one article, with all that stands around its text
MAX_LINES: Final = 10_000  # of one article; each becomes a row


class BlockType(StrEnum):
    """The nine kinds of stretches that a text falls into; the names are those of the database."""

    HEADLINE = "headline"
    DECK = "deck"
    PHOTO_CREDIT = "photo_credit"
    PHOTO_CAPTION = "photo_caption"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    CROSSHEAD = "crosshead"
    BOILERPLATE = "boilerplate"
    WHITESPACE = "whitespace"


@dataclass(frozen=True, slots=True, kw_only=True)
class RawBlock:
    """One stretch of a record, in the order of the source."""

    type: BlockType
    text: str  # rule n1; "" for white space
    source_start: int | None  # code points in the decoded record; None for a format whose fields have no place
    source_end: int | None  # exclusive
    reason: str = ""  # why it has this type, where that needs saying

    @property
    def in_body(self) -> bool:
        return self.type in {BlockType.PARAGRAPH, BlockType.CROSSHEAD}


@dataclass(frozen=True, slots=True, kw_only=True)
class RawArticle:
    """One article as its source file tells it, before any judgement of ours.

    The blocks are the only text that it holds; headline, deck and body are read from them.
    """

    place: str  # the file, and the record's place in it when it holds several
    content: bytes  # the record exactly as it arrived
    media_type: str
    charset: str  # what decodes the content to the text that the blocks index
    blocks: tuple[RawBlock, ...]
    language: str = ""  # BCP 47; "" when neither the source nor its words say
    publisher: str = ""  # as printed
    url: str = ""
    section: str = ""
    published: FuzzyDate | None = None  # publisher's local day; None when the source has none
    published_basis: str = ""  # the words that `published` was read from
    retrieved_at: datetime | None = None  # when the bytes were fetched, with its zone; None when nothing says
    actors: tuple[str, ...] = ()  # names that the source itself lists, as written there
    topics: tuple[str, ...] = ()  # the publisher's own tags, as written there
    provenance: tuple[tuple[str, str], ...] = ()  # field and where in the record it was read, for those not in `blocks`
    doubt: str = ""  # why somebody should look at this import, a sentence; "" when nothing speaks against it

    @property
    def headline(self) -> str:
        return self._all_of(BlockType.HEADLINE)

    @property
    def deck(self) -> str:
        return self._all_of(BlockType.DECK)

    @property
    def body(self) -> str:
        """Paragraphs and crossheads, separated by one blank line."""
        return body_from(block.text for block in self.blocks if block.in_body)

    @property
    def body_places(self) -> list[tuple[int, int] | None]:
        """Where each block stands in the body, as start and exclusive end; None when it does not."""
        places: list[tuple[int, int] | None] = []
        at = 0
        for block in self.blocks:
            places.append((at, at + len(block.text)) if block.in_body else None)
            at += len(block.text) + len("\n\n") if block.in_body else 0
        return places

    def _all_of(self, kind: BlockType) -> str:
        return " ".join(block.text for block in self.blocks if block.type is kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A record that no article can be made of; it never stops the records after it."""

    place: str  # file, or file:line
    reason: str  # a sentence for the one who gave the file


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One file, paste or upload to read."""

    name: str  # printable; places and refusals begin with it
    open: Callable[[], BinaryIO]  # a new stream from the first byte at each call; may raise OSError

    def at(self, line: int) -> str:
        """Return the place of a line, counted from 1."""
        return f"{self.name}:{line}"


class Importer(Protocol):
    """Reads one file format. Implementations hold no state between calls."""

    @property
    def name(self) -> str:
        """What the run's record calls the format; at most 40 characters, never changed later."""

    @property
    def about(self) -> str:
        """What such files hold, in one line of the command's manual."""

    @property
    def suffixes(self) -> frozenset[str]:
        """How names of such files end, in lower case with the dot; no two importers share one."""

    def read(self, given: Given) -> Iterator[RawArticle | Unreadable]:
        """Yield records in file order, in constant memory.

        Raises:
            OSError: the file itself cannot be read. Nothing else escapes.
        """
