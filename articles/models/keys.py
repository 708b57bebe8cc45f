"""What an article holds beside its words, as numbers in its entry, so that one index answers words and facts at once.

A number is `pk << 5 | what << 1 | suggested`: the row that is meant (0: none is), the `Key`, and 1 when nothing but
suggestions says so. The database writes them (`newsarchive_entry`, migration 0012), whatever changes a fact.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import Final

from django.conf import settings

_WHAT_BITS: Final = 4
_SUGGESTED: Final = 1


class Key(IntEnum):
    """What of an article a number tells. No value is ever given a second meaning: entries hold them."""

    NAMED = 1  # an entity that it names outside of other names (`Mention.counted`) and that is not its publisher
    OWN_NAME = 2  # its publisher, where it names that
    PUBLISHER = 3
    TOPIC = 4  # as given, not the broader ones
    SPEAKER = 5  # of one of its quotes
    STATED_BY = 6  # who states one of its figures
    QUOTES = 7  # has some
    FIGURES = 8  # has some
    CONFIRMED = 9  # an editor has confirmed a fact of it
    WAITING = 10  # a fact of it waits for an editor, and readers see it meanwhile


# Who asks for articles that name a paper means its own articles too.
_MEANT: Final = {Key.NAMED: (Key.NAMED, Key.OWN_NAME)}
# Which last bits there are: most may rest on suggestions alone or not.
_RESTS: Final = {Key.PUBLISHER: (False,), Key.CONFIRMED: (False,), Key.WAITING: (True,)}


def number(what: Key, pk: int = 0, *, suggested: bool = False) -> int:
    """Return the one number; `suggested`: nothing but suggestions says so."""
    return pk << _WHAT_BITS + 1 | what << 1 | suggested


def asked(what: Key, pks: Iterable[int] = (0,)) -> list[int]:
    """Return all numbers that answer "does it hold one of these?", for `keys__overlap`.

    NAMED takes OWN_NAME in. What rests on suggestions answers as long as readers see those.
    """
    show = settings.NEWSARCHIVE_SHOW_UNREVIEWED
    return [
        number(one, pk, suggested=suggested)
        for pk in pks
        for one in _MEANT.get(what, (what,))
        for suggested in _RESTS.get(one, (False, True))
        if show or not suggested
    ]


def read(held: int) -> tuple[Key, int, bool]:
    """Return what a number says: the key, the row (0: none is meant), and whether suggestions alone say so."""
    return Key(held >> 1 & (1 << _WHAT_BITS) - 1), held >> _WHAT_BITS + 1, bool(held & _SUGGESTED)
