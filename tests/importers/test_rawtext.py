from __future__ import annotations

import hashlib
import json
import time
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from articles.importers.base import MAX_TEXT, MAX_TEXT_BYTES, BlockType, Given, RawArticle, RawBlock, Unreadable
from articles.importers.dateline import outlet_name
from articles.importers.rawtext import RawText
from articles.models import Block
from articles.sample import ANNOTATIONS, ARTICLE
from tests import golden

TEXTS = Path(__file__).parent.parent / "data" / "importers" / "rawtext"
SAMPLE = ARTICLE.read_bytes()
GOLD = json.loads(ANNOTATIONS.read_text(encoding="utf-8"))
HEAD = "Perahu Kembali Berlayar\n\nRep: Ana Putri Red: Budi Santoso\n\n"
SENTENCE = "Perahu dari tiga desa kembali berlayar setelah badai reda pada hari Senin."


def read(content: bytes | str, name: str = "text.txt") -> RawArticle | Unreadable:
    encoded = content if isinstance(content, bytes) else content.encode()
    (record,) = RawText().read(Given(name=name, open=partial(BytesIO, encoded)))
    return record


def read_article(content: bytes | str) -> RawArticle:
    article = read(content)
    assert isinstance(article, RawArticle), article
    return article


def types_of(content: bytes | str) -> dict[str, str]:
    """Return the type of each visible line by its text."""
    return {block.text: block.type for block in read_article(content).blocks if block.text}


def told(record: RawArticle | Unreadable) -> dict[str, Any]:
    """Return a record as a golden file tells it."""
    if isinstance(record, Unreadable):
        return {"refused": record.reason, "place": record.place}
    return {
        "headline": record.headline,
        "deck": record.deck,
        "language": record.language,
        "publisher": record.publisher,
        "published": record.published.edtf if record.published else None,
        "published_basis": record.published_basis,
        "blocks": [
            f"{block.type.value} {block.source_start}-{block.source_end} body {place} {block.reason!r}: {block.text}"
            for block, place in zip(record.blocks, record.body_places, strict=True)
        ],
    }


class TestFirstArticle:
    def test_blocks_are_those_that_an_editor_found(self) -> None:
        article = read_article(SAMPLE)
        found = [
            (
                block.type.value,
                block.text,
                block.source_start,
                block.source_end,
                block.in_body,
                *(place or (None, None)),
            )
            for block, place in zip(article.blocks, article.body_places, strict=True)
        ]
        assert found == [
            (
                block["type"],
                block["text"],
                block["raw_start"],
                block["raw_end"],
                block["in_body"],
                block.get("body_start"),
                block.get("body_end"),
            )
            for block in GOLD["blocks"]
        ]
        assert len(found) == 22

    def test_body_is_the_annotated_one(self) -> None:
        body = read_article(SAMPLE).body
        assert body == GOLD["body_text"]
        assert hashlib.sha256(body.encode()).hexdigest() == GOLD["body_sha256"]

    def test_says_language_and_publisher_but_no_day(self) -> None:
        article = read_article(SAMPLE)
        assert (article.language, article.publisher, article.published) == ("id", "REPUBLIKA.CO.ID", None)

    @pytest.mark.parametrize("ending", ["\r\n", "\r"])
    def test_reads_the_same_with_other_line_endings(self, ending: str) -> None:
        changed = SAMPLE.decode().replace("\n", ending)
        article = read_article(changed)
        assert [(b.type, b.text) for b in article.blocks] == [(b.type, b.text) for b in read_article(SAMPLE).blocks]
        assert all(changed[b.source_start : b.source_end].strip() or not b.text for b in article.blocks)

    def test_is_refused_wherever_it_breaks_off_within_a_sentence(self) -> None:
        text = SAMPLE.decode()
        start = text.index("Kepada Netanyahu")
        for end in range(start + 1, text.index("peperangan di Gaza.")):
            record = read(text[:end].rstrip())
            assert isinstance(record, Unreadable) or text[:end].rstrip().endswith("bahas."), text[:end][-40:]


@pytest.mark.parametrize("path", sorted(TEXTS.glob("*.txt")), ids=lambda path: path.stem)
def test_text_is_read_as_expected(path: Path) -> None:
    golden.check(path.with_suffix(".expected"), told(read(path.read_bytes(), name=path.name)))


def test_block_types_are_those_of_the_database() -> None:
    assert [type_.value for type_ in BlockType] == Block.Type.values
    in_body = {
        type_.value
        for type_ in BlockType
        if RawBlock(type=type_, text="Kapal", source_start=None, source_end=None).in_body
    }
    assert in_body == {type_.value for type_ in Block.IN_BODY}


class TestByline:
    @pytest.mark.parametrize(
        "byline",
        [
            "Rep: Kamran Dikarma Red: Esthi Maharani",
            "Rep: Kamran Dikarma/ Red: Esthi Maharani",
            "Rep: Kamran Dikarma | Red: Esthi Maharani",
            "Red: Esthi Maharani Rep: Kamran Dikarma",
            "Rep: Ana Putri, Budi Santoso, Citra Dewi Red: Eko N.",
            "Rep: Ana Putri/Budi bin Santoso",
            "Red: Esthi Maharani",
            "REP : c62 RED : esthi maharani",
            "Reporter: Ana Putri | Editor: Budi Santoso, S.H.",
        ],
    )
    def test_is_known_in_its_forms(self, byline: str) -> None:
        types = types_of(f"Perahu Kembali Berlayar\n\nBadai reda di tiga desa\n\n{byline}\n\n{SENTENCE}")
        assert types == {
            "Perahu Kembali Berlayar": "headline",
            "Badai reda di tiga desa": "deck",
            byline: "byline",
            SENTENCE: "paragraph",
        }

    def test_is_no_turn_of_a_dialogue(self) -> None:
        turn = "Editor: Mengapa perahu baru berlayar hari ini?"
        assert types_of(f"{HEAD}{turn}\n\n{SENTENCE}")[turn] == "paragraph"


class TestDateline:
    @pytest.mark.parametrize(
        ("dateline", "outlet"),
        [
            ("REPUBLIKA.CO.ID, MOSKOW – ", "REPUBLIKA.CO.ID"),
            ("REPUBLIKA.CO.ID,\u00a0MOSKOW -- ", "REPUBLIKA.CO.ID"),
            ("REPUBLIKA.CO.ID, NEW YORK/JENEWA—", "REPUBLIKA.CO.ID"),
            ("SUARATIMUR.com - ", "SUARATIMUR.com"),
            ("AMBON, SUARATIMUR.com - ", "SUARATIMUR.com"),
            ("SuaraTimur.co.id | AMBON - ", "SuaraTimur.co.id"),
            ("AMBON – ", ""),
        ],
    )
    def test_opens_the_body_and_names_the_publisher(self, dateline: str, outlet: str) -> None:
        article = read_article(f"Perahu Kembali Berlayar\n\nBadai reda di tiga desa\n\n{dateline}{SENTENCE}")
        assert article.publisher == outlet
        assert [block.type for block in article.blocks] == ["headline", "deck", "paragraph"]

    @pytest.mark.parametrize(
        ("printed", "name"),
        [
            ("REPUBLIKA.CO.ID", "Republika"),
            ("SUARATIMUR.com", "Suaratimur"),
            ("Liputan6.com", "Liputan6"),
            ("RRI.CO.ID", "RRI"),
            ("oto.suaratimur.com", "suaratimur"),
            ("www.SuaraTimur.com", "SuaraTimur"),
            ("Harian Nusa", "Harian Nusa"),
        ],
    )
    def test_outlet_has_a_readable_name(self, printed: str, name: str) -> None:
        assert outlet_name(printed) == name

    def test_of_a_place_alone_opens_no_body_that_the_byline_has_opened(self) -> None:
        later = f"AMBON – {SENTENCE}"
        assert types_of(f"{HEAD}Badai reda. {SENTENCE}\n\n{later}") == {
            "Perahu Kembali Berlayar": "headline",
            "Rep: Ana Putri Red: Budi Santoso": "byline",
            f"Badai reda. {SENTENCE}": "paragraph",
            later: "paragraph",
        }

    @pytest.mark.parametrize("opening", ["COVID-19 mulai reda. ", "Perahu – ", "U-17 menang. "])
    def test_is_not_every_dash(self, opening: str) -> None:
        record = read(f"Perahu Kembali Berlayar\n\n{opening}{SENTENCE}")
        assert isinstance(record, Unreadable)
        assert "layout is unknown" in record.reason


class TestHead:
    @pytest.mark.parametrize("credit", ["AP", "EPA-EFE/Atef Safadi", "Foto: Dok BPBD", "Istimewa", "Getty Images"])
    def test_photo_lines_stand_over_the_byline(self, credit: str) -> None:
        head = f"Perahu Kembali Berlayar\n\n{credit}\nNelayan di Pantai Utara\nRep: Ana Putri\n\n"
        types = types_of(head + SENTENCE)
        assert types[credit] == "photo_credit"
        assert types["Nelayan di Pantai Utara"] == "photo_caption"

    def test_line_alone_is_the_deck_and_line_at_the_byline_the_caption(self) -> None:
        deck, caption = "Badai reda di tiga desa", "Nelayan menarik perahu ke darat"
        types = types_of(f"Perahu Kembali Berlayar\n\n{deck}\n\n{caption}\nRed: Ana Putri\n\n{SENTENCE}")
        assert (types[deck], types[caption]) == ("deck", "photo_caption")

    def test_deck_of_two_lines_is_one_deck(self) -> None:
        text = f"Perahu Kembali Berlayar\n\nBadai reda di tiga desa\ndan nelayan lega\n\nRed: Ana Putri\n\n{SENTENCE}"
        assert read_article(text).deck == "Badai reda di tiga desa dan nelayan lega"

    def test_printed_day_is_the_day_of_publication(self) -> None:
        article = read_article(f"Perahu Kembali Berlayar\nAhad, 10 Des 2023 19:57 WIB\nRed: Ana Putri\n\n{SENTENCE}")
        assert article.published
        assert article.published.earliest == article.published.latest == date(2023, 12, 10)
        assert article.published_basis == "Ahad, 10 Des 2023 19:57 WIB"
        assert not article.deck


class TestBoilerplate:
    @pytest.mark.parametrize(
        "line",
        [
            "Baca Juga",
            "baca juga :",
            "BACA JUGA: Perahu Baru Tiba di Pelabuhan.",
            "Lihat juga: Lima Pantai untuk Berlibur",
            "Simak juga Video 'Perahu Berlayar':",
            "Berita Terpopuler",
            "BERITA TERPOPULER",
            "Artikel Terkait:",
            "Baca selengkapnya di sini",
            "Halaman 1 2 3",
            "Advertisement",
            "SCROLL TO CONTINUE WITH CONTENT",
            "[Gambas:Instagram]",
            "Loading...",
            "Ikuti Whatsapp Channel Kabar Laut",
            "Update Berita Laut di Kabar Laut, Klik di Sini",
            "https://example.org/perahu",
            "***",
            "Berita\u00a0Terpopuler\u200b",
        ],
    )
    def test_is_labelled_with_its_reason_and_left_out_of_the_body(self, line: str) -> None:
        article = read_article(f"{HEAD}{SENTENCE}\n\n{line}\n\n{SENTENCE}")
        assert article.body == f"{SENTENCE}\n\n{SENTENCE}"
        (block,) = (block for block in article.blocks if block.type is BlockType.BOILERPLATE)
        assert block.reason

    @pytest.mark.parametrize(
        "line",
        [
            "Baca juga dilakukan warga di rumah, kata guru itu.",
            "Berita terpopuler pekan ini adalah tentang perahu.",
            "Terkait badai itu, kepala desa meminta warga waspada.",
            "Iklan perahu bekas banyak dipasang warga.",
            "Lihat video itu, kata dia. Perahu tampak miring.",
            "Komentar warga beragam.",
            "Ikuti jejak ayahnya, Ana membuka kanal YouTube.",
            "Hak cipta lagu itu dipegang warga desa.",
        ],
    )
    def test_is_no_sentence_that_begins_alike(self, line: str) -> None:
        assert types_of(f"{HEAD}{SENTENCE}\n\n{line}")[line] == "paragraph"

    def test_takes_the_links_right_under_a_label_but_not_the_crosshead_after_it(self) -> None:
        links = ["Perahu Baru Tiba", "Mengapa Badai Datang Lebih Awal?"]
        types = types_of(f"{HEAD}{SENTENCE}\n\nBaca Juga\n{links[0]}\n{links[1]}\n\nBadai Reda\n\n{SENTENCE}")
        assert [types[link] for link in links] == ["boilerplate", "boilerplate"]
        assert types["Badai Reda"] == "crosshead"

    def test_takes_all_that_follows_the_list_at_the_foot_of_the_page(self) -> None:
        links = ["Perahu Baru Tiba", "Mengapa Badai Datang Lebih Awal?"]
        foot = "\n\n".join(["Berita Terpopuler", *links])
        types = types_of(f"{HEAD}{SENTENCE}\n\n{foot}")
        assert [types[link] for link in links] == ["boilerplate", "boilerplate"]

    def test_list_amid_the_text_ends_at_the_next_empty_line(self) -> None:
        types = types_of(f"{HEAD}{SENTENCE}\n\nBerita Terpopuler\nPerahu Baru\n\nBadai Reda\n\n{SENTENCE} Benar.")
        assert (types["Perahu Baru"], types["Badai Reda"]) == ("boilerplate", "crosshead")


class TestBody:
    @pytest.mark.parametrize("line", ["Badai Reda", "Evakuasi warga dari pantai....", "Kapan berlayar…"])
    def test_short_phrase_over_a_paragraph_is_a_crosshead(self, line: str) -> None:
        assert types_of(f"{HEAD}{SENTENCE}\n\n{line}\n\n{SENTENCE} Benar.")[line] == "crosshead"

    @pytest.mark.parametrize("line", ["“Kami siap.”", "1. Perahu pertama", "- Perahu kedua", "Daftarnya:", "Ia diam."])
    def test_short_sentence_quotation_or_item_is_a_paragraph(self, line: str) -> None:
        assert types_of(f"{HEAD}{SENTENCE}\n\n{line}\n\n{SENTENCE} Benar.")[line] == "paragraph"

    def test_missing_full_stop_before_the_foot_of_the_page_is_the_newsrooms_own(self) -> None:
        unclosed = SENTENCE.removesuffix(".")
        assert read_article(f"{HEAD}{SENTENCE}\n\n{unclosed}\n\nBerita Terpopuler").body.endswith(unclosed)

    @pytest.mark.parametrize("end", ["“Kami siap”", f"{SENTENCE} (Antara)", "(Antara/Reuters)", f"“{SENTENCE}” [*]"])
    def test_quotation_or_sign_off_closes_the_text(self, end: str) -> None:
        assert read_article(f"{HEAD}{SENTENCE}\n\n{end}").body.endswith(end)

    @pytest.mark.parametrize("end", ["Perahu tiba, Ahad (10/12/2023)", "Ia menyebutnya “berbahaya”", "Perahu tiba,"])
    def test_parenthesis_or_word_in_quotation_marks_does_not(self, end: str) -> None:
        record = read(f"{HEAD}{SENTENCE}\n\n{end}")
        assert record == Unreadable(
            place="text.txt:7", reason="It is cut off: its last paragraph breaks off without a closing mark."
        )


class TestRefused:
    @pytest.mark.parametrize(
        ("content", "place", "reason"),
        [
            (b"", "text.txt", "It is empty."),
            (b" \n\xc2\xa0\n\xe2\x80\x8b\n", "text.txt", "It is empty."),
            ("Perahu\n\nSé".encode("latin-1"), "text.txt:3", "It is not UTF-8: byte 0xe9 at byte 9 is no character."),
            (b"\xef\xbb\xbfA\n\xff", "text.txt:2", "It is not UTF-8: byte 0xff at byte 5 is no character."),
            ("Perahu".encode("utf-16"), "text.txt", "It is UTF-16; save it as UTF-8."),
            (f"{HEAD}{SENTENCE}\x00".encode(), "text.txt:5", "It holds a NUL byte (byte 133)."),
            (f"Rep: Ana Putri\n\n{SENTENCE}".encode(), "text.txt:3", "It has no headline."),
            (f"AP\nNelayan\nRep: Ana\n\n{SENTENCE}".encode(), "text.txt:1", "It has no headline."),
            (SAMPLE.split(b"\n", 1)[1], "text.txt:2", "It has no headline."),
            (f"{SENTENCE} " * 4 + f"\n\n{HEAD}{SENTENCE}", "text.txt:1", "It has no headline."),
            (HEAD.encode(), "text.txt", "It is cut off: no paragraph follows its head."),
            (b"a" * (MAX_TEXT_BYTES + 1), "text.txt", "It is larger than 5,000,000 bytes."),
            (b"a" * (MAX_TEXT + 1), "text.txt", "It is longer than 1,000,000 characters."),
            (b"a\n" * 10_001, "text.txt", "It has more than 10,000 lines."),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_says_where_and_why(self, content: bytes | str, place: str, reason: str) -> None:
        assert read(content) == Unreadable(place=place, reason=reason)

    @pytest.mark.parametrize("part", ["a", "A ", ".[", ".aa", "A/", "Rep: ", "\u200b", "e\u0301", '"', "Ana Dan\n\n"])
    def test_nonsense_of_any_length_is_told_in_seconds(self, part: str) -> None:
        repeated = part * min((MAX_TEXT - len(HEAD)) // len(part), 4_000 if "\n" in part else MAX_TEXT)
        began = time.process_time()
        read(HEAD + repeated)
        assert time.process_time() - began < 5

    def test_half_a_character_at_the_end_is_no_character(self) -> None:
        record = read(SAMPLE[: SAMPLE.index("“".encode()) + 1])
        assert isinstance(record, Unreadable)
        assert "not UTF-8" in record.reason
