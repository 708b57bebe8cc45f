"""The first article, read by the rules alone: what an editor found in it, they must find too."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from io import BytesIO

from articles.extraction.engine import read
from articles.extraction.figures import claims
from articles.extraction.findings import Figure, Findings, Quote
from articles.extraction.story import Story
from articles.importers.base import Given, RawArticle
from articles.importers.rawtext import RawText
from articles.sample import ARTICLE


@cache
def story() -> Story:
    (raw,) = RawText().read(Given(name=ARTICLE.name, open=lambda: BytesIO(ARTICLE.read_bytes())))
    assert isinstance(raw, RawArticle)
    return Story(body=raw.body, language="id", published=raw.published)


@cache
def found() -> Findings:
    return read(story())


def direct() -> list[Quote]:
    return [quote for quote in found().quotes if quote.type == "direct"]


def figures(value: int) -> list[Figure]:
    return [figure for figure in found().figures if figure.value == Decimal(value)]


def test_six_direct_quotes_have_their_speakers() -> None:
    assert [quote.speaker.name for quote in direct()] == [
        *("Kremlin", "Kremlin"),
        *("Maria Zakharova", "Maria Zakharova"),
        *("Yury Ushakov", "Yury Ushakov"),
    ]


def test_the_words_of_a_quote_are_those_inside_its_marks() -> None:
    assert story().words(direct()[3].content) == (
        "Sebanyak 883 dari 1.100 orang yang meminta bantuan sudah tiba di Rusia,"
    )


def test_the_agency_is_a_hop_only_where_it_is_named() -> None:
    relayed = [
        (story().words(quote.content)[:20], hop.named.name if hop.named else "")
        for quote in found().quotes
        for hop in quote.circumstances.hops
        if hop.role == "agency"
    ]
    assert relayed == [("Pihak Rusia siap men", "TASS"), ("Bahkan dengan memanc", "TASS")]


def test_indirect_statements_go_to_those_who_made_them() -> None:
    reported = [quote for quote in found().quotes if quote.type != "direct"]
    said = {story().words(quote.content)[:30]: quote.speaker.name for quote in reported}
    assert said["sebanyak 898 warga Rusia dan a"] == "Maria Zakharova"
    assert said["upaya penumpasan Hamas tidak a"] == "Yury Ushakov"
    assert said["masalah Palestina memiliki kem"] == "Yury Ushakov"
    assert said["siap membantu"] == "Benjamin Netanyahu"


def test_883_of_about_1_100_have_arrived() -> None:
    arrived = figures(883)
    assert [figure.out_of.value if figure.out_of else None for figure in arrived] == [Decimal(1100)] * 2
    assert [figure.approximation for figure in figures(1100)] == ["about", "exact"]
    assert tuple(arrived) in claims(found().figures)


def test_898_were_evacuated_since_12_november() -> None:
    (evacuated,) = figures(898)
    assert evacuated.since and evacuated.since.edtf == "2023-11-12"
    assert evacuated.population and story().words(evacuated.population) == "warga Rusia dan anggota keluarga Palestina"


def test_135_got_out_since_2_december() -> None:
    (out,) = figures(135)
    assert out.since and out.since.edtf == "2023-12-02"


def test_every_printed_date_is_read() -> None:
    told = {story().words(day.span): day.value.edtf for day in found().days if day.value}
    assert told["Ahad (10/12/2023)"] == "2023-12-10"
    assert told["16 Oktober 2023"] == "2023-10-16"
    assert told["2 Desember"] == "2023-12-02"
    assert told["Rabu (6/12/2023)"] == "2023-12-06"
    assert told["sejak 12 November"] == "2023-11-12/.."
    assert {"27 November 2023", "27 November 2023 lalu"} & told.keys()


def test_nothing_is_found_outside_of_the_text() -> None:
    places = [
        *(quote.content for quote in found().quotes),
        *(figure.span for figure in found().figures),
        *(day.span for day in found().days),
    ]
    assert max(place.end for place in places) <= len(story().body)
    assert "Terpopuler" not in story().body


def test_people_are_called_by_their_full_names() -> None:
    people = {named.name for named in found().names if named.kind == "person"}
    assert people == {"Vladimir Putin", "Benjamin Netanyahu", "Maria Zakharova", "Yury Ushakov"}
