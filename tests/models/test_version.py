"""Versions and their blocks: numbered, and each stretch of the body where the body has it."""

from __future__ import annotations

from django.db import connection
from django.test import TestCase

from articles.models import Article, Block, Version
from tests.factories import make_article
from tests.models.rules import refused


class VersionTests(TestCase):
    article: Article
    version: Version

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article()
        cls.version = Version.objects.get()

    def another(self, **fields: object) -> Version:
        given = {"number": 2, "headline": "Dewan bertemu", "body": "Satu.\n\nDua.", "body_sha256": "0" * 64}
        return Version.objects.create(article=self.article, source=self.version.source, **given | fields)

    def block(self, version: Version, **fields: object) -> Block:
        given = {"position": 0, "type": Block.Type.PARAGRAPH, "text": "Satu.", "body_start": 0, "body_end": 5}
        return Block.objects.create(version=version, **given | fields)

    def test_numbers_begin_at_one_and_are_given_once(self) -> None:
        with refused("version_number_unique_in_article"):
            self.another(number=1)
        with refused("version_number_from_one"):
            self.another(number=0)

    def test_it_has_a_headline(self) -> None:
        with refused("version_has_headline"):
            self.another(headline="")

    def test_a_block_of_the_body_holds_what_stands_in_the_body_there(self) -> None:
        version = self.another()
        with refused("block_text_is_in_body"):
            self.block(version, text="Tiga.")
        with refused("block_text_is_in_body"):
            self.block(version, body_start=1, body_end=6)
        with refused("block_text_is_in_body"):
            self.block(version, text="Dua.!", body_start=7, body_end=12)
        self.assertEqual(self.block(version, text="Dua.", body_start=7, body_end=11).text, "Dua.")

    def blocks(self, version: Version, *placed: tuple[str, int, int]) -> list[Block]:
        """Add paragraphs all at once."""
        return Block.objects.bulk_create(
            Block(
                version=version, position=position, type=Block.Type.PARAGRAPH, text=text, body_start=start, body_end=end
            )
            for position, (text, start, end) in enumerate(placed)
        )

    def test_blocks_added_together_each_stand_where_the_body_has_them(self) -> None:
        version = self.another(body="Satu.\n\nDua.\n\nTiga.\n\nEmpat.")
        one, two, three, four = ("Satu.", 0, 5), ("Dua.", 7, 11), ("Tiga.", 13, 18), ("Empat.", 20, 26)
        for wrong in (
            [one, ("Dua!", 7, 11), three],
            [one, three, ("Dua.", 13, 17)],
            [one, ("Dua.", 7, 12), three],
            [one, ("Tiga.", 1, 6), ("Dua.", 7, 11)],
            [one, two, ("Lima.", 28, 33)],
        ):
            with self.subTest(wrong), refused("block_text_is_in_body"):
                self.blocks(version, *wrong)
        with refused("block_text_is_in_body"):
            self.blocks(self.another(number=3, body="Satu.--Dua."), one, two)
        self.assertEqual(len(self.blocks(version, four, one, two)), 3)

    def test_a_long_text_takes_its_blocks_in_linear_time(self) -> None:
        text = "Kata é " * 30 + "."
        step = len(text) + 2
        version = self.another(body="\n\n".join([text] * 10_000))
        with connection.cursor() as cursor:
            # Quadratic work takes most of a minute, linear work half a second.
            cursor.execute("SET LOCAL statement_timeout = 5000")
        self.blocks(version, *((text, at, at + len(text)) for at in range(0, 10_000 * step, step)))
        self.assertEqual(version.blocks.count(), 10_000)

    def test_paragraphs_and_crossheads_stand_in_the_body_and_nothing_else_does(self) -> None:
        version = self.another()
        for kind in Block.Type:
            in_body = kind in Block.IN_BODY
            place = {"body_start": None, "body_end": None} if in_body else {"body_start": 0, "body_end": 5}
            with self.subTest(kind), refused("block_in_body_by_its_type"):
                self.block(version, type=kind, **place)

    def test_a_place_in_the_source_has_a_start_and_an_end_after_it(self) -> None:
        version = self.another()
        with refused("block_place_in_source_in_order"):
            self.block(version, source_start=4, source_end=3)
        with refused("block_place_in_source_in_order"):
            self.block(version, source_start=4)
        with refused("block_place_in_source_in_order"):
            self.block(version, source_end=4)

    def test_positions_are_given_once(self) -> None:
        version = self.another()
        self.block(version)
        with refused("block_position_unique_in_version"):
            self.block(version)
