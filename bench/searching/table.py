"""The figures as tables, for the terminal and for the docs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bench.searching.outcome import Kind, Outcome, figure
from bench.searching.timing import middle, p95

HEAD = ("question", "finds", "inside", "list", "95 %", "facets", "95 %")


def terminal(outcome: Outcome) -> str:
    """Return all figures as lines of equal columns."""
    head, rows = table(outcome)
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    lines = [_line(row, widths) for row in (head, *rows)]
    told = [f"{outcome.size:,} articles. {explained(outcome)}", "", lines[0], "-" * len(lines[0]), *lines[1:], ""]
    width = max(len(target.asked) for target in outcome.targets())
    told += [f"{'met' if one.met else 'NOT':4}{one.asked:<{width}}  {one.measured}" for one in outcome.targets()]
    return "\n".join([*told, "", *closing(outcome)])


def markdown(outcome: Outcome) -> str:
    """Return the same as two tables of Markdown."""
    head, rows = table(outcome)
    rule = ["---", *["---:"] * (len(head) - 1)]
    told = [explained(outcome), "", *(f"| {' | '.join(row)} |" for row in (head, rule, *rows)), ""]
    told += ["| asked of a million articles | measured here | |", "| --- | ---: | --- |"]
    told += [f"| {one.asked} | {one.measured} | {'met' if one.met else '**not met**'} |" for one in outcome.targets()]
    return "\n".join([*told, "", *closing(outcome)])


def explained(outcome: Outcome) -> str:
    """Say what the columns are."""
    others = ", ".join(f"{name} {version}" for name, version in outcome.versions.items())
    return (
        "Milliseconds, medians, one client, all warm and nothing remembered. inside: the list found, ordered, counted "
        "and cut into snippets; list and facets: whole pages by HTTP from the server of ./run, "
        f"with what 95 of 100 stay under.{f' Whole pages of {others} on the same rows beside it.' if others else ''}"
    )


def closing(outcome: Outcome) -> Iterator[str]:
    """Say how long it took to load, and where."""
    steps = ", ".join(f"{name} {figure(seconds)} s" for name, seconds in outcome.steps.items())
    yield f"Made: {steps}." if steps else ""
    if outcome.loaded:
        yield f"Loaded: {', '.join(f'{name} {figure(seconds)} s' for name, seconds in outcome.loaded.items())}."
    yield f"On {outcome.machine}; load {outcome.load:.1f} before the questions."


def table(outcome: Outcome) -> tuple[list[str], list[list[str]]]:
    """Return the heading and the rows."""
    names = list(outcome.versions)
    head = [*HEAD, "whole page", *names, *(f"x {name}" for name in names)]
    return head, [_row(kind, names) for kind in outcome.kinds]


def _row(kind: Kind, names: Sequence[str]) -> list[str]:
    ours = [kind.name, _found(kind.found), _ms(middle(kind.inside)), _ms(middle(kind.listed)), _ms(p95(kind.listed))]
    ours += [_ms(middle(kind.facets)), _ms(p95(kind.facets)), _ms(kind.whole())]
    theirs = [kind.whole(name) for name in names]
    return [*ours, *map(_ms, theirs), *(_times(other, kind.whole()) for other in theirs)]


def _found(found: Sequence[str]) -> str:
    """Return the middle one of what questions find."""
    by_number = sorted(found, key=lambda one: int("".join(filter(str.isdigit, one)) or 0))
    return by_number[len(by_number) // 2] if by_number else ""


def _ms(number: float) -> str:
    return figure(number) if number else "-"


def _times(theirs: float, ours: float) -> str:
    return figure(theirs / ours) if theirs and ours else "-"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(row, widths, strict=True)
    return "  ".join([f"{first[0]:<{first[1]}}", *(f"{cell:>{width}}" for cell, width in others)])
