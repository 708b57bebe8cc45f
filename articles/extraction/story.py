"""A text as the rules read it: its paragraphs and sentences, each with its place in the stored body."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from heapq import merge
from typing import Final

from articles.text.dates import FuzzyDate
from articles.text.sentences import breaks
from articles.text.spans import Span

# A full stop after these ends no sentence: titles, degrees, initials, abbreviations.
_SHORTENED: Final = re.compile(
    r"(?:^|[\s(“\"‘/,\u200b-\u200f\ufeff])(?:[^\W\d_]|[Dd]rs?|[Dd]ra|[Dd]r[gh]|[Pp]rof|Ir|Hj|KH|[Uu]st|Tgk|Tn|Ny|Sdr|Rp|Rep|Red|No|Nos|"
    r"Jl|Jln|Gg|Kec|Kab|Kel|Ds|Tgl|Hlm|Bpk|Mr|Mrs|Ms|St|Sen|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Hon|Jr|Sr|vs|[Dd]kk|tsb|cq|"
    r"[Pp]l[th]|Pjs?|Pgs|Kombes|Kompol|Pol|Purn|Letkol|Letjen|Letda|Lettu|Mayjen|Brigjen|Irjen|Komjen|Jend|Kol|Kapt|"
    r"Iptu|Ipda|Aiptu|Aipda|Bripka|Brigpol|Bripda|Briptu|Serka|Serma|Serda|Sertu|Kopda|Koptu|Praka|Pratu|Inf|Mar|Apt|apt|Ns|"
    r"Bdn|Lc|[SM]\.?[A-Z][a-z]{0,3}|Ph\.D|Psi|[A-Z]\.[A-Z])\.$"
)
_LONGEST_SHORTENED: Final = 10
# A page that lost the space between two sentences: "surut.Warga pulang".
_GLUED: Final = re.compile(r"(?<=[a-z]{4})[.!?][”\"]?(?!Com\b|Id\b|Net\b|Org\b)(?=[A-Z][a-z]*[ ,])")


@dataclass(frozen=True, kw_only=True)
class Story:
    """One text. Every offset of a finding counts code points of `body`, from 0, the end exclusive.

    `body` is what a version stores: paragraphs joined by a blank line, rule n1.
    """

    body: str
    language: str = "id"  # whose rules read it: "id" or "en"
    published: FuzzyDate | None = None  # the publisher's local day; None when it is not known

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Every stretch between blank lines, in order."""
        return tuple(Span(*found.span()) for found in re.finditer(r"[^\n]++(?:\n(?!\n)[^\n]++)*+", self.body))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Every sentence, in order; none crosses a paragraph. Full stops inside quotation marks end sentences too."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in _sentences(self.body, paragraph))

    def paragraph_at(self, place: int) -> Span:
        """Return the paragraph that holds the character at `place`, or the one before it."""
        return self.paragraphs[_index(self._paragraph_starts, place)]

    def sentence_at(self, place: int) -> Span:
        """Return the sentence that holds the character at `place`, or the one before it."""
        return self.sentences[_index(self._sentence_starts, place)]

    def sentences_in(self, span: Span) -> tuple[Span, ...]:
        """Return the sentences that `span` holds or cuts, in order."""
        first, last = _index(self._sentence_starts, span.start), _index(self._sentence_starts, span.end - 1)
        return self.sentences[first : last + 1]

    def words(self, span: Span) -> str:
        return self.body[span.start : span.end]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]


def _index(starts: list[int], place: int) -> int:
    return max(0, bisect_right(starts, place) - 1)


def _sentences(body: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    words = paragraph.of(body)
    glued = ((found.end(), found.end()) for found in _GLUED.finditer(words))
    for end, after in merge(breaks(words), glued):
        stop = paragraph.start + end
        if _SHORTENED.search(body, max(start, stop - _LONGEST_SHORTENED), stop):
            continue
        yield Span(start, stop)
        start = paragraph.start + after
    yield Span(start, paragraph.end)
