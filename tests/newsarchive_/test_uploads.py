"""Files on their way in leave room on the disk, and nothing else; only who may deliver sends large ones."""

from __future__ import annotations

import shutil
from collections import namedtuple
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from articles.actions.delivered_files import LEFT_FREE
from articles.models import DeliveredFile, Delivery
from newsarchive.uploads import BesideDeliveries
from tests.admin.giving import ADD, record, said
from tests.admin.test_entities import signed_in

pytestmark = pytest.mark.django_db
FULL = "The disk has no room for the files; nothing was kept."


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.DELIVERIES = tmp_path / "deliveries"
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 0
    return tmp_path / "deliveries"


@pytest.fixture
def editor() -> Client:
    return signed_in("Editor")


def large() -> SimpleUploadedFile:
    return SimpleUploadedFile("a.jsonl", "\n".join(record(f"Berita {number}") for number in range(100)).encode())


def free(monkeypatch: pytest.MonkeyPatch, *sizes: int) -> None:
    """Let the disk have these bytes free, one after the other, beside those that are to be left."""
    usage = namedtuple("usage", "total used free")
    left = list(sizes)

    def looked(_path: Path) -> object:
        return usage(0, 0, LEFT_FREE + (left.pop(0) if left[1:] else left[0]))

    monkeypatch.setattr(shutil, "disk_usage", looked)


def test_files_lie_beside_the_deliveries_while_they_come_and_have_no_name(
    editor: Client, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places: list[Path] = []
    names: list[list[Path]] = []

    class Watched(BesideDeliveries):
        def file_complete(self, file_size: int) -> Any:
            places.append(Path(f"/proc/self/fd/{self.file.fileno()}").readlink())
            names.append(list(folder.iterdir()))
            return super().file_complete(file_size)

    monkeypatch.setattr("newsarchive.uploads.BesideDeliveries", Watched)
    editor.post(ADD, {"chosen": large()})
    (place,) = places
    assert place.parent == folder
    assert names == [[]]
    (kept,) = DeliveredFile.objects.all()
    assert (folder / kept.kept_as).read_bytes() == large().read()
    assert folder.stat().st_mode & 0o777 == 0o700


def test_what_has_no_room_is_refused_before_it_is_read(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    body = encode_multipart(BOUNDARY, {"chosen": large()})
    for room, status in ((2 * len(body) - 1, 413), (2 * len(body), 302)):
        free(monkeypatch, room)
        answer = editor.generic("POST", ADD, body, MULTIPART_CONTENT)
        assert answer.status_code == status
        assert (FULL in said(answer)) == (status == 413)
    assert Delivery.objects.count() == 1


def test_a_disk_that_fills_while_it_comes_is_told(
    editor: Client, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free(monkeypatch, 10_000_000, 0)
    answer = editor.post(ADD, {"chosen": large()})
    assert answer.status_code == 413
    assert "The files cannot be kept: No space left on device." in said(answer)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(("role", "status"), [("Reviewer", 413), ("Importer", 302)])
def test_only_who_may_deliver_sends_files_that_are_larger_than_a_form(role: str, status: int, settings: Any) -> None:
    settings.DESK_LARGEST_FORM = 2000
    answer = signed_in(role).post(ADD, {"chosen": large()})
    assert answer.status_code == status
    assert ("larger than 2000 bytes" in said(answer)) == (status == 413)
