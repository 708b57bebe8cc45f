"""Who passed words on, on which day they were said, to whom, where and by what way."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.extraction.circumstances import circumstances
from articles.extraction.days import find_days
from articles.extraction.findings import Circumstances
from articles.extraction.known import Known
from articles.extraction.marks import find_marked
from articles.extraction.names import find_names
from articles.extraction.story import Story
from articles.text.dates import FuzzyDate
from articles.text.spans import Span
from tests.steps import LINE, filled, steps

SAID = '"Airnya mulai surut sejak pagi tadi,"'
TOLD = '"The water has been falling since dawn,"'


class Told:
    """What is told of the first quote of a text, in words."""

    def __init__(self, body: str, language: str = "id", before: Circumstances | None = None) -> None:
        published = FuzzyDate.from_day(date(2025, 10, 22))
        self.story = Story(body=body, language=language, published=published)
        marked = find_marked(self.story)
        names = find_names(self.story, marked, Known())
        quote = marked[0].content
        self.found = circumstances(self.story, quote, self.sentence(quote), names, find_days(self.story), before)

    def sentence(self, quote: Span) -> Span:
        end = re.compile(r"\.(?=\s[A-Z]|\Z)").search(self.story.body, quote.end)
        return Span(self.story.sentence_at(quote.start).start, end.end() if end else len(self.story.body))

    def words(self, span: Span | None) -> str | None:
        return span.of(self.story.body) if span else None

    @property
    def hops(self) -> list[tuple[str, str]]:
        return [(hop.role, hop.words.of(self.story.body)) for hop in self.found.hops]

    @property
    def day(self) -> str | None:
        return self.found.said.edtf if self.found.said else None


class TestWhoPassedItOn:
    @pytest.mark.parametrize(
        ("after", "hops"),
        [
            ("kata Dewi dikutip dari Antara.", [("agency", "dikutip dari Antara")]),
            ("kata Dewi, seperti dilansir Reuters.", [("agency", "seperti dilansir Reuters")]),
            ("kata Dewi, melansir Reuters, di Palu.", [("agency", "melansir Reuters")]),
            ("kata Dewi kepada Antara.", [("agency", "kepada Antara")]),
            ("kata Dewi kepada Kompas.com.", [("publisher", "kepada Kompas.com")]),
            ("kata Dewi saat dihubungi Tempo.", [("publisher", "dihubungi Tempo")]),
            ("kata Dewi, sebagaimana diberitakan Kompas.", [("publisher", "sebagaimana diberitakan Kompas")]),
            ("kata Dewi dikutip dari lamanwarta.co.id.", [("publisher", "dikutip dari lamanwarta.co.id")]),
            ("kata Dewi dikutip dariReuters.", [("agency", "dikutip dariReuters")]),
            ("kata Dewi dalam keterangan yang diterima Antara.", [("agency", "diterima Antara")]),
            (
                "kata Dewi, dikutip kantor berita Jepang, Kyodo, Senin (20/10/2025).",
                [("agency", "dikutip kantor berita Jepang, Kyodo, Senin (20/10/2025)")],
            ),
            ("kata Dewi dikutip dari laman resmi BMKG.", [("issuer", "dikutip dari laman resmi BMKG")]),
            ("kata Dewi, dikutip Senin (20/10/2025).", []),
            ("kata Dewi dikutip dari akun Instagram @dewi.", []),
            ("kata Dewi kepada wartawan.", []),
            ("kata Dewi di Jakarta.", []),
        ],
    )
    def test_where_the_sentence_names_it(self, after: str, hops: list[tuple[str, str]]) -> None:
        assert Told(f"{SAID} {after}").hops == hops

    def test_who_is_known_is_named(self) -> None:
        (hop,) = Told(f"{SAID} kata Dewi dikutip dari Antara.").found.hops
        assert hop.named is not None
        assert (hop.named.name, hop.named.kind) == ("Antara", "news_agency")

    def test_a_body_that_gives_the_words_out_is_their_issuer(self) -> None:
        told = Told(f"Menurut keterangan Kementerian Perhubungan, {SAID} kata Dewi.")
        assert told.hops == [("issuer", "Menurut keterangan Kementerian Perhubungan")]

    def test_an_agency_of_another_sentence_passed_nothing_on(self) -> None:
        assert Told(f"{SAID} kata Dewi. Hujan turun lagi, demikian dilansir Reuters.").hops == []

    def test_it_is_never_taken_over(self) -> None:
        before = Told(f"{SAID} kata Dewi, dilansir Reuters, Senin (20/10/2025).").found
        after = Told(f"{SAID} katanya.", before=before)
        assert (after.hops, after.day) == ([], "2025-10-20?")

    def test_names_inside_of_the_quoted_words_passed_nothing_on(self) -> None:
        assert Told('"Saya membacanya, dikutip dari Antara, pagi tadi," kata Dewi.').hops == []


class TestWhen:
    @pytest.mark.parametrize(
        ("after", "day", "words"),
        [
            ("kata Dewi, Senin (20/10/2025).", "2025-10-20", "Senin (20/10/2025)"),
            ("ujarnya pada Senin (20/10/2025).", "2025-10-20", "pada Senin (20/10/2025)"),
            ("kata Dewi, Senin (20/10).", "2025-10-20", "Senin (20/10)"),
            ("kata Dewi soal banjir 3 Mei 2024, Senin (20/10/2025).", "2025-10-20", "Senin (20/10/2025)"),
            ("kata Dewi tentang banjir pada 3 Mei 2024.", None, None),
            ("kata Dewi, yang menjabat sejak 3 Mei 2024.", None, None),
            ("kata Dewi, dikutip dari Antara, Senin (20/10/2025).", "2025-10-20?", "Senin (20/10/2025)"),
            ("kata Dewi, dikutip Senin (20/10/2025).", "2025-10-20?", "Senin (20/10/2025)"),
            ("kata Dewi, Senin (20/10/2025), dikutip dari Antara.", "2025-10-20", "Senin (20/10/2025)"),
            ("kata Dewi.", None, None),
        ],
    )
    def test_the_day_printed_beside_the_words(self, after: str, day: str | None, words: str | None) -> None:
        told = Told(f"{SAID} {after}")
        assert (told.day, told.words(told.found.said_words)) == (day, words)

    def test_a_day_of_passing_on_says_so(self) -> None:
        told = Told(f"{SAID} kata Dewi, dikutip dari Antara, Senin (20/10/2025).")
        assert "passed on" in told.found.said_basis

    def test_a_day_inside_of_the_words_is_not_theirs(self) -> None:
        assert Told('"Kami datang Senin (20/10/2025) pagi," kata Dewi.').day is None

    def test_a_day_is_taken_over_with_its_reason(self) -> None:
        before = Told(f"{SAID} kata Dewi, Senin (20/10/2025).").found
        told = Told(f"{SAID} katanya.", before=before)
        assert (told.day, told.found.said_words) == ("2025-10-20", None)
        assert told.found.said_basis.startswith("Taken over from the quote before")

    def test_no_day_is_taken_over_to_another_time(self) -> None:
        before = Told(f"{SAID} kata Dewi, Senin (20/10/2025).").found
        assert Told(f"Sebelumnya, Dewi berkata, {SAID}", before=before).day is None

    def test_nothing_is_said_after_it_is_published(self) -> None:
        assert Told(f"{SAID} kata Dewi, Senin (27/10/2025).").day is None


class TestToWhomWhereAndHow:
    @pytest.mark.parametrize(
        ("after", "words"),
        [
            ("kata Dewi kepada wartawan.", "kepada wartawan"),
            ("kata Dewi kepada wartawan di Palu.", "kepada wartawan"),
            ("kata Dewi saat memberikan bantuan kepada warga.", None),
            ("kata Dewi.", None),
        ],
    )
    def test_listeners(self, after: str, words: str | None) -> None:
        told = Told(f"{SAID} {after}")
        assert (told.words(told.found.addressee_words), told.found.addressee) == (words, None)

    def test_a_listener_with_a_name(self) -> None:
        told = Told(f"Kepada Presiden Joko Widodo, Dewi menyampaikan: {SAID}")
        assert told.found.addressee is not None
        assert told.found.addressee.name == "Joko Widodo"

    @pytest.mark.parametrize(
        ("after", "words"),
        [
            ("kata Dewi di Palu, Senin (20/10/2025).", "di Palu"),
            ("kata Dewi di Gedung DPR, Jakarta, Senin (20/10/2025).", "di Gedung DPR, Jakarta"),
            ("kata Dewi saat konferensi pers di kantornya.", "saat konferensi pers di kantornya"),
            ("kata Dewi dalam rapat bersama warga, Senin (20/10/2025).", "dalam rapat bersama warga"),
            ("kata Dewi saat berbicara di Balai Kota, dikutip Antara.", "saat berbicara di Balai Kota"),
            ("kata Dewi usai meninjau tanggul yang jebol.", "usai meninjau tanggul"),
            ("kata Dewi, seorang pedagang di Palu.", None),
            ("kata Dewi seraya menambahkan bahwa hujan turun di Palu.", None),
            ("kata Dewi.", None),
        ],
    )
    def test_places_and_occasions(self, after: str, words: str | None) -> None:
        told = Told(f"{SAID} {after}")
        assert told.words(told.found.venue) == words

    @pytest.mark.parametrize(
        ("after", "words"),
        [
            ("kata Dewi dalam keterangannya, Senin (20/10/2025).", "keterangannya"),
            ("kata Dewi dalam keterangan tertulis yang diterima Senin (20/10/2025).", "keterangan tertulis"),
            ("tulis Dewi lewat akun X-nya.", "akun X-nya"),
            ("kata Dewi melalui pesan singkat.", "pesan singkat"),
            ("kata Dewi dalam siaran pers, Senin (20/10/2025).", "siaran pers"),
            ("kata Dewi saat dihubungi melalui sambungan telepon.", "sambungan telepon"),
            ("kata Dewi di Palu.", None),
        ],
    )
    def test_ways(self, after: str, words: str | None) -> None:
        told = Told(f"{SAID} {after}")
        assert told.words(told.found.medium) == words


class TestEnglish:
    @pytest.mark.parametrize(
        ("after", "hops"),
        [
            ("Ms Hall told Reuters.", [("agency", "told Reuters")]),
            ("she said, according to Reuters.", [("agency", "according to Reuters")]),
            ("she said, as quoted by TASS.", [("agency", "as quoted by TASS")]),
            ("she told reporters.", []),
        ],
    )
    def test_who_passed_it_on(self, after: str, hops: list[tuple[str, str]]) -> None:
        assert Told(f"{TOLD} {after}", "en").hops == hops

    def test_day_listener_place_and_way(self) -> None:
        told = Told(f"{TOLD} she told reporters in Geneva on Monday, October 20, 2025.", "en")
        assert told.day == "2025-10-20"
        assert told.words(told.found.addressee_words) == "told reporters"
        assert told.words(told.found.venue) == "in Geneva"
        told = Told(f"{TOLD} she said in a written statement on Monday.", "en")
        assert told.words(told.found.medium) == "written statement"

    def test_an_occasion(self) -> None:
        told = Told(f"{TOLD} she said at a news conference in Geneva.", "en")
        assert told.words(told.found.venue) == "at a news conference in Geneva"


@given(st.text(alphabet='kepada dikutip Antara, di (6/12/2023) "“”.\n', max_size=160), st.data())
def test_any_stretch_of_any_text_is_read(body: str, data: st.DataObject) -> None:
    story = Story(body=f"{body}x")
    start = data.draw(st.integers(0, len(body)))
    quote = Span(start, data.draw(st.integers(start + 1, len(story.body))))
    names = find_names(story, (), Known())
    found = circumstances(story, quote, Span(0, len(story.body)), names, find_days(story), None)
    for span in (found.said_words, found.venue, found.medium, found.addressee_words):
        assert span is None or span.end <= len(story.body)


def told_at_the_start(body: str) -> Circumstances:
    names = find_names(Story(body="Antara."), (), Known())
    return circumstances(Story(body=body), Span(1, len(SAID) - 1), Span(0, len(body)), names, (), None)


def test_quotes_farther_on_in_a_sentence_are_counted_and_not_read() -> None:
    piece = f"{SAID} kata Dewi kepada Antara di Palu, dikutip dari Reuters, "
    few, many = (steps(told_at_the_start, filled(piece, length)) for length in (2_000, 8_000))
    assert many < 1.5 * few


@pytest.mark.parametrize("piece", ["a", "a ", ",", " ", " di Palu"])
def test_no_pattern_goes_back_over_a_sentence_of_a_million_characters(piece: str) -> None:
    body = f"{SAID} kata Dewi di Palu, {filled(piece, LINE)}"
    venue = told_at_the_start(body).venue
    assert venue is not None
    assert venue.of(body).startswith("di Palu")
