"""One reported saying, as the rules of indirect speech hand it on."""

from __future__ import annotations

from dataclasses import dataclass

from articles.extraction.told import Told
from articles.text.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One reported saying. Without content it only tells who has the floor."""

    cue: Span
    told: Told
    content: Span | None
    rule: str
