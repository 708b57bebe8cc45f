"""Numbers that belong together: one duration in two units, units that two values share, things that have names."""

from __future__ import annotations

import pytest

from tests.extraction.counting import figures_in, parts_in, read


@pytest.mark.parametrize(
    ("text", "language", "words", "value", "unit"),
    [
        ("Gempa itu berlangsung 1 menit 40 detik.", "id", "1 menit 40 detik", "100", "detik"),
        ("Ia divonis 2 tahun dan 3 bulan penjara.", "id", "2 tahun dan 3 bulan", "27", "bulan"),
        ("Perjalanan memakan 1 jam 10 menit 5 detik.", "id", "1 jam 10 menit 5 detik", "4205", "detik"),
        ("The flight took two hours and ten minutes.", "en", "two hours and ten minutes", "130", "minutes"),
    ],
)
def test_a_duration_in_two_units_is_one(text: str, language: str, words: str, value: str, unit: str) -> None:
    assert read(text, language) == [(words, value, unit)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Hukumannya 5 tahun dan 14 bulan.", ["5", "14"]),  # fourteen months are more than a year
        ("Ia bekerja 3 bulan, 10 jam sehari.", ["3", "10"]),
    ],
)
def test_durations_that_only_stand_together_stay_two(text: str, values: list[str]) -> None:
    assert [value for _, value, _ in read(text)] == values


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Kapasitasnya naik dari 530 menjadi 848 kursi.", "id", [("530", "kursi"), ("848", "kursi")]),
        ("Berat badannya turun dari 57 ke 43 kg.", "id", [("57", "kg"), ("43", "kg")]),
        ("Keduanya turun 3 dan 5 persen.", "id", [("3", "%"), ("5", "%")]),
        ("Enam orang selamat, tiga lainnya hilang.", "id", [("6", "orang"), ("3", "orang")]),
        ("Jumlah pengguna aplikasi itu mencapai 275 juta.", "id", [("275000000", "pengguna")]),
        ("Ada 12 Situs Budaya dan 19 Kawasan Budaya.", "id", [("12", "situs"), ("19", "kawasan")]),
        ("Daerah itu memiliki 19 Kawasan Budaya.", "id", [("19", "kawasan")]),
        ("Lima orang jadi korban, tiga tewas.", "id", [("5", "orang"), ("3", "orang")]),
        ("Jumlah direktur bertambah menjadi 11.", "id", [("11", "direktur")]),
    ],
)
def test_a_number_takes_its_unit_from_the_other(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert [(value, unit) for _, value, unit in read(text, language)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Indeks melemah 61,50 atau tipis.",
        "Ia lahir di blok 3 dan pindah.",
        "Sidang ke-3 dan lainnya.",
        "Jumlahnya kini 5.",
    ],
)
def test_a_number_without_a_neighbour_counts_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Harganya Rp 3,9 hingga lebih dari Rp 7 miliar.", "3900000000..7000000000"),
        ("Ia bermain bagus dengan tiga atau empat pemain.", "3..4"),
        ("Dijual Rp 30 ribu atau Rp 40 ribu.", "30000..40000"),
    ],
)
def test_one_of_two_values_is_a_range(text: str, value: str) -> None:
    assert [found for _, found, _ in read(text)] == [value]


def test_two_cases_with_their_units_are_no_range() -> None:
    assert [found for _, found, _ in read("Batasnya 17 meter atau 21 meter.")] == ["17", "21"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Itu 28 persen dari total belanja yang sebesar Rp 3.621 triliun.", [("28", "3621000000000000")]),
        ("Realisasinya 25 persen dari target Rp 40 miliar.", [("25", "40000000000")]),
        ("Ia mencetak 85 gol dalam 158 pertandingan.", [("85", "158")]),
        ("Labanya naik 15 persen dari target Rp 40 miliar.", []),
        ("Itu 28 persen dari belanja, lalu Rp 3 triliun dipotong.", []),
    ],
)
def test_a_share_knows_what_is_named_before_it_is_counted(text: str, parts: list[tuple[str, str]]) -> None:
    assert parts_in(text) == parts


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Lahan 130 hektare lebih, katanya.", "lebih"),
        ("Rp 50 triliun lebih masuk ke kas.", "lebih"),
        ("Total sementara ada empat saksi.", "Total"),
        ("Selisihnya 5 persen lebih tinggi dari kemarin.", None),
        ("Nilainya Rp 50 miliar lebih besar.", None),
    ],
)
def test_a_qualifier_may_stand_behind_its_number(text: str, qualifier: str | None) -> None:
    (figure,) = figures_in(text)
    assert (figure.qualifier.of(text) if figure.qualifier else None) == qualifier


@pytest.mark.parametrize(
    "text",
    [
        "Nilainya dihitung dengan kurs 1 yuan.",
        "Mereka bersatu dalam satu sistem.",
        "Tidak satu kali pun mereka menang.",
        "Ia pulang bersama rekan satu klubnya.",
        "Pilpres masih empat tahun lagi.",
        "Sejak 2018 pengemudi asing wajib lapor.",
        "Mereka menyambut 1 Muharram bersama.",
        "Ia turun di kelas 61 kg.",
        "Fase 3 dan 4 MRT dimulai.",
        "Ia tidak mundur satu inci pun.",
        "Warga Kabupaten Lima Puluh Kota mengungsi.",
        "Siaran kanal 28 UHF dimulai.",
    ],
)
def test_more_that_counts_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Emas 0,5 gram: Rp 1.005.000", ["1005000"]),
        ("Biayanya Rp 16.000 (1 euro = Rp 18.621).", ["16000", "18621"]),
        ("Mereka hanya menggandeng satu pihak.", ["1"]),
        ("Kasusnya lebih dari satu perkara.", ["1"]),
        ("Selama delapan tahun ini mereka menunggu.", ["8"]),
        ("Inti itu terbentuk 4,5 miliar tahun lalu.", ["4500000000"]),
    ],
)
def test_what_counts_beside_it_stays(text: str, values: list[str]) -> None:
    assert [value for _, value, _ in read(text)] == values


def test_a_size_has_a_rule_of_its_own() -> None:
    assert [figure.rule for figure in figures_in("Ratusan rumah dan delapan warung terendam.")] == [
        "figure.size-in-words",
        "figure.count-in-words",
    ]
