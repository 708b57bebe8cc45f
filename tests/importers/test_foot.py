from __future__ import annotations

import pytest

from articles.importers.boilerplate import label
from articles.importers.lines import split_lines

TEXT = "Perahu dari tiga desa kembali berlayar setelah badai reda pada hari Senin."
SIGNED, TAG, OURS = ("byline", "sign-off"), ("boilerplate", "tag"), ("paragraph", "")


def foot(*lines: str) -> list[tuple[str, str]]:
    """Return type and reason of the lines that stand under a text."""
    found = split_lines("\n".join([TEXT, *lines]))
    labels = label(found)
    return [(labels[line.number].type.value, labels[line.number].reason) for line in found[1:]]


@pytest.mark.parametrize(
    "line",
    [
        "(Rian Hidayat)",
        "(Rian Hidayat )",
        "( Rian Hidayat)",
        "[Rian Hidayat].",
        "(dry)",
        "(dry/din)",
        "(KabarPesisir.com/Rian Hidayat)",
        "(kabar-pesisir.com)",
    ],
)
def test_last_line_in_parentheses_signs_the_text(line: str) -> None:
    assert foot(line) == [SIGNED]


@pytest.mark.parametrize(
    "line", ["(Bersambung)", "(5/3/2024)", "(Apa yang terjadi sesudah badai reda?)", "(bersama nelayan lain)"]
)
def test_other_words_in_parentheses_are_the_newsrooms(line: str) -> None:
    assert foot(line) == [OURS]


def test_name_in_parentheses_within_the_text_signs_nothing() -> None:
    assert foot("(Rian Hidayat)", f"{TEXT} Lagi.") == [OURS, OURS]


@pytest.mark.parametrize("signature", ["(dry/din)", "(Rian Hidayat )"])
def test_short_lines_under_the_signature_are_tags(signature: str) -> None:
    assert foot(signature, "badai", "Penghargaan Nelayan 2024", "kapal ikan") == [SIGNED, TAG, TAG, TAG]


def test_text_under_a_signature_stays_text() -> None:
    assert foot("(dry/din)", "Catatan redaksi", f"{TEXT} Lagi.") == [SIGNED, ("crosshead", ""), OURS]


def test_small_letters_alone_are_tags_without_a_signature_when_they_are_several() -> None:
    assert foot("badai", "kapal ikan") == [TAG, TAG]
    assert foot("kapal ikan") == [OURS]
    assert foot("Kapal Ikan", "Badai") == [("crosshead", ""), OURS]


@pytest.mark.parametrize("line", ["badai, kapal ikan, nelayan kendal", "badai, ikan, laut, pantai utara jawa"])
def test_list_in_small_letters_is_tags(line: str) -> None:
    assert foot(line) == [("boilerplate", "tags")]
    assert foot("(dry/din)", line) == [SIGNED, ("boilerplate", "tags")]


@pytest.mark.parametrize("line", ["badai, kapal ikan", "Badai, ikan, laut", "badai, ikan, laut."])
def test_other_lists_are_the_newsrooms(line: str) -> None:
    assert foot(line) == [OURS]


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Ana Wijaya and Rian Hidayat; Editing by Dewi Lestari",
        "(Additional reporting by Ana Wijaya)",
        "Ana Wijaya contributed reporting from Kendal.",
        "Press Association writers Ana Wijaya and Sri Wahyuni contributed to this report.",
    ],
)
def test_credits_of_english_agencies_are_a_byline(line: str) -> None:
    assert foot(line) == [("byline", "credits")]


def test_text_of_nothing_but_tags_is_read() -> None:
    lines = split_lines("badai\nkapal ikan")
    assert {found.type.value for found in label(lines).values()} == {"boilerplate"}
