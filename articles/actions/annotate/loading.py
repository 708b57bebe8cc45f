"""What every part of the loader shares: the version's blocks, the rows made so far, and the stamp on each fact."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import models

from articles.actions import log
from articles.actions.annotate.reading import BadAnnotations, Document, Item
from articles.models import (
    Anchor,
    Article,
    Block,
    Entity,
    Event,
    Fact,
    Printing,
    Quote,
    Series,
    Statistic,
    Status,
    Version,
)
from articles.text.dates import BadDate, FuzzyDate, parse_edtf


@dataclass(slots=True, kw_only=True)
class Loading:
    """One load in progress. The tables map the file's internal names to rows."""

    document: Document
    version: Version
    editor: User
    now: datetime
    blocks: dict[str, Block]
    body_starts: dict[str, int]
    entities: dict[str, Entity] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    quotes: dict[str, Quote] = field(default_factory=dict)
    statistics: dict[str, Statistic] = field(default_factory=dict)
    printings: dict[str, Printing] = field(default_factory=dict)
    series: dict[str, Series] = field(default_factory=dict)
    anchors: list[Anchor] = field(default_factory=list)
    decided: list[Fact] = field(default_factory=list)
    place: str = ""  # the item of the file being loaded, for messages

    @property
    def article(self) -> Article:
        return self.version.article

    def stamp(self, item: Item | None = None) -> dict[str, Any]:
        """Return the columns of Fact for `item`; an item without a status is the annotator's own, confirmed."""
        status = Status((item or {}).get("status", Status.CONFIRMED))
        decided = status != Status.SUGGESTED
        return {
            "status": status,
            "method": Fact.Method.EDITOR,
            "tool": self.document.tool,
            "decided_by": self.editor if decided else None,
            "decided_at": self.now if decided else None,
        }

    def fact(self, row: Fact) -> None:
        """Save a new fact, to be logged with the others at the end."""
        row.save()
        if row.status != Status.SUGGESTED:
            self.decided.append(row)

    def anchor(self, span: Item | None, role: Anchor.Role, **fact: Fact) -> Anchor | None:
        """Save the anchor of one fact at `span`; None where the file has no span."""
        if span is None:
            return None
        block = self.blocks[span["block"]]
        shift = self.body_starts[span["block"]] if span["field"] == "body" else 0
        anchor = Anchor(
            block=block,
            start=span["start"] - shift,
            end=span["end"] - shift,
            exact=span["text"],
            role=role,
            **fact,
        )
        anchor.save()
        return anchor

    def date(self, text: str | None, place: str) -> FuzzyDate | None:
        """Read an EDTF date of the file.

        Raises:
            BadAnnotations: it is none; `place` names where it stands.
        """
        try:
            return parse_edtf(text) if text else None
        except BadDate as error:
            raise BadAnnotations(f"{self.document.name}, {place}: {error}") from error

    def entity(self, name: str | None) -> Entity | None:
        """Return the row of an entity by its internal name; words after the name, such as "(newsroom voice)", drop."""
        return self.entities[name.split(" ", 1)[0]] if name else None

    def readable(self, item: Item, *keys: str) -> str:
        """Join the notes that stand under `keys`, in words a reader understands."""
        return ". ".join(self.document.readable(item[key]) for key in keys if item.get(key))

    def log_change(
        self, row: models.Model, action: str, *, before: Item | None = None, after: Item | None = None
    ) -> None:
        """Write one decision of the annotator about a row that is no fact."""
        reason = f"Loaded from {self.document.name}"
        log.record(row, action, by=self.editor, before=before, after=after, reason=reason)

    def log(self) -> None:
        """Write one decision for each fact that the annotator decided."""
        confirmed: list[tuple[models.Model, Item, Item]] = [(row, {}, {"status": row.status}) for row in self.decided]
        log.record_all(confirmed, "confirm", by=self.editor, reason=f"Loaded from {self.document.name}")
