from __future__ import annotations

import gzip
import hashlib
import json
import os
from pathlib import Path, PurePath

import pytest

from articles.importers import IMPORTERS, UnknownFormat, importer_for
from articles.importers.base import RawArticle, Unreadable
from articles.importers.fields import parse_mapping
from articles.importers.files import Container
from articles.sample import ARTICLE

SAMPLE = ARTICLE.read_bytes()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    return folder


def read(path: Path) -> dict[str, str]:
    """Return what became of each record by its place: "" for an article, else the reason."""
    found = list(Container(path=path).read())
    assert len({record.place for record in found}) == len(found)
    return {record.place: "" if isinstance(record, RawArticle) else record.reason for record in found}


def test_folder_is_read_in_order_with_all_below_it(folder: Path) -> None:
    for name in ("b.txt", "a.TXT", "c/1.txt", "c/d/2.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(SAMPLE)
    places = ["texts/a.TXT", "texts/b.txt", "texts/c/1.txt", "texts/c/d/2.txt"]
    assert list(read(folder).items()) == [(place, "") for place in places]


def test_hidden_files_are_passed_over_in_a_folder_but_read_when_named(folder: Path) -> None:
    (folder / ".git").mkdir()
    for name in (".hidden.txt", ".git/x.txt"):
        (folder / name).write_bytes(SAMPLE)
    assert read(folder) == {}
    assert read(folder / ".hidden.txt") == {".hidden.txt": ""}


def test_file_of_another_format_is_refused_and_the_rest_goes_on(folder: Path) -> None:
    for name in ("a.docx", "b", "c.txt"):
        (folder / name).write_bytes(SAMPLE)
    readable = ", ".join(sorted(suffix for importer in IMPORTERS for suffix in importer.suffixes))
    can_be = f"it can be {readable}, each also with .gz behind it."
    assert ".csv, " in readable
    assert read(folder) == {
        "texts/a.docx": f"No importer reads files ending in .docx; {can_be}",
        "texts/b": f"No importer reads files without an ending in their name; {can_be}",
        "texts/c.txt": "",
    }


def test_link_out_of_the_folder_is_refused_and_one_within_is_read(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_bytes(SAMPLE)
    (folder / "a.txt").write_bytes(SAMPLE)
    (folder / "in.txt").symlink_to(folder / "a.txt")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path)
    assert read(folder) == {
        "texts/a.txt": "",
        "texts/in.txt": "",
        "texts/out.txt": "It is a link to a file outside of the folder.",
    }


def test_what_cannot_be_read_is_refused_and_never_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    assert read(folder) == {
        "texts/gone.txt": "It cannot be read: No such file or directory.",
        "texts/pipe.txt": "It is not a regular file.",
    }
    assert len(Container(path=folder).sha256()) == 64


def test_file_that_vanishes_during_the_run_is_refused(folder: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (folder / name).write_bytes(SAMPLE)
    records = Container(path=folder).read()
    next(records)
    (folder / "b.txt").unlink()
    gone, last = records
    assert gone == Unreadable(place="texts/b.txt", reason="It cannot be read: No such file or directory.")
    assert last.place == "texts/c.txt"


def test_names_are_printed_on_one_line_whatever_they_hold(folder: Path) -> None:
    for name in ("two\nlines.txt", "é\u200e.txt"):
        (folder / name).write_bytes(SAMPLE)
    Path(os.fsdecode(os.fsencode(folder) + b"/half\xe9.txt")).write_bytes(SAMPLE)
    assert set(read(folder)) == {"texts/two\\nlines.txt", "texts/é\\u200e.txt", "texts/half\\xe9.txt"}
    assert len(Container(path=folder).sha256()) == 64


def test_digest_is_that_of_the_bytes_or_of_the_list_of_a_folder(folder: Path) -> None:
    (folder / "b.txt").write_bytes(b"two")
    (folder / "a.txt").write_bytes(b"one")
    one, two = (hashlib.sha256(content).hexdigest() for content in (b"one", b"two"))
    assert Container(path=folder / "a.txt").sha256() == one
    listed = f"{one}  texts/a.txt\n{two}  texts/b.txt\n".encode()
    assert Container(path=folder).sha256() == hashlib.sha256(listed).hexdigest()


def test_container_is_named_without_the_folders_above_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert Container(path=Path()).name == Container(path=folder).name == "texts"


def test_no_two_importers_share_a_suffix() -> None:
    suffixes = [suffix for importer in IMPORTERS for suffix in importer.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)
    assert all(len(importer.name) <= 40 for importer in IMPORTERS)


def test_format_is_told_by_the_suffix_in_any_case() -> None:
    assert importer_for(PurePath("A.TXT")).name == "rawtext"
    with pytest.raises(UnknownFormat, match=r"\.docx; it can be \."):
        importer_for(PurePath("a.docx"))


def line(**fields: str) -> str:
    return json.dumps({"judul": "Perahu Kembali", "isi": "Perahu dari tiga desa kembali berlayar."} | fields)


def test_packed_files_of_any_format_are_read_in_folders_below_too(folder: Path) -> None:
    (folder / "deep").mkdir()
    (folder / "a.jsonl.gz").write_bytes(gzip.compress(f"{line()}\n{line()}".encode()))
    (folder / "deep" / "b.txt.gz").write_bytes(gzip.compress(SAMPLE))
    (folder / "deep" / "c.csv.GZ").write_bytes(gzip.compress(b"judul,isi\nSatu,Perahu itu tiba.\n"))
    assert read(folder) == {
        "texts/a.jsonl.gz:1": "",
        "texts/a.jsonl.gz:2": "",
        "texts/deep/b.txt.gz": "",
        "texts/deep/c.csv.GZ:2": "",
    }
    assert Container(path=folder / "a.jsonl.gz").format == "jsonl"


def test_packed_file_that_is_cut_off_keeps_what_was_whole(folder: Path) -> None:
    lines = "\n".join(line(n=os.urandom(2_000).hex()) for _ in range(200)).encode()
    (folder / "a.jsonl.gz").write_bytes(gzip.compress(lines)[:200_000])
    (folder / "b.txt").write_bytes(SAMPLE)
    found = read(folder)
    reasons = [reason for reason in found.values() if reason]
    assert len(found) > 50
    assert found["texts/a.jsonl.gz:1"] == found["texts/b.txt"] == ""
    assert reasons == ["It is cut off: its gzip ends within a stream, after 200,000 bytes."]


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz", "a.csv.gz", "a.xml.gz", "a.warc.gz"])
def test_bomb_is_refused_in_every_format(folder: Path, name: str) -> None:
    (folder / name).write_bytes(gzip.compress(bytes(30_000_000)))
    (place, reason), *_ = read(folder).items()
    assert place.startswith(f"texts/{name}")
    assert reason


def test_file_that_is_cut_while_it_is_read_is_refused_after_what_was_read(folder: Path) -> None:
    file = folder / "a.jsonl"
    file.write_text("\n".join(line(n=str(n)) for n in range(5_000)), encoding="utf-8")
    records = Container(path=folder).read()
    assert isinstance(next(records), RawArticle)
    with file.open("r+b") as stream:
        stream.truncate(200_100)
    *found, last = records
    assert all(isinstance(record, RawArticle) for record in found)
    assert last == Unreadable(
        place="texts/a.jsonl", reason="It became shorter while it was read; what stood before is in the archive."
    )


def test_folder_that_vanishes_during_the_run_ends_it_with_a_sentence(folder: Path) -> None:
    (folder / "b").mkdir()
    for name in ("a.txt", "b/c.txt"):
        (folder / name).write_bytes(SAMPLE)
    records = Container(path=folder).read()
    next(records)
    (folder / "b" / "c.txt").unlink()
    (folder / "b").rmdir()
    assert list(records) == [Unreadable(place="texts/b", reason="It cannot be read: No such file or directory.")]


def test_names_that_are_long_or_look_like_paths_are_names(folder: Path) -> None:
    names = ["..txt.txt", "a" * 251 + ".txt", "..\\..\\up.txt"]
    for name in names:
        (folder / name).write_bytes(SAMPLE)
    assert set(read(folder)) == {f"texts/{name}" for name in names if not name.startswith(".")}
    assert read(folder / names[0]) == {names[0]: ""}


def test_mapping_reaches_the_files_and_is_shown_before_they_are_read(folder: Path) -> None:
    (folder / "a.txt").write_bytes(SAMPLE)
    (folder / "b.csv").write_bytes(b"kepala,batang\nSatu,Perahu itu tiba.\n")
    asked = parse_mapping("headline=kepala,body=batang")
    assert list(read(folder).values()) != ["", ""]
    assert {
        record.place for record in Container(path=folder, asked=asked).read() if isinstance(record, RawArticle)
    } == {
        "texts/a.txt",
        "texts/b.csv:2",
    }
    assert list(Container(path=folder, asked=asked).understood()) == [
        "texts/b.csv, columns parted by a comma:",
        "    headline = kepala",
        "    body     = batang",
    ]


def test_what_was_understood_is_shown_for_the_first_files_of_a_folder(folder: Path) -> None:
    for number in range(12):
        (folder / f"{number:02}.jsonl").write_text(line(), encoding="utf-8")
    told = list(Container(path=folder).understood())
    assert told[0] == "texts/00.jsonl:"
    assert told[-1] == "The fields of the files after the first 10 are not shown."
    assert not any("10.jsonl" in text for text in told)


def test_a_file_that_lies_under_another_name_is_read_and_told_by_its_own(folder: Path) -> None:
    file = folder / "f81d4fae"
    file.write_bytes(gzip.compress(line().encode()))
    told = Container(path=file, called="a\n/b.jsonl.gz")
    assert (told.name, told.format) == ("a\\n/b.jsonl.gz", "jsonl")
    assert [record.place for record in told.read()] == ["a\\n/b.jsonl.gz:1"]
    assert next(iter(told.understood())) == "a\\n/b.jsonl.gz:"
