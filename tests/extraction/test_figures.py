"""What a text counts: golden cases in our own words."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.extraction.days import find_days
from articles.extraction.figures import LARGEST, RULES, claims, find_figures
from articles.extraction.findings import Figure
from articles.extraction.story import Story
from articles.text.dates import parse_edtf

PUBLISHED = parse_edtf("2025-06-11")


def figures_in(text: str, language: str = "id") -> tuple[Figure, ...]:
    story = Story(body=text, language=language, published=PUBLISHED)
    return find_figures(story, find_days(story))


def read(text: str, language: str = "id") -> list[tuple[str, str, str]]:
    """Return words, value and unit of each figure."""
    return [(figure.span.of(text), _value(figure), figure.unit) for figure in figures_in(text, language)]


def _value(figure: Figure) -> str:
    low = f"{figure.value.normalize():f}"
    return low if figure.value_to is None else f"{low}..{figure.value_to.normalize():f}"


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("Polisi memeriksa 39 saksi kemarin.", "39 saksi", "39", "saksi"),
        ("Bantuan diterima 250 tukang becak.", "250 tukang becak", "250", "tukang becak"),
        ("Ada empat orang di dalam.", "empat orang", "4", "orang"),
        ("Sudah berdiri 3.051 koperasi.", "3.051 koperasi", "3051", "koperasi"),
        ("Ia mengajar 4 muridnya.", "4 muridnya", "4", "murid"),
        ("Yang pulang 12 WNI.", "12 WNI", "12", "WNI"),
        ("Berlaku di 38 Provinsi.", "38 Provinsi", "38", "provinsi"),
        ("Nilainya 20,55 triliun rupiah.", "20,55 triliun rupiah", "20550000000000", "IDR"),
        ("Kas daerah Rp 132,6 juta hilang.", "Rp 132,6 juta", "132600000", "IDR"),
        ("Laba Rp1,2 T tahun itu.", "Rp1,2 T", "1200000000000", "IDR"),
        ("Harganya Rp 7 miliaran.", "Rp 7 miliaran", "7000000000", "IDR"),
        ("Dibayar 1,5 juta dolar AS.", "1,5 juta dolar AS", "1500000", "USD"),
        ("Pupuk dijual Rp 2.250/kg di kios.", "Rp 2.250/kg", "2250", "IDR/kg"),
        ("Dividen Rp 55 per lembar saham.", "Rp 55 per lembar", "55", "IDR/lembar"),
        ("Tumbuh 14,57 persen.", "14,57 persen", "14.57", "%"),
        ("Suku bunga turun 25 basis poin.", "25 basis poin", "25", "basis poin"),
        ("Selisihnya 2 poin persentase.", "2 poin persentase", "2", "poin persentase"),
        ("Lahan seluas 1.800 hektar terbakar.", "1.800 hektar", "1800", "hektare"),
        ("Anginnya 40 km/jam.", "40 km/jam", "40", "km/jam"),
        ("Hutan hilang 689 ribu hektare per tahun.", "689 ribu hektare per tahun", "689000", "hektare/tahun"),
        ("Potensinya 1.240 GW.", "1.240 GW", "1240", "gigawatt"),
        ("Melonjak 20 kali lipat.", "20 kali lipat", "20", "kali"),
        (
            "Ukurannya 5,5 mikrometer hingga 26,4 mikrometer.",
            "5,5 mikrometer hingga 26,4 mikrometer",
            "5.5..26.4",
            "mikrometer",
        ),
        ("Diisi 10-15 orang.", "10-15 orang", "10..15", "orang"),
        ("Naik antara 3 dan 5 persen.", "3 dan 5 persen", "3..5", "%"),
        ("Gajinya Rp 5-10 juta.", "Rp 5-10 juta", "5000000..10000000", "IDR"),
        ("Diancam 15 tahun penjara.", "15 tahun", "15", "tahun"),
        ("Sepertiga penduduk mengungsi.", "Sepertiga penduduk", "0.333333", "penduduk"),
        ("Rapat berlangsung dua setengah jam.", "dua setengah jam", "2.5", "jam"),
        ("Seribu seratus warga hadir.", "Seribu seratus warga", "1100", "warga"),
    ],
)
def test_a_number_is_found_with_what_it_counts(text: str, words: str, value: str, unit: str) -> None:
    assert read(text) == [(words, value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "Ia dijerat Pasal 48 ayat 1 UU No. 11 Tahun 2008.",
        "Seorang pria berusia 34 tahun ditahan.",
        "Usianya yang kini sudah 63 tahun menjadi alasan.",
        "Budi (34) dan Sari, 27 tahun, pulang.",
        "Musisi 49 tahun itu tampil lagi.",
        "Mereka bertemu 2 tahun lalu.",
        "Timnas menang 3-1 atas tamunya.",
        "Timnas unggul 3-1 babak pertama.",
        "Ia memakai Galaxy 25 warna hitam.",
        "Densus 88 bergerak dari Jalan Melati 12.",
        "Hubungi 0812-3456-7890 sebelum pukul 19.30 WIB.",
        "Ia duduk di kelas 2 SMP dan tinggal di RT 5 RW 3.",
        "Sensus tahun 2026 digelar pada 2026.",
        "Ini salah satu cara agar kita satu suara, satu sama lain.",
        "Pihak pertama dan anak kedua sepakat.",
        "Itu terjadi pada 12 November 2023.",
        "Babak perempat final digelar tahun 1990-an.",
        "Baca Juga: 5 Fakta dan 100 Orang di Balik Pabrik Tua",
        "Baca Juga\n\nHarga Beras Naik 12 Persen di 38 Provinsi Indonesia",
        "Telur setengah matang dan kerja setengah hati.",
    ],
)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "qualifier", "approximation"),
    [
        ("Hadir sekitar 40 orang.", "sekitar", "about"),
        ("Tercatat lebih dari 40 orang.", "Tercatat lebih dari", "more_than"),
        ("Sedikitnya 40 orang hilang.", "Sedikitnya", "at_least"),
        ("Hampir 40 orang hilang.", "Hampir", "nearly"),
        ("Denda maksimal Rp 2 miliar.", "maksimal", "at_most"),
        ("Dihukum paling lama 5 tahun penjara.", "paling lama", "at_most"),
        ("Sebanyak 40 orang hilang.", "Sebanyak", "exact"),
        ("Kerugian mencapai hingga Rp 2 miliar.", "mencapai hingga", "at_most"),
        ("Kantor baru menerima 11 laporan.", "baru", "exact"),
        ("Paling kurang ada enam bagian.", "Paling kurang", "at_least"),
        ("Yang datang 1.000 lebih warga.", "lebih", "more_than"),
        ("Yang datang ratusan warga.", None, "at_least"),
        ("Yang datang 200-an warga.", None, "about"),
    ],
)
def test_a_qualifier_says_how_exact_the_number_is(text: str, qualifier: str | None, approximation: str) -> None:
    (figure,) = figures_in(text)
    assert figure.approximation == approximation
    assert (figure.qualifier.of(text) if figure.qualifier else None) == qualifier


def parts_in(text: str, language: str = "id") -> list[tuple[str, str]]:
    """Return each part with its whole, by their values."""
    found = [figure for figure in figures_in(text, language) if figure.out_of]
    return [(_value(figure), _value(figure.out_of)) for figure in found if figure.out_of]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Sebanyak 60 warga desa dari sekitar 80 orang yang mendaftar telah pulang.", [("60", "80")]),
        ("Tujuh dari sembilan korban selamat.", [("7", "9")]),
        ("Satu dari 100 anak mengalaminya.", [("1", "100")]),
        ("Dari 40 orang yang diperiksa, 12 ditahan.", [("12", "40")]),
        ("Ia menyebut bahwa dari lima izin yang aktif, hanya satu yang lengkap.", [("1", "5")]),
        ("Sebanyak 50 persen dari 8.000 desa sudah siap.", [("50", "8000")]),
        ("Polisi menahan 12 orang. Mereka dibawa ke kota. Tiga di antaranya perempuan.", [("3", "12")]),
        ("Bus itu memuat 20 penumpang, dua di antaranya anak-anak.", [("2", "20")]),
        ("Ada 400 bayi yang diperiksa. Dari angka tersebut, tercatat sekitar 12 bayi sakit.", [("12", "400")]),
        ("Tim itu meraih tiga poin dari sembilan pertandingan.", [("3", "9")]),
        (
            "Lima mahasiswa diadili. Dua di antaranya dari kampus A, satu mahasiswa dari kampus B, "
            "dan satu mahasiswa dari kampus C.",
            [("2", "5"), ("1", "5"), ("1", "5")],
        ),
        ("Lima orang diadili. Tiga di antaranya siswa, empat orang menonton.", [("3", "5")]),
        (
            "Hakim memanggil lima mahasiswa.\n\nSidang ramai.\n\nKuliah libur.\n\nWarga menonton.\n\n"
            "Mereka mendukung kelima terdakwa. Tiga di antaranya belum lulus.",
            [("3", "5")],
        ),
    ],
)
def test_a_part_has_its_denominator_wherever_that_stands(text: str, parts: list[tuple[str, str]]) -> None:
    assert parts_in(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Sebanyak 3.500 ASN dari 16 kementerian akan pindah.",
        "Ada 12 peserta dari 40 kota.",
        "Sebanyak 90 orang dari 80 warga datang.",
        "Harga naik 5 persen dari Rp 10.000 menjadi Rp 10.500.",
        "Jumlahnya turun 3 orang dari 10 orang.",
        "Program itu berjalan di 30 kota, di antaranya Medan dan Ambon. Ada 100 ekor kambing.",
        "Sebanyak 100 ekor kambing dibagikan di 30 kota, di antaranya Medan.",
        "Ada 8.000 desa, terdiri dari 7.000 desa lama dan 1.000 desa baru.",
        "Sejumlah rumah rusak. Tiga di antaranya rusak berat.",
        "Pabrik itu punya 60 kamar.\n\nSatu.\n\nDua.\n\nTiga.\n\nEmpat.\n\nTiga di antaranya kosong.",
    ],
)
def test_a_source_or_a_change_is_no_denominator(text: str) -> None:
    assert parts_in(text) == []


def test_a_denominator_is_a_figure_of_its_own_with_its_own_qualifier() -> None:
    text = "Sebanyak 60 warga desa dari sekitar 80 orang yang mendaftar telah pulang ke rumah."
    part, whole = figures_in(text)
    assert part.out_of is whole
    assert (part.approximation, whole.approximation) == ("exact", "about")
    assert part.measure == "warga desa telah pulang ke rumah"
    assert part.population and part.population.of(text) == "warga desa"


def test_figures_that_stand_for_different_days_are_different_claims() -> None:
    text = (
        "Hingga Senin (9/6/2025), 250 orang mengungsi. Hingga Selasa (10/6/2025), 310 orang mengungsi. "
        "Hingga Rabu (11/6/2025), 250 orang mengungsi."
    )
    found = figures_in(text)
    assert [figure.as_of.edtf if figure.as_of else "" for figure in found] == ["2025-06-09", "2025-06-10", "2025-06-11"]
    words = found[0].as_of_words
    assert words and words.of(text) == "Hingga Senin (9/6/2025)"
    assert [len(claim) for claim in claims(found)] == [1, 1, 1]


def test_a_claim_holds_all_places_that_print_it() -> None:
    found = figures_in("Polisi memeriksa 318 saksi. Hakim memanggil 12 saksi. Ke-318 saksi, tepatnya 318 orang, hadir.")
    assert [len(claim) for claim in claims(found)] == [2, 1]


def test_small_numbers_of_different_things_are_different_claims() -> None:
    found = figures_in("Dua orang tewas tertimbun longsor. Dua orang menang lotre besar.")
    assert [len(claim) for claim in claims(found)] == [1, 1]


@pytest.mark.parametrize(
    ("text", "since", "words"),
    [
        ("Sejak 12 Mei 2025 sudah 90 orang pulang.", "2025-05-12", "Sejak 12 Mei 2025"),
        (
            "Setelah dibukanya kembali jalan itu pada 2 Mei 2025, sudah 90 orang pulang.",
            "2025-05-02",
            "Setelah dibukanya kembali jalan itu pada 2 Mei 2025",
        ),
        ("Setelah pertemuan pada 2 Mei 2025, sudah 90 orang pulang.", None, None),
    ],
)
def test_a_figure_knows_from_which_day_it_counts(text: str, since: str | None, words: str | None) -> None:
    (figure,) = figures_in(text)
    assert (figure.since.edtf if figure.since else None) == since
    assert (figure.since_words.of(text) if figure.since_words else None) == words


def test_a_day_to_come_is_a_plan_and_no_day_of_a_count() -> None:
    (figure,) = figures_in("Hingga 30 Juni 2025, sebanyak 90 orang akan pulang.")
    assert figure.as_of is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "About 60 Dutch citizens out of roughly 80 people who asked for help have left.",
            [("60 Dutch citizens", "60", "citizens"), ("80 people", "80", "people")],
        ),
        ("Ten armed rebels fled.", [("Ten armed rebels", "10", "rebels")]),
        ("The firm lost $2.3 billion, or 5 percent.", [("$2.3 billion", "2300000000", "USD"), ("5 percent", "5", "%")]),
        ("Prices rose between 3 and 5 percent.", [("3 and 5 percent", "3..5", "%")]),
        ("It hired 20 to 25 workers.", [("20 to 25 workers", "20..25", "workers")]),
        ("Two-thirds of the members voted.", [("Two-thirds of the members", "0.666667", "members")]),
        ("Tens of thousands of people fled.", [("Tens of thousands of people", "10000", "people")]),
        ("The plant made 50 lakh masks.", [("50 lakh masks", "5000000", "masks")]),
        ("If one steps back, nobody was hurt.", []),
        ("He was sentenced to 15 years in prison.", [("15 years", "15", "years")]),
        ("The 3,051-hectare site burned.", [("3,051-hectare", "3051", "hectares")]),
        ("John Smith, 34, said the 34-year-old Boeing 737 was 2 years old.", []),
        ("They won 3-1 in Game 7 on Highway 66 at 7 p.m. in 2024.", []),
        ("Each other, one another, no one: one day one of a kind.", []),
    ],
)
def test_english_is_read_by_the_same_engine(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Twelve of the 40 people were freed.", [("12", "40")]),
        ("Of the 40 people arrested, 12 were released.", [("12", "40")]),
        ("At least 40 hostages were held; 12 of them were freed.", [("12", "40")]),
        ("One in five adults smokes.", [("1", "5")]),
        ("About 5 percent of 4,000 villages lack power.", [("5", "4000")]),
        ("Sales rose 5 percent of late, from 40 shops.", []),
    ],
)
def test_english_denominators(text: str, parts: list[tuple[str, str]]) -> None:
    assert parts_in(text, "en") == parts


PIECES = st.sampled_from(
    [
        *(
            "3",
            "1.100",
            "dua",
            "puluh",
            "ribu",
            "Rp",
            "$",
            "%",
            "persen",
            "orang",
            "dari",
            "di antaranya",
            "Dari",
            "itu",
        ),
        *("sekitar", "hingga", "-", ",", ".", "\n\n", "“", "(", "setengah", "ratusan", "2 Mei", "sejak", "of", "them"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map(" ".join)), st.sampled_from(["id", "en"]))
def test_no_text_raises_and_every_figure_lies_in_its_words(text: str, language: str) -> None:
    story = Story(body=text, language=language)
    found = find_figures(story, find_days(story))
    for figure in found:
        assert figure.span.end <= len(text)
        assert figure.rule in RULES
        assert figure.value_to is None or figure.value < figure.value_to
        assert figure.unit
        assert 0 < len(figure.measure) <= 300
        assert len(figure.unit) <= 60
        assert figure.out_of is None or figure.out_of in found
    assert sorted(found, key=lambda figure: figure.number) == list(found)
    assert sum(map(len, claims(found))) == len(found)


LONG = [
    "1 ",
    "1.",
    "3 dari 5 orang ",
    "dua puluh ",
    "5 orang di antaranya, 1 orang, ",
    "(",
    "Rp 5 juta per kg ",
    "1-2 ",
    "of them ",
]


@pytest.mark.parametrize("piece", LONG)
def test_the_work_grows_with_the_text_and_no_faster(piece: str) -> None:
    seconds = []
    for size in (10_000, 40_000):
        story = Story(body=(piece * size)[:size])
        start = process_time()
        find_figures(story, ())
        seconds.append(process_time() - start)
    for few, many in pairwise(seconds):
        assert many < 10 * few + 0.1


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Harga emas: Rp 2 juta.", "Harga emas"),
        ("Rp 2 juta.", "IDR"),
        ("Harga emas Antam naik Rp 6.000.", "Harga emas Antam"),
        ("Menurut dinas itu, laba bersih tercatat sebesar Rp 2 miliar, turun lagi.", "laba bersih"),
        ("Polisi memeriksa 39 saksi.", "saksi"),  # never words of both sides put together
    ],
)
def test_what_is_counted_is_told_in_words_of_the_clause(text: str, measure: str) -> None:
    assert figures_in(text)[0].measure == measure


def test_a_sum_behind_others_is_told_with_the_subject_of_its_sentence() -> None:
    found = figures_in("Harga emas Antam turun Rp 6.000 menjadi Rp 1.992.000.")
    assert found[1].measure == "Harga emas Antam"


@pytest.mark.parametrize(
    "text", ["Ada 99999999999999 triliun semut.", f"Ada 3 {'kata' * 30} di sana.", "Ada 0,0000001-0,0000002 orang."]
)
def test_what_no_column_could_hold_is_left_out_or_read_apart(text: str) -> None:
    assert all(figure.value < LARGEST and figure.value_to is None for figure in figures_in(text))
    assert all(len(figure.unit) <= 60 for figure in figures_in(text))


def test_values_are_exact() -> None:
    (figure,) = figures_in("Kasnya Rp2.369.144.695 kurang.")
    assert figure.value == Decimal(2369144695)
