"""The annotations file: read, checked against itself, and its internal names put into words."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

SCHEMA = "newsarchive-gold/1"
SECTIONS = (
    "article",
    "blocks",
    "people",
    "organisations",
    "places",
    "events",
    "quotes",
    "statistics",
    "topics",
)
SPAN_KEYS = {"start", "end", "text", "block", "field"}

Item = dict[str, Any]


class BadAnnotations(Exception):
    """The file cannot be loaded; the message names the place in it and what is wrong there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A checked annotations file. `items` is the parsed JSON; `tool` names the file in every fact that it gives."""

    name: str
    items: Item
    tool: str
    words: dict[str, str] = field(repr=False)  # internal name ("q10") to what a reader understands ("quote 10")

    @property
    def editor(self) -> str:
        """User name of the annotator."""
        return str(self.items["annotation"]["by"])

    def list(self, section: str) -> list[Item]:
        """Return a section's items, none when the file leaves the section out."""
        found: list[Item] = self.items.get(section, [])
        return found

    def readable(self, text: str) -> str:
        """Put the file's internal names into words: "printed with q10" becomes "printed with quote 10"."""
        text = re.sub(r"\s*\(([A-Za-z]\d+)\)", lambda name: "" if name[1] in self.words else name[0], text)
        return re.sub(r"\b[A-Za-z]\d+\b", lambda name: self.words.get(name[0], name[0]), text)


def read(content: bytes, *, name: str) -> Document:
    """Parse and check `content`.

    Raises:
        BadAnnotations: not JSON, another schema, a section missing, or a span whose words do not stand there.
    """
    try:
        items = json.loads(content)
    except ValueError as error:
        raise BadAnnotations(f"{name} is not JSON: {error}") from error
    if not isinstance(items, dict) or items.get("schema") != SCHEMA:
        raise BadAnnotations(f"{name} is not an annotations file: its schema is not {SCHEMA!r}.")
    missing = [section for section in SECTIONS if section not in items]
    if missing:
        raise BadAnnotations(f"{name} lacks {', '.join(missing)}.")
    try:
        _check_spans(items, name)
        words = _words(items)
    except (KeyError, TypeError, AttributeError) as error:
        raise BadAnnotations(f"{name} does not follow {SCHEMA}: {error!r}.") from error
    tool = f"{SCHEMA} {hashlib.sha256(content).hexdigest()[:16]}"
    return Document(name=name, items=items, tool=tool, words=words)


def spans(item: Any, place: str = "") -> Iterator[tuple[str, Item]]:
    """Yield every span in `item` with its place, depth first."""
    if isinstance(item, dict):
        if item.keys() >= SPAN_KEYS:
            yield place, item
        for key, value in item.items():
            yield from spans(value, f"{place}/{key}")
    elif isinstance(item, list):
        for number, value in enumerate(item):
            yield from spans(value, f"{place}[{number}]")


def _check_spans(items: Item, name: str) -> None:
    blocks = {block["id"]: block for block in items["blocks"]}
    for place, span in spans(items):
        if span["block"] not in blocks:
            raise BadAnnotations(f"{name}, {place}: there is no block {span['block']!r}.")
        text = items["body_text"] if span["field"] == "body" else blocks[span["block"]]["text"]
        if text[span["start"] : span["end"]] != span["text"]:
            raise BadAnnotations(f"{name}, {place}: {span['text']!r} does not stand at {span['start']}.")


def _words(items: Item) -> dict[str, str]:
    words = {quote["id"]: f"quote {number}" for number, quote in enumerate(items["quotes"], start=1)}
    for mention in items["statistics"]["mentions"]:
        words[mention["id"]] = f"“{mention['number']['span']['text']}”"
    for expression in items.get("temporal_expressions", []):
        words[expression["id"]] = f"“{expression['span']['text']}”"
    for block in items["blocks"]:
        if block["type"] == "paragraph":
            words[block["id"]] = f"paragraph {block['id'].lstrip('P')}"
    for note in items.get("external_evidence", []):
        words[note["id"]] = note["publisher"]
    return words
