"""How alike texts are: what is left out of the comparison, what changes it, and what makes a series of it."""

from __future__ import annotations

from articles.text.shingles import BANDS, FEWEST_WORDS, Comparison, Shingles, compare

WORDS = [f"kata{chr(97 + at // 26)}{chr(97 + at % 26)}" for at in range(200)]


def text(*parts: str) -> Shingles:
    return Shingles.of(parts)


def words(start: int, end: int) -> str:
    return " ".join(WORDS[start:end])


def against_all(start: int, end: int) -> Comparison:
    return compare(text(words(0, 200)), text(words(start, end)))


def test_case_marks_accents_and_line_breaks_do_not_count() -> None:
    one = text("“Jum’at itu,” kata Café—anu: angka-angka.")
    other = text("jumat itu", "KATA CAFE", "anu angka angka")
    assert one.words == other.words
    assert one.sha256 == other.sha256


def test_a_dateline_is_left_out_whatever_its_form() -> None:
    for dateline in (
        "JAKARTA, KOMPAS.com – ",
        "REPUBLIKA.CO.ID, MOSKOW -- ",
        "Jakarta (ANTARA) - ",
        "Jakarta - ",
        "Liputan6.com, Jakarta -",
        "TRIBUN-MEDAN.com, SIANTAR- ",
        "",
    ):
        assert text(f"{dateline}Dewan kota bertemu.").words == ("dewan", "kota", "bertemu"), dateline


def test_a_hyphen_in_a_word_is_no_dateline() -> None:
    assert text("COVID-19 menyebar di kota-kota besar.").words[:2] == ("covid", "19")


def test_a_figure_is_one_word_and_parted_from_what_touches_it() -> None:
    assert text("Rp1.100 pukul 09:30 5G").words == ("rp", "1.100", "pukul", "09:30", "5", "g")


def test_scripts_without_spaces_count_by_the_character() -> None:
    assert text("東京都").words == ("東", "京", "都")


def test_equal_texts_are_the_same_and_others_have_nothing_in_common() -> None:
    assert against_all(0, 200).same
    assert against_all(0, 200).is_copy
    assert compare(text(words(0, 100)), text(words(100, 200))).containment == 0


def test_a_text_cut_to_a_third_is_contained_and_a_copy() -> None:
    found = against_all(0, 66)
    assert (found.containment, found.is_copy) == (1, True)
    assert found.resemblance < 0.4


def test_half_of_a_text_beside_as_much_of_ones_own_is_no_copy() -> None:
    mine = " ".join(f"lain{at}x" for at in range(100))
    assert not compare(text(words(0, 200)), text(words(0, 100), mine)).is_copy


def test_the_same_sentences_with_other_figures_are_a_series() -> None:
    def day(add: int) -> Shingles:
        return text(*(f"{words(at, at + 9)} naik {at + add} poin." for at in range(0, 100, 10)))

    found = compare(day(0), day(1000))
    assert found.other_figures > 8
    assert not found.is_copy


def test_a_series_that_changes_only_some_of_its_figures_is_one_too() -> None:
    def day(add: int) -> Shingles:
        return text(
            *(f"{words(at, at + 9)} pukul 0{at % 9}:{15 + (add if at % 20 else 0)}" for at in range(0, 100, 10))
        )

    assert compare(day(0), day(1)).containment > 0.7
    assert not compare(day(0), day(1)).is_copy


def test_two_corrected_figures_are_no_series() -> None:
    printed = f"{words(0, 60)} 883 dari 1.100 orang {words(60, 120)}"
    assert compare(text(printed), text(printed.replace("883", "885").replace("1.100", "1.200"))).is_copy


def test_texts_of_nothing_have_nothing_in_common() -> None:
    assert compare(text(""), text(words(0, 50))).containment == 0


def test_short_texts_have_no_bands_and_long_ones_no_more_than_so_many() -> None:
    assert text(words(0, FEWEST_WORDS - 1)).bands == []
    assert len(text(words(0, FEWEST_WORDS)).bands) <= BANDS
    assert len(text(words(0, 200)).bands) == BANDS


def test_bands_are_the_same_everywhere_and_fit_the_column() -> None:
    bands = text(words(0, 200)).bands
    assert bands == sorted(bands)
    assert all(-(2**63) <= band < 2**63 for band in bands)
    assert bands[0] == text(words(0, 200)).bands[0]


def test_a_text_of_one_word_is_read_quickly() -> None:
    assert len(Shingles.of(["a" * 1_000_000]).words) == 1
    assert len(Shingles.of(["a " * 200_000]).words) == 200_000


def test_an_endless_dateline_costs_nothing() -> None:
    assert Shingles.of(["a " * 100_000 + "x" * 100_000]).words
