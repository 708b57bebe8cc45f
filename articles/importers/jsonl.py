"""JSON Lines: one article a line, as an object whose keys are its fields."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from articles.importers.base import Given, RawArticle, Unreadable
from articles.importers.cells import lists_of, texts_of
from articles.importers.decoding import Decoded, decode, wide
from articles.importers.fields import NOTHING_ASKED, Asked
from articles.importers.pieces import TOO_LARGE, PhysicalLine, physical_lines
from articles.importers.records import Record, article_of
from articles.importers.survey import Survey, fields_of, survey
from articles.text.normalise import shown

_MOST_FIELDS: Final = 1_000  # of one record


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonLines:
    asked: Asked = NOTHING_ASKED

    name = "jsonl"
    about = "one article a line, as JSON"
    suffixes = frozenset({".jsonl", ".ndjson"})

    def read(self, given: Given) -> Iterator[RawArticle | Unreadable]:
        """Yield the article of each line, or why there is none; empty lines are passed over."""
        found = self._survey(given)
        is_empty = True
        for line, parsed in _parsed_lines(given):
            is_empty = False
            if isinstance(parsed, str):
                yield Unreadable(place=given.at(line.number), reason=parsed)
            else:
                yield self._article(given, line, parsed, found)
        if is_empty:
            yield Unreadable(place=given.name, reason="It is empty.")

    def names(self, given: Given) -> tuple[str, ...]:
        """Return the keys of its first records, those of inner objects with a dot.

        Raises:
            OSError: the file cannot be read.
        """
        return self._survey(given).names

    def understood(self, given: Given) -> list[str]:
        """Return which key was taken for which field, a line each.

        Raises:
            OSError: the file cannot be read.
        """
        return self._survey(given).told(self.asked, source=given.name)

    def _survey(self, given: Given) -> Survey:
        lines = _parsed_lines(given)
        return survey(
            ((parsed.values, len(line.content or b"")) for line, parsed in lines if not isinstance(parsed, str)),
            self.asked,
        )

    def _article(self, given: Given, line: PhysicalLine, parsed: _Parsed, found: Survey) -> RawArticle | Unreadable:
        fields = fields_of(tuple(parsed.values), self.asked)
        if fields.missing:
            return Unreadable(place=given.at(line.number), reason=fields.missing)
        return article_of(
            Record(
                place=given.at(line.number),
                content=_without_ending(line.content or b""),
                media_type="application/json",
                charset=parsed.decoded.charset,
                texts=texts_of(parsed.values, fields),
                lists=lists_of(parsed.values, fields),
                columns=fields.columns,
                orders=found.orders,
                doubts=(parsed.decoded.doubt,),
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parsed:
    values: Mapping[str, Any]
    decoded: Decoded


def _parsed_lines(given: Given) -> Iterator[tuple[PhysicalLine, _Parsed | str]]:
    """Yield each line that is not empty with what it holds, or with a sentence on why that cannot be told."""
    with given.open() as stream:
        for line in physical_lines(stream):
            if line.number == 1 and (reason := _no_lines(line.content or b"")):
                yield line, reason
                return
            if line.content is None:
                yield line, TOO_LARGE
            elif line.content.strip():
                yield line, _parse(line.content)


def _no_lines(first: bytes) -> str:
    """Return why the whole file is not JSON Lines, told by its first line; "" when it may be."""
    if first.strip() in {b"[", b"[{"}:
        return "It is one JSON array over many lines; write one article a line."
    return wide(first[:4])


def _parse(content: bytes) -> _Parsed | str:
    decoded = decode(_without_ending(content))
    if isinstance(decoded, str):
        return decoded
    try:
        values = json.loads(decoded.text)
    except json.JSONDecodeError as error:
        return f"It is cut off or no JSON: {error.msg.removesuffix(' at')} at character {error.pos + 1:,}."
    except (ValueError, RecursionError):
        return "It is no JSON that can be read: it is nested too deeply, or holds a number of thousands of digits."
    if not isinstance(values, dict):
        return f"It is no JSON object: “{shown(decoded.text)}”."
    if len(values) > _MOST_FIELDS:
        return f"It has more than {_MOST_FIELDS:,} fields."
    return _Parsed(values=_with_inner(values), decoded=decoded)


def _with_inner(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values with those of inner objects beside them: {"source": {"name": "A"}} has a source.name."""
    inner = {
        f"{name}.{key}": value for name, held in values.items() if isinstance(held, dict) for key, value in held.items()
    }
    return inner | values if inner else values


def _without_ending(content: bytes) -> bytes:
    return content.removesuffix(b"\n").removesuffix(b"\r")
