"""./run bench stems [FILE] [--list]: which word forms meet in search, and which wrongly do.

FILE holds word families, tests/data/words/families.txt unless told. Each line is a family (`serang menyerang serangan`:
each pair of it should meet) or two words that must not meet (`menteri != teri`); `[id]` and `[en]` on a line of their
own tell the language of what follows; `#` begins a comment. A word with a hyphen meets if one of its parts does.

Two words meet when a text that holds one is found by the other typed without quotation marks. Both halves of a list
are reported, every other line: the rules of the archive were written with the first half of its own list in view, the
second was only counted. Beside the archive's families stand those of PySastrawi, simplemma and Snowball where these
are installed (`pip install PySastrawi simplemma snowballstemmer`), and what two of the three agree on.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from itertools import combinations
from pathlib import Path
from typing import Any, Final

ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)  # instead of this folder: bench/html.py must not stand in the way of Python's own html

from articles.text.stemming import english, indonesian  # noqa: E402 - the checkout is not installed
from articles.text.stems import asked, stored  # noqa: E402

FAMILIES: Final = ROOT / "tests/data/words/families.txt"
SNOWBALL: Final = {"id": "indonesian", "en": "english"}
CLEARED: Final = (stored, asked, indonesian.root, english.root)

Stem = Callable[[str], str]
Meets = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a list says of one language."""

    families: list[list[str]] = field(default_factory=list)
    strangers: list[tuple[str, str]] = field(default_factory=list)

    def half(self, number: int) -> Words:
        return Words(families=self.families[number::2], strangers=self.strangers[number::2])

    def all(self) -> list[str]:
        return [word for family in self.families for word in family] + [
            word for pair in self.strangers for word in pair
        ]


def main() -> None:
    """Read the list and print a line for each way of stemming and half of the list."""
    options = asked_for()
    print(
        f"{'language':9}{'words by':12}{'half':6}"
        f"{'pairs meet':>12}{'whole families':>16}{'strangers meet':>16}{'words/s':>10}"
    )
    for language, words in read(options.file).items():
        for name, meets, speed in ways(language, words):
            for number in (0, 1):
                print(line(language, name, number, words.half(number), meets, speed))
                if options.list and name == "archive":
                    print(*faults(words.half(number), meets), sep="\n")


def asked_for() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="./run bench stems", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=FAMILIES)
    parser.add_argument("--list", action="store_true", help="name the pairs that are wrong")
    return parser.parse_args()


def read(path: Path) -> dict[str, Words]:
    """Read a list of families by language."""
    found: dict[str, Words] = {}
    language = "id"
    for text in path.read_text(encoding="utf-8").splitlines():
        if text.startswith("["):
            language = text.strip(" []")
        elif "!=" in text:
            one, other = text.split("!=")
            found.setdefault(language, Words()).strangers.append((one.strip(), other.strip()))
        elif words := text.partition("#")[0].split():
            found.setdefault(language, Words()).families.append(words)
    return found


def ways(language: str, words: Words) -> Iterator[tuple[str, Meets, float]]:
    """Yield each way of stemming: its name, whether it lets two words meet, words a second never seen before."""
    everything = words.all()
    for memory in CLEARED:
        memory.cache_clear()
    own = english.root if language == "en" else indonesian.root
    yield "archive", lambda one, other: meets(one, other, language), speed_of(own, everything)
    others = dict(stemmers(language))
    if len(others) == 3:  # Sastrawi knows Indonesian alone
        others["two agree"] = agreed(list(others.values()))
    for name, stem in others.items():
        yield name, same(stem), speed_of(stem, everything)


def meets(one: str, other: str, language: str) -> bool:
    """Whether a text in `language` that prints the one is found by the other, and the other way round."""
    return found_by(one, other, language) and found_by(other, one, language)


def found_by(printed: str, typed: str, language: str) -> bool:
    """Whether a text that prints the one is found by the other."""
    holds = {lexeme for part in printed.split("-") for lexeme in (part, *stored(part, language))}
    return any(not holds.isdisjoint({part, *asked(part)}) for part in typed.split("-"))


def stemmers(language: str) -> Iterator[tuple[str, Stem]]:
    """Yield those of other projects that are installed."""
    if language == "id" and (sastrawi := installed("Sastrawi.Stemmer.StemmerFactory")):
        yield "Sastrawi", sastrawi.StemmerFactory().create_stemmer(isDev=False).stem
    if simplemma := installed("simplemma"):
        yield "simplemma", lambda word: str(simplemma.lemmatize(word, lang=language)).lower()
    if snowball := installed("snowballstemmer"):
        yield "Snowball", snowball.stemmer(SNOWBALL[language]).stemWord


def installed(module: str) -> Any:
    """Return a module; None where it is not installed."""
    try:
        return import_module(module)
    except ImportError:
        return None


def agreed(stems: Sequence[Stem]) -> Stem:
    """Return what most of the stemmers say, or the first where none agree."""

    def stem(word: str) -> str:
        said = [stem(word) for stem in stems]
        best, count = Counter(said).most_common(1)[0]
        return best if count > 1 else said[0]

    return stem


def same(stem: Stem) -> Meets:
    """Return whether two words, or a part of each, have one stem."""

    def meet(one: str, other: str) -> bool:
        return not {stem(part) for part in one.split("-")}.isdisjoint(stem(part) for part in other.split("-"))

    return meet


def speed_of(stem: Stem, words: Sequence[str]) -> float:
    """Return words a second, once whatever is read from disk is there."""
    stem("serang")
    began = time.perf_counter()
    for word in words:
        stem(word)
    return len(words) / (time.perf_counter() - began)


def line(language: str, name: str, number: int, words: Words, meets: Meets, speed: float) -> str:
    """Return the figures of one half."""
    pairs = [(one, other) for family in words.families for one, other in combinations(family, 2)]
    met = sum(meets(*pair) for pair in pairs)
    whole = sum(all(meets(*pair) for pair in combinations(family, 2)) for family in words.families)
    wrong = sum(meets(*pair) for pair in words.strangers)
    return (
        f"{language:9}{name:12}{('first', 'second')[number]:6}{met / max(1, len(pairs)):12.1%}"
        f"{whole / max(1, len(words.families)):16.1%}{wrong:8} of {len(words.strangers):<4}{speed:10,.0f}"
    )


def faults(words: Words, meets: Meets) -> Iterator[str]:
    """Yield what does not meet though it should, and the other way round."""
    for family in words.families:
        if parted := [f"{one} {other}" for one, other in combinations(family, 2) if not meets(one, other)]:
            yield f"    parted: {', '.join(parted[:4])}"
    yield from (f"    wrongly meet: {one} {other}" for one, other in words.strangers if meets(one, other))


if __name__ == "__main__":
    main()
