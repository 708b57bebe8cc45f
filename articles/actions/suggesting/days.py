"""Days printed in the text: suggested dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from articles.actions.suggesting.quotes import Said
from articles.actions.suggesting.remembered import Standing, much_alike
from articles.actions.suggesting.rows import Suggestion, Work, dated, stands
from articles.extraction.findings import Day
from articles.models import Anchor, DateMention

COLUMNS: Final = (
    *("kind", "value", "value_earliest", "value_latest", "basis", "printed_weekday", "weekday_fits"),
    *("quote_id", "tool", "confidence"),
)
_LONGEST_WEEKDAY: Final = 20


def dates_of(days: tuple[Day, ...], work: Work, said: Said) -> Iterator[Suggestion]:
    """Yield a date for each day about whose words nobody has decided."""
    for day in days:
        if stands(work.text, day.span) and not _is_settled(day, work):
            weekday = day.weekday[:_LONGEST_WEEKDAY] if day.weekday_fits is not None else ""
            row = DateMention(
                article_id=work.text.article,
                kind=day.kind,
                basis=day.basis,
                printed_weekday=weekday,
                weekday_fits=day.weekday_fits if weekday else None,
                quote=said.at(day.span),
                **dated("value", day.value),
                **work.stamp(day.rule, day.confidence),
            )
            yield Suggestion(row=row, words=(day.span,), marked=[(Anchor.Role.PHRASE, day.span)])


def _is_settled(day: Day, work: Work) -> bool:
    shelf, value = work.remembered.shelves["date"], day.value.edtf if day.value else ""
    if any(one.row.value == value for one in shelf.lost_as(work.text.story.words(day.span), day.span)):
        return True
    return any(_says_no(day, one) for one in shelf.taken((day.span,)))


def _says_no(day: Day, standing: Standing) -> bool:
    """Whether a decision about these words leaves no room; a rejected reading of them leaves room for another one."""
    if not standing.rejected:
        return True
    return much_alike((day.span,), standing.words) and standing.row.value == (day.value.edtf if day.value else "")
