"""When a day is right: the same place and the same day."""

from __future__ import annotations

import re

from articles.extraction.findings import Day, Findings
from articles.extraction.story import Story
from bench.against_gold.gold import Case
from bench.against_gold.outcome import Outcome, left_out, overlap, paired

WHOLE_DAYS = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:/(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|\.\.))?")
OPEN_END = "/.."


def days(case: Case, found: Findings) -> Outcome:
    """Count days that overlap and are the same; what the format does not mark (months, "kemarin") is left out."""
    predicted = [day for day in found.days if _is_marked_kind(case.story, day)]
    pairs, wrong = paired(
        case.days,
        predicted,
        lambda mark, day: overlap(mark.span, day.span) and _iso(day) == mark.iso,
        lambda mark, day: overlap(mark.span, day.span),
    )
    remarks = []
    sure = []
    right = 0
    for mark, day in pairs:
        is_right = day is not None and _iso(day) == mark.iso
        right += is_right
        if day is not None:
            sure.append((day.confidence, is_right))
        if not is_right:
            read = f", not {_iso(day)} [{day.rule}]" if day else left_out(mark)
            remarks.append(f"{'value' if day else 'missed':9} {mark.words} = {mark.iso}{read}")
    remarks += [f"not there {case.story.words(day.span)} = {_iso(day)} [{day.rule}]" for day in wrong]
    sure += [(day.confidence, False) for day in wrong]
    return Outcome(right=right, predicted=len(predicted), gold=len(case.days), remarks=tuple(remarks), sure=tuple(sure))


def _is_marked_kind(story: Story, day: Day) -> bool:
    """Whether it is printed with its number, and gives whole days."""
    has_number = any(letter.isdigit() for letter in story.words(day.span))
    whole = day.value is not None and WHOLE_DAYS.fullmatch(day.value.edtf) is not None
    return has_number and whole and day.kind != "relative"


def _iso(day: Day) -> str:
    return day.value.edtf.removesuffix(OPEN_END) if day.value else ""
