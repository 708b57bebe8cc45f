"""The account of a source: where each visible character went, computed from the bytes."""

from __future__ import annotations

from django.test import TestCase

from articles.models import Block, Source, Version
from articles.reading.accounting import Accounting, account
from tests.factories import make_article


class AccountingTests(TestCase):
    def account(self, text: str, *blocks: tuple[int, int], charset: str = "utf-8") -> Accounting:
        """Account for a source of which `blocks` are the stretches that went to a block."""
        article = make_article()
        assert article.current
        source = Source.objects.create(
            run=article.current.source.run,
            place="made.txt",
            content=text.encode(charset),
            sha256=f"{len(text):064x}",
            media_type="text/plain",
            charset=charset,
        )
        version = Version.objects.create(article=article, number=2, headline="Judul", source=source)
        for position, (start, end) in enumerate(blocks):
            Block.objects.create(
                version=version,
                position=position,
                type=Block.Type.BOILERPLATE,
                text=text[start:end].strip(),
                source_start=start,
                source_end=end,
            )
        return account(version)

    def test_a_source_is_complete_when_each_visible_character_is_in_one_block(self) -> None:
        found = self.account("Satu\n\nDua tiga\n", (0, 4), (6, 14))
        self.assertTrue(found.complete)
        self.assertEqual((found.blocks, found.characters), (2, 11))

    def test_words_in_no_block_are_counted_and_shown_in_their_place(self) -> None:
        found = self.account("Satu hilang Dua", (0, 4), (12, 15))
        self.assertFalse(found.complete)
        self.assertEqual(found.left_out, 6)
        shown = [(stretch.block is None, stretch.pieces) for stretch in found.stretches]
        self.assertEqual(shown, [(False, ["Satu"]), (True, ["hilang"]), (False, ["Dua"])])

    def test_words_in_two_blocks_are_counted(self) -> None:
        found = self.account("Satu Dua", (0, 8), (5, 8))
        self.assertFalse(found.complete)
        self.assertEqual(found.twice, 3)

    def test_places_count_code_points_and_size_counts_bytes(self) -> None:
        found = self.account("é😀", (0, 2))
        self.assertEqual((found.stretches[0].start, found.stretches[0].end, found.size), (0, 2, 6))

    def test_characters_that_nobody_sees_stand_as_signs_with_names(self) -> None:
        found = self.account("a\u00a0b\u200bc\t\u2066d", (0, 8))
        self.assertEqual(
            {sign.name: times for sign, times in found.signs.items()},
            {"no-break space": 1, "zero-width space": 1, "tab": 1, "character U+2066": 1},
        )
        self.assertEqual(found.characters, 4)

    def test_a_source_in_another_charset_is_read_in_it(self) -> None:
        found = self.account("Café", (0, 4), charset="latin-1")
        self.assertEqual(found.stretches[0].pieces, ["Café"])
