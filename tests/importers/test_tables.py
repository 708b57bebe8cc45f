from __future__ import annotations

import csv
import io
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importers.base import Importer, RawArticle
from articles.importers.pieces import MAX_RECORD_BYTES
from articles.importers.tables import CSV, TSV
from tests import golden
from tests.importers.reading import given_as, read_all, read_one, refusals, told

FILES = Path(__file__).parent.parent / "data" / "importers" / "tables"
BODY = "Perahu dari tiga desa kembali berlayar setelah badai reda."
HEAD = "judul,isi,tanggal\n"


def importer_of(path: Path) -> Importer:
    return CSV if path.suffix in CSV.suffixes else TSV


@pytest.mark.parametrize("path", sorted([*FILES.glob("*.csv"), *FILES.glob("*.tsv")]), ids=lambda path: path.name)
def test_file_is_read_as_expected(path: Path) -> None:
    records = read_all(importer_of(path), path.read_bytes(), name=path.name)
    golden.check(path.with_suffix(f"{path.suffix}.expected"), [told(record) for record in records])


class TestRecord:
    def test_is_the_exact_bytes_of_its_row_with_the_lines_in_it(self) -> None:
        row = f'"Satu ""dua""","{BODY}\r\n\r\nBaris  lain.",\u00a0'
        assert read_one(CSV, f"{HEAD}{row}\r\n").content == row.encode()
        assert read_one(CSV, f"\ufeff{HEAD}{row}").content == row.encode()

    def test_has_its_first_line_as_its_place(self) -> None:
        content = f'{HEAD}A,"{BODY}\nLagi.",\n\n,,\nB,{BODY},\n'
        assert [record.place for record in read_all(CSV, content, "a.csv")] == ["a.csv:2", "a.csv:6"]

    def test_with_another_charset_is_read_and_says_so(self) -> None:
        utf, latin = read_all(CSV, f"{HEAD}Café,{BODY},\n".encode() + f"Café,{BODY},\n".encode("cp1252"))
        assert isinstance(utf, RawArticle)
        assert isinstance(latin, RawArticle)
        assert (utf.headline, utf.charset, utf.doubt) == ("Café", "utf-8", "")
        assert (latin.headline, latin.charset) == ("Café", "windows-1252")
        assert "windows-1252" in latin.doubt

    @pytest.mark.parametrize(
        ("row", "reason"),
        [
            ("A", "It has not as many cells as there are columns: 1, not 3."),
            (f"A,{BODY},1,2", "It has not as many cells as there are columns: 4, not 3."),
            (f'"A "B"",{BODY},', "A quotation mark inside a quoted cell is not doubled, or one is not closed."),
            (f'A,"{BODY},', "It is cut off: a quotation mark is not closed before the end of the file."),
            (f"A,{BODY}\rB,", "It holds a carriage return outside of quotation marks."),
            (f",{BODY},", "It has no headline."),
            ("A,,", "It has no text."),
            (f"A\x00,{BODY},", "The text holds a NUL character at position 1."),
            ("A," + "b" * MAX_RECORD_BYTES, "It is larger than 10,000,000 bytes."),
        ],
        ids=lambda value: value[:30],
    )
    def test_that_cannot_be_read_is_refused_with_a_sentence(self, row: str, reason: str) -> None:
        assert refusals(CSV, HEAD + row) == [("file:2", reason)]

    def test_after_a_bad_one_is_read(self) -> None:
        rows = ['"A "B"",x,', "A", "x" * (MAX_RECORD_BYTES + 1), f"Baik,{BODY},"]
        *_, last = read_all(CSV, HEAD + "\n".join(rows))
        assert isinstance(last, RawArticle), last
        assert (last.headline, last.place) == ("Baik", "file:5")

    def test_that_never_ends_is_refused_with_its_lines(self) -> None:
        bad = next(CSV.read(given_as(f'{HEAD}A,"' + "baris\n" * 1_700_000)))
        assert (bad.place, getattr(bad, "reason", "")) == (
            "file:2",
            "It is larger than 10,000,000 bytes. It was read from line 2 to 1,666,668.",
        )


class TestDialect:
    @pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
    def test_is_told_by_the_names_of_the_columns(self, delimiter: str) -> None:
        row = delimiter.join(["Satu", f'"{BODY}{delimiter} lagi."', ""])
        body = read_one(CSV, f"{HEAD.replace(',', delimiter)}{row}\n").body
        assert body == f"{BODY}{delimiter.strip()} lagi."

    def test_of_excel_may_be_said_in_the_first_line(self) -> None:
        assert read_one(CSV, f"sep=;\r\njudul;isi\r\nSatu, dua;{BODY}").headline == "Satu, dua"

    def test_with_backslashes_is_known(self) -> None:
        assert read_one(CSV, f'{HEAD}"Satu \\"dua\\"","{BODY}",\n').headline == 'Satu "dua"'

    def test_is_shown_with_the_columns_before_the_run(self) -> None:
        assert CSV.understood(given_as(f"judul;isi;nomor\nSatu;{BODY};1\n", "a.csv")) == [
            "a.csv, columns parted by a semicolon:",
            "    headline = judul",
            "    body     = isi",
            "    not used: nomor",
        ]

    @pytest.mark.parametrize("rows", ["", "\r\n,\r\n"])
    def test_without_rows_is_told_once_and_not_as_unknown_columns(self, rows: str) -> None:
        content = f"judul,isi\n{rows}"
        assert refusals(CSV, content) == [("file:1", "It has a header and no rows.")]
        assert CSV.understood(given_as(content, "a.csv")) == [
            "a.csv, columns parted by a comma:",
            "    headline = judul",
            "    body     = isi",
        ]

    @pytest.mark.parametrize(
        ("content", "place", "reason"),
        [
            (b"", "file", "It is empty."),
            (b"\r\n \r\n", "file", "It is empty."),
            ("judul,isi\nA,B c.".encode("utf-16"), "file", "It is UTF-16; save it as UTF-8."),
            (b'"judul', "file:1", "Its first row, which names the columns, cannot be read."),
            (b"Satu,Dua\n", "file:1", "None of its fields is known to be the headline or the body; it has Satu, Dua."),
        ],
    )
    def test_that_cannot_be_told_refuses_the_file(self, content: bytes, place: str, reason: str) -> None:
        ((found_place, found),) = refusals(CSV, content)
        assert found_place == place
        assert found.startswith(reason)

    def test_of_two_columns_with_one_name_the_first_counts(self) -> None:
        assert read_one(CSV, f"judul,isi,judul\nSatu,{BODY},Dua\n").headline == "Satu"


CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from(['"', ",", ";", "\n"]))


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=5), st.sampled_from(["\n", "\r\n"]))
def test_what_a_program_wrote_is_read_row_for_row(rows: list[tuple[str, str, str]], ending: str) -> None:
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator=ending)
    writer.writerow(["judul", "isi", "tanggal"])
    writer.writerows(rows)
    content = written.getvalue()
    found = read_all(CSV, content)
    assert len(found) == (sum(any(row) for row in rows) or 1)  # one without rows says so
    for record in found:
        if isinstance(record, RawArticle):
            assert record.content.decode() in content


@given(
    st.binary(max_size=300)
    | st.text(st.sampled_from('judulisi,;\t"\n\r\\x\x00é'), max_size=80).map("judul,isi\n{}".format)
)
def test_no_bytes_make_it_raise(content: bytes | str) -> None:
    for importer in (CSV, TSV):
        for record in read_all(importer, content):
            assert isinstance(record, RawArticle) or record.reason.endswith((".", "NAME"))


@pytest.mark.parametrize("part", ['"', ",", "\n", '"\n', '""', '","', "\r", ";", "\\", "a\n"])
def test_nonsense_is_told_in_seconds(part: str) -> None:
    began = time.process_time()
    read_all(CSV, HEAD + part * (1_000_000 // len(part) // (20 if "\n" in part else 1)))
    assert time.process_time() - began < 5


def test_columns_are_named_also_where_none_is_known_to_be_the_headline() -> None:
    assert CSV.names(given_as(f"kepala;naskah;nomor\nSatu;{BODY};1\n")) == ("kepala", "naskah", "nomor")
    assert CSV.names(given_as("")) == ()
