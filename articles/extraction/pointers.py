"""Lines that point to another article in the middle of a text: their headlines tell nothing that it reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from articles.extraction.wording import Wording
from articles.text.spans import Span

_LONGEST_SMALL: Final = 3  # letters of words that headlines leave small
_SHORTEST_HEADLINE: Final = 4  # words


def without_pointers(wording: Wording, stretch: Span) -> Iterator[tuple[range, int]]:
    """Yield the words of a stretch before and behind each "Baca juga: A Headline", with the place where they end."""
    here = wording.within(stretch.start, stretch.end)
    first, at = here.start, here.start
    while at < here.stop:
        length = wording.phrase(at, wording.said.pointers) if wording.is_capital(at) else 0
        if length and (at == here.start or ":" in wording.gap(at + length - 1)):
            yield range(first, at), wording.starts[at]
            first = at = _past_headline(wording, here, at + length)
        else:
            at += 1
    yield range(first, here.stop), stretch.end


def _past_headline(wording: Wording, here: range, first: int) -> int:
    """Return the first word in small letters behind a headline in capitals, where the text goes on; its end if none."""
    for at in range(first, here.stop):
        low = wording.low[at]
        if (
            not wording.is_capital(at)
            and low.isalpha()
            and len(low) > _LONGEST_SMALL
            and low not in wording.said.begins
        ):
            return at if at - first >= _SHORTEST_HEADLINE else here.stop
    return here.stop
