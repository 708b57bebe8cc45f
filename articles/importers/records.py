"""A record whose fields are known becomes an article: rows of a table, lines of JSON, entries of a feed.

The fields have no place in the record, so their blocks have none; the reason of each says which field it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from articles.importers.base import MAX_LINES, MAX_TEXT, BlockType, RawArticle, RawBlock, Unreadable
from articles.importers.boilerplate import label
from articles.importers.dateline import dateline_of, part_of_site
from articles.importers.days import NOTHING_SHOWN, Orders, read_day
from articles.importers.decoding import garbled
from articles.importers.fields import Field
from articles.importers.fragment import is_html, text_of
from articles.importers.lines import Label, Line, split_lines
from articles.importers.rejoin import rejoin
from articles.importers.values import address_of, language_of, moment_of
from articles.text.normalise import body_from, fold, normalise_line, shown, unstorable

_OF_THE_HEAD: Final = {
    Field.HEADLINE: BlockType.HEADLINE,
    Field.DECK: BlockType.DECK,
    Field.CREDIT: BlockType.PHOTO_CREDIT,
    Field.CAPTION: BlockType.PHOTO_CAPTION,
    Field.BYLINE: BlockType.BYLINE,
}
_EMPTY: Final = frozenset({"nan", "none", "null", "n/a", "nil", "-", "—"})  # what programs write for nothing
_LONGEST_SECTION: Final = 200  # characters; what is longer is no name of a section
_LONGEST_REASON: Final = 200
_LONGEST_WORD: Final = 1_000  # letters; addresses of pages and glued lines are shorter
_AGAIN: Final = Label(BlockType.BOILERPLATE, "headline, printed again")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What a file says in one record, each field as it stands there."""

    place: str
    content: bytes
    media_type: str
    charset: str
    texts: Mapping[Field, str]
    lists: Mapping[Field, tuple[str, ...]] = field(default_factory=dict)  # topics and actors
    columns: Mapping[Field, str] = field(default_factory=dict)  # where each field was read
    orders: Orders = NOTHING_SHOWN  # what the dates of the file have shown
    doubts: tuple[str, ...] = ()

    def line(self, name: Field) -> str:
        """Return a field as one line by rule n1; "" when it says nothing."""
        text = self.texts.get(name)
        if not text:
            return ""
        line = normalise_line(" ".join((text_of(text) if is_html(text) else text).split()))
        return "" if line.casefold() in _EMPTY else line


def article_of(record: Record) -> RawArticle | Unreadable:
    """Return the article, or why there is none."""
    body = _fault(record) or _body_blocks(record)
    if isinstance(body, str):
        return Unreadable(place=record.place, reason=body)
    return _composed(record, (*_head_blocks(record), *body))


def _fault(record: Record) -> str:
    texts = [*record.texts.values(), *(text for texts in record.lists.values() for text in texts)]
    if broken := next(filter(None, map(unstorable, texts)), ""):
        return broken
    if not record.line(Field.HEADLINE):
        return "It has no headline."
    body = record.texts.get(Field.BODY, "")
    if not body.strip() or body.strip().casefold() in _EMPTY:
        return "It has no text."
    return f"Its text is longer than {MAX_TEXT:,} characters." if len(body) > MAX_TEXT else ""


def _head_blocks(record: Record) -> Iterator[RawBlock]:
    for name, kind in _OF_THE_HEAD.items():
        if line := record.line(name):
            yield _block(kind, line, f"field {record.columns.get(name, name)}")


def _body_blocks(record: Record) -> list[RawBlock] | str:
    """Return the blocks of the text, or a sentence on why it has none."""
    printed = record.texts[Field.BODY]
    text = text_of(printed) if is_html(printed) else printed
    if len(text.splitlines()) > MAX_LINES:
        return f"Its text has more than {MAX_LINES:,} lines."
    rejoined = rejoin(text)
    lines = split_lines(rejoined.text)
    labels = label(lines) | _repeated(record.line(Field.HEADLINE), lines)
    if not any(found.type is BlockType.PARAGRAPH for found in labels.values()):
        return "It has no text: no line of its body is a paragraph."
    return [
        _block(
            labels[line.number].type,
            line.text,
            _reason(labels[line.number].reason, rejoined.pieces.get(line.number, 1)),
        )
        for line in lines
    ]


def _repeated(headline: str, lines: Iterable[Line]) -> dict[int, Label]:
    """Label the first line of the body when it is the headline once more."""
    first = next((line for line in lines if not line.is_white), None)
    if first is None or len(first.bare) > 2 * len(headline):
        return {}
    return {first.number: _AGAIN} if fold(first.bare) == fold(headline) else {}


def _reason(reason: str, pieces: int) -> str:
    joined = f"put together from {pieces} lines" if pieces > 1 else ""
    return "; ".join(filter(None, (reason, joined)))


def _block(kind: BlockType, text: str, reason: str) -> RawBlock:
    return RawBlock(type=kind, text=text, source_start=None, source_end=None, reason=reason[:_LONGEST_REASON])


def _composed(record: Record, blocks: tuple[RawBlock, ...]) -> RawArticle:
    body = body_from(block.text for block in blocks if block.in_body)
    language, language_from = language_of(record.line(Field.LANGUAGE), body)
    publisher = record.line(Field.PUBLISHER)
    outlet = "" if publisher else _outlet(blocks)
    day = read_day(record.line(Field.PUBLISHED), language=language, orders=record.orders)
    url, no_address = address_of(record.line(Field.URL))
    section = record.line(Field.SECTION)
    return RawArticle(
        place=record.place,
        content=record.content,
        media_type=record.media_type,
        charset=record.charset,
        blocks=blocks,
        language=language,
        publisher=publisher or outlet,
        url=url,
        section=(section if len(section) <= _LONGEST_SECTION else "") or part_of_site(publisher or outlet),
        published=day.date,
        published_basis=day.basis,
        retrieved_at=moment_of(record.line(Field.RETRIEVED)),
        actors=record.lists.get(Field.ACTORS, ()),
        topics=record.lists.get(Field.TOPICS, ()),
        provenance=_provenance(record, language_from=language_from, has_outlet=bool(outlet)),
        doubt=_joined(*record.doubts, day.doubt, no_address, _odd_text(body)),
    )


def _outlet(blocks: Iterable[RawBlock]) -> str:
    """Return the outlet of the dateline that opens the body, as printed; "" without one."""
    first = next(block.text for block in blocks if block.type is BlockType.PARAGRAPH)
    dateline = dateline_of(split_lines(first)[0])
    return dateline.outlet if dateline else ""


def _provenance(record: Record, *, language_from: str, has_outlet: bool) -> tuple[tuple[str, str], ...]:
    """Return where each field was read that is in no block."""
    found = {
        name.value: column
        for name, column in record.columns.items()
        if name not in _OF_THE_HEAD and name is not Field.BODY and (record.line(name) or record.lists.get(name))
    }
    if language_from:
        found[Field.LANGUAGE.value] = language_from
    if has_outlet:
        found[Field.PUBLISHER.value] = "dateline"
    return tuple(found.items())


def _odd_text(body: str) -> str:
    """Return what shows that words were damaged before they came; "" when nothing does."""
    longest = max(body.split(), key=len, default="")
    glued = f"It holds a word of {len(longest):,} letters: “{shown(longest)}”." if len(longest) > _LONGEST_WORD else ""
    return _joined(garbled(body), glued)


def _joined(*sentences: str) -> str:
    return " ".join(dict.fromkeys(filter(None, sentences)))
