"""Which words of a text say what it is about: a search by relevance looks at these first, as they are few.

They keep the places and weights that they have in the whole, so that a question that meets these words meets them in
both, phrases too, and finds nothing in the lead that the whole has not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, takewhile
from typing import Final

from articles.text.analysis import Field, Placed, placed, written
from articles.text.stemming import english, indonesian

# Raised when the leads written before would rank otherwise (tests/text/test_leads.py).
EDITION: Final = "lead-1"
MOST_HEADED: Final = 40  # lexemes of headline and deck
MOST_BEGUN: Final = 20  # of the first paragraph
MOST_REPEATED: Final = 8  # of those that stand anywhere
MOST_PLACES: Final = 4  # of one lexeme: what a place adds to the rank becomes less with each
_HEADING: Final = "AB"
_CAPTION: Final = "C"
_BEGINNING: Final = "D"


def vectors(fields: Iterable[Field], language: str = "") -> tuple[str, str]:
    """Return the tsvector of a text and its lead, in the notation of PostgreSQL; `fields` as `analysis.tsvector`.

    The first field of weight D is the first paragraph, of which small words (yang, the) are left out.
    """
    fields = list(fields)
    whole = placed(fields, language)
    first = next((end for field, end in zip(fields, whole.ends, strict=True) if field.weight == _BEGINNING), 0)
    lead = dict.fromkeys([*_headed(whole), *_begun(whole, first), *_repeated(whole)])
    return written(whole.lexemes), written({lexeme: whole.lexemes[lexeme][:MOST_PLACES] for lexeme in lead})


def _headed(whole: Placed) -> Iterator[str]:
    headed = takewhile(lambda found: found[1][0][-1] in _HEADING, whole.lexemes.items())
    return (lexeme for lexeme, _ in islice(headed, MOST_HEADED))


def _begun(whole: Placed, end: int) -> Iterator[str]:
    """Yield what stands in the first paragraph, which ends at a position, and not in the headline."""
    begun = takewhile(lambda found: int(found[1][0][:-1]) <= end, whole.lexemes.items())
    own = (lexeme for lexeme, places in begun if _begins(places, end) and not _small(lexeme))
    return islice(own, MOST_BEGUN)


def _begins(places: list[str], end: int) -> bool:
    if places[0][-1] in _CAPTION:  # captions stand before it
        return any(place[-1] == _BEGINNING and int(place[:-1]) <= end for place in places)
    return places[0][-1] == _BEGINNING


def _repeated(whole: Placed) -> Iterator[str]:
    often = [found for found in whole.lexemes.items() if len(found[1]) > 1]
    often.sort(key=_times, reverse=True)  # of equal ones those that come first
    return islice((lexeme for lexeme, _ in often if not _small(lexeme)), MOST_REPEATED)


def _times(found: tuple[str, list[str]]) -> int:
    return len(found[1])


@lru_cache(maxsize=2**16)
def _small(lexeme: str) -> bool:
    return len(lexeme) == 1 or indonesian.small(lexeme) or english.small(lexeme)
