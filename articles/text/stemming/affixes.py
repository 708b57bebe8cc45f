"""How Indonesian builds words: what may be cut from one, and what each cut costs.

A word is prefixes, a root, a suffix and clitics: mem-per-tanggungjawab-kan, ke-tidak-pasti-an-nya. The nasal of
meN- and peN- may swallow the first letter of the root (menulis, tulis); then both readings are offered. Nothing
here knows a root: `indonesian` keeps of all readings the cheapest whose root is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

SHORTEST_ROOT: Final = 3
_CLITICS: Final = (("lah", "kah", "pun"), ("nya", "ku", "mu"))  # outer, inner
_SUFFIXES: Final = ("kan", "an", "i")
_VOWELS: Final = frozenset("aeiou")
_DEEPEST: Final = 3  # prefixes: ke-tidak-ber-daya-an

# What each cut costs. Only the order of two readings of one word matters, so the unit is free.
_PREFIX, _SUFFIX, _CLITIC = 11, 10, 12
_RARE: Final = {"ke": 4, "se": 6, "menge": 6, "re": 4}
_SHORT_ROOT: Final = 12
_NO_AN: Final = 14  # ke- without -an: diketahui, mengemukakan, kehati-hatian
_LONGEST_BARE: Final = 5  # letters; a longer root in -an is most often a noun with a suffix
_NOUN: Final = 22  # a swallowed letter before a noun in -an: pengawasan is no kawasan
_ONE_K: Final = 14  # menunjukan, as many newsrooms print menunjukkan
_BER_KAN: Final = 6  # berdasarkan is, but berdesakan is ber-desak-an

# Which prefix may stand inside which. "menge" is meN- before one syllable (mengecek), "re" a doubled onset (pepohonan).
_INSIDE: Final = {
    "di": {"per", "pe", "ber", "ke", "se", "ter"},
    "me": {"per", "pe", "ber", "ke", "se"},
    "pe": {"per", "ber", "ke", "se"},
    "ke": {"ter", "ber", "se", "pe", "per", "tidak"},
    "ber": {"ke", "pe", "per", "se"},
    "ter": {"per", "ke", "se"},
    "per": {"se", "ke", "ber"},
    "se": {"pe", "per", "ke"},
    "tidak": {"ber", "se", "ter", "me", "pe", "ke"},
}
# Which suffixes go with the outermost prefix; one that is not named takes any.
_SUFFIXES_OF: Final = {
    "di": ("", "i", "kan"),
    "me": ("", "i", "kan"),
    "ter": ("", "i", "kan"),
    "ber": ("", "an", "kan"),
    "pe": ("", "an"),
    "se": ("", "an"),
    "re": ("an",),
    "tidak": (),  # only inside ke-
}


class Ending(NamedTuple):
    base: str  # what is left in front
    suffix: str  # "" when none was cut
    cost: int


class Reading(NamedTuple):
    root: str
    cost: int


class _Prefix(NamedTuple):
    name: str
    rest: str
    cost: int


def readings(word: str) -> Iterator[Reading]:
    """Yield all that a casefolded word may be built on, itself not among them; most are no roots."""
    for ending in endings(word):
        if ending.base != word:
            yield Reading(ending.base, ending.cost + _length_cost(ending.base))
        yield from _cut(word, ending, ending.base, (), ending.cost)


def endings(word: str) -> Iterator[Ending]:
    """Yield the word itself first, then what is left when clitics, a suffix or both are cut."""
    for base, cost in _without_clitics(word):
        yield Ending(base, "", cost)
        for suffix in _SUFFIXES:
            cut = base.removesuffix(suffix)
            if cut != base and len(cut) >= SHORTEST_ROOT and not (suffix == "i" and cut.endswith("i")):
                yield Ending(cut, suffix, cost + _SUFFIX)
                if suffix == "kan":
                    yield Ending(cut + "k", suffix, cost + _SUFFIX + _ONE_K)


def _without_clitics(word: str) -> Iterator[tuple[str, int]]:
    found = [(word, 0)]
    for clitics in _CLITICS:
        for base, cost in tuple(found):
            found += [(cut, cost + _CLITIC) for c in clitics if len(cut := base.removesuffix(c)) >= 3 and cut != base]
    return iter(found)


def _cut(word: str, ending: Ending, base: str, outer: tuple[str, ...], cost: int) -> Iterator[Reading]:
    """Yield the readings of `base`, what is left of `word` behind the prefixes `outer`."""
    for name, rest, extra in _prefixes(base):
        if len(rest) < SHORTEST_ROOT or (outer and name not in _INSIDE.get(outer[-1], ())):
            continue
        inner, sum_ = (*outer, name), cost + _PREFIX + extra
        if _fits(inner, ending.suffix):
            yield Reading(rest, sum_ + _length_cost(rest) + _odd(word, inner, rest, ending.suffix))
        if len(inner) < _DEEPEST:
            yield from _cut(word, ending, rest, inner, sum_)


def _fits(prefixes: tuple[str, ...], suffix: str) -> bool:
    outermost = prefixes[0]
    if outermost == "ke":
        return suffix == "an" or len(prefixes) == 1
    if outermost == "ber" and len(prefixes) > 1 and prefixes[1] == "ke":
        return suffix == "an"
    return suffix in _SUFFIXES_OF.get(outermost, (suffix,))


def _odd(word: str, prefixes: tuple[str, ...], root: str, suffix: str) -> int:
    """Return what a reading costs more because words are seldom built so."""
    if prefixes == ("ke",) and suffix != "an":
        return _NO_AN
    if prefixes == ("ber",) and suffix == "kan":
        return _BER_KAN
    swallowed = prefixes in {("pe",), ("me",)} and not word.startswith(prefixes[0] + root)
    return _NOUN if swallowed and len(root) > _LONGEST_BARE and root.endswith("an") else 0


def _length_cost(root: str) -> int:
    return _SHORT_ROOT if len(root) == SHORTEST_ROOT else 0


def _prefixes(base: str) -> Iterator[_Prefix]:
    for name in ("di", "ke", "se", "tidak"):
        if base.startswith(name):
            yield _Prefix(name, base.removeprefix(name), _RARE.get(name, 0))
    for name in ("me", "pe"):
        if base.startswith(name):
            yield from _nasal(name, base[2:])
    for name in ("ber", "ter", "per"):
        if base.startswith(name[:2]):
            yield from _before_r(name, base)
    if base[:1] == base[2:3] != "" and base[1:2] == "e":
        yield _Prefix("re", base[2:], _RARE["re"])


def _before_r(name: str, base: str) -> Iterator[_Prefix]:
    """Yield ber-, ter- and per-, which lose their r before another (berenang, bekerja) and have an l in ajar."""
    if base.startswith(name):
        yield _Prefix(name, base[3:], 0)
        yield _Prefix(name, base[2:], 2)
    elif base[2:3] not in _VOWELS and base[3:5] == "er":
        yield _Prefix(name, base[2:], 2)
    elif base[2:] == "lajar":
        yield _Prefix(name, "ajar", 0)


def _nasal(name: str, rest: str) -> Iterator[_Prefix]:
    """Yield the readings of meN- or peN- before `rest`, with the letter that the nasal may have swallowed."""
    first, second = rest[:1], rest[1:2]
    if first and first in "lrwymn":
        yield _Prefix(name, rest, 0)
    elif name == "pe" and first not in _VOWELS:
        yield _Prefix(name, rest, 6)  # pekerja, petani
    if first == "m":
        yield from _swallowed(name, rest[1:], "p", kept="bfvp")
    elif rest.startswith("ng"):
        yield from _velar(name, rest[2:])
    elif rest.startswith("ny") and rest[2:3] in _VOWELS:
        yield _Prefix(name, "s" + rest[2:], 2)
    elif first == "n" and second:
        yield from _swallowed(name, rest[1:], "t", kept="dcjzst")


def _swallowed(name: str, rest: str, letter: str, *, kept: str) -> Iterator[_Prefix]:
    if rest[:1] in _VOWELS:
        yield _Prefix(name, letter + rest, 4)
    elif rest[:1] and rest[0] in kept:
        yield _Prefix(name, rest, 4 if rest[0] in "pts" else 0)  # memproses, mentransfer: the newer loans


def _velar(name: str, rest: str) -> Iterator[_Prefix]:
    if rest[:1] in _VOWELS:
        yield _Prefix(name, rest, 0)
        yield _Prefix(name, "k" + rest, 4)
    elif rest[:1] in {"g", "h", "k"}:
        yield _Prefix(name, rest, 2 if rest[0] == "k" else 0)
    if rest[:1] == "e" and len(rest) > SHORTEST_ROOT and _syllables(rest[1:]) == 1:
        yield _Prefix("menge", rest[1:], _RARE["menge"])


def _syllables(word: str) -> int:
    return sum(now in _VOWELS and before not in _VOWELS for before, now in zip(" " + word, word, strict=False))
