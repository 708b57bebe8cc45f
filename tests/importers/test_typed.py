from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importers import IMPORTERS
from articles.importers.base import BlockType, RawArticle
from articles.importers.typed import Typed, compose, is_same_but_for_spaces, tidy, typed_of

SIGNS = st.sampled_from(["\n", "\n\n", "## ", "\\", " ", "\u00a0", "\u200b", "\u3000", "\r\n", "\u0301"])
WORDS = st.lists(st.text(st.characters(exclude_categories=["Cs"])) | SIGNS).map("".join)
TYPED = st.builds(Typed, headline=WORDS, text=WORDS, deck=WORDS, captions=WORDS, photo_credits=WORDS, byline=WORDS)
BOAT = Typed(
    headline="Perahu  Kembali ",
    deck="Nelayan melaut lagi",
    photo_credits="ANTARA",
    captions="Perahu di Ambon\n\n Nelayan\u00a0tua ",
    byline="Rep: Ana Putri\nRed: Budi",
    text="Tiga perahu\nberlayar.\r\n\r\n## Cuaca baik\n\n\n\\## bukan judul\n\n\\\\server",
)


def made(typed: Typed) -> RawArticle:
    return compose(typed, place="typed by an editor")


def labelled(typed: Typed) -> list[tuple[str, str]]:
    return [(block.type.value, block.text) for block in made(typed).blocks]


def test_each_field_becomes_its_blocks_and_the_text_its_paragraphs_and_crossheads() -> None:
    assert labelled(BOAT) == [
        ("headline", "Perahu Kembali"),
        ("deck", "Nelayan melaut lagi"),
        ("photo_credit", "ANTARA"),
        ("photo_caption", "Perahu di Ambon"),
        ("photo_caption", "Nelayan tua"),
        ("byline", "Rep: Ana Putri"),
        ("byline", "Red: Budi"),
        ("paragraph", "Tiga perahu berlayar."),
        ("crosshead", "Cuaca baik"),
        ("paragraph", "## bukan judul"),
        ("paragraph", "\\server"),
    ]


def test_the_record_holds_the_fields_one_under_the_other() -> None:
    record = made(BOAT)
    assert (record.media_type, record.charset, record.place) == ("text/plain", "utf-8", "typed by an editor")
    assert record.content.decode() == (
        "Perahu Kembali\n\nNelayan melaut lagi\n\nANTARA\n\nPerahu di Ambon\nNelayan tua\n\n"
        "Rep: Ana Putri\nRed: Budi\n\nTiga perahu berlayar.\n\n## Cuaca baik\n\n\\## bukan judul\n\n\\server\n"
    )


@pytest.mark.parametrize("text", ["", " \n\u00a0\n", "\u200b\n\n\u2060", "\x0b\x0c\u2028"])
def test_what_nobody_would_see_is_no_block(text: str) -> None:
    assert labelled(Typed(headline=text, text=text, captions=text, byline=text)) == []


@pytest.mark.parametrize(
    ("typed", "kind", "text"),
    [
        ("##Tanpa spasi", "paragraph", "##Tanpa spasi"),
        ("##", "paragraph", "##"),
        ("## ## Dua", "crosshead", "## Dua"),
        ("## \\Miring", "crosshead", "\\Miring"),
        ("\\miring", "paragraph", "\\miring"),
        ("\\\\miring", "paragraph", "\\miring"),
        ("\\", "paragraph", "\\"),
        ("a ## b", "paragraph", "a ## b"),
    ],
)
def test_only_the_beginning_of_a_paragraph_is_a_sign(typed: str, kind: str, text: str) -> None:
    assert labelled(Typed(headline="", text=typed)) == [(kind, text)]


@given(TYPED)
def test_every_visible_character_of_the_record_is_in_one_block(typed: Typed) -> None:
    record = made(typed)
    left = list(record.content.decode())
    for block in record.blocks:
        assert block.source_start is not None
        assert block.source_end is not None
        assert block.text in "".join(left[block.source_start : block.source_end])
        left[block.source_start : block.source_end] = " " * (block.source_end - block.source_start)
    assert not "".join(left).strip()


@given(TYPED)
def test_the_form_of_a_record_gives_the_same_record(typed: Typed) -> None:
    record = made(typed)
    again = typed_of(record.blocks)
    assert made(again) == record
    assert tidy(typed) == again == tidy(again)


def test_boilerplate_and_white_space_are_left_out_of_the_form() -> None:
    blocks = [
        _Line(BlockType.HEADLINE, "Satu"),
        _Line(BlockType.HEADLINE, "Dua"),
        _Line(BlockType.WHITESPACE, ""),
        _Line(BlockType.PARAGRAPH, "Tiga."),
        _Line(BlockType.BOILERPLATE, "Baca Juga"),
        _Line(BlockType.PHOTO_CAPTION, "Empat"),
        _Line(BlockType.CROSSHEAD, "Lima"),
    ]
    assert typed_of(blocks) == Typed(headline="Satu Dua", captions="Empat", text="Tiga.\n\n## Lima")


class _Line:
    def __init__(self, kind: str, text: str) -> None:
        self.type, self.text = kind, text


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Satu.\n\nDua.", "Satu. Dua.", True),
        ("Satu dua", "Satudua", True),
        ("Satu dua", "Satu, dua", False),
        ("## Satu\n\nDua", "## Satu Dua", False),
        ("Satu\n\nDua", "Dua\n\nSatu", False),
    ],
)
def test_white_space_and_the_breaks_of_paragraphs_are_told_from_other_changes(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    changed = Typed(headline="Judul", text=other)
    assert is_same_but_for_spaces(Typed(headline="Judul", text=one), changed) is same


def test_words_that_go_to_another_field_are_more_than_white_space() -> None:
    assert not is_same_but_for_spaces(Typed(headline="A", deck="B", text="C"), Typed(headline="A B", text="C"))


def test_no_file_is_read_as_typed() -> None:
    assert all(importer.name != "typed" for importer in IMPORTERS)
