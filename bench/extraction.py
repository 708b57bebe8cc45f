"""./run bench extraction PATH: how well and how fast the rules read news, on articles that somebody has annotated.

PATH holds an article a line as JSON: `body`, as JSON Lines are imported (`title`, `date_raw` ...), and what is marked
in it, with offsets into `body`: `quotes`, `indirect` (null: not annotated), `stats`, `dates`. Nothing is stored.

Each article goes through the importer first; the rules read what the archive would store. Items marked optional never
count. A direct quote is right when four fifths of its words are, a statement when it stands in the sentence marked, a
figure when it overlaps and has the value (a denominator is marked with its figure and is none of its own), a day when
it is the day. Months, years and "kemarin", which the format does not mark, are left out.
Intervals hold 95 of 100 draws of as many articles. Articles a second are those of one core, from the stored text to
all findings.
"""

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from articles.extraction.engine import EDITION, read
from articles.extraction.findings import Findings
from articles.extraction.known import Known
from bench.against_gold.confidence import plot, table
from bench.against_gold.gold import Case, cases_of
from bench.against_gold.intervals import interval_of, score_of
from bench.against_gold.outcome import Outcome
from bench.against_gold.steps import read_in_steps
from bench.against_gold.tasks import SHARES, TASKS

ENOUGH_SECONDS = 3.0  # of reading, to tell the speed
CALIBRATED = ("quote-speaker", "statement", "figure", "day")


def main() -> None:
    """Read all articles and print how it went."""
    options = asked()
    try:
        cases = list(cases_of(options.path))
    except (OSError, ValueError) as error:
        sys.exit(f"{options.path} cannot be read: {error}")
    if not cases:
        sys.exit(f"{options.path} holds no article.")
    found = [read(case.story) for case in cases]
    lines = listed(cases, found, options.task) if options.list else report(cases, found, options.task)
    for line in lines:
        print(line)
    if options.plot:
        options.plot.write_text(plot(outcomes_by_name(cases, found)), encoding="utf-8")


def asked() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, metavar="PATH")
    parser.add_argument("--task", choices=[*TASKS, *SHARES], help="this one alone")
    parser.add_argument("--list", action="store_true", help="print what is missed and what is wrong instead")
    parser.add_argument("--plot", type=Path, metavar="FILE.svg", help="also draw confidence against truth")
    return parser.parse_args()


def report(cases: Sequence[Case], found: Sequence[Findings], only: str | None) -> Iterator[str]:
    """Yield the lines of the answer."""
    yield f"{len(cases)} articles, {sum(case.statements is not None for case in cases)} with indirect speech annotated"
    yield ""
    yield f"{'':26}precision  recall      F1   95 %            right  found  marked"
    for key, (name, task) in TASKS.items():
        if only in (None, key):
            yield scored(name, [task(case, one) for case, one in zip(cases, found, strict=True)])
    for key, (name, task) in SHARES.items():
        if only in (None, key):
            yield shared(name, [task(case, one) for case, one in zip(cases, found, strict=True)])
    if only is None:
        yield ""
        yield from table(outcomes_by_name(cases, found))
        yield ""
        yield from speed(cases)


def scored(name: str, outcomes: Sequence[Outcome]) -> str:
    """Return the line of a task that may find too much and too little."""
    score, (low, high) = score_of(outcomes), interval_of(outcomes)
    return (
        f"{name:26}{score.precision:9.3f}{score.recall:8.3f}{score.f1:8.3f}   {low:.3f} to {high:.3f}"
        f"{score.right:7}{score.predicted:7}{score.gold:8}"
    )


def shared(name: str, outcomes: Sequence[Outcome]) -> str:
    """Return the line of a task that is a share: so many of so many."""
    score, (low, high) = score_of(outcomes), interval_of(outcomes)
    return f"{name:26}{'':9}{score.recall:8.3f}{'':8}   {low:.3f} to {high:.3f}{score.right:7}{'':7}{score.gold:8}"


def listed(cases: Sequence[Case], found: Sequence[Findings], only: str | None) -> Iterator[str]:
    """Yield what is missed and what is wrong, by task, with the article that it stands in."""
    for key, (name, task) in {**TASKS, **SHARES}.items():
        if only not in (None, key):
            continue
        yield name
        for case, one in zip(cases, found, strict=True):
            yield from (f"  {case.name:>4}  {remark}" for remark in task(case, one).remarks)


def outcomes_by_name(cases: Sequence[Case], found: Sequence[Findings]) -> dict[str, list[Outcome]]:
    """Return the outcomes of the tasks whose confidence is compared with the truth."""
    return {
        TASKS[key][0]: [TASKS[key][1](case, one) for case, one in zip(cases, found, strict=True)] for key in CALIBRATED
    }


def speed(cases: Sequence[Case]) -> Iterator[str]:
    """Yield how many articles are read in a second, and which step takes how much of it."""
    seconds: dict[str, float] = {}
    times = 0
    while seconds.get("all", 0.0) < ENOUGH_SECONDS:
        for case in cases:
            # A story holds its sentences once they are asked for: each reading begins with a new one.
            read_in_steps(replace(case.story), Known(), seconds)
            times += 1
    whole = seconds.pop("all")
    yield f"{times / whole:.0f} articles a second on one core; milliseconds an article:"
    yield "  ".join(
        f"{step} {1000 * spent / times:.2f}" for step, spent in sorted(seconds.items(), key=lambda step: -step[1])
    )
    yield f"{EDITION}, Python {platform.python_version()}, {platform.machine()}"


if __name__ == "__main__":
    main()
