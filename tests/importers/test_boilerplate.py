from __future__ import annotations

import time

import pytest

from articles.importers.boilerplate import label, rule_of
from articles.importers.lines import split_lines

SENTENCE = "Perahu dari tiga desa kembali berlayar setelah badai reda pada hari Senin."


def types_of(text: str) -> dict[str, str]:
    lines = split_lines(text)
    labels = label(lines)
    assert set(labels) == {line.number for line in lines}
    return {line.bare: labels[line.number].type for line in lines}


def reason_of(line: str) -> str:
    (only,) = split_lines(line)
    rule = rule_of(only)
    return rule.reason if rule else ""


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Baca Juga:", "label of links to other articles"),
        ("Simak juga", "label of links to other articles"),
        ("Read also", "label of links to other articles"),
        ("READ MORE:", "label of links to other articles"),
        ("Related stories", "label of links to other articles"),
        ("You may also like", "label of links to other articles"),
        ("Baca juga: Perahu Baru Tiba", "link to another article"),
        ("Baca jugaPerahu Baru Tiba", "link to another article"),
        ("Tonton juga “Perahu Berlayar” di sini:", "link to another article"),
        ("Also read: The storm in pictures", "link to another article"),
        ("Pilihan Editor: Perahu Baru Tiba", "link to another article"),
        ("Video: Perahu Berlayar Sebelum Fajar", "link to a video"),
        ("Video Perahu Berlayar Sebelum Fajar Bersama Nelayan", "link to a video"),
        ("Simak", "link to a video"),
        ("Related Roundup: Ferries", "link to another article"),
        ("SEE MORE: The storm in pictures", "link to another article"),
        ("DON'T MISS", "label of links to other articles"),
        ("Most read in world news", "label of links to other articles"),
        ("Simak berita pilihan kami di ponselmu. Ikuti WhatsApp Channel Kabar Pesisir", "call to follow"),
        ("Dapatkan informasi lain dari KabarPesisir.com lewat WhatsApp : di sini", "call to follow"),
        ("A post shared by Kabar Pesisir (@kabarpesisir)", "label of an embedded post"),
        ("Geser untuk melihat tabel lengkap", "hint on how to use the page"),
        ("Filed under: Ferries |", "tags"),
        ("copyright Kabar Pesisir 2024 - all rights reserved", "copyright"),
        ("'Simak juga Video: Perahu Berlayar'", "link to a video"),
        ("Saksikan Live KabarPagi:", "link to a broadcast"),
        ("Baca selengkapnyadi sini", "link to more"),
        ("Baca kisah para nelayan di sini", "link to more"),
        ("[Cek berita nelayan KLIK DISINI]", "link to a section"),
        ("Daftar Isi", "table of contents"),
        ("SCROLL TO CONTINUE WITH CONTENT", "advertisement"),
        ("Scroll to resume content", "advertisement"),
        ("Gulir untuk lanjut membaca", "advertisement"),
        ("Article continues below advertisement", "advertisement"),
        ("Ikuti kami di", "call to follow"),
        ("Baca Berita KABAR-LAUT.COM lainnya di Google News", "call to follow"),
        ("Sign up for our newsletter", "call to subscribe"),
        ("Get the news in your inbox every morning.", "call to subscribe"),
        ("Daftar sekarang untuk menerima buletin kami lewat surel", "call to subscribe"),
        ("Share this article", "share bar"),
        ("Bagikan artikel ini", "share bar"),
        ("Facebook Twitter WhatsApp", "share bar"),
    ],
)
def test_line_that_a_page_adds_is_known_by_its_form(line: str, reason: str) -> None:
    assert reason_of(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "Read more than ten books a year, says the teacher of the island's school.",
        "Related to that, he said, is the price of ice.",
        "Baca berita itu di sini, kata dia, sambil menunjuk layar.",
        "Video itu menunjukkan perahu yang miring.",
        "Video call dengan keluarga menjadi obat rindu.",
        "Share harga saham perusahaan itu naik dua persen.",
        "Facebook",
        "Scroll dari abad ke-11 ditemukan di gua itu.",
        "Update harga ikan hari ini turun.",
        "Get the fish to the market before it is warm.",
        "Video Call Menjadi Andalan Warga yang Terpisah oleh Banjir, kata Ana Wijaya.",
        "Copyright law of 1976 was amended by the harbour states.",
        "Related to the storm: three ferries stayed in the harbour.",
        "Baca berita itu, katanya, sebelum menilai.",
    ],
)
def test_sentence_that_begins_alike_is_the_newsrooms(line: str) -> None:
    assert not reason_of(line)


def test_every_line_has_a_label() -> None:
    added = "Baca Juga\nPerahu Baru Tiba\n\nFoto: Dok BPBD\nEditor: Ana Putri\n(dwl/rhi)"
    text = f"Badai Reda\n\n{SENTENCE}\n\u200b\n{added}\n{SENTENCE}"
    assert types_of(text) == {
        "Badai Reda": "crosshead",
        SENTENCE: "paragraph",
        "": "whitespace",
        "Baca Juga": "boilerplate",
        "Perahu Baru Tiba": "boilerplate",
        "Foto: Dok BPBD": "photo_caption",
        "Editor: Ana Putri": "byline",
        "(dwl/rhi)": "byline",
    }


@pytest.mark.parametrize(
    "caption", ["Nelayan di Pantai Utara. Foto: Ana Putri/Kabar Laut", "Nelayan di pantai Foto: dok. BPBD Kendal"]
)
def test_caption_that_names_its_photographer_is_no_paragraph(caption: str) -> None:
    assert types_of(f"{SENTENCE}\n\n{caption}\n\n{SENTENCE} Benar.")[caption] == "photo_caption"


@pytest.mark.parametrize(
    "rest",
    [
        "perahu baru tiba",  # begins small
        "1. Perahu Baru Tiba",
        "(dwl/rhi)",
        "Menurut Kepala Desa Sukamaju\n, perahu itu baru",  # goes on on the next line
        "Menurut kepala desa yang ditemui di pantai",  # not set as a title
        "“Perahu Baru Tiba”",
    ],
)
def test_sentence_cut_at_its_links_is_not_taken_for_a_link(rest: str) -> None:
    first = rest.splitlines()[0]
    assert types_of(f"{SENTENCE}\n\nBaca juga:\n{rest}\n\n{SENTENCE} Benar.")[first] != "boilerplate"


def test_what_begins_small_or_stands_last_heads_nothing() -> None:
    types = types_of(f"{SENTENCE}\n\nraja ampat\n\n{SENTENCE} Benar.\n\nBadai Reda")
    assert (types["raja ampat"], types["Badai Reda"]) == ("paragraph", "paragraph")


def test_long_lines_cost_little() -> None:
    pieces = ("a ", "baca ", "facebook ", "share ", "- ", "video: ", "click here ", "x, ", "\u00a0")
    began = time.monotonic()
    for piece in pieces:
        label(split_lines("\n".join([piece * (299 // len(piece))] * 100 + [piece * 200_000])))
    assert time.monotonic() - began < 5


def test_row_of_short_lines_is_a_list_and_no_row_of_crossheads() -> None:
    prices = [f"{grams} gram: Rp {grams}.045.000" for grams in (1, 2, 5)]
    types = types_of("\n".join([SENTENCE, "Harga Emas Hari Ini", SENTENCE, *prices, f"{SENTENCE} Lagi."]))
    assert types["Harga Emas Hari Ini"] == "crosshead"
    assert {types[price] for price in prices} == {"paragraph"}


def test_numbered_item_without_a_space_is_no_crosshead() -> None:
    assert types_of(f"{SENTENCE}\n1.PT Perahu Nusantara\n{SENTENCE} Lagi.")["1.PT Perahu Nusantara"] == "paragraph"


@pytest.mark.parametrize("rest", ["(BOS) usai badai reda.", ": Ana Wijaya, Sri Wahyuni."])
def test_words_that_the_next_line_goes_on_with_are_no_crosshead(rest: str) -> None:
    assert types_of(f"{SENTENCE}\nBantuan Operasional\n{rest}\n{SENTENCE} Lagi.")["Bantuan Operasional"] == "paragraph"


def test_crosshead_right_under_a_link_is_no_link() -> None:
    lines = ["Baca juga:", "Perahu Baru Tiba di Dermaga Lama", "Syarat Berlayar Lagi", SENTENCE]
    types = types_of("\n".join([f"{SENTENCE} Lagi.", *lines]))
    assert (types[lines[1]], types[lines[2]]) == ("boilerplate", "crosshead")


def test_title_of_a_player_that_stands_twice_is_none_of_the_text() -> None:
    title = "Nelayan Tiga Desa Kembali Berlayar Lagi"
    assert types_of("\n".join([SENTENCE, title, title, f"{SENTENCE} Lagi."]))[title] == "boilerplate"
