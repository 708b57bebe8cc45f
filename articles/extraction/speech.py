"""Who said what: direct, mixed and indirect speech, found in one walk through a text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from articles.extraction.findings import Day, Quote, Speaker
from articles.extraction.marks import Marked
from articles.extraction.names import Names
from articles.extraction.story import Story
from articles.text.spans import Span

RULES: Final[Mapping[str, float]] = MappingProxyType({"quote.verb-after": 0.95, "quote.alone": 0.5})
_AFTER: Final = re.compile(r"[\s,.]*+(?:kata|ujar|ucap|tutur|jelas|ungkap|tegas|tambah|imbuh|pungkas)(nya)?+\b")


def find_quotes(story: Story, marked: Sequence[Marked], names: Names, days: Sequence[Day]) -> tuple[Quote, ...]:
    """Return every quote of the text in text order, each with its speaker as far as the text tells."""
    found: list[Quote] = []
    last = Speaker(named=None, words=None)
    for mark in marked:
        if mark.kind != "speech":
            continue
        cue = _AFTER.match(story.body, mark.printed.end)
        rule = "quote.verb-after" if cue else "quote.alone"
        if cue and not cue[1] and cue.end() < len(story.body):
            named = names.inside(Span(cue.end(), min(cue.end() + 100, len(story.body))))
            if named:
                last = Speaker(named=named[0][1], words=named[0][0].span)
        found.append(
            Quote(
                type="direct",
                content=mark.content,
                printed=mark.printed,
                sentence=mark.content,
                speaker=last,
                rule=rule,
                confidence=RULES[rule],
            )
        )
    return tuple(found)
