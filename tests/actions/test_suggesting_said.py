"""When something was said, as the rules find it: never after the day on which it was printed."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from articles.extraction.findings import Circumstances
from articles.models import Article, Quote
from articles.text.dates import parse_edtf
from tests.actions.found import Found, suggest
from tests.factories import make_article

pytestmark = pytest.mark.django_db
SAYS = "Pada tahun ini, kata Ana Wijaya, dua program akan dibuka."


def said(article: Article, edtf: str) -> Quote:
    found = Found(article)
    told = Circumstances(said=parse_edtf(edtf), said_words=found.span("tahun ini"))
    suggest(article, quotes=[found.quote("dua program akan dibuka", circumstances=told)])
    return Quote.objects.get()


def test_a_year_that_goes_on_after_the_day_of_print_ends_with_it() -> None:
    quote = said(make_article(paragraphs=(SAYS,), published="2025-05-21"), "2025")
    assert (quote.said_earliest, quote.said_latest) == (date(2025, 1, 1), date(2025, 5, 21))
    assert quote.said_basis == "printed “tahun ini”"
    assert "dua program" not in Client().get("/2025/10/21/").content.decode()
    assert "dua program" in Client().get("/2025/05/20/").content.decode()


def test_a_day_after_the_day_of_print_is_none_and_rests_on_nothing() -> None:
    quote = said(make_article(paragraphs=(SAYS,), published="2025-05-21"), "2025-06-01")
    assert (quote.said, quote.said_latest, quote.said_basis) == ("", None, "")


def test_a_text_whose_day_is_not_known_bounds_nothing() -> None:
    assert said(make_article(paragraphs=(SAYS,), published=""), "2025").said == "2025"
