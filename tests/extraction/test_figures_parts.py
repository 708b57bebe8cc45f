"""Of how many: parts and their wholes, next to each other, before, behind, in another sentence."""

from __future__ import annotations

import pytest

from tests.extraction.counting import figures_in, parts_in


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
    assert part.measure == "warga desa dari sekitar 80 orang yang mendaftar telah pulang ke rumah"
    assert part.population and part.population.of(text) == "warga desa"


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


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Ana menyoroti dua hal utama.", ["dua hal"]),
        ("Sejak dua tahun lalu, warga bersiap.", ["dua tahun"]),
        ("Dua tahun lalu, warga bersiap.", []),
        ("Kami tampil sebagai satu tim.", []),
        ("Kapal itu membawa satu tim.", ["satu tim"]),
        ("Satu hal lagi, ujar Ana.", []),
    ],
)
def test_words_that_count_and_words_that_do_not(text: str, figures: list[str]) -> None:
    assert [figure.span.of(text) for figure in figures_in(text)] == figures
