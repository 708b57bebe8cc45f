"""What stands in quotation marks, however a newsroom sets them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.extraction.marks import Marked, find_marked
from articles.extraction.story import Story
from tests.steps import assert_steady


def marked(body: str, language: str = "id") -> list[tuple[str, str]]:
    return [(one.content.of(body), one.kind) for one in find_marked(Story(body=body, language=language))]


def spoken(body: str, language: str = "id") -> list[str]:
    return [words for words, kind in marked(body, language) if kind == "speech"]


def only(body: str) -> Marked:
    (one,) = find_marked(Story(body=body))
    return one


@pytest.mark.parametrize(
    "printed",
    [
        '"Jalan ini akan kami tutup besok," kata Sari.',
        "“Jalan ini akan kami tutup besok,” kata Sari.",
        "”Jalan ini akan kami tutup besok,” kata Sari.",
        "”Jalan ini akan kami tutup besok,“ kata Sari.",
        "„Jalan ini akan kami tutup besok,“ kata Sari.",
        "«Jalan ini akan kami tutup besok,» kata Sari.",
        "<<Jalan ini akan kami tutup besok,>> kata Sari.",
        "''Jalan ini akan kami tutup besok,'' kata Sari.",
        "‘‘Jalan ini akan kami tutup besok,’’ kata Sari.",
        "″Jalan ini akan kami tutup besok,″ kata Sari.",
        '""Jalan ini akan kami tutup besok,"" kata Sari.',
        '“Jalan ini akan kami tutup besok," kata Sari.',
        '"Jalan ini akan kami tutup besok,” kata Sari.',
        "'Jalan ini akan kami tutup besok,' kata Sari.",
        "‘Jalan ini akan kami tutup besok,’ kata Sari.",
        '"Jalan ini akan kami tutup besok," ujarSari.',
        '"Jalan ini akan kami tutup besok, " ujarnya.',
        'Kota Baru -"Jalan ini akan kami tutup besok," ujar Sari.',
        'Sari menulis,"Jalan ini akan kami tutup besok," pada Senin.',
        'Sari mengatakan: "Jalan ini akan kami tutup besok,"',
    ],
)
def test_marks_of_every_sort_hold_the_same_words(printed: str) -> None:
    assert spoken(printed) == ["Jalan ini akan kami tutup besok,"]


def test_the_marks_themselves_belong_to_what_is_printed_alone() -> None:
    body = "Warga resah. “Airnya keruh sejak kemarin,” ujar Dewi."
    one = only(body)
    assert (one.printed.of(body), one.closed) == ("“Airnya keruh sejak kemarin,”", True)


def test_two_quotes_glued_together_are_two() -> None:
    assert spoken('"Kami datang pagi-pagi sekali.""Mereka baru tiba siang," kata Budi.') == [
        "Kami datang pagi-pagi sekali.",
        "Mereka baru tiba siang,",
    ]
    assert spoken("Mereka menunggu.“Kami sudah lelah menunggu,” kata Budi.") == ["Kami sudah lelah menunggu,"]


def test_a_quote_interrupted_by_its_speaker_is_two() -> None:
    body = '"Kami sudah siap," ujar Budi, "tetapi hujan belum turun."'
    assert spoken(body) == ["Kami sudah siap,", "tetapi hujan belum turun."]


def test_marks_inside_of_speech_are_inner() -> None:
    for printed in (
        "\"Dia bilang 'nanti saja' kepada kami semua,\" kata Budi.",
        '"Dia bilang "nanti saja" kepada kami semua," kata Budi.',
        "“Dia bilang “nanti saja” kepada kami semua,” kata Budi.",
        "‘Dia bilang “nanti saja” kepada kami semua,’ kata Budi.",
    ):
        assert [kind for _, kind in marked(printed)] == ["speech", "inner"], printed


def test_apostrophes_open_nothing() -> None:
    assert marked("Salat Jum'at di Ma'arif, rock 'n roll, Al-Qur'an dan tahun '98 tak terkait.") == []


def test_inches_open_nothing() -> None:
    assert marked('Layarnya 6,5" dan bobotnya ringan. Yang lain 7" saja.') == []


class TestAMarkIsMissing:
    def test_speech_without_a_closing_mark_ends_where_it_is_said(self) -> None:
        body = '"Kami menunggu sejak pagi, kata Budi saat ditemui.'
        one = only(body)
        assert (one.content.of(body), one.closed) == ("Kami menunggu sejak pagi,", False)

    def test_the_next_quote_of_the_line_is_not_swallowed(self) -> None:
        body = '"Kami menunggu sejak pagi, kata Budi. "Tidak ada yang datang kemari," ujarnya.'
        assert spoken(body) == ["Kami menunggu sejak pagi,", "Tidak ada yang datang kemari,"]

    def test_speech_without_an_opening_mark_begins_with_its_line(self) -> None:
        body = 'Hujan turun.\n\nKami menunggu sejak pagi. Tidak ada yang datang," ujar Budi.'
        assert spoken(body) == ["Kami menunggu sejak pagi. Tidak ada yang datang,"]

    def test_a_lone_mark_in_a_sentence_is_no_speech(self) -> None:
        assert marked('Harga naik" di pasar itu sejak pekan lalu.') == []

    def test_each_paragraph_of_a_long_quote_opens_again(self) -> None:
        body = '"Yang pertama soal air.\n\n"Yang kedua soal jalan.\n\n"Yang ketiga soal listrik," kata Sari.'
        found = find_marked(Story(body=body))
        assert [(one.content.of(body), one.closed) for one in found] == [
            ("Yang pertama soal air.", False),
            ("Yang kedua soal jalan.", False),
            ("Yang ketiga soal listrik,", True),
        ]

    def test_a_line_broken_at_a_link_does_not_end_a_quote(self) -> None:
        assert spoken('"Kami belum bisa\n\nlogin\n\nsejak pagi," kata Sari.') == [
            "Kami belum bisa\n\nlogin\n\nsejak pagi,"
        ]

    def test_single_and_double_marks_that_cross_leave_the_double_ones(self) -> None:
        assert spoken("\"Saya bilang 'tunggu dulu,\" kata Budi. Itu' saja.") == ["Saya bilang 'tunggu dulu,"]


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ('Ia membintangi film "Hujan di Kota Tua" tahun lalu.', "title"),
        ('Lagu bertajuk "Sampai Pagi" itu diputar lagi.', "title"),
        ('Bukunya, "Jejak Seorang Guru", terbit pekan ini.', "title"),
        ('Baca juga: "Warga menolak pabrik baru di tepi sungai," kata camat', "title"),
        ('Kerja sama "berbahaya" antara dua negara itu dikecam.', "scare"),
        ('Ia disebut sebagai "raja jalanan" oleh tetangganya.', "scare"),
        ('Mereka membawa poster bertuliskan "kembalikan sawah kami".', "slogan"),
        ('Allah berfirman, "Dan tolong-menolonglah kamu dalam kebaikan," demikian.', "scripture"),
        ('"Kebersihan itu sebagian dari iman." (HR. Muslim)', "scripture"),
        ('"Tidak," kata Budi.', "speech"),
        ('"Semoga lekas pulih dan kembali bermain."', "speech"),
        ('"Luar biasa" tutur pelatih itu.', "speech"),
        ('Ia menyatakan bahwa "tidak ada satu pun warga yang digusur dari rumahnya" tahun ini.', "speech"),
    ],
)
def test_what_marks_are_for(printed: str, kind: str) -> None:
    assert [kind for _, kind in marked(printed)] == [kind]


@pytest.mark.parametrize(
    ("printed", "kinds"),
    [
        ('"We are ready to talk," the minister told reporters.', ["speech"]),
        ('"We are ready to talk," she said, "but not today."', ["speech", "speech"]),
        ('The singer released "Rain Over the Old Town" last year.', ["title"]),
        ('The so-called "dark fleet" left port.', ["scare"]),
        ('Marchers carried banners reading "give us back our fields".', ["slogan"]),
        ("‘He told me “never” and left,’ she said.", ["speech", "inner"]),
        ("The players' coach said it wasn't the teams' fault.", []),
    ],
)
def test_english_marks(printed: str, kinds: list[str]) -> None:
    assert [kind for _, kind in marked(printed, "en")] == kinds


@given(st.text(alphabet="aB1 .,!?:()\n\"“”„«»'‘’‚<>″`é\u200e", max_size=120), st.sampled_from(["id", "en", "xx"]))
def test_any_marks_in_any_order_give_stretches_in_order(body: str, language: str) -> None:
    found = find_marked(Story(body=body, language=language))
    last = 0
    outer_end = 0
    for one in found:
        assert one.printed.contains(one.content)
        assert one.printed.end <= len(body)
        assert one.content.of(body).strip() == one.content.of(body)
        assert one.printed.start >= last
        last = one.printed.start
        if one.kind == "inner":
            assert one.printed.end <= outer_end
        else:
            assert one.printed.start >= outer_end
            outer_end = one.printed.end


@pytest.mark.parametrize("piece", ['"', '"a ', 'a" ', '\n"a', ' "a, kata B', 'a," ', "“", "” ", " 'a", "a' "])
def test_a_line_of_nothing_but_marks_is_read_in_steps_that_grow_with_it(piece: str) -> None:
    assert_steady(lambda body: find_marked(Story(body=body)), piece)


def test_in_200_kb_of_one_line_every_stretch_is_found() -> None:
    body = '"Kami siap," kata Budi. Mereka \'belum\' datang "ke sini." ' * 3_600
    assert spoken(body).count("Kami siap,") == 3_600
