"""The advanced form writes the grammar of the box and reads it back."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from typing import Any

from django.http import QueryDict
from django.test import SimpleTestCase, TestCase
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.search.advanced import Boxes, read, write
from articles.search.advanced_form import advanced_form
from articles.search.query import BadQuery, parse
from articles.search.terms import Joined, Node
from tests.nasty import NASTY

WORD = st.sampled_from(
    ["gaza", "dievakuasi", "evaku*", "1.100", "http://x.id/a?b=1", "10:30", "jum’at", "ke-5", "yang", "B.N.P.B."]
)
NAME = st.sampled_from(["zakharova", "Maria Zakharova", "zakh*", "jalur-gaza", "OR", "by:x", "Jum’at (Sabtu)"])
DAY = st.sampled_from(["2023", "2023-12", "6/12/2023", "10 Desember 2023", "[2023-12-01..2023-12-06]", "2023-12/.."])


def words(*, least: int = 0) -> st.SearchStrategy[str]:
    return st.lists(WORD, max_size=3).map(lambda found: " ".join(found) if len(found) >= least else "")


def ends(first: list[str], last: list[str]) -> st.SearchStrategy[tuple[str, str]]:
    """Return ranges in order, open ones, single values and none."""
    return st.one_of(
        st.tuples(st.sampled_from(["", *first]), st.sampled_from(["", *last])),
        st.sampled_from([*first, *last]).map(lambda one: (one, one)),
    )


@st.composite
def boxes(draw: st.DrawFn) -> Boxes:
    """Return what the form may hold; days are of a kind only where there are days."""
    low, high = draw(ends(["883", "1.100", "-5"], ["1,1 juta", "Rp 2,5 triliun"]))
    first, last = draw(ends(["2023", "2023-12", "6/12/2023"], ["10 Desember 2024", "2025-01"]))
    return Boxes(
        words=draw(words()),
        phrase=draw(st.sampled_from(["", "warga Rusia", "yang di", "OR", "10 Desember 2023", "by:putin"])),
        any_of=draw(st.sampled_from(["", "gaza moskow", "10 Desember evaku*"])),
        without=draw(words()).replace("yang", "").strip().replace("  ", " "),
        title=draw(st.sampled_from(["", "gaza", "putin OR evaku*", "gaza evakuasi", "10 Desember 2023"])),
        low=low,
        high=high,
        days=draw(st.sampled_from(["published", "said"])) if first or last else "published",
        first=first,
        last=last,
        rest=draw(st.sampled_from(["", '-"warga Rusia"', "-by:putin", '(gaza OR by:putin) title:"satu dua"'])),
        **{name: draw(st.one_of(st.just(""), NAME)) for name in ("by", "about", "topic", "place", "publisher")},
        lang=draw(st.sampled_from(["", "id", "bahasa Indonesia"])),
    )


def meaning(text: str) -> Counter[Node] | None:
    """Return what a query requires, in no order; None when nothing is asked."""
    query = parse(text)
    if query is None:
        return None
    nodes = [clause.node for clause in query.clauses]
    return Counter(
        part for node in nodes for part in (node.nodes if isinstance(node, Joined) and node.by == "&" else (node,))
    )


class WritingTests(SimpleTestCase):
    @settings(deadline=None, max_examples=200)
    @given(boxes())
    def test_what_the_boxes_write_is_read_back_into_them(self, typed: Boxes) -> None:
        text = write(typed)
        try:
            asked = parse(text)
        except BadQuery:  # too long, or nothing but words that nearly every text holds
            return
        self.assertEqual(read(text), typed if asked else Boxes(), text)

    @settings(deadline=None, max_examples=200)
    @given(
        st.one_of(
            st.text(max_size=60),
            st.lists(
                st.sampled_from(
                    [
                        *(
                            '"',
                            "(",
                            ")",
                            "-",
                            "OR",
                            "AND",
                            "gaza",
                            "yang",
                            "10",
                            "Desember",
                            "2023",
                            "by:putin",
                            "hamas*",
                        ),
                        *("title:(a", "title:b", "judul:c", "number:1..2", "published:2023", "said:..2024", "lang:id"),
                    ]
                ),
                max_size=14,
            ).map(" ".join),
        )
    )
    @example("10 by:putin Desember 2023")
    @example("published:2023 said:2024 published:2025")
    @example("gaza OR 10 Desember 2023")
    @example("title:a title:b OR title:c")
    @example("title:a OR title:b OR by:c")
    def test_no_query_means_something_else_after_the_form_has_read_and_written_it(self, text: str) -> None:
        try:
            asked = meaning(text)
        except BadQuery:
            self.assertEqual(read(text), Boxes(rest=text.strip()))
            return
        filled = read(text)
        self.assertEqual(meaning(write(filled)), asked)
        self.assertEqual(read(write(filled)), filled)

    def test_what_the_form_writes_looks_as_one_would_type_it(self) -> None:
        for typed, text in (
            (Boxes(words="evakuasi gaza", without="hamas iran"), "evakuasi gaza -hamas -iran"),
            (Boxes(any_of="gaza OR moskow", phrase="“warga Rusia”"), '"warga Rusia" (gaza OR moskow)'),
            (Boxes(by="Maria Zakharova", about="putin"), 'by:"Maria Zakharova" about:putin'),
            (Boxes(low="883", high="883"), "number:883"),
            (Boxes(low="800", high="1,1 juta"), 'number:"800..1,1 juta"'),
            (Boxes(days="said", first="2023-12"), "said:2023-12.."),
            (Boxes(low="1", high="1", rest="juta"), 'number:"1" juta'),
            (Boxes(title="evakuasi gaza", lang="id"), "title:(evakuasi gaza) lang:id"),
        ):
            self.assertEqual(write(typed), text)

    def test_what_no_box_can_show_stays_whole(self) -> None:
        for text, rest in (
            ('gaza -"warga Rusia"', '-"warga Rusia"'),
            ("gaza (moskow OR by:putin)", "(moskow OR by:putin)"),
            ("by:putin by:zakharova gaza", "by:zakharova"),
            ('"satu dua" gaza "tiga empat"', '"tiga empat"'),
        ):
            filled = read(text)
            self.assertEqual((filled.words, filled.rest), ("gaza", rest))

    def test_every_box_of_the_grammar_is_a_box_of_the_form(self) -> None:
        shown = advanced_form(QueryDict("")).fields
        self.assertEqual(set(shown) - {"kind"}, {field.name for field in fields(Boxes)})


class FormPageTests(TestCase):
    def submit(self, **typed: Any) -> Any:
        return self.client.get("/search/advanced/", typed)

    def test_what_is_submitted_is_searched(self) -> None:
        response = self.submit(words="evakuasi", by="Maria Zakharova", kind="quotes")
        self.assertRedirects(
            response, "/search/?q=evakuasi+by%3A%22Maria+Zakharova%22&kind=quotes", fetch_redirect_response=False
        )

    def test_nothing_submitted_is_the_archive(self) -> None:
        self.assertRedirects(self.submit(words=" ", kind="articles"), "/search/?", fetch_redirect_response=False)

    def test_a_query_fills_the_boxes(self) -> None:
        response = self.client.get("/search/advanced/", {"q": "gaza number:883 -hamas", "kind": "quotes"})
        for box in ('name="words" value="gaza"', 'name="low" value="883"', 'name="without" value="hamas"'):
            self.assertContains(response, box)
        self.assertContains(response, 'value="quotes" id="id_kind_1" checked')

    def test_a_wrong_value_is_told_beside_its_box_and_nothing_is_lost(self) -> None:
        response = self.submit(words="gaza", first="kemarin", low="banyak", high="9")
        self.assertEqual(response.status_code, 400)
        page = response.content.decode()
        self.assertIn('value="kemarin"', page)
        self.assertIn('value="gaza"', page)
        self.assertIn("“kemarin” is not a date", page)
        self.assertIn("is not a number", page)
        self.assertEqual(page.count('aria-invalid="true"'), 2)

    def test_together_the_boxes_may_be_too_long(self) -> None:
        response = self.submit(words="a" * 200, phrase="b" * 100)
        self.assertContains(response, "A search has at most 256 characters; this one has 303.", status_code=400)

    def test_bad_input_is_never_an_error_of_the_server(self) -> None:
        for text in NASTY:
            self.assertEqual(self.submit(q=text).status_code, 200, text)
            everywhere = dict.fromkeys(("words", "rest", "by", "low", "first", "kind", "days"), text)
            self.assertLess(self.submit(**everywhere).status_code, 500, text)
            self.assertLess(self.submit(rest=text, phrase=text).status_code, 500, text)
