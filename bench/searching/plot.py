"""The figures as a drawing: whole pages of each engine, kind by kind, on a logarithmic scale."""

from __future__ import annotations

from html import escape
from math import ceil, floor, log10
from typing import Final

from bench.searching.outcome import Outcome, figure

LEFT, RIGHT, TOP, BAR, GAP = 210, 70, 64, 9, 9  # pixels
WIDTH: Final = 860
OURS: Final = "newsarchive"
# Colours that hold on white and on black alike; texts take the reader's.
STYLE: Final = """
  text { font: 12px system-ui, sans-serif; fill: #24292f } .small { font-size: 10px } .line { stroke: #8884 }
  .e0 { fill: #2a6fdb } .e1 { fill: #c2661b } .e2 { fill: #6b8e23 }
  @media (prefers-color-scheme: dark) { text { fill: #d8dee4 } .e0 { fill: #6ea3ff } .e1 { fill: #f0a35e }
    .e2 { fill: #a9cc5c } }
"""


def svg(outcome: Outcome) -> str:
    """Return the drawing; it stands on light and on dark pages."""
    engines = [OURS, *outcome.versions]
    values = {kind.name: [kind.whole("" if name == OURS else name) for name in engines] for kind in outcome.kinds}
    measured = [value for row in values.values() for value in row if value] or [1.0]
    low, high = floor(log10(min(measured))), max(ceil(log10(max(measured))), floor(log10(min(measured))) + 1)
    step = len(engines) * BAR + GAP
    height = TOP + step * len(values) + 30

    def x(value: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (log10(value) - low) / (high - low)

    title = (
        f"Milliseconds for a whole page, list and facets, of {outcome.size:,} articles; each line is ten times the last"
    )
    drawn = [f'<text x="8" y="20">{title}</text>', *_legend(engines)]
    for power in range(low, high + 1):
        at = f"{x(10.0**power):.1f}"
        drawn.append(f'<line class="line" x1="{at}" x2="{at}" y1="{TOP - 6}" y2="{height - 24}"/>')
        drawn.append(f'<text class="small" x="{at}" y="{height - 10}" text-anchor="middle">{10.0**power:g}</text>')
    for row, (kind, figures) in enumerate(values.items()):
        top = TOP + row * step
        middle = top + len(engines) * BAR / 2 + 4
        drawn.append(f'<text x="{LEFT - 8}" y="{middle:.1f}" text-anchor="end">{escape(kind)}</text>')
        for number, value in enumerate(figures):
            if value:
                y, width = top + number * BAR, max(1.0, x(value) - LEFT)
                bar = f'<rect class="e{number}" x="{LEFT}" y="{y}" width="{width:.1f}" height="{BAR - 1}"/>'
                told = f'<text class="small" x="{LEFT + width + 4:.1f}" y="{y + BAR - 1}">{figure(value)}</text>'
                drawn += [bar, told]
    label = f'role="img" aria-label="{title}"'
    size = f'viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
    body = "\n".join(drawn)
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {label}>\n<style>{STYLE}</style>\n{body}\n</svg>\n'


def _legend(engines: list[str]) -> list[str]:
    drawn = []
    for at, name in enumerate(engines):
        left = LEFT + at * 130
        drawn.append(f'<rect class="e{at}" x="{left}" y="34" width="12" height="12"/>')
        drawn.append(f'<text x="{left + 18}" y="44">{escape(name)}</text>')
    return drawn
