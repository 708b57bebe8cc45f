"""What was measured, kind of question by kind of question, beside what was asked of it."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from bench.searching.timing import middle, p95


@dataclass(slots=True, kw_only=True)
class Kind:
    """All questions of a kind; seconds of each time that one was asked."""

    name: str
    found: list[str] = field(default_factory=list)  # articles that each question finds, as the page says
    inside: list[float] = field(default_factory=list)  # the list, without HTTP and drawing
    listed: list[float] = field(default_factory=list)  # by HTTP, drawn, 20 articles
    facets: list[float] = field(default_factory=list)  # by HTTP, drawn
    others: dict[str, tuple[list[float], list[float]]] = field(default_factory=dict)  # name: list, facets
    failed: int = 0  # questions whose page was no page

    def whole(self, name: str = "") -> float:
        """Return the median in ms of a list with its facets; `name`: of which engine, the archive unless given."""
        listed, facets = self.others.get(name, ([], [])) if name else (self.listed, self.facets)
        return middle(listed) + middle(facets) if listed and facets else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    asked: str
    measured: str
    met: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    size: int
    kinds: list[Kind]
    versions: dict[str, str]  # of the other engines, by name
    loaded: dict[str, float]  # seconds that each took to load all rows
    steps: dict[str, float]  # seconds that the archive took, by step
    relevance: dict[str, Any]
    real: dict[str, Any]  # the same, of real articles; empty unless some were given
    costs: dict[str, Any]
    machine: str
    load: float  # of the machine before the questions

    def ratios(self, name: str) -> list[float]:
        """Return how many times as long the other engine takes for a whole page, kind by kind."""
        pairs = [(kind.whole(name), kind.whole()) for kind in self.kinds]
        return [theirs / ours for theirs, ours in pairs if theirs and ours]

    def targets(self) -> Iterator[Target]:
        """Compare with what was asked of a million articles on two cores."""
        lists = [seconds for kind in self.kinds for seconds in kind.inside]
        yield _at_most("list, inside: median 15 ms", middle(lists), 15)
        yield _at_most("list, inside: 95 of 100 in 100 ms", p95(lists), 100)
        facets = [seconds for kind in self.kinds for seconds in kind.facets]
        yield _at_most("facets, by HTTP: median 100 ms", middle(facets), 100)
        yield _at_most("facets, by HTTP: 95 of 100 in 1 s", p95(facets), 1000)
        landing = next((kind.listed for kind in self.kinds if kind.name == "landing page"), [])
        yield _at_most("landing page, by HTTP: 10 ms", middle(landing), 10)
        failed = sum(kind.failed for kind in self.kinds)
        yield Target(asked="no page fails", measured=f"{failed} failed", met=not failed)
        if ratios := self.ratios("Datasette"):
            yield _at_least("whole page: 20 times as fast as Datasette", middle(ratios) / 1000, 20)
        if ratios := self.ratios("tantivy"):
            yield _at_least("whole page: half as fast as tantivy's library calls", middle(ratios) / 1000, 0.5)
            yield _at_least("no kind of question slower than a tenth of it", min(ratios), 0.1)
        yield from self._costs()
        yield from _relevance("", self.relevance)
        yield from _relevance(" of real articles", self.real)

    def _costs(self) -> Iterator[Target]:
        if self.costs:
            bare = max(1e-9, middle(self.costs["bare"]))
            times, action = (middle(self.costs[name]) / bare for name in ("entry", "publish"))
            told = (
                f"publish with its entry: 3 times a bare insert of {figure(bare)} ms (by the action {figure(action)})"
            )
            yield _at_most(told, times, 3, unit="times")
            yield _at_least("entries built: 800 a second and core", self.costs["bulk"], 800)


SETS: Final = {
    "headline": ("headlines as printed", 0.97),
    "affixes": ("headlines in other forms", 0.85),
    "sentence": ("words of a sentence", 0.97),
}


def _relevance(of_what: str, told: dict[str, Any]) -> Iterator[Target]:
    for name, (words, least) in SETS.items():
        if judged := told.get("known items", {}).get(name):
            asked = f"{judged['questions']:,} {words}{of_what}: MRR@10 of {least}, {judged.get('missed', 0)} missed"
            yield _at_least(asked, judged["mrr"], least)
    if phases := told.get("two phases"):
        asked = f"ranking in two phases{of_what}: .95 of the first 20 are right (worst {phases['worst']})"
        yield _at_least(asked, phases["recall"], 0.95)


def _at_most(asked: str, measured: float, most: float, unit: str = "ms") -> Target:
    return Target(asked=asked, measured=f"{figure(measured)} {unit}", met=0 < measured <= most)


def _at_least(asked: str, measured: float, least: float) -> Target:
    return Target(asked=asked, measured=figure(measured), met=measured >= least)


def figure(number: float) -> str:
    """Return a number with as many digits as it deserves."""
    if number >= 100:
        return f"{number:,.0f}"
    return f"{number:.1f}" if number >= 10 else f"{number:.2f}"


def kinds_of(cases: Sequence[dict[str, Any]]) -> dict[str, Kind]:
    """Return an empty kind for each that is asked, in order."""
    return {case["kind"]: Kind(name=case["kind"]) for case in cases}


def machine(postgresql: str) -> str:
    """Name the machine that it was measured on."""
    model = next(
        (line.partition(": ")[2] for line in _lines("/proc/cpuinfo") if line.startswith("model name")), "unknown"
    )
    kilobytes = next((int(line.split()[1]) for line in _lines("/proc/meminfo") if line.startswith("MemTotal")), 0)
    cores = f"{os.cpu_count()} cores ({model}, {platform.machine()})"
    return f"{cores}, {kilobytes / 1024**2:.0f} GB, PostgreSQL {postgresql}, Python {platform.python_version()}"


def _lines(file: str) -> list[str]:
    path = Path(file)
    return path.read_text().splitlines() if path.exists() else []
