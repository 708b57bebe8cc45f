"""What a text counts, and what only looks like it: golden cases in our own words."""

from __future__ import annotations

import pytest

from tests.extraction.counting import figures_in, read


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
