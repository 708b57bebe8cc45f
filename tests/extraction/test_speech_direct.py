"""Words in marks: where the word of saying stands, and whom it names."""

from __future__ import annotations

import pytest

from tests.extraction.spoken import Said, quotes_in, said_in, speakers_in

WORDS = "Jembatan ini selesai sebelum musim hujan"


@pytest.mark.parametrize(
    "text",
    [
        f"“{WORDS},” kata Ana Wijaya.",
        f"“{WORDS}”, kata Ana Wijaya.",
        f'"{WORDS}" ujar Ana Wijaya kepada wartawan.',
        f"“{WORDS},” tutur Kepala Dinas Pekerjaan Umum dan Penataan Ruang, Ana Wijaya, Senin (3/2).",
        f"“{WORDS},” ungkap Ketua RT 04 di Kelurahan Tepian, Ana Wijaya.",
        f"“{WORDS},” jelas Ana Wijaya, S.T., M.T., Kepala Balai Jalan.",
        f"“{WORDS},” tambah Ibu Ana saat ditemui di lokasi. Ana Wijaya lalu pulang.",
        f"“{WORDS},” demikian Ana Wijaya menambahkan.",
        f"“{WORDS},” demikian keterangan Ana Wijaya.",
        f"“{WORDS},” Ana Wijaya menegaskan.",
        f"Ana Wijaya mengatakan, “{WORDS}.”",
        f"Ana Wijaya mengatakan kepada wartawan di Balai Kota, Senin (3/2/2025): “{WORDS}.”",
        f"Seperti dikatakan Ana Wijaya, “{WORDS}.”",
        f"Hal itu disampaikan oleh Ana Wijaya. “{WORDS},” ujarnya.",
        f"Kepada Bima Santoso, Ana Wijaya mengatakan, “{WORDS}.”",
        f"Ana Wijaya melalui Bima Santoso menceritakan, “{WORDS}.”",
        f"Pernyataan Ana Wijaya:\n\n“{WORDS}.”",
    ],
)
def test_the_speaker_is_the_one_beside_the_word_of_saying(text: str) -> None:
    assert speakers_in(text) == ["Ana Wijaya"]


def test_words_go_on_after_the_one_who_says_them() -> None:
    text = "“Air sudah surut,” kata Bima, “dan jalan kembali dibuka untuk semua warga.” Bima Santoso tersenyum."
    assert said_in(text) == [
        Said("direct", "Bima Santoso", "Air sudah surut,"),
        Said("direct", "Bima Santoso", "dan jalan kembali dibuka untuk semua warga."),
    ]


def test_the_words_of_saying_and_of_the_speaker_have_their_places() -> None:
    text = f"“{WORDS},” kata Ana Wijaya. “Kami tetap menunggu hasil uji,” ujarnya."
    first, second = quotes_in(text)
    assert [first.cue and first.cue.of(text), first.speaker.words and first.speaker.words.of(text)] == [
        "kata",
        "Ana Wijaya",
    ]
    assert [second.cue and second.cue.of(text), second.speaker.words and second.speaker.words.of(text)] == [
        "ujarnya",
        "ujarnya",
    ]
    assert (first.printed, first.sentence) == (first.content.__class__(0, len(WORDS) + 3), first.content)


def test_paragraphs_in_marks_with_one_verb_are_all_of_its_speaker() -> None:
    text = (
        "Citra Lestari menyebut perahu itu tua.\n\n“Kami membeli perahu itu dari nelayan di hulu.”\n\n"
        "“Mesinnya sudah tiga kali diganti,” kata Darto Widodo."
    )
    assert speakers_in(text) == ["Darto Widodo", "Darto Widodo"]


def test_words_alone_after_a_reporting_sentence_are_carried_over() -> None:
    text = "Citra Lestari menyebut perahu itu tua. “Kami membeli perahu itu dari nelayan di hulu.”\n\nIa lalu pergi."
    direct = quotes_in(text)[1]
    assert (direct.speaker.name, direct.speaker.resolved, direct.speaker.words) == (
        "Citra Lestari",
        "carried_over",
        None,
    )


def test_words_of_one_who_goes_on_in_the_same_paragraph_are_carried_over() -> None:
    text = "“Air sudah surut pagi ini,” kata Bima Santoso. “Jalan kembali dibuka untuk umum.”"
    assert speakers_in(text) == ["Bima Santoso", "Bima Santoso"]


def test_marks_that_never_close_hold_the_words_to_the_end_of_the_paragraph() -> None:
    text = "Bima Santoso berkata: “Air sudah surut pagi ini dan jalan dibuka.\n\nHujan turun lagi sore harinya."
    assert said_in(text) == [Said("direct", "Bima Santoso", "Air sudah surut pagi ini dan jalan dibuka.")]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "“Di mana Anda malam itu?” tanya jaksa.\n\n“Saya di rumah bersama anak saya,” jawab terdakwa.",
            ["jaksa", "terdakwa"],
        ),
        ("“Suaranya keras sekali sampai kaca bergetar,” kata seorang warga.", ["seorang warga"]),
        ("“Temuan ini perlu diuji lagi di sungai lain,” tulis para peneliti.", ["para peneliti"]),
        ("“Lucu sekali kucingnya bisa naik bus,” tulis netizen.", ["netizen"]),
        ("“Kucingnya lebih rajin dari saya,” tulis @kucing_danau.", ["@kucing_danau"]),
        ("“Awas ombaknya naik ke jalan,” teriak perekam dalam video itu.", ["perekam"]),
        ("“Dia pamit hanya untuk membeli beras,” kata istri korban.", ["istri korban"]),
        ("“Kami sepakat membuka kembali pelabuhan itu,” bunyi pernyataan kedua belah pihak.", ["kedua belah pihak"]),
        ("“Kami sepakat membuka kembali pelabuhan itu,” ujar kedua belah pihak.", ["kedua belah pihak"]),
    ],
)
def test_speakers_whom_nobody_names_are_described(text: str, speakers: list[str]) -> None:
    quotes = quotes_in(text)
    assert [quote.speaker.described for quote in quotes] == speakers
    assert all(quote.speaker.named is None for quote in quotes)


def test_a_body_may_speak() -> None:
    text = "“Danau ini ditutup sampai akhir bulan,” tulis Kementerian Danau dalam siaran persnya."
    assert speakers_in(text) == ["Kementerian Danau"]


def test_nya_after_a_body_is_the_body() -> None:
    text = "“Danau ini ditutup sementara,” kata Istana Utara.\n\n“Pengunjung diminta menunggu,” lanjutnya."
    assert speakers_in(text) == ["Istana Utara", "Istana Utara"]


def test_a_role_stands_for_the_one_who_has_it() -> None:
    text = "Kapolsek Tepian Ana Wijaya datang. Bima Santoso ikut.\n\n“Pelaku sudah kami tahan semalam,” kata Kapolsek."
    assert speakers_in(text, roles={"Ana Wijaya": "Kapolsek Tepian"}) == ["Ana Wijaya"]


def test_a_role_with_that_is_the_one_who_spoke_when_nobody_has_it() -> None:
    text = "“Air sudah surut,” kata Bima Santoso.\n\n“Jalan dibuka lagi besok pagi,” ujar pria berusia 54 tahun itu."
    assert speakers_in(text) == ["Bima Santoso", "Bima Santoso"]


def test_a_pronoun_is_the_last_who_spoke_not_the_last_who_was_named() -> None:
    text = (
        "“Air sudah surut,” kata Bima Santoso.\n\nRombongan Citra Lestari tiba pukul tujuh.\n\n"
        "“Jalan dibuka lagi besok,” kata dia.\n\n“Kami terus berjaga di tepi sungai,” imbuhnya."
    )
    assert speakers_in(text) == ["Bima Santoso"] * 3


def test_he_is_a_person_even_when_a_body_spoke_since() -> None:
    text = (
        "“Air sudah surut,” kata Bima Santoso.\n\nKementerian Danau menyebut hujan akan turun lagi.\n\n"
        "“Jalan dibuka lagi besok,” kata dia."
    )
    assert speakers_in(text) == ["Bima Santoso", "Bima Santoso"]


def test_the_floor_goes_to_whom_something_was_said_by() -> None:
    text = (
        "“Air sudah surut,” kata Bima Santoso.\n\nHal serupa disampaikan Citra Lestari saat rapat.\n\n"
        "“Sekolah dibuka lagi besok,” ujarnya."
    )
    assert speakers_in(text) == ["Bima Santoso", "Citra Lestari"]


@pytest.mark.parametrize(
    "text",
    [
        "Ia membaca buku “Sungai yang Pulang” di teras rumahnya.",
        "Acara bertajuk “Malam Seribu Lentera Danau Utara” itu ramai.",
        "Perjanjian “istimewa” itu ditandatangani kemarin.",
        "Massa membentangkan spanduk bertuliskan “Selamatkan Danau Kami Sekarang”.",
    ],
)
def test_titles_slogans_and_borrowed_words_are_no_quotes(text: str) -> None:
    assert said_in(text) == []


def test_what_is_said_inside_what_is_said_is_no_quote_of_its_own() -> None:
    text = "“Lalu ibu saya berkata 'jangan pergi ke sungai malam ini' dan saya menurut,” kata Ana Wijaya."
    assert [said.speaker for said in said_in(text)] == ["Ana Wijaya"]


@pytest.mark.parametrize(
    "text", ["", "“", "”", "“”", '"', "kata", "“ ,” kata", "“a” ujarnya ujarnya", "Menurut", "kata dia, "]
)
def test_fragments_raise_nothing(text: str) -> None:
    quotes_in(text)


def test_the_one_who_founded_something_is_not_what_was_founded() -> None:
    text = "“Air sudah surut,” kata Bima Santoso.\n\n“Jalan dibuka besok pagi,” ujar pendiri Forum Sungai itu."
    assert speakers_in(text) == ["Bima Santoso", "Bima Santoso"]


def test_words_that_a_page_has_glued_are_two() -> None:
    assert speakers_in(f"“{WORDS},” kataKepala Balai Jalan, Ana Wijaya.") == ["Ana Wijaya"]


@pytest.mark.parametrize("end", ["Ana Wijaya.", "Ana Wijaya berbagi cerita.", "candanya. Ana Wijaya tertawa."])
def test_the_speaker_behind_the_marks_needs_no_word_of_saying_that_is_known(end: str) -> None:
    text = f"Ana Wijaya menyebut jembatan itu tua. “{WORDS},” {end}"
    assert speakers_in(text) == ["Ana Wijaya"]


@pytest.mark.parametrize(
    "end", ["demikian dikutip dari akun resmi Kementerian Danau.", "tertulis dalam unggahan Kementerian Danau."]
)
def test_what_a_body_wrote_is_its_own(end: str) -> None:
    text = f"“Danau ini ditutup sampai akhir bulan,” {end}"
    assert speakers_in(text) == ["Kementerian Danau"]


def test_words_that_a_colon_announces_as_nobodys_are_nobodys() -> None:
    text = (
        "“Air sudah surut pagi ini,” kata Bima Santoso.\n\nSebuah unggahan memuat narasi berikut:\n\n"
        "“Danau akan meluap nanti malam, segera mengungsi!”"
    )
    assert speakers_in(text) == ["Bima Santoso", ""]


@pytest.mark.parametrize("end", ["celutuk Ana Wijaya.", "Kepala Balai Jalan, Ana Wijaya, dalam siaran pers."])
def test_what_stands_behind_a_comma_and_marks_tells_the_speaker(end: str) -> None:
    assert speakers_in(f"Bima Santoso menyebut jalan itu tua. “{WORDS},” {end}") == ["Ana Wijaya"]


def test_an_office_alone_is_the_one_who_had_it_before() -> None:
    text = (
        "“Air sudah surut,” kata Kapolsek Tepian AKP Ana Wijaya.\n\n“Jalan dibuka besok,” kata Bima Santoso.\n\n"
        "“Pelaku kami tahan semalam,” ungkap Kapolsek."
    )
    assert speakers_in(text) == ["Ana Wijaya", "Bima Santoso", "Ana Wijaya"]


def test_who_is_told_as_one_who_said_something_says_it() -> None:
    text = "Koran itu bertemu seorang saksi yang mengatakan, “Kapal itu oleng sejak dari pelabuhan.”"
    assert speakers_in(text) == ["seorang saksi"]


def test_a_borrowed_phrase_at_the_head_of_a_clause_is_no_quote() -> None:
    text = "Menurut Ana Wijaya, “pasar terapung” yang digelar tiap bulan itu ramai."
    assert [said.type for said in said_in(text)] == ["mixed"]


def test_letters_that_grow_in_lower_case_move_no_place() -> None:
    text = f"Rapat di İSTANBUL dan İzmir usai. “{WORDS},” kata Ana Wijaya."
    (quote,) = quotes_in(text)
    assert quote.cue is not None and quote.cue.of(text) == "kata"
    assert quote.speaker.words is not None and quote.speaker.words.of(text) == "Ana Wijaya"


@pytest.mark.parametrize("end", ["Kata Ana Wijaya.", "Ujarnya kepada wartawan."])
def test_a_full_stop_does_not_part_words_from_who_says_them(end: str) -> None:
    text = f"Ana Wijaya menyebut jembatan itu tua.\n\n“{WORDS}.” {end} Bima Santoso mengangguk."
    (quote,) = [quote for quote in quotes_in(text) if quote.type == "direct"]
    assert (quote.speaker.name, quote.cue is None) == ("Ana Wijaya", False)
