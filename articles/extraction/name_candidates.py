"""Where names may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from articles.extraction.findings import Kind
from articles.extraction.known import Known
from articles.extraction.story import Story
from articles.text.spans import Span

_ROLE: Final = re.compile(
    r"\b(?:[Pp]residen|[Mm]enteri|[Kk]etua|[Kk]epala|[Dd]irektur|[Gg]ubernur|[Bb]upati|Wali Kota|Kapol\w+|Kasat\w+|"
    r"[Jj]uru [Bb]icara|[Ss]ekretaris|[Aa]nggota|AKBP|Kombes|Pol|Irjen|Brigjen|AKP|Kompol|Dr\.?|Prof\.?|H\.|Hj\.?|KH)"
    r"(?: (?:[A-Z][\w.-]*|dan))*+"
)
_NAME: Final = re.compile(r"[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+){1,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One printing, before it is known who is meant."""

    span: Span
    kind: Kind
    rule: str
    confidence: float
    role: Span | None = None
    nested: bool = False


def candidates(story: Story, known: Known) -> Iterator[Candidate]:
    """Yield what may be named, in text order."""
    for found in _NAME.finditer(story.body):
        yield Candidate(span=Span(*found.span()), kind="person", rule="name.unknown", confidence=0.3)
