from __future__ import annotations

import pytest

from articles.extraction.findings import Named
from articles.extraction.known import Known
from articles.extraction.names import find_names
from articles.extraction.story import Story


def named_in(body: str) -> tuple[Named, ...]:
    return find_names(Story(body=body), (), Known()).all


def people_in(body: str) -> list[tuple[str, str]]:
    """Return the people of a text, each with the role beside the first printing, "" for none."""
    people = [one for one in named_in(body) if one.kind == "person"]
    roles = [one.printed[0].role for one in people]
    return [(one.name, role.of(body) if role else "") for one, role in zip(people, roles, strict=True)]


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("Kapolsek Tanjung Wangi AKP Bagus Hermawan pulang.", "Kapolsek Tanjung Wangi"),
        ("Kapolsek Karangjati, AKP Bagus Hermawan, pulang.", "Kapolsek Karangjati"),
        ("Bupati Karangjati, Bagus Hermawan, pulang.", "Bupati Karangjati"),
        ("Camat Wringin Putih Bagus Hermawan pulang.", "Camat Wringin Putih"),
        ("Karo Zorvex Polda Lampung Kombes Bagus Hermawan pulang.", "Karo Zorvex Polda Lampung"),
        ("Kasubdit Zorvex Ditlantas Polda Lampung, Kompol Bagus Hermawan, pulang.",
         "Kasubdit Zorvex Ditlantas Polda Lampung"),
        ("Direktur Eksekutif Zorvex Karsa Strategis Bagus Hermawan pulang.",
         "Direktur Eksekutif Zorvex Karsa Strategis"),
        ("General Manager The Zorvex Mirren Artavia Bagus Hermawan pulang.",
         "General Manager The Zorvex Mirren Artavia"),
        ("President of ZVX International Bagus Hermawan pulang.", "President of ZVX International"),
        ("Pengamat pasar dari ZVX Indonesia, Bagus Hermawan, pulang.", "Pengamat pasar dari ZVX Indonesia"),
        ("Camat Karangpuri, Kabupaten Mirren, Bagus Hermawan pulang.", "Camat Karangpuri, Kabupaten Mirren"),
        ("Kapolsek Tanjung Wangi, Jawa Timur, AKP Bagus Hermawan pulang.", "Kapolsek Tanjung Wangi, Jawa Timur"),
        ("Kepala Desa Zorvik, Kecamatan Mirren, Kabupaten Mokzel, Bagus Hermawan, pulang.",
         "Kepala Desa Zorvik, Kecamatan Mirren, Kabupaten Mokzel"),
        ("Senior Market Analyst Zorvik Sekuritas Bagus Hermawan pulang.", "Senior Market Analyst Zorvik Sekuritas"),
        ("Analis Zorvik Capital Indonesia Bagus Hermawan pulang.", "Analis Zorvik Capital Indonesia"),
        ("Bagus Hermawan, Sales & Marketing Director PT Zorvik Mirren Artavia, pulang.",
         "Sales & Marketing Director PT Zorvik Mirren Artavia"),
        ("Acara itu membuat CEOZorvikRacing Bagus Hermawan pulang.", "CEO"),
    ],
)  # fmt: skip
def test_what_an_office_belongs_to_is_no_part_of_the_name(body: str, role: str) -> None:
    assert people_in(body) == [("Bagus Hermawan", role)]


def test_the_place_that_an_office_governs_is_a_place() -> None:
    found = {one.name: one.kind for one in named_in("Kapolsek Karangjati, AKP Bagus Hermawan, pulang.")}
    assert found == {"Karangjati": "place", "Bagus Hermawan": "person"}


def test_an_office_and_a_short_name_mean_who_was_named_in_full() -> None:
    body = "Ketua majelis hakim Rudi Santosa datang. Para hakim duduk. Kata Hakim Rudi, sidang ditunda. Hakim pulang."
    (judge,) = [one for one in named_in(body) if one.kind == "person"]
    assert [printed.span.of(body) for printed in judge.printed] == ["Rudi Santosa", "Rudi"]


def test_an_initial_behind_an_office_begins_the_name() -> None:
    assert people_in("Gubernur Bali I Wayan Sudarta pulang.") == [("I Wayan Sudarta", "Gubernur Bali")]


def test_an_office_alone_is_nobody() -> None:
    assert people_in("Hakim menolak permohonan itu. Menurut Hakim, bukti kurang.") == []


def test_a_last_name_with_another_office_is_somebody_else() -> None:
    body = "Kapolri Jenderal Seno Aji Wardana tiba. Menteri Wardana menyambutnya. Kata Seno, semua aman."
    assert [name for name, _ in people_in(body)] == ["Seno Aji Wardana", "Wardana"]


def test_a_short_name_is_whose_first_name_it_is() -> None:
    body = "Joko Wardana duduk. Wardana Kusuma datang. Kata Joko, hujan. Kata Wardana, sungai naik."
    first, second = (one for one in named_in(body) if one.kind == "person")
    assert [printed.span.of(body) for printed in first.printed] == ["Joko Wardana", "Joko"]
    assert [printed.span.of(body) for printed in second.printed] == ["Wardana Kusuma", "Wardana"]


@pytest.mark.parametrize(
    ("body", "people"),
    [
        ("SURABAYA-Rina Melatibisa tersenyum. Rina Melati senang.", ["Rina Melati"]),
        ("Hal itu dikatakanMenteri Keuangan Rina Melati.", ["Rina Melati"]),
        ("Kata BupatiBanyuwangiRina Melati, panen naik.", ["Rina Melati"]),
        ("Pasangan Rina-Bagus menang. Rina Melati dan Bagus Hermawan pulang.", ["Rina Melati", "Bagus Hermawan"]),
        ("Menurut Jean-Pierre Dubois, hujan turun.", ["Jean-Pierre Dubois"]),
    ],
)
def test_words_printed_without_a_space_are_read_apart(body: str, people: list[str]) -> None:
    assert [name for name, _ in people_in(body)] == people


def test_offsets_count_the_text_as_printed() -> None:
    body = "Kata BupatiBanyuwangiRina Melati, panen naik."
    printed = next(one.printed[0] for one in named_in(body) if one.kind == "person")
    assert printed.span.of(body) == "Rina Melati"
    assert printed.role is not None
    assert printed.role.of(body) == "BupatiBanyuwangi"


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("SURABAYA - Hujan turun.", "Surabaya"),
        ("Rakyat Republik Indonesia merdeka, RI maju.", "Indonesia"),
        ("Banjir di Jatim.", "Jawa Timur"),
        ("Rapat DPR RI ditunda.", "DPR"),
        ("Kata RINA MELATI, hujan turun.", "Rina Melati"),
        ("Menurut BMKG, hujan turun.", "Badan Meteorologi, Klimatologi, dan Geofisika"),
        ("Kemnaker tutup, Kementerian Ketenagakerjaan RI buka.", "Kementerian Ketenagakerjaan"),
        ("Dewan Perwakilan Rakyat (DPR) menolak.", "DPR"),
        ("Banjir di Tiongkok, kata orang China.", "China"),
    ],
)
def test_everything_is_called_by_its_usual_name(body: str, name: str) -> None:
    assert named_in(body)[0].name == name


@pytest.mark.parametrize("line", ["Editor: Rina Melati", "Foto: Rina Melati/warta", "(Rina Melati)"])
def test_who_made_the_article_is_hardly_worth_a_look(line: str) -> None:
    (maker,) = named_in(f"Hujan turun kemarin.\n\n{line}")
    assert (maker.rule, maker.confidence) == ("name.newsroom", 0.3)


def test_a_group_of_a_competition_is_no_body() -> None:
    assert [one.name for one in named_in("Jepang memimpin Grup C.")] == ["Jepang"]


def test_the_word_that_begins_a_sentence_is_cut_off_a_name() -> None:
    body = "Zorvexar Rina Melati menikah. Kata Rina Melati, ia bahagia."
    assert [name for name, _ in people_in(body)] == ["Rina Melati"]


@pytest.mark.parametrize(
    "body",
    [
        "Wulan Hapsari, istri Budi Raharjo, tersenyum.",
        "Sang ayah, Budi Raharjo, hadir.",
        "Pria bernama Budi Raharjo tiba.",
        "Nama Budi Raharjo disebut.",
        "Menurut seorang saksi, Budi Raharjo, jalan ditutup.",
        "Menurut warga setempat yang bernama Budi Raharjo, jalan ditutup.",
        "Menurut Budi Raharjo, Gubernur juga hadir di sana.",
    ],
)
def test_whose_somebody_is_and_that_he_is_called_so_is_no_office(body: str) -> None:
    roles = [printed.role.of(body) for named in named_in(body) for printed in named.printed if printed.role]
    assert roles == []


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("Sosok mantan Bupati Ponorogo, Budi Raharjo, hadir.", "mantan Bupati Ponorogo"),
        ("Tersangka bernama Budi Raharjo ditahan.", "Tersangka"),
        ("Ibu Negara Wulan Hapsari hadir.", "Ibu Negara"),
        ("Saksi ahli hukum Universitas Merdeka, Budi Raharjo, hadir.", "Saksi ahli hukum Universitas Merdeka"),
    ],
)
def test_an_office_is_told_without_the_words_that_only_bring_in_a_name(body: str, role: str) -> None:
    found = [printed.role for named in named_in(body) if named.kind == "person" for printed in named.printed]
    assert [one.of(body) for one in found if one] == [role]


def test_what_stands_behind_a_trade_may_be_an_employer_and_is_not_sure_without_a_sign() -> None:
    sure = {
        one.name: one.confidence >= 0.6 for one in named_in("Kata pelatih Zorblat Kranix, menang. Kiper Budi Mokzel.")
    }
    assert sure == {"Zorblat Kranix": False, "Budi Mokzel": True}


def test_an_employer_before_a_name_that_stands_elsewhere_without_it_is_none_of_it() -> None:
    body = "Laba naik, kata analis Zorblat Yuvika Mokzel. “Sekali lagi naik,” kata Yuvika Mokzel."
    assert {one.name for one in named_in(body) if one.kind == "person"} == {"Yuvika Mokzel"}


def test_a_place_that_is_listed_by_its_first_word_alone_is_one_place() -> None:
    found = {one.name: one.kind for one in named_in("Bupati Biak Zorvik, Provinsi Papua, Bagus Hermawan pulang.")}
    assert found == {"Biak Zorvik": "place", "Papua": "place", "Bagus Hermawan": "person"}


def test_the_bearer_of_an_office_stays_where_a_region_is_told_of_somebody_else() -> None:
    assert people_in("Camat Bagus Hermawan, Jawa Timur, pulang.") == [("Bagus Hermawan", "Camat")]


def test_names_that_no_list_holds_end_what_a_country_closes() -> None:
    assert people_in("CEO Zorvik Indonesia Kariyanto Mokzelmarto pulang.") == [
        ("Kariyanto Mokzelmarto", "CEO Zorvik Indonesia")
    ]


def test_an_ordinary_word_is_a_name_between_two_names_behind_a_rank() -> None:
    assert people_in("Kata Kompol Raka Kita Purba, benar.") == [("Raka Kita Purba", "Kompol")]
    assert people_in("Kata Kompol Raka Dan Purba Wijaya, benar.")[0] == ("Raka", "Kompol")
