"""Places carried through the kinds of edit that newsrooms make: how many are right, and that none is silently wrong.

Each edit says of which pieces of the old text the new one is made, so the right place of every span is known.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.sample import ANNOTATIONS
from articles.text.carrying import Carried, Place, carry
from articles.text.sentences import breaks

Piece = str | tuple[int, int, int]  # new words, or the old block with start and end
Pieces = list[list[Piece]]  # of each new block
KEPT = ("ok", "moved")


@cache
def sample() -> tuple[tuple[str, ...], tuple[Place, ...], dict[str, int]]:
    """Return the first article's blocks, every place in them on which a fact rests, and the blocks' names."""
    document = json.loads(ANNOTATIONS.read_text())
    blocks = [block for block in document["blocks"] if block["type"] not in ("boilerplate", "whitespace")]
    names = {block["id"]: at for at, block in enumerate(blocks)}
    starts = {block["id"]: block.get("body_start", 0) for block in blocks}
    places = set()
    for span in _spans(document):
        if span["block"] in names:
            shift = starts[span["block"]] if span["field"] == "body" else 0
            places.add(Place(names[span["block"]], span["start"] - shift, span["end"] - shift))
    ordered = sorted(places, key=lambda place: (place.block, place.start, place.end))
    return tuple(block["text"] for block in blocks), tuple(ordered), names


def _spans(item: Any) -> Iterator[dict[str, Any]]:
    if isinstance(item, dict):
        if {"block", "start", "end", "text", "field"} <= item.keys():
            yield item
        for value in item.values():
            yield from _spans(value)
    elif isinstance(item, list):
        for value in item:
            yield from _spans(value)


BLOCKS, PLACES, NAMES = sample()


def whole(at: int) -> list[Piece]:
    return [(at, 0, len(BLOCKS[at]))]


def unchanged() -> Pieces:
    return [whole(at) for at in range(len(BLOCKS))]


def replaced(name: str, old: str, new: str) -> Pieces:
    """Replace the first `old` of a block."""
    at = NAMES[name]
    start = BLOCKS[at].index(old)
    pieces = unchanged()
    pieces[at] = [(at, 0, start), new, (at, start + len(old), len(BLOCKS[at]))]
    return pieces


def inserted(name: str, new: str, *, before: str) -> Pieces:
    at = NAMES[name]
    start = BLOCKS[at].index(before)
    pieces = unchanged()
    pieces[at] = [(at, 0, start), new, (at, start, len(BLOCKS[at]))]
    return pieces


def parted(at: int) -> Pieces:
    """Part a block after its first sentence."""
    end, start = next(breaks(BLOCKS[at]))
    return [*unchanged()[:at], [(at, 0, end)], [(at, start, len(BLOCKS[at]))], *unchanged()[at + 1 :]]


def swapped(one: str, other: str) -> Pieces:
    pieces = unchanged()
    pieces[NAMES[one]], pieces[NAMES[other]] = pieces[NAMES[other]], pieces[NAMES[one]]
    return pieces


def printed(pieces: Pieces) -> list[str]:
    return [
        "".join(piece if isinstance(piece, str) else BLOCKS[piece[0]][piece[1] : piece[2]] for piece in block)
        for block in pieces
    ]


def right_place(pieces: Pieces, place: Place) -> Place | None:
    """Return where the words of a place stand now; None when the edit took or changed some of them."""
    for number, block in enumerate(pieces):
        at = 0
        for piece in block:
            if (
                not isinstance(piece, str)
                and piece[0] == place.block
                and piece[1] <= place.start
                and place.end <= piece[2]
            ):
                return Place(number, at + place.start - piece[1], at + place.end - piece[1])
            at += len(piece) if isinstance(piece, str) else piece[2] - piece[1]
    return None


def outcome(pieces: Pieces) -> Counter[str]:
    """Count what became of all places: right, missed, wrong, and of what the edit took: changed or lost."""
    return Counter(
        _verdict(right_place(pieces, place), carried)
        for place, carried in zip(PLACES, carry(BLOCKS, printed(pieces), PLACES), strict=True)
    )


def _verdict(right: Place | None, carried: Carried) -> str:
    if carried.state in KEPT:
        return "right" if carried.place == right else "wrong"
    return carried.state if right is None else "missed"


def test_the_sample_has_as_many_places_as_these_counts_are_of() -> None:
    assert (len(BLOCKS), len(PLACES)) == (17, 219)
    assert all(BLOCKS[place.block][place.start : place.end].strip() for place in PLACES)


EDITS = {
    "nothing": (unchanged(), {"right": 219}),
    "a typo elsewhere in the paragraph": (replaced("P1", "melakukan", "mengadakan"), {"right": 219}),
    "words before a paragraph": (
        [["Dari Moskow dilaporkan, ", *block] if at == NAMES["P2"] else block for at, block in enumerate(unchanged())],
        {"right": 219},
    ),
    "a paragraph inserted": (
        [*unchanged()[:6], ["Putin dan Netanyahu berbicara lagi tentang Gaza pada 10 Desember."], *unchanged()[6:]],
        {"right": 219},
    ),
    "a paragraph deleted": ([*unchanged()[: NAMES["P6"]], *unchanged()[NAMES["P6"] + 1 :]], {"right": 183, "lost": 36}),
    "two paragraphs swapped": (swapped("P1", "P2"), {"right": 219}),
    "two paragraphs that speak of the same swapped": (swapped("P3", "P8"), {"right": 219}),
    "a paragraph split": (parted(NAMES["P6"]), {"right": 219}),
    "two paragraphs joined": (
        [*unchanged()[: NAMES["P6"]], [*whole(NAMES["P6"]), " ", *whole(NAMES["P7"])], *unchanged()[NAMES["P8"] :]],
        {"right": 219},
    ),
    "883 becomes 885": (replaced("P6", "883", "885"), {"right": 217, "changed": 2}),
    "1.100 becomes 1.150": (replaced("P6", "1.100", "1.150"), {"right": 216, "changed": 3}),
    "words of the quote": (
        replaced("P2", "menawarkan semua bantuan yang mungkin", "memberi pertolongan apa pun"),
        {"right": 217, "changed": 2},
    ),
    "a first name": (inserted("P10", "Yury ", before="Ushakov"), {"right": 219}),
    "all of it rewritten": (
        [
            ["Moskow Siap Bantu Warga Sipil Gaza"],
            ["Kremlin: Putin dan Netanyahu berbicara lewat telepon selama 50 menit."],
            ["Presiden Vladimir Putin pada 12 November menelepon PM Israel. Rusia siap menolong warga, kata Kremlin."],
            ["Menurut Zakharova, 1.100 orang telah dievakuasi melalui Rafah, 883 di antaranya anak-anak."],
            ["Sebanyak 135 warga Palestina menunggu di Mesir. Ushakov mengatakan itu kepada TASS."],
        ],
        {"lost": 219},
    ),
}


@pytest.mark.parametrize(("pieces", "counts"), EDITS.values(), ids=EDITS.keys())
def test_places_are_carried_through_each_kind_of_edit(pieces: Pieces, counts: dict[str, int]) -> None:
    assert outcome(pieces) == counts


def test_no_paragraph_deleted_parted_or_joined_puts_a_place_wrong() -> None:
    total: Counter[str] = Counter()
    for at in range(len(BLOCKS)):
        total += outcome([*unchanged()[:at], *unchanged()[at + 1 :]])
        if list(breaks(BLOCKS[at])):
            total += outcome(parted(at))
        if at + 1 < len(BLOCKS):
            total += outcome([*unchanged()[:at], [*whole(at), " ", *whole(at + 1)], *unchanged()[at + 2 :]])
    # 17 deleted, 10 parted, 16 joined. Each place is lost once, with its block; a quote of two sentences, with and
    # without its marks, keeps its longer part when they are parted.
    assert total == {"right": 43 * 219 - 219 - 2, "lost": 219, "changed": 2}


def test_many_edits_at_once_put_no_place_wrong() -> None:
    total: Counter[str] = Counter()
    for seed in range(60):
        total += outcome(_edited_at_random(random.Random(seed)))  # noqa: S311 - chooses edits
    share = total["right"] / (total["right"] + total["missed"])
    assert total["wrong"] == 0
    assert share > 0.99, total
    assert sum(total.values()) == 60 * 219


def _edited_at_random(chance: random.Random) -> Pieces:
    """Delete, swap, part and join paragraphs, and drop or replace words."""
    pieces = unchanged()
    for _ in range(6):
        at, other = chance.randrange(len(pieces)), chance.randrange(len(pieces))
        match chance.randrange(4):
            case 0:
                del pieces[at]
            case 1:
                pieces[at], pieces[other] = pieces[other], pieces[at]
            case 2 if at + 1 < len(pieces):
                pieces[at : at + 2] = [[*pieces[at], " ", *pieces[at + 1]]]
            case _:
                pieces[at] = [part for piece in pieces[at] for part in _without_a_word(piece, chance)]
    return pieces


def _without_a_word(piece: Piece, chance: random.Random) -> Sequence[Piece]:
    if isinstance(piece, str):
        return [piece]
    block, start, end = piece
    gaps = [at for at in range(start, end) if BLOCKS[block][at] == " "]
    if len(gaps) < 3:
        return [piece]
    at = chance.randrange(len(gaps) - 1)
    return [(block, start, gaps[at]), chance.choice(["", " baru", " 883", " mereka"]), (block, gaps[at + 1], end)]


def found(old: str, new: str, words: str, *, nth: int = 0) -> tuple[str | None, str]:
    """Carry the nth place of `words` in a text of one paragraph a line; return the words there now, and the state."""
    olds, news = old.split("\n"), new.split("\n")
    places = [
        Place(number, at, at + len(words))
        for number, block in enumerate(olds)
        for at in range(len(block))
        if block.startswith(words, at)
    ]
    (carried,) = carry(olds, news, [places[nth]])
    place = carried.place
    return (news[place.block][place.start : place.end] if place else None), carried.state


class TestNumbers:
    TEXT = "Menurut laporan itu sebanyak 883 warga telah tiba di pelabuhan pada hari Rabu."

    @pytest.mark.parametrize("number", ["885", "8.830", "1.883", "delapan ratus", "883.5", "12"])
    def test_other_digits_are_never_carried_silently(self, number: str) -> None:
        assert found(self.TEXT, self.TEXT.replace("883", number), "883") == (number, "changed")

    def test_a_number_of_thousands_is_another_one(self) -> None:
        assert found(self.TEXT, self.TEXT.replace("883", "883 ribu"), "883") == ("883", "changed")

    def test_a_number_beside_it_takes_nothing_away(self) -> None:
        assert found(self.TEXT, self.TEXT.replace("warga", "warga (dari 1.100)"), "883") == ("883", "ok")

    def test_two_numbers_that_change_places_are_both_told(self) -> None:
        old = "Serangan itu menewaskan 5 orang dan melukai 20 orang di kota pelabuhan."
        new = "Serangan itu menewaskan 20 orang dan melukai 5 orang di kota pelabuhan."
        assert found(old, new, "5 orang") == ("20 orang", "changed")
        assert found(old, new, "20") == ("5", "changed")

    def test_the_same_figure_in_another_sentence_is_not_the_one(self) -> None:
        old = "Sebanyak 5 orang tewas di Gaza pada Senin, kata Hamas."
        new = "Sebanyak 20 orang tewas di Gaza pada Senin dalam 5 hari, kata Hamas."
        assert found(old, new, "5") == ("20", "changed")


class TestAmbiguousWords:
    def test_of_two_equal_sentences_the_one_that_is_left_is_taken_for_one_only(self) -> None:
        old = "Ia pergi ke kota.\nHujan turun deras sekali malam itu di seluruh kabupaten.\nIa pergi ke kota."
        new = "Hujan turun deras sekali malam itu di seluruh kabupaten.\nIa pergi ke kota."
        assert found(old, new, "kota", nth=0) == (None, "lost")
        assert found(old, new, "kota", nth=1) == ("kota", "ok")

    def test_a_name_that_is_deleted_is_not_looked_for_where_it_stood_before(self) -> None:
        old = "Putin berbicara dengan wartawan di Moskow.\nKemudian Putin berangkat ke Beijing."
        assert found(old, "Kemudian Putin berangkat ke Beijing.", "Putin", nth=0) == (None, "lost")

    def test_two_new_places_that_are_equally_good_are_both_left(self) -> None:
        old = "Awal yang baik. Kata Ana kepada Budi di pasar kemarin pagi."
        new = "Kata Ana kepada Budi di pasar. Mereka lalu pulang. Kata Ana kepada Budi di pasar. Lalu tidur."
        words, state = found(old, new, "kepada Budi")
        assert (words, state) in {(None, "lost"), ("kepada Budi", "changed")}

    def test_words_that_moved_to_two_places_are_in_neither(self) -> None:
        rest = "Sidang dewan kota hari itu dibuka oleh ketua dan dihadiri semua anggota dari seluruh fraksi."
        old = f"Ana bertemu Budi di pasar lama pagi tadi.\n{rest}"
        once = f"{rest}\nLalu Ana bertemu Budi di pasar lama pagi tadi juga."
        assert found(old, once, "Budi") == ("Budi", "moved")
        twice = f"{once}\nKata orang Ana bertemu Budi di pasar lama pagi tadi itu."
        assert found(old, twice, "Budi") == (None, "lost")


class TestEdges:
    def test_a_span_ends_in_one_block(self) -> None:
        old = "Kami siap membantu semua warga sipil yang menderita, dan kami tidak akan berhenti."
        new = old.replace("sipil yang", "sipil\nyang")
        assert found(old, new, "membantu semua warga sipil yang") == ("membantu semua warga sipil", "changed")

    def test_a_long_sentence_alone_in_another_paragraph_is_found_there(self) -> None:
        quote = "“Kami siap menawarkan semua bantuan yang mungkin untuk meringankan penderitaan,” kata Kremlin."
        old = f"Pembukaan yang pendek. {quote} Penutup satu.\nParagraf kedua tentang hal lain. Selesai sudah."
        new = f"Pembukaan yang pendek. Penutup satu.\nParagraf kedua tentang hal lain. {quote} Selesai sudah."
        assert found(old, new, "bantuan yang mungkin")[1] in KEPT
        assert found(old, new, quote[1:-1])[1] in KEPT

    def test_other_words_are_whole_words(self) -> None:
        old = "Juru bicara kementerian Maria Zakarova mengatakan hal itu pada hari Rabu."
        assert found(old, old.replace("Zakarova", "Zakharova"), "Zakarova") == ("Zakharova", "changed")

    def test_a_part_of_a_word_stays_a_part(self) -> None:
        old = "Informasi ini baru diperoleh kemarin, ucapnya pada hari Rabu di Moskow."
        assert found(old, old.replace("kemarin", "tadi"), "nya") == ("nya", "ok")
        assert found(old, old.replace("ucapnya", "ujarnya"), "nya") == ("nya", "changed")

    def test_a_sentence_in_the_place_of_another_has_none_of_its_words(self) -> None:
        old = "Rapat dimulai pukul tujuh. Ana berdiri lalu pergi ke kota. Rapat ditutup malam itu juga."
        new = "Rapat dimulai pukul tujuh. Hujan turun deras sekali sejak pagi. Rapat ditutup malam itu juga."
        for words in ("Ana", "berdiri", "lalu", "pergi", "kota"):
            assert found(old, new, words) == (None, "lost"), words

    def test_words_replaced_by_very_many_are_lost(self) -> None:
        old = "Pada hari Rabu sebanyak 883 warga tiba di pelabuhan."
        assert found(old, old.replace("883", "kata " * 40 + "itu"), "883") == (None, "lost")

    @pytest.mark.parametrize(("old", "new"), [([""], [""]), (["  "], ["kata"]), (["kata"], []), (["kata"], [""])])
    def test_texts_without_words_have_no_places(self, old: list[str], new: list[str]) -> None:
        assert carry(old, new, [Place(0, 0, len(old[0]))]) == [Carried(None, "lost")]

    def test_scripts_without_spaces_are_carried_too(self) -> None:
        old = "普京与内塔尼亚胡通电话讨论加沙局势的最新发展"
        assert found(old, old.replace("最新", "新的"), "加沙局势") == ("加沙局势", "ok")

    def test_a_text_of_one_repeated_word_is_no_burden(self) -> None:
        carried = carry(["a b " * 5000], ["b a " * 4900 + "c"], [Place(0, 4, 9)] * 20)
        assert {one.state for one in carried} <= {"ok", "changed", "lost"}


WORDS = st.lists(
    st.sampled_from(["Rusia", "883", "1.100", "Gaza.", "“kata”", "dan", "di", "ia", ",", "加沙"]), max_size=25
)
TEXTS = st.lists(WORDS.map(" ".join), min_size=1, max_size=3)


@given(TEXTS, TEXTS, st.integers(0, 3), st.integers(0, 60), st.integers(1, 60))
def test_what_is_carried_lies_in_the_new_text_and_kept_words_are_the_same(
    old: list[str], new: list[str], number: int, start: int, length: int
) -> None:
    block = number % len(old)
    start %= max(1, len(old[block]))
    place = Place(block, start, min(start + length, len(old[block])))
    (carried,) = carry(old, new, [place])
    assert (carried.place is None) is (carried.state == "lost")
    if carried.place:
        words = new[carried.place.block][carried.place.start : carried.place.end]
        assert len(words) == carried.place.end - carried.place.start > 0
        assert carried.state == "changed" or words == old[block][place.start : place.end]


@given(TEXTS)
def test_an_unchanged_text_keeps_all_its_places(blocks: list[str]) -> None:
    places = [Place(at, 0, len(block)) for at, block in enumerate(blocks) if block]
    assert carry(blocks, blocks, places) == [Carried(place, "ok") for place in places]
