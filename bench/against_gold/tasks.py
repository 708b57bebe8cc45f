"""What is measured, task by task. Optional marks never count, whether they were found or not."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from articles.extraction.findings import Findings
from bench.against_gold.day_tasks import days
from bench.against_gold.figure_tasks import denominators, figures, qualifiers, units
from bench.against_gold.gold import Case
from bench.against_gold.outcome import Outcome
from bench.against_gold.speech_tasks import direct_quotes, direct_quotes_and_speakers, statements_and_speakers

# In the order in which they are printed. Shares: those that count hits alone.
TASKS: Mapping[str, tuple[str, Callable[[Case, Findings], Outcome]]] = {
    "quote": ("direct quote", direct_quotes),
    "quote-speaker": ("direct quote + speaker", direct_quotes_and_speakers),
    "statement": ("indirect + speaker", statements_and_speakers),
    "figure": ("figure + value", figures),
    "day": ("day", days),
}
SHARES: Mapping[str, tuple[str, Callable[[Case, Findings], Outcome]]] = {
    "unit": ("unit, of those found", units),
    "qualifier": ("qualifier, of those found", qualifiers),
    "denominator": ("denominator, of all", denominators),
}
