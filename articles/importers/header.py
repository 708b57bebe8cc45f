"""The head of a raw text between headline and first paragraph: which line is deck, which is the photo's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from articles.importers.base import BlockType
from articles.importers.credits import is_photo_credit, may_be_photo_credit
from articles.importers.dateline import printed_day
from articles.importers.lines import Label, Labels, Line

_DECK: Final = Label(BlockType.DECK)
_CREDIT: Final = Label(BlockType.PHOTO_CREDIT)
_CAPTION: Final = Label(BlockType.PHOTO_CAPTION)
DAY: Final = Label(BlockType.BYLINE, "day of publication")


def label_header(headline: Line, lines: Sequence[Line], *, byline_groups: set[int]) -> Labels:
    """Label the lines of the head but the headline and the byline, in their order.

    The deck stands alone under the headline; the photo's credit and caption stand together, mostly with
    the byline right under them. Where empty lines are missing their order decides.
    """
    labels: Labels = {line.number: DAY for line in lines if printed_day(line)}
    rest = [line for line in lines if line.number not in labels]
    credit = next((at for at, line in enumerate(rest) if is_photo_credit(line)), None)
    by_order = _by_position(headline, rest, byline_groups) if credit is None else _around_credit(headline, rest, credit)
    return labels | {line.number: label for line, label in zip(rest, by_order, strict=True)}


def _around_credit(headline: Line, lines: Sequence[Line], credit: int) -> Iterator[Label]:
    """Label by the first credit: what follows are captions; the line before it is one when none follows."""
    alone_below = credit + 1 == len(lines) or lines[credit + 1].group != lines[credit].group
    joined_above = credit > 0 and lines[credit - 1].group == lines[credit].group != headline.group
    for at, line in enumerate(lines):
        if at < credit:
            caption_first = at == credit - 1 and alone_below and joined_above
            yield _CAPTION if caption_first else _DECK
        else:
            yield _CREDIT if is_photo_credit(line) else _CAPTION


def _by_position(headline: Line, lines: Sequence[Line], byline_groups: set[int]) -> Iterator[Label]:
    """Label when no line is a credit by its form."""
    photo = _photo_lines(headline, lines, byline_groups)
    has_credit = len(photo) > 1 and may_be_photo_credit(photo[0])
    deck: Line | None = None
    for line in lines:
        if line in photo:
            yield _CREDIT if has_credit and line is photo[0] else _CAPTION
        elif deck is None or line.group == deck.group != headline.group:
            deck = deck or line
            yield _DECK
        else:
            yield _CAPTION


def _photo_lines(headline: Line, lines: Sequence[Line], byline_groups: set[int]) -> list[Line]:
    """Return the lines that stand with the byline, else those under what may be a credit, else all but the first's."""
    together = {
        line.group for line, below in pairwise(lines) if line.group == below.group and may_be_photo_credit(line)
    }
    for meant in (byline_groups, together):
        photo = [line for line in lines if line.group in meant - {headline.group}]
        if photo:
            return photo
    return [line for line in lines[1:] if line.group != lines[0].group or line.group == headline.group]
