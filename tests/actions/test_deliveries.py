"""What editors give in the browser is kept as it came, ordered or dropped, or refused in a sentence."""

from __future__ import annotations

import gzip
import hashlib
import shutil
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.exceptions import PermissionDenied

from articles.actions import deliveries, roles
from articles.actions.delivered_files import LEFT_FREE, LONGEST_NAME, path_of
from articles.actions.deliveries import CannotDeliver, Upload, drop, keep, order, remap, retry, text_as_file
from articles.importers.base import RawArticle
from articles.models import DeliveredFile, Delivery
from articles.sample import ARTICLE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("folder")]
SAMPLE = ARTICLE.read_bytes()


@pytest.fixture
def importer() -> User:
    user = User.objects.create_user("ina")
    roles.sync()
    roles.assign(user, roles.IMPORTER)
    return user


def upload(name: str = "a.txt", content: bytes = SAMPLE) -> Upload:
    return Upload(name=name, chunks=[content])


def lying(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir()) if folder.exists() else []


class TestKept:
    def test_bytes_lie_in_a_closed_folder_under_a_name_that_nobody_chose(self, importer: User, folder: Path) -> None:
        delivery = keep([upload("satu.txt"), upload("dua.jsonl", b"{}\n")], by=importer, mapping="headline=kepala")
        first, second = delivery.files.all()
        assert (first.name, second.name, second.position) == ("satu.txt", "dua.jsonl", 1)
        assert (first.size, first.sha256) == (len(SAMPLE), hashlib.sha256(SAMPLE).hexdigest())
        assert (first.state, delivery.ordered_at, delivery.publish) == ("waiting", None, False)
        assert path_of(first.kept_as).read_bytes() == SAMPLE
        assert lying(folder) == sorted([first.kept_as, second.kept_as])
        assert "satu" not in first.kept_as
        assert (folder.stat().st_mode & 0o777, path_of(first.kept_as).stat().st_mode & 0o777) == (0o700, 0o600)

    def test_chunks_are_written_as_they_come(self, importer: User, folder: Path) -> None:
        def chunks() -> Iterator[bytes]:
            for _ in range(100):
                yield b"x" * 65536
                written.append(sum(file.stat().st_size for file in folder.iterdir()))

        written: list[int] = []
        keep([Upload(name="a.txt", chunks=chunks())], by=importer)
        assert written[0] <= 2 * 65536
        assert written == sorted(written)
        assert written[49] >= 49 * 65536

    @pytest.mark.parametrize(
        ("given", "kept"),
        [
            ("../../etc/passwd.txt", "passwd.txt"),
            ("C:\\berkas\\a.txt", "a.txt"),
            ("a\nb.txt", "a\\nb.txt"),
            ("nul\x00.txt", "nul\\x00.txt"),
            ("\ud800.txt", "\\ud800.txt"),
            ("\u202etxt.exe.txt", "\\u202etxt.exe.txt"),
            ("é" * 300 + ".txt", "é" * (LONGEST_NAME - 4) + ".txt"),
            (" .. .txt", ".. .txt"),
        ],
    )
    def test_odd_names_are_names(self, importer: User, folder: Path, given: str, kept: str) -> None:
        (file,) = keep([upload(given)], by=importer).files.all()
        assert file.name == kept
        (record,) = deliveries.container_of(file).read()
        assert isinstance(record, RawArticle)
        assert record.place == kept
        assert lying(folder.parent) == ["deliveries"]

    @pytest.mark.parametrize(
        ("folders", "kept"),
        [
            ("berita/2023", "berita/2023/index.html"),
            ("../../etc/.", "etc/index.html"),
            ("/a//b\\c/", "a/b/c/index.html"),
            ("a\nb", "a\\nb/index.html"),
            ("é" * 300, "é" * (LONGEST_NAME - 11) + "/index.html"),
        ],
    )
    def test_files_of_a_folder_are_told_apart_by_what_they_lay_in(
        self, importer: User, folder: Path, folders: str, kept: str
    ) -> None:
        page = Upload(name="index.html", chunks=[b"<html><p>Perahu itu tiba."], folders=folders)
        (file,) = keep([page], by=importer).files.all()
        assert file.name == kept
        assert {record.place for record in deliveries.container_of(file).read()} == {kept}
        assert len(lying(folder)) == 1

    @pytest.mark.parametrize("name", ["", ".", "..", "/", "a/.."])
    def test_a_name_that_says_nothing_tells_no_format(self, importer: User, folder: Path, name: str) -> None:
        with pytest.raises(CannotDeliver, match=r"^file: No importer reads files without an ending in their name"):
            keep([upload(name)], by=importer)
        assert lying(folder) == []

    def test_container_is_read_by_its_own_name_and_the_mapping(self, importer: User) -> None:
        packed = gzip.compress(b"kepala,batang\nSatu,Perahu itu tiba.\n")
        delivery = keep([upload("b.csv.gz", packed)], by=importer, mapping="headline=kepala,body=batang")
        container = deliveries.container_of(delivery.files.get())
        assert (container.name, container.format) == ("b.csv.gz", "csv")
        assert [record.place for record in container.read()] == ["b.csv.gz:2"]

    def test_a_file_that_nobody_reads_is_told_and_the_others_are_kept(self, importer: User, folder: Path) -> None:
        delivery = keep([upload("a.txt"), upload("foto.jpg")], by=importer)
        text, photo = delivery.files.all()
        assert (text.state, photo.state, photo.kept_as, photo.size) == ("waiting", "failed", "", 0)
        assert photo.problem.startswith("No importer reads files ending in .jpg; it can be ")
        assert lying(folder) == [text.kept_as]


class TestRefused:
    def test_nothing_given(self, importer: User) -> None:
        with pytest.raises(CannotDeliver, match=r"^Choose a file, or paste a text.$"):
            keep([], by=importer)

    def test_a_mapping_that_nobody_understands(self, importer: User, folder: Path) -> None:
        with pytest.raises(CannotDeliver, match="There is no field judul"):
            keep([upload()], by=importer, mapping="judul=a")
        assert lying(folder) == []

    def test_too_many_files(self, importer: User, settings: Any) -> None:
        settings.DELIVERY_MOST_FILES = 2
        with pytest.raises(CannotDeliver, match=r"^More than 2 files cannot be given at once"):
            keep([upload()] * 3, by=importer)

    def test_too_many_bytes_together_are_noticed_while_they_come(
        self, importer: User, folder: Path, settings: Any
    ) -> None:
        def endless() -> Iterator[bytes]:
            while True:
                yield b"x" * 65536

        settings.DELIVERY_LARGEST = 1_000_000
        with pytest.raises(CannotDeliver, match=r"^The files are larger than 1 MB together"):
            keep([upload(), Upload(name="b.txt", chunks=endless())], by=importer)
        assert (lying(folder), Delivery.objects.count()) == ([], 0)

    def test_a_disk_that_is_nearly_full(self, importer: User, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        usage = namedtuple("usage", "total used free")
        monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(0, 0, LEFT_FREE + len(SAMPLE) - 1))
        with pytest.raises(CannotDeliver, match=r"^The disk has no room for the files; nothing was kept.$"):
            keep([upload()], by=importer)
        assert lying(folder) == []

    def test_a_folder_that_cannot_be_made(self, importer: User, folder: Path) -> None:
        folder.write_bytes(b"")
        with pytest.raises(CannotDeliver, match=r"^The files cannot be kept: File exists.$"):
            keep([upload()], by=importer)

    def test_an_upload_that_breaks_off_leaves_nothing(self, importer: User, folder: Path) -> None:
        def broken() -> Iterator[bytes]:
            yield b"x"
            raise ConnectionResetError

        with pytest.raises(CannotDeliver):
            keep([upload(), Upload(name="b.txt", chunks=broken())], by=importer)
        assert (lying(folder), Delivery.objects.count()) == ([], 0)


class TestPasted:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("Judul\n\nRep: Ani\n\nIsi.", "pasted text.txt"),
            ("\ufeff <!DOCTYPE html><p>", "pasted text.html"),
            ("<?xml version='1.0'?>\n<HTML lang=id>", "pasted text.html"),
            ("Judul <html>", "pasted text.txt"),
            ('{"a": 1}\n\n {"b": 2', "pasted text.jsonl"),
            ('{"a": 1}\nBukan', "pasted text.txt"),
        ],
    )
    def test_its_look_tells_what_it_is(self, text: str, name: str) -> None:
        assert text_as_file(text).name == name
        assert text_as_file(text, name="b.csv").name == "b.csv"

    def test_bytes_are_those_that_were_pasted(self, importer: User) -> None:
        text = "Judul\r\n\r\n" + "é😀\u00a0" * 50_000 + "\n\n"
        (file,) = keep([text_as_file(text)], by=importer).files.all()
        assert path_of(file.kept_as).read_bytes() == text.encode()

    @pytest.mark.parametrize(("text", "sentence"), [(" \n", "is empty"), ("a\ud800", "half a character")])
    def test_what_is_no_text_is_refused(self, text: str, sentence: str) -> None:
        with pytest.raises(CannotDeliver, match=sentence):
            text_as_file(text)


class TestWho:
    def test_only_who_may_deliver_keeps(self) -> None:
        with pytest.raises(PermissionDenied):
            keep([upload()], by=User.objects.create_user("rita"))

    def test_publishing_needs_its_own_permission(self, importer: User) -> None:
        with pytest.raises(PermissionDenied):
            keep([upload()], by=importer, publish=True)
        delivery = keep([upload()], by=importer)
        with pytest.raises(PermissionDenied):
            order(delivery, by=importer, publish=True)
        delivery.refresh_from_db()
        assert delivery.ordered_at is None
        importer.user_permissions.add(Permission.objects.get(codename="publish_article"))
        order(delivery, by=User.objects.get(pk=importer.pk), publish=True)
        delivery.refresh_from_db()
        assert delivery.publish

    def test_only_the_giver_goes_on_with_a_delivery(self, importer: User) -> None:
        delivery = keep([upload()], by=importer)
        other = User.objects.create_user("oni")
        roles.assign(other, roles.IMPORTER)
        file = delivery.files.get()
        tries: list[Any] = [
            lambda: order(delivery, by=other),
            lambda: drop(delivery, by=other),
            lambda: remap(delivery, by=other, mapping=""),
            lambda: retry(file, by=other),
        ]
        for attempt in tries:
            with pytest.raises(PermissionDenied):
                attempt()
        order(delivery, by=User.objects.create_superuser("sri"))

    def test_who_orders_for_another_asks_only_what_the_giver_may(self, importer: User) -> None:
        sri = User.objects.create_superuser("sri")
        delivery = keep([upload()], by=importer)
        with pytest.raises(CannotDeliver, match=r"^ina, who gave this, may not publish: bring it in as drafts.$"):
            order(delivery, by=sri, publish=True)
        User.objects.filter(pk=importer.pk).update(is_active=False)
        with pytest.raises(CannotDeliver, match=r"^ina, who gave this, may no longer bring anything in"):
            order(delivery, by=sri)
        delivery.refresh_from_db()
        assert (delivery.ordered_at, delivery.publish) == (None, False)
        User.objects.filter(pk=importer.pk).update(is_active=True)
        order(delivery, by=sri)
        assert delivery.ordered_at


class TestOpen:
    def test_order_is_given_once(self, importer: User) -> None:
        delivery = keep([upload()], by=importer)
        order(delivery, by=importer)
        assert delivery.ordered_at
        for attempt in (order, drop):
            with pytest.raises(CannotDeliver, match=r"^It is ordered already.$"):
                attempt(delivery, by=importer)
        with pytest.raises(CannotDeliver, match=r"^It is ordered already.$"):
            remap(delivery, by=importer, mapping="")

    def test_mapping_is_said_after_a_look(self, importer: User) -> None:
        delivery = keep([upload("a.csv", b"kepala,batang\nSatu,Isi.\n")], by=importer)
        with pytest.raises(CannotDeliver):
            remap(delivery, by=importer, mapping="kepala")
        remap(delivery, by=importer, mapping="headline=kepala")
        assert Delivery.objects.get().mapping == delivery.mapping == "headline=kepala"

    def test_dropped_delivery_leaves_nothing(
        self, importer: User, folder: Path, django_capture_on_commit_callbacks: Any
    ) -> None:
        delivery = keep([upload(), upload()], by=importer)
        with django_capture_on_commit_callbacks(execute=True):
            drop(delivery, by=importer)
        assert (lying(folder), DeliveredFile.objects.count()) == ([], 0)

    def test_what_is_gone_is_told(self, importer: User, django_capture_on_commit_callbacks: Any) -> None:
        delivery = keep([upload()], by=importer)
        file = delivery.files.get()
        path_of(file.kept_as).unlink()
        with pytest.raises(CannotDeliver, match=r"no longer lies among the deliveries"):
            deliveries.container_of(file)
        same = Delivery.objects.get()
        with django_capture_on_commit_callbacks(execute=True):
            drop(delivery, by=importer)
        with pytest.raises(CannotDeliver, match=r"^It is no longer there"):
            order(same, by=importer)
