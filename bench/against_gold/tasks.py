"""What counts as right, task by task. Optional marks never count, whether they were found or not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from articles.extraction.findings import Day, Figure, Findings, Quote, Speaker
from articles.extraction.story import Story
from articles.text.spans import Span
from bench.against_gold.gold import Case, Counted, Marked, Said

G = TypeVar("G", bound=Marked)
P = TypeVar("P")
NO_NAMES = frozenset({"pak", "bu", "dr", "prof", "h"})  # courtesies, which make nobody another one
UNITS = {"%": "persen", "hektare": "hektar", "gw": "gigawatt", "km": "kilometer", "kg": "kilogram", "m": "meter"}
WHOLE_DAYS = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:/(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|\.\.))?")
OPEN_END = "/.."
SLACK = 3  # characters by which the ends of a quote may differ


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one task went on one article."""

    right: int = 0
    predicted: int = 0
    gold: int = 0
    remarks: tuple[str, ...] = ()  # what is missed and what is wrong
    sure: tuple[tuple[float, bool], ...] = ()  # the confidence of each prediction that counts, and whether it is right


def direct_quotes(case: Case, found: Findings) -> Outcome:
    """Count quotes whose words are nearly the same."""
    return _quotes(case, found, with_speaker=False)


def direct_quotes_and_speakers(case: Case, found: Findings) -> Outcome:
    """Count quotes whose words are nearly the same and whose speaker is."""
    return _quotes(case, found, with_speaker=True)


def _quotes(case: Case, found: Findings, *, with_speaker: bool) -> Outcome:
    predicted = [quote for quote in found.quotes if quote.type == "direct"]
    pairs, wrong = paired(case.quotes, predicted, lambda mark, quote: _nearly(mark.span, quote.content))
    return _said(case.story, pairs, wrong, with_speaker=with_speaker)


def statements_and_speakers(case: Case, found: Findings) -> Outcome:
    """Count statements in the sentence that was marked, and whose speaker is right."""
    if case.statements is None:
        return Outcome()
    predicted = [quote for quote in found.quotes if quote.type != "direct"]
    # The one with the right speaker first, where a sentence holds several.
    pairs, wrong = paired(
        case.statements,
        predicted,
        lambda mark, quote: _reports(quote, mark) and _is_speaker(mark.speaker, quote.speaker),
        lambda mark, quote: _reports(quote, mark),
    )
    return _said(case.story, pairs, wrong, with_speaker=True)


def _said(
    story: Story, pairs: Iterable[tuple[Said, Quote | None]], wrong: Iterable[Quote], *, with_speaker: bool
) -> Outcome:
    right = predicted = gold = 0
    remarks: list[str] = []
    sure: list[tuple[float, bool]] = []
    for mark, quote in pairs:
        if mark.optional:
            continue
        gold += 1
        if quote is None:
            remarks.append(f"missed    “{_short(mark.words)}” of {mark.speaker}{_left_out(mark)}")
            continue
        predicted += 1
        is_right = not with_speaker or _is_speaker(mark.speaker, quote.speaker)
        right += is_right
        sure.append((quote.confidence, is_right))
        if not is_right:
            name = quote.speaker.name or "unknown"
            remarks.append(f"speaker   “{_short(mark.words)}” of {mark.speaker}, not {name} [{quote.rule}]")
    for quote in wrong:
        predicted += 1
        sure.append((quote.confidence, False))
        words = _short(story.words(quote.content))
        remarks.append(f"not there “{words}” of {quote.speaker.name or 'unknown'} [{quote.rule}]")
    return Outcome(right=right, predicted=predicted, gold=gold, remarks=tuple(remarks), sure=tuple(sure))


def figures(case: Case, found: Findings) -> Outcome:
    """Count figures that overlap and whose value is equal."""
    pairs, wrong = _figures(case, found)
    counted = [(mark, figure) for mark, figure in pairs if not mark.optional]
    hits = [figure for _, figure in counted if figure]
    remarks = [f"missed    {mark.words}{_left_out(mark)}" for mark, figure in counted if figure is None]
    remarks += [f"not there {case.story.words(figure.span)} = {figure.value} [{figure.rule}]" for figure in wrong]
    sure = [(figure.confidence, True) for figure in hits] + [(figure.confidence, False) for figure in wrong]
    return Outcome(
        right=len(hits),
        predicted=len(hits) + len(wrong),
        gold=len(counted),
        remarks=tuple(remarks),
        sure=tuple(sure),
    )


def units(case: Case, found: Findings) -> Outcome:
    """Of the figures that are found, count those with the right unit."""
    return _of_figures(case, found, lambda mark: True, lambda mark, figure: _is_unit(mark.unit, figure.unit), "unit")


def qualifiers(case: Case, found: Findings) -> Outcome:
    """Of the figures that are found and have a qualifier, count those with the right one."""

    def fits(mark: Counted, figure: Figure) -> bool:
        words = case.story.words(figure.qualifier).lower() if figure.qualifier else ""
        return bool(words) and (words in mark.qualifier.lower() or mark.qualifier.lower() in words)

    return _of_figures(case, found, lambda mark: bool(mark.qualifier), fits, "qualifier")


def denominators(case: Case, found: Findings) -> Outcome:
    """Of the figures with a denominator, count those found with it."""
    pairs, _ = _figures(case, found)
    asked = [(mark, figure) for mark, figure in pairs if not mark.optional and mark.denominator is not None]
    read = [figure.out_of.value if figure and figure.out_of else None for _, figure in asked]
    remarks = [
        f"of how many {mark.words} of {mark.denominator}, not {value or '-'}"
        for (mark, _), value in zip(asked, read, strict=True)
        if value != mark.denominator
    ]
    right = len(asked) - len(remarks)
    return Outcome(right=right, predicted=len(asked), gold=len(asked), remarks=tuple(remarks))


def days(case: Case, found: Findings) -> Outcome:
    """Count days that overlap and are the same; what the format does not mark (months, "kemarin") is left out."""
    predicted = [day for day in found.days if _is_marked_kind(case.story, day)]
    pairs, wrong = paired(
        case.days,
        predicted,
        lambda mark, day: _overlap(mark.span, day.span) and _iso(day) == mark.iso,
        lambda mark, day: _overlap(mark.span, day.span),
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
            read = f", not {_iso(day)} [{day.rule}]" if day else _left_out(mark)
            remarks.append(f"{'value' if day else 'missed':9} {mark.words} = {mark.iso}{read}")
    remarks += [f"not there {case.story.words(day.span)} = {_iso(day)} [{day.rule}]" for day in wrong]
    sure += [(day.confidence, False) for day in wrong]
    return Outcome(right=right, predicted=len(predicted), gold=len(case.days), remarks=tuple(remarks), sure=tuple(sure))


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


def paired(
    marks: Sequence[G], predicted: Sequence[P], *rounds: Callable[[G, P], bool]
) -> tuple[list[tuple[G, P | None]], list[P]]:
    """Give each mark the first prediction that fits and is free, round by round; the rest of the predictions is wrong.

    Predictions that only optional marks have met are neither right nor wrong.
    """
    free = list(predicted)
    taken: dict[int, P] = {}
    for fits in rounds:
        for number, mark in enumerate(marks):
            if number in taken or mark.span is None:
                continue
            if (meeting := next((one for one in free if fits(mark, one)), None)) is not None:
                taken[number] = meeting
                free.remove(meeting)
    return [(mark, taken.get(number)) for number, mark in enumerate(marks)], free


def _figures(case: Case, found: Findings) -> tuple[list[tuple[Counted, Figure | None]], list[Figure]]:
    pairs, wrong = paired(
        case.figures,
        found.figures,
        lambda mark, figure: _overlap(mark.span, figure.span) and _is_value(mark.values, figure),
        # Another value at an optional mark is no fault either.
        lambda mark, figure: mark.optional and _overlap(mark.span, figure.span),
    )
    # A denominator is marked with the figure that it belongs to, not by itself.
    told = [
        figure.out_of for mark, figure in pairs if figure and figure.out_of and figure.out_of.value == mark.denominator
    ]
    return pairs, [figure for figure in wrong if figure not in told]


def _of_figures(
    case: Case,
    found: Findings,
    is_asked: Callable[[Counted], bool],
    fits: Callable[[Counted, Figure], bool],
    what: str,
) -> Outcome:
    pairs, _ = _figures(case, found)
    asked = [(mark, figure) for mark, figure in pairs if figure and not mark.optional and is_asked(mark)]
    right = sum(fits(mark, figure) for mark, figure in asked)
    remarks = [
        f"{what:9} {mark.words}: {getattr(mark, what)}, not {_read(case.story, figure, what)}"
        for mark, figure in asked
        if not fits(mark, figure)
    ]
    return Outcome(right=right, predicted=len(asked), gold=len(asked), remarks=tuple(remarks))


def _read(story: Story, figure: Figure, what: str) -> str:
    read = getattr(figure, what)
    return (story.words(read) if isinstance(read, Span) else read) or "-"


def _nearly(mark: Span | None, found: Span) -> bool:
    if mark is None:
        return False
    shared = min(mark.end, found.end) - max(mark.start, found.start)
    return shared > 0 and shared > 0.8 * max(len(mark), len(found)) - SLACK


def _overlap(mark: Span | None, found: Span) -> bool:
    return mark is not None and mark.overlaps(found)


def _reports(quote: Quote, mark: Said) -> bool:
    return mark.span is not None and quote.sentence.start - SLACK <= mark.span.start < quote.sentence.end


def _is_speaker(marked: str, speaker: Speaker) -> bool:
    """Whether two ways of calling somebody share all their words, or the shorter all of its."""
    names = (speaker.name, *(speaker.named.variants if speaker.named else ()))
    asked = _name_words(marked)
    return any(bool(asked & words) and (asked <= words or words <= asked) for words in map(_name_words, names) if words)


def _name_words(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.lower())) - NO_NAMES


def _is_value(values: tuple[Decimal, ...], figure: Figure) -> bool:
    if len(values) == 1:
        return figure.value_to is None and _close(values[0], figure.value)
    if figure.value_to is None:
        return any(_close(value, figure.value) for value in values)
    return _close(values[0], figure.value) and _close(values[1], figure.value_to)


def _close(marked: Decimal, read: Decimal) -> bool:
    return abs(marked - read) <= max(Decimal(1), abs(marked)) / 1_000_000


def _is_unit(marked: str, read: str) -> bool:
    one, other = _plain_unit(marked), _plain_unit(read)
    return bool(one and other) and (
        one == other or one.split()[0] == other.split()[0] or one.split("/")[0] == other.split("/")[0]
    )


def _plain_unit(unit: str) -> str:
    words = re.sub(r"\s+per\s+", "/", unit.lower().strip())
    return "/".join(" ".join(UNITS.get(word, word) for word in part.split()) for part in words.split("/"))


def _is_marked_kind(story: Story, day: Day) -> bool:
    """Whether it is printed with its number, and gives whole days."""
    has_number = any(letter.isdigit() for letter in story.words(day.span))
    whole = day.value is not None and WHOLE_DAYS.fullmatch(day.value.edtf) is not None
    return has_number and whole and day.kind != "relative"


def _iso(day: Day) -> str:
    return day.value.edtf.removesuffix(OPEN_END) if day.value else ""


def _left_out(mark: Marked) -> str:
    return "" if mark.span else "  (the importer left it out)"


def _short(words: str, limit: int = 60) -> str:
    line = " ".join(words.split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"
