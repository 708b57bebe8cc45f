"""Where a statistic is printed: the number as it stands there, found by the phrase around it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from articles.admin.anchoring import PrintingInline
from articles.admin.printing_rows import number_differs
from articles.models import Anchor, Block, Printing, Statistic
from tests.admin.desk import Desk, next_version, place, rows, site
from tests.factories import anchor, make_article, make_quote, make_statistic, stamp

State = Anchor.State


class Printings(Desk):
    def claim(self, **fields: Any) -> dict[str, Any]:
        return {"measure": "yang tiba", "value": "1100", "value_to": "", "unit": "person", **fields}

    def row(self, **fields: Any) -> dict[str, Any]:
        return {"article": self.article.pk, "approximation": "exact", **fields}

    def add(self, *printings: Mapping[str, Any], **fields: Any) -> str:
        return self.post("statistic/add/", self.claim(**fields), rows("printings", *printings))

    def change(self, statistic: Statistic, *printings: Mapping[str, Any]) -> str:
        saved = sum("id" in row for row in printings)
        return self.post(
            f"statistic/{statistic.pk}/change/", self.claim(), rows("printings", *printings, initial=saved)
        )

    def anchors(self) -> list[tuple[str, str, int, str]]:
        return [place(one) for one in Printing.objects.get().anchors.order_by("role")]

    def test_a_number_is_found_by_the_phrase_around_it(self) -> None:
        assert not self.add(self.row(words="1.100", phrase="Sebanyak 1.100 orang itu"))
        assert self.anchors() == [
            ("number", "1.100", 3, State.OK),
            ("phrase", "Sebanyak 1.100 orang itu", 3, State.OK),
        ]

    def test_a_number_without_a_phrase_is_asked_for(self) -> None:
        page = self.add(self.row(words="1.100"))
        assert "“1.100” stands 2 times" in page
        block = Block.objects.get(version=self.article.current, position=1)
        chosen = f"{block.pk}-29-34"
        assert f'value="{chosen}"' in page
        assert not self.add(self.row(words="1.100", place=chosen))
        assert self.anchors() == [("number", "1.100", 1, State.OK)]

    def test_a_number_printed_otherwise_is_near(self) -> None:
        page = self.add(self.row(words="1,100"))
        assert "“1,100” does not stand in “Ana di kota” (version 1). Near it stands: “1.100”." in page

    def test_a_phrase_that_stands_elsewhere_is_refused(self) -> None:
        assert "in the paragraph of the number" in self.add(self.row(words="1.100 orang itu", phrase="kata Ana"))
        assert "does not stand" in self.add(self.row(words="1.100 orang itu", phrase="tidak ada"))

    def test_a_changed_phrase_leaves_the_number_where_it_is(self) -> None:
        statistic = make_statistic(1100, article=self.article, words="1.100")
        printing = statistic.printings.get()
        row = self.row(id=printing.pk, words="1.100", phrase="sebanyak 1.100 orang")
        assert not self.change(statistic, row)
        assert self.anchors() == [
            ("number", "1.100", 1, State.OK),
            ("phrase", "sebanyak 1.100 orang", 1, State.OK),
        ]
        assert not self.change(statistic, {**row, "phrase": ""})
        assert self.anchors() == [("number", "1.100", 1, State.OK)]

    def test_an_unchanged_row_asks_nothing(self) -> None:
        statistic = make_statistic(1100, article=self.article, words="1.100")
        assert not self.change(statistic, self.row(id=statistic.printings.get().pk, words="1.100", phrase=""))

    def test_the_article_of_a_saved_printing_is_fixed(self) -> None:
        statistic = make_statistic(1100, article=self.article, words="1.100")
        other = make_article("Lain")
        row = self.row(id=statistic.printings.get().pk, words="1.100", phrase="", article=other.pk, population="orang")
        assert not self.change(statistic, row)
        assert (Printing.objects.get().article, Printing.objects.get().population) == (self.article, "orang")

    def test_a_number_that_a_new_text_lost_is_given_its_new_place(self) -> None:
        statistic = make_statistic(1100, article=self.article, words="1.100")
        printing = statistic.printings.get()
        printing.anchors.update(state=State.LOST)
        next_version(self.article, "Kini 1.150 orang.")
        page = self.page(f"statistic/{statistic.pk}/change/")
        assert "Lost: the current text does not have them." in page
        assert not self.change(statistic, self.row(id=printing.pk, words="1.150", phrase=""))
        assert [place(one) for one in printing.anchors.order_by("pk")] == [
            ("number", "1.100", 1, State.OK),
            ("number", "1.150", 0, State.OK),
        ]

    def test_rows_saved_one_by_one_get_their_words_from_the_formset(self) -> None:
        statistic = make_statistic(7, article=make_article(paragraphs=("Ada 7.",)), words="7")
        request: Any = type("Request", (), {"user": self.user, "method": "POST"})()
        formset_class: Any = PrintingInline(Statistic, site).get_formset(request, statistic)
        kept = statistic.printings.get()
        data = rows(
            "printings",
            {"id": kept.pk, "words": "7", "phrase": "", "approximation": "exact"},
            self.row(words="1.100 orang itu", phrase=""),
            initial=1,
        )
        formset = formset_class(
            data, instance=statistic, queryset=PrintingInline(Statistic, site).get_queryset(request)
        )
        assert formset.is_valid(), formset.errors
        (row,) = formset.save(commit=False)
        for name, value in stamp().items():
            setattr(row, name, value)
        row.save()
        formset.anchor(row)
        formset.save_m2m()
        assert [one.exact for one in row.anchors.all()] == ["1.100 orang itu"]
        assert formset.warnings == ["“1.100 orang itu” is read as 1100; the statistic has 7."]

    def test_queries_do_not_grow_with_printings(self) -> None:
        statistic = make_statistic(1100, article=self.article, words="1.100")
        quote = make_quote(self.article, "Kami tiba")
        statistic.printings.update(quote=quote)
        few = self.queries(f"statistic/{statistic.pk}/change/")
        for number in range(4):
            article = make_article(f"Lain {number}", paragraphs=("Ada 1.100 orang.",))
            printing = Printing.objects.create(
                article=article, statistic=statistic, quote=make_quote(article, "orang"), **stamp()
            )
            anchor(article, "1.100", Anchor.Role.NUMBER, printing=printing)
        assert self.queries(f"statistic/{statistic.pk}/change/") == few


def test_a_number_that_agrees_is_not_spoken_of() -> None:
    assert number_differs("1.100", "id", Decimal(1100)) == ""
    assert number_differs("sepuluh hari", "id", Decimal(10)) == ""
    assert number_differs("sekitar 1,1 juta", "id", Decimal("1100000.000000")) == ""
    assert number_differs("3-4", "id", Decimal(3), Decimal(4)) == ""


def test_a_number_that_differs_is_told() -> None:
    assert number_differs("1.100", "en", Decimal(1100)) == "“1.100” is read as 1.1; the statistic has 1100."
    assert number_differs("12 orang", "id", Decimal(3), Decimal(4)) == (
        "“12 orang” is read as 12; the statistic has 3 to 4."
    )
    assert number_differs("banyak", "id", Decimal(5)) == "No number can be read in “banyak”; the statistic has 5."
