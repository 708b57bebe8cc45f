from __future__ import annotations

import pytest

from articles.text.difference import MOST_WORDS, Paragraph, difference
from tests.steps import assert_steady


def told(paragraph: Paragraph) -> str:
    """Write a paragraph with [-what is gone-] and {+what is new+}."""
    marks = {"same": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}
    return "".join(marks[run.kind].format(run.text) for run in paragraph.runs)


def told_of(before: list[str], after: list[str]) -> list[str]:
    return [told(paragraph) for paragraph in difference(before, after)]


def test_a_changed_number_is_one_word() -> None:
    before, after = ["Sebanyak 1.100 orang sudah tiba."], ["Sebanyak 1.200 orang sudah tiba."]
    assert told_of(before, after) == ["Sebanyak [-1.100 -]{+1.200+} orang sudah tiba."]


def test_texts_without_a_difference_are_unchanged() -> None:
    found = difference(["Satu.", "Dua."], ["Satu.", "Dua."])
    assert [(one.before, one.after, one.unchanged) for one in found] == [(0, 0, True), (1, 1, True)]


def test_blanks_alone_are_no_difference_in_words() -> None:
    assert [one.unchanged for one in difference(["Dewan  kota\nbertemu."], ["Dewan kota bertemu."])] == [True]


def test_a_new_paragraph_and_one_that_is_gone_are_told_whole() -> None:
    before = ["Dewan kota bertemu pada hari itu.", "Hujan turun di pelabuhan lama."]
    after = ["Harga beras naik lagi bulan ini.", "Dewan kota bertemu pada hari itu."]
    assert told_of(before, after) == [
        "{+Harga beras naik lagi bulan ini.+}",
        "Dewan kota bertemu pada hari itu.",
        "[-Hujan turun di pelabuhan lama.-]",
    ]


def test_a_paragraph_with_other_words_in_it_is_compared_with_its_own_predecessor() -> None:
    before = ["Awal.", "Sama sekali lain dari semua.", "Dewan kota bertemu pada hari itu di balai.", "Akhir."]
    after = ["Awal.", "Dewan kota tidak bertemu pada hari itu di balai.", "Akhir."]
    found = difference(before, after)
    assert [(one.before, one.after) for one in found] == [(0, 0), (1, None), (2, 1), (3, 2)]
    assert told(found[2]) == "Dewan kota {+tidak+} bertemu pada hari itu di balai."


def test_a_lone_mark_between_other_words_goes_with_them() -> None:
    before, after = (
        ["Ia, kata saksi mata, datang kemarin sore ke kota."],
        ["Kami, ujar polisi, datang kemarin sore ke kota."],
    )
    assert told_of(before, after) == ["[-Ia, kata saksi mata-]{+Kami, ujar polisi+}, datang kemarin sore ke kota."]


def test_scripts_without_spaces_are_compared_by_the_character() -> None:
    assert told_of(["俄罗斯公民已经撤离加沙"], ["俄罗斯公民尚未撤离加沙"]) == ["俄罗斯公民[-已经-]{+尚未+}撤离加沙"]


@pytest.mark.parametrize(("before", "after"), [([], []), ([], ["Satu."]), (["Satu."], []), ([""], ["Satu."])])
def test_an_empty_text_on_either_side_is_told(before: list[str], after: list[str]) -> None:
    found = difference(before, after)
    assert [after[one.after] for one in found if one.after is not None] == after
    assert [before[one.before] for one in found if one.before is not None and one.after is None] == before


def test_what_is_not_deleted_is_the_text_as_it_became() -> None:
    before = ["“Sebanyak 883 orang, dari 1.100,” katanya.", "Dua kalimat. Di sini.", "Tiga — empat!"]
    after = ["“Sebanyak 898 orang dari 1.100”, ujarnya lagi.", "Satu kalimat di sini.", "Tiga: empat!", "Baru."]
    found = difference(before, after)
    words = ["".join(run.text for run in one.runs if run.kind != "deleted") for one in found if one.after is not None]
    assert words == after


def test_a_long_text_is_told_whole_where_too_much_differs() -> None:
    before = [f"{'a b ' * 200}{number}" for number in range(200)]
    after = [f"{'b a ' * 200}{number} c" for number in range(200)]
    found = difference(before, after)
    assert len(before) * 400 > MOST_WORDS
    assert told(found[-1]) == f"[-{before[-1]}-]{{+{after[-1]}+}}"
    assert [one.after for one in found] == list(range(200))


def test_the_steps_grow_with_the_text_and_no_faster() -> None:
    def read(body: str) -> object:
        return difference(body.split("\n"), body.replace("a b", "b a").split("\n"))

    assert_steady(read, "a b a b a\n")
