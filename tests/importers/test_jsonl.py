from __future__ import annotations

import json
import time
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importers.base import Given, RawArticle, Unreadable
from articles.importers.fields import Asked, Field, parse_mapping
from articles.importers.jsonl import JsonLines
from articles.importers.pieces import MAX_RECORD_BYTES
from tests import golden
from tests.importers.reading import given_as, read_all, read_one, refusals, told

FILES = Path(__file__).parent.parent / "data" / "importers" / "jsonl"
BODY = "Perahu dari tiga desa kembali berlayar setelah badai reda pada hari Senin."


def line(**fields: Any) -> str:
    return json.dumps({"judul": "Perahu Kembali", "isi": BODY} | fields, ensure_ascii=False)


def published(text: str, **fields: Any) -> tuple[str | None, str]:
    article = read_one(JsonLines(), line(tanggal=text, **fields))
    return article.published.edtf if article.published else None, article.doubt


@pytest.mark.parametrize("path", sorted(FILES.glob("*.jsonl")), ids=lambda path: path.stem)
def test_file_is_read_as_expected(path: Path) -> None:
    records = read_all(JsonLines(), path.read_bytes(), name=path.name)
    golden.check(path.with_suffix(".expected"), [told(record) for record in records])


class TestRecord:
    def test_is_the_exact_line_without_its_ending(self) -> None:
        first, second = f" {line(x='é')} ", line(judul="Dua")
        contents = [
            record.content
            for record in read_all(JsonLines(), f"\ufeff{first}\r\n\n{second}\n")
            if isinstance(record, RawArticle)
        ]
        assert contents == [first.encode(), second.encode()]

    def test_has_the_part_of_the_site_that_prints_it_as_its_section(self) -> None:
        def section(**fields: str) -> str:
            return read_one(JsonLines(), line(**fields)).section

        assert section(source="oto.kabarlaut.com") == "oto"
        assert section(source="oto.kabarlaut.com", rubrik="Mobil") == "Mobil"
        assert section(source="kabarlaut.com", url="https://oto.kabarlaut.com/1") == ""

    def test_has_its_line_as_its_place(self) -> None:
        assert [record.place for record in read_all(JsonLines(), f"{line()}\n\n{{\n{line()}", "a.jsonl")] == [
            "a.jsonl:1",
            "a.jsonl:3",
            "a.jsonl:4",
        ]

    def test_that_is_not_utf_8_is_read_as_windows_1252_and_says_so(self) -> None:
        article = read_one(JsonLines(), line(judul="Café").encode("cp1252"))
        assert (article.headline, article.charset) == ("Café", "windows-1252")
        assert "windows-1252" in article.doubt

    def test_that_was_garbled_before_stays_as_it_is_and_says_so(self) -> None:
        article = read_one(JsonLines(), line(isi=f"{BODY} Luasnya 5 kmÂ²."))
        assert article.body.endswith("kmÂ².")
        assert "wrong charset" in article.doubt

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            ("[1]", "It is no JSON object: “[1]”."),
            ("[" * 100_000, "It is no JSON that can be read"),
            ('{"a": ' + "1" * 5000 + "}", "It is no JSON that can be read"),
            (line()[:-5], "It is cut off or no JSON: Unterminated string"),
            (b'{"judul": "\x81\xff"}', "It is neither UTF-8 nor windows-1252: byte 0x81 at byte 11"),
            (line().encode("utf-16"), "It is UTF-16; save it as UTF-8."),
            ('[\n  {"judul": "a"}\n]', "It is one JSON array over many lines"),
            (line(judul=None), "It has no headline."),
            (line(isi=[]), "It has no text."),
            (line(isi="nan"), "It has no text."),
            (line(isi="Satu\x00 dua."), "The text holds a NUL character at position 4."),
            (line(isi="a\n" * 20_000), "Its text has more than 10,000 lines."),
            (line(isi="a" * 1_000_001), "Its text is longer than 1,000,000 characters."),
            (json.dumps({str(n): n for n in range(2000)}), "It has more than 1,000 fields."),
        ],
        ids=lambda value: value[:40] if isinstance(value, str) else "bytes",
    )
    def test_that_cannot_be_read_is_refused_with_a_sentence(self, content: bytes | str, reason: str) -> None:
        ((place, found),) = refusals(JsonLines(), content)
        assert place == "file:1"
        assert found.startswith(reason)
        assert found.endswith(".")

    def test_larger_than_the_cap_is_never_held_as_a_whole(self) -> None:
        asked_for: list[int | None] = []

        class Counting(BytesIO):
            def readline(self, size: int | None = -1) -> bytes:
                asked_for.append(size)
                return super().readline(size)

        content = b"a" * (3 * MAX_RECORD_BYTES) + f"\n{line()}".encode()
        large, fine = JsonLines().read(Given(name="a", open=lambda: Counting(content)))
        assert large == Unreadable(place="a:1", reason="It is larger than 10,000,000 bytes.")
        assert fine.place == "a:2"
        assert set(asked_for) == {MAX_RECORD_BYTES + 1, 64 * 1024}

    def test_after_one_that_is_too_large_is_read(self) -> None:
        large, fine = read_all(JsonLines(), '{"isi": "' + "a" * MAX_RECORD_BYTES + f'"}}\n{line()}')
        assert (large.place, fine.place) == ("file:1", "file:2")
        assert isinstance(fine, RawArticle)


class TestFields:
    def test_are_told_by_names_in_any_spelling(self) -> None:
        article = read_one(
            JsonLines(), json.dumps({"Judul Berita": "Satu", "isiBerita": BODY, "Tanggal-Terbit": "2025-06-10"})
        )
        assert (article.headline, article.body) == ("Satu", BODY)
        assert article.published
        assert article.published.edtf == "2025-06-10"

    def test_inner_objects_and_lists_are_looked_into(self) -> None:
        article = read_one(
            JsonLines(),
            json.dumps(
                {
                    "article": {"title": "Satu", "body": ["Kalimat satu.", "Kalimat dua."]},
                    "source": {"id": None, "name": "Suara Timur"},
                    "authors": [{"name": "Ana"}, "Budi"],
                }
            ),
        )
        assert (article.headline, article.body) == ("Satu", "Kalimat satu.\n\nKalimat dua.")
        assert article.publisher == "Suara Timur"
        assert "Ana, Budi" in [block.text for block in article.blocks]

    def test_can_be_named_by_whoever_knows_the_file(self) -> None:
        asked = parse_mapping("headline=kepala, body=batang")
        article = read_one(JsonLines(asked=asked), line(kepala="Lain", batang="Isi lain."))
        assert (article.headline, article.body) == ("Lain", "Isi lain.")

    def test_that_are_asked_for_and_missing_refuse_the_record(self) -> None:
        ((_, reason),) = refusals(JsonLines(asked=parse_mapping("body=batang")), line())
        assert reason == ("None of its fields is known to be the body; it has isi. Say which: --map body=NAME")

    @pytest.mark.parametrize(
        ("field", "written", "read"),
        [
            ("tags", "laut, desa; badai", ("laut", "desa", "badai")),
            ("tags", ["laut", {"name": "desa"}, None, "laut"], ("laut", "desa")),
            ("tags", "['laut', 'desa, pantai']", ("laut", "desa, pantai")),
            ("tokoh", "Putin, Vladimir; Ushakov, Yury", ("Putin, Vladimir", "Ushakov, Yury")),
        ],
    )
    def test_topics_and_actors_are_lists_or_parted_texts(self, field: str, written: Any, read: tuple[str, ...]) -> None:
        article = read_one(JsonLines(), line(**{field: written}))
        assert (article.topics if field == "tags" else article.actors) == read

    def test_html_is_read_as_text_and_its_scripts_are_left_out(self) -> None:
        html = "<div><p>Satu &amp; <b>dua</b>.</p><script>x</script><h2>Kepala</h2><p>Tiga.<br/>Empat.</p></div>"
        assert read_one(JsonLines(), line(isi=html)).body == "Satu & dua.\n\nKepala\n\nTiga.\n\nEmpat."

    def test_headline_at_the_top_of_the_body_is_not_a_part_of_it(self) -> None:
        assert read_one(JsonLines(), line(isi=f"PERAHU KEMBALI\n{BODY}")).body == BODY

    def test_dateline_names_the_publisher_when_no_field_does(self) -> None:
        assert read_one(JsonLines(), line(isi=f"SUARATIMUR.com, AMBON – {BODY}")).publisher == "SUARATIMUR.com"

    def test_language_of_the_words_wins_over_the_one_that_is_written(self) -> None:
        body = "Warga yang tinggal di desa itu tidak akan pergi dengan perahu untuk melaut."
        assert read_one(JsonLines(), line(isi=body, lang="en-US")).language == "id"
        assert read_one(JsonLines(), line(isi="Kwa heri ya kuonana.", lang="sw")).language == "sw"

    def test_moment_of_fetching_keeps_its_zone(self) -> None:
        article = read_one(JsonLines(), line(crawled_at="2025-06-10T08:00:00Z"))
        assert article.retrieved_at == datetime(2025, 6, 10, 8, tzinfo=UTC)


class TestMapping:
    def test_is_shown_before_the_run(self) -> None:
        lines = f"{line(tanggal='8/30/2025', nomor=1)}\n{line(penulis='Ana')}"
        assert JsonLines().understood(given_as(lines, "a.jsonl")) == [
            "a.jsonl:",
            "    headline  = judul",
            "    body      = isi",
            "    byline    = penulis",
            "    published = tanggal",
            "    not used: nomor",
            "    dates in figures: month first",
        ]

    def test_that_is_written_is_read(self) -> None:
        asked = parse_mapping("headline=judul, body = isi,dates=month-first")
        assert asked.columns == ((Field.HEADLINE, "judul"), (Field.BODY, "isi"))
        assert asked != Asked(columns=asked.columns)

    @pytest.mark.parametrize("text", ["headline", "headline=", "kepala=judul", "body=a,body=b", "dates=ymd"])
    def test_that_cannot_be_understood_is_refused_with_a_sentence(self, text: str) -> None:
        with pytest.raises(ValueError, match=r"\.$"):
            parse_mapping(text)


class TestDay:
    @pytest.mark.parametrize(
        ("written", "edtf"),
        [
            ("Senin, 12 Des 2016 14:21 WIB", "2016-12-12"),
            ("Jum'at, 06 Juni 2025 - 20:25 WIB", "2025-06-06"),
            ("13 Juli 2016 |12:46 WIB", "2016-07-13"),
            (",\u00a0Jurnalis-Kamis, 19 Juni 2025 |10:04 WIB", "2025-06-19"),
            ("Kompas.com- 20/06/2025, 17:41 WIB", "2025-06-20"),
            ("Diperbarui 19 Jun 2025, 14:05 WIB", "2025-06-19~"),
            ("June 10, 2025 at 11:30 PM", "2025-06-10"),
            ("2025-06-10", "2025-06-10"),
            ("2025/06/10 23:59", "2025-06-10"),
            ("Juni 2025", "2025-06"),
            ("2025", "2025"),
            ("2025-06-10 23:30:00", "2025-06-10"),
            ("2025-06-10T23:30:00+07:00", "2025-06-10"),
            ("2025-06-10T23:30:00.123-05:00", "2025-06-10"),
            ("Tue, 10 Jun 2025 23:30:00 +0700", "2025-06-10"),
        ],
    )
    def test_is_the_publishers_own(self, written: str, edtf: str) -> None:
        assert published(written) == (edtf, "")

    @pytest.mark.parametrize(
        "written", ["2025-06-10T18:30:00Z", "2025-06-10T18:30:00+00:00", "Tue, 10 Jun 2025 18:30:00 GMT"]
    )
    def test_of_a_machine_in_greenwich_is_jakartas_for_an_indonesian_text(self, written: str) -> None:
        indonesian = "Warga yang tinggal di desa itu tidak akan pergi dengan perahu untuk melaut."
        english = "They said that the boats of the village would not sail with this wind."
        assert published(written, isi=indonesian)[0] == "2025-06-11"
        assert published(written, isi=english)[0] == "2025-06-10"

    @pytest.mark.parametrize("written", ["2 jam lalu", "kemarin", "Tidak ditemukan", "31/02/2025", "2025-13-40T10:00"])
    def test_that_is_not_said_is_unknown(self, written: str) -> None:
        day, doubt = published(written)
        assert day is None
        assert doubt.startswith("Its date is not understood: “")

    def test_on_another_weekday_than_printed_is_in_doubt(self) -> None:
        day, doubt = published("Selasa, 12 Des 2016")
        assert day == "2016-12-12"
        assert "weekday" in doubt

    def test_with_the_month_first_is_told_by_the_other_dates_of_the_same_form(self) -> None:
        written = [
            "8/2/2025 11:27",
            "8/30/2025 9:00",
            "Kompas.com - 06/07/2025, 10:00 WIB",
            "Kompas.com - 20/06/2025, 1:00",
        ]
        records = read_all(JsonLines(), "\n".join(line(tanggal=text, n=n) for n, text in enumerate(written)))
        days = [record.published.earliest for record in records if isinstance(record, RawArticle) and record.published]
        assert days == [date(2025, 8, 2), date(2025, 8, 30), date(2025, 7, 6), date(2025, 6, 20)]

    def test_that_may_be_read_either_way_is_read_day_first_and_in_doubt(self) -> None:
        day, doubt = published("10/12/2023")
        assert day == "2023-12-10"
        assert "day first" in doubt
        assert published("10/10/2023") == ("2023-10-10", "")

    def test_that_may_be_read_either_way_is_read_as_whoever_knows_the_file_says(self) -> None:
        article = read_one(JsonLines(asked=parse_mapping("dates=month-first")), line(tanggal="10/12/2023"))
        assert article.published
        assert (article.published.edtf, article.doubt) == ("2023-10-12", "")

    def test_that_may_be_read_either_way_is_unknown_where_both_are_found(self) -> None:
        first, *_ = read_all(
            JsonLines(), "\n".join(line(tanggal=text) for text in ("2/3/2025", "20/3/2025", "2/30/2025"))
        )
        assert isinstance(first, RawArticle)
        assert first.published is None
        assert "has both" in first.doubt


class TestBrokenParagraphs:
    @pytest.mark.parametrize(
        ("printed", "body"),
        [
            ("Jakarta\n-\nPerahu tiba di desa.", "Jakarta - Perahu tiba di desa."),
            ("Dikutip\nSuara Timur\n, kapal itu tiba.", "Dikutip Suara Timur, kapal itu tiba."),
            ("Ia (\nPKS\n) datang.\nSatu lagi.", "Ia (PKS) datang.\n\nSatu lagi."),
            ("Satu.\nPerahu\ntiba di desa\nSukamaju\nsore ini.", "Satu.\n\nPerahu tiba di desa Sukamaju sore ini."),
        ],
    )
    def test_are_put_together(self, printed: str, body: str) -> None:
        assert read_one(JsonLines(), line(isi=printed)).body == body

    @pytest.mark.parametrize(
        "printed",
        [
            "Daftarnya:\nperahu tua.",
            "Satu.\ndua.",
            "Kapal itu\n\ntiba di desa.",
            "Pilih:\na. perahu\nb. kapal\nSelesai.",
            "Perahu tiba.\nmobil listrik\nharga mobil",
            "Perahu tiba.\nBaca juga\nperahu baru tiba.",
            "Baca juga\n-\nPerahu dari tiga desa tiba di dermaga.",
        ],
    )
    def test_are_none_where_a_line_may_stand_alone(self, printed: str) -> None:
        reasons = [block.reason for block in read_one(JsonLines(), line(isi=printed)).blocks]
        assert not any("put together" in reason for reason in reasons)

    @given(st.lists(st.sampled_from(["Jakarta", "-", ", kata", "desa itu", "Tiba.", "", "Baca juga", "”", "(", ")"])))
    def test_lose_no_character(self, lines: list[str]) -> None:
        body = "\n".join([*lines, BODY])
        shown = "".join(block.text for block in read_one(JsonLines(), line(isi=body)).blocks[1:])
        assert "".join(shown.split()) == "".join(body.split())


@pytest.mark.parametrize(
    "body", ["a", "a ", "a.\n", "a,\nb ", "Aa\n-\n", "<p>", "<div>", "Baca Juga\n", "\n,", "\u200b", "Ã©"]
)
def test_nonsense_of_any_length_is_told_in_seconds(body: str) -> None:
    began = time.process_time()
    read_all(JsonLines(), line(isi=body * (1_500_000 // len(body.encode()))))
    read_all(JsonLines(), line(isi=body * 9_000))
    assert time.process_time() - began < 5


@given(
    st.binary(max_size=200)
    | st.lists(st.sampled_from(["{", "}", '"judul"', ":", '"isi"', ",", "[", "1", "\n", '"a."'])).map("".join)
)
def test_no_bytes_make_it_raise(content: bytes | str) -> None:
    for record in read_all(JsonLines(), content):
        assert isinstance(record, RawArticle) or record.reason.endswith((".", "NAME"))


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
NAMES = st.sampled_from(["judul", "isi", "tanggal", "sumber", "lang", "url", "tags", "tokoh", "kanal", "crawled_at"])


@given(st.dictionaries(NAMES, JSON | st.text()))
def test_no_values_make_it_raise(values: dict[str, Any]) -> None:
    assert len(read_all(JsonLines(), json.dumps(values))) == 1


def test_keys_are_named_in_the_order_in_which_they_are_met() -> None:
    assert JsonLines().names(given_as('{"kepala": "A"}\n{"naskah": {"isi": "B"}}\nrusak\n')) == (
        "kepala",
        "naskah.isi",
        "naskah",
    )
