"""The foot of a text: the line that signs it, and the publisher's tags below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from articles.importers.base import BlockType
from articles.importers.credits import is_sign_off
from articles.importers.lines import Label, Labels, Line

SIGNED: Final = Label(BlockType.BYLINE, "sign-off")
_TAG: Final = Label(BlockType.BOILERPLATE, "tag")
_TAGS: Final = Label(BlockType.BOILERPLATE, "tags")
_TAG_WORDS: Final = 6
_FEWEST: Final = 2  # tags, where no line signs the text: one may be the rest of a sentence
_LISTED: Final = re.compile(r"(?:[^,.;:!?\s]+(?: [^,.;:!?\s]+){0,3}, ){2,}[^,.;:!?\s]+(?: [^,.;:!?\s]+){0,3}")


def label_foot(own: Sequence[Line], labels: Labels) -> Labels:
    """Return what the last of the newsroom's `own` lines are, where they are none of its text.

    `labels` tell of the other lines. Short lines under the one that signs the text are tags, however they are written;
    without such a line only those in small letters are, at least two of them, or one with commas.
    """
    if own and own[-1].bare.islower() and _LISTED.fullmatch(own[-1].bare):
        return {own[-1].number: _TAGS, **label_foot(own[:-1], labels)}
    tags = list(takewhile(_may_be_tag, reversed(own)))
    above = own[-len(tags) - 1] if len(tags) < len(own) else None
    signs = {above.number: SIGNED} if above and is_sign_off(above) else {}
    if not (signs or _is_signed(own, tags, labels)):
        tags = list(takewhile(lambda line: line.bare.islower(), tags))
        tags = tags if len(tags) >= _FEWEST else []
    return signs | {line.number: _TAG for line in tags}


def _may_be_tag(line: Line) -> bool:
    return line.words <= _TAG_WORDS and not (line.closes or line.introduces)


def _is_signed(own: Sequence[Line], tags: Sequence[Line], labels: Labels) -> bool:
    """Whether a line that signs the text stands right over the tags, which are in reverse order."""
    if not tags or len(tags) == len(own):
        return False
    between = range(own[-len(tags) - 1].number + 1, tags[-1].number)
    return any(labels.get(number) == SIGNED for number in between)
