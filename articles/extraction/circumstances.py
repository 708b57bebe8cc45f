"""When, where, to whom and by what way something was said: what the sentences around a quote tell of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from articles.extraction.findings import Circumstances, Day
from articles.extraction.story import Story
from articles.text.spans import Span

if TYPE_CHECKING:
    from articles.extraction.names import Names


def circumstances(
    story: Story, quote: Span, sentences: Span, names: Names, days: Sequence[Day], before: Circumstances | None
) -> Circumstances:
    """Return what is told of `quote` in the text of `sentences`, the quoted words themselves left out.

    `sentences`: from the first to the last character of what reports it. `before`: those of the same speaker's quote
    before, whose day may be taken over; who passed words on never is.
    """
    return Circumstances()
