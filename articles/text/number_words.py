"""Numerals spelled out, Indonesian and English, and how they add up.

A numeral is read word by word into a `RunningNumber`, which refuses the word that cannot follow; so the
longest numeral is the one before the first refusal.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final


class Role(Enum):
    """What a word does to the numeral before it."""

    UNIT = "unit"  # dua, two
    TEEN = "teen"  # sepuluh, eleven: complete below a hundred
    TENS = "tens"  # twenty: a unit may follow
    MAKES_TEEN = "belas"  # dua belas
    MAKES_TENS = "puluh"  # dua puluh
    HUNDRED = "hundred"  # dua ratus, two hundred
    ONE_HUNDRED = "seratus"
    SCALE = "scale"  # dua ribu, 1,1 juta, two million
    ONE_SCALE = "seribu"


@dataclass(frozen=True, slots=True)
class NumberWord:
    """One word of a numeral."""

    role: Role
    value: int


def _words(role: Role, **values: int) -> dict[str, NumberWord]:
    return {word: NumberWord(role, value) for word, value in values.items()}


_INDONESIAN: Final = (
    _words(Role.UNIT, satu=1, dua=2, tiga=3, empat=4, lima=5, enam=6, tujuh=7, delapan=8, sembilan=9)
    | _words(Role.TEEN, nol=0, sepuluh=10, sebelas=11)
    | _words(Role.MAKES_TEEN, belas=10)
    | _words(Role.MAKES_TENS, puluh=10)
    | _words(Role.HUNDRED, ratus=100)
    | _words(Role.ONE_HUNDRED, seratus=100)
    | _words(Role.SCALE, ribu=10**3, rb=10**3, juta=10**6, jt=10**6, miliar=10**9, milyar=10**9, triliun=10**12)
    | _words(Role.SCALE, trilyun=10**12, kuadriliun=10**15)
    | _words(Role.ONE_SCALE, seribu=10**3, sejuta=10**6, semiliar=10**9, setriliun=10**12)
)
_ENGLISH: Final = (
    _words(Role.UNIT, one=1, two=2, three=3, four=4, five=5, six=6, seven=7, eight=8, nine=9)
    | _words(Role.TEEN, zero=0, ten=10, eleven=11, twelve=12, thirteen=13, fourteen=14, fifteen=15)
    | _words(Role.TEEN, sixteen=16, seventeen=17, eighteen=18, nineteen=19)
    | _words(Role.TENS, twenty=20, thirty=30, forty=40, fifty=50, sixty=60, seventy=70, eighty=80, ninety=90)
    | _words(Role.HUNDRED, hundred=100)
    | _words(
        Role.SCALE, thousand=10**3, lakh=10**5, crore=10**7, million=10**6, bn=10**9, billion=10**9, trillion=10**12
    )
    | _words(Role.SCALE, quadrillion=10**15)
)
WORDS: Final = {"id": _INDONESIAN, "en": _ENGLISH, "": _INDONESIAN | _ENGLISH}
# In a text of one language the scales of the other still count ("1.1 million" in an Indonesian quote);
# its units do not: Ten Hag is a coach.
SCALES: Final = {word: entry for word, entry in WORDS[""].items() if entry.role is Role.SCALE}


_TIED_SCALES: Final = {"bn": 9, "b": 9, "tn": 12, "t": 12, "mn": 6, "jt": 6, "rb": 3, "k": 3}


def tied_scale(letters: str, language: str) -> NumberWord:
    """Return what the "bn" of "$2.3bn" means; an "m" is a million in English, a miliar in Indonesian."""
    return NumberWord(Role.SCALE, 10 ** _TIED_SCALES.get(letters.lower(), 9 if language.startswith("id") else 6))


class RunningNumber:
    """A numeral while it is read; each method returns whether the numeral goes on with this word.

    `room` is the limit under which the next addend must stay: 1000 at the start of a group of three
    digits, 100 after its hundreds, 10 after its tens, 1 when it is full.
    """

    def __init__(self) -> None:
        self._total = Decimal(0)  # groups already scaled
        self._group = Decimal(0)
        self._room = 1000
        self._scale = 10**18  # of the last scaled group; scales fall from left to right
        self._last = 0  # the number below twenty just read, which `belas`, `puluh`, `ratus` make more of
        self._room_before = 0
        self._started = False
        self._from_digits = False
        self.complete = False  # whether it may end here

    @property
    def value(self) -> Decimal:
        return self._total + self._group

    def add_digits(self, value: Decimal) -> bool:
        """Take figures: they open a group and fill it; after another group only a scale completes them."""
        if self._group or self._room < 1000:
            return False
        self.complete = not self._started
        self._group, self._room, self._last = value, 1, 0
        self._started = self._from_digits = True
        return True

    def add_word(self, word: NumberWord) -> bool:
        """Take one word of a numeral."""
        taken = self._ADDERS[word.role](self, word.value)
        if taken:
            # "2 juta dua orang" is two million, then two people.
            self.complete = not self._from_digits or word.role in {Role.SCALE, Role.ONE_SCALE}
            self._started = True
        return taken

    def _add(self, value: int, *, limit: int, room: int) -> bool:
        """Add `value`, which needs room for numbers below `limit`, and leave `room`."""
        if self._room < limit:
            return False
        self._room_before, self._last = self._room, value if room == 1 else 0
        self._group += value
        self._room = room
        return True

    def _add_unit(self, value: int) -> bool:
        return self._add(value, limit=10, room=1)

    def _add_teen(self, value: int) -> bool:
        return self._add(value, limit=100, room=1)

    def _add_tens(self, value: int) -> bool:
        return self._add(value, limit=100, room=10)

    def _multiply_unit(self, factor: int, *, limit: int, room: int, plus: int = 0) -> bool:
        highest = 19 if factor == 100 else 9  # fifteen hundred, but not sebelas puluh
        if not 0 < self._last <= highest or self._room_before < limit:
            return False
        self._group += self._last * (factor - 1) + plus
        self._last, self._room = 0, room
        return True

    def _make_teen(self, value: int) -> bool:
        return self._multiply_unit(1, limit=100, room=1, plus=value)

    def _make_tens(self, value: int) -> bool:
        return self._multiply_unit(value, limit=100, room=10)

    def _make_hundreds(self, value: int) -> bool:
        return self._multiply_unit(value, limit=1000, room=100)

    def _add_one_hundred(self, value: int) -> bool:
        return self._add(value, limit=1000, room=100)

    def _scale_group(self, value: int) -> bool:
        if not self._started:
            return False
        if value < self._scale and self._group:
            self._total += self._group * value
        elif self._scale == 10**3 < value and self._total < 10**6:
            self._total = (self._total + self._group) * value  # seribu seratus triliun
        else:
            return False
        self._group, self._room, self._scale, self._last = Decimal(0), 1000, value, 0
        return True

    def _add_one_scale(self, value: int) -> bool:
        if self._group or value >= self._scale:
            return False
        self._total += value
        self._room, self._scale, self._last = 1000, value, 0
        return True

    _ADDERS: Final = {
        Role.UNIT: _add_unit,
        Role.TEEN: _add_teen,
        Role.TENS: _add_tens,
        Role.MAKES_TEEN: _make_teen,
        Role.MAKES_TENS: _make_tens,
        Role.HUNDRED: _make_hundreds,
        Role.ONE_HUNDRED: _add_one_hundred,
        Role.SCALE: _scale_group,
        Role.ONE_SCALE: _add_one_scale,
    }
