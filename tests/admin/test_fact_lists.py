"""Lists of facts show what one decides by: the sentence with its words marked, the unit, who said it, how sure."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Anchor, DateMention, Fact, Mention, Statistic, Status
from tests.admin.test_deciding import signed_in
from tests.admin.test_every_admin import superuser
from tests.factories import anchor, make_article, make_entity, make_mention, make_quote, make_statistic, stamp
from tests.views.seen import parts, words

pytestmark = pytest.mark.django_db
RULE: dict[str, Any] = {"status": Status.SUGGESTED, "method": Fact.Method.RULE}


@pytest.fixture
def desk() -> Client:
    return superuser()


def listed(desk: Client, kind: str, **asked: str) -> list[str]:
    """Return the rows of a list, the words of their cells with a blank between."""
    response = desk.get(reverse(f"admin:articles_{kind}_changelist"), asked)
    assert response.status_code == 200
    rows = parts(response, ".//table[@id='result_list']/tbody/tr")
    return [" ".join(words(cell) for cell in row if words(cell)) for row in rows]


def marked(desk: Client, kind: str) -> list[str]:
    response = desk.get(reverse(f"admin:articles_{kind}_changelist"))
    return [words(each) for each in parts(response, ".//table[@id='result_list']//mark")]


def test_a_figure_shows_its_unit_the_sentence_that_prints_it_and_the_article(desk: Client) -> None:
    article = make_article("Harga", paragraphs=["Murah dulu. Sekarang Rp 1.500,5 per liter. Lalu turun."])
    whole = make_statistic(3000, "harga lama", article=article, words="1.500,5", unit="IDR")
    make_statistic("1500.5", "harga", article=article, words="1.500,5", unit="IDR", out_of=whole, **RULE)
    row = listed(desk, "statistic", status__exact="suggested")[0]
    assert "1,500.5 IDR harga, of 3,000 IDR" in row
    assert "Sekarang Rp 1.500,5 per liter. Harga" in row
    assert "Murah" not in row
    assert marked(desk, "statistic") == ["1.500,5", "1.500,5"]


def test_a_figure_printed_in_several_places_tells_how_many_but_no_hidden_one() -> None:
    article = make_article("Harga", paragraphs=["Ada 883 orang, ya 883 orang."])
    figure = make_statistic(883, article=article)
    for other in (make_article("Lain", paragraphs=["Ada 883."]), make_article("Rahasia", state="draft")):
        printing = make_statistic(883, article=other, words="883" if str(other) == "Lain" else "Dewan").printings.get()
        printing.statistic = figure
        printing.save()
    Statistic.objects.exclude(pk=figure.pk).delete()
    assert "Harga; and 2 more places" in listed(superuser(), "statistic")[0]
    assert "Harga; and 1 more place " in f"{listed(signed_in('ana', 'Reviewer'), 'statistic')[0]} "


def test_of_a_figure_printed_often_a_list_loads_one_place_and_a_field_to_choose_none(desk: Client) -> None:
    figure = make_statistic(883, article=make_article("Harga", paragraphs=["Ada 883 orang."]))
    for number in range(5):
        printing = make_statistic(883, article=make_article(f"Lain {number}", paragraphs=["Ada 883."])).printings.get()
        printing.statistic = figure
        printing.save()
    Statistic.objects.exclude(pk=figure.pk).delete()
    (row,) = desk.get(reverse("admin:articles_statistic_changelist")).context["cl"].result_list
    assert (len(row.first_printings), row.printing_count) == (1, 6)
    asked = {"app_label": "articles", "model_name": "statistic", "field_name": "out_of", "term": "883"}
    with CaptureQueriesContext(connection) as queries:
        found = desk.get(reverse("admin:autocomplete"), asked)
    assert [one["id"] for one in found.json()["results"]] == [str(figure.pk)]
    assert not [one for one in queries if "articles_anchor" in one["sql"] or "articles_printing" in one["sql"]]


def test_a_mention_shows_the_name_in_its_sentence(desk: Client) -> None:
    article = make_article("Rapat", paragraphs=["Semua datang. Lalu Ana Wijaya pulang ke kota."])
    found: dict[str, Any] = {"tool": "rules-1 name.full", "confidence": 0.8, **RULE}
    make_mention(article, make_entity("Ana Wijaya"), "Ana", nested=True, **found)
    (row,) = listed(desk, "mention")
    assert row.startswith("Lalu Ana Wijaya pulang ke kota. Ana Wijaya full name, in a longer name")
    assert "80 % name: full (rules-1)" in row
    assert marked(desk, "mention") == ["Ana"]


def test_a_quote_shows_the_words_of_saying_beside_the_speaker(desk: Client) -> None:
    article = make_article("Rapat", paragraphs=["“Kami datang,” kata Rano kemarin. Menurut dia, hujan turun."])
    quote = make_quote(article, "Kami datang", **RULE)
    for words_of, role in (("kata", Anchor.Role.CUE), ("Rano", Anchor.Role.SPEAKER)):
        anchor(article, words_of, role, quote=quote)
    other = make_quote(article, "hujan turun", **RULE)
    for words_of, role in (("Menurut", Anchor.Role.CUE), ("Menurut dia", Anchor.Role.SPEAKER)):
        anchor(article, words_of, role, quote=other)
    rows = listed(desk, "quote", o="1")
    assert any("Kami datang - kata Rano indirect" in row for row in rows), rows
    assert any("hujan turun - Menurut dia indirect" in row for row in rows), rows


def test_words_of_saying_that_stand_apart_are_told_apart(desk: Client) -> None:
    article = make_article("Rapat", paragraphs=["Rano, yang baru tiba, mengatakan hujan turun."])
    quote = make_quote(article, "hujan turun", **RULE)
    for words_of, role in (("mengatakan", Anchor.Role.CUE), ("Rano", Anchor.Role.SPEAKER)):
        anchor(article, words_of, role, quote=quote)
    assert "Rano … mengatakan" in listed(desk, "quote")[0]


def test_the_surest_and_the_least_sure_are_a_click_away(desk: Client) -> None:
    article = make_article(mentioning=("Ana", "Budi", "Cici"))
    for name, how in (("Ana", 0.5), ("Budi", 0.9)):
        Mention.objects.filter(entity__name=name).update(tool="rules-1 name.full", confidence=how)
    page = desk.get(reverse("admin:articles_mention_changelist"))
    column = page.context["cl"].list_display.index("sure")
    order = [
        [row.split("Hadir Ana, Budi, Cici. ")[1][:3] for row in listed(desk, "mention", o=f"{way}{column}")]
        for way in ("-", "")
    ]
    assert order == [["Bud", "Ana", "Cic"], ["Cic", "Ana", "Bud"]]
    assert str(article)


def test_a_weekday_that_does_not_fit_says_so_and_no_column_is_a_bare_sign(desk: Client) -> None:
    article = make_article(paragraphs=["Pada Selasa, 10 Mei."])
    day = DateMention.objects.create(
        article=article, kind="date", printed_weekday="Selasa", weekday_fits=False, **stamp(Status.SUGGESTED)
    )
    anchor(article, "Selasa", Anchor.Role.PHRASE, date=day)
    assert "Selasa, does not fit" in listed(desk, "datemention")[0]


def test_filters_name_what_is_empty_by_words_and_never_by_markup(desk: Client) -> None:
    article = make_article(paragraphs=["Ada 883 dan 12."])
    make_statistic(883, article=article, unit="")
    make_statistic(12, article=article)
    response = desk.get(reverse("admin:articles_statistic_changelist"))
    told = [words(each) for each in parts(response, ".//*[@id='changelist-filter']//li")]
    assert "no unit (1)" in told
    for kind in ("statistic", "mention", "quote", "printing", "datemention"):
        page = desk.get(reverse(f"admin:articles_{kind}_changelist"))
        assert "&lt;span" not in page.content.decode()
