"""Which printings mean one and the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articles.extraction.findings import Named, Printed
from articles.extraction.name_candidates import Candidate


def clustered(body: str, candidates: Iterable[Candidate]) -> Iterator[Named]:
    """Yield one for all printings of it."""
    found: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        found.setdefault(candidate.span.of(body), []).append(candidate)
    for name, ones in found.items():
        printed = tuple(Printed(span=one.span, form="full", role=one.role) for one in ones)
        yield Named(kind="person", name=name, printed=printed, rule=ones[0].rule, confidence=ones[0].confidence)
