from __future__ import annotations

import hashlib
import os
from pathlib import Path, PurePath

import pytest

from articles.importers import IMPORTERS, UnknownFormat, importer_for
from articles.importers.base import RawArticle, Unreadable
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
    assert read(folder) == {
        "texts/a.docx": "No importer reads files ending in .docx; it can be .txt.",
        "texts/b": "No importer reads files without an ending in their name; it can be .txt.",
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
    with pytest.raises(UnknownFormat, match=r"\.docx; it can be \.txt"):
        importer_for(PurePath("a.docx"))
