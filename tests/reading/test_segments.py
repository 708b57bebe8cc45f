"""A text cut along its marks: no word is lost, and every mark is found again, however marks overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from unittest import TestCase

from hypothesis import given
from hypothesis import strategies as st

from articles.reading.segments import Mark, Node, Piece, nest, plain
from articles.text.spans import Span

TEXTS = st.text(alphabet="ab “”\u00a0é😀", min_size=1, max_size=40)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(TEXTS)
    starts = st.integers(0, len(text) - 1)
    marks = []
    for number in range(draw(st.integers(0, 8))):
        start = draw(starts)
        end = draw(st.integers(start + 1, len(text)))
        marks.append(Mark(span=Span(start, end), ident=f"a{number}", rank=draw(st.integers(0, 3))))
    return text, marks


def pieces(nodes: Iterable[Node]) -> Iterator[Piece]:
    """Yield every piece, those inside others too, in the order of the text."""
    for node in nodes:
        if isinstance(node, Piece):
            yield node
            yield from pieces(node.inside)


class NestTests(TestCase):
    @given(marked_texts())
    def test_the_words_of_all_segments_together_are_the_text(self, given_text: tuple[str, list[Mark]]) -> None:
        text, marks = given_text
        self.assertEqual(plain(nest(text, marks)), text)

    @given(marked_texts())
    def test_every_mark_has_one_first_and_one_last_piece_and_all_its_words(
        self, given_text: tuple[str, list[Mark]]
    ) -> None:
        text, marks = given_text
        found = list(pieces(nest(text, marks)))
        for mark in marks:
            its_own = [piece for piece in found if piece.mark is mark]
            self.assertEqual("".join(plain(piece.inside) for piece in its_own), mark.span.of(text))
            self.assertEqual([piece.first for piece in its_own], [True] + [False] * (len(its_own) - 1))
            self.assertEqual([piece.last for piece in its_own], [False] * (len(its_own) - 1) + [True])

    @given(marked_texts(), st.data())
    def test_a_part_of_a_text_holds_the_words_of_that_part(
        self, given_text: tuple[str, list[Mark]], data: st.DataObject
    ) -> None:
        text, marks = given_text
        start = data.draw(st.integers(0, len(text) - 1))
        part = Span(start, data.draw(st.integers(start + 1, len(text))))
        self.assertEqual(plain(nest(text, marks, within=part)), part.of(text))

    def test_marks_that_cross_are_cut_where_the_first_ends(self) -> None:
        quote = Mark(span=Span(0, 6), ident="quote")
        name = Mark(span=Span(4, 9), ident="name")
        outer, rest, tail = nest("abcdefghij", [name, quote])
        assert isinstance(outer, Piece)
        assert isinstance(rest, Piece)
        self.assertIs(outer.mark, quote)
        self.assertEqual([piece.mark for piece in pieces(outer.inside)], [name])
        self.assertEqual((rest.mark, plain(rest.inside), rest.first), (name, "ghi", False))
        self.assertEqual(tail, "j")

    def test_of_two_marks_on_the_same_words_the_lower_rank_stands_outside(self) -> None:
        words = Mark(span=Span(0, 3), rank=1)
        figure = Mark(span=Span(0, 3), rank=4)
        (outer,) = nest("883", [figure, words])
        assert isinstance(outer, Piece)
        self.assertIs(outer.mark, words)

    def test_a_text_without_words_has_no_segments(self) -> None:
        self.assertEqual(nest("", []), ())
