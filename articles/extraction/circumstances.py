"""When, where, to whom and by what way something was said: what the sentences around a quote tell of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from articles.extraction.circumstance_words import CircumstanceWords
from articles.extraction.english.circumstances import ENGLISH
from articles.extraction.findings import Circumstances, Day
from articles.extraction.indonesian.circumstances import INDONESIAN
from articles.extraction.names import Names
from articles.extraction.occasions import find_listener, find_medium, find_venue
from articles.extraction.relay import find_hops
from articles.extraction.said_days import find_said, trailing_day
from articles.extraction.story import Story
from articles.extraction.surroundings import parts_around
from articles.text.spans import Span

_WORDS: Final[Mapping[str, CircumstanceWords]] = MappingProxyType({"id": INDONESIAN, "en": ENGLISH})


def circumstances(
    story: Story, quote: Span, sentences: Span, names: Names, days: Sequence[Day], before: Circumstances | None
) -> Circumstances:
    """Return what is told of `quote` in the text of `sentences`, the quoted words themselves left out.

    `sentences`: from the first to the last character of what reports it. `before`: those of the same speaker's quote
    before, whose day may be taken over; who passed words on never is.
    """
    words = _WORDS.get(story.language, INDONESIAN)
    parts = parts_around(story.body, quote, sentences, days, words.relays)
    hops = find_hops(parts, names, words)
    saying = [part for whole in parts if (part := whole.until(words.more_said))]
    listener = find_listener(saying, names, words, hops)
    medium = find_medium(saying, words)
    if medium and any(hop.words.contains(medium) for hop in hops):
        medium = None
    taken = [*(hop.words for hop in hops), medium, listener.words if listener else None]
    said = find_said(story, parts, words, trailing_day(story.body, quote, days), before)
    return Circumstances(
        said=said.day if said else None,
        said_words=said.words if said else None,
        said_basis=said.basis if said else "",
        addressee=listener.named if listener else None,
        addressee_words=listener.words if listener else None,
        venue=find_venue(saying, names, words, taken),
        medium=medium,
        hops=hops,
    )
