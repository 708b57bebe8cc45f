"""Confidence against truth: of the findings that say .9, nine in ten should be right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from bench.against_gold.outcome import Outcome

BINS = 10
SIDE = 200  # of one square, in pixels
GAP = 56
INK, PALE, DOT = "#222222", "#c9c9c9", "#1b5e8c"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """The findings whose confidence lies between two tenths."""

    number: int  # 0: from 0 to .1
    confidence: float  # mean
    right: int
    all: int

    @property
    def share(self) -> float:
        return self.right / self.all


def bins_of(outcomes: Sequence[Outcome]) -> list[Bin]:
    """Return the bins that hold any finding, in order."""
    held: dict[int, list[tuple[float, bool]]] = {}
    for outcome in outcomes:
        for confidence, is_right in outcome.sure:
            held.setdefault(min(int(confidence * BINS), BINS - 1), []).append((confidence, is_right))
    return [
        Bin(
            number=number,
            confidence=sum(confidence for confidence, _ in found) / len(found),
            right=sum(is_right for _, is_right in found),
            all=len(found),
        )
        for number, found in sorted(held.items())
    ]


def table(by_name: Mapping[str, Sequence[Outcome]]) -> Iterator[str]:
    """Yield, for each kind and each tenth of confidence, how many findings there are and how many are right."""
    yield f"{'confidence':26}{'from':>6}{'to':>6}{'mean':>7}{'right':>8}{'of':>6}{'share':>8}"
    for name, outcomes in by_name.items():
        for one in bins_of(outcomes):
            yield (
                f"{name:26}{one.number / BINS:6.1f}{(one.number + 1) / BINS:6.1f}{one.confidence:7.2f}"
                f"{one.right:8}{one.all:6}{one.share:8.2f}"
            )


def plot(by_name: Mapping[str, Sequence[Outcome]]) -> str:
    """Return a drawing: a square for each kind, confidence to the right, the share that is right upwards."""
    width = GAP + len(by_name) * (SIDE + GAP)
    height = SIDE + 2 * GAP - 8
    squares = "".join(
        _square(GAP + place * (SIDE + GAP), name, bins_of(outcomes))
        for place, (name, outcomes) in enumerate(by_name.items())
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-label="Confidence of findings against the share that is right" '
        f'font-family="sans-serif" font-size="12" fill="{INK}">'
        f'<rect width="{width}" height="{height}" fill="white"/>{squares}</svg>\n'
    )


def _square(left: int, name: str, bins: Sequence[Bin]) -> str:
    top, bottom, right = GAP, GAP + SIDE, left + SIDE
    ticks = "".join(
        f'<text x="{left + share * SIDE:.0f}" y="{bottom + 16}" text-anchor="middle">{share:g}</text>'
        f'<text x="{left - 6}" y="{bottom - share * SIDE + 4:.0f}" text-anchor="end">{share:g}</text>'
        for share in (0, 0.5, 1)
    )
    dots = "".join(
        f'<circle cx="{left + one.confidence * SIDE:.1f}" cy="{bottom - one.share * SIDE:.1f}" '
        f'r="{min(14.0, 3 + one.all**0.5 / 1.5):.1f}" fill="{DOT}" fill-opacity="0.7">'
        f"<title>{one.right} of {one.all} right at {one.confidence:.2f}</title></circle>"
        for one in bins
    )
    return (
        f'<text x="{left}" y="{top - 14}" font-weight="bold">{escape(name)}</text>'
        f'<rect x="{left}" y="{top}" width="{SIDE}" height="{SIDE}" fill="none" stroke="{PALE}"/>'
        f'<line x1="{left}" y1="{bottom}" x2="{right}" y2="{top}" stroke="{PALE}" stroke-dasharray="4 3"/>'
        f"{ticks}{dots}"
        f'<text x="{left + SIDE // 2}" y="{bottom + 34}" text-anchor="middle">confidence</text>'
        f'<text x="{left - 30}" y="{top + SIDE // 2}" text-anchor="middle" '
        f'transform="rotate(-90 {left - 30} {top + SIDE // 2})">share that is right</text>'
    )
