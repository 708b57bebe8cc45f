"""What was counted: suggested statistics, each with every place where the text prints it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from articles.actions.suggesting.quotes import Said
from articles.actions.suggesting.remembered import Standing, much_alike
from articles.actions.suggesting.rows import Suggestion, Work, all_marked, bring_up, dated, stands, take_up
from articles.extraction.archive_units import archive_unit
from articles.extraction.figures import LARGEST, claims
from articles.extraction.findings import Figure
from articles.models import Anchor, Approximation, Printing, Statistic
from articles.text.spans import Span

Role = Anchor.Role
COLUMNS: Final = (
    *("measure", "value", "value_to", "approximation", "unit", "population", "as_of", "as_of_earliest"),
    *("as_of_latest", "as_of_basis", "since", "since_earliest", "since_latest", "stated_by_id", "tool", "confidence"),
)
PRINTED_COLUMNS: Final = ("quote_id", "approximation", "population", "tool", "confidence")
_SMALLEST: Final = Decimal("0.000001")
_LONGEST_UNIT: Final = 60
_LONGEST: Final = 300


@dataclass(slots=True, kw_only=True, eq=False)
class Claim:
    """A figure with its printings; `row` is one that the archive has, or a new one."""

    row: Any
    printings: list[Suggestion]
    ours: bool = True  # nobody has decided about the figure
    changed: frozenset[str] | None = frozenset()  # columns that differ from the row in the table; None: it is new


@dataclass(slots=True, kw_only=True)
class Counted:
    claims: list[Claim] = field(default_factory=list)
    outs: list[tuple[Any, Any]] = field(default_factory=list)  # a figure and its denominator, rows; None: none any more
    lost_printings: list[Standing] = field(default_factory=list)  # not found again
    lost_figures: list[Standing] = field(default_factory=list)
    left_figures: set[int] = field(default_factory=set)  # keys of figures of which a printing is another one's now

    @property
    def printings(self) -> list[Suggestion]:
        return [printing for claim in self.claims for printing in claim.printings]


def counted_in(figures: Sequence[Figure], work: Work, said: Said) -> Counted:
    """Return the claims to suggest, with the rows that they had before; what is decided about is left as it is."""
    shelf = work.remembered.shelves["printing"]
    counted = Counted()
    rows: dict[Figure, Any] = {}  # the figure of the archive that each one found is a printing of
    for claim in claims([figure for figure in figures if _can_be_held(figure, work)]):
        _suggest(claim, counted, rows, work, said)
    counted.lost_printings = take_up(counted.printings, shelf, PRINTED_COLUMNS)
    _take_up_figures(counted, rows, work)
    _count_out_of(figures, counted, rows, work)
    return counted


def _can_be_held(figure: Figure, work: Work) -> bool:
    values = [value for value in (figure.value, figure.value_to) if value is not None]
    plain = all(value.is_finite() and abs(value) < LARGEST for value in values)
    return plain and stands(work.text, figure.number)


def _suggest(claim: Sequence[Figure], counted: Counted, rows: dict[Figure, Any], work: Work, said: Said) -> None:
    free, settled = [], []
    for figure in claim:
        decided = _decided(figure, work)
        if decided is None:
            free.append(figure)
        else:
            settled.append(decided)
            rows[figure] = None if _is_rejected(decided, work) else _figure_of(decided, work).row
    if any(_figure_of(one, work).rejected for one in settled):
        return  # the claim itself was rejected, wherever it is printed
    if free:
        same = next((one for one in settled if _figure_of(one, work).row.value == _value(claim[0].value)), None)
        row = _figure_of(same, work).row if same else _statistic(free, work, said)
        printings = [_printing(figure, work, said) for figure in free]
        counted.claims.append(
            Claim(row=row, printings=printings, ours=same is None, changed=None if same is None else frozenset())
        )
        rows.update(dict.fromkeys(free, row))


def _decided(figure: Figure, work: Work) -> Standing | None:
    """Return the printing about whose words somebody decided; a rejected one leaves room for another number."""
    for standing in work.remembered.shelves["printing"].taken((figure.number,)):
        if not _is_rejected(standing, work):
            return standing
        same = _figure_of(standing, work).row.value == _value(figure.value)
        if same and much_alike((figure.number,), standing.words):
            return standing
    lost = work.remembered.shelves["printing"].lost_as(work.text.story.words(figure.number), figure.number)
    return next((one for one in lost if _figure_of(one, work).row.value == _value(figure.value)), None)


def _is_rejected(printing: Standing, work: Work) -> bool:
    return printing.rejected or _figure_of(printing, work).rejected


def _figure_of(printing: Standing, work: Work) -> Standing:
    return work.remembered.statistics[printing.row.statistic_id]


def _statistic(claim: Sequence[Figure], work: Work, said: Said) -> Statistic:
    first = claim[0]
    about = next((one.approximation for one in claim if one.approximation != "exact"), Approximation.EXACT)
    as_of = next((one for one in claim if one.as_of), None)
    since = next((one for one in claim if one.since), None)
    population = next((words for one in claim if (words := work.text.words(one.population))), "")
    measure = (first.measure or population or first.unit)[:_LONGEST]
    upper = _value(first.value_to) if first.value_to is not None else None
    return Statistic(
        measure=measure,
        value=_value(first.value),
        value_to=upper if upper is not None and upper > _value(first.value) else None,
        approximation=about,
        unit=archive_unit(first)[:_LONGEST_UNIT],
        population="" if population == measure else population,
        as_of_basis=_basis(as_of.as_of_words if as_of else None, work),
        stated_by_id=next((quote.speaker_id for one in claim if (quote := said.at(one.number))), None),
        **dated("as_of", as_of.as_of if as_of else None),
        **dated("since", since.since if since else None),
        **work.stamp(first.rule, first.confidence),
    )


def _printing(figure: Figure, work: Work, said: Said) -> Suggestion:
    row = Printing(
        article_id=work.text.article,
        quote=said.at(figure.number),
        approximation=figure.approximation,
        population=work.text.words(figure.population),
        **work.stamp(figure.rule, figure.confidence),
    )
    marked = all_marked(
        (Role.NUMBER, figure.number),
        (Role.PHRASE, figure.span),
        (Role.QUALIFIER, figure.qualifier),
        (Role.POPULATION, figure.population),
        (Role.AS_OF, figure.as_of_words),
        (Role.PERIOD, figure.since_words),
    )
    return Suggestion(row=row, words=(figure.number,), marked=marked)


def _value(value: Decimal) -> Decimal:
    return value.quantize(_SMALLEST)


def _basis(words: Span | None, work: Work) -> str:
    printed = work.text.words(words)
    return f"printed “{printed}”" if printed else ""


def _take_up_figures(counted: Counted, rows: dict[Figure, Any], work: Work) -> None:
    """Give claims the rows that their printings had before, and each printing its figure."""
    statistics = work.remembered.statistics
    free = {key: one for key, one in statistics.items() if not one.taken}
    printed: dict[int, list[Figure]] = defaultdict(list)
    for figure, row in rows.items():
        printed[id(row)].append(figure)
    for claim in counted.claims:
        fresh = claim.row
        before = (one.row.statistic_id for one in claim.printings if one.before)
        had = next((key for key in before if key in free), None) if claim.ours else None
        if had is not None:
            claim.row = free.pop(had).row
            claim.changed = bring_up(claim.row, fresh, COLUMNS)
            rows.update(dict.fromkeys(printed[id(fresh)], claim.row))
        for printing in claim.printings:
            if printing.row.statistic_id is None or printing.row.statistic_id != claim.row.pk:
                counted.left_figures |= {printing.row.statistic_id} - {None}
                printing.row.statistic = claim.row
                printing.changed |= {"statistic_id"}
    counted.lost_figures = list(free.values())


def _count_out_of(figures: Iterable[Figure], counted: Counted, rows: dict[Figure, Any], work: Work) -> None:
    """Tell which figure is the denominator of which; none is that of its own denominator, however far."""
    ours = {id(claim.row) for claim in counted.claims if claim.ours}
    wholes: dict[int, Any] = {}
    for figure in figures:
        row, whole = rows.get(figure), rows.get(figure.out_of) if figure.out_of else None
        if whole is not None and id(row) in ours and id(row) not in wholes and not _leads_to(whole, row, wholes, work):
            wholes[id(row)] = whole
    counted.outs = [(claim.row, wholes.get(id(claim.row))) for claim in counted.claims if claim.ours]


def _leads_to(row: Any, end: Any, wholes: dict[int, Any], work: Work) -> bool:
    passed = set[int]()
    while row is not None and id(row) not in passed:
        if row is end:
            return True
        passed.add(id(row))
        before = work.remembered.statistics.get(row.out_of_id) if row.out_of_id else None
        row = wholes.get(id(row)) or (before.row if before else None)
    return False
