"""What came in is counted and kept once."""

from __future__ import annotations

from django.test import TestCase

from articles.models import ImportRun, Source
from tests.factories import make_article
from tests.models.rules import refused


class SourceTests(TestCase):
    def test_the_counts_of_a_run_account_for_every_record(self) -> None:
        with refused("run_counts_every_record_once"):
            ImportRun.objects.create(importer="test", container="a", container_sha256="0" * 64, seen=3, new=1, known=1)
        run = ImportRun.objects.create(
            importer="test", container="a", container_sha256="0" * 64, seen=3, new=1, known=1, refused=1
        )
        with refused("run_counts_every_record_once"):
            ImportRun.objects.filter(pk=run.pk).update(refused=0)

    def test_bytes_are_kept_once_under_their_digest(self) -> None:
        source = make_article().current.source  # type: ignore[union-attr]
        again = {"run": source.run, "place": "b", "content": b"x", "media_type": "text/plain"}
        # Django gives unique columns a name with a digest in it; the column is what matters.
        with self.assertRaisesMessage(Exception, "articles_source_sha256"):
            Source.objects.create(sha256=source.sha256, **again)

    def test_the_digest_is_hexadecimal(self) -> None:
        run = make_article().current.source.run  # type: ignore[union-attr]
        for wrong in ("", "abc", "G" * 64, "A" * 64):
            with self.subTest(wrong), refused("source_sha256_is_hexadecimal"):
                Source.objects.create(run=run, place="b", content=b"x", media_type="text/plain", sha256=wrong)
