from __future__ import annotations

import pytest

from articles.extraction.findings import Named, Printed
from articles.extraction.known import Known, KnownName
from articles.extraction.names import Names, find_names
from articles.extraction.story import Story


def names_in(body: str, *known: KnownName, language: str = "id") -> Names:
    return find_names(Story(body=body, language=language), (), Known.of(known))


def people(body: str, language: str = "id") -> list[str]:
    return [one.name for one in names_in(body, language=language).all if one.kind == "person"]


def kinds(body: str, language: str = "id") -> dict[str, str]:
    """Return what is named on its own, with its kind."""
    named = names_in(body, language=language).all
    return {one.name: one.kind for one in named if not all(printed.nested for printed in one.printed)}


def only_person(body: str, language: str = "id") -> tuple[Named, Printed, str]:
    """Return the one person of a text, the first printing, and its role as printed."""
    (named,) = [one for one in names_in(body, language=language).all if one.kind == "person"]
    role = named.printed[0].role
    return named, named.printed[0], role.of(body) if role else ""


@pytest.mark.parametrize(
    ("body", "name", "role"),
    [
        (
            "Menurut Kapolres Ponorogo AKBP Darma Wisnu Prakoso, jalan dibuka.",
            "Darma Wisnu Prakoso",
            "Kapolres Ponorogo",
        ),
        (
            "Juru Bicara Kementerian Luar Negeri Rusia, Irina Volkova, hadir.",
            "Irina Volkova",
            "Juru Bicara Kementerian Luar Negeri Rusia",
        ),
        (
            "Kata Menteri Pertanian, Perikanan dan Kehutanan, Sutarjo Wibisono, panen naik.",
            "Sutarjo Wibisono",
            "Menteri Pertanian, Perikanan dan Kehutanan",
        ),
        ("Jaksa Agung Mardiono tiba di kantor.", "Mardiono", "Jaksa Agung"),
        ("Yuri Antonov, asisten presiden Rusia, tiba.", "Yuri Antonov", "asisten presiden Rusia"),
        (
            "Wulan Hapsari, Direktur Utama PT Samudra Biru, tersenyum.",
            "Wulan Hapsari",
            "Direktur Utama PT Samudra Biru",
        ),
        ("kata ketua RT setempat, Budi Raharjo, kemarin", "Budi Raharjo", "ketua RT setempat"),
        (
            "Pengamat politik dari Universitas Negeri Jakarta (UNJ) Ubaidah Badri menilai lain.",
            "Ubaidah Badri",
            "Pengamat politik dari Universitas Negeri Jakarta (UNJ)",
        ),
    ],
)
def test_a_person_is_named_without_the_office_beside_the_name(body: str, name: str, role: str) -> None:
    named, _, printed_role = only_person(body)
    assert (named.name, printed_role) == (name, role)


@pytest.mark.parametrize(
    "body",
    [
        "Menurut Prof. Dr. Ir. H. Surya Lesmana, S.H., M.Si., itu benar.",
        "Kata Dr. Surya Lesmana SH MH, itu benar.",
        "Hal itu dikatakan Pak Surya Lesmana di rumahnya.",
        "Mayjen TNI (Purn) Surya Lesmana menolak.",
        "KH Surya Lesmana berdoa.",
    ],
)
def test_titles_and_degrees_are_no_part_of_a_name(body: str) -> None:
    assert people(body) == ["Surya Lesmana"]


@pytest.mark.parametrize(
    "name",
    ["Siti Aminah binti Kasim", "Omar al-Karimi", "Ma'ruf Hidayat", "M. Lutfi Hakim", "Jan van der Berg", "Karyadi"],
)
def test_a_name_keeps_what_stands_within_it(name: str) -> None:
    assert people(f'"Belum," kata {name} kepada wartawan.') == [name]


def test_all_printings_of_one_person_are_one() -> None:
    body = "Presiden Bambang Wirawan (Wira) tiba. Wirawan disambut Sari Melati. Menurut Wira, hujan. Bambang pulang."
    first, second = (one for one in names_in(body).all if one.kind == "person")
    assert [printed.span.of(body) for printed in first.printed] == [
        "Bambang Wirawan",
        "Wira",
        "Wirawan",
        "Wira",
        "Bambang",
    ]
    assert [printed.form for printed in first.printed] == ["full", "alias", "short", "alias", "short"]
    assert (first.name, first.variants) == ("Bambang Wirawan", ("Wira", "Wirawan", "Bambang"))
    assert second.name == "Sari Melati"


def test_two_who_share_a_surname_stay_apart() -> None:
    body = "Andi Siregar tertawa. Siregar pergi. Lalu datang Rina Siregar (34). Siregar menangis."
    andi, rina = (one for one in names_in(body).all if one.kind == "person")
    assert [printed.span.start for printed in andi.printed] == [0, 22]
    assert [printed.span.of(body) for printed in rina.printed] == ["Rina Siregar", "Siregar"]


def test_an_initial_stands_for_its_word() -> None:
    body = "Menteri Muhammad Lutfi hadir. Kata M. Lutfi, harga turun."
    assert people(body) == ["Muhammad Lutfi"]


def test_who_must_not_be_named_is_called_by_initials() -> None:
    names = names_in("Polisi menangkap tersangka berinisial MR dan seorang pria, AS (34).")
    assert [(one.name, one.kind, one.rule) for one in names.all] == [
        ("MR", "person", "name.initials"),
        ("AS", "person", "name.initials"),
    ]
    assert all(one.confidence <= 0.5 for one in names.all)


def test_an_alias_means_its_bearer() -> None:
    names = names_in("Polisi menangkap Joko Susilo alias Codet. Menurut polisi, Codet melawan.")
    called = names.called("Codet")
    assert called is not None
    assert called.name == "Joko Susilo"
    assert len(called.printed) == 3


def test_a_body_is_called_by_its_acronym() -> None:
    names = names_in("Badan Urusan Samudra Raya (BUSR) buka. BUSR tutup. Lembaga Peduli Pesisir Nusantara (LPPN) ada.")
    named = names.called("BUSR")
    assert named is not None
    assert (named.name, named.kind, named.variants) == ("Badan Urusan Samudra Raya", "government_body", ("BUSR",))


def test_an_acronym_proves_a_body_of_unknown_words_but_no_thing() -> None:
    body = "Pantau Hutan Borneo (PHB) menolak. Izin Usaha Pertambangan (IUP) di Nusa Tenggara Timur (NTT) diam."
    found = kinds(body)
    assert found["Pantau Hutan Borneo"] == "organisation"
    assert found["Nusa Tenggara Timur"] == "place"
    assert not any("Izin" in name for name in found)


def test_what_stands_inside_another_name_or_an_office_is_nested() -> None:
    body = "Juru bicara Kementerian Luar Negeri Rusia, Irina Volkova, tiba dari Mesir."
    names = names_in(body)
    nested = {printed.span.of(body): printed.nested for one in names.all for printed in one.printed}
    assert nested == {
        "Kementerian Luar Negeri Rusia": True,
        "Rusia": True,
        "Irina Volkova": False,
        "Mesir": False,
    }


@pytest.mark.parametrize(
    ("body", "name", "kind"),
    [
        ("Kantor itu milik Kementerian Pendidikan, Kebudayaan, Riset, dan Teknologi.",
         "Kementerian Pendidikan, Kebudayaan, Riset, dan Teknologi", "government_body"),
        ("Ia kuliah di Universitas Tirta Kencana Malang.", "Universitas Tirta Kencana Malang", "organisation"),
        ("Ia ditahan KPK.", "Komisi Pemberantasan Korupsi", "government_body"),
        ("Ia kader Partai Golkar.", "Partai Golkar", "organisation"),
        ("Ia dikutip Reuters.", "Reuters", "news_agency"),
        ("Ia diwawancarai The New York Times.", "The New York Times", "publisher"),
        ("Ia terbang ke Uni Emirat Arab.", "Uni Emirat Arab", "country"),
        ("Ia tinggal di Kabupaten Ponorogo.", "Ponorogo", "place"),
        ("Ia lahir di Desa Karangjati.", "Desa Karangjati", "place"),
        ("Ia pindah ke Jakarta Selatan.", "Jakarta Selatan", "place"),
        ("Pasukan Hamas mundur.", "Hamas", "group"),
        ("Kapal PT Layar Jaya Abadi Tbk karam.", "PT Layar Jaya Abadi Tbk", "organisation"),
    ],
)  # fmt: skip
def test_bodies_and_places_have_their_kind(body: str, name: str, kind: str) -> None:
    assert kinds(body) == {name: kind}


@pytest.mark.parametrize(
    "body",
    [
        "Pada Senin (4/5) bulan Januari warga berkumpul. Menurut mereka, Lebaran tiba. Pembangunan berjalan.",
        "Piala Dunia dan Liga Champions ditunda sampai Desember.",
        "Undang-Undang Nomor 5 dan APBN dibahas. BBM naik.",
        "Kemarin hujan. Namun, sungai surut. Adapun jembatan putus. Bagus sekali.",
        "Lagu Bintang Kecil diputar.",
    ],
)
def test_ordinary_words_days_and_things_are_nobody(body: str) -> None:
    assert people(body) == []


def test_a_word_that_the_text_prints_small_elsewhere_is_no_name() -> None:
    assert people("Juragan kapal tiba. Para juragan makan. Kata dia, Juragan puas.") == []


def test_short_acronyms_are_countries_only_in_capitals() -> None:
    assert kinds("Ia pergi ke AS.") == {"Amerika Serikat": "country"}
    assert kinds("As roda truk itu patah.") == {}


def test_confirmed_names_are_found_in_the_longest_form_and_as_whole_words() -> None:
    known = (
        KnownName(written="Zorvex", name="Zorvex Mandala", kind="organisation"),
        KnownName(written="Zorvex Barat", name="Zorvex Barat", kind="place"),
    )
    body = "Di Zorvex Barat, Zorvex membuka pabrik. Zorvexindo tidak."
    found = [(one.name, one.kind, one.rule) for one in names_in(body, *known).all]
    assert found == [
        ("Zorvex Barat", "place", "name.confirmed"),
        ("Zorvex", "organisation", "name.confirmed"),
    ]


def test_a_confirmed_short_name_does_not_cut_a_longer_one() -> None:
    known = KnownName(written="Budi", name="Budi Laksono", kind="person")
    named = names_in("Menteri Budi Santosa hadir.", known).all[0]
    assert (named.name, named.rule) == ("Budi Santosa", "name.after-office")


def test_names_are_asked_by_place() -> None:
    body = "Presiden Rusia Anton Volkov bertemu Sari Melati di Kairo. Hujan turun."
    names = names_in(body)
    sentence = names_in(body)
    inside = names.inside(Story(body=body).sentences[0])
    assert [named.name for _, named in inside] == ["Anton Volkov", "Sari Melati", "Kairo"]
    assert sentence.inside(Story(body=body).sentences[1]) == []
    before = names.before(len(body))
    assert before is not None
    assert before.name == "Sari Melati"
    place = names.before(len(body), kinds=("place",))
    assert place is not None
    assert place.name == "Kairo"
    assert names.before(5) is None


def test_names_are_asked_by_role() -> None:
    names = names_in("Kapolsek Sukamaju AKP Dodi Hermawan datang bersama Camat Rina Lestari.")
    found = {words: (names.with_role(words) or names.all[0]).name for words in ("Kapolsek", "camat")}
    assert found == {"Kapolsek": "Dodi Hermawan", "camat": "Rina Lestari"}
    assert names.with_role("Kapol") is None
    assert names.with_role("") is None


def test_parts_of_a_name_call_its_bearer_and_people_come_first() -> None:
    names = names_in("Gubernur Dewi Kartika Sari bekerja.")
    for words in ("Dewi Kartika Sari", "Kartika Sari", "Dewi", "sari"):
        called = names.called(words)
        assert called is not None
        assert called.name == "Dewi Kartika Sari"
    assert names.called("Gubernur") is None


def test_a_line_broken_in_the_middle_of_a_sentence_is_read_on() -> None:
    body = "Menurut juru bicara\nKementerian Agama\nitu, sidang ditunda. Hal itu dikatakan oleh\nWira Astuti\nkemarin."
    assert kinds(body) == {"Kementerian Agama": "government_body", "Wira Astuti": "person"}


def test_a_verb_glued_to_a_name_is_no_part_of_it() -> None:
    assert people("Wira Astutimengatakan hujan turun. Astutimenambahkan, sungai naik.") == ["Wira Astuti"]


@pytest.mark.parametrize(
    ("body", "sure"),
    [
        ("Warna yang dijual antara Zorblat Kranix dan Vultrix Mokzel.", False),
        ("“Kami pulang,” kata Zorblat Kranix.", True),
        ("Polisi menahan Zorblat Kranix (34) kemarin.", True),
        ("Acara itu dihadiri Budi Kranix.", True),
    ],
)
def test_who_shows_no_sign_of_a_person_is_not_sure_enough_to_be_kept(body: str, *, sure: bool) -> None:
    found = [one for one in names_in(body).all if one.name.endswith("Kranix")]
    assert all((one.confidence >= 0.6) == sure for one in found)
    assert found or not sure


@pytest.mark.parametrize(
    ("glued", "clean"),
    [
        ("Yuvika Mokzelkelihatan senang.", "Yuvika Mokzel tiba."),
        ("Yuvika Mokzeldan ibunya tiba.", "Acara Mokzel ramai."),
        ("Yuvika Mokzeldisebut-sebut hadir.", "Acara Mokzel ramai."),
        ("Yuvika Mokzelgemar menari.", "Mokzel memang gemar menari."),
    ],
)
def test_a_small_word_glued_behind_a_name_that_stands_elsewhere_alone_is_none_of_it(glued: str, clean: str) -> None:
    words = {
        word for one in names_in(f"“Kami pulang,” kata Yuvika Mokzel. {glued} {clean}").all for word in one.variants
    }
    assert not any("Mokzel" in word and not word.endswith("Mokzel") for word in words)


def test_a_name_that_begins_as_another_is_no_name_with_a_glued_word() -> None:
    body = "Menteri Rina hadir. Menteri Rinasari Mokzel tiba. Bupati Marcel dan Bupati Marcella hadir."
    assert {"Rinasari Mokzel", "Marcella"} <= set(people(body))
